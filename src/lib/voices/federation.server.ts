// Releases from other instances: a signed bundle comes in once, whoever sends it again; a country's figures then stand beside ours
// without a respondent ever having travelled.
import { and, desc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../database/database.server';
import { bundleSchema, readRelease, slugOf, type Bundle } from './release';
import { isSignedText } from './signing.server';
import { releaseKeyTable, releaseTable } from './tables.server';

export type Imported =
	| { ok: true; id: string; again: boolean }
	| { ok: false; reason: 'malformed' | 'signature' | 'country' | 'own' | 'changed' | 'older' };

/**
 * Takes in a bundle. Refuses one that isn't signed as it says, of a country that isn't expected, of this very instance, that
 * differs from what the same source sent for the quarter, or that is of an older quarter than the last from there.
 */
export async function importBundle(voices: Database, text: string, countries: readonly string[]): Promise<Imported> {
	const bundle = readBundle(text);
	if (bundle === null) return { ok: false, reason: 'malformed' };
	if (!isSignedText(bundle.release, bundle.signature, bundle.publicKey)) return { ok: false, reason: 'signature' };
	const release = readRelease(bundle.release);
	if (release === null) return { ok: false, reason: 'malformed' };
	const { country, period } = release;
	if (!countries.includes(country)) return { ok: false, reason: 'country' };
	const id = `${bundle.publicKey.slice(0, 12)}-${slugOf(release)}`;
	return voices.write(async (tx): Promise<Imported> => {
		const own = await tx.select().from(releaseKeyTable).where(eq(releaseKeyTable.publicKey, bundle.publicKey));
		if (own.length > 0) return { ok: false, reason: 'own' };
		const t = releaseTable;
		const [before] = await tx.select().from(t).where(eq(t.id, id));
		if (before) return before.body === bundle.release ? { ok: true, id, again: true } : { ok: false, reason: 'changed' };
		const last = await tx
			.select({ period: t.period })
			.from(t)
			.where(and(eq(t.source, bundle.publicKey), eq(t.country, country)))
			.orderBy(desc(t.period))
			.limit(1);
		if (last[0] && last[0].period > period) return { ok: false, reason: 'older' };
		const { signature, publicKey } = bundle;
		await tx.insert(t).values({ id, source: publicKey, period, country, body: bundle.release, signature, publicKey });
		return { ok: true, id, again: false };
	});
}

function readBundle(text: string): Bundle | null {
	try {
		const { success, output } = v.safeParse(bundleSchema, JSON.parse(text));
		return success ? output : null;
	} catch {
		return null;
	}
}
