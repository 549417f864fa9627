import { describe, expect, it } from 'vitest';
import { countSyllables, listSentences, measureLevel } from './reading-level';

describe('countSyllables', () => {
	it.each([
		['fr', { école: 2, table: 1, photo: 2, personne: 2, aider: 2, amie: 2, les: 1, journée: 2, responsabilité: 6, 'l’école': 2 }],
		['en', { making: 2, table: 2, wanted: 2, liked: 1, the: 1, house: 1, message: 2, friend: 1 }],
		['nl', { mooie: 2, gevangenis: 4, groep: 1, berichtje: 3, foto: 2, huis: 1, ik: 1 }]
	] as const)('%s', (locale, words) => {
		const counted = Object.fromEntries(Object.keys(words).map((word) => [word, countSyllables(word, locale)]));
		expect(counted).toEqual(words);
	});
});

describe('listSentences', () => {
	it('ends a sentence at its mark, in every script, and not inside a number', () => {
		expect(listSentences('Il rit. Et toi ? « Non… » Il a 3.5 ans !')).toEqual([
			'Il rit',
			' Et toi ',
			' « Non',
			' » Il a 3.5 ans '
		]);
		expect(listSentences('هل رأيت الصورة؟ نعم.')).toHaveLength(2);
	});
});

describe('measureLevel', () => {
	const easy = {
		fr: 'Le chat dort sur le lit',
		en: 'The cat is on the bed',
		nl: 'De kat ligt in het bed',
		ar: 'القط ينام على السرير'
	};
	const hard = {
		fr: 'La responsabilisation individuelle des adolescents constitue une préoccupation institutionnelle considérable',
		en: 'Institutional responsibilities necessitate individual organisational accountability considerations',
		nl: 'Verantwoordelijkheidsgevoel veronderstelt voortdurende organisatorische samenwerkingsverbanden daarenboven',
		ar: Array.from({ length: 13 }, () => 'كلمة').join(' ')
	};

	it.each(['fr', 'en', 'nl', 'ar'] as const)('tells easy from hard in %s', (locale) => {
		expect(measureLevel(Array(20).fill(easy[locale]), locale)).toMatchObject({ tooHard: false });
		expect(measureLevel(Array(20).fill(hard[locale]), locale)).toMatchObject({ tooHard: true });
	});

	it('follows the published formulas', () => {
		// Ten sentences of six words of one syllable each.
		const ease = (locale: 'fr' | 'en' | 'nl', words: string) => measureLevel(Array(10).fill(words), locale)!.value;
		expect(ease('fr', 'Le chat dort sur le lit')).toBeCloseTo(207 - 1.015 * 6 - 73.6);
		expect(ease('en', 'The cat is on the bed')).toBeCloseTo(206.835 - 1.015 * 6 - 84.6);
		expect(ease('nl', 'De kat ligt in het bed')).toBeCloseTo(206.84 - 0.93 * 6 - 77);
	});

	it('says nothing of a few words', () => {
		expect(measureLevel(['Le chat dort'], 'fr')).toBeNull();
	});
});
