// A release: the frozen figures of one quarter in one country, the one object that pages, exports and federation are made from. Pure.
import * as v from 'valibot';
import { nameOf, type Cell } from './cells';
import { isPeriod } from './period';

const cellSchema = v.object({
	area: v.pipe(v.string(), v.regex(/^[A-Z]{2}(?:\/[\w-]{1,80})?$/)),
	indicator: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
	period: v.pipe(v.string(), v.check(isPeriod)),
	dimension: v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/)),
	category: v.pipe(v.string(), v.regex(/^[\w:. -]{0,80}$/)),
	status: v.picklist(['published', 'fewer', 'withheld']),
	value: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0)))
});

const recordSchema = v.object({
	indicator: v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/)),
	value: v.pipe(v.string(), v.regex(/^(yes|no|\d{1,9})$/)),
	evidence: v.pipe(v.string(), v.maxLength(1000)),
	author: v.pipe(v.string(), v.maxLength(120)),
	recordedOn: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
});

const sideSchema = v.object({
	dimension: cellSchema.entries.dimension,
	categories: v.pipe(v.array(cellSchema.entries.category), v.maxLength(200))
});
const tableSchema = v.object({
	indicator: cellSchema.entries.indicator,
	rows: sideSchema,
	columns: sideSchema,
	/** The last row and the last column are totals. */
	cells: v.array(v.array(cellSchema.entries.value))
});

export const releaseSchema = v.strictObject({
	format: v.literal('relais-release/1'),
	period: v.pipe(v.string(), v.check(isPeriod)),
	country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
	/** The day it was signed, `2027-01-12`. */
	signedOn: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/)),
	/** A function and an organisation, no person. */
	signedAs: v.pipe(v.string(), v.maxLength(160)),
	cells: v.array(cellSchema),
	/** Counts of things (meetings, consultations, organisations): exact, nobody's data. */
	things: v.array(
		v.object({
			area: cellSchema.entries.area,
			indicator: cellSchema.entries.indicator,
			value: v.pipe(v.number(), v.integer(), v.minValue(0))
		})
	),
	records: v.array(recordSchema),
	/** Tables of two dimensions that add up, where somebody asked for one; null where nothing is said. */
	tables: v.optional(v.array(tableSchema)),
	audit: v.object({ checked: v.number(), solved: v.number(), withheld: v.number() }),
	/** True on an instance filled with invented people. */
	demo: v.boolean()
});

export type Release = v.InferOutput<typeof releaseSchema>;
export type ReleaseRecord = Release['records'][number];
export type Thing = Release['things'][number];
export type ReleaseTable = NonNullable<Release['tables']>[number];

/** A signed release, as it travels between instances. */
export const bundleSchema = v.strictObject({
	release: v.pipe(v.string(), v.maxLength(20_000_000)),
	signature: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
	publicKey: v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
});
export type Bundle = v.InferOutput<typeof bundleSchema>;

/** The same text for the same release, whoever writes it: keys in alphabetical order, cells by name. */
export function canonicalText(release: Release): string {
	const cells = [...release.cells].sort((a, b) => compare(nameOf(a), nameOf(b)));
	const things = [...release.things].sort((a, b) => compare(`${a.area}|${a.indicator}`, `${b.area}|${b.indicator}`));
	const records = [...release.records].sort((a, b) => compare(a.indicator, b.indicator));
	const tables = release.tables && [...release.tables].sort((a, b) => compare(a.indicator, b.indicator));
	return JSON.stringify(sortKeys({ ...release, cells, things, records, ...(tables && { tables }) }));
}

/** The release in a text; null when it is none, or not in canonical form (somebody wrote it by hand). */
export function readRelease(text: string): Release | null {
	try {
		const { success, output } = v.safeParse(releaseSchema, JSON.parse(text));
		return success && canonicalText(output) === text ? output : null;
	} catch {
		return null;
	}
}

/** How its address and files are named: `BE-2026-27-Q2`. */
export function slugOf({ country, period }: Pick<Release, 'country' | 'period'>): string {
	return `${country}-${period.replace('/', '-')}`;
}

/** The published cells of one indicator and dimension, in the order given by the release. */
export function cellsOf(release: Pick<Release, 'cells'>, area: string, indicator: string, dimension: string): Cell[] {
	return release.cells.filter((cell) => cell.area === area && cell.indicator === indicator && cell.dimension === dimension);
}

function sortKeys(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sortKeys);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.keys(value)
			.sort()
			.map((key) => [key, sortKeys((value as Record<string, unknown>)[key])])
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : Number(a > b);
}
