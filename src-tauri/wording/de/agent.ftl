# What the agent says: in the tray, in notifications, and of what hinders it.

## Tray

tray-open = Astray öffnen
tray-check-now = Jetzt prüfen
tray-pause-hour = 1 Stunde anhalten
tray-pause-tomorrow = Bis morgen anhalten
tray-resume = Fortsetzen
tray-settings = Einstellungen
tray-quit = Beenden
tray-needs-you = { $count ->
    [one] 1 Nachricht wartet auf Sie
   *[other] { $count } Nachrichten warten auf Sie
}
tray-watching = { $count ->
    [one] 1 Postfach wird überwacht
   *[other] { $count } Postfächer werden überwacht
}, zuletzt geprüft { $time }
tray-connecting = Verbindung wird aufgebaut …
tray-cannot-watch = { $count ->
    [one] { $account } lässt sich nicht überwachen
   *[other] { $count } Postfächer lassen sich nicht überwachen
}{ $remedy ->
    [sign-in] : neu anmelden
   *[none] { "" }
}
tray-paused = Angehalten bis { $time }
tray-no-account = Noch kein Mailkonto

## Notifications

alert-title-one = Vielleicht an die falsche Adresse gesendet
alert-title-many = { $count } Nachrichten vielleicht an die falsche Adresse gesendet
alert-body = An { $address }. Meinten Sie { $meant }?
alert-body-more = { $count ->
    [one] und 1 weiterer Empfänger
   *[other] und { $count } weitere Empfänger
}
alert-body-private = Öffnen Sie Astray, um es zu sehen.
alert-test-title = Das ist ein Test
alert-test-body = Wenn Sie das lesen, kann Astray es Ihnen sagen, wenn etwas schiefgeht.
alert-review = Ansehen
alert-right = Es stimmt so

## Troubles of the agent itself

trouble-notifications = Benachrichtigungen
trouble-no-notifications = Ihr Desktop zeigt gerade keine Benachrichtigungen.
trouble-no-notifications-hint = Astray überwacht weiter und sagt es Ihnen, sobald Ihr Desktop wieder Benachrichtigungen zeigt. Schauen Sie bis dahin in dieses Fenster.
trouble-tray = Symbol im Infobereich
trouble-no-tray = Ihr Desktop hat keinen Platz für das Symbol von Astray.
trouble-no-tray-hint = Astray überwacht weiter. Um dieses Fenster zu öffnen, starten Sie Astray noch einmal.
trouble-no-tray-library = Das Symbol von Astray lässt sich nicht zeigen, weil ein Teil des Desktops fehlt.
trouble-no-tray-library-hint = Astray überwacht weiter. Bitten Sie die Person, die diesen Computer betreut, „libayatana-appindicator3-1“ zu installieren.
trouble-not-running = Überwachung
trouble-damaged = Ihre Aufzeichnungen
trouble-damaged-now = Ihre Datei war beschädigt. Astray hat die letzte Kopie genommen oder neu begonnen, wo es keine gab. Sehen Sie nach, ob Ihre Mailkonten da sind und was Sie braucht.
trouble-damaged-hint = Die beschädigte Datei ist aufbewahrt: { $file }. Wer diesen Computer betreut, kann sie vielleicht lesen. Dieser Hinweis verschwindet mit der Datei.
trouble-agent-away = Astray überwacht gerade nichts.
trouble-agent-away-hint = Starten Sie Astray aus der Liste Ihrer Programme.
trouble-not-saved = Speichern
trouble-bad-policy = Geschützte und vertrauenswürdige Domains
