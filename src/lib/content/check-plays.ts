// Checks that need every play: dead ends that a condition makes, traps, what never happens, two like choices offered at once.
import { plainOf } from './check-words';
import { explore, type Visited } from './explore';
import type { Report } from './finding';
import type { Graph } from './graph';
import type { SourceModule, SourceNode } from './source';

/** Reports what some play runs into, and what none can reach. Every target and every name of the graph must exist. */
export function checkPlays(module: SourceModule, graph: Graph, report: Report): void {
	const { complete, situations } = explore(graph);
	if (!complete) {
		report.add('E119', module.front.locate('vars'), 'this module has more than 200,000 situations');
		return;
	}
	const byNode = new Map<string, Visited[]>(module.nodes.map(({ id }) => [id, []]));
	for (const visited of situations) byNode.get(visited.situation.node)!.push(visited);

	for (const node of module.nodes) {
		const here = byNode.get(node.id)!;
		const stuck = node.choices.length > 0 && !node.end ? here.find(({ available }) => available.length === 0) : undefined;
		if (stuck) report.add('E112', node.at, `no choice is left in “${node.id}” ${describe(stuck, graph)}`);
		reportTwins(node, here, report);
	}
	// What follows from a dead end or an unreachable node is no finding of its own.
	if (report.findings.some(({ code }) => ['E110', 'E111', 'E112'].includes(code))) return;
	for (const node of module.nodes) {
		reportNever(node, byNode.get(node.id)!, report);
		const trapped = byNode.get(node.id)!.find(({ canEnd }) => !canEnd);
		if (trapped) report.add('E114', node.at, `no ending can be reached any more from “${node.id}” ${describe(trapped, graph)}`);
	}
}

function reportNever(node: SourceNode, here: Visited[], report: Report): void {
	if (here.length === 0) {
		// What leads here is reported as a choice; an ending is worth its own line.
		if (node.end) report.add('E113', node.at, `no play can reach the ending “${node.id}”`);
		return;
	}
	const taken = new Set(here.flatMap(({ available }) => available.map(({ id }) => id)));
	for (const { choice, at } of node.end ? [] : node.choices)
		if (!taken.has(choice.id)) report.add('E113', at, `no play can take the choice “${choice.id}”`);
}

function reportTwins(node: SourceNode, here: Visited[], report: Report): void {
	const labels = new Map(node.choices.map(({ choice, label }) => [choice.id, plainOf(label).toLowerCase()]));
	const reported = new Set<string>();
	for (const { available } of here) {
		for (const [index, { id }] of available.entries()) {
			const twin = available.slice(0, index).some((other) => labels.get(other.id) === labels.get(id));
			if (!twin || reported.has(id)) continue;
			reported.add(id);
			report.add(
				'E144',
				node.choices.find(({ choice }) => choice.id === id)!.at,
				'another choice offered with it has this label'
			);
		}
	}
}

function describe({ situation, path }: Visited, graph: Graph): string {
	const values = Object.keys(graph.vars).map((name) => `${name} = ${situation.vars[name]}`);
	const way = path();
	return `(after ${way.length > 0 ? way.join(', ') : 'no choice'}${values.length > 0 ? `; ${values.join(', ')}` : ''})`;
}
