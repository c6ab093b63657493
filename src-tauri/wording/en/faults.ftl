# What is wrong in the organisation's file or in the user's own: each follows its place, `protected_domains[3]`.

fault-line = line { $line }, column { $column }
fault-too-large = the file is larger than 1 MB
fault-too-many = there are { $count } entries, but no more than { $most } are allowed
fault-ends = the text ends too early; a bracket or a quotation mark is missing
fault-syntax = a comma, a bracket or a quotation mark is wrong here
fault-unknown-key = there is no key “{ $key }”
fault-missing-key = the key “{ $key }” is missing
fault-key-twice = the key “{ $key }” stands here twice
fault-unknown-word = “{ $word }” can't stand here; choose one of { $known }
fault-misfit = { $found } stands here; it must be { $wanted ->
    [list] a list in square brackets
    [group] keys and values in braces
    [text] a text in quotation marks
    [number] a whole number that is not negative
    [yes-or-no] true or false
   *[other] something else
}
fault-other = this can't be read: { $said }
fault-nothing = nothing stands here
fault-missing = this is missing
fault-empty = this is empty or missing
fault-too-long = this is longer than { $most } letters
fault-hours = { $number ->
    [one] 1 hour is not between { $least } and { $most } hours
   *[other] { $number } hours are not between { $least } and { $most } hours
}
fault-days = { $number ->
    [one] 1 day is not between { $least } and { $most } days
   *[other] { $number } days are not between { $least } and { $most } days
}
fault-no-domain = “{ $text }” is not a domain: { $why ->
    [nothing] it is empty
    [web-address] leave out what belongs to a web address
    [person] leave out the @ and what stands before it
    [star] leave out the *, since subdomains are meant anyway
    [space] it has a space in it
    [dots] it has a dot too many
    [no-dot] a domain has a dot, as in example.org
    [number] write the name, not the number
   *[other] only letters, digits, hyphens and dots can stand in it
}
fault-no-address = “{ $text }” is not an address: { $why ->
    [no-at] it has no @
    [no-name] what stands before the @ can't be used
   *[no-domain] what follows the @ is not a domain
}
fault-no-end = “{ $text }” is not an end of a domain; write it like co.uk, without a dot in front
fault-no-word = “{ $text }” must be 2 to 40 small letters and digits
fault-no-severity = “{ $text }” must be “medium” or “high”
fault-no-quiet-hours = “{ $text }” must be two times like “22:00-07:00”, or “none”
fault-no-step = there is no step “{ $text }”
fault-step-twice = the step “{ $text }” stands here twice
fault-step-fixed = the step “{ $text }” can't be moved; “mistake” and “marked” come first, “close” comes last
fault-step-taken = there is a step “{ $text }” already
fault-no-step-name = “{ $text }” must be 1 to 40 small letters, digits and _
fault-no-letter = there is no such letter; choose one of { $known }
fault-no-language = there are no letters in this language; choose one of { $known }
fault-letter-no-subject = the first line must be “Subject:” and the subject
fault-letter-no-text = there is no text below the subject
fault-letter-placeholder = line { $line }: nothing is filled in for “{ $name }”; choose one of { $known }
fault-letter-brace = line { $line }: a brace stands alone; write it twice if a brace is meant
fault-letter-control = line { $line }: there is a character that can't be seen
fault-letter-too-long = this is longer than { $most } characters
fault-no-name = “{ $text }” must be a name of 1 to 60 characters
fault-no-token = “{ $text }” must be 1 to 512 characters without spaces and accents
fault-no-url = “{ $text }” must be an address that begins with https://
fault-no-path = “{ $text }” must be a path that begins with a slash
