// The way of who is signed in to their own certificate.
import type { Account } from '$lib/auth/account';
import type { Achievement } from '$lib/certification/badge';
import { followPath, type PathView } from '$lib/certification/path';
import { readPath, type PathRecord } from '$lib/certification/path-facts.server';
import { listPeers } from '$lib/groups/peers.server';
import { dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from './work.server';

interface PathEvent {
	params: { locale: string };
	locals: App.Locals;
}

/** Which certificate somebody of this role works towards; only asked of peer experts and coaches. */
export function achievementOf({ role }: Pick<Account, 'role'>): Achievement {
	return role === 'coach' ? 'coach' : 'peer-expert';
}

export async function readOwnPath(
	event: PathEvent,
	account: Account
): Promise<{ record: PathRecord; view: PathView; today: string }> {
	const { accounts } = getInstance();
	const today = dayOf(new Date());
	let paused = false;
	if (account.role === 'peer-expert') {
		const peer = (await listPeers(accounts, account.groupId === null ? [] : [account.groupId])).find(
			({ id }) => id === account.id
		);
		if (peer === undefined) refuse(event);
		paused = peer.pausedOn !== null;
	}
	const record = await readPath(accounts, { id: account.id, achievement: achievementOf(account), paused }, today);
	return { record, view: followPath(record.facts, today), today };
}
