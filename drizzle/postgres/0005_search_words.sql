-- The words of each search entry, by its number. What is written here are tokens of ours with their places; the weight
-- says where they stand: A the claim, B the quote, C all other texts.
CREATE TABLE "search_words" (
	"rowid" bigint PRIMARY KEY,
	"words" tsvector NOT NULL
);--> statement-breakpoint
-- Nothing is put off until later: what has been written is found at once, and as quickly as the rest.
CREATE INDEX "search_words_by_word" ON "search_words" USING gin ("words") WITH (fastupdate = off);
