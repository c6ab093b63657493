-- Several mailboxes an account, each known by its identity, and counts that add up to what the server says.

ALTER TABLE accounts ADD COLUMN copies INTEGER NOT NULL DEFAULT 0; -- messages that were judged already when they were first met there

ALTER TABLE cursors ADD COLUMN mailbox_id TEXT NOT NULL DEFAULT ''; -- what its server knows it by (RFC 8474); empty where it gives nothing

ALTER TABLE cursors ADD COLUMN is_sent INTEGER NOT NULL DEFAULT 1; -- 1 for the account's mailbox for sent mail

CREATE TABLE also_watched (
    account_id INTEGER NOT NULL REFERENCES accounts (id), -- whose
    mailbox TEXT NOT NULL, -- its name as a person writes it
    PRIMARY KEY (account_id, mailbox)
) STRICT, WITHOUT ROWID;
