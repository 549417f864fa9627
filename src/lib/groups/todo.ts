// The to-do list of coaches: a card is a reason, one action and an end. Pure: cards are worked out anew from facts at every look;
// what was answered only hides a card as long as its facts stay the same.
import { daysBetween } from '../i18n/day';

export const todoRules = [
	'open-group',
	'gate',
	'sentences',
	'code',
	'nobody-started',
	'peers-missing',
	'invitation',
	'peer-paused',
	'meeting-sign',
	'rubric-due',
	'certificate-end',
	'misconception',
	'booster',
	'plan-unclear',
	'plan-coach',
	'plan-soon',
	'training',
	'handover',
	'substitution'
] as const;
export type TodoRule = (typeof todoRules)[number];

export const todoAnswers = ['done', 'later', 'wrong'] as const;
export type TodoAnswer = (typeof todoAnswers)[number];

/** Since when: a day, or a quarter where the counts know no finer time (`2026-27/Q2`). */
export type Since = { day: string } | { quarter: string };

export interface TodoCard {
	/** Same rule, group and subject: the same card, whatever its words. */
	readonly id: string;
	readonly rule: TodoRule;
	readonly groupId: string;
	readonly groupName: string;
	readonly since: Since;
	/** Of the facts: an answer holds for these alone. */
	readonly print: string;
	/** The last day it can be shown if nothing else changes; null where only the facts end it. */
	readonly expiresOn: string | null;
	/** What the sentence needs, ready to be put into words. */
	readonly words: Readonly<Record<string, string | number>>;
	/** What the action is about: a plan, a peer expert, a module; '' where the group is enough. */
	readonly subject: string;
	/** Smaller comes first. */
	readonly rank: number;
}

export interface AnsweredCard {
	readonly card: string;
	readonly print: string;
	readonly answer: TodoAnswer;
	readonly answeredOn: string;
}

/** "Not now" keeps a card away for so many days. */
export const laterDays = 7;

/** Answers are forgotten after so many days: whatever still fires then is worth saying again. */
export const answerDays = 90;

/** True while this answer keeps this card away. */
export function isHidden(card: Pick<TodoCard, 'print'>, answered: AnsweredCard, today: string): boolean {
	const age = daysBetween(answered.answeredOn, today);
	if (age >= answerDays || answered.print !== card.print) return false;
	return answered.answer !== 'later' || age < laterDays;
}

/** The cards that are left after the answers, in order. */
export function listOpenCards(cards: readonly TodoCard[], answers: readonly AnsweredCard[], today: string): TodoCard[] {
	const byCard = new Map(answers.map((answer) => [answer.card, answer]));
	return cards
		.filter((card) => {
			const answered = byCard.get(card.id);
			return answered === undefined || !isHidden(card, answered, today);
		})
		.sort((a, b) => a.rank - b.rank || startOf(a.since).localeCompare(startOf(b.since)) || (a.id < b.id ? -1 : 1));
}

/** Of all answers to a rule, the share that called it wrong, 0..1; null below ten answers, which tell nothing. */
export function wrongRate(tally: readonly { rule: string; answer: TodoAnswer; count: number }[], rule: TodoRule): number | null {
	const own = tally.filter((row) => row.rule === rule);
	const all = own.reduce((sum, { count }) => sum + count, 0);
	const wrong = own.filter(({ answer }) => answer === 'wrong').reduce((sum, { count }) => sum + count, 0);
	return all < 10 ? null : wrong / all;
}

/** A rule that more than one in five answers call wrong should be changed or taken out. */
export const mostWrong = 0.2;

/** For ordering: a quarter counts from its first day. */
function startOf(since: Since): string {
	if ('day' in since) return since.day;
	const [, year, quarter] = /^(\d{4})-\d\d\/Q([1-4])$/.exec(since.quarter) ?? ['', '9999', '1'];
	const month = ['07', '10', '01', '04'][Number(quarter) - 1];
	return `${Number(year) + (Number(quarter) > 2 ? 1 : 0)}-${month}-01`;
}
