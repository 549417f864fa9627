CREATE TABLE `later_choice` (
	`group_id` text NOT NULL,
	`module` text NOT NULL,
	`node` text NOT NULL,
	`choice` text NOT NULL,
	`count` integer NOT NULL,
	`shown` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`group_id`, `module`, `node`, `choice`)
) WITHOUT ROWID;
