# What is said of a letter before it goes, while it goes, and after.

letter-recall = The request to delete it
letter-reminder = The reminder
letter-report = The report
letter-corrected = The message to the right person
letter-read = Read it before it goes. You may change the subject and the text.
letter-read-only = Read it before it goes. It goes as it was.
letter-from = From
letter-to = To
letter-subject = Subject
letter-text = Text
letter-attachments = Attached
letter-no-attachments = Nothing is attached.
letter-size = { $size } kB
letter-attachment-facts = The facts for programs: when, to whom, what was done.
letter-attachment-header = The header of the message as it was sent{ $subject ->
    [yes] { "" }
   *[no] , without its subject
}.
letter-attachment-message = The whole message as it was sent.
letter-attachment-own = As in the message that went to the wrong place.
letter-no-evidence = The message itself can't be reached now, so its header does not go along.
letter-send = Send now
letter-drafts = Put in my drafts
letter-file = Save as a file
letter-back = Back
letter-sending = Sending…
letter-putting = Putting it in your drafts…
letter-loading = Preparing the message…
letter-stop = Stop waiting
letter-through = Sent through { $host }
letter-through-hint = The server that your mail account sends through. Your IT department or your provider knows it.
letter-through-host = Server for sending
letter-through-port = Port
letter-not-possible = It can't be sent from here
letter-fate-sent = Sent to { $to }
letter-fate-drafted = In your drafts, to { $to }
letter-fate-saved = Saved as a file
letter-fate-failed = Not sent to { $to }
letter-fate-unknown = Nobody knows whether it was sent to { $to }
letter-unknown = The connection broke, or Astray was ended, before the server said that it has the message. It may have been sent. Astray does not send it again by itself.
letter-look = Look for it
letter-looking = Looking in your sent mail and drafts…
letter-looked-none = It was not found in your sent mail or your drafts. That does not prove that it was not sent. If you are sure, say so.
letter-say-sent = It was sent
letter-say-not-sent = It was not sent
letter-draft-sent = I sent the draft
letter-draft-gone = I deleted the draft
letter-said-sent = Sent.
letter-said-drafted = Put in your drafts.
letter-said-saved = Saved.
letter-said-unknown = Nobody knows whether it was sent.
letter-said-failed = It was not sent.
