# Was von einem Schreiben gesagt wird, bevor es geht, während es geht und danach.

letter-recall = Die Bitte um Löschung
letter-reminder = Die Erinnerung
letter-report = Die Meldung
letter-corrected = Die Nachricht an die richtige Person
letter-read = Lesen Sie sie, bevor sie geht. Betreff und Text können Sie ändern.
letter-read-only = Lesen Sie sie, bevor sie geht. Sie geht so, wie sie war.
letter-from = Von
letter-to = An
letter-subject = Betreff
letter-text = Text
letter-attachments = Angehängt
letter-no-attachments = Nichts ist angehängt.
letter-size = { $size } kB
letter-attachment-facts = Die Angaben für Programme: wann, an wen, was getan wurde.
letter-attachment-header = Der Kopf der Nachricht, wie sie gesendet wurde{ $subject ->
    [yes] { "" }
   *[no] , ohne ihren Betreff
}.
letter-attachment-message = Die ganze Nachricht, wie sie gesendet wurde.
letter-attachment-own = Wie in der Nachricht, die an die falsche Stelle ging.
letter-no-evidence = Die Nachricht selbst ist gerade nicht erreichbar, ihr Kopf geht deshalb nicht mit.
letter-send = Jetzt senden
letter-drafts = In meine Entwürfe legen
letter-file = Als Datei sichern
letter-back = Zurück
letter-sending = Wird gesendet…
letter-putting = Wird in Ihre Entwürfe gelegt…
letter-loading = Die Nachricht wird vorbereitet…
letter-stop = Nicht länger warten
letter-through = Gesendet über { $host }
letter-through-hint = Der Server, über den Ihr Mailkonto sendet. Ihre IT-Abteilung oder Ihr Anbieter kennt ihn.
letter-through-host = Server zum Senden
letter-through-port = Port
letter-not-possible = Von hier aus kann nicht gesendet werden
letter-fate-sent = Gesendet an { $to }
letter-fate-drafted = In Ihren Entwürfen, an { $to }
letter-fate-saved = Als Datei gesichert
letter-fate-failed = Nicht gesendet an { $to }
letter-fate-unknown = Niemand weiß, ob gesendet an { $to }
letter-unknown = Die Verbindung brach ab, oder Astray wurde beendet, bevor der Server sagte, dass er die Nachricht hat. Sie kann gesendet worden sein. Astray sendet sie nicht von selbst noch einmal.
letter-look = Danach suchen
letter-looking = Suche in Ihren gesendeten Nachrichten und Entwürfen…
letter-looked-none = In Ihren gesendeten Nachrichten und Entwürfen wurde sie nicht gefunden. Das beweist nicht, dass sie nicht gesendet wurde. Wenn Sie sicher sind, sagen Sie es.
letter-say-sent = Sie wurde gesendet
letter-say-not-sent = Sie wurde nicht gesendet
letter-draft-sent = Ich habe den Entwurf gesendet
letter-draft-gone = Ich habe den Entwurf gelöscht
letter-said-sent = Gesendet.
letter-said-drafted = In Ihre Entwürfe gelegt.
letter-said-saved = Gesichert.
letter-said-unknown = Niemand weiß, ob sie gesendet wurde.
letter-said-failed = Sie wurde nicht gesendet.
