CREATE TABLE `quote_places` (
	`forecast_id` text PRIMARY KEY NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "quote_places_order" CHECK("quote_places"."starts_at" >= 0 and "quote_places"."ends_at" > "quote_places"."starts_at")
);
--> statement-breakpoint
CREATE TABLE `source_documents` (
	`source_id` text PRIMARY KEY NOT NULL,
	`format` text NOT NULL,
	`text` text NOT NULL,
	`times` text NOT NULL,
	`sha256` text NOT NULL,
	`said_on` text NOT NULL,
	`recorded_at` integer NOT NULL,
	`recorded_by` text,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "source_documents_format" CHECK("source_documents"."format" in ('plain', 'markdown', 'srt', 'vtt')),
	CONSTRAINT "source_documents_said_on" CHECK("source_documents"."said_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
CREATE TABLE `typed_texts` (
	`id` text PRIMARY KEY NOT NULL,
	`typed` text NOT NULL,
	`typed_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `typed_texts_by_time` ON `typed_texts` (`typed_at`);--> statement-breakpoint
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
	CONSTRAINT "history_action" CHECK("__new_history"."action" in ('seeded', 'source-recorded', 'text-kept', 'speaker-recorded', 'forecast-recorded', 'forecast-changed', 'forecast-withdrawn', 'forecast-restored', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'))
);
--> statement-breakpoint
INSERT INTO `__new_history`("seq", "id", "at", "by", "action", "forecast_id", "subject_id", "reason", "before", "after", "part_of") SELECT "seq", "id", "at", "by", "action", "forecast_id", "subject_id", "reason", "before", "after", "part_of" FROM `history`;--> statement-breakpoint
DROP TABLE `history`;--> statement-breakpoint
ALTER TABLE `__new_history` RENAME TO `history`;--> statement-breakpoint
CREATE UNIQUE INDEX `history_id_unique` ON `history` (`id`);--> statement-breakpoint
CREATE INDEX `history_by_forecast` ON `history` (`forecast_id`,`seq`);--> statement-breakpoint
CREATE INDEX `history_by_whole` ON `history` (`part_of`,`seq`);