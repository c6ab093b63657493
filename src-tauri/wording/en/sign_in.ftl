# What is said of signing in on a provider's page.

sign-in-needed = { $provider } no longer accepts your sign-in.
sign-in-needed-hint = Sign in again in the settings. Until then, Astray does not watch this account.
sign-in-again = Sign in again
sign-in-alert-title = Please sign in again
sign-in-alert-body = Astray can no longer watch the mail of { $address }, because your provider wants you to sign in again.
sign-in-page = Astray has its answer. You can close this page.
error-bad-token = Your provider sent something that can't be used to sign in.
error-bad-token-hint = Tell your IT department.
error-sign-in-missing = You have not signed in yet.
error-sign-in-missing-hint = Sign in on the page of your provider first.
error-sign-in-under-way = A sign-in is under way already.
error-sign-in-under-way-hint = Finish it in your browser, or cancel it.
error-client-missing = Enter the client ID.
error-client-missing-hint = Your IT department knows it. It is a short text, without spaces.
error-client-fixed = Your organisation has set the client ID for { $provider }.
error-client-fixed-hint = Ask your IT department if it should change.
error-bad-mailbox-hint = Choose mailboxes from the list that your server gives.

## What can go wrong with it

oauth-unknown-provider = Astray does not know the provider { $provider }.
oauth-unknown-provider-hint = Ask your IT department, or remove the account and add it again with a password.
oauth-no-client = Astray has no client ID for { $provider } yet.
oauth-no-client-hint = Ask your IT department for the client ID, and enter it where you sign in.
oauth-foreign-server = { $host } is not a mail server of { $provider }.
oauth-foreign-server-hint = Check the server name. This sign-in goes only to the provider's own servers.
oauth-no-code = { $provider } does not let you sign in on another device.
oauth-no-code-hint = Sign in with the browser on this computer instead.
oauth-no-browser = Astray could not open your web browser.
oauth-no-browser-hint = Choose a default browser in the settings of this computer, or sign in on another device.
oauth-declined = The sign-in was refused or broken off on the page of { $provider }.
oauth-declined-hint = Sign in again, and agree to what the page asks. If it does not let you, ask your IT department.
oauth-timed-out = The time to sign in on the page of { $provider } is over.
oauth-cancelled = The sign-in was cancelled.
oauth-when-ready-hint = Sign in again when you are ready.
oauth-wrong-answer = An answer came that is not from the page of { $provider } that Astray opened. Astray did not use it.
oauth-wrong-answer-hint = Sign in again, only on the page that Astray opens.
oauth-not-signed-in = You have not signed in with { $provider } yet.
oauth-unreachable = Astray could not reach { $provider } for the sign-in.
oauth-unreachable-hint = Check whether this computer is online, and try again in a moment.
oauth-refused = { $provider } refused the sign-in{ mailbox-said }.
oauth-refused-hint = Tell your IT department: what is registered for Astray with the provider may be wrong, or out of date.
