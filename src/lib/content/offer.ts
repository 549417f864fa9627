// When a language is offered for a module. Apart from the compiler, since the server needs the rule and not the compiler.

/** Share of the units, 0..1, that must be translated and up to date. */
export const offeredFrom = 0.95;

/** How far the translation of a module into one language is, in units of text. */
export interface Completeness {
	/** All texts of the module: translated + stale + missing. */
	units: number;
	/** Translated, and from the French text of today. */
	translated: number;
	/** Translated from an older French text: still shown. */
	stale: number;
	/** Not translated: shown in French. */
	missing: number;
	/** Those of the missing that are safety texts (safety-texts.ts). */
	safetyMissing: number;
}

/** Whether young people are offered a module in a language: nearly all of it, and every safety text. */
export function isOffered({ units, translated, safetyMissing }: Completeness): boolean {
	return translated >= units * offeredFrom && safetyMissing === 0;
}
