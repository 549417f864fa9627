// What the phone's page is given: plain data, so that the page can hand it to the island.
import type { Language } from '../../i18n/context';
import type { Locale } from '../../i18n/locales';
import type { Key, Messages } from '../../i18n/translator';
import { faces, moods, pass, scale } from '../script';
import type { Own, PhoneView } from '../view';

/** Why a phone is still outside. */
export type DoorProblem = 'unknown' | 'too-many' | 'offline' | 're-entry';

/** What a form of a phone without a script came back with; `called` and `sent` say that it worked. */
export const formAnswers = ['unknown', 'too-many', 're-entry', 'closed', 'storage', 'called', 'sent'] as const;
export type FormAnswer = (typeof formAnswers)[number];

export interface PhoneData {
	locale: Locale;
	dir: Language['dir'];
	messages: Messages;
	code: string;
	/** Null for a phone that has not come in yet. */
	view: PhoneView | null;
	own: Own | null;
	answered: FormAnswer | null;
	/** The phone asked for a moment of calm (without a script). */
	resting: boolean;
}

type CommonOption = (typeof faces | typeof moods | typeof scale)[number] | typeof pass;

/** Words of the interface for an answer that every kit asks for; a kit brings the words of its own. */
export const optionKey = (option: string): Key => `live.option_${option as CommonOption}`;

export function isCommonOption(option: string): boolean {
	return [pass, ...faces, ...moods, ...scale].some((each) => each === option);
}

/** The questions of the last minutes, which have the interface's words. */
export function questionKey(prompt: string): Key | null {
	return prompt === 'faces' || prompt === 'mood' || prompt === 'take' ? `live.ask_${prompt}` : null;
}
