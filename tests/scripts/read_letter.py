#!/usr/bin/env python3
"""Reads a message from standard input with Python's own parser and prints what it says as JSON: the tests' second opinion on letters."""
import email
import json
import sys
from email import policy


def octets(part):
    """A part's content as it was before it was encoded for the way; a message's, or its header block's, as it stands."""
    if part.get_content_maintype() == "message":
        return part.get_payload(0).as_bytes(policy=policy.SMTP.clone(cte_type="8bit", refold_source="none"))
    return part.get_payload(decode=True)


def content(data):
    """A character an octet. Line ends at a part's end belong to the boundary; parsers differ in whether they give them."""
    return data.rstrip().replace(b"\r\n", b"\n").decode("latin-1")


# Fields that servers add on the way.
SERVER = {"return-path", "delivered-to", "received", "x-original-to"}

letter = email.message_from_binary_file(sys.stdin.buffer, policy=policy.default)
body = letter.get_body(("plain",))


def people(field):
    """Names and addresses of a field."""
    return [[utf8(a.display_name), utf8(a.addr_spec)] for a in (letter[field].addresses if letter[field] else [])]


def utf8(text):
    """Octets beyond ASCII in a header are UTF-8 (RFC 6532); the parser leaves them as they were."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8")


print(json.dumps({
    "from": people("From"),
    "to": people("To"),
    "subject": str(letter["Subject"]),
    "message_id": letter["Message-ID"],
    "date": letter["Date"].datetime.isoformat(),
    "in_reply_to": letter["In-Reply-To"],
    "references": letter["References"],
    "fields": sorted(name.lower() for name in letter.keys() if name.lower() not in SERVER),
    "defects": [repr(defect) for part in letter.walk() for defect in part.defects],
    "text": body.get_content().replace("\r\n", "\n").rstrip("\n"),
    "attachments": [
        [part.get_filename(), part.get_content_type(), content(octets(part))] for part in letter.iter_attachments()
    ],
}))
