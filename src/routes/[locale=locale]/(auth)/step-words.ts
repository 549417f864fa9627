// What a refused code or passphrase is answered with.
import type { StepAnswer } from '$lib/auth/second-step.server';
import type { Key, Translate } from '$lib/i18n/translator';

export type RefusedStep = Exclude<StepAnswer, { ok: true }>;

const words: Record<Exclude<RefusedStep['reason'], 'too-many'>, Key> = {
	missing: 'auth.codeMissing',
	wrong: 'auth.codeWrong',
	spent: 'auth.codeSpent',
	late: 'auth.codeLate',
	none: 'auth.codeNone',
	'recovery-wrong': 'auth.recoveryWrong'
};

/** The sentence for a refused code. */
export function describeStep(t: Translate, refused: RefusedStep): string {
	return refused.reason === 'too-many' ? describeWait(t, refused.seconds) : t(words[refused.reason]);
}

/** How long to wait, in words. */
export function describeWait(t: Translate, seconds: number): string {
	return seconds <= 90 ? t('auth.tooManySeconds', { n: seconds }) : t('auth.tooManyMinutes', { n: Math.ceil(seconds / 60) });
}
