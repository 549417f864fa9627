// The charter of one's role: read, accepted, and taken back as freely.
import { redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { charterPoints } from '$lib/certification/closed-lists';
import { acceptCharter } from '$lib/certification/path-steps.server';
import { readFields } from '$lib/forms/fields';
import { dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { achievementOf, readOwnPath } from '../own-path.server';

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert', 'coach');
	const { record } = await readOwnPath(event, account);
	const role = achievementOf(account);
	return {
		role,
		points: charterPoints[role],
		acceptedOn: record.facts.dates.charter ?? null,
		done: event.url.searchParams.has('done')
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'peer-expert', 'coach');
		const fields = await readFields(event.request, 'accept');
		await acceptCharter(getInstance().accounts, account.id, fields?.accept === 'yes', dayOf(new Date()));
		redirect(303, `${event.url.pathname}?done`);
	}
};
