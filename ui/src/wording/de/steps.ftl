# Was die Schritte eines Vorfalls sagen.

## Die Liste der Schritte

steps-title = Was zu tun ist
step-mistake = Ist es ein Versehen?
step-marked = War etwas gekennzeichnet oder eingestuft?
step-harm = Schaden begrenzen
step-deletion = Um Löschung bitten
step-report = Melden
step-resend = An die richtige Person senden
step-prevention = Damit es nicht wieder geschieht
step-close = Abschließen
step-state-now = Jetzt
step-state-open = Zu tun
step-state-later = Später
step-state-waiting = Wartet
step-state-done = Erledigt
step-state-left-out = Ausgelassen
step-state-folded = Nicht nötig
step-state-stopped = Angehalten
step-required = Von Ihrer Organisation verlangt
step-undo = Zurücknehmen
step-undo-named = Zurücknehmen: { $what }
step-choose = Wählen Sie zuerst eine Antwort.
step-continue = Weiter
step-done-button = Erledigt
step-skip = Auslassen
step-skip-title = Warum lassen Sie es aus?
step-skip-hint = Ein paar Worte genügen. Sie stehen in der Aufzeichnung.
step-skip-why = Grund
step-go-on = Weiter: { $step }
step-next-done = Als Nächstes: { $step }
step-nothing-next = Es ist nichts mehr zu tun.
steps-policy-unread = Die Regeln Ihrer Organisation lassen sich nicht lesen, deshalb schreibt Astray niemandem außerhalb. Sagen Sie es Ihrer IT-Abteilung.

## Fristen

due-left-days = { $count ->
    [one] Noch 1 Tag, bis { $date }
   *[other] Noch { $count } Tage, bis { $date }
}
due-left-hours = { $count ->
    [one] Noch 1 Stunde, bis { $date }
   *[other] Noch { $count } Stunden, bis { $date }
}
due-left-minutes = { $count ->
    [one] Noch 1 Minute, bis { $date }
   *[other] Noch { $count } Minuten, bis { $date }
}
due-over = Die Frist ist abgelaufen: { $date }

waiting-seconds = bisher { $seconds } Sekunden

## Die Sicherheitsstelle

desk-call = Rufen Sie an: { $desk }
desk-default = Ihre Sicherheitsstelle
desk-phone = Telefon
desk-hours = Erreichbar
desk-email = E-Mail
desk-unknown = Ihre Organisation hat Astray die Nummer nicht genannt. Suchen Sie sie im Intranet, oder fragen Sie Ihre Führungskraft, aber nicht als Antwort auf die Nachricht.

## Ist es ein Versehen?

mistake-calm = Bleiben Sie ruhig. Das passiert allen einmal, und Sie haben Zeit, es richtig zu machen.
mistake-no-follow-up = Senden Sie noch nichts hinterher, auch keine Bitte um Löschung.
mistake-compare = Vergleichen Sie die beiden Adressen oben. Ist die erste richtig?
mistake-bounced = Sie kam von { $address } zurück, dort hat sie also niemand erhalten. Sagen Sie trotzdem, was es war, damit die Aufzeichnung vollständig ist.
mistake-yes = Es ist ein Versehen
mistake-right = Es stimmt so
mistake-not-sure = Ich bin nicht sicher
mistake-not-sure-title = Nicht sicher? Prüfen Sie dies
mistake-check-known = Suchen Sie eine ältere Nachricht von dieser Person. Von welcher Adresse hat sie geschrieben?
mistake-check-ask = Fragen Sie die Person am Telefon oder jemanden, der sie kennt. Schreiben Sie nicht an die fragliche Adresse.
mistake-check-desk = Oder fragen Sie hier: { $desk }.
mistake-stays = Diese Nachricht bleibt unter „Wartet auf Sie“, bis Sie entschieden haben.
mistake-said-confirmed = Sie haben gesagt, dass es ein Versehen ist.
mistake-said-right = Sie haben gesagt, dass es so stimmt.

## War etwas gekennzeichnet oder eingestuft?

marked-ask = War etwas darin gekennzeichnet, etwa als VERTRAULICH, VS-NfD, CONFIDENTIAL, OFFICIAL-SENSITIVE, CUI oder NOFORN? Oder wissen Sie, dass sie eingestuft war?
marked-no = Nein, nichts davon
marked-yes = Ja
marked-unknown = Ich weiß es nicht
marked-found = Astray hat nach Ihrer Antwort eine Kennzeichnung darin gefunden. Bitte antworten Sie noch einmal.
marked-stop-title = Machen Sie hier nicht weiter
marked-stop = Löschen Sie die Nachricht nicht, leiten Sie sie nicht weiter, senden Sie sie nicht noch einmal, und sagen Sie niemandem, was darin stand.
marked-stop-call = Rufen Sie jetzt die Sicherheitsstelle an. Nehmen Sie ein Telefon, oder gehen Sie hin. Antworten Sie nicht auf die Nachricht, und nehmen Sie möglichst nicht den Computer, von dem sie kam.
marked-stop-later = Die anderen Schritte warten, bis die Sicherheitsstelle sagt, dass es weitergeht.
marked-cleared = Die Sicherheitsstelle sagt: weiter
marked-unknown-call = Rufen Sie die Sicherheitsstelle an, und fragen Sie. Bis Sie es wissen, wird nichts an die falsche Adresse gesendet.
marked-said-no = Sie war nicht gekennzeichnet oder eingestuft.
marked-said-cleared = Die Sicherheitsstelle hat gesagt, dass es weitergeht.

## Schaden begrenzen

harm-ask = Was stand darin? Kreuzen Sie alles an, was passt.
harm-personal-details = Angaben zu Personen: Namen, Anschriften, Geburtstage
harm-health = Etwas über die Gesundheit von jemandem
harm-passwords-or-keys = Passwörter, Schlüssel oder Codes
harm-money = Geld: Kontonummern, Rechnungen, Gehälter
harm-travel = Reisen: wer wann wo ist
harm-marked = Etwas Gekennzeichnetes oder Eingestuftes
harm-nothing = Nichts Vertrauliches
harm-save = Das stand darin
harm-look-title = Für mich hineinsehen
harm-look = Astray kann diese eine Nachricht holen und nach Links, Passwörtern, Nummern und Kennzeichnungen suchen. Es sucht auf diesem Computer, behält nichts vom Text und schreibt nur auf, was für Dinge es gefunden hat und wie viele.
harm-look-button = Hineinsehen
harm-looking = Die Nachricht wird geholt und durchgesehen …
harm-look-again = Noch einmal hineinsehen
harm-found-nothing = Astray hat nichts gefunden, was schaden könnte. Es kann nicht alles sehen: Sie wissen besser, was darin stand.
harm-found = Darin gefunden
harm-done-at = erledigt { $when }
harm-open-place = Seite öffnen
harm-tick = Erledigt
harm-all-done = Ich habe getan, was ich konnte
harm-advice-passwords = Ändern Sie jetzt die Passwörter und Schlüssel, die darin standen. Vielleicht hat sie schon jemand gelesen.
harm-advice-money = Sagen Sie Ihrer Bank oder der Buchhaltung, welche Nummern darin standen.
harm-advice-people = Sagen Sie es den Menschen, um die es geht, wenn Ihre Organisation das so will. Ihre Sicherheitsstelle weiß es.
harm-advice-travel = Sagen Sie es denen, die reisen, und denen, die für ihre Sicherheit sorgen.
harm-advice-marked = Etwas Gekennzeichnetes war darin. Gehen Sie zurück zum Schritt „War etwas gekennzeichnet oder eingestuft?“.

## Was gefunden wurde, und was dann zu tun ist

finding-attachment = Angehängt: { $files }
finding-disguised-attachment = { $count ->
    [one] Nicht das, was der Name sagt: { $files }
   *[other] Nicht das, was die Namen sagen: { $files }
}
finding-locked-attachment = { $count ->
    [one] 1 gesperrter Anhang, in den Astray nicht hineinsehen kann
   *[other] { $count } gesperrte Anhänge, in die Astray nicht hineinsehen kann
}
finding-marking = Gekennzeichnet: { $detail }
finding-card-number = { $count ->
    [one] 1 Kartennummer ({ $detail })
   *[other] { $count } Kartennummern ({ $detail })
}
finding-iban = { $count ->
    [one] 1 Kontonummer ({ $detail })
   *[other] { $count } Kontonummern ({ $detail })
}
finding-national-id = { $count ->
    [one] 1 persönliche Nummer ({ $detail })
   *[other] { $count } persönliche Nummern ({ $detail })
}
finding-private-key = { $count ->
    [one] 1 geheimer Schlüssel
   *[other] { $count } geheime Schlüssel
}
finding-access-token = { $count ->
    [one] 1 Schlüssel für einen Dienst ({ $detail })
   *[other] { $count } Schlüssel für einen Dienst ({ $detail })
}
finding-password = { $count ->
    [one] 1 Passwort
   *[other] { $count } Passwörter
}
finding-shared-link = { $count ->
    [one] 1 Link zu einer freigegebenen Datei ({ $detail })
   *[other] { $count } Links zu freigegebenen Dateien ({ $detail })
}
todo-disguised-attachment = { $count ->
    [one] Sagen Sie der Sicherheitsstelle, was diese Datei wirklich ist.
   *[other] Sagen Sie der Sicherheitsstelle, was diese Dateien wirklich sind.
}
todo-locked-attachment = { $count ->
    [one] Vergewissern Sie sich, dass das Passwort dazu nicht mitging.
   *[other] Vergewissern Sie sich, dass die Passwörter dazu nicht mitgingen.
}
todo-marking = Rufen Sie vor allem anderen die Sicherheitsstelle an.
todo-card-number = { $count ->
    [one] Lassen Sie die Karte dort sperren, wo sie ausgegeben wurde.
   *[other] Lassen Sie die Karten dort sperren, wo sie ausgegeben wurden.
}
todo-iban = Sagen Sie es der Bank oder der Buchhaltung.
todo-national-id = { $count ->
    [one] Warnen Sie die Person, um die es geht.
   *[other] Warnen Sie die Personen, um die es geht.
}
todo-private-key = { $count ->
    [one] Ziehen Sie diesen Schlüssel zurück, und erstellen Sie einen neuen. Ihre IT-Abteilung kann helfen.
   *[other] Ziehen Sie diese Schlüssel zurück, und erstellen Sie neue. Ihre IT-Abteilung kann helfen.
}
todo-access-token = { $count ->
    [one] Ziehen Sie diesen Schlüssel in dem Dienst zurück, und erstellen Sie einen neuen. Ihre IT-Abteilung kann helfen.
   *[other] Ziehen Sie diese Schlüssel in dem Dienst zurück, und erstellen Sie neue. Ihre IT-Abteilung kann helfen.
}
todo-password = { $count ->
    [one] Ändern Sie dieses Passwort überall, wo es benutzt wird.
   *[other] Ändern Sie diese Passwörter überall, wo sie benutzt werden.
}
todo-shared-link = { $count ->
    [one] Beenden Sie die Freigabe.
   *[other] Beenden Sie die Freigaben.
}
file-pdf = { $count ->
    [one] 1 PDF-Datei
   *[other] { $count } PDF-Dateien
}
file-word = { $count ->
    [one] 1 Word-Dokument
   *[other] { $count } Word-Dokumente
}
file-document = { $count ->
    [one] 1 Textdokument
   *[other] { $count } Textdokumente
}
file-spreadsheet = { $count ->
    [one] 1 Tabelle
   *[other] { $count } Tabellen
}
file-presentation = { $count ->
    [one] 1 Präsentation
   *[other] { $count } Präsentationen
}
file-picture = { $count ->
    [one] 1 Bild
   *[other] { $count } Bilder
}
file-archive = { $count ->
    [one] 1 komprimiertes Archiv
   *[other] { $count } komprimierte Archive
}
file-text = { $count ->
    [one] 1 einfache Textdatei
   *[other] { $count } einfache Textdateien
}
file-program = { $count ->
    [one] 1 Programm
   *[other] { $count } Programme
}
file-sound = { $count ->
    [one] 1 Tonaufnahme
   *[other] { $count } Tonaufnahmen
}
file-video = { $count ->
    [one] 1 Video
   *[other] { $count } Videos
}
file-other = { $count ->
    [one] 1 andere Datei
   *[other] { $count } andere Dateien
}

## Um Löschung bitten

deletion-honest = Was außerhalb Ihrer Organisation angekommen ist, lässt sich nicht zurückholen. Sie können um Löschung bitten, und die meisten kommen dem nach.
deletion-undo-title = Wann „Rückgängig“ oder „Zurückrufen“ des Mailprogramms hilft
deletion-undo-gmail = Gmail: „Rückgängig“ erscheint bis zu 30 Sekunden nach dem Senden unten im Fenster. Danach lässt sich nichts mehr aufhalten.
deletion-undo-outlook = Outlook: „Diese Nachricht zurückrufen“ wirkt nur bei Menschen in Ihrer eigenen Organisation. Bei einer Adresse außerhalb bewirkt es nichts und lenkt den Blick womöglich auf die Nachricht.
deletion-undo-delay = Wenn Ihr Mailprogramm verzögert sendet, sehen Sie im Postausgang nach: Vielleicht liegt sie noch dort.
deletion-write = Bitte schreiben
deletion-remind = Erinnerung schreiben
deletion-remind-ask = Der Tag ist vorbei, und keine Antwort ist abgelegt. Sie können einmal erinnern. Überlassen Sie es danach der Sicherheitsstelle.
deletion-wait = Um Antwort bis { $date } wurde gebeten.
deletion-answer-title = Kam eine Antwort?
deletion-answer-deleted = Sie haben sie gelöscht
deletion-answer-refused = Sie löschen sie nicht
deletion-answer-otherwise = Die Antwort kam auf anderem Weg
deletion-answer-other = Sie haben etwas anderes geantwortet
deletion-answer-note = Was wurde geantwortet? (freiwillig)
deletion-answer-file = Antwort ablegen
deletion-look = Nach einer Antwort suchen
deletion-look-returned = Nachsehen, ob sie zurückkam
deletion-looked-none = Es wurde keine Antwort und keine zurückgesandte Nachricht gefunden.
deletion-looking = Astray sucht in Ihrem Posteingang …
deletion-heard = Eine Antwort von { $from } kam am { $date }.
deletion-heard-undated = Eine Antwort von { $from } ist da.
deletion-heard-nobody = einem unbekannten Absender
deletion-heard-read = Lesen Sie sie in Ihrem Mailprogramm. Was steht darin?
deletion-heard-automatic = Ein Programm hat sie geschrieben, sie bestätigt also nichts.
deletion-heard-filed = Alle Antworten, die kamen, sind abgelegt.

## Melden

report-who = Ob es noch jemand erfahren muss, etwa eine Behörde oder die Betroffenen, entscheidet { $desk }. Sie melden nur, was Sie wissen.
report-counts = Gezählt ab dem Zeitpunkt, zu dem Sie gesagt haben, dass es ein Versehen ist.
report-source = Aus: { $source }
report-write = Meldung schreiben
report-save = Meldung speichern
report-note = Was die Sicherheitsstelle noch wissen sollte (freiwillig)
report-note-hint = Kurz, und bitte ohne persönliche Angaben zu anderen.
report-include = Der Meldung hinzufügen
report-include-subject = Den Betreff
report-include-names = Die Namen der Anhänge
report-include-whole = Die ganze Nachricht mit allem, was darin ist
report-no-desk = Ihre Organisation hat Astray nicht gesagt, wohin Meldungen gehen. Speichern Sie die Meldung als Datei, und geben Sie sie Ihrer Führungskraft oder Ihrer Sicherheitsstelle.
report-done-otherwise = Ich habe es anders gemeldet
report-print = Drucken

## An die richtige Person senden

resend-to = An die richtige Person
resend-to-hint = Prüfen Sie sie Buchstabe für Buchstabe. Astray prüft sie auch.
resend-secure = Ihre Organisation möchte, dass dies anders gesendet wird: { $way }
resend-fetch = Astray holt die Nachricht noch einmal, um sie mit ihren Anhängen zu kopieren. Die Kopie sagt nichts von dem Versehen.
resend-write = Kopie zeigen
resend-done = Ich habe sie selbst noch einmal gesendet

## Damit es nicht wieder geschieht

prevention-why = Die falsche Adresse steht jetzt in den Vorschlägen Ihres Mailprogramms. Morgen wird sie wieder angeboten, entfernen Sie sie also heute.
prevention-outlook = Outlook
prevention-outlook-1 = Beginnen Sie eine neue Nachricht, und tippen Sie die ersten Buchstaben der falschen Adresse.
prevention-outlook-2 = Wenn der Vorschlag erscheint, zeigen Sie darauf, und drücken Sie das X daneben.
prevention-outlook-3 = In Outlook im Web ebenso. Kommt er wieder, sehen Sie unter „Personen“ nach, und löschen Sie ihn dort.
prevention-gmail = Gmail
prevention-gmail-1 = Öffnen Sie contacts.google.com, und wählen Sie „Weitere Kontakte“.
prevention-gmail-2 = Suchen Sie nach der falschen Adresse.
prevention-gmail-3 = Öffnen Sie sie, und wählen Sie unter den drei Punkten „Löschen“.
prevention-thunderbird = Thunderbird
prevention-thunderbird-1 = Öffnen Sie das Adressbuch, und wählen Sie „Gesammelte Adressen“.
prevention-thunderbird-2 = Suchen Sie nach der falschen Adresse, und wählen Sie sie aus.
prevention-thunderbird-3 = Drücken Sie Entf, und bestätigen Sie.
prevention-apple = Apple Mail
prevention-apple-1 = Wählen Sie im Menü „Fenster“ den Eintrag „Vorherige Empfänger“.
prevention-apple-2 = Suchen Sie nach der falschen Adresse, und wählen Sie sie aus.
prevention-apple-3 = Wählen Sie „Aus Liste entfernen“.
prevention-protect = Auf Nachahmungen von { $domain } achten
prevention-protect-hint = Astray warnt Sie dann vor jeder Domain, die wie { $domain } aussieht.
prevention-protected = { $domain } ist geschützt: Astray warnt Sie vor Nachahmungen.
prevention-done = Ich habe sie entfernt

## Abschließen

close-how = Wie ist es ausgegangen?
close-bounced = Sie kam zurück, niemand hat sie erhalten
close-deletion-confirmed = Sie haben bestätigt, dass sie gelöscht ist
close-no-answer = Niemand hat geantwortet
close-reported = Es ist gemeldet und liegt bei der Sicherheitsstelle
close-not-reported = Es wird nicht gemeldet
close-word = Eine Notiz für die Aufzeichnung (freiwillig)
close-reason = Warum wird es nicht gemeldet?
close-reason-missing = Sagen Sie in ein paar Worten, warum es nicht gemeldet wird.
close-button = Abschließen
close-closed = Sie haben dies abgeschlossen.
