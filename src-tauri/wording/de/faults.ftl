# Was in der Datei der Organisation oder in der eigenen falsch ist: jedes folgt seiner Stelle, `protected_domains[3]`.

fault-line = Zeile { $line }, Spalte { $column }
fault-too-large = die Datei ist größer als 1 MB
fault-too-many = es sind { $count } Einträge, erlaubt sind höchstens { $most }
fault-ends = der Text endet zu früh; eine Klammer oder ein Anführungszeichen fehlt
fault-syntax = hier stimmt ein Komma, eine Klammer oder ein Anführungszeichen nicht
fault-unknown-key = den Schlüssel „{ $key }“ gibt es nicht
fault-missing-key = der Schlüssel „{ $key }“ fehlt
fault-key-twice = der Schlüssel „{ $key }“ steht hier zweimal
fault-unknown-word = „{ $word }“ kann hier nicht stehen; möglich sind { $known }
fault-misfit = hier steht { $found }; es muss { $wanted ->
    [list] eine Liste in eckigen Klammern
    [group] eine Gruppe von Schlüsseln und Werten in geschweiften Klammern
    [text] ein Text in Anführungszeichen
    [number] eine ganze Zahl ab 0
    [yes-or-no] true oder false
   *[other] etwas anderes
} sein
fault-other = das lässt sich nicht lesen: { $said }
fault-nothing = hier steht nichts
fault-missing = das fehlt
fault-empty = das ist leer oder fehlt
fault-too-long = das ist länger als { $most } Zeichen
fault-hours = { $number ->
    [one] 1 Stunde liegt nicht zwischen { $least } und { $most } Stunden
   *[other] { $number } Stunden liegen nicht zwischen { $least } und { $most } Stunden
}
fault-days = { $number ->
    [one] 1 Tag liegt nicht zwischen { $least } und { $most } Tagen
   *[other] { $number } Tage liegen nicht zwischen { $least } und { $most } Tagen
}
fault-no-domain = „{ $text }“ ist keine Domain: { $why ->
    [nothing] der Eintrag ist leer
    [web-address] lassen Sie weg, was zu einer Webadresse gehört
    [person] lassen Sie das @ weg und was davor steht
    [star] lassen Sie den * weg, Subdomains sind ohnehin gemeint
    [space] es enthält ein Leerzeichen
    [dots] es hat einen Punkt zu viel
    [no-dot] eine Domain hat einen Punkt, wie in example.org
    [number] schreiben Sie den Namen, nicht die Zahl
   *[other] nur Buchstaben, Ziffern, Bindestriche und Punkte können darin stehen
}
fault-no-address = „{ $text }“ ist keine Adresse: { $why ->
    [no-at] das @ fehlt
    [no-name] was vor dem @ steht, lässt sich nicht verwenden
   *[no-domain] was nach dem @ steht, ist keine Domain
}
fault-no-end = „{ $text }“ ist keine Endung einer Domain; schreiben Sie sie wie co.uk, ohne Punkt davor
fault-no-word = „{ $text }“ muss aus 2 bis 40 Kleinbuchstaben und Ziffern bestehen
fault-no-severity = „{ $text }“ muss „medium“ oder „high“ sein
fault-no-quiet-hours = „{ $text }“ muss aus zwei Uhrzeiten wie „22:00-07:00“ bestehen oder „none“ sein
fault-no-step = den Schritt „{ $text }“ gibt es nicht
fault-step-twice = der Schritt „{ $text }“ steht hier zweimal
fault-step-fixed = der Schritt „{ $text }“ lässt sich nicht verschieben; „mistake“ und „marked“ stehen zuerst, „close“ steht zuletzt
fault-step-taken = den Schritt „{ $text }“ gibt es schon
fault-no-step-name = „{ $text }“ muss aus 1 bis 40 Kleinbuchstaben, Ziffern und _ bestehen
fault-no-letter = ein solches Schreiben gibt es nicht; möglich sind { $known }
fault-no-language = in dieser Sprache gibt es keine Schreiben; möglich sind { $known }
fault-letter-no-subject = die erste Zeile muss „Subject:“ und der Betreff sein
fault-letter-no-text = unter dem Betreff steht kein Text
fault-letter-placeholder = Zeile { $line }: für „{ $name }“ wird nichts eingesetzt; möglich sind { $known }
fault-letter-brace = Zeile { $line }: eine geschweifte Klammer steht allein; schreiben Sie sie doppelt, wenn sie gemeint ist
fault-letter-control = Zeile { $line }: dort steht ein unsichtbares Zeichen
fault-letter-too-long = das ist länger als { $most } Zeichen
fault-no-name = „{ $text }“ muss ein Name mit 1 bis 60 Zeichen sein
fault-no-token = „{ $text }“ muss aus 1 bis 512 Zeichen ohne Leerzeichen und Umlaute bestehen
fault-no-url = „{ $text }“ muss eine Adresse sein, die mit https:// beginnt
fault-no-path = „{ $text }“ muss ein Pfad sein, der mit einem Schrägstrich beginnt
