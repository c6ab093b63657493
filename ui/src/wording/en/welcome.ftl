# What the welcome says, on its four screens.

## Welcome

welcome-step = Step { $step } of { $steps }
welcome-leave = Do this later
welcome-back = Back
welcome-next = Next
welcome-finish = Finish

## Welcome: what Astray does

welcome-about-title = Welcome to Astray
welcome-about = Mail goes to the wrong place when an address only looks like the right one. Astray notices, and helps.
welcome-does = What Astray does
welcome-does-watch = It looks at who you sent mail to, at the subject and the date, in your own mailbox.
welcome-does-tell = It tells you within a second or so when a message went to an address that looks wrong.
welcome-does-help = It helps you step by step with what to do then.
welcome-never = What it never does
welcome-never-read = It never reads what you wrote, unless you ask it to for one message.
welcome-never-change = It never changes, moves or deletes a message.
welcome-never-send = It sends nothing by itself. All that it notices stays on this computer.

## Welcome: the account

welcome-account-title = Your email address
welcome-account-next = Sign in and go on

## Welcome: the first look

welcome-look-title = Looking through your sent mail
welcome-looked-title = Your sent mail has been looked through
welcome-look-finding = Looking for the mailbox where { $address } keeps what was sent.
welcome-look-found = Found “{ $mailbox }”, where { $address } keeps what was sent.
welcome-look-connecting = Connecting to your mail server…
welcome-look-going = { $done } of { $total } messages
welcome-look-stopped = Stopped at { $done } of { $total } messages. Astray goes on in an hour, or when you say so.
welcome-look-done = { $count ->
    [0] Done. There is no message yet.
    [one] Done. 1 message checked.
   *[other] Done. { $count } messages checked.
}
welcome-look-stop = Stop for now
welcome-look-resume = Go on
welcome-look-hint = You need not wait: Astray goes on in the background.
welcome-look-from-now = From now on Astray looks at each message as you send it.
welcome-look-findings = { $count ->
    [one] 1 message may have gone to the wrong place
   *[other] { $count } messages may have gone to the wrong place
}
welcome-look-more = You find all of them in the history.
welcome-look-nothing = No stray mail found.

## Welcome: a test notification

welcome-alert-title = A test notification
welcome-alert = When a message goes astray, your desktop shows a notification. Try it out.
welcome-alert-send = Show a test notification
welcome-alert-again = Show it again
welcome-alert-seen = Did you see it?
welcome-alert-yes = Yes
welcome-alert-no = No
welcome-alert-good = Good. That is how Astray will tell you.
welcome-alert-not = This may be why:
welcome-alert-not-disturb = “Do not disturb” is on in your desktop. Turn it off, or let Astray through.
welcome-alert-not-allowed = Notifications are turned off for Astray in your desktop's settings.
welcome-alert-not-else = If neither is so, Astray's icon and the history still show what needs you.
welcome-start = Start with your computer
welcome-start-yes = Start Astray when I sign in
welcome-start-hint = Astray can only warn you while it runs. You can change this in the settings.
