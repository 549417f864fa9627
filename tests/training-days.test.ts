// The exercises of the training days: the same in every language, in the parts and minutes of the day's programme, with all that
// whoever leads them needs.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { listWords, withoutMarks } from '../src/lib/content/plain-words';
import { limits, listSentences, longestSentence, measureLevel, type Reader } from '../src/lib/content/reading-level';
import { locales, type Locale } from '../src/lib/i18n/locales';
import { sheetProgrammes, templates, type SheetProgramme } from '../src/lib/training/training-day';

const fileOf = (programme: SheetProgramme, locale: Locale) => `content/training-days/${programme}/${locale}.svx`;
const read = (programme: SheetProgramme, locale: Locale) => readFileSync(fileOf(programme, locale), 'utf8');

interface Block {
	title: string;
	minutes: number;
	text: string;
}

/** The blocks under headings of a level: `## Title · 45 min`. */
function listBlocks(text: string, marks: '##' | '###'): Block[] {
	const [, ...parts] = text.split(new RegExp(`^${marks} `, 'm'));
	return parts.map((part) => {
		const [heading = '', ...lines] = part.split('\n');
		const [, title = '', minutes = ''] = /^(.+) · (\d+) (?:min|دقيقة)$/.exec(heading) ?? [];
		return { title, minutes: Number(minutes), text: lines.join('\n') };
	});
}

const sum = (blocks: Block[]) => blocks.reduce((all, { minutes }) => all + minutes, 0);

describe.each(sheetProgrammes)('%s', (programme) => {
	describe.each(locales.map(({ id }) => id))('in %s', (locale) => {
		const parts = existsSync(fileOf(programme, locale)) ? listBlocks(read(programme, locale), '##') : [];
		const exercises = parts.flatMap(({ text }) => listBlocks(text, '###'));

		it('has the parts of the programme, with its minutes', () => {
			const messages = JSON.parse(readFileSync(`content/messages/${locale}/training.json`, 'utf8')) as Record<string, string>;
			const expected = templates[programme].map(({ id, minutes }) => ({ title: messages[`part_${id}`], minutes }));
			expect(parts.map(({ title, minutes }) => ({ title, minutes }))).toEqual(expected);
			for (const part of parts) expect(sum(listBlocks(part.text, '###')), part.title).toBe(part.minutes);
		});

		it('says for each exercise the material, the steps and words to say', () => {
			for (const { title, text } of exercises) {
				expect(title).not.toBe('');
				expect(text, title).toMatch(/^\n\*\*[^*]+\*\* .+\.\n\n1\. .+\n2\. .+\n3\. .+\n\n> .+\n/);
			}
		});

		it('has all that the French one has', () => {
			const french = listBlocks(read(programme, 'fr'), '##').flatMap(({ text }) => listBlocks(text, '###'));
			expect(exercises.map(({ minutes }) => minutes)).toEqual(french.map(({ minutes }) => minutes));
		});

		it.each([
			['the steps', 'adult'],
			['the words to say', 'young']
		] as const)('%s can be read by all (%s)', (what, reader: Reader) => {
			const lines = exercises.flatMap(({ text }) => text.split('\n').filter(Boolean));
			const own = lines.filter((line) => line.startsWith('> ') === (what === 'the words to say'));
			const sentences = own.flatMap((line) => listSentences(withoutMarks(line.replace(/^(?:> |\d\. )/, ''))));
			const level = measureLevel(sentences, locale, reader)!;
			if (level.unit === 'ease') expect(level.value).toBeGreaterThanOrEqual(limits[reader].ease);
			else expect(level.value).toBeLessThanOrEqual(limits[reader].words);
			for (const sentence of sentences) expect(listWords(sentence).length, sentence).toBeLessThanOrEqual(longestSentence);
		});
	});
});
