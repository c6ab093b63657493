# What the welcome says, on its four screens.

## Welcome

welcome-step = Schritt { $step } von { $steps }
welcome-leave = Später erledigen
welcome-back = Zurück
welcome-next = Weiter
welcome-finish = Fertig

## Welcome: what Astray does

welcome-about-title = Willkommen bei Astray
welcome-about = Leicht geht eine Nachricht an die falsche Adresse, wenn diese der richtigen nur ähnlich sieht. Astray bemerkt das und hilft.
welcome-does = Was Astray tut
welcome-does-watch = Es sieht in Ihrem eigenen Postfach nach, an wen Sie Nachrichten gesendet haben, und liest Betreff und Datum.
welcome-does-tell = Es sagt Ihnen innerhalb von etwa einer Sekunde, wenn eine Nachricht an eine Adresse ging, die falsch aussieht.
welcome-does-help = Es hilft Ihnen Schritt für Schritt bei dem, was dann zu tun ist.
welcome-never = Was es nie tut
welcome-never-read = Es liest nie, was Sie geschrieben haben, außer Sie bitten bei einer Nachricht darum.
welcome-never-change = Es ändert, verschiebt oder löscht nie eine Nachricht.
welcome-never-send = Es sendet nichts von sich aus. Alles, was es bemerkt, bleibt auf diesem Computer.

## Welcome: the account

welcome-account-title = Ihre E-Mail-Adresse
welcome-account-next = Anmelden und weiter

## Welcome: the first look

welcome-looked-title = Ihre gesendeten Nachrichten sind durchgesehen
welcome-look-title = Ihre gesendeten Nachrichten werden durchgesehen
welcome-look-finding = Das Postfach mit den gesendeten Nachrichten von { $address } wird gesucht.
welcome-look-found = „{ $mailbox }“ gefunden: das Postfach mit den gesendeten Nachrichten von { $address }.
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
    [one] 1 Nachricht ging vielleicht an die falsche Adresse
   *[other] { $count } Nachrichten gingen vielleicht an die falsche Adresse
}
welcome-look-more = Sie finden alle im Verlauf.
welcome-look-nothing = Keine fehlgeleiteten Nachrichten gefunden.

## Welcome: a test notification

welcome-alert-title = Eine Test-Benachrichtigung
welcome-alert = Wenn eine Nachricht an die falsche Adresse geht, zeigt Ihr Desktop eine Benachrichtigung. Probieren Sie es aus.
welcome-alert-send = Test-Benachrichtigung zeigen
welcome-alert-again = Noch einmal zeigen
welcome-alert-seen = Haben Sie sie gesehen?
welcome-alert-yes = Ja
welcome-alert-no = Nein
welcome-alert-good = Gut. So meldet sich Astray bei Ihnen.
welcome-alert-not = Das kann daran liegen:
welcome-alert-not-disturb = „Nicht stören“ ist eingeschaltet. Schalten Sie es aus, oder lassen Sie Astray durch.
welcome-alert-not-allowed = Benachrichtigungen von Astray sind in den Einstellungen Ihres Desktops ausgeschaltet.
welcome-alert-not-else = Wenn beides nicht zutrifft: Das Symbol von Astray und der Verlauf zeigen trotzdem, was auf Sie wartet.
welcome-start = Start mit dem Computer
welcome-start-yes = Astray starten, wenn ich mich anmelde
welcome-start-hint = Astray kann Sie nur warnen, während es läuft. Sie können das in den Einstellungen ändern.
