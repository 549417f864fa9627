// Calendar files (RFC 5545) that a coach adds to any calendar. Pure. They say when, where and what: never who.

export interface CalendarEvent {
	/** Stays the same when the event changes, so that a calendar updates it. */
	id: string;
	start: Date;
	end: Date;
	summary: string;
	place?: string;
	description?: string;
	/** Goes up with each change. */
	sequence: number;
	cancelled?: boolean;
}

/** The text of a calendar file. `domain` makes the ids unique in the world. */
export function writeCalendar(events: readonly CalendarEvent[], domain: string, now: Date): string {
	const lines = events.flatMap(({ id, start, end, summary, place, description, sequence, cancelled }) => [
		'BEGIN:VEVENT',
		`UID:${id}@${domain}`,
		`DTSTAMP:${writeMoment(now)}`,
		`DTSTART:${writeMoment(start)}`,
		`DTEND:${writeMoment(end)}`,
		`SEQUENCE:${sequence}`,
		`STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
		`SUMMARY:${escapeText(summary)}`,
		...(place ? [`LOCATION:${escapeText(place)}`] : []),
		...(description ? [`DESCRIPTION:${escapeText(description)}`] : []),
		'END:VEVENT'
	]);
	const all = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Relais//Relais//FR', 'CALSCALE:GREGORIAN', ...lines, 'END:VCALENDAR'];
	return all.map(fold).join('');
}

/** `20261125T083000Z` */
function writeMoment(moment: Date): string {
	return moment.toISOString().replace(/[-:]|\.\d{3}/g, '');
}

/** RFC 5545, 3.3.11: what would end a value or a line. */
function escapeText(text: string): string {
	return text
		.replace(/[\\;,]/g, (character) => `\\${character}`)
		.replace(/\r?\n/g, '\\n')
		.replace(/\p{Cc}/gu, '');
}

/** RFC 5545, 3.1: lines of 75 octets at most, never cut inside a character. */
function fold(line: string): string {
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (octets + size > 75) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += size;
	}
	return `${folded}\r\n`;
}
