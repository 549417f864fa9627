// Indicators that a person records, because no count can tell them: yes or no, or a number, for a country and a year, with evidence.
// They live in voices.db beside the releases that they complete.
import { sqliteTable, text, primaryKey } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';

export const indicatorRecordTable = sqliteTable(
	'indicator_record',
	{
		indicator: text('indicator').notNull(),
		country: text('country').notNull(),
		/** A planning year, `2026-27`. */
		year: text('year').notNull(),
		organisationId: text('organisation_id').notNull(),
		/** `yes`, `no`, or a whole number as text. */
		value: text('value').notNull(),
		evidence: text('evidence').notNull(),
		/** As printed beside it: a function rather than a name. */
		author: text('author').notNull(),
		/** A day, `2027-03-31`. */
		recordedOn: text('recorded_on').notNull()
	},
	(t) => [primaryKey({ columns: [t.indicator, t.country, t.year, t.organisationId] })]
);

export const privacy: Record<string, PrivacyDeclaration> = {
	indicator_record: {
		subject: 'the adult who recorded it, by the function they chose to print; no young person',
		purpose: 'Reports what no count can tell, with its evidence.',
		retention: 'Kept with the releases that it completes.',
		erase: 'Recording it again replaces it.'
	}
};
