// The figures as a workbook (.xlsx) for people who work in spreadsheets: one sheet of figures, one of recorded indicators.
import writeExcel from 'write-excel-file/node';
import type { Release } from '../voices/release';
import { columns, tidyRows } from './tidy';

const recordColumns = ['INDICATOR', 'VALUE', 'EVIDENCE', 'AUTHOR', 'RECORDED_ON'] as const;

/** The bytes of the workbook. A value that isn't told is an empty cell. */
export async function writeWorkbook(release: Release): Promise<Buffer> {
	const heading = (names: readonly string[]) => names.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
	const figures = tidyRows(release).map((row) =>
		columns.map((name) =>
			row[name] === null
				? null
				: name === 'OBS_VALUE'
					? { value: row[name] as number, type: Number }
					: { value: String(row[name]), type: String }
		)
	);
	const records = release.records.map(({ indicator, value, evidence, author, recordedOn }) =>
		[indicator, value, evidence, author, recordedOn].map((text) => ({ value: text, type: String }))
	);
	return writeExcel([
		{ sheet: 'FIGURES', data: [heading(columns), ...figures] },
		{ sheet: 'RECORDED', data: [heading(recordColumns), ...records] }
	]).toBuffer();
}
