# Where two addresses differ, letter by letter.

letters-title = Letters that look alike
letters-sent = Sent to
letters-meant = Probably meant
letters-nothing = nothing
