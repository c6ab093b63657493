# What the window says. The agent's own sentences are in src-tauri/wording.

## Everywhere

app-name = Astray
back-to-all = All messages
cancel = Cancel
try-again = Try again
loading = Loading…
no-subject = No subject

## Time

time-just-now = just now
time-minutes-ago = { $count ->
    [one] 1 minute ago
   *[other] { $count } minutes ago
}
time-yesterday = yesterday, { $time }
day-today = Today
day-yesterday = Yesterday

## Addresses

address-sent = Sent to
address-meant = Probably meant
address-plain = In plain letters

## How an incident stands

state-needs-you = Needs you
state-done = Done
state-not-a-mistake = Not a mistake

## The watch

watch-watching = { $mailboxes ->
    [0] Connecting to your mail server…
    [one] Watching 1 mailbox
   *[other] Watching { $mailboxes } mailboxes
}
watch-watching-checked = { $mailboxes ->
    [one] Watching 1 mailbox
   *[other] Watching { $mailboxes } mailboxes
}, checked { $time }
watch-cannot = Some mail is not being watched
watch-paused = Watching is paused
watch-no-account = No mail account yet
watch-check-now = Check now

## History

history-title = History
history-search = Search
history-search-hint = Address or subject
history-settings = Settings
history-needs-you = Needs you
history-more = { $count ->
    [one] and 1 more address
   *[other] and { $count } more addresses
}
history-found = { $count ->
    [0] No message found
    [one] 1 message found
   *[other] { $count } messages found
}
history-empty-title = No stray mail
history-empty-watching = { $mailboxes ->
    [one] Watching 1 mailbox
   *[other] Watching { $mailboxes } mailboxes
} since { $since }, { $checked ->
    [one] 1 message checked
   *[other] { $checked } messages checked
}.
history-empty-so-far = { $checked ->
    [one] 1 message checked so far.
   *[other] { $checked } messages checked so far.
}
history-nothing-title = Nothing found
history-nothing = No message matches { $search }.
history-clear-search = Clear the search
history-first-title = Welcome to Astray
history-first = Astray watches the mail you send. If a message goes to an address that only looks like the right one, it tells you at once.
history-first-reads = It reads only who a message went to, its subject and its date. It never reads what you wrote, and nothing leaves this computer.
history-first-add = Add your mail account
history-edit-account = Edit this account
history-troubles = What keeps Astray from working fully

## Incident

incident-needs-you = { $count ->
    [one] This message was probably sent to the wrong place
   *[other] This message was probably sent to { $count } wrong addresses
}
incident-done = You dealt with this message
incident-not-a-mistake = This message went to the right place
incident-why = Why Astray asks
incident-more = { $count ->
    [one] 1 more address of this message looks wrong too.
   *[other] { $count } more addresses of this message look wrong too.
}
incident-help = What helps now
incident-help-honest = External mail can't be pulled back. Here is what helps.
incident-help-calm = Stay calm. This happens to everyone, and telling someone soon is what counts.
incident-help-no-follow-up = Send nothing more to the wrong address, not even to ask for it to be deleted.
incident-help-tell = Tell your security desk or your manager, by phone or in person.
incident-help-again = Send the message again to the right address, if you may.
incident-help-forget = Remove the wrong address from your mail program's suggestions.
incident-dealt-with = Mark as dealt with
incident-right = It's right
incident-right-title = Is it right from now on?
incident-right-once = Only this time
incident-right-address = { $count ->
    [one] Always this address
   *[other] Always these addresses
}
incident-right-domain = { $count ->
    [one] Always this domain
   *[other] Always these domains
}
incident-right-hint = If you say “always”, Astray won't ask about it again. You can change that in the settings.
incident-reopen = Reopen
incident-undo = Undo
incident-said-done = Marked as dealt with.
incident-said-right = Marked as not a mistake.
incident-said-reopened = This message needs you again.
incident-facts = The message
incident-from = From
incident-account = Mail account
incident-sent-at = Sent
incident-noticed-at = Noticed
incident-others = Also sent to
incident-others-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
incident-usual = You usually write to
incident-usual-count = { $count ->
    [one] 1 message
   *[other] { $count } messages
}
incident-timeline = What happened
incident-actions = What do you want to do?

## Settings

settings-title = Settings
settings-sections = Parts of the settings
settings-accounts = Accounts
settings-domains = Domains
settings-about = About

## Settings: accounts

accounts-none = No mail account yet. Astray watches nothing until you add one.
accounts-add = Add a mail account
accounts-edit = Edit
accounts-edit-named = Edit { $address }
accounts-remove = Remove
accounts-remove-named = Remove { $address }
accounts-watching = Watching “{ $mailbox }”
accounts-watching-checked = Watching “{ $mailbox }”, checked { $time }
accounts-connecting = Connecting…
accounts-paused = Paused
accounts-trouble = Not watching
accounts-checked = { $count ->
    [one] 1 message checked
   *[other] { $count } messages checked
}
accounts-unread-messages = { $count ->
    [one] 1 message could not be read, so its recipients are not checked.
   *[other] { $count } messages could not be read, so their recipients are not checked.
}
accounts-unread-recipients = { $count ->
    [one] 1 message has a recipient that could not be read; the others were checked.
   *[other] { $count } messages have a recipient that could not be read; the others were checked.
}
accounts-vanished = { $count ->
    [one] 1 message was gone before Astray could look.
   *[other] { $count } messages were gone before Astray could look.
}
accounts-server = Server: { $host }
accounts-remove-title = Remove this account?
accounts-remove-what = Astray stops watching { $address } and forgets its password. What it has found so far stays in the history.
accounts-remove-confirm = Remove the account
accounts-saved = { $address } is saved.
accounts-removed = { $address } is removed.

## Settings: the form of an account

form-add-title = Add a mail account
form-edit-title = Edit { $address }
form-intro = Enter your email address. Astray looks for your mail server by itself.
form-edit-intro = Your provider or your IT department knows these settings.
form-address = Email address
form-host = Mail server
form-host-hint = For example imap.example.org
form-port = Port
form-port-wrong = The port must be a number from 1 to 65535.
form-security = Protection of the connection
form-security-implicit = TLS from the start
form-security-starttls = STARTTLS
form-user = User name
form-user-hint = Most often your whole email address
form-password = Password
form-password-kept = Leave this empty to keep the password as it is.
form-password-hint = Kept in your computer's keyring, never in a file.
form-details = Server details
form-ca = Certificate file
form-ca-hint = Only if your organisation's server has a certificate of its own. The path of the file, for example /etc/ssl/mail.pem
form-test = Test the connection
form-save = Save
form-tested = It works. Found { $messages ->
    [0] the mailbox “{ $mailbox }”. It is empty.
    [one] the mailbox “{ $mailbox }” with 1 message.
   *[other] the mailbox “{ $mailbox }” with { $messages } messages.
}
form-tested-at-once = Your server will tell Astray about a new message at once.
form-tested-looks = Your server doesn't tell of new messages by itself, so Astray looks again and again.
form-hold-hint = Astray can hold the password until it is closed. You will be asked for it again after that.
form-hold = Hold the password until Astray is closed

## Settings: the search for the mail server

find-looking = Looking for your mail server… This takes 10 seconds at most.
find-found = Found your mail server: { $host }
find-source-autoconfig = Your mail domain itself says so.
find-source-table = It belongs to { $provider }, a provider that Astray knows.
find-source-srv = The name records of your mail domain say so.
find-source-mx = { $provider } takes in the mail of your domain, and this is its server.
find-source-common-name = Nobody has named it, but it answers under a name that mail servers often have.
find-change = Is that not right? Change it under “Server details”.
find-trouble = Your mail server seems to be { $host }, but it can't be used now
find-nothing = No mail server found
find-nothing-hint = Ask your provider or your IT department for the name of your IMAP server, and enter it under “Server details”.
find-others = Also found
find-use = Use { $host }, port { $port }

ask-server-title = Send your password to this server?
ask-server-what = { $host } doesn't belong to { $domain }, the domain of your address. Astray was told about it in a way that others could fake.
ask-server-hint = Go on only if you know this server, or if your provider or your IT department names it.
ask-server-confirm = Yes, use this server

advice-app-password = { $provider } wants an app password: one that you make for Astray alone. You make it in your account there, under security. Your usual password won't work.
advice-app-password-google = { $provider } wants an app password: one that you make for Astray alone. In your Google account, turn on 2-Step Verification, then search for “App passwords”. Your usual password won't work.
advice-app-password-yahoo = { $provider } wants an app password: one that you make for Astray alone. In your account there, open the security settings and choose “Generate app password”. Your usual password won't work.
advice-app-password-apple = { $provider } wants an app password: one that you make for Astray alone. In your Apple account, open “Sign-In and Security”, then “App-Specific Passwords”. Your usual password won't work.
advice-turn-on-imap = { $provider } lets other programs in only when you allow it. In its settings on the web, turn on IMAP.
advice-turn-on-imap-and-app-password = { $provider } lets other programs in only when you allow it. In its settings on the web, turn on IMAP, and make an app password: one for Astray alone.
advice-mail-password = { $provider } wants the password for mail programs, which you set in your account there. It is not the one that you sign in with on the web.
advice-provider-page = { $provider } takes no password from mail programs. You sign in on its own page instead.
advice-bridge = { $provider } needs its program “Bridge” on this computer. Start it, and enter the user name and the password that it shows. Save its certificate to a file, and name that file under “Server details”.

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
