// Makes, signs, freezes and lists releases. A draft is computed step by step, so that a page can show how far it is; signing puts
// it into the register in one transaction, after which nothing in it ever changes.
import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { makeFigure } from './audited-figure.server';
import { makeFigureWithTable, type CrossTable } from './cross-table.server';
import { settleBatches } from './batches.server';
import type { Cell } from './cells';
import { nameOf, rangeOf, type Range } from './cells';
import type { Reason } from './figure';
import { deriveRights, keepNested } from './linked-figures';
import { periodOf } from './period';
import type { Programme } from './programme';
import { canonicalText, readRelease, slugOf, type Release, type ReleaseRecord } from './release';
import { readFigureFacts } from './release-facts.server';
import { readThings } from './release-things.server';
import { signText } from './signing.server';
import { releaseTable } from './tables.server';

export interface Draft {
	release: Omit<Release, 'signedOn' | 'signedAs'>;
	/** Why a cell has no value, by its name. */
	reasons: Map<string, Reason>;
	/** Cells that the auditor named and that could not be repaired: nothing is published while there is one. */
	failures: { name: string; reader: string; lower: number; upper: number }[];
	/** Tables that were asked for; those that would tell too much, or have nothing to count, are named only. */
	tables: { made: CrossTable[]; refused: string[] };
}

export type Refusal = 'not-over' | 'frozen' | 'audit' | 'empty';

/** Computes a quarter's release. `onProgress` is told how many indicators are done. Settles the quarter's batches first. */
export async function draftRelease(
	voices: Database,
	programme: Programme,
	options: { period: string; records: ReleaseRecord[]; demo: boolean; tables?: readonly string[] },
	now: Date,
	onProgress: (done: number, all: number) => void = () => undefined
): Promise<{ ok: true; draft: Draft } | { ok: false; reason: Refusal }> {
	const { period, records, demo, tables = [] } = options;
	const refusal = await findRefusal(voices, programme.country, period, now);
	if (refusal) return { ok: false, reason: refusal };
	await settleBatches(voices, now);
	const facts = await readFigureFacts(voices, programme, period, tables);
	const things = await readThings(voices, programme, period);
	if (
		facts.length === 0 &&
		things.every(({ indicator, value }) => indicator === 'organisations' || value === 0) &&
		records.length === 0
	)
		return { ok: false, reason: 'empty' };
	const earlier = await listEarlierRanges(voices);
	const draft: Draft = {
		release: {
			format: 'relais-release/1',
			period,
			country: programme.country,
			cells: [],
			things,
			records,
			audit: { checked: 0, solved: 0, withheld: 0 },
			demo
		},
		...{ reasons: new Map(), failures: [], tables: { made: [], refused: [] } }
	};
	for (const [index, each] of facts.entries()) {
		onProgress(index, facts.length);
		// Others get their turn between two indicators.
		await new Promise((resolve) => setImmediate(resolve));
		const { cross } = each;
		const made = cross
			? await makeFigureWithTable({ ...each, cross }, earlier)
			: { ...(await makeFigure(each, earlier)), table: null };
		const { figure, audit, table } = made;
		if (table) draft.tables.made.push(table);
		draft.release.cells.push(...figure.cells.values());
		for (const [name, reason] of figure.reasons) draft.reasons.set(name, reason);
		draft.failures.push(...audit.narrow);
		draft.release.audit.checked += audit.checked;
		draft.release.audit.solved += audit.solved;
	}
	for (const name of keepNested(draft.release.cells)) draft.reasons.set(name, 'audit');
	draft.release.cells.push(...deriveRights(draft.release.cells, programme.rightsModules));
	draft.tables.refused = tables.filter((asked) => !draft.tables.made.some(({ indicator }) => indicator === asked));
	if (draft.tables.made.length > 0) draft.release.tables = draft.tables.made.map(({ reasons: _, ...told }) => told);
	draft.release.audit.withheld = draft.release.cells.filter(({ status }) => status === 'withheld').length;
	onProgress(facts.length, facts.length);
	return { ok: true, draft };
}

/** Signs a draft and puts it into the register; from then on it is public and unchangeable. */
export async function signRelease(
	voices: Database,
	draft: Draft,
	signedAs: string,
	now: Date
): Promise<{ ok: true; slug: string } | { ok: false; reason: Refusal }> {
	const { period, country } = draft.release;
	if (draft.failures.length > 0) return { ok: false, reason: 'audit' };
	const refusal = await findRefusal(voices, country, period, now);
	if (refusal) return { ok: false, reason: refusal };
	const release: Release = { ...draft.release, signedOn: now.toISOString().slice(0, 10), signedAs };
	const body = canonicalText(release);
	const { signature, publicKey } = await signText(voices, body);
	const id = slugOf(release);
	const inserted = await voices.write((tx) =>
		tx.insert(releaseTable).values({ id, source: '', period, country, body, signature, publicKey }).onConflictDoNothing()
	);
	return inserted.rowsAffected > 0 ? { ok: true, slug: id } : { ok: false, reason: 'frozen' };
}

export interface Registered {
	/** Own releases: country and quarter. Imported ones begin with the key of their source. */
	id: string;
	source: string;
	release: Release;
	bundle: { release: string; signature: string; publicKey: string };
}

/** All releases, newest quarter first; own ones before imported ones. */
export async function listReleases(voices: Database): Promise<Registered[]> {
	const rows = await voices.read.select().from(releaseTable).orderBy(desc(releaseTable.period), releaseTable.source);
	return rows.flatMap(toRegistered);
}

export async function findRelease(voices: Database, id: string): Promise<Registered | null> {
	const [row] = await voices.read.select().from(releaseTable).where(eq(releaseTable.id, id));
	return row ? (toRegistered(row)[0] ?? null) : null;
}

/** Ranges that published cells gave, over all releases of this instance: the union that the next one is audited against. */
async function listEarlierRanges(voices: Database): Promise<Map<string, Range>> {
	const ranges = new Map<string, Range>();
	const rows = await voices.read.select().from(releaseTable).where(eq(releaseTable.source, ''));
	for (const { release } of rows.flatMap(toRegistered)) for (const cell of release.cells) narrowBy(ranges, cell);
	return ranges;
}

function narrowBy(ranges: Map<string, Range>, cell: Cell): void {
	if (cell.status === 'withheld') return;
	const range = rangeOf(cell);
	const before = ranges.get(nameOf(cell));
	ranges.set(
		nameOf(cell),
		before ? { lower: Math.max(before.lower, range.lower), upper: Math.min(before.upper, range.upper) } : range
	);
}

async function findRefusal(voices: Database, country: string, period: string, now: Date): Promise<Refusal | null> {
	if (period >= periodOf(now)) return 'not-over';
	const t = releaseTable;
	const frozen = await voices.read
		.select({ id: t.id })
		.from(t)
		.where(and(eq(t.source, ''), eq(t.period, period), eq(t.country, country)));
	return frozen.length > 0 ? 'frozen' : null;
}

function toRegistered(row: typeof releaseTable.$inferSelect): Registered[] {
	const release = readRelease(row.body);
	const { id, source, body, signature, publicKey } = row;
	return release ? [{ id, source, release, bundle: { release: body, signature, publicKey } }] : [];
}
