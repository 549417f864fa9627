// voices.db: counters, and nothing that leads to a person, a device or a moment. Times are planning quarters; the only
// link to accounts.db are the opaque ids of a group and an organisation, kept as facts without a foreign key.
// The migration adds WITHOUT ROWID by hand, because a rowid would keep the order of arrival.
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';

/** What every counter is counted by. */
const dimensions = {
	groupId: text('group_id').notNull(),
	organisationId: text('organisation_id').notNull(),
	period: text('period').notNull(),
	module: text('module').notNull(),
	version: integer('version').notNull()
};

/** The only counter by language and attempt. `attempt` is what the device says: its first play of the module or a later one. */
export const participationCountTable = sqliteTable(
	'participation_count',
	{
		...dimensions,
		locale: text('locale').notNull(),
		attempt: text('attempt', { enum: ['first', 'later'] }).notNull(),
		started: integer('started').notNull().default(0),
		completed: integer('completed').notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.groupId, t.module, t.period, t.organisationId, t.version, t.locale, t.attempt] })]
);

/** First plays only, and not by language: the one Arabic play of a group would be a path from node to node. */
export const choiceCountTable = sqliteTable(
	'choice_count',
	{ ...dimensions, node: text('node').notNull(), choice: text('choice').notNull(), count: integer('count').notNull() },
	(t) => [
		primaryKey({
			columns: [t.groupId, t.module, t.node, t.choice, t.period, t.organisationId, t.version]
		})
	]
);

/** First plays only, and not by language: see choiceCountTable. */
export const endingCountTable = sqliteTable(
	'ending_count',
	{ ...dimensions, node: text('node').notNull(), count: integer('count').notNull() },
	(t) => [primaryKey({ columns: [t.groupId, t.module, t.node, t.period, t.organisationId, t.version] })]
);

/** Ids of events already counted, so that a repeat counts once. Random, and of no use for anything else. */
export const seenEventTable = sqliteTable(
	'seen_event',
	{ period: text('period').notNull(), eventId: text('event_id').notNull() },
	(t) => [primaryKey({ columns: [t.period, t.eventId] })]
);

/** What a coach sees of a node's choices: a copy of the live counts, renewed when five more first plays have answered, once a day at most. */
export const shownChoicesTable = sqliteTable(
	'shown_choices',
	{
		groupId: text('group_id').notNull(),
		module: text('module').notNull(),
		node: text('node').notNull(),
		choice: text('choice').notNull(),
		count: integer('count').notNull()
	},
	(t) => [primaryKey({ columns: [t.groupId, t.module, t.node, t.choice] })]
);

/**
 * Choices of plays that aren't the first, for a group's goals then and now. Without a quarter: nothing but a sum is asked of it.
 * `shown` is the copy that a coach sees: renewed for a whole module at once, when ten more answers have come, once a day at most.
 */
export const laterChoiceTable = sqliteTable(
	'later_choice',
	{
		groupId: text('group_id').notNull(),
		module: text('module').notNull(),
		node: text('node').notNull(),
		choice: text('choice').notNull(),
		count: integer('count').notNull(),
		shown: integer('shown').notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.groupId, t.module, t.node, t.choice] })]
);

const counter: Omit<PrivacyDeclaration, 'purpose'> = {
	subject: 'no known person: counts per group and quarter; in a group with very few plays, they can be those of one play',
	retention: 'Kept: the releases of later years compare with them.',
	erase: 'Nothing to erase: no count says whose it is, so none can be taken out.'
};

export const privacy: Record<string, PrivacyDeclaration> = {
	participation_count: { ...counter, purpose: 'How many took a module: for the group’s coach and the indicators.' },
	choice_count: { ...counter, purpose: 'Which paths are chosen: what a group should talk about, what a module should explain.' },
	ending_count: { ...counter, purpose: 'Which endings are reached: whether a module’s hard endings are too frequent.' },
	later_choice: { ...counter, purpose: 'Lets a group see whether it chooses otherwise when it plays again.' },
	seen_event: {
		subject: 'none: a random id made for one event, never reused',
		purpose: 'Counts an event once although a phone without network may send it twice.',
		retention: 'To the end of the quarter; then deleted and overwritten (forgetEvents).',
		erase: 'By itself at the end of the quarter.'
	},
	shown_choices: {
		...counter,
		purpose: 'Lets a coach see choices move by five or more, so that nobody’s single answer can be watched arriving.',
		retention: 'As long as the counts it is copied from.'
	}
};
