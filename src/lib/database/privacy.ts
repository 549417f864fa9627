// What each table must say about itself. Every `tables.server.ts` exports `privacy`, keyed by the table's SQL name;
// tests/privacy.test.ts fails on a table without it.

export interface PrivacyDeclaration {
	/** Whose data it is: 'none' where no row can be led back to a person. */
	subject: string;
	/** Why it is kept. */
	purpose: string;
	/** How long, and what ends it. */
	retention: string;
	/** How a person's data leave the table, or why there is nothing to erase. */
	erase: string;
}
