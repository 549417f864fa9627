// Checks of scores over every play: the pass mark can be reached, and not by always tapping the same place.
import type { Visited } from './explore';
import { clamp } from './evaluate';
import type { Report } from './finding';
import type { Choice, Graph } from './graph';
import type { SourceModule } from './source';
import { describePath } from './witness';

interface Result {
	points: number;
	path: string[];
}

/** Reports pass marks that no play reaches, or that are reached with closed eyes, each with the play that shows it. */
export function checkScores(module: SourceModule, graph: Graph, situations: Visited[], report: Report): void {
	for (const [name, { pass }] of Object.entries(graph.scores)) {
		// A score that no choice gives points for is a finding of its own.
		if (
			!Object.values(graph.nodes).some(({ choices }) =>
				choices.some((choice) => choice.score?.some((each) => each.name === name))
			)
		)
			continue;
		const at = module.front.locate('scores', name);
		const best = findBest(graph, situations, name);
		if (!best) continue;
		if (best.points < pass) {
			const way = describePath(best.path);
			report.add('E130', at, `“${name}” passes with ${pass}, and the best play has ${best.points} (after ${way})`);
			continue;
		}
		const blind = findBlind(graph, situations, name);
		if (blind)
			report.add('E130', at, `always taking the ${blind.place} choice passes “${name}” (after ${describePath(blind.path)})`);
	}
}

/** The ending with the most points, and a play to it; null when no play ends. */
function findBest(graph: Graph, situations: Visited[], name: string): Result | null {
	const best = new Map([[0, startPoints(graph, name)]]);
	// Every record of a situation has the record it came from, so that a play can be told although a loop may better its own start.
	const records: { index: number; points: number; from: number; choice: string }[] = [
		{ index: 0, points: startPoints(graph, name), from: -1, choice: '' }
	];
	let winner = -1;
	for (let at = 0; at < records.length; at++) {
		const { index, points } = records[at]!;
		if (points < best.get(index)!) continue;
		const { situation, available, next } = situations[index]!;
		if (graph.nodes[situation.node]!.end && (winner < 0 || points > records[winner]!.points)) winner = at;
		for (const [position, choice] of available.entries()) {
			const to = next[position]!;
			const then = addPoints(graph, name, points, choice);
			if (then <= (best.get(to) ?? -Infinity)) continue;
			best.set(to, then);
			records.push({ index: to, points: then, from: at, choice: choice.id });
		}
	}
	if (winner < 0) return null;
	const path: string[] = [];
	for (let at = winner; records[at]!.from >= 0; at = records[at]!.from) path.push(records[at]!.choice);
	return { points: records[winner]!.points, path: path.reverse() };
}

const places = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** A place (or the last one) whose choice, taken every time, passes with points from at least two decisions. */
function findBlind(graph: Graph, situations: Visited[], name: string): { place: string; path: string[] } | null {
	const widest = situations.reduce((most, { available }) => Math.max(most, available.length), 0);
	const strategies = [...places.slice(0, widest).keys(), Infinity];
	for (const wanted of strategies) {
		const path = playBlindly(graph, situations, name, wanted);
		if (path) return { place: places[wanted] ?? 'last', path };
	}
	return null;
}

/** The play that takes the choice at one place all along (the last one where there are fewer); null when it does not pass. */
function playBlindly(graph: Graph, situations: Visited[], name: string, wanted: number): string[] | null {
	const seen = new Set<number>();
	const path: string[] = [];
	let points = startPoints(graph, name);
	let decisions = 0;
	let index = 0;
	while (!seen.has(index)) {
		seen.add(index);
		const { situation, available, next } = situations[index]!;
		if (graph.nodes[situation.node]!.end) return decisions >= 2 && points >= graph.scores[name]!.pass ? path : null;
		if (available.length === 0) return null;
		const position = Math.min(wanted, available.length - 1);
		const choice = available[position]!;
		const then = addPoints(graph, name, points, choice);
		if (then > points && available.length > 1) decisions++;
		points = then;
		path.push(choice.id);
		index = next[position]!;
	}
	return null;
}

function startPoints(graph: Graph, name: string): number {
	const { min, max } = graph.scores[name]!;
	return clamp(0, min, max);
}

function addPoints(graph: Graph, name: string, points: number, choice: Choice): number {
	const { min, max } = graph.scores[name]!;
	return (choice.score ?? []).reduce((sum, each) => (each.name === name ? clamp(sum + each.points, min, max) : sum), points);
}
