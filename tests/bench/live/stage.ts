// A live on a production server, with as many phones as wanted: what every measurement of lives begins with.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../../src/lib/database/database.server';
import { createLive, hashToken, randomId } from '../../../src/lib/live/lives.server';
import { nameOf } from '../../../src/lib/live/names';
import { signStaffToken } from '../../../src/lib/live/staff-token.server';
import { liveTable, participantTable } from '../../../src/lib/live/tables.server';
import { eq } from 'drizzle-orm';
import { ask, newKey, openReader, type StreamReader } from '../../live/client';
import { samplePlan } from '../../live/content';
import { testSecret } from '../../live/serve';

export interface Stage {
	id: string;
	code: string;
	cookies: string[];
	database: Database;
	/** Moves the live and says when the command was sent. */
	command(cmd: string, origin?: string): Promise<number>;
	at(origin?: string): string;
	tally(prompt: string): Promise<number>;
}

/** Makes a live in its first question's `prompt`, with phones that are in already. */
export async function openStage(origin: string, database: Database, phones: number): Promise<Stage> {
	const { id, code } = await createLive(database, { groupId: 'g', organisationId: 'o', plan: samplePlan }, Date.now());
	const tokens = Array.from({ length: phones }, randomId);
	await database.write(async (tx) => {
		for (let from = 0; from < phones; from += 500) {
			const some = tokens.slice(from, from + 500);
			const rows = some.map((token, n) => ({ liveId: id, no: from + n, token: hashToken(token), name: nameOf(from + n, 0) }));
			await tx.insert(participantTable).values(rows);
		}
	});
	const bearer = signStaffToken(testSecret, 'coach', id, Date.now() + 4 * 3_600_000);
	const stage: Stage = {
		...{ id, code, database, cookies: tokens.map((token) => `relais-live=${token}`) },
		at: (to = origin) => `${to}/live/${code}`,
		async command(cmd, to = origin) {
			const [row] = await database.read.select({ seq: liveTable.seq }).from(liveTable).where(eq(liveTable.id, id));
			const sent = performance.now();
			const body = { cmd, ifSeq: row?.seq, key: newKey() };
			const answer = await ask('POST', `${to}/live/${code}/commands`, { bearer, body });
			if (answer.status !== 200) throw new Error(`${cmd} answered ${answer.status} ${JSON.stringify(answer.json)}`);
			return sent;
		},
		async tally(prompt) {
			const [row] = await database.read.select({ state: liveTable.state }).from(liveTable).where(eq(liveTable.id, id));
			const tally = row?.state.tallies[prompt];
			return Object.values(tally?.counts ?? {}).reduce((sum, count) => sum + count, tally?.passed ?? 0);
		}
	};
	for (const cmd of ['begin', 'welcome', 'next', 'next']) await stage.command(cmd);
	return stage;
}

export function openLiveDatabase(folder: string): Promise<Database> {
	return openDatabase({ file: join(folder, 'live.db'), migrations: 'drizzle/live', secureDelete: true });
}

/** A stream for each phone; `seen` is called with the time of each view. Opened fifty at a time. */
export async function openStreams(
	stage: Stage,
	origins: string[],
	seen: (at: number, view: Record<string, unknown>) => void
): Promise<StreamReader[]> {
	const readers: StreamReader[] = [];
	for (let from = 0; from < stage.cookies.length; from += 50) {
		const some = stage.cookies.slice(from, from + 50).map((cookie, n) =>
			openReader(`${stage.at(origins[(from + n) % origins.length])}/events`, {
				cookie,
				keep: false,
				onView: (view, at) => seen(at, view)
			})
		);
		readers.push(...(await Promise.all(some)));
	}
	return readers;
}

/** Resident megabytes of a process (Linux). */
export function residentMegabytes(pid: number): number {
	const found = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
	return Number(found?.[1] ?? NaN) / 1000;
}

export const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
