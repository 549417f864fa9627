import { expect, it } from 'vitest';
import { Renewals } from './renewals';

it('remembers a node for its day only', () => {
	const renewals = new Renewals();
	expect(renewals.has('a', '2026-11-23')).toBe(false);
	renewals.add('a', '2026-11-23');
	expect(renewals.has('a', '2026-11-23')).toBe(true);
	expect(renewals.has('b', '2026-11-23')).toBe(false);
	expect(renewals.has('a', '2026-11-24')).toBe(false);
});

it('holds no more than its limit: what it can’t remember waits for tomorrow', () => {
	const renewals = new Renewals(2);
	for (const place of ['a', 'b', 'c']) renewals.add(place, '2026-11-23');
	expect(renewals.has('z', '2026-11-23')).toBe(true);
	renewals.add('d', '2026-11-24');
	expect(renewals.has('a', '2026-11-24')).toBe(false);
});
