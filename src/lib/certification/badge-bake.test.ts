import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { achievements } from './badge';
import { bakePng, bakeSvg, unbakePng, unbakeSvg } from './badge-bake';
import { readBadgeFile, readBadgeLink, largestFile } from './badge-file';
import { drawBadge } from './badge-picture';

const picture = (achievement: string) => new Uint8Array(readFileSync(`src/lib/certification/pictures/${achievement}.png`));
const png = picture('coach');
const svg = drawBadge('peer-expert');

/** JSON with what bakers stumble over: markup, ends of CDATA, entities, every script, and no text at all. */
function inventText(): string {
	const odd = [
		']]>',
		'<![CDATA[',
		'&amp;',
		'</openbadges:credential>',
		'<svg>',
		'"\'',
		'é',
		'عربية',
		'🟡',
		'\u200f',
		'\\',
		'\n\t',
		'$&'
	];
	const pieces = Array.from(
		{ length: randomInt(12) },
		() => odd[randomInt(odd.length)] + randomBytes(randomInt(40)).toString('base64')
	);
	return JSON.stringify({ pieces });
}

describe('baking', () => {
	it('gives back 1,000 of 1,000 texts byte for byte, from both kinds of picture', () => {
		let same = 0;
		for (let turn = 0; turn < 1000; turn++) {
			const text = inventText();
			const [fromPng, fromSvg] = [unbakePng(bakePng(png, text)), unbakeSvg(bakeSvg(svg, text))];
			if (fromPng.ok && fromSvg.ok && fromPng.text === text && fromSvg.text === text) same++;
		}
		expect(same).toBe(1000);
	});

	it('changes nothing else in the picture', () => {
		const baked = bakePng(png, '{}');
		expect(baked.length).toBe(png.length + 12 + 'openbadgecredential'.length + 5 + 2);
		expect(Buffer.from(baked.subarray(0, 33)).equals(Buffer.from(png.subarray(0, 33)))).toBe(true);
		expect(Buffer.from(baked.subarray(-(png.length - 33))).equals(Buffer.from(png.subarray(33)))).toBe(true);
		expect(Buffer.from(baked).includes(Buffer.from('iTXtopenbadgecredential\0\0\0\0\0{}', 'latin1'))).toBe(true);
	});

	it('reads what other bakers write into an SVG', () => {
		const open = '<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0">';
		const jwt = `${open}<openbadges:credential verify="a.b.c"></openbadges:credential></svg>`;
		expect(unbakeSvg(jwt)).toEqual({ ok: true, text: 'a.b.c' });
		const escaped = `${open}<openbadges:credential>\n{&quot;a&quot;:&amp;&lt;}\n</openbadges:credential></svg>`;
		expect(unbakeSvg(escaped)).toEqual({ ok: true, text: '{"a":&<}' });
	});

	it('says what is wrong with a picture', () => {
		const baked = bakePng(png, '{"a":1}');
		expect(unbakePng(png)).toEqual({ ok: false, reason: 'no-badge' });
		expect(unbakePng(baked.subarray(0, 60))).toEqual({ ok: false, reason: 'broken' });
		expect(unbakePng(baked.subarray(0, baked.length - 1))).toEqual({ ok: false, reason: 'broken' });
		const damaged = baked.slice();
		damaged[60] = (damaged[60] ?? 0) ^ 1;
		expect(unbakePng(damaged)).toEqual({ ok: false, reason: 'broken' });
		expect(unbakePng(bakePng(baked, '{}'))).toEqual({ ok: false, reason: 'broken' });
		expect(unbakePng(new Uint8Array([1, 2, 3]))).toEqual({ ok: false, reason: 'no-picture' });
		expect(() => bakePng(new Uint8Array([1]), '')).toThrow('whole PNG');
		expect(unbakeSvg('<svg></svg>')).toEqual({ ok: false, reason: 'no-badge' });
		expect(unbakeSvg('<svg><openbadges:credential>')).toEqual({ ok: false, reason: 'broken' });
		expect(unbakeSvg(bakeSvg(bakeSvg(svg, '1'), '2'))).toEqual({ ok: false, reason: 'broken' });
		expect(unbakeSvg('no drawing')).toEqual({ ok: false, reason: 'no-picture' });
		expect(() => bakeSvg('no drawing', '')).toThrow('SVG');
	});
});

describe('a file that is handed over', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	it.each(achievements)('is read as a picture: %s', (achievement) => {
		expect(readBadgeFile(bakePng(picture(achievement), '{}'))).toEqual({ ok: true, text: '{}' });
		expect(readBadgeFile(bytes(bakeSvg(drawBadge(achievement), '{}')))).toEqual({ ok: true, text: '{}' });
	});

	it('is read as a text', () => expect(readBadgeFile(bytes('{}'))).toEqual({ ok: true, text: '{}' }));

	it.each([
		['a picture without a badge', png, 'broken'],
		['a drawing without a badge', bytes(svg), 'broken'],
		['bytes that are no text', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'broken'],
		['too much', new Uint8Array(largestFile + 1), 'too-large']
	])('is refused in a word: %s', (_, file, word) => expect(readBadgeFile(file)).toEqual({ ok: false, word }));
});

describe('a link that is pasted', () => {
	const origin = 'https://relais.example:8443';
	const id = '0123456789abcdef'.repeat(2);
	it.each([
		id,
		`${origin}/verify/${id}`,
		`${origin}/badges/${id}`,
		`${origin}/ar/verify/${id}/`,
		` relais.example:8443/verify/${id} `
	])('leads to its badge: %s', (typed) => expect(readBadgeLink(typed, origin)).toEqual({ id, hash: '' }));
	it('takes the secret of a name along', () =>
		expect(readBadgeLink(`${origin}/verify/${id}#n=abc`, origin)).toEqual({ id, hash: '#n=abc' }));
	it.each([
		'',
		'hello',
		`https://elsewhere.example/verify/${id}`,
		`${origin}/modules/${id}`,
		`${origin}/verify/${id}0`,
		'{"a":1}',
		'http://'
	])('leads nowhere: %s', (typed) => expect(readBadgeLink(typed, origin)).toBeNull());
});
