# What the window says in more than one place. The agent's own sentences are in src-tauri/wording.

## Everywhere

app-name = Astray
back-to-all = Alle Nachrichten
cancel = Abbrechen
close = Schließen
try-again = Noch einmal versuchen
loading = Wird geladen …
fixed = Vorgabe Ihrer Organisation
fixed-by = Vorgabe von { $organisation }
no-subject = Kein Betreff

## Time

time-just-now = gerade eben
time-minutes-ago = { $count ->
    [one] vor 1 Minute
   *[other] vor { $count } Minuten
}
time-yesterday = gestern, { $time }
day-today = Heute
day-yesterday = Gestern

## Addresses

address-sent = Gesendet an
address-like = Sieht aus wie
address-meant = Vermutlich gemeint
address-plain = In einfachen Buchstaben

## How an incident stands

state-needs-you = Wartet auf Sie
state-in-progress = In Arbeit
state-done = Erledigt
state-not-a-mistake = Kein Versehen

## The watch

watch-watching = { $mailboxes ->
    [0] Verbindung zu Ihrem Mailserver wird aufgebaut …
    [one] 1 Postfach wird überwacht
   *[other] { $mailboxes } Postfächer werden überwacht
}
watch-watching-checked = { $mailboxes ->
    [one] 1 Postfach wird überwacht
   *[other] { $mailboxes } Postfächer werden überwacht
}, zuletzt geprüft: { $time }
watch-nothing = Kein Postfach wird überwacht
watch-cannot = Nicht alle Postfächer werden überwacht
watch-paused = Die Überwachung ist angehalten
watch-no-account = Noch kein Mailkonto
watch-check-now = Jetzt prüfen
