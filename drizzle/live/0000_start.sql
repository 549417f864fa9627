-- WITHOUT ROWID is added by hand (drizzle has no word for it): a hidden rowid would keep the order in which people answered.
CREATE TABLE `answer` (
	`live_id` text NOT NULL,
	`prompt` text NOT NULL,
	`participant` integer NOT NULL,
	`option` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`live_id`, `prompt`, `participant`),
	FOREIGN KEY (`live_id`) REFERENCES `live`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `call` (
	`id` text PRIMARY KEY NOT NULL,
	`live_id` text NOT NULL,
	`name` text NOT NULL,
	`seen` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`live_id`) REFERENCES `live`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `line` (
	`id` text PRIMARY KEY NOT NULL,
	`live_id` text NOT NULL,
	`words` text NOT NULL,
	`approved` integer DEFAULT 0 NOT NULL,
	FOREIGN KEY (`live_id`) REFERENCES `live`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `live` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`group_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`plan` text NOT NULL,
	`state` text NOT NULL,
	`seq` integer NOT NULL,
	`open` text NOT NULL,
	`keys` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`ended_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `live_code_unique` ON `live` (`code`);--> statement-breakpoint
CREATE INDEX `live_group` ON `live` (`group_id`);--> statement-breakpoint
CREATE TABLE `participant` (
	`live_id` text NOT NULL,
	`no` integer NOT NULL,
	`token` text NOT NULL,
	`name` text NOT NULL,
	`line_sent` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`live_id`, `no`),
	FOREIGN KEY (`live_id`) REFERENCES `live`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `participant_token` ON `participant` (`live_id`,`token`);--> statement-breakpoint
CREATE TABLE `re_entry` (
	`live_id` text NOT NULL,
	`code` text NOT NULL,
	`participant` integer NOT NULL,
	`expires_at` integer NOT NULL,
	PRIMARY KEY(`live_id`, `code`),
	FOREIGN KEY (`live_id`) REFERENCES `live`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `record` (
	`id` text PRIMARY KEY NOT NULL,
	`group_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`day` text NOT NULL,
	`facts` text NOT NULL,
	`handed_over` integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE INDEX `record_group` ON `record` (`group_id`);