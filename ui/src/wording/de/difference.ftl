# Worin sich zwei Adressen unterscheiden, Buchstabe für Buchstabe.

letters-title = Buchstaben, die gleich aussehen
letters-sent = Gesendet an
letters-meant = Vermutlich gemeint
letters-nothing = nichts
