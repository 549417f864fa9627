import { describe, expect, it } from 'vitest';
import { findPhrase } from './phrases';

const cases = {
	fr: {
		blame: [
			'C’est ta faute.',
			"C'est de ta faute",
			'Elle l’a bien cherché.',
			'Tu n’aurais jamais dû envoyer ça.',
			'Tu n’avais qu’à dire non.'
		],
		fear: ['Il est trop tard.', 'Ta vie est fichue.', 'Tu finiras en prison.'],
		kind: [
			'Ce n’est pas ta faute.',
			'Rien n’est de ta faute.',
			'Il n’est pas trop tard.',
			'Elle dit : « C’est ta faute. » C’est faux.',
			'Tu as dû avoir peur.'
		]
	},
	en: {
		blame: ['It’s your fault.', 'She asked for it.', 'You shouldn’t have sent it.', 'What did you expect?'],
		fear: ['It is too late.', 'Your life is over.'],
		kind: [
			'It’s not your fault.',
			'It’s never too late.',
			'Nobody asked for it to spread.',
			'He says “It’s your fault.” It isn’t.',
			'You should talk to someone.'
		]
	},
	nl: {
		blame: ['Het is jouw schuld.', 'Eigen schuld!', 'Je hebt er zelf om gevraagd.', 'Je had het nooit moeten sturen.'],
		fear: ['Het is te laat.', 'Niemand kan je nog helpen.'],
		kind: [
			'Het is niet jouw schuld.',
			'Het is niet je eigen schuld.',
			'Het is nog niet te laat.',
			'Je hebt hulp verdiend, altijd.'
		]
	},
	ar: {
		blame: ['أنتَ السبب.', 'هذا خطؤك.', 'كان عليك أن تصمت.'],
		fear: ['فات الأوان.', 'انتهت حياتك.'],
		kind: ['هذا ليس خطأك.', 'لم يفت الأوان بعد.', 'قال: «هذا خطؤك.» وهذا غير صحيح.']
	}
} as const;

describe.each(Object.entries(cases))('%s', (locale, { blame, fear, kind }) => {
	const find = (text: string) => findPhrase(text, locale as keyof typeof cases)?.tone ?? null;
	it.each(blame)('blames: %s', (text) => expect(find(text)).toBe('blame'));
	it.each(fear)('frightens: %s', (text) => expect(find(text)).toBe('fear'));
	it.each(kind)('is kind: %s', (text) => expect(find(text)).toBeNull());
});
