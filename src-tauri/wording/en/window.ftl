# What the window is told by its commands.

## What the window is told when something fails

error-not-found = This message is not in the history. It may have been deleted.
error-not-found-hint = Go back to the history and choose one from the list.
error-not-saved-hint = Nothing was changed. Check that the disk is not full, then try again.
error-not-written = The file { $file } can't be written.
error-not-written-hint = Choose another folder, or make room on the disk.
error-account-gone = This account is no longer there.
error-account-gone-hint = Open the settings again.
error-password-missing = The password of this mail account is missing.
error-password-missing-hint = Enter it in the settings. Until then, Astray does not watch this account.
error-password-none = Enter the password of this mail account.
error-password-none-hint = Some providers want an app password: one that you make for Astray alone.
error-bad-address-hint = Write it like name@example.org.
error-bad-host-hint = It looks like imap.example.org. Your provider or your IT department knows it.
error-bad-port = The port must be a number from 1 to 65535.
error-bad-port-hint = Most mail servers use 993.
error-bad-user-hint = Most mail servers want your whole email address here.
error-bad-domain-hint = Write it like example.org.
error-domain-twice = { $domain } is in this list already.
error-domain-twice-hint = There is nothing to add.
error-domain-fixed = { $domain } is set by your organisation.
error-domain-fixed-hint = Ask your IT department if it should change.
error-agent-away = Astray is not running, so the password can't be held.
error-agent-away-hint = Start Astray, then try again.
error-unexpected = Something went wrong in Astray.
error-unexpected-hint = Try again. If it happens again, show whoever helps you the report under “About and diagnostics” in the settings.

## The export of the history

export-title = Save the list
error-bad-hours = These are not two different times of day.
error-bad-hours-hint = Write them like 22:00 and 07:00.
