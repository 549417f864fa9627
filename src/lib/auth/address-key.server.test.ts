import { describe, expect, it } from 'vitest';
import { addressKey, findAddress } from './address-key.server';

describe('addressKey', () => {
	it.each([
		['192.0.2.7', '::ffff:192.0.2.7'],
		['2001:db8:1:2::1', '2001:db8:1:2:a:b:c:d'],
		['2001:db8:1:2::1', '2001:0DB8:0001:0002::9'],
		['2001:db8::1', '2001:db8:0:0:ffff::1'],
		['fe80::1%eth0', 'fe80::2'],
		['::1', '::2']
	])('%s and %s are one network', (a, b) => {
		expect(addressKey(a)).toBe(addressKey(b));
	});

	it.each([
		['192.0.2.7', '192.0.2.8'],
		['2001:db8:1:2::1', '2001:db8:1:3::1'],
		['2001:db8::1', '2001:db9::1']
	])('%s and %s are two', (a, b) => {
		expect(addressKey(a)).not.toBe(addressKey(b));
	});

	it('does not contain the address', () => expect(addressKey('192.0.2.7')).not.toContain('192'));
});

describe('findAddress', () => {
	const from = (forwarded: string | null, getClientAddress = () => '127.0.0.1') => {
		const headers = forwarded === null ? undefined : { 'x-forwarded-for': forwarded };
		return { request: new Request('https://relais.example/fr/join', { headers }), getClientAddress };
	};

	it.each([
		['198.51.100.1', '198.51.100.1'],
		['203.0.113.9, 198.51.100.2', '198.51.100.2'],
		['invented,, 2001:db8::7 ', '2001:db8::7'],
		[null, '127.0.0.1'],
		['', '127.0.0.1'],
		['198.51.100.1,', '127.0.0.1'],
		['198.51.100.1, unknown', '127.0.0.1'],
		['x'.repeat(5000), '127.0.0.1']
	])('behind a trusted proxy reads %s as %s', (forwarded, address) => {
		expect(findAddress(from(forwarded), true)).toBe(address);
	});

	it('believes nobody without one', () => {
		expect(findAddress(from('198.51.100.1'), false)).toBe('127.0.0.1');
	});

	it('never throws', () => {
		const fails = () => {
			throw new Error('ADDRESS_HEADER is absent from request');
		};
		expect(findAddress(from(null, fails), true)).toBe('');
		expect(
			findAddress(
				from(null, () => undefined as never),
				true
			)
		).toBe('');
	});
});
