"""The texts of the region family in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "heard": "entendu",
    "not heard yet": "pas encore entendu",
    "risk of trafficking": "risque de traite",
    (
        "no child may stay in this place: move the family at once, and open {dossier} "
        "where it is moved"
    ): (
        "aucun enfant ne peut séjourner en ce lieu : faites partir la famille sans délai, et "
        "ouvrez {dossier} là où elle ira"
    ),
    "a number without spaces, as in VOT-2026-0042": "un numéro sans espaces, comme VOT-2026-0042",
    "--born-on: write a day, as in 2026-03-02": "--born-on : écrivez un jour, comme 2026-03-02",
    "--majority-on: write DOSSIER=DATE, not {said}": (
        "--majority-on : écrivez DOSSIER=DATE, et non {said}"
    ),
    "Appoint or hear the guardian of a minor.": "Désigner ou entendre le tuteur d'un mineur.",
    "As recorded.": "Tel qu'enregistré.",
    "Authorise a proposed separation; by another person than who proposed it.": (
        "Autoriser une séparation proposée ; par une autre personne que celle qui l'a proposée."
    ),
    "By whom the minor is received.": "Par qui le mineur est accueilli.",
    "Dispute an age, or settle the dispute.": "Contester un âge, ou trancher la contestation.",
    "From this member only; may be given again. Without it: from all.": (
        "De ce membre seulement ; peut être répété. Sans cette option : de tous."
    ),
    "Link a family, record births and ages, separate and reunite; in every dossier at once.": (
        "Lier une famille, enregistrer naissances et âges, séparer et réunir ; dans tous les "
        "dossiers à la fois."
    ),
    "Propose that a resident be apart from the family; for the hierarchy to decide.": (
        "Proposer qu'un résident soit séparé de sa famille ; à la hiérarchie de décider."
    ),
    "Record a birth, and open the child's dossier, linked, where a child may stay.": (
        "Enregistrer une naissance, et ouvrir le dossier de l'enfant, lié, là où un enfant "
        "peut séjourner."
    ),
    "Record doubt about an age; until the outcome the resident is taken for a minor.": (
        "Enregistrer un doute sur l'âge ; jusqu'à l'issue le résident est tenu pour mineur."
    ),
    "Record how a minor is received on return.": (
        "Enregistrer comment un mineur est accueilli au retour."
    ),
    "Record in every dossier who belongs to the family; all or none.": (
        "Enregistrer dans chaque dossier qui fait partie de la famille ; tous ou aucun."
    ),
    "Record that a resident became eighteen; on that day or later.": (
        "Enregistrer qu'un résident a eu dix-huit ans ; ce jour-là ou plus tard."
    ),
    "Record that a resident is together again with the members he was separated from.": (
        "Enregistrer qu'un résident est à nouveau réuni avec les membres dont il était séparé."
    ),
    "Record to whom a minor is entrusted on return.": (
        "Enregistrer à qui un mineur est confié au retour."
    ),
    "Record what the guardian says the durable solution would be.": (
        "Enregistrer quelle serait la solution durable selon le tuteur."
    ),
    "Record who became the guardian of a minor.": (
        "Enregistrer qui est devenu le tuteur d'un mineur."
    ),
    "Refuse a proposed separation.": "Refuser une séparation proposée.",
    "Settle a dispute about an age; by another person than who raised it.": (
        "Trancher un âge contesté ; par une autre personne que celle qui l'a contesté."
    ),
    "Show a resident's family: who belongs to it, where each stands, who is apart.": (
        "Montrer la famille d'un résident : qui en fait partie, où en est chacun, qui est séparé."
    ),
    "Take a dossier out of its family; by another person than who linked it.": (
        "Retirer un dossier de sa famille ; par une autre personne que celle qui l'a lié."
    ),
    "The child's name; sealed.": "Le nom de l'enfant ; scellé.",
    "The day of birth, as 2026-03-02; sealed. Without it: when it happened.": (
        "Le jour de la naissance, comme 2026-03-02 ; scellé. Sans cette option : quand "
        "l'acte a eu lieu."
    ),
    "The eighteenth birthday of one of them.": "Le dix-huitième anniversaire de l'un d'eux.",
    "The eighteenth birthday.": "Le dix-huitième anniversaire.",
    "The family's number; else the first dossier's.": (
        "Le numéro de la famille ; sinon celui du premier dossier."
    ),
    "The number of the child's own dossier.": "Le numéro du dossier propre à l'enfant.",
    "The number of the decision that settled it.": "Le numéro de la décision qui a tranché.",
    "The number of the report on the best interests of the children.": (
        "Le numéro du rapport sur l'intérêt supérieur des enfants."
    ),
    "The person or institution by name; sealed.": (
        "La personne ou l'institution, par son nom ; scellé."
    ),
    (
        "The same for every member of the family that has not ended and is not kept apart: all or "
        "none."
    ): (
        "La même chose pour chaque membre de la famille dont le trajet n'a pas pris fin et qui "
        "n'est pas séparé : tous ou aucun."
    ),
    "What durable solution the guardian proposes.": "Quelle solution durable le tuteur propose.",
    "What each is in the family, in the order of the dossiers.": (
        "Ce que chacun est dans la famille, dans l'ordre des dossiers."
    ),
    "What was established.": "Ce qui a été établi.",
    "Whether a risk of trafficking is seen there.": "Si un risque de traite y est aperçu.",
    "Who the guardian is, by name; sealed.": "Qui est le tuteur, par son nom ; scellé.",
    "Why the link should not have been made.": "Pourquoi le lien n'aurait pas dû être fait.",
    "Why there is doubt.": "Pourquoi il y a un doute.",
    "With this member only; may be given again. Without it: with all.": (
        "Avec ce membre seulement ; peut être répété. Sans cette option : avec tous."
    ),
    "a dossier is named twice": "un dossier est cité deux fois",
    "a risk of trafficking is seen where the minor is entrusted": (
        "un risque de traite est aperçu là où le mineur est confié"
    ),
    "a separation from {members} was not proposed": (
        "une séparation d'avec {members} n'a pas été proposée"
    ),
    "apart": "séparé",
    "authorised": "autorisée",
    "{member} is eighteen on {day} only": "{member} a dix-huit ans le {day} seulement",
    "family: {family}": "famille : {family}",
    "guardian": "tuteur",
    "it is not named to whom the unaccompanied minor is entrusted": (
        "il n'est pas dit à qui le mineur non accompagné est confié"
    ),
    "majority to be recorded": "majorité à enregistrer",
    "minor": "mineur",
    "move of a family with a minor out of the closed centre": (
        "départ d'une famille avec mineur du centre fermé"
    ),
    "move of a minor out of the closed centre": "départ d'un mineur du centre fermé",
    "move out of the closed centre of who is taken for a minor, the age in dispute": (
        "départ du centre fermé de qui est tenu pour mineur, l'âge étant contesté"
    ),
    "move of an unaccompanied minor out of detention": (
        "départ d'un mineur non accompagné du lieu de maintien"
    ),
    "name two dossiers or more, and one --role for each, in their order": (
        "citez deux dossiers ou plus, et un --role pour chacun, dans leur ordre"
    ),
    "no dossier yet": "pas encore de dossier",
    "no guardian is appointed for the unaccompanied minor": (
        "aucun tuteur n'est désigné pour le mineur non accompagné"
    ),
    "not apart: {members}": "non séparés : {members}",
    "not of the family on record: {members}": "pas de la famille enregistrée : {members}",
    "reception": "accueil",
    "reunited": "réunie",
    "role": "rôle",
    "say from which members, not apart yet, the resident is separated": (
        "dites de quels membres, pas encore séparés, le résident est séparé"
    ),
    "separation": "séparation",
    "the age of {member} is in dispute already": "l'âge de {member} est déjà contesté",
    "the age of {member} is not in dispute": "l'âge de {member} n'est pas contesté",
    "the eighteenth birthday of {member} is not on record; say it": (
        "le dix-huitième anniversaire de {member} n'est pas enregistré ; indiquez-le"
    ),
    "the eighteenth birthday of {member} on record is {known}, not {said}": (
        "le dix-huitième anniversaire enregistré de {member} est le {known}, et non le {said}"
    ),
    "the outcome is {age}, and the eighteenth birthday {day}": (
        "l'issue est {age}, et le dix-huitième anniversaire le {day}"
    ),
    "the guardian of the unaccompanied minor was not heard": (
        "le tuteur du mineur non accompagné n'a pas été entendu"
    ),
    "{member} is on record as of age": "{member} est enregistré comme majeur",
    "the resident is on record in family {family}; unlink that first": (
        "le résident est enregistré dans la famille {family} ; retirez d'abord ce lien"
    ),
    "the separation is {state}; this needs {after}": "la séparation est {state} ; il faut {after}",
    "this act is of one dossier alone; leave --family out": (
        "cet acte ne concerne qu'un dossier ; retirez --family"
    ),
    "who is born now does not become eighteen on {day}": (
        "qui naît maintenant n'aura pas dix-huit ans le {day}"
    ),
    "{dossier} belongs to no family on record": (
        "{dossier} ne fait partie d'aucune famille enregistrée"
    ),
    "{dossier} is named twice": "{dossier} est cité deux fois",
    "{member} of the family has no dossier to look at": (
        "{member}, de la famille, n'a pas de dossier à consulter"
    ),
    "{member} of the family is held back by: {rules}": (
        "{member}, de la famille, est retenu par : {rules}"
    ),
    "{member} of the family may stay ({why}): have a separation decided": (
        "{member}, de la famille, peut rester ({why}) : faites décider une séparation"
    ),
    (
        "this would leave two families under one number; take each resident out of {family} "
        "alone, then link those who belong together"
    ): (
        "il resterait deux familles sous un seul numéro ; retirez chaque résident seul de "
        "{family}, puis liez ceux qui vont ensemble"
    ),
    "a member of the family": "un membre de la famille",
    "a member of the family is held back by: {rules}": (
        "un membre de la famille est retenu par : {rules}"
    ),
    "a member of the family may stay: have a separation decided": (
        "un membre de la famille peut rester : faites décider une séparation"
    ),
    (
        "a member of the family would stay behind: record it for all with --family, or have "
        "a separation decided"
    ): (
        "un membre de la famille resterait seul : enregistrez l'acte pour tous avec "
        "--family, ou faites décider une séparation"
    ),
    (
        "{member} of the family would stay behind: record it for all with --family, or have "
        "a separation decided"
    ): (
        "{member}, de la famille, resterait seul : enregistrez l'acte pour tous avec "
        "--family, ou faites décider une séparation"
    ),
    "{person} doubted this age as {account}; another person must settle it": (
        "{person} a contesté cet âge en tant que {account} ; une autre personne doit trancher"
    ),
    "{person} proposed this separation as {account}; another person must decide": (
        "{person} a proposé cette séparation en tant que {account} ; une autre personne doit "
        "décider"
    ),
    "{person} recorded this family; another person must take the link away": (
        "{person} a enregistré cette famille ; une autre personne doit retirer le lien"
    ),
}

NL: dict[str, str] = {
    "heard": "gehoord",
    "not heard yet": "nog niet gehoord",
    "risk of trafficking": "risico op mensenhandel",
    (
        "no child may stay in this place: move the family at once, and open {dossier} "
        "where it is moved"
    ): (
        "geen kind mag op deze plaats verblijven: breng het gezin onmiddellijk weg, en open "
        "{dossier} waar het naartoe gaat"
    ),
    "a number without spaces, as in VOT-2026-0042": (
        "een nummer zonder spaties, zoals VOT-2026-0042"
    ),
    "--born-on: write a day, as in 2026-03-02": "--born-on: schrijf een dag, zoals 2026-03-02",
    "--majority-on: write DOSSIER=DATE, not {said}": (
        "--majority-on: schrijf DOSSIER=DATE, niet {said}"
    ),
    "Appoint or hear the guardian of a minor.": (
        "De voogd van een minderjarige aanstellen of horen."
    ),
    "As recorded.": "Zoals geregistreerd.",
    "Authorise a proposed separation; by another person than who proposed it.": (
        "Een voorgestelde scheiding toestaan; door iemand anders dan wie ze voorstelde."
    ),
    "By whom the minor is received.": "Door wie de minderjarige wordt opgevangen.",
    "Dispute an age, or settle the dispute.": (
        "Een leeftijd betwisten, of de betwisting beslechten."
    ),
    "From this member only; may be given again. Without it: from all.": (
        "Alleen van dit gezinslid; mag herhaald worden. Zonder deze optie: van allen."
    ),
    "Link a family, record births and ages, separate and reunite; in every dossier at once.": (
        "Een gezin verbinden, geboorten en leeftijden registreren, scheiden en herenigen; in "
        "alle dossiers tegelijk."
    ),
    "Propose that a resident be apart from the family; for the hierarchy to decide.": (
        "Voorstellen dat een bewoner van het gezin gescheiden wordt; de hiërarchie beslist."
    ),
    "Record a birth, and open the child's dossier, linked, where a child may stay.": (
        "Een geboorte registreren, en het dossier van het kind openen en verbinden, waar een "
        "kind mag verblijven."
    ),
    "Record doubt about an age; until the outcome the resident is taken for a minor.": (
        "Twijfel over een leeftijd registreren; tot de uitkomst geldt de bewoner als minderjarig."
    ),
    "Record how a minor is received on return.": (
        "Registreren hoe een minderjarige bij terugkeer wordt opgevangen."
    ),
    "Record in every dossier who belongs to the family; all or none.": (
        "In elk dossier registreren wie tot het gezin behoort; in alle of in geen."
    ),
    "Record that a resident became eighteen; on that day or later.": (
        "Registreren dat een bewoner achttien werd; op die dag of later."
    ),
    "Record that a resident is together again with the members he was separated from.": (
        "Registreren dat een bewoner weer samen is met de gezinsleden van wie hij gescheiden was."
    ),
    "Record to whom a minor is entrusted on return.": (
        "Registreren aan wie een minderjarige bij terugkeer wordt toevertrouwd."
    ),
    "Record what the guardian says the durable solution would be.": (
        "Registreren wat volgens de voogd de duurzame oplossing is."
    ),
    "Record who became the guardian of a minor.": (
        "Registreren wie de voogd van een minderjarige werd."
    ),
    "Refuse a proposed separation.": "Een voorgestelde scheiding weigeren.",
    "Settle a dispute about an age; by another person than who raised it.": (
        "Een betwiste leeftijd beslechten; door iemand anders dan wie ze betwistte."
    ),
    "Show a resident's family: who belongs to it, where each stands, who is apart.": (
        "Het gezin van een bewoner tonen: wie ertoe behoort, waar ieder staat, wie gescheiden is."
    ),
    "Take a dossier out of its family; by another person than who linked it.": (
        "Een dossier uit het gezin halen; door iemand anders dan wie het verbond."
    ),
    "The child's name; sealed.": "De naam van het kind; verzegeld.",
    "The day of birth, as 2026-03-02; sealed. Without it: when it happened.": (
        "De dag van geboorte, zoals 2026-03-02; verzegeld. Zonder deze optie: wanneer het gebeurde."
    ),
    "The eighteenth birthday of one of them.": "De achttiende verjaardag van een van hen.",
    "The eighteenth birthday.": "De achttiende verjaardag.",
    "The family's number; else the first dossier's.": (
        "Het nummer van het gezin; anders dat van het eerste dossier."
    ),
    "The number of the child's own dossier.": "Het nummer van het eigen dossier van het kind.",
    "The number of the decision that settled it.": (
        "Het nummer van de beslissing die het beslechtte."
    ),
    "The number of the report on the best interests of the children.": (
        "Het nummer van het verslag over het hoger belang van de kinderen."
    ),
    "The person or institution by name; sealed.": "De persoon of instelling bij naam; verzegeld.",
    (
        "The same for every member of the family that has not ended and is not kept apart: all or "
        "none."
    ): (
        "Hetzelfde voor elk gezinslid wiens traject niet beëindigd is en dat niet gescheiden is: "
        "allen of geen."
    ),
    "What durable solution the guardian proposes.": "Welke duurzame oplossing de voogd voorstelt.",
    "What each is in the family, in the order of the dossiers.": (
        "Wat ieder in het gezin is, in de volgorde van de dossiers."
    ),
    "What was established.": "Wat werd vastgesteld.",
    "Whether a risk of trafficking is seen there.": (
        "Of daar een risico op mensenhandel wordt gezien."
    ),
    "Who the guardian is, by name; sealed.": "Wie de voogd is, bij naam; verzegeld.",
    "Why the link should not have been made.": "Waarom de band niet gelegd had mogen worden.",
    "Why there is doubt.": "Waarom er twijfel is.",
    "With this member only; may be given again. Without it: with all.": (
        "Alleen met dit gezinslid; mag herhaald worden. Zonder deze optie: met allen."
    ),
    "a dossier is named twice": "een dossier is twee keer genoemd",
    "a risk of trafficking is seen where the minor is entrusted": (
        "er wordt een risico op mensenhandel gezien waar de minderjarige wordt toevertrouwd"
    ),
    "a separation from {members} was not proposed": (
        "een scheiding van {members} is niet voorgesteld"
    ),
    "apart": "gescheiden",
    "authorised": "toegestaan",
    "{member} is eighteen on {day} only": "{member} is pas achttien op {day}",
    "family: {family}": "gezin: {family}",
    "guardian": "voogd",
    "it is not named to whom the unaccompanied minor is entrusted": (
        "niet genoemd aan wie de niet-begeleide minderjarige wordt toevertrouwd"
    ),
    "majority to be recorded": "meerderjarigheid te registreren",
    "minor": "minderjarig",
    "move of a family with a minor out of the closed centre": (
        "vertrek van een gezin met minderjarige uit het gesloten centrum"
    ),
    "move of a minor out of the closed centre": (
        "vertrek van een minderjarige uit het gesloten centrum"
    ),
    "move out of the closed centre of who is taken for a minor, the age in dispute": (
        "vertrek uit het gesloten centrum van wie als minderjarig geldt, de leeftijd betwist"
    ),
    "move of an unaccompanied minor out of detention": (
        "vertrek van een niet-begeleide minderjarige uit de vasthouding"
    ),
    "name two dossiers or more, and one --role for each, in their order": (
        "noem twee dossiers of meer, en één --role voor elk, in hun volgorde"
    ),
    "no dossier yet": "nog geen dossier",
    "no guardian is appointed for the unaccompanied minor": (
        "voor de niet-begeleide minderjarige is geen voogd aangesteld"
    ),
    "not apart: {members}": "niet gescheiden: {members}",
    "not of the family on record: {members}": "niet van het geregistreerde gezin: {members}",
    "reception": "opvang",
    "reunited": "herenigd",
    "role": "rol",
    "say from which members, not apart yet, the resident is separated": (
        "zeg van welke gezinsleden, nog niet gescheiden, de bewoner gescheiden wordt"
    ),
    "separation": "scheiding",
    "the age of {member} is in dispute already": "de leeftijd van {member} wordt al betwist",
    "the age of {member} is not in dispute": "de leeftijd van {member} wordt niet betwist",
    "the eighteenth birthday of {member} is not on record; say it": (
        "de achttiende verjaardag van {member} is niet geregistreerd; geef hem op"
    ),
    "the eighteenth birthday of {member} on record is {known}, not {said}": (
        "de geregistreerde achttiende verjaardag van {member} is {known}, niet {said}"
    ),
    "the outcome is {age}, and the eighteenth birthday {day}": (
        "de uitkomst is {age}, en de achttiende verjaardag {day}"
    ),
    "the guardian of the unaccompanied minor was not heard": (
        "de voogd van de niet-begeleide minderjarige werd niet gehoord"
    ),
    "{member} is on record as of age": "{member} is geregistreerd als meerderjarig",
    "the resident is on record in family {family}; unlink that first": (
        "de bewoner is geregistreerd in gezin {family}; neem eerst die band weg"
    ),
    "the separation is {state}; this needs {after}": "de scheiding is {state}; dit vereist {after}",
    "this act is of one dossier alone; leave --family out": (
        "deze handeling betreft één dossier; laat --family weg"
    ),
    "who is born now does not become eighteen on {day}": (
        "wie nu geboren wordt, wordt niet achttien op {day}"
    ),
    "{dossier} belongs to no family on record": "{dossier} behoort tot geen geregistreerd gezin",
    "{dossier} is named twice": "{dossier} is twee keer genoemd",
    "{member} of the family has no dossier to look at": (
        "{member} van het gezin heeft geen dossier om in te zien"
    ),
    "{member} of the family is held back by: {rules}": (
        "{member} van het gezin wordt tegengehouden door: {rules}"
    ),
    "{member} of the family may stay ({why}): have a separation decided": (
        "{member} van het gezin mag blijven ({why}): laat een scheiding beslissen"
    ),
    (
        "this would leave two families under one number; take each resident out of {family} "
        "alone, then link those who belong together"
    ): (
        "er zouden twee gezinnen onder één nummer overblijven; haal elke bewoner alleen uit "
        "{family} en koppel dan wie samen hoort"
    ),
    "a member of the family": "een gezinslid",
    "a member of the family is held back by: {rules}": (
        "een gezinslid wordt tegengehouden door: {rules}"
    ),
    "a member of the family may stay: have a separation decided": (
        "een gezinslid mag blijven: laat een scheiding beslissen"
    ),
    (
        "a member of the family would stay behind: record it for all with --family, or have "
        "a separation decided"
    ): (
        "een gezinslid zou achterblijven: registreer het voor allen met --family, "
        "of laat een scheiding beslissen"
    ),
    (
        "{member} of the family would stay behind: record it for all with --family, or have "
        "a separation decided"
    ): (
        "{member} van het gezin zou achterblijven: registreer het voor allen met --family, "
        "of laat een scheiding beslissen"
    ),
    "{person} doubted this age as {account}; another person must settle it": (
        "{person} betwistte deze leeftijd als {account}; iemand anders moet beslissen"
    ),
    "{person} proposed this separation as {account}; another person must decide": (
        "{person} stelde deze scheiding voor als {account}; iemand anders moet beslissen"
    ),
    "{person} recorded this family; another person must take the link away": (
        "{person} registreerde dit gezin; iemand anders moet de band wegnemen"
    ),
}
