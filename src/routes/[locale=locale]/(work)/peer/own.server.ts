// The signed-in peer expert with their group, as their own pages need it; 404 when the group is gone.
import type { Account } from '$lib/auth/account';
import type { Group } from '$lib/groups/group';
import { findGroupOfPeer } from '$lib/groups/groups.server';
import { listPeers, type Peer } from '$lib/groups/peers.server';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from '../work.server';

interface PeerEvent {
	params: { locale: string };
	locals: App.Locals;
}

export async function getOwnPlace(event: PeerEvent, account: Account): Promise<{ peer: Peer; group: Group }> {
	const { accounts } = getInstance();
	const group = await findGroupOfPeer(accounts, account);
	const peer = group && (await listPeers(accounts, [group.id])).find(({ id }) => id === account.id);
	if (!group || !peer) refuse(event);
	return { peer, group };
}
