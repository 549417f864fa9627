// The neutral page behind "leave": a calendar like any other, in the browser's language. It never speaks of Relais.
import { publicRoute } from '$lib/auth/guards.server';
import { getTranslator } from '$lib/i18n/messages.server';
import { preferredLocale } from '$lib/i18n/preferred-locale';
import { listWeeks, parseMonth, shiftMonth } from './month';

export const prerender = false;

export const load = ({ request, url }) => {
	publicRoute();
	const locale = preferredLocale(request.headers.get('accept-language'));
	const t = getTranslator(locale);
	const today = new Date().toLocaleDateString('en-CA', { timeZone: 'Europe/Brussels' });
	const month = parseMonth(url.searchParams.get('month')) ?? today.slice(0, 7);
	const weeks = listWeeks(month);
	const format = (options: Intl.DateTimeFormatOptions) => {
		const formatter = new Intl.DateTimeFormat(`${locale}-BE-u-ca-gregory-nu-latn`, { timeZone: 'UTC', ...options });
		return (date: string) => formatter.format(new Date(`${date}T00:00:00Z`));
	};
	const weekday = format({ weekday: 'short' });
	const wholeWeekday = format({ weekday: 'long' });
	return {
		today,
		weeks,
		title: format({ month: 'long', year: 'numeric' })(`${month}-15`),
		weekdays: (weeks[0] ?? []).map(({ date }) => ({ short: weekday(date), long: wholeWeekday(date) })),
		before: shiftMonth(month, -1),
		after: shiftMonth(month, 1),
		words: {
			calendar: t('common.calendarTitle'),
			before: t('common.calendarPrevious'),
			after: t('common.calendarNext'),
			today: t('common.calendarToday')
		}
	};
};
