// The second reading: a coordinator approves what a coach has cleaned, cleans it further, or refuses it.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { findIdentifiers } from '$lib/moderation/identifiers';
import { approve, listRead, refuse } from '$lib/moderation/queue.server';
import { longestStatement, tidyStatement } from '$lib/moderation/statement';
import { getInstance } from '$lib/ops/instance.server';

export const load = async (event) => {
	const { organisationId } = requireRole(event, 'coordinator');
	const waiting = await listRead(getInstance().moderation, organisationId);
	return {
		waiting: waiting.map(({ id, cleaned, locale, step }) => ({
			id,
			raw: cleaned,
			proposal: cleaned,
			lang: locale,
			step,
			marks: findIdentifiers(cleaned)
		})),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	pass: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const { id = '', text = '' } = (await readFields(event.request, 'id', 'text')) ?? {};
		const cleaned = tidyStatement(text);
		if (cleaned === '' || [...cleaned].length > longestStatement) return fail(422, { problem: 'empty' as const });
		const decided = await approve(getInstance().moderation, { id, organisationId, cleaned }, new Date());
		if (decided === 'gone') return fail(409, { problem: 'gone' as const });
		redirect(303, `${event.url.pathname}?done=pass`);
	},
	refuse: async (event) => {
		const { organisationId } = requireRole(event, 'coordinator');
		const { id = '' } = (await readFields(event.request, 'id')) ?? {};
		const decided = await refuse(getInstance().moderation, id, { organisationId });
		if (decided === 'gone') return fail(409, { problem: 'gone' as const });
		redirect(303, `${event.url.pathname}?done=refuse`);
	}
};
