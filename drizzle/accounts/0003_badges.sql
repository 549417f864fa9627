-- WITHOUT ROWID is added by hand (drizzle has no word for it): a hidden rowid would keep the order in which badges were given.
CREATE TABLE `award` (
	`account_id` text NOT NULL,
	`badge_id` text NOT NULL,
	`month` text NOT NULL,
	`name_mode` text NOT NULL,
	PRIMARY KEY(`account_id`, `badge_id`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`badge_id`) REFERENCES `badge`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `award_badge_id_unique` ON `award` (`badge_id`);--> statement-breakpoint
CREATE INDEX `award_month` ON `award` (`month`);--> statement-breakpoint
CREATE TABLE `badge` (
	`id` text PRIMARY KEY NOT NULL,
	`subject_uuid` text NOT NULL,
	`achievement` text NOT NULL,
	`achievement_version` integer NOT NULL,
	`month` text NOT NULL,
	`valid_until` text NOT NULL,
	`issuer` text,
	`status_index` integer NOT NULL,
	`commitment` text,
	`revoked_on` text,
	FOREIGN KEY (`issuer`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `badge_subject_uuid_unique` ON `badge` (`subject_uuid`);--> statement-breakpoint
CREATE UNIQUE INDEX `badge_status_index_unique` ON `badge` (`status_index`);