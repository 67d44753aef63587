"""The texts of the region remedies in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "the appeal against this refusal lets the applicant remain by itself: the judge is asked "
    "where it was accelerated, inadmissible or held to be withdrawn": (
        "le recours contre ce refus permet par lui-même au demandeur de rester : le juge est "
        "saisi en cas de procédure accélérée, d'irrecevabilité ou de retrait implicite"
    ),
    "appeal {n} is on record as another: {kind}; lodge this one under its own number": (
        "le recours {n} est enregistré comme un autre : {kind} ; introduisez celui-ci sous son "
        "propre numéro"
    ),
    # Commands
    "Hand in, transmit, lodge, follow or decide an appeal.": (
        "Remettre, transmettre, introduire, suivre ou décider un recours."
    ),
    "Record that the judge admitted a request lodged after its term.": (
        "Enregistrer que le juge a admis une demande introduite hors délai."
    ),
    "Record that the administrative file was sent to the Council.": (
        "Enregistrer que le dossier administratif a été transmis au Conseil."
    ),
    "Record the day on which the Council hears an appeal.": (
        "Enregistrer le jour où le Conseil entend un recours."
    ),
    "The day on which it is heard.": "Le jour de l'audience.",
    "Record what the registry of the Council asked the applicant for.": (
        "Enregistrer ce que le greffe du Conseil a demandé au requérant."
    ),
    "What the registry asks of the applicant.": "Ce que le greffe demande au requérant.",
    "Record that the judge was asked to let the applicant remain during an asylum appeal.": (
        "Enregistrer qu'il a été demandé au juge de laisser rester le requérant pendant un recours "
        "en matière d'asile."
    ),
    "Record what the judge ruled on a request to remain.": (
        "Enregistrer ce que le juge a décidé sur une demande de rester."
    ),
    "What the judge ruled.": "Ce que le juge a décidé.",
    "Record interim measures of courts and committees; each blocks departure until lifted.": (
        "Enregistrer les mesures provisoires de juridictions et de comités ; chacune bloque le "
        "départ jusqu'à sa levée."
    ),
    "Who ordered it.": "Qui l'a ordonnée.",
    "Record an interim measure of a court or a committee.": (
        "Enregistrer une mesure provisoire d'une juridiction ou d'un comité."
    ),
    "Record that an interim measure was lifted.": (
        "Enregistrer qu'une mesure provisoire a été levée."
    ),
    "The number of the decision it is against; without it, any that stands may be meant.": (
        "Le numéro de la décision attaquée ; sans lui, toute décision en vigueur peut être visée."
    ),
    # What the desk is told
    "warning: {what}": "attention : {what}",
    "no ruling yet on the request of {day} to the council chamber ({number}): the removal "
    "leaves it without object (CDC-01)": (
        "la requête du {day} à la chambre du conseil ({number}) n'est pas encore jugée : "
        "l'éloignement la prive d'objet (CDC-01)"
    ),
    "the hierarchy confirmed it (authorisation {n})": (
        "la hiérarchie l'a confirmé (autorisation {n})"
    ),
    "the hierarchy has not confirmed it: authorise request --kind removal-before-ruling": (
        "la hiérarchie ne l'a pas confirmé : authorise request --kind removal-before-ruling"
    ),
    # Refusals
    "no decision was notified with the number {n}; there are: {numbers}": (
        "aucune décision n'a été notifiée sous le numéro {n} ; il y a : {numbers}"
    ),
    "the request was admitted on {day}": "la demande a été admise le {day}",
    "the file of this appeal was sent on {day}": "le dossier de ce recours a été transmis le {day}",
    "the file was due at the Council by {last_day}: what is alleged is deemed proven": (
        "le dossier devait parvenir au Conseil pour le {last_day} : ce qui est allégué est réputé "
        "prouvé"
    ),
    "{day} was over when the hearing was fixed": (
        "le {day} était passé quand l'audience a été fixée"
    ),
    "no asylum application was refused that may still be appealed": (
        "aucune demande de protection internationale n'a été refusée par une décision encore "
        "susceptible de recours"
    ),
    "the refusal was notified on {day}; this is for those notified from {begins}": (
        "le refus a été notifié le {day} ; ceci vaut pour ceux notifiés à partir du {begins}"
    ),
    "a request to remain is made and not ruled upon": (
        "une demande de rester est introduite et n'est pas tranchée"
    ),
    "no request to remain is waiting for a ruling": "aucune demande de rester n'attend de décision",
    "the request of {since} to remain during the asylum appeal is not ruled upon": (
        "la demande du {since} de rester pendant le recours en matière d'asile n'est pas tranchée"
    ),
    "the remedies against the decision on asylum were not stated, so the appeal term never "
    "started": (
        "les recours contre la décision d'asile n'ont pas été mentionnés, le délai de recours n'a "
        "donc jamais pris cours"
    ),
    "the day or the means of notification of the decision on asylum is not known, nor is the "
    "appeal term": (
        "le jour ou le mode de notification de la décision d'asile n'est pas connu, le délai de "
        "recours non plus"
    ),
    "an interim measure stands since {day}: {body} {reference}": (
        "une mesure provisoire est en vigueur depuis le {day} : {body} {reference}"
    ),
    "this interim measure is on record already": "cette mesure provisoire est déjà enregistrée",
    "no such interim measure stands": "aucune mesure provisoire de ce genre n'est en vigueur",
    "several interim measures stand ({numbers}): say which": (
        "plusieurs mesures provisoires sont en vigueur ({numbers}) : dites laquelle"
    ),
    # What falls due
    "send the administrative file to the Council, or what the applicant alleges is deemed proven": (
        "transmettre le dossier administratif au Conseil, sinon ce que le requérant allègue est "
        "réputé prouvé"
    ),
    "the Council hears the asylum appeal": "le Conseil entend le recours en matière d'asile",
    "the Council rules on the asylum appeal": (
        "le Conseil statue sur le recours en matière d'asile"
    ),
    "the Council rules on the request in extreme urgency": (
        "le Conseil statue sur la demande en extrême urgence"
    ),
    "the term to prove legal aid to the Council ends": (
        "fin du délai pour prouver l'aide juridique au Conseil"
    ),
    "the term to pay the court fee ends": "fin du délai pour payer le droit de rôle",
    "the term for an annulment appeal that stops nothing by itself ends": (
        "fin du délai d'un recours en annulation qui ne suspend rien par lui-même"
    ),
}

NL: dict[str, str] = {
    "the appeal against this refusal lets the applicant remain by itself: the judge is asked "
    "where it was accelerated, inadmissible or held to be withdrawn": (
        "het beroep tegen deze weigering laat de verzoeker uit zichzelf blijven: de rechter "
        "wordt gevraagd bij een versnelde procedure, niet-ontvankelijkheid of impliciete "
        "intrekking"
    ),
    "appeal {n} is on record as another: {kind}; lodge this one under its own number": (
        "beroep {n} is geregistreerd als een ander: {kind}; dien dit in onder zijn eigen nummer"
    ),
    # Commands
    "Hand in, transmit, lodge, follow or decide an appeal.": (
        "Een beroep afgeven, doorsturen, indienen, opvolgen of beslissen."
    ),
    "Record that the judge admitted a request lodged after its term.": (
        "Vastleggen dat de rechter een laattijdige vordering heeft toegelaten."
    ),
    "Record that the administrative file was sent to the Council.": (
        "Vastleggen dat het administratief dossier aan de Raad is bezorgd."
    ),
    "Record the day on which the Council hears an appeal.": (
        "De dag vastleggen waarop de Raad een beroep behandelt."
    ),
    "The day on which it is heard.": "De dag van de zitting.",
    "Record what the registry of the Council asked the applicant for.": (
        "Vastleggen wat de griffie van de Raad aan de verzoeker heeft gevraagd."
    ),
    "What the registry asks of the applicant.": "Wat de griffie aan de verzoeker vraagt.",
    "Record that the judge was asked to let the applicant remain during an asylum appeal.": (
        "Vastleggen dat de rechter is gevraagd de verzoeker te laten blijven tijdens een "
        "asielberoep."
    ),
    "Record what the judge ruled on a request to remain.": (
        "Vastleggen wat de rechter over een verzoek om te blijven heeft beslist."
    ),
    "What the judge ruled.": "Wat de rechter heeft beslist.",
    "Record interim measures of courts and committees; each blocks departure until lifted.": (
        "Voorlopige maatregelen van gerechten en comités vastleggen; elk houdt het vertrek tegen "
        "tot de opheffing."
    ),
    "Who ordered it.": "Wie hem heeft bevolen.",
    "Record an interim measure of a court or a committee.": (
        "Een voorlopige maatregel van een gerecht of een comité vastleggen."
    ),
    "Record that an interim measure was lifted.": (
        "Vastleggen dat een voorlopige maatregel is opgeheven."
    ),
    "The number of the decision it is against; without it, any that stands may be meant.": (
        "Het nummer van de bestreden beslissing; zonder nummer kan elke geldende beslissing "
        "bedoeld zijn."
    ),
    # What the desk is told
    "warning: {what}": "let op: {what}",
    "no ruling yet on the request of {day} to the council chamber ({number}): the removal "
    "leaves it without object (CDC-01)": (
        "over het verzoekschrift van {day} aan de raadkamer ({number}) is nog niet beslist: de "
        "verwijdering maakt het zonder voorwerp (CDC-01)"
    ),
    "the hierarchy confirmed it (authorisation {n})": (
        "de hiërarchie heeft het bevestigd (toelating {n})"
    ),
    "the hierarchy has not confirmed it: authorise request --kind removal-before-ruling": (
        "de hiërarchie heeft het niet bevestigd: authorise request --kind removal-before-ruling"
    ),
    # Refusals
    "no decision was notified with the number {n}; there are: {numbers}": (
        "er is geen beslissing met het nummer {n} ter kennis gebracht; er zijn: {numbers}"
    ),
    "the request was admitted on {day}": "de vordering is toegelaten op {day}",
    "the file of this appeal was sent on {day}": (
        "het dossier van dit beroep is doorgestuurd op {day}"
    ),
    "the file was due at the Council by {last_day}: what is alleged is deemed proven": (
        "het dossier moest tegen {last_day} bij de Raad zijn: wat wordt aangevoerd, wordt geacht "
        "bewezen te zijn"
    ),
    "{day} was over when the hearing was fixed": "{day} was voorbij toen de zitting werd bepaald",
    "no asylum application was refused that may still be appealed": (
        "geen verzoek om internationale bescherming is geweigerd waartegen nog beroep openstaat"
    ),
    "the refusal was notified on {day}; this is for those notified from {begins}": (
        "de weigering is ter kennis gebracht op {day}; dit geldt voor die vanaf {begins}"
    ),
    "a request to remain is made and not ruled upon": (
        "een verzoek om te blijven is ingediend en nog niet beslist"
    ),
    "no request to remain is waiting for a ruling": (
        "geen verzoek om te blijven wacht op een beslissing"
    ),
    "the request of {since} to remain during the asylum appeal is not ruled upon": (
        "over het verzoek van {since} om te blijven tijdens het asielberoep is niet beslist"
    ),
    "the remedies against the decision on asylum were not stated, so the appeal term never "
    "started": (
        "de beroepen tegen de asielbeslissing zijn niet vermeld, dus is de beroepstermijn nooit "
        "begonnen"
    ),
    "the day or the means of notification of the decision on asylum is not known, nor is the "
    "appeal term": (
        "de dag of de wijze van kennisgeving van de asielbeslissing is niet bekend, de "
        "beroepstermijn evenmin"
    ),
    "an interim measure stands since {day}: {body} {reference}": (
        "een voorlopige maatregel geldt sinds {day}: {body} {reference}"
    ),
    "this interim measure is on record already": "deze voorlopige maatregel is al vastgelegd",
    "no such interim measure stands": "zo'n voorlopige maatregel geldt niet",
    "several interim measures stand ({numbers}): say which": (
        "er gelden meerdere voorlopige maatregelen ({numbers}): zeg welke"
    ),
    # What falls due
    "send the administrative file to the Council, or what the applicant alleges is deemed proven": (
        "het administratief dossier aan de Raad bezorgen, of wat de verzoeker aanvoert, wordt "
        "geacht bewezen te zijn"
    ),
    "the Council hears the asylum appeal": "de Raad behandelt het asielberoep op de zitting",
    "the Council rules on the asylum appeal": "de Raad beslist over het asielberoep",
    "the Council rules on the request in extreme urgency": (
        "de Raad beslist over de UDN-vordering"
    ),
    "the term to prove legal aid to the Council ends": (
        "einde van de termijn om de juridische bijstand aan de Raad te bewijzen"
    ),
    "the term to pay the court fee ends": "einde van de termijn om het rolrecht te betalen",
    "the term for an annulment appeal that stops nothing by itself ends": (
        "einde van de termijn voor een annulatieberoep dat op zich niets schorst"
    ),
}
