// What each table of the voices says of itself (tests/privacy.test.ts reads it through tables.server.ts).
import type { PrivacyDeclaration } from '../database/privacy';

const counter: Omit<PrivacyDeclaration, 'purpose'> = {
	subject: 'no known person: counts per group and quarter; in a group with very few plays, they can be those of one play',
	retention: 'Kept: the releases of later years compare with them.',
	erase: 'Nothing to erase: no count says whose it is, so none can be taken out.'
};

const answers: Omit<PrivacyDeclaration, 'purpose' | 'retention'> = {
	subject: 'unknown respondents: no row says whose it is, and nothing joins two rows of one of them',
	erase: 'Nothing to erase: nobody, we included, can tell whose an answer is.'
};

const noPerson: Omit<PrivacyDeclaration, 'purpose' | 'retention'> = {
	subject: 'none',
	erase: 'Nothing to erase: it holds nothing about a young person.'
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
	},
	answer: {
		...answers,
		purpose: 'What groups know, think and would do, and what young people say in consultations.',
		retention: 'Kept: the figures of later years compare with them.'
	},
	answer_spool: {
		...answers,
		subject: 'unknown respondents: the answers of one of them to one form stand together until their batch is full',
		purpose: 'Keeps what was acknowledged until ten to fourteen have answered and the answers can be taken apart.',
		retention: 'Until the batch is full, at the latest the end of the quarter; then overwritten.'
	},
	tally: { ...counter, purpose: 'Answers that were counted in the room: hands, paper, or phones of a live meeting.' },
	attendance: { ...counter, purpose: 'How many a meeting reached, and how that was counted.' },
	shown_answers: {
		...counter,
		purpose: 'Lets a coach see answers move by five or more.',
		retention: 'As long as the answers it is copied from.'
	},
	blind_key: {
		...noPerson,
		purpose: 'Signs proofs without seeing them, so that one respondent answers once and stays unknown.',
		retention: 'Private half: to the end of its quarter. Public half: one quarter more.'
	},
	allowance: { ...noPerson, purpose: 'Limits how many answer for a group.', retention: 'To the end of the next quarter.' },
	spent_proof: { ...noPerson, purpose: 'A proof counts once.', retention: 'To the end of the next quarter.' },
	voucher: {
		...noPerson,
		purpose: 'A paper voucher counts once.',
		retention: 'Until used, at most to the end of the next quarter.'
	},
	consultation: {
		...noPerson,
		purpose: 'Says who asks, who reads, what can change, and what was done.',
		retention: 'Kept: the answer is owed to those who were asked.'
	},
	statement: {
		subject: 'young people who chose to have a sentence published; nothing says who',
		purpose: 'Lets their words be read by those who decide.',
		retention: 'As long as the consultation.',
		erase:
			'Until publication by the receipt code (before that it is not in this database); afterwards by the coordinator on request.'
	},
	release: {
		...noPerson,
		purpose: 'Published figures, frozen and signed.',
		retention: 'Kept: published figures are never revised.'
	},
	release_key: {
		...noPerson,
		purpose: 'Lets others check that figures come from this instance.',
		retention: 'As long as the instance.'
	}
};
