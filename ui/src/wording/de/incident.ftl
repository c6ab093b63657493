# What an incident's page says.

## Incident

incident-needs-you = { $count ->
    [one] Diese Nachricht ging wohl an die falsche Stelle
   *[other] Diese Nachricht ging wohl an { $count } falsche Adressen
}
incident-done = Sie haben sich um diese Nachricht gekümmert
incident-not-a-mistake = Diese Nachricht ging an die richtige Stelle
incident-why = Warum Astray fragt
incident-more = { $count ->
    [one] 1 weitere Adresse dieser Nachricht sieht auch falsch aus.
   *[other] { $count } weitere Adressen dieser Nachricht sehen auch falsch aus.
}
incident-help = Was jetzt hilft
incident-help-honest = Mail nach draußen lässt sich nicht zurückholen. Das hilft jetzt.
incident-help-calm = Bleiben Sie ruhig. Das passiert jedem, und es zählt, dass bald jemand davon weiß.
incident-help-no-follow-up = Senden Sie nichts mehr an die falsche Adresse, auch keine Bitte um Löschung.
incident-help-tell = Sagen Sie es Ihrer Sicherheitsstelle oder Ihren Vorgesetzten, am Telefon oder persönlich.
incident-help-again = Senden Sie die Nachricht noch einmal an die richtige Adresse, wenn Sie das dürfen.
incident-help-forget = Entfernen Sie die falsche Adresse aus den Vorschlägen Ihres Mailprogramms.
incident-dealt-with = Als erledigt markieren
incident-right = Das stimmt so
incident-right-title = Stimmt das auch in Zukunft?
incident-right-once = Nur dieses Mal
incident-right-address = { $count ->
    [one] Immer für diese Adresse
   *[other] Immer für diese Adressen
}
incident-right-domain = { $count ->
    [one] Immer für diese Domain
   *[other] Immer für diese Domains
}
incident-right-hint = Wenn Sie „Immer“ wählen, fragt Astray nicht mehr danach. In den Einstellungen können Sie das ändern.
incident-reopen = Wieder öffnen
incident-undo = Rückgängig
incident-said-done = Als erledigt markiert.
incident-said-right = Als kein Versehen markiert.
incident-said-reopened = Diese Nachricht braucht Sie wieder.
incident-facts = Die Nachricht
incident-from = Von
incident-account = Mailkonto
incident-sent-at = Gesendet
incident-noticed-at = Bemerkt
incident-others = Auch gesendet an
incident-others-more = { $count ->
    [one] 1 weitere
   *[other] { $count } weitere
}
incident-usual = Sie schreiben sonst an
incident-usual-count = { $count ->
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
}
incident-timeline = Was geschehen ist
incident-actions = Was möchten Sie tun?
