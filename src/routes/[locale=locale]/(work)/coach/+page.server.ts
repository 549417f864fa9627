// The coach's first screen: what there is to do, worked out anew at every look.
import { redirect } from '@sveltejs/kit';
import { requireRole } from '$lib/auth/guards.server';
import { readFields } from '$lib/forms/fields';
import { listGroupsOfCoach } from '$lib/groups/groups.server';
import { listOpenCards, todoAnswers, todoRules } from '$lib/groups/todo';
import { answerCard, listAnswers, takeBackAnswer } from '$lib/groups/todo-answers.server';
import { listCards } from '$lib/groups/todo-rules';
import { dayOf } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import { getTranslator } from '$lib/i18n/messages.server';
import { getInstance } from '$lib/ops/instance.server';
import { describeGroupsInShort } from './groups-in-short.server';
import { gatherFacts } from './todo-facts.server';
import { describeCard } from './todo-words';

/** Cards on one screen: a list that one can finish. */
const cardsShown = 8;

export const load = async (event) => {
	const account = requireRole(event, 'coach');
	const locale = event.params.locale as Locale;
	const now = new Date();
	const instance = getInstance();
	const groups = await listGroupsOfCoach(instance.accounts, account, now);
	const [facts, answers] = await Promise.all([
		gatherFacts(instance, account, groups, locale, now),
		listAnswers(instance.accounts, account.id)
	]);
	const today = dayOf(now);
	const cards = facts.flatMap((each) => listCards(each, today));
	const open = listOpenCards(cards, answers, today);
	const all = event.url.searchParams.has('all');
	const t = getTranslator(locale);
	const answered = answers.find(({ card }) => card === event.url.searchParams.get('answered'));
	return {
		openCards: open.length,
		cards: open
			.slice(0, all ? 200 : cardsShown)
			.map((card) => ({ id: card.id, rule: card.rule, groupName: card.groupName, ...describeCard(t, locale, card) })),
		more: all ? 0 : Math.max(0, open.length - cardsShown),
		answered: answered ? { card: answered.card, answer: answered.answer } : null,
		...describeGroupsInShort(groups, facts, today)
	};
};

export const actions = {
	answer: async (event) => {
		const account = requireRole(event, 'coach');
		const fields = await readFields(event.request, 'card', 'answer');
		const answer = todoAnswers.find((each) => each === fields?.answer);
		const instance = getInstance();
		const now = new Date();
		const groups = await listGroupsOfCoach(instance.accounts, account, now);
		const group = groups.filter(({ id }) => fields?.card.split(' ')[1] === id);
		const facts = await gatherFacts(instance, account, group, event.params.locale as Locale, now);
		const card = facts.flatMap((each) => listCards(each, dayOf(now))).find(({ id }) => id === fields?.card);
		// A card that is gone meanwhile needs no answer: the list is simply shown anew.
		if (card === undefined || answer === undefined) redirect(303, event.url.pathname);
		await answerCard(instance.accounts, account.id, card, answer, dayOf(now));
		redirect(303, `${event.url.pathname}?answered=${encodeURIComponent(card.id)}`);
	},
	undo: async (event) => {
		const account = requireRole(event, 'coach');
		const fields = await readFields(event.request, 'card');
		const rule = todoRules.find((each) => each === fields?.card.split(' ')[0]);
		if (rule !== undefined) await takeBackAnswer(getInstance().accounts, account.id, { id: fields?.card ?? '', rule });
		redirect(303, event.url.pathname);
	}
};
