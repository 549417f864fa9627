// How hard a text is to read, by the published formula of its language. A number for whole passages: on one sentence it means little.
import type { Locale } from '../i18n/locales';
import { listWords } from './plain-words';

/** Below this many words a passage is too short for its number to mean anything. */
export const fewestWords = 50;

export interface Level {
	/** Ease, 0 (hard) to 100 (easy); for Arabic, words a sentence. */
	value: number;
	unit: 'ease' | 'words a sentence';
	tooHard: boolean;
}

/** Who reads. */
export type Reader = 'young' | 'adult';

/**
 * What readers can be asked to read. Young people: level A2 whatever their age, since many read in a language that is not their
 * first; an ease of 80 is "easy" in the table of Flesch (1948). Adults: level B1, and 70 is "fairly easy". Words a sentence for
 * Arabic, which has no formula that is generally accepted.
 */
export const limits: Record<Reader, { ease: number; words: number }> = {
	young: { ease: 80, words: 10 },
	adult: { ease: 70, words: 12 }
};
/** No sentence is longer, in words. */
export const longestSentence = 20;

/** The level of a passage; null when it is too short to say. */
export function measureLevel(sentences: string[], locale: Locale, reader: Reader = 'young'): Level | null {
	return measureWords(sentences.map(listWords), locale, reader);
}

/** The same of sentences whose words are known already. */
export function measureWords(sentences: string[][], locale: Locale, reader: Reader = 'young'): Level | null {
	const limit = limits[reader];
	const words = sentences.flat();
	if (words.length < fewestWords) return null;
	const perSentence = words.length / sentences.filter(({ length }) => length > 0).length;
	if (locale === 'ar') return { value: perSentence, unit: 'words a sentence', tooHard: perSentence > limit.words };
	const perWord = words.reduce((sum, word) => sum + countSyllables(word, locale), 0) / words.length;
	const value = easeOf[locale](perSentence, perWord);
	return { value, unit: 'ease', tooHard: value < limit.ease };
}

/** Splits a text at the marks that end a sentence. */
export function listSentences(text: string): string[] {
	return text.split(/[.!?…؟]+(?=\s|$|[»”"’)])/u).filter((sentence) => /\p{L}/u.test(sentence));
}

/** Ease from words a sentence and syllables a word. */
const easeOf: Record<'fr' | 'en' | 'nl', (perSentence: number, perWord: number) => number> = {
	/** Kandel and Moles, "Application de l'indice de Flesch à la langue française", Cahiers d'études de radio-télévision 19 (1958). */
	fr: (perSentence, perWord) => 207 - 1.015 * perSentence - 73.6 * perWord,
	/** Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948). */
	en: (perSentence, perWord) => 206.835 - 1.015 * perSentence - 84.6 * perWord,
	/** Douma, "De leesbaarheid van landbouwbladen", Bulletin 17, Landbouwhogeschool Wageningen (1960). */
	nl: (perSentence, perWord) => 206.84 - 0.93 * perSentence - 77 * perWord
};

const vowels: Record<'fr' | 'en' | 'nl', RegExp> = {
	fr: /[aeiouyàâäéèêëîïôöùûüœæ]+/g,
	en: /[aeiouy]+/g,
	nl: /aai|ooi|oei|eeu|ieu|aa|ee|ie|oe|ui|ou|au|eu|ei|ij|oo|uu|[aeiouyéèëïöü]/g
};

/** Mute endings, which the eye sees and the voice leaves out. */
const mute: Record<'fr' | 'en' | 'nl', RegExp> = {
	fr: /(?<=[aeiouyéèêîôû].*[^aeiouyéèêàâîïôûù])es?$|(?<=[iuéy])es?$/,
	en: /(?<=[aeiouy].*[^aeiouy])(?<!l)es?$|(?<=[aeiouy].*[^aeiouydt])ed$/,
	nl: /$^/
};

/** Syllables of a word, by its groups of vowels; at least one. Wrong for some words, right on average, which is all a formula needs. */
export function countSyllables(word: string, locale: 'fr' | 'en' | 'nl'): number {
	const lower = word.toLowerCase();
	// The rules of mute endings look far back: only a word with such an ending is held against them.
	const heard = /(?:e|es|ed)$/.test(lower) ? lower.replace(mute[locale], '') : lower;
	return Math.max(1, heard.match(vowels[locale])?.length ?? 0);
}
