-- Where an account's mail is handed in, apart from where it is read: another server as a rule, and often another user name.

CREATE TABLE submissions (
    account_id INTEGER NOT NULL PRIMARY KEY REFERENCES accounts (id), -- whose; without a row, letters are put into Drafts only
    host TEXT NOT NULL, -- the server's name
    port INTEGER NOT NULL, -- its port
    security TEXT NOT NULL, -- implicit or starttls
    user TEXT NOT NULL -- the user name for signing in
) STRICT;
