// The log of a group's meetings: what was done, counted how. Nothing about anybody.
import { requireRole } from '$lib/auth/guards.server';
import { findKit } from '$lib/content/kits.server';
import type { Locale } from '$lib/i18n/locales';
import { boosterDays } from '$lib/live/plan';
import { listLives } from '$lib/live/lives.server';
import { listRecords } from '$lib/live/records.server';
import { getInstance } from '$lib/ops/instance.server';
import { getHostedGroup } from '../hosted-group.server';

export const load = async (event) => {
	const account = requireRole(event, 'coach', 'peer-expert');
	const group = await getHostedGroup(event, account);
	const { live } = getInstance();
	const locale = event.params.locale as Locale;
	const lives = await listLives(live, group.id, Date.now());
	const records = await listRecords(live, group.id);
	const spell = (day: Date) => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' }).format(day);
	return {
		group,
		running: lives
			.filter(({ endedAt }) => endedAt === null)
			.map(({ id, plan }) => ({ id, title: findKit(plan.kit, locale)?.text.title ?? plan.kit })),
		records: records.map((facts) => ({
			...facts,
			day: spell(new Date(facts.day)),
			title: findKit(facts.kit, locale)?.text.title ?? facts.kit,
			boosters: boosterDays(new Date(facts.day)).map(spell),
			words: findKit(facts.kit, locale)?.text ?? null
		})),
		done: event.url.searchParams.get('done')
	};
};
