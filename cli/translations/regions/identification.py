"""The texts of the region identification in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    # What each command does
    "Follow identification and travel documents.": (
        "Suivre l'identification et les documents de voyage."
    ),
    "Ask an embassy for an emergency travel document; never while protection is asked.": (
        "Demander un laissez-passer à une ambassade ; jamais tant qu'une protection est demandée."
    ),
    "Record that the resident was presented to the embassy.": (
        "Enregistrer que le résident a été présenté à l'ambassade."
    ),
    "Record that the authorities of the country recognised the resident.": (
        "Enregistrer que les autorités du pays ont reconnu le résident."
    ),
    "Record that the embassy gave an emergency travel document.": (
        "Enregistrer que l'ambassade a délivré un laissez-passer."
    ),
    "Record that the embassy refused.": "Enregistrer que l'ambassade a refusé.",
    "Record a document to travel with that is at hand.": (
        "Enregistrer un document de voyage disponible."
    ),
    "Record that a document at hand no longer serves.": (
        "Enregistrer qu'un document disponible ne peut plus servir."
    ),
    "Record that a document at hand was lost or destroyed.": (
        "Enregistrer qu'un document disponible a été perdu ou détruit."
    ),
    # Options
    "The two letters of the country: MA.": "Les deux lettres du pays : MA.",
    "The last day on which it is valid.": "Le dernier jour où il est valable.",
    "The number of the document; sealed.": "Le numéro du document ; scellé.",
    "What kind of document.": "La sorte de document.",
    "Why it refused.": "Pourquoi elle a refusé.",
    "Why it no longer serves.": "Pourquoi il ne peut plus servir.",
    "the two letters of a country, as in MA": "les deux lettres d'un pays, comme MA",
    # States
    "declared": "déclarée",
    "document-valid": "document valable",
    "interviewed": "présenté à l'ambassade",
    "laissez-passer-requested": "laissez-passer demandé",
    "recognised": "reconnu",
    # What stands in the way, and what is due
    "an application for protection is {state}; the country of origin is told nothing": (
        "une demande de protection est au stade « {state} » ; rien n'est dit au pays d'origine"
    ),
    "identification is {state}; this needs {after}": (
        "l'identification est au stade « {state} » ; il faut : {after}"
    ),
    "no {document} is on record; there are: {known}": (
        "aucun document « {document} » n'est enregistré ; il y a : {known}"
    ),
    "{country} is not the code of a country": "{country} n'est pas le code d'un pays",
    "{day} is not a day of the calendar": "{day} n'est pas un jour du calendrier",
    "the document had run out on {last_day}": "le document a expiré le {last_day}",
    "no travel document is on record": "aucun document de voyage n'est enregistré",
    "it is not known until when the {document} is valid": (
        "on ne sait pas jusqu'à quand le document « {document} » est valable"
    ),
    "the {document} was valid until {last_day}": (
        "le document « {document} » était valable jusqu'au {last_day}"
    ),
    "the travel document runs out": "le document de voyage expire",
}

NL: dict[str, str] = {
    "Follow identification and travel documents.": "Identificatie en reisdocumenten opvolgen.",
    "Ask an embassy for an emergency travel document; never while protection is asked.": (
        "Een doorlaatbewijs vragen aan een ambassade; nooit zolang bescherming gevraagd wordt."
    ),
    "Record that the resident was presented to the embassy.": (
        "Registreren dat de bewoner aan de ambassade voorgesteld is."
    ),
    "Record that the authorities of the country recognised the resident.": (
        "Registreren dat de overheid van het land de bewoner erkend heeft."
    ),
    "Record that the embassy gave an emergency travel document.": (
        "Registreren dat de ambassade een doorlaatbewijs gegeven heeft."
    ),
    "Record that the embassy refused.": "Registreren dat de ambassade geweigerd heeft.",
    "Record a document to travel with that is at hand.": (
        "Een reisdocument registreren dat voorhanden is."
    ),
    "Record that a document at hand no longer serves.": (
        "Registreren dat een voorhanden document niet meer dient."
    ),
    "Record that a document at hand was lost or destroyed.": (
        "Registreren dat een voorhanden document verloren of vernietigd is."
    ),
    "The two letters of the country: MA.": "De twee letters van het land: MA.",
    "The last day on which it is valid.": "De laatste dag waarop het geldig is.",
    "The number of the document; sealed.": "Het nummer van het document; verzegeld.",
    "What kind of document.": "De soort document.",
    "Why it refused.": "Waarom ze weigerde.",
    "Why it no longer serves.": "Waarom het niet meer dient.",
    "the two letters of a country, as in MA": "de twee letters van een land, zoals MA",
    "declared": "verklaard",
    "document-valid": "geldig document",
    "interviewed": "voorgesteld aan de ambassade",
    "laissez-passer-requested": "doorlaatbewijs gevraagd",
    "recognised": "erkend",
    "an application for protection is {state}; the country of origin is told nothing": (
        "een vraag om bescherming is {state}; het land van herkomst verneemt niets"
    ),
    "identification is {state}; this needs {after}": (
        "de identificatie is {state}; nodig is: {after}"
    ),
    "no {document} is on record; there are: {known}": (
        "er is geen {document} geregistreerd; er is: {known}"
    ),
    "{country} is not the code of a country": "{country} is geen code van een land",
    "{day} is not a day of the calendar": "{day} is geen dag van de kalender",
    "the document had run out on {last_day}": "het document was verstreken op {last_day}",
    "no travel document is on record": "er is geen reisdocument geregistreerd",
    "it is not known until when the {document} is valid": (
        "het is niet bekend tot wanneer het document ({document}) geldig is"
    ),
    "the {document} was valid until {last_day}": (
        "het document ({document}) was geldig tot {last_day}"
    ),
    "the travel document runs out": "het reisdocument verstrijkt",
}
