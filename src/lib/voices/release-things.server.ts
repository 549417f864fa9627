// Counts of things, not of people: meetings, consultations, organisations. Exact, because they say nothing about a person.
import { eq, ne } from 'drizzle-orm';
import type { Database } from '../database/database.server';
import { daysOf } from './period';
import type { Programme } from './programme';
import type { Thing } from './release';
import { answerTable, attendanceTable, consultationTable, participationCountTable, tallyTable } from './tables.server';

/** Everything countable of a quarter in a country; for organisations only what is theirs. */
export async function readThings(voices: Database, programme: Programme, period: string): Promise<Thing[]> {
	const { country, organisations } = programme;
	const known = new Set(organisations.map(({ id }) => id));
	const things: Thing[] = [];
	const put = (organisationId: string, indicator: string, value: number) => {
		if (known.has(organisationId) && value > 0) things.push({ area: `${country}/${organisationId}`, indicator, value });
	};

	const attended = await voices.read.select().from(attendanceTable).where(eq(attendanceTable.period, period));
	for (const [occasion, indicator] of [
		['live', 'live-meetings'],
		['training', 'training-meetings']
	] as const) {
		const own = attended.filter((row) => row.occasion === occasion);
		for (const id of new Set(own.map((row) => row.organisationId)))
			put(
				id,
				indicator,
				own.filter((row) => row.organisationId === id).reduce((all, row) => all + row.meetings, 0)
			);
	}

	const { from, to } = daysOf(period);
	const within = (day: string | null) => day !== null && day >= from && day <= to;
	const consultations = await voices.read.select().from(consultationTable).where(ne(consultationTable.state, 'draft'));
	const own = consultations.filter((each) => each.country === country);
	for (const id of new Set(own.map((each) => each.organisationId))) {
		const theirs = own.filter((each) => each.organisationId === id);
		put(id, 'consultations-opened', theirs.filter(({ openedOn }) => within(openedOn)).length);
		put(id, 'consultations-answered', theirs.filter(({ answeredOn }) => within(answeredOn)).length);
		put(
			id,
			'consultations-overdue',
			theirs.filter(({ answerDue, answeredOn }) => answerDue <= to && (answeredOn === null || answeredOn > to)).length
		);
	}
	for (const { organisationId, indicator, kind, value } of programme.counts)
		if (kind === 'things') put(organisationId, indicator, value);

	const totals = new Map<string, number>();
	for (const { indicator, value } of things) totals.set(indicator, (totals.get(indicator) ?? 0) + value);
	for (const [indicator, value] of totals) things.push({ area: country, indicator, value });
	const reaching = await listReaching(voices, period);
	things.push({ area: country, indicator: 'organisations-reaching', value: [...reaching].filter((id) => known.has(id)).length });
	things.push({ area: country, indicator: 'organisations', value: organisations.length });
	return things;
}

/** Organisations that reached at least one young person in the quarter: a module, a meeting or a consultation. */
async function listReaching(voices: Database, period: string): Promise<Set<string>> {
	const reaching = new Set<string>();
	for (const table of [participationCountTable, attendanceTable, answerTable, tallyTable]) {
		const rows = await voices.read.selectDistinct({ id: table.organisationId }).from(table).where(eq(table.period, period));
		for (const { id } of rows) if (id !== '') reaching.add(id);
	}
	return reaching;
}
