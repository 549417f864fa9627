import { describe, expect, it, onTestFinished } from 'vitest';
import { connectNeighbours } from '../ops/neighbours';
import { SlowDown } from './slow-down';

const rule = { free: 3, baseSeconds: 2, capSeconds: 60, forgetAfterSeconds: 3600, maxKeys: 100 };
const at = (seconds: number) => new Date(Date.UTC(2027, 0, 1) + seconds * 1000);

function afterFailures(count: number): SlowDown {
	const limit = new SlowDown(rule);
	for (let index = 0; index < count; index += 1) limit.count('key', at(0));
	return limit;
}

describe('SlowDown', () => {
	it.each([
		[0, 0],
		[2, 0],
		[3, 2],
		[4, 4],
		[5, 8],
		[7, 32],
		[8, 60],
		[500, 60]
	])('after %i failures one waits %i s', (failures, seconds) => {
		expect(afterFailures(failures).secondsToWait('key', at(0))).toBe(seconds);
	});

	it('counts the wait down and lets one try at its end', () => {
		const limit = afterFailures(5);
		expect(limit.secondsToWait('key', at(7.2))).toBe(1);
		expect(limit.secondsToWait('key', at(8))).toBe(0);
	});

	it('leaves other keys alone', () => {
		expect(afterFailures(9).secondsToWait('other', at(0))).toBe(0);
	});

	it('starts afresh after a quiet hour', () => {
		const limit = afterFailures(9);
		expect(limit.secondsToWait('key', at(3601))).toBe(0);
		limit.count('key', at(3602));
		expect(limit.secondsToWait('key', at(3602))).toBe(0);
	});

	it('forgets all failures of a key that is cleared', () => {
		const limit = afterFailures(9);
		limit.clear('key');
		limit.clear('unknown');
		expect(limit.secondsToWait('key', at(0))).toBe(0);
		expect(limit.size).toBe(0);
	});

	it('keeps no more keys than it may, and drops the quietest', () => {
		const limit = new SlowDown({ ...rule, maxKeys: 2, free: 1 });
		limit.count('a', at(0));
		limit.count('b', at(1));
		limit.count('a', at(2));
		limit.count('c', at(3));
		expect(limit.size).toBe(2);
		expect(limit.secondsToWait('b', at(3))).toBe(0);
		expect(limit.secondsToWait('a', at(3))).toBeGreaterThan(0);
	});

	it('counts with other processes: guesses at either, and what either forgives', () => {
		const told: string[] = [];
		const hear = connectNeighbours((said) => void told.push(said));
		onTestFinished(() => void connectNeighbours(() => undefined));
		const other = new SlowDown({ ...rule, shared: 'guesses' });
		for (let index = 0; index < 4; index += 1) other.count('key', at(0));
		const here = new SlowDown({ ...rule, shared: 'guesses' });
		for (const each of told.splice(0)) hear(each);
		expect([here.secondsToWait('key', at(0)), here.secondsToWait('other', at(0))]).toEqual([4, 0]);
		other.clear('key');
		for (const each of told.splice(0)) hear(each);
		expect(here.secondsToWait('key', at(0))).toBe(0);
		expect(told).toEqual([]);
	});
});
