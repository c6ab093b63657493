# Was Astray von einem Postfach, einer Anmeldung, einem Passwort oder einem Konto abhält, und was dagegen hilft.

## Ein Mailserver

mailbox-unknown-host = Der Mailserver { $host } wurde nicht gefunden.
mailbox-unreachable = Astray konnte keine Verbindung zu { $host } auf Port { $port } herstellen: { $why ->
    [slow] Er hat nicht rechtzeitig geantwortet
    [refused] Dort antwortet nichts
    [network] Er ist aus diesem Netz nicht erreichbar
   *[other] Dieser Computer konnte keine Verbindung aufbauen
}.
mailbox-step = { $doing ->
    [connecting] beim Verbinden
    [encrypting] beim Sichern der Verbindung
    [signing-in] bei der Anmeldung
    [finding-sent] bei der Suche nach Ihren gesendeten Nachrichten
    [opening-sent] beim Öffnen Ihrer gesendeten Nachrichten
    [reading] beim Lesen Ihrer gesendeten Nachrichten
    [waiting] beim Warten auf neue gesendete Nachrichten
    [sending] beim Senden der Nachricht
    [reading-message] beim Lesen der Nachricht
    [looking] bei der Suche nach einer Nachricht
   *[filing] beim Ablegen einer Nachricht
}
mailbox-timed-out = { $host } hat { mailbox-step } nicht rechtzeitig geantwortet.
mailbox-refused = { $host } hat { mailbox-step } abgelehnt{ mailbox-said }.
mailbox-said = { $spoke ->
    [no] { "" }
   *[yes] ; die Antwort war „{ $words }“
}
mailbox-untrusted = Astray kann nicht sicher sein, dass das wirklich { $host } ist. Das Zertifikat, mit dem der Server sich ausweist, { $why ->
    [expired] ist abgelaufen
    [not-yet] gilt noch nicht
    [wrong-name] gilt für einen anderen Servernamen
    [unknown] stammt von niemandem, dem dieser Computer vertraut
    [revoked] wurde zurückgezogen
    [no-issuers] lässt sich auf diesem Computer nicht prüfen
   *[malformed] darf kein Server verwenden
}.
mailbox-bad-ca = Die Zertifikatsdatei { $path } { $why ->
    [unreadable] lässt sich nicht lesen
    [empty] enthält kein Zertifikat
   *[unusable] enthält ein Zertifikat, das sich nicht verwenden lässt
}.
mailbox-not-tls = Mit diesen Angaben ist keine sichere Verbindung zu { $host } möglich.
mailbox-not-imap = Unter { $host } antwortet auf Port { $port } etwas, aber kein Server zum Lesen von Nachrichten (IMAP).
mailbox-not-submission = Unter { $host } antwortet auf Port { $port } etwas, aber kein Server zum Senden von Nachrichten.
mailbox-starttls = Die Verbindung zu { $host } ließ sich nicht mit STARTTLS sichern: { $why ->
    [not-offered] Der Server bietet es nicht an
    [refused] Der Server hat abgelehnt
    [other-answer] Der Server hat nicht so geantwortet, wie er sollte
   *[injected] Es kam mehr als die Antwort des Servers
}{ mailbox-said }.
mailbox-turned-away = { $host } nimmt gerade keine Verbindung an{ mailbox-said }.
mailbox-unusable-password = Das Passwort von { $user } lässt sich nicht verwenden: Es ist leer oder enthält einen Zeilenumbruch.
mailbox-no-password-sign-in = { $host } lässt keine Anmeldung mit Passwort zu.
mailbox-sign-in-refused = { $host } hat den Benutzernamen { $user } oder das Passwort nicht angenommen{ mailbox-said }.
mailbox-no-token-sign-in = { $host } lässt keine Anmeldung auf der Seite eines Anbieters zu.
mailbox-token-refused = { $host } hat die Anmeldung von { $user } nicht angenommen{ mailbox-said }.
mailbox-unproved = { $host } konnte nicht beweisen, dass er Ihr Passwort kennt; vielleicht ist es nicht der echte Server.
mailbox-no-sent = Astray hat auf { $host } kein Postfach für gesendete Nachrichten gefunden.
mailbox-no-drafts = Astray hat auf { $host } kein Postfach für Entwürfe gefunden.
mailbox-message-gone = Die Nachricht liegt nicht mehr in ihrem Postfach auf { $host }.
mailbox-message-too-large = Die Nachricht auf { $host } ist größer als { $most } MB.
mailbox-mailbox-refused = { $host } öffnet das Postfach „{ $mailbox }“ nicht{ mailbox-said }.
mailbox-broken = { $host } antwortet nicht so, wie ein Mailserver es sollte.
mailbox-lost = Die Verbindung zu { $host } ist abgebrochen.
mailbox-crashed = Astray konnte die Antwort von { $host } nicht lesen.
mailbox-no-resources = Dieser Computer kann gerade keine weitere Verbindung aufbauen.

## Was hilft

remedy-check-name = Prüfen Sie den Servernamen und ob dieser Computer online ist.
remedy-check-name-and-port = Prüfen Sie den Servernamen, den Port und ob dieser Computer online ist.
remedy-check-port = Prüfen Sie den Port. Die meisten Mailserver nutzen 993.
remedy-check-encryption = Prüfen Sie den Port und den Schutz der Verbindung. Die meisten Mailserver nutzen Port 993 und schützen die Verbindung von Anfang an.
remedy-check-sending = Prüfen Sie den Port zum Senden. Die meisten Server nutzen 465, manche 587.
remedy-encrypt-from-start = Wählen Sie unter „Angaben zum Server“ Schutz von Anfang an, meist mit Port 993. Ohne Schutz meldet Astray sich nie an.
remedy-wait = Sie müssen nichts tun: Astray versucht es von selbst noch einmal.
remedy-wait-or-ask = Astray versucht es von selbst noch einmal. Bleibt es so, fragen Sie Ihre IT-Abteilung oder Ihren Anbieter.
remedy-renew-certificate = Sagen Sie es Ihrer IT-Abteilung oder Ihrem Anbieter, und prüfen Sie das Datum dieses Computers. Bis dahin sendet Astray Ihr Passwort nicht dorthin.
remedy-check-clock = Prüfen Sie Datum und Uhrzeit dieses Computers.
remedy-check-certificate-name = Prüfen Sie den Servernamen. Ihre IT-Abteilung oder Ihr Anbieter kennt den richtigen. Bis dahin sendet Astray Ihr Passwort nicht dorthin.
remedy-name-issuer = Fragen Sie Ihre IT-Abteilung. Wenn Ihre Organisation eigene Zertifikate ausstellt, tragen Sie den Pfad ihrer Zertifikatsdatei unter „Angaben zum Server“ ein. Bis dahin sendet Astray Ihr Passwort nicht dorthin.
remedy-install-issuers = Bitten Sie die Person, die diesen Computer betreut, das Paket „ca-certificates“ zu installieren.
remedy-choose-ca-file = Fragen Sie Ihre IT-Abteilung nach der richtigen Datei (PEM), oder lassen Sie das Feld leer.
remedy-tell-of-certificate = Sagen Sie es Ihrer IT-Abteilung oder Ihrem Anbieter. An diesen Server sendet Astray Ihr Passwort nicht.
remedy-type-password = Geben Sie das Passwort noch einmal ein.
remedy-check-password = Prüfen Sie den Benutzernamen und das Passwort. Manche Anbieter verlangen ein App-Passwort: eines, das Sie nur für Astray erstellen.
remedy-renew-password = Ihr Passwort ist abgelaufen. Legen Sie bei Ihrem Anbieter ein neues fest, und geben Sie es dann hier ein.
remedy-allow-password = Bitten Sie Ihre IT-Abteilung oder Ihren Anbieter, Mailprogrammen (IMAP) die Anmeldung mit Passwort zu erlauben.
remedy-use-password = Verwenden Sie stattdessen ein Passwort, oder fragen Sie Ihre IT-Abteilung, welcher Server die Anmeldung Ihres Anbieters annimmt.
remedy-sign-in-again = Melden Sie sich auf der Seite Ihres Anbieters noch einmal mit dieser Adresse an. Wird es wieder abgelehnt, fragen Sie Ihre IT-Abteilung, ob Mailprogramme (IMAP) dieses Konto lesen dürfen.
remedy-visit-provider = Melden Sie sich auf der Webseite Ihres Anbieters an. Er verlangt dort eine Bestätigung von Ihnen. Versuchen Sie es dann noch einmal.
remedy-ask-for-imap = Fragen Sie Ihre IT-Abteilung oder Ihren Anbieter, ob Mailprogramme (IMAP) dieses Konto lesen dürfen.
remedy-ask-for-encryption = Fragen Sie Ihre IT-Abteilung oder Ihren Anbieter: Der Server verlangt eine besser geschützte Verbindung.
remedy-ask-for-sent = Fragen Sie Ihre IT-Abteilung oder Ihren Anbieter, ob dieses Konto seine gesendeten Nachrichten lesen darf.
remedy-ask-administrator = Fragen Sie Ihre IT-Abteilung oder Ihren Anbieter: Der Server sagt, dass nur sie helfen können.
remedy-tell-of-request = Sagen Sie es Ihrer IT-Abteilung oder Ihrem Anbieter: Der Server kennt nicht, worum Astray ihn gebeten hat.
remedy-check-server = Prüfen Sie, ob das der richtige Server ist. Wenn ja, sagen Sie es Ihrer IT-Abteilung oder Ihrem Anbieter.
remedy-send-one = Senden Sie eine Nachricht mit Ihrem Mailprogramm, damit es das Postfach anlegt. Versuchen Sie es dann noch einmal.
remedy-save-draft = Speichern Sie mit Ihrem Mailprogramm einen Entwurf, damit es das Postfach anlegt, oder senden Sie die Nachricht gleich.
remedy-check-mailbox = Prüfen Sie, ob es das Postfach noch gibt und Sie es lesen dürfen. Wenn nicht, nehmen Sie es aus den Postfächern heraus, die auch überwacht werden.
remedy-go-on = Sie wurde verschoben oder gelöscht. Machen Sie weiter, ohne hineinzusehen.
remedy-use-mail-program = Sehen Sie mit Ihrem Mailprogramm hinein.
remedy-close-others = Schließen Sie andere Programme, oder starten Sie Astray neu.

## Die Suche nach einem Mailserver

search-no-domain = Astray kann den Server von { $address } nicht suchen: Auf das @ folgt eine Zahl, kein Name.
search-no-domain-hint = Tragen Sie den Mailserver unter „Angaben zum Server“ ein.
search-no-names = Astray konnte Ihren Mailserver nicht suchen.
search-no-names-hint = Prüfen Sie, ob dieser Computer online ist, oder tragen Sie den Mailserver unter „Angaben zum Server“ ein.

## Ein Schreiben, das verfasst oder gesendet wird

send-bad-address = Mit der Adresse { $address } lässt sich keine Nachricht senden.
send-bad-address-hint = Prüfen Sie die Adresse Buchstabe für Buchstabe.
send-not-as-meant = Die Nachricht käme nicht so an, wie sie geschrieben ist, deshalb wurde sie nicht gesendet.
send-not-as-meant-hint = Ändern Sie Betreff oder Text ein wenig, oder senden Sie sie mit Ihrem Mailprogramm.
send-not-copied = Die Nachricht, die an die falsche Adresse ging, lässt sich nicht kopieren.
send-not-copied-hint = Öffnen Sie sie in Ihrem Mailprogramm, und senden Sie sie von dort an die richtige Adresse.
send-no-sign-in = { $host } bietet keine Anmeldung an, die Astray kennt.
send-no-sign-in-hint = Legen Sie die Nachricht in Ihre Entwürfe, und senden Sie sie mit Ihrem Mailprogramm. Ihre IT-Abteilung weiß, wie mit diesem Konto gesendet wird.
send-sign-in-hint = Es wurde nichts gesendet. Prüfen Sie Benutzernamen und Passwort in den Einstellungen.
send-incapable = { $host } kann eine solche Nachricht nicht annehmen.
send-incapable-hint = Legen Sie die Nachricht in Ihre Entwürfe, und senden Sie sie mit Ihrem Mailprogramm.
send-again-hint = Es wurde nichts gesendet. Versuchen Sie es gleich noch einmal.

## Der Schlüsselbund

keyring-none = Der Schlüsselbund, der Passwörter sicher aufbewahrt, läuft nicht.
keyring-none-hint = Bitten Sie die Person, die diesen Computer betreut, einen Schlüsselbund wie gnome-keyring oder KWallet zu installieren. Bis dahin kann Astray das Passwort behalten, bis es beendet wird.
keyring-locked = Der Schlüsselbund, der Passwörter sicher aufbewahrt, ist gesperrt.
keyring-locked-hint = Entsperren Sie ihn mit dem Passwort, mit dem Sie sich an diesem Computer anmelden, und versuchen Sie es noch einmal. Oder lassen Sie Astray das Passwort behalten, bis es beendet wird.
keyring-silent = Der Schlüsselbund, der Passwörter sicher aufbewahrt, hat { $seconds } Sekunden lang nicht geantwortet.
keyring-silent-hint = Suchen Sie nach einem Fenster, in dem Sie den Schlüsselbund entsperren können, und versuchen Sie es noch einmal. Oder lassen Sie Astray das Passwort behalten, bis es beendet wird.
keyring-refused = Der Schlüsselbund, der Passwörter sicher aufbewahrt, hat abgelehnt.
keyring-refused-hint = Öffnen Sie das Passwortprogramm Ihres Desktops, sehen Sie sich den Eintrag für Astray an, und versuchen Sie es noch einmal. Oder lassen Sie Astray das Passwort behalten, bis es beendet wird.

## Was eingegeben wurde

address-none = Geben Sie Ihre E-Mail-Adresse ein.
address-none-to = Geben Sie die Adresse der richtigen Person ein.
address-no-at = „{ $text }“ hat kein @.
address-no-name = In „{ $text }“ lässt sich nicht verwenden, was vor dem @ steht.
address-no-domain = Nach dem @ steht nichts.
domain-none = Geben Sie eine Domain ein.
domain-malformed = „{ $text }“ ist keine Domain.
domain-no-literal = „{ $text }“ ist keine Adresse, an die man Nachrichten senden kann.
account-host-none = Geben Sie den Namen des Mailservers ein.
account-no-host = „{ $text }“ ist kein Name eines Servers.
account-user-none = Geben Sie den Benutzernamen ein.
account-no-user = „{ $text }“ ist kein Benutzername.
account-no-mailbox = „{ $text }“ ist kein Name eines Postfachs.

## Zu viele abgelehnte Anmeldungen

lockout = Der Server hat die Anmeldung binnen einer Stunde dreimal abgelehnt, deshalb versucht Astray es nicht weiter. Sonst könnte Ihr Konto gesperrt werden.
lockout-hint = Geben Sie das Passwort in den Einstellungen noch einmal ein.
lockout-sign-in-hint = Melden Sie sich in den Einstellungen noch einmal an.
