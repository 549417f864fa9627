// A thousand texts through both kinds of picture, and every picture there is; each case one by one: tests/certification/bake-cases.ts.
import { randomBytes, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { achievements } from './badge';
import { bakePng, bakeSvg, unbakePng, unbakeSvg } from './badge-bake';
import { readBadgeFile } from './badge-file';
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
});

describe('a file that is handed over', () => {
	const bytes = (text: string) => new TextEncoder().encode(text);
	it.each(achievements)('is read as a picture: %s', (achievement) => {
		expect(readBadgeFile(bakePng(picture(achievement), '{}'))).toEqual({ ok: true, text: '{}' });
		expect(readBadgeFile(bytes(bakeSvg(drawBadge(achievement), '{}')))).toEqual({ ok: true, text: '{}' });
	});
});
