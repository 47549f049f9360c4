CREATE TABLE "contents" (
	"sha256" text collate "C" PRIMARY KEY NOT NULL,
	"size" bigint NOT NULL,
	"stored_size" bigint NOT NULL,
	"sketch" text collate "C",
	"text" text collate "C",
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "contents_sizes" CHECK ("contents"."size" >= 0 and "contents"."stored_size" >= 0)
);
--> statement-breakpoint
CREATE TABLE "copies" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"page_id" text collate "C" NOT NULL,
	"url" text collate "C" NOT NULL,
	"final_url" text collate "C" NOT NULL,
	"redirects" text collate "C" NOT NULL,
	"status" bigint NOT NULL,
	"headers" text collate "C" NOT NULL,
	"media_type" text collate "C",
	"fetched_at" bigint NOT NULL,
	"details" text collate "C",
	"content_sha256" text collate "C",
	"sha256" text collate "C" NOT NULL,
	"size" bigint NOT NULL,
	"reading_fault" text collate "C",
	CONSTRAINT "copies_content" CHECK ("copies"."content_sha256" is null or "copies"."content_sha256" = "copies"."sha256")
);
--> statement-breakpoint
CREATE TABLE "hosts" (
	"host" text collate "C" PRIMARY KEY NOT NULL,
	"due_at" bigint NOT NULL,
	"lease" text collate "C",
	"leased_until" bigint,
	"paused_until" bigint,
	CONSTRAINT "hosts_lease" CHECK (("hosts"."lease" is null) = ("hosts"."leased_until" is null))
);
--> statement-breakpoint
CREATE TABLE "kept_space" (
	"number" bigint PRIMARY KEY NOT NULL,
	"bytes" bigint NOT NULL,
	CONSTRAINT "kept_space_once" CHECK ("kept_space"."number" = 1),
	CONSTRAINT "kept_space_bytes" CHECK ("kept_space"."bytes" >= 0)
);
--> statement-breakpoint
CREATE TABLE "page_addresses" (
	"link_key" text collate "C" PRIMARY KEY NOT NULL,
	"page_id" text collate "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passages" (
	"evidence_id" text collate "C" PRIMARY KEY NOT NULL,
	"copy_id" text collate "C" NOT NULL,
	"starts_at" bigint NOT NULL,
	"ends_at" bigint NOT NULL,
	"words" text collate "C" NOT NULL,
	"recorded_at" bigint NOT NULL,
	"recorded_by" text collate "C",
	CONSTRAINT "passages_order" CHECK ("passages"."starts_at" >= 0 and "passages"."ends_at" > "passages"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "same_pages" (
	"page_id" text collate "C" PRIMARY KEY NOT NULL,
	"same_as_id" text collate "C" NOT NULL,
	CONSTRAINT "same_pages_not_itself" CHECK ("same_pages"."page_id" <> "same_pages"."same_as_id")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"id" text collate "C" PRIMARY KEY NOT NULL,
	"page_id" text collate "C" NOT NULL,
	"at" bigint NOT NULL,
	"standing" text collate "C" NOT NULL,
	"status" bigint,
	"final_url" text collate "C",
	"fault" text collate "C",
	"detail" text collate "C",
	"copy_id" text collate "C",
	CONSTRAINT "visits_standing" CHECK ("visits"."standing" in ('waiting', 'alive', 'changed', 'moved', 'gone', 'unreachable', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "watches" (
	"page_id" text collate "C" PRIMARY KEY NOT NULL,
	"url" text collate "C" NOT NULL,
	"host" text collate "C" NOT NULL,
	"due_at" bigint NOT NULL,
	"attempts" bigint NOT NULL,
	"standing" text collate "C" NOT NULL,
	"since" bigint NOT NULL,
	"checked_at" bigint,
	"etag" text collate "C",
	"last_modified" text collate "C",
	"fault" text collate "C",
	"fault_detail" text collate "C",
	"copy_id" text collate "C",
	"first_copy_id" text collate "C",
	CONSTRAINT "watches_standing" CHECK ("watches"."standing" in ('waiting', 'alive', 'changed', 'moved', 'gone', 'unreachable', 'refused')),
	CONSTRAINT "watches_copies" CHECK (("watches"."copy_id" is null) = ("watches"."first_copy_id" is null))
);
--> statement-breakpoint
ALTER TABLE "history" DROP CONSTRAINT "history_action";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "kind" text collate "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "criterion" text collate "C";--> statement-breakpoint
ALTER TABLE "evidence" ADD COLUMN "archive_url" text collate "C";--> statement-breakpoint
ALTER TABLE "verdicts" ADD COLUMN "against" text collate "C";--> statement-breakpoint
ALTER TABLE "copies" ADD CONSTRAINT "copies_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "copies" ADD CONSTRAINT "copies_content_sha256_contents_sha256_fk" FOREIGN KEY ("content_sha256") REFERENCES "public"."contents"("sha256") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_addresses" ADD CONSTRAINT "page_addresses_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_evidence_id_evidence_id_fk" FOREIGN KEY ("evidence_id") REFERENCES "public"."evidence"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passages" ADD CONSTRAINT "passages_copy_id_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_pages" ADD CONSTRAINT "same_pages_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "same_pages" ADD CONSTRAINT "same_pages_same_as_id_pages_id_fk" FOREIGN KEY ("same_as_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_copy_id_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_host_hosts_host_fk" FOREIGN KEY ("host") REFERENCES "public"."hosts"("host") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_copy_id_copies_id_fk" FOREIGN KEY ("copy_id") REFERENCES "public"."copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watches" ADD CONSTRAINT "watches_first_copy_id_copies_id_fk" FOREIGN KEY ("first_copy_id") REFERENCES "public"."copies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "copies_by_page" ON "copies" USING btree ("page_id","fetched_at");--> statement-breakpoint
CREATE INDEX "copies_by_content" ON "copies" USING btree ("content_sha256");--> statement-breakpoint
CREATE INDEX "hosts_by_due" ON "hosts" USING btree ("due_at","host");--> statement-breakpoint
CREATE INDEX "page_addresses_by_page" ON "page_addresses" USING btree ("page_id");--> statement-breakpoint
CREATE INDEX "passages_by_copy" ON "passages" USING btree ("copy_id");--> statement-breakpoint
CREATE INDEX "same_pages_by_older" ON "same_pages" USING btree ("same_as_id");--> statement-breakpoint
CREATE INDEX "visits_by_page" ON "visits" USING btree ("page_id","at");--> statement-breakpoint
CREATE INDEX "visits_by_copy" ON "visits" USING btree ("copy_id");--> statement-breakpoint
CREATE INDEX "watches_by_host" ON "watches" USING btree ("host","due_at");--> statement-breakpoint
CREATE INDEX "watches_by_due" ON "watches" USING btree ("due_at");--> statement-breakpoint
CREATE INDEX "watches_by_turn" ON "watches" USING btree ("standing","due_at");--> statement-breakpoint
CREATE INDEX "watches_by_standing" ON "watches" USING btree ("standing","since","page_id");--> statement-breakpoint
CREATE INDEX "watches_by_copy" ON "watches" USING btree ("copy_id");--> statement-breakpoint
CREATE INDEX "watches_by_first_copy" ON "watches" USING btree ("first_copy_id");--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_archive_http" CHECK (lower("evidence"."archive_url") like 'http://%' or lower("evidence"."archive_url") like 'https://%');--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_kind" CHECK ("evidence"."kind" in ('primary', 'secondary', 'maker', 'opinion'));--> statement-breakpoint
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_criterion" CHECK ("evidence"."criterion" in ('trueIf', 'partlyIf', 'falseIf', 'cannotBeJudgedIf'));--> statement-breakpoint
ALTER TABLE "history" ADD CONSTRAINT "history_action" CHECK ("history"."action" in ('seeded', 'source-recorded', 'text-kept', 'speaker-recorded', 'forecast-recorded', 'forecast-changed', 'forecast-withdrawn', 'forecast-restored', 'evidence-logged', 'evidence-corrected', 'evidence-withdrawn', 'page-corrected', 'passage-marked', 'passage-unmarked', 'verdict-given', 'verdict-replaced', 'verdict-withdrawn', 'review-set'));