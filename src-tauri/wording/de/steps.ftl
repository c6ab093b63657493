# Was die Schritte eines Vorfalls von sich sagen, und was die Aufzeichnung von ihnen sagt.

## Die Schritte

step-mistake = Ist es ein Versehen?
step-marked = War etwas gekennzeichnet oder eingestuft?
step-harm = Schaden begrenzen
step-deletion = Um Löschung bitten
step-report = Melden
step-resend = An die richtige Person senden
step-prevention = Damit es nicht wieder geschieht
step-close = Abschließen

## Warum ein Schritt wartet oder nicht nötig ist

why-its-right = Nicht nötig: Die Nachricht ging an die richtige Adresse.
why-stopped = Angehalten, bis Ihre Sicherheitsstelle sagt, dass es weitergeht.
why-do-not-contact = Schreiben Sie nicht dorthin. Ihre Sicherheitsstelle entscheidet. Eine Nachricht würde zeigen, dass an dieser Adresse jemand liest und dass das Gesendete etwas wert ist.
why-bounced = Nicht nötig: Die Nachricht kam zurück, niemand hat sie erhalten.
why-desks-now = Ab hier ist es Sache Ihrer Sicherheitsstelle.
why-skipped = Sie haben dies ausgelassen.
why-skipped-because = Sie haben dies ausgelassen: { $reason }
why-closed = Es war noch offen, als dies abgeschlossen wurde.
why-waits-answer = Die Antwort steht noch aus.
why-waits-draft = Die Nachricht liegt in Ihren Entwürfen. Senden Sie sie mit Ihrem Mailprogramm, und sagen Sie es dann hier.
why-waits-steps = Das kommt danach: { $steps }

## Die Schreiben

letter-recall = die Bitte um Löschung
letter-reminder = die Erinnerung
letter-report = die Meldung
letter-corrected = die Nachricht an die richtige Person

## Der Verlauf der Schritte

timeline-confirmed = Sie haben gesagt, dass es ein Versehen ist
timeline-not-sure = Sie waren noch nicht sicher
timeline-marked = Sie haben gesagt, dass etwas gekennzeichnet oder eingestuft war: Alles hält an
timeline-not-marked = Sie haben gesagt, dass nichts gekennzeichnet oder eingestuft war
timeline-marked-unknown = Sie wussten nicht, ob etwas gekennzeichnet oder eingestuft war
timeline-desk-cleared = Die Sicherheitsstelle hat gesagt, dass es weitergeht
timeline-contents = Sie haben gesagt, was darin stand
timeline-scanned = { $count ->
    [0] Astray hat hineingesehen und nichts gefunden, was schaden könnte
    [one] Astray hat hineingesehen und 1 Sache gefunden, die schaden könnte
   *[other] Astray hat hineingesehen und { $count } Dinge gefunden, die schaden könnten
}
timeline-done-link = Sie haben die Freigabe eines Links beendet
timeline-done-password = Sie haben ein Passwort geändert
timeline-done-key = Sie haben einen Schlüssel ersetzt
timeline-done-card = Sie haben eine Karte sperren lassen
timeline-done-bank = Sie haben der Bank Bescheid gegeben
timeline-done-person = Sie haben die betroffene Person gewarnt
timeline-done-desk = Sie haben der Sicherheitsstelle eine Kennzeichnung gemeldet
timeline-done-attachment = Sie haben sich um einen Anhang gekümmert
timeline-answer-deleted = Die Antwort: Sie ist gelöscht
timeline-answer-refused = Die Antwort: Sie wird nicht gelöscht
timeline-answer-other = Es kam eine Antwort
timeline-step-done = Erledigt: { $step }
timeline-step-skipped = Ausgelassen: { $step }
timeline-closed-bounced = Abgeschlossen: Niemand hat sie erhalten
timeline-closed-deleted = Abgeschlossen: Sie wurde gelöscht
timeline-closed-no-answer = Abgeschlossen: Niemand hat geantwortet
timeline-closed-reported = Abgeschlossen: gemeldet
timeline-closed-not-reported = Abgeschlossen, ohne zu melden
timeline-taken-back = Sie haben etwas zurückgenommen
timeline-to-drafts = Sie wollten dies in Ihre Entwürfe legen: { $letter }
timeline-sending = Sie wollten dies senden: { $letter }
timeline-saving = Sie wollten dies als Datei speichern: { $letter }
timeline-drafted = In Ihren Entwürfen: { $letter }
timeline-sent = Gesendet: { $letter }
timeline-saved = Als Datei gespeichert: { $letter }
timeline-unknown = Unklar, ob gesendet: { $letter }
timeline-failed = Nicht gesendet: { $letter }
timeline-filed = In Ihren gesendeten Nachrichten: { $letter }
timeline-bounced = Sie kam von { $address } zurück: Dort hat sie niemand erhalten
timeline-bounce-code = Code des Servers: { $code }

## Nachsehen und Senden

timeline-you-said-not-sent = Sie haben es gesagt.
letter-refused = Der Server hat die Nachricht nicht angenommen.
letter-refused-because = Der Server hat die Nachricht nicht angenommen: { $said }
report-window = Meldung { $id }
error-password-not-kept = Das Passwort dieses Mailkontos ist auf diesem Computer nicht gespeichert.
error-password-not-kept-hint = Geben Sie es in den Einstellungen ein, und versuchen Sie es dann noch einmal. Was keinen Mailserver braucht, geht auch ohne.
error-no-browser = Es lässt sich kein Webbrowser öffnen.
error-no-browser-hint = Öffnen Sie Ihren Browser, und gehen Sie selbst zu dem Dienst.
error-bad-sending-host-hint = Schreiben Sie den Namen des Servers zum Senden, etwa smtp.example.org. Ihr Anbieter oder Ihre IT-Abteilung kennt ihn.
error-bad-sending-port-hint = Die meisten Server zum Senden benutzen 465 oder 587.
error-wrong-again = Das ist wieder die falsche Adresse.
error-looks-wrong = Diese Adresse sieht aus wie eine bei { $domain }, ist aber keine.
save-report-title = Meldung speichern

## Die üblichen Fristen, bis zu denen zu entscheiden ist, wer es noch erfahren muss

deadline-personal-data = Personenbezogene Daten
deadline-personal-data-source = DSGVO, Artikel 33; UK ICO
deadline-us-defence = Verträge mit der US-Verteidigung
deadline-us-health = US-Gesundheitsdaten
