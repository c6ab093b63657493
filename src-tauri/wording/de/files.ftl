# What keeps Astray from its own files, and what to do about it.

casebook-cannot-open = Das Fallbuch { $path } lässt sich nicht öffnen.
casebook-cannot-keep = Das Fallbuch { $path } lässt sich nicht führen.
casebook-folder-hint = Prüfen Sie, ob der Ordner Ihnen gehört und der Datenträger nicht voll ist.
casebook-newer = Das Fallbuch { $path } stammt von einem neueren Astray.
casebook-newer-hint = Installieren Sie wieder das neuere Astray; dieses darf nicht ändern, was es nicht kennt.
casebook-unreadable = Im Fallbuch steht etwas, das sich nicht lesen lässt.
casebook-unreadable-hint = Behalten Sie die Datei, und zeigen Sie sie der Person, die diesen Computer betreut.
casebook-refused = Das passt nicht dazu, wie der Vorfall steht.
casebook-refused-hint = Öffnen Sie den Vorfall noch einmal, um zu sehen, wie er steht.
casebook-needs-reason = Ohne Meldung abzuschließen braucht einen Grund.
casebook-needs-reason-hint = Schreiben Sie in wenigen Worten, warum keine Meldung nötig ist.
casebook-busy = Das Fallbuch wird gerade gelesen; was gelöscht wurde, ist vielleicht noch nicht überschrieben.
casebook-busy-hint = Schließen Sie das Fenster von Astray, und versuchen Sie es noch einmal.
casebook-unknown = Im Fallbuch gibt es keine Nummer { $number }.
casebook-unknown-hint = Gehen Sie zurück zur Liste, und wählen Sie neu.
casebook-storage = Das Fallbuch ließ sich nicht verwenden.
casebook-storage-hint = Nichts wurde geändert. Prüfen Sie, ob der Datenträger voll ist, und versuchen Sie es noch einmal.
policy-unreadable = { $path } lässt sich nicht lesen.
policy-unreadable-hint = Sehen Sie nach, ob { $path } eine Textdatei in UTF-8 ist, die Sie lesen dürfen, und fragen Sie sonst die Person, die sie pflegt.
policy-faulty = { $path } lässt sich nicht verwenden. Für die Person, die sie pflegt: { $faults }.
policy-faulty-hint = Berichtigen Sie diese Stellen in { $path }; die Datei blieb, wie sie ist, und bis dahin gilt nichts davon.
policy-unwritable = { $path } lässt sich nicht schreiben.
policy-unwritable-hint = Sehen Sie nach, ob der Datenträger voll ist und ob Sie in { $path } schreiben dürfen, und versuchen Sie es noch einmal.
