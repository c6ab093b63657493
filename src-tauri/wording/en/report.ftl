# The report that a user can copy for whoever helps.

report-title = Astray { $version }
report-system = System: { $system }
report-desktop = Desktop: { $desktop }
report-language = Language: { $locale }
report-policy = Organisation's settings: { $state ->
    [present] in force
    [broken] cannot be read
   *[absent] none
}; { $protected } protected, { $trusted } trusted, { $known } known
report-kept = Kept on this computer: { $octets } bytes, for { $days } days
report-account = Account { $number }: server of { $server ->
    [own] its own domain
   *[other] another domain
}, port { $port }, { $security }
report-watch = { $state ->
    [watching] Watching
    [connecting] Connecting
    [paused] Paused
   *[trouble] Not watching
}; last looked { $looked ->
    [never] never
   *[other] { $at }
}; { $checked } messages checked, { $unread } not readable, { $vanished } gone before they could be checked
report-trouble = Trouble: { $message }
report-left-out = Left out: addresses, names, subjects, servers, files and what servers said.
