"""The texts of the region exception in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "alert: version {act} ({step}, {at}) went against a block: {rules}": (
        "alerte : la version {act} ({step}, {at}) est allée contre un obstacle légal : {rules}"
    ),
    "answer for an act that went against a block": (
        "répondre d'un acte allé contre un obstacle légal"
    ),
    "{code} is not on the list {list} on {day}; there are: {known}": (
        "{code} ne figure pas sur la liste {list} le {day} ; il y a : {known}"
    ),
    "{field}: other needs a remark": ("{field} : un autre motif demande une remarque"),
    "this is no step of procedure {version}, under which the dossier is": (
        "ce n'est pas une étape de la procédure {version}, sous laquelle est le dossier"
    ),
    "Ask that a rule gives way for one act in an emergency, allow it or refuse.": (
        "Demander qu'une règle cède pour un acte en urgence, l'accorder ou le refuser."
    ),
    "The rule that stands in the way: EXE-05 (notice) or PLC-03 (a full place).": (
        "La règle qui fait obstacle : EXE-05 (préavis) ou PLC-03 (lieu complet)."
    ),
    "The step it is asked for.": ("L'étape pour laquelle c'est demandé."),
    "Ask to act against a rule that may give way; it then does for the attempt or transfer.": (
        "Demander d'agir contre une règle qui peut céder ; elle cède alors pour la tentative ou "
        "le transfert."
    ),
    "Which override, as numbered.": ("Quelle dérogation, par son numéro."),
    "Let the rule give way; by another person than who asked.": (
        "Laisser céder la règle ; par une autre personne que celle qui l'a demandé."
    ),
    "Hold to the rule; by another person than who asked.": (
        "S'en tenir à la règle ; par une autre personne que celle qui l'a demandé."
    ),
    "The version of that act.": ("La version de cet acte."),
    "What was done about it; sealed.": ("Ce qui a été fait ; scellé."),
    "Answer for an act that fell inside a block nobody knew of.": (
        "Répondre d'un acte tombé sous un obstacle que personne ne connaissait."
    ),
    "All running dossiers of this centre.": ("Tous les dossiers en cours de ce centre."),
    "The version; else the newest.": ("La version ; sinon la plus récente."),
    "Only tell what each dossier could no longer do.": (
        "Dire seulement ce que chaque dossier ne pourrait plus faire."
    ),
    "Take dossiers over to a newer version of the procedure, or tell what would get stuck.": (
        "Faire passer des dossiers à une version plus récente de la procédure, ou dire ce qui "
        "serait bloqué."
    ),
    "there is no procedure {n}": ("il n'y a pas de procédure {n}"),
    "to": ("vers"),
    "stuck": ("bloqué"),
    "no longer passes": ("ne passe plus"),
    "rules": ("règles"),
    "{n} dossier(s), {stuck} stuck": ("{n} dossier(s), {stuck} bloqué(s)"),
    "{n} dossier(s) taken over, {stuck} stuck": "{n} dossier(s) repris, {stuck} bloqué(s)",
    "What was asked of it and refused, instead.": ("Plutôt ce qui a été demandé et refusé."),
    "alert: the act of version {act} fell inside a block nobody knew of: {rules}": (
        "alerte : l'acte de la version {act} est tombé sous un obstacle que personne ne "
        "connaissait : {rules}"
    ),
    "alert: in {dossier} the act of version {act} fell inside a block nobody knew of: {rules}": (
        "alerte : dans {dossier}, l'acte de la version {act} est tombé sous un obstacle que "
        "personne ne connaissait : {rules}"
    ),
    "alert: an act in a dossier of the family fell inside a block nobody knew of: {rules}": (
        "alerte : un acte dans un dossier de la famille est tombé sous un obstacle que personne "
        "ne connaissait : {rules}"
    ),
    "this refusal could not be kept on record": ("ce refus n'a pas pu être gardé au dossier"),
    "rule {rule} gives way to nobody": ("la règle {rule} ne cède devant personne"),
    "no override with this number waits for a decision": (
        "aucune dérogation de ce numéro n'attend de décision"
    ),
    "{person} asked for this override as {account}; another person must decide": (
        "{person} a demandé cette dérogation comme {account} ; une autre personne doit décider"
    ),
    "the dossier is under the newest procedure, {n}": (
        "le dossier est sous la procédure la plus récente, {n}"
    ),
    "the dossier is under procedure {now} already": ("le dossier est déjà sous la procédure {now}"),
    "no alert waits for an answer": ("aucune alerte n'attend de réponse"),
    "alerts wait about the acts {numbers}": ("des alertes attendent sur les actes {numbers}"),
    "answer for an act inside a block nobody knew of": (
        "répondre d'un acte sous un obstacle que personne ne connaissait"
    ),
    "nobody has answered for the act of version {n}, inside a block found late": (
        "personne n'a répondu de l'acte de la version {n}, sous un obstacle découvert après coup"
    ),
    "there is no rule {rule}": "il n'y a pas de règle {rule}",
    "rule {rule} does not stand in the way of {step}; it may of: {steps}": (
        "la règle {rule} ne fait pas obstacle à {step} ; elle peut faire obstacle à : {steps}"
    ),
    "rule {rule} does not stand in the way of {step} as the dossier is": (
        "la règle {rule} ne fait pas obstacle à {step} dans l'état du dossier"
    ),
    "{person} had a part in this act as {account}; another person must answer for it": (
        "{person} a pris part à cet acte comme {account} ; une autre personne doit en répondre"
    ),
    "nobody has answered for version {n} ({step}, {at}), inside a block found late": (
        "personne n'a répondu de la version {n} ({step}, {at}), sous un obstacle découvert après "
        "coup"
    ),
    "alert: version {act} ({step}, {at}) fell inside a block nobody knew of: {rules}": (
        "alerte : la version {act} ({step}, {at}) est tombée sous un obstacle que personne ne "
        "connaissait : {rules}"
    ),
    "allow or refuse the override asked": "accorder ou refuser la dérogation demandée",
    "override {n} waits to be allowed or refused": (
        "la dérogation {n} attend d'être accordée ou refusée"
    ),
    "this rule may give way: {command}": "cette règle peut céder : {command}",
    "if the count is wrong: {command}": "si le compte est faux : {command}",
    "asked": "demandée",
    "allowed": "accordée",
    "run out": "caduque",
    "recorded before: free text typed now is not compared with it, and not kept": (
        "déjà enregistré : le texte libre tapé maintenant n'y est pas comparé, et n'est pas gardé"
    ),
    "more are counted than the {places} places there are": (
        "le compte dépasse les {places} places qu'il y a"
    ),
    "no step that may follow is for this function": (
        "aucune étape qui peut suivre n'est pour cette fonction"
    ),
    "{at} is before {step} of {rests_on}, on which it rests": (
        "le {at} précède {step} du {rests_on}, sur quoi il repose"
    ),
    " or ": " ou ",
    "none before it": "aucun auparavant",
    "none before it, or one {states}": "aucun auparavant, ou un qui est {states}",
}

NL: dict[str, str] = {
    "alert: version {act} ({step}, {at}) went against a block: {rules}": (
        "waarschuwing: versie {act} ({step}, {at}) ging tegen een wettelijk beletsel in: {rules}"
    ),
    "answer for an act that went against a block": (
        "zich verantwoorden voor een handeling die tegen een wettelijk beletsel inging"
    ),
    "{code} is not on the list {list} on {day}; there are: {known}": (
        "{code} staat op {day} niet op de lijst {list}; er zijn: {known}"
    ),
    "{field}: other needs a remark": ("{field}: een andere reden vraagt een opmerking"),
    "this is no step of procedure {version}, under which the dossier is": (
        "dit is geen stap van procedure {version}, waaronder het dossier valt"
    ),
    "Ask that a rule gives way for one act in an emergency, allow it or refuse.": (
        "Vragen dat een regel in een noodgeval voor één handeling wijkt, dat toestaan of weigeren."
    ),
    "The rule that stands in the way: EXE-05 (notice) or PLC-03 (a full place).": (
        "De regel die in de weg staat: EXE-05 (aankondiging) of PLC-03 (volle plaats)."
    ),
    "The step it is asked for.": ("De stap waarvoor het gevraagd wordt."),
    "Ask to act against a rule that may give way; it then does for the attempt or transfer.": (
        "Vragen te handelen tegen een regel die mag wijken; hij wijkt dan voor de poging of de "
        "overbrenging."
    ),
    "Which override, as numbered.": ("Welke afwijking, volgens het nummer."),
    "Let the rule give way; by another person than who asked.": (
        "De regel laten wijken; door een andere persoon dan wie het vroeg."
    ),
    "Hold to the rule; by another person than who asked.": (
        "Aan de regel vasthouden; door een andere persoon dan wie het vroeg."
    ),
    "The version of that act.": ("De versie van die handeling."),
    "What was done about it; sealed.": ("Wat eraan gedaan is; verzegeld."),
    "Answer for an act that fell inside a block nobody knew of.": (
        "Verantwoording geven voor een handeling binnen een beletsel dat niemand kende."
    ),
    "All running dossiers of this centre.": ("Alle lopende dossiers van dit centrum."),
    "The version; else the newest.": ("De versie; anders de nieuwste."),
    "Only tell what each dossier could no longer do.": (
        "Alleen zeggen wat elk dossier niet meer zou kunnen."
    ),
    "Take dossiers over to a newer version of the procedure, or tell what would get stuck.": (
        "Dossiers overzetten naar een nieuwere versie van de procedure, of zeggen wat zou "
        "vastlopen."
    ),
    "there is no procedure {n}": ("er is geen procedure {n}"),
    "to": ("naar"),
    "stuck": ("vastgelopen"),
    "no longer passes": ("gaat niet meer"),
    "rules": ("regels"),
    "{n} dossier(s), {stuck} stuck": ("{n} dossier(s), {stuck} vastgelopen"),
    "{n} dossier(s) taken over, {stuck} stuck": "{n} dossier(s) overgenomen, {stuck} vastgelopen",
    "What was asked of it and refused, instead.": (
        "In plaats daarvan wat gevraagd en geweigerd is."
    ),
    "alert: the act of version {act} fell inside a block nobody knew of: {rules}": (
        "alarm: de handeling van versie {act} viel binnen een beletsel dat niemand kende: {rules}"
    ),
    "alert: in {dossier} the act of version {act} fell inside a block nobody knew of: {rules}": (
        "alarm: in {dossier} viel de handeling van versie {act} binnen een beletsel dat niemand "
        "kende: {rules}"
    ),
    "alert: an act in a dossier of the family fell inside a block nobody knew of: {rules}": (
        "alarm: een handeling in een dossier van het gezin viel binnen een beletsel dat niemand "
        "kende: {rules}"
    ),
    "this refusal could not be kept on record": ("deze weigering kon niet worden bijgehouden"),
    "rule {rule} gives way to nobody": ("regel {rule} wijkt voor niemand"),
    "no override with this number waits for a decision": (
        "geen afwijking met dit nummer wacht op een beslissing"
    ),
    "{person} asked for this override as {account}; another person must decide": (
        "{person} vroeg deze afwijking als {account}; een andere persoon moet beslissen"
    ),
    "the dossier is under the newest procedure, {n}": (
        "het dossier valt onder de nieuwste procedure, {n}"
    ),
    "the dossier is under procedure {now} already": ("het dossier valt al onder procedure {now}"),
    "no alert waits for an answer": ("geen alarm wacht op een antwoord"),
    "alerts wait about the acts {numbers}": ("er wachten alarmen over de handelingen {numbers}"),
    "answer for an act inside a block nobody knew of": (
        "verantwoording geven voor een handeling binnen een beletsel dat niemand kende"
    ),
    "nobody has answered for the act of version {n}, inside a block found late": (
        "niemand heeft verantwoording gegeven voor de handeling van versie {n}, "
        "binnen een laat ontdekt beletsel"
    ),
    "there is no rule {rule}": "er is geen regel {rule}",
    "rule {rule} does not stand in the way of {step}; it may of: {steps}": (
        "regel {rule} staat {step} niet in de weg; hij kan in de weg staan van: {steps}"
    ),
    "rule {rule} does not stand in the way of {step} as the dossier is": (
        "regel {rule} staat {step} niet in de weg zoals het dossier is"
    ),
    "{person} had a part in this act as {account}; another person must answer for it": (
        "{person} had als {account} een aandeel in deze handeling; een andere persoon moet ze "
        "verantwoorden"
    ),
    "nobody has answered for version {n} ({step}, {at}), inside a block found late": (
        "niemand heeft verantwoording gegeven voor versie {n} ({step}, {at}), binnen een laat "
        "ontdekt beletsel"
    ),
    "alert: version {act} ({step}, {at}) fell inside a block nobody knew of: {rules}": (
        "alarm: versie {act} ({step}, {at}) viel binnen een beletsel dat niemand kende: {rules}"
    ),
    "allow or refuse the override asked": "de gevraagde afwijking toestaan of weigeren",
    "override {n} waits to be allowed or refused": (
        "afwijking {n} wacht om toegestaan of geweigerd te worden"
    ),
    "this rule may give way: {command}": "deze regel mag wijken: {command}",
    "if the count is wrong: {command}": "als de telling niet klopt: {command}",
    "asked": "gevraagd",
    "allowed": "toegestaan",
    "run out": "vervallen",
    "recorded before: free text typed now is not compared with it, and not kept": (
        "al geregistreerd: vrije tekst die nu getypt is, wordt er niet mee vergeleken en niet "
        "bewaard"
    ),
    "more are counted than the {places} places there are": (
        "er zijn er meer geteld dan de {places} plaatsen die er zijn"
    ),
    "no step that may follow is for this function": (
        "geen stap die kan volgen is voor deze functie"
    ),
    "{at} is before {step} of {rests_on}, on which it rests": (
        "{at} valt voor {step} van {rests_on}, waarop het steunt"
    ),
    " or ": " of ",
    "none before it": "geen voordien",
    "none before it, or one {states}": "geen voordien, of een die {states} is",
}
