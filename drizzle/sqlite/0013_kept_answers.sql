CREATE TABLE `kept_answers` (
	`scope` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`status` integer NOT NULL,
	`location` text,
	`body` text,
	`made_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `key`),
	CONSTRAINT "kept_answers_key" CHECK(length("kept_answers"."key") between 1 and 255),
	CONSTRAINT "kept_answers_fingerprint" CHECK(length("kept_answers"."fingerprint") = 64),
	CONSTRAINT "kept_answers_status" CHECK("kept_answers"."status" between 200 and 399)
);
--> statement-breakpoint
CREATE INDEX `kept_answers_by_time` ON `kept_answers` (`made_at`);