-- WITHOUT ROWID is added by hand (drizzle has no word for it): a hidden rowid would keep the order in which rows arrived.
CREATE TABLE `choice_count` (
	`group_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`period` text NOT NULL,
	`module` text NOT NULL,
	`version` integer NOT NULL,
	`node` text NOT NULL,
	`choice` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`group_id`, `module`, `node`, `choice`, `period`, `organisation_id`, `version`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `ending_count` (
	`group_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`period` text NOT NULL,
	`module` text NOT NULL,
	`version` integer NOT NULL,
	`node` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`group_id`, `module`, `node`, `period`, `organisation_id`, `version`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `participation_count` (
	`group_id` text NOT NULL,
	`organisation_id` text NOT NULL,
	`period` text NOT NULL,
	`module` text NOT NULL,
	`version` integer NOT NULL,
	`locale` text NOT NULL,
	`attempt` text NOT NULL,
	`started` integer DEFAULT 0 NOT NULL,
	`completed` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`group_id`, `module`, `period`, `organisation_id`, `version`, `locale`, `attempt`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `seen_event` (
	`period` text NOT NULL,
	`event_id` text NOT NULL,
	PRIMARY KEY(`period`, `event_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `shown_choices` (
	`group_id` text NOT NULL,
	`module` text NOT NULL,
	`node` text NOT NULL,
	`choice` text NOT NULL,
	`count` integer NOT NULL,
	PRIMARY KEY(`group_id`, `module`, `node`, `choice`)
) WITHOUT ROWID;
