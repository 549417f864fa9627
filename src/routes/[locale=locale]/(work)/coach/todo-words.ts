// A card in words: its sentences in the reader's language, and where its one button leads.
import { writeDay } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import type { Translate } from '$lib/i18n/translator';
import type { Since, TodoCard, TodoRule } from '$lib/groups/todo';
import { isolate } from '$lib/i18n/isolate';

export interface CardWords {
	title: string;
	text: string;
	since: string;
	why: string;
	action: string;
	href: string;
}

/** All that a card says. Names and titles may be in another script than the sentence around them. */
export function describeCard(t: Translate, locale: Locale, card: TodoCard): CardWords {
	const words = Object.fromEntries(
		Object.entries(card.words).map(([key, value]) => {
			if (key === 'date') return [key, writeDay(locale, String(value))];
			return [key, typeof value === 'string' ? isolate(value) : value];
		})
	);
	return {
		title: t(`todo.title_${card.rule}`, words),
		text: t(`todo.text_${card.rule}`, words),
		since: describeSince(t, locale, card.since),
		why: t(`todo.why_${card.rule}`, words),
		action: t(`todo.act_${card.rule}`, words),
		href: hrefs[card.rule](`/${locale}/coach`, card)
	};
}

const group = (home: string, { groupId }: TodoCard) => `${home}/groups/${groupId}`;
const newPlan = (home: string, { groupId }: TodoCard, kit: string, more = '') =>
	`${home}/plans/new?${new URLSearchParams({ group: groupId, kit })}${more}`;
const kitOf = ({ words }: TodoCard) => String(words.kit ?? '');
const plan = (home: string, { subject }: TodoCard) => `${home}/plans/${subject}`;

const hrefs: Record<TodoRule, (home: string, card: TodoCard) => string> = {
	gate: group,
	'open-group': group,
	sentences: (home, card) => `${group(home, card)}/voices/moderation`,
	code: (home, card) => `${group(home, card)}#join`,
	'nobody-started': (home, card) => `${group(home, card)}/card`,
	'peers-missing': (home, { groupId }) => `${home}/peers#${groupId}`,
	invitation: (home, { groupId }) => `${home}/peers#${groupId}`,
	'peer-paused': (home, { subject }) => `${home}/peers/${subject}`,
	'meeting-sign': (home, { subject }) => `${home}/peers/${subject}/path#meetings`,
	'rubric-due': (home, { subject }) => `${home}/peers/${subject}/path#rubric`,
	'certificate-end': (home, { subject }) => `${home}/peers/${subject}/path`,
	misconception: (home, card) => newPlan(home, card, card.subject.split(' ')[0] ?? ''),
	booster: (home, card) => newPlan(home, card, kitOf(card), `&booster=${card.subject.split(' ')[1] ?? ''}`),
	'plan-unclear': plan,
	'plan-coach': plan,
	'plan-soon': plan,
	training: (home) => `${home}/training`,
	handover: (home, card) => `${group(home, card)}/settings#handover`,
	substitution: (home, card) => `${group(home, card)}/settings#coaches`
};

/** "Since 3 November", or "since the quarter October to December" where the counts know no finer time. */
function describeSince(t: Translate, locale: Locale, since: Since): string {
	if ('day' in since) return t('todo.sinceDay', { date: writeDay(locale, since.day) });
	return t('todo.sinceQuarter', { quarter: describeQuarter(locale, since.quarter) });
}

/** `2026-27/Q2` as "octobre – décembre 2026". */
function describeQuarter(locale: Locale, quarter: string): string {
	const [, first, number] = /^(\d{4})-\d\d\/Q([1-4])$/.exec(quarter) ?? [];
	if (first === undefined) return quarter;
	const q = Number(number);
	const year = Number(first) + (q > 2 ? 1 : 0);
	const month = [6, 9, 0, 3][q - 1] ?? 0;
	const format = new Intl.DateTimeFormat(`${locale}-BE-u-nu-latn`, { month: 'long', year: 'numeric', timeZone: 'UTC' });
	return format.formatRange(Date.UTC(year, month, 1), Date.UTC(year, month + 2, 1));
}
