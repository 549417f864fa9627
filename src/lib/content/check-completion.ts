// Checks of how plays end: every checkpoint is passed, and after a risky choice the story can still turn out better than badly.
import { findWithout, type Exploration } from './explore';
import type { Report } from './finding';
import type { Graph } from './graph';
import type { SourceModule } from './source';
import { describe, describePath } from './witness';

/** Reports checkpoints that an ending bypasses, and risky choices after which every play ends `hard`, each with a play. */
export function checkCompletion(module: SourceModule, graph: Graph, exploration: Exploration, report: Report): void {
	const { situations, leadingTo } = exploration;
	const endOf = (node: string) => graph.nodes[node]!.end;
	// An ending is no checkpoint of the others: no play goes through two of them.
	for (const { id, at } of module.nodes.filter(({ checkpoint, end }) => checkpoint && !end)) {
		const found = findWithout(situations, id, ({ situation }) => endOf(situation.node) !== undefined);
		if (!found) continue;
		const ending = found.visited.situation.node;
		report.add('E115', at, `the ending “${ending}” can be reached without “${id}” (after ${describePath(found.path)})`);
	}
	// A risky choice can't be blamed for a story that can't end, or that never ends well: those are findings of their own.
	if (report.findings.some(({ code }) => ['E110', 'E111', 'E112', 'E113'].includes(code))) return;
	const recovers = leadingTo(({ situation }) => ['good', 'mixed'].includes(endOf(situation.node) ?? ''));
	for (const node of module.nodes)
		for (const { choice, at } of node.choices.filter(({ choice }) => choice.risky)) {
			const lost = situations.find(
				({ situation, available, next }) =>
					situation.node === node.id && available.some((each, position) => each === choice && !recovers[next[position]!])
			);
			if (lost) report.add('E153', at, `once “${choice.id}” is taken, every play ends hard ${describe(lost, graph)}`);
		}
}
