// `npm run bench:voices`: how fast the voices take in answers and make figures, and whether the cost grows in a straight line.
// The public page is measured on a server of its own (needs a build). `--only release`
// runs one part, `--json` prints the figures alone.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../src/lib/database/database.server';
import { makeFigure } from '../../src/lib/voices/audited-figure.server';
import { submitAnswers } from '../../src/lib/voices/spool.server';
import { seeded } from '../attack/report';
import { startServer } from '../server';
import { print, type Row } from './rows';
import { median, percentile } from './statistics';
import type { FigureFacts } from '../../src/lib/voices/figure';

const now = new Date('2026-11-23T10:00:00Z');
const questions = 9;

/** Respondents with nine answers each, spread over groups, at 1x, 10x and 100x. */
async function measureIntake(): Promise<Row[]> {
	const costs: { respondents: number; ms: number }[] = [];
	for (const respondents of [100, 1000, 10_000]) {
		const ms = await withVoices(async (voices) => {
			const started = performance.now();
			let sent = 0;
			await Promise.all(
				Array.from({ length: 64 }, async () => {
					while (sent < respondents) await send(voices, sent++);
				})
			);
			return performance.now() - started;
		});
		costs.push({ respondents, ms });
	}
	const [small, , large] = costs as [(typeof costs)[number], unknown, (typeof costs)[number]];
	const growth = large.ms / large.respondents / (small.ms / small.respondents);
	const best = Math.max(...costs.map(({ respondents, ms }) => (respondents * questions * 1000) / ms));
	return [
		{ what: 'answers taken in, committed (best of three sizes)', value: best, unit: '/s', goal: { atLeast: 2000 } },
		{
			what: 'answers taken in at 10,000 respondents',
			value: (large.respondents * questions * 1000) / large.ms,
			unit: '/s',
			goal: { atLeast: 2000 }
		},
		{ what: 'cost of a respondent at 100x against 1x', value: growth, unit: 'x', goal: { atMost: 2 } }
	];
}

function send(voices: Database, index: number) {
	const answers = Object.fromEntries(
		Array.from({ length: questions }, (_, question) => [`q${question}`, ['a', 'b', 'c', 'skip'][(index + question) % 4] ?? 'a'])
	);
	const place = { country: 'BE', organisationId: `o${index % 40}`, groupId: `g${index % 200}` };
	return submitAnswers(
		voices,
		{ form: 'feedback', answers, ageBand: '' },
		place,
		{ kind: 'proof', hash: randomBytes(32).toString('base64url') },
		now
	);
}

/** Thirty indicators in five dimensions with the auditor; 2, 20 and 200 organisations. */
async function measureRelease(): Promise<Row[]> {
	const seconds: number[] = [];
	let [checked, solved, narrow] = [0, 0, 0];
	for (const organisations of [2, 20, 200]) {
		const random = seeded(organisations);
		const started = performance.now();
		for (let indicator = 0; indicator < 30; indicator++) {
			const { audit } = await makeFigure(inventWide(random, organisations, `indicator-${indicator}`));
			checked += audit.checked;
			solved += audit.solved;
			narrow += audit.narrow.length;
		}
		seconds.push((performance.now() - started) / 1000);
	}
	const [, twenty = 0, all = 0] = seconds;
	return [
		{ what: 'a quarter: 200 organisations, 30 indicators, 5 dimensions, audited', value: all, unit: 's', goal: { atMost: 60 } },
		{ what: '   cells checked in all; linear programs needed', value: checked, unit: '', goal: null },
		{ what: '   linear programs needed', value: solved, unit: '', goal: null },
		{ what: '   cells left narrow', value: narrow, unit: '', goal: { atMost: 0 } },
		{ what: 'cost of an organisation at 200 against 20', value: all / 200 / (twenty / 20), unit: 'x', goal: { atMost: 2 } }
	];
}

const dimensions: Record<string, string[]> = {
	language: ['fr', 'nl', 'en', 'ar'],
	module: ['m0', 'm2', 'm4', 'm6', 'm7', 'm10'],
	age: ['12-13', '14-15', '16-18'],
	method: ['devices', 'hands', 'paper'],
	setting: ['shelter', 'school', 'scouts', 'youth-service', 'other']
};

function inventWide(random: () => number, organisations: number, indicator: string): FigureFacts {
	return {
		...{ indicator, period: '2026-27/Q1', country: 'BE', categories: dimensions, countryOnly: ['setting'] },
		organisations: Array.from({ length: organisations }, (_, index) => {
			const total = Math.floor(random() ** 2 * 200);
			const counts = Object.entries(dimensions).map(([name, categories]) => {
				const split: Record<string, number> = Object.fromEntries(categories.map((category) => [category, 0]));
				for (let each = 0; each < total; each++) split[categories[Math.floor(random() ** 1.5 * categories.length)] ?? '']! += 1;
				return [name, split] as const;
			});
			return { organisationId: `o${index}`, total, dimensions: Object.fromEntries(counts) };
		})
	};
}

async function measurePage(): Promise<Row[]> {
	const server = await startServer();
	try {
		const times: number[] = [];
		await fetch(`${server.origin}/fr/voices`);
		for (let visit = 0; visit < 200; visit++) {
			const started = performance.now();
			const answer = await fetch(`${server.origin}/fr/voices`, { headers: { 'accept-encoding': 'br' } });
			await answer.arrayBuffer();
			if (answer.status !== 200) throw new Error(`The public page answered ${answer.status}`);
			times.push(performance.now() - started);
		}
		return [
			{ what: 'public page, p95 of 200 visits', value: percentile(times, 0.95), unit: 'ms', goal: { atMost: 100 } },
			{ what: 'public page, median', value: median(times), unit: 'ms', goal: null }
		];
	} finally {
		await server.stop();
	}
}

async function withVoices<T>(work: (voices: Database) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'relais-bench-'));
	const voices = await openDatabase({ file: join(folder, 'voices.db'), migrations: 'drizzle/voices', secureDelete: true });
	try {
		return await work(voices);
	} finally {
		await voices.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

const flag = process.argv.indexOf('--only');
const only = flag > 0 ? (process.argv[flag + 1] ?? '') : '';
const rows: Row[] = [];
for (const [name, measure] of Object.entries({ intake: measureIntake, release: measureRelease, page: measurePage })) {
	if (name.includes(only)) rows.push(...(await measure()));
}
process.exit(print(rows) ? 0 : 1);
