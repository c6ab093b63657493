-- Accounts whose users sign in on their provider's page, and whether they have to do that again.

ALTER TABLE accounts ADD COLUMN provider TEXT NOT NULL DEFAULT ''; -- on whose page; empty for a password

ALTER TABLE accounts ADD COLUMN must_sign_in INTEGER NOT NULL DEFAULT 0; -- 1 once nothing helps but that the user signs in again
