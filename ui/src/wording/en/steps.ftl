# What the steps of an incident say.

## The list of steps

steps-title = What to do
step-mistake = Is it a mistake?
step-marked = Was it marked or classified?
step-harm = Limit the harm
step-deletion = Ask them to delete it
step-report = Report it
step-resend = Send it to the right person
step-prevention = So that it does not happen again
step-close = Close
step-state-now = Now
step-state-open = To do
step-state-later = Later
step-state-waiting = Waiting
step-state-done = Done
step-state-left-out = Left out
step-state-folded = Not needed
step-state-stopped = Stopped
step-required = Required by your organisation
step-undo = Undo
step-undo-named = Undo: { $what }
step-choose = Choose an answer first.
step-continue = Continue
step-done-button = Done
step-skip = Leave this out
step-skip-title = Why do you leave it out?
step-skip-hint = A few words are enough. They stand in the record.
step-skip-why = Reason
step-go-on = Go on: { $step }
step-next-done = Next: { $step }
step-nothing-next = Nothing is left to do.
steps-policy-unread = Your organisation's rules can't be read, so Astray writes to nobody outside. Tell your IT department.

## Dates that count

due-left-days = { $count ->
    [one] 1 day left, until { $date }
   *[other] { $count } days left, until { $date }
}
due-left-hours = { $count ->
    [one] 1 hour left, until { $date }
   *[other] { $count } hours left, until { $date }
}
due-left-minutes = { $count ->
    [one] 1 minute left, until { $date }
   *[other] { $count } minutes left, until { $date }
}
due-over = The time was over on { $date }

waiting-seconds = { $seconds } seconds so far

## The security desk

desk-call = Call { $desk }
desk-default = your security desk
desk-phone = Phone
desk-hours = Hours
desk-email = Email
desk-unknown = Your organisation has not told Astray its number. Look for it on the intranet or ask your manager, but not by answering the message.

## Is it a mistake?

mistake-calm = Stay calm. This happens to everyone, and you have time to do it right.
mistake-no-follow-up = Don't send anything after it yet, not even to ask for it to be deleted.
mistake-compare = Compare the two addresses above. Is the first one right?
mistake-bounced = It came back from { $address }, so nobody got it there. Say what it was all the same, so that the record is complete.
mistake-yes = It's a mistake
mistake-right = It's right
mistake-not-sure = I'm not sure
mistake-not-sure-title = Not sure? Check this
mistake-check-known = Look for an older message from this person. Which address did they write from?
mistake-check-ask = Ask the person by phone, or a colleague who knows them. Don't write to the address in question.
mistake-check-desk = Or ask { $desk }.
mistake-stays = This message stays under “Needs you” until you have decided.
mistake-said-confirmed = You said that it is a mistake.
mistake-said-right = You said that it is right.

## Was it marked or classified?

marked-ask = Was anything in it marked, such as CONFIDENTIAL, OFFICIAL-SENSITIVE, CUI, NOFORN or VERTRAULICH? Or do you know that it was classified?
marked-no = No, it was not
marked-yes = Yes, it was
marked-unknown = I don't know
marked-found = Astray found a marking in it after you had answered. Please answer again.
marked-stop-title = Stop here
marked-stop = Don't delete it, forward it, send it again or describe it to anybody.
marked-stop-call = Call the security desk now. Use a phone or go there: not a reply to the message, and not the computer that it was sent from if you can help it.
marked-stop-later = The other steps wait until the security desk says to go on.
marked-cleared = The security desk says to go on
marked-unknown-call = Call the security desk and ask. Until you know, nothing is sent to the wrong address.
marked-said-no = It was not marked or classified.
marked-said-cleared = The security desk said to go on.

## Limit the harm

harm-ask = What was in it? Tick all that fits.
harm-personal-details = Personal details: names, addresses, dates of birth
harm-health = Something about somebody's health
harm-passwords-or-keys = Passwords, keys or codes
harm-money = Money: account numbers, invoices, pay
harm-travel = Travel: who is where and when
harm-marked = Something marked or classified
harm-nothing = Nothing sensitive
harm-save = That was in it
harm-look-title = Look inside for me
harm-look = Astray can fetch this one message and look for links, passwords, numbers and markings. It looks on this computer, keeps nothing of the text, and writes down only what kind of things it found, and how many.
harm-look-button = Look inside
harm-looking = Fetching the message and looking…
harm-look-again = Look again
harm-found-nothing = Astray found nothing that could do harm. It can't see everything: you know better what was in it.
harm-found = Found in it
harm-done-at = done { $when }
harm-open-place = Open the page
harm-tick = Done
harm-all-done = I have done what I could
harm-advice-passwords = Change passwords and keys that were in it, now. Somebody may already have read them.
harm-advice-money = Tell your bank or the accounts department which numbers were in it.
harm-advice-people = Tell the people whom it is about, if your organisation says so. Your security desk knows.
harm-advice-travel = Tell those who travel, and whoever looks after their safety.
harm-advice-marked = Something marked was in it. Go back to the step “Was it marked or classified?”.

## What was found, and what to do about it

finding-attachment = Attached: { $files }
finding-disguised-attachment = { $count ->
    [one] Not what its name says: { $files }
   *[other] Not what their names say: { $files }
}
finding-locked-attachment = { $count ->
    [one] 1 attachment that is locked, so Astray can't look inside
   *[other] { $count } attachments that are locked, so Astray can't look inside
}
finding-marking = Marked: { $detail }
finding-card-number = { $count ->
    [one] 1 card number ({ $detail })
   *[other] { $count } card numbers ({ $detail })
}
finding-iban = { $count ->
    [one] 1 bank account number ({ $detail })
   *[other] { $count } bank account numbers ({ $detail })
}
finding-national-id = { $count ->
    [one] 1 personal number ({ $detail })
   *[other] { $count } personal numbers ({ $detail })
}
finding-private-key = { $count ->
    [one] 1 secret key
   *[other] { $count } secret keys
}
finding-access-token = { $count ->
    [one] 1 key for a service ({ $detail })
   *[other] { $count } keys for a service ({ $detail })
}
finding-password = { $count ->
    [one] 1 password
   *[other] { $count } passwords
}
finding-shared-link = { $count ->
    [one] 1 link to a shared file ({ $detail })
   *[other] { $count } links to shared files ({ $detail })
}
todo-disguised-attachment = { $count ->
    [one] Tell the security desk what this file really is.
   *[other] Tell the security desk what these files really are.
}
todo-locked-attachment = { $count ->
    [one] Make sure that its password did not go with it.
   *[other] Make sure that their passwords did not go with them.
}
todo-marking = Call the security desk before anything else.
todo-card-number = { $count ->
    [one] Have the card blocked by whoever issued it.
   *[other] Have the cards blocked by whoever issued them.
}
todo-iban = Tell the bank or the accounts department.
todo-national-id = { $count ->
    [one] Warn the person whom it is about.
   *[other] Warn the people whom they are about.
}
todo-private-key = { $count ->
    [one] Withdraw this key and make another. Your IT department can help.
   *[other] Withdraw these keys and make others. Your IT department can help.
}
todo-access-token = { $count ->
    [one] Withdraw this key in that service and make another. Your IT department can help.
   *[other] Withdraw these keys in that service and make others. Your IT department can help.
}
todo-password = { $count ->
    [one] Change this password wherever it is used.
   *[other] Change these passwords wherever they are used.
}
todo-shared-link = { $count ->
    [one] Stop sharing it.
   *[other] Stop sharing them.
}
file-pdf = { $count ->
    [one] 1 PDF
   *[other] { $count } PDFs
}
file-word = { $count ->
    [one] 1 Word document
   *[other] { $count } Word documents
}
file-document = { $count ->
    [one] 1 text document
   *[other] { $count } text documents
}
file-spreadsheet = { $count ->
    [one] 1 spreadsheet
   *[other] { $count } spreadsheets
}
file-presentation = { $count ->
    [one] 1 set of slides
   *[other] { $count } sets of slides
}
file-picture = { $count ->
    [one] 1 picture
   *[other] { $count } pictures
}
file-archive = { $count ->
    [one] 1 compressed archive
   *[other] { $count } compressed archives
}
file-text = { $count ->
    [one] 1 plain text file
   *[other] { $count } plain text files
}
file-program = { $count ->
    [one] 1 program
   *[other] { $count } programs
}
file-sound = { $count ->
    [one] 1 sound recording
   *[other] { $count } sound recordings
}
file-video = { $count ->
    [one] 1 video
   *[other] { $count } videos
}
file-other = { $count ->
    [one] 1 other file
   *[other] { $count } other files
}

## Ask them to delete it

deletion-honest = Nothing outside your organisation can be pulled back. You can ask them to delete it, and most people do.
deletion-undo-title = When a mail program's own “undo” or “recall” helps
deletion-undo-gmail = Gmail: “Undo” appears for up to 30 seconds after sending, at the bottom of the window. After that it can't be stopped.
deletion-undo-outlook = Outlook: “Recall this message” works only for people in your own organisation. It does nothing for an address outside, and may draw attention to the message.
deletion-undo-delay = If your mail program delays what you send, look in the outbox: it may still be there.
deletion-write = Write the request
deletion-remind = Write the reminder
deletion-remind-ask = The date has passed and no answer was filed. You can remind them once. After that, leave it to the security desk.
deletion-wait = They were asked to answer by { $date }.
deletion-answer-title = Did they answer?
deletion-answer-deleted = They deleted it
deletion-answer-refused = They will not delete it
deletion-answer-other = They said something else
deletion-answer-otherwise = They answered in another way
deletion-answer-note = What did they say? (optional)
deletion-answer-file = File the answer
deletion-look = Look for an answer
deletion-look-returned = Look whether it came back
deletion-looked-none = No answer and no returned message was found.
deletion-looking = Looking in your inbox…
deletion-heard = An answer from { $from } came on { $date }.
deletion-heard-undated = An answer from { $from } came.
deletion-heard-nobody = an unknown sender
deletion-heard-read = Read it in your mail program. What does it say?
deletion-heard-automatic = A program wrote it, so it confirms nothing.
deletion-heard-filed = Every answer that came is filed.

## Report it

report-who = Whether somebody else must be told, such as a regulator or the people whom it is about, is for { $desk } to decide. You only report what you know.
report-counts = Counting from when you said that it is a mistake.
report-source = From: { $source }
report-write = Write the report
report-save = Save the report
report-note = Anything that the security desk should know (optional)
report-note-hint = Keep it short, and please write no personal details of others.
report-include = Add to the report
report-include-subject = The subject
report-include-names = The names of the attachments
report-include-whole = The whole message, with all that is in it
report-no-desk = Your organisation has not told Astray where reports go. Save the report as a file and hand it to your manager or your security desk.
report-done-otherwise = I reported it another way
report-print = Print

## Send it to the right person

resend-to = To the right person
resend-to-hint = Check it letter by letter. Astray checks it too.
resend-secure = Your organisation wants this sent another way: { $way }
resend-fetch = Astray fetches the message again to copy it, with its attachments. The copy says nothing of the mistake.
resend-write = Show the copy
resend-done = I sent it again myself

## So that it does not happen again

prevention-why = The wrong address is now in your mail program's suggestions. It will be offered again tomorrow, so remove it today.
prevention-outlook = Outlook
prevention-outlook-1 = Start a new message and type the first letters of the wrong address.
prevention-outlook-2 = When the suggestion appears, point at it and press the X beside it.
prevention-outlook-3 = In Outlook on the web, do the same. If it comes back, look under “People” and delete it there.
prevention-gmail = Gmail
prevention-gmail-1 = Open contacts.google.com and choose “Other contacts”.
prevention-gmail-2 = Search for the wrong address.
prevention-gmail-3 = Open it, then choose “Delete” under the three dots.
prevention-thunderbird = Thunderbird
prevention-thunderbird-1 = Open the address book and choose “Collected Addresses”.
prevention-thunderbird-2 = Search for the wrong address and select it.
prevention-thunderbird-3 = Press Delete, and confirm.
prevention-apple = Apple Mail
prevention-apple-1 = Choose “Previous Recipients” in the Window menu.
prevention-apple-2 = Search for the wrong address and select it.
prevention-apple-3 = Choose “Remove From List”.
prevention-protect = Watch for lookalikes of { $domain }
prevention-protect-hint = Astray then warns you of every domain that looks like { $domain }.
prevention-protected = { $domain } is protected: Astray warns you of lookalikes.
prevention-done = I removed it

## Close

close-how = How did it end?
close-bounced = It came back, so nobody got it
close-deletion-confirmed = They confirmed that they deleted it
close-no-answer = Nobody answered
close-reported = It is reported, and with the security desk
close-not-reported = It is not reported
close-word = A note for the record (optional)
close-reason = Why is it not reported?
close-reason-missing = Say in a few words why it is not reported.
close-button = Close
close-closed = You closed this.
