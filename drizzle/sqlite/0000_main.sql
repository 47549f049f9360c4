CREATE TABLE `citations` (
	`verdict_id` text NOT NULL,
	`evidence_id` text NOT NULL,
	`forecast_id` text NOT NULL,
	PRIMARY KEY(`verdict_id`, `evidence_id`),
	FOREIGN KEY (`verdict_id`,`forecast_id`) REFERENCES `verdicts`(`id`,`forecast_id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`evidence_id`,`forecast_id`) REFERENCES `evidence`(`id`,`forecast_id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `citations_by_evidence` ON `citations` (`evidence_id`);--> statement-breakpoint
CREATE TABLE `evidence` (
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
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evidence_http" CHECK(lower("evidence"."url") like 'http://%' or lower("evidence"."url") like 'https://%'),
	CONSTRAINT "evidence_lang" CHECK("evidence"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "evidence_stance" CHECK("evidence"."stance" in ('supports', 'contradicts', 'context')),
	CONSTRAINT "evidence_strength" CHECK("evidence"."strength" in ('weak', 'moderate', 'strong')),
	CONSTRAINT "evidence_withdrawal" CHECK(("evidence"."withdrawn_at" is null) = ("evidence"."withdrawal_reason" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_once_a_page` ON `evidence` (`forecast_id`,`page_id`) WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX `evidence_by_page` ON `evidence` (`page_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `evidence_of_forecast` ON `evidence` (`id`,`forecast_id`);--> statement-breakpoint
CREATE TABLE `forecast_tags` (
	`forecast_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`forecast_id`, `tag`),
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `forecast_tags_by_tag` ON `forecast_tags` (`tag`);--> statement-breakpoint
CREATE TABLE `forecast_texts` (
	`forecast_id` text NOT NULL,
	`lang` text NOT NULL,
	`claim` text,
	`true_if` text,
	`partly_if` text,
	`false_if` text,
	`cannot_be_judged_if` text,
	`where_to_look` text,
	`fine_print` text,
	`attribution_note` text,
	`section_note` text,
	`horizon_note` text,
	`confidence_note` text,
	PRIMARY KEY(`forecast_id`, `lang`),
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "forecast_texts_lang" CHECK("forecast_texts"."lang" in ('en', 'zh-Hant'))
);
--> statement-breakpoint
CREATE TABLE `forecasts` (
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
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "forecasts_lang" CHECK("forecasts"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "forecasts_said_on" CHECK("forecasts"."said_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "forecasts_due_from" CHECK("forecasts"."due_from" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "forecasts"."due_from" >= "forecasts"."said_on"),
	CONSTRAINT "forecasts_due_by" CHECK("forecasts"."due_by" is null or ("forecasts"."due_by" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "forecasts"."due_from" is not null and "forecasts"."due_by" >= "forecasts"."due_from")),
	CONSTRAINT "forecasts_grace_by" CHECK("forecasts"."grace_by" is null or ("forecasts"."grace_by" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]' and "forecasts"."due_by" is not null and "forecasts"."grace_by" > "forecasts"."due_by")),
	CONSTRAINT "forecasts_review_on" CHECK("forecasts"."review_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `forecasts_slug_unique` ON `forecasts` (`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_by_due` ON `forecasts` (`due_by`,`due_from`,`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_by_opening` ON `forecasts` (`due_from`,`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_by_said` ON `forecasts` (`said_on`,`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_by_speaker` ON `forecasts` (`speaker_id`,`said_on`);--> statement-breakpoint
CREATE INDEX `forecasts_by_source` ON `forecasts` (`source_id`,`said_on`);--> statement-breakpoint
CREATE TABLE `history` (
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
	CONSTRAINT "history_action" CHECK("history"."action" in ('seeded', 'forecast-recorded', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `history_id_unique` ON `history` (`id`);--> statement-breakpoint
CREATE INDEX `history_by_forecast` ON `history` (`forecast_id`,`seq`);--> statement-breakpoint
CREATE INDEX `history_by_whole` ON `history` (`part_of`,`seq`);--> statement-breakpoint
CREATE TABLE `pages` (
	`id` text PRIMARY KEY NOT NULL,
	`link_key` text NOT NULL,
	`title` text NOT NULL,
	`publisher` text NOT NULL,
	`published_on` text,
	CONSTRAINT "pages_published_on" CHECK("pages"."published_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_link_key_unique` ON `pages` (`link_key`);--> statement-breakpoint
CREATE TABLE `relations` (
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`kind` text NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`, `kind`),
	FOREIGN KEY (`from_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "relations_kind" CHECK("relations"."kind" in ('composed-of', 'restates', 'related', 'follows', 'contradicts')),
	CONSTRAINT "relations_not_itself" CHECK("relations"."from_id" <> "relations"."to_id")
);
--> statement-breakpoint
CREATE INDEX `relations_by_target` ON `relations` (`to_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`forecast_id` text NOT NULL,
	`previous_review_on` text,
	`review_on` text NOT NULL,
	`note` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "reviews_review_on" CHECK("reviews"."review_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "reviews_previous_review_on" CHECK("reviews"."previous_review_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE INDEX `reviews_by_forecast` ON `reviews` (`forecast_id`,`recorded_at`);--> statement-breakpoint
CREATE TABLE `source_texts` (
	`source_id` text NOT NULL,
	`lang` text NOT NULL,
	`note` text NOT NULL,
	PRIMARY KEY(`source_id`, `lang`),
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_texts_lang" CHECK("source_texts"."lang" in ('en', 'zh-Hant'))
);
--> statement-breakpoint
CREATE TABLE `sources` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`title_lang` text NOT NULL,
	`url` text NOT NULL,
	`publisher` text NOT NULL,
	`lang` text NOT NULL,
	`published_on` text,
	CONSTRAINT "sources_lang" CHECK("sources"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "sources_title_lang" CHECK("sources"."title_lang" in ('en', 'zh-Hant')),
	CONSTRAINT "sources_published_on" CHECK("sources"."published_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sources_slug_unique` ON `sources` (`slug`);--> statement-breakpoint
CREATE TABLE `speaker_texts` (
	`speaker_id` text NOT NULL,
	`lang` text NOT NULL,
	`name` text NOT NULL,
	`role` text,
	PRIMARY KEY(`speaker_id`, `lang`),
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "speaker_texts_lang" CHECK("speaker_texts"."lang" in ('en', 'zh-Hant'))
);
--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `speakers_slug_unique` ON `speakers` (`slug`);--> statement-breakpoint
CREATE TABLE `verdicts` (
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
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "verdicts_outcome" CHECK("verdicts"."outcome" in ('true', 'partly', 'false', 'unclear', 'void')),
	CONSTRAINT "verdicts_happened_on" CHECK("verdicts"."happened_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "verdicts_known_on" CHECK("verdicts"."known_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
	CONSTRAINT "verdicts_days" CHECK("verdicts"."happened_on" is null or "verdicts"."happened_on" <= "verdicts"."known_on"),
	CONSTRAINT "verdicts_ending" CHECK(("verdicts"."ended_at" is null) = ("verdicts"."ending" is null) and ("verdicts"."ended_at" is null) = ("verdicts"."end_reason" is null)),
	CONSTRAINT "verdicts_ending_kind" CHECK("verdicts"."ending" in ('replaced', 'withdrawn'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_one_stands` ON `verdicts` (`forecast_id`) WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `verdicts_by_forecast` ON `verdicts` (`forecast_id`,`recorded_at`);--> statement-breakpoint
CREATE INDEX `verdicts_by_time` ON `verdicts` (`recorded_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `verdicts_of_forecast` ON `verdicts` (`id`,`forecast_id`);