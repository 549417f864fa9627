// Meetings of the own group, seen and prepared by its peer experts.
import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { addDays, dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { checkPlan } from '$lib/planning/plan';
import { createPlan, listPlans } from '$lib/planning/plans.server';
import { titleOf } from '../../coach/describe.server';
import { kitIntensities, listKits, planFields } from '../../plan-form.server';
import { refuse } from '../../work.server';
import { getOwnPlace } from '../own.server';

export const load = async (event) => {
	const account = requireRole(event, 'peer-expert');
	const { group } = await getOwnPlace(event, account);
	const locale = event.params.locale as Locale;
	const today = dayOf(new Date());
	const plans = await listPlans(getInstance().accounts, [group.id], addDays(today, -30));
	const kits = listKits(locale, group.intensity);
	const wanted = event.url.searchParams.get('kit');
	return {
		group: { id: group.id, name: group.name },
		open: group.closedAt === null,
		plans: plans.filter(({ state }) => state !== 'cancelled').map((plan) => ({ ...plan, title: titleOf(plan.kit, locale) })),
		kits,
		today,
		asked: wanted !== null,
		values: {
			group: group.id,
			on: addDays(today, 7),
			starts: '16:30',
			kit: kits.find(({ slug }) => slug === wanted)?.slug ?? '',
			coachPresent: false,
			booster: ''
		},
		done: event.url.searchParams.get('done')
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'peer-expert');
		const { group } = await getOwnPlace(event, account);
		const fields = await readFields(event.request, ...planFields);
		if (fields === null || group.closedAt !== null) refuse(event);
		const kits = kitIntensities(listKits(event.params.locale as Locale, group.intensity));
		const checked = checkPlan({ ...fields, booster: '' }, kits, dayOf(new Date()));
		if (!checked.ok) return fail(400, { wrong: checked.wrong, values: { ...fields, coachPresent: fields.coachPresent !== '' } });
		await createPlan(getInstance().accounts, group.id, { ...checked.value, intensity: kits.get(checked.value.kit) ?? 1 });
		redirect(303, `${event.url.pathname}?done=planned`);
	}
};
