// Baking: a credential inside a picture, and out again, byte for byte (Open Badges 3.0, 5.3). A PNG carries it in one
// uncompressed iTXt chunk, an SVG in one element. Runs in the browser too.

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const keyword = 'openbadgecredential';
const namespace = 'https://purl.imsglobal.org/ob/v3p0';
/** Between keyword and text: not compressed, no language, no translated keyword (PNG, 11.3.4.5). */
const noFrills = [0, 0, 0, 0, 0];

export type Unbaked = { ok: true; text: string } | { ok: false; reason: 'no-picture' | 'no-badge' | 'broken' };

interface Chunk {
	type: string;
	start: number;
	end: number;
	data: Uint8Array;
}

/** The picture with the text in it. Throws on what is no PNG: pictures come from this project. */
export function bakePng(picture: Uint8Array, text: string): Uint8Array {
	const header = readChunks(picture)?.[0];
	if (header?.type !== 'IHDR') throw new Error('Only a whole PNG can be baked.');
	const bytes = new TextEncoder().encode(text);
	const data = new Uint8Array([...encodeLatin(keyword), ...noFrills, ...bytes]);
	return join([picture.subarray(0, header.end), makeChunk('iTXt', data), picture.subarray(header.end)]);
}

/** The text in a PNG. `broken`: cut short, a checksum that doesn't fit, a compressed or second text. */
export function unbakePng(picture: Uint8Array): Unbaked {
	if (!pngSignature.every((byte, index) => picture[index] === byte)) return { ok: false, reason: 'no-picture' };
	const chunks = readChunks(picture);
	if (chunks === null) return { ok: false, reason: 'broken' };
	const start = encodeLatin(`${keyword}\0`);
	const texts = chunks.filter(({ type, data }) => type === 'iTXt' && start.every((byte, index) => data[index] === byte));
	const [found, second] = texts;
	if (found === undefined) return { ok: false, reason: 'no-badge' };
	const rest = found.data.subarray(keyword.length);
	if (second !== undefined || !noFrills.every((byte, index) => rest[index] === byte)) return { ok: false, reason: 'broken' };
	return decode(rest.subarray(noFrills.length));
}

/** The drawing with the text in it. Throws on what is no SVG. */
export function bakeSvg(picture: string, text: string): string {
	const open = /<svg\b[^>]*>/.exec(picture);
	if (open === null) throw new Error('Only an SVG can be baked.');
	const root = open[0].replace('<svg', `<svg xmlns:openbadges="${namespace}"`);
	const element = `<openbadges:credential><![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]></openbadges:credential>`;
	return picture.slice(0, open.index) + root + element + picture.slice(open.index + open[0].length);
}

/** The text in an SVG, as `bakeSvg` and other bakers write it: in CDATA, as escaped text, or a JWT in `verify`. */
export function unbakeSvg(picture: string): Unbaked {
	if (!/<svg\b/.test(picture)) return { ok: false, reason: 'no-picture' };
	const start = /<openbadges:credential\b([^>]*?)(\/?)>/.exec(picture);
	if (start === null) return { ok: false, reason: picture.includes('<openbadges:credential') ? 'broken' : 'no-badge' };
	const [tag, attributes = '', empty] = start;
	const read = empty ? { text: '', end: start.index + tag.length } : readText(picture, start.index + tag.length);
	if (read === null || picture.includes('<openbadges:credential', read.end)) return { ok: false, reason: 'broken' };
	const jwt = /\bverify="([^"]*)"/.exec(attributes)?.[1];
	return { ok: true, text: read.text === '' && jwt !== undefined ? jwt : read.text };
}

/**
 * The text from here to the end of the element, and where that is: CDATA as it stands, whatever it holds, else without the space
 * around it and with the five entities of XML. Null where the element doesn't end, or holds others.
 */
function readText(picture: string, from: number): { text: string; end: number } | null {
	const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
	const exact: string[] = [];
	const plain: string[] = [];
	for (let at = from; ;) {
		const next = picture.indexOf('<', at);
		if (next < 0) return null;
		plain.push(picture.slice(at, next).replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => entities[name] ?? ''));
		if (picture.startsWith('</openbadges:credential', next)) {
			return { text: exact.length > 0 ? exact.join('') : plain.join('').trim(), end: next + 1 };
		}
		const close = picture.indexOf(']]>', next);
		if (!picture.startsWith('<![CDATA[', next) || close < 0) return null;
		exact.push(picture.slice(next + '<![CDATA['.length, close));
		at = close + ']]>'.length;
	}
}

function decode(bytes: Uint8Array): Unbaked {
	try {
		return { ok: true, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
	} catch {
		return { ok: false, reason: 'broken' };
	}
}

/** The chunks of a PNG; null when it is none, is cut short, or a checksum doesn't fit. */
function readChunks(picture: Uint8Array): Chunk[] | null {
	if (!pngSignature.every((byte, index) => picture[index] === byte)) return null;
	const view = new DataView(picture.buffer, picture.byteOffset, picture.byteLength);
	const chunks: Chunk[] = [];
	for (let start = pngSignature.length; start + 12 <= picture.length;) {
		const length = view.getUint32(start);
		const end = start + 12 + length;
		if (end > picture.length || view.getUint32(end - 4) !== checksum(picture.subarray(start + 4, end - 4))) return null;
		const type = String.fromCharCode(...picture.subarray(start + 4, start + 8));
		chunks.push({ type, start, end, data: picture.subarray(start + 8, end - 4) });
		if (type === 'IEND') return chunks;
		start = end;
	}
	return null;
}

function makeChunk(type: string, data: Uint8Array): Uint8Array {
	const chunk = new Uint8Array(12 + data.length);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, data.length);
	chunk.set(encodeLatin(type), 4);
	chunk.set(data, 8);
	view.setUint32(8 + data.length, checksum(chunk.subarray(4, 8 + data.length)));
	return chunk;
}

const table = Uint32Array.from({ length: 256 }, (_, index) => {
	let value = index;
	for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
	return value;
});

/** CRC-32 as PNG uses it (PNG, annex D). */
function checksum(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
	return (value ^ 0xffffffff) >>> 0;
}

function encodeLatin(words: string): number[] {
	return [...words].map((sign) => sign.charCodeAt(0));
}

function join(parts: Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
