// The model test: a live with random phones, answers, repetitions, reorderings, cut connections, pauses and moves, over all
// processes of an instance. Afterwards the books must balance: what was acknowledged is what was counted, once for each phone.
import { setTimeout as pause } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import type { Database } from '../../src/lib/database/database.server';
import { createLive } from '../../src/lib/live/lives.server';
import { signStaffToken } from '../../src/lib/live/staff-token.server';
import { answerTable, liveTable, participantTable } from '../../src/lib/live/tables.server';
import { ask, newKey } from './client';
import { samplePlan } from './content';
import { testSecret } from './serve';

export interface SeedResult {
	seed: number;
	/** Acknowledged and not counted, or counted with an older answer. */
	lost: number;
	/** Counted more than once, or never given, or refused and counted. */
	double: number;
	accepted: number;
	refused: number;
	/** Requests whose outcome the phone never learnt. */
	unknown: number;
}

interface Sent {
	prompt: string;
	option: string;
	n: number;
	outcome: 'accepted' | 'refused' | 'unknown';
}

interface Phone {
	cookie: string;
	no: number;
	n: number;
	sent: Sent[];
}

type Random = () => number;

/** Whole numbers that look random and are the same for a seed (mulberry32). */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

const options = ['tous', 'visee', 'stop', 'depend', 'pass'];

/** Runs one live and balances its books. Requests go to any of the processes; those that are down are asked again. */
export async function runSeed(seed: number, database: Database, origins: string[]): Promise<SeedResult> {
	const random = createRandom(seed);
	const below = (n: number) => Math.floor(random() * n);
	const origin = () => origins[below(origins.length)] ?? '';
	const { id, code } = await createLive(database, { groupId: 'g', organisationId: 'o', plan: samplePlan }, Date.now());
	const bearer = signStaffToken(testSecret, 'coach', id, Date.now() + 3_600_000);
	const hosting = new Host(database, id, code, bearer, origin);
	for (const cmd of ['begin', 'welcome']) await hosting.command(cmd);
	const phones: Phone[] = [];
	await Promise.all(
		Array.from({ length: 3 + below(8) }, async () => phones.push(await join(database, id, code, origin, random)))
	);
	for (const cmd of ['next', 'next', 'open']) await hosting.command(cmd);
	const questions = 2 + below(2);
	for (let question = 1; question <= questions; question++) {
		const prompt = `p${question}`;
		const answering = phones.map((phone) => answerRandomly(phone, prompt, code, origin, random));
		// The host moves in the middle of it.
		await Promise.race([Promise.all(answering.slice(0, below(answering.length + 1))), pause(1_000)]);
		if (below(3) === 0) {
			await hosting.command('pause');
			await pause(below(20));
			await hosting.command('resume');
		}
		await hosting.command('close');
		if (below(3) === 0) {
			await hosting.command('reopen');
			await pause(below(40));
			await hosting.command('close');
		}
		// Late answers fall into the next phases.
		if (below(2) === 0) await Promise.all(answering);
		for (const cmd of ['reveal', 'discuss']) await hosting.command(cmd);
		if (question < questions) await hosting.command('revote');
		await Promise.all(answering);
	}
	await hosting.command('stop');
	return balance(seed, database, id, phones);
}

/** A host who asks until it is done: a broken connection is asked again with the same key. */
class Host {
	constructor(
		readonly database: Database,
		readonly id: string,
		readonly code: string,
		readonly bearer: string,
		readonly origin: () => string
	) {}

	async command(cmd: string): Promise<void> {
		const key = newKey();
		for (let attempt = 0; attempt < 400; attempt++) {
			const [row] = await this.database.read.select({ seq: liveTable.seq }).from(liveTable).where(eq(liveTable.id, this.id));
			const body = { cmd, ifSeq: row?.seq, key };
			const url = `${this.origin()}/live/${this.code}/commands`;
			const answer = await ask('POST', url, { body, bearer: this.bearer }).catch(() => null);
			if (answer?.status === 200) return;
			if (answer && answer.status !== 503 && answer.json?.error !== 'stale') throw new Error(`${cmd}: ${JSON.stringify(answer)}`);
			await pause(25);
		}
		throw new Error(`${cmd} was never obeyed`);
	}
}

async function join(database: Database, id: string, code: string, origin: () => string, random: Random): Promise<Phone> {
	for (let attempt = 0; attempt < 400; attempt++) {
		const headers = { 'x-test-address': `seed ${Math.floor(random() * 1e9)}` };
		const joined = await ask('POST', `${origin()}/live/${code}/join`, { body: {}, headers }).catch(() => null);
		if (joined?.status === 200 && joined.cookie) {
			const rows = await database.read.select().from(participantTable).where(eq(participantTable.liveId, id));
			const no = rows.find(({ name }) => name === joined.json?.name)?.no ?? -1;
			return { cookie: joined.cookie, no, n: 0, sent: [] };
		}
		await pause(25);
	}
	throw new Error('A phone never got in');
}

async function answerRandomly(phone: Phone, prompt: string, code: string, origin: () => string, random: Random): Promise<void> {
	const below = (n: number) => Math.floor(random() * n);
	const pending: Promise<void>[] = [];
	const times = below(4);
	for (let time = 0; time < times; time++) {
		await pause(below(40));
		const given = { prompt, option: options[below(options.length)] ?? 'pass', n: ++phone.n };
		// The same answer may be sent twice, to two processes, and overtake the one before.
		const copies = 1 + (below(4) === 0 ? 1 : 0);
		for (let copy = 0; copy < copies; copy++)
			pending.push(send(phone, given, code, origin(), below(8) === 0, below(3) > 0, origin));
		if (below(3) > 0) await Promise.all(pending);
	}
	await Promise.all(pending);
}

/** Sends an answer. `cut`: the connection breaks before the answer comes. `insists`: asks again while the outcome is unknown. */
async function send(
	phone: Phone,
	given: Pick<Sent, 'prompt' | 'option' | 'n'>,
	code: string,
	at: string,
	cut: boolean,
	insists: boolean,
	origin: () => string
): Promise<void> {
	const sent: Sent = { ...given, outcome: 'unknown' };
	phone.sent.push(sent);
	const put = (to: string) =>
		ask('PUT', `${to}/live/${code}/answers/${given.prompt}`, { cookie: phone.cookie, body: { a: given.option, n: given.n } });
	for (let attempt = 0; attempt < (insists ? 200 : 1); attempt++) {
		const asked = put(attempt === 0 ? at : origin()).catch(() => null);
		const answer = cut && attempt === 0 ? await Promise.race([asked, pause(2, null)]) : await asked;
		if (answer && answer.status === 204) sent.outcome = 'accepted';
		else if (answer && [404, 409, 410, 422].includes(answer.status)) {
			// An earlier try may have been written all the same: then the outcome stays unknown.
			if (attempt === 0) sent.outcome = 'refused';
		} else {
			await pause(25);
			continue;
		}
		return;
	}
}

async function balance(seed: number, database: Database, id: string, phones: Phone[]): Promise<SeedResult> {
	const [live] = await database.read.select().from(liveTable).where(eq(liveTable.id, id));
	const rows = await database.read.select().from(answerTable).where(eq(answerTable.liveId, id));
	const result: SeedResult = { seed, lost: 0, double: 0, accepted: 0, refused: 0, unknown: 0 };
	for (const { sent } of phones) for (const { outcome } of sent) result[outcome]++;
	for (const [prompt, tally] of Object.entries(live?.state.tallies ?? {})) {
		const counted = Object.values(tally.counts).reduce((sum, count) => sum + count, tally.passed);
		let expected = 0;
		for (const phone of phones) {
			const sent = phone.sent.filter((each) => each.prompt === prompt);
			const newest = Math.max(0, ...sent.flatMap(({ outcome, n }) => (outcome === 'accepted' ? [n] : [])));
			const row = rows.find((each) => each.prompt === prompt && each.participant === phone.no);
			if (row) expected++;
			// What was acknowledged is there, or something newer that was sent later.
			if (newest > 0 && (!row || row.n < newest)) result.lost++;
			const origins = sent.filter(({ n, option }) => n === row?.n && option === row.option);
			if (row && !origins.some(({ outcome }) => outcome !== 'refused')) result.double++;
		}
		// The tally frozen at the close is the one of the rows: nothing slipped in after, nobody counts twice.
		if (counted > expected) result.double += counted - expected;
		if (counted < expected) result.lost += expected - counted;
		for (const [option, count] of Object.entries({ ...tally.counts, pass: tally.passed })) {
			const given = rows.filter((row) => row.prompt === prompt && row.option === option).length;
			if (given > count) result.lost += given - count;
		}
	}
	return result;
}
