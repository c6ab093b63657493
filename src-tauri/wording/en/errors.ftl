# What keeps Astray from a mailbox, a password or an account, and what to do about it.

mailbox-unknown-host = The server name { $host } could not be found.
mailbox-unreachable = No connection to { $host } on port { $port }: { $why ->
    [slow] it did not answer in time
    [refused] nothing answers there
    [network] it cannot be reached from this network
   *[other] the system could not make one
}.
mailbox-timed-out = { $host } did not answer in time.
mailbox-untrusted = The certificate of { $host } { $why ->
    [expired] has expired
    [not-yet] is not valid yet
    [wrong-name] is for another server name
    [unknown] was issued by nobody whom this computer trusts
    [revoked] was withdrawn by its issuer
    [no-issuers] cannot be checked, because this computer knows no issuers of certificates
   *[malformed] is not one that a server may use
}.
mailbox-bad-ca = The certificate file { $path } cannot be used.
mailbox-not-tls = { $host } does not speak TLS as it must.
mailbox-not-imap = What answers at { $host } on port { $port } is not an IMAP server.
mailbox-not-submission = What answers at { $host } on port { $port } is not a server that sends mail.
mailbox-starttls = { $host } does not encrypt the connection by STARTTLS.
mailbox-turned-away = { $host } turned the connection away{ $said }.
mailbox-unusable-password = The password of { $user } is empty or holds a line break.
mailbox-no-password-sign-in = { $host } offers no sign-in with a password.
mailbox-sign-in-refused = { $host } refused the sign-in of { $user }{ $said }.
mailbox-no-sent = { $host } has no mailbox for sent mail that Astray knows.
mailbox-no-drafts = { $host } has no mailbox for drafts that Astray knows.
mailbox-message-gone = The message is not in its mailbox on { $host } any more.
mailbox-message-too-large = The message on { $host } is larger than { $most } MiB.
mailbox-refused = { $host } refused what Astray asked of it{ $said }.
mailbox-mailbox-refused = { $host } does not open the mailbox { $mailbox }{ $said }.
mailbox-broken = { $host } does not answer as an IMAP server must.
mailbox-lost = The connection to { $host } was lost.
mailbox-crashed = The answer of { $host } could not be read.
mailbox-no-resources = The system gives no more threads or connections.
mailbox-said = ; it said “{ $words }”
hint-name-and-online = Check the server name, and whether this computer is online.
hint-name-port-and-online = Check the server name and the port, and whether this computer is online.
hint-port = Check the port and the encryption: 993 is usual for encryption from the start, 143 for STARTTLS.
hint-by-itself = Astray tries again by itself.
hint-by-itself-or-administrator = Astray tries again by itself; the mail administrator knows more.
hint-expired = Tell the mail administrator, and check this computer's date; Astray does not send the password until it is renewed.
hint-clock = Check this computer's date and time.
hint-certificate-name = Check the server name: it must be the one that the certificate was issued for.
hint-own-issuer = If the organisation issues its own certificates, name its CA file in the account.
hint-no-password-there = Tell the mail administrator; Astray does not send the password to this server.
hint-install-issuers = Install the system's package of CA certificates, or name a CA file in the account.
hint-ca-file = Choose a file that holds the issuer's certificate in PEM form, or none.
hint-from-the-start = Choose encryption from the start, as a rule on port 993; Astray never signs in without encryption.
hint-password-again = Enter the password again.
hint-allow-password = Ask the mail administrator to allow IMAP with a password for this account.
hint-sign-in = Check the user name and the password; some providers want a password made for this app.
hint-send-one = Send one message with the mail program, so that it makes the mailbox, then try again.
hint-go-on = It was moved or deleted; go on without looking into it.
hint-mail-program = Look into it with the mail program.
hint-mailbox = Check the name and whether this account may read the mailbox, or take it out of the mailboxes that are also watched.
hint-right-server = Check that the server is the right one; if it is, tell the mail administrator.
hint-close-others = Close other programs, or start Astray again.
hint-ask-administrator = Ask the mail administrator: the server says that only they can help.
hint-password-expired = Your password has expired: set a new one with your provider, then enter it here.
hint-web-page = Sign in on your provider's web page, where it wants you to confirm something, then try again.
keyring-none = No keyring runs in this session.
keyring-none-hint = Install a keyring such as gnome-keyring or KWallet and sign in to the desktop again, or hold the password for this run only.
keyring-locked = The keyring is locked.
keyring-locked-hint = Unlock the keyring with your sign-in password and try again, or hold the password for this run only.
keyring-silent = No keyring answered within { $seconds } seconds.
keyring-silent-hint = Look for a window that asks to unlock the keyring, or install one such as gnome-keyring, and try again; or hold the password for this run only.
keyring-refused = The keyring refused.
keyring-refused-hint = Look at the password in the desktop's password program and try again, or hold the password for this run only.
address-no-at = “{ $text }” has no @.
address-no-name = “{ $text }” has no name that can be used before the @.
domain-none = There is no domain.
domain-malformed = “{ $text }” is not a domain name.
domain-no-literal = “{ $text }” is not an address literal.
account-no-host = “{ $text }” is not a server name.
account-no-user = “{ $text }” is not a user name.
account-no-mailbox = “{ $text }” is not a mailbox's name.
lockout = The server refused the sign-in 3 times within an hour.
lockout-hint = Enter the password again in Astray's settings; Astray has stopped trying, so that the account is not locked.
lockout-sign-in-hint = Sign in again in the settings; Astray has stopped trying, so that the account is not locked.
