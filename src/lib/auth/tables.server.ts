// Accounts of people with a responsibility, and their authSessions. Nothing about a young person who takes modules.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';
import { roles } from './account';

export const accountTable = sqliteTable('account', {
	/** Random, and meaningless everywhere else. */
	id: text('id').primaryKey(),
	username: text('username').notNull().unique(),
	name: text('name').notNull(),
	role: text('role', { enum: roles }).notNull(),
	/** Opaque here: organisations belong to `groups`, which stands above accounts, so there is no foreign key. */
	organisationId: text('organisation_id').notNull(),
	passphraseHash: text('passphrase_hash').notNull(),
	createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
	closedAt: integer('closed_at', { mode: 'timestamp_ms' })
});

export const authSessionTable = sqliteTable(
	'auth_session',
	{
		/** SHA-256 of the id in the cookie: who reads the database can't sign in with it. */
		idHash: text('id_hash').primaryKey(),
		accountId: text('account_id')
			.notNull()
			.references(() => accountTable.id, { onDelete: 'cascade' }),
		createdAt: integer('created_at', { mode: 'timestamp_ms' }).notNull(),
		usedAt: integer('used_at', { mode: 'timestamp_ms' }).notNull()
	},
	(table) => [index('auth_session_account').on(table.accountId)]
);

export const privacy: Record<string, PrivacyDeclaration> = {
	account: {
		subject: 'Peer experts (by pseudonym), coaches, coordinators and network admins. Never a young person who takes modules.',
		purpose: 'Lets people with a responsibility sign in, and shows them only what is theirs.',
		retention: 'Until the person leaves the programme.',
		erase: 'Deleting the row removes it, its authSessions and its places as coach (cascade).'
	},
	auth_session: {
		subject: 'The person signed in.',
		purpose: 'Recognises the browser that signed in. Holds no address and no user agent.',
		retention: 'Until sign-out, 30 minutes without use or 12 hours; rows past that go at the next sign-in of anybody.',
		erase: 'Signing out, or deleting the account.'
	}
};
