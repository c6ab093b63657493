# What is said of signing in on a provider's page, and of further mailboxes.

## The form of an account

sign-in-title = Sign in
sign-in-with = Sign in with { $provider }
sign-in-again = Sign in again
sign-in-elsewhere = Sign in on another device
sign-in-hint = The page of { $provider } opens in your browser. Astray never sees your password.
sign-in-done = You are signed in with { $provider }.
sign-in-password = Use a password instead
sign-in-instead = Sign in on the page of { $provider } instead
sign-in-waiting-page = Sign in on the page in your browser
sign-in-waiting-page-hint = It should have opened by itself. Astray waits for two minutes.
sign-in-cancel = Cancel the sign-in
sign-in-asking-code = Asking { $provider } for a code…
sign-in-waiting-code = Sign in on another device
sign-in-code-page = Open this page there:
sign-in-code = Enter this code:
sign-in-code-hint = Enter it only on that page. Astray goes on by itself when you have signed in.
sign-in-client-needed = Astray needs a client ID for { $provider }
sign-in-client-why = A program may use the sign-in page of { $provider } only when it is registered there. Astray brings no such registration with it. Ask your IT department for the client ID.
sign-in-client-id = Client ID
sign-in-client-secret = Client secret
sign-in-client-secret-hint = Only if you were given one with the client ID. Google gives one.
sign-in-client-keep = Keep the client ID
sign-in-hold = Stay signed in until Astray is closed
sign-in-hold-hint = Your computer's keyring can't keep the sign-in. Astray can hold it until it is closed. After that you will be asked to sign in again.

also-watch-title = { $count ->
    [0] More mailboxes
   *[other] More mailboxes ({ $count } chosen)
}
also-watch-what = Astray watches the mailbox where your mail program keeps what you send. Mail that you send from another address, or for a team, may be kept in another mailbox. You can have that watched as well.
also-watch-choose = Watch these as well
also-watch-list = Show my mailboxes
also-watch-none = Your server has no other mailboxes.

## Settings: accounts

accounts-provider = Signs in with { $provider }
accounts-also-watch = { $count ->
    [one] 1 more mailbox is watched
   *[other] { $count } more mailboxes are watched
}
accounts-sign-in-again-named = Sign in again with { $address }
accounts-signed-in = You are signed in again with { $address }.
