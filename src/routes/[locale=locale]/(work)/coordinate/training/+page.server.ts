import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { countPages, pageSize, readListQuery } from '$lib/forms/list-query';
import { readFields } from '$lib/forms/fields';
import { addDays, dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { createTrainingDay, listTrainingDays, trainingSorts } from '$lib/training/training-days.server';
import { checkDay, usualHours } from '$lib/training/training-day';
import { refuse } from '../../work.server';

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const query = readListQuery(event.url.searchParams, { sorts: trainingSorts, descending: true });
	const { rows, total } = await listTrainingDays(getInstance().accounts, account.organisationId, query, pageSize);
	const today = dayOf(new Date());
	return {
		query,
		rows,
		total,
		pages: countPages(total),
		today,
		values: { on: addDays(today, 14), ...usualHours, place: '', programme: 'day-1' },
		open: event.url.searchParams.has('new'),
		removed: event.url.searchParams.get('removed'),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coordinator');
		const fields = await readFields(event.request, 'on', 'starts', 'ends', 'place', 'programme');
		if (fields === null) refuse(event, 'work.checkFields', 400);
		const checked = checkDay(fields);
		if (!checked.ok) return fail(400, { wrong: checked.wrong, values: fields });
		const id = await createTrainingDay(getInstance().accounts, account, checked.value, new Date());
		redirect(303, `${event.url.pathname}/${id}?done=new`);
	}
};
