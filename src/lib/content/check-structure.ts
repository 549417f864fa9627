// Checks of the graph as drawn, conditions left aside: ids, targets, reachability, endings.
import type { Report } from './finding';
import type { SourceModule, SourceNode } from './source';

/** Reports wrong ids and targets; false when there are any: a play could not be walked. */
export function checkTargets({ nodes, front }: SourceModule, report: Report): boolean {
	const byId = new Map<string, SourceNode>();
	let sound = true;
	for (const node of nodes) {
		const first = byId.get(node.id);
		if (first) {
			report.add('E102', node.at, `“${node.id}” is already the id of the node at line ${first.at.line}`);
			sound = false;
		} else byId.set(node.id, node);
	}
	for (const { choice, at } of nodes.flatMap(({ choices }) => choices)) {
		if (byId.has(choice.to)) continue;
		report.add('E103', at, `there is no node “${choice.to}”`);
		sound = false;
	}
	if (!byId.has(front.data.start)) {
		report.add('E101', front.locate('start'), `there is no node “${front.data.start}” to start at`);
		return false;
	}
	return sound;
}

/** Reports what can't be reached, conditions left aside, in a module whose targets all exist. */
export function checkReach({ nodes, front }: SourceModule, report: Report): void {
	const reached = spread([front.data.start], (id) => nodes.filter((node) => node.id === id).flatMap(targetsOf));
	const endings = nodes.filter(({ end }) => end).map(({ id }) => id);
	const ending = spread(endings, (id) => nodes.filter((node) => targetsOf(node).includes(id)).map((node) => node.id));
	for (const node of nodes) {
		if (!reached.has(node.id)) report.add('E110', node.at, `no choice leads to “${node.id}”`);
		if (!ending.has(node.id)) report.add('E111', node.at, `from “${node.id}” no choices lead to an ending`);
		if (node.end && node.choices.length > 0) report.add('E106', node.choices[0]!.at, `“${node.id}” is an ending`);
	}
}

function targetsOf({ choices, end }: SourceNode): string[] {
	return end ? [] : choices.map(({ choice }) => choice.to);
}

/** All that can be reached from some ids by going on to their neighbours. */
function spread(from: string[], neighbours: (id: string) => string[]): Set<string> {
	const reached = new Set(from);
	for (const id of reached) for (const next of neighbours(id)) reached.add(next);
	return reached;
}
