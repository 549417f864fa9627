// live.db: meetings that take place now. Nothing here leads to an account, a group key or a device, and all of it but `record`
// is deleted a day after the meeting. Tables keyed by more than one column are WITHOUT ROWID (by hand in the migration): a rowid
// would keep the order in which people answered.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { PrivacyDeclaration } from '../database/privacy';
import type { Plan } from './plan';
import type { LiveFacts } from './record';
import type { LiveState } from './state';

export const liveTable = sqliteTable(
	'live',
	{
		id: text('id').primaryKey(),
		code: text('code').notNull().unique(),
		groupId: text('group_id').notNull(),
		organisationId: text('organisation_id').notNull(),
		plan: text('plan', { mode: 'json' }).$type<Plan>().notNull(),
		state: text('state', { mode: 'json' }).$type<LiveState>().notNull(),
		/** Counts the state's changes. */
		seq: integer('seq').notNull(),
		/** Ids of the prompts that take answers now, each between spaces: what a vote is checked against as it is written. */
		open: text('open').notNull(),
		/** Keys of the last commands, newest last: one that comes again is answered and not obeyed twice. */
		keys: text('keys', { mode: 'json' }).$type<string[]>().notNull(),
		createdAt: integer('created_at').notNull(),
		expiresAt: integer('expires_at').notNull(),
		endedAt: integer('ended_at')
	},
	(t) => [index('live_group').on(t.groupId)]
);

const liveId = () =>
	text('live_id')
		.notNull()
		.references(() => liveTable.id, { onDelete: 'cascade' });

export const participantTable = sqliteTable(
	'participant',
	{
		liveId: liveId(),
		no: integer('no').notNull(),
		/** SHA-256 of the random token in the phone's cookie. */
		token: text('token').notNull(),
		name: text('name').notNull(),
		lineSent: integer('line_sent').notNull().default(0)
	},
	(t) => [primaryKey({ columns: [t.liveId, t.no] }), index('participant_token').on(t.liveId, t.token)]
);

export const answerTable = sqliteTable(
	'answer',
	{
		liveId: liveId(),
		prompt: text('prompt').notNull(),
		participant: integer('participant').notNull(),
		option: text('option').notNull(),
		/** The phone's own count of its answers: the highest wins, whatever order they arrive in. */
		n: integer('n').notNull()
	},
	(t) => [primaryKey({ columns: [t.liveId, t.prompt, t.participant] })]
);

export const callTable = sqliteTable('call', {
	id: text('id').primaryKey(),
	liveId: liveId(),
	name: text('name').notNull(),
	seen: integer('seen').notNull().default(0)
});

export const lineTable = sqliteTable('line', {
	id: text('id').primaryKey(),
	liveId: liveId(),
	words: text('words').notNull(),
	approved: integer('approved').notNull().default(0)
});

export const reEntryTable = sqliteTable(
	're_entry',
	{
		liveId: liveId(),
		code: text('code').notNull(),
		participant: integer('participant').notNull(),
		expiresAt: integer('expires_at').notNull()
	},
	(t) => [primaryKey({ columns: [t.liveId, t.code] })]
);

export const recordTable = sqliteTable(
	'record',
	{
		id: text('id').primaryKey(),
		groupId: text('group_id').notNull(),
		organisationId: text('organisation_id').notNull(),
		/** Day of the meeting, `2026-11-25`. */
		day: text('day').notNull(),
		facts: text('facts', { mode: 'json' }).$type<LiveFacts>().notNull(),
		/** 1 once the voices have the facts. */
		handedOver: integer('handed_over').notNull().default(0)
	},
	(t) => [index('record_group').on(t.groupId)]
);

const retention = 'A day after the meeting; then deleted and overwritten (purgeLives).';
const aDay = { retention, erase: 'By itself a day after the meeting; by deleting the live before.' };

export const privacy: Record<string, PrivacyDeclaration> = {
	live: {
		subject: 'none: a group’s meeting; who hosts it is not written down',
		purpose: 'Where the meeting stands, so that every phone and screen shows the same after any break.',
		...aDay
	},
	participant: {
		subject: 'Young people in the room, each as a random token and an animal’s name.',
		purpose: 'Lets a phone answer once, and a coach find who called.',
		...aDay
	},
	answer: {
		subject: 'Young people in the room.',
		purpose: 'Counts each phone’s last answer to a question once; only counts leave the table.',
		...aDay
	},
	call: {
		subject: 'Young people in the room who would like to talk to the coach.',
		purpose: 'Shows the coach, and nobody else, the animal of the phone that called.',
		...aDay
	},
	line: {
		subject: 'Young people in the room; no column says who wrote it.',
		purpose: 'A line of feedback, shown once an adult approved it.',
		...aDay
	},
	re_entry: {
		subject: 'Young people in the room whose phone lost its cookie.',
		purpose: 'Gives a phone its place back with a code from the host, valid for ten minutes.',
		...aDay
	},
	record: {
		subject: 'none: counts of a meeting, small ones hidden',
		purpose: 'The log of what a group did, and the plain facts that the voices take.',
		retention: 'As long as the group takes part.',
		erase: 'Nothing to erase: no count says whose it is.'
	}
};
