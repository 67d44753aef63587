"""The texts of the region iom in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    # What each command does
    "Record that IOM or Fedasil refused eligibility; the file is over.": (
        "Enregistrer que l'OIM ou Fedasil a refusé l'éligibilité ; le dossier est terminé."
    ),
    "Record whether the Immigration Office objects to the journey with IOM.": (
        "Enregistrer si l'Office des étrangers s'oppose au voyage avec l'OIM."
    ),
    "Record that the travel document for the journey is waited for, or has arrived.": (
        "Enregistrer que le document de voyage est attendu, ou qu'il est arrivé."
    ),
    "Record that the departure premium was paid.": (
        "Enregistrer que la prime de départ a été payée."
    ),
    "Record that the file came to nothing, without withdrawal or refusal.": (
        "Enregistrer que le dossier n'a pas abouti, sans retrait ni refus."
    ),
    "Record that the support after arrival began.": (
        "Enregistrer que l'aide après l'arrivée a commencé."
    ),
    # Options
    "Why it was refused.": "Pourquoi elle a été refusée.",
    "Whether a parent or the guardian of a minor was present.": (
        "Si un parent ou le tuteur d'un mineur était présent."
    ),
    "What the Office says after checking residence and appeals.": (
        "Ce que dit l'Office après examen du séjour et des recours."
    ),
    "Why the Office objects.": "Pourquoi l'Office s'oppose.",
    "Whether it is waited for or has arrived.": "S'il est attendu ou arrivé.",
    "Why it came to nothing.": "Pourquoi il n'a pas abouti.",
    # States
    "document-pending": "document attendu",
    "lapsed": "sans suite",
    "reintegration": "réintégration",
    # What stands in the way, and what is due
    "the resident is on record as {age}; the guardian has to be present: say so with --guardian": (
        "le résident est enregistré comme {age} ; le tuteur doit être présent : dites-le avec "
        "--guardian"
    ),
    (
        "the resident is on record as {age}; a parent, or who else has parental authority, has "
        "to be present: say so with --guardian"
    ): (
        "le résident est enregistré comme {age} ; un parent, ou qui d'autre exerce l'autorité "
        "parentale, doit être présent : dites-le avec --guardian"
    ),
    "the Office has not said whether it objects to the journey": (
        "l'Office n'a pas dit s'il s'oppose au voyage"
    ),
    "the Office objects to the journey since {day}": "l'Office s'oppose au voyage depuis le {day}",
    "the premium was paid on {day}": "la prime a été payée le {day}",
    "begin the journey with IOM": "commencer le voyage avec l'OIM",
    "{language} is not spoken at the desk; say who interpreted, or why nobody did": (
        "le guichet ne parle pas {language} ; dites qui a interprété, ou pourquoi personne ne "
        "l'a fait"
    ),
    "Why nobody interpreted; another reason needs a remark.": (
        "Pourquoi personne n'a interprété ; un autre motif demande une remarque."
    ),
    "Whether the resident asked for it in person; else no file is opened.": (
        "Si le résident l'a demandé en personne ; sinon aucun dossier n'est ouvert."
    ),
    "The language it was talked over in.": ("La langue dans laquelle on en a parlé."),
    "the resident did not ask for it; a voluntary return is asked for": (
        "le résident ne l'a pas demandé ; un retour volontaire se demande"
    ),
    "the resident is kept apart; nobody signs a declaration there": (
        "le résident est isolé ; personne n'y signe une déclaration"
    ),
    "say with --own-request whether the resident asked for it": (
        "dites avec --own-request si le résident l'a demandé"
    ),
    "say in which language it was talked over": "dites dans quelle langue on en a parlé",
    "the age of the resident is not on record; it is recorded first": (
        "l'âge du résident n'est pas au dossier ; il est d'abord enregistré"
    ),
    "no guardian of the unaccompanied minor is on record": (
        "aucun tuteur du mineur non accompagné n'est au dossier"
    ),
    "the declaration of {at} was signed while the resident was kept apart and does not stand: "
    "withdraw the file, and open another that is signed in freedom": (
        "la déclaration du {at} a été signée alors que le résident était isolé et ne vaut pas "
        ": retirez le dossier, et ouvrez-en un autre qui soit signé librement"
    ),
    "the declaration was signed while the resident was kept apart: it is signed again in "
    "freedom, not moved": (
        "la déclaration a été signée alors que le résident était isolé : elle est signée à "
        "nouveau librement, pas déplacée"
    ),
    "that a parent or the guardian was present is said when a minor signs: withdraw the file, "
    "and open another": (
        "la présence d'un parent ou du tuteur se dit quand un mineur signe : retirez le "
        "dossier, et ouvrez-en un autre"
    ),
    "withdraw the declaration signed while kept apart": (
        "retirer la déclaration signée pendant un isolement"
    ),
}

NL: dict[str, str] = {
    "Record that IOM or Fedasil refused eligibility; the file is over.": (
        "Registreren dat IOM of Fedasil geweigerd heeft; het dossier is ten einde."
    ),
    "Record whether the Immigration Office objects to the journey with IOM.": (
        "Registreren of de Dienst Vreemdelingenzaken bezwaar heeft tegen de reis met IOM."
    ),
    "Record that the travel document for the journey is waited for, or has arrived.": (
        "Registreren dat op het reisdocument gewacht wordt, of dat het aangekomen is."
    ),
    "Record that the departure premium was paid.": ("Registreren dat de vertrekpremie betaald is."),
    "Record that the file came to nothing, without withdrawal or refusal.": (
        "Registreren dat het dossier op niets is uitgelopen, zonder intrekking of weigering."
    ),
    "Record that the support after arrival began.": (
        "Registreren dat de steun na aankomst begonnen is."
    ),
    "Why it was refused.": "Waarom geweigerd werd.",
    "Whether a parent or the guardian of a minor was present.": (
        "Of een ouder of de voogd van een minderjarige aanwezig was."
    ),
    "What the Office says after checking residence and appeals.": (
        "Wat de Dienst zegt na nazicht van verblijf en beroepen."
    ),
    "Why the Office objects.": "Waarom de Dienst bezwaar heeft.",
    "Whether it is waited for or has arrived.": "Of erop gewacht wordt of het aangekomen is.",
    "Why it came to nothing.": "Waarom het op niets is uitgelopen.",
    "document-pending": "wacht op document",
    "lapsed": "vervallen",
    "reintegration": "re-integratie",
    "the resident is on record as {age}; the guardian has to be present: say so with --guardian": (
        "de bewoner is geregistreerd als {age}; de voogd moet aanwezig zijn: zeg dat met --guardian"
    ),
    (
        "the resident is on record as {age}; a parent, or who else has parental authority, has "
        "to be present: say so with --guardian"
    ): (
        "de bewoner is geregistreerd als {age}; een ouder, of wie anders het ouderlijk gezag "
        "heeft, moet aanwezig zijn: zeg dat met --guardian"
    ),
    "the Office has not said whether it objects to the journey": (
        "de Dienst heeft niet gezegd of hij bezwaar heeft tegen de reis"
    ),
    "the Office objects to the journey since {day}": (
        "de Dienst heeft bezwaar tegen de reis sinds {day}"
    ),
    "the premium was paid on {day}": "de premie is betaald op {day}",
    "begin the journey with IOM": "de reis met IOM aanvangen",
    "{language} is not spoken at the desk; say who interpreted, or why nobody did": (
        "aan de balie spreekt men geen {language}; zeg wie tolkte, of waarom niemand dat deed"
    ),
    "Why nobody interpreted; another reason needs a remark.": (
        "Waarom niemand tolkte; een andere reden vraagt een opmerking."
    ),
    "Whether the resident asked for it in person; else no file is opened.": (
        "Of de bewoner er zelf om vroeg; anders wordt geen dossier geopend."
    ),
    "The language it was talked over in.": ("De taal waarin erover gesproken is."),
    "the resident did not ask for it; a voluntary return is asked for": (
        "de bewoner vroeg er niet om; een vrijwillige terugkeer wordt gevraagd"
    ),
    "the resident is kept apart; nobody signs a declaration there": (
        "de bewoner is afgezonderd; niemand ondertekent daar een verklaring"
    ),
    "say with --own-request whether the resident asked for it": (
        "zeg met --own-request of de bewoner erom heeft gevraagd"
    ),
    "say in which language it was talked over": "zeg in welke taal het werd besproken",
    "the age of the resident is not on record; it is recorded first": (
        "de leeftijd van de bewoner staat niet in het dossier; die wordt eerst geregistreerd"
    ),
    "no guardian of the unaccompanied minor is on record": (
        "er staat geen voogd van de niet-begeleide minderjarige in het dossier"
    ),
    "the declaration of {at} was signed while the resident was kept apart and does not stand: "
    "withdraw the file, and open another that is signed in freedom": (
        "de verklaring van {at} werd ondertekend terwijl de bewoner afgezonderd was en geldt "
        "niet: trek het dossier in, en open een ander dat in vrijheid wordt ondertekend"
    ),
    "the declaration was signed while the resident was kept apart: it is signed again in "
    "freedom, not moved": (
        "de verklaring werd ondertekend terwijl de bewoner afgezonderd was: ze wordt opnieuw "
        "in vrijheid ondertekend, niet verplaatst"
    ),
    "that a parent or the guardian was present is said when a minor signs: withdraw the file, "
    "and open another": (
        "dat een ouder of de voogd aanwezig was, wordt gezegd wanneer een minderjarige "
        "ondertekent: trek het dossier in, en open een ander"
    ),
    "withdraw the declaration signed while kept apart": (
        "de verklaring intrekken die tijdens een afzondering werd ondertekend"
    ),
}
