// Checks of the care that a module takes of its reader: choices that matter, help at hand, a way on from every ending.
import type { Report } from './finding';
import type { SourceBlock, SourceModule, SourceNode, Unit } from './source';

/** Reports choices that change nothing (but answers to the instrument, which only count), and nodes that leave a reader alone. */
export function checkCare({ nodes, front }: SourceModule, report: Report): void {
	for (const node of nodes) {
		if (isIdle(node) && !node.tags?.includes('instrument'))
			report.add('E150', node.choices[0]!.at, `whatever is chosen in “${node.id}”, the same follows`);
		if (node.tags?.includes('sensitive') && !hasHelp(node))
			report.add('E152', node.at, `“${node.id}” is tagged “sensitive” and shows no help`);
		if (!node.end) continue;
		if (!node.blocks.some(({ type }) => type === 'note'))
			report.add('E154', node.at, `the ending “${node.id}” has no card of what can still be done`);
		if (front.data.intensity >= 2 && !node.tags?.includes('sensitive') && !hasHelp(node))
			report.add('E152', node.at, `the ending “${node.id}” of a module of intensity ${front.data.intensity} shows no help`);
	}
}

/** Several choices, and each leads to the same node with the same values, points and explanation (nobody can tell which was taken). */
function isIdle({ choices }: SourceNode): boolean {
	const outcomes = choices.map(({ choice: { to, set, score, once }, why }) =>
		JSON.stringify([to, set, score, once, why?.source])
	);
	return outcomes.length > 1 && new Set(outcomes).size === 1;
}

/** The help block, or a link to the page of help, outside the choices. */
function hasHelp({ blocks }: SourceNode): boolean {
	return blocks.some((block) => block.type === 'help' || unitsOf(block).some(({ source }) => /\]\(\/help[)#]/.test(source)));
}

function unitsOf(block: SourceBlock): Unit[] {
	if (block.type === 'note') return [block.unit];
	return block.type === 'prose' ? block.parts.flatMap((part) => (part.tag === 'p' ? [part.unit] : part.items)) : [];
}
