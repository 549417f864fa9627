// Takes in answers, one respondent at a time: checks the proof that lets them answer once, keeps them durably, and takes a batch
// apart when it is full. Submissions that arrive together share one transaction, because each commit waits for the disk.
import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Database, Transaction } from '../database/database.server';
import { isBatchFull, type Place, type Submission } from './answers';
import { markSplit, splitBatch } from './batches.server';
import { periodOf } from './period';
import { randomKey, randomShare } from './random.server';
import { answerSpoolTable, spentProofTable, voucherTable } from './tables.server';

/** What entitles to answer once: the hash of a blind signature already verified, or of a paper voucher. */
export type Entitlement = { kind: 'proof'; hash: string } | { kind: 'voucher'; hash: string };

export type Submitted = 'kept' | 'spent';

interface Waiting {
	submission: Submission;
	place: Place;
	entitlement: Entitlement;
	period: string;
	resolve(submitted: Submitted): void;
	reject(error: unknown): void;
}

const waitingOf = new WeakMap<Database, Waiting[]>();
const maxAtOnce = 400;

/**
 * Keeps one respondent's answers; resolves when they are on the disk, or with `spent` when the proof or voucher was used before.
 * The caller has checked the answers against the form's lists and the signature of the proof.
 */
export function submitAnswers(
	voices: Database,
	submission: Submission,
	place: Place,
	entitlement: Entitlement,
	now: Date
): Promise<Submitted> {
	return new Promise((resolve, reject) => {
		const waiting = waitingOf.get(voices) ?? [];
		waiting.push({ submission, place, entitlement, period: periodOf(now), resolve, reject });
		if (waiting.length > 1) return;
		waitingOf.set(voices, waiting);
		setImmediate(() => void flush(voices, waiting));
	});
}

async function flush(voices: Database, waiting: Waiting[]): Promise<void> {
	waitingOf.delete(voices);
	while (waiting.length > 0) {
		const batch = waiting.splice(0, maxAtOnce);
		try {
			const { kept, split } = await voices.write((tx) => keep(tx, batch));
			if (split) markSplit(voices);
			for (const each of batch) each.resolve(kept.has(each) ? 'kept' : 'spent');
		} catch (error) {
			for (const each of batch) each.reject(error);
		}
	}
}

async function keep(tx: Transaction, batch: Waiting[]): Promise<{ kept: Set<Waiting>; split: boolean }> {
	const kept = new Set([...(await spendProofs(tx, batch)), ...(await spendVouchers(tx, batch))]);
	if (kept.size === 0) return { kept, split: false };
	const rows = [...kept].map(({ submission, place, period }) => ({
		...{ spoolKey: randomKey(), period, form: submission.form, body: submission.answers, ageBand: submission.ageBand },
		...{ country: place.country, organisationId: place.organisationId, groupId: place.groupId }
	}));
	await tx.insert(answerSpoolTable).values(rows);
	const touched = new Map(rows.map((row) => [JSON.stringify([row.period, row.groupId, row.form]), row]));
	let split = false;
	for (const row of touched.values()) split = (await splitWhenFull(tx, row)) || split;
	return { kept, split };
}

async function spendProofs(tx: Transaction, batch: Waiting[]): Promise<Waiting[]> {
	const first = new Map<string, Waiting>();
	for (const each of batch) {
		if (each.entitlement.kind === 'proof' && !first.has(each.entitlement.hash)) first.set(each.entitlement.hash, each);
	}
	if (first.size === 0) return [];
	const used = await tx
		.select({ proof: spentProofTable.proof })
		.from(spentProofTable)
		.where(inArray(spentProofTable.proof, [...first.keys()]));
	for (const { proof } of used) first.delete(proof);
	const rows = [...first].map(([proof, { period }]) => ({ proof, period }));
	if (rows.length > 0) await tx.insert(spentProofTable).values(rows);
	return [...first.values()];
}

async function spendVouchers(tx: Transaction, batch: Waiting[]): Promise<Waiting[]> {
	const kept: Waiting[] = [];
	for (const each of batch) {
		if (each.entitlement.kind !== 'voucher') continue;
		const mine = and(
			eq(voucherTable.voucher, each.entitlement.hash),
			eq(voucherTable.form, each.submission.form),
			eq(voucherTable.groupId, each.place.groupId)
		);
		const { rowsAffected } = await tx.delete(voucherTable).where(mine);
		if (rowsAffected > 0) kept.push(each);
	}
	return kept;
}

/** The batches of a group, form and period; more than fourteen may have come at once, and then make several. */
async function splitWhenFull(
	tx: Transaction,
	{ period, groupId, form }: { period: string; groupId: string; form: string }
): Promise<boolean> {
	const t = answerSpoolTable;
	const here = and(eq(t.period, period), eq(t.groupId, groupId), eq(t.form, form));
	const [count] = await tx
		.select({ n: sql<number>`count(*)` })
		.from(t)
		.where(here);
	const waiting = Number(count?.n ?? 0);
	if (!isBatchFull(waiting, randomShare())) return false;
	const rows = await tx.select().from(t).where(here);
	await splitBatch(tx, rows, { organisation: true, group: true });
	return true;
}
