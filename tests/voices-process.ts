// A process that takes in answers and signs figures, and prints what was acknowledged, until it is killed.
import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { openDatabase } from '../src/lib/database/database.server';
import { settleBatches, tidyFile } from '../src/lib/voices/batches.server';
import { draftRelease, signRelease } from '../src/lib/voices/release.server';
import { submitAnswers } from '../src/lib/voices/spool.server';
import { attendanceTable } from '../src/lib/voices/tables.server';

const [file = '', round = '0'] = process.argv.slice(2);
const voices = await openDatabase({ file, migrations: 'drizzle/voices', secureDelete: true });
const now = new Date('2026-11-23T10:00:00Z');
const past = '2026-27/Q1';
/** A country of its own for each round: a quarter is released once. */
const country = `${String.fromCharCode(65 + (Number(round) % 26))}${String.fromCharCode(65 + Math.floor(Number(round) / 26))}`;
const organisations = ['a', 'b', 'c'].map((id) => ({ id: `${country}-${id}` }));

await voices.write(async (tx) => {
	const rows = organisations.map(({ id }) => ({
		period: past,
		organisationId: id,
		groupId: id,
		occasion: 'live' as const,
		method: 'hands' as const,
		meetings: 1,
		count: 40
	}));
	await tx.insert(attendanceTable).values(rows).onConflictDoNothing();
});

async function answer(): Promise<void> {
	for (;;) {
		const name = `n${randomBytes(8).toString('hex')}`;
		const place = { country: 'BE', organisationId: 'org', groupId: `g${name.charCodeAt(3) % 3}` };
		const proof = { kind: 'proof' as const, hash: name };
		if (
			(await submitAnswers(voices, { form: 'feedback', answers: { one: name, two: name }, ageBand: '' }, place, proof, now)) ===
			'kept'
		)
			writeSync(1, `answer ${name}\n`);
	}
}

async function release(): Promise<void> {
	const programme = {
		country,
		organisations,
		groups: [],
		counts: [],
		instrument: [],
		rightsModules: [],
		locales: ['fr'],
		settings: [],
		modules: []
	};
	const made = await draftRelease(voices, programme, { period: past, records: [], demo: false }, now);
	if (!made.ok) return;
	const signed = await signRelease(voices, made.draft, 'Coordination', now);
	if (signed.ok) writeSync(1, `release ${signed.slug}\n`);
}

async function tidy(): Promise<void> {
	for (;;) {
		await tidyFile(voices);
		// Answers of this quarter are late in the next: settling them meanwhile must lose none.
		await settleBatches(voices, new Date('2027-01-05T10:00:00Z'));
		await new Promise((resolve) => setTimeout(resolve, 40));
	}
}

await Promise.all([...Array.from({ length: 12 }, answer), tidy(), release()]);
