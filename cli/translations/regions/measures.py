"""The texts of the region measures in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "Propose, decide, prolong or end a measure; record a medical check during isolation.": (
        "Proposer, décider, prolonger ou lever une mesure ; enregistrer un contrôle médical "
        "pendant l'isolement."
    ),
    "Put a measure forward; it gets a number.": "Proposer une mesure ; elle reçoit un numéro.",
    "Decide a proposed measure, which begins at this moment; by another than who proposed it.": (
        "Décider une mesure proposée, qui commence à ce moment ; par un autre que celui qui l'a "
        "proposée."
    ),
    "Do not follow a proposed measure.": "Ne pas suivre une mesure proposée.",
    "Prolong a running measure before its hours are over; an isolation by the next step.": (
        "Prolonger une mesure en cours avant la fin de ses heures ; un isolement par l'échelon "
        "suivant."
    ),
    "Record that the medical service saw the resident in isolation.": (
        "Enregistrer que le service médical a vu le résident isolé."
    ),
    "End a running measure.": "Lever une mesure en cours.",
    "Change a provision of the house rules for a family; open to review like any measure.": (
        "Modifier une disposition du règlement d'ordre intérieur pour une famille ; contrôlable "
        "comme toute mesure."
    ),
    "Record a use of coercion, its report and the review of it.": (
        "Enregistrer un recours à la contrainte, son rapport et son contrôle."
    ),
    "Record that coercion was used; a report is due without delay.": (
        "Enregistrer un recours à la contrainte ; un rapport est dû sans délai."
    ),
    "File the detailed report on a use of coercion.": (
        "Déposer le rapport détaillé sur un recours à la contrainte."
    ),
    "Judge the report on a use of coercion; by nobody who used it or wrote the report.": (
        "Juger le rapport sur un recours à la contrainte ; par personne qui l'a exercée ou a écrit "
        "le rapport."
    ),
    "Which one, where there are several.": "Lequel, s'il y en a plusieurs.",
    "Real hours from its beginning, in all. By them an isolation is for the centre director, "
    "the removal director (for the Director general) or the Minister.": (
        "Heures réelles depuis le début, en tout. Selon elles, un isolement revient au directeur "
        "du centre, au directeur éloignement (pour le directeur général) ou au ministre."
    ),
    "Whether the resident was heard before.": "Si le résident a été entendu avant.",
    "Why the resident was not heard.": "Pourquoi le résident n'a pas été entendu.",
    "Whether the medical service was informed; without it nobody is isolated.": (
        "Si le service médical a été informé ; sans cela, personne n'est isolé."
    ),
    "The kind of measure.": "Le type de mesure.",
    "What it protects.": "Ce qu'elle protège.",
    "The motives, about this resident; sealed.": "Les motifs, propres à ce résident ; scellés.",
    "Why it ends.": "Pourquoi elle prend fin.",
    "Which provision of the house rules.": "Quelle disposition du règlement d'ordre intérieur.",
    "The last day on which it holds.": "Le dernier jour où elle vaut.",
    "What holds for the family instead; sealed.": "Ce qui vaut alors pour la famille ; scellé.",
    "The motives, about this family; sealed.": "Les motifs, propres à cette famille ; scellés.",
    "A means of coercion used; again for each one.": (
        "Un moyen de contrainte employé ; à répéter pour chacun."
    ),
    "How many minutes it lasted.": "Combien de minutes cela a duré.",
    "On what occasion.": "À quelle occasion.",
    "Whether somebody was injured.": "Si quelqu'un a été blessé.",
    "A person who used it, by code; again for each one. Without it, who records it.": (
        "Une personne qui l'a exercée, par code ; à répéter pour chacune. Sans cela, qui "
        "enregistre."
    ),
    "The detailed report; sealed.": "Le rapport détaillé ; scellé.",
    "What is found of it.": "Ce qui en est constaté.",
    "What the reviewer writes; sealed.": "Ce qu'écrit le contrôleur ; scellé.",
    "a number of hours, from 1 to 8760": "un nombre d'heures, de 1 à 8760",
    "a number of minutes, from 1 to 1440": "un nombre de minutes, de 1 à 1440",
    "there is none on record": "il n'y en a pas d'enregistré",
    "none has the number {n}": "aucun n'a le numéro {n}",
    "more than one is on record ({numbers}): say which number": (
        "plusieurs sont enregistrés ({numbers}) : dites quel numéro"
    ),
    "number {n} is {state}; this needs {after}": "le numéro {n} est {state} ; il faut {after}",
    "{person} proposed measure {n} as {account}; another person must decide": (
        "{person} a proposé la mesure {n} en tant que {account} ; une autre personne doit décider"
    ),
    "{hours} hours are beyond the {most} of this step; this is for {may}": (
        "{hours} heures dépassent les {most} de cet échelon ; cela revient à : {may}"
    ),
    "the resident was not heard, and it is not said why": (
        "le résident n'a pas été entendu, et il n'est pas dit pourquoi"
    ),
    "the medical service was not informed of the isolation": (
        "le service médical n'a pas été informé de l'isolement"
    ),
    "the hours of measure {n} ended on {ends}: it can be ended, no longer prolonged": (
        "les heures de la mesure {n} ont pris fin le {ends} : on peut la lever, plus la prolonger"
    ),
    "measure {n} was decided for {hours} hours in all already": (
        "la mesure {n} est déjà décidée pour {hours} heures en tout"
    ),
    "the resident is not in isolation": "le résident n'est pas en isolement",
    "measure {n} kept nobody in isolation on {at}": (
        "la mesure {n} ne tenait personne en isolement le {at}"
    ),
    "{centre} is no site of family accommodation": "{centre} n'est pas un lieu d'hébergement",
    "no means of coercion is named": "aucun moyen de contrainte n'est nommé",
    "{person} used coercion {n}; another person must review it": (
        "{person} a exercé la contrainte {n} ; une autre personne doit la contrôler"
    ),
    "{person} wrote the report on coercion {n} as {account}; another must review it": (
        "{person} a écrit le rapport sur la contrainte {n} en tant que {account} ; un autre doit "
        "le contrôler"
    ),
    "end the measure or prolong it": "lever la mesure ou la prolonger",
    "end the isolation or bring it to the Director general": (
        "lever l'isolement ou le soumettre au directeur général"
    ),
    "end the isolation or bring it to the Minister": (
        "lever l'isolement ou le soumettre au ministre"
    ),
    "end the isolation or prolong it": "lever l'isolement ou le prolonger",
    "the isolation must end": "l'isolement doit prendre fin",
    "see the resident in isolation": "voir le résident isolé",
    "file the report on the use of coercion": "déposer le rapport sur la contrainte",
    "proposed": "proposé",
    "running": "en cours",
    "refused": "refusé",
    "ended": "terminé",
    "used": "exercé",
    "reported": "rapporté",
    "reviewed": "contrôlé",
    "the resident is a minor or belongs to a family; say by its number which report weighs the "
    "best interest": (
        "le résident est mineur ou appartient à une famille ; indiquez le numéro du rapport sur "
        "l'intérêt supérieur"
    ),
    "the resident is a minor or belongs to a family; this is for {may}": (
        "le résident est mineur ou appartient à une famille ; ceci relève de {may}"
    ),
    "The report that weighs the best interest, of a minor or of a member of a family.": (
        "Le rapport sur l'intérêt supérieur, pour un mineur ou un membre d'une famille."
    ),
    "{hours} hours: nobody is kept apart for more than {most} hours, whoever decides": (
        "{hours} heures : personne n'est isolé plus de {most} heures, quel que soit le décideur"
    ),
    "measure {n} keeps the resident apart: it is prolonged, not begun anew": (
        "la mesure {n} isole le résident : elle est prolongée, pas recommencée"
    ),
    "the age of the resident is not on record; record it, or say by its number which report "
    "weighs the best interest": (
        "l'âge du résident n'est pas au dossier ; enregistrez-le, ou indiquez par son numéro "
        "quel rapport évalue l'intérêt supérieur"
    ),
    "the age of the resident is not on record; as long as it is not, this is for {may}": (
        "l'âge du résident n'est pas au dossier ; tant qu'il ne l'est pas, cela revient à {may}"
    ),
    "the resident is {state}, and not here to be kept apart": (
        "le résident est {state}, et n'est pas ici pour être isolé"
    ),
    "end the measure: the resident is not here any more": (
        "lever la mesure : le résident n'est plus ici"
    ),
    "say until which day the change holds": "dites jusqu'à quel jour la modification vaut",
    "the last day, {day}, has passed": "le dernier jour, {day}, est passé",
    "a change holds until {last_day} at most; what is needed longer is decided anew": (
        "une modification vaut jusqu'au {last_day} au plus ; ce qu'il faut plus longtemps est "
        "décidé à nouveau"
    ),
    "{hours} hours in all are for {may}, by a correction as by a decision": (
        "{hours} heures en tout reviennent à {may}, par une correction comme par une décision"
    ),
    "measure {n} was decided as it was proposed; it is ended, and another is decided": (
        "la mesure {n} a été décidée telle que proposée ; elle est levée, et une autre est décidée"
    ),
}

NL: dict[str, str] = {
    "Propose, decide, prolong or end a measure; record a medical check during isolation.": (
        "Een maatregel voorstellen, beslissen, verlengen of beëindigen; een medische controle "
        "tijdens de afzondering registreren."
    ),
    "Put a measure forward; it gets a number.": "Een maatregel voorstellen; hij krijgt een nummer.",
    "Decide a proposed measure, which begins at this moment; by another than who proposed it.": (
        "Beslissen over een voorgestelde maatregel, die nu begint; door een ander dan wie hem "
        "voorstelde."
    ),
    "Do not follow a proposed measure.": "Een voorgestelde maatregel niet volgen.",
    "Prolong a running measure before its hours are over; an isolation by the next step.": (
        "Een lopende maatregel verlengen voor zijn uren om zijn; een afzondering door de volgende "
        "trap."
    ),
    "Record that the medical service saw the resident in isolation.": (
        "Registreren dat de medische dienst de bewoner in afzondering heeft gezien."
    ),
    "End a running measure.": "Een lopende maatregel beëindigen.",
    "Change a provision of the house rules for a family; open to review like any measure.": (
        "Een bepaling van het huishoudelijk reglement voor een gezin wijzigen; te toetsen zoals "
        "elke maatregel."
    ),
    "Record a use of coercion, its report and the review of it.": (
        "Het gebruik van dwang, het verslag erover en de toetsing ervan registreren."
    ),
    "Record that coercion was used; a report is due without delay.": (
        "Registreren dat dwang is gebruikt; onverwijld volgt een verslag."
    ),
    "File the detailed report on a use of coercion.": (
        "Het omstandig verslag over het gebruik van dwang indienen."
    ),
    "Judge the report on a use of coercion; by nobody who used it or wrote the report.": (
        "Het verslag over het gebruik van dwang toetsen; door niemand die ze gebruikte of het "
        "verslag schreef."
    ),
    "Which one, where there are several.": "Welke, als er meer zijn.",
    "Real hours from its beginning, in all. By them an isolation is for the centre director, "
    "the removal director (for the Director general) or the Minister.": (
        "Werkelijke uren vanaf het begin, in totaal. Daarnaar is een afzondering voor de "
        "centrumdirecteur, de directeur verwijdering (voor de directeur-generaal) of de minister."
    ),
    "Whether the resident was heard before.": "Of de bewoner vooraf is gehoord.",
    "Why the resident was not heard.": "Waarom de bewoner niet is gehoord.",
    "Whether the medical service was informed; without it nobody is isolated.": (
        "Of de medische dienst is ingelicht; zonder dat wordt niemand afgezonderd."
    ),
    "The kind of measure.": "Het soort maatregel.",
    "What it protects.": "Wat hij beschermt.",
    "The motives, about this resident; sealed.": "De motieven, over deze bewoner; verzegeld.",
    "Why it ends.": "Waarom hij eindigt.",
    "Which provision of the house rules.": "Welke bepaling van het huishoudelijk reglement.",
    "The last day on which it holds.": "De laatste dag waarop zij geldt.",
    "What holds for the family instead; sealed.": (
        "Wat voor het gezin in de plaats geldt; verzegeld."
    ),
    "The motives, about this family; sealed.": "De motieven, over dit gezin; verzegeld.",
    "A means of coercion used; again for each one.": (
        "Een gebruikt dwangmiddel; te herhalen voor elk."
    ),
    "How many minutes it lasted.": "Hoeveel minuten het duurde.",
    "On what occasion.": "Bij welke gelegenheid.",
    "Whether somebody was injured.": "Of iemand gewond raakte.",
    "A person who used it, by code; again for each one. Without it, who records it.": (
        "Een persoon die ze gebruikte, met code; te herhalen voor elk. Zonder deze optie: wie "
        "registreert."
    ),
    "The detailed report; sealed.": "Het omstandig verslag; verzegeld.",
    "What is found of it.": "Wat erover is vastgesteld.",
    "What the reviewer writes; sealed.": "Wat de toetser schrijft; verzegeld.",
    "a number of hours, from 1 to 8760": "een aantal uren, van 1 tot 8760",
    "a number of minutes, from 1 to 1440": "een aantal minuten, van 1 tot 1440",
    "there is none on record": "er is er geen geregistreerd",
    "none has the number {n}": "geen enkele heeft het nummer {n}",
    "more than one is on record ({numbers}): say which number": (
        "er zijn er meer geregistreerd ({numbers}): zeg welk nummer"
    ),
    "number {n} is {state}; this needs {after}": (
        "nummer {n} is {state}; hiervoor is nodig: {after}"
    ),
    "{person} proposed measure {n} as {account}; another person must decide": (
        "{person} stelde maatregel {n} voor als {account}; een andere persoon moet beslissen"
    ),
    "{hours} hours are beyond the {most} of this step; this is for {may}": (
        "{hours} uur gaat de {most} van deze trap te boven; dit is voor: {may}"
    ),
    "the resident was not heard, and it is not said why": (
        "de bewoner is niet gehoord, en er staat niet waarom"
    ),
    "the medical service was not informed of the isolation": (
        "de medische dienst is niet ingelicht over de afzondering"
    ),
    "the hours of measure {n} ended on {ends}: it can be ended, no longer prolonged": (
        "de uren van maatregel {n} eindigden op {ends}: hij kan beëindigd, niet meer verlengd "
        "worden"
    ),
    "measure {n} was decided for {hours} hours in all already": (
        "maatregel {n} is al beslist voor {hours} uur in totaal"
    ),
    "the resident is not in isolation": "de bewoner is niet in afzondering",
    "measure {n} kept nobody in isolation on {at}": (
        "maatregel {n} hield op {at} niemand in afzondering"
    ),
    "{centre} is no site of family accommodation": "{centre} is geen site met woonunits",
    "no means of coercion is named": "er is geen dwangmiddel genoemd",
    "{person} used coercion {n}; another person must review it": (
        "{person} gebruikte dwang {n}; een andere persoon moet dit toetsen"
    ),
    "{person} wrote the report on coercion {n} as {account}; another must review it": (
        "{person} schreef het verslag over dwang {n} als {account}; een ander moet het toetsen"
    ),
    "end the measure or prolong it": "de maatregel beëindigen of verlengen",
    "end the isolation or bring it to the Director general": (
        "de afzondering beëindigen of voorleggen aan de directeur-generaal"
    ),
    "end the isolation or bring it to the Minister": (
        "de afzondering beëindigen of voorleggen aan de minister"
    ),
    "end the isolation or prolong it": "de afzondering beëindigen of verlengen",
    "the isolation must end": "de afzondering moet eindigen",
    "see the resident in isolation": "de bewoner in afzondering bezoeken",
    "file the report on the use of coercion": "het verslag over de dwang indienen",
    "proposed": "voorgesteld",
    "running": "lopend",
    "refused": "geweigerd",
    "ended": "beëindigd",
    "used": "gebruikt",
    "reported": "gemeld",
    "reviewed": "getoetst",
    "the resident is a minor or belongs to a family; say by its number which report weighs the "
    "best interest": (
        "de bewoner is minderjarig of behoort tot een gezin; geef het nummer van het verslag "
        "over het hoger belang"
    ),
    "the resident is a minor or belongs to a family; this is for {may}": (
        "de bewoner is minderjarig of behoort tot een gezin; dit is voor {may}"
    ),
    "The report that weighs the best interest, of a minor or of a member of a family.": (
        "Het verslag over het hoger belang, van een minderjarige of een gezinslid."
    ),
    "{hours} hours: nobody is kept apart for more than {most} hours, whoever decides": (
        "{hours} uur: niemand wordt langer dan {most} uur afgezonderd, wie ook beslist"
    ),
    "measure {n} keeps the resident apart: it is prolonged, not begun anew": (
        "maatregel {n} houdt de bewoner afgezonderd: hij wordt verlengd, niet opnieuw begonnen"
    ),
    "the age of the resident is not on record; record it, or say by its number which report "
    "weighs the best interest": (
        "de leeftijd van de bewoner staat niet in het dossier; registreer die, of zeg met zijn "
        "nummer welk verslag het hoger belang afweegt"
    ),
    "the age of the resident is not on record; as long as it is not, this is for {may}": (
        "de leeftijd van de bewoner staat niet in het dossier; zolang dat zo is, is dit voor {may}"
    ),
    "the resident is {state}, and not here to be kept apart": (
        "de bewoner is {state}, en niet hier om te worden afgezonderd"
    ),
    "end the measure: the resident is not here any more": (
        "de maatregel beëindigen: de bewoner is niet meer hier"
    ),
    "say until which day the change holds": "zeg tot welke dag de wijziging geldt",
    "the last day, {day}, has passed": "de laatste dag, {day}, is voorbij",
    "a change holds until {last_day} at most; what is needed longer is decided anew": (
        "een wijziging geldt tot uiterlijk {last_day}; wat langer nodig is, wordt opnieuw beslist"
    ),
    "{hours} hours in all are for {may}, by a correction as by a decision": (
        "{hours} uur in het geheel is voor {may}, bij een verbetering zoals bij een beslissing"
    ),
    "measure {n} was decided as it was proposed; it is ended, and another is decided": (
        "maatregel {n} werd beslist zoals voorgesteld; hij wordt beëindigd, en een andere "
        "wordt beslist"
    ),
}
