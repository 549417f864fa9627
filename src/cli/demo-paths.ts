// The demo's ways to a certificate: some at their beginning, one that lacks a single step, and those of who holds a badge
// (demo-badges.ts). All invented, as everything in the demo.
import { charterVersion } from '../lib/certification/closed-lists';
import { behaviours, type Ratings } from '../lib/certification/rubric';
import { ledMeetingTable, pathDateTable, posterTable, rubricTable, unitDoneTable } from '../lib/certification/tables.server';
import { unitsOf, type UnitNumber } from '../lib/content/training';
import type { Transaction } from '../lib/database/database.server';
import { addDays } from '../lib/i18n/day';
import { moduleSlug } from './demo-data';

interface DemoPath {
	username: string;
	units: readonly UnitNumber[];
	/** Days ago, each with whether the coach has signed. */
	meetings: readonly { days: number; signed: boolean }[];
	/** Both have rated; the talk is still to come. */
	rated: boolean;
	/** The organisation's confirmation, for a coach. */
	confirmed?: true;
}

const twoSigned = [8, 21].map((days) => ({ days, signed: true }));

const ways: readonly DemoPath[] = [
	{ username: 'renard bleu demo', units: unitsOf['peer-expert'], meetings: twoSigned, rated: true },
	{ username: 'loutre verte demo', units: unitsOf['peer-expert'], meetings: twoSigned, rated: true },
	{ username: 'pinson gris demo', units: ['P1', 'P2'], meetings: [{ days: 8, signed: false }], rated: false },
	{ username: 'demo-bruno', units: unitsOf.coach, meetings: [], rated: false, confirmed: true },
	{ username: 'demo-nadia', units: ['C1', 'C2'], meetings: [], rated: false, confirmed: true }
];

/** Writes the ways of the people that were just made, in the transaction that makes them. */
export async function seedPaths(tx: Transaction, ids: ReadonlyMap<string, string>, today: string): Promise<void> {
	for (const { username, units, meetings, rated, confirmed } of ways) {
		const accountId = ids.get(username) ?? '';
		const on = addDays(today, -40);
		const first = confirmed
			? { step: 'confirmation' as const, detail: 'safeguarding' }
			: { step: 'wellbeing' as const, detail: '' };
		await tx.insert(pathDateTable).values({ accountId, on, ...first });
		await tx.insert(pathDateTable).values({ accountId, on, step: 'charter', detail: String(charterVersion) });
		for (const unit of units)
			await tx.insert(unitDoneTable).values({ accountId, unit, completedOn: on, passedOn: on, checkedOn: on });
		for (const { days, signed } of meetings) {
			const day = addDays(today, -days);
			await tx.insert(ledMeetingTable).values({ accountId, on: day, kit: moduleSlug, signedOn: signed ? day : null });
		}
		if (!rated) continue;
		await tx.insert(rubricTable).values({ accountId, own: ratings('alone'), coach: ratings('with-help') });
		const words = { place: 'Le canapé rouge (démo)', times: 'Mardi, 17 h (démo)' };
		await tx.insert(posterTable).values({ accountId, ...words, approvedOn: today });
	}
}

function ratings(level: 'with-help' | 'alone'): Ratings {
	return Object.fromEntries(behaviours.map((behaviour) => [behaviour, level])) as Ratings;
}
