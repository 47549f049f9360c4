CREATE TABLE "citations" (
	"verdict_id" text collate "C" NOT NULL,
	"evidence_id" text collate "C" NOT NULL,
	"forecast_id" text collate "C" NOT NULL,
	CONSTRAINT "citations_verdict_id_evidence_id_pk" PRIMARY KEY("verdict_id","evidence_id")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"forecast_id" text collate "C" NOT NULL,
	"page_id" text collate "C" NOT NULL,
	"url" text collate "C" NOT NULL,
	"stance" text collate "C" NOT NULL,
	"strength" text collate "C" NOT NULL,
	"summary" text collate "C" NOT NULL,
	"lang" text collate "C",
	"recorded_at" bigint NOT NULL,
	"recorded_by" text collate "C",
	"withdrawn_at" bigint,
	"withdrawn_by" text collate "C",
	"withdrawal_reason" text collate "C",
	CONSTRAINT "evidence_of_forecast" UNIQUE("id","forecast_id"),
	CONSTRAINT "evidence_http" CHECK (lower("evidence"."url") like 'http://%' or lower("evidence"."url") like 'https://%'),
	CONSTRAINT "evidence_lang" CHECK ("evidence"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "evidence_stance" CHECK ("evidence"."stance" in ('supports', 'contradicts', 'context')),
	CONSTRAINT "evidence_strength" CHECK ("evidence"."strength" in ('weak', 'moderate', 'strong')),
	CONSTRAINT "evidence_withdrawal" CHECK (("evidence"."withdrawn_at" is null) = ("evidence"."withdrawal_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "forecast_tags" (
	"forecast_id" text collate "C" NOT NULL,
	"tag" text collate "C" NOT NULL,
	CONSTRAINT "forecast_tags_forecast_id_tag_pk" PRIMARY KEY("forecast_id","tag")
);
--> statement-breakpoint
CREATE TABLE "forecast_texts" (
	"forecast_id" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"claim" text collate "C",
	"true_if" text collate "C",
	"partly_if" text collate "C",
	"false_if" text collate "C",
	"cannot_be_judged_if" text collate "C",
	"where_to_look" text collate "C",
	"fine_print" text collate "C",
	"attribution_note" text collate "C",
	"section_note" text collate "C",
	"horizon_note" text collate "C",
	"confidence_note" text collate "C",
	CONSTRAINT "forecast_texts_forecast_id_lang_pk" PRIMARY KEY("forecast_id","lang"),
	CONSTRAINT "forecast_texts_lang" CHECK ("forecast_texts"."lang" in ('en', 'zh-Hant'))
);
--> statement-breakpoint
CREATE TABLE "forecasts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"source_id" text collate "C" NOT NULL,
	"speaker_id" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"quote" text collate "C" NOT NULL,
	"section" text collate "C",
	"horizon" text collate "C",
	"confidence" text collate "C",
	"negative" smallint NOT NULL,
	"said_on" text collate "C" NOT NULL,
	"due_from" text collate "C",
	"due_by" text collate "C",
	"grace_by" text collate "C",
	"review_on" text collate "C",
	"recorded_at" bigint NOT NULL,
	"recorded_by" text collate "C",
	CONSTRAINT "forecasts_slug_unique" UNIQUE("slug"),
	CONSTRAINT "forecasts_lang" CHECK ("forecasts"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "forecasts_said_on" CHECK ("forecasts"."said_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$'),
	CONSTRAINT "forecasts_due_from" CHECK ("forecasts"."due_from" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$' and "forecasts"."due_from" >= "forecasts"."said_on"),
	CONSTRAINT "forecasts_due_by" CHECK ("forecasts"."due_by" is null or ("forecasts"."due_by" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$' and "forecasts"."due_from" is not null and "forecasts"."due_by" >= "forecasts"."due_from")),
	CONSTRAINT "forecasts_grace_by" CHECK ("forecasts"."grace_by" is null or ("forecasts"."grace_by" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$' and "forecasts"."due_by" is not null and "forecasts"."grace_by" > "forecasts"."due_by")),
	CONSTRAINT "forecasts_review_on" CHECK ("forecasts"."review_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$')
);
--> statement-breakpoint
CREATE TABLE "history" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"by" text collate "C",
	"action" text collate "C" NOT NULL,
	"forecast_id" text collate "C",
	"subject_id" text collate "C",
	"reason" text collate "C",
	"before" text collate "C",
	"after" text collate "C",
	"part_of" text collate "C",
	CONSTRAINT "history_id_unique" UNIQUE("id"),
	CONSTRAINT "history_action" CHECK ("history"."action" in ('seeded', 'forecast-recorded', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'))
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"link_key" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"publisher" text collate "C" NOT NULL,
	"published_on" text collate "C",
	CONSTRAINT "pages_link_key_unique" UNIQUE("link_key"),
	CONSTRAINT "pages_published_on" CHECK ("pages"."published_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$')
);
--> statement-breakpoint
CREATE TABLE "relations" (
	"from_id" text collate "C" NOT NULL,
	"to_id" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	CONSTRAINT "relations_from_id_to_id_kind_pk" PRIMARY KEY("from_id","to_id","kind"),
	CONSTRAINT "relations_kind" CHECK ("relations"."kind" in ('composed-of', 'restates', 'related', 'follows', 'contradicts')),
	CONSTRAINT "relations_not_itself" CHECK ("relations"."from_id" <> "relations"."to_id")
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"forecast_id" text collate "C" NOT NULL,
	"previous_review_on" text collate "C",
	"review_on" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text collate "C",
	CONSTRAINT "reviews_review_on" CHECK ("reviews"."review_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$'),
	CONSTRAINT "reviews_previous_review_on" CHECK ("reviews"."previous_review_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$')
);
--> statement-breakpoint
CREATE TABLE "source_texts" (
	"source_id" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"note" text collate "C" NOT NULL,
	CONSTRAINT "source_texts_source_id_lang_pk" PRIMARY KEY("source_id","lang"),
	CONSTRAINT "source_texts_lang" CHECK ("source_texts"."lang" in ('en', 'zh-Hant'))
);
--> statement-breakpoint
CREATE TABLE "sources" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	"kind" text collate "C" NOT NULL,
	"title" text collate "C" NOT NULL,
	"title_lang" text collate "C" NOT NULL,
	"url" text collate "C" NOT NULL,
	"publisher" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"published_on" text collate "C",
	CONSTRAINT "sources_slug_unique" UNIQUE("slug"),
	CONSTRAINT "sources_lang" CHECK ("sources"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "sources_title_lang" CHECK ("sources"."title_lang" in ('en', 'zh-Hant')),
	CONSTRAINT "sources_published_on" CHECK ("sources"."published_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$')
);
--> statement-breakpoint
CREATE TABLE "speaker_texts" (
	"speaker_id" text collate "C" NOT NULL,
	"lang" text collate "C" NOT NULL,
	"name" text collate "C" NOT NULL,
	"role" text collate "C",
	CONSTRAINT "speaker_texts_speaker_id_lang_pk" PRIMARY KEY("speaker_id","lang"),
	CONSTRAINT "speaker_texts_lang" CHECK ("speaker_texts"."lang" in ('en', 'zh-Hant'))
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"slug" text collate "C" NOT NULL,
	CONSTRAINT "speakers_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "verdicts" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"forecast_id" text collate "C" NOT NULL,
	"outcome" text collate "C" NOT NULL,
	"happened_on" text collate "C",
	"known_on" text collate "C" NOT NULL,
	"rationale" text collate "C" NOT NULL,
	"without_evidence_reason" text collate "C",
	"already_judgeable" smallint NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text collate "C",
	"ended_at" bigint,
	"ended_by" text collate "C",
	"ending" text collate "C",
	"end_reason" text collate "C",
	CONSTRAINT "verdicts_of_forecast" UNIQUE("id","forecast_id"),
	CONSTRAINT "verdicts_outcome" CHECK ("verdicts"."outcome" in ('true', 'partly', 'false', 'unclear', 'void')),
	CONSTRAINT "verdicts_happened_on" CHECK ("verdicts"."happened_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$'),
	CONSTRAINT "verdicts_known_on" CHECK ("verdicts"."known_on" ~ '^[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]$'),
	CONSTRAINT "verdicts_days" CHECK ("verdicts"."happened_on" is null or "verdicts"."happened_on" <= "verdicts"."known_on"),
	CONSTRAINT "verdicts_ending" CHECK (("verdicts"."ended_at" is null) = ("verdicts"."ending" is null) and ("verdicts"."ended_at" is null) = ("verdicts"."end_reason" is null)),
	CONSTRAINT "verdicts_ending_kind" CHECK ("verdicts"."ending" in ('replaced', 'withdrawn'))
);
--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_verdict" FOREIGN KEY ("verdict_id","forecast_id") REFERENCES "public"."verdicts"("id","forecast_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "citations" ADD CONSTRAINT "citations_evidence" FOREIGN KEY ("evidence_id","forecast_id") REFERENCES "public"."evidence"("id","forecast_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_forecast_id_forecasts_id_fk" FOREIGN KEY ("forecast_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_tags" ADD CONSTRAINT "forecast_tags_forecast_id_forecasts_id_fk" FOREIGN KEY ("forecast_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecast_texts" ADD CONSTRAINT "forecast_texts_forecast_id_forecasts_id_fk" FOREIGN KEY ("forecast_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_forecast_id_forecasts_id_fk" FOREIGN KEY ("forecast_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_whole" FOREIGN KEY ("part_of") REFERENCES "public"."history"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_from_id_forecasts_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "relations" ADD CONSTRAINT "relations_to_id_forecasts_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_forecast_id_forecasts_id_fk" FOREIGN KEY ("forecast_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_texts" ADD CONSTRAINT "source_texts_source_id_sources_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."sources"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_texts" ADD CONSTRAINT "speaker_texts_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verdicts" ADD CONSTRAINT "verdicts_forecast_id_forecasts_id_fk" FOREIGN KEY ("forecast_id") REFERENCES "public"."forecasts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "citations_by_evidence" ON "citations" USING btree ("evidence_id");--> statement-breakpoint
CREATE UNIQUE INDEX "evidence_once_a_page" ON "evidence" USING btree ("forecast_id","page_id") WHERE "evidence"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "evidence_by_page" ON "evidence" USING btree ("page_id");--> statement-breakpoint
CREATE INDEX "forecast_tags_by_tag" ON "forecast_tags" USING btree ("tag");--> statement-breakpoint
CREATE INDEX "forecasts_by_due" ON "forecasts" USING btree ("due_by","due_from","slug");--> statement-breakpoint
CREATE INDEX "forecasts_by_opening" ON "forecasts" USING btree ("due_from","slug");--> statement-breakpoint
CREATE INDEX "forecasts_by_said" ON "forecasts" USING btree ("said_on","slug");--> statement-breakpoint
CREATE INDEX "forecasts_by_speaker" ON "forecasts" USING btree ("speaker_id","said_on");--> statement-breakpoint
CREATE INDEX "forecasts_by_source" ON "forecasts" USING btree ("source_id","said_on");--> statement-breakpoint
CREATE INDEX "history_by_forecast" ON "history" USING btree ("forecast_id","seq");--> statement-breakpoint
CREATE INDEX "history_by_whole" ON "history" USING btree ("part_of","seq");--> statement-breakpoint
CREATE INDEX "relations_by_target" ON "relations" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "reviews_by_forecast" ON "reviews" USING btree ("forecast_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "verdicts_one_stands" ON "verdicts" USING btree ("forecast_id") WHERE "verdicts"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "verdicts_by_forecast" ON "verdicts" USING btree ("forecast_id","recorded_at");--> statement-breakpoint
CREATE INDEX "verdicts_by_time" ON "verdicts" USING btree ("recorded_at");