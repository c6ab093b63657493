# What the history says.

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
