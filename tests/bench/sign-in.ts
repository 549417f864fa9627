// A room signs in: sixty peer experts within a minute; and what a guess tells by the time it takes.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createAccount } from '../../src/lib/auth/accounts.server';
import { hashPassphrase } from '../../src/lib/auth/passphrase.server';
import { openDatabase } from '../../src/lib/database/database.server';
import { startServer } from '../server';
import type { Row } from './rows';
import { median, percentile } from './statistics';

const people = 60;
const within = 60_000;
const passphrase = 'lune tambour citron velo';
/** Guesses at each kind of account. */
const guesses = 200;
/** A little more than what one address may try at once, so that the limits stay out of the measurement. */
const addressCount = 400;

export async function measureSignIn(): Promise<Row[]> {
	// Behind a proxy, so that each guess can come from an address of its own.
	const server = await startServer({ env: { TRUSTED_PROXY: '1', LOG_LEVEL: 'warn' } });
	try {
		const accounts = await openDatabase({ file: join(server.folder, 'accounts.db'), migrations: 'drizzle/accounts' });
		const passphraseHash = await hashPassphrase(passphrase);
		const wanted = {
			name: 'Bench',
			role: 'peer-expert',
			organisationId: 'demo-tilleuls',
			groupId: 'demo-renard',
			passphraseHash
		} as const;
		for (let index = 0; index < Math.max(people, guesses); index++)
			await createAccount(accounts, { ...wanted, username: `bench ${index}` }, new Date());
		await accounts.close();
		return [...(await measureRoom(server.origin)), ...(await measureGuesses(server.origin))];
	} finally {
		await server.stop();
		rmSync(server.folder, { recursive: true, force: true });
	}
}

/** One sign-in from this address: what it took, and how it was answered. */
async function post(origin: string, username: string, typed: string, address: string): Promise<{ status: number; ms: number }> {
	const started = performance.now();
	const answer = await fetch(`${origin}/fr/sign-in`, {
		method: 'POST',
		redirect: 'manual',
		headers: { origin, accept: 'text/html', 'x-forwarded-for': address },
		body: new URLSearchParams({ username, passphrase: typed })
	});
	await answer.arrayBuffer();
	return { status: answer.status, ms: performance.now() - started };
}

/** All behind one address, as in a centre; spread over a minute, then all at the same instant. */
async function measureRoom(origin: string): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [how, spread] of [
		['within 60 s', within],
		['at once', 0]
	] as const) {
		const answers = await Promise.all(
			Array.from({ length: people }, async (_, index) => {
				await new Promise((resolve) => setTimeout(resolve, (spread * index) / people));
				return post(origin, `bench ${index}`, passphrase, '198.51.100.1');
			})
		);
		const times = answers.map(({ ms }) => ms);
		const failed = answers.filter(({ status }) => status !== 303).length;
		const what = `${people} peer experts sign in ${how}`;
		rows.push({ what: `${what}, refused or failed`, value: failed, unit: '', goal: { atMost: 0 } });
		rows.push({ what: `${what}, median`, value: median(times), unit: 'ms', goal: null });
		rows.push({ what: `${what}, slowest`, value: percentile(times, 1), unit: 'ms', goal: spread > 0 ? { atMost: 2000 } : null });
	}
	return rows;
}

/** Wrong passphrases at known and unknown usernames, turn about, so that a slow moment of the machine meets both alike. */
async function measureGuesses(origin: string): Promise<Row[]> {
	const times = { known: [] as number[], unknown: [] as number[] };
	const kinds: (keyof typeof times)[] = ['known', 'unknown'];
	for (let index = 0; index < guesses; index++)
		for (const kind of index % 2 === 0 ? kinds : [...kinds].reverse()) {
			const username = kind === 'known' ? `bench ${index}` : `nobody ${index}`;
			const at = (index * 2 + kinds.indexOf(kind)) % addressCount;
			const { status, ms } = await post(origin, username, 'not the passphrase', `203.0.${at >> 8}.${at & 255}`);
			if (status !== 400) throw new Error(`A guess was answered with ${status}.`);
			times[kind].push(ms);
		}
	const [known, unknown] = [median(times.known), median(times.unknown)];
	return [
		{ what: `a wrong passphrase, known username, median of ${guesses}`, value: known, unit: 'ms', goal: null },
		{ what: `a wrong passphrase, unknown username, median of ${guesses}`, value: unknown, unit: 'ms', goal: null },
		{ what: 'their difference', value: (100 * Math.abs(known - unknown)) / known, unit: '%', goal: { atMost: 5 } }
	];
}
