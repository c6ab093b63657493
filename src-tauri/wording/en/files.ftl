# What keeps Astray from its own files, and what to do about it.

casebook-cannot-open = The casebook { $path } cannot be opened.
casebook-cannot-keep = The casebook { $path } cannot be kept.
casebook-folder-hint = Check that the folder is yours and the disk is not full.
casebook-newer = The casebook { $path } was made by a newer Astray.
casebook-newer-hint = Install the newer Astray again; this one must not change what it does not know.
casebook-unreadable = The casebook holds something that cannot be read.
casebook-unreadable-hint = Keep the file and show it to whoever looks after this computer.
casebook-refused = That does not fit how the incident stands.
casebook-refused-hint = Open the incident again to see how it stands.
casebook-needs-reason = Closing without a report needs a reason.
casebook-needs-reason-hint = Write in a few words why it need not be reported.
casebook-busy = The casebook is being read; what was deleted may not be overwritten yet.
casebook-busy-hint = Close Astray's window and try again.
casebook-unknown = There is no number { $number } in the casebook.
casebook-unknown-hint = Go back to the list and choose again.
casebook-storage = The casebook could not be used.
casebook-storage-hint = Nothing was changed. Check that the disk is not full, then try again.
policy-unreadable = { $path } cannot be read.
policy-unreadable-hint = Look whether { $path } is a text file in UTF-8 that you may read, and ask whoever keeps it if it is not.
policy-faulty = { $path } cannot be used: { $faults }.
policy-faulty-hint = Mend these places in { $path }; the file was left as it is and nothing in it is in force until then.
policy-unwritable = { $path } cannot be written.
policy-unwritable-hint = Look whether the disk is full and whether you may write to { $path }, and try again.
