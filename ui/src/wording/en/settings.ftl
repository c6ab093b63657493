# What the settings say beside accounts.

## Settings

settings-title = Settings
settings-sections = Parts of the settings
settings-accounts = Accounts
settings-domains = Domains
settings-about = About

## Settings: domains

domains-intro = A domain is the part of an address after the @.
domains-protected = Protected
domains-protected-what = Astray looks out for addresses that only look like these.
domains-protected-none = No protected domain yet. Add your own organisation's.
domains-trusted = Trusted
domains-trusted-what = Astray never asks about mail to these.
domains-trusted-none = No trusted domain yet.
domains-fixed = Set by your organisation
domains-add = Add
domains-add-protected = Add a protected domain
domains-add-trusted = Add a trusted domain
domains-hint = For example example.org
domains-remove = Remove
domains-remove-named = Remove { $domain }
domains-removed = { $domain } is removed.
domains-added = { $domain } is added.
domains-undo = Undo

## Settings: about

about-what-title = What Astray does
about-what = It watches the mail you send. When a message goes to an address that only looks like the right one, it tells you within a second or so.
about-reads-title = What it reads
about-reads-headers = Who a message went to, who it is from, its subject and its date. Only in the mailbox where your mail program keeps what you sent.
about-reads-where = All of it stays on this computer.
about-never-title = What it never does
about-never-body = It never reads what you wrote, nor attached files.
about-never-change = It never changes, moves or deletes a message.
about-never-send = It never sends anything to anyone.
about-never-password = It never writes your password into a file.
about-policy-title = Your organisation
about-policy-present = Your organisation has set some domains. They are read from this file:
about-policy-absent = Your organisation has set nothing. Astray would look for it here:
about-policy-error = The settings of your organisation can't be read
