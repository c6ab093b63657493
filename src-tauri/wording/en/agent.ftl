# What the agent says: in the tray, in notifications, and of what hinders it.

## Tray

tray-open = Open Astray
tray-check-now = Check now
tray-pause-hour = Pause for 1 hour
tray-pause-tomorrow = Pause until tomorrow
tray-resume = Resume
tray-settings = Settings
tray-quit = Quit
tray-needs-you = { $count ->
    [one] 1 message needs you
   *[other] { $count } messages need you
}
tray-watching = { $count ->
    [one] Watching 1 mailbox
   *[other] Watching { $count } mailboxes
}, checked { $time }
tray-connecting = Connecting…
tray-cannot-watch = { $count ->
    [one] Cannot watch { $account }
   *[other] Cannot watch { $count } mailboxes
}{ $remedy ->
    [sign-in] : sign in again
   *[none] { "" }
}
tray-paused = Paused until { $time }
tray-no-account = No mail account yet

## Notifications

alert-title-one = Possibly sent to the wrong place
alert-title-many = { $count } messages possibly sent to the wrong place
alert-body = to { $address }. Did you mean { $meant }?
alert-body-more = { $count ->
    [one] and 1 other recipient
   *[other] and { $count } other recipients
}
alert-body-private = Open Astray to see it.
alert-test-title = This is a test
alert-test-body = If you can read this, Astray can tell you when something goes wrong.
alert-review = Review
alert-right = It's right

## Troubles of the agent itself

trouble-notifications = Notifications
trouble-no-notifications = Your desktop shows no notifications at the moment.
trouble-no-notifications-hint = Astray goes on watching, and tells you as soon as your desktop shows notifications again. Until then, look into this window.
trouble-tray = Tray icon
trouble-no-tray = Your desktop has no place for Astray's icon.
trouble-no-tray-hint = Astray goes on watching. To open this window, start Astray again.
trouble-no-tray-library = Astray's icon cannot be shown, because a part of the desktop is missing.
trouble-no-tray-library-hint = Astray goes on watching. Ask whoever looks after this computer to install “libayatana-appindicator3-1”.
trouble-not-running = Watching
trouble-damaged = Your record
trouble-damaged-now = The file of it was damaged. Astray has gone back to its last copy, or begun anew where there was none. Look whether your mail accounts are there, and what needs you.
trouble-damaged-hint = The damaged file is kept: { $file }. Whoever looks after this computer may be able to read it. This note is gone when the file is.
trouble-agent-away = Astray is not watching at the moment.
trouble-agent-away-hint = Start Astray from your list of programs.
trouble-not-saved = Saving
trouble-bad-policy = Protected and trusted domains
