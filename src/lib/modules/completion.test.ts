import { describe, expect, it, vi } from 'vitest';
import { compileAll, storyFolders } from '$lib/content/locate';
import type { Graph } from '$lib/content/graph';
import { isCompleted, longestPath, verifyPath } from './completion';
import { replay } from './engine';
import { sampleGraph } from './sample-module';
import { makeRandom, walk } from './random-play';

// A thousand plays of every module take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

describe('verifyPath', () => {
	it('gives the ending, the checkpoints and the score of a whole play', () => {
		expect(verifyPath(sampleGraph, ['chat', 'quiz', 'fin-good'])).toEqual({
			ok: true,
			end: { node: 'fin-good', end: 'good' },
			checkpoints: ['quiz'],
			score: {}
		});
	});

	it.each([
		['an unknown choice', ['nowhere'], 0, 'unknown-choice'],
		['what JavaScript puts on every object', ['constructor'], 0, 'unknown-choice'],
		['a choice whose condition does not hold', ['quiz', 'fin-good'], 1, 'unavailable'],
		['a choice after the end', ['quiz', 'fin-hard', 'start'], 2, 'ended'],
		['a play that goes on', ['chat', 'quiz'], 2, 'unfinished'],
		['nothing', [], 0, 'unfinished'],
		['a path made to hurt', Array(100_000).fill('chat'), longestPath, 'too-long']
	])('refuses %s and says where', (_name, path, at, reason) => {
		expect(verifyPath(sampleGraph, path)).toEqual({ ok: false, at, reason });
		expect(isCompleted(sampleGraph, path)).toBe(false);
	});

	it('refuses an ending that came around a checkpoint', () => {
		const graph: Graph = structuredClone(sampleGraph);
		graph.nodes.start!.choices.push({ id: 'fin-hard', to: 'fin-hard' });
		expect(verifyPath(graph, ['fin-hard'])).toEqual({ ok: false, at: 1, reason: 'missed-checkpoint' });
		expect(isCompleted(graph, ['quiz', 'fin-hard'])).toBe(true);
	});
});

const compiled = storyFolders
	.flatMap((folder) => compileAll(folder))
	.map(({ slug, modules }) => ({ slug, graph: modules!.fr.graph }));

describe.each(compiled)('1,000 random walks of $slug', ({ graph }) => {
	const random = makeRandom(20_261_123);
	const walks = Array.from({ length: 1_000 }, () => walk(graph, random));

	it('end, and are what their path says when played again, also from text', () => {
		for (const state of walks) {
			const path = JSON.parse(JSON.stringify(state.path)) as string[];
			expect(replay(graph, path)).toEqual({ ok: true, state });
			expect(verifyPath(graph, path)).toMatchObject({ ok: true, end: { node: state.node }, score: state.score });
			expect(isCompleted(graph, path)).toBe(true);
		}
	});

	it('are refused when cut, lengthened or with a foreign choice', () => {
		for (const { path } of walks) {
			const at = Math.floor(random() * path.length);
			expect(verifyPath(graph, path.slice(0, at))).toEqual({ ok: false, at, reason: 'unfinished' });
			expect(verifyPath(graph, [...path, path[0]!])).toEqual({ ok: false, at: path.length, reason: 'ended' });
			const foreign = path.with(at, 'no-such-choice');
			expect(verifyPath(graph, foreign)).toEqual({ ok: false, at, reason: 'unknown-choice' });
		}
	});

	it('with two choices exchanged or one left out are refused, unless that is another real play', () => {
		for (const { path } of walks.filter(({ path }) => path.length > 1)) {
			const at = Math.floor(random() * (path.length - 1));
			for (const tampered of [path.toSpliced(at, 1), path.with(at, path[at + 1]!).with(at + 1, path[at]!)]) {
				const verdict = verifyPath(graph, tampered);
				const real = replay(graph, tampered);
				expect(verdict.ok).toBe(real.ok && real.state.end !== null);
				if (!verdict.ok) expect(verdict.at).toBeGreaterThanOrEqual(at);
			}
		}
	});
});
