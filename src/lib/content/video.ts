// Reads a <Video>: a recorded film, and its cues as a numbered list. The cues are all that has words: from them come the captions
// of every language, the transcript, and the places where the film waits for the reader.
import type { Html, ListItem, RootContent } from 'mdast';
import { joinParagraphs, placeOf, trimStart } from './markdown';
import { splitSpeaker, type Reading } from './reading';
import type { SourceBlock, SourceCue } from './source';
import type { Tag } from './tag';

const form = 'a cue begins with its time, like `0:04-0:07`, and `stop` where the film waits';

/** Reads a video; `unitId` is the beginning of the ids of its units. */
export function readVideo(reading: Reading, unitId: string, tag: Tag, html: Html, inner: RootContent[]): SourceBlock[] {
	const { report } = reading;
	const at = placeOf(html);
	const { src = '', poster } = tag.attributes;
	for (const [name, file] of Object.entries({ src, ...(poster !== undefined && { poster }) }))
		if (!/^media\/[\w.-]+$/.test(file))
			report.add('E007', at, `${name}="${file}" is not a file of the folder media beside the module, like media/film.webm`);
	const [list, extra] = inner;
	if (list?.type !== 'list' || !list.ordered || extra) {
		report.add(
			'E142',
			placeOf(list?.type === 'list' ? (extra ?? list) : (list ?? html)),
			'a video is told by a numbered list of cues'
		);
		return [];
	}
	const cues = list.children.flatMap((item, index) => readCue(reading, `${unitId}.${index + 1}`, item));
	for (const [index, { from, to, unit }] of cues.entries())
		if (to <= from || from < (cues[index - 1]?.to ?? 0))
			report.add('E142', unit.at, 'this cue ends before it begins, or begins before the one above has ended');
	return [{ type: 'video', id: unitId.replace('.', '-'), src, ...(poster !== undefined && { poster }), cues, at }];
}

function readCue(reading: Reading, id: string, item: ListItem): SourceCue[] {
	const at = placeOf(item);
	const line = joinParagraphs(item.children);
	const [first] = line;
	const time = first?.type === 'inlineCode' ? readTime(first.value) : null;
	if (!time || item.children.some(({ type }) => type !== 'paragraph')) {
		reading.report.add('E142', at, form);
		return [];
	}
	const words = trimStart(line.slice(1));
	const spoken = splitSpeaker(words);
	const who = spoken ? reading.findPerson(spoken.name, placeOf(words[0])) : null;
	const unit = reading.inline(id, spoken?.words ?? words, placeOf(words[0] ?? item));
	if (!unit.source) reading.report.add('E142', at, 'a cue needs words: what is said, or what is seen and heard');
	return [{ ...time, ...(who && { who }), unit }];
}

/** Seconds of `0:04-0:07 stop`; null for anything else. */
function readTime(text: string): Pick<SourceCue, 'from' | 'to' | 'stop'> | null {
	const found = /^(\d+):([0-5]\d(?:\.\d{1,3})?)-(\d+):([0-5]\d(?:\.\d{1,3})?)(\s+stop)?$/.exec(text.trim());
	if (!found) return null;
	const seconds = (minutes = '', rest = '') => Number(minutes) * 60 + Number(rest);
	return {
		from: seconds(found[1], found[2]),
		to: seconds(found[3], found[4]),
		...(found[5] && { stop: true as const })
	};
}
