// The cells of published figures and what a reader may conclude from each: the auditor and every export work on these. Pure.

/** What people must not be told apart by: the fewest respondents an organisation needs, and the fewest that a cell needs. */
export const fewestRespondents = 10;
/** Counts are rounded to multiples of this. */
const roundingBase = 5;
/** How wide the range of possible values of a protected cell must stay, whatever else is published. */
export const narrowestRange = 4;
/** A country figure needs so many organisations, none of them above this share. */
export const fewestOrganisations = 3;
export const largestShare = 0.8;
/** Percentages need such a denominator, and stay between these. */
const fewestForPercentage = 20;
const lowestPercentage = 5;
const highestPercentage = 95;

export const totalDimension = 'total';

/** `published`: a rounded value. `fewer`: 1 to 9, or 0. `withheld`: nothing is said, because it would tell too much. */
export type CellStatus = 'published' | 'fewer' | 'withheld';

export interface CellName {
	/** A country (`BE`) or an organisation (`BE/<id>`). */
	area: string;
	indicator: string;
	/** A quarter, `2026-27/Q2`. */
	period: string;
	/** `total`, or the one dimension that this row is broken down by. */
	dimension: string;
	/** Empty for the total. */
	category: string;
}

export interface Cell extends CellName {
	status: CellStatus;
	/** Rounded; null unless published. */
	value: number | null;
}

/** One text for a cell's name; the same cell has the same text in every release. */
export function nameOf({ area, indicator, period, dimension, category }: CellName): string {
	return [area, indicator, period, dimension, category].join('|');
}

export interface Range {
	lower: number;
	upper: number;
}

/**
 * The true values that a published cell allows. A part is rounded to the nearest multiple of five (at most 2 away); a total or a
 * country figure to one of the two multiples around it (at most 4 away), so that it needn't give away what its parts hide.
 */
export function rangeOf(cell: Cell): Range {
	if (cell.status === 'published') {
		const away = isMargin(cell) ? 4 : 2;
		return { lower: Math.max(0, (cell.value ?? 0) - away), upper: (cell.value ?? 0) + away };
	}
	return cell.status === 'fewer' ? { lower: 0, upper: fewestRespondents - 1 } : { lower: 0, upper: Infinity };
}

/** Totals and country figures are margins: they are rounded on their own. */
function isMargin({ area, dimension }: CellName): boolean {
	return dimension === totalDimension || !area.includes('/');
}

/** The nearest multiple of five. */
export function roundPart(count: number): number {
	return roundingBase * Math.round(count / roundingBase);
}

/** The multiples of five within 4 of a count, nearest first. */
export function listRoundings(count: number): number[] {
	const below = roundingBase * Math.floor(count / roundingBase);
	const all = count === below ? [below] : [below, below + roundingBase];
	return all.sort((a, b) => Math.abs(a - count) - Math.abs(b - count));
}

/**
 * A percentage from rounded numbers, whole, coded between 5 and 95 (`atMost`, `atLeast`); null where the denominator is below 20 or
 * either number isn't published.
 */
export function percentageOf(part: Cell, whole: Cell): { value: number; coded: 'exact' | 'atMost' | 'atLeast' } | null {
	if (part.value === null || whole.value === null || whole.value < fewestForPercentage) return null;
	const value = Math.round((100 * part.value) / whole.value);
	if (value <= lowestPercentage) return { value: lowestPercentage, coded: 'atMost' };
	if (value >= highestPercentage) return { value: highestPercentage, coded: 'atLeast' };
	return { value, coded: 'exact' };
}
