// Everybody of an organisation who is on the way to a certificate, with where they stand: a fixed number of queries.
import { followPath, type PathView } from '$lib/certification/path';
import { readPaths, type OnThePath, type PathRecord } from '$lib/certification/path-facts.server';
import type { Database } from '$lib/database/database.server';
import { listColleagues } from '$lib/groups/directory.server';
import { listPeers } from '$lib/groups/peers.server';
import { dayOf } from '$lib/i18n/day';

export interface PersonOnThePath extends OnThePath {
	name: string;
	view: PathView;
	record: PathRecord;
}

export async function listPeopleOnThePath(accounts: Database, organisationId: string, now: Date): Promise<PersonOnThePath[]> {
	const today = dayOf(now);
	const colleagues = await listColleagues(accounts, organisationId, 'peer-expert', 'coach');
	const groupIds = [...new Set(colleagues.flatMap(({ groupId }) => (groupId === null ? [] : [groupId])))];
	const paused = new Set((await listPeers(accounts, groupIds)).flatMap(({ id, pausedOn }) => (pausedOn === null ? [] : [id])));
	const people = colleagues.map(({ id, name, role }) => ({
		...{ id, name, paused: paused.has(id) },
		achievement: role === 'coach' ? ('coach' as const) : ('peer-expert' as const)
	}));
	const records = await readPaths(accounts, people, today);
	return people.flatMap((person) => {
		const record = records.get(person.id);
		return record === undefined ? [] : [{ ...person, record, view: followPath(record.facts, today) }];
	});
}
