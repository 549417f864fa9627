// What the voices ask of a coordinator: answers that are owed, sentences to read, figures to sign.
import { listRead } from '$lib/moderation/queue.server';
import { getInstance } from '$lib/ops/instance.server';
import { addDays } from '$lib/i18n/day';
import { isOverdue, wordsIn } from '$lib/voices/consultation';
import { listConsultationsOf } from '$lib/voices/consultations.server';
import { dayOf, periodOf, previousPeriod } from '$lib/voices/period';
import { listReleases } from '$lib/voices/release.server';
import { readSigning } from './voices/releases/signer.server';

/** An answer is asked for so many days before it is due. */
const soonDays = 14;

export async function gatherVoicesFacts(account: { organisationId: string }, locale: string, now: Date) {
	const { voices, moderation } = getInstance();
	const today = dayOf(now);
	const [consultations, waiting, releases, signing] = await Promise.all([
		listConsultationsOf(voices, account.organisationId),
		listRead(moderation, account.organisationId),
		listReleases(voices),
		readSigning(account)
	]);
	const owed = consultations.filter(({ state }) => state === 'open' || state === 'closed');
	const titles = (list: typeof owed) => list.map(({ body }) => wordsIn(body.title, locale).text);
	const due = previousPeriod(periodOf(now));
	const isReleased = releases.some(
		({ source, release }) => source === '' && release.period === due && release.country === signing.country
	);
	const late = owed.filter((each) => isOverdue(each, today));
	const soon = owed.filter((each) => !isOverdue(each, today) && each.answerDue <= addDays(today, soonDays));
	return {
		facts: {
			answersLate: titles(late),
			answersSoon: titles(soon),
			sentences: waiting.length,
			figures: signing.signs && !isReleased
		},
		first: { answersLate: late[0]?.id ?? null, answersSoon: soon[0]?.id ?? null },
		due
	};
}
