// Checks of the words of a module in one language: tone and ease of reading. The same for the French text and for translations.
import type { Locale } from '../i18n/locales';
import type { Place, Report } from './finding';
import { listNarration, listReading } from './narration';
import { findPhrase } from './phrases';
import { listWords, withoutMarks } from './plain-words';
import { fewestWords, listSentences, longestSentence, measureWords, type Reader } from './reading-level';
import type { SourceModule, Unit } from './source';

/** The words of a unit in the language, and where they stand in their file; null where they are not translated. */
export type Words = (unit: Unit) => { text: string; at: Place } | null;

/** Reports phrases that blame or frighten, and passages above the level of their readers. */
export function checkLanguage(module: SourceModule, locale: Locale, words: Words, report: Report): void {
	for (const unit of listNarration(module)) {
		const found = words(unit);
		const phrase = found && findPhrase(withoutMarks(found.text), locale);
		if (phrase) report.add('E156', found.at, `“${phrase.phrase}” ${phrase.tone === 'blame' ? 'blames' : 'frightens'}`);
	}
	checkEase(module, locale, words, report);
}

/** A node with enough words is judged by itself; all the short ones together, so that none escapes. */
function checkEase({ nodes, front }: SourceModule, locale: Locale, words: Words, report: Report): void {
	const short: string[][] = [];
	let shortAt: Place | null = null;
	// Coaches are asked for B1: they work in their language, or one of their languages. All others are young people.
	const reader: Reader = front.data.training?.audience === 'coach' ? 'adult' : 'young';
	const judge = (sentences: string[][], at: Place | null, what: string): void => {
		const level = measureWords(sentences, locale, reader);
		if (!at || !level?.tooHard) return;
		const value = level.unit === 'ease' ? `an ease of ${level.value.toFixed(0)}` : `${level.value.toFixed(1)} words a sentence`;
		report.add('E160', at, `${what}: ${value}, too hard for ${reader === 'young' ? 'young people' : 'all coaches'}`);
	};
	for (const node of nodes) {
		const found = listReading(node).flatMap((unit) => words(unit) ?? []);
		const at = found[0]?.at ?? null;
		const sentences = found.flatMap(({ text, at: place }) => {
			const own = listSentences(withoutMarks(text)).map(listWords);
			const long = own.find(({ length }) => length > longestSentence)?.length;
			if (long) report.add('E160', place, `a sentence of ${long} words, ${longestSentence} at most`);
			return own;
		});
		if (sentences.flat().length >= fewestWords) judge(sentences, at, `“${node.id}”`);
		else {
			short.push(...sentences);
			shortAt ??= at;
		}
	}
	judge(short, shortAt, 'the short nodes together');
}
