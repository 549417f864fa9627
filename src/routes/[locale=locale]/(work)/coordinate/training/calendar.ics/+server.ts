// The organisation's training days as a calendar file, without names.
import { requireRole } from '$lib/auth/guards.server';
import { writeCalendar } from '$lib/documents/ics';
import { addDays, dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { listComingDays } from '$lib/training/training-days.server';
import { describeDayEvent } from '../../../training-event';

export const GET = async (event) => {
	const account = requireRole(event, 'coordinator');
	const { accounts, settings } = getInstance();
	const t = getTranslator(event.params.locale as Locale);
	const now = new Date();
	const days = await listComingDays(accounts, account.organisationId, addDays(dayOf(now), -30));
	const text = writeCalendar(
		days.map((day) => describeDayEvent(t, day)),
		new URL(settings.origin).hostname,
		now
	);
	const headers = {
		'content-type': 'text/calendar; charset=utf-8',
		'content-disposition': 'attachment; filename="relais-formations.ics"'
	};
	return new Response(text, { headers });
};
