# What the settings say of accounts, and of the form of one.

## Settings: accounts

accounts-none = No mail account yet. Astray watches nothing until you add one.
accounts-add = Add a mail account
accounts-edit = Edit
accounts-edit-named = Edit { $address }
accounts-remove = Remove
accounts-remove-named = Remove { $address }
accounts-watching = Watching “{ $mailbox }”
accounts-watching-checked = Watching “{ $mailbox }”, checked { $time }
accounts-connecting = Connecting…
accounts-paused = Paused
accounts-trouble = Not watching
accounts-checked = { $count ->
    [one] 1 message checked
   *[other] { $count } messages checked
}
accounts-unread-messages = { $count ->
    [one] 1 message could not be read, so its recipients are not checked.
   *[other] { $count } messages could not be read, so their recipients are not checked.
}
accounts-unread-recipients = { $count ->
    [one] 1 message has a recipient that could not be read; the others were checked.
   *[other] { $count } messages have a recipient that could not be read; the others were checked.
}
accounts-vanished = { $count ->
    [one] 1 message was gone before Astray could look.
   *[other] { $count } messages were gone before Astray could look.
}
accounts-server = Server: { $host }
accounts-remove-title = Remove this account?
accounts-remove-what = Astray stops watching { $address } and forgets its password. What it has found so far stays in the history.
accounts-remove-confirm = Remove the account
accounts-saved = { $address } is saved.
accounts-removed = { $address } is removed.

## Settings: the form of an account

form-add-title = Add a mail account
form-edit-title = Edit { $address }
form-intro = Enter your email address. Astray looks for your mail server by itself.
form-edit-intro = Your provider or your IT department knows these settings.
form-address = Email address
form-host = Mail server
form-host-hint = For example imap.example.org
form-port = Port
form-port-wrong = Enter the port: a number from 1 to 65535.
form-security = Protection of the connection
form-security-implicit = From the start (TLS)
form-security-starttls = On request (STARTTLS)
form-user = User name
form-user-hint = Most often your whole email address
form-password = Password
form-password-kept = Leave this empty to keep the password as it is.
form-password-hint = Kept in your computer's keyring, never in a file.
form-details = Server details
form-ca = Certificate file
form-ca-hint = Only if your organisation's server has a certificate of its own. The path of the file, for example /etc/ssl/mail.pem
form-test = Test the connection
form-save = Save
form-tested = It works. Found { $messages ->
    [0] the mailbox “{ $mailbox }”. It is empty.
    [one] the mailbox “{ $mailbox }” with 1 message.
   *[other] the mailbox “{ $mailbox }” with { $messages } messages.
}
form-tested-at-once = Your server will tell Astray about a new message at once.
form-tested-looks = Your server doesn't tell of new messages by itself, so Astray looks again and again.
form-hold-hint = Astray can hold the password until it is closed. You will be asked for it again after that.
form-hold = Hold the password until Astray is closed

## Settings: the search for the mail server

find-looking = Looking for your mail server… This takes 10 seconds at most.
find-found = Found your mail server: { $host }
find-source-autoconfig = Your mail domain itself says so.
find-source-table = It belongs to { $provider }, a provider that Astray knows.
find-source-srv = The entries of your mail domain on the internet say so.
find-source-mx = { $provider } takes in the mail of your domain, and this is its server.
find-source-common-name = Nobody has named it, but it answers under a name that mail servers often have.
find-change = Is that not right? Change it under “Server details”.
find-trouble = Your mail server seems to be { $host }, but it can't be used now
find-nothing = No mail server found
find-nothing-hint = Ask your provider or your IT department for the name of your mail server (IMAP), and enter it under “Server details”.
find-others = Also found
find-use = Use { $host }, port { $port }

ask-server-title = Send your password to this server?
ask-server-what = { $host } doesn't belong to { $domain }, the domain of your address. Astray was told about it in a way that others could fake.
ask-server-hint = Go on only if you know this server, or if your provider or your IT department names it.
ask-server-confirm = Yes, use this server

advice-app-password = { $provider } wants an app password: one that you make for Astray alone. You make it in your account there, under security. Your usual password won't work.
advice-app-password-google = { $provider } wants an app password: one that you make for Astray alone. In your Google account, turn on 2-Step Verification, then search for “App passwords”. Your usual password won't work.
advice-app-password-yahoo = { $provider } wants an app password: one that you make for Astray alone. In your account there, open the security settings and choose “Generate app password”. Your usual password won't work.
advice-app-password-apple = { $provider } wants an app password: one that you make for Astray alone. In your Apple account, open “Sign-In and Security”, then “App-Specific Passwords”. Your usual password won't work.
advice-turn-on-imap = { $provider } lets other programs in only when you allow it. In its settings on the web, turn on IMAP.
advice-turn-on-imap-and-app-password = { $provider } lets other programs in only when you allow it. In its settings on the web, turn on IMAP, and make an app password: one for Astray alone.
advice-mail-password = { $provider } wants the password for mail programs, which you set in your account there. It is not the one that you sign in with on the web.
advice-provider-page = { $provider } takes no password from mail programs. You sign in on its own page instead.
advice-bridge = { $provider } needs its program “Bridge” on this computer. Start it, and enter the user name and the password that it shows. Save its certificate to a file, and name that file under “Server details”.
