CREATE INDEX `answer_spool_batch` ON `answer_spool` (`period`,`group_id`,`form`);--> statement-breakpoint
CREATE INDEX `answer_group` ON `answer` (`group_id`,`form`);--> statement-breakpoint
CREATE INDEX `answer_period` ON `answer` (`period`);