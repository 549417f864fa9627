// A peer expert's own rating of six behaviours. The coach's is shown once both have rated.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { rate } from '$lib/certification/path-steps.server';
import { behaviours, readRatings, rubricStage } from '$lib/certification/rubric';
import { readFields } from '$lib/forms/fields';
import { getInstance } from '$lib/ops/instance.server';
import { readOwnPath } from '../../own-path.server';

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert');
	const { rubric } = (await readOwnPath(event, account)).record;
	const stage = rubricStage(rubric);
	const { own, coach, agreed, agreedOn } = rubric;
	return {
		...{ stage, own, agreed, agreedOn },
		both: stage !== 'rate' && own && coach ? { own, coach } : null,
		done: event.url.searchParams.has('done')
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'peer-expert');
		const fields = await readFields(event.request, ...behaviours);
		const ratings = fields && readRatings(fields);
		if (!ratings) return fail(400, { incomplete: true as const });
		if (!(await rate(getInstance().accounts, account.id, 'own', ratings))) return fail(409, { incomplete: false as const });
		redirect(303, `${event.url.pathname}?done`);
	}
};
