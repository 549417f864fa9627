// Turns the coordinator's forms into the words of a consultation. Words are in the language of the page; those in other languages stay.
import { requirements, type ConsultationBody, type Step, type StepKind, type Words } from '$lib/voices/consultation';

/** One option a line. */
const mostOptions = 8;

export function readDraftForm(
	form: FormData,
	before: ConsultationBody,
	locale: string
): { body: ConsultationBody; answerDue: string } {
	const body: ConsultationBody = {
		...before,
		asker: text(form, 'asker'),
		audience: text(form, 'audience') === 'country' ? 'country' : 'organisation',
		title: inLanguage(before.title, locale, text(form, 'title')),
		purpose: inLanguage(before.purpose, locale, text(form, 'purpose')),
		readers: inLanguage(before.readers, locale, text(form, 'readers')),
		changes: inLanguage(before.changes, locale, text(form, 'changes')),
		requirements: Object.fromEntries(
			requirements.map((name) => [name, { met: form.get(`met-${name}`) === 'yes', evidence: text(form, `evidence-${name}`) }])
		) as ConsultationBody['requirements'],
		steps: before.steps.map((step) => readStep(form, step, locale))
	};
	return { body, answerDue: text(form, 'answer-due') };
}

/** The step that is to be opened, with its words. */
export function readStepForm(form: FormData, body: ConsultationBody, locale: string): Step {
	const kind = text(form, 'kind') as StepKind;
	const before = body.steps.find((step) => step.kind === kind) ?? { kind, prompt: {}, options: [], freeText: false };
	return readStep(form, before, locale);
}

export function readAnswerForm(form: FormData, locale: string): ConsultationBody['answer'] {
	return {
		said: inLanguage({}, locale, text(form, 'said')),
		did: inLanguage({}, locale, text(form, 'did')),
		couldNot: inLanguage({}, locale, text(form, 'could-not'))
	};
}

function readStep(form: FormData, before: Step, locale: string): Step {
	const lines = text(form, `options-${before.kind}`)
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.slice(0, mostOptions);
	return {
		kind: before.kind,
		prompt: inLanguage(before.prompt, locale, text(form, `prompt-${before.kind}`)),
		options: lines.map((line, index) => ({
			id: before.options[index]?.id ?? `o${index + 1}`,
			words: inLanguage(before.options[index]?.words ?? {}, locale, line)
		})),
		freeText: form.get(`free-${before.kind}`) === 'yes'
	};
}

function inLanguage(before: Words, locale: string, words: string): Words {
	const { [locale]: _old, ...others } = before;
	return words === '' ? others : { ...others, [locale]: words };
}

function text(form: FormData, name: string): string {
	const value = form.get(name);
	return typeof value === 'string' ? value.replaceAll('\r\n', '\n').trim().slice(0, 4000) : '';
}
