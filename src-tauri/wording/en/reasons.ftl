# Why Astray takes one address for another: the parts of a sentence, one for each form that the judge has.

reason-www-joined = “{ $written }” lacks the dot after “www”
reason-hyphen-lost = “{ $written }” lacks a hyphen
reason-hyphen-moved = “{ $written }” has a hyphen in another place
reason-hyphen-added = “{ $written }” has a hyphen too many
reason-hyphen-for-dot = “{ $written }” has a hyphen for a dot
reason-dot-lost = “{ $written }” lacks a dot
reason-dot-moved = “{ $written }” has a dot in the wrong place
reason-dot-added = “{ $written }” has a dot too many
reason-end-twice = “.{ $end }” stands there twice
reason-followed = “{ $meant }” is followed by “.{ $end }”
reason-hyphened = “{ $written }” is { $meant } with a hyphen for a dot, under another end
reason-letter-lost = “{ $written }” lacks the letter “{ $letter }”
reason-double-lost = “{ $written }” has only one “{ $letter }” of two
reason-letter-added = “{ $written }” has the letter “{ $letter }” too many
reason-double-added = “{ $written }” has one “{ $letter }” too many
reason-swapped = “{ $written }” has two letters swapped
reason-replaced = “{ $written }” has “{ $letter }” for “{ $meant }”
reason-two-slips = “{ $written }” differs in two letters
reason-looks-like = “{ $written }” looks like “{ $meant }”
reason-other-characters = “{ $written }” is written with other characters that look like “{ $meant }”
reason-another-spelling = “{ $written }” is another way to write “{ $meant }”
reason-sounds-like = “{ $written }” sounds like “{ $meant }”
reason-joined-word = “{ $written }” is “{ $meant }” with a word joined on
reason-no-such-end = there is no “.{ $end }”
reason-end-too-long = “.{ $end }” has a part too many
reason-end-too-short = “.{ $end }” has a part too few
reason-end-is = “.{ $end }” is { $place }
reason-end-is-another = “.{ $end }” is another end
reason-ends-in = { $of } ends in “.{ $end }”
reason-protected = { $of } is protected
reason-usually-written = you usually write to { $of } ({ $count ->
    [one] 1 message
   *[other] { $count } messages
})
reason-written-once = you have written to { $of }
reason-well-known = { $of } is a well-known mail provider
reason-received = you have mail from { $of } ({ $count ->
    [one] 1 message
   *[other] { $count } messages
})
reason-same-person = you know “{ $person }” at { $of } ({ $count ->
    [one] 1 message
   *[other] { $count } messages
})
reason-written-before = you have written to { $of } before ({ $count ->
    [one] 1 message
   *[other] { $count } messages
})
