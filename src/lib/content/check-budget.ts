// Checks of weight: what a phone on a slow network has to fetch for a module, and how long it plays (docs/quality.md).
import { brotliCompressSync, constants } from 'node:zlib';
import type { Report } from './finding';
import type { Graph } from './graph';
import { listReading } from './narration';
import type { SourceModule, SourceNode } from './source';

/** Bytes of the graph without words, brotli, for 30 nodes; more nodes may have more. */
const graphBytes = { most: 2000, nodes: 30 };
/** Characters of a node with all its films and explanations: with its page, some 14 kB of HTML. */
const mostCharacters = 6000;
const mostChoices = 12;
const mostSeconds = 180;

/** Reports nodes and graphs over budget, and films that nobody watches to their end. */
export function checkBudget({ nodes, front }: SourceModule, graph: Graph, report: Report): void {
	for (const node of nodes) {
		const characters = listReading(node).reduce((sum, { source }) => sum + source.length, 0);
		if (characters > mostCharacters)
			report.add('E180', node.at, `“${node.id}” has ${characters} characters, ${mostCharacters} at most`);
		if (node.choices.length > mostChoices)
			report.add(
				'E180',
				node.choices[mostChoices]!.at,
				`“${node.id}” has ${node.choices.length} choices, ${mostChoices} at most`
			);
		const seconds = secondsOf(node);
		if (seconds > mostSeconds)
			report.add('E180', node.at, `the films of “${node.id}” last ${seconds} s, ${mostSeconds} s at most`);
	}
	const most = Math.max(1, nodes.length / graphBytes.nodes) * graphBytes.most;
	const bytes = measureGraph(graph, most);
	if (bytes > most) report.add('E180', front.locate('id'), `the graph has ${bytes} bytes, ${Math.floor(most)} at most`);
}

/** Bytes of a graph as it is sent. Fast where the first, coarse attempt already fits into `enough`. */
export function measureGraph(graph: Graph, enough = 0): number {
	const text = JSON.stringify(graph);
	const coarse = brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
	return coarse <= enough ? coarse : brotliCompressSync(text).length;
}

function secondsOf({ blocks }: SourceNode): number {
	return blocks.reduce(
		(sum, block) =>
			block.type === 'film'
				? sum + block.shots.reduce((all, { seconds }) => all + seconds, 0)
				: sum + (block.type === 'video' ? Math.max(0, ...block.cues.map(({ to }) => to)) : 0),
		0
	);
}
