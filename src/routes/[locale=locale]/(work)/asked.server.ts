// The consultations that an organisation's groups are asked, as the pages of coaches and hosts need them.
import { readCountry } from '$lib/groups/facts.server';
import { locales, type Locale } from '$lib/i18n/locales';
import type { Asked } from '$lib/live/asked';
import { getInstance } from '$lib/ops/instance.server';
import { alwaysOptions } from '$lib/voices/answers';
import { formOf, isAsked, wordsIn, type Consultation, type Step } from '$lib/voices/consultation';
import { concerns, listPublicConsultations } from '$lib/voices/consultations.server';

/** Open, closed and answered ones; the organisation's own and those for its country. */
export async function listAsked({ organisationId }: { organisationId: string }): Promise<Consultation[]> {
	const { accounts, voices } = getInstance();
	const [all, country] = await Promise.all([listPublicConsultations(voices), readCountry(accounts, organisationId)]);
	return all.filter((each) => concerns(each, { organisationId, country }));
}

/** The step that is open now, where it asks something. */
export function openStepOf({ state, body }: Consultation): Step | null {
	const step = state === 'open' ? body.steps.find(({ kind }) => kind === body.current) : undefined;
	return step && isAsked(step) ? step : null;
}

/** The form of the step that is open now. */
export function openFormOf(consultation: Consultation): string | null {
	const step = openStepOf(consultation);
	return step && formOf(consultation.id, step.kind);
}

/** The open questions as a meeting can ask them: with words in every language, because the phones in a room differ. */
export async function listQuestions(organisationId: string): Promise<Asked[]> {
	const everywhere = (words: Record<string, string>) =>
		Object.fromEntries(locales.map(({ id }) => [id, wordsIn(words, id).text]));
	return (await listAsked({ organisationId })).flatMap((consultation) => {
		const step = openStepOf(consultation);
		if (!step) return [];
		const options = step.options.map(({ id, words }) => ({ id, words: everywhere(words) }));
		const title = everywhere(consultation.body.title);
		return [
			{ consultation: consultation.id, step: step.kind, title, question: everywhere(step.prompt), options, writes: step.freeText }
		];
	});
}

/** What can be counted of a question, with words for those that have any of their own. */
export function countable({ options }: Asked, locale: Locale): { id: string; label: string | null }[] {
	return [
		...options.map(({ id, words }) => ({ id, label: words[locale] ?? id })),
		...alwaysOptions.map((id) => ({ id, label: null }))
	];
}
