// Reads the blocks with something to do: <Quiz> of the types order, match and spot, <Sort>, <Build>, <Poll> and <Reflect>. All are
// a question and one list; what an item of the list must hold differs.
import type { Html, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { toPlainText } from './inline';
import { placeOf } from './markdown';
import { readOption } from './quiz';
import type { Reading } from './reading';
import { idPattern } from './schema';
import type { SourceBlock, SourceExerciseKind, SourceGroup, SourceItem } from './source';
import type { Tag } from './tag';

const shapes: Record<Exclude<SourceExerciseKind, 'reflect'>, string> = {
	order: 'a numbered list in the right order, at least three items, each with its “> explanation”',
	match: 'a list of at least two pairs “- this = that”, each with its “> explanation”',
	spot: 'a list of lines “- [x] fishy” or “- [ ] harmless”, at least two, each with its “> explanation”',
	sort: 'a list of at least two piles, and below each pile a list of its cards, each card with its “> explanation”',
	build:
		'a list of at least two parts of the sentence, and below each a list of at least two ways to say it, each with its “> remark”',
	poll: 'a list of at least two opinions, each with its “> remark”'
};

/** Reads an exercise; `unitId` is the beginning of the ids of its units. */
export function readExercise(
	reading: Reading,
	unitId: string,
	kind: SourceExerciseKind,
	tag: Tag,
	html: Html,
	inner: RootContent[]
): SourceBlock[] {
	const { report } = reading;
	const [question, list, extra] = inner;
	const id = kind === 'reflect' ? unitId : (tag.attributes.id ?? '');
	if (kind !== 'reflect' && !idPattern.test(id))
		report.add('E007', placeOf(html), `<${tag.name}> needs an id of small letters, digits and hyphens; “${id}” is none`);
	if (question?.type !== 'paragraph') {
		report.add('E015', placeOf(question ?? html), `<${tag.name}> begins with a question`);
		return [];
	}
	const asked = reading.inline(`${unitId}.question`, question.children, placeOf(question));
	if (kind === 'reflect') {
		if (list) report.add('E015', placeOf(list), '<Reflect> holds one question and nothing else');
		return [{ type: 'exercise', kind, id, question: asked, groups: [] }];
	}
	const malformed = (at: RootContent | Html) => report.add('E015', placeOf(at), `after its question comes ${shapes[kind]}`);
	if (list?.type !== 'list' || (list.ordered ?? false) !== (kind === 'order') || extra) {
		malformed(list?.type === 'list' ? (extra ?? list) : (list ?? html));
		return [];
	}
	const before = report.findings.length;
	const groups = readGroups(reading, unitId, kind, list);
	// An item that could not be read was reported itself; that too few are left is then no news.
	if (report.findings.length === before && !isComplete(kind, groups)) malformed(list);
	return [{ type: 'exercise', kind, id, question: asked, groups }];
}

function isComplete(kind: Exclude<SourceExerciseKind, 'reflect'>, groups: SourceGroup[]): boolean {
	const items = groups.flatMap((group) => group.items);
	if (kind === 'build') return groups.length > 1 && groups.every((group) => group.items.length > 1);
	if (kind === 'sort') return groups.length > 1 && groups.every((group) => group.items.length > 0);
	if (kind === 'spot') return items.length > 1 && items.some(({ right }) => right);
	return items.length >= (kind === 'order' ? 3 : 2);
}

function readGroups(reading: Reading, unitId: string, kind: Exclude<SourceExerciseKind, 'reflect'>, list: List): SourceGroup[] {
	if (kind !== 'sort' && kind !== 'build') return [{ items: readItems(reading, unitId, kind, list) }];
	return list.children.flatMap((item, index): SourceGroup[] => {
		const [line, inner, extra] = item.children;
		if (line?.type !== 'paragraph' || inner?.type !== 'list' || extra) {
			reading.report.add('E015', placeOf(extra ?? item), `<${kind === 'sort' ? 'Sort' : 'Build'}> holds ${shapes[kind]}`);
			return [];
		}
		const label = reading.inline(`${unitId}.${index + 1}`, line.children, placeOf(item));
		return [{ label, items: readItems(reading, `${unitId}.${index + 1}`, kind, inner) }];
	});
}

function readItems(reading: Reading, unitId: string, kind: SourceExerciseKind, list: List): SourceItem[] {
	return list.children.flatMap((item, index): SourceItem[] => {
		const id = `${unitId}.${index + 1}`;
		if (kind === 'spot') return readOption(reading, id, String(index + 1), item);
		return readItem(reading, id, kind === 'match', item);
	});
}

function readItem(reading: Reading, unitId: string, isPair: boolean, item: ListItem): SourceItem[] {
	const at = placeOf(item);
	const [line, quote, extra] = item.children;
	if (line?.type !== 'paragraph' || quote?.type !== 'blockquote' || extra) {
		reading.report.add('E015', placeOf(extra ?? item), 'each item is one line, with its “> explanation” below');
		return [];
	}
	if (!isPair) return [{ unit: reading.inline(unitId, line.children, at), why: reading.explanation(`${unitId}.why`, quote) }];
	const pair = splitPair(line);
	if (!pair) {
		reading.report.add('E015', at, 'a pair is written “- this = that”');
		return [];
	}
	const unit = reading.inline(`${unitId}.left`, pair.left, at);
	return [{ unit, pair: reading.plain(`${unitId}.right`, pair.right, at), why: reading.explanation(`${unitId}.why`, quote) }];
}

/** Both sides of the first " = "; the right one is plain words, as a list to choose from can show no marks. */
function splitPair({ children }: Paragraph): { left: PhrasingContent[]; right: string } | null {
	const index = children.findIndex((node) => node.type === 'text' && /\s=\s/.test(node.value));
	const node = children[index];
	if (node?.type !== 'text') return null;
	const [, before = '', after = ''] = /^(.*?)\s+=\s+(.*)$/s.exec(node.value) ?? [];
	const left = [...children.slice(0, index), { ...node, value: before }];
	const right = toPlainText([{ ...node, value: after }, ...children.slice(index + 1)]).trim();
	return toPlainText(left).trim() && right ? { left, right } : null;
}
