// The words of the account page that depend on what happened.
import type { Device } from '$lib/auth/device';
import type { Key } from '$lib/i18n/translator';
import { wordsOf, type Problem } from '../../(auth)/invitation/words';

export const deviceWords: Record<Device, Key> = {
	'android-phone': 'account.androidPhone',
	iphone: 'account.iphone',
	tablet: 'account.tablet',
	windows: 'account.windows',
	mac: 'account.mac',
	linux: 'account.linux',
	chromebook: 'account.chromebook',
	unknown: 'account.unknownDevice'
};

const done: Record<string, Key> = {
	device: 'account.doneDevice',
	others: 'account.doneOthers',
	passphrase: 'account.donePassphrase',
	passkey: 'account.donePasskey',
	app: 'account.doneApp',
	removed: 'account.doneRemoved'
};

const own = {
	'device-gone': 'account.deviceGone',
	'current-wrong': 'account.currentWrong',
	'sign-in-again': 'account.againText',
	'keep-one': 'account.keepOne',
	'no-factor': 'account.codesNoFactor'
} as const satisfies Record<string, Key>;

/** What was done, as its address says; null for anything else that stands there. */
export function doneWords(what: string | null): Key | null {
	return (what !== null && Object.hasOwn(done, what) && done[what]) || null;
}

/** Why nothing was changed. */
export function problemWords(problem: keyof typeof own | Problem): Key {
	return problem in own ? own[problem as keyof typeof own] : wordsOf[problem as Problem];
}
