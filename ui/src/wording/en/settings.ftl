# What the settings say beside accounts.

## Settings

settings-title = Settings
settings-sections = Parts of the settings
settings-accounts = Accounts
settings-domains = Domains
settings-alerts = Alerts
settings-privacy = Privacy and storage
settings-about = About and diagnostics

## Settings: domains

domains-intro = A domain is the part of an address after the @.
domains-protected = Protected
domains-protected-what = Astray looks out for addresses that only look like these.
domains-protected-none = No protected domain yet. Add your own organisation's.
domains-trusted = Trusted
domains-trusted-what = Astray never asks about mail to these.
domains-trusted-none = No trusted domain yet.
domains-add = Add
domains-add-protected = Add a protected domain
domains-add-trusted = Add a trusted domain
domains-hint = For example example.org
domains-remove = Remove
domains-remove-named = Remove { $domain }
domains-removed = { $domain } is removed.
domains-added = { $domain } is added.
domains-search = Search domains
domains-none-found = Nothing here matches your search.
domains-learned = Learned from your mail
domains-learned-what = You write to these, so Astray looks out for addresses that only look like them.
domains-learned-none = Nothing yet. Astray learns from the mail that you send.
domains-learned-more = { $count ->
    [one] and 1 more: search to find it
   *[other] and { $count } more: search to find them
}
domains-messages = { $messages ->
    [one] 1 message
   *[other] { $messages } messages
}
domains-undo = Undo

## Settings: alerts and language

alerts-which = What interrupts you
alerts-which-what = Everything else stands in the history alone.
alerts-medium = Whatever was possibly sent to the wrong place
alerts-high = Only what was very probably sent to the wrong place
alerts-show = Notifications
alerts-privacy = Name nobody in notifications
alerts-privacy-hint = For screens that others can see: no address and no subject.
alerts-quiet = Quiet hours
alerts-quiet-hint = Notifications wait, and come as one when the quiet hours are over.
alerts-quiet-from = From
alerts-quiet-until = Until
alerts-test = Show a test notification
alerts-tested = Sent to your desktop. Did you see it?
alerts-start = At sign-in
alerts-autostart = Start Astray when you sign in
alerts-autostart-hint = Without it, mail is checked only from when you open Astray.
language = Language
language-desktop = As the desktop
language-english = English
language-german = Deutsch

## Settings: privacy and storage

kept-title = What is kept on this computer
kept-what = Only you can read these files. Nothing in them leaves this computer.
kept-casebook = Incidents, what you decided, and whom you write to
kept-preferences = Your settings
kept-log = Notes about the program's work, for a week, without addresses and subjects
kept-passwords = Your passwords are in your computer's keyring, not in a file.
retention-title = How long it is kept
retention-what = The record of an incident is deleted when it is older than this.
retention-days = Days
retention-days-fixed = { $days ->
    [one] 1 day
   *[other] { $days } days
}
retention-hint = Your organisation may have rules for this.
retention-save = Save
retention-saved = { $days ->
    [one] Records are kept for 1 day.
   *[other] Records are kept for { $days } days.
}
retention-wrong = Enter a whole number from 1 to { $most }.

delete-older = Delete older records now…
delete-older-title = Delete older records?
delete-older-what = { $days ->
    [one] Astray deletes every incident in which nothing happened for 1 day, also those that still need you.
   *[other] Astray deletes every incident in which nothing happened for { $days } days, also those that still need you.
}
delete-older-confirm = Delete these records
delete-for-good = This can't be undone.
deleted-older = { $count ->
    [0] No record was that old.
    [one] 1 record is deleted.
   *[other] { $count } records are deleted.
}
delete-everything = Delete everything
delete-everything-hint = All incidents and their records, your accounts and passwords, and your settings. Your mail itself stays as it is.
delete-everything-ask = Delete everything…
delete-everything-title = Delete everything that Astray keeps?
delete-everything-what = Astray forgets all incidents and what you decided, your accounts with their passwords, and your settings. It watches nothing then. Your mail itself stays as it is.
deleted-everything = Everything is deleted.

## Settings: about

about-what-title = What Astray does
about-what = It watches the mail you send. When a message goes to an address that only looks like the right one, it tells you within a second or so.
about-reads-title = What it reads
about-reads-headers = Who a message went to, who it is from, its subject and its date. Only in the mailbox where your mail program keeps what you sent.
about-reads-where = All of it stays on this computer.
about-never-title = What it never does
about-never-body = It never reads what you wrote, nor attached files, unless you ask it to for one message.
about-never-change = It never changes, moves or deletes a message.
about-never-send = It sends nothing by itself: only letters that you have read and told it to send.
about-never-password = It never writes your password into a file.
about-policy-title = Your organisation
about-policy-present = These settings of your organisation are in force: { $protected ->
    [one] 1 protected domain
   *[other] { $protected } protected domains
}, { $trusted ->
    [one] 1 trusted domain
   *[other] { $trusted } trusted domains
}, { $known ->
    [one] 1 known address
   *[other] { $known } known addresses
}. They are read from this file:
about-policy-absent = Your organisation has set nothing. Astray would look for it here:
about-policy-error = The settings of your organisation can't be read
about-version = Version { $version }
watched-title = What is watched
watched-state = State
watched-watching = Watching
watched-mailbox = Mailbox
watched-last = Last checked
watched-last-at = { $time }
watched-never = Not yet
watched-checked = Messages checked
watched-count = { $count }
report-title = A report for whoever helps you
report-what = It says how Astray stands. Addresses, names, subjects, servers and files are left out.
report-make = Make the report
report-copy = Copy
report-copied = Copied.
