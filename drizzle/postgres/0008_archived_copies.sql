CREATE TABLE "archived_copies" (
	"page_id" text collate "C" PRIMARY KEY NOT NULL,
	"url" text collate "C",
	"taken_at" bigint,
	"asked_at" bigint NOT NULL,
	CONSTRAINT "archived_copies_url" CHECK ("archived_copies"."url" is null or "archived_copies"."url" like 'http://%' or "archived_copies"."url" like 'https://%'),
	CONSTRAINT "archived_copies_whole" CHECK (("archived_copies"."url" is null) = ("archived_copies"."taken_at" is null))
);
--> statement-breakpoint
ALTER TABLE "archived_copies" ADD CONSTRAINT "archived_copies_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;