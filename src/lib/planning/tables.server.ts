// Meetings prepared. They belong to a group, not to a person.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';
import { groupTable } from '../groups/tables.server';
import { boosterSteps } from './plan';

export const planTable = sqliteTable(
	'plan',
	{
		id: text('id').primaryKey(),
		groupId: text('group_id')
			.notNull()
			.references(() => groupTable.id, { onDelete: 'cascade' }),
		on: text('on').notNull(),
		starts: text('starts').notNull(),
		kit: text('kit').notNull(),
		intensity: integer('intensity').notNull(),
		coachPresent: integer('coach_present', { mode: 'boolean' }).notNull(),
		booster: text('booster', { enum: boosterSteps }),
		state: text('state', { enum: ['planned', 'held', 'cancelled'] }).notNull(),
		version: integer('version').notNull().default(1)
	},
	(table) => [index('plan_group').on(table.groupId, table.on)]
);

export const privacy: Record<string, PrivacyDeclaration> = {
	plan: {
		subject: 'none: a group, a day and a kit',
		purpose: 'Fills the calendar, reminds of what a group has seen, and asks for a coach where one must be there.',
		retention: 'Two years after its day; a cancelled one 30 days.',
		erase: 'Nothing to erase: it names nobody.'
	}
};
