// The table's promise: every number, address and hour in it was read somewhere, and nothing else is printed. The lists below
// were copied by hand from the design page content.md; a new number needs a source there first.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locales } from '$lib/i18n/locales';
import { dateLines, getHelpPack, listTalkLines, listTopLines } from './help.server';
import { parseHelpPack } from './help-schema';

const file = 'content/countries/be/help.json';
const read = () => JSON.parse(readFileSync(file, 'utf8'));
const numbers = ['112', '101', '116000', '103', '102', '107', '106', '1712', '080020099', '080014112'];
const addresses = ['116000@childfocus.be', '103ecoute.be', 'stopchildporno.be'];
const now = new Date('2026-11-23T12:00:00Z');
const pack = getHelpPack();
const all = [...pack.lines, ...pack.worry];
const numberOf = (line: (typeof all)[number]) => line.channels.find(({ kind }) => kind === 'phone')?.value;

describe('the help table of Belgium', () => {
	it('has only numbers and addresses that were verified', () => {
		const printed = [...pack.emergency.map(({ number }) => number), ...all.flatMap((line) => numberOf(line) ?? [])];
		for (const number of printed) expect(numbers).toContain(number.replaceAll(' ', ''));
		expect(new Set(printed.map((number) => number.replaceAll(' ', '')))).toEqual(new Set(numbers));
		for (const { kind, value } of all.flatMap(({ channels }) => channels))
			if (kind !== 'phone' && value !== null) expect(addresses).toContain(value);
	});

	it('gives each line a source, a date and an honest signature', () => {
		for (const line of [...all, ...pack.emergency]) {
			expect(line.source).not.toBe('');
			expect(line.checkedOn).toMatch(/^20\d\d(-\d\d)?$/);
			expect(line.checkedBy).toBeNull();
		}
	});

	it('keeps the lines for one’s own worries apart, and prints no Dutch number there', () => {
		expect(pack.lines.some(({ kind }) => kind === 'worry')).toBe(false);
		expect(pack.worry.every(({ kind }) => kind === 'worry')).toBe(true);
		const dutch = pack.worry.filter(({ languages }) => languages?.includes('nl'));
		expect(dutch).toHaveLength(1);
		for (const { channels } of dutch) expect(channels.every(({ value }) => value === null)).toBe(true);
	});

	it('says hours only where they were verified', () => {
		const hours = Object.fromEntries(pack.lines.map((line) => [line.id, line.hours]));
		expect(hours).toMatchObject({
			'child-focus': { kind: 'always' },
			'ecoute-enfants': { kind: 'daily', from: '10:00', to: '24:00' },
			awel: { kind: 'unknown' },
			'1712': { kind: 'unknown' }
		});
		for (const { kind, hours: when } of all.flatMap(({ channels }) => channels))
			if (kind !== 'phone') expect(when).toEqual({ kind: 'unknown' });
	});

	it('has every text in every language', () => {
		for (const { about, whatHappens, id } of all)
			for (const { id: locale } of locales) {
				if (about) expect(about[locale], id).toBeTruthy();
				expect(whatHappens[locale], `${id} ${locale}`).toHaveLength(whatHappens.fr.length);
			}
	});
});

describe('listTalkLines', () => {
	it('puts the reader’s language first and never loses a line', () => {
		const ids = (lines: { id: string }[]) => lines.map(({ id }) => id);
		const french = listTalkLines('fr', now);
		expect(ids(french.first)).toEqual(['child-focus', 'tele-accueil', 'ecoute-enfants']);
		expect(ids(french.other)).toEqual(['tele-onthaal', 'awel', '1712']);
		const dutch = listTalkLines('nl', now);
		expect(ids(dutch.first)).toEqual(['child-focus', 'tele-onthaal', 'awel', '1712']);
		expect(listTalkLines('ar', now).other).toEqual([]);
		expect(listTalkLines('ar', now).first).toHaveLength(6);
	});

	it('gives three numbers in every language', () => {
		for (const { id } of locales) {
			const top = listTopLines(id, now);
			expect(top).toHaveLength(3);
			expect(top[0]).toEqual({ name: 'Child Focus', number: '116 000' });
		}
	});
});

describe('dateLines', () => {
	const byId = (at: string) => Object.fromEntries(dateLines(pack.lines, new Date(at)).map((line) => [line.id, line]));

	it('asks for a new check after 90 days, counted from the end of the month', () => {
		expect(byId('2027-02-28T23:00:00Z')['child-focus']?.old).toBe(false);
		expect(byId('2027-03-01T00:00:01Z')['child-focus']?.old).toBe(true);
		expect(byId('2026-11-23T12:00:00Z')['tele-onthaal']?.old).toBe(true);
	});

	it('doesn’t build "open now" on hours that were read more than a year ago', () => {
		expect(byId('2026-11-23T12:00:00Z')['tele-onthaal']?.sureHours).toEqual({ kind: 'unknown' });
		expect(byId('2027-03-02T12:00:00Z')['child-focus']?.sureHours).toEqual({ kind: 'always' });
	});
});

describe('parseHelpPack', () => {
	it.each([
		['a missing language', (table: Table) => delete table.lines[0].whatHappens.ar, /lines\.0\.whatHappens/],
		['hours nobody writes', (table: Table) => (table.lines[2].hours.to = '25:00'), /lines\.2\.hours\.to: a time is HH:MM/],
		['hours that are not verified', (table: Table) => (table.lines[0].facts.hours = 'not-verified'), /not verified are unknown/],
		['no date', (table: Table) => (table.lines[0].checked_on = ''), /lines\.0\.checked_on: checked_on is a year/],
		['an unknown column', (table: Table) => (table.lines[0].hour = '24/7'), /lines\.0\.hour/]
	])('refuses %s, with the file and the place', (_, spoil, message) => {
		const table = read();
		spoil(table);
		expect(() => parseHelpPack(table, file)).toThrow(message);
		expect(() => parseHelpPack(table, file)).toThrow(file);
	});
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a table that is spoilt on purpose has no type
type Table = any;
