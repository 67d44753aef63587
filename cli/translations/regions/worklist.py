"""The texts of the sheet and the worklist in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "custody": ("maintien"),
    "title {n} ({ground}): {days} day(s), until {end}": (
        "titre {n} ({ground}) : {days} jour(s), jusqu'au {end}"
    ),
    "held {days} day(s) in all, at most until {end} ({rule})": (
        "maintenu {days} jour(s) au total, au plus jusqu'au {end} ({rule})"
    ),
    "held {days} day(s) in all": "maintenu {days} jour(s) au total",
    "asylum": ("asile"),
    "risk of refoulement": ("risque de refoulement"),
    "judicial hold": ("blocage judiciaire"),
    "protected status": ("statut protégé"),
    "interim measure": ("mesure provisoire"),
    "removal postponed until": ("éloignement reporté jusqu'au"),
    "identification": ("identification"),
    "until": ("jusqu'au"),
    "health": ("santé"),
    "measure": ("mesure"),
    "attempt": ("tentative"),
    "age": ("âge"),
    "family": ("famille"),
    "incident": ("incident"),
    "override": ("dérogation"),
    "missing: {what} ({rule})": ("manque : {what} ({rule})"),
    "information still to be given": ("des informations encore à donner"),
    "medical intake": ("accueil médical"),
    "who the resident is, and by which source": ("qui est le résident, et selon quelle source"),
    "inventory of property": ("inventaire des biens"),
    "whether the resident is of age": ("si le résident est majeur"),
    "a coach who follows the dossier": ("un coach qui suit le dossier"),
    "a lawyer": ("un avocat"),
    "assessment of the vulnerability signalled": ("évaluation de la vulnérabilité signalée"),
    "a detention title": ("un titre de détention"),
    "how the decision was notified": ("comment la décision a été notifiée"),
    "a notification put right": ("une notification régularisée"),
    "the remedies, stated in the notification": ("les recours, indiqués dans la notification"),
    "what kind of decision it is": ("de quel type de décision il s'agit"),
    "the legal provision of the decision": ("la disposition légale de la décision"),
    "the mention of the right to a translation": ("la mention du droit à une traduction"),
    "the contact person, mentioned in the decision": (
        "la personne de contact, mentionnée dans la décision"
    ),
    "a travel document": ("un document de voyage"),
    "a certificate of fitness to travel": ("une attestation d'aptitude au voyage"),
    "Only dossiers you follow.": ("Seulement les dossiers que vous suivez."),
    "What will pass by itself, by tomorrow or within SPAN.": (
        "Ce qui passera de soi-même, d'ici demain ou dans SPAN."
    ),
    "what happens": ("ce qui s'ensuit"),
    "passes from": ("passe à partir du"),
    "step": ("étape"),
    "rules until then": ("règles jusque-là"),
    "with whom the minor is here": ("avec qui le mineur est ici"),
}

NL: dict[str, str] = {
    "custody": ("vasthouding"),
    "title {n} ({ground}): {days} day(s), until {end}": (
        "titel {n} ({ground}): {days} dag(en), tot {end}"
    ),
    "held {days} day(s) in all, at most until {end} ({rule})": (
        "in totaal {days} dag(en) vastgehouden, hoogstens tot {end} ({rule})"
    ),
    "held {days} day(s) in all": "in totaal {days} dag(en) vastgehouden",
    "asylum": ("asiel"),
    "risk of refoulement": ("risico op refoulement"),
    "judicial hold": ("gerechtelijke blokkering"),
    "protected status": ("beschermd statuut"),
    "interim measure": ("voorlopige maatregel"),
    "removal postponed until": ("verwijdering uitgesteld tot"),
    "identification": ("identificatie"),
    "until": ("tot"),
    "health": ("gezondheid"),
    "measure": ("maatregel"),
    "attempt": ("poging"),
    "age": ("leeftijd"),
    "family": ("gezin"),
    "incident": ("incident"),
    "override": ("afwijking"),
    "missing: {what} ({rule})": ("ontbreekt: {what} ({rule})"),
    "information still to be given": ("nog te geven informatie"),
    "medical intake": ("medische intake"),
    "who the resident is, and by which source": ("wie de bewoner is, en volgens welke bron"),
    "inventory of property": ("inventaris van de eigendommen"),
    "whether the resident is of age": ("of de bewoner meerderjarig is"),
    "a coach who follows the dossier": ("een coach die het dossier opvolgt"),
    "a lawyer": ("een advocaat"),
    "assessment of the vulnerability signalled": ("beoordeling van de gesignaleerde kwetsbaarheid"),
    "a detention title": ("een vasthoudingstitel"),
    "how the decision was notified": ("hoe de beslissing ter kennis is gebracht"),
    "a notification put right": ("een geregulariseerde kennisgeving"),
    "the remedies, stated in the notification": ("de rechtsmiddelen, vermeld in de kennisgeving"),
    "what kind of decision it is": ("welk soort beslissing het is"),
    "the legal provision of the decision": ("de wettelijke bepaling van de beslissing"),
    "the mention of the right to a translation": ("de vermelding van het recht op een vertaling"),
    "the contact person, mentioned in the decision": (
        "de contactpersoon, vermeld in de beslissing"
    ),
    "a travel document": ("een reisdocument"),
    "a certificate of fitness to travel": ("een attest van reisgeschiktheid"),
    "Only dossiers you follow.": ("Alleen dossiers die u opvolgt."),
    "What will pass by itself, by tomorrow or within SPAN.": (
        "Wat vanzelf zal gaan, tegen morgen of binnen SPAN."
    ),
    "what happens": ("wat er gebeurt"),
    "passes from": ("gaat vanaf"),
    "step": ("stap"),
    "rules until then": ("regels tot dan"),
    "with whom the minor is here": ("met wie de minderjarige hier is"),
}
