// After all journeys: what they typed and who made them stands in no database, write-ahead log or server log.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCoach } from '../demo';
import { expect, test } from '@playwright/test';
import { connectTo } from './databases';
import { e2eFolder } from './place';

/** Typed into forms by the journeys, or sent along by their browsers. */
const canaries = [
	'WRONGCDE',
	'wrongcde',
	'not the passphrase at all',
	demoCoach.passphrase,
	'Mozilla',
	'Chrome',
	'127.0.0.1',
	'::1'
];

test('voices hold no account, address, agent or typed word', async () => {
	const accounts = connectTo('accounts');
	const { rows } = await accounts.execute('select id, username from account');
	accounts.close();
	const people = rows.flatMap(({ id, username }) => [String(id), String(username)]);
	expect(people.length).toBeGreaterThan(2);
	const files = readdirSync(e2eFolder).filter((name) => name.startsWith('voices.db'));
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) {
		const bytes = readFileSync(join(e2eFolder, file));
		for (const canary of [...people, ...canaries]) expect(bytes.includes(canary), `${canary} in ${file}`).toBe(false);
	}
	// The positive control: the same search finds what does belong there.
	expect(files.some((file) => readFileSync(join(e2eFolder, file)).includes('le-groupe-s-enflamme'))).toBe(true);
});

test('the log holds no address, agent, query, name or typed word, and no error', () => {
	const log = readFileSync(join(e2eFolder, 'server.log'), 'utf8');
	expect(log).toContain('/[locale=locale]/(work)/coach');
	for (const canary of [...canaries, demoCoach.username, 'code=', 'passphrase', '(learn)', 'participation'])
		expect(log).not.toContain(canary);
	expect(log.split('\n').filter((line) => /"level":"(error|fatal)"/.test(line))).toEqual([]);
});
