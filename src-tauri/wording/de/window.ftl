# What the window is told by its commands.

## What the window is told when something fails

error-not-found = Diese Nachricht steht nicht im Verlauf. Vielleicht wurde sie gelöscht.
error-not-found-hint = Gehen Sie zurück zum Verlauf, und wählen Sie eine aus der Liste.
error-not-written = Die Datei { $file } kann nicht geschrieben werden.
error-not-written-hint = Wählen Sie einen anderen Ordner oder schaffen Sie Platz auf dem Datenträger.
error-account-gone = Dieses Konto gibt es nicht mehr.
error-account-gone-hint = Öffnen Sie die Einstellungen noch einmal.
error-password-missing = Das Passwort fehlt.
error-password-missing-hint = Geben Sie das Passwort dieses Mailkontos ein.
error-bad-address-hint = Schreiben Sie sie wie name@example.org.
error-bad-host-hint = Schreiben Sie den Namen des Mailservers, wie imap.example.org. Ihr Anbieter oder Ihre IT-Abteilung kennt ihn.
error-bad-port = Der Port muss eine Zahl von 1 bis 65535 sein.
error-bad-port-hint = Die meisten Mailserver nutzen 993.
error-bad-user-hint = Die meisten Mailserver erwarten hier die ganze E-Mail-Adresse.
error-bad-domain-hint = Schreiben Sie sie wie example.org.
error-domain-twice = { $domain } steht schon in dieser Liste.
error-domain-twice-hint = Es gibt nichts hinzuzufügen.
error-domain-fixed = { $domain } ist von Ihrer Organisation festgelegt.
error-domain-fixed-hint = Fragen Sie Ihre IT-Abteilung, wenn sich das ändern soll.
error-agent-away = Astray läuft nicht, deshalb kann das Passwort nicht behalten werden.
error-agent-away-hint = Starten Sie Astray, und versuchen Sie es noch einmal.
error-unexpected-hint = Versuchen Sie es noch einmal. Geschieht es wieder, steht in der Protokolldatei mehr.

## The export of the history

export-title = Liste speichern
error-not-saved-hint = Nichts wurde geändert. Prüfen Sie, ob der Datenträger voll ist, und versuchen Sie es noch einmal.
error-bad-hours = Das sind nicht zwei verschiedene Uhrzeiten.
error-bad-hours-hint = Schreiben Sie sie wie 22:00 und 07:00.
