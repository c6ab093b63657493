# What is said of signing in on a provider's page.

sign-in-needed = { $provider } no longer accepts your sign-in.
sign-in-needed-hint = Sign in again in the settings. Until then, Astray does not watch this account.
sign-in-again = Sign in again
sign-in-alert-title = Please sign in again
sign-in-alert-body = Astray can no longer watch the mail of { $address }, because your provider wants you to sign in again.
sign-in-page = Astray has its answer. You can close this page.
error-bad-token = Your provider sent something that cannot be used to sign in.
error-bad-token-hint = Tell your IT department.
error-sign-in-missing = You have not signed in yet.
error-sign-in-missing-hint = Sign in on the page of your provider first.
error-sign-in-under-way = A sign-in is under way already.
error-sign-in-under-way-hint = Finish it in your browser, or cancel it.
error-client-missing = The client ID is missing.
error-client-missing-hint = Your IT department knows it. It is a short text, without spaces.
error-client-fixed = Your organisation has set the client ID for { $provider }.
error-client-fixed-hint = Ask your IT department if it should change.
error-bad-mailbox-hint = Choose mailboxes from the list that your server gives.
