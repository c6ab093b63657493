# What the settings say of accounts, and of the form of one.

## Settings: accounts

accounts-none = Noch kein Mailkonto. Astray überwacht nichts, bis Sie eines hinzufügen.
accounts-add = Mailkonto hinzufügen
accounts-edit = Bearbeiten
accounts-edit-named = { $address } bearbeiten
accounts-remove = Entfernen
accounts-remove-named = { $address } entfernen
accounts-watching = „{ $mailbox }“ wird überwacht
accounts-watching-checked = „{ $mailbox }“ wird überwacht, zuletzt geprüft: { $time }
accounts-connecting = Verbindung wird aufgebaut …
accounts-paused = Angehalten
accounts-trouble = Wird nicht überwacht
accounts-checked = { $count ->
    [one] 1 Nachricht geprüft
   *[other] { $count } Nachrichten geprüft
}
accounts-unread-messages = { $count ->
    [one] 1 Nachricht ließ sich nicht lesen, ihre Empfänger sind deshalb nicht geprüft.
   *[other] { $count } Nachrichten ließen sich nicht lesen, ihre Empfänger sind deshalb nicht geprüft.
}
accounts-unread-recipients = { $count ->
    [one] 1 Nachricht hat einen Empfänger, der sich nicht lesen ließ; die anderen wurden geprüft.
   *[other] { $count } Nachrichten haben einen Empfänger, der sich nicht lesen ließ; die anderen wurden geprüft.
}
accounts-vanished = { $count ->
    [one] 1 Nachricht war schon weg, bevor Astray sie ansehen konnte.
   *[other] { $count } Nachrichten waren schon weg, bevor Astray sie ansehen konnte.
}
accounts-server = Server: { $host }
accounts-remove-title = Dieses Konto entfernen?
accounts-remove-what = Astray überwacht { $address } dann nicht mehr und vergisst das Passwort. Was es bisher gefunden hat, bleibt im Verlauf.
accounts-remove-confirm = Konto entfernen
accounts-saved = { $address } ist gespeichert.
accounts-removed = { $address } ist entfernt.

## Settings: the form of an account

form-add-title = Mailkonto hinzufügen
form-edit-title = { $address } bearbeiten
form-intro = Geben Sie Ihre E-Mail-Adresse ein. Ihren Mailserver sucht Astray selbst.
form-edit-intro = Ihr Anbieter oder Ihre IT-Abteilung kennt diese Angaben.
form-address = E-Mail-Adresse
form-host = Mailserver
form-host-hint = Zum Beispiel imap.example.org
form-port = Port
form-port-wrong = Geben Sie den Port ein: eine Zahl von 1 bis 65535.
form-security = Schutz der Verbindung
form-security-implicit = Von Anfang an (TLS)
form-security-starttls = Auf Anfrage (STARTTLS)
form-user = Benutzername
form-user-hint = Meist Ihre ganze E-Mail-Adresse
form-password = Passwort
form-password-kept = Lassen Sie das Feld leer, wenn das Passwort bleiben soll, wie es ist.
form-password-hint = Wird im Schlüsselbund Ihres Computers aufbewahrt, nie in einer Datei.
form-details = Angaben zum Server
form-ca = Zertifikatsdatei
form-ca-hint = Nur wenn der Server Ihrer Organisation ein eigenes Zertifikat hat. Der Pfad der Datei, zum Beispiel /etc/ssl/mail.pem
form-test = Verbindung testen
form-save = Speichern
form-tested = Es funktioniert. Gefunden: { $messages ->
    [0] das Postfach „{ $mailbox }“. Es ist leer.
    [one] das Postfach „{ $mailbox }“ mit 1 Nachricht.
   *[other] das Postfach „{ $mailbox }“ mit { $messages } Nachrichten.
}
form-tested-at-once = Ihr Server sagt Astray sofort Bescheid, wenn eine neue Nachricht da ist.
form-tested-looks = Ihr Server meldet neue Nachrichten nicht von selbst, deshalb sieht Astray immer wieder nach.
form-hold-hint = Astray kann das Passwort behalten, bis es beendet wird. Danach werden Sie wieder danach gefragt.
form-hold = Passwort behalten, bis Astray beendet wird

## Settings: the search for the mail server

find-looking = Ihr Mailserver wird gesucht … Das dauert höchstens 10 Sekunden.
find-found = Mailserver gefunden: { $host }
find-source-autoconfig = Ihre Mail-Domain selbst nennt ihn.
find-source-table = Er gehört zu { $provider }, einem Anbieter, den Astray kennt.
find-source-srv = Die Einträge Ihrer Mail-Domain im Internet nennen ihn.
find-source-mx = { $provider } nimmt die Nachrichten an Ihre Domain an, und das ist der Server dazu.
find-source-common-name = Niemand hat ihn genannt, aber er antwortet unter einem Namen, den Mailserver oft haben.
find-change = Stimmt das nicht? Ändern Sie es unter „Angaben zum Server“.
find-trouble = Ihr Mailserver ist wohl { $host }, aber er lässt sich gerade nicht nutzen
find-nothing = Kein Mailserver gefunden
find-nothing-hint = Fragen Sie Ihren Anbieter oder Ihre IT-Abteilung nach dem Namen Ihres Mailservers (IMAP), und tragen Sie ihn unter „Angaben zum Server“ ein.
find-others = Außerdem gefunden
find-use = { $host } verwenden, Port { $port }

ask-server-title = Ihr Passwort an diesen Server senden?
ask-server-what = { $host } gehört nicht zu { $domain }, der Domain Ihrer Adresse. Astray hat davon auf einem Weg erfahren, den andere fälschen könnten.
ask-server-hint = Fahren Sie nur fort, wenn Sie diesen Server kennen oder wenn Ihr Anbieter oder Ihre IT-Abteilung ihn nennt.
ask-server-confirm = Ja, diesen Server verwenden

advice-app-password = { $provider } verlangt ein App-Passwort: eines, das Sie nur für Astray erstellen. Sie erstellen es dort in Ihrem Konto unter Sicherheit. Mit Ihrem üblichen Passwort geht es nicht.
advice-app-password-google = { $provider } verlangt ein App-Passwort: eines, das Sie nur für Astray erstellen. Schalten Sie in Ihrem Google-Konto die Bestätigung in zwei Schritten ein, und suchen Sie dann nach „App-Passwörter“. Mit Ihrem üblichen Passwort geht es nicht.
advice-app-password-yahoo = { $provider } verlangt ein App-Passwort: eines, das Sie nur für Astray erstellen. Öffnen Sie dort in Ihrem Konto die Sicherheitseinstellungen, und wählen Sie „App-Passwort generieren“. Mit Ihrem üblichen Passwort geht es nicht.
advice-app-password-apple = { $provider } verlangt ein App-Passwort: eines, das Sie nur für Astray erstellen. Öffnen Sie in Ihrem Apple-Konto „Anmeldung und Sicherheit“ und dann „App-spezifische Passwörter“. Mit Ihrem üblichen Passwort geht es nicht.
advice-turn-on-imap = { $provider } lässt andere Programme erst zu, wenn Sie es erlauben. Schalten Sie in den Einstellungen auf der Webseite IMAP ein.
advice-turn-on-imap-and-app-password = { $provider } lässt andere Programme erst zu, wenn Sie es erlauben. Schalten Sie in den Einstellungen auf der Webseite IMAP ein, und erstellen Sie ein App-Passwort: eines nur für Astray.
advice-mail-password = { $provider } verlangt das Passwort für Mailprogramme, das Sie dort in Ihrem Konto festlegen. Es ist nicht das, mit dem Sie sich auf der Webseite anmelden.
advice-provider-page = { $provider } nimmt von Mailprogrammen kein Passwort an. Sie melden sich stattdessen auf der Seite des Anbieters an.
advice-bridge = { $provider } braucht das Programm „Bridge“ auf diesem Computer. Starten Sie es, und tragen Sie den Benutzernamen und das Passwort ein, die es zeigt. Speichern Sie sein Zertifikat in einer Datei, und nennen Sie diese unter „Angaben zum Server“.
