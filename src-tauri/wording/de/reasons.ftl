# Why Astray takes one address for another: the parts of a sentence, one for each form that the judge has.

reason-www-joined = in „{ $written }“ fehlt der Punkt nach „www“
reason-hyphen-lost = in „{ $written }“ fehlt ein Bindestrich
reason-hyphen-moved = in „{ $written }“ steht ein Bindestrich an anderer Stelle
reason-hyphen-added = in „{ $written }“ steht ein Bindestrich zu viel
reason-hyphen-for-dot = in „{ $written }“ steht ein Bindestrich statt eines Punktes
reason-dot-lost = in „{ $written }“ fehlt ein Punkt
reason-dot-moved = in „{ $written }“ steht ein Punkt an der falschen Stelle
reason-dot-added = in „{ $written }“ steht ein Punkt zu viel
reason-end-twice = „.{ $end }“ steht zweimal da
reason-followed = auf „{ $meant }“ folgt noch „.{ $end }“
reason-hyphened = „{ $written }“ ist { $meant } mit einem Bindestrich statt eines Punktes, unter einer anderen Endung
reason-letter-lost = in „{ $written }“ fehlt der Buchstabe „{ $letter }“
reason-double-lost = in „{ $written }“ steht nur eines von zwei „{ $letter }“
reason-letter-added = in „{ $written }“ ist der Buchstabe „{ $letter }“ zu viel
reason-double-added = in „{ $written }“ ist ein „{ $letter }“ zu viel
reason-swapped = in „{ $written }“ sind zwei Buchstaben vertauscht
reason-replaced = in „{ $written }“ steht „{ $letter }“ statt „{ $meant }“
reason-two-slips = „{ $written }“ weicht in zwei Buchstaben ab
reason-looks-like = „{ $written }“ sieht aus wie „{ $meant }“
reason-other-characters = „{ $written }“ ist mit anderen Zeichen geschrieben, die aussehen wie „{ $meant }“
reason-another-spelling = „{ $written }“ ist eine andere Schreibweise von „{ $meant }“
reason-sounds-like = „{ $written }“ klingt wie „{ $meant }“
reason-joined-word = „{ $written }“ ist „{ $meant }“ mit einem angehängten Wort
reason-no-such-end = die Endung „.{ $end }“ gibt es nicht
reason-end-too-long = „.{ $end }“ hat einen Teil zu viel
reason-end-too-short = „.{ $end }“ hat einen Teil zu wenig
reason-end-is = „.{ $end }“ steht für { $place }
reason-end-is-another = „.{ $end }“ ist eine andere Endung
reason-ends-in = { $of } endet auf „.{ $end }“
reason-protected = { $of } ist geschützt
reason-usually-written = Sie schreiben sonst an { $of } ({ $count ->
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
})
reason-written-once = Sie haben schon an { $of } geschrieben
reason-well-known = { $of } ist ein bekannter Mailanbieter
reason-received = Sie haben Mail von { $of } ({ $count ->
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
})
reason-same-person = Sie kennen „{ $person }“ bei { $of } ({ $count ->
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
})
reason-written-before = Sie haben schon früher an { $of } geschrieben ({ $count ->
    [one] 1 Nachricht
   *[other] { $count } Nachrichten
})
