// The door to other people's accounts and invitations: found and authorised in one step. Somebody else's doesn't exist.
import type { Account, Role } from '../auth/account';
import { findAccount } from '../auth/accounts.server';
import type { Invitation } from '../auth/invitation';
import { findInvitationById } from '../auth/invitations.server';
import type { Database } from '../database/database.server';
import { can, type Action, type Actor } from './can';
import { listCoachIds } from './groups.server';

/** The account, when the actor may do this with it; null for another's exactly as for one that doesn't exist. */
export async function findAccountForActor(
	database: Database,
	actor: Actor,
	accountId: string,
	action: Action<'account'>
): Promise<(Account & { username: string }) | null> {
	const account = await findAccount(database, accountId);
	if (account === null) return null;
	const { id, role, organisationId, groupId } = account;
	const coachIds = await listCoachIdsOf(database, groupId);
	return can(actor, action, { kind: 'account', id, role, organisationId, coachIds }) ? account : null;
}

/** The invitation, when the actor may do this with it; else null. */
export async function findInvitationForActor(
	database: Database,
	actor: Actor,
	invitationId: string,
	action: Action<'invitation'>
): Promise<Invitation | null> {
	const invitation = await findInvitationById(database, invitationId);
	return invitation !== null && (await mayInvite(database, actor, invitation, action)) ? invitation : null;
}

/** True when the actor may invite somebody of this role to this place. */
export async function mayInvite(
	database: Database,
	actor: Actor,
	{ role, organisationId, groupId }: { role: Role; organisationId: string; groupId: string | null },
	action: Action<'invitation'> = 'make'
): Promise<boolean> {
	const coachIds = await listCoachIdsOf(database, groupId);
	return can(actor, action, { kind: 'invitation', role, organisationId, coachIds });
}

async function listCoachIdsOf(database: Database, groupId: string | null): Promise<string[]> {
	if (groupId === null) return [];
	return (await listCoachIds(database, [groupId], new Date())).get(groupId) ?? [];
}
