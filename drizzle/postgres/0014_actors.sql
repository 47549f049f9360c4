-- Whoever was named so far is a person by a typed name; what they did names them by their id from now on. The trigger
-- that keeps the history sleeps meanwhile.
CREATE TABLE "actors" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"kind" text collate "C" NOT NULL,
	"name" text collate "C",
	CONSTRAINT "actors_kind" CHECK ("actors"."kind" in ('person', 'account', 'token', 'system'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX "actors_person" ON "actors" USING btree ("name") WHERE "actors"."kind" = 'person';--> statement-breakpoint
INSERT INTO "actors" ("id", "kind", "name") SELECT gen_random_uuid()::text, 'person', "name" FROM (
	SELECT "recorded_by" AS "name" FROM "evidence"
	UNION SELECT "withdrawn_by" FROM "evidence"
	UNION SELECT "recorded_by" FROM "passages"
	UNION SELECT "recorded_by" FROM "forecasts"
	UNION SELECT "withdrawn_by" FROM "forecasts"
	UNION SELECT "recorded_by" FROM "reviews"
	UNION SELECT "by" FROM "history"
	UNION SELECT "recorded_by" FROM "source_documents"
	UNION SELECT "recorded_by" FROM "verdicts"
	UNION SELECT "ended_by" FROM "verdicts"
) AS "named" WHERE "name" IS NOT NULL;--> statement-breakpoint
DROP TRIGGER "history_is_kept" ON "history";--> statement-breakpoint
UPDATE "evidence" SET "recorded_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "evidence"."recorded_by"), "withdrawn_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "evidence"."withdrawn_by") WHERE "recorded_by" IS NOT NULL OR "withdrawn_by" IS NOT NULL;--> statement-breakpoint
UPDATE "passages" SET "recorded_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "passages"."recorded_by") WHERE "recorded_by" IS NOT NULL;--> statement-breakpoint
UPDATE "forecasts" SET "recorded_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "forecasts"."recorded_by"), "withdrawn_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "forecasts"."withdrawn_by") WHERE "recorded_by" IS NOT NULL OR "withdrawn_by" IS NOT NULL;--> statement-breakpoint
UPDATE "reviews" SET "recorded_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "reviews"."recorded_by") WHERE "recorded_by" IS NOT NULL;--> statement-breakpoint
UPDATE "history" SET "by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "history"."by") WHERE "by" IS NOT NULL;--> statement-breakpoint
UPDATE "source_documents" SET "recorded_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "source_documents"."recorded_by") WHERE "recorded_by" IS NOT NULL;--> statement-breakpoint
UPDATE "verdicts" SET "recorded_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "verdicts"."recorded_by"), "ended_by" = (SELECT "a"."id" FROM "actors" "a" WHERE "a"."kind" = 'person' AND "a"."name" = "verdicts"."ended_by") WHERE "recorded_by" IS NOT NULL OR "ended_by" IS NOT NULL;--> statement-breakpoint
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "history"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_history_change"();--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_recorded_by_actors_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_withdrawn_by_actors_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_recorded_by_actors_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_withdrawn_by_actors_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_by_actors_id_fk" FOREIGN KEY ("by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_recorded_by_actors_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_recorded_by_actors_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_documents" ADD CONSTRAINT "source_documents_recorded_by_actors_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_recorded_by_actors_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_ended_by_actors_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."actors"("id") ON DELETE no action ON UPDATE no action;
