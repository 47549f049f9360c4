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
	CONSTRAINT "history_action" CHECK("__new_history"."action" in ('seeded', 'source-recorded', 'speaker-recorded', 'forecast-recorded', 'forecast-changed', 'forecast-withdrawn', 'forecast-restored', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'))
);
--> statement-breakpoint
INSERT INTO `__new_history`("seq", "id", "at", "by", "action", "forecast_id", "subject_id", "reason", "before", "after", "part_of") SELECT "seq", "id", "at", "by", "action", "forecast_id", "subject_id", "reason", "before", "after", "part_of" FROM `history`;--> statement-breakpoint
DROP TABLE `history`;--> statement-breakpoint
ALTER TABLE `__new_history` RENAME TO `history`;--> statement-breakpoint
CREATE UNIQUE INDEX `history_id_unique` ON `history` (`id`);--> statement-breakpoint
CREATE INDEX `history_by_forecast` ON `history` (`forecast_id`,`seq`);--> statement-breakpoint
CREATE INDEX `history_by_whole` ON `history` (`part_of`,`seq`);--> statement-breakpoint
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
INSERT INTO `__new_forecasts`("id", "slug", "source_id", "speaker_id", "lang", "quote", "section", "horizon", "confidence", "negative", "said_on", "due_from", "due_by", "grace_by", "review_on", "recorded_at", "recorded_by", "recorded_on", "revision", "withdrawn_at", "withdrawn_by", "withdrawal_reason") SELECT "id", "slug", "source_id", "speaker_id", "lang", "quote", "section", "horizon", "confidence", "negative", "said_on", "due_from", "due_by", "grace_by", "review_on", "recorded_at", "recorded_by", date("recorded_at" / 1000, 'unixepoch'), 0, NULL, NULL, NULL FROM `forecasts`;--> statement-breakpoint
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
CREATE INDEX `forecasts_by_source` ON `forecasts` (`source_id`,`said_on`);