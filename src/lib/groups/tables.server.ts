// Organisations, their groups and who coaches them. There is no table of members: a group only has a key.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accountTable } from '../auth/tables.server';
import type { PrivacyDeclaration } from '../database/privacy';
import { settings } from './group';
import { ageBands } from './organisation';
import { todoAnswers } from './todo';

export const organisationTable = sqliteTable('organisation', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	country: text('country').notNull().default('be'),
	agreedOn: text('agreed_on'),
	contact: text('contact').notNull().default(''),
	contactPhone: text('contact_phone').notNull().default(''),
	procedure: text('procedure').notNull().default(''),
	version: integer('version').notNull().default(1),
	createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
	closedAt: integer('closed_at', { mode: 'timestamp_ms' })
});

export const groupTable = sqliteTable(
	'group',
	{
		id: text('id').primaryKey(),
		organisationId: text('organisation_id')
			.notNull()
			.references(() => organisationTable.id),
		name: text('name').notNull(),
		setting: text('setting', { enum: settings }).notNull(),
		code: text('code').notNull().unique(),
		codeExpiresAt: integer('code_expires_at', { mode: 'timestamp_ms' }).notNull(),
		key: text('key').notNull().unique(),
		createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
		openedAt: integer('opened_at', { mode: 'timestamp_ms' }),
		closedAt: integer('closed_at', { mode: 'timestamp_ms' }),
		languages: text('languages', { mode: 'json' }).$type<string[]>().notNull().default(['fr']),
		ageBand: text('age_band', { enum: ageBands }).notNull().default('14-15'),
		sharedPhones: integer('shared_phones', { mode: 'boolean' }).notNull().default(false),
		intensity: integer('intensity').notNull().default(2),
		handover: text('handover').notNull().default(''),
		version: integer('version').notNull().default(1)
	},
	(table) => [index('group_organisation').on(table.organisationId, table.name)]
);

export const groupCoachTable = sqliteTable(
	'group_coach',
	{
		groupId: text('group_id')
			.notNull()
			.references(() => groupTable.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => accountTable.id, { onDelete: 'cascade' }),
		/** Last day of a substitution; null for who coaches the group for good. */
		until: text('until')
	},
	(table) => [primaryKey({ columns: [table.groupId, table.accountId] }), index('group_coach_account').on(table.accountId)]
);

/** Peer experts who are having a break. Whose group it is stands with the account; a pause needs no reason, so none is kept. */
export const peerPauseTable = sqliteTable('peer_pause', {
	accountId: text('account_id')
		.primaryKey()
		.references(() => accountTable.id, { onDelete: 'cascade' }),
	pausedOn: text('paused_on').notNull()
});

/** What an account said to a card of its to-do list. */
export const todoAnswerTable = sqliteTable(
	'todo_answer',
	{
		accountId: text('account_id')
			.notNull()
			.references(() => accountTable.id, { onDelete: 'cascade' }),
		/** Rule, group and subject of the card. */
		card: text('card').notNull(),
		/** Of the facts it was made of: other facts make it a new card. */
		print: text('print').notNull(),
		answer: text('answer', { enum: todoAnswers }).notNull(),
		answeredOn: text('answered_on').notNull()
	},
	(table) => [primaryKey({ columns: [table.accountId, table.card] })]
);

/** How often a rule's cards were answered in which way, by nobody in particular. */
export const todoTallyTable = sqliteTable(
	'todo_tally',
	{
		rule: text('rule').notNull(),
		answer: text('answer', { enum: todoAnswers }).notNull(),
		count: integer('count').notNull()
	},
	(table) => [primaryKey({ columns: [table.rule, table.answer] })]
);

export const privacy: Record<string, PrivacyDeclaration> = {
	organisation: {
		subject: 'The safeguarding contact, by first name or role and telephone at work.',
		purpose: 'Tells which groups belong together, and whom a coach calls when a young person says something serious.',
		retention: 'As long as the organisation takes part.',
		erase: 'Writing another contact in its place overwrites the one before.'
	},
	group: {
		subject: 'none',
		purpose: 'Lets young people join by a code, and their plays count for the group. Holds no member.',
		retention: 'As long as the organisation takes part; a closed group keeps its counts.',
		erase: 'Nothing to erase: code and key are the same for every member and lead to nobody.'
	},
	group_coach: {
		subject: 'Coaches.',
		purpose: 'Tells whose group it is, so that nobody else sees its counts.',
		retention: 'While the coach accompanies the group; a substitution ends on its last day.',
		erase: 'Deleting the row, the account or the group.'
	},
	peer_pause: {
		subject: 'Peer experts, by the account of a pseudonym.',
		purpose: 'Tells who is having a break, so that nobody counts on them. Holds no reason.',
		retention: 'Until they come back or leave.',
		erase: 'Coming back, or deleting the account.'
	},
	todo_answer: {
		subject: 'Coaches and coordinators.',
		purpose: 'Keeps a card away that was done, put off or called wrong.',
		retention: 'Ninety days, or less where the card is gone.',
		erase: 'Deleting the account.'
	},
	todo_tally: {
		subject: 'none',
		purpose: 'Shows which rules of the to-do list are wrong too often.',
		retention: 'As long as the instance.',
		erase: 'Nothing to erase: it counts answers, never whose they were.'
	}
};
