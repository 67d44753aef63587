"""The texts of the region health in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "Record the medical intake, fitness to travel, an objection or an examination under force.": (
        "Enregistrer l'examen à l'arrivée, l'aptitude au voyage, une objection ou un examen sous "
        "contrainte."
    ),
    "Record that the medical service saw the resident after arrival.": (
        "Enregistrer que le service médical a vu le résident après son arrivée."
    ),
    "Object to the departure, as a doctor; it stands until it is resolved.": (
        "S'opposer au départ, en tant que médecin ; l'objection tient jusqu'à ce qu'elle soit "
        "tranchée."
    ),
    "Resolve an objection: another doctor, or the removal director for the Director general.": (
        "Trancher une objection : un autre médecin, ou le directeur éloignement pour le directeur "
        "général."
    ),
    "Record a medical examination under force (art. 74/23); a report is due without delay.": (
        "Enregistrer un examen médical sous contrainte (art. 74/23) ; un rapport est dû sans délai."
    ),
    "What the medical service notes; sealed, for medical staff.": (
        "Ce que note le service médical ; scellé, pour le personnel médical."
    ),
    "Whether the objection is upheld or lifted; upheld, it counts as unfit to travel.": (
        "Si l'objection est maintenue ou levée ; maintenue, elle vaut inaptitude au voyage."
    ),
    "Who demands the result.": "Qui exige le résultat.",
    "Whether a public health emergency of international concern is declared.": (
        "Si une urgence de santé publique de portée internationale est déclarée."
    ),
    "Whether no other certificate is accepted.": "Si aucun autre certificat n'est accepté.",
    "The day on which the resident was informed.": "Le jour où le résident a été informé.",
    "The day on which the undertaking was signed.": "Le jour où l'engagement a été signé.",
    "Whether the resident read it again in private before signing.": (
        "Si le résident l'a relu en privé avant de signer."
    ),
    "Whether a minor was present.": "Si un mineur était présent.",
    "Whether the agents were trained for it.": "Si les agents y étaient formés.",
    "complete the medical intake": "faire l'examen médical à l'arrivée",
    "a doctor objected to the departure on {day}; nobody has resolved it": (
        "un médecin s'est opposé au départ le {day} ; personne n'a tranché"
    ),
    "the medical intake is not completed": "l'examen médical à l'arrivée n'est pas fait",
    "the medical objection is {state}; this needs {after}": (
        "l'objection médicale est {state} ; il faut {after}"
    ),
    "{person} raised the objection as {account}; another person must resolve it": (
        "{person} a soulevé l'objection en tant que {account} ; une autre personne doit trancher"
    ),
    "the resident is not on record as an adult: no force is used": (
        "le résident n'est pas enregistré comme adulte : pas de contrainte"
    ),
    "it is not established that no minor was present": (
        "il n'est pas établi qu'aucun mineur n'était présent"
    ),
    "no public health emergency of international concern is known": (
        "aucune urgence de santé publique de portée internationale n'est connue"
    ),
    "it is not established that no other certificate was accepted": (
        "il n'est pas établi qu'aucun autre certificat n'était accepté"
    ),
    "it is not established that the resident was informed before": (
        "il n'est pas établi que le résident a été informé avant"
    ),
    "it is not established that the undertaking was signed before": (
        "il n'est pas établi que l'engagement a été signé avant"
    ),
    "it is not established that it was read again in private": (
        "il n'est pas établi qu'il a été relu en privé"
    ),
    "it is not established that the agents were trained for it": (
        "il n'est pas établi que les agents y étaient formés"
    ),
    "pending": "en suspens",
    "resolved": "tranché",
    "unassessed": "non évalué",
    "objection-pending": "objection en suspens",
    "the objection that {person} raised as {account} is pending": (
        "l'objection que {person} a soulevée comme {account} est pendante"
    ),
    "no law allows an examination under force before {day}": (
        "aucune loi ne permet un examen sous contrainte avant le {day}"
    ),
    "the undertaking was signed before the resident was informed": (
        "l'engagement a été signé avant que le résident soit informé"
    ),
}

NL: dict[str, str] = {
    "Record the medical intake, fitness to travel, an objection or an examination under force.": (
        "Het medisch onderzoek bij aankomst, de reisgeschiktheid, een bezwaar of een onderzoek "
        "onder dwang registreren."
    ),
    "Record that the medical service saw the resident after arrival.": (
        "Registreren dat de medische dienst de bewoner na aankomst heeft gezien."
    ),
    "Object to the departure, as a doctor; it stands until it is resolved.": (
        "Als arts bezwaar maken tegen het vertrek; het geldt tot erover is beslist."
    ),
    "Resolve an objection: another doctor, or the removal director for the Director general.": (
        "Over een bezwaar beslissen: een andere arts, of de directeur verwijdering voor de "
        "directeur-generaal."
    ),
    "Record a medical examination under force (art. 74/23); a report is due without delay.": (
        "Een medisch onderzoek onder dwang registreren (art. 74/23); onverwijld volgt een verslag."
    ),
    "What the medical service notes; sealed, for medical staff.": (
        "Wat de medische dienst noteert; verzegeld, voor medisch personeel."
    ),
    "Whether the objection is upheld or lifted; upheld, it counts as unfit to travel.": (
        "Of het bezwaar bevestigd of opgeheven is; bevestigd geldt het als niet reisgeschikt."
    ),
    "Who demands the result.": "Wie het resultaat eist.",
    "Whether a public health emergency of international concern is declared.": (
        "Of een noodsituatie op gezondheidsgebied van internationaal belang is uitgeroepen."
    ),
    "Whether no other certificate is accepted.": "Of geen ander attest wordt aanvaard.",
    "The day on which the resident was informed.": "De dag waarop de bewoner is ingelicht.",
    "The day on which the undertaking was signed.": "De dag waarop de verbintenis is ondertekend.",
    "Whether the resident read it again in private before signing.": (
        "Of de bewoner ze alleen herlezen heeft vóór de ondertekening."
    ),
    "Whether a minor was present.": "Of een minderjarige aanwezig was.",
    "Whether the agents were trained for it.": "Of de agenten ervoor waren opgeleid.",
    "complete the medical intake": "het medisch onderzoek bij aankomst doen",
    "a doctor objected to the departure on {day}; nobody has resolved it": (
        "een arts maakte op {day} bezwaar tegen het vertrek; niemand heeft erover beslist"
    ),
    "the medical intake is not completed": "het medisch onderzoek bij aankomst is niet gedaan",
    "the medical objection is {state}; this needs {after}": (
        "het medisch bezwaar is {state}; hiervoor is nodig: {after}"
    ),
    "{person} raised the objection as {account}; another person must resolve it": (
        "{person} maakte het bezwaar als {account}; een andere persoon moet erover beslissen"
    ),
    "the resident is not on record as an adult: no force is used": (
        "de bewoner is niet als volwassene geregistreerd: geen dwang"
    ),
    "it is not established that no minor was present": (
        "het staat niet vast dat geen minderjarige aanwezig was"
    ),
    "no public health emergency of international concern is known": (
        "er is geen noodsituatie op gezondheidsgebied van internationaal belang bekend"
    ),
    "it is not established that no other certificate was accepted": (
        "het staat niet vast dat geen ander attest werd aanvaard"
    ),
    "it is not established that the resident was informed before": (
        "het staat niet vast dat de bewoner vooraf is ingelicht"
    ),
    "it is not established that the undertaking was signed before": (
        "het staat niet vast dat de verbintenis vooraf is ondertekend"
    ),
    "it is not established that it was read again in private": (
        "het staat niet vast dat ze alleen is herlezen"
    ),
    "it is not established that the agents were trained for it": (
        "het staat niet vast dat de agenten ervoor waren opgeleid"
    ),
    "pending": "hangende",
    "resolved": "beslecht",
    "unassessed": "niet beoordeeld",
    "objection-pending": "bezwaar hangende",
    "the objection that {person} raised as {account} is pending": (
        "het bezwaar dat {person} als {account} maakte, is hangend"
    ),
    "no law allows an examination under force before {day}": (
        "geen wet laat een onderzoek onder dwang toe vóór {day}"
    ),
    "the undertaking was signed before the resident was informed": (
        "de verbintenis werd ondertekend voordat de bewoner werd ingelicht"
    ),
}
