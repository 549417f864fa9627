// The peer expert of this address, when the account coaches their group (or coordinates it); 404 otherwise.
import type { Account } from '$lib/auth/account';
import type { Group } from '$lib/groups/group';
import { findGroupForCoach } from '$lib/groups/groups.server';
import { listPeers, type Peer } from '$lib/groups/peers.server';
import { findAccountForActor } from '$lib/groups/people.server';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from '../../../work.server';

interface PeerEvent {
	params: { id: string; locale: string };
	locals: App.Locals;
}

export async function getOwnPeer(event: PeerEvent, account: Account): Promise<{ peer: Peer; group: Group }> {
	const { accounts } = getInstance();
	const found = await findAccountForActor(accounts, account, event.params.id, 'see');
	if (found === null || found.groupId === null) refuse(event);
	const group = await findGroupForCoach(accounts, account, found.groupId, 'see', new Date());
	const peer = (await listPeers(accounts, [found.groupId])).find(({ id }) => id === found.id);
	if (group === null || peer === undefined) refuse(event);
	return { peer, group };
}
