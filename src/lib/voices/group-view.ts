// A group's participation as its coach sees it, made from counts by the rules of disclosure.ts.
import { discloseParticipation, type Count } from './disclosure';

export interface GroupModule {
	module: string;
	/** First plays begun. */
	started: Count;
	/** First plays that reached an ending. */
	completed: Count;
	/** Nodes with at least five respondents; first plays only. */
	nodes: GroupNode[];
}

export interface GroupNode {
	node: string;
	respondents: number;
	/** Most chosen first. */
	choices: { choice: string; count: number }[];
}

export interface Facts {
	participation: { module: string; started: number; completed: number }[];
	shown: { module: string; node: string; choice: string; count: number }[];
}

/** One entry per module that was begun, by name of module and node; a module without an entry reads "nobody yet". */
export function viewGroup({ participation, shown }: Facts): GroupModule[] {
	return participation
		.map(({ module, started, completed }) => ({
			module,
			...discloseParticipation(started, completed),
			nodes: viewNodes(shown.filter((row) => row.module === module))
		}))
		.sort((a, b) => compare(a.module, b.module));
}

function viewNodes(rows: Facts['shown']): GroupNode[] {
	const names = [...new Set(rows.map(({ node }) => node))].sort(compare);
	return names.map((node) => {
		const choices = rows.filter((row) => row.node === node).map(({ choice, count }) => ({ choice, count }));
		choices.sort((a, b) => b.count - a.count || compare(a.choice, b.choice));
		return { node, respondents: choices.reduce((all, { count }) => all + count, 0), choices };
	});
}

/** By code point: the order must say nothing and be the same everywhere. */
function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
