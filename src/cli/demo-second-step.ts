// How a person trying the demo passes the second step of its coordinators. The key and the codes stand here in the open, like the
// passphrases: they are given to demo accounts of a demo instance and to nobody else.
import { secondFactorRoles } from '../lib/auth/account';
import { findAccountByUsername } from '../lib/auth/accounts.server';
import { formatRecoveryCode } from '../lib/auth/recovery-code';
import { findSecondFactors, giveRecoveryCodes, giveTotp } from '../lib/auth/second-factors.server';
import { codeAt } from '../lib/auth/totp';
import type { Instance } from '../lib/ops/instance.server';
import { accounts } from './demo-data';

/** Signs the demo where no SECRET is set: everybody can read it here, and it protects nothing real. */
export const demoSecret = 'demo-only-secret-that-protects-nothing-real';

const totpSecret = new TextEncoder().encode('relais demo key no 1');
const recoveryCodes = ['DEMXCXDE2345', 'DEMXCXDE3456', 'DEMXCXDE4567', 'DEMXCXDE5678', 'DEMXCXDE6789'];

/** The six digits that the demo's app would show now. */
export function demoCode(now: Date): string {
	return codeAt(totpSecret, now);
}

/** What to read beside the sign-ins. */
export const demoSecondStep = [
	'  Coordinators and the network admin are asked for a second step. Either of:',
	'    the six digits that this prints:  npm run --silent demo:code',
	`    a recovery code (once each, anew at every start): ${recoveryCodes.map(formatRecoveryCode).join('  ')}`,
	''
].join('\n');

/** Gives the demo's accounts their second step (again): codes that were used work once more. Does nothing outside a demo. */
export async function giveDemoSecondSteps({ accounts: database, settings, demo }: Instance, now: Date): Promise<void> {
	if (!demo) return;
	for (const { username } of accounts.filter(({ role }) => secondFactorRoles.includes(role))) {
		const found = await findAccountByUsername(database, username);
		if (found === null) continue;
		const { id } = found.account;
		const { totp } = await findSecondFactors(database, id);
		if (!totp) await giveTotp(database, id, totpSecret, settings.secret, now);
		await giveRecoveryCodes(database, id, recoveryCodes);
	}
}
