# What the settings say beside accounts.

## Settings

settings-title = Einstellungen
settings-sections = Teile der Einstellungen
settings-accounts = Konten
settings-domains = Domains
settings-about = Über Astray

## Settings: domains

domains-intro = Eine Domain ist der Teil einer Adresse nach dem @.
domains-protected = Geschützt
domains-protected-what = Astray achtet auf Adressen, die diesen nur ähnlich sehen.
domains-protected-none = Noch keine geschützte Domain. Fügen Sie die Ihrer eigenen Organisation hinzu.
domains-trusted = Vertraut
domains-trusted-what = Nach Mail an diese fragt Astray nie.
domains-trusted-none = Noch keine vertraute Domain.
domains-fixed = Von Ihrer Organisation festgelegt
domains-add = Hinzufügen
domains-add-protected = Geschützte Domain hinzufügen
domains-add-trusted = Vertraute Domain hinzufügen
domains-hint = Zum Beispiel example.org
domains-remove = Entfernen
domains-remove-named = { $domain } entfernen
domains-removed = { $domain } ist entfernt.
domains-added = { $domain } ist hinzugefügt.
domains-undo = Rückgängig

## Settings: about

about-what-title = Was Astray tut
about-what = Es achtet auf die Mail, die Sie senden. Geht eine Nachricht an eine Adresse, die der richtigen nur ähnlich sieht, sagt es Ihnen das etwa binnen einer Sekunde.
about-reads-title = Was es liest
about-reads-headers = An wen eine Nachricht ging, von wem sie ist, ihren Betreff und ihr Datum. Nur in dem Postfach, in dem Ihr Mailprogramm aufbewahrt, was Sie gesendet haben.
about-reads-where = All das bleibt auf diesem Computer.
about-never-title = Was es nie tut
about-never-body = Es liest nie, was Sie geschrieben haben, und auch keine angehängten Dateien.
about-never-change = Es ändert, verschiebt und löscht nie eine Nachricht.
about-never-send = Es sendet nie etwas an irgendjemanden.
about-never-password = Es schreibt Ihr Passwort nie in eine Datei.
about-policy-title = Ihre Organisation
about-policy-present = Ihre Organisation hat einige Domains festgelegt. Sie werden aus dieser Datei gelesen:
about-policy-absent = Ihre Organisation hat nichts festgelegt. Astray würde hier danach suchen:
about-policy-error = Die Vorgaben Ihrer Organisation lassen sich nicht lesen
