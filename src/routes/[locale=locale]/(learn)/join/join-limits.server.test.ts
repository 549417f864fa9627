import { describe, expect, it } from 'vitest';
import { JoinLimits } from './join-limits.server';

const at = (seconds: number) => new Date(Date.UTC(2027, 0, 15) + seconds * 1000);

describe('JoinLimits', () => {
	it('lets a class of thirty behind one address in, twice over', () => {
		const limits = new JoinLimits();
		for (let index = 0; index < 60; index += 1) expect(limits.admit('192.0.2.7', at(0))).toBe(0);
	});

	it('makes one address that goes on wait, and nobody else', () => {
		const limits = new JoinLimits();
		for (let index = 0; index < 60; index += 1) limits.admit('192.0.2.7', at(0));
		expect(limits.admit('192.0.2.7', at(0))).toBe(2);
		expect(limits.admit('192.0.2.8', at(0))).toBe(0);
		expect(limits.admit('192.0.2.7', at(2))).toBe(0);
		expect(limits.admit('192.0.2.7', at(2))).toBeGreaterThan(0);
	});

	it('bounds what many addresses try together', () => {
		const limits = new JoinLimits();
		let admitted = 0;
		for (let index = 0; index < 5000; index += 1)
			if (limits.admit(`10.0.${index >> 8}.${index & 255}`, at(0)) === 0) admitted += 1;
		expect(admitted).toBe(1000);
	});
});
