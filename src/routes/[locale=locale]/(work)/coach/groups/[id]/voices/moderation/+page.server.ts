// The first reading: a coach cleans a sentence of what could identify somebody and passes it on, or refuses it.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { blankIdentifiers, findIdentifiers } from '$lib/moderation/identifiers';
import { listWritten, passOn, refuse } from '$lib/moderation/queue.server';
import { longestStatement, tidyStatement } from '$lib/moderation/statement';
import { getInstance } from '$lib/ops/instance.server';
import { getOwnGroup } from '../../own-group.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const group = await getOwnGroup(event, account, 'see');
	const waiting = await listWritten(getInstance().moderation, [group.id]);
	return {
		group: { id: group.id, name: group.name },
		waiting: waiting.map(({ id, raw, locale, step }) => ({
			id,
			raw,
			proposal: blankIdentifiers(raw),
			lang: locale,
			step,
			marks: findIdentifiers(raw)
		})),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	pass: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const { id = '', text = '' } = (await readFields(event.request, 'id', 'text')) ?? {};
		const cleaned = tidyStatement(text);
		if (cleaned === '' || [...cleaned].length > longestStatement) return fail(422, { problem: 'empty' as const });
		const decided = await passOn(getInstance().moderation, id, [group.id], cleaned);
		if (decided === 'gone') return fail(409, { problem: 'gone' as const });
		redirect(303, `${event.url.pathname}?done=pass`);
	},
	refuse: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const { id = '' } = (await readFields(event.request, 'id')) ?? {};
		const decided = await refuse(getInstance().moderation, id, { groupIds: [group.id] });
		if (decided === 'gone') return fail(409, { problem: 'gone' as const });
		redirect(303, `${event.url.pathname}?done=refuse`);
	}
};
