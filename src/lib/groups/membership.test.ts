import { describe, expect, it } from 'vitest';
import { clearMembership, isGroupKey, parseMembership, readMembership, writeMembership } from './membership';

const key = 'abcDEF123_-abcDEF123_w';

describe('parseMembership', () => {
	it('reads what was kept and nothing more', () => {
		expect(parseMembership({ key, name: ' Groupe Renard ', extra: 1 })).toEqual({ key, name: 'Groupe Renard' });
	});

	it.each([
		['nothing', null],
		['text', 'Groupe Renard'],
		['a list', []],
		['no key', { name: 'Groupe Renard' }],
		['no name', { key }],
		['an empty name', { key, name: '  ' }],
		['a long name', { key, name: 'x'.repeat(61) }],
		['a number as key', { key: 12, name: 'Groupe Renard' }],
		['a damaged key', { key: key.slice(1), name: 'Groupe Renard' }]
	])('%s is no membership', (_, stored) => {
		expect(parseMembership(stored)).toBeNull();
	});
});

describe('isGroupKey', () => {
	it.each([`${key}A`, `${key.slice(0, 21)}+`, `${key.slice(0, 21)}b`, `${key}\n`, '', undefined])('%j is no key', (value) => {
		expect(isGroupKey(value)).toBe(false);
	});
	it('accepts 22 characters of base64url', () => expect(isGroupKey(key)).toBe(true));
});

describe('on the device', () => {
	it('keeps one group, and forgets it', () => {
		expect(readMembership()).toBeNull();
		writeMembership({ key, name: 'Groupe Loutre' });
		writeMembership({ key, name: 'Groupe Renard' });
		expect(readMembership()).toEqual({ key, name: 'Groupe Renard' });
		clearMembership();
		expect(readMembership()).toBeNull();
	});
});
