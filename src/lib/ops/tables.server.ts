// What the instance knows of itself, in accounts.db.
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';

export const instanceTable = sqliteTable('instance', {
	/** `demo` is '1' where the fictional demo filled the data folder. */
	key: text('key').primaryKey(),
	value: text('value').notNull()
});

export const privacy: Record<string, PrivacyDeclaration> = {
	instance: {
		subject: 'none',
		purpose: 'Tells whether this is a demo, so that every page can say so.',
		retention: 'As long as the instance.',
		erase: 'Nothing to erase: it holds nothing about anybody.'
	}
};
