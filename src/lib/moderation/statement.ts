// A sentence on its way to publication: written, read by the coach, read by the coordinator. Pure.
export const statementStates = ['written', 'read', 'approved'] as const;
export type StatementState = (typeof statementStates)[number];

/** The longest sentence, in characters. */
export const longestStatement = 280;

/** How few organisations in a pool make an origin guessable: below it no statement is published. */
const fewestOrganisations = 3;

export interface PendingStatement {
	id: string;
	consultationId: string;
	step: string;
	organisationId: string;
	groupId: string;
	setting: string;
	locale: string;
	raw: string;
	cleaned: string;
	state: StatementState;
}

/** Characters that people type, without those that hide or reorder text; spaces in a row become one. */
export function tidyStatement(text: string): string {
	return text
		.normalize('NFC')
		.replace(/[\p{Cc}\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

/** How long raw text waits to be read, and an approved sentence for the answer to its consultation, in days. */
const rawDays = 30;
export const approvedDays = 365;

/** The last Monday within so many days of a day (`2027-03-31`): the sentence is gone by then. */
export function keepUntilOf(now: Date, days = rawDays): string {
	const end = new Date(now.getTime() + days * 86_400_000);
	const sinceMonday = (end.getUTCDay() + 6) % 7;
	return new Date(end.getTime() - sinceMonday * 86_400_000).toISOString().slice(0, 10);
}

/** How many organisations approved statements of a consultation come from, and whether that is enough to publish any. */
export function mayPublish(statements: Pick<PendingStatement, 'organisationId' | 'state'>[]): boolean {
	const pool = new Set(statements.filter(({ state }) => state === 'approved').map(({ organisationId }) => organisationId));
	return pool.size >= fewestOrganisations;
}
