// Takes batches of respondents apart into single answers, in an order that nobody can guess, and overwrites what was whole.
import { eq, inArray, lt } from 'drizzle-orm';
import { checkpoint, type Database, type Transaction } from '../database/database.server';
import { coarsenBands, smallestBatch } from './answers';
import { periodOf } from './period';
import { randomKey, shuffled } from './random.server';
import { renewShownAnswers } from './shown-answers.server';
import { answerSpoolTable, answerTable, releaseTable } from './tables.server';

type Spooled = typeof answerSpoolTable.$inferSelect;
/** How finely the place is told. */
interface Detail {
	organisation: boolean;
	group: boolean;
}

/** Stores in which a batch was taken apart since their file was last written anew. */
const splitSince = new WeakSet<Database>();

/** Notes that the file keeps, in its free pages, how a batch lay together: `tidyFile` will write it anew. */
export function markSplit(voices: Database): void {
	splitSince.add(voices);
}

/** Splits the respondents of one batch into rows; refuses (throws) a batch of fewer than ten, which would be a person's answers. */
export async function splitBatch(tx: Transaction, respondents: Spooled[], detail: Detail): Promise<void> {
	if (respondents.length < smallestBatch) throw new Error(`A batch of ${respondents.length} may not be taken apart.`);
	const bands = coarsenBands(respondents.map(({ ageBand }) => ageBand));
	const rows = respondents.flatMap(({ period, country, organisationId, groupId, form, body }, index) =>
		Object.entries(body).map(([question, option]) => ({
			...{ answerKey: randomKey(), period, country, form, question, option, ageBand: bands[index] ?? '' },
			organisationId: detail.organisation ? organisationId : '',
			groupId: detail.organisation && detail.group ? groupId : ''
		}))
	);
	const mixed = shuffled(rows);
	for (let from = 0; from < mixed.length; from += 500) await tx.insert(answerTable).values(mixed.slice(from, from + 500));
	const keys = respondents.map(({ spoolKey }) => spoolKey);
	for (let from = 0; from < keys.length; from += 500) {
		await tx.delete(answerSpoolTable).where(inArray(answerSpoolTable.spoolKey, keys.slice(from, from + 500)));
	}
	const [{ groupId, form } = { groupId: '', form: '' }] = respondents;
	if (detail.group && groupId !== '') await renewShownAnswers(tx, groupId, form);
}

/**
 * Settles quarters that are over. What waits for a batch merges with the rest of its organisation, else with its country; what is
 * still fewer than ten, or comes after its quarter's figures were frozen, counts for the present quarter.
 */
export async function settleBatches(voices: Database, now: Date): Promise<{ split: number; carried: number }> {
	const present = periodOf(now);
	const settled = await voices.write(async (tx) => {
		const late = await tx.select().from(answerSpoolTable).where(lt(answerSpoolTable.period, present));
		if (late.length === 0) return { split: 0, carried: 0 };
		const frozen = new Set(
			(await tx.select({ period: releaseTable.period }).from(releaseTable).where(eq(releaseTable.source, ''))).map(
				({ period }) => period
			)
		);
		let split = 0;
		const carry: Spooled[] = late.filter(({ period }) => frozen.has(period));
		const settle = late.filter(({ period }) => !frozen.has(period));
		const rest: Spooled[] = [];
		for (const batch of group(settle, ({ period, organisationId, form }) => [period, organisationId, form])) {
			if (batch.length < smallestBatch) rest.push(...batch);
			else {
				await splitBatch(tx, batch, { organisation: true, group: false });
				split += batch.length;
			}
		}
		for (const batch of group(rest, ({ period, country, form }) => [period, country, form])) {
			if (batch.length < smallestBatch) carry.push(...batch);
			else {
				await splitBatch(tx, batch, { organisation: false, group: false });
				split += batch.length;
			}
		}
		for (const { spoolKey } of carry) {
			await tx.update(answerSpoolTable).set({ period: present }).where(eq(answerSpoolTable.spoolKey, spoolKey));
		}
		return { split, carried: carry.length };
	});
	if (settled.split > 0) markSplit(voices);
	return settled;
}

/** Writes the file anew and empties its WAL where a batch was taken apart, so that nothing keeps how rows lay beside each other. */
export async function tidyFile(voices: Database): Promise<void> {
	if (!splitSince.delete(voices)) return;
	await voices.run('VACUUM');
	await checkpoint(voices);
}

function group<Row>(rows: Row[], keyOf: (row: Row) => string[]): Row[][] {
	const groups = new Map<string, Row[]>();
	for (const row of rows) {
		const key = JSON.stringify(keyOf(row));
		groups.set(key, [...(groups.get(key) ?? []), row]);
	}
	return [...groups.values()];
}
