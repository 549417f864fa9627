// Two people of the demo hold a badge, so that there is one to look at, to print and to verify.
import { eq, inArray } from 'drizzle-orm';
import { accountTable } from '../lib/auth/tables.server';
import { issueBadge } from '../lib/certification/badges.server';
import type { Database } from '../lib/database/database.server';

const holders = {
	'loutre verte demo': { achievement: 'peer-expert', nameMode: 'drawn' },
	'demo-bruno': { achievement: 'coach', nameMode: 'committed' }
} as const;

export async function giveDemoBadges(accounts: Database, now: Date): Promise<void> {
	const rows = await accounts.read
		.select()
		.from(accountTable)
		.where(inArray(accountTable.username, Object.keys(holders)));
	const [by] = await accounts.read.select().from(accountTable).where(eq(accountTable.role, 'coordinator')).limit(1);
	for (const { id, username, organisationId } of rows) {
		const given = holders[username as keyof typeof holders];
		await issueBadge(accounts, { accountId: id, issuer: null, by: by ?? { id, organisationId }, ...given }, now);
	}
}
