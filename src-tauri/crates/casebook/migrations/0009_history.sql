-- The history of ten thousand incidents in a moment: how each stands, and which came back, without reading what the events hold.

CREATE INDEX incident_events_state ON incident_events (incident_id, seq, state);

CREATE INDEX incident_events_bounced ON incident_events (incident_id) WHERE kind = 'bounced';

-- Where the user is in the welcome, and how far a look through a mailbox has come.

CREATE TABLE welcome (
    id INTEGER PRIMARY KEY CHECK (id = 1), -- there is one
    step TEXT NOT NULL -- the screen that the user left, or done
) STRICT;

CREATE TABLE looks (
    account_id INTEGER PRIMARY KEY REFERENCES accounts (id), -- whose mailbox for sent mail is being looked through
    mailbox TEXT NOT NULL, -- its name as a person writes it
    done INTEGER NOT NULL, -- messages looked at
    total INTEGER NOT NULL -- messages in it when the look began
) STRICT;
