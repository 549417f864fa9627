// A coach's meetings and training days as a calendar file: when, where and what, never who.
import { requireRole } from '$lib/auth/guards.server';
import { writeCalendar, type CalendarEvent } from '$lib/documents/ics';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { addDays, dayOf, momentOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { meetingMinutes } from '$lib/planning/plan';
import { listPlans } from '$lib/planning/plans.server';
import { listComingDays } from '$lib/training/training-days.server';
import { titleOf } from '../../describe.server';
import { describeDayEvent } from '../../../training-event';

export const GET = async (event) => {
	const account = requireRole(event, 'coach');
	const { accounts, settings } = getInstance();
	const locale = event.params.locale as Locale;
	const t = getTranslator(locale);
	const now = new Date();
	const today = dayOf(now);
	const groups = await listGroupsOfCoach(accounts, account, now);
	const plans = await listPlans(
		accounts,
		groups.map(({ id }) => id),
		addDays(today, -7)
	);
	const meetings = plans.map((plan): CalendarEvent => {
		const start = momentOf(plan.on, plan.starts);
		const minutes = meetingMinutes[plan.booster === null ? 'meeting' : 'booster'];
		return {
			id: plan.id,
			start,
			end: new Date(start.getTime() + minutes * 60_000),
			summary: t('plans.icsSummary', { title: titleOf(plan.kit, locale) }),
			sequence: plan.version,
			cancelled: plan.state === 'cancelled'
		};
	});
	const days = (await listComingDays(accounts, account.organisationId, today)).map((day) => describeDayEvent(t, day));
	const text = writeCalendar([...meetings, ...days], new URL(settings.origin).hostname, now);
	const headers = { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="relais.ics"' };
	return new Response(text, { headers });
};
