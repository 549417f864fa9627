// Every role, every phase, every command, over HTTP: answered as the table of docs/live-protocol.md says.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { liveContent, samplePlan } from '../../../tests/live/content';
import { ask, newKey } from '../../../tests/live/client';
import { serveLives, testSecret, type ServedLives } from '../../../tests/live/serve';
import { commandNames, type CommandName } from './commands';
import { createLive } from './lives.server';
import { protocolTable, situationOf, situations, type Situation } from './protocol';
import { signStaffToken } from './staff-token.server';
import { startLive, type LiveState } from './state';
import { callTable, lineTable, liveTable } from './tables.server';

// Compiling takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const document = readFileSync('docs/live-protocol.md', 'utf8');

it('the table of docs/live-protocol.md says what the rules say', () => {
	expect(document).toContain(protocolTable());
});

/** The document's table, read as a reader would: command -> who, and a status for each situation. */
const table = new Map(
	document
		.split('\n')
		.filter((line) => /^\| `[a-z-]+` \| (host, coach|coach) \|/.test(line))
		.map((line) => {
			const [name = '', who = '', ...cells] = line
				.split('|')
				.slice(1, -1)
				.map((cell) => cell.trim().replaceAll('`', ''));
			return [name, { who, cells: cells.map(Number) }];
		})
);

let served: ServedLives;
let folder: string;
let live: { id: string; code: string };
let phone: { cookie: string; name: string };
const roles = ['stranger', 'phone', 'screen', 'host', 'coach'] as const;

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'relais-'));
	served = await serveLives({ folder });
	live = await createLive(served.database, { groupId: 'g', organisationId: 'o', plan: samplePlan }, Date.now());
	await put({ ...startLive(0), phase: 'lobby', door: true });
	const joined = await ask('POST', `${served.origin}/live/${live.code}/join`, { body: {} });
	phone = { cookie: joined.cookie ?? '', name: String(joined.json?.name) };
});

afterAll(async () => {
	await served.stop();
	rmSync(folder, { recursive: true });
});

let seq = 1;

/** Puts the live into a state in which every command that the phase allows has something to do. */
async function put(state: LiveState): Promise<void> {
	seq += 1;
	await served.database.write((tx) => tx.update(liveTable).set({ state, seq, keys: [] }).where(eq(liveTable.id, live.id)));
}

function stateIn(situation: Situation): LiveState {
	const script = liveContent().script(samplePlan)!;
	const film = script.steps.findIndex(({ kind }) => kind === 'film');
	const path = ['avant', 'midi', 'groupe'];
	const state = { ...startLive(0), ...situationOf(situation), step: film, path, prompt: 'p1', opened: 1, door: true };
	const counts = { question: 3, rire: 2, prive: 0, fermer: 0, nadia: 0 };
	const tally = { step: 'film', counts, passed: 0, method: 'devices' as const };
	const voted = { ...state, tallies: { p1: tally } };
	if (situation === 'closed') return voted;
	if (situation === 'discuss') {
		// A vote lies behind: its minority can be played. The next scene has several pictures and choices.
		return { ...voted, path: [...path, 'question'], votes: [{ at: 3, prompt: 'p1', chosen: 'question' }] };
	}
	if (situation === 'debrief') return { ...state, step: script.steps.length - 1, prompt: null };
	return situation === 'prompt' ? { ...state, path: ['avant', 'midi'], prompt: null } : state;
}

async function bodyOf(cmd: CommandName, id: string): Promise<Record<string, unknown>> {
	const body: Record<string, unknown> = { cmd, ifSeq: seq, key: newKey() };
	if (cmd === 'choose') body.option = 'calme';
	if (cmd === 'hands') body.counts = {};
	if (cmd === 're-enter') body.name = phone.name;
	if (cmd === 'approve' || cmd === 'reject' || cmd === 'seen') body.id = id;
	return body;
}

describe.each(situations)('in %s', (situation) => {
	it.each(roles)('%s', async (role) => {
		const until = Date.now() + 3_600_000;
		const bearer = role === 'stranger' || role === 'phone' ? undefined : signStaffToken(testSecret, role, live.id, until);
		const wrong: string[] = [];
		for (const cmd of commandNames) {
			await put(stateIn(situation));
			// A line to approve and a call to answer, whose id is fresh each time.
			const id = newKey();
			await served.database.write(async (tx) => {
				await tx.insert(lineTable).values({ id, liveId: live.id, words: 'Merci' });
				await tx.insert(callTable).values({ id, liveId: live.id, name: phone.name });
			});
			const { cookie } = role === 'phone' ? phone : { cookie: undefined };
			const { status, json } = await ask('POST', `${served.origin}/live/${live.code}/commands`, {
				body: await bodyOf(cmd, id),
				...(cookie !== undefined && { cookie }),
				...(bearer !== undefined && { bearer })
			});
			const said = table.get(cmd);
			const cell = said?.cells[situations.indexOf(situation)];
			let expected = role === 'stranger' ? 401 : 403;
			if (role === 'coach' || (role === 'host' && said?.who.includes('host'))) expected = cell ?? 0;
			if (status !== expected) wrong.push(`${cmd}: ${status} ${JSON.stringify(json)}, not ${expected}`);
			const [row] = await served.database.read.select().from(liveTable).where(eq(liveTable.id, live.id));
			const aside = ['re-enter', 'approve', 'reject', 'seen'].includes(cmd);
			if (row?.seq !== (status === 200 && !aside ? seq + 1 : seq)) wrong.push(`${cmd}: seq ${row?.seq} after ${seq}`);
		}
		expect(wrong).toEqual([]);
		expect(served.errors).toEqual([]);
	});
});

it('covers every command and situation', () => {
	expect([...table.keys()].sort()).toEqual([...commandNames].sort());
	for (const { cells } of table.values()) expect(cells).toHaveLength(situations.length);
});
