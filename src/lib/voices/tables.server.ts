// voices.db: counters, and nothing that leads to a person, a device or a moment. Times are planning quarters; the only
// link to accounts.db are the opaque ids of a group and an organisation, kept as facts without a foreign key.
// The migration adds WITHOUT ROWID by hand, because a rowid would keep the order of arrival.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { methods, occasions } from './answers';
import { consultationStates, type ConsultationBody } from './consultation';

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

/** Answers to closed questions, each a row of its own. Nothing joins two rows of one respondent; the place is as coarse as the batch. */
export const answerTable = sqliteTable(
	'answer',
	{
		/** 16 random bytes: neither order nor kinship. */
		answerKey: text('answer_key').primaryKey(),
		period: text('period').notNull(),
		country: text('country').notNull(),
		/** Empty where fewer than ten answered in the organisation: then the answer belongs to the country only. */
		organisationId: text('organisation_id').notNull(),
		/** Empty where fewer than ten answered in the group. */
		groupId: text('group_id').notNull(),
		form: text('form').notNull(),
		question: text('question').notNull(),
		option: text('option').notNull(),
		/** Empty where fewer than five of the batch share it. */
		ageBand: text('age_band').notNull()
	},
	(t) => [index('answer_group').on(t.groupId, t.form), index('answer_period').on(t.period)]
);

/** What one respondent sent, until its batch is full: then it is split into answers and overwritten. */
export const answerSpoolTable = sqliteTable(
	'answer_spool',
	{
		spoolKey: text('spool_key').primaryKey(),
		period: text('period').notNull(),
		country: text('country').notNull(),
		organisationId: text('organisation_id').notNull(),
		groupId: text('group_id').notNull(),
		form: text('form').notNull(),
		body: text('body', { mode: 'json' }).$type<Record<string, string>>().notNull(),
		ageBand: text('age_band').notNull()
	},
	(t) => [index('answer_spool_batch').on(t.period, t.groupId, t.form)]
);

/** Counts that a host made: by raised hands, on paper, or by phones in a live meeting. */
export const tallyTable = sqliteTable(
	'tally',
	{
		period: text('period').notNull(),
		country: text('country').notNull(),
		organisationId: text('organisation_id').notNull(),
		groupId: text('group_id').notNull(),
		form: text('form').notNull(),
		question: text('question').notNull(),
		option: text('option').notNull(),
		method: text('method', { enum: methods }).notNull(),
		count: integer('count').notNull()
	},
	(t) => [primaryKey({ columns: [t.organisationId, t.groupId, t.form, t.question, t.option, t.method, t.period, t.country] })]
);

/** How many took part in meetings, and how that was counted. */
export const attendanceTable = sqliteTable(
	'attendance',
	{
		period: text('period').notNull(),
		organisationId: text('organisation_id').notNull(),
		groupId: text('group_id').notNull(),
		occasion: text('occasion', { enum: occasions }).notNull(),
		method: text('method', { enum: methods }).notNull(),
		meetings: integer('meetings').notNull(),
		count: integer('count').notNull()
	},
	(t) => [primaryKey({ columns: [t.organisationId, t.groupId, t.occasion, t.method, t.period] })]
);

/** A coach's view of answers: a copy, renewed when five more have answered (see shownChoicesTable). */
export const shownAnswersTable = sqliteTable(
	'shown_answers',
	{
		groupId: text('group_id').notNull(),
		form: text('form').notNull(),
		question: text('question').notNull(),
		option: text('option').notNull(),
		count: integer('count').notNull()
	},
	(t) => [primaryKey({ columns: [t.groupId, t.form, t.question, t.option] })]
);

/** RSA key pairs that sign blindly (RFC 9474), one for each form and period and for nothing else. */
export const blindKeyTable = sqliteTable(
	'blind_key',
	{
		period: text('period').notNull(),
		form: text('form').notNull(),
		publicKey: text('public_key').notNull(),
		privateKey: text('private_key').notNull()
	},
	(t) => [primaryKey({ columns: [t.period, t.form] })]
);

/** How many may answer a form for a group, and for how many it was signed: a number, never who. */
export const allowanceTable = sqliteTable(
	'allowance',
	{
		period: text('period').notNull(),
		groupId: text('group_id').notNull(),
		form: text('form').notNull(),
		size: integer('size').notNull(),
		signed: integer('signed').notNull()
	},
	(t) => [primaryKey({ columns: [t.period, t.groupId, t.form] })]
);

/** Hashes of proofs already used, so that each counts once. */
export const spentProofTable = sqliteTable(
	'spent_proof',
	{ period: text('period').notNull(), proof: text('proof').notNull() },
	(t) => [primaryKey({ columns: [t.period, t.proof] })]
);

/** Hashes of paper vouchers not used yet. */
export const voucherTable = sqliteTable('voucher', {
	voucher: text('voucher').primaryKey(),
	period: text('period').notNull(),
	organisationId: text('organisation_id').notNull(),
	groupId: text('group_id').notNull(),
	form: text('form').notNull()
});

/** A question to young people that must be answered: who asks, who reads, what it can change, and what was done. */
export const consultationTable = sqliteTable('consultation', {
	id: text('id').primaryKey(),
	organisationId: text('organisation_id').notNull(),
	country: text('country').notNull(),
	state: text('state', { enum: consultationStates }).notNull(),
	/** Everything but the words may be asked by query; the words are checked by consultation.ts on every write. */
	body: text('body', { mode: 'json' }).$type<ConsultationBody>().notNull(),
	/** Days, as `2027-03-31`, of what the organisation promised and did. */
	answerDue: text('answer_due').notNull(),
	openedOn: text('opened_on'),
	answeredOn: text('answered_on')
});

/** Statements of young people, cleaned, approved twice and published; before that they are not in this database. */
export const statementTable = sqliteTable('statement', {
	statementKey: text('statement_key').primaryKey(),
	consultationId: text('consultation_id').notNull(),
	step: text('step').notNull(),
	setting: text('setting').notNull(),
	locale: text('locale').notNull(),
	text: text('text').notNull()
});

/** Frozen figures: what the register shows and every export is made from. */
export const releaseTable = sqliteTable('release', {
	id: text('id').primaryKey(),
	/** Who computed it: this instance (empty), or the key of the one it was imported from. */
	source: text('source').notNull(),
	period: text('period').notNull(),
	country: text('country').notNull(),
	/** The release object as canonical JSON, byte for byte what was signed. */
	body: text('body').notNull(),
	signature: text('signature').notNull(),
	publicKey: text('public_key').notNull()
});

/** The Ed25519 key pair that signs this instance's releases. */
export const releaseKeyTable = sqliteTable('release_key', {
	publicKey: text('public_key').primaryKey(),
	privateKey: text('private_key').notNull()
});

export { privacy } from './table-privacy';
