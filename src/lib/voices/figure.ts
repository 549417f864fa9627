// One indicator of one quarter in one country: from true counts to cells that may be published. First each organisation by itself,
// then the country; the auditor (audit.server.ts) has the last word, and `withhold` is how it is obeyed. Pure.
import {
	fewestOrganisations,
	fewestRespondents,
	largestShare,
	listRoundings,
	nameOf,
	roundPart,
	totalDimension,
	type Cell,
	type CellStatus,
	type Range
} from './cells';
import { isWide } from './bounds';
import type { CrossFacts } from './cross-table';

export interface OrganisationCount {
	organisationId: string;
	total: number;
	/** Dimension to category to count. The categories of a dimension add up to the total; what is missing becomes `unknown`. */
	dimensions: Record<string, Record<string, number>>;
	/** Categories that an organisation can have at all (its settings); others are structurally zero. */
	possible?: Record<string, readonly string[]>;
}

export interface FigureFacts {
	indicator: string;
	period: string;
	country: string;
	/** Dimension to all of its categories. */
	categories: Record<string, readonly string[]>;
	/** Dimensions never shown for a single organisation: gender, setting. */
	countryOnly: readonly string[];
	organisations: OrganisationCount[];
	/** Where a table of two dimensions was asked for. */
	cross?: CrossFacts;
}

export type Reason = 'few-respondents' | 'few-in-cell' | 'country-rule' | 'audit' | 'table';

export interface Figure {
	facts: FigureFacts;
	cells: Map<string, Cell>;
	/** Why a cell has no value, by its name. */
	reasons: Map<string, Reason>;
}

export const unknownCategory = 'unknown';

/** The facts with every dimension adding up to its total. Throws when parts are more than the whole: a bug of whoever counted. */
export function completeFacts(facts: FigureFacts): FigureFacts {
	const organisations = facts.organisations.map((organisation) => {
		const dimensions: Record<string, Record<string, number>> = {};
		for (const name of Object.keys(facts.categories)) {
			const counts = { ...organisation.dimensions[name] };
			const missing = organisation.total - Object.values(counts).reduce((all, count) => all + count, 0);
			if (missing < 0)
				throw new Error(`${facts.indicator} of ${organisation.organisationId}: ${name} adds up to more than the total.`);
			if (missing > 0) counts[unknownCategory] = (counts[unknownCategory] ?? 0) + missing;
			dimensions[name] = counts;
		}
		return { ...organisation, dimensions };
	});
	const categories = Object.fromEntries(
		Object.entries(facts.categories).map(([name, known]) => {
			const used = organisations.some(({ dimensions }) => (dimensions[name]?.[unknownCategory] ?? 0) > 0);
			return [name, used && !known.includes(unknownCategory) ? [...known, unknownCategory] : [...known]];
		})
	);
	return { ...facts, categories, organisations };
}

/** The cells before the audit. */
export function draftFigure(incomplete: FigureFacts): Figure {
	const figure: Figure = { facts: completeFacts(incomplete), cells: new Map(), reasons: new Map() };
	for (const organisation of figure.facts.organisations) draftOrganisation(figure, organisation);
	draftCountry(figure);
	return figure;
}

function draftOrganisation(figure: Figure, organisation: OrganisationCount): void {
	const { facts } = figure;
	const area = `${facts.country}/${organisation.organisationId}`;
	if (organisation.total < fewestRespondents) {
		if (organisation.total > 0) put(figure, area, totalDimension, '', organisation.total, 'few-respondents');
		return;
	}
	const names = Object.keys(facts.categories).filter((name) => !facts.countryOnly.includes(name));
	const parts = new Map(names.map((name) => [name, listParts(facts, organisation, name)]));
	const options = listRoundings(organisation.total).map((rounded) => ({ rounded, kept: keepSafe(rounded, parts) }));
	const best = options.reduce((a, b) => (b.kept.length > a.kept.length ? b : a));
	put(figure, area, totalDimension, '', organisation.total, null, best.rounded);
	for (const [name, list] of parts) {
		for (const { category, count, structural } of list) {
			if (structural) continue;
			if (!best.kept.includes(name)) put(figure, area, name, category, count, 'audit');
			else put(figure, area, name, category, count, count < fewestRespondents ? 'few-in-cell' : null, roundPart(count));
		}
	}
}

export interface Part extends Range {
	category: string;
	count: number;
	structural: boolean;
}

/** The parts of one organisation's row with the range that each is published with. */
export function listParts(facts: FigureFacts, { dimensions, possible }: OrganisationCount, name: string): Part[] {
	return (facts.categories[name] ?? []).map((category) => {
		const count = dimensions[name]?.[category] ?? 0;
		const structural = count === 0 && possible?.[name] !== undefined && !possible[name].includes(category);
		if (structural) return { category, count, structural, lower: 0, upper: 0 };
		if (count < fewestRespondents) return { category, count, structural, lower: 0, upper: fewestRespondents - 1 };
		return { category, count, structural, lower: roundPart(count) - 2, upper: roundPart(count) + 2 };
	});
}

/** The dimensions that may stand beside a rounded total; the one in the way of most cells goes first. */
function keepSafe(rounded: number, parts: Map<string, Part[]>): string[] {
	const kept = new Map(parts);
	for (;;) {
		const whole = { lower: rounded - 4, upper: rounded + 4 };
		for (const list of kept.values()) {
			whole.lower = Math.max(whole.lower, add(list, 'lower'));
			whole.upper = Math.min(whole.upper, add(list, 'upper'));
		}
		const narrow = [...kept].map(([name, list]) => [name, countNarrow(list, whole)] as const).filter(([, count]) => count > 0);
		if (narrow.length === 0 && isWide(whole)) return [...kept.keys()];
		const worst = narrow.length > 0 ? narrow.reduce((a, b) => (b[1] > a[1] ? b : a))[0] : tightest(kept, rounded);
		kept.delete(worst);
		if (kept.size === 0) return [];
	}
}

function countNarrow(list: Part[], whole: Range): number {
	const [lower, upper] = [add(list, 'lower'), add(list, 'upper')];
	return list.filter((part) => {
		if (part.structural) return false;
		const most = Math.min(part.upper, whole.upper - (lower - part.lower));
		const least = Math.max(part.lower, whole.lower - (upper - part.upper));
		return !isWide({ lower: least, upper: most });
	}).length;
}

function tightest(kept: Map<string, Part[]>, rounded: number): string {
	const room = (list: Part[]) => Math.min(add(list, 'upper'), rounded + 4) - Math.max(add(list, 'lower'), rounded - 4);
	return [...kept].reduce((a, b) => (room(b[1]) < room(a[1]) ? b : a))[0];
}

function add(list: Part[], side: 'lower' | 'upper'): number {
	return list.reduce((all, part) => all + part[side], 0);
}

function draftCountry(figure: Figure): void {
	const { facts } = figure;
	const whole = facts.organisations.map(({ total }) => total);
	const ruled = breaksCountryRule(whole);
	const total = sum(whole);
	if (total === 0) return;
	put(
		figure,
		facts.country,
		totalDimension,
		'',
		total,
		ruled ? 'country-rule' : total < fewestRespondents ? 'few-in-cell' : null,
		listRoundings(total)[0]
	);
	for (const [name, categories] of Object.entries(facts.categories)) {
		for (const category of categories) {
			const counts = facts.organisations.map(({ dimensions }) => dimensions[name]?.[category] ?? 0);
			const count = sum(counts);
			const few = count < fewestRespondents;
			const reason = ruled ? 'country-rule' : few ? 'few-in-cell' : breaksCountryRule(counts) ? 'country-rule' : null;
			put(figure, facts.country, name, category, count, reason, listRoundings(count)[0]);
		}
	}
}

/** A country figure needs three organisations with at least one respondent each, and none above 80 %. */
export function breaksCountryRule(counts: number[]): boolean {
	const having = counts.filter((count) => count > 0);
	return having.length < fewestOrganisations || Math.max(...having) > largestShare * sum(having);
}

function sum(counts: number[]): number {
	return counts.reduce((all, count) => all + count, 0);
}

function put(
	figure: Figure,
	area: string,
	dimension: string,
	category: string,
	count: number,
	reason: Reason | null,
	value?: number
): void {
	const { indicator, period } = figure.facts;
	const status: CellStatus =
		reason === null ? 'published' : reason === 'country-rule' || reason === 'audit' ? 'withheld' : 'fewer';
	const cell: Cell = {
		area,
		indicator,
		period,
		dimension,
		category,
		status,
		value: status === 'published' ? (value ?? count) : null
	};
	figure.cells.set(nameOf(cell), cell);
	if (reason) figure.reasons.set(nameOf(cell), reason);
}

/** Takes a cell's value back. */
export function withhold(figure: Figure, matches: (cell: Cell) => boolean, reason: Reason = 'audit'): number {
	let changed = 0;
	for (const [name, cell] of figure.cells) {
		if (!matches(cell) || cell.status === 'withheld') continue;
		figure.cells.set(name, { ...cell, status: 'withheld', value: null });
		figure.reasons.set(name, reason);
		changed++;
	}
	return changed;
}
