CREATE TABLE `__new_citations` (
	`verdict_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`forecast_id` text NOT NULL,
	`revision` integer NOT NULL,
	PRIMARY KEY(`verdict_id`, `evidence_id`),
	FOREIGN KEY (`verdict_id`,`forecast_id`) REFERENCES `verdicts`(`id`,`forecast_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`,`forecast_id`) REFERENCES `evidence`(`id`,`forecast_id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "citations_revision" CHECK("__new_citations"."revision" >= 1)
);
--> statement-breakpoint
INSERT INTO `__new_citations`("verdict_id", "evidence_id", "forecast_id", "revision") SELECT "verdict_id", "evidence_id", "forecast_id", 1 + (select count(*) from "history" "c" where "c"."forecast_id" = "citations"."forecast_id" and "c"."subject_id" = "citations"."evidence_id" and "c"."action" in ('evidence-corrected', 'page-corrected') and "c"."seq" < (select max("v"."seq") from "history" "v" where "v"."forecast_id" = "citations"."forecast_id" and "v"."subject_id" = "citations"."verdict_id" and "v"."action" in ('verdict-given', 'verdict-replaced'))) FROM `citations`;--> statement-breakpoint
DROP TABLE `citations`;--> statement-breakpoint
ALTER TABLE `__new_citations` RENAME TO `citations`;--> statement-breakpoint
CREATE INDEX `citations_by_evidence` ON `citations` (`evidence_id`);--> statement-breakpoint
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
INSERT INTO `__new_evidence`("id", "forecast_id", "page_id", "url", "stance", "strength", "summary", "lang", "recorded_at", "recorded_by", "withdrawn_at", "withdrawn_by", "withdrawal_reason", "kind", "criterion", "archive_url", "revision") SELECT "id", "forecast_id", "page_id", "url", "stance", "strength", "summary", "lang", "recorded_at", "recorded_by", "withdrawn_at", "withdrawn_by", "withdrawal_reason", "kind", "criterion", "archive_url", 1 + (select count(*) from "history" "c" where "c"."forecast_id" = "evidence"."forecast_id" and "c"."subject_id" = "evidence"."id" and "c"."action" in ('evidence-corrected', 'page-corrected')) FROM `evidence`;--> statement-breakpoint
DROP TABLE `evidence`;--> statement-breakpoint
ALTER TABLE `__new_evidence` RENAME TO `evidence`;--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_once_a_page` ON `evidence` (`forecast_id`,`page_id`) WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `evidence_by_forecast` ON `evidence` (`forecast_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_page` ON `evidence` (`page_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_stance` ON `evidence` (`stance`,`forecast_id`) WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_of_forecast` ON `evidence` (`id`,`forecast_id`);