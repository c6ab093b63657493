-- What could not be checked, what was gone before it could be, and sign-ins that were refused.

ALTER TABLE accounts ADD COLUMN vanished INTEGER NOT NULL DEFAULT 0; -- messages that came and were gone before they were judged

ALTER TABLE cursors ADD COLUMN at INTEGER NOT NULL DEFAULT 0; -- when it last moved or was confirmed: a mailbox can be renamed

CREATE TABLE unchecked (
    account_id INTEGER NOT NULL REFERENCES accounts (id), -- where it was seen
    message_key BLOB NOT NULL, -- the message's identity
    mailbox TEXT NOT NULL, -- where it lay
    uid INTEGER NOT NULL, -- under which UID
    why TEXT NOT NULL, -- message: nothing of it could be read; recipient: one of its recipients could not
    at INTEGER NOT NULL, -- when it was seen
    PRIMARY KEY (account_id, message_key)
) STRICT, WITHOUT ROWID;

CREATE TABLE refused_sign_ins (
    account_id INTEGER NOT NULL REFERENCES accounts (id), -- whose
    at INTEGER NOT NULL -- when
) STRICT;

CREATE INDEX refused_sign_ins_by_account ON refused_sign_ins (account_id, at);
