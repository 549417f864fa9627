// The figures as CSV (RFC 4180, UTF-8) and its description for machines (CSV on the Web, W3C 2015). Pure.
import type { Release } from '../voices/release';
import { columns, tidyRows } from './tidy';

/** One header line, then a line per row; an empty OBS_VALUE is a value that isn't told, never a zero. */
export function writeCsv(release: Release): string {
	const lines = tidyRows(release).map((row) => columns.map((name) => quote(row[name])).join(','));
	return [columns.join(','), ...lines, ''].join('\r\n');
}

function quote(value: string | number | null): string {
	const text = value === null ? '' : String(value);
	// A text that a spreadsheet would run as a formula is none of ours (names are checked), but costs nothing to refuse.
	if (/^[=+@\t\r]/.test(text)) throw new Error(`“${text}” would be run as a formula.`);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The metadata document of a CSV at `url`. Titles are in the reader's language where given, else the column's name. */
export function describeCsv(
	release: Release,
	url: string,
	words: { title: string; notes: string; columns: Partial<Record<string, string>> },
	language: string
) {
	return {
		'@context': ['http://www.w3.org/ns/csvw', { '@language': language }],
		url,
		'dc:title': words.title,
		'dc:description': words.notes,
		'dc:issued': { '@value': release.signedOn, '@type': 'xsd:date' },
		dialect: { delimiter: ',', header: true, encoding: 'utf-8', quoteChar: '"' },
		tableSchema: {
			columns: columns.map((name) => ({
				name,
				titles: [name],
				...(words.columns[name] ? { 'dc:description': words.columns[name] } : {}),
				...describeColumn(name)
			})),
			primaryKey: ['REF_AREA', 'INDICATOR', 'DIMENSION', 'CATEGORY', 'TIME_PERIOD']
		}
	};
}

function describeColumn(name: (typeof columns)[number]) {
	if (name === 'OBS_VALUE') return { datatype: { base: 'integer', minimum: 0 }, null: '', required: false };
	const formats: Partial<Record<typeof name, string>> = {
		...{ OBS_STATUS: '[AQ]', CONF_STATUS: '[FSD]', TIME_PERIOD: '\\d{4}-Q[1-4]', REF_AREA: '[A-Z]{2}(/[\\w-]+)?' }
	};
	const format = formats[name];
	return { datatype: format ? { base: 'string', format } : 'string', required: true };
}
