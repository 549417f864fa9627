// What a play of a training unit reached, from its path alone: the server plays it again and looks at the scores that the unit
// asks for. Pure; certification keeps what it says.
import type { Graph } from '$lib/content/graph';
import type { UnitFacts } from '$lib/content/training';
import { verifyPath, type Verdict } from './completion';

/** One score against its pass mark. */
export interface Mark {
	name: string;
	points: number;
	/** Points that are enough. */
	needed: number;
	passed: boolean;
}

export type UnitVerdict =
	| {
			ok: true;
			/** The node in which the play ended, and how. */
			end: Extract<Verdict, { ok: true }>['end'];
			/** The knowledge check. */
			check: Mark;
			/** What must be passed besides, in the author's order: a simulation, three scenarios. Empty in most units. */
			must: Mark[];
			/** The check and all of `must`. A play that ended without is no failure of a person: it can be played again. */
			passed: boolean;
	  }
	| Extract<Verdict, { ok: false }>;

/** Plays a path of a unit again and says what it reached, or why it can't be believed (as `verifyPath`). */
export function judgeUnit(graph: Graph, { check, pass }: Pick<UnitFacts, 'check' | 'pass'>, path: string[]): UnitVerdict {
	const verdict = verifyPath(graph, path);
	if (!verdict.ok) return verdict;
	const markOf = (name: string): Mark => {
		const points = verdict.score[name] ?? 0;
		const needed = graph.scores[name]?.pass ?? Infinity;
		return { name, points, needed, passed: points >= needed };
	};
	const checked = markOf(check);
	const must = pass.map(markOf);
	return { ok: true, end: verdict.end, check: checked, must, passed: [checked, ...must].every(({ passed }) => passed) };
}
