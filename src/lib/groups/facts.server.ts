// Groups and organisations as plain facts, for those who make figures: ids and settings, no names.
import { eq } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { groupTable, organisationTable } from './tables.server';

/** Every group of the instance. */
export function listGroupFacts(database: Database): Promise<{ id: string; organisationId: string; setting: string }[]> {
	return database.read
		.select({ id: groupTable.id, organisationId: groupTable.organisationId, setting: groupTable.setting })
		.from(groupTable)
		.orderBy(groupTable.id);
}

/** Every organisation of the instance, with the name that its own coordinators read and its country (`BE`). */
export async function listOrganisationFacts(database: Database): Promise<{ id: string; name: string; country: string }[]> {
	const rows = await database.read
		.select({ id: organisationTable.id, name: organisationTable.name, country: organisationTable.country })
		.from(organisationTable)
		.orderBy(organisationTable.id);
	return rows.map((row) => ({ ...row, country: row.country.toUpperCase() }));
}

/** The country of an organisation, as figures write it (`BE`); of one that is gone, the country that organisations begin with. */
export async function readCountry(database: Database, organisationId: string): Promise<string> {
	const [row] = await database.read
		.select({ country: organisationTable.country })
		.from(organisationTable)
		.where(eq(organisationTable.id, organisationId));
	return (row?.country ?? 'be').toUpperCase();
}
