-- WITHOUT ROWID is added by hand (drizzle has no word for it): a hidden rowid would keep the order in which rows arrived.
CREATE TABLE `pending_statement` (
	`id` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`step` text NOT NULL,
	`organisation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`setting` text NOT NULL,
	`locale` text NOT NULL,
	`raw` text NOT NULL,
	`cleaned` text NOT NULL,
	`state` text NOT NULL,
	`receipt` text NOT NULL,
	`keep_until` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `pending_statement_receipt_unique` ON `pending_statement` (`receipt`);