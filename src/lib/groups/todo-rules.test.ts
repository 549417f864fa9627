// Fact patterns and the cards they call for, the ones that must expire included; and, over random facts, that no card outlives
// its facts.
import { describe, expect, it, vi } from 'vitest';
import { addDays } from '$lib/i18n/day';
import { isHidden, listOpenCards, laterDays, todoRules, wrongRate, type AnsweredCard } from './todo';
import { listCards, type GroupFacts } from './todo-rules';

// Hundreds of invented facts take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const today = '2026-11-25';
const day = (n: number) => addDays(today, n);

/** An open group in which nothing is to be done. */
const onTheWay = { unsignedSince: null, rubricSince: null, certificateEnds: null };
/** Those whose subject is a peer expert, who stays when the fact goes. */
const peerRules: readonly string[] = ['peer-paused', 'meeting-sign', 'rubric-due', 'certificate-end'];
const calm: GroupFacts = {
	id: 'g',
	name: 'Groupe Renard',
	createdOn: day(-60),
	openedOn: day(-50),
	closed: false,
	missing: [],
	codeExpiresOn: day(120),
	sentences: null,
	started: true,
	peers: [
		{ id: 'a', name: 'Renard bleu', pausedOn: null, ...onTheWay },
		{ id: 'b', name: 'Loutre verte', pausedOn: null, ...onTheWay }
	],
	invitations: [],
	misconceptions: [],
	plans: [],
	boosters: [],
	trainingDays: [],
	substitutions: [],
	coaches: 1,
	handover: false
};
const [renard] = calm.peers as [GroupFacts['peers'][number]];
const preparing = { openedOn: null, started: false };
const invitation = { id: 'i', sentOn: day(-4), expiresOn: day(-1) };
const plan = { id: 'p', on: day(2), kit: 'm', title: 'M', intensity: 2, coachPresent: true, state: 'planned' as const };
const booster = { planId: 'h', kit: 'm', title: 'M', step: '3-weeks' as const, dueOn: day(0), heldOn: day(-21) };
const choice = { module: 'm', title: 'M', node: 'n', scene: 'N', choice: 'c', label: 'C', quarter: '2026-27/Q2' };
const trainingDay = { id: 't', on: day(5), listed: 0 };
const substitute = { name: 'Ali', until: day(3) };

type Case = [what: string, facts: Partial<GroupFacts>, rules: string[]];
const cases: Case[] = [
	['nothing to do', {}, []],
	['a group without contact', { ...preparing, missing: ['contact'] }, ['gate']],
	['a group without procedure and coach', { ...preparing, missing: ['procedure', 'coach'] }, ['gate']],
	['a group that may open', preparing, ['open-group']],
	['a group in preparation that was closed', { ...preparing, missing: ['coach'], closed: true }, []],
	['an open group whose organisation lost its contact', { missing: ['contact'] }, []],
	['sentences to read', { sentences: { n: 2, until: day(12) } }, ['sentences']],
	['sentences to read in a group that was closed', { sentences: { n: 2, until: day(12) }, closed: true }, []],
	['a code with 15 days left', { codeExpiresOn: day(15) }, []],
	['a code with 14 days left', { codeExpiresOn: day(14) }, ['code']],
	['a code that is over', { codeExpiresOn: day(-40) }, ['code']],
	['a code that is over in a closed group', { codeExpiresOn: day(-40), closed: true }, []],
	['a code that is over in a group in preparation', { ...preparing, codeExpiresOn: day(-1) }, ['open-group']],
	['nobody started after 6 days', { started: false, openedOn: day(-6) }, []],
	['nobody started after 7 days', { started: false, openedOn: day(-7) }, ['nobody-started']],
	['nobody started and it is closed', { started: false, closed: true }, []],
	['one peer expert', { peers: [renard] }, ['peers-missing']],
	['none', { peers: [] }, ['peers-missing']],
	['one, and one invited', { peers: [renard], invitations: [{ ...invitation, expiresOn: day(1) }] }, []],
	['none, and one invited', { peers: [], invitations: [{ ...invitation, expiresOn: day(1) }] }, ['peers-missing']],
	['none in a group in preparation', { ...preparing, peers: [] }, ['open-group']],
	['an invitation that ends today', { peers: [renard], invitations: [{ ...invitation, expiresOn: day(0) }] }, ['invitation']],
	['an invitation missed yesterday', { peers: [renard], invitations: [invitation] }, ['invitation', 'peers-missing']],
	[
		'an invitation missed 7 days ago',
		{ peers: [renard], invitations: [{ ...invitation, expiresOn: day(-7) }] },
		['invitation', 'peers-missing']
	],
	[
		'an invitation missed 8 days ago (expired)',
		{ peers: [renard], invitations: [{ ...invitation, expiresOn: day(-8) }] },
		['peers-missing']
	],
	['a missed invitation, and both places taken', { invitations: [invitation] }, []],
	['a pause of 13 days', { peers: [{ ...renard, pausedOn: day(-13) }, calm.peers[1]!] }, []],
	['a pause of 14 days', { peers: [{ ...renard, pausedOn: day(-14) }, calm.peers[1]!] }, ['peer-paused']],
	['a pause in a closed group', { peers: [{ ...renard, pausedOn: day(-14) }, calm.peers[1]!], closed: true }, []],
	['a meeting to sign', { peers: [{ ...renard, unsignedSince: day(-1) }, calm.peers[1]!] }, ['meeting-sign']],
	['a meeting to sign in a closed group', { peers: [{ ...renard, unsignedSince: day(-1) }], closed: true }, []],
	['a rubric that waits', { peers: [{ ...renard, rubricSince: day(-3) }, calm.peers[1]!] }, ['rubric-due']],
	['a certificate that ends', { peers: [{ ...renard, certificateEnds: day(30) }, calm.peers[1]!] }, ['certificate-end']],
	['4 answers, all risky', { misconceptions: [{ ...choice, respondents: 4, count: 4 }] }, []],
	['5 answers, 2 risky (40 %)', { misconceptions: [{ ...choice, respondents: 5, count: 2 }] }, ['misconception']],
	['11 answers, 6 risky', { misconceptions: [{ ...choice, respondents: 11, count: 6 }] }, ['misconception']],
	['10 answers, 3 risky (30 %)', { misconceptions: [{ ...choice, respondents: 10, count: 3 }] }, []],
	['a misconception in a closed group', { misconceptions: [{ ...choice, respondents: 11, count: 6 }], closed: true }, []],
	['a booster due tomorrow', { boosters: [{ ...booster, dueOn: day(1) }] }, []],
	['a booster due today', { boosters: [booster] }, ['booster']],
	['a booster 14 days late', { boosters: [{ ...booster, dueOn: day(-14) }] }, ['booster']],
	['a booster 15 days late (expired)', { boosters: [{ ...booster, dueOn: day(-15) }] }, []],
	['a booster that is planned', { boosters: [booster], plans: [{ ...plan, on: day(6) }] }, []],
	[
		'a booster, and a meeting on something else',
		{ boosters: [booster], plans: [{ ...plan, kit: 'x', on: day(6) }] },
		['booster']
	],
	[
		'a booster that was held',
		{ boosters: [{ ...booster, dueOn: day(-3) }], plans: [{ ...plan, on: day(-1), state: 'held' }] },
		[]
	],
	['a meeting in 4 days', { plans: [{ ...plan, on: day(4) }] }, []],
	['a meeting in 3 days', { plans: [{ ...plan, on: day(3) }] }, ['plan-soon']],
	['a meeting today', { plans: [{ ...plan, on: day(0) }] }, ['plan-soon']],
	['a meeting of yesterday', { plans: [{ ...plan, on: day(-1) }] }, ['plan-unclear']],
	['a meeting of yesterday that was held', { plans: [{ ...plan, on: day(-1), state: 'held' }] }, []],
	['a meeting of 14 days ago', { plans: [{ ...plan, on: day(-14) }] }, ['plan-unclear']],
	['a meeting of 15 days ago (expired)', { plans: [{ ...plan, on: day(-15) }] }, []],
	['a strong meeting without a coach', { plans: [{ ...plan, coachPresent: false }] }, ['plan-coach']],
	['a light meeting without a coach', { plans: [{ ...plan, intensity: 1, coachPresent: false }] }, ['plan-soon']],
	['a strong meeting without a coach that is past (expired)', { plans: [{ ...plan, on: day(-20), coachPresent: false }] }, []],
	['a training day in 10 days', { trainingDays: [{ ...trainingDay, on: day(10) }] }, ['training']],
	['a training day in 11 days', { trainingDays: [{ ...trainingDay, on: day(11) }] }, []],
	['a training day of yesterday (expired)', { trainingDays: [{ ...trainingDay, on: day(-1) }] }, []],
	['a training day with both listed', { trainingDays: [{ ...trainingDay, listed: 2 }] }, []],
	['a training day with one listed', { trainingDays: [{ ...trainingDay, listed: 1 }] }, ['training']],
	['a training day and nobody to send', { trainingDays: [trainingDay], peers: [] }, ['peers-missing']],
	['a substitution that ends in 3 days', { substitutions: [substitute], coaches: 2 }, ['handover']],
	['… with a note', { substitutions: [substitute], coaches: 2, handover: true }, []],
	['… of the only coach', { substitutions: [substitute], handover: true }, ['substitution']],
	['a substitution that ends in 8 days', { substitutions: [{ ...substitute, until: day(8) }] }, []],
	['a substitution that is over (expired)', { substitutions: [{ ...substitute, until: day(-1) }] }, []]
];

describe('the rules', () => {
	it('are shown on at least forty patterns, and each of them fires in one', () => {
		expect(cases.length).toBeGreaterThanOrEqual(40);
		expect(new Set(cases.flatMap(([, , rules]) => rules))).toEqual(new Set(todoRules));
	});

	it.each(cases)('%s', (_, facts, expected) => {
		const cards = listCards({ ...calm, ...facts }, today);
		expect(cards.map(({ rule }) => rule).sort()).toEqual([...expected].sort());
		for (const card of cards) expect(card.words).toHaveProperty('group', 'Groupe Renard');
	});
});

describe('a card', () => {
	/** Facts drawn by a seed (Park and Miller's minimal standard generator): the same at every run. */
	function invent(seed: number): { facts: GroupFacts; draw: (below: number) => number } {
		let state = seed * 7919 + 1;
		const draw = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
		const near = () => day(draw(60) - 30);
		const some = <T>(make: (index: number) => T) => Array.from({ length: draw(3) }, (_, index) => make(index));
		const facts: GroupFacts = {
			...calm,
			openedOn: draw(4) ? near() : null,
			closed: draw(6) === 0,
			missing: draw(2) ? [] : ['contact'],
			codeExpiresOn: near(),
			started: draw(2) === 0,
			peers: some((n) => ({
				id: `a${n}`,
				name: 'x',
				pausedOn: draw(2) ? near() : null,
				...onTheWay,
				unsignedSince: draw(2) ? near() : null
			})),
			invitations: some((n) => ({ id: `i${n}`, sentOn: near(), expiresOn: near() })),
			misconceptions: some((n) => ({ ...choice, node: `n${n}`, respondents: 5 * (1 + draw(3)), count: draw(6) })),
			plans: some((n) => ({
				...plan,
				id: `p${n}`,
				on: near(),
				coachPresent: draw(2) === 0,
				state: draw(2) ? 'held' : 'planned'
			})),
			boosters: some((n) => ({ ...booster, planId: `h${n}`, dueOn: near() })),
			trainingDays: some((n) => ({ id: `t${n}`, on: near(), listed: draw(3) })),
			substitutions: some(() => ({ name: 'Ali', until: near() })),
			coaches: draw(3),
			handover: draw(2) === 0
		};
		return { facts, draw };
	}
	const seeds = Array.from({ length: 2_000 }, (_, seed) => seed + 1);

	it('never outlives its own last day', () => {
		let dated = 0;
		for (const seed of seeds) {
			const { facts } = invent(seed);
			for (const { id, expiresOn } of listCards(facts, today)) {
				if (expiresOn === null) continue;
				dated += 1;
				expect(expiresOn >= today, `${id} of seed ${seed} is shown after its end`).toBe(true);
				const after = listCards(facts, addDays(expiresOn, 1)).filter((card) => card.id === id && card.expiresOn === expiresOn);
				expect(after, `${id} of seed ${seed}`).toEqual([]);
			}
		}
		expect(dated).toBeGreaterThan(1_000);
	});

	it('never outlives the fact it is about', () => {
		let checked = 0;
		for (const seed of seeds) {
			const { facts } = invent(seed);
			const without: GroupFacts = { ...facts, plans: [], boosters: [], invitations: [], misconceptions: [], trainingDays: [] };
			for (const card of listCards(facts, today)) {
				if (card.subject === '' || peerRules.includes(card.rule)) continue;
				checked += 1;
				expect(listCards(without, today).map(({ id }) => id)).not.toContain(card.id);
			}
			const back = { ...facts, peers: facts.peers.map((peer) => ({ ...peer, pausedOn: null, unsignedSince: null })) };
			expect(listCards(back, today).filter(({ rule }) => peerRules.includes(rule))).toEqual([]);
			// A closed group asks for nothing.
			expect(listCards({ ...facts, closed: true }, today)).toEqual([]);
		}
		expect(checked).toBeGreaterThan(1_000);
	});

	it('has an id of its own, and the same cards come from the same facts', () => {
		for (const seed of seeds.slice(0, 300)) {
			const { facts } = invent(seed);
			const ids = listCards(facts, today).map(({ id }) => id);
			expect(new Set(ids).size, `seed ${seed}`).toBe(ids.length);
			expect(listCards(structuredClone(facts), today).map(({ id }) => id)).toEqual(ids);
		}
	});

	it('that was answered stays away only as long as its facts are the same', () => {
		for (const seed of seeds.slice(0, 500)) {
			const { facts } = invent(seed);
			for (const card of listCards(facts, today)) {
				const answered: AnsweredCard = { card: card.id, print: card.print, answer: 'done', answeredOn: today };
				expect(listOpenCards([card], [answered], today)).toEqual([]);
				expect(listOpenCards([{ ...card, print: `${card.print}!` }], [answered], today)).toHaveLength(1);
			}
		}
	});
});

describe('answers', () => {
	const card = { print: 'x' };
	const answered = (answer: AnsweredCard['answer'], answeredOn: string): AnsweredCard => ({
		card: 'c',
		print: 'x',
		answer,
		answeredOn
	});

	it('"not now" lasts a week, "done" and "wrong" until the facts change or ninety days', () => {
		expect(isHidden(card, answered('later', day(1 - laterDays)), today)).toBe(true);
		expect(isHidden(card, answered('later', day(-laterDays)), today)).toBe(false);
		expect(isHidden(card, answered('done', day(-89)), today)).toBe(true);
		expect(isHidden(card, answered('wrong', day(-90)), today)).toBe(false);
		expect(isHidden({ print: 'y' }, answered('done', today), today)).toBe(false);
	});

	it('give a rate of wrong flags from ten answers on', () => {
		const tally = [
			{ rule: 'code', answer: 'done' as const, count: 6 },
			{ rule: 'code', answer: 'wrong' as const, count: 3 }
		];
		expect(wrongRate(tally, 'code')).toBeNull();
		expect(wrongRate([...tally, { rule: 'code', answer: 'later', count: 3 }], 'code')).toBe(0.25);
		expect(wrongRate(tally, 'gate')).toBeNull();
	});

	it('leave the rest in the order of what matters', () => {
		const cards = listCards({ ...calm, codeExpiresOn: day(-1), peers: [], plans: [{ ...plan, coachPresent: false }] }, today);
		expect(listOpenCards(cards, [], today).map(({ rule }) => rule)).toEqual(['plan-coach', 'code', 'peers-missing']);
	});
});
