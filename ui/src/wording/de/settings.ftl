# What the settings say beside accounts.

## Settings

settings-title = Einstellungen
settings-sections = Teile der Einstellungen
settings-accounts = Konten
settings-domains = Domains
settings-alerts = Warnungen
settings-privacy = Datenschutz und Speicher
settings-about = Info und Diagnose

## Settings: domains

domains-intro = Eine Domain ist der Teil einer Adresse nach dem @.
domains-protected = Geschützt
domains-protected-what = Astray achtet auf Adressen, die diesen nur ähnlich sehen.
domains-protected-none = Noch keine geschützte Domain. Fügen Sie die Ihrer eigenen Organisation hinzu.
domains-trusted = Vertrauenswürdig
domains-trusted-what = Bei Nachrichten an diese fragt Astray nie nach.
domains-trusted-none = Noch keine vertrauenswürdige Domain.
domains-add = Hinzufügen
domains-add-protected = Geschützte Domain hinzufügen
domains-add-trusted = Vertrauenswürdige Domain hinzufügen
domains-hint = Zum Beispiel example.org
domains-remove = Entfernen
domains-remove-named = { $domain } entfernen
domains-removed = { $domain } ist entfernt.
domains-added = { $domain } ist hinzugefügt.
domains-search = Domains durchsuchen
domains-none-found = Hier passt nichts zu Ihrer Suche.
domains-learned = Aus Ihren Nachrichten gelernt
domains-learned-what = An diese schreiben Sie, deshalb achtet Astray auf Adressen, die ihnen nur ähnlich sehen.
domains-learned-none = Noch nichts. Astray lernt aus den Nachrichten, die Sie senden.
domains-learned-more = { $count ->
    [one] und 1 weitere: Die Suche findet sie
   *[other] und { $count } weitere: Die Suche findet sie
}
domains-messages = { $messages ->
    [one] 1 Nachricht
   *[other] { $messages } Nachrichten
}
domains-undo = Rückgängig

## Settings: alerts and language

alerts-which = Was Sie unterbricht
alerts-which-what = Alles andere steht nur im Verlauf.
alerts-medium = Alles, was vielleicht an die falsche Adresse ging
alerts-high = Nur was sehr wahrscheinlich an die falsche Adresse ging
alerts-show = Benachrichtigungen
alerts-privacy = In Benachrichtigungen niemanden nennen
alerts-privacy-hint = Für Bildschirme, die andere sehen können: keine Adresse und kein Betreff.
alerts-quiet = Ruhezeit
alerts-quiet-hint = Benachrichtigungen warten und kommen als eine, wenn die Ruhezeit vorbei ist.
alerts-quiet-from = Von
alerts-quiet-until = Bis
alerts-test = Test-Benachrichtigung zeigen
alerts-tested = An Ihren Desktop gesendet. Haben Sie sie gesehen?
alerts-start = Bei der Anmeldung
alerts-autostart = Astray starten, wenn Sie sich anmelden
alerts-autostart-hint = Sonst werden Nachrichten erst geprüft, wenn Sie Astray öffnen.
language = Sprache
language-desktop = Wie der Desktop
language-english = English
language-german = Deutsch

## Settings: privacy and storage

kept-title = Was auf diesem Computer aufbewahrt wird
kept-what = Nur Sie können diese Dateien lesen. Nichts darin verlässt diesen Computer.
kept-casebook = Vorfälle, was Sie entschieden haben, und an wen Sie schreiben
kept-preferences = Ihre Einstellungen
kept-log = Notizen über die Arbeit des Programms, eine Woche lang, ohne Adressen und Betreffe
kept-passwords = Ihre Passwörter liegen im Schlüsselbund Ihres Computers, nicht in einer Datei.
retention-title = Aufbewahrungsdauer
retention-what = Die Aufzeichnung eines Vorfalls wird gelöscht, wenn sie älter ist als hier angegeben.
retention-days = Tage
retention-days-fixed = { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
}
retention-hint = Ihre Organisation kann Regeln dafür haben.
retention-save = Speichern
retention-saved = { $days ->
    [one] Aufzeichnungen werden 1 Tag aufbewahrt.
   *[other] Aufzeichnungen werden { $days } Tage aufbewahrt.
}
retention-wrong = Geben Sie eine ganze Zahl von 1 bis { $most } ein.

delete-older = Ältere jetzt löschen …
delete-older-title = Ältere Aufzeichnungen löschen?
delete-older-what = { $days ->
    [one] Astray löscht jeden Vorfall, in dem seit 1 Tag nichts geschehen ist, auch solche, die noch auf Sie warten.
   *[other] Astray löscht jeden Vorfall, in dem seit { $days } Tagen nichts geschehen ist, auch solche, die noch auf Sie warten.
}
delete-older-confirm = Diese löschen
delete-for-good = Das lässt sich nicht rückgängig machen.
deleted-older = { $count ->
    [0] Keine Aufzeichnung war so alt.
    [one] 1 Aufzeichnung ist gelöscht.
   *[other] { $count } Aufzeichnungen sind gelöscht.
}
delete-everything = Alles löschen
delete-everything-hint = Alle Vorfälle und ihre Aufzeichnungen, Ihre Konten und Passwörter und Ihre Einstellungen. Ihre Nachrichten selbst bleiben, wie sie sind.
delete-everything-ask = Alles löschen …
delete-everything-title = Alles löschen, was Astray aufbewahrt?
delete-everything-what = Astray vergisst alle Vorfälle und was Sie entschieden haben, Ihre Konten mit ihren Passwörtern und Ihre Einstellungen. Es überwacht dann nichts. Ihre Nachrichten selbst bleiben, wie sie sind.
deleted-everything = Alles ist gelöscht.

## Settings: about

about-what-title = Was Astray tut
about-what = Es achtet auf die Nachrichten, die Sie senden. Geht eine an eine Adresse, die der richtigen nur ähnlich sieht, erfahren Sie es innerhalb von etwa einer Sekunde.
about-reads-title = Was es liest
about-reads-headers = An wen eine Nachricht ging, von wem sie ist, ihren Betreff und ihr Datum. Nur in dem Postfach, in dem Ihr Mailprogramm aufbewahrt, was Sie gesendet haben.
about-reads-where = All das bleibt auf diesem Computer.
about-never-title = Was es nie tut
about-never-body = Es liest nie, was Sie geschrieben haben, und auch keine angehängten Dateien, außer Sie bitten bei einer Nachricht darum.
about-never-change = Es ändert, verschiebt und löscht nie eine Nachricht.
about-never-send = Es sendet nichts von sich aus: nur Schreiben, die Sie gelesen und zum Senden freigegeben haben.
about-never-password = Es schreibt Ihr Passwort nie in eine Datei.
about-policy-title = Ihre Organisation
about-policy-present = Diese Vorgaben Ihrer Organisation gelten: { $protected ->
    [one] 1 geschützte Domain
   *[other] { $protected } geschützte Domains
}, { $trusted ->
    [one] 1 vertrauenswürdige Domain
   *[other] { $trusted } vertrauenswürdige Domains
}, { $known ->
    [one] 1 bekannte Adresse
   *[other] { $known } bekannte Adressen
}. Sie werden aus dieser Datei gelesen:
about-policy-absent = Ihre Organisation hat nichts festgelegt. Astray würde hier danach suchen:
about-policy-error = Die Vorgaben Ihrer Organisation lassen sich nicht lesen
about-version = Version { $version }
watched-title = Was überwacht wird
watched-state = Stand
watched-watching = Wird überwacht
watched-mailbox = Postfach
watched-last = Zuletzt geprüft
watched-last-at = { $time }
watched-never = Noch nicht
watched-checked = Geprüfte Nachrichten
watched-count = { $count }
report-title = Ein Bericht für die Person, die Ihnen hilft
report-what = Er sagt, wie es um Astray steht. Adressen, Namen, Betreffe, Server und Dateien sind weggelassen.
report-make = Bericht erstellen
report-copy = Kopieren
report-copied = Kopiert.
