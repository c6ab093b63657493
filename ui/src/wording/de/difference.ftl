# Worin sich zwei Adressen unterscheiden, Buchstabe für Buchstabe.

letters-title = Buchstaben, die sich gleichen
letters-sent = Gesendet an
letters-meant = Wohl gemeint
letters-nothing = nichts
