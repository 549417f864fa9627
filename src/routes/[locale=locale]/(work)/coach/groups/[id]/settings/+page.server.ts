// How a group is set up, who coaches it, and what one coach leaves to the next. Coaches and coordinators alike; a save that meets
// a newer version is refused with what stands there now.
import { fail, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { addCoach, listCoachPlaces, removeCoach } from '$lib/groups/coaches.server';
import { findAccounts, listColleagues } from '$lib/groups/directory.server';
import { settings } from '$lib/groups/group';
import { changeGroup } from '$lib/groups/groups.server';
import { ageBands, presets } from '$lib/groups/organisation';
import { addDays, dayOf, isDay } from '$lib/i18n/day';
import { isLocale, type Locale } from '$lib/i18n/locales';
import { getInstance } from '$lib/ops/instance.server';
import { describeGroup } from '../../../describe.server';
import { readVersion } from '../../../../work.server';
import { getOwnGroup } from '../own-group.server';

/** Longest handover note, in characters. */
const handoverLimit = 900;

const setUpSchema = v.object({
	name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(60)),
	setting: v.picklist(settings),
	ageBand: v.picklist(ageBands),
	sharedPhones: v.pipe(
		v.string(),
		v.transform((text) => text !== '')
	),
	intensity: v.pipe(v.string(), v.regex(/^[123]$/), v.transform(Number))
});

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'coordinator');
	const group = await getOwnGroup(event, account, 'manage');
	const { accounts } = getInstance();
	const now = new Date();
	const today = dayOf(now);
	const places = (await listCoachPlaces(accounts, [group.id])).filter(({ until }) => until === null || until >= today);
	const names = await findAccounts(
		accounts,
		places.map(({ accountId }) => accountId)
	);
	const colleagues = await listColleagues(accounts, group.organisationId, 'coach');
	const { name, setting, languages, ageBand, sharedPhones, intensity, handover, version } = group;
	return {
		group: describeGroup(group, event.params.locale as Locale, now),
		setUp: { name, setting, languages, ageBand, sharedPhones, intensity, handover, version },
		presets,
		today,
		role: account.role,
		coaches: places.map(({ accountId, until }) => ({ id: accountId, name: names.get(accountId)?.name ?? '', until })),
		others: colleagues
			.filter(({ id }) => !places.some(({ accountId }) => accountId === id))
			.map(({ id, name: label }) => ({ id, label })),
		done: event.url.searchParams.get('done'),
		removed: event.url.searchParams.get('removed')
	};
};

export const actions = {
	save: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const data = await event.request
			.clone()
			.formData()
			.catch(() => null);
		const fields = await readFields(event.request, 'name', 'setting', 'ageBand', 'sharedPhones', 'intensity', 'version');
		const languages = (data?.getAll('languages') ?? []).map(String).filter(isLocale);
		const read = v.safeParse(setUpSchema, fields);
		if (!read.success || languages.length === 0) {
			const wrong = (read.issues ?? []).map((issue) => String(issue.path?.[0]?.key));
			return fail(400, {
				form: 'save' as const,
				wrong: languages.length === 0 ? [...wrong, 'languages'] : wrong,
				changed: false
			});
		}
		const seen = { id: group.id, version: readVersion(fields?.version ?? '') };
		const saved = await changeGroup(getInstance().accounts, account, seen, { ...read.output, languages }, new Date());
		if (!saved.ok) return fail(409, { form: 'save' as const, wrong: [], changed: true });
		redirect(303, `${event.url.pathname}?done=save`);
	},
	handover: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const fields = await readFields(event.request, 'handover', 'version');
		const handover = (fields?.handover ?? '').replaceAll('\r\n', '\n').trim();
		if (handover.length > handoverLimit)
			return fail(400, { form: 'handover' as const, wrong: ['handover'], changed: false, handover });
		const seen = { id: group.id, version: readVersion(fields?.version ?? '') };
		const saved = await changeGroup(getInstance().accounts, account, seen, { handover }, new Date());
		// What was typed stays in the form: losing a note to a colleague's save would be worse than the conflict.
		if (!saved.ok) return fail(409, { form: 'handover' as const, wrong: [], changed: true, handover });
		redirect(303, `${event.url.pathname}?done=handover`);
	},
	add: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const { accounts } = getInstance();
		const now = new Date();
		const today = dayOf(now);
		const fields = await readFields(event.request, 'coach', 'until');
		const found = (await listColleagues(accounts, group.organisationId, 'coach')).find(({ id }) => id === fields?.coach);
		const until = fields?.until.trim() || null;
		const wrong: string[] = [];
		if (found === undefined) wrong.push('coach');
		if (until !== null && (!isDay(until) || until < today || until > addDays(today, 366))) wrong.push('until');
		if (found === undefined || wrong.length > 0) return fail(400, { form: 'add' as const, wrong, changed: false });
		await addCoach(accounts, account, { groupId: group.id, accountId: found.id, until }, now);
		redirect(303, `${event.url.pathname}?done=add#coaches`);
	},
	remove: async (event) => {
		const account = requireRole(event, 'coach', 'coordinator');
		const group = await getOwnGroup(event, account, 'manage');
		const fields = await readFields(event.request, 'coach');
		const { accounts } = getInstance();
		const id = fields?.coach ?? '';
		const removed = await removeCoach(accounts, account, { groupId: group.id, accountId: id }, new Date());
		if (!removed.ok) return fail(409, { form: 'remove' as const, wrong: ['last'], changed: false });
		// Whoever took themselves out has no way back to this page.
		if (id === account.id && account.role === 'coach') redirect(303, `/${event.params.locale}/coach/groups`);
		redirect(303, `${event.url.pathname}?removed=${encodeURIComponent(id)}#coaches`);
	}
};
