CREATE TABLE "kept_answers" (
	"scope" text collate "C" NOT NULL,
	"key" text collate "C" NOT NULL,
	"fingerprint" text collate "C" NOT NULL,
	"status" bigint NOT NULL,
	"location" text collate "C",
	"body" text collate "C",
	"made_at" bigint NOT NULL,
	CONSTRAINT "kept_answers_scope_key_pk" PRIMARY KEY("scope","key"),
	CONSTRAINT "kept_answers_key" CHECK (length("kept_answers"."key") between 1 and 255),
	CONSTRAINT "kept_answers_fingerprint" CHECK (length("kept_answers"."fingerprint") = 64),
	CONSTRAINT "kept_answers_status" CHECK ("kept_answers"."status" between 200 and 399)
);
--> statement-breakpoint
CREATE INDEX "kept_answers_by_time" ON "kept_answers" USING btree ("made_at");