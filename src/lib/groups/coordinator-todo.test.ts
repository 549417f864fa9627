import { describe, expect, it } from 'vitest';
import { coordinatorRules, listCoordinatorCards, type CoordinatorFacts } from './coordinator-todo';
import { listMissing, listOnboarding, presets } from './organisation';
import { settings } from './group';

const calm: CoordinatorFacts = {
	...{ safeguarding: false, withoutCoach: [], ready: [], toSign: [], ending: [], oldLines: 0, reviews: 0, uncounted: 0 },
	...{ answersLate: [], answersSoon: [], sentences: 0, figures: false }
};
const procedure = 'Le jour même, la coach prévient la responsable et écrit ce qui a été dit.';
const said = { contact: 'Fatou', contactPhone: '000', procedure };

describe('what asks for a coordinator', () => {
	it('is nothing when nothing is amiss', () => expect(listCoordinatorCards(calm)).toEqual([]));

	it.each([
		['safeguarding', { safeguarding: true }, 1, []],
		['withoutCoach', { withoutCoach: ['A', 'B', 'C', 'D'] }, 4, ['A', 'B', 'C']],
		['ready', { ready: ['A'] }, 1, ['A']],
		['uncounted', { uncounted: 2 }, 2, []],
		['oldLines', { oldLines: 12 }, 12, []],
		['reviews', { reviews: 1 }, 1, []],
		['answersLate', { answersLate: ['A'] }, 1, ['A']],
		['answersSoon', { answersSoon: ['A', 'B'] }, 2, ['A', 'B']],
		['sentences', { sentences: 3 }, 3, []],
		['figures', { figures: true }, 1, []],
		['toSign', { toSign: ['Renard bleu'] }, 1, ['Renard bleu']],
		['ending', { ending: ['Nadia', 'Ali'] }, 2, ['Nadia', 'Ali']]
	] as const)('%s has a card that ends with its fact', (rule, facts, n, names) => {
		expect(listCoordinatorCards({ ...calm, ...facts })).toEqual([{ rule, n, names: [...names] }]);
	});

	it('comes in the order of weight', () => {
		const all = listCoordinatorCards({
			safeguarding: true,
			withoutCoach: ['A'],
			ready: ['A'],
			toSign: ['A'],
			ending: ['A'],
			oldLines: 1,
			reviews: 1,
			uncounted: 1,
			answersLate: ['A'],
			answersSoon: ['A'],
			sentences: 1,
			figures: true
		});
		expect(all.map(({ rule }) => rule)).toEqual([...coordinatorRules]);
	});
});

describe('the gate', () => {
	it.each([
		['nothing said', { contact: '', contactPhone: '', procedure: '' }, 0, ['contact', 'procedure', 'coach']],
		['a name without a telephone', { ...said, contactPhone: '' }, 1, ['contact']],
		['spaces', { ...said, contact: '   ' }, 1, ['contact']],
		['a procedure that says "ok"', { ...said, procedure: 'ok' }, 1, ['procedure']],
		['no coach', said, 0, ['coach']],
		['all said', said, 2, []]
	])('%s', (_, organisation, coaches, missing) => {
		expect(listMissing(organisation, coaches)).toEqual(missing);
	});
});

describe('the beginning of an organisation', () => {
	const facts = { organisation: { ...said, agreedOn: null }, groups: 0, groupsWithCoach: 0, peers: 0, dates: 0 };
	const next = (more: object) => listOnboarding({ ...facts, ...more }).find(({ done }) => !done)?.step;

	it('goes step by step', () => {
		const agreed = { organisation: { ...said, agreedOn: '2026-11-01' } };
		expect(next({})).toBe('agreement');
		expect(next(agreed)).toBe('group');
		expect(next({ ...agreed, groups: 1 })).toBe('coach');
		expect(next({ ...agreed, groups: 2, groupsWithCoach: 1, peers: 1 })).toBe('peers');
		expect(next({ ...agreed, groups: 2, groupsWithCoach: 1, peers: 2 })).toBe('date');
		expect(next({ ...agreed, groups: 2, groupsWithCoach: 1, peers: 2, dates: 1 })).toBeUndefined();
	});

	it('has a preset for each setting, with a language to print in', () => {
		for (const setting of settings) expect(presets[setting].languages.length).toBeGreaterThan(0);
		expect(presets.shelter.sharedPhones).toBe(true);
	});
});
