// Accounts of people with a responsibility, how they sign in, and their authSessions. Nothing about a young person who
// takes modules. Organisations and groups are opaque ids here: they belong to `groups`, which stands above accounts.
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';
import { roles, stages } from './account';
import { challengePurposes } from './challenge';
import { devices } from './device';

const moment = (name: string) => integer(name, { mode: 'timestamp_ms' });
const ownAccount = () =>
	text('account_id')
		.notNull()
		.references(() => accountTable.id, { onDelete: 'cascade' });

export const accountTable = sqliteTable(
	'account',
	{
		/** Random, and meaningless everywhere else. */
		id: text('id').primaryKey(),
		username: text('username').notNull().unique(),
		name: text('name').notNull(),
		role: text('role', { enum: roles }).notNull(),
		organisationId: text('organisation_id').notNull(),
		/** Of a peer expert only. */
		groupId: text('group_id'),
		passphraseHash: text('passphrase_hash').notNull(),
		createdAt: moment('created_at').notNull(),
		closedAt: moment('closed_at')
	},
	(table) => [index('account_organisation').on(table.organisationId, table.role), index('account_group').on(table.groupId)]
);

export const authSessionTable = sqliteTable(
	'auth_session',
	{
		/** SHA-256 of the id in the cookie: who reads the database can't sign in with it. */
		idHash: text('id_hash').primaryKey(),
		/** Names it on the page of devices; says nothing about the cookie. */
		deviceId: text('device_id').notNull().unique(),
		accountId: ownAccount(),
		/** The account's role when it signed in: an authSession never outlives a change of role. */
		role: text('role', { enum: roles }).notNull(),
		stage: text('stage', { enum: stages }).notNull(),
		device: text('device', { enum: devices }).notNull(),
		createdAt: moment('created_at').notNull(),
		usedAt: moment('used_at').notNull()
	},
	(table) => [index('auth_session_account').on(table.accountId)]
);

export const invitationTable = sqliteTable(
	'invitation',
	{
		id: text('id').primaryKey(),
		/** SHA-256 of what the link holds: who reads the database can't accept it. */
		tokenHash: text('token_hash').notNull().unique(),
		role: text('role', { enum: roles }).notNull(),
		organisationId: text('organisation_id').notNull(),
		groupId: text('group_id'),
		/** Of a new access to an account that exists; null where the account is still to be made. */
		accountId: text('account_id').references(() => accountTable.id, { onDelete: 'cascade' }),
		/** Null when it was made at the instance's command line, or when who made it has left. */
		invitedBy: text('invited_by').references(() => accountTable.id, { onDelete: 'set null' }),
		createdAt: moment('created_at').notNull(),
		expiresAt: moment('expires_at').notNull(),
		usedAt: moment('used_at'),
		withdrawnAt: moment('withdrawn_at')
	},
	(table) => [
		index('invitation_organisation').on(table.organisationId),
		index('invitation_group').on(table.groupId),
		index('invitation_account').on(table.accountId)
	]
);

export const passkeyTable = sqliteTable(
	'passkey',
	{
		/** The credential's id in base64url, as the browser names it. */
		id: text('id').primaryKey(),
		accountId: ownAccount(),
		/** COSE key in base64url: public by nature. */
		publicKey: text('public_key').notNull(),
		/** Grows with each use on devices that count; one that falls back is a copy. */
		counter: integer('counter').notNull(),
		transports: text('transports', { mode: 'json' }).$type<string[]>().notNull(),
		device: text('device', { enum: devices }).notNull(),
		createdAt: moment('created_at').notNull(),
		usedAt: moment('used_at')
	},
	(table) => [index('passkey_account').on(table.accountId)]
);

export const passkeyChallengeTable = sqliteTable('passkey_challenge', {
	/** Sent to the browser and signed there; used once. */
	challenge: text('challenge').primaryKey(),
	purpose: text('purpose', { enum: challengePurposes }).notNull(),
	accountId: text('account_id').references(() => accountTable.id, { onDelete: 'cascade' }),
	expiresAt: moment('expires_at').notNull()
});

export const totpTable = sqliteTable('totp', {
	accountId: text('account_id')
		.primaryKey()
		.references(() => accountTable.id, { onDelete: 'cascade' }),
	/** AES-256-GCM with a key made from the instance's SECRET: the database alone makes no codes. */
	sealedSecret: text('sealed_secret').notNull(),
	/** The 30-second step of the last code taken: that one and all before it are spent. */
	lastStep: integer('last_step').notNull(),
	createdAt: moment('created_at').notNull(),
	/** Null until a first code proved that the app has the secret. */
	confirmedAt: moment('confirmed_at')
});

export const recoveryCodeTable = sqliteTable(
	'recovery_code',
	{
		/** argon2id of the code (of sheets printed earlier: SHA-256 of account and code). */
		codeHash: text('code_hash').primaryKey(),
		accountId: ownAccount(),
		usedAt: moment('used_at')
	},
	(table) => [index('recovery_code_account').on(table.accountId)]
);

const withAccount = 'With the account (cascade).';

export const privacy: Record<string, PrivacyDeclaration> = {
	account: {
		subject: 'Peer experts (by pseudonym), coaches, coordinators and network admins. Never a young person who takes modules.',
		purpose: 'Lets people with a responsibility sign in, and shows them only what is theirs.',
		retention: 'Until the person leaves the programme.',
		erase: 'Deleting the row removes it, its authSessions, passkeys, codes and its places as coach (cascade).'
	},
	auth_session: {
		subject: 'The person signed in.',
		purpose:
			'Recognises the browser that signed in, and lets its owner end it from elsewhere. Holds the kind of device (phone, computer), no address and no user agent.',
		retention:
			'Until sign-out, 30 minutes without use or 12 hours (peer experts: 12 hours or 7 days); rows past that go at the next sign-in of anybody.',
		erase: 'Signing out, or deleting the account.'
	},
	invitation: {
		subject: 'Who invited, and the account whose access is renewed. Nothing about the person invited: neither name nor address.',
		purpose: 'Lets one person in, once, within 72 hours.',
		retention: 'Ninety days after its end, so that who invited sees what became of it.',
		erase: 'A renewed access goes with its account; who invited is set to nobody when that account goes.'
	},
	passkey: {
		subject: 'The person whose passkey it is.',
		purpose: 'Recognises the passkey. Holds a public key, never a fingerprint or a face.',
		retention: 'Until its owner removes it, or access is renewed.',
		erase: withAccount
	},
	passkey_challenge: {
		subject: 'The person signing in, where it is known already.',
		purpose: 'Makes a passkey’s answer good for once.',
		retention: 'Until used, at most five minutes; rows past that go at the next one made.',
		erase: withAccount
	},
	totp: {
		subject: 'The person whose authenticator app it is.',
		purpose: 'Checks the six digits of the second step.',
		retention: 'Until its owner removes it, or access is renewed.',
		erase: withAccount
	},
	recovery_code: {
		subject: 'The person whose codes they are.',
		purpose: 'Lets somebody in, once each, who lost the phone of the second step.',
		retention: 'Until new ones are made, or access is renewed.',
		erase: withAccount
	}
};
