// Takes a list of groups over, all or nothing.
import { eq } from 'drizzle-orm';
import { listColleagues } from './directory.server';
import type { Database } from '../database/database.server';
import { writeAudit, type Actor } from '../ops/audit.server';
import { insertGroup } from './groups.server';
import { readGroupFile, type ImportRead } from './import-groups';
import { groupTable } from './tables.server';

/** Reads a CSV file and makes its groups in one transaction; on any problem nothing is made, and all problems come back. */
export async function importGroups(database: Database, by: Actor, text: string, now: Date): Promise<ImportRead> {
	const { organisationId } = by;
	const coaches = await listColleagues(database, organisationId, 'coach');
	const ids = new Map(coaches.map(({ id, username }) => [username.toLowerCase(), id]));
	return database.write(async (tx) => {
		const rows = await tx.select({ name: groupTable.name }).from(groupTable).where(eq(groupTable.organisationId, organisationId));
		const names = new Set(rows.map(({ name }) => name.toLowerCase()));
		const read = readGroupFile(text, { names, coaches: new Set(ids.keys()) });
		if (!read.ok) return read;
		for (const { name, setting, coaches: usernames } of read.groups) {
			const coachIds = usernames.flatMap((username) => ids.get(username) ?? []);
			await insertGroup(tx, { organisationId, name, setting, coachIds }, now, by);
		}
		await writeAudit(tx, { by, organisationId, act: 'group-import', subject: String(read.groups.length) }, now);
		return read;
	});
}
