// A consultation in the reader's language, for pages of young people and of those who run it.
import type { Locale } from '$lib/i18n/locales';
import { isOverdue, listOptions, wordsIn, type Consultation, type Step } from '$lib/voices/consultation';

export interface Said {
	text: string;
	/** The language that the words are in, where it isn't the page's. */
	lang: string | undefined;
}

export function describeConsultation(consultation: Consultation, locale: Locale, today: string) {
	const { id, state, body, answerDue, answeredOn } = consultation;
	const said = (words: Record<string, string>): Said => {
		const found = wordsIn(words, locale);
		return { text: found.text, lang: found.locale === locale ? undefined : found.locale };
	};
	const day = (text: string | null) =>
		text ? new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${text}T00:00:00Z`)) : '';
	const step = (each: Step) => ({
		kind: each.kind,
		prompt: said(each.prompt),
		options: each.options.map((option) => ({ id: option.id, ...said(option.words) })),
		freeText: each.freeText
	});
	const current = body.steps.find(({ kind }) => kind === body.current);
	return {
		...{
			id,
			state,
			asker: body.asker,
			overdue: isOverdue(consultation, today),
			dueOn: day(answerDue),
			answeredOn: day(answeredOn)
		},
		...{ title: said(body.title), purpose: said(body.purpose), readers: said(body.readers), changes: said(body.changes) },
		current: current ? step(current) : null,
		answer: body.answer && { said: said(body.answer.said), did: said(body.answer.did), couldNot: said(body.answer.couldNot) },
		results: body.steps.flatMap((each) => {
			const own = body.results.filter((result) => result.step === each.kind);
			if (own.length === 0) return [];
			const order = listOptions(each)[each.kind] ?? [];
			const bars = order.flatMap((option) => {
				const result = own.find((candidate) => candidate.option === option);
				const words = each.options.find((candidate) => candidate.id === option);
				return result
					? [{ option, label: words ? said(words.words).text : null, value: result.value, status: result.status }]
					: [];
			});
			const byAge = body.tables?.find((table) => table.step === each.kind);
			return [
				{
					kind: each.kind,
					prompt: said(each.prompt),
					bars,
					byAge: byAge
						? {
								ages: byAge.ages,
								cells: byAge.cells,
								options: byAge.options.map((id) => ({ id, label: bars.find(({ option }) => option === id)?.label ?? null }))
							}
						: null
				}
			];
		})
	};
}

export type DescribedConsultation = ReturnType<typeof describeConsultation>;
