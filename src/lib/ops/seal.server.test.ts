import { describe, expect, it } from 'vitest';
import { seal, unseal } from './seal.server';

const secret = 'a secret for tests, thirty-two characters';
const bytes = new TextEncoder().encode('twenty bytes of key.');
const open = (text: string, key = secret, purpose: 'second factor' | 'play' = 'second factor', owner = 'a') =>
	unseal(text, key, purpose, owner);

describe('a sealed text', () => {
	const sealed = seal(bytes, secret, 'second factor', 'a');

	it('opens with the same secret, purpose and owner only, and is another each time', () => {
		expect(Buffer.from(open(sealed) ?? [])).toEqual(Buffer.from(bytes));
		expect(open(sealed, `${secret}x`)).toBeNull();
		expect(open(sealed, secret, 'play')).toBeNull();
		expect(open(sealed, secret, 'second factor', 'b')).toBeNull();
		expect(seal(bytes, secret, 'second factor', 'a')).not.toBe(sealed);
	});

	it('notices any change', () => {
		const altered = `${sealed.slice(0, 3)}${sealed[3] === 'A' ? 'B' : 'A'}${sealed.slice(4)}`;
		for (const broken of ['', 'x', 'v1.', sealed.slice(0, -2), altered, sealed.replace('v1.', 'v9.')])
			expect(open(broken), broken).toBeNull();
	});

	it('names its way, and opens what was sealed before it had a name', () => {
		expect(sealed).toMatch(/^v1\./);
		expect(Buffer.from(open(sealed.slice(3)) ?? [])).toEqual(Buffer.from(bytes));
	});
});
