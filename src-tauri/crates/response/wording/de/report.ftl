# Was eine Meldung sagt: Die Sicherheitsstelle liest es.

not-confirmed = noch nicht
somebody-at = jemand bei { $domain }
other-recipients = und { $count } weitere, die vermutlich gemeint waren
delivery-not-known = Es ist nichts zurückgekommen. Sie wurde also vermutlich zugestellt.
delivery-bounced = Sie kam als unzustellbar zurück.
delivery-deletion-confirmed = Sie wurde zugestellt. Der Empfänger hat bestätigt, dass sie gelöscht ist.

contents-not-said = Dazu wurde nichts angegeben.
contents-personal-details = persönliche Angaben
contents-health = Gesundheit
contents-secrets = Passwörter oder Schlüssel
contents-money = Geld oder Bankverbindungen
contents-travel = Reisen
contents-marked = etwas Gekennzeichnetes oder Eingestuftes
contents-nothing-sensitive = nichts Vertrauliches

found-not-looked = Astray hat nicht in die Nachricht gesehen.
found-nothing = Nichts, wonach Astray zu suchen weiß.
found-count = { $kind }: { $count }
found-count-label = { $kind } ({ $label }): { $count }
found-attachment = Anhang vom Typ { $type }, { $size } Oktette
found-unread = { $count } ließen sich nicht ansehen
found-marking = Kennzeichnung
found-card-number = Kartennummer
found-iban = Kontonummer
found-national-id = staatliche Kennnummer
found-private-key = privater Schlüssel
found-access-token = Zugangsschlüssel
found-password = Passwort
found-shared-link = Link zu einer freigegebenen Datei

nothing-done = Noch nichts.
done-at = { $at }: { $what }
done-desk-called = die Sicherheitsstelle wurde angerufen
done-sharing-stopped = ein Link ist nicht mehr freigegeben
done-password-changed = ein Passwort wurde geändert
done-key-replaced = ein Schlüssel wurde ersetzt
done-card-blocked = eine Karte wurde gesperrt
done-bank-told = die Bank wurde benachrichtigt
done-person-warned = die betroffene Person wurde gewarnt
done-deletion-asked = der Empfänger wurde gebeten, sie zu löschen
done-deletion-asked-again = der Empfänger wurde noch einmal gebeten
done-deletion-confirmed = der Empfänger hat bestätigt, dass sie gelöscht ist
done-sent-to-the-right-person = sie wurde an die richtige Person gesendet

no-deadline = keine Frist festgelegt
no-note = keine
details-subject = Betreff: { $subject }
details-attachment = Anhang: { $name }
details-left-out = Betreff und Namen der Anhänge wurden weggelassen.

page-title = Nachricht an die falsche Adresse gesendet (Kennzeichen { $reference })
page-from = Von
page-sent-at = Gesendet
page-noticed-at = Bemerkt
page-confirmed-at = Als Versehen bestätigt
page-sent-to = Gesendet an
page-meant-for = Vermutlich gemeint
page-why = Warum Astray das annimmt
page-delivery = Zustellung
page-contents = Was nach Angabe der absendenden Person darin war
page-found = Was Astray darin gefunden hat
page-details = Mehr zur Nachricht
page-done = Was getan wurde
page-decide-by = Zu entscheiden bis
page-note = Anmerkung der absendenden Person
page-contact = So erreichen Sie die absendende Person
