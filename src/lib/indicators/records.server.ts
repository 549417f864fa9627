// Recorded indicators in the store: what a coordinator states for a country and a year, with evidence.
import { and, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../database/database.server';
import { findIndicator } from './definitions';
import { indicatorRecordTable as t } from './tables.server';

const recordSchema = v.object({
	indicator: v.pipe(
		v.string(),
		v.check((id) => findIndicator(id)?.how === 'recorded')
	),
	country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
	year: v.pipe(v.string(), v.regex(/^\d{4}-\d{2}$/)),
	value: v.pipe(v.string(), v.regex(/^(yes|no|\d{1,9})$/)),
	evidence: v.pipe(v.string(), v.trim(), v.minLength(10), v.maxLength(1000)),
	author: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(120))
});

export type Recorded = { ok: true } | { ok: false; fields: string[] };

/** Records an indicator; an earlier statement of the organisation for the same year is replaced. Names the fields that don't fit. */
export async function recordIndicator(voices: Database, input: unknown, organisationId: string, now: Date): Promise<Recorded> {
	const parsed = v.safeParse(recordSchema, input);
	if (!parsed.success)
		return { ok: false, fields: [...new Set(parsed.issues.map((issue) => String(issue.path?.[0]?.key ?? '')))] };
	const { value, indicator } = parsed.output;
	const isYesNo = findIndicator(indicator)?.kind === 'yes-no';
	if (isYesNo !== (value === 'yes' || value === 'no')) return { ok: false, fields: ['value'] };
	const row = { ...parsed.output, organisationId, recordedOn: now.toISOString().slice(0, 10) };
	await voices.write((tx) =>
		tx
			.insert(t)
			.values(row)
			.onConflictDoUpdate({ target: [t.indicator, t.country, t.year, t.organisationId], set: row })
	);
	return { ok: true };
}

export function listRecords(voices: Database, country: string, year: string) {
	return voices.read
		.select()
		.from(t)
		.where(and(eq(t.country, country), eq(t.year, year)))
		.orderBy(t.indicator, t.organisationId);
}
