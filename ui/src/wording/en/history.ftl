# What the history says.

## History

history-title = History
history-search = Search
history-search-hint = Address or subject
history-settings = Settings
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
   *[other] { $checked } messages checked
}.
history-empty-unwatched-title = No mail is being watched
history-empty-unwatched = Astray has found no stray mail, but would not notice any now.
history-empty-so-far = { $checked ->
    [one] 1 message checked so far.
   *[other] { $checked } messages checked so far.
}
history-nothing-title = Nothing found
history-nothing = No message matches “{ $search }”.
history-first-title = Welcome to Astray
history-first = Astray watches the mail you send. If a message goes to an address that only looks like the right one, it tells you at once.
history-first-reads = It reads only who a message went to, its subject and its date. It never reads what you wrote, unless you ask it to for one message, and it sends nothing by itself.
history-first-add = Set up Astray
history-welcome = The set-up is not finished yet.
history-welcome-resume = Go on
history-edit-account = Edit this account
history-troubles = What keeps Astray from working fully

## History: search, filters and order

history-list = Messages
history-tools = Filters and order
history-filter-state = State
history-filter-severity = Severity
history-filter-delivery = Delivery
history-filter-account = Mail account
history-filter-chosen = { $filter }: { $chosen }
history-filter-week = Week of { $date }
history-filter-remove = Remove this filter
history-clear-search = Clear search
history-clear = Clear all
history-nothing-filtered = No message fits these filters.
history-severity-high = Serious
history-severity-medium = Medium
history-severity-low = Minor
history-delivery-bounced = Bounced
history-delivery-probably-delivered = Probably delivered
history-delivery-unknown = Delivery not known
history-sort = Order
history-sort-newest = Newest first
history-sort-oldest = Oldest first
history-sort-severity = Most serious first
history-sort-domain = By domain

## History: the last weeks

history-weeks = Messages a week, the last 26 weeks
history-weeks-show = Weeks
history-weeks-begin = Week of
history-weeks-count = Messages
history-week = Week of { $date }: { $count ->
    [0] no message
    [one] 1 message
   *[other] { $count } messages
}

## History: export

history-export = Export
history-export-title = Export this list
history-export-what = { $count ->
    [one] 1 message, as it is shown now.
   *[other] { $count } messages, as they are shown now.
}
history-export-hint = A table opens in a spreadsheet. Data is for other programs. You choose where the file goes.
history-export-csv = Table (CSV)
history-export-json = Data (JSON)
history-exported = Saved: { $file }

## History: keys

history-keys = Keys
key-page-down = Page ↓
key-page-up = Page ↑
key-home = Home
key-end = End
key-enter = Enter
key-escape = Esc
history-key-search = Go to the search
history-key-rows = One message down or up
history-key-pages = Several messages down or up
history-key-ends = First or last message
history-key-open = Open the message
history-key-weeks = One week back or on, in the chart
history-key-back = Clear the search, close what is open, or go back
history-key-keys = Show these keys
