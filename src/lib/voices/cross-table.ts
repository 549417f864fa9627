// Tables of two dimensions that somebody may ask for within a release. Off by default: each costs the rows of single organisations
// in both dimensions. The setting is crossed with nothing (a shelter is few places), gender neither. Pure.
import { breaksCountryRule } from './figure';
import { fewestRespondents, nameOf, totalDimension, type Cell, type Range } from './cells';

/** Rows and columns by indicator. One table for each, so that no two of them share margins. */
export const crossings: Readonly<Record<string, readonly [rows: string, columns: string]>> = {
	'plays-started': ['module', 'language'],
	'plays-completed': ['module', 'language'],
	'meetings-reached': ['occasion', 'method']
};

export interface CrossFacts {
	rows: { dimension: string; categories: string[] };
	columns: { dimension: string; categories: string[] };
	/** Organisation by organisation, rows of counts without totals. */
	counts: number[][][];
}

export type CellReason = 'few' | 'organisations' | 'complementary';

/** The sums over all organisations, without totals. */
export function addUp({ rows, columns, counts }: CrossFacts): number[][] {
	return rows.categories.map((_, r) =>
		columns.categories.map((__, c) => counts.reduce((all, own) => all + (own[r]?.[c] ?? 0), 0))
	);
}

/**
 * Why a cell may not be told, whatever the others: it is small; too few organisations stand behind it; or one of them, which knows
 * its own number, would be left with a small rest. `own` are the organisations' counts for it.
 */
export function unsafeReason(own: number[]): CellReason | null {
	const count = own.reduce((all, each) => all + each, 0);
	if (count < fewestRespondents) return 'few';
	if (breaksCountryRule(own)) return 'organisations';
	return own.some((each) => each > 0 && count - each < fewestRespondents) ? 'organisations' : null;
}

/** Names of a country's cells that the table's margins tell exactly, with that number. */
export function exactMargins(
	{ rows, columns }: Pick<CrossFacts, 'rows' | 'columns'>,
	cells: (number | null)[][],
	of: Pick<Cell, 'area' | 'indicator' | 'period'>
): Map<string, Range> {
	const exact = new Map<string, Range>();
	const tell = (dimension: string, category: string, value: number | null | undefined) => {
		if (typeof value === 'number') exact.set(nameOf({ ...of, dimension, category }), { lower: value, upper: value });
	};
	rows.categories.forEach((category, r) => tell(rows.dimension, category, cells[r]?.at(-1)));
	columns.categories.forEach((category, c) => tell(columns.dimension, category, cells.at(-1)?.[c]));
	tell(totalDimension, '', cells.at(-1)?.at(-1));
	return exact;
}
