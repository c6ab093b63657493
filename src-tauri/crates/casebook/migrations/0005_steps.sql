-- The letters that were written because of an incident.

CREATE TABLE letters (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- the order over all incidents
    incident_id INTEGER NOT NULL REFERENCES incidents (id), -- because of which
    message_id TEXT NOT NULL, -- the letter's own Message-ID
    eml BLOB NOT NULL, -- the letter, without what would be the stray message itself; its hash stands in the event
    UNIQUE (incident_id, message_id)
) STRICT;

CREATE TRIGGER letters_are_kept BEFORE UPDATE ON letters
BEGIN
    SELECT RAISE(ABORT, 'a letter is never changed');
END;
