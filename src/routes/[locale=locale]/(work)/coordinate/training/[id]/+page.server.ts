// One training day: its programme, who is expected, and, once it is past, how many came and for whom it counts.
import { fail, redirect } from '@sveltejs/kit';
import type { Account } from '$lib/auth/account';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { listColleagues } from '$lib/groups/directory.server';
import { dayOf } from '$lib/i18n/day';
import { getInstance } from '$lib/ops/instance.server';
import { changeTrainingDay, findTrainingDay, removeTrainingDay } from '$lib/training/training-days.server';
import { checkAttendance, checkDay } from '$lib/training/training-day';
import { readVersion, refuse } from '../../../work.server';

interface DayEvent {
	params: { id: string; locale: string };
	locals: App.Locals;
}

async function getDay(event: DayEvent, account: Account) {
	const day = await findTrainingDay(getInstance().accounts, account.organisationId, event.params.id);
	if (day === null) refuse(event);
	return day;
}

export const load = async (event) => {
	const account = requireRole(event, 'coordinator');
	const { attended, removed, ...day } = await getDay(event, account);
	if (removed) refuse(event);
	const people = await listColleagues(getInstance().accounts, account.organisationId, 'peer-expert', 'coach');
	return {
		day,
		past: day.on <= dayOf(new Date()),
		people: people.map(({ id, name, role }) => ({ id, name, role, listed: attended.includes(id) })),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	save: async (event) => {
		const account = requireRole(event, 'coordinator');
		const { id } = await getDay(event, account);
		const fields = await readFields(event.request, 'on', 'starts', 'ends', 'place', 'programme', 'version');
		if (fields === null) refuse(event, 'work.checkFields', 400);
		const checked = checkDay(fields);
		if (!checked.ok) return fail(400, { form: 'save' as const, wrong: checked.wrong, values: fields, changed: false });
		const seen = { id, version: readVersion(fields.version) };
		const saved = await changeTrainingDay(getInstance().accounts, account, seen, checked.value, new Date());
		if (!saved.ok) return fail(409, { form: 'save' as const, wrong: [], values: fields, changed: true });
		redirect(303, `${event.url.pathname}?done=save`);
	},
	attendance: async (event) => {
		const account = requireRole(event, 'coordinator');
		const day = await getDay(event, account);
		const { accounts } = getInstance();
		const now = new Date();
		const data = await event.request
			.clone()
			.formData()
			.catch(() => null);
		const fields = await readFields(event.request, 'young', 'adults', 'version');
		if (fields === null) refuse(event, 'work.checkFields', 400);
		const checked = checkAttendance(fields, day.on, dayOf(now));
		if (!checked.ok) return fail(400, { form: 'attendance' as const, wrong: checked.wrong, values: null, changed: false });
		const people = await listColleagues(accounts, account.organisationId, 'peer-expert', 'coach');
		const wanted = data?.getAll('who') ?? [];
		const attended = people.map(({ id }) => id).filter((id) => wanted.includes(id));
		const seen = { id: day.id, version: readVersion(fields.version) };
		const saved = await changeTrainingDay(accounts, account, seen, { ...checked.value, attended }, now);
		if (!saved.ok) return fail(409, { form: 'attendance' as const, wrong: [], values: null, changed: true });
		redirect(303, `${event.url.pathname}?done=attendance`);
	},
	remove: async (event) => {
		const account = requireRole(event, 'coordinator');
		const { id } = await getDay(event, account);
		await removeTrainingDay(getInstance().accounts, account, id, true, new Date());
		redirect(303, `/${event.params.locale}/coordinate/training?removed=${id}`);
	},
	restore: async (event) => {
		const account = requireRole(event, 'coordinator');
		const { id } = await getDay(event, account);
		await removeTrainingDay(getInstance().accounts, account, id, false, new Date());
		redirect(303, `${event.url.pathname}?done=restore`);
	}
};
