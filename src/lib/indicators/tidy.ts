// A release as tidy rows, one per cell, with the column names and codes of SDMX: the one list that CSV, workbook and JSON are
// written from. Pure. Codes: SDMX cross-domain code lists CL_OBS_STATUS, CL_CONF_STATUS, CL_SEX.
import type { Cell } from '../voices/cells';
import type { Release } from '../voices/release';

export const columns = [
	'REF_AREA',
	'INDICATOR',
	'SEX',
	'AGE',
	'DIMENSION',
	'CATEGORY',
	'TIME_PERIOD',
	'OBS_VALUE',
	'OBS_STATUS',
	'CONF_STATUS'
] as const;

export type TidyRow = Record<Exclude<(typeof columns)[number], 'OBS_VALUE'>, string> & { OBS_VALUE: number | null };

/** `_T`: not broken down by it. */
const total = '_T';
/** A normal value; a value that exists and isn't told. */
const normal = 'A';
const suppressed = 'Q';
/** Free; confidential because few are behind it; confidential because it would give away another. */
const confidentiality = { published: 'F', fewer: 'S', withheld: 'D' } as const;

/** All cells, then things, in the canonical order of the release. */
export function tidyRows(release: Release): TidyRow[] {
	const cells = release.cells.map((cell) => tidyCell(cell));
	const things = release.things.map(({ area, indicator, value }): TidyRow => ({
		...{ REF_AREA: area, INDICATOR: indicator, SEX: total, AGE: total, DIMENSION: total, CATEGORY: total },
		...{ TIME_PERIOD: sdmxPeriod(release.period), OBS_VALUE: value, OBS_STATUS: normal, CONF_STATUS: 'F' }
	}));
	return [...cells, ...things];
}

function tidyCell({ area, indicator, period, dimension, category, status, value }: Cell): TidyRow {
	const whole = dimension === 'total';
	return {
		...{
			REF_AREA: area,
			INDICATOR: indicator,
			SEX: dimension === 'gender' ? category : total,
			AGE: dimension === 'age' ? category : total
		},
		...{
			DIMENSION: whole ? total : dimension,
			CATEGORY: whole ? total : category,
			TIME_PERIOD: sdmxPeriod(period),
			OBS_VALUE: value
		},
		...{ OBS_STATUS: status === 'published' ? normal : suppressed, CONF_STATUS: confidentiality[status] }
	};
}

/** The calendar quarter, as SDMX writes it: the second quarter of planning year 2026-27 is `2026-Q4`. */
export function sdmxPeriod(period: string): string {
	const year = Number(period.slice(0, 4));
	const quarter = Number(period.slice(-1));
	return quarter <= 2 ? `${year}-Q${quarter + 2}` : `${year + 1}-Q${quarter - 2}`;
}
