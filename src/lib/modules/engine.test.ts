import { describe, expect, it } from 'vitest';
import { explore } from '../content/explore';
import { compileSample } from '../content/sample';
import type { Choice, Expression, Graph } from '../content/graph';
import { availableChoices, choose, listEndings, replay, startPlay, type State } from './engine';

const graph = compileSample().modules!.fr.graph;

function play(...path: string[]): State {
	const result = replay(graph, path);
	if (!result.ok) throw new Error(`${result.reason} at ${result.at}`);
	return result.state;
}

const ids = (state: State) => availableChoices(graph, state).map(({ id }) => id);

describe('a play', () => {
	it('starts at the first node', () => {
		expect(startPlay(graph)).toEqual({
			node: 'debut',
			vars: { force: 0, dit: false },
			visits: { debut: 1 },
			used: [],
			score: { points: 0 },
			path: [],
			end: null
		});
	});

	it('goes on with variables, points and visits', () => {
		expect(play('suite')).toMatchObject({ node: 'suite', vars: { force: 1, dit: true }, score: { points: 2 }, path: ['suite'] });
		expect(play('suite-2')).toMatchObject({ node: 'suite', vars: { force: 0, dit: false }, score: { points: 0 } });
	});

	it('offers what the conditions allow, and a `once` choice once', () => {
		expect(ids(play('suite-2'))).toEqual(['suite', 'dur']);
		expect(ids(play('suite'))).toEqual(['suite', 'bien', 'dur']);
		expect(ids(play('suite', 'suite'))).toEqual(['bien', 'dur']);
	});

	it('ends, and offers nothing more', () => {
		expect(play('suite', 'bien').end).toBe('good');
		expect(play('suite-2', 'dur').end).toBe('hard');
		expect(ids(play('suite', 'bien'))).toEqual([]);
	});

	it('refuses with a reason, and changes nothing', () => {
		const state = play('suite-2');
		const copy = structuredClone(state);
		expect(choose(graph, state, 'bien')).toEqual({ ok: false, reason: 'unavailable' });
		expect(choose(graph, state, 'nowhere')).toEqual({ ok: false, reason: 'unknown-choice' });
		expect(choose(graph, state, 'constructor')).toEqual({ ok: false, reason: 'unknown-choice' });
		expect(choose(graph, play('suite', 'bien'), 'suite')).toEqual({ ok: false, reason: 'ended' });
		expect(state).toEqual(copy);
	});

	it('says where a replayed path breaks', () => {
		expect(replay(graph, ['suite', 'suite', 'suite'])).toEqual({ ok: false, at: 2, reason: 'unavailable' });
		expect(replay(graph, ['suite', 'bien', 'suite'])).toEqual({ ok: false, at: 2, reason: 'ended' });
	});

	it('keeps a score in its range and ignores one that is not declared', () => {
		const scored: Graph = structuredClone(graph);
		scored.nodes.debut!.choices[0]!.score = [
			{ name: 'points', points: 9 },
			{ name: 'none', points: 1 }
		];
		expect(replay(scored, ['suite'])).toMatchObject({ ok: true, state: { score: { points: 4 } } });
		scored.scores.points!.min = 1;
		expect(startPlay(scored).score).toEqual({ points: 1 });
		const lost = { ...startPlay(scored), score: {} };
		expect(choose(scored, lost, 'suite')).toMatchObject({ state: { score: { points: 4 } } });
	});

	it('offers nothing in a node that the graph does not have', () => {
		for (const node of ['gone', 'constructor']) {
			const state = { ...startPlay(graph), node };
			expect(availableChoices(graph, state)).toEqual([]);
			expect(choose(graph, state, 'suite')).toEqual({ ok: false, reason: 'unknown-choice' });
		}
		expect(startPlay({ ...graph, start: 'gone' }).end).toBeNull();
	});
});

describe('listEndings', () => {
	it('gives the endings in order', () => {
		expect(listEndings(graph)).toEqual([
			{ node: 'bien', end: 'good' },
			{ node: 'dur', end: 'hard' }
		]);
	});
});

describe('random graphs (seeded)', { timeout: 30_000 }, () => {
	const graphs = Array.from({ length: 400 }, (_, seed) => randomGraph(random(seed + 1)));
	const explored = graphs.map((candidate) => ({ graph: candidate, ...explore(candidate, 20_000) }));
	const valid = explored.filter(({ complete, situations }) => complete && situations.every(({ canEnd }) => canEnd));
	const broken = explored.filter(({ complete, situations }) => complete && situations.some(({ canEnd }) => !canEnd));

	it('hold enough of both kinds to say something', () => {
		expect(valid.length).toBeGreaterThan(40);
		expect(broken.length).toBeGreaterThan(40);
	});

	it('proved right: no play is ever stuck, and replaying its path gives the same state', () => {
		for (const [index, { graph: proved }] of valid.entries()) {
			const next = random(index + 7_000);
			for (let round = 0; round < 5; round++) {
				let state = startPlay(proved);
				for (let step = 0; step < 60 && !state.end; step++) {
					const available = availableChoices(proved, state);
					expect(available.length).toBeGreaterThan(0);
					const result = choose(proved, state, pick(next, available).id);
					if (!result.ok) throw new Error(result.reason);
					state = result.state;
				}
				expect(replay(proved, state.path)).toEqual({ ok: true, state });
				expect(replay(JSON.parse(JSON.stringify(proved)) as Graph, state.path)).toEqual({ ok: true, state });
			}
		}
	});

	it('proved wrong: the path that is shown as proof can really be played to that situation', () => {
		for (const { graph: wrong, situations } of broken) {
			const { situation, path, available } = situations.find(({ canEnd }) => !canEnd)!;
			const result = replay(wrong, path());
			if (!result.ok) throw new Error(result.reason);
			expect(result.state).toMatchObject({ node: situation.node, vars: situation.vars, end: null });
			expect(availableChoices(wrong, result.state)).toEqual(available);
		}
	});
});

function randomGraph(next: () => number): Graph {
	const names = Array.from({ length: 3 + Math.floor(next() * 6) }, (_, index) => `n${index}`);
	const nodes = names.map((name, index): [string, Graph['nodes'][string]] => {
		if (index === names.length - 1 || (index > 0 && next() < 0.15))
			return [name, { choices: [], end: pick(next, ['good', 'hard']) }];
		const choices = Array.from({ length: 1 + Math.floor(next() * 3) }, (_, at) => randomChoice(next, names, `c${at}`));
		return [name, { choices }];
	});
	const vars: Graph['vars'] = { x: { type: 'int', min: 0, max: 2, start: 0 }, y: { type: 'bool', start: false } };
	return {
		id: 'random',
		version: 1,
		start: 'n0',
		vars,
		scores: { s: { min: 0, max: 5, pass: 3 } },
		nodes: Object.fromEntries(nodes)
	};
}

function randomChoice(next: () => number, names: string[], id: string): Choice {
	const choice: Choice = { id, to: pick(next, names) };
	if (next() < 0.3) choice.if = randomCondition(next, names);
	if (next() < 0.2) choice.once = true;
	if (next() < 0.3) choice.set = [{ name: 'y', to: { op: 'value', value: next() < 0.5 } }];
	if (next() < 0.3) {
		const amount: Expression = { op: 'value', value: 1 };
		choice.set = [
			...(choice.set ?? []),
			{ name: 'x', to: { op: pick(next, ['plus', 'minus']), left: { op: 'var', name: 'x' }, right: amount } }
		];
	}
	if (next() < 0.3) choice.score = [{ name: 's', points: Math.floor(next() * 4) - 1 }];
	return choice;
}

function randomCondition(next: () => number, names: string[]): Expression {
	const kind = next();
	if (kind < 0.3) return { op: 'var', name: 'y' };
	if (kind < 0.5) return { op: 'not', of: { op: 'visited', node: pick(next, names) } };
	const value: Expression = { op: 'value', value: Math.floor(next() * 3) };
	const compared: Expression = {
		op: pick(next, ['gte', 'lte', 'eq', 'ne', 'gt', 'lt']),
		left: { op: 'var', name: 'x' },
		right: value
	};
	return kind < 0.8
		? compared
		: { op: pick(next, ['and', 'or']), left: compared, right: { op: 'visited', node: pick(next, names) } };
}

function pick<T>(next: () => number, list: T[]): T {
	return list[Math.floor(next() * list.length)]!;
}

/** Mulberry32: a small seeded generator, so that a failure can be seen again. */
function random(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}
