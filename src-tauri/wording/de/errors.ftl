# What keeps Astray from a mailbox, a password or an account, and what to do about it.

mailbox-unknown-host = Der Servername { $host } wurde nicht gefunden.
mailbox-unreachable = Keine Verbindung zu { $host } auf Port { $port }: { $why ->
    [slow] keine Antwort in angemessener Zeit
    [refused] dort antwortet nichts
    [network] aus diesem Netz nicht erreichbar
   *[other] das System konnte keine herstellen
}.
mailbox-timed-out = { $host } hat nicht rechtzeitig geantwortet.
mailbox-untrusted = Das Zertifikat von { $host } { $why ->
    [expired] ist abgelaufen
    [not-yet] gilt noch nicht
    [wrong-name] gilt für einen anderen Servernamen
    [unknown] hat niemand ausgestellt, dem dieser Computer vertraut
    [revoked] wurde vom Aussteller zurückgezogen
    [no-issuers] lässt sich nicht prüfen, weil dieser Computer keine Aussteller von Zertifikaten kennt
   *[malformed] darf kein Server verwenden
}.
mailbox-bad-ca = Die Zertifikatsdatei { $path } lässt sich nicht verwenden.
mailbox-not-tls = { $host } spricht TLS nicht so, wie es sein muss.
mailbox-not-imap = Was unter { $host } auf Port { $port } antwortet, ist kein IMAP-Server.
mailbox-not-submission = Was unter { $host } auf Port { $port } antwortet, ist kein Server, der Mail versendet.
mailbox-starttls = { $host } verschlüsselt die Verbindung nicht mit STARTTLS.
mailbox-turned-away = { $host } hat die Verbindung abgewiesen{ $said }.
mailbox-unusable-password = Das Passwort von { $user } ist leer oder enthält einen Zeilenumbruch.
mailbox-no-password-sign-in = { $host } bietet keine Anmeldung mit Passwort an.
mailbox-sign-in-refused = { $host } hat die Anmeldung von { $user } abgelehnt{ $said }.
mailbox-no-sent = { $host } hat kein Postfach für gesendete Mail, das Astray kennt.
mailbox-no-drafts = { $host } hat kein Postfach für Entwürfe, das Astray kennt.
mailbox-message-gone = Die Nachricht liegt nicht mehr in ihrem Postfach auf { $host }.
mailbox-message-too-large = Die Nachricht auf { $host } ist größer als { $most } MiB.
mailbox-refused = { $host } hat abgelehnt, worum Astray gebeten hat{ $said }.
mailbox-mailbox-refused = { $host } öffnet das Postfach { $mailbox } nicht{ $said }.
mailbox-broken = { $host } antwortet nicht so, wie ein IMAP-Server es muss.
mailbox-lost = Die Verbindung zu { $host } ist abgebrochen.
mailbox-crashed = Die Antwort von { $host } ließ sich nicht lesen.
mailbox-no-resources = Das System gibt keine weiteren Threads oder Verbindungen.
mailbox-said = ; er sagte „{ $words }“
hint-name-and-online = Prüfen Sie den Servernamen und ob dieser Computer online ist.
hint-name-port-and-online = Prüfen Sie den Servernamen und den Port und ob dieser Computer online ist.
hint-port = Prüfen Sie den Port und die Verschlüsselung: 993 ist üblich für Verschlüsselung von Anfang an, 143 für STARTTLS.
hint-by-itself = Astray versucht es von selbst noch einmal.
hint-by-itself-or-administrator = Astray versucht es von selbst noch einmal; mehr weiß die Mail-Administration.
hint-expired = Sagen Sie es der Mail-Administration, und prüfen Sie das Datum dieses Computers; bis es erneuert ist, sendet Astray das Passwort nicht.
hint-clock = Prüfen Sie Datum und Uhrzeit dieses Computers.
hint-certificate-name = Prüfen Sie den Servernamen: Es muss der sein, für den das Zertifikat ausgestellt ist.
hint-own-issuer = Wenn Ihre Organisation eigene Zertifikate ausstellt, nennen Sie deren Zertifikatsdatei im Konto.
hint-no-password-there = Sagen Sie es der Mail-Administration; an diesen Server sendet Astray das Passwort nicht.
hint-install-issuers = Installieren Sie das Paket des Systems mit den CA-Zertifikaten, oder nennen Sie eine Zertifikatsdatei im Konto.
hint-ca-file = Wählen Sie eine Datei mit dem Zertifikat des Ausstellers in PEM-Form, oder keine.
hint-from-the-start = Wählen Sie Verschlüsselung von Anfang an, meist auf Port 993; ohne Verschlüsselung meldet Astray sich nie an.
hint-password-again = Geben Sie das Passwort noch einmal ein.
hint-allow-password = Bitten Sie die Mail-Administration, IMAP mit Passwort für dieses Konto zu erlauben.
hint-sign-in = Prüfen Sie den Benutzernamen und das Passwort; manche Anbieter verlangen ein Passwort eigens für diese App.
hint-send-one = Senden Sie eine Nachricht mit dem Mailprogramm, damit es das Postfach anlegt, und versuchen Sie es noch einmal.
hint-go-on = Sie wurde verschoben oder gelöscht; machen Sie weiter, ohne hineinzusehen.
hint-mail-program = Sehen Sie mit dem Mailprogramm hinein.
hint-mailbox = Prüfen Sie den Namen und ob dieses Konto das Postfach lesen darf, oder nehmen Sie es aus den Postfächern, die auch überwacht werden.
hint-right-server = Prüfen Sie, ob es der richtige Server ist; wenn ja, sagen Sie es der Mail-Administration.
hint-close-others = Schließen Sie andere Programme, oder starten Sie Astray neu.
hint-ask-administrator = Fragen Sie die Mail-Administration: Der Server sagt, dass nur sie helfen kann.
hint-password-expired = Ihr Passwort ist abgelaufen: Legen Sie bei Ihrem Anbieter ein neues fest, und geben Sie es hier ein.
hint-web-page = Melden Sie sich auf der Webseite Ihres Anbieters an, wo er eine Bestätigung von Ihnen will, und versuchen Sie es noch einmal.
keyring-none = In dieser Sitzung läuft kein Schlüsselbund.
keyring-none-hint = Installieren Sie einen Schlüsselbund wie gnome-keyring oder KWallet, und melden Sie sich neu am Desktop an, oder behalten Sie das Passwort nur bis zum Beenden.
keyring-locked = Der Schlüsselbund ist gesperrt.
keyring-locked-hint = Entsperren Sie den Schlüsselbund mit Ihrem Anmeldepasswort, und versuchen Sie es noch einmal, oder behalten Sie das Passwort nur bis zum Beenden.
keyring-silent = Kein Schlüsselbund hat binnen { $seconds } Sekunden geantwortet.
keyring-silent-hint = Suchen Sie nach einem Fenster, das den Schlüsselbund entsperren will, oder installieren Sie einen wie gnome-keyring, und versuchen Sie es noch einmal; oder behalten Sie das Passwort nur bis zum Beenden.
keyring-refused = Der Schlüsselbund hat abgelehnt.
keyring-refused-hint = Sehen Sie sich das Passwort im Passwortprogramm des Desktops an, und versuchen Sie es noch einmal, oder behalten Sie das Passwort nur bis zum Beenden.
address-no-at = „{ $text }“ hat kein @.
address-no-name = „{ $text }“ hat vor dem @ keinen brauchbaren Namen.
domain-none = Es gibt keine Domain.
domain-malformed = „{ $text }“ ist kein Domainname.
domain-no-literal = „{ $text }“ ist keine Adresse in Ziffern.
account-no-host = „{ $text }“ ist kein Servername.
account-no-user = „{ $text }“ ist kein Benutzername.
account-no-mailbox = „{ $text }“ ist kein Name eines Postfachs.
lockout = Der Server hat die Anmeldung binnen einer Stunde dreimal abgelehnt.
lockout-hint = Geben Sie das Passwort in den Einstellungen von Astray noch einmal ein; Astray versucht es nicht weiter, damit das Konto nicht gesperrt wird.
lockout-sign-in-hint = Melden Sie sich in den Einstellungen noch einmal an; Astray versucht es nicht weiter, damit das Konto nicht gesperrt wird.
