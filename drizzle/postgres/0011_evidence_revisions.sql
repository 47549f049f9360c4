ALTER TABLE "citations" ADD COLUMN "revision" bigint;--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "revision" bigint;--> statement-breakpoint
UPDATE "evidence" SET "revision" = 1 + (select count(*) from "history" "c" where "c"."forecast_id" = "evidence"."forecast_id" and "c"."subject_id" = "evidence"."id" and "c"."action" in ('evidence-corrected', 'page-corrected'));--> statement-breakpoint
UPDATE "citations" SET "revision" = 1 + (select count(*) from "history" "c" where "c"."forecast_id" = "citations"."forecast_id" and "c"."subject_id" = "citations"."evidence_id" and "c"."action" in ('evidence-corrected', 'page-corrected') and "c"."seq" < (select max("v"."seq") from "history" "v" where "v"."forecast_id" = "citations"."forecast_id" and "v"."subject_id" = "citations"."verdict_id" and "v"."action" in ('verdict-given', 'verdict-replaced')));--> statement-breakpoint
ALTER TABLE "citations" ALTER COLUMN "revision" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence" ALTER COLUMN "revision" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_revision" CHECK ("citations"."revision" >= 1);--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_revision" CHECK ("evidence"."revision" >= 1);