DROP INDEX "forecast_tags_by_tag";--> statement-breakpoint
DROP INDEX "verdicts_by_time";--> statement-breakpoint
CREATE INDEX "evidence_by_forecast" ON "evidence" USING btree ("forecast_id");--> statement-breakpoint
CREATE INDEX "forecasts_soonest" ON "forecasts" USING btree ((case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),"slug");--> statement-breakpoint
CREATE INDEX "forecasts_latest" ON "forecasts" USING btree ((case when due_by is null then '' else due_by end),(case when due_from is null then '' else due_from end),"slug");--> statement-breakpoint
CREATE INDEX "forecasts_of_speaker" ON "forecasts" USING btree ("speaker_id",(case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),"slug");--> statement-breakpoint
CREATE INDEX "forecasts_of_source" ON "forecasts" USING btree ("source_id",(case when due_by is null then '~' else due_by end),(case when due_from is null then '~' else due_from end),"slug");--> statement-breakpoint
CREATE INDEX "forecasts_to_review" ON "forecasts" USING btree ("review_on","slug") WHERE "forecasts"."due_by" is null;--> statement-breakpoint
CREATE INDEX "verdicts_by_outcome" ON "verdicts" USING btree ("outcome","forecast_id") WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "forecast_tags_by_tag" ON "forecast_tags" USING btree ("tag","forecast_id");--> statement-breakpoint
CREATE INDEX "verdicts_by_time" ON "verdicts" USING btree ("recorded_at","forecast_id") WHERE "verdicts"."ended_at" is null;