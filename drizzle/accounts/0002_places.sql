CREATE TABLE `peer_pause` (
	`account_id` text PRIMARY KEY NOT NULL,
	`paused_on` text NOT NULL,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `todo_answer` (
	`account_id` text NOT NULL,
	`card` text NOT NULL,
	`print` text NOT NULL,
	`answer` text NOT NULL,
	`answered_on` text NOT NULL,
	PRIMARY KEY(`account_id`, `card`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `todo_tally` (
	`rule` text NOT NULL,
	`answer` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`rule`, `answer`)
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`act` text NOT NULL,
	`actor_id` text,
	`organisation_id` text,
	`subject` text NOT NULL,
	`subject_id` text
);
--> statement-breakpoint
CREATE INDEX `audit_organisation` ON `audit` (`organisation_id`,`at`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor_id`);--> statement-breakpoint
CREATE TABLE `retention_run` (
	`job` text NOT NULL,
	`day` text NOT NULL,
	`deleted` integer NOT NULL,
	PRIMARY KEY(`job`, `day`)
);
--> statement-breakpoint
CREATE TABLE `attendance` (
	`day_id` text NOT NULL,
	`account_id` text NOT NULL,
	PRIMARY KEY(`day_id`, `account_id`),
	FOREIGN KEY (`day_id`) REFERENCES `training_day`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `attendance_account` ON `attendance` (`account_id`);--> statement-breakpoint
CREATE TABLE `training_day` (
	`id` text PRIMARY KEY NOT NULL,
	`organisation_id` text NOT NULL,
	`on` text NOT NULL,
	`starts` text NOT NULL,
	`ends` text NOT NULL,
	`place` text NOT NULL,
	`programme` text NOT NULL,
	`young` integer,
	`adults` integer,
	`version` integer DEFAULT 1 NOT NULL,
	`created_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`organisation_id`) REFERENCES `organisation`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `training_day_organisation` ON `training_day` (`organisation_id`,`on`);--> statement-breakpoint
CREATE TABLE `plan` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`on` text NOT NULL,
	`starts` text NOT NULL,
	`kit` text NOT NULL,
	`intensity` integer NOT NULL,
	`coach_present` integer NOT NULL,
	`booster` text,
	`state` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`group_id`) REFERENCES `group`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `plan_group` ON `plan` (`group_id`,`on`);--> statement-breakpoint
DROP INDEX `group_organisation`;--> statement-breakpoint
ALTER TABLE `group` ADD `opened_at` integer;--> statement-breakpoint
ALTER TABLE `group` ADD `languages` text DEFAULT '["fr"]' NOT NULL;--> statement-breakpoint
ALTER TABLE `group` ADD `age_band` text DEFAULT '14-15' NOT NULL;--> statement-breakpoint
ALTER TABLE `group` ADD `shared_phones` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `group` ADD `intensity` integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE `group` ADD `handover` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `group` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX `group_organisation` ON `group` (`organisation_id`,`name`);--> statement-breakpoint
ALTER TABLE `group_coach` ADD `until` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `country` text DEFAULT 'be' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `agreed_on` text;--> statement-breakpoint
ALTER TABLE `organisation` ADD `contact` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `contact_phone` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `procedure` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `organisation` ADD `closed_at` integer;--> statement-breakpoint
-- Groups of before had no gate: they stay open.
UPDATE `group` SET `opened_at` = `created_at`;
