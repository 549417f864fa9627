// A figure as a system of ranges and sums: all that a reader may put together from what is published. Pure.
import { fewestRespondents, nameOf, rangeOf, totalDimension, type Range } from './cells';
import type { Sum, System, Variable } from './bounds';
import { listParts, type Figure } from './figure';

/** Positions of a figure's variables: the country's total, each organisation's, the country's cells and the organisations' by dimension. */
export interface Layout {
	top: number;
	wholes: number[];
	/** By dimension; null where the country's row says nothing. */
	margins: Map<string, number[] | null>;
	/** By dimension, then organisation; null where neither it nor the country's row says anything. */
	parts: Map<string, (number[] | null)[]>;
}

/**
 * A variable for each cell, published or not, and the sums between them. `earlier` are ranges that other releases gave for cells
 * of the same name.
 */
export function systemOf({ facts, cells }: Figure, earlier: ReadonlyMap<string, Range> = new Map()): System & { layout: Layout } {
	const variables: Variable[] = [];
	const sums: Sum[] = [];
	const { indicator, period, country } = facts;
	const variable = (area: string, dimension: string, category: string, truth: number, structural = false): number => {
		const name = nameOf({ area, indicator, period, dimension, category });
		const cell = cells.get(name);
		const unsaid = { lower: 0, upper: dimension === totalDimension && area !== country ? fewestRespondents - 1 : Infinity };
		const told = cell ? rangeOf(cell) : unsaid;
		const before = earlier.get(name);
		const range = before ? { lower: Math.max(told.lower, before.lower), upper: Math.min(told.upper, before.upper) } : told;
		const { lower, upper } = structural ? { lower: 0, upper: 0 } : range;
		return variables.push({ name, truth, lower, upper, isProtected: !structural, owner: area === country ? '' : area }) - 1;
	};
	const wholes = facts.organisations.map(({ organisationId, total }) =>
		variable(`${country}/${organisationId}`, totalDimension, '', total)
	);
	const top = variable(
		country,
		totalDimension,
		'',
		facts.organisations.reduce((all, { total }) => all + total, 0)
	);
	sums.push({ total: top, parts: wholes });
	const layout: Layout = { top, wholes, margins: new Map(), parts: new Map() };
	const told = [...cells.values()].filter(({ status }) => status !== 'withheld');
	for (const [name, categories] of Object.entries(facts.categories)) {
		const tellers = new Set(told.filter(({ dimension }) => dimension === name).map(({ area }) => area));
		const inCountry = tellers.has(country);
		const parts = facts.organisations.map((organisation, index) => {
			const area = `${country}/${organisation.organisationId}`;
			if (!inCountry && !tellers.has(area)) return null;
			const row = listParts(facts, organisation, name).map((part) =>
				variable(area, name, part.category, part.count, part.structural)
			);
			sums.push({ total: wholes[index] as number, parts: row });
			return row;
		});
		layout.parts.set(name, parts);
		layout.margins.set(name, null);
		if (!inCountry) continue;
		const margins = categories.map((category, position) => {
			const column = parts.flatMap((row) => row?.[position] ?? []);
			const margin = variable(
				country,
				name,
				category,
				column.reduce((all, part) => all + (variables[part]?.truth ?? 0), 0)
			);
			sums.push({ total: margin, parts: column });
			return margin;
		});
		layout.margins.set(name, margins);
		sums.push({ total: top, parts: margins });
	}
	return { variables, sums, layout };
}
