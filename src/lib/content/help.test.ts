import { describe, expect, it } from 'vitest';
import { isOpenAt, readHours, sortByOpenness, writeHours, type Hours } from './help';

const always: Hours = { kind: 'always' };
const unknown: Hours = { kind: 'unknown' };
const day: Hours = { kind: 'daily', from: '10:00', to: '24:00' };
const night: Hours = { kind: 'daily', from: '22:00', to: '06:00' };
const inTheGap: Hours = { kind: 'daily', from: '02:30', to: '03:30' };

const open = { state: 'open' };
const closedUntil = (opensAt: string) => ({ state: 'closed', opensAt });

describe('isOpenAt, by the wall clock of Brussels', () => {
	it.each([
		// Winter: Brussels is one hour ahead of UTC.
		['2026-11-23T08:59:59Z', day, closedUntil('10:00')],
		['2026-11-23T09:00:00Z', day, open],
		['2026-11-23T22:59:59Z', day, open],
		['2026-11-23T23:00:00Z', day, closedUntil('10:00')],
		// Summer: two hours.
		['2026-07-01T07:59:59Z', day, closedUntil('10:00')],
		['2026-07-01T08:00:00Z', day, open],
		['2026-07-01T22:00:00Z', day, closedUntil('10:00')],
		// 29 March 2026: at 02:00 it is 03:00.
		['2026-03-28T23:00:00Z', day, closedUntil('10:00')],
		['2026-03-29T07:59:59Z', day, closedUntil('10:00')],
		['2026-03-29T08:00:00Z', day, open],
		['2026-03-29T00:59:59Z', inTheGap, closedUntil('02:30')],
		['2026-03-29T01:00:00Z', inTheGap, open],
		// 25 October 2026: at 03:00 it is 02:00 again.
		['2026-10-25T08:59:59Z', day, closedUntil('10:00')],
		['2026-10-25T09:00:00Z', day, open],
		['2026-10-25T00:30:00Z', inTheGap, open],
		['2026-10-25T01:30:00Z', inTheGap, open],
		// Over midnight.
		['2026-11-23T20:59:59Z', night, closedUntil('22:00')],
		['2026-11-23T21:00:00Z', night, open],
		['2026-11-23T23:00:00Z', night, open],
		['2026-11-24T04:59:59Z', night, open],
		['2026-11-24T05:00:00Z', night, closedUntil('22:00')],
		['2026-11-24T05:00:00Z', always, open],
		['2026-11-24T12:00:00Z', unknown, { state: 'unknown' }]
	])('%s', (moment, hours, expected) => {
		expect(isOpenAt(hours, new Date(moment))).toEqual(expected);
	});

	it('uses the zone of another country', () => {
		expect(isOpenAt(day, new Date('2026-11-23T09:00:00Z'), 'Europe/Lisbon')).toEqual(closedUntil('10:00'));
	});

	it('says that it does not know where the phone has no such zone', () => {
		expect(isOpenAt(day, new Date(), 'Europe/Nowhere')).toEqual({ state: 'unknown' });
		expect(isOpenAt(always, new Date(), 'Europe/Nowhere')).toEqual(open);
	});
});

describe('sortByOpenness', () => {
	const lines = { day, unknown, always, alsoUnknown: unknown, night };
	const order = (moment: string) =>
		sortByOpenness(Object.entries(lines), ([, hours]) => hours, new Date(moment)).map(([id]) => id);

	it('puts open lines first, unknown ones next, closed ones last, and else keeps the order', () => {
		expect(order('2026-11-23T12:00:00Z')).toEqual(['day', 'always', 'unknown', 'alsoUnknown', 'night']);
		expect(order('2026-11-23T03:00:00Z')).toEqual(['always', 'night', 'unknown', 'alsoUnknown', 'day']);
		expect(order('2026-11-23T22:30:00Z')).toEqual(['day', 'always', 'night', 'unknown', 'alsoUnknown']);
	});

	it('always leaves an alternative and loses nobody', () => {
		for (let hour = 0; hour < 24; hour++) expect(order(`2026-11-23T${String(hour).padStart(2, '0')}:00:00Z`)).toHaveLength(5);
	});
});

describe('hours in an attribute', () => {
	it.each([always, unknown, day, night])('%o comes back', (hours) => expect(readHours(writeHours(hours))).toEqual(hours));
	it.each([undefined, '', 'nonsense', '10:00', '1000-2400'])('%s is unknown', (text) => expect(readHours(text)).toEqual(unknown));
});
