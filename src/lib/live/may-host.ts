// Who may host a group's live: a coach of the group, and a peer expert who stands by it. Pure.
import type { Role } from '../auth/account';

export interface HostingAccount {
	role: Role;
	organisationId: string;
	/** Of a peer expert: the group they stand by. */
	groupId?: string | null;
}

/** `coached`: the account is a coach of the group, found with the group itself. */
export function mayHost(account: HostingAccount, group: { id: string; organisationId: string }, coached: boolean): boolean {
	if (account.organisationId !== group.organisationId) return false;
	if (account.role === 'coach') return coached;
	return account.role === 'peer-expert' && account.groupId === group.id;
}
