// The groups whose meetings this account may see.
import { requireRole } from '$lib/auth/guards.server';
import { listHostedGroups } from '$lib/groups/groups.server';
import { listLives } from '$lib/live/lives.server';
import { getInstance } from '$lib/ops/instance.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'peer-expert');
	const { accounts, live } = getInstance();
	const groups = await listHostedGroups(accounts, account);
	const found = await Promise.all(
		groups.map(async ({ id, name }) => {
			const lives = await listLives(live, id, Date.now());
			return { id, name, running: lives.filter(({ endedAt }) => endedAt === null).length };
		})
	);
	return { groups: found };
};
