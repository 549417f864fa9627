// Certificates signed and revoked by who answers for them, and how many peer experts of a group hold one.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { listPeersOf } from '../groups/directory.server';
import { dayOf } from '../i18n/day';
import { writeAudit, type Actor } from '../ops/audit.server';
import { stateOf, type Badge, type NameMode } from './badge';
import { issueBadge, listAwards, revokeBadge } from './badges.server';
import type { RevocationReason } from './closed-lists';
import { followPath, type StepId } from './path';
import { readPath, type OnThePath } from './path-facts.server';
import { reopenPath } from './path-steps.server';
import { awardTable, badgeTable } from './tables.server';

export type Signed =
	| { ok: true; badge: Badge }
	| { ok: false; reason: 'not-ready'; missing: StepId[] }
	| { ok: false; reason: 'unknown-account' | 'unknown-issuer' | 'held' };

/** Signs a certificate when every step of the way is done: looked at once more here, whatever a page showed. */
export async function signCertificate(
	database: Database,
	by: Actor,
	person: OnThePath,
	nameMode: NameMode,
	now: Date
): Promise<Signed> {
	const today = dayOf(now);
	const view = followPath((await readPath(database, person, today)).facts, today);
	if (!view.ready) return { ok: false, reason: 'not-ready', missing: view.steps.flatMap(({ id, done }) => (done ? [] : [id])) };
	const wanted = { accountId: person.id, achievement: person.achievement, issuer: null, nameMode, by };
	return issueBadge(database, wanted, now);
}

/** Revokes a badge of this account. False when it holds none of that id. Who no longer meets what was certified begins again from there. */
export async function revokeCertificate(
	database: Database,
	by: Actor,
	{ accountId, badgeId }: { accountId: string; badgeId: string },
	reason: RevocationReason,
	now: Date
): Promise<boolean> {
	const held = (await listAwards(database, accountId)).some((award) => award.badgeId === badgeId);
	if (!held || !(await revokeBadge(database, badgeId, by, now))) return false;
	await database.write(async (tx) => {
		if (reason === 'conditions') await reopenPath(tx, accountId);
		const { organisationId } = by;
		await writeAudit(tx, { by, organisationId, act: `revoked-${reason}`, subject: '', subjectId: accountId }, now);
	});
	return true;
}

/** How many peer experts of each of these groups hold a certificate today; groups without one are missing. */
export async function countCertified(database: Database, groupIds: readonly string[], now: Date): Promise<Map<string, number>> {
	const peers = await listPeersOf(database, groupIds);
	const counts = new Map<string, number>();
	if (peers.length === 0) return counts;
	const ids = peers.map(({ id }) => id);
	const rows = await database.read
		.select()
		.from(awardTable)
		.innerJoin(badgeTable, eq(badgeTable.id, awardTable.badgeId))
		.where(and(inArray(awardTable.accountId, ids), isNull(badgeTable.revokedOn)));
	const valid = rows.filter(({ badge }) => badge.achievement === 'peer-expert' && stateOf(badge, now) === 'valid');
	const holders = new Set(valid.map(({ award }) => award.accountId));
	for (const { id, groupId } of peers) if (holders.has(id)) counts.set(groupId, (counts.get(groupId) ?? 0) + 1);
	return counts;
}
