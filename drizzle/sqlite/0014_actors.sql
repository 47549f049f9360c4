-- Whoever was named so far is a person by a typed name. Every table that named them by their name is written anew, to
-- name them by their id; the history takes its triggers with it, and gets them again.
CREATE TABLE `actors` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text,
	CONSTRAINT "actors_kind" CHECK("actors"."kind" in ('person', 'account', 'token', 'system'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `actors_person` ON `actors` (`name`) WHERE "actors"."kind" = 'person';--> statement-breakpoint
INSERT INTO `actors` (`id`, `kind`, `name`) SELECT lower(hex(randomblob(4)) || '-' || hex(randomblob(2)) || '-4' || substr(hex(randomblob(2)), 2) || '-' || substr('89ab', 1 + (random() & 3), 1) || substr(hex(randomblob(2)), 2) || '-' || hex(randomblob(6))), 'person', `name` FROM (
	SELECT `recorded_by` AS `name` FROM `evidence`
	UNION SELECT `withdrawn_by` FROM `evidence`
	UNION SELECT `recorded_by` FROM `passages`
	UNION SELECT `recorded_by` FROM `forecasts`
	UNION SELECT `withdrawn_by` FROM `forecasts`
	UNION SELECT `recorded_by` FROM `reviews`
	UNION SELECT `by` FROM `history`
	UNION SELECT `recorded_by` FROM `source_documents`
	UNION SELECT `recorded_by` FROM `verdicts`
	UNION SELECT `ended_by` FROM `verdicts`
) WHERE `name` IS NOT NULL;--> statement-breakpoint
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
	`revision` integer NOT NULL,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_http" CHECK(lower("__new_evidence"."url") like 'http://%' or lower("__new_evidence"."url") like 'https://%'),
	CONSTRAINT "evidence_archive_http" CHECK(lower("__new_evidence"."archive_url") like 'http://%' or lower("__new_evidence"."archive_url") like 'https://%'),
	CONSTRAINT "evidence_kind" CHECK("__new_evidence"."kind" in ('primary', 'secondary', 'maker', 'opinion')),
	CONSTRAINT "evidence_criterion" CHECK("__new_evidence"."criterion" in ('trueIf', 'partlyIf', 'falseIf', 'cannotBeJudgedIf')),
	CONSTRAINT "evidence_lang" CHECK("__new_evidence"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "evidence_stance" CHECK("__new_evidence"."stance" in ('supports', 'contradicts', 'context')),
	CONSTRAINT "evidence_strength" CHECK("__new_evidence"."strength" in ('weak', 'moderate', 'strong')),
	CONSTRAINT "evidence_revision" CHECK("__new_evidence"."revision" >= 1),
	CONSTRAINT "evidence_withdrawal" CHECK(("__new_evidence"."withdrawn_at" is null) = ("__new_evidence"."withdrawal_reason" is null))
);
--> statement-breakpoint
INSERT INTO `__new_evidence`("id", "forecast_id", "page_id", "url", "stance", "strength", "summary", "lang", "recorded_at", "recorded_by", "withdrawn_at", "withdrawn_by", "withdrawal_reason", "kind", "criterion", "archive_url", "revision") SELECT "id", "forecast_id", "page_id", "url", "stance", "strength", "summary", "lang", "recorded_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "evidence"."recorded_by"), "withdrawn_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "evidence"."withdrawn_by"), "withdrawal_reason", "kind", "criterion", "archive_url", "revision" FROM `evidence`;--> statement-breakpoint
DROP TABLE `evidence`;--> statement-breakpoint
ALTER TABLE `__new_evidence` RENAME TO `evidence`;--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_once_a_page` ON `evidence` (`forecast_id`,`page_id`) WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `evidence_by_forecast` ON `evidence` (`forecast_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_page` ON `evidence` (`page_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_stance` ON `evidence` (`stance`,`forecast_id`) WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_of_forecast` ON `evidence` (`id`,`forecast_id`);--> statement-breakpoint
CREATE TABLE `__new_passages` (
	`evidence_id` text PRIMARY KEY NOT NULL,
	`copy_id` text NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`words` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`evidence_id`) REFERENCES `evidence`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`copy_id`) REFERENCES `copies`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "passages_order" CHECK("__new_passages"."starts_at" >= 0 and "__new_passages"."ends_at" > "__new_passages"."starts_at")
);
--> statement-breakpoint
INSERT INTO `__new_passages`("evidence_id", "copy_id", "starts_at", "ends_at", "words", "recorded_at", "recorded_by") SELECT "evidence_id", "copy_id", "starts_at", "ends_at", "words", "recorded_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "passages"."recorded_by") FROM `passages`;--> statement-breakpoint
DROP TABLE `passages`;--> statement-breakpoint
ALTER TABLE `__new_passages` RENAME TO `passages`;--> statement-breakpoint
CREATE INDEX `passages_by_copy` ON `passages` (`copy_id`);--> statement-breakpoint
CREATE TABLE `__new_forecasts` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`source_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`lang` text NOT NULL,
	`quote` text NOT NULL,
	`section` text,
	`horizon` text,
	`confidence` text,
	`negative` integer NOT NULL,
	`said_on` text NOT NULL,
	`due_from` text,
	`due_by` text,
	`grace_by` text,
	`review_on` text,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	`recorded_on` text NOT NULL,
	`revision` integer NOT NULL,
	`withdrawn_at` integer,
	`withdrawn_by` text,
	`withdrawal_reason` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`withdrawn_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "forecasts_lang" CHECK("__new_forecasts"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "forecasts_said_on" CHECK("__new_forecasts"."said_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "forecasts_due_from" CHECK("__new_forecasts"."due_from" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "__new_forecasts"."due_from" >= "__new_forecasts"."said_on"),
	CONSTRAINT "forecasts_due_by" CHECK("__new_forecasts"."due_by" is null or ("__new_forecasts"."due_by" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "__new_forecasts"."due_from" is not null and "__new_forecasts"."due_by" >= "__new_forecasts"."due_from")),
	CONSTRAINT "forecasts_grace_by" CHECK("__new_forecasts"."grace_by" is null or ("__new_forecasts"."grace_by" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "__new_forecasts"."due_by" is not null and "__new_forecasts"."grace_by" > "__new_forecasts"."due_by")),
	CONSTRAINT "forecasts_review_on" CHECK("__new_forecasts"."review_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "forecasts_recorded_on" CHECK("__new_forecasts"."recorded_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "forecasts_withdrawal" CHECK(("__new_forecasts"."withdrawn_at" is null) = ("__new_forecasts"."withdrawal_reason" is null))
);
--> statement-breakpoint
INSERT INTO `__new_forecasts`("id", "slug", "source_id", "speaker_id", "lang", "quote", "section", "horizon", "confidence", "negative", "said_on", "due_from", "due_by", "grace_by", "review_on", "recorded_at", "recorded_by", "recorded_on", "revision", "withdrawn_at", "withdrawn_by", "withdrawal_reason") SELECT "id", "slug", "source_id", "speaker_id", "lang", "quote", "section", "horizon", "confidence", "negative", "said_on", "due_from", "due_by", "grace_by", "review_on", "recorded_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "forecasts"."recorded_by"), "recorded_on", "revision", "withdrawn_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "forecasts"."withdrawn_by"), "withdrawal_reason" FROM `forecasts`;--> statement-breakpoint
DROP TABLE `forecasts`;--> statement-breakpoint
ALTER TABLE `__new_forecasts` RENAME TO `forecasts`;--> statement-breakpoint
CREATE UNIQUE INDEX `forecasts_slug_unique` ON `forecasts` (`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_by_due` ON `forecasts` (`due_by`,`due_from`,`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_soonest` ON `forecasts` ((case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_latest` ON `forecasts` ((case when due_by is null then '' else due_by end),(case when due_from is null then '' else due_from end),`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_of_speaker` ON `forecasts` (`speaker_id`,(case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_of_source` ON `forecasts` (`source_id`,(case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_to_review` ON `forecasts` (`review_on`,`slug`) WHERE "forecasts"."due_by" is null;--> statement-breakpoint
CREATE INDEX `forecasts_by_opening` ON `forecasts` (`due_from`,`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_by_said` ON `forecasts` (`said_on`,`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_by_speaker` ON `forecasts` (`speaker_id`,`said_on`);--> statement-breakpoint
CREATE INDEX `forecasts_by_source` ON `forecasts` (`source_id`,`said_on`);--> statement-breakpoint
CREATE TABLE `__new_reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`forecast_id` text NOT NULL,
	`previous_review_on` text,
	`review_on` text NOT NULL,
	`note` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_review_on" CHECK("__new_reviews"."review_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "reviews_previous_review_on" CHECK("__new_reviews"."previous_review_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
INSERT INTO `__new_reviews`("id", "forecast_id", "previous_review_on", "review_on", "note", "recorded_at", "recorded_by") SELECT "id", "forecast_id", "previous_review_on", "review_on", "note", "recorded_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "reviews"."recorded_by") FROM `reviews`;--> statement-breakpoint
DROP TABLE `reviews`;--> statement-breakpoint
ALTER TABLE `__new_reviews` RENAME TO `reviews`;--> statement-breakpoint
CREATE INDEX `reviews_by_forecast` ON `reviews` (`forecast_id`,`recorded_at`);--> statement-breakpoint
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
	FOREIGN KEY (`by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`part_of`) REFERENCES `history`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "history_action" CHECK("__new_history"."action" in ('seeded', 'source-recorded', 'text-kept', 'speaker-recorded', 'forecast-recorded', 'forecast-changed', 'forecast-withdrawn', 'forecast-restored', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'passage-marked', 'passage-unmarked', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'))
);
--> statement-breakpoint
INSERT INTO `__new_history`("seq", "id", "at", "by", "action", "forecast_id", "subject_id", "reason", "before", "after", "part_of") SELECT "seq", "id", "at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "history"."by"), "action", "forecast_id", "subject_id", "reason", "before", "after", "part_of" FROM `history`;--> statement-breakpoint
DROP TABLE `history`;--> statement-breakpoint
ALTER TABLE `__new_history` RENAME TO `history`;--> statement-breakpoint
CREATE UNIQUE INDEX `history_id_unique` ON `history` (`id`);--> statement-breakpoint
CREATE INDEX `history_by_forecast` ON `history` (`forecast_id`,`seq`);--> statement-breakpoint
CREATE INDEX `history_by_whole` ON `history` (`part_of`,`seq`);--> statement-breakpoint
CREATE TRIGGER history_keeps_entries BEFORE UPDATE ON history
BEGIN
	SELECT RAISE(ABORT, 'the history is only added to: an entry is never changed');
END;--> statement-breakpoint
CREATE TRIGGER history_keeps_all BEFORE DELETE ON history
BEGIN
	SELECT RAISE(ABORT, 'the history is only added to: an entry is never taken away');
END;--> statement-breakpoint
-- INSERT OR REPLACE takes away what is in its way without asking the trigger above.
CREATE TRIGGER history_replaces_none BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM history WHERE id = NEW.id)
BEGIN
	SELECT RAISE(ABORT, 'the history is only added to: there is an entry of this number or id');
END;--> statement-breakpoint
CREATE TABLE `__new_source_documents` (
	`source_id` text PRIMARY KEY NOT NULL,
	`format` text NOT NULL,
	`text` text NOT NULL,
	`times` text NOT NULL,
	`sha256` text NOT NULL,
	`said_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_documents_format" CHECK("__new_source_documents"."format" in ('plain', 'markdown', 'srt', 'vtt')),
	CONSTRAINT "source_documents_said_on" CHECK("__new_source_documents"."said_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
INSERT INTO `__new_source_documents`("source_id", "format", "text", "times", "sha256", "said_on", "recorded_at", "recorded_by") SELECT "source_id", "format", "text", "times", "sha256", "said_on", "recorded_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "source_documents"."recorded_by") FROM `source_documents`;--> statement-breakpoint
DROP TABLE `source_documents`;--> statement-breakpoint
ALTER TABLE `__new_source_documents` RENAME TO `source_documents`;--> statement-breakpoint
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
	FOREIGN KEY (`recorded_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `actors`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verdicts_outcome" CHECK("__new_verdicts"."outcome" in ('true', 'partly', 'false', 'unclear', 'void')),
	CONSTRAINT "verdicts_happened_on" CHECK("__new_verdicts"."happened_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "verdicts_known_on" CHECK("__new_verdicts"."known_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "verdicts_days" CHECK("__new_verdicts"."happened_on" is null or "__new_verdicts"."happened_on" <= "__new_verdicts"."known_on"),
	CONSTRAINT "verdicts_ending" CHECK(("__new_verdicts"."ended_at" is null) = ("__new_verdicts"."ending" is null) and ("__new_verdicts"."ended_at" is null) = ("__new_verdicts"."end_reason" is null)),
	CONSTRAINT "verdicts_ending_kind" CHECK("__new_verdicts"."ending" in ('replaced', 'withdrawn'))
);
--> statement-breakpoint
INSERT INTO `__new_verdicts`("id", "forecast_id", "outcome", "happened_on", "known_on", "rationale", "without_evidence_reason", "already_judgeable", "recorded_at", "recorded_by", "ended_at", "ended_by", "ending", "end_reason", "against") SELECT "id", "forecast_id", "outcome", "happened_on", "known_on", "rationale", "without_evidence_reason", "already_judgeable", "recorded_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "verdicts"."recorded_by"), "ended_at", (select "a"."id" from "actors" "a" where "a"."kind" = 'person' and "a"."name" = "verdicts"."ended_by"), "ending", "end_reason", "against" FROM `verdicts`;--> statement-breakpoint
DROP TABLE `verdicts`;--> statement-breakpoint
ALTER TABLE `__new_verdicts` RENAME TO `verdicts`;--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_one_stands` ON `verdicts` (`forecast_id`) WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `verdicts_by_forecast` ON `verdicts` (`forecast_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `verdicts_by_time` ON `verdicts` (`recorded_at`,`forecast_id`) WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `verdicts_by_outcome` ON `verdicts` (`outcome`,`forecast_id`) WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_of_forecast` ON `verdicts` (`id`,`forecast_id`);
