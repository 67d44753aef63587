"""The texts of the region incidents in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "Report a serious incident, give feedback on it, answer it or close it.": (
        "Signaler un incident grave, en faire le feed-back, y répondre ou le clôturer."
    ),
    "Report a serious incident; when it happened is what --on says. It gets a number.": (
        "Signaler un incident grave ; --on dit quand il s'est produit. Il reçoit un numéro."
    ),
    "Record that a hunger strike is over.": "Enregistrer la fin d'une grève de la faim.",
    "Give the structured report on an incident to the hierarchy.": (
        "Remettre à la hiérarchie le feed-back structuré sur un incident."
    ),
    "Answer the report on an incident; by another than who gave it.": (
        "Répondre au feed-back sur un incident ; par un autre que son auteur."
    ),
    "Close the follow-up of an incident; a hunger strike has ended before.": (
        "Clôturer le suivi d'un incident ; une grève de la faim a pris fin avant."
    ),
    "The kind of incident.": "Le type d'incident.",
    "What happened.": "Ce qui s'est passé.",
    "A measure taken at once; again for each one.": (
        "Une mesure prise aussitôt ; à répéter pour chacune."
    ),
    "Whether the police was told.": "Si la police a été avertie.",
    "Whether the lawyer was contacted.": "Si l'avocat a été contacté.",
    "Whether the family was contacted.": "Si la famille a été contactée.",
    "What happened, in words; sealed.": "Ce qui s'est passé, en toutes lettres ; scellé.",
    "How it ended.": "Comment elle a pris fin.",
    "What is learned from it; again for each one.": (
        "Un enseignement qui en est tiré ; à répéter pour chacun."
    ),
    "The report to the hierarchy; sealed.": "Le rapport à la hiérarchie ; scellé.",
    "What is to follow.": "La suite à donner.",
    "What the hierarchy answers; sealed.": "Ce que répond la hiérarchie ; scellé.",
    "report the incident to the hierarchy": "faire rapport de l'incident à la hiérarchie",
    "incident {n} is no hunger strike: it has no end to record": (
        "l'incident {n} n'est pas une grève de la faim : il n'a pas de fin à enregistrer"
    ),
    "the hunger strike {n} has ended already": "la grève de la faim {n} a déjà pris fin",
    "the hunger strike {n} lasts": "la grève de la faim {n} dure encore",
    "{person} reported incident {n} to the hierarchy as {account}; another must answer": (
        "{person} a fait rapport de l'incident {n} à la hiérarchie en tant que {account} ; un "
        "autre doit répondre"
    ),
    "fed-back": "transmis à la hiérarchie",
    "answered": "répondu",
    "the hierarchy answered on incident {n} and asked for no more": (
        "la hiérarchie a répondu sur l'incident {n} et n'a rien demandé de plus"
    ),
    "the hierarchy asked for more on incident {n}, and was not told": (
        "la hiérarchie a demandé un complément sur l'incident {n}, et ne l'a pas reçu"
    ),
}

NL: dict[str, str] = {
    "Report a serious incident, give feedback on it, answer it or close it.": (
        "Een ernstig incident melden, er feedback over geven, erop antwoorden of het afsluiten."
    ),
    "Report a serious incident; when it happened is what --on says. It gets a number.": (
        "Een ernstig incident melden; --on zegt wanneer het gebeurde. Het krijgt een nummer."
    ),
    "Record that a hunger strike is over.": "Het einde van een hongerstaking registreren.",
    "Give the structured report on an incident to the hierarchy.": (
        "De gestructureerde feedback over een incident aan de hiërarchie geven."
    ),
    "Answer the report on an incident; by another than who gave it.": (
        "Antwoorden op de feedback over een incident; door een ander dan wie ze gaf."
    ),
    "Close the follow-up of an incident; a hunger strike has ended before.": (
        "De opvolging van een incident afsluiten; een hongerstaking is dan voorbij."
    ),
    "The kind of incident.": "Het soort incident.",
    "What happened.": "Wat er gebeurde.",
    "A measure taken at once; again for each one.": (
        "Een maatregel die meteen is genomen; te herhalen voor elk."
    ),
    "Whether the police was told.": "Of de politie is verwittigd.",
    "Whether the lawyer was contacted.": "Of de advocaat is gecontacteerd.",
    "Whether the family was contacted.": "Of de familie is gecontacteerd.",
    "What happened, in words; sealed.": "Wat er gebeurde, in woorden; verzegeld.",
    "How it ended.": "Hoe het eindigde.",
    "What is learned from it; again for each one.": "Wat eruit te leren is; te herhalen voor elk.",
    "The report to the hierarchy; sealed.": "Het verslag aan de hiërarchie; verzegeld.",
    "What is to follow.": "Wat er moet volgen.",
    "What the hierarchy answers; sealed.": "Wat de hiërarchie antwoordt; verzegeld.",
    "report the incident to the hierarchy": "het incident aan de hiërarchie melden",
    "incident {n} is no hunger strike: it has no end to record": (
        "incident {n} is geen hongerstaking: er is geen einde te registreren"
    ),
    "the hunger strike {n} has ended already": "hongerstaking {n} is al beëindigd",
    "the hunger strike {n} lasts": "hongerstaking {n} duurt nog",
    "{person} reported incident {n} to the hierarchy as {account}; another must answer": (
        "{person} meldde incident {n} aan de hiërarchie als {account}; een ander moet antwoorden"
    ),
    "fed-back": "aan de hiërarchie gemeld",
    "answered": "beantwoord",
    "the hierarchy answered on incident {n} and asked for no more": (
        "de hiërarchie heeft geantwoord over incident {n} en vroeg niets meer"
    ),
    "the hierarchy asked for more on incident {n}, and was not told": (
        "de hiërarchie vroeg een aanvulling over incident {n}, en kreeg die niet"
    ),
}
