# Was über die Anmeldung auf der Seite eines Anbieters gesagt wird.

sign-in-needed = { $provider } nimmt Ihre Anmeldung nicht mehr an.
sign-in-needed-hint = Melden Sie sich in den Einstellungen neu an. Bis dahin überwacht Astray dieses Konto nicht.
sign-in-again = Neu anmelden
sign-in-alert-title = Bitte melden Sie sich neu an
sign-in-alert-body = Astray kann die Nachrichten von { $address } nicht mehr überwachen, weil Ihr Anbieter eine neue Anmeldung verlangt.
sign-in-page = Astray hat die Antwort erhalten. Sie können diese Seite schließen.
error-bad-token = Ihr Anbieter hat etwas geschickt, womit Astray sich nicht anmelden kann.
error-bad-token-hint = Sagen Sie es Ihrer IT-Abteilung.
error-sign-in-missing = Sie haben sich noch nicht angemeldet.
error-sign-in-missing-hint = Melden Sie sich zuerst auf der Seite Ihres Anbieters an.
error-sign-in-under-way = Eine Anmeldung läuft schon.
error-sign-in-under-way-hint = Beenden Sie sie in Ihrem Browser, oder brechen Sie sie ab.
error-client-missing = Geben Sie die Client-ID ein.
error-client-missing-hint = Ihre IT-Abteilung kennt sie. Sie ist ein kurzer Text ohne Leerzeichen.
error-client-fixed = Ihre Organisation hat die Client-ID für { $provider } festgelegt.
error-client-fixed-hint = Fragen Sie Ihre IT-Abteilung, wenn sie anders sein soll.
error-bad-mailbox-hint = Wählen Sie Postfächer aus der Liste, die Ihr Server angibt.

## Was dabei schiefgehen kann

oauth-unknown-provider = Astray kennt den Anbieter { $provider } nicht.
oauth-unknown-provider-hint = Fragen Sie Ihre IT-Abteilung, oder entfernen Sie das Konto, und fügen Sie es mit einem Passwort neu hinzu.
oauth-no-client = Astray hat noch keine Client-ID für { $provider }.
oauth-no-client-hint = Fragen Sie Ihre IT-Abteilung nach der Client-ID, und geben Sie sie bei der Anmeldung ein.
oauth-foreign-server = { $host } ist kein Mailserver von { $provider }.
oauth-foreign-server-hint = Prüfen Sie den Servernamen. Diese Anmeldung geht nur an die eigenen Server des Anbieters.
oauth-no-code = { $provider } lässt keine Anmeldung auf einem anderen Gerät zu.
oauth-no-code-hint = Melden Sie sich stattdessen im Browser auf diesem Computer an.
oauth-no-browser = Astray konnte Ihren Webbrowser nicht öffnen.
oauth-no-browser-hint = Wählen Sie in den Einstellungen dieses Computers einen Standardbrowser, oder melden Sie sich auf einem anderen Gerät an.
oauth-declined = Die Anmeldung wurde auf der Seite von { $provider } abgelehnt oder abgebrochen.
oauth-declined-hint = Melden Sie sich noch einmal an, und stimmen Sie dem zu, was die Seite fragt. Geht das nicht, fragen Sie Ihre IT-Abteilung.
oauth-timed-out = Die Zeit für die Anmeldung auf der Seite von { $provider } ist abgelaufen.
oauth-cancelled = Die Anmeldung wurde abgebrochen.
oauth-when-ready-hint = Melden Sie sich noch einmal an, wenn Sie bereit sind.
oauth-wrong-answer = Es kam eine Antwort, die nicht von der Seite von { $provider } stammt, die Astray geöffnet hat. Astray hat sie nicht verwendet.
oauth-wrong-answer-hint = Melden Sie sich noch einmal an, und nur auf der Seite, die Astray öffnet.
oauth-not-signed-in = Sie haben sich noch nicht bei { $provider } angemeldet.
oauth-unreachable = Astray konnte { $provider } für die Anmeldung nicht erreichen.
oauth-unreachable-hint = Prüfen Sie, ob dieser Computer online ist, und versuchen Sie es gleich noch einmal.
oauth-refused = { $provider } hat die Anmeldung abgelehnt{ mailbox-said }.
oauth-refused-hint = Sagen Sie es Ihrer IT-Abteilung: Was beim Anbieter für Astray eingetragen ist, stimmt vielleicht nicht oder nicht mehr.
