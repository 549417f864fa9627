CREATE TABLE `led_meeting` (
	`account_id` text NOT NULL,
	`on` text NOT NULL,
	`kit` text NOT NULL,
	`signed_on` text,
	PRIMARY KEY(`account_id`, `on`, `kit`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `path_date` (
	`account_id` text NOT NULL,
	`step` text NOT NULL,
	`on` text NOT NULL,
	`detail` text NOT NULL,
	PRIMARY KEY(`account_id`, `step`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `poster` (
	`account_id` text PRIMARY KEY NOT NULL,
	`place` text NOT NULL,
	`times` text NOT NULL,
	`approved_on` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `rubric` (
	`account_id` text PRIMARY KEY NOT NULL,
	`own` text,
	`coach` text,
	`agreed` text,
	`agreed_on` text,
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `unit_done` (
	`account_id` text NOT NULL,
	`unit` text NOT NULL,
	`completed_on` text NOT NULL,
	`passed_on` text,
	`checked_on` text,
	PRIMARY KEY(`account_id`, `unit`),
	FOREIGN KEY (`account_id`) REFERENCES `account`(`id`) ON UPDATE no action ON DELETE cascade
);
