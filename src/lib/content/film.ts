// Reads the shots of a <Film>: a numbered list, each item with its frame, seconds, cast and place, then the words.
import type { Html, ListItem, PhrasingContent, RootContent } from 'mdast';
import type { Place } from './finding';
import type { Frame } from './graph';
import { joinParagraphs, placeOf, trimStart } from './markdown';
import { splitSpeaker, type Reading } from './reading';
import type { SourceBlock, SourceShot } from './source';
import type { Tag } from './tag';
import { castIds, frames, isOneOf, moods, placeIds } from './vocabulary';

/** Reads a film; `id` is the beginning of the ids of its units. */
export function readFilm(reading: Reading, id: string, tag: Tag, html: Html, inner: RootContent[]): SourceBlock[] {
	const { report } = reading;
	const place = tag.attributes.place;
	if (place !== undefined && !isOneOf(placeIds, place)) report.add('E010', placeOf(html), `there is no place “${place}”`);
	const [list, extra] = inner;
	if (list?.type !== 'list' || !list.ordered || extra) {
		report.add(
			'E011',
			placeOf(list?.type === 'list' ? (extra ?? list) : (list ?? html)),
			'a film is one numbered list and nothing else'
		);
		return [];
	}
	const shots = list.children.map((item, index) => readShot(reading, `${id}.${index + 1}`, item, place));
	return [{ type: 'film', shots }];
}

function readShot(reading: Reading, id: string, item: ListItem, filmPlace: string | undefined): SourceShot {
	const at = placeOf(item);
	const { report } = reading;
	const line = joinParagraphs(item.children);
	if (item.children.some(({ type }) => type !== 'paragraph')) report.add('E011', at, 'a shot holds text only');
	const wordsFrom = line.findIndex((node) => !isAnnotation(node));
	const annotations = wordsFrom < 0 ? line : line.slice(0, wordsFrom);
	const words = trimStart(wordsFrom < 0 ? [] : line.slice(wordsFrom));

	const shot: { frame?: Frame; seconds?: number; place?: string; cast: SourceShot['cast'] } = { place: filmPlace, cast: [] };
	for (const code of annotations)
		if (code.type === 'inlineCode')
			for (const token of code.value.split(/\s+/).filter(Boolean)) readToken(reading, token, placeOf(code), shot);
	if (!shot.frame) report.add('E011', at, `a shot begins with its frame: ${frames.join(', ')}`);
	if (!shot.seconds) report.add('E011', at, 'a shot needs its length in seconds, like `4s`');
	if (!shot.place) report.add('E011', at, 'neither the film nor the shot says the place');

	const spoken = splitSpeaker(words);
	const who = spoken ? reading.findPerson(spoken.name, placeOf(words[0])) : null;
	const unit = reading.inline(id, spoken?.words ?? words, placeOf(words[0] ?? item));
	if (!unit.source) report.add('E141', at, 'a shot needs words: a spoken line, a message or a caption');
	return {
		frame: shot.frame ?? 'wide',
		seconds: shot.seconds ?? 4,
		place: shot.place ?? '',
		cast: shot.cast,
		...(who && { who }),
		unit
	};
}

function readToken(
	{ report }: Reading,
	token: string,
	at: Place,
	shot: { frame?: Frame; seconds?: number; place?: string; cast: SourceShot['cast'] }
): void {
	const [head = '', tail] = token.split(':');
	if (/^[1-9]\d*(\.\d+)?s$/.test(token)) shot.seconds = Number.parseFloat(token);
	else if (tail === undefined) {
		if (isOneOf(frames, token)) shot.frame = token;
		else report.add('E010', at, `“${token}” is not a frame: write ${frames.join(', ')}, or seconds like 4s`);
	} else if (head === 'place') {
		if (isOneOf(placeIds, tail)) shot.place = tail;
		else report.add('E010', at, `there is no place “${tail}”`);
	} else if (!isOneOf(castIds, head)) report.add('E010', at, `there is no character “${head}”`);
	else if (!isOneOf(moods, tail)) report.add('E010', at, `“${tail}” is not a mood: write ${moods.join(', ')}`);
	else shot.cast.push({ who: head, mood: tail });
}

function isAnnotation(node: PhrasingContent): boolean {
	return node.type === 'inlineCode' || (node.type === 'text' && !node.value.trim());
}
