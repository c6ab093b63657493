"""Reads a mailbox as Python's imapclient does, and prints the seconds that it took."""
import ssl
import sys
import time

from imapclient import IMAPClient

ca, port, user, password, fields = sys.argv[1:]
context = ssl.create_default_context(cafile=ca)
begun = time.monotonic()
client = IMAPClient("localhost", int(port), ssl_context=context)
client.login(user, password)
client.select_folder("Sent", readonly=True)
uids = client.search()
items = fields.strip("()").replace("UID ", "", 1)
for at in range(0, len(uids), 500):
    client.fetch(uids[at : at + 500], [items])
print(time.monotonic() - begun)
