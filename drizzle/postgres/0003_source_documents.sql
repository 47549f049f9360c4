CREATE TABLE "quote_places" (
	"forecast_id" text collate "C" PRIMARY KEY NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	CONSTRAINT "quote_places_order" CHECK ("quote_places"."starts_at" >= 0 and "quote_places"."ends_at" > "quote_places"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "source_documents" (
	"source_id" text collate "C" PRIMARY KEY NOT NULL,
	"format" text collate "C" NOT NULL,
	"text" text collate "C" NOT NULL,
	"times" text collate "C" NOT NULL,
	"sha256" text collate "C" NOT NULL,
	"said_on" text collate "C" NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text collate "C",
	CONSTRAINT "source_documents_format" CHECK ("source_documents"."format" in ('plain', 'markdown', 'srt', 'vtt')),
	CONSTRAINT "source_documents_said_on" CHECK ("source_documents"."said_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$')
);
--> statement-breakpoint
CREATE TABLE "typed_texts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"typed" text collate "C" NOT NULL,
	"typed_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "history" DROP CONSTRAINT "history_action";--> statement-breakpoint
ALTER TABLE "quote_places" ADD CONSTRAINT "quote_places_forecast_id_forecasts_id_fk" FOREIGN KEY ("forecast_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_documents" ADD CONSTRAINT "source_documents_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "typed_texts_by_time" ON "typed_texts" USING btree ("typed_at");--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_action" CHECK ("history"."action" in ('seeded', 'source-recorded', 'text-kept', 'speaker-recorded', 'forecast-recorded', 'forecast-changed', 'forecast-withdrawn', 'forecast-restored', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'));