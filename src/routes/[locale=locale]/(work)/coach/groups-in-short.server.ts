// The groups beside the to-do list: one panel for one group, a line each for several.
import type { Group } from '$lib/groups/group';
import type { GroupFacts } from '$lib/groups/todo-rules';

export interface GroupInShort {
	id: string;
	name: string;
	state: 'open' | 'preparing' | 'closed';
	peers: number;
	/** The next meeting, as a day. */
	nextOn: string | null;
}

/** As many as a column holds. */
const shown = 6;

export function describeGroupsInShort(
	groups: readonly Group[],
	facts: readonly GroupFacts[],
	today: string
): { groups: GroupInShort[]; moreGroups: number } {
	const inShort = facts.map(({ id, name, openedOn, closed, peers, plans }, index): GroupInShort => {
		const next = plans.filter(({ state: planned, on }) => planned === 'planned' && on >= today).map(({ on }) => on);
		const state = closed ? 'closed' : openedOn === null ? 'preparing' : 'open';
		return { id, name: groups[index]?.name ?? name, state, peers: peers.length, nextOn: next.sort()[0] ?? null };
	});
	const open = inShort.filter(({ state }) => state !== 'closed');
	return { groups: open.slice(0, shown), moreGroups: Math.max(0, open.length - shown) };
}
