CREATE TABLE `__new_sources` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`title_lang` text NOT NULL,
	`url` text,
	`publisher` text NOT NULL,
	`lang` text NOT NULL,
	`published_on` text,
	CONSTRAINT "sources_lang" CHECK("__new_sources"."lang" in ('en', 'zh-Hant')),
	CONSTRAINT "sources_title_lang" CHECK("__new_sources"."title_lang" in ('en', 'zh-Hant')),
	CONSTRAINT "sources_published_on" CHECK("__new_sources"."published_on" glob '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
);
--> statement-breakpoint
INSERT INTO `__new_sources`("id", "slug", "kind", "title", "title_lang", "url", "publisher", "lang", "published_on") SELECT "id", "slug", "kind", "title", "title_lang", "url", "publisher", "lang", "published_on" FROM `sources`;--> statement-breakpoint
DROP TABLE `sources`;--> statement-breakpoint
ALTER TABLE `__new_sources` RENAME TO `sources`;--> statement-breakpoint
CREATE UNIQUE INDEX `sources_slug_unique` ON `sources` (`slug`);