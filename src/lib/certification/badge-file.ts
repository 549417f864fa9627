// What a person hands over to be verified: a file of some kind, or a text that they paste. Finds the badge in it, or says in one
// word why there is none.
import { badgeIdPattern } from './badge';
import { unbakePng, unbakeSvg, type Unbaked } from './badge-bake';

/** Largest file that is looked into, in bytes. */
export const largestFile = 2_000_000;

export type Handed = { ok: true; text: string } | { ok: false; word: 'broken' | 'too-large' };

/** The text of the badge in a picture or text file. */
export function readBadgeFile(bytes: Uint8Array): Handed {
	if (bytes.length > largestFile) return { ok: false, word: 'too-large' };
	const png = unbakePng(bytes);
	if (png.ok || png.reason !== 'no-picture') return judge(png);
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return { ok: false, word: 'broken' };
	}
	const svg = unbakeSvg(text);
	return svg.ok || svg.reason !== 'no-picture' ? judge(svg) : { ok: true, text };
}

function judge(read: Unbaked): Handed {
	return read.ok ? read : { ok: false, word: 'broken' };
}

/** The badge that a link leads to, with what stands behind `#`; null where it is no link of this instance, nor a badge's number. */
export function readBadgeLink(typed: string, origin: string): { id: string; hash: string } | null {
	const text = typed.trim();
	if (badgeIdPattern.test(text)) return { id: text, hash: '' };
	// People copy an address without its beginning.
	const address = /^https?:\/\//.test(text) ? text : `${new URL(origin).protocol}//${text}`;
	if (!URL.canParse(address)) return null;
	const url = new URL(address);
	const [, id] = /^\/(?:[a-z]{2}\/)?(?:verify|badges)\/([0-9a-f]{32})\/?$/.exec(url.pathname) ?? [];
	return url.host === new URL(origin).host && id ? { id, hash: url.hash } : null;
}
