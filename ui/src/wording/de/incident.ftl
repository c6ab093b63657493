# What an incident's page says.

## Incident

incident-needs-you = { $count ->
    [one] Diese Nachricht ging vermutlich an die falsche Adresse
   *[other] Diese Nachricht ging vermutlich an { $count } falsche Adressen
}
incident-done = Sie haben sich um diese Nachricht gekümmert
incident-not-a-mistake = Diese Nachricht ging an die richtige Adresse
incident-why = Warum Astray fragt
incident-more = { $count ->
    [one] 1 weitere Adresse dieser Nachricht sieht auch falsch aus.
   *[other] { $count } weitere Adressen dieser Nachricht sehen auch falsch aus.
}
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
incident-facts = Die Nachricht
incident-account = Mailkonto
incident-sent-at = Gesendet
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
incident-in-progress = { $count ->
    [one] Diese Nachricht ging an die falsche Adresse
   *[other] Diese Nachricht ging an { $count } falsche Adressen
}
incident-delivery = Zustellung
incident-delivery-unknown = Noch nicht sicher: Was nicht zugestellt werden kann, kommt binnen eines Tages zurück
incident-delivery-probably = Binnen eines Tages kam nichts zurück, sie wurde also vermutlich zugestellt
incident-delivery-bounced = Sie kam von { $address } zurück
incident-before = Schon früher dorthin gesendet
incident-before-count = { $count ->
    [one] 1 andere Nachricht
   *[other] { $count } andere Nachrichten
}
incident-attachments = Anhänge
incident-attachment-unnamed = Ohne Namen
timeline-taken-back = zurückgenommen
