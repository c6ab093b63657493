# What the history says.

## History

history-title = Verlauf
history-search = Suche
history-search-hint = Adresse oder Betreff
history-settings = Einstellungen
history-needs-you = Braucht Sie
history-more = { $count ->
    [one] und 1 weitere Adresse
   *[other] und { $count } weitere Adressen
}
history-found = { $count ->
    [0] Keine Nachricht gefunden
    [one] 1 Nachricht gefunden
   *[other] { $count } Nachrichten gefunden
}
history-empty-title = Keine verirrte Mail
history-empty-watching = { $mailboxes ->
    [one] 1 Postfach wird überwacht
   *[other] { $mailboxes } Postfächer werden überwacht
} seit { $since }, { $checked ->
    [one] 1 Nachricht geprüft
   *[other] { $checked } Nachrichten geprüft
}.
history-empty-so-far = { $checked ->
    [one] Bisher 1 Nachricht geprüft.
   *[other] Bisher { $checked } Nachrichten geprüft.
}
history-nothing-title = Nichts gefunden
history-nothing = Keine Nachricht passt zu { $search }.
history-clear-search = Suche leeren
history-first-title = Willkommen bei Astray
history-first = Astray achtet auf die Mail, die Sie senden. Geht eine Nachricht an eine Adresse, die der richtigen nur ähnlich sieht, sagt es Ihnen das sofort.
history-first-reads = Es liest nur, an wen eine Nachricht ging, den Betreff und das Datum. Was Sie geschrieben haben, liest es nie, und nichts verlässt diesen Computer.
history-first-add = Mailkonto hinzufügen
history-edit-account = Dieses Konto bearbeiten
history-troubles = Was Astray an der Arbeit hindert
