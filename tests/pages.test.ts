// The pages of prose: whole in every language, in words that their readers can read (rule R14), and held to what is known.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { withoutMarks } from '../src/lib/content/plain-words';
import { limits, listSentences, longestSentence, measureLevel, type Reader } from '../src/lib/content/reading-level';
import { listWords } from '../src/lib/content/plain-words';
import { locales, sourceLocale, type Locale } from '../src/lib/i18n/locales';
import { prosePages, type ProsePage } from '../src/params/prose';

const read = (path: string) => readFileSync(`content/pages/${path}.svx`, 'utf8');
const bodyOf = (text: string) => text.replace(/^---\n[\s\S]*?\n---\n/, '');
/** What a page is made of, whatever its words. */
const shapeOf = (text: string) => bodyOf(text).match(/^(#+|-|\d+\.) |\]\([^)]*\)/gm);

/** Sentences; a heading and an item of a list are one even without a stop. Names of studies and their years aren't read as words. */
function sentencesOf(text: string): string[] {
	const plain = text.replace(/^(title|lead): /gm, '').replace(/^---$/gm, '');
	const lines = plain.split('\n').map((line) => line.replace(/^#+ /, '').replace(/[(（][^()]*\d{4}[^()]*[)）]/g, ''));
	return lines.flatMap((line) => listSentences(withoutMarks(line).replace(/ ?[:;،؛]( |$)/g, '. ')));
}

const readers: Record<ProsePage, Reader> = {
	method: 'adult',
	professionals: 'adult',
	accessibility: 'adult',
	terms: 'young'
};

describe.each(locales.map(({ id }) => id))('pages in %s', (locale: Locale) => {
	it.each(prosePages)('%s has all that the French one has', (page) => {
		const text = read(`${page}/${locale}`);
		expect(text).toMatch(/^---\ntitle: .*\*.+\*.*\nlead: .+\n---\n/);
		expect(shapeOf(text)).toEqual(shapeOf(read(`${page}/${sourceLocale}`)));
	});

	const texts = [
		...prosePages.map((page) => [page, readers[page], read(`${page}/${locale}`)] as const),
		['privacy, half a page', 'young', read(`privacy/${locale}.short`)] as const,
		['privacy, in full', 'adult', read(`privacy/${locale}.full`)] as const
	];
	it.each(texts)('%s can be read by its readers (%s)', (_, reader, text) => {
		const sentences = sentencesOf(text);
		const level = measureLevel(sentences, locale)!;
		const { ease, words } = limits[reader];
		if (level.unit === 'ease') expect(level.value).toBeGreaterThanOrEqual(ease);
		else expect(level.value).toBeLessThanOrEqual(words);
		for (const sentence of sentences) expect(listWords(sentence).length, sentence).toBeLessThanOrEqual(longestSentence);
	});
});

describe('the page of the method', () => {
	const studies = [
		'WHO 2022',
		'Finkelhor et al. 2020',
		'Calvete et al. 2022',
		'Döring 2014',
		'Mitchell',
		'Zambuto et al. 2020',
		'MyPeer',
		'856'
	];
	it.each(locales.map(({ id }) => id))('names the studies that are known, no other, and claims no proof (%s)', (locale) => {
		const text = read(`method/${locale}`);
		for (const study of studies) expect(text).toContain(study);
		const years = text.match(/\b(19|20)\d\d\b/g);
		expect(new Set(years)).toEqual(new Set(['2022', '2020', '2014']));
	});
});
