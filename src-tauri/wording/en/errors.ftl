# What keeps Astray from a mailbox, a sign-in, a password or an account, and what to do about it.

## A mail server

mailbox-unknown-host = The mail server { $host } could not be found.
mailbox-unreachable = Astray could not connect to { $host } on port { $port }: { $why ->
    [slow] it did not answer in time
    [refused] nothing answers there
    [network] it cannot be reached from this network
   *[other] this computer could not make a connection
}.
mailbox-step = { $doing ->
    [connecting] when Astray connected
    [encrypting] while the connection was being secured
    [signing-in] while signing in
    [finding-sent] while looking for your sent mail
    [opening-sent] while opening your sent mail
    [reading] while reading your sent mail
    [waiting] while waiting for new sent mail
    [sending] while sending the message
    [reading-message] while reading the message
    [looking] while looking for a message
   *[filing] while putting a message into a mailbox
}
mailbox-timed-out = { $host } did not answer in time { mailbox-step }.
mailbox-refused = { $host } said no { mailbox-step }{ mailbox-said }.
mailbox-said = { $spoke ->
    [no] { "" }
   *[yes] ; it said “{ $words }”
}
mailbox-untrusted = Astray can't be sure that this is the real { $host }. Its certificate, the proof of who it is, { $why ->
    [expired] has expired
    [not-yet] is not valid yet
    [wrong-name] is for another server name
    [unknown] comes from nobody whom this computer trusts
    [revoked] was withdrawn
    [no-issuers] can't be checked on this computer
   *[malformed] is not one that a server may use
}.
mailbox-bad-ca = The certificate file { $path } { $why ->
    [unreadable] can't be read
    [empty] holds no certificate
   *[unusable] holds a certificate that can't be used
}.
mailbox-not-tls = No secure connection to { $host } is possible with these settings.
mailbox-not-imap = Something answers at { $host } on port { $port }, but it is no server for reading mail (IMAP).
mailbox-not-submission = Something answers at { $host } on port { $port }, but it is no server for sending mail.
mailbox-starttls = The connection to { $host } could not be secured with STARTTLS: { $why ->
    [not-offered] the server does not offer it
    [refused] the server said no
    [other-answer] the server did not answer as it should
   *[injected] more came than the server's answer
}{ mailbox-said }.
mailbox-turned-away = { $host } takes no connection at the moment{ mailbox-said }.
mailbox-unusable-password = The password of { $user } can't be used: it is empty, or has a line break in it.
mailbox-no-password-sign-in = { $host } lets nobody sign in with a password.
mailbox-sign-in-refused = { $host } did not accept the user name { $user } or the password{ mailbox-said }.
mailbox-no-token-sign-in = { $host } lets nobody sign in on a provider's page.
mailbox-token-refused = { $host } did not accept the sign-in of { $user }{ mailbox-said }.
mailbox-unproved = { $host } could not prove that it knows your password, so it may not be the real server.
mailbox-no-sent = Astray found no mailbox for sent mail on { $host }.
mailbox-no-drafts = Astray found no mailbox for drafts on { $host }.
mailbox-message-gone = The message is not in its mailbox on { $host } any more.
mailbox-message-too-large = The message on { $host } is larger than { $most } MB.
mailbox-mailbox-refused = { $host } does not open the mailbox “{ $mailbox }”{ mailbox-said }.
mailbox-broken = { $host } does not answer as a mail server should.
mailbox-lost = The connection to { $host } was lost.
mailbox-crashed = Astray could not read the answer of { $host }.
mailbox-no-resources = This computer can make no more connections at the moment.

## What helps

remedy-check-name = Check the server name, and whether this computer is online.
remedy-check-name-and-port = Check the server name and the port, and whether this computer is online.
remedy-check-port = Check the port. Most mail servers use 993.
remedy-check-encryption = Check the port and the protection of the connection. Most mail servers use port 993 and protect the connection from the start.
remedy-check-sending = Check the port for sending. Most servers use 465, some use 587.
remedy-encrypt-from-start = Under “Server details”, choose protection from the start, most often with port 993. Astray never signs in without protection.
remedy-wait = You need do nothing: Astray tries again by itself.
remedy-wait-or-ask = Astray tries again by itself. If this stays, ask your IT department or your provider.
remedy-renew-certificate = Tell your IT department or your provider, and check this computer's date. Until it is mended, Astray does not send your password there.
remedy-check-clock = Check the date and the time of this computer.
remedy-check-certificate-name = Check the server name. Your IT department or your provider knows the right one. Astray does not send your password there.
remedy-name-issuer = Ask your IT department. If your organisation makes its own certificates, enter the path of its certificate file under “Server details”. Until then, Astray does not send your password there.
remedy-install-issuers = Ask whoever looks after this computer to install the package “ca-certificates”.
remedy-choose-ca-file = Ask your IT department for the right file (PEM), or leave the field empty.
remedy-tell-of-certificate = Tell your IT department or your provider. Astray does not send your password to this server.
remedy-type-password = Enter the password again.
remedy-check-password = Check the user name and the password. Some providers want an app password: one that you make for Astray alone.
remedy-renew-password = Your password has expired. Set a new one with your provider, then enter it here.
remedy-allow-password = Ask your IT department or your provider to let mail programs (IMAP) sign in with a password.
remedy-use-password = Use a password instead, or ask your IT department which server takes the sign-in of your provider.
remedy-sign-in-again = Sign in again on your provider's page, with this address. If it is refused again, ask your IT department whether mail programs (IMAP) may read this account.
remedy-visit-provider = Sign in on your provider's web page. It wants you to confirm something there. Then try again.
remedy-ask-for-imap = Ask your IT department or your provider whether mail programs (IMAP) may read this account.
remedy-ask-for-encryption = Ask your IT department or your provider: the server wants a connection that is protected better.
remedy-ask-for-sent = Ask your IT department or your provider whether this account may read its sent mail.
remedy-ask-administrator = Ask your IT department or your provider: the server says that only they can help.
remedy-tell-of-request = Tell your IT department or your provider: the server does not know what Astray asked of it.
remedy-check-server = Check that this is the right server. If it is, tell your IT department or your provider.
remedy-send-one = Send one message with your mail program, so that it makes the mailbox. Then try again.
remedy-save-draft = Save one draft with your mail program, so that it makes the mailbox, or send the message at once.
remedy-check-mailbox = Check whether the mailbox is still there and you may read it. If not, take it out of the mailboxes that are also watched.
remedy-go-on = It was moved or deleted. Go on without looking into it.
remedy-use-mail-program = Look into it with your mail program.
remedy-close-others = Close other programs, or start Astray again.

## The search for a mail server

search-no-domain = Astray can't look for the server of { $address }: a number follows the @, not a name.
search-no-domain-hint = Enter the mail server under “Server details”.
search-no-names = Astray could not look for your mail server.
search-no-names-hint = Check whether this computer is online, or enter the mail server under “Server details”.

## A letter that is written or sent

send-bad-address = No message can be sent with the address { $address }.
send-bad-address-hint = Check the address letter by letter.
send-not-as-meant = The message would not arrive as it was written, so it was not sent.
send-not-as-meant-hint = Change the subject or the text a little, or send it from your mail program.
send-not-copied = The message that went to the wrong place can't be copied.
send-not-copied-hint = Open it in your mail program, and send it from there to the right address.
send-no-sign-in = { $host } offers no way to sign in that Astray knows.
send-no-sign-in-hint = Put the message in your drafts and send it from your mail program. Your IT department knows how mail is sent with this account.
send-sign-in-hint = Nothing was sent. Check the user name and the password in the settings.
send-incapable = { $host } can't take a message like this one.
send-incapable-hint = Put the message in your drafts and send it from your mail program.
send-again-hint = Nothing was sent. Try again in a moment.

## The keyring

keyring-none = The keyring, which keeps passwords safe, is not running.
keyring-none-hint = Ask whoever looks after this computer to install a keyring such as gnome-keyring or KWallet. Until then, Astray can hold the password until it is closed.
keyring-locked = The keyring, which keeps passwords safe, is locked.
keyring-locked-hint = Unlock it with the password with which you sign in to this computer, and try again. Or let Astray hold the password until it is closed.
keyring-silent = The keyring, which keeps passwords safe, did not answer within { $seconds } seconds.
keyring-silent-hint = Look for a window that asks you to unlock the keyring, and try again. Or let Astray hold the password until it is closed.
keyring-refused = The keyring, which keeps passwords safe, said no.
keyring-refused-hint = Open your desktop's program for passwords, look at the entry for Astray, and try again. Or let Astray hold the password until it is closed.

## What was typed

address-none = Enter your email address.
address-none-to = Enter the address of the right person.
address-no-at = “{ $text }” has no @.
address-no-name = In “{ $text }”, what stands before the @ can't be used.
address-no-domain = Nothing follows the @.
domain-none = Enter a domain.
domain-malformed = “{ $text }” is not a domain.
domain-no-literal = “{ $text }” is not an address that mail can be sent to.
account-host-none = Enter the name of the mail server.
account-no-host = “{ $text }” is not the name of a server.
account-user-none = Enter the user name.
account-no-user = “{ $text }” is not a user name.
account-no-mailbox = “{ $text }” is not the name of a mailbox.

## Too many refused sign-ins

lockout = The server refused the sign-in 3 times within an hour, so Astray has stopped trying. Else your account might be locked.
lockout-hint = Enter the password again in the settings.
lockout-sign-in-hint = Sign in again in the settings.
