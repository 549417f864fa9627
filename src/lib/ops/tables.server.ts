// What the instance knows of itself, in accounts.db.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';
import { acts } from './audit';
import { retentionJobs } from './retention';

export const instanceTable = sqliteTable('instance', {
	/** `demo` is '1' where the fictional demo filled the data folder; `signs:BE` is the organisation that signs Belgium's figures. */
	key: text('key').primaryKey(),
	value: text('value').notNull()
});

/** Administrative acts. The actor is an opaque id: accounts stand beside this folder, not below it. */
export const auditTable = sqliteTable(
	'audit',
	{
		id: integer('id').primaryKey({ autoIncrement: true }),
		at: integer('at', { mode: 'timestamp_ms' }).notNull(),
		act: text('act', { enum: acts }).notNull(),
		actorId: text('actor_id'),
		/** Of what it was done to; null for the instance. */
		organisationId: text('organisation_id'),
		/** A group, an organisation or a day by name; never a person. */
		subject: text('subject').notNull(),
		/** Of the account it was done to, where it was one. */
		subjectId: text('subject_id')
	},
	(table) => [index('audit_organisation').on(table.organisationId, table.at), index('audit_actor').on(table.actorId)]
);

/** What the retention jobs deleted, by day. */
export const retentionTable = sqliteTable(
	'retention_run',
	{
		job: text('job', { enum: retentionJobs }).notNull(),
		day: text('day').notNull(),
		deleted: integer('deleted').notNull()
	},
	(table) => [primaryKey({ columns: [table.job, table.day] })]
);

export const privacy: Record<string, PrivacyDeclaration> = {
	instance: {
		subject: 'none',
		purpose: 'Tells whether this is a demo, so that every page can say so, and which organisation signs a country’s figures.',
		retention: 'As long as the instance.',
		erase: 'Nothing to erase: it holds nothing about anybody.'
	},
	audit: {
		subject: 'Coaches, coordinators and network admins who did something administrative.',
		purpose: 'Lets an organisation see who opened, closed, invited and removed what.',
		retention: 'Two years, then deleted by the retention job.',
		erase: 'Erasing an account takes its id out of what it did and of what was done to it.'
	},
	retention_run: {
		subject: 'none',
		purpose: 'Shows that what is past its time is deleted.',
		retention: 'As long as the instance.',
		erase: 'Nothing to erase: it holds numbers of rows.'
	}
};
