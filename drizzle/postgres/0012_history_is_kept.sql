-- The history is only ever added to: the database itself refuses to change an entry or to take one away.
CREATE FUNCTION "refuse_history_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the history is only added to: % is refused', TG_OP USING ERRCODE = 'integrity_constraint_violation';
END;
$$;--> statement-breakpoint
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "history"
	FOR EACH STATEMENT EXECUTE FUNCTION "refuse_history_change"();
