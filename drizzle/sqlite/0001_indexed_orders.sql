DROP INDEX `forecast_tags_by_tag`;--> statement-breakpoint
CREATE INDEX `forecast_tags_by_tag` ON `forecast_tags` (`tag`,`forecast_id`);--> statement-breakpoint
DROP INDEX `verdicts_by_time`;--> statement-breakpoint
CREATE INDEX `verdicts_by_outcome` ON `verdicts` (`outcome`,`forecast_id`) WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `verdicts_by_time` ON `verdicts` (`recorded_at`,`forecast_id`) WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX `evidence_by_forecast` ON `evidence` (`forecast_id`);--> statement-breakpoint
CREATE INDEX `forecasts_soonest` ON `forecasts` ((case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_latest` ON `forecasts` ((case when due_by is null then '' else due_by end),(case when due_from is null then '' else due_from end),`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_of_speaker` ON `forecasts` (`speaker_id`,(case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_of_source` ON `forecasts` (`source_id`,(case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),`slug`);--> statement-breakpoint
CREATE INDEX `forecasts_to_review` ON `forecasts` (`review_on`,`slug`) WHERE "forecasts"."due_by" is null;