-- The letters that were written because of an incident, and how far each record reaches, so that nothing goes missing unnoticed.

CREATE TABLE letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- the order over all incidents
    incident_id INTEGER NOT NULL REFERENCES incidents (id), -- because of which
    message_id TEXT NOT NULL, -- the letter's own Message-ID
    eml BLOB NOT NULL, -- the letter, without what would be the stray message itself; its hash stands in the event
    UNIQUE (incident_id, message_id)
) STRICT;

CREATE TABLE heads (
    incident_id INTEGER NOT NULL PRIMARY KEY, -- of which incident, whether it is still there or not
    events INTEGER NOT NULL, -- how many events it has
    hash BLOB NOT NULL, -- the hash of the last one; empty once the record is deleted
    deleted_at INTEGER NOT NULL DEFAULT 0 -- when the whole record was deleted, its time being over; 0 until then
) STRICT;

INSERT INTO heads (incident_id, events, hash)
SELECT incident_id, max(seq), hash FROM incident_events GROUP BY incident_id;

CREATE TABLE seal (
    singleton INTEGER NOT NULL PRIMARY KEY CHECK (singleton = 1), -- there is one row
    incidents INTEGER NOT NULL -- how many incidents there ever were
) STRICT;

INSERT INTO seal (singleton, incidents) SELECT 1, count(*) FROM heads;

CREATE TRIGGER incidents_are_kept BEFORE UPDATE ON incidents
BEGIN
    SELECT RAISE(ABORT, 'an incident is never changed');
END;

CREATE TRIGGER letters_are_kept BEFORE UPDATE ON letters
BEGIN
    SELECT RAISE(ABORT, 'a letter is never changed');
END;

DROP TRIGGER incident_events_stay;

CREATE TRIGGER incident_events_stay BEFORE DELETE ON incident_events
WHEN NOT EXISTS (SELECT 1 FROM heads WHERE incident_id = OLD.incident_id AND deleted_at > 0)
BEGIN
    SELECT RAISE(ABORT, 'an event is deleted only with the whole record, when its time is over');
END;

CREATE TRIGGER letters_stay BEFORE DELETE ON letters
WHEN NOT EXISTS (SELECT 1 FROM heads WHERE incident_id = OLD.incident_id AND deleted_at > 0)
BEGIN
    SELECT RAISE(ABORT, 'a letter is deleted only with the whole record, when its time is over');
END;
