import { describe, expect, it } from 'vitest';
import { compileAll } from '$lib/content/locate';
import type { Graph } from '$lib/content/graph';
import { replay } from './engine';
import type { ModuleProgress } from './progress';
import { addToProgress, fitProgress, resumePlay } from './resume';
import { sampleGraph } from './sample-module';
import { makeRandom, walk } from './random-play';

const progress = (path: string[], more: Partial<ModuleProgress> = {}): ModuleProgress => ({
	moduleVersion: 1,
	path,
	endings: [],
	done: false,
	first: true,
	counted: [],
	...more
});

/** The sample with one thing changed, as its next version. */
function change(edit: (nodes: Graph['nodes'], graph: Graph) => void): Graph {
	const graph = structuredClone(sampleGraph);
	graph.version++;
	edit(graph.nodes, graph);
	return graph;
}

describe('resumePlay', () => {
	it.each([
		['the same scene', ['chat'], 'same', 'chat'],
		['the last checkpoint before the story changed', ['quiz', 'gone', 'gone'], 'checkpoint', 'quiz'],
		['the start where no checkpoint was passed', ['chat', 'gone'], 'start', 'start'],
		['the start where nothing is left', ['gone'], 'start', 'start'],
		['the scene after one that is gone', ['gone', 'chat'], 'scene', 'chat']
	])('finds %s', (_name, path, place, node) => {
		expect(resumePlay(sampleGraph, progress(path))).toMatchObject({ place, play: { state: { node }, first: true } });
	});

	it('offers nothing at the start, after an ending, and after one that is gone', () => {
		expect(resumePlay(sampleGraph, progress([]))).toBeNull();
		expect(resumePlay(sampleGraph, progress(['quiz', 'fin-hard']))).toBeNull();
		expect(resumePlay(sampleGraph, progress(['gone', 'fin-hard']))).toBeNull();
		expect(resumePlay(sampleGraph, progress(['quiz', 'fin-old'], { endings: ['fin-old'] }))).toBeNull();
	});

	it('finds the scene of a choice that lost or got a number', () => {
		const graph = change(({ chat }) => (chat!.choices[1]!.id = 'quiz-2'));
		expect(resumePlay(graph, progress(['chat', 'quiz']))).toMatchObject({
			place: 'scene',
			play: { state: { node: 'quiz', path: ['chat', 'quiz-2'], vars: { brave: true } } }
		});
		expect(resumePlay(sampleGraph, progress(['chat-2', 'quiz-3']))).toMatchObject({
			place: 'scene',
			play: { state: { path: ['chat', 'quiz'] } }
		});
	});

	it('goes through a scene that came in between', () => {
		const graph = change((nodes) => {
			nodes.new = { choices: [{ id: 'quiz', to: 'quiz', set: nodes.chat!.choices[1]!.set }] };
			nodes.chat!.choices[1] = { id: 'new', to: 'new' };
		});
		expect(resumePlay(graph, progress(['chat', 'quiz']))).toMatchObject({
			place: 'scene',
			play: { state: { node: 'quiz', path: ['chat', 'new', 'quiz'], vars: { brave: true } } }
		});
	});

	it('does not put someone where a changed variable lets nobody be', () => {
		const graph = change((nodes, { vars }) => {
			vars.strong = { type: 'bool', start: false };
			nodes.after = { choices: [{ id: 'fin-hard', to: 'fin-hard' }] };
			nodes.quiz!.choices.push({ id: 'after', to: 'after', if: { op: 'var', name: 'strong' } });
		});
		expect(resumePlay(graph, progress(['quiz', 'after']))).toMatchObject({
			place: 'checkpoint',
			play: { state: { node: 'quiz' } }
		});
		graph.nodes.quiz!.choices.at(-1)!.if = { op: 'not', of: { op: 'var', name: 'strong' } };
		expect(resumePlay(graph, progress(['quiz', 'after']))).toMatchObject({ place: 'same', play: { state: { node: 'after' } } });
	});

	it('keeps the attempt and only the endings and scenes that exist', () => {
		const saved = progress(['chat'], {
			first: false,
			endings: ['fin-old', 'fin-hard'],
			counted: ['', 'old', 'start']
		});
		expect(resumePlay(sampleGraph, saved)!.play).toMatchObject({
			first: false,
			endings: ['fin-hard'],
			counted: ['', 'start']
		});
		expect(fitProgress(sampleGraph, { ...saved, done: true }).done).toBe(true);
	});
});

const compiled = compileAll('content/modules').map(({ slug, modules }) => ({ slug, graph: modules!.fr.graph }));

describe('addToProgress', () => {
	it('keeps the last way to each ending, and that the module was done', () => {
		const begun = addToProgress(sampleGraph, null, progress(['quiz']));
		expect(begun).toEqual({ ...progress(['quiz']), ways: {} });
		const hard = addToProgress(sampleGraph, begun, progress(['quiz', 'fin-hard'], { endings: ['fin-hard'], done: true }));
		const good = addToProgress(sampleGraph, hard, progress(['chat', 'quiz', 'fin-good']));
		const other = addToProgress(sampleGraph, good, progress(['chat', 'quiz', 'fin-hard']));
		expect(other).toMatchObject({
			done: true,
			ways: { 'fin-good': ['chat', 'quiz', 'fin-good'], 'fin-hard': ['chat', 'quiz', 'fin-hard'] }
		});
	});
});

describe.each(compiled)('$slug, rebuilt at random', ({ graph }) => {
	it('takes up every play at a place that can be played, the same scene where nothing changed', () => {
		const random = makeRandom(7);
		const nodes = Object.keys(graph.nodes);
		for (let round = 0; round < 200; round++) {
			const { path, node, end } = walk(graph, random, 1 + Math.floor(random() * 15));
			const rebuilt = structuredClone(graph);
			for (const lost of [0, 1].map(() => nodes[Math.floor(random() * nodes.length)]!)) {
				if (lost === rebuilt.start) continue;
				delete rebuilt.nodes[lost];
				for (const each of Object.values(rebuilt.nodes)) each.choices = each.choices.filter(({ to }) => to !== lost);
			}
			const resumed = resumePlay(rebuilt, progress(path, { endings: end ? [node] : [] }));
			if (!resumed) {
				expect(end).not.toBeNull();
				continue;
			}
			const { state } = resumed.play;
			expect(replay(rebuilt, state.path)).toEqual({ ok: true, state });
			if (['same', 'scene'].includes(resumed.place)) expect(state.node).toBe(node);
			expect(resumePlay(graph, progress(path))?.place ?? 'ended').toBe(end ? 'ended' : 'same');
		}
	});
});
