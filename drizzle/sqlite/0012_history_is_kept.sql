-- The history is only ever added to: the database itself refuses to change an entry or to take one away.
-- A later migration that writes this table anew takes the triggers with it, and has to make them again.
CREATE TRIGGER history_keeps_entries BEFORE UPDATE ON history
BEGIN
	SELECT RAISE(ABORT, 'the history is only added to: an entry is never changed');
END;--> statement-breakpoint
CREATE TRIGGER history_keeps_all BEFORE DELETE ON history
BEGIN
	SELECT RAISE(ABORT, 'the history is only added to: an entry is never taken away');
END;--> statement-breakpoint
-- INSERT OR REPLACE takes away what is in its way without asking the trigger above.
CREATE TRIGGER history_replaces_none BEFORE INSERT ON history
WHEN EXISTS (SELECT 1 FROM history WHERE seq = NEW.seq) OR EXISTS (SELECT 1 FROM history WHERE id = NEW.id)
BEGIN
	SELECT RAISE(ABORT, 'the history is only added to: there is an entry of this number or id');
END;
