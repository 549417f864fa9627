// Groups and organisations as plain facts, for those who make figures: ids and settings, no names.
import type { Database } from '../database/database.server';
import { groupTable, organisationTable } from './tables.server';

/** Every group of the instance. */
export function listGroupFacts(database: Database): Promise<{ id: string; organisationId: string; setting: string }[]> {
	return database.read
		.select({ id: groupTable.id, organisationId: groupTable.organisationId, setting: groupTable.setting })
		.from(groupTable)
		.orderBy(groupTable.id);
}

/** Every organisation of the instance, with the name that its own coordinators read. */
export function listOrganisationFacts(database: Database): Promise<{ id: string; name: string }[]> {
	return database.read
		.select({ id: organisationTable.id, name: organisationTable.name })
		.from(organisationTable)
		.orderBy(organisationTable.id);
}
