CREATE TABLE `archived_copies` (
	`page_id` text PRIMARY KEY NOT NULL,
	`url` text,
	`taken_at` integer,
	`asked_at` integer NOT NULL,
	FOREIGN KEY (`page_id`) REFERENCES `pages`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "archived_copies_url" CHECK("archived_copies"."url" is null or "archived_copies"."url" like 'http://%' or "archived_copies"."url" like 'https://%'),
	CONSTRAINT "archived_copies_whole" CHECK(("archived_copies"."url" is null) = ("archived_copies"."taken_at" is null))
);
