// Badges, and apart from them who was given which; and the facts of the way there. A badge outlives the row that leads to its holder
// and tells nothing of them: both tables are WITHOUT ROWID (added by hand in the migration), their ids random, their dates months.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accountTable } from '../auth/tables.server';
import type { PrivacyDeclaration } from '../database/privacy';
import { organisationTable } from '../groups/tables.server';
import { achievements, nameModes } from './badge';
import { unitsOf } from '../content/training';
import { dateSteps } from './path';
import type { Ratings } from './rubric';

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

const ownAccount = () =>
	text('account_id')
		.notNull()
		.references(() => accountTable.id, { onDelete: 'cascade' });

const unitNumbers = [...unitsOf['peer-expert'], ...unitsOf.coach] as const;

/** Training units played to an end. The path is replayed when it comes in, and not kept. */
export const unitDoneTable = sqliteTable(
	'unit_done',
	{
		accountId: ownAccount(),
		unit: text('unit', { enum: unitNumbers }).notNull(),
		completedOn: text('completed_on').notNull(),
		/** With the score that the unit asks for. */
		passedOn: text('passed_on'),
		/** Its questions answered. */
		checkedOn: text('checked_on')
	},
	(table) => [primaryKey({ columns: [table.accountId, table.unit] })]
);

/** What is a date and nothing more: the charter, the conversation about wellbeing, the organisation's confirmation. */
export const pathDateTable = sqliteTable(
	'path_date',
	{
		accountId: ownAccount(),
		step: text('step', { enum: dateSteps }).notNull(),
		on: text('on').notNull(),
		/** The charter's version, or the role of who confirmed; '' for a conversation. */
		detail: text('detail').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.step] })]
);

/** A meeting that a peer expert says to have led; counts once the coach who was there has signed. By day and kit, never by record. */
export const ledMeetingTable = sqliteTable(
	'led_meeting',
	{
		accountId: ownAccount(),
		on: text('on').notNull(),
		kit: text('kit').notNull(),
		signedOn: text('signed_on')
	},
	(table) => [primaryKey({ columns: [table.accountId, table.on, table.kit] })]
);

export const rubricTable = sqliteTable('rubric', {
	accountId: text('account_id')
		.primaryKey()
		.references(() => accountTable.id, { onDelete: 'cascade' }),
	own: text('own', { mode: 'json' }).$type<Ratings>(),
	coach: text('coach', { mode: 'json' }).$type<Ratings>(),
	agreed: text('agreed', { mode: 'json' }).$type<Ratings>(),
	agreedOn: text('agreed_on')
});

/** What a peer expert's poster says: where and when to find them. Printed once the coach approved it. */
export const posterTable = sqliteTable('poster', {
	accountId: text('account_id')
		.primaryKey()
		.references(() => accountTable.id, { onDelete: 'cascade' }),
	place: text('place').notNull(),
	times: text('times').notNull(),
	approvedOn: text('approved_on')
});

const evidenceTime = 'Twenty-four months, as long as it counts; less where the account goes before.';
const cascade = 'With the account (cascade).';

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
	},
	unit_done: {
		subject: 'Peer experts (by pseudonym) and coaches.',
		purpose: 'Counts training units towards a certificate. Holds dates; neither choices, nor answers, nor scores.',
		retention: evidenceTime,
		erase: cascade
	},
	path_date: {
		subject: 'Peer experts (by pseudonym) and coaches.',
		purpose:
			'Counts the charter, the conversation about wellbeing and the organisation’s confirmation towards a certificate: a date, never what was said and never a document.',
		retention: evidenceTime,
		erase: cascade
	},
	led_meeting: {
		subject: 'Peer experts, by pseudonym.',
		purpose: 'Counts meetings led with a coach present towards a certificate: a day and a kit.',
		retention: evidenceTime,
		erase: cascade
	},
	rubric: {
		subject: 'Peer experts, by pseudonym.',
		purpose: 'Lets a peer expert and their coach rate six behaviours, talk about them and agree.',
		retention: 'Twenty-four months after both agreed; not agreed, as long as the account.',
		erase: cascade
	},
	poster: {
		subject: 'Peer experts, by pseudonym: where and when they can be found in their group.',
		purpose: 'Prints the poster that the coach approved.',
		retention: 'As long as the account.',
		erase: cascade
	}
};
