# Was Astray von seinen eigenen Dateien abhält, und was dagegen hilft.

casebook-cannot-open = Die Datei mit Ihren Aufzeichnungen, { $path }, lässt sich nicht öffnen.
casebook-cannot-keep = Die Datei mit Ihren Aufzeichnungen, { $path }, lässt sich nicht anlegen.
casebook-folder-hint = Prüfen Sie, ob der Ordner Ihnen gehört und der Datenträger nicht voll ist.
casebook-newer = Die Datei mit Ihren Aufzeichnungen, { $path }, stammt von einem neueren Astray.
casebook-newer-hint = Installieren Sie wieder das neuere Astray. Dieses darf nicht ändern, was es nicht kennt.
casebook-unreadable = Etwas in Ihren Aufzeichnungen lässt sich nicht lesen.
casebook-unreadable-hint = Behalten Sie die Datei, und zeigen Sie sie der Person, die diesen Computer betreut.
casebook-refused = Inzwischen hat sich etwas geändert, deshalb geht das jetzt nicht.
casebook-refused-hint = Öffnen Sie die Nachricht noch einmal, um zu sehen, wie es steht.
casebook-needs-reason = Um ohne Meldung abzuschließen, ist ein Grund nötig.
casebook-needs-reason-hint = Schreiben Sie in wenigen Worten, warum keine Meldung nötig ist.
casebook-busy = Ihre Aufzeichnungen werden gerade gelesen. Was gelöscht wurde, ist deshalb vielleicht noch nicht überschrieben.
casebook-busy-hint = Schließen Sie das Fenster von Astray, und versuchen Sie es noch einmal.
casebook-unknown = In Ihren Aufzeichnungen gibt es keine Nummer { $number }.
casebook-unknown-hint = Gehen Sie zurück zur Liste, und wählen Sie neu.
casebook-storage = Ihre Aufzeichnungen ließen sich nicht verwenden.
casebook-storage-hint = Es wurde nichts geändert. Prüfen Sie, ob der Datenträger voll ist, und versuchen Sie es noch einmal.
policy-unreadable = { $path } lässt sich nicht lesen.
policy-unreadable-hint = Prüfen Sie, ob { $path } eine Textdatei (UTF-8) ist, die Sie lesen dürfen. Wenn nicht, fragen Sie die Person, die sie betreut.
policy-faulty = { $path } lässt sich nicht verwenden: { $faults }.
faults-more = { $count ->
    [one] und 1 weiterer Fehler
   *[other] und { $count } weitere Fehler
}
policy-faulty-hint = Bitten Sie die Person, die { $path } betreut, das zu berichtigen. Bis dahin gilt nichts davon.
policy-unwritable = { $path } lässt sich nicht schreiben.
policy-unwritable-hint = Prüfen Sie, ob der Datenträger voll ist und ob Sie in { $path } schreiben dürfen. Versuchen Sie es dann noch einmal.
