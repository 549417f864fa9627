import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { participationSchema } from './schema';

const start = {
	id: 'AAAAAAAAAAAAAAAAAAAAAA',
	key: '-_azAZ09-_azAZ09-_azAg',
	module: 'le-groupe-s-enflamme',
	version: 1,
	locale: 'fr',
	attempt: 'first',
	kind: 'start'
};
const choice = { ...start, kind: 'choice', node: 'night', choice: 'night-2' };
const end = { ...start, kind: 'end', node: 'together' };
const isValid = (value: unknown) => safeParse(participationSchema, value).success;

describe('a participation event', () => {
	it.each([
		['a start', start],
		['a choice', choice],
		['an end', end],
		['a later attempt', { ...end, attempt: 'later' }],
		['a language with a region', { ...end, locale: 'fa-AF' }]
	])('may be %s', (_, event) => expect(isValid(event)).toBe(true));

	it.each([
		['null', null],
		['a list', [start]],
		['a text', 'start'],
		['nothing', {}],
		['no id', { ...start, id: undefined }],
		['an id too short', { ...start, id: 'AAAAAAAAAAAAAAAAAAAAA' }],
		['an id too long', { ...start, id: 'AAAAAAAAAAAAAAAAAAAAAAA' }],
		['an id of more than 128 bits', { ...start, id: 'AAAAAAAAAAAAAAAAAAAAAB' }],
		['an id with other characters', { ...start, id: 'AAAAAAAAAA+AAAAAAAAAAA' }],
		['an id with a line break after it', { ...start, id: 'AAAAAAAAAAAAAAAAAAAAAA\n' }],
		['a number as key', { ...start, key: 1 }],
		['a module with a path', { ...start, module: '../secrets' }],
		['a module with words', { ...start, module: 'Lina from the shelter' }],
		['an endless module', { ...start, module: 'a'.repeat(65) }],
		['the name of an object’s own property', { ...start, module: '__proto__' }],
		['version 0', { ...start, version: 0 }],
		['half a version', { ...start, version: 1.5 }],
		['a version as text', { ...start, version: '1' }],
		['an infinite version', { ...start, version: Infinity }],
		['an unknown attempt', { ...start, attempt: 'third' }],
		['an unknown kind', { ...start, kind: 'look' }],
		['a locale with words', { ...start, locale: 'français' }],
		['a start with a choice', { ...start, choice: 'a' }],
		['a choice without a node', { ...choice, node: undefined }],
		['a choice with an empty name', { ...choice, choice: '' }],
		['an end with a choice', { ...end, choice: 'a' }],
		['a name', { ...start, name: 'Lina' }],
		['a time', { ...start, at: 1_800_000_000_000 }],
		['SQL', { ...choice, node: "x'; DROP TABLE choice_count; --" }]
	])('can’t be %s', (_, event) => expect(isValid(event)).toBe(false));
});
