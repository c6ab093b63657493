# What a report says: the security desk reads it.

not-confirmed = not yet
somebody-at = somebody at { $domain }
other-recipients = and { $count } more, who were probably meant
delivery-not-known = Nothing has come back, so it was probably delivered.
delivery-bounced = It came back as undeliverable.
delivery-deletion-confirmed = It was delivered. The recipient has confirmed that it is deleted.

contents-not-said = The sender has not said.
contents-personal-details = personal details
contents-health = health
contents-secrets = passwords or keys
contents-money = money or bank details
contents-travel = travel
contents-marked = something marked or classified
contents-nothing-sensitive = nothing sensitive

found-not-looked = Astray has not looked into the message.
found-nothing = Nothing that Astray knows how to look for.
found-count = { $kind }: { $count }
found-count-label = { $kind } ({ $label }): { $count }
found-attachment = attachment of the type { $type }, { $size } octets
found-unread = { $count } could not be looked into
found-marking = marking
found-card-number = card number
found-iban = bank account number
found-national-id = national identity number
found-private-key = private key
found-access-token = access token
found-password = password
found-shared-link = link to a shared file

nothing-done = Nothing yet.
done-at = { $at }: { $what }
done-desk-called = the security desk was telephoned
done-sharing-stopped = a link is no longer shared
done-password-changed = a password was changed
done-key-replaced = a key was replaced
done-card-blocked = a card was blocked
done-bank-told = the bank was told
done-person-warned = the person it is about was warned
done-deletion-asked = the recipient was asked to delete it
done-deletion-asked-again = the recipient was asked once more
done-deletion-confirmed = the recipient confirmed that it is deleted
done-sent-to-the-right-person = it was sent to the right person

no-deadline = no time is set
no-note = none
details-subject = Subject: { $subject }
details-attachment = Attachment: { $name }
details-left-out = Subject and names of attachments were left out.

page-title = Message sent to the wrong place (reference { $reference })
page-from = From
page-sent-at = Sent
page-noticed-at = Noticed
page-confirmed-at = Confirmed as a mistake
page-sent-to = Sent to
page-meant-for = Probably meant for
page-why = Why Astray thinks so
page-delivery = Delivery
page-contents = What the sender says it contained
page-found = What Astray found in it
page-details = More about the message
page-done = What has been done
page-decide-by = To be decided by
page-note = A word from the sender
page-contact = How to reach the sender
