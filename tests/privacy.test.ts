// The privacy criteria that the tables and sources themselves can prove; planted violations are found.
import { is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { describe, expect, it } from 'vitest';
import type { PrivacyDeclaration } from '../src/lib/database/privacy';
import { checkDeclarations, checkLearnerPages, checkLogs, checkVoices, type TableShape } from './rules/privacy';
import { readFiles } from './rules/source';

const files = import.meta.glob<Record<string, unknown>>('../src/lib/*/tables.server.ts', { eager: true });
const declared: Record<string, PrivacyDeclaration> = {};
const tables: TableShape[] = [];
for (const [path, exported] of Object.entries(files)) {
	const file = path.replace('../', '');
	Object.assign(declared, exported.privacy);
	for (const value of Object.values(exported)) {
		if (!is(value, SQLiteTable)) continue;
		const { name, columns } = getTableConfig(value);
		tables.push({ file, name, columns: columns.map((column) => column.name) });
	}
}
const voices = tables.filter(({ file }) => file.includes('/voices/'));
const sources = readFiles('src');

describe('tables', () => {
	it('each declare subject, purpose, retention and erasure', () => {
		expect(tables.length).toBeGreaterThan(5);
		expect(checkDeclarations(tables, declared)).toEqual([]);
	});

	it('without a declaration are found', () => {
		const planted = { file: 'planted', name: 'planted', columns: ['id'] };
		expect(checkDeclarations([planted], {})).toHaveLength(1);
		expect(checkDeclarations([planted], { planted: { subject: 'x', purpose: 'x', retention: ' ', erase: 'x' } })).toHaveLength(1);
	});
});

describe('voices', () => {
	it('have no column for a person, a device or a moment', () => {
		expect(voices.length).toBeGreaterThan(1);
		expect(checkVoices(voices)).toEqual([]);
	});

	it.each(['account_id', 'participant', 'ip', 'user_agent', 'created_at', 'device_id'])(
		'with a column %s are found',
		(column) => {
			expect(checkVoices([{ file: 'planted', name: 'planted', columns: ['module', column] }])).toHaveLength(1);
		}
	);
});

describe('sources', () => {
	it('of learner pages ask for nobody, set nothing and call nobody', () => {
		expect(checkLearnerPages(sources)).toEqual([]);
	});

	it.each([
		"cookies.set('x', '1')",
		'<input type="email" />',
		'<input name="nickname" />',
		'<script src="https://cdn.example/x.js"></script>',
		'const who = locals.account;'
	])('of a learner page with %s are found', (text) => {
		expect(checkLearnerPages(new Map([['src/routes/[locale=locale]/(learn)/planted/+page.svelte', text]]))).toHaveLength(1);
	});

	it('log nothing personal', () => {
		expect(checkLogs(sources)).toEqual([]);
		expect(checkLogs(new Map([['src/planted.ts', 'log.info({ from: event.getClientAddress() })']]))).toHaveLength(1);
	});
});
