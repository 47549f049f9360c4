CREATE TABLE "search_entries" (
	"number" bigint PRIMARY KEY NOT NULL,
	"forecast_id" text collate "C",
	"source_id" text collate "C",
	"passage" text collate "C",
	CONSTRAINT "search_entries_forecast_id_unique" UNIQUE("forecast_id"),
	CONSTRAINT "search_entries_of_one" CHECK (("search_entries"."forecast_id" is null) <> ("search_entries"."source_id" is null)),
	CONSTRAINT "search_entries_passage" CHECK (("search_entries"."source_id" is null) = ("search_entries"."passage" is null))
);
--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_forecast_id_forecasts_id_fk" FOREIGN KEY ("forecast_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "search_entries" ADD CONSTRAINT "search_entries_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_entries_by_source" ON "search_entries" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "evidence_by_stance" ON "evidence" USING btree ("stance","forecast_id") WHERE "evidence"."withdrawn_at" is null;