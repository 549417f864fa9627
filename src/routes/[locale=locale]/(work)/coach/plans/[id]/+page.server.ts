// One meeting: the sheet to take along, and what became of it. Coaches may cancel and take that back.
import { error, fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { checkPlan } from '$lib/planning/plan';
import { changePlan, findPlan } from '$lib/planning/plans.server';
import { titleOf } from '../../describe.server';
import { kitIntensities, listKits, planFields } from '../../../plan-form.server';
import { readVersion, refuse } from '../../../work.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const { accounts } = getInstance();
	const locale = event.params.locale as Locale;
	const now = new Date();
	const groups = await listGroupsOfCoach(accounts, account, now);
	const plan = await findPlan(
		accounts,
		groups.map(({ id }) => id),
		event.params.id
	);
	if (plan === null) refuse(event);
	return {
		plan: { ...plan, title: titleOf(plan.kit, locale), groupName: groups.find(({ id }) => id === plan.groupId)?.name ?? '' },
		kits: listKits(locale),
		today: dayOf(now),
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	save: async (event) => {
		const account = requireRole(event, 'coach');
		const { accounts } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, ...planFields);
		const ids = (await listGroupsOfCoach(accounts, account, now)).map(({ id }) => id);
		const kits = kitIntensities(listKits(event.params.locale as Locale));
		const checked = fields && checkPlan(fields, kits, dayOf(now));
		if (!checked?.ok) return fail(400, { wrong: checked?.wrong ?? ['on'], changed: false });
		const { booster: _, ...change } = checked.value;
		const seen = { id: event.params.id, version: readVersion(fields?.version ?? '') };
		const saved = await changePlan(accounts, ids, seen, { ...change, intensity: kits.get(change.kit) ?? 1 });
		if (!saved.ok && saved.reason === 'unknown') refuse(event);
		if (!saved.ok) return fail(409, { wrong: [], changed: true });
		redirect(303, `${event.url.pathname}?done=save`);
	},
	state: async (event) => {
		const account = requireRole(event, 'coach');
		const { accounts } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, 'state', 'version');
		const ids = (await listGroupsOfCoach(accounts, account, now)).map(({ id }) => id);
		const plan = await findPlan(accounts, ids, event.params.id);
		if (plan === null) refuse(event);
		const state = (['planned', 'held', 'cancelled'] as const).find((each) => each === fields?.state);
		// Nobody can have held a meeting to come.
		if (state === undefined || (state === 'held' && plan.on > dayOf(now))) {
			error(400, { id: event.locals.requestId, message: getTranslator(event.params.locale as Locale)('work.checkFields') });
		}
		const saved = await changePlan(accounts, ids, { id: plan.id, version: readVersion(fields?.version ?? '') }, { state });
		if (!saved.ok) return fail(409, { wrong: [], changed: true });
		if (state === 'cancelled') redirect(303, `/${event.params.locale}/coach/plans?done=cancelled&undo=${plan.id}`);
		redirect(303, `${event.url.pathname}?done=${state}`);
	}
};
