# What the window says in more than one place. The agent's own sentences are in src-tauri/wording.

## Everywhere

app-name = Astray
back-to-all = All messages
cancel = Cancel
close = Close
try-again = Try again
loading = Loading…
fixed = Set by your organisation
fixed-by = Set by { $organisation }
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
address-like = Looks like
address-meant = Probably meant
address-plain = In plain letters

## How an incident stands

state-needs-you = Needs you
state-in-progress = In progress
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
watch-nothing = No mail is being watched
watch-cannot = Some mail is not being watched
watch-paused = Watching is paused
watch-no-account = No mail account yet
watch-check-now = Check now
