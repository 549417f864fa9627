// Checks that need every play: dead ends that a condition makes, traps, what never happens, two like choices offered at once.
import { checkCompletion } from './check-completion';
import { checkScores } from './check-scores';
import { evaluate } from './evaluate';
import { explore, type Visited } from './explore';
import type { Report } from './finding';
import type { Graph } from './graph';
import { withoutMarks } from './plain-words';
import type { SourceModule, SourceNode } from './source';
import { describe } from './witness';

/** Reports what some play runs into, and what none can reach. Every target and every name of the graph must exist. */
export function checkPlays(module: SourceModule, graph: Graph, report: Report): void {
	const passages = module.nodes.flatMap(({ blocks }) => blocks.flatMap((block) => block.if ?? []));
	const exploration = explore(graph, undefined, passages);
	const { complete, situations } = exploration;
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
		else reportShut(node, here, graph, report);
		reportUnseen(node, here, report);
		reportTwins(node, here, report);
	}
	checkScores(module, graph, situations, report);
	checkCompletion(module, graph, exploration, report);
	// What follows from a dead end or an unreachable node is no finding of its own.
	if (report.findings.some(({ code }) => ['E110', 'E111', 'E112'].includes(code))) return;
	for (const node of module.nodes) {
		if (node.end && byNode.get(node.id)!.length === 0) reportUnreached(node, module, byNode, graph, report);
		const trapped = byNode.get(node.id)!.find(({ canEnd }) => !canEnd);
		if (trapped) report.add('E114', node.at, `no ending can be reached any more from “${node.id}” ${describe(trapped, graph)}`);
	}
}

/** Passages that no play shows. */
function reportUnseen({ id, blocks }: SourceNode, here: Visited[], report: Report): void {
	for (const { if: condition, at } of blocks)
		if (condition && here.length > 0 && !here.some(({ situation }) => evaluate(condition, situation)))
			report.add('E113', at!, `no play that comes to “${id}” shows this passage`);
}

/** Choices that stay shut in every play that comes to their node; of one with versions, all of them. */
function reportShut(node: SourceNode, here: Visited[], graph: Graph, report: Report): void {
	if (here.length === 0 || node.end) return;
	const open = new Set(here.flatMap(({ available }) => available.map(({ id }) => id)));
	const taken = new Set(node.choices.filter(({ choice }) => open.has(choice.id)).map(({ label }) => label));
	for (const { choice, label, at } of node.choices)
		if (!taken.has(label))
			report.add('E113', at, `no play can take the choice “${choice.id}”; it is shut, for one, ${describe(here[0]!, graph)}`);
}

function reportUnreached(
	node: SourceNode,
	module: SourceModule,
	byNode: Map<string, Visited[]>,
	graph: Graph,
	report: Report
): void {
	const gates = module.nodes.filter(({ choices }) => choices.some(({ choice }) => choice.to === node.id));
	const gate = gates.flatMap(({ id }) => byNode.get(id)!.slice(0, 1))[0];
	const nearest = gate ? `; the nearest is “${gate.situation.node}” ${describe(gate, graph)}` : '';
	report.add('E113', node.at, `no play can reach the ending “${node.id}”${nearest}`);
}

function reportTwins(node: SourceNode, here: Visited[], report: Report): void {
	const labels = new Map(node.choices.map(({ choice, label }) => [choice.id, withoutMarks(label.source).toLowerCase()]));
	const reported = new Set<string>();
	for (const { available } of here) {
		for (const [index, { id }] of available.entries()) {
			const twin = available.slice(0, index).some((other) => labels.get(other.id) === labels.get(id));
			if (!twin || reported.has(id)) continue;
			reported.add(id);
			const { at } = node.choices.find(({ choice }) => choice.id === id)!;
			report.add('E144', at, 'another choice offered with it has this label');
		}
	}
}
