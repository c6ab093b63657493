# What the steps of an incident say of themselves, and what the record says of them.

## The steps

step-mistake = Is it a mistake?
step-marked = Was it marked or classified?
step-harm = Limit the harm
step-deletion = Ask them to delete it
step-report = Report it
step-resend = Send it to the right person
step-prevention = So that it does not happen again
step-close = Close

## Why a step waits or is not needed

why-its-right = Not needed: the message went to the right place.
why-stopped = Stopped until your security desk says to go on.
why-do-not-contact = Don't contact them. Your security desk decides. A message would show them that somebody reads at this address, and that what came is worth something.
why-bounced = Not needed: the message came back, so nobody got it.
why-desks-now = This is with your security desk from here on.
why-skipped = You left this out.
why-skipped-because = You left this out: { $reason }
why-closed = It was open when this was closed.
why-waits-answer = Waiting for their answer.
why-waits-draft = The message is in your drafts. Send it from your mail program, then say so here.
why-waits-steps = This comes after: { $steps }

## The letters

letter-recall = the request to delete it
letter-reminder = the reminder
letter-report = the report
letter-corrected = the message to the right person

## The timeline of the steps

timeline-confirmed = You said that it is a mistake
timeline-not-sure = You were not sure yet
timeline-marked = You said that it was marked or classified: everything stops
timeline-not-marked = You said that it was not marked or classified
timeline-marked-unknown = You did not know whether it was marked or classified
timeline-desk-cleared = The security desk said to go on
timeline-contents = You said what was in it
timeline-scanned = { $count ->
    [0] Astray looked inside and found nothing that could do harm
    [one] Astray looked inside and found 1 thing that could do harm
   *[other] Astray looked inside and found { $count } things that could do harm
}
timeline-done-link = You stopped sharing a link
timeline-done-password = You changed a password
timeline-done-key = You replaced a key
timeline-done-card = You had a card blocked
timeline-done-bank = You told the bank
timeline-done-person = You warned the person whom it is about
timeline-done-desk = You told the security desk of a marking
timeline-done-attachment = You dealt with an attachment
timeline-answer-deleted = They answered that it is deleted
timeline-answer-refused = They answered that they will not delete it
timeline-answer-other = They answered
timeline-step-done = Done: { $step }
timeline-step-skipped = Left out: { $step }
timeline-closed-bounced = Closed: nobody got it
timeline-closed-deleted = Closed: they deleted it
timeline-closed-no-answer = Closed: nobody answered
timeline-closed-reported = Closed: reported
timeline-closed-not-reported = Closed without a report
timeline-taken-back = You took something back
timeline-to-drafts = You chose to put { $letter } in your drafts
timeline-sending = You chose to send { $letter }
timeline-saving = You chose to save { $letter } as a file
timeline-drafted = In your drafts: { $letter }
timeline-sent = Sent: { $letter }
timeline-saved = Saved as a file: { $letter }
timeline-unknown = Nobody knows whether it was sent: { $letter }
timeline-failed = Not sent: { $letter }
timeline-filed = In your sent mail: { $letter }
timeline-bounced = It came back from { $address }: nobody got it there
timeline-bounce-code = The server's code: { $code }

## Looking and sending

timeline-you-said-not-sent = You said so.
letter-refused = The server did not take the message.
letter-refused-because = The server did not take the message: { $said }
report-window = Report { $id }
error-password-not-kept = The password of this mail account is not kept on this computer.
error-password-not-kept-hint = Enter it in the settings, then try again. What needs no mail server works without it.
error-no-browser = No web browser can be opened.
error-no-browser-hint = Open your browser and go to the service yourself.
error-bad-sending-host-hint = Write the name of the server for sending, like smtp.example.org. Your provider or your IT department knows it.
error-bad-sending-port-hint = Most servers for sending use 465 or 587.
error-wrong-again = This is the wrong address again.
error-looks-wrong = This address looks like one at { $domain }, but is not.
save-report-title = Save the report

## The usual dates by which it has to be decided whom else to tell

deadline-personal-data = Personal data
deadline-personal-data-source = GDPR Article 33; UK ICO
deadline-us-defence = US defence contracts
deadline-us-health = US health data
