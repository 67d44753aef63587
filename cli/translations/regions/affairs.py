"""The texts of the region affairs in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "About what.": "À quel sujet.",
    "Ask leave for a complex dossier, an exceptional act or an activity. It gets a number.": (
        "Demander une autorisation pour un dossier complexe, un acte exceptionnel ou une "
        "activité. Elle reçoit un numéro."
    ),
    "Ask leave for what a coach does not decide alone; give, refuse or take it back.": (
        "Demander l'autorisation de ce qu'un coach ne décide pas seul ; la donner, la "
        "refuser ou la retirer."
    ),
    "By which means; again for each one.": "Par quel moyen ; à répéter pour chacun.",
    "Give leave; by another person than who asked.": (
        "Donner l'autorisation ; par une autre personne que le demandeur."
    ),
    "Give the dossier to a coach to follow.": "Confier le suivi du dossier à un coach.",
    "How it was resolved.": "Comment il a été résolu.",
    "List exchanges by day of receipt, with what is due and how late: the register of requests.": (
        "Lister les échanges par jour de réception, avec l'échéance et le retard : le "
        "registre des demandes."
    ),
    "More about it; sealed.": "Plus de détails ; scellé.",
    "Only about this.": "Uniquement à ce sujet.",
    "Record a complaint of the resident. It gets a number.": (
        "Enregistrer une plainte du résident. Elle reçoit un numéro."
    ),
    "Record a complaint, how it ended, or that it was taken back; none is ever deleted.": (
        "Enregistrer une plainte, son issue ou son retrait ; aucune n'est jamais effacée."
    ),
    "Record a letter, a mail, a call or a meeting, answer it, or list them.": (
        "Enregistrer une lettre, un courriel, un appel ou une réunion, y répondre, ou les lister."
    ),
    "Record a measure taken at once in a crisis on the site, and report it afterwards.": (
        "Enregistrer une mesure prise aussitôt lors d'une crise sur le site, et en faire "
        "rapport ensuite."
    ),
    "Record a measure taken at once, without leave. It gets a number.": (
        "Enregistrer une mesure prise aussitôt, sans autorisation. Elle reçoit un numéro."
    ),
    "Record an exchange: when it was received or sent is what --on says. It gets a number.": (
        "Enregistrer un échange : --on dit quand il a été reçu ou envoyé. Il reçoit un numéro."
    ),
    "Record how a complaint ended; by another person than it is about.": (
        "Enregistrer l'issue d'une plainte ; par une autre personne que celle qu'elle vise."
    ),
    "Record how an obstacle was dealt with.": "Enregistrer comment un obstacle a été traité.",
    "Record that the resident takes a complaint back; it stays on record.": (
        "Enregistrer que le résident retire une plainte ; elle reste enregistrée."
    ),
    "Record the advice on a request for reconsideration; the decision is due from then.": (
        "Enregistrer l'avis sur une demande de reconsidération ; la décision est due à "
        "partir de là."
    ),
    "Record the answer to an exchange.": "Enregistrer la réponse à un échange.",
    "Record what stands in the way of a return. It gets a number.": (
        "Enregistrer ce qui fait obstacle au retour. L'obstacle reçoit un numéro."
    ),
    "Refuse leave; by another person than who asked.": (
        "Refuser l'autorisation ; par une autre personne que le demandeur."
    ),
    "Report a crisis measure to the hierarchy.": (
        "Faire rapport d'une mesure de crise à la hiérarchie."
    ),
    "Said to us, or by us.": "Reçu ou envoyé par nous.",
    "Say what stands in the way of a return, and how it was dealt with.": (
        "Dire ce qui fait obstacle au retour, et comment cela a été traité."
    ),
    "Take back a request, or leave that was given.": (
        "Retirer une demande, ou une autorisation donnée."
    ),
    "Take the longer term the law allows for an answer; once, before the first one ends.": (
        "Prendre le délai plus long que la loi permet pour une réponse ; une fois, avant la "
        "fin du premier."
    ),
    "The account of the coach.": "Le compte du coach.",
    "The account of the person it is about.": "Le compte de la personne visée.",
    "The day by which an answer is asked.": "Le jour pour lequel une réponse est demandée.",
    "To whom it is addressed.": "À qui elle est adressée.",
    "Under which conditions; sealed.": "À quelles conditions ; scellé.",
    "What is answered; sealed.": "Ce qui est répondu ; scellé.",
    "What is complained of; sealed.": "L'objet de la plainte ; scellé.",
    "What leave is for.": "L'objet de l'autorisation.",
    "What stands in the way.": "Ce qui fait obstacle.",
    "What the answer was.": "Quelle était la réponse.",
    "What was advised; sealed.": "Ce qui a été conseillé ; scellé.",
    "What was answered; sealed.": "Ce qui a été répondu ; scellé.",
    "What was done.": "Ce qui a été fait.",
    "Whether a contact person is stated: name, capacity, address, telephone.": (
        "Si une personne de contact est mentionnée : nom, qualité, adresse, téléphone."
    ),
    "Whether an answer is expected.": "Si une réponse est attendue.",
    "Why it is needed; sealed.": "Pourquoi elle est nécessaire ; scellé.",
    "Why it is refused; sealed.": "Pourquoi elle est refusée ; scellé.",
    "Why it is taken back; sealed.": "Pourquoi elle est retirée ; scellé.",
    "Why more time is needed; sealed.": "Pourquoi il faut plus de temps ; scellé.",
    "With whom.": "Avec qui.",
    "advised": "avis reçu",
    "answer the exchange": "répondre à l'échange",
    "answer the request for authorisation": "répondre à la demande d'autorisation",
    "authorisation": "autorisation",
    "complaint": "plainte",
    "complaint {n} is about {person}; another must handle it": (
        "la plainte {n} vise {person} ; un autre doit la traiter"
    ),
    "crisis measure": "mesure de crise",
    "exchange": "échange",
    "exchange {n} asks for no reconsideration": "l'échange {n} ne demande pas de reconsidération",
    "extended": "prolongé",
    "give DOSSIER or --centre, not both": "donnez DOSSIER ou --centre, pas les deux",
    "handled": "traité",
    "have an answer to the exchange": "obtenir une réponse à l'échange",
    "it is not said by which means": "le moyen n'est pas indiqué",
    "obstacle": "obstacle au retour",
    "raised": "soulevé",
    "report the crisis measure": "faire rapport de la mesure de crise",
    "requested": "demandé",
    "the day to answer by, {day}, has passed": "le jour pour répondre, le {day}, est passé",
    "the law asks for an answer to this": "la loi demande d'y répondre",
    "the term to answer exchange {n} ended on {last_day}": (
        "le délai pour répondre à l'échange {n} a pris fin le {last_day}"
    ),
    "the term to answer exchange {n} has no extension": (
        "le délai pour répondre à l'échange {n} n'a pas de prolongation"
    ),
    "{account} is no coach at that moment": "{account} n'est pas coach à ce moment",
    "{person} asked for authorisation {n} as {account}; another must answer": (
        "{person} a demandé l'autorisation {n} en tant que {account} ; un autre doit répondre"
    ),
    "subject": "objet",
    "partner": "partenaire",
    "days late": "jours de retard",
    "contact stated": "contact mentionné",
    "this may keep the resident apart; say with --hours for how long at most": (
        "cela peut isoler le résident ; dites avec --hours pour combien de temps au plus"
    ),
    "{hours} hours in all are more than the {most} of a crisis; propose a measure": (
        "{hours} heures en tout dépassent les {most} d'une crise ; proposez une mesure"
    ),
    "the resident is no longer kept apart by a crisis measure": (
        "le résident n'est plus isolé par une mesure de crise"
    ),
    "For how many hours it keeps the resident apart, at most; said where it may.": (
        "Pendant combien d'heures elle isole le résident, au plus ; à dire là où elle le peut."
    ),
}

NL: dict[str, str] = {
    "About what.": "Waarover.",
    "Ask leave for a complex dossier, an exceptional act or an activity. It gets a number.": (
        "Toelating vragen voor een complex dossier, een uitzonderlijke handeling of een "
        "activiteit. De vraag krijgt een nummer."
    ),
    "Ask leave for what a coach does not decide alone; give, refuse or take it back.": (
        "Toelating vragen voor wat een coach niet alleen beslist; ze geven, weigeren of intrekken."
    ),
    "By which means; again for each one.": "Met welk middel; te herhalen voor elk.",
    "Give leave; by another person than who asked.": (
        "Toelating geven; door een andere persoon dan wie ze vroeg."
    ),
    "Give the dossier to a coach to follow.": "Het dossier aan een coach toewijzen.",
    "How it was resolved.": "Hoe het werd opgelost.",
    "List exchanges by day of receipt, with what is due and how late: the register of requests.": (
        "Uitwisselingen oplijsten per dag van ontvangst, met termijn en vertraging: het "
        "register van de vragen."
    ),
    "More about it; sealed.": "Meer daarover; verzegeld.",
    "Only about this.": "Alleen hierover.",
    "Record a complaint of the resident. It gets a number.": (
        "Een klacht van de bewoner registreren. Ze krijgt een nummer."
    ),
    "Record a complaint, how it ended, or that it was taken back; none is ever deleted.": (
        "Een klacht registreren, de afloop ervan of de intrekking; geen enkele wordt ooit gewist."
    ),
    "Record a letter, a mail, a call or a meeting, answer it, or list them.": (
        "Een brief, e-mail, telefoongesprek of vergadering registreren, erop antwoorden, of "
        "ze oplijsten."
    ),
    "Record a measure taken at once in a crisis on the site, and report it afterwards.": (
        "Een maatregel registreren die bij een crisis op de site meteen is genomen, en er "
        "achteraf verslag over doen."
    ),
    "Record a measure taken at once, without leave. It gets a number.": (
        "Een maatregel registreren die meteen, zonder toelating, is genomen. Hij krijgt een nummer."
    ),
    "Record an exchange: when it was received or sent is what --on says. It gets a number.": (
        "Een uitwisseling registreren: --on zegt wanneer ze ontvangen of verzonden is. Ze "
        "krijgt een nummer."
    ),
    "Record how a complaint ended; by another person than it is about.": (
        "De afloop van een klacht registreren; door een andere persoon dan over wie ze gaat."
    ),
    "Record how an obstacle was dealt with.": "Registreren hoe een obstakel werd aangepakt.",
    "Record that the resident takes a complaint back; it stays on record.": (
        "Registreren dat de bewoner een klacht intrekt; ze blijft geregistreerd."
    ),
    "Record the advice on a request for reconsideration; the decision is due from then.": (
        "Het advies over een verzoek tot heroverweging registreren; van dan af moet beslist worden."
    ),
    "Record the answer to an exchange.": "Het antwoord op een uitwisseling registreren.",
    "Record what stands in the way of a return. It gets a number.": (
        "Registreren wat een terugkeer in de weg staat. Het krijgt een nummer."
    ),
    "Refuse leave; by another person than who asked.": (
        "Toelating weigeren; door een andere persoon dan wie ze vroeg."
    ),
    "Report a crisis measure to the hierarchy.": "Een crisismaatregel aan de hiërarchie melden.",
    "Said to us, or by us.": "Ontvangen of door ons verzonden.",
    "Say what stands in the way of a return, and how it was dealt with.": (
        "Zeggen wat een terugkeer in de weg staat, en hoe dat werd aangepakt."
    ),
    "Take back a request, or leave that was given.": (
        "Een vraag intrekken, of een gegeven toelating."
    ),
    "Take the longer term the law allows for an answer; once, before the first one ends.": (
        "De langere termijn nemen die de wet voor een antwoord toelaat; eenmaal, voor de "
        "eerste om is."
    ),
    "The account of the coach.": "De account van de coach.",
    "The account of the person it is about.": "De account van de persoon over wie het gaat.",
    "The day by which an answer is asked.": "De dag tegen welke een antwoord wordt gevraagd.",
    "To whom it is addressed.": "Tot wie ze gericht is.",
    "Under which conditions; sealed.": "Onder welke voorwaarden; verzegeld.",
    "What is answered; sealed.": "Wat er wordt geantwoord; verzegeld.",
    "What is complained of; sealed.": "Waarover geklaagd wordt; verzegeld.",
    "What leave is for.": "Waarvoor de toelating dient.",
    "What stands in the way.": "Wat in de weg staat.",
    "What the answer was.": "Wat het antwoord was.",
    "What was advised; sealed.": "Wat werd geadviseerd; verzegeld.",
    "What was answered; sealed.": "Wat er werd geantwoord; verzegeld.",
    "What was done.": "Wat er werd gedaan.",
    "Whether a contact person is stated: name, capacity, address, telephone.": (
        "Of een contactpersoon vermeld is: naam, hoedanigheid, adres, telefoon."
    ),
    "Whether an answer is expected.": "Of een antwoord wordt verwacht.",
    "Why it is needed; sealed.": "Waarom ze nodig is; verzegeld.",
    "Why it is refused; sealed.": "Waarom ze geweigerd wordt; verzegeld.",
    "Why it is taken back; sealed.": "Waarom ze wordt ingetrokken; verzegeld.",
    "Why more time is needed; sealed.": "Waarom er meer tijd nodig is; verzegeld.",
    "With whom.": "Met wie.",
    "advised": "advies ontvangen",
    "answer the exchange": "op de uitwisseling antwoorden",
    "answer the request for authorisation": "op de vraag om toelating antwoorden",
    "authorisation": "toelating",
    "complaint": "klacht",
    "complaint {n} is about {person}; another must handle it": (
        "klacht {n} gaat over {person}; een ander moet ze behandelen"
    ),
    "crisis measure": "crisismaatregel",
    "exchange": "uitwisseling",
    "exchange {n} asks for no reconsideration": "uitwisseling {n} vraagt geen heroverweging",
    "extended": "verlengd",
    "give DOSSIER or --centre, not both": "geef DOSSIER of --centre, niet allebei",
    "handled": "behandeld",
    "have an answer to the exchange": "antwoord krijgen op de uitwisseling",
    "it is not said by which means": "er is niet gezegd met welk middel",
    "obstacle": "obstakel",
    "raised": "opgeworpen",
    "report the crisis measure": "de crisismaatregel melden",
    "requested": "gevraagd",
    "the day to answer by, {day}, has passed": "de dag om te antwoorden, {day}, is voorbij",
    "the law asks for an answer to this": "de wet vraagt hierop een antwoord",
    "the term to answer exchange {n} ended on {last_day}": (
        "de termijn om op uitwisseling {n} te antwoorden eindigde op {last_day}"
    ),
    "the term to answer exchange {n} has no extension": (
        "de termijn om op uitwisseling {n} te antwoorden kent geen verlenging"
    ),
    "{account} is no coach at that moment": "{account} is op dat ogenblik geen coach",
    "{person} asked for authorisation {n} as {account}; another must answer": (
        "{person} vroeg toelating {n} als {account}; een ander moet antwoorden"
    ),
    "subject": "onderwerp",
    "partner": "gesprekspartner",
    "days late": "dagen te laat",
    "contact stated": "contact vermeld",
    "this may keep the resident apart; say with --hours for how long at most": (
        "dit kan de bewoner afzonderen; zeg met --hours voor hoelang ten hoogste"
    ),
    "{hours} hours in all are more than the {most} of a crisis; propose a measure": (
        "{hours} uur in het geheel is meer dan de {most} van een crisis; stel een maatregel voor"
    ),
    "the resident is no longer kept apart by a crisis measure": (
        "de bewoner is niet langer afgezonderd door een crisismaatregel"
    ),
    "For how many hours it keeps the resident apart, at most; said where it may.": (
        "Hoeveel uur ze de bewoner ten hoogste afzondert; te zeggen waar dat kan."
    ),
}
