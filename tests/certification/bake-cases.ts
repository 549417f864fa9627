// A credential inside a picture and out again, as the bytes must stand; and what a person hands over instead of one.
import { readFileSync } from 'node:fs';
import type * as Rules from '../../src/lib/certification/badge-bake';
import * as baking from '../../src/lib/certification/badge-bake';
import type * as Files from '../../src/lib/certification/badge-file';
import { drawBadge } from '../../src/lib/certification/badge-picture';
import { refuses, same, type RuleCase } from './table';

const png = new Uint8Array(readFileSync('src/lib/certification/pictures/coach.png'));
const svg = drawBadge('peer-expert');
const open = '<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">';
const [broken, noBadge, noPicture] = (['broken', 'no-badge', 'no-picture'] as const).map((reason) => ({ ok: false, reason }));
/** What bakers stumble over: markup, ends of CDATA, entities, every script, and no text at all. */
const texts = [
	'',
	'{}',
	'{"a":"]]>"}',
	']]>]]>',
	'<![CDATA[',
	'&amp;',
	'</openbadges:credential>',
	'<svg>',
	'é عربية 🟡',
	'\ufeff\n\t "$&'
];
const baked = baking.bakePng(png, '{"a":1}');
/** The chunk that was baked in, right behind the header: 8 bytes of signature, 25 of header. */
const at = 33;
const length = 12 + 'openbadgecredential'.length + 5 + '{"a":1}'.length;

function changed(bytes: Uint8Array, position: number, by = 1): Uint8Array {
	const copy = bytes.slice();
	copy[position] = (copy[position] ?? 0) ^ by;
	return copy;
}

/** The baked picture with another chunk of its own in the place of the credential's, with the right checksum. */
function withChunk(data: number[]): Uint8Array {
	const chunk = new Uint8Array(12 + data.length);
	const view = new DataView(chunk.buffer);
	view.setUint32(0, data.length);
	chunk.set([...Buffer.from('iTXt'), ...data], 4);
	view.setUint32(8 + data.length, crc(chunk.subarray(4, 8 + data.length)));
	return new Uint8Array([...png.subarray(0, at), ...chunk, ...png.subarray(at)]);
}

/** CRC-32, bit by bit: written another way than the baker's, on purpose. */
function crc(bytes: Uint8Array): number {
	let value = 0xffffffff;
	for (const byte of bytes) {
		value ^= byte;
		for (let bit = 0; bit < 8; bit++) value = (value >>> 1) ^ (value & 1 ? 0xedb88320 : 0);
	}
	return ~value >>> 0;
}

const keyword = [...Buffer.from('openbadgecredential\0')];
const text = [...Buffer.from('{"a":1}')];

export const bakeCases: RuleCase<typeof Rules>[] = [
	{
		name: 'a text in a PNG, byte for byte',
		holds: (r) => same(r.unbakePng(r.bakePng(png, '{"a":1}')), { ok: true, text: '{"a":1}' })
	},
	{
		name: 'one uncompressed chunk behind the header, with its checksum, and nothing else changed',
		holds: (r) => same([...r.bakePng(png, '{"a":1}')], [...withChunk([...keyword, 0, 0, 0, 0, ...text])])
	},
	...texts.map((each) => ({
		name: `out again as it went in: ${JSON.stringify(each)}`,
		holds: (r: typeof Rules) =>
			same(r.unbakePng(r.bakePng(png, each)), { ok: true, text: each }) &&
			same(r.unbakeSvg(r.bakeSvg(svg, each)), { ok: true, text: each })
	})),
	{ name: 'no badge in a plain PNG', holds: (r) => same(r.unbakePng(png), noBadge) },
	{
		name: 'no picture',
		holds: (r) => same(r.unbakePng(new Uint8Array([1, 2, 3])), noPicture) && same(r.unbakePng(new Uint8Array(0)), noPicture)
	},
	...[0, 1, 7].map((position) => ({
		name: `no picture with byte ${position} of the signature changed`,
		holds: async (r: typeof Rules) =>
			same(r.unbakePng(changed(baked, position)), noPicture) && (await refuses(() => r.bakePng(changed(png, position), '')))
	})),
	...[8, 60, at + 4, at + length - 1, baked.length - 1].map((position) => ({
		name: `broken with byte ${position} changed`,
		holds: (r: typeof Rules) => same(r.unbakePng(changed(baked, position)), broken)
	})),
	...[1, 4, 11, 12, 13].map((missing) => ({
		name: `broken without its last ${missing} bytes`,
		holds: (r: typeof Rules) => same(r.unbakePng(baked.subarray(0, baked.length - missing)), broken)
	})),
	{
		name: 'broken after its first bytes',
		holds: (r) => same(r.unbakePng(baked.subarray(0, 8)), broken) && same(r.unbakePng(baked.subarray(0, 60)), broken)
	},
	{
		name: 'what stands behind the end of a picture doesn’t count',
		holds: (r) => same(r.unbakePng(new Uint8Array([...baked, 1, 2, 3])), { ok: true, text: '{"a":1}' })
	},
	{
		name: 'a picture inside a larger buffer',
		holds: (r) => same(r.unbakePng(new Uint8Array([9, 9, ...baked]).subarray(2)), { ok: true, text: '{"a":1}' })
	},
	{ name: 'broken with two badges', holds: (r) => same(r.unbakePng(baking.bakePng(baked, '{}')), broken) },
	...[0, 1, 2, 3].map((position) => ({
		name: `broken with flag ${position} set: compressed, or in a language`,
		holds: (r: typeof Rules) =>
			same(r.unbakePng(withChunk([...keyword, ...[0, 0, 0, 0].map((_, index) => (index === position ? 1 : 0)), ...text])), broken)
	})),
	{
		name: 'broken with bytes that are no text',
		holds: (r) => same(r.unbakePng(withChunk([...keyword, 0, 0, 0, 0, 0xff, 0xfe])), broken)
	},
	{
		name: 'another keyword is no badge',
		holds: (r) => same(r.unbakePng(withChunk([...Buffer.from('openbadgecredentials\0'), 0, 0, 0, 0, ...text])), noBadge)
	},
	{ name: 'no baking into what is no whole PNG', holds: (r) => refuses(() => r.bakePng(new Uint8Array([1]), '')) },
	{ name: 'no baking into a PNG cut short', holds: (r) => refuses(() => r.bakePng(png.subarray(0, 60), '')) },
	{
		name: 'no baking into a PNG that begins otherwise',
		holds: (r) => refuses(() => r.bakePng(new Uint8Array([...png.subarray(0, 8), ...png.subarray(at)]), ''))
	},
	{
		name: 'one element first in the SVG, with its namespace',
		holds: (r) =>
			r.bakeSvg('<?xml?><svg width="1"><g/></svg>', '{}') ===
			`<?xml?>${open.slice(0, -1)} width="1"><openbadges:credential><![CDATA[{}]]></openbadges:credential><g/></svg>`
	},
	{ name: 'no badge in a plain SVG', holds: (r) => same(r.unbakeSvg(svg), noBadge) },
	{ name: 'no drawing', holds: (r) => same(r.unbakeSvg('no drawing'), noPicture) },
	{ name: 'no baking into what is no drawing', holds: (r) => refuses(() => r.bakeSvg('no drawing', '')) },
	{
		name: 'a JWT in an attribute',
		holds: (r) =>
			same(r.unbakeSvg(`${open}<openbadges:credential verify="a.b.c"></openbadges:credential></svg>`), {
				ok: true,
				text: 'a.b.c'
			}) && same(r.unbakeSvg(`${open}<openbadges:credential verify="a.b.c"/></svg>`), { ok: true, text: 'a.b.c' })
	},
	{
		name: 'a text before a JWT',
		holds: (r) =>
			same(r.unbakeSvg(`${open}<openbadges:credential verify="a.b.c">{}</openbadges:credential></svg>`), { ok: true, text: '{}' })
	},
	{ name: 'broken in the middle of its tag', holds: (r) => same(r.unbakeSvg(`${open}<openbadges:credential`), broken) },
	{ name: 'an empty element', holds: (r) => same(r.unbakeSvg(`${open}<openbadges:credential/></svg>`), { ok: true, text: '' }) },
	{
		name: 'escaped text, without the space around it',
		holds: (r) =>
			same(
				r.unbakeSvg(`${open}<openbadges:credential>\n{&quot;a&quot;:&apos;&amp;&lt;&gt;&apos;}\n</openbadges:credential></svg>`),
				{
					ok: true,
					text: `{"a":'&<>'}`
				}
			)
	},
	{
		name: 'CDATA with space around it',
		holds: (r) =>
			same(r.unbakeSvg(`${open}<openbadges:credential>\n<![CDATA[{} ]]>\n</openbadges:credential></svg>`), {
				ok: true,
				text: '{} '
			})
	},
	...[
		'<openbadges:credential>',
		'<openbadges:credential',
		'<openbadges:credential><![CDATA[{}',
		'<openbadges:credential><b>{}</b></openbadges:credential>',
		'<openbadges:credential>{}</openbadges:credential><openbadges:credential/>',
		'<openbadges:credential/><openbadges:credential>{}</openbadges:credential>'
	].map((inside) => ({
		name: `broken: ${inside}`,
		holds: (r: typeof Rules) => same(r.unbakeSvg(`${open}${inside}</svg>`), broken)
	}))
];

const bytes = (words: string) => new TextEncoder().encode(words);
const origin = 'https://relais.example:8443';
const id = '0123456789abcdef'.repeat(2);

export const fileCases: RuleCase<typeof Files>[] = [
	{ name: 'a baked PNG', holds: (r) => same(r.readBadgeFile(baked), { ok: true, text: '{"a":1}' }) },
	{ name: 'a baked SVG', holds: (r) => same(r.readBadgeFile(bytes(baking.bakeSvg(svg, '{}'))), { ok: true, text: '{}' }) },
	{ name: 'a text', holds: (r) => same(r.readBadgeFile(bytes('{}')), { ok: true, text: '{}' }) },
	{
		name: 'a text as long as may be',
		holds: (r) => same(r.readBadgeFile(bytes('x'.repeat(2_000_000))), { ok: true, text: 'x'.repeat(2_000_000) })
	},
	{ name: 'too much', holds: (r) => same(r.readBadgeFile(new Uint8Array(2_000_001)), { ok: false, word: 'too-large' }) },
	...[
		png,
		changed(baked, 60),
		bytes(svg),
		bytes(`${open}<openbadges:credential></svg>`),
		new Uint8Array([0xff, 0xd8, 0xff, 0xe0])
	].map((file, index) => ({
		name: `broken, file ${index}`,
		holds: (r: typeof Files) => same(r.readBadgeFile(file), { ok: false, word: 'broken' })
	})),
	...[
		id,
		`${origin}/verify/${id}`,
		`${origin}/badges/${id}`,
		`${origin}/ar/verify/${id}/`,
		` relais.example:8443/verify/${id} `
	].map((typed) => ({
		name: `a link: ${typed}`,
		holds: (r: typeof Files) => same(r.readBadgeLink(typed, origin), { id, hash: '' })
	})),
	{
		name: 'a link with the secret of a name',
		holds: (r) => same(r.readBadgeLink(`${origin}/verify/${id}#n=abc`, origin), { id, hash: '#n=abc' })
	},
	...[
		'',
		'hello',
		`https://elsewhere.example/verify/${id}`,
		`${origin}/modules/${id}`,
		`${origin}/verify/${id}0`,
		`${origin}/x/verify/${id}`,
		`${origin}/verify/`,
		'{"a":1}',
		'http://'
	].map((typed) => ({ name: `no link: ${typed}`, holds: (r: typeof Files) => r.readBadgeLink(typed, origin) === null }))
];
