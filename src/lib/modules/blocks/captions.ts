// The captions of a video: a WebVTT file made from its cues, in the language of the page.
import type { Video } from '$lib/content/graph';
import { toWords } from '$lib/content/html';

/** The text of the WebVTT file (W3C, WebVTT: The Web Video Text Tracks Format). */
export function writeCaptions({ cues }: Video): string {
	const told = cues.map(
		({ from, to, label, line }, index) =>
			`${index + 1}\n${timestamp(from)} --> ${timestamp(to)}\n${label ? `<v ${escape(label)}>` : ''}${escape(toWords(line))}\n`
	);
	return ['WEBVTT\n', ...told].join('\n');
}

/** Changes with every word and time, so that the file may be kept under its address (FNV-1a). */
export function hashCues(video: Video): string {
	let hash = 0x811c9dc5;
	for (const character of writeCaptions(video)) hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0;
	return hash.toString(36);
}

function timestamp(seconds: number): string {
	const whole = Math.floor(seconds);
	const two = (value: number) => String(value).padStart(2, '0');
	const thousandths = String(Math.round((seconds - whole) * 1000)).padStart(3, '0');
	return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}.${thousandths}`;
}

/** A cue's words: no mark-up of their own, and none of the lines that end a cue. */
function escape(words: string): string {
	return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/\s+/g, ' ').trim();
}
