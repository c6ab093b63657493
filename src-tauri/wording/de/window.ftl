# Was das Fenster von seinen Befehlen erfährt.

## Was das Fenster erfährt, wenn etwas nicht gelingt

error-not-found = Diese Nachricht steht nicht im Verlauf. Vielleicht wurde sie gelöscht.
error-not-found-hint = Gehen Sie zurück zum Verlauf, und wählen Sie eine aus der Liste.
error-not-written = Die Datei { $file } lässt sich nicht schreiben.
error-not-written-hint = Wählen Sie einen anderen Ordner, oder schaffen Sie Platz auf dem Datenträger.
error-account-gone = Dieses Konto gibt es nicht mehr.
error-account-gone-hint = Öffnen Sie die Einstellungen noch einmal.
error-password-missing = Das Passwort dieses Mailkontos fehlt.
error-password-missing-hint = Geben Sie es in den Einstellungen ein. Bis dahin überwacht Astray dieses Konto nicht.
error-password-none = Geben Sie das Passwort dieses Mailkontos ein.
error-password-none-hint = Manche Anbieter verlangen ein App-Passwort: eines, das Sie nur für Astray erstellen.
error-bad-address-hint = Schreiben Sie sie wie name@example.org.
error-bad-host-hint = Er sieht aus wie imap.example.org. Ihr Anbieter oder Ihre IT-Abteilung kennt ihn.
error-bad-port = Der Port muss eine Zahl von 1 bis 65535 sein.
error-bad-port-hint = Die meisten Mailserver nutzen 993.
error-bad-user-hint = Die meisten Mailserver erwarten hier Ihre ganze E-Mail-Adresse.
error-bad-domain-hint = Schreiben Sie sie wie example.org.
error-domain-twice = { $domain } steht schon in dieser Liste.
error-domain-twice-hint = Es gibt nichts hinzuzufügen.
error-domain-fixed = { $domain } ist von Ihrer Organisation festgelegt.
error-domain-fixed-hint = Fragen Sie Ihre IT-Abteilung, wenn sich das ändern soll.
error-agent-away = Astray läuft nicht, deshalb kann es das Passwort nicht behalten.
error-agent-away-hint = Starten Sie Astray, und versuchen Sie es noch einmal.
error-unexpected = In Astray ist etwas schiefgegangen.
error-unexpected-hint = Versuchen Sie es noch einmal. Geschieht es wieder, zeigen Sie der Person, die Ihnen hilft, den Bericht unter „Info und Diagnose“ in den Einstellungen.

## Die Ausgabe des Verlaufs

export-title = Liste speichern
error-not-saved-hint = Nichts wurde geändert. Prüfen Sie, ob der Datenträger voll ist, und versuchen Sie es noch einmal.
error-bad-hours = Das sind nicht zwei verschiedene Uhrzeiten.
error-bad-hours-hint = Schreiben Sie sie wie 22:00 und 07:00.
