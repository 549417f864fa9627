import { fail, redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { addDays, dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { boosterSteps, checkPlan } from '$lib/planning/plan';
import { createPlan } from '$lib/planning/plans.server';
import { kitIntensities, listKits, planFields } from '../../../plan-form.server';
import { refuse } from '../../../work.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const now = new Date();
	const groups = (await listGroupsOfCoach(getInstance().accounts, account, now)).filter(({ closedAt }) => closedAt === null);
	const wanted = event.url.searchParams;
	const group = groups.find(({ id }) => id === wanted.get('group')) ?? groups[0];
	const kits = listKits(event.params.locale as Locale);
	const today = dayOf(now);
	return {
		groups: groups.map(({ id, name }) => ({ id, name })),
		kits,
		today,
		values: {
			group: group?.id ?? '',
			on: addDays(today, 7),
			starts: '16:30',
			kit: kits.find(({ slug }) => slug === wanted.get('kit'))?.slug ?? kits[0]?.slug ?? '',
			coachPresent: true,
			booster: boosterSteps.find((step) => step === wanted.get('booster')) ?? ''
		}
	};
};

export const actions = {
	default: async (event) => {
		const account = requireRole(event, 'coach');
		const { accounts } = getInstance();
		const now = new Date();
		const fields = await readFields(event.request, ...planFields);
		const groups = await listGroupsOfCoach(accounts, account, now);
		const group = groups.find(({ id, closedAt }) => id === fields?.group && closedAt === null);
		if (fields === null || group === undefined) refuse(event, 'coach.groupNotFound');
		const kits = kitIntensities(listKits(event.params.locale as Locale));
		const checked = checkPlan(fields, kits, dayOf(now));
		if (!checked.ok) {
			return fail(400, { wrong: checked.wrong, values: { ...fields, coachPresent: fields.coachPresent !== '' } });
		}
		await createPlan(accounts, group.id, { ...checked.value, intensity: kits.get(checked.value.kit) ?? 1 });
		redirect(303, `/${event.params.locale}/coach/plans?done=planned`);
	}
};
