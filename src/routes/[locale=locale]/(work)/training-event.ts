// A training day as an entry of a calendar.
import type { CalendarEvent } from '$lib/documents/ics';
import { momentOf } from '$lib/i18n/day';
import type { Translate } from '$lib/i18n/translator';
import type { TrainingDay } from '$lib/training/training-day';

export function describeDayEvent(t: Translate, { id, on, starts, ends, place, programme, version }: TrainingDay): CalendarEvent {
	return {
		id,
		start: momentOf(on, starts),
		end: momentOf(on, ends),
		summary: t(`training.programme_${programme}`),
		place,
		sequence: version
	};
}
