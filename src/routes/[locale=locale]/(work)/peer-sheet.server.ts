// Everything that the platform knows of a peer expert, for the peer expert and for the coach alike: one function, so that the
// promise "what my coach sees" can't drift from the truth.
import { followPath, type PathView } from '$lib/certification/path';
import { readPath } from '$lib/certification/path-facts.server';
import type { Peer } from '$lib/groups/peers.server';
import { addDays } from '$lib/i18n/day';
import type { Locale } from '$lib/i18n/locales';
import type { Database } from '$lib/database/database.server';
import { listPlans } from '$lib/planning/plans.server';
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
	path: PathView;
	/** The badge in force, or the last one. */
	badgeId: string | null;
	/** Meetings that they say to have led, signed by the coach or not yet. */
	led: { on: string; title: string; signed: boolean }[];
	/** Who has rated, and when they agreed; the ratings themselves are on the rubric's page. */
	rubric: { own: boolean; coach: boolean; agreedOn: string | null };
}

/** What is known of a peer expert on a day. */
export async function describePeer(
	accounts: Database,
	peer: Peer,
	groupName: string,
	locale: Locale,
	today: string
): Promise<PeerSheetData> {
	const person = { id: peer.id, achievement: 'peer-expert' as const, paused: peer.pausedOn !== null };
	const [attended, plans, { facts, meetings, rubric, badgeId }] = await Promise.all([
		listAttended(accounts, peer.id, addDays(today, 1)),
		listPlans(accounts, [peer.groupId], peer.joinedOn),
		readPath(accounts, person, today)
	]);
	const held = plans.filter(({ state }) => state === 'held');
	return {
		name: peer.name,
		groupName,
		joinedOn: peer.joinedOn,
		pausedOn: peer.pausedOn,
		days: attended.map(({ id, on, programme }) => ({ id, on, programme })),
		meetings: held.map(({ id, on, kit }) => ({ id, on, title: titleOf(kit, locale) })),
		path: followPath(facts, today),
		badgeId,
		led: meetings.map(({ on, kit, signedOn }) => ({ on, title: titleOf(kit, locale), signed: signedOn !== null })),
		rubric: { own: rubric.own !== null, coach: rubric.coach !== null, agreedOn: rubric.agreedOn }
	};
}
