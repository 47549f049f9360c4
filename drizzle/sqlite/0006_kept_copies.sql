CREATE TABLE `contents` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`stored_size` integer NOT NULL,
	`sketch` text,
	`text` text,
	`bytes` blob NOT NULL,
	CONSTRAINT "contents_sizes" CHECK("contents"."size" >= 0 and "contents"."stored_size" >= 0)
);
--> statement-breakpoint
CREATE TABLE `copies` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`url` text NOT NULL,
	`final_url` text NOT NULL,
	`redirects` text NOT NULL,
	`status` integer NOT NULL,
	`headers` text NOT NULL,
	`media_type` text,
	`fetched_at` integer NOT NULL,
	`details` text,
	`content_sha256` text,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`reading_fault` text,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`content_sha256`) REFERENCES `contents`(`sha256`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "copies_content" CHECK("copies"."content_sha256" is null or "copies"."content_sha256" = "copies"."sha256")
);
--> statement-breakpoint
CREATE INDEX `copies_by_page` ON `copies` (`page_id`,`fetched_at`);--> statement-breakpoint
CREATE INDEX `copies_by_content` ON `copies` (`content_sha256`);--> statement-breakpoint
CREATE TABLE `hosts` (
	`host` text PRIMARY KEY NOT NULL,
	`due_at` integer NOT NULL,
	`lease` text,
	`leased_until` integer,
	`paused_until` integer,
	CONSTRAINT "hosts_lease" CHECK(("hosts"."lease" is null) = ("hosts"."leased_until" is null))
);
--> statement-breakpoint
CREATE INDEX `hosts_by_due` ON `hosts` (`due_at`,`host`);--> statement-breakpoint
CREATE TABLE `kept_space` (
	`number` integer PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	CONSTRAINT "kept_space_once" CHECK("kept_space"."number" = 1),
	CONSTRAINT "kept_space_bytes" CHECK("kept_space"."bytes" >= 0)
);
--> statement-breakpoint
CREATE TABLE `page_addresses` (
	`link_key` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `page_addresses_by_page` ON `page_addresses` (`page_id`);--> statement-breakpoint
CREATE TABLE `passages` (
	`evidence_id` text PRIMARY KEY NOT NULL,
	`copy_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`words` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`copy_id`) REFERENCES `copies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "passages_order" CHECK("passages"."starts_at" >= 0 and "passages"."ends_at" > "passages"."starts_at")
);
--> statement-breakpoint
CREATE INDEX `passages_by_copy` ON `passages` (`copy_id`);--> statement-breakpoint
CREATE TABLE `same_pages` (
	`page_id` text PRIMARY KEY NOT NULL,
	`same_as_id` text NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`same_as_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "same_pages_not_itself" CHECK("same_pages"."page_id" <> "same_pages"."same_as_id")
);
--> statement-breakpoint
CREATE INDEX `same_pages_by_older` ON `same_pages` (`same_as_id`);--> statement-breakpoint
CREATE TABLE `visits` (
	`id` text PRIMARY KEY NOT NULL,
	`page_id` text NOT NULL,
	`at` integer NOT NULL,
	`standing` text NOT NULL,
	`status` integer,
	`final_url` text,
	`fault` text,
	`detail` text,
	`copy_id` text,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`copy_id`) REFERENCES `copies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "visits_standing" CHECK("visits"."standing" in ('waiting', 'alive', 'changed', 'moved', 'gone', 'unreachable', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `visits_by_page` ON `visits` (`page_id`,`at`);--> statement-breakpoint
CREATE INDEX `visits_by_copy` ON `visits` (`copy_id`);--> statement-breakpoint
CREATE TABLE `watches` (
	`page_id` text PRIMARY KEY NOT NULL,
	`url` text NOT NULL,
	`host` text NOT NULL,
	`due_at` integer NOT NULL,
	`attempts` integer NOT NULL,
	`standing` text NOT NULL,
	`since` integer NOT NULL,
	`checked_at` integer,
	`etag` text,
	`last_modified` text,
	`fault` text,
	`fault_detail` text,
	`copy_id` text,
	`first_copy_id` text,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`host`) REFERENCES `hosts`(`host`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`copy_id`) REFERENCES `copies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`first_copy_id`) REFERENCES `copies`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "watches_standing" CHECK("watches"."standing" in ('waiting', 'alive', 'changed', 'moved', 'gone', 'unreachable', 'refused')),
	CONSTRAINT "watches_copies" CHECK(("watches"."copy_id" is null) = ("watches"."first_copy_id" is null))
);
--> statement-breakpoint
CREATE INDEX `watches_by_host` ON `watches` (`host`,`due_at`);--> statement-breakpoint
CREATE INDEX `watches_by_due` ON `watches` (`due_at`);--> statement-breakpoint
CREATE INDEX `watches_by_turn` ON `watches` (`standing`,`due_at`);--> statement-breakpoint
CREATE INDEX `watches_by_standing` ON `watches` (`standing`,`since`,`page_id`);--> statement-breakpoint
CREATE INDEX `watches_by_copy` ON `watches` (`copy_id`);--> statement-breakpoint
CREATE INDEX `watches_by_first_copy` ON `watches` (`first_copy_id`);--> statement-breakpoint
CREATE TABLE `__new_history` (
	`seq` integer PRIMARY KEY NOT NULL,
	`id` text NOT NULL,
	`at` integer NOT NULL,
	`by` text,
	`action` text NOT NULL,
	`forecast_id` text,
	`subject_id` text,
	`reason` text,
	`before` text,
	`after` text,
	`part_of` text,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_of`) REFERENCES `history`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "history_action" CHECK("__new_history"."action" in ('seeded', 'source-recorded', 'text-kept', 'speaker-recorded', 'forecast-recorded', 'forecast-changed', 'forecast-withdrawn', 'forecast-restored', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'passage-marked', 'passage-unmarked', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'))
);
--> statement-breakpoint
INSERT INTO `__new_history`("seq", "id", "at", "by", "action", "forecast_id", "subject_id", "reason", "before", "after", "part_of") SELECT "seq", "id", "at", "by", "action", "forecast_id", "subject_id", "reason", "before", "after", "part_of" FROM `history`;--> statement-breakpoint
DROP TABLE `history`;--> statement-breakpoint
ALTER TABLE `__new_history` RENAME TO `history`;--> statement-breakpoint
CREATE UNIQUE INDEX `history_id_unique` ON `history` (`id`);--> statement-breakpoint
CREATE INDEX `history_by_forecast` ON `history` (`forecast_id`,`seq`);--> statement-breakpoint
CREATE INDEX `history_by_whole` ON `history` (`part_of`,`seq`);--> statement-breakpoint
CREATE TABLE `__new_evidence` (
	`id` text PRIMARY KEY NOT NULL,
	`forecast_id` text NOT NULL,
	`page_id` text NOT NULL,
	`url` text NOT NULL,
	`stance` text NOT NULL,
	`strength` text NOT NULL,
	`summary` text NOT NULL,
	`lang` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawal_reason` text,
	`kind` text,
	`criterion` text,
	`archive_url` text,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_http" CHECK(lower("__new_evidence"."url") like 'http://%' or lower("__new_evidence"."url") like 'https://%'),
	CONSTRAINT "evidence_archive_http" CHECK(lower("__new_evidence"."archive_url") like 'http://%' or lower("__new_evidence"."archive_url") like 'https://%'),
	CONSTRAINT "evidence_kind" CHECK("__new_evidence"."kind" in ('primary', 'secondary', 'maker', 'opinion')),
	CONSTRAINT "evidence_criterion" CHECK("__new_evidence"."criterion" in ('trueIf', 'partlyIf', 'falseIf', 'cannotBeJudgedIf')),
	CONSTRAINT "evidence_lang" CHECK("__new_evidence"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "evidence_stance" CHECK("__new_evidence"."stance" in ('supports', 'contradicts', 'context')),
	CONSTRAINT "evidence_strength" CHECK("__new_evidence"."strength" in ('weak', 'moderate', 'strong')),
	CONSTRAINT "evidence_withdrawal" CHECK(("__new_evidence"."withdrawn_at" is null) = ("__new_evidence"."withdrawal_reason" is null))
);
--> statement-breakpoint
INSERT INTO `__new_evidence`("id", "forecast_id", "page_id", "url", "stance", "strength", "summary", "lang", "recorded_at", "recorded_by", "withdrawn_at", "withdrawn_by", "withdrawal_reason", "kind", "criterion", "archive_url") SELECT "id", "forecast_id", "page_id", "url", "stance", "strength", "summary", "lang", "recorded_at", "recorded_by", "withdrawn_at", "withdrawn_by", "withdrawal_reason", NULL, NULL, NULL FROM `evidence`;--> statement-breakpoint
DROP TABLE `evidence`;--> statement-breakpoint
ALTER TABLE `__new_evidence` RENAME TO `evidence`;--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_once_a_page` ON `evidence` (`forecast_id`,`page_id`) WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `evidence_by_forecast` ON `evidence` (`forecast_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_page` ON `evidence` (`page_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_stance` ON `evidence` (`stance`,`forecast_id`) WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_of_forecast` ON `evidence` (`id`,`forecast_id`);--> statement-breakpoint
CREATE TABLE `__new_verdicts` (
	`id` text PRIMARY KEY NOT NULL,
	`forecast_id` text NOT NULL,
	`outcome` text NOT NULL,
	`happened_on` text,
	`known_on` text NOT NULL,
	`rationale` text NOT NULL,
	`without_evidence_reason` text,
	`already_judgeable` integer NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	`ended_at` integer,
	`ended_by` text,
	`ending` text,
	`end_reason` text,
	`against` text,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verdicts_outcome" CHECK("__new_verdicts"."outcome" in ('true', 'partly', 'false', 'unclear', 'void')),
	CONSTRAINT "verdicts_happened_on" CHECK("__new_verdicts"."happened_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "verdicts_known_on" CHECK("__new_verdicts"."known_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "verdicts_days" CHECK("__new_verdicts"."happened_on" is null or "__new_verdicts"."happened_on" <= "__new_verdicts"."known_on"),
	CONSTRAINT "verdicts_ending" CHECK(("__new_verdicts"."ended_at" is null) = ("__new_verdicts"."ending" is null) and ("__new_verdicts"."ended_at" is null) = ("__new_verdicts"."end_reason" is null)),
	CONSTRAINT "verdicts_ending_kind" CHECK("__new_verdicts"."ending" in ('replaced', 'withdrawn'))
);
--> statement-breakpoint
INSERT INTO `__new_verdicts`("id", "forecast_id", "outcome", "happened_on", "known_on", "rationale", "without_evidence_reason", "already_judgeable", "recorded_at", "recorded_by", "ended_at", "ended_by", "ending", "end_reason", "against") SELECT "id", "forecast_id", "outcome", "happened_on", "known_on", "rationale", "without_evidence_reason", "already_judgeable", "recorded_at", "recorded_by", "ended_at", "ended_by", "ending", "end_reason", NULL FROM `verdicts`;--> statement-breakpoint
DROP TABLE `verdicts`;--> statement-breakpoint
ALTER TABLE `__new_verdicts` RENAME TO `verdicts`;--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_one_stands` ON `verdicts` (`forecast_id`) WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `verdicts_by_forecast` ON `verdicts` (`forecast_id`,`recorded_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_of_forecast` ON `verdicts` (`id`,`forecast_id`);--> statement-breakpoint
CREATE INDEX `verdicts_by_outcome` ON `verdicts` (`outcome`,`forecast_id`) WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `verdicts_by_time` ON `verdicts` (`recorded_at`,`forecast_id`) WHERE "verdicts"."ended_at" is null;