// A consultation's question in a meeting: one more step before the debrief, asked like any poll. Lives know no voices, so its words
// travel with the plan, and its answers leave as plain facts, whole, for the voices to take. Pure.
import * as v from 'valibot';
import { escapeHtml } from '../content/html';
import type { Locale } from '../i18n/locales';
import type { Translate } from '../i18n/translator';
import type { Words } from './live-content';
import type { Method, Script } from './script';
import type { LiveState } from './state';

/** The id of the step; no kit has a step of this name (tests/kits.test.ts). */
export const askedStep = 'consultation';
/** Minutes that it adds to the meeting. */
const minutes = 5;
/** "I don't want to say": beside passing, always an answer. */
const noSay = 'no-say';

const words = (most: number) =>
	v.record(v.pipe(v.string(), v.regex(/^[a-z]{2}$/)), v.pipe(v.string(), v.trim(), v.maxLength(most)));

export const askedSchema = v.object({
	consultation: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,40}$/)),
	/** Which of the five steps is asked: `gather`, `causes`. */
	step: v.pipe(v.string(), v.regex(/^[a-z]{1,20}$/)),
	/** In every language of the interface. */
	title: words(120),
	question: words(300),
	options: v.pipe(v.array(v.object({ id: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,30}$/)), words: words(120) })), v.maxLength(8)),
	/** A sentence may be written, for two adults to read. */
	writes: v.boolean()
});
export type Asked = v.InferOutput<typeof askedSchema>;

/** The answers to it, as the voices take them: nothing is hidden, because there they are counted with those of other groups. */
export interface AskedFacts {
	consultation: string;
	step: string;
	counts: Record<string, number>;
	passed: number;
	method: Method;
}

/** The script with the question before its last step, the debrief. A question without two answers is talked about, not voted on. */
export function withAsked(script: Script, { options }: Asked): Script {
	const votes = options.length > 1;
	const step: Script['steps'][number] = votes
		? { id: askedStep, kind: 'poll', minutes, options: [...options.map(({ id }) => id), noSay], sensitive: true }
		: { id: askedStep, kind: 'activity', minutes };
	return { ...script, steps: [...script.steps.slice(0, -1), step, ...script.steps.slice(-1)] };
}

/** The kit's words with those of the question. */
export function wordsWithAsked(kit: Words, asked: Asked, locale: Locale, t: Translate): Words {
	const labels = asked.options.map(({ id, words: label }) => [id, label[locale] ?? id] as const);
	const question = asked.question[locale] ?? '';
	const step = {
		title: asked.title[locale] ?? '',
		do: `<p>${escapeHtml(t('voices.liveDo'))}</p>`,
		say: [`<p>${escapeHtml(question)}</p>`, `<p>${escapeHtml(t('voices.liveSay'))}</p>`],
		screen: `<p>${escapeHtml(t('voices.liveSay'))}</p>`,
		paper: `<p>${escapeHtml(t('voices.livePaper'))}</p>`,
		question,
		options: { ...Object.fromEntries(labels), [noSay]: t('voices.noSay') }
	};
	return {
		...kit,
		kit: { ...kit.kit, steps: { ...kit.kit.steps, [askedStep]: step } },
		...(asked.writes && { write: { label: t('voices.liveWrite'), locale } })
	};
}

/** The way from a phone to the page where a sentence is written: a page of its own, so that the phone's script knows nothing of it. */
export function linkToWrite({ label, locale }: NonNullable<Words['write']>, code: string): string {
	return `<p><a href="/${locale}/live/${code}/sentence">${escapeHtml(label)}</a></p>`;
}

/** Whether sentences are taken now: from the question on, until the end. */
export function mayWrite(asked: Asked | undefined, { phase, hold, done }: LiveState): boolean {
	return asked?.writes === true && hold === null && phase !== 'ended' && done.includes(askedStep);
}

/** What was answered; of a question that was asked again, the last time. */
export function listAsked(asked: Asked | undefined, { tallies }: Pick<LiveState, 'tallies'>): AskedFacts[] {
	const last = Object.values(tallies).findLast(({ step }) => step === askedStep);
	if (!asked || !last) return [];
	const { counts, passed, method } = last;
	return [{ consultation: asked.consultation, step: asked.step, counts, passed, method }];
}
