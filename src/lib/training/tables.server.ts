// Training days of an organisation and the accounts they count for.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accountTable } from '../auth/tables.server';
import type { PrivacyDeclaration } from '../database/privacy';
import { organisationTable } from '../groups/tables.server';
import { programmes } from './training-day';

export const trainingDayTable = sqliteTable(
	'training_day',
	{
		id: text('id').primaryKey(),
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisationTable.id),
		on: text('on').notNull(),
		starts: text('starts').notNull(),
		ends: text('ends').notNull(),
		place: text('place').notNull(),
		programme: text('programme', { enum: programmes }).notNull(),
		young: integer('young'),
		adults: integer('adults'),
		version: integer('version').notNull().default(1),
		createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
		/** Taken out by mistake, it comes back within 30 days. */
		removedAt: integer('removed_at', { mode: 'timestamp_ms' })
	},
	(table) => [index('training_day_organisation').on(table.organisationId, table.on)]
);

export const attendanceTable = sqliteTable(
	'attendance',
	{
		dayId: text('day_id')
			.notNull()
			.references(() => trainingDayTable.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => accountTable.id, { onDelete: 'cascade' })
	},
	(table) => [primaryKey({ columns: [table.dayId, table.accountId] }), index('attendance_account').on(table.accountId)]
);

export const privacy: Record<string, PrivacyDeclaration> = {
	training_day: {
		subject: 'none: counts of who attended',
		purpose: 'Plans training days, and counts them for certificates and indicators.',
		retention: 'As long as the organisation takes part; a removed one 30 days.',
		erase: 'Nothing to erase: it holds a date, a place and counts.'
	},
	attendance: {
		subject: 'Peer experts (by pseudonym) and coaches.',
		purpose: 'Counts a training day towards a certificate. Before the day it says who is expected.',
		retention: 'As long as the account.',
		erase: 'Deleting the account or the day.'
	}
};
