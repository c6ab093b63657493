# What the history says.

## History

history-title = Verlauf
history-search = Suche
history-search-hint = Adresse, Betreff
history-settings = Einstellungen
history-more = { $count ->
    [one] und 1 weitere Adresse
   *[other] und { $count } weitere Adressen
}
history-found = { $count ->
    [0] Keine Nachricht gefunden
    [one] 1 Nachricht gefunden
   *[other] { $count } Nachrichten gefunden
}
history-empty-title = Keine fehlgeleiteten Nachrichten
history-empty-watching = { $mailboxes ->
    [one] 1 Postfach wird überwacht
   *[other] { $mailboxes } Postfächer werden überwacht
} seit dem { $since }, { $checked ->
    [one] 1 Nachricht geprüft
   *[other] { $checked } Nachrichten geprüft
}.
history-empty-unwatched-title = Kein Postfach wird überwacht
history-empty-unwatched = Astray hat keine verirrte Mail gefunden, würde aber jetzt auch keine bemerken.
history-empty-so-far = { $checked ->
    [one] Bisher 1 Nachricht geprüft.
   *[other] Bisher { $checked } Nachrichten geprüft.
}
history-nothing-title = Nichts gefunden
history-nothing = Keine Nachricht passt zu „{ $search }“.
history-first-title = Willkommen bei Astray
history-first = Astray achtet auf die Nachrichten, die Sie senden. Geht eine an eine Adresse, die der richtigen nur ähnlich sieht, erfahren Sie es sofort.
history-first-reads = Es liest nur, an wen eine Nachricht ging, den Betreff und das Datum. Was Sie geschrieben haben, liest es nie, außer Sie bitten bei einer Nachricht darum, und es sendet nichts von sich aus.
history-first-add = Astray einrichten
history-welcome = Die Einrichtung ist noch nicht fertig.
history-welcome-resume = Weitermachen
history-edit-account = Dieses Konto bearbeiten
history-troubles = Was Astray an der Arbeit hindert

## History: search, filters and order

history-list = Nachrichten
history-tools = Filter und Reihenfolge
history-filter-state = Stand
history-filter-severity = Schweregrad
history-filter-delivery = Zustellung
history-filter-account = Mailkonto
history-filter-chosen = { $filter }: { $chosen }
history-filter-week = Woche vom { $date }
history-filter-remove = Diesen Filter entfernen
history-clear-search = Suche löschen
history-clear = Alles zurücksetzen
history-nothing-filtered = Keine Nachricht passt zu diesen Filtern.
history-severity-high = Schwerwiegend
history-severity-medium = Mittel
history-severity-low = Gering
history-delivery-bounced = Zurückgekommen
history-delivery-probably-delivered = Vermutlich zugestellt
history-delivery-unknown = Zustellung unbekannt
history-sort = Reihenfolge
history-sort-newest = Neueste zuerst
history-sort-oldest = Älteste zuerst
history-sort-severity = Schwerwiegende zuerst
history-sort-domain = Nach Domain

## History: the last weeks

history-weeks = Nachrichten je Woche, die letzten 26 Wochen
history-weeks-show = Wochen
history-weeks-begin = Woche vom
history-weeks-count = Nachrichten
history-week = Woche vom { $date }: { $count ->
    [0] keine Nachricht
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
}

## History: export

history-export = Exportieren
history-export-title = Diese Liste exportieren
history-export-what = { $count ->
    [one] 1 Nachricht, so wie sie jetzt zu sehen ist.
   *[other] { $count } Nachrichten, so wie sie jetzt zu sehen sind.
}
history-export-hint = Eine Tabelle öffnen Sie in einer Tabellenkalkulation. Daten sind für andere Programme. Wohin die Datei kommt, wählen Sie selbst.
history-export-csv = Tabelle (CSV)
history-export-json = Daten (JSON)
history-exported = Gespeichert: { $file }

## History: keys

history-keys = Tasten
key-page-down = Bild ↓
key-page-up = Bild ↑
key-home = Pos1
key-end = Ende
key-enter = Eingabe
key-escape = Esc
history-key-search = Zur Suche
history-key-rows = Eine Nachricht nach unten oder oben
history-key-pages = Mehrere Nachrichten nach unten oder oben
history-key-ends = Erste oder letzte Nachricht
history-key-open = Die Nachricht öffnen
history-key-weeks = Eine Woche zurück oder weiter, im Diagramm
history-key-back = Die Suche leeren, Offenes schließen oder zurückgehen
history-key-keys = Diese Tasten zeigen
