# The report that a user can copy for whoever helps.

report-title = Astray { $version }
report-system = System: { $system }
report-desktop = Desktop: { $desktop }
report-language = Sprache: { $locale }
report-policy = Vorgaben der Organisation: { $state ->
    [present] in Kraft
    [broken] nicht lesbar
   *[absent] keine
}; { $protected } geschützt, { $trusted } vertrauenswürdig, { $known } bekannt
report-kept = Auf diesem Computer aufbewahrt: { $octets } Bytes, für { $days } Tage
report-account = Konto { $number }: Server { $server ->
    [own] der eigenen Domain
   *[other] einer anderen Domain
}, Port { $port }, { $security }
report-watch = { $state ->
    [watching] Wird überwacht
    [connecting] Verbindung wird aufgebaut
    [paused] Angehalten
   *[trouble] Wird nicht überwacht
}; zuletzt nachgesehen: { $looked ->
    [never] noch nie
   *[other] { $at }
}; { $checked } Nachrichten geprüft, { $unread } nicht lesbar, { $vanished } weg, bevor sie geprüft werden konnten
report-trouble = Störung: { $message }
report-left-out = Weggelassen: Adressen, Namen, Betreffe, Server, Dateien und was Server sagten.
