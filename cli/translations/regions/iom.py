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
    "the resident is in isolation; nobody signs a declaration there": (
        "le résident est en isolement ; personne n'y signe une déclaration"
    ),
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
    "the resident is in isolation; nobody signs a declaration there": (
        "de bewoner zit in afzondering; niemand ondertekent daar een verklaring"
    ),
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
}
