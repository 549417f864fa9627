// Badges, and apart from them who was given which. A badge outlives the row that leads to its holder and tells nothing of
// them: both tables are WITHOUT ROWID (added by hand in the migration), their ids random, their dates months.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accountTable } from '../auth/tables.server';
import type { PrivacyDeclaration } from '../database/privacy';
import { organisationTable } from '../groups/tables.server';
import { achievements, nameModes } from './badge';

export const badgeTable = sqliteTable('badge', {
	id: text('id').primaryKey(),
	subjectUuid: text('subject_uuid').notNull().unique(),
	achievement: text('achievement', { enum: achievements }).notNull(),
	achievementVersion: integer('achievement_version').notNull(),
	month: text('month').notNull(),
	validUntil: text('valid_until').notNull(),
	/** Null for the platform itself. */
	issuer: text('issuer').references(() => organisationTable.id),
	statusIndex: integer('status_index').notNull().unique(),
	commitment: text('commitment'),
	revokedOn: text('revoked_on')
});

export const awardTable = sqliteTable(
	'award',
	{
		accountId: text('account_id')
			.notNull()
			.references(() => accountTable.id, { onDelete: 'cascade' }),
		badgeId: text('badge_id')
			.notNull()
			.unique()
			.references(() => badgeTable.id),
		month: text('month').notNull(),
		nameMode: text('name_mode', { enum: nameModes }).notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.badgeId] }), index('award_month').on(table.month)]
);

export const privacy: Record<string, PrivacyDeclaration> = {
	badge: {
		subject: 'none once the award is gone: a random number, an achievement and a month',
		purpose: 'Answers who verifies a badge.',
		retention: 'For good: a badge that was printed can be verified as long as the instance stands.',
		erase: 'Nothing to erase: without the award no row, column or order leads to anybody.'
	},
	award: {
		subject: 'Peer experts (by pseudonym) and coaches who hold a badge.',
		purpose: 'Lets holders download their badge and draw their certificate, and tells who is certified.',
		retention: 'Twenty-four months, while the badge holds; then it goes and the badge stays.',
		erase: 'With the account (cascade). The badge stays valid, and nothing leads from it to its holder.'
	}
};
