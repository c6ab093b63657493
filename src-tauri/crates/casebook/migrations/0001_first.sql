-- The first schema: accounts, what was judged, incidents and their events, alerts, correspondents.

CREATE TABLE accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again, so that no incident changes hands
    address TEXT NOT NULL, -- the user's own address
    host TEXT NOT NULL, -- the IMAP server's name
    port INTEGER NOT NULL, -- its port
    security TEXT NOT NULL, -- implicit or starttls
    user TEXT NOT NULL, -- the user name for signing in
    ca_path TEXT NOT NULL DEFAULT '', -- a file with certificate authorities of its own; empty for none
    added_at INTEGER NOT NULL, -- milliseconds since 1970, UTC, as all times here
    removed_at INTEGER NOT NULL DEFAULT 0, -- 0 while the account is in use; its incidents outlive it
    state TEXT NOT NULL DEFAULT 'connecting', -- how its watch stands
    trouble TEXT NOT NULL DEFAULT '', -- what hinders it, in words
    hint TEXT NOT NULL DEFAULT '', -- what can be done about it
    last_checked_at INTEGER NOT NULL DEFAULT 0, -- when it was last caught up; 0 for never
    checked INTEGER NOT NULL DEFAULT 0 -- messages judged
) STRICT;

CREATE TABLE cursors (
    account_id INTEGER NOT NULL REFERENCES accounts (id), -- whose mailbox
    mailbox TEXT NOT NULL, -- its name as the server writes it
    uid_validity INTEGER NOT NULL, -- the generation of its UIDs
    last_uid INTEGER NOT NULL, -- every message up to this UID is judged
    PRIMARY KEY (account_id, mailbox)
) STRICT, WITHOUT ROWID;

CREATE TABLE judged (
    account_id INTEGER NOT NULL REFERENCES accounts (id), -- where it was seen
    message_key BLOB NOT NULL, -- the message's identity: SHA-256
    PRIMARY KEY (account_id, message_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE correspondents (
    address TEXT NOT NULL PRIMARY KEY, -- local part in lower case, domain as A-labels
    domain TEXT NOT NULL, -- its domain
    sent INTEGER NOT NULL -- messages sent to it
) STRICT, WITHOUT ROWID;

CREATE INDEX correspondents_by_domain ON correspondents (domain);

CREATE TABLE incidents (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- what a link to it names
    account_id INTEGER NOT NULL REFERENCES accounts (id), -- where it was sent from
    message_key BLOB NOT NULL, -- the message's identity
    mailbox TEXT NOT NULL, -- where it lay when it was judged
    uid INTEGER NOT NULL, -- under which UID
    address TEXT NOT NULL, -- the first lookalike recipient
    lookalike_of TEXT NOT NULL, -- the domain that was probably meant
    more INTEGER NOT NULL, -- lookalike recipients beside the first
    severity TEXT NOT NULL, -- the gravest of them
    subject TEXT NOT NULL, -- cleaned of controls
    sent_at INTEGER NOT NULL, -- what the message says, else when the server got it, else when it was noticed
    searched TEXT NOT NULL, -- address, domain and subject in lower case
    UNIQUE (account_id, message_key)
) STRICT;

CREATE INDEX incidents_by_time ON incidents (sent_at DESC, id DESC);

CREATE TABLE incident_events (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- the order over all incidents
    incident_id INTEGER NOT NULL REFERENCES incidents (id), -- to which it happened
    seq INTEGER NOT NULL, -- its place in the incident, from 1
    at INTEGER NOT NULL, -- when
    kind TEXT NOT NULL, -- what
    body TEXT NOT NULL, -- the facts, as JSON; {} where the kind says all
    state TEXT NOT NULL, -- how the incident stands after it
    hash BLOB NOT NULL, -- SHA-256 over the hash before it and all of the above
    UNIQUE (incident_id, seq)
) STRICT;

CREATE TRIGGER incident_events_are_kept BEFORE UPDATE ON incident_events
BEGIN
    SELECT RAISE(ABORT, 'an event of an incident is never changed');
END;

CREATE TRIGGER incident_events_stay BEFORE DELETE ON incident_events
BEGIN
    SELECT RAISE(ABORT, 'an event of an incident is never deleted');
END;

CREATE TABLE alerts (
    incident_id INTEGER NOT NULL PRIMARY KEY REFERENCES incidents (id), -- of which to tell
    told_at INTEGER NOT NULL DEFAULT 0 -- when a notification server took it; 0 until then
) STRICT;

CREATE INDEX alerts_untold ON alerts (told_at) WHERE told_at = 0;
