// Everything that the platform knows of a peer expert, for the peer expert and for the coach alike: one function, so that the
// promise "what my coach sees" can't drift from the truth.
import type { Peer } from '$lib/groups/peers.server';
import { addDays } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import type { Database } from '$lib/database/database.server';
import { listPlans } from '$lib/planning/plans.server';
import { listPath, type PathStep } from '$lib/training/path';
import { listAttended } from '$lib/training/training-days.server';
import type { Programme } from '$lib/training/training-day';
import { titleOf } from './coach/describe.server';

export interface PeerSheetData {
	name: string;
	groupName: string;
	joinedOn: string;
	pausedOn: string | null;
	days: { id: string; on: string; programme: Programme }[];
	/** Meetings of the group since they joined: the group's, not a record of who did what. */
	meetings: { id: string; on: string; title: string }[];
	path: { step: PathStep; done: boolean }[];
}

/** What is known of a peer expert on a day. */
export async function describePeer(
	accounts: Database,
	peer: Peer,
	groupName: string,
	locale: Locale,
	today: string
): Promise<PeerSheetData> {
	const [attended, plans] = await Promise.all([
		listAttended(accounts, peer.id, addDays(today, 1)),
		listPlans(accounts, [peer.groupId], peer.joinedOn)
	]);
	const held = plans.filter(({ state }) => state === 'held');
	return {
		name: peer.name,
		groupName,
		joinedOn: peer.joinedOn,
		pausedOn: peer.pausedOn,
		days: attended.map(({ id, on, programme }) => ({ id, on, programme })),
		meetings: held.map(({ id, on, kit }) => ({ id, on, title: titleOf(kit, locale) })),
		path: listPath({ days: attended.length, meetings: held.length })
	};
}
