// The group of this address for an account that may host it, or 404: somebody else's group and none at all look the same.
import type { Account } from '$lib/auth/account';
import { findGroupForCoach } from '$lib/groups/groups.server';
import { getInstance } from '$lib/ops/instance.server';
import { refuse } from '../work.server';

interface GroupEvent {
	params: { group: string; locale: string };
	locals: App.Locals;
}

export async function getHostedGroup(event: GroupEvent, account: Account): Promise<{ id: string; name: string }> {
	const group = await findGroupForCoach(getInstance().accounts, account, event.params.group, 'host');
	return group ? { id: group.id, name: group.name } : refuse(event);
}
