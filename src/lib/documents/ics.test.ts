import { describe, expect, it } from 'vitest';
import { writeCalendar, type CalendarEvent } from './ics';

const now = new Date('2026-11-25T10:00:00Z');
const event: CalendarEvent = {
	id: 'day-1',
	start: new Date('2026-12-01T08:30:00Z'),
	end: new Date('2026-12-01T15:00:00Z'),
	summary: 'Formation, jour 1; « en ligne »',
	place: 'Salle A\nÉtage 2',
	sequence: 3
};

describe('a calendar file', () => {
	const text = writeCalendar([event], 'relais.example.org', now);

	it('has lines that end as the standard asks, none longer than 75 octets', () => {
		const long = writeCalendar([{ ...event, description: 'é'.repeat(300) }], 'x', now);
		for (const line of long.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
		expect(long.endsWith('END:VCALENDAR\r\n')).toBe(true);
		expect(long.replaceAll('\r\n ', '')).toContain(`DESCRIPTION:${'é'.repeat(300)}`);
	});

	it('says when, what and where, escaped', () => {
		expect(text).toContain('UID:day-1@relais.example.org\r\n');
		expect(text).toContain('DTSTART:20261201T083000Z\r\nDTEND:20261201T150000Z\r\nSEQUENCE:3\r\nSTATUS:CONFIRMED');
		expect(text).toContain('SUMMARY:Formation\\, jour 1\\; « en ligne »');
		expect(text).toContain('LOCATION:Salle A\\nÉtage 2');
	});

	it('cancels, and can be empty', () => {
		expect(writeCalendar([{ ...event, cancelled: true }], 'x', now)).toContain('STATUS:CANCELLED');
		expect(writeCalendar([], 'x', now)).not.toContain('VEVENT');
	});
});
