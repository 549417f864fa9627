// No number to dial anywhere but those of the help table: a wrong one is worse than none. Every text that a person may read is
// searched: messages, pages, stories and their translations, plans, the table's own sentences.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { getHelpPack } from '../src/lib/content/help.server';

const pack = getHelpPack();
const digitsOf = (text: string) => text.replace(/\D/g, '');
const known = new Set([
	...pack.emergency.map(({ number }) => digitsOf(number)),
	...[...pack.lines, ...pack.worry].flatMap(({ channels }) =>
		channels.flatMap(({ kind, value }) => (kind === 'phone' && value ? digitsOf(value) : []))
	)
]);

function listTexts(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		if (entry.isDirectory()) return listTexts(path);
		// `units.json` holds hashes, and the table itself is what the rest is held to.
		return /\.(svx|po|json|md|plan)$/.test(entry.name) && !/units\.json$|help\.json$/.test(entry.name) ? [path] : [];
	});
}

/** Words that make three digits a number of something else: a year, an amount, a size, a study's pupils. */
const measures =
	/(\d{1,3}\s?%|\b(19|20)\d\d\b|\b0 (à|to|tot|إلى) \d+|\b(\d{1,3}[ \u00a0\u202f,.])?\d+\s?(lignes|rows|regels|سطر|px|pixels?|بكسل|kB|ms|élèves|pupils|leerlingen|تلميذ\S*|euros?|€|يورو|followers|abonnés|messages|berichten|corrections)|(delay|seconds?)\D{0,3}\d+)/giu;
/** Other scripts' digits are digits too. */
const latin = (text: string) =>
	text.replace(/[٠-٩۰-۹]/g, (digit) =>
		String('٠١٢٣٤٥٦٧٨٩'.includes(digit) ? '٠١٢٣٤٥٦٧٨٩'.indexOf(digit) : '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit))
	);

/** What looks like a number to dial: three digits or more, however they are spaced. */
function listNumbers(text: string): string[] {
	const read = latin(text)
		// Of a translation file: where a unit stands, its date, its header.
		.replace(/^(#|msgctxt|"POT|"PO-|"Project|"X-|"Plural|"MIME|"Content|"Last|"Language).*$/gm, '')
		.replace(/`[^`]*`/g, '')
		.replace(measures, '')
		// A sentence ends.
		.replace(/(?<=\d)\. /g, '; ')
		// Ranges, ages and hours.
		.replace(/\d+\.\.\d+|(?<!\d)\d\d[-–]\d\d(?!\d)|(?<![\d.])\d{1,2}[.:]\d\d(?!\.?\d)/g, '');
	return [...read.matchAll(/\+?\d[\d   ./-]{1,}\d/g)].map(([run]) => run).filter((run) => digitsOf(run).length >= 3);
}

describe('numbers to dial', () => {
	const texts = [...listTexts('content')].filter((path) => path !== join('content', 'README.md'));

	it.each(texts)('%s has none that is not in the table', (path) => {
		const unknown = listNumbers(readFileSync(path, 'utf8')).filter((run) => !known.has(digitsOf(run)));
		expect(unknown).toEqual([]);
	});

	it('stand in no sentence of the table either', () => {
		const sentences = [...pack.lines, ...pack.worry].flatMap(({ about, whatHappens }) => [about, whatHappens]);
		const text = JSON.stringify([sentences, pack.emergency.map((entry) => entry.for)]);
		expect(listNumbers(text).filter((run) => !known.has(digitsOf(run)))).toEqual([]);
	});

	it.each(['Appelle le 0800 12 345.', 'Bel 02/123.45.67', 'Call +32 2 123 45 67', 'Appelle le 114', 'اتصل بالرقم ٩٩٩'])(
		'would be found: %s',
		(text) => {
			expect(listNumbers(text).filter((run) => !known.has(digitsOf(run)))).toHaveLength(1);
		}
	);

	it.each(['En 2026, 100 % des 856 élèves', 'Appelle le 116 000 ou le 112', '12-13 ans'.slice(0, 2)])(
		'are not seen in: %s',
		(text) => {
			expect(listNumbers(text).filter((run) => !known.has(digitsOf(run)))).toEqual([]);
		}
	);
});
