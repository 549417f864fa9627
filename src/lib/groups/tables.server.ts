// Organisations, their groups and who coaches them. There is no table of members: a group only has a key.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { accountTable } from '../auth/tables.server';
import type { PrivacyDeclaration } from '../database/privacy';
import { settings } from './group';

export const organisationTable = sqliteTable('organisation', {
	id: text('id').primaryKey(),
	name: text('name').notNull(),
	createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull()
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
		closedAt: integer('closed_at', { mode: 'timestamp_ms' })
	},
	(table) => [index('group_organisation').on(table.organisationId)]
);

export const groupCoachTable = sqliteTable(
	'group_coach',
	{
		groupId: text('group_id')
			.notNull()
			.references(() => groupTable.id, { onDelete: 'cascade' }),
		accountId: text('account_id')
			.notNull()
			.references(() => accountTable.id, { onDelete: 'cascade' })
	},
	(table) => [primaryKey({ columns: [table.groupId, table.accountId] }), index('group_coach_account').on(table.accountId)]
);

export const privacy: Record<string, PrivacyDeclaration> = {
	organisation: {
		subject: 'none',
		purpose: 'Tells which groups belong together and who coordinates them.',
		retention: 'As long as the organisation takes part.',
		erase: 'Nothing to erase: it holds the name of an organisation and nothing about a person.'
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
		retention: 'While the coach accompanies the group.',
		erase: 'Deleting the row, the account or the group.'
	}
};
