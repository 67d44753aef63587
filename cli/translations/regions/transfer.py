"""The texts of the region transfer in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "AUT-02: {account} may not count the beds of a place; this is for {may}": (
        "AUT-02 : {account} ne peut pas compter les lits d'un lieu ; c'est pour {may}"
    ),
    "Call off a transfer, before it began or on its way.": (
        "Annuler un transfèrement, avant le départ ou en route."
    ),
    "Decide that the resident goes to another PLACE.": (
        "Décider que le résident va dans un autre lieu (PLACE)."
    ),
    "How many are taken.": "Combien sont occupés.",
    "List places with what they have, what is taken and what is free.": (
        "Lister les lieux avec leurs places, celles qui sont occupées et celles qui sont libres."
    ),
    "Move a resident to another place: order, depart, receive or cancel.": (
        "Transférer un résident vers un autre lieu : ordre, départ, réception ou annulation."
    ),
    "Record how many beds, or dwellings, of a place are taken, as counted there.": (
        "Enregistrer combien de lits ou de logements d'un lieu sont occupés, comptés sur place."
    ),
    "Record that the driver left with the resident, with a receipt for each thing taken along.": (
        "Enregistrer que le chauffeur est parti avec le résident, avec un accusé de réception "
        "pour chaque chose emportée."
    ),
    "Record that the other place received the resident, with its receipt for each thing.": (
        "Enregistrer que l'autre lieu a reçu le résident, avec son accusé de réception pour "
        "chaque chose."
    ),
    "Tell how full the places are, or count what is taken.": (
        "Dire combien les lieux sont occupés, ou compter ce qui est pris."
    ),
    "Where the resident arrived, by code or name.": "Où le résident est arrivé, par code ou nom.",
    "Whether the file was handed over.": "Si le dossier a été remis.",
    "Whether the lawyer was informed.": "Si l'avocat a été informé.",
    "Whether the medicines were handed over.": "Si les médicaments ont été remis.",
    "Whether the property was handed over.": "Si les biens ont été remis.",
    "Why the file is not as the driver took it.": (
        "Pourquoi le dossier n'est pas tel que le chauffeur l'a pris."
    ),
    "Why the medicines are not as the driver took them.": (
        "Pourquoi les médicaments ne sont pas tels que le chauffeur les a pris."
    ),
    "Why the property is not as the driver took it.": (
        "Pourquoi les biens ne sont pas tels que le chauffeur les a pris."
    ),
    "Why; another reason needs a remark.": "Pourquoi ; un autre motif demande une remarque.",
    "a number from 0 to 9999": "un nombre de 0 à 9999",
    "all": "tous",
    "an unaccompanied minor is not held, and {place} is a place of detention": (
        "un mineur non accompagné n'est pas maintenu, et {place} est un lieu de maintien"
    ),
    "cancelled": "annulé",
    "counted: {place} has {occupied} of {places} taken, {free} free": (
        "compté : {place} a {occupied} places occupées sur {places}, {free} libres"
    ),
    "families": "familles",
    "file": "dossier",
    "for": "pour",
    "free": "libres",
    "medicines": "médicaments",
    "men": "hommes",
    "not as the driver took it, and no discrepancy is given: {missing}": (
        "pas tel que le chauffeur l'a pris, sans différence indiquée : {missing}"
    ),
    "not said whether handed over: {missing}": "remise non précisée : {missing}",
    "not said whether the lawyer was informed of the transfer": (
        "il n'est pas dit si l'avocat a été informé du transfèrement"
    ),
    "occupied": "occupées",
    "ordered": "ordonné",
    "place": "lieu",
    "capacity": "capacité",
    "property": "biens",
    "received": "reçu",
    "the age is in dispute: until the outcome the resident is taken for a minor, "
    "and {place} is a closed centre": (
        "l'âge est contesté : jusqu'au résultat le résident est tenu pour mineur, "
        "et {place} est un centre fermé"
    ),
    "the order is for {ordered}; the resident was received in {place}": (
        "l'ordre est pour {ordered} ; le résident a été reçu à {place}"
    ),
    "the resident is a minor, and {place} is a closed centre": (
        "le résident est mineur, et {place} est un centre fermé"
    ),
    "the resident stays in {place} already": "le résident séjourne déjà à {place}",
    "the resident's family has a minor, and {place} is a closed centre": (
        "la famille du résident compte un mineur, et {place} est un centre fermé"
    ),
    "the transfer is {state}; this needs {after}": (
        "l'état du transfèrement est : {state} ; cet acte demande : {after}"
    ),
    "under-way": "en route",
    "women": "femmes",
    "{person} brought the resident; another person signs for what is handed over": (
        "{person} a amené le résident ; une autre personne signe pour ce qui est remis"
    ),
    "{place} is for families; the resident belongs to none on record": (
        "{place} est pour les familles ; aucune n'est enregistrée pour le résident"
    ),
    "{place} is for men; the resident is recorded as {kind}": (
        "{place} est pour les hommes ; le résident est enregistré comme {kind}"
    ),
    "{place} is for women; the resident is recorded as {kind}": (
        "{place} est pour les femmes ; le résident est enregistré comme {kind}"
    ),
    "others came first at {where} again and again; nothing was recorded; repeat the step": (
        "d'autres ont chaque fois été plus rapides pour {where} ; rien n'a été enregistré ; "
        "recommencez l'acte"
    ),
    "{place} is full: its {places} places are taken": (
        "{place} est complet : ses {places} places sont occupées"
    ),
    (
        "it is not said with whom the minor is here: who is taken to be alone is not held, "
        "and {place} is a place of detention"
    ): (
        "il n'est pas dit avec qui le mineur est ici : qui est réputé seul n'est pas "
        "détenu, et {place} est un lieu de détention"
    ),
    "the resident is {state}; nobody is brought to {place} without a detention title": (
        "le résident est {state} ; personne n'est amené à {place} sans titre de détention"
    ),
}

NL: dict[str, str] = {
    "AUT-02: {account} may not count the beds of a place; this is for {may}": (
        "AUT-02: {account} mag de bedden van een plaats niet tellen; dat is voor {may}"
    ),
    "Call off a transfer, before it began or on its way.": (
        "Een overbrenging afgelasten, vóór het vertrek of onderweg."
    ),
    "Decide that the resident goes to another PLACE.": (
        "Beslissen dat de bewoner naar een andere plaats (PLACE) gaat."
    ),
    "How many are taken.": "Hoeveel er bezet zijn.",
    "List places with what they have, what is taken and what is free.": (
        "De plaatsen oplijsten met wat ze hebben, wat bezet is en wat vrij is."
    ),
    "Move a resident to another place: order, depart, receive or cancel.": (
        "Een bewoner overbrengen: opdracht, vertrek, ontvangst of afgelasting."
    ),
    "Record how many beds, or dwellings, of a place are taken, as counted there.": (
        "Vastleggen hoeveel bedden of woonsten van een plaats bezet zijn, zoals er geteld."
    ),
    "Record that the driver left with the resident, with a receipt for each thing taken along.": (
        "Vastleggen dat de chauffeur met de bewoner vertrok, met een ontvangstbewijs voor elk "
        "ding dat meeging."
    ),
    "Record that the other place received the resident, with its receipt for each thing.": (
        "Vastleggen dat de andere plaats de bewoner ontving, met haar ontvangstbewijs voor elk "
        "ding."
    ),
    "Tell how full the places are, or count what is taken.": (
        "Tonen hoe vol de plaatsen zijn, of tellen wat bezet is."
    ),
    "Where the resident arrived, by code or name.": "Waar de bewoner aankwam, met code of naam.",
    "Whether the file was handed over.": "Of het dossier afgegeven is.",
    "Whether the lawyer was informed.": "Of de advocaat ingelicht is.",
    "Whether the medicines were handed over.": "Of de geneesmiddelen afgegeven zijn.",
    "Whether the property was handed over.": "Of de goederen afgegeven zijn.",
    "Why the file is not as the driver took it.": (
        "Waarom het dossier niet is zoals de chauffeur het meenam."
    ),
    "Why the medicines are not as the driver took them.": (
        "Waarom de geneesmiddelen niet zijn zoals de chauffeur ze meenam."
    ),
    "Why the property is not as the driver took it.": (
        "Waarom de goederen niet zijn zoals de chauffeur ze meenam."
    ),
    "Why; another reason needs a remark.": "Waarom; een andere reden vraagt een opmerking.",
    "a number from 0 to 9999": "een getal van 0 tot 9999",
    "all": "allen",
    "an unaccompanied minor is not held, and {place} is a place of detention": (
        "een niet-begeleide minderjarige wordt niet vastgehouden, en {place} is een plaats van "
        "vasthouding"
    ),
    "cancelled": "afgelast",
    "counted: {place} has {occupied} of {places} taken, {free} free": (
        "geteld: {place} heeft {occupied} van {places} bezet, {free} vrij"
    ),
    "families": "gezinnen",
    "file": "dossier",
    "for": "voor",
    "free": "vrij",
    "medicines": "geneesmiddelen",
    "men": "mannen",
    "not as the driver took it, and no discrepancy is given: {missing}": (
        "niet zoals de chauffeur het meenam, en geen verschil opgegeven: {missing}"
    ),
    "not said whether handed over: {missing}": "niet gezegd of het afgegeven is: {missing}",
    "not said whether the lawyer was informed of the transfer": (
        "niet gezegd of de advocaat over de overbrenging ingelicht is"
    ),
    "occupied": "bezet",
    "ordered": "bevolen",
    "place": "plaats",
    "capacity": "capaciteit",
    "property": "goederen",
    "received": "ontvangen",
    "the age is in dispute: until the outcome the resident is taken for a minor, "
    "and {place} is a closed centre": (
        "de leeftijd wordt betwist: tot de uitkomst geldt de bewoner als minderjarig, "
        "en {place} is een gesloten centrum"
    ),
    "the order is for {ordered}; the resident was received in {place}": (
        "de opdracht is voor {ordered}; de bewoner is ontvangen in {place}"
    ),
    "the resident is a minor, and {place} is a closed centre": (
        "de bewoner is minderjarig, en {place} is een gesloten centrum"
    ),
    "the resident stays in {place} already": "de bewoner verblijft al in {place}",
    "the resident's family has a minor, and {place} is a closed centre": (
        "het gezin van de bewoner telt een minderjarige, en {place} is een gesloten centrum"
    ),
    "the transfer is {state}; this needs {after}": (
        "de stand van de overbrenging is: {state}; dit vraagt: {after}"
    ),
    "under-way": "onderweg",
    "women": "vrouwen",
    "{person} brought the resident; another person signs for what is handed over": (
        "{person} bracht de bewoner; een andere persoon tekent voor wat afgegeven wordt"
    ),
    "{place} is for families; the resident belongs to none on record": (
        "{place} is voor gezinnen; voor de bewoner is er geen vastgelegd"
    ),
    "{place} is for men; the resident is recorded as {kind}": (
        "{place} is voor mannen; de bewoner is vastgelegd als {kind}"
    ),
    "{place} is for women; the resident is recorded as {kind}": (
        "{place} is voor vrouwen; de bewoner is vastgelegd als {kind}"
    ),
    "others came first at {where} again and again; nothing was recorded; repeat the step": (
        "anderen waren bij {where} telkens sneller; er werd niets geregistreerd; herhaal de stap"
    ),
    "{place} is full: its {places} places are taken": (
        "{place} is vol: de {places} plaatsen zijn bezet"
    ),
    (
        "it is not said with whom the minor is here: who is taken to be alone is not held, "
        "and {place} is a place of detention"
    ): (
        "er is niet gezegd met wie de minderjarige hier is: wie geacht wordt alleen te "
        "zijn wordt niet vastgehouden, en {place} is een plaats van vasthouding"
    ),
    "the resident is {state}; nobody is brought to {place} without a detention title": (
        "de bewoner is {state}; niemand wordt naar {place} gebracht zonder vasthoudingstitel"
    ),
}
