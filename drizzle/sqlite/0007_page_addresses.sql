-- The pages that are on record already are found by the key of their link, as before.
INSERT INTO `page_addresses` (`link_key`, `page_id`) SELECT `link_key`, `id` FROM `pages`;
