// Lives in live.db: created from a plan, changed by commands. A command is one transaction: read, check, apply, count what
// stopped being open, write. SQLite lets one writer in at a time, in however many processes, so no vote slips between.
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { isCode, makeCode, normaliseCode } from '../groups/code';
import { refusalOf, ruleOf, type Command, type LiveRole } from './commands';
import { apply } from './machine';
import type { Plan } from './plan';
import { listAnswerable, listOpen, type OpenPrompt } from './prompts';
import { pass, type Script } from './script';
import { startLive, type Tally } from './state';
import { writeRecord } from './records.server';
import { answerTable, liveTable } from './tables.server';

export type Live = typeof liveTable.$inferSelect;
/** The script of a plan; null when the kit is gone. */
export type FindScript = (plan: Plan) => Script | null;

/** A code opens nothing after this many milliseconds, whatever the host does. */
export const codeLife = 4 * 3_600_000;
/** Commands whose keys are remembered. */
const keysKept = 32;

/** A random id or token: 128 bits. */
export function randomId(): string {
	return randomBytes(16).toString('base64url');
}

/** What is stored of a token. */
export function hashToken(token: string): string {
	return createHash('sha256').update(token).digest('base64url');
}

/** Creates a live in draft. The plan was checked (checkPlan) by whoever guards the route. */
export async function createLive(
	database: Pick<Database, 'write'>,
	wanted: { groupId: string; organisationId: string; plan: Plan },
	now: number
): Promise<{ id: string; code: string }> {
	const { groupId, organisationId, plan } = wanted;
	const id = randomId();
	const code = makeCode((n) => randomInt(n));
	const times = { createdAt: now, expiresAt: now + codeLife };
	const row = { id, code, groupId, organisationId, plan, state: startLive(now), seq: 1, open: '', keys: [], ...times };
	await database.write((tx) => tx.insert(liveTable).values(row));
	return { id, code };
}

/** The live of a typed code; null for a wrong one exactly as for one whose time is over. */
export async function findLiveByCode(database: Database, typed: string, now: number): Promise<Live | null> {
	const code = normaliseCode(typed);
	const [row] = await database.read
		.select()
		.from(liveTable)
		.where(eq(liveTable.code, isCode(code) ? code : ''));
	return row && now < row.expiresAt ? row : null;
}

/** The live with this id; null when there is none (any more). */
export async function findLive(database: Database, id: string): Promise<Live | null> {
	const [row] = await database.read.select().from(liveTable).where(eq(liveTable.id, id));
	return row ?? null;
}

/** The lives of a group that were begun and are not over, newest first. */
export async function listLives(database: Database, groupId: string, now: number): Promise<Live[]> {
	const rows = await database.read.select().from(liveTable).where(eq(liveTable.groupId, groupId));
	return rows.filter(({ expiresAt }) => now < expiresAt).sort((a, b) => b.createdAt - a.createdAt);
}

export type CommandResult =
	| { ok: true; live: Live; again: boolean }
	| { ok: false; reason: 'role' | 'ended' | 'phase' | 'held' | 'stale' | 'option' | 'nothing'; seq: number };

/** Obeys a command that moves the live, once, or says why not. `asides` (commands.ts) are answered elsewhere. */
export async function commandLive(
	database: Pick<Database, 'write'>,
	findScript: FindScript,
	asked: { id: string; role: LiveRole; command: Command },
	now: number
): Promise<CommandResult> {
	const { id, role, command } = asked;
	return database.write(async (tx) => {
		const [live] = await tx.select().from(liveTable).where(eq(liveTable.id, id));
		const script = live ? findScript(live.plan) : null;
		if (!live || !script) return { ok: false, reason: 'ended', seq: 0 } as const;
		const no = <R extends string>(reason: R) => ({ ok: false as const, reason, seq: live.seq });
		if (refusalOf(command.cmd, role, live.state) === 'role') return no('role');
		if (live.keys.includes(command.key)) return { ok: true, live, again: true } as const;
		const refused = refusalOf(command.cmd, role, live.state);
		if (refused === 'ended') return no('ended');
		if (!ruleOf(command.cmd).aside && command.ifSeq !== live.seq) return no('stale');
		if (refused) return no(refused);
		const step = apply(script, live.state, command, now);
		if (!step.ok) return no(step.reason);
		const state = { ...step.state, tallies: { ...step.state.tallies } };
		const stillOpen = listOpen(script, state, live.plan.instrument);
		for (const prompt of listOpen(script, live.state, live.plan.instrument)) {
			if (stillOpen.some(({ id: open }) => open === prompt.id) || state.tallies[prompt.id]) continue;
			state.tallies[prompt.id] = await countAnswers(tx, id, prompt);
		}
		const changed: Live = {
			...live,
			state,
			seq: live.seq + 1,
			open: spell(listAnswerable(script, state, live.plan.instrument)),
			keys: [...live.keys, command.key].slice(-keysKept),
			endedAt: state.phase === 'ended' ? now : live.endedAt
		};
		const { seq, open, keys, endedAt } = changed;
		await tx.update(liveTable).set({ state, seq, open, keys, endedAt }).where(eq(liveTable.id, id));
		if (state.phase === 'ended' && state.done.length > 0) await writeRecord(tx, changed, script);
		return { ok: true, live: changed, again: false } as const;
	});
}

function spell(prompts: OpenPrompt[]): string {
	return prompts.length === 0 ? '' : ` ${prompts.map(({ id }) => id).join(' ')} `;
}

/** The count of a prompt, from its rows: one for each participant who answered. */
async function countAnswers(tx: Transaction, liveId: string, { id, step, options, node }: OpenPrompt): Promise<Tally> {
	const rows = await tx
		.select({ option: answerTable.option, count: sql<number>`count(*)` })
		.from(answerTable)
		.where(and(eq(answerTable.liveId, liveId), eq(answerTable.prompt, id)))
		.groupBy(answerTable.option);
	const found = new Map(rows.map(({ option, count }) => [option, count]));
	const counts = Object.fromEntries(options.map((option) => [option, found.get(option) ?? 0]));
	return { step, counts, passed: found.get(pass) ?? 0, method: 'devices', ...(node !== undefined && { node }) };
}
