import { describe, expect, it } from 'vitest';
import { addressKey } from './address-key.server';

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
