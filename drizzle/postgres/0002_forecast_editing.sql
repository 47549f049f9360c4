ALTER TABLE "history" DROP CONSTRAINT "history_action";--> statement-breakpoint
ALTER TABLE "forecasts" ADD COLUMN "recorded_on" text collate "C";--> statement-breakpoint
ALTER TABLE "forecasts" ADD COLUMN "revision" bigint;--> statement-breakpoint
UPDATE "forecasts" SET "recorded_on" = to_char(to_timestamp("recorded_at" / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD'), "revision" = 0;--> statement-breakpoint
ALTER TABLE "forecasts" ALTER COLUMN "recorded_on" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "forecasts" ALTER COLUMN "revision" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "forecasts" ADD COLUMN "withdrawn_at" bigint;--> statement-breakpoint
ALTER TABLE "forecasts" ADD COLUMN "withdrawn_by" text collate "C";--> statement-breakpoint
ALTER TABLE "forecasts" ADD COLUMN "withdrawal_reason" text collate "C";--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_recorded_on" CHECK ("forecasts"."recorded_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$');--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_withdrawal" CHECK (("forecasts"."withdrawn_at" is null) = ("forecasts"."withdrawal_reason" is null));--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_action" CHECK ("history"."action" in ('seeded', 'source-recorded', 'speaker-recorded', 'forecast-recorded', 'forecast-changed', 'forecast-withdrawn', 'forecast-restored', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'));