// The rules of the to-do list: each looks at the facts of one group on one day and gives the cards that these facts call for.
// A rule says why in its words, and ends by itself: a card that outlives its facts is a bug (todo-rules.test.ts).
import { addDays, daysBetween } from '$lib/i18n/day';
import { peerExpertsPerGroup } from '../auth/invitation';
import type { Since, TodoCard, TodoRule } from './todo';
import type { GroupFacts, MisconceptionFact, PeerFact } from './todo-facts';

export type { GroupFacts, MisconceptionFact, PeerFact } from './todo-facts';

type Rule = (facts: GroupFacts, today: string) => TodoCard[];

/** The shares and days of the rules, in one place: what a coach disputes is changed here. */
export const limits = {
	misconceptionRespondents: 5,
	misconceptionShare: 0.4,
	quietDays: 7,
	codeDays: 14,
	pausedDays: 14,
	missedInvitationDays: 7,
	unclearDays: 14,
	soonDays: 3,
	trainingDays: 10,
	substitutionDays: 7,
	boosterDays: 14,
	/** How long a sentence waits to be read (moderation/statement.ts). */
	sentenceDays: 30,
	certificateDays: 92
};

const rules: Record<TodoRule, Rule> = {
	gate: (facts) =>
		!facts.closed && facts.openedOn === null && facts.missing.length > 0
			? [
					card(
						facts,
						'gate',
						{ day: facts.createdOn },
						{ rank: 10, print: facts.missing.join(), words: { n: facts.missing.length } }
					)
				]
			: [],
	'open-group': (facts) =>
		!facts.closed && facts.openedOn === null && facts.missing.length === 0
			? [card(facts, 'open-group', { day: facts.createdOn }, { rank: 11 })]
			: [],
	sentences: (facts, today) => {
		if (facts.closed || facts.sentences === null) return [];
		const { n, until } = facts.sentences;
		// The day it came isn't kept: it lies at most so long before its end.
		const since = addDays(until, -limits.sentenceDays);
		const words = { n, date: until };
		return [card(facts, 'sentences', { day: since < today ? since : today }, { rank: 14, print: `${n} ${until}`, words })];
	},
	code: (facts, today) => {
		const left = daysBetween(today, facts.codeExpiresOn);
		if (!isRunning(facts) || left > limits.codeDays) return [];
		const since = addDays(facts.codeExpiresOn, -limits.codeDays);
		return [
			card(facts, 'code', { day: since }, { rank: 20, print: facts.codeExpiresOn, words: { date: facts.codeExpiresOn, n: left } })
		];
	},
	'nobody-started': (facts, today) => {
		if (!isRunning(facts) || facts.started || facts.openedOn === null) return [];
		const days = daysBetween(facts.openedOn, today);
		if (days < limits.quietDays) return [];
		return [card(facts, 'nobody-started', { day: facts.openedOn }, { rank: 40, print: facts.openedOn, words: { n: days } })];
	},
	'peers-missing': (facts, today) => {
		const valid = facts.invitations.filter(({ expiresOn }) => expiresOn >= today).length;
		if (!isRunning(facts) || facts.peers.length + valid >= peerExpertsPerGroup) return [];
		const print = String(facts.peers.length);
		const words = { n: facts.peers.length, most: peerExpertsPerGroup };
		return [card(facts, 'peers-missing', { day: facts.openedOn ?? facts.createdOn }, { rank: 50, print, words })];
	},
	invitation: (facts, today) =>
		facts.closed || facts.peers.length >= peerExpertsPerGroup
			? []
			: facts.invitations.flatMap(({ id, sentOn, expiresOn }) => {
					const over = daysBetween(expiresOn, today);
					if (over < 0 || over > limits.missedInvitationDays) return [];
					const lastDay = addDays(expiresOn, limits.missedInvitationDays);
					const words = { date: expiresOn };
					return [
						card(facts, 'invitation', { day: sentOn }, { rank: 30, subject: id, print: expiresOn, expiresOn: lastDay, words })
					];
				}),
	'peer-paused': (facts, today) =>
		facts.closed
			? []
			: facts.peers.flatMap(({ id, name, pausedOn }) => {
					if (pausedOn === null || daysBetween(pausedOn, today) < limits.pausedDays) return [];
					const words = { name, date: pausedOn };
					return [card(facts, 'peer-paused', { day: pausedOn }, { rank: 55, subject: id, print: pausedOn, words })];
				}),
	'meeting-sign': (facts) => eachPeer(facts, 'meeting-sign', 26, ({ unsignedSince }) => unsignedSince),
	'rubric-due': (facts) => eachPeer(facts, 'rubric-due', 27, ({ rubricSince }) => rubricSince),
	'certificate-end': (facts) =>
		eachPeer(
			facts,
			'certificate-end',
			29,
			({ certificateEnds }) => certificateEnds && addDays(certificateEnds, -limits.certificateDays)
		),
	misconception: (facts) =>
		isRunning(facts)
			? facts.misconceptions.filter(isMisconception).map(({ module, node, choice, respondents, count, quarter, ...named }) =>
					card(
						facts,
						'misconception',
						{ quarter },
						{
							rank: 35,
							subject: `${module} ${node} ${choice}`,
							print: `${respondents} ${count}`,
							words: { ...named, respondents, count, n: respondents }
						}
					)
				)
			: [],
	booster: (facts, today) =>
		isRunning(facts)
			? facts.boosters.flatMap(({ planId, kit, title, step, dueOn, heldOn }) => {
					const late = daysBetween(dueOn, today);
					const prepared = facts.plans.some((plan) => plan.kit === kit && plan.on >= dueOn && plan.id !== planId);
					if (late < 0 || late > limits.boosterDays || prepared) return [];
					const expiresOn = addDays(dueOn, limits.boosterDays);
					const words = { title, kit, n: daysBetween(heldOn, today) };
					return [
						card(facts, 'booster', { day: dueOn }, { rank: 45, subject: `${planId} ${step}`, print: dueOn, expiresOn, words })
					];
				})
			: [],
	'plan-unclear': (facts, today) =>
		facts.plans.flatMap(({ id, on, title, state }) => {
			const past = daysBetween(on, today);
			if (facts.closed || state !== 'planned' || past < 1 || past > limits.unclearDays) return [];
			const expiresOn = addDays(on, limits.unclearDays);
			return [
				card(facts, 'plan-unclear', { day: on }, { rank: 25, subject: id, print: on, expiresOn, words: { title, date: on } })
			];
		}),
	'plan-coach': (facts, today) =>
		facts.plans.flatMap(({ id, on, title, state, intensity, coachPresent }) => {
			if (facts.closed || state !== 'planned' || on < today || intensity < 2 || coachPresent) return [];
			const words = { title, date: on };
			return [card(facts, 'plan-coach', { day: today }, { rank: 15, subject: id, print: on, expiresOn: on, words })];
		}),
	'plan-soon': (facts, today) =>
		facts.plans.flatMap(({ id, on, title, state, intensity, coachPresent }) => {
			const left = daysBetween(today, on);
			if (!isRunning(facts) || state !== 'planned' || left < 0 || left > limits.soonDays) return [];
			if (intensity >= 2 && !coachPresent) return [];
			const since = { day: addDays(on, -limits.soonDays) };
			return [
				card(facts, 'plan-soon', since, { rank: 28, subject: id, print: on, expiresOn: on, words: { title, date: on, n: left } })
			];
		}),
	training: (facts, today) =>
		facts.trainingDays.flatMap(({ id, on, listed }) => {
			const left = daysBetween(today, on);
			const active = facts.peers.filter(({ pausedOn }) => pausedOn === null).length;
			if (facts.closed || active === 0 || left < 0 || left > limits.trainingDays || listed >= active) return [];
			const since = { day: addDays(on, -limits.trainingDays) };
			const words = { date: on, n: active - listed };
			return [card(facts, 'training', since, { rank: 32, subject: id, print: `${on} ${listed}`, expiresOn: on, words })];
		}),
	handover: (facts, today) => {
		const next = nextEnd(facts, today);
		if (facts.closed || facts.handover || next === null) return [];
		const words = { name: next.name, date: next.until };
		const since = { day: addDays(next.until, -limits.substitutionDays) };
		return [card(facts, 'handover', since, { rank: 38, print: next.until, expiresOn: next.until, words })];
	},
	substitution: (facts, today) => {
		const next = nextEnd(facts, today);
		if (facts.closed || next === null || facts.coaches > 1) return [];
		const words = { name: next.name, date: next.until };
		const since = { day: addDays(next.until, -limits.substitutionDays) };
		return [card(facts, 'substitution', since, { rank: 12, print: next.until, expiresOn: next.until, words })];
	}
};

/** The cards of one group on one day, in no particular order. */
export function listCards(facts: GroupFacts, today: string): TodoCard[] {
	return Object.values(rules).flatMap((rule) => rule(facts, today));
}

/** At least five answers, and two in five or more took the same risky choice. */
export function isMisconception({ respondents, count }: Pick<MisconceptionFact, 'respondents' | 'count'>): boolean {
	return respondents >= limits.misconceptionRespondents && count / respondents >= limits.misconceptionShare;
}

/** A card for each peer expert of whom a day is known since when something waits. */
function eachPeer(facts: GroupFacts, rule: TodoRule, rank: number, waiting: (peer: PeerFact) => string | null): TodoCard[] {
	if (facts.closed) return [];
	return facts.peers.flatMap((peer) => {
		const day = waiting(peer);
		if (day === null) return [];
		const words = { name: peer.name, date: peer.certificateEnds ?? day };
		return [card(facts, rule, { day }, { rank, subject: peer.id, print: day, words })];
	});
}

function isRunning({ openedOn, closed }: GroupFacts): boolean {
	return openedOn !== null && !closed;
}

/** The substitution that ends next, within the week; one that is over ends nothing. */
function nextEnd({ substitutions }: GroupFacts, today: string): GroupFacts['substitutions'][number] | null {
	const ending = substitutions.filter(({ until }) => {
		const left = daysBetween(today, until);
		return left >= 0 && left <= limits.substitutionDays;
	});
	return ending.sort((a, b) => a.until.localeCompare(b.until))[0] ?? null;
}

interface Details {
	rank: number;
	subject?: string;
	print?: string;
	expiresOn?: string;
	words?: TodoCard['words'];
}

function card({ id, name }: GroupFacts, rule: TodoRule, since: Since, details: Details): TodoCard {
	const { rank, subject = '', print = '', expiresOn = null, words = {} } = details;
	const cardId = [rule, id, subject].filter((part) => part !== '').join(' ');
	return {
		id: cardId,
		rule,
		groupId: id,
		groupName: name,
		since,
		print,
		expiresOn,
		words: { ...words, group: name },
		subject,
		rank
	};
}
