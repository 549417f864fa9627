import { expect, it } from 'vitest';
import { temporaryDatabase } from '../../../tests/temporary';
import { createAccount } from '../auth/accounts.server';
import { createOrganisation } from '../groups/organisations.server';
import { issueBadge, revokeBadge } from './badges.server';
import { listCertified } from './certified.server';

it('lists who holds a badge in a month, once each', async () => {
	const accounts = await temporaryDatabase('accounts');
	const day = (text: string) => new Date(`${text}T10:00:00Z`);
	for (const id of ['o', 'p']) await createOrganisation(accounts, { id, name: id }, day('2026-01-10'));
	const make = async (username: string, organisationId: string) =>
		(
			await createAccount(
				accounts,
				{ username, name: username, role: 'coach', organisationId, groupId: null, passphraseHash: 'none' },
				day('2026-01-10')
			)
		).id;
	const [one, two, three] = [await make('one', 'o'), await make('two', 'o'), await make('three', 'p')];
	const give = async (accountId: string, at: string) => {
		const by = { id: one, organisationId: 'o' };
		const issued = await issueBadge(accounts, { accountId, achievement: 'coach', issuer: null, nameMode: 'line', by }, day(at));
		if (!issued.ok) throw new Error(issued.reason);
		return issued.badge.id;
	};
	await give(one, '2026-02-10');
	const taken = await give(two, '2026-03-10');
	await give(three, '2026-05-10');
	await revokeBadge(accounts, taken, { id: one, organisationId: 'o' }, day('2026-06-10'));
	const held = async (month: string) => (await listCertified(accounts, month)).map(({ accountId }) => accountId).sort();
	expect(await held('2026-01')).toEqual([]);
	expect(await held('2026-03')).toEqual([one, two].sort());
	expect(await held('2026-05')).toEqual([one, two, three].sort());
	expect(await held('2026-06')).toEqual([one, three].sort());
	expect(await held('2028-03')).toEqual([three]);
	expect(await held('2029-01')).toEqual([]);
});
