// A release as tidy rows, one per cell, with the column names and codes of SDMX: the one list that CSV, workbook and JSON are
// written from. Pure. Codes: SDMX cross-domain code lists CL_OBS_STATUS, CL_CONF_STATUS, CL_SEX.
import type { Cell } from '../voices/cells';
import type { Release, ReleaseTable } from '../voices/release';

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

/** All cells, then things, then cross tables, in the canonical order of the release. */
export function tidyRows(release: Release): TidyRow[] {
	const cells = release.cells.map((cell) => tidyCell(cell));
	const things = release.things.map(({ area, indicator, value }): TidyRow => ({
		...{ REF_AREA: area, INDICATOR: indicator, SEX: total, AGE: total, DIMENSION: total, CATEGORY: total },
		...{ TIME_PERIOD: sdmxPeriod(release.period), OBS_VALUE: value, OBS_STATUS: normal, CONF_STATUS: 'F' }
	}));
	const tables = (release.tables ?? []).flatMap((table) => tidyTable(release, table));
	return [...cells, ...things, ...tables];
}

/** A cell of a cross table has both dimensions in its name (`age:answer`, `14-15:yes`). Which ones were small isn't told. */
function tidyTable({ country, period }: Release, { indicator, rows, columns, cells }: ReleaseTable): TidyRow[] {
	const [down, across] = [rows, columns].map(({ categories }) => [...categories, total]) as [string[], string[]];
	const age = (row: string, column: string) => (rows.dimension === 'age' ? row : columns.dimension === 'age' ? column : total);
	return cells.flatMap((line, r) =>
		line.map((value, c): TidyRow => {
			const [row, column] = [down[r] ?? total, across[c] ?? total];
			return {
				...{ REF_AREA: country, INDICATOR: indicator, SEX: total, AGE: age(row, column) },
				...{ DIMENSION: `${rows.dimension}:${columns.dimension}`, CATEGORY: `${row}:${column}`, TIME_PERIOD: sdmxPeriod(period) },
				...{ OBS_VALUE: value, OBS_STATUS: value === null ? suppressed : normal },
				CONF_STATUS: value === null ? confidentiality.withheld : confidentiality.published
			};
		})
	);
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
