// Reads a <Quiz>: one question, then options "- [x] right" or "- [ ] wrong", each with its explanation.
import type { Html, ListItem, PhrasingContent, RootContent } from 'mdast';
import { placeOf } from './markdown';
import type { Reading } from './reading';
import { idPattern } from './schema';
import type { SourceBlock, SourceOption } from './source';
import type { Tag } from './tag';

/** Reads a quiz; `unitId` is the beginning of the ids of its units. */
export function readQuiz(reading: Reading, unitId: string, tag: Tag, html: Html, inner: RootContent[]): SourceBlock[] {
	const { report } = reading;
	const at = placeOf(html);
	const { type: mode, id = '' } = tag.attributes;
	if (mode !== 'single' && mode !== 'multi') report.add('E007', at, '<Quiz> needs a type: single, multi, order, match or spot');
	if (!idPattern.test(id)) report.add('E007', at, `<Quiz> needs an id of small letters, digits and hyphens; “${id}” is none`);
	const [question, list, extra] = inner;
	if (question?.type !== 'paragraph' || list?.type !== 'list' || list.ordered || extra) {
		report.add('E012', placeOf(extra ?? question ?? html), 'a quiz is a question and one list of options, nothing else');
		return [];
	}
	const asked = reading.inline(`${unitId}.question`, question.children, placeOf(question));
	const options = list.children.flatMap((item, index) => readOption(reading, `${unitId}.${index + 1}`, String(index + 1), item));
	const right = options.filter((option) => option.right).length;
	if (options.length < 2) report.add('E012', placeOf(list), 'a quiz needs at least two options');
	else if (mode === 'single' && right !== 1)
		report.add('E012', placeOf(list), `exactly one option must be right ([x]), not ${right}`);
	else if (right === 0) report.add('E012', placeOf(list), 'at least one option must be right ([x])');
	return [{ type: 'quiz', id, mode: mode === 'multi' ? 'multi' : 'single', question: asked, options }];
}

/** Reads one option with its box; none, reported, when it isn't one. */
export function readOption(reading: Reading, unitId: string, id: string, item: ListItem): SourceOption[] {
	const at = placeOf(item);
	const [line, quote, extra] = item.children;
	const words = line?.type === 'paragraph' ? line.children : [];
	const box = words[0]?.type === 'text' ? /^\[([ xX])\]\s+/.exec(words[0].value) : null;
	if (!box || extra) {
		reading.report.add('E012', at, 'an option is written “- [x] right” or “- [ ] wrong”, with its explanation below');
		return [];
	}
	const [first, ...rest] = words as [PhrasingContent & { type: 'text' }, ...PhrasingContent[]];
	const unit = reading.inline(unitId, [{ ...first, value: first.value.slice(box[0].length) }, ...rest], at);
	if (quote?.type !== 'blockquote') {
		reading.report.add('E012', at, 'this option has no explanation');
		return [];
	}
	return [{ id, right: box[1] !== ' ', unit, why: reading.explanation(`${unitId}.why`, quote) }];
}
