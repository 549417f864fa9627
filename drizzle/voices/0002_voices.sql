-- WITHOUT ROWID is added by hand (drizzle has no word for it): a hidden rowid would keep the order in which rows arrived.
CREATE TABLE `allowance` (
	`period` text NOT NULL,
	`group_id` text NOT NULL,
	`form` text NOT NULL,
	`size` integer NOT NULL,
	`signed` integer NOT NULL,
	PRIMARY KEY(`period`, `group_id`, `form`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `answer_spool` (
	`spool_key` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`country` text NOT NULL,
	`organisation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`form` text NOT NULL,
	`body` text NOT NULL,
	`age_band` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `answer_spool_batch` ON `answer_spool` (`period`,`group_id`,`form`);--> statement-breakpoint
CREATE TABLE `answer` (
	`answer_key` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`country` text NOT NULL,
	`organisation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`form` text NOT NULL,
	`question` text NOT NULL,
	`option` text NOT NULL,
	`age_band` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `answer_group` ON `answer` (`group_id`,`form`);--> statement-breakpoint
CREATE INDEX `answer_period` ON `answer` (`period`);--> statement-breakpoint
CREATE TABLE `attendance` (
	`period` text NOT NULL,
	`organisation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`occasion` text NOT NULL,
	`method` text NOT NULL,
	`meetings` integer NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `group_id`, `occasion`, `method`, `period`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `blind_key` (
	`period` text NOT NULL,
	`form` text NOT NULL,
	`public_key` text NOT NULL,
	`private_key` text NOT NULL,
	PRIMARY KEY(`period`, `form`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`country` text NOT NULL,
	`state` text NOT NULL,
	`body` text NOT NULL,
	`answer_due` text NOT NULL,
	`opened_on` text,
	`answered_on` text
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `release_key` (
	`public_key` text PRIMARY KEY NOT NULL,
	`private_key` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `release` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`period` text NOT NULL,
	`country` text NOT NULL,
	`body` text NOT NULL,
	`signature` text NOT NULL,
	`public_key` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `shown_answers` (
	`group_id` text NOT NULL,
	`form` text NOT NULL,
	`question` text NOT NULL,
	`option` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`group_id`, `form`, `question`, `option`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `spent_proof` (
	`period` text NOT NULL,
	`proof` text NOT NULL,
	PRIMARY KEY(`period`, `proof`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `statement` (
	`statement_key` text PRIMARY KEY NOT NULL,
	`consultation_id` text NOT NULL,
	`step` text NOT NULL,
	`setting` text NOT NULL,
	`locale` text NOT NULL,
	`text` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally` (
	`period` text NOT NULL,
	`country` text NOT NULL,
	`organisation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`form` text NOT NULL,
	`question` text NOT NULL,
	`option` text NOT NULL,
	`method` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`organisation_id`, `group_id`, `form`, `question`, `option`, `method`, `period`, `country`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `voucher` (
	`voucher` text PRIMARY KEY NOT NULL,
	`period` text NOT NULL,
	`organisation_id` text NOT NULL,
	`group_id` text NOT NULL,
	`form` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `indicator_record` (
	`indicator` text NOT NULL,
	`country` text NOT NULL,
	`year` text NOT NULL,
	`organisation_id` text NOT NULL,
	`value` text NOT NULL,
	`evidence` text NOT NULL,
	`author` text NOT NULL,
	`recorded_on` text NOT NULL,
	PRIMARY KEY(`indicator`, `country`, `year`, `organisation_id`)
) WITHOUT ROWID;
