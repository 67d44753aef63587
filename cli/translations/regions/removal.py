"""The texts of the region removal in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "How it came about that it went against a block; the director tells it afterwards. Sealed.": (
        "Comment cela a eu lieu malgré un obstacle légal ; le directeur le relate après coup. "
        "Scellé."
    ),
    "{account} acts as {functions}; what went against a block is told by the {may}": (
        "{account} agit comme {functions} ; ce qui a eu lieu malgré un obstacle légal est relaté "
        "par : {may}"
    ),
    "what goes against a block is told once it has happened: --on": (
        "ce qui va contre un obstacle légal se relate après coup : --on"
    ),
    "nothing stood in its way: it is recorded as any other": (
        "rien ne s'y opposait : l'enregistrer comme tout autre"
    ),
    # stages and states
    "departure-planned": "départ planifié",
    "planned": "planifiée",
    "started": "commencée",
    "failed": "échouée",
    "carried out": "exécutée",
    # help
    "Prepare, plan, announce and attempt a removal.": (
        "Préparer, planifier, annoncer et tenter un éloignement."
    ),
    "Record that an item of the removal check-list is done, or does not apply.": (
        "Enregistrer qu'un point de la liste de contrôle de l'éloignement est fait, ou est "
        "sans objet."
    ),
    "Done, or not applicable.": "Fait, ou sans objet.",
    "Of consent-statement: whether the person consents or refuses.": (
        "Pour consent-statement : si la personne consent ou refuse."
    ),
    "Open an item of the removal check-list again.": (
        "Rouvrir un point de la liste de contrôle de l'éloignement."
    ),
    "Propose who goes along; somebody else decides when the departure is planned.": (
        "Proposer qui accompagne ; une autre personne décide lorsque le départ est planifié."
    ),
    "Who goes along, and how many: federal-police=2; once for each kind.": (
        "Qui accompagne, et à combien : federal-police=2 ; une fois par sorte."
    ),
    "Plan the departure; by another person than who prepared it or proposed the escort.": (
        "Planifier le départ ; par une autre personne que celle qui l'a préparé ou qui a "
        "proposé l'escorte."
    ),
    "The number of the flight or transport.": "Le numéro du vol ou du transport.",
    "When it is to leave.": "Quand il doit partir.",
    "With the escort proposed, or without one.": "Avec l'escorte proposée, ou sans escorte.",
    "By air, land or sea.": "Par avion, par la route ou le rail, ou par bateau.",
    "Record that the planned departure was announced to the person, the lawyer or both.": (
        "Enregistrer que le départ planifié a été annoncé à la personne, à l'avocat ou aux deux."
    ),
    "The person was told.": "La personne a été informée.",
    "The lawyer was told.": "L'avocat a été informé.",
    "Record that the General Inspectorate (AIG) was told of the planned return.": (
        "Enregistrer que l'Inspection générale (AIG) a été informée du retour planifié."
    ),
    "Begin the attempt; every condition of the departure is looked at at that moment.": (
        "Commencer la tentative ; toutes les conditions du départ sont vérifiées à ce moment."
    ),
    "Look at every condition of the departure again, right before it.": (
        "Vérifier à nouveau toutes les conditions du départ, juste avant celui-ci."
    ),
    "Record that the attempt that had begun did not lead to a departure.": (
        "Enregistrer que la tentative commencée n'a pas mené à un départ."
    ),
    "Call the planned departure off before the attempt begins.": (
        "Annuler le départ planifié avant le début de la tentative."
    ),
    "Why it was not carried out.": "Pourquoi il n'a pas eu lieu.",
    "Whether the person agreed to go.": "Si la personne a accepté de partir.",
    "What shows it; once for each.": "Ce qui le montre ; une fois pour chaque preuve.",
    "List the items of the removal check-list: done or open, by whom, what is known.": (
        "Énumérer les points de la liste de contrôle de l'éloignement : faits ou ouverts, par "
        "qui, ce qui est connu."
    ),
    # what does not fit
    "a number without spaces, as in SN-371": "un numéro sans espaces, comme SN-371",
    "a day and an hour, as in 2026-03-02T14:05": "un jour et une heure, comme 2026-03-02T14:05",
    "a departure is planned to the minute": "un départ se planifie à la minute près",
    # the check-list
    "{done} of {all} settled": "{done} sur {all} en ordre",
    "item": "point",
    "state": "état",
    "known of itself": "connu du dossier",
    "to do": "à faire",
    "on the day": "le jour même",
    "before planning": "avant la planification",
    "minute": "minute",
    "minutes": "minutes",
    # refusals
    "the departure is not announced to the person": "le départ n'est pas annoncé à la personne",
    "the departure is not announced to the lawyer": "le départ n'est pas annoncé à l'avocat",
    "the person was told on {at}, less than {hours} hours before departure on {leaves}": (
        "la personne a été informée le {at}, moins de {hours} heures avant le départ du {leaves}"
    ),
    "the lawyer was told on {at}, less than {hours} hours before departure on {leaves}": (
        "l'avocat a été informé le {at}, moins de {hours} heures avant le départ du {leaves}"
    ),
    "of decisions notified from {day} the notice is not known: the former one is kept": (
        "pour les décisions notifiées à partir du {day}, le préavis n'est pas connu : l'ancien "
        "est maintenu"
    ),
    "the General Inspectorate is not informed of the departure": (
        "l'Inspection générale n'est pas informée du départ"
    ),
    "{account} acts as {functions}; an escort is decided by {may}": (
        "{account} agit comme {functions} ; une escorte est décidée par {may}"
    ),
    "no escort is decided for this departure that may carry it out": (
        "aucune escorte habilitée à l'exécuter n'est décidée pour ce départ"
    ),
    "staff of the Immigration Office may escort by air from {first} to {last} only": (
        "le personnel de l'Office des étrangers ne peut escorter par avion que du {first} au {last}"
    ),
    "no police officer leads the escort by air": (
        "aucun fonctionnaire de police ne dirige l'escorte par avion"
    ),
    "the escort proposed is nobody": "l'escorte proposée est vide",
    "the conditions were last checked on {at}, more than {minutes} minutes before": (
        "les conditions ont été vérifiées pour la dernière fois le {at}, plus de {minutes} "
        "minutes avant"
    ),
    "the removal attempt is {state}; this needs {after}": (
        "la tentative d'éloignement est {state} ; il faut {after}"
    ),
    "no removal attempt is planned": "aucune tentative d'éloignement n'est planifiée",
    "no removal attempt has started": "aucune tentative d'éloignement n'a commencé",
    "no journey is booked with IOM": "aucun voyage n'est réservé auprès de l'OIM",
    "a removal is prepared, and no attempt has been made since": (
        "un éloignement est préparé, et aucune tentative n'a eu lieu depuis"
    ),
    "{at} is no moment": "{at} n'est pas un moment",
    "the departure of {at} would be before it was planned": (
        "le départ du {at} serait antérieur à sa planification"
    ),
    "say to whom: the person, the lawyer or both": (
        "dites à qui : la personne, l'avocat ou les deux"
    ),
    "{person} prepared this removal as {account}; another person must decide": (
        "{person} a préparé cet éloignement sous {account} ; une autre personne doit décider"
    ),
    "{person} proposed this escort as {account}; another person must decide": (
        "{person} a proposé cette escorte sous {account} ; une autre personne doit décider"
    ),
    "{person} ticked {item} as {account}; another person must sign": (
        "{person} a coché {item} sous {account} ; une autre personne doit signer"
    ),
    "{item} always applies": "{item} n'est jamais sans objet",
    "{item}: say why, with a reference or a remark": (
        "{item} : dites pourquoi, avec une référence ou une remarque"
    ),
    "{item} is not ticked": "{item} n'est pas coché",
    "{item}: say which, with --statement": "{item} : dire laquelle, avec --statement",
    "{item} is no statement of the person": "{item} n'est pas une déclaration de la personne",
    "not done on the removal check-list: {items}": (
        "pas fait sur la liste de contrôle de l'éloignement : {items}"
    ),
    "{item}: a lawyer is on record, who has to be told": (
        "{item} : un avocat est au dossier, et doit être informé"
    ),
    "removal attempt {n} is {state}: fail or cancel it before a departure of another kind": (
        "la tentative d'éloignement {n} est {state} : enregistrez son échec ou son annulation "
        "avant un départ d'une autre sorte"
    ),
    "nothing on record bears out that the person agrees: no declaration is signed, and {item} "
    "is not ticked as one of consent": (
        "rien au dossier n'étaie que la personne est d'accord : aucune déclaration n'est signée, "
        "et {item} n'est pas coché comme déclaration de consentement"
    ),
    "{person} ticked {item} as {account}; another person must record the departure": (
        "{person} a coché {item} sous {account} ; une autre personne doit enregistrer le départ"
    ),
    "it is not said what shows that the resident left": (
        "il n'est pas dit ce qui montre que le résident est parti"
    ),
    "the person does not agree to go, whatever declaration was signed": (
        "la personne n'est pas d'accord de partir, quelle que soit la déclaration signée"
    ),
    "the kind of the decision in force is not on record, so it is no title to remove: correct "
    "its record of version {n}, field kind": (
        "la nature de la décision en vigueur n'est pas au dossier, elle n'est donc pas un titre "
        "d'éloignement : corrigez son enregistrement de la version {n}, champ kind"
    ),
    "the kind of the decision in force is not on record, so it is no title to remove: have it "
    "decided anew": (
        "la nature de la décision en vigueur n'est pas au dossier, elle n'est donc pas un titre "
        "d'éloignement : faites décider à nouveau"
    ),
    "the decision in force is no title to remove: {kinds}": (
        "la décision en vigueur n'est pas un titre d'éloignement : {kinds}"
    ),
    "it is not known until when the transfer may be carried out": (
        "on ne sait pas jusqu'à quand le transfert peut être exécuté"
    ),
    "for a departure from: {day}": "pour un départ à partir du : {day}",
    "for a departure from: {day} ({rules})": "pour un départ à partir du : {day} ({rules})",
    "removal (what the law holds back)": "éloignement (ce que la loi retient)",
    "The last day to transfer, as the acceptance tells it; from 12 June 2026 on.": (
        "Le dernier jour pour transférer, selon l'acceptation ; à partir du 12 juin 2026."
    ),
    "the term of an acceptance of that day ends on {last}; it is only extended": (
        "le délai d'une acceptation de ce jour prend fin le {last} ; il ne peut qu'être prolongé"
    ),
    "{day} is before the acceptance": "le {day} est antérieur à l'acceptation",
    # what is due
    "announce the departure to the person and the lawyer": (
        "annoncer le départ à la personne et à l'avocat"
    ),
    "inform the General Inspectorate of the departure": (
        "informer l'Inspection générale du départ"
    ),
    "the check of the conditions runs out": "la vérification des conditions expire",
}

NL: dict[str, str] = {
    "How it came about that it went against a block; the director tells it afterwards. Sealed.": (
        "Hoe het ondanks een wettelijk beletsel gebeurde; de directeur meldt het achteraf. "
        "Verzegeld."
    ),
    "{account} acts as {functions}; what went against a block is told by the {may}": (
        "{account} treedt op als {functions}; wat ondanks een wettelijk beletsel gebeurde, wordt "
        "gemeld door: {may}"
    ),
    "what goes against a block is told once it has happened: --on": (
        "wat tegen een wettelijk beletsel ingaat, wordt achteraf gemeld: --on"
    ),
    "nothing stood in its way: it is recorded as any other": (
        "niets stond het in de weg: neem het op als elk ander"
    ),
    # stages and states
    "departure-planned": "vertrek gepland",
    "planned": "gepland",
    "started": "begonnen",
    "failed": "mislukt",
    "carried out": "uitgevoerd",
    # help
    "Prepare, plan, announce and attempt a removal.": (
        "Een verwijdering voorbereiden, plannen, aankondigen en proberen uit te voeren."
    ),
    "Record that an item of the removal check-list is done, or does not apply.": (
        "Registreren dat een punt van de checklist van de verwijdering gedaan is, of niet van "
        "toepassing."
    ),
    "Done, or not applicable.": "Gedaan, of niet van toepassing.",
    "Of consent-statement: whether the person consents or refuses.": (
        "Bij consent-statement: of de persoon instemt of weigert."
    ),
    "Open an item of the removal check-list again.": (
        "Een punt van de checklist van de verwijdering opnieuw openen."
    ),
    "Propose who goes along; somebody else decides when the departure is planned.": (
        "Voorstellen wie meegaat; iemand anders beslist wanneer het vertrek gepland wordt."
    ),
    "Who goes along, and how many: federal-police=2; once for each kind.": (
        "Wie meegaat, en met hoeveel: federal-police=2; één keer per soort."
    ),
    "Plan the departure; by another person than who prepared it or proposed the escort.": (
        "Het vertrek plannen; door een andere persoon dan wie het voorbereidde of de escorte "
        "voorstelde."
    ),
    "The number of the flight or transport.": "Het nummer van de vlucht of het vervoer.",
    "When it is to leave.": "Wanneer het vertrekt.",
    "With the escort proposed, or without one.": "Met de voorgestelde escorte, of zonder escorte.",
    "By air, land or sea.": "Per vliegtuig, over land of over zee.",
    "Record that the planned departure was announced to the person, the lawyer or both.": (
        "Registreren dat het geplande vertrek aan de persoon, de advocaat of beiden is "
        "aangekondigd."
    ),
    "The person was told.": "De persoon is ingelicht.",
    "The lawyer was told.": "De advocaat is ingelicht.",
    "Record that the General Inspectorate (AIG) was told of the planned return.": (
        "Registreren dat de Algemene Inspectie (AIG) over de geplande terugkeer is ingelicht."
    ),
    "Begin the attempt; every condition of the departure is looked at at that moment.": (
        "De poging beginnen; alle voorwaarden van het vertrek worden op dat moment nagekeken."
    ),
    "Look at every condition of the departure again, right before it.": (
        "Alle voorwaarden van het vertrek opnieuw nakijken, vlak ervoor."
    ),
    "Record that the attempt that had begun did not lead to a departure.": (
        "Registreren dat de begonnen poging niet tot een vertrek leidde."
    ),
    "Call the planned departure off before the attempt begins.": (
        "Het geplande vertrek afgelasten voor de poging begint."
    ),
    "Why it was not carried out.": "Waarom het niet doorging.",
    "Whether the person agreed to go.": "Of de persoon instemde met het vertrek.",
    "What shows it; once for each.": "Waaruit het blijkt; één keer per bewijs.",
    "List the items of the removal check-list: done or open, by whom, what is known.": (
        "De punten van de checklist van de verwijdering tonen: gedaan of open, door wie, wat "
        "bekend is."
    ),
    # what does not fit
    "a number without spaces, as in SN-371": "een nummer zonder spaties, zoals SN-371",
    "a day and an hour, as in 2026-03-02T14:05": "een dag en een uur, zoals 2026-03-02T14:05",
    "a departure is planned to the minute": "een vertrek wordt op de minuut gepland",
    # the check-list
    "{done} of {all} settled": "{done} van {all} in orde",
    "item": "punt",
    "state": "toestand",
    "known of itself": "bekend uit het dossier",
    "to do": "te doen",
    "on the day": "op de dag zelf",
    "before planning": "voor de planning",
    "minute": "minuut",
    "minutes": "minuten",
    # refusals
    "the departure is not announced to the person": (
        "het vertrek is niet aan de persoon aangekondigd"
    ),
    "the departure is not announced to the lawyer": (
        "het vertrek is niet aan de advocaat aangekondigd"
    ),
    "the person was told on {at}, less than {hours} hours before departure on {leaves}": (
        "de persoon is ingelicht op {at}, minder dan {hours} uur voor het vertrek van {leaves}"
    ),
    "the lawyer was told on {at}, less than {hours} hours before departure on {leaves}": (
        "de advocaat is ingelicht op {at}, minder dan {hours} uur voor het vertrek van {leaves}"
    ),
    "of decisions notified from {day} the notice is not known: the former one is kept": (
        "voor beslissingen ter kennis gebracht vanaf {day} is de termijn van aankondiging niet "
        "bekend: de vroegere blijft gelden"
    ),
    "the General Inspectorate is not informed of the departure": (
        "de Algemene Inspectie is niet over het vertrek ingelicht"
    ),
    "{account} acts as {functions}; an escort is decided by {may}": (
        "{account} handelt als {functions}; over een escorte beslist {may}"
    ),
    "no escort is decided for this departure that may carry it out": (
        "er is voor dit vertrek geen escorte beslist die het mag uitvoeren"
    ),
    "staff of the Immigration Office may escort by air from {first} to {last} only": (
        "personeel van de Dienst Vreemdelingenzaken mag alleen van {first} tot {last} per "
        "vliegtuig escorteren"
    ),
    "no police officer leads the escort by air": (
        "geen politieambtenaar leidt de escorte per vliegtuig"
    ),
    "the escort proposed is nobody": "de voorgestelde escorte is leeg",
    "the conditions were last checked on {at}, more than {minutes} minutes before": (
        "de voorwaarden zijn laatst nagekeken op {at}, meer dan {minutes} minuten ervoor"
    ),
    "the removal attempt is {state}; this needs {after}": (
        "de verwijderingspoging is {state}; nodig is {after}"
    ),
    "no removal attempt is planned": "er is geen verwijderingspoging gepland",
    "no removal attempt has started": "er is geen verwijderingspoging begonnen",
    "no journey is booked with IOM": "er is geen reis geboekt bij IOM",
    "a removal is prepared, and no attempt has been made since": (
        "er is een verwijdering voorbereid, en sindsdien was er geen poging"
    ),
    "{at} is no moment": "{at} is geen tijdstip",
    "the departure of {at} would be before it was planned": (
        "het vertrek van {at} zou voor de planning ervan vallen"
    ),
    "say to whom: the person, the lawyer or both": (
        "zeg aan wie: de persoon, de advocaat of beiden"
    ),
    "{person} prepared this removal as {account}; another person must decide": (
        "{person} bereidde deze verwijdering voor als {account}; een andere persoon moet beslissen"
    ),
    "{person} proposed this escort as {account}; another person must decide": (
        "{person} stelde deze escorte voor als {account}; een andere persoon moet beslissen"
    ),
    "{person} ticked {item} as {account}; another person must sign": (
        "{person} vinkte {item} aan als {account}; een andere persoon moet tekenen"
    ),
    "{item} always applies": "{item} is altijd van toepassing",
    "{item}: say why, with a reference or a remark": (
        "{item}: zeg waarom, met een referentie of een opmerking"
    ),
    "{item} is not ticked": "{item} is niet aangevinkt",
    "{item}: say which, with --statement": "{item}: zeg welke, met --statement",
    "{item} is no statement of the person": "{item} is geen verklaring van de persoon",
    "not done on the removal check-list: {items}": (
        "niet gedaan op de checklist van de verwijdering: {items}"
    ),
    "{item}: a lawyer is on record, who has to be told": (
        "{item}: er is een advocaat in het dossier, die ingelicht moet worden"
    ),
    "removal attempt {n} is {state}: fail or cancel it before a departure of another kind": (
        "verwijderingspoging {n} is {state}: registreer eerst de mislukking of de annulering, voor "
        "een vertrek van een andere soort"
    ),
    "nothing on record bears out that the person agrees: no declaration is signed, and {item} "
    "is not ticked as one of consent": (
        "niets in het dossier staaft dat de persoon instemt: er is geen verklaring ondertekend, "
        "en {item} is niet aangevinkt als verklaring van instemming"
    ),
    "{person} ticked {item} as {account}; another person must record the departure": (
        "{person} vinkte {item} aan als {account}; een andere persoon moet het vertrek registreren"
    ),
    "it is not said what shows that the resident left": (
        "er is niet gezegd wat aantoont dat de bewoner vertrokken is"
    ),
    "the person does not agree to go, whatever declaration was signed": (
        "de persoon stemt niet in met het vertrek, welke verklaring ook ondertekend is"
    ),
    "the kind of the decision in force is not on record, so it is no title to remove: correct "
    "its record of version {n}, field kind": (
        "de aard van de geldende beslissing staat niet in het dossier, dus is zij geen titel voor "
        "verwijdering: verbeter de registratie van versie {n}, veld kind"
    ),
    "the kind of the decision in force is not on record, so it is no title to remove: have it "
    "decided anew": (
        "de aard van de geldende beslissing staat niet in het dossier, dus is zij geen titel voor "
        "verwijdering: laat opnieuw beslissen"
    ),
    "the decision in force is no title to remove: {kinds}": (
        "de geldende beslissing is geen titel voor verwijdering: {kinds}"
    ),
    "it is not known until when the transfer may be carried out": (
        "het is niet bekend tot wanneer de overdracht mag worden uitgevoerd"
    ),
    "for a departure from: {day}": "voor een vertrek vanaf: {day}",
    "for a departure from: {day} ({rules})": "voor een vertrek vanaf: {day} ({rules})",
    "removal (what the law holds back)": "verwijdering (wat de wet tegenhoudt)",
    "The last day to transfer, as the acceptance tells it; from 12 June 2026 on.": (
        "De laatste dag om over te dragen, volgens de aanvaarding; vanaf 12 juni 2026."
    ),
    "the term of an acceptance of that day ends on {last}; it is only extended": (
        "de termijn van een aanvaarding van die dag eindigt op {last}; hij kan alleen worden "
        "verlengd"
    ),
    "{day} is before the acceptance": "{day} valt voor de aanvaarding",
    # what is due
    "announce the departure to the person and the lawyer": (
        "het vertrek aankondigen aan de persoon en de advocaat"
    ),
    "inform the General Inspectorate of the departure": (
        "de Algemene Inspectie over het vertrek inlichten"
    ),
    "the check of the conditions runs out": "de controle van de voorwaarden verloopt",
}
