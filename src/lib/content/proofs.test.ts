// The four ways in which a story can fail its reader or its certificate without anybody noticing: each is refused, with a play to
// show it that really does what the finding says.
import { expect, it } from 'vitest';
import { choose, replay, startPlay } from '../modules/engine';
import { compileSample } from './sample';
import { formatFinding } from './finding';

type Changes = [string, string][];

const deadEnd: Changes = [
	['`if: not dit or force gte 1 and visited(debut)`', '`if: not dit`'],
	['`if: dit`', '`if: dit and force lt 2`']
];
const unreachable: Changes = [['`if: not dit or force gte 1 and visited(debut)`', '`if: visited(dur)`']];
const bypassed: Changes = [
	['## bien `end: good`', '## pause `checkpoint`\n### Pause\n\n- [Fin](#bien)\n\n## bien `end: good`'],
	['- [Fin](#bien)', '- [Pause](#pause)\n- [Fin](#bien)']
];
const biased: Changes = [
	['0..4 pass 2', '0..4 pass 3'],
	['`once`', '`once` `score: points 1`']
];

function refuse(changes: Changes, code: string) {
	const { modules, findings } = compileSample(changes);
	const found = findings.filter((finding) => finding.code === code);
	expect(found, formatFinding(findings[0]!)).not.toEqual([]);
	expect(found[0]!.severity).toBe('error');
	const witness = /\(after ([^;)]*)/.exec(found[0]!.message)![1]!.split(', ');
	return { graph: modules!.fr.graph, messages: found.map(({ message }) => message), witness };
}

function play(graph: ReturnType<typeof refuse>['graph'], witness: string[]) {
	const played = replay(graph, witness);
	if (!played.ok) throw new Error(`The witness can’t be played: ${played.reason} at ${played.at}.`);
	return played.state;
}

it('a conditional dead end (E112)', () => {
	const { graph, messages, witness } = refuse(deadEnd, 'E112');
	expect(messages).toEqual(['no choice is left in “suite” (after suite, suite; force = 2, dit = true)']);
	const state = play(graph, witness);
	expect(state).toMatchObject({ node: 'suite', end: null });
	for (const { id } of graph.nodes.suite!.choices) expect(choose(graph, state, id).ok).toBe(false);
});

it('an unreachable ending (E113)', () => {
	const { graph, messages, witness } = refuse(unreachable, 'E113');
	expect(messages).toEqual([
		'no play can take the choice “dur”; it is shut, for one, (after suite; force = 1, dit = true)',
		'no play can reach the ending “dur”; the nearest is “suite” (after suite; force = 1, dit = true)'
	]);
	expect(choose(graph, play(graph, witness), 'dur')).toEqual({ ok: false, reason: 'unavailable' });
});

it('a checkpoint that an ending bypasses (E115)', () => {
	const { graph, messages, witness } = refuse(bypassed, 'E115');
	expect(messages).toEqual(['the ending “bien” can be reached without “pause” (after suite, bien)']);
	const state = play(graph, witness);
	expect(state.end).toBe('good');
	expect(state.visits.pause).toBeUndefined();
});

it('a score that passes with closed eyes (E130)', () => {
	const { graph, messages, witness } = refuse(biased, 'E130');
	expect(messages).toEqual(['always taking the first choice passes “points” (after suite, suite, bien)']);
	expect(play(graph, witness)).toMatchObject({ end: 'good', score: { points: 3 } });
	let state = startPlay(graph);
	for (const id of witness) {
		const offered = graph.nodes[state.node]!.choices.find((choice) => choose(graph, state, choice.id).ok);
		expect(offered?.id).toBe(id);
		const step = choose(graph, state, id);
		if (step.ok) state = step.state;
	}
});

it('a pass mark that no play reaches (E130)', () => {
	const { graph, messages, witness } = refuse([['0..4 pass 2', '0..4 pass 3']], 'E130');
	expect(messages).toEqual(['“points” passes with 3, and the best play has 2 (after suite, bien)']);
	expect(play(graph, witness).score.points).toBe(2);
});

it('all four in one story', () => {
	const node = (text: string): [string, string] => ['## bien `end: good`', `${text}\n\n## bien \`end: good\``];
	const { findings } = compileSample([
		...bypassed,
		...biased,
		node('## coin\n### Le coin\n\n- [Plus loin](#dur) `if: visited(secret)`'),
		node('## secret `end: good`\n### Secret\n\n> Et maintenant ?'),
		['- [Fin](#bien)', '- [Coin](#coin)\n- [Secret](#secret) `if: force lt 0 + 0`\n- [Fin](#bien)']
	]);
	const codes = findings.filter(({ severity }) => severity === 'error').map(({ code }) => code);
	expect([...new Set(codes)].sort()).toEqual(['E112', 'E113', 'E115', 'E130']);
	for (const { code, message } of findings)
		if (['E112', 'E113', 'E115', 'E130'].includes(code)) expect(message).toMatch(/after \w/);
});
