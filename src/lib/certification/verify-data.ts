// What a page of verification hands to its island, and what the island says to its worker.
import type { Locale } from '../i18n/locales';
import type { Messages } from '../i18n/translator';
import type { BadgeFacts } from './badge-credential';
import type { Ring } from './badge-keys';
import type { Answer } from './badge-verify';

/** An answer, or what a page alone can say: that there is no badge of this number, or that nothing can be verified here. */
export type Finding = Answer | { word: 'unknown' | 'cannot' };

export interface VerifyData {
	locale: Locale;
	messages: Messages;
	/** Public keys: kept with the page, so that it verifies without a network. */
	ring: Ring;
	/** Address of the worker that verifies; loaded when there is something to verify. */
	engine: string;
	/** What the server answers, and when; null on the page without a badge. */
	found: Finding | null;
	checkedAt: string;
	/** The signed badge, to be verified here once more. */
	credential: object | null;
	/** A text was sent without a script that is no link of a badge. */
	refused: boolean;
}

export interface EngineQuestion {
	text: string;
	ring: Ring;
}

export function hasFacts(finding: Finding): finding is Finding & { facts: BadgeFacts } {
	return 'facts' in finding;
}
