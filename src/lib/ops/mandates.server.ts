// Which organisation signs the figures of a country: its national member organisation, named by a network admin. Kept with what the
// instance knows of itself; there is one a country, or none, and then nobody signs.
import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { writeAudit, type Actor } from './audit.server';
import { instanceTable } from './tables.server';

const keyOf = (country: string) => `signs:${country.toUpperCase()}`;

/** The id of the organisation that signs for a country (`BE`); null where none was named. */
export async function readMandate(accounts: Database, country: string): Promise<string | null> {
	const [row] = await accounts.read
		.select()
		.from(instanceTable)
		.where(eq(instanceTable.key, keyOf(country)));
	return row?.value ?? null;
}

/** Names the organisation that signs for a country, in place of another. Both read it in their log. */
export async function giveMandate(
	accounts: Pick<Database, 'write'>,
	by: Actor | null,
	{ country, organisationId }: { country: string; organisationId: string },
	now: Date
): Promise<void> {
	await accounts.write(async (tx) => {
		const row = { key: keyOf(country), value: organisationId };
		const [before] = await tx.select().from(instanceTable).where(eq(instanceTable.key, row.key));
		if (before?.value === organisationId) return;
		await tx.insert(instanceTable).values(row).onConflictDoUpdate({ target: instanceTable.key, set: row });
		const subject = country.toUpperCase();
		if (before) await writeAudit(tx, { by, organisationId: before.value, act: 'mandate-take', subject }, now);
		await writeAudit(tx, { by, organisationId, act: 'mandate-give', subject }, now);
	});
}
