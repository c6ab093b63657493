# What an incident's page says.

## Incident

incident-needs-you = { $count ->
    [one] This message was probably sent to the wrong place
   *[other] This message was probably sent to { $count } wrong addresses
}
incident-done = You dealt with this message
incident-not-a-mistake = This message went to the right place
incident-why = Why Astray asks
incident-more = { $count ->
    [one] 1 more address of this message looks wrong too.
   *[other] { $count } more addresses of this message look wrong too.
}
incident-help = What helps now
incident-help-honest = External mail can't be pulled back. Here is what helps.
incident-help-calm = Stay calm. This happens to everyone, and telling someone soon is what counts.
incident-help-no-follow-up = Send nothing more to the wrong address, not even to ask for it to be deleted.
incident-help-tell = Tell your security desk or your manager, by phone or in person.
incident-help-again = Send the message again to the right address, if you may.
incident-help-forget = Remove the wrong address from your mail program's suggestions.
incident-dealt-with = Mark as dealt with
incident-right = It's right
incident-right-title = Is it right from now on?
incident-right-once = Only this time
incident-right-address = { $count ->
    [one] Always this address
   *[other] Always these addresses
}
incident-right-domain = { $count ->
    [one] Always this domain
   *[other] Always these domains
}
incident-right-hint = If you say “always”, Astray won't ask about it again. You can change that in the settings.
incident-reopen = Reopen
incident-undo = Undo
incident-said-done = Marked as dealt with.
incident-said-right = Marked as not a mistake.
incident-said-reopened = This message needs you again.
incident-facts = The message
incident-from = From
incident-account = Mail account
incident-sent-at = Sent
incident-noticed-at = Noticed
incident-others = Also sent to
incident-others-more = { $count ->
    [one] 1 more
   *[other] { $count } more
}
incident-usual = You usually write to
incident-usual-count = { $count ->
    [one] 1 message
   *[other] { $count } messages
}
incident-timeline = What happened
incident-actions = What do you want to do?
