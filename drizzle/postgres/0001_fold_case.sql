-- Small letters for comparing, of every script: by Unicode's rules where the server has them, whatever its language.
DO $$
DECLARE
	rules text;
BEGIN
	SELECT quote_ident(collname) INTO rules FROM pg_collation
	WHERE collname IN ('und-x-icu', 'C.utf8', 'C.UTF-8', 'en_US.utf8')
		AND collencoding IN (-1, pg_char_to_encoding(getdatabaseencoding()))
		AND collnamespace = 'pg_catalog'::regnamespace
	ORDER BY array_position(ARRAY['und-x-icu', 'C.utf8', 'C.UTF-8', 'en_US.utf8'], collname::text)
	LIMIT 1;
	EXECUTE format(
		'CREATE FUNCTION fold_case(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
		 RETURN lower(words COLLATE %s) COLLATE "C"',
		coalesce(rules, '"default"')
	);
END
$$;
