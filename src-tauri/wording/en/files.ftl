# What keeps Astray from its own files, and what to do about it.

casebook-cannot-open = The file with your records, { $path }, can't be opened.
casebook-cannot-keep = The file with your records, { $path }, can't be kept.
casebook-folder-hint = Check that the folder is yours and the disk is not full.
casebook-newer = The file with your records, { $path }, was made by a newer Astray.
casebook-newer-hint = Install the newer Astray again. This one must not change what it does not know.
casebook-unreadable = Something in your records can't be read.
casebook-unreadable-hint = Keep the file, and show it to whoever looks after this computer.
casebook-refused = Something has changed meanwhile, so this can't be done now.
casebook-refused-hint = Open the message again to see how it stands.
casebook-needs-reason = To close this without a report, a reason is needed.
casebook-needs-reason-hint = Write in a few words why it need not be reported.
casebook-busy = Your records are being read, so what was deleted may not be overwritten yet.
casebook-busy-hint = Close Astray's window and try again.
casebook-unknown = There is no number { $number } in your records.
casebook-unknown-hint = Go back to the list and choose again.
casebook-storage = Your records could not be used.
casebook-storage-hint = Nothing was changed. Check that the disk is not full, then try again.
policy-unreadable = { $path } can't be read.
policy-unreadable-hint = Check whether { $path } is a text file (UTF-8) that you may read. If not, ask whoever looks after it.
policy-faulty = { $path } can't be used: { $faults }.
faults-more = { $count ->
    [one] and 1 more
   *[other] and { $count } more
}
policy-faulty-hint = Ask whoever looks after { $path } to mend this. Until then, nothing in it is in force.
policy-unwritable = { $path } can't be written.
policy-unwritable-hint = Check whether the disk is full and whether you may write to { $path }. Then try again.
