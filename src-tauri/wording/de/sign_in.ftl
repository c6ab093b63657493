# Was über die Anmeldung auf der Seite eines Anbieters gesagt wird.

sign-in-needed = { $provider } nimmt Ihre Anmeldung nicht mehr an.
sign-in-needed-hint = Melden Sie sich in den Einstellungen neu an. Bis dahin sieht Astray bei diesem Konto nicht nach.
sign-in-again = Neu anmelden
sign-in-alert-title = Bitte melden Sie sich neu an
sign-in-alert-body = Astray kann die E-Mails von { $address } nicht mehr beobachten, weil Ihr Anbieter eine neue Anmeldung verlangt.
sign-in-page = Astray hat die Antwort erhalten. Sie können diese Seite schließen.
error-bad-token = Ihr Anbieter hat etwas geschickt, womit man sich nicht anmelden kann.
error-bad-token-hint = Sagen Sie es Ihrer IT-Abteilung.
error-sign-in-missing = Sie haben sich noch nicht angemeldet.
error-sign-in-missing-hint = Melden Sie sich zuerst auf der Seite Ihres Anbieters an.
error-sign-in-under-way = Eine Anmeldung läuft schon.
error-sign-in-under-way-hint = Beenden Sie sie in Ihrem Browser, oder brechen Sie sie ab.
error-client-missing = Die Client-ID fehlt.
error-client-missing-hint = Ihre IT-Abteilung kennt sie. Sie ist ein kurzer Text ohne Leerzeichen.
error-client-fixed = Ihre Organisation hat die Client-ID für { $provider } festgelegt.
error-client-fixed-hint = Fragen Sie Ihre IT-Abteilung, wenn sie anders sein soll.
error-bad-mailbox-hint = Wählen Sie Postfächer aus der Liste, die Ihr Server angibt.
