# Was über die Anmeldung auf der Seite eines Anbieters und über weitere Postfächer gesagt wird.

## Das Formular eines Kontos

sign-in-title = Anmelden
sign-in-with = Bei { $provider } anmelden
sign-in-again = Neu anmelden
sign-in-elsewhere = Auf einem anderen Gerät anmelden
sign-in-hint = Die Seite von { $provider } öffnet sich in Ihrem Browser. Astray sieht Ihr Passwort nie.
sign-in-done = Sie sind bei { $provider } angemeldet.
sign-in-password = Stattdessen ein Passwort verwenden
sign-in-instead = Stattdessen auf der Seite von { $provider } anmelden
sign-in-waiting-page = Melden Sie sich auf der Seite in Ihrem Browser an
sign-in-waiting-page-hint = Sie sollte sich von selbst geöffnet haben. Astray wartet zwei Minuten.
sign-in-cancel = Anmeldung abbrechen
sign-in-asking-code = Ein Code von { $provider } wird angefordert …
sign-in-waiting-code = Melden Sie sich auf einem anderen Gerät an
sign-in-code-page = Öffnen Sie dort diese Seite:
sign-in-code = Geben Sie diesen Code ein:
sign-in-code-hint = Geben Sie ihn nur auf dieser Seite ein. Astray macht von selbst weiter, wenn Sie sich angemeldet haben.
sign-in-client-needed = Astray braucht eine Client-ID für { $provider }
sign-in-client-why = Ein Programm darf die Anmeldeseite von { $provider } nur verwenden, wenn es dort eingetragen ist. Astray bringt keinen solchen Eintrag mit. Fragen Sie Ihre IT-Abteilung nach der Client-ID.
sign-in-client-id = Client-ID
sign-in-client-secret = Client-Schlüssel
sign-in-client-secret-hint = Nur, wenn Sie einen mit der Client-ID bekommen haben. Google gibt einen aus.
sign-in-client-keep = Client-ID behalten
sign-in-hold = Angemeldet bleiben, bis Astray beendet wird
sign-in-hold-hint = Der Schlüsselbund Ihres Computers kann die Anmeldung nicht aufbewahren. Astray kann sie behalten, bis es beendet wird. Danach werden Sie wieder gebeten, sich anzumelden.

also-watch-title = { $count ->
    [0] Weitere Postfächer
   *[other] Weitere Postfächer ({ $count } gewählt)
}
also-watch-what = Astray überwacht das Postfach, in dem Ihr Mailprogramm ablegt, was Sie senden. Was Sie mit einer anderen Adresse oder für ein Team senden, liegt vielleicht in einem anderen Postfach. Auch das können Sie überwachen lassen.
also-watch-choose = Auch diese überwachen
also-watch-list = Meine Postfächer zeigen
also-watch-none = Ihr Server hat keine weiteren Postfächer.

## Einstellungen: Konten

accounts-provider = Anmeldung bei { $provider }
accounts-also-watch = { $count ->
    [one] 1 weiteres Postfach wird überwacht
   *[other] { $count } weitere Postfächer werden überwacht
}
accounts-sign-in-again-named = Mit { $address } neu anmelden
accounts-signed-in = Sie sind wieder mit { $address } angemeldet.
