// A consultation: who asks, what about, who reads it, what it can change, when the answer comes (space, voice, audience and
// influence: Lundy 2007), and the nine requirements of General comment 12 (2009), paragraph 134. Pure.
import * as v from 'valibot';
import { alwaysOptions, type Form } from './answers';

export const consultationStates = ['draft', 'open', 'closed', 'answered'] as const;
export type ConsultationState = (typeof consultationStates)[number];

/** General comment 12, paragraph 134, a to i. */
export const requirements = [
	'transparent',
	'voluntary',
	'respectful',
	'relevant',
	'child-friendly',
	'inclusive',
	'training',
	'safe',
	'accountable'
] as const;
export type Requirement = (typeof requirements)[number];

/** The steps of participatory action research, in their order. */
export const stepKinds = ['gather', 'classify', 'prioritise', 'causes', 'proposals'] as const;
export type StepKind = (typeof stepKinds)[number];

/** The same words by language; French, the source, may be missing where somebody writes in another. */
const words = (most: number) =>
	v.record(v.pipe(v.string(), v.regex(/^[a-z]{2}$/)), v.pipe(v.string(), v.trim(), v.maxLength(most)));
export type Words = Record<string, string>;

const step = v.object({
	kind: v.picklist(stepKinds),
	prompt: words(300),
	/** Up to eight options; `skip` and `I don't want to say` are always added. */
	options: v.pipe(v.array(v.object({ id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,30}$/)), words: words(120) })), v.maxLength(8)),
	/** Whether a sentence of one's own may be written: read by two adults before anybody else. */
	freeText: v.boolean()
});
export type Step = v.InferOutput<typeof step>;

const result = v.object({
	step: v.picklist(stepKinds),
	option: v.string(),
	/** Rounded; null where fewer than ten or withheld. */
	value: v.nullable(v.number()),
	status: v.picklist(['published', 'fewer', 'withheld'])
});

const ageTable = v.object({
	step: v.picklist(stepKinds),
	ages: v.array(v.string()),
	options: v.array(v.string()),
	cells: v.array(v.array(v.nullable(v.number())))
});

export const consultationBodySchema = v.object({
	asker: v.pipe(v.string(), v.trim(), v.maxLength(120)),
	audience: v.picklist(['organisation', 'country']),
	title: words(120),
	purpose: words(600),
	readers: words(300),
	changes: words(600),
	requirements: v.record(
		v.picklist(requirements),
		v.object({ met: v.boolean(), evidence: v.pipe(v.string(), v.trim(), v.maxLength(500)) })
	),
	steps: v.pipe(v.array(step), v.maxLength(stepKinds.length)),
	/** The step that is open now. */
	current: v.nullable(v.picklist(stepKinds)),
	answer: v.nullable(v.object({ said: words(1500), did: words(1500), couldNot: words(1500) })),
	/** Frozen when the consultation closes, after disclosure control. */
	results: v.array(result),
	/** Answers by age band, where they were asked for: exact, adding up (last row and column), null where nothing is said. */
	tables: v.optional(v.array(ageTable))
});
export type ConsultationBody = v.InferOutput<typeof consultationBodySchema>;

export interface Consultation {
	id: string;
	organisationId: string;
	country: string;
	state: ConsultationState;
	body: ConsultationBody;
	/** Days, as `2027-03-31`; empty or null while there is none. */
	answerDue: string;
	openedOn: string | null;
	answeredOn: string | null;
}

export type Gap =
	| 'asker'
	| 'title'
	| 'purpose'
	| 'readers'
	| 'changes'
	| 'answer-due'
	| 'steps'
	| 'prompt'
	| 'options'
	| `requirement:${Requirement}`;

export function emptyBody(): ConsultationBody {
	return {
		asker: '',
		audience: 'organisation',
		...{ title: {}, purpose: {}, readers: {}, changes: {} },
		requirements: Object.fromEntries(
			requirements.map((name) => [name, { met: false, evidence: '' }])
		) as ConsultationBody['requirements'],
		steps: stepKinds.map((kind) => ({
			kind,
			prompt: {},
			options: [],
			freeText: kind === 'gather' || kind === 'causes' || kind === 'proposals'
		})),
		...{ current: null, answer: null, results: [] }
	};
}

/** What still keeps a consultation from being opened, in the order of its form; empty when nothing does. */
export function listGaps({ body, answerDue }: Pick<Consultation, 'body' | 'answerDue'>, today: string): Gap[] {
	const gaps: Gap[] = [];
	if (body.asker === '') gaps.push('asker');
	for (const field of ['title', 'purpose', 'readers', 'changes'] as const) if (!hasWords(body[field])) gaps.push(field);
	if (!/^\d{4}-\d{2}-\d{2}$/.test(answerDue) || answerDue <= today) gaps.push('answer-due');
	for (const name of requirements) {
		const { met, evidence } = body.requirements[name] ?? { met: false, evidence: '' };
		if (!met || evidence.length < 10) gaps.push(`requirement:${name}`);
	}
	const asked = body.steps.filter(isAsked);
	if (asked.length === 0) gaps.push('steps');
	if (asked.some(({ prompt }) => !hasWords(prompt))) gaps.push('prompt');
	if (asked.some(({ options, freeText }) => !freeText && options.length < 2)) gaps.push('options');
	return gaps;
}

/** A step that asks something: it has a prompt, options or a place to write. Others are left out. */
export function isAsked({ prompt, options }: Step): boolean {
	return hasWords(prompt) || options.length > 0;
}

function hasWords(words: Words): boolean {
	return Object.values(words).some((text) => text.trim() !== '');
}

/** The words in a language, else in French, else in any; with the language they are in. */
export function wordsIn(words: Words, locale: string): { text: string; locale: string } {
	for (const each of [locale, 'fr', ...Object.keys(words)]) {
		const text = words[each]?.trim();
		if (text) return { text, locale: each };
	}
	return { text: '', locale };
}

/** The name of a step's form in the store: proofs, vouchers and answers carry it. */
export function formOf(consultationId: string, kind: StepKind): string {
	return `c:${consultationId}:${kind}`;
}

/** Counted for somebody who wrote a sentence and chose nothing. */
export const wroteOption = 'wrote';

/** The closed list of a step, as the store checks it. */
export function listOptions({ kind, options, freeText }: Step): Form {
	return { [kind]: [...options.map(({ id }) => id), ...(freeText ? [wroteOption] : []), ...alwaysOptions] };
}

/** True when the promised day of the answer has passed without one. */
export function isOverdue({ state, answerDue }: Pick<Consultation, 'state' | 'answerDue'>, today: string): boolean {
	return (state === 'open' || state === 'closed') && answerDue < today;
}

/** True when it can be read that something was said and what followed: an answer needs both, `couldNot` may stay empty. */
export function isAnswered({ answer }: ConsultationBody): boolean {
	return answer !== null && hasWords(answer.said) && (hasWords(answer.did) || hasWords(answer.couldNot));
}
