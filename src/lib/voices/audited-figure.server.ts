// Makes one indicator's cells safe: drafts them, asks the auditor, withholds what it names, and asks again until it is content.
import { listRoundings, nameOf, totalDimension, type Cell, type Range } from './cells';
import { auditSystem, type Audit } from './audit.server';
import { draftFigure, withhold, type Figure, type FigureFacts } from './figure';
import { systemOf } from './figure-system';

const mostRounds = 12;

/** Audits a figure as it stands; `earlier` are the ranges that other releases gave. An organisation without a count knows that it has none. */
export function auditFigure(figure: Figure, earlier?: ReadonlyMap<string, Range>): Promise<Audit> {
	const { country, organisations } = figure.facts;
	return auditSystem(
		systemOf(figure, earlier),
		organisations.map(({ organisationId }) => `${country}/${organisationId}`)
	);
}

/** What a cross table of the same figure adds: cells that it tells exactly, on purpose, and its two dimensions. */
export interface Beside {
	told: ReadonlyMap<string, Range>;
	crossed: readonly string[];
}

/**
 * A figure that passes its audit, with as few cells withheld as the order of repairs finds. Beside a cross table no organisation has
 * a row in the dimensions that it crosses: then the table tells of an organisation what its margins tell, and the audit has those.
 */
export async function makeFigure(
	facts: FigureFacts,
	earlier?: ReadonlyMap<string, Range>,
	beside?: Beside
): Promise<{ figure: Figure; audit: Audit }> {
	const figure = draftFigure(facts);
	const { country } = facts;
	if (beside) withhold(figure, ({ area, dimension }) => area !== country && beside.crossed.includes(dimension), 'table');
	const known = beside ? new Map([...(earlier ?? []), ...beside.told]) : earlier;
	const look = async () => {
		const audit = await auditFigure(figure, known);
		return { ...audit, narrow: audit.narrow.filter(({ name }) => !beside?.told.has(name)) };
	};
	for (let round = 0; ; round++) {
		const audit = await look();
		if (audit.narrow.length === 0) return { figure, audit };
		if (round >= mostRounds || !repair(figure, audit, round, beside?.told)) {
			withhold(figure, () => true);
			return { figure, audit: await look() };
		}
	}
}

/**
 * Changes as little as may help, from the outside in: a country's row, then an organisation's row, then a total. True when anything
 * changed.
 */
function repair(figure: Figure, audit: Audit, round: number, exact?: ReadonlyMap<string, Range>): boolean {
	const { country } = figure.facts;
	const narrow = audit.narrow.flatMap(({ name }) => readName(name));
	if (
		round === 0 &&
		turnCountry(
			figure,
			narrow.map(({ dimension }) => dimension)
		)
	)
		return true;
	const dimensions = new Set(narrow.map(({ dimension }) => dimension));
	// What a table tells exactly can't be taken back here.
	const told = (cell: Cell) => cell.status !== 'withheld' && !exact?.has(nameOf(cell));
	for (const dimension of [...dimensions].filter((name) => name !== totalDimension)) {
		if (withhold(figure, (cell) => told(cell) && cell.area === country && cell.dimension === dimension) > 0) return true;
	}
	let changed = 0;
	for (const { area, dimension } of narrow) {
		if (area === country || dimension === totalDimension) continue;
		changed += withhold(figure, (cell) => told(cell) && cell.area === area && cell.dimension === dimension);
	}
	if (changed > 0) return true;
	// A total itself is narrow: what surrounds it goes first, the country's total last but one, the organisation's last.
	for (const { area } of narrow) {
		changed += withhold(figure, (cell) => told(cell) && cell.area === area && cell.dimension !== totalDimension);
	}
	if (changed > 0) return true;
	if (withhold(figure, (cell) => told(cell) && cell.area === country && cell.dimension !== totalDimension) > 0) return true;
	if (withhold(figure, (cell) => told(cell) && cell.area === country) > 0) return true;
	for (const { area } of narrow) changed += withhold(figure, (cell) => told(cell) && cell.area === area);
	return changed > 0;
}

/** Rounds the country's cells of these dimensions to the other multiple of five, which often leaves more room. */
function turnCountry(figure: Figure, dimensions: string[]): boolean {
	const { country, organisations } = figure.facts;
	let turned = false;
	for (const [name, cell] of figure.cells) {
		if (cell.area !== country || cell.status !== 'published' || !dimensions.includes(cell.dimension)) continue;
		const count = organisations.reduce(
			(all, { total, dimensions }) =>
				all + (cell.dimension === totalDimension ? total : (dimensions[cell.dimension]?.[cell.category] ?? 0)),
			0
		);
		const other = listRoundings(count).find((value) => value !== cell.value);
		if (other === undefined) continue;
		figure.cells.set(name, { ...cell, value: other });
		turned = true;
	}
	return turned;
}

function readName(name: string): Cell[] {
	const [area = '', indicator = '', period = '', dimension = '', category = ''] = name.split('|');
	const cell: Cell = { area, indicator, period, dimension, category, status: 'published', value: null };
	return nameOf(cell) === name ? [cell] : [];
}
