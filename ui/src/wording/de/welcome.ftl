# What the welcome says, on its four screens.

## Welcome

welcome-step = Schritt { $step } von { $steps }
welcome-leave = Später erledigen
welcome-back = Zurück
welcome-next = Weiter
welcome-finish = Fertig

## Welcome: what Astray does

welcome-about-title = Willkommen bei Astray
welcome-about = Mail geht an den falschen Ort, wenn eine Adresse der richtigen nur ähnlich sieht. Astray bemerkt das und hilft.
welcome-does = Was Astray tut
welcome-does-watch = Es sieht in Ihrem eigenen Postfach nach, an wen Sie Mail gesendet haben, und liest Betreff und Datum.
welcome-does-tell = Es sagt Ihnen innerhalb etwa einer Sekunde, wenn eine Nachricht an eine Adresse ging, die falsch aussieht.
welcome-does-help = Es hilft Ihnen Schritt für Schritt bei dem, was dann zu tun ist.
welcome-never = Was es nie tut
welcome-never-read = Es liest nie, was Sie geschrieben haben, außer Sie bitten bei einer Nachricht darum.
welcome-never-change = Es ändert, verschiebt oder löscht nie eine Nachricht.
welcome-never-send = Es sendet nichts von sich aus. Alles, was es bemerkt, bleibt auf diesem Computer.

## Welcome: the account

welcome-account-title = Ihre E-Mail-Adresse
welcome-account-next = Anmelden und weiter

## Welcome: the first look

welcome-look-title = Ihre gesendete Mail wird durchgesehen
welcome-looked-title = Ihre gesendete Mail ist durchgesehen
welcome-look-finding = Das Postfach, in dem { $address } Gesendetes aufbewahrt, wird gesucht.
welcome-look-found = „{ $mailbox }“ gefunden: Dort bewahrt { $address } Gesendetes auf.
welcome-look-connecting = Verbindung zu Ihrem Mailserver wird aufgebaut …
welcome-look-going = { $done } von { $total } Nachrichten
welcome-look-stopped = Angehalten bei { $done } von { $total } Nachrichten. Astray macht in einer Stunde weiter, oder wenn Sie es sagen.
welcome-look-done = { $count ->
    [0] Fertig. Es gibt noch keine Nachricht.
    [one] Fertig. 1 Nachricht geprüft.
   *[other] Fertig. { $count } Nachrichten geprüft.
}
welcome-look-stop = Vorerst anhalten
welcome-look-resume = Weitermachen
welcome-look-hint = Sie müssen nicht warten: Astray macht im Hintergrund weiter.
welcome-look-from-now = Ab jetzt sieht Astray jede Nachricht an, sobald Sie sie senden.
welcome-look-findings = { $count ->
    [one] 1 Nachricht ging vielleicht an den falschen Ort
   *[other] { $count } Nachrichten gingen vielleicht an den falschen Ort
}
welcome-look-more = Sie finden alle im Verlauf.
welcome-look-nothing = Keine verirrte Mail gefunden.

## Welcome: a test notification

welcome-alert-title = Eine Probemeldung
welcome-alert = Wenn eine Nachricht an den falschen Ort geht, zeigt Ihr Computer eine Meldung. Probieren Sie es aus.
welcome-alert-send = Probemeldung zeigen
welcome-alert-again = Noch einmal zeigen
welcome-alert-seen = Haben Sie sie gesehen?
welcome-alert-yes = Ja
welcome-alert-no = Nein
welcome-alert-good = Gut. So meldet sich Astray bei Ihnen.
welcome-alert-not = Das kann daran liegen:
welcome-alert-not-disturb = „Nicht stören“ ist an. Schalten Sie es aus, oder lassen Sie Astray durch.
welcome-alert-not-allowed = Meldungen von Astray sind in den Einstellungen Ihres Computers ausgeschaltet.
welcome-alert-not-else = Wenn beides nicht zutrifft: Astrays Symbol und der Verlauf zeigen trotzdem, was Sie braucht.
welcome-start = Start mit dem Computer
welcome-start-yes = Astray starten, wenn ich mich anmelde
welcome-start-hint = Astray kann Sie nur warnen, während es läuft. Sie können das in den Einstellungen ändern.
