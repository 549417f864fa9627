// The part of a form in which somebody takes a passphrase: four words offered, or a phrase of one's own, written twice.
import { randomInt } from 'node:crypto';
import type { Role } from './account';
import { isCommonPassphrase } from './common-passphrases.server';
import { judgePassphrase, normalisePassphrase, offerPassphrase, type PassphraseProblem } from './passphrase';

/** The names of the form's fields. */
export const passphraseFields = ['way', 'offered', 'own', 'repeat'] as const;
export type PassphraseFields = Record<(typeof passphraseFields)[number], string>;

/** Four fresh words to offer. */
export function offerWords(): string {
	return offerPassphrase((n) => randomInt(n));
}

export type TakenPassphrase = { ok: true; passphrase: string } | { ok: false; problem: PassphraseProblem | 'different' };

/** The passphrase that a form takes. The words offered come back with the form and are judged like any other phrase. */
export function takePassphrase({ way, offered, own, repeat }: PassphraseFields, role: Role, name: string): TakenPassphrase {
	// Twice the same is taken as it is; where only accents or outer spaces differ, what was meant by both.
	const passphrase = way !== 'own' ? offered : own === repeat ? own : normalisePassphrase(own);
	const problem = judgePassphrase(passphrase, { role, name, isCommon: isCommonPassphrase });
	if (problem !== null) return { ok: false, problem };
	if (way === 'own' && normalisePassphrase(own) !== normalisePassphrase(repeat)) return { ok: false, problem: 'different' };
	return { ok: true, passphrase };
}
