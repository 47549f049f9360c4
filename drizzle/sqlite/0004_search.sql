CREATE TABLE `search_entries` (
	`number` integer PRIMARY KEY NOT NULL,
	`forecast_id` text,
	`source_id` text,
	`passage` text,
	FOREIGN KEY (`forecast_id`) REFERENCES `forecasts`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`source_id`) REFERENCES `sources`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "search_entries_of_one" CHECK(("search_entries"."forecast_id" is null) <> ("search_entries"."source_id" is null)),
	CONSTRAINT "search_entries_passage" CHECK(("search_entries"."source_id" is null) = ("search_entries"."passage" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_entries_forecast_id_unique` ON `search_entries` (`forecast_id`);--> statement-breakpoint
CREATE INDEX `search_entries_by_source` ON `search_entries` (`source_id`);--> statement-breakpoint
CREATE INDEX `evidence_by_stance` ON `evidence` (`stance`,`forecast_id`) WHERE "evidence"."withdrawn_at" is null;