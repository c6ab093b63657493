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
incident-facts = The message
incident-account = Mail account
incident-sent-at = Sent
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
incident-in-progress = { $count ->
    [one] This message went to the wrong place
   *[other] This message went to { $count } wrong addresses
}
incident-delivery = Delivery
incident-delivery-unknown = Too early to tell: a message that can't be delivered comes back within a day
incident-delivery-probably = Nothing came back within a day, so it was probably delivered
incident-delivery-bounced = It came back from { $address }
incident-before = Went there before
incident-before-count = { $count ->
    [one] 1 other message
   *[other] { $count } other messages
}
incident-attachments = Attached
incident-attachment-unnamed = Without a name
timeline-taken-back = taken back
