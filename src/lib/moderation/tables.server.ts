// moderation.db: sentences of young people before two adults have read them. In a file of its own, so that the voices never hold
// a word that wasn't approved, and backups of the voices hold none either.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';
import { statementStates } from './statement';

export const pendingStatementTable = sqliteTable('pending_statement', {
	/** 16 random bytes. */
	id: text('id').primaryKey(),
	consultationId: text('consultation_id').notNull(),
	step: text('step').notNull(),
	organisationId: text('organisation_id').notNull(),
	groupId: text('group_id').notNull(),
	setting: text('setting').notNull(),
	locale: text('locale').notNull(),
	/** As written; emptied when the coordinator has approved a cleaned text. */
	raw: text('raw').notNull(),
	/** What would be published; empty until somebody cleaned it. */
	cleaned: text('cleaned').notNull(),
	state: text('state', { enum: statementStates }).notNull(),
	/** SHA-256 of the receipt code that lets its author take it back. */
	receipt: text('receipt').notNull().unique(),
	/** A Monday by which it is deleted: 30 days for what nobody approved, a year for what waits for an answer. Weeks, because a day would be a moment. */
	keepUntil: text('keep_until').notNull()
});

export const privacy: Record<string, PrivacyDeclaration> = {
	pending_statement: {
		subject: 'young people who wrote a sentence; it may identify them or others until it is cleaned',
		purpose: 'Lets two adults read a sentence before anybody else, and its author take it back.',
		retention:
			'Raw text: until approved or refused, 30 days at most. Cleaned text: until published with the answer of its consultation, a year at most.',
		erase: 'By the receipt code, by refusal, or by itself; the file overwrites what is deleted.'
	}
};
