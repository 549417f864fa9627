// Counts in words. Fewer than five reads "a few", and a coach reads what that means further down the page.
import type { Translate } from '$lib/i18n/translator';
import type { Count } from '$lib/voices/disclosure';

/** "Started 12 times, finished a few times at most." */
export function countSentence(t: Translate, started: Count, completed: Count): string {
	if (started.kind === 'none' && completed.kind === 'none') return t('coach.notStarted');
	return t('coach.moduleSentence', { started: startedWords(t, started), completed: completedWords(t, completed) });
}

/** A count as a cell of a table. `atMost` where "a few" may also be none: completions. */
export function countCell(t: Translate, count: Count, atMost = false): string {
	if (count.kind === 'reached') return String(count.n);
	if (count.kind === 'none') return t('coach.none');
	return t(atMost ? 'coach.fewAtMost' : 'coach.few');
}

function startedWords(t: Translate, count: Count): string {
	if (count.kind === 'reached') return t('coach.startedTimes', { n: count.n });
	return t(count.kind === 'few' ? 'coach.startedFew' : 'coach.startedNone');
}

function completedWords(t: Translate, count: Count): string {
	if (count.kind === 'reached') return t('coach.completedTimes', { n: count.n });
	return t(count.kind === 'few' ? 'coach.completedFew' : 'coach.completedNone');
}
