# What the agent and the window's commands say. The window's own sentences are in ui/src/wording.

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
tray-cannot-watch = Cannot watch { $account }
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
trouble-agent-away = Astray is not watching at the moment.
trouble-agent-away-hint = Start Astray from your list of programs.
trouble-not-saved = Saving
trouble-bad-policy = Protected and trusted domains

## What the window is told when something fails

error-not-found = There is no incident number { $id }.
error-not-found-hint = Go back to the history and choose one from the list.
error-not-saved-hint = Nothing was changed. Check that the disk is not full, then try again.
error-account-gone = This account is no longer there.
error-account-gone-hint = Open the settings again.
error-password-missing = The password is missing.
error-password-missing-hint = Enter the password of this mail account.
error-bad-address-hint = Write it like name@example.org.
error-bad-host-hint = Write the name of the mail server, like imap.example.org. Your provider or your IT department knows it.
error-bad-port = The port must be a number from 1 to 65535.
error-bad-port-hint = Most mail servers use 993.
error-bad-user-hint = Most mail servers want the whole email address here.
error-bad-domain-hint = Write it like example.org.
error-domain-twice = { $domain } is in this list already.
error-domain-twice-hint = There is nothing to add.
error-domain-fixed = { $domain } is set by your organisation.
error-domain-fixed-hint = Ask your IT department if it should change.
error-agent-away = Astray is not running, so the password cannot be held.
error-agent-away-hint = Start Astray, then try again.
error-refused-decision-hint = Open the incident again to see how it stands.
error-unexpected-hint = Try again. If it happens again, the log file says more.

## The timeline of an incident

timeline-noticed = Astray noticed it
timeline-told = You were told
timeline-opened = You opened it
timeline-its-right-once = You said that this message went to the right address
timeline-its-right-address = You said that this address is always right
timeline-its-right-domain = You said that this domain is always right
timeline-dealt-with = You marked it as dealt with
timeline-reopened = You opened it again
