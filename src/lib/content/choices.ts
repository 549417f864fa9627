// Reads the choices of a node: list items that begin with a link to another node.
import type { Link, List, ListItem } from 'mdast';
import { readChoiceAnnotations } from './annotations';
import { placeOf } from './markdown';
import type { Reading } from './reading';
import type { SourceChoice } from './source';

/** Whether a list holds choices: one item that links to a node is enough, the others are then malformed choices. */
export function isChoiceList(list: List): boolean {
	return list.children.some((item) => findLink(item) !== undefined);
}

/** Reads a list of choices of the node; `taken` holds the ids already given in this node. */
export function readChoices(reading: Reading, node: string, list: List, taken: Set<string>): SourceChoice[] {
	return list.children.flatMap((item) => readChoice(reading, node, item, taken));
}

function readChoice(reading: Reading, node: string, item: ListItem, taken: Set<string>): SourceChoice[] {
	const { report } = reading;
	const at = placeOf(item);
	const link = findLink(item);
	const [line, quote, extra] = item.children;
	if (!link || line?.type !== 'paragraph' || (quote && quote.type !== 'blockquote') || extra) {
		report.add('E013', placeOf(link ? (extra ?? quote) : item), 'this is not a choice, yet it stands in a list of choices');
		return [];
	}
	const to = link.url.slice(1);
	const id = freeId(to, taken);
	const unitId = `${node}.choice.${id}`;
	const only = link.children.length === 1 ? link.children[0] : undefined;
	const soft = only?.type === 'emphasis';
	const label = reading.inline(unitId, soft ? only.children : link.children, at);
	if (!label.source) report.add('E013', at, 'this choice has no label');
	const { rules, ages } = readChoiceAnnotations(line.children.slice(1), report);
	const choice = { id, to, ...rules };
	return [{ choice, label, soft, at, ...(ages && { ages }), ...(quote && { why: reading.explanation(`${unitId}.why`, quote) }) }];
}

function findLink(item: ListItem): Link | undefined {
	const [line] = item.children;
	const first = line?.type === 'paragraph' ? line.children[0] : undefined;
	return first?.type === 'link' && first.url.startsWith('#') ? first : undefined;
}

function freeId(target: string, taken: Set<string>): string {
	let id = target;
	for (let count = 2; taken.has(id); count++) id = `${target}-${count}`;
	taken.add(id);
	return id;
}
