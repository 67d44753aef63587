"""The texts of decisions and information in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "the risk on record is another one: {risk}": "le risque enregistré est un autre : {risk}",
    "no decision that stands has the number {number}; there are: {numbers}": (
        "aucune décision en vigueur ne porte le numéro {number} ; il y a : {numbers}"
    ),
    "several decisions stand: say which with --decision, as one of: {numbers}": (
        "plusieurs décisions subsistent : dites laquelle avec --decision, parmi : {numbers}"
    ),
    "the letter was proved to have arrived on {day}; a later day is to be proved": (
        "il a été prouvé que le pli est arrivé le {day} ; c'est un jour ultérieur qui est à prouver"
    ),
    "by hand is against receipt: say with --acknowledgement what the resident did, as one "
    "of: {known}": (
        "la remise en main propre se fait contre accusé de réception : dites avec "
        "--acknowledgement ce que le résident a fait, parmi : {known}"
    ),
    "the decision itself is handed over: no copy was": (
        "la décision elle-même est remise : aucune copie ne l'a été"
    ),
    "a fax goes to the domicile elected with a lawyer, and none is on record": (
        "un fax va au domicile élu chez un avocat, et aucun n'est enregistré"
    ),
    "Take away a draft or a decision: of several the one that is named.": (
        "Annuler un projet ou une décision : de plusieurs, celui ou celle qui est nommé."
    ),
    "Which one: the number of the decision, or of its round; needed where several stand.": (
        "Laquelle : le numéro de la décision, ou de son tour ; requis quand plusieurs subsistent."
    ),
    "Whether an earlier removal measure was notified; the urgent term is then shorter, where "
    "that one is on record.": (
        "Si une mesure d'éloignement antérieure a été notifiée ; le délai d'urgence est alors "
        "plus court, si celle-ci est enregistrée."
    ),
    "taken away: decision {number}": "annulée : décision {number}",
    "the trajectory has ended ({stage}); only the Council still annuls: --by council": (
        "le trajet a pris fin ({stage}) ; seul le Conseil annule encore : --by council"
    ),
    "A provision relied on: 7-1-1 is art. 7, first paragraph, 1°; may be repeated.": (
        "Une disposition invoquée : 7-1-1 est l'art. 7, alinéa 1er, 1° ; peut être répétée."
    ),
    "Cut the period short for a risk; by another person than reported it.": (
        "Mettre fin plus tôt au délai en raison d'un risque ; par une autre personne que celle "
        "qui l'a signalé."
    ),
    "Decide how many days the resident has to depart, before the decision is notified.": (
        "Décider du nombre de jours dont dispose le résident pour partir, avant la "
        "notification de la décision."
    ),
    "Decide on the proposal; by another person than made it.": (
        "Décider de la proposition ; par une autre personne que son auteur."
    ),
    "Give the resident more time, as was asked; by another person than took the request in.": (
        "Accorder plus de temps au résident, comme demandé ; par une autre personne que celle "
        "qui a reçu la demande."
    ),
    "How it was notified again.": "Comment elle a été notifiée à nouveau.",
    "In which way, if any; may be repeated.": "À quel titre, le cas échéant ; peut être répété.",
    "In which way; may be repeated.": "À quel titre ; peut être répété.",
    "On which decision; without it, whichever; may be repeated.": (
        "Sur quelle décision ; sans elle, toute décision ; peut être répétée."
    ),
    "On which ground.": "Pour quel motif.",
    "Propose to give the resident a right of residence, and decide on it.": (
        "Proposer d'accorder un droit de séjour au résident, et en décider."
    ),
    "Propose to give the resident a right of residence.": (
        "Proposer d'accorder un droit de séjour au résident."
    ),
    "Prove when a letter arrived.": "Prouver quand un pli est arrivé.",
    "Put a risk seen during the period to who decides.": (
        "Signaler à qui décide un risque constaté pendant le délai."
    ),
    "Record a talk about voluntary return, which binds nobody.": (
        "Enregistrer un entretien sur le retour volontaire, qui n'engage personne."
    ),
    "Record how the resident was heard before a decision, or why not.": (
        "Enregistrer comment le résident a été entendu avant une décision, ou pourquoi il ne "
        "l'a pas été."
    ),
    "Record in which ways the resident is vulnerable, if any.": (
        "Enregistrer à quels titres le résident est vulnérable, le cas échéant."
    ),
    "Record signs that the resident is vulnerable, and what they come to.": (
        "Enregistrer des signes de vulnérabilité du résident, et ce qu'il en est."
    ),
    "Record signs that the resident is vulnerable.": (
        "Enregistrer des signes de vulnérabilité du résident."
    ),
    "Record that a defective notification was done again in due form.": (
        "Enregistrer qu'une notification défectueuse a été refaite en bonne et due forme."
    ),
    "Record that another lawyer took over.": "Enregistrer qu'un autre avocat a pris la suite.",
    "Record that the duty to return is in the Schengen Information System.": (
        "Enregistrer que l'obligation de retour figure dans le système d'information Schengen."
    ),
    "Record that the resident asks for a lawyer.": "Enregistrer que le résident demande un avocat.",
    "Record that the resident refused to receive the decision: it is notified all the same.": (
        "Enregistrer que le résident a refusé de recevoir la décision : elle est notifiée pour "
        "autant."
    ),
    "Record that the resident was asked in writing to be heard before a stay is ended.": (
        "Enregistrer que le résident a été invité par écrit à être entendu avant la fin d'un "
        "séjour."
    ),
    "Record that the resident was heard on what may be decided.": (
        "Enregistrer que le résident a été entendu sur ce qui peut être décidé."
    ),
    "Record the proof of the day on which a letter arrived.": (
        "Enregistrer la preuve du jour où un pli est arrivé."
    ),
    "Record what is wrong with a notification.": "Enregistrer le défaut d'une notification.",
    "Record which lawyer stands by the resident.": "Enregistrer quel avocat assiste le résident.",
    "Record who asked for a lawyer, and who it is.": (
        "Enregistrer la demande d'un avocat, et qui il est."
    ),
    "Record why the resident was not heard.": (
        "Enregistrer pourquoi le résident n'a pas été entendu."
    ),
    "Set, extend or cut short the voluntary departure period.": (
        "Fixer, prolonger ou écourter le délai de départ volontaire."
    ),
    "Take in a request about an entry ban.": (
        "Recevoir une demande relative à une interdiction d'entrée."
    ),
    "Take in the request to have an entry ban lifted or suspended; silence refuses it.": (
        "Recevoir la demande de levée ou de suspension d'une interdiction d'entrée ; le "
        "silence la refuse."
    ),
    "Take in the resident's request for more time.": (
        "Recevoir la demande du résident d'avoir plus de temps."
    ),
    "Tell what is wrong with a notification, and put it right.": (
        "Dire ce qui ne va pas dans une notification, et la régulariser."
    ),
    "The alert's number.": "Le numéro du signalement.",
    "The day on which it arrived.": "Le jour de son arrivée.",
    "The day the letter was received.": "Le jour de réception de la lettre.",
    "The decision's number; without it, the last notified.": (
        "Le numéro de la décision ; sans lui, la dernière notifiée."
    ),
    "The ground of an entry ban.": "Le motif d'une interdiction d'entrée.",
    "The lawyer's name; sealed.": "Le nom de l'avocat ; scellé.",
    "The lawyer's number.": "Le numéro de l'avocat.",
    "The length of an entry ban.": "La durée d'une interdiction d'entrée.",
    "The new last day.": "Le nouveau dernier jour.",
    "The new last day; without it, it ends at once.": (
        "Le nouveau dernier jour ; sans lui, il prend fin aussitôt."
    ),
    "The request to cooperate for which the duty is explained again.": (
        "La demande de coopérer pour laquelle l'obligation est expliquée à nouveau."
    ),
    "The term to answer, where not the usual.": (
        "Le délai de réponse, s'il n'est pas le délai habituel."
    ),
    "What else shortens the appeal term; may be repeated.": (
        "Ce qui abrège encore le délai de recours ; peut être répété."
    ),
    "What is decided.": "Ce qui est décidé.",
    "What is wrong; may be repeated.": "Ce qui ne va pas ; peut être répété.",
    "What proves it; sealed.": "Ce qui le prouve ; scellé.",
    "What the resident said and proved; sealed.": "Ce que le résident a dit et prouvé ; scellé.",
    "What was decided.": "Ce qui a été décidé.",
    "What was found; sealed, for the medical service alone.": (
        "Ce qui a été constaté ; scellé, pour le seul service médical."
    ),
    "What was seen; sealed, for the medical service alone.": (
        "Ce qui a été vu ; scellé, pour le seul service médical."
    ),
    "What was seen; sealed.": "Ce qui a été vu ; scellé.",
    "What was tried, or why not; sealed.": "Ce qui a été tenté, ou pourquoi pas ; scellé.",
    "What was weighed; may be repeated.": "Ce qui a été pris en compte ; peut être répété.",
    "What was written on it when it was refused; sealed.": (
        "La mention portée lors du refus ; scellée."
    ),
    "Whether a copy was handed over.": "Si une copie a été remise.",
    "Whether it names a contact person.": "Si elle indique une personne de contact.",
    "Whether it states the right to translation.": "Si elle mentionne le droit à la traduction.",
    "Whether the resident has no right to stay over three months.": (
        "Si le résident n'a pas de droit de séjour de plus de trois mois."
    ),
    "Whether the resident was told in writing.": "Si le résident en a été informé par écrit.",
    "Which authority notified.": "Quelle autorité a notifié.",
    "Which risk.": "Quel risque.",
    "Why it is asked.": "Pourquoi c'est demandé.",
    "Why it is reduced (art. 74/14 §3).": "Pourquoi il est réduit (art. 74/14 §3).",
    "Why not.": "Pourquoi pas.",
    "a ban of more than {least} years is not for {functions}": (
        "une interdiction de plus de {least} ans ne relève pas de : {functions}"
    ),
    "a lawyer is on record; record the change": (
        "un avocat est enregistré ; enregistrez le changement"
    ),
    "a notification is put right only with the remedies stated": (
        "une notification n'est régularisée qu'avec la mention des recours"
    ),
    "a number of days from 0 to 99": "un nombre de jours de 0 à 99",
    "a number of years from 1 to 99": "un nombre d'années de 1 à 99",
    "a period cut short ends between {day} and the eve of {last_day}": (
        "un délai écourté prend fin entre le {day} et la veille du {last_day}"
    ),
    "a refusal to receive needs the mention made of it": (
        "un refus de recevoir demande la mention qui en a été faite"
    ),
    "an article with its paragraph and number, as in 7-1-1": (
        "un article avec son alinéa et son numéro, comme 7-1-1"
    ),
    "an entry ban says its ground and its length in years": (
        "une interdiction d'entrée indique son motif et sa durée en années"
    ),
    "an extension ends later than the period does, on {last_day}": (
        "une prolongation prend fin plus tard que le délai, le {last_day}"
    ),
    "an extension is told to the resident in writing": (
        "une prolongation est communiquée par écrit au résident"
    ),
    "enter the return alert": "introduire le signalement aux fins de retour",
    "for a request it is the duty to cooperate that is explained again": (
        "pour une demande, c'est l'obligation de coopérer qui est expliquée à nouveau"
    ),
    "for work or study two thirds of the entry ban must be over: they are on {last_day}": (
        "pour le travail ou les études, deux tiers de l'interdiction d'entrée doivent être "
        "écoulés : ils le sont le {last_day}"
    ),
    "give the information of the day of arrival": "donner l'information du jour de l'arrivée",
    "it is not known when the decision reached the resident, nor when the departure period ends": (
        "on ne sait pas quand la décision est parvenue au résident, ni quand prend fin le "
        "délai de départ"
    ),
    "it is not known when the entry ban began, or how long it is": (
        "on ne connaît pas le début de l'interdiction d'entrée, ou sa durée"
    ),
    "it is not said what is wrong with the notification": (
        "il n'est pas dit ce qui ne va pas dans la notification"
    ),
    "it is not said what kind of decision this is": "la nature de la décision n'est pas indiquée",
    "it is not said which authority of art. 62 §3 notified: say it with --by, as one of: {known}": (
        "il n'est pas dit quelle autorité de l'art. 62 §3 a notifié : dites-le avec --by, parmi : "
        "{known}"
    ),
    "less than {full} days needs motives": "moins de {full} jours demande une motivation",
    "no decision is notified (number: {number})": (
        "aucune décision n'est notifiée (numéro : {number})"
    ),
    "no defect of this notification is on record": (
        "aucun défaut de cette notification n'est enregistré"
    ),
    "no entry ban is notified and in force": (
        "aucune interdiction d'entrée n'est notifiée et en vigueur"
    ),
    "no lawyer is on record": "aucun avocat n'est enregistré",
    "no letter is on record that asks what speaks against it": (
        "aucune lettre demandant ce qui s'y oppose n'est enregistrée"
    ),
    "no reasoned request to extend the period is on record": (
        "aucune demande motivée de prolongation n'est enregistrée"
    ),
    "no risk during the voluntary departure period is on record": (
        "aucun risque pendant le délai de départ volontaire n'est enregistré"
    ),
    "not weighed: {missing}": "non pris en compte : {missing}",
    "only a letter is presumed to arrive on a given day": (
        "seul un pli est présumé arriver un jour donné"
    ),
    "other means need a remark on how their date is certain": (
        "un autre mode demande une remarque disant en quoi sa date est certaine"
    ),
    "silence refuses the request to lift the entry ban": (
        "le silence refuse la demande de levée de l'interdiction d'entrée"
    ),
    "talk over voluntary return": "mener l'entretien sur le retour volontaire",
    "the decision to leave the territory is {state}; this needs {after}": (
        "la décision de quitter le territoire est : {state} ; il faut : {after}"
    ),
    "the departure period has not started: its notification is defective": (
        "le délai de départ n'a pas pris cours : sa notification est défectueuse"
    ),
    "the draft has no motives": "le projet n'a pas de motivation",
    "the letter is presumed to have arrived on {day}; a later day is to be proved": (
        "le pli est présumé arrivé le {day} ; c'est un jour ultérieur qui est à prouver"
    ),
    "the notification has a defect ({defect}) that is not put right: no term has started": (
        "la notification a un défaut ({defect}) qui n'est pas régularisé : aucun délai n'a "
        "pris cours"
    ),
    "the proposal to regularise is {state}; this needs {after}": (
        "la proposition de régularisation est : {state} ; il faut : {after}"
    ),
    "the provision of article {article} is not stated; stated: {stated}": (
        "la disposition de l'article {article} n'est pas indiquée ; indiqué : {stated}"
    ),
    "the resident may answer the letter until {last_day}": (
        "le résident peut répondre à la lettre jusqu'au {last_day}"
    ),
    "the resident was not heard on this ({kind}), nor is it told why not": (
        "le résident n'a pas été entendu à ce sujet ({kind}), et il n'est pas dit pourquoi"
    ),
    "the resident was not told again of the duty to cooperate for request {request}": (
        "l'obligation de coopérer n'a pas été rappelée au résident pour la demande {request}"
    ),
    "the resident was not told of the duty to cooperate": (
        "le résident n'a pas été informé de l'obligation de coopérer"
    ),
    "the return alert of this decision is on record": (
        "le signalement de cette décision est enregistré"
    ),
    "the term to answer in writing ends": "le délai de réponse écrite prend fin",
    "the voluntary departure period ended on {last_day}": (
        "le délai de départ volontaire a pris fin le {last_day}"
    ),
    "the voluntary departure period ends": "le délai de départ volontaire prend fin",
    "the voluntary departure period runs until {last_day}": (
        "le délai de départ volontaire court jusqu'au {last_day}"
    ),
    "warning: a contact person is to be named (INF-05)": (
        "attention : une personne de contact doit être indiquée (INF-05)"
    ),
    "warning: the right to translation is to be stated (INF-03)": (
        "attention : le droit à la traduction doit être mentionné (INF-03)"
    ),
    "{days} days are more than {most}; an extension is asked for and decided later": (
        "{days} jours dépassent {most} ; une prolongation se demande et se décide plus tard"
    ),
    "{days} days need a ground of art. 74/14 §3": (
        "{days} jours demandent un motif de l'art. 74/14 §3"
    ),
    "{day} is no day of the calendar": "{day} n'est pas un jour du calendrier",
    "without a right to stay over three months, {least} to {most} days: say so, or set {full}": (
        "{least} à {most} jours valent pour qui n'a pas de droit de séjour de plus de trois "
        "mois : dites-le, ou fixez {full}"
    ),
    "{means} gives no certain date of notification; with --means these do: {known}": (
        "{means} : pas de date certaine de notification ; avec --means, en donnent une : {known}"
    ),
    "it is not said how: with --means these give a certain date of notification: {known}": (
        "il n'est pas dit comment : avec --means, donnent une date certaine de notification : "
        "{known}"
    ),
    "{person} prepared this decision as {account}; another person must decide": (
        "{person} a préparé cette décision comme {account} ; une autre personne doit décider"
    ),
    "{person} took the request in as {account}; another person must decide": (
        "{person} a reçu la demande comme {account} ; une autre personne doit décider"
    ),
    "{person} reported the risk as {account}; another person must decide": (
        "{person} a signalé le risque comme {account} ; une autre personne doit décider"
    ),
    "{years} years; a ban for a serious threat is of more than {least}": (
        "{years} ans ; une interdiction pour menace grave est de plus de {least}"
    ),
    "{years} years; at most {most} on this ground": "{years} ans ; au plus {most} pour ce motif",
}

NL: dict[str, str] = {
    "the risk on record is another one: {risk}": "het geregistreerde risico is een ander: {risk}",
    "no decision that stands has the number {number}; there are: {numbers}": (
        "geen beslissing die overeind staat, heeft het nummer {number}; er zijn: {numbers}"
    ),
    "several decisions stand: say which with --decision, as one of: {numbers}": (
        "er staan meerdere beslissingen overeind: zeg welke met --decision, één van: {numbers}"
    ),
    "the letter was proved to have arrived on {day}; a later day is to be proved": (
        "er is bewezen dat de brief op {day} aankwam; een latere dag moet worden bewezen"
    ),
    "by hand is against receipt: say with --acknowledgement what the resident did, as one "
    "of: {known}": (
        "afgifte in handen gebeurt tegen ontvangstbewijs: zeg met --acknowledgement wat de "
        "bewoner deed, één van: {known}"
    ),
    "the decision itself is handed over: no copy was": (
        "de beslissing zelf wordt overhandigd: er werd geen afschrift overhandigd"
    ),
    "a fax goes to the domicile elected with a lawyer, and none is on record": (
        "een fax gaat naar de woonplaats gekozen bij een advocaat, en er is er geen geregistreerd"
    ),
    "Take away a draft or a decision: of several the one that is named.": (
        "Een ontwerp of een beslissing vernietigen: van meerdere die welke genoemd wordt."
    ),
    "Which one: the number of the decision, or of its round; needed where several stand.": (
        "Welke: het nummer van de beslissing, of van haar ronde; nodig waar er meerdere "
        "overeind staan."
    ),
    "Whether an earlier removal measure was notified; the urgent term is then shorter, where "
    "that one is on record.": (
        "Of een eerdere verwijderingsmaatregel ter kennis werd gebracht; de dringende termijn "
        "is dan korter, als die geregistreerd is."
    ),
    "taken away: decision {number}": "vernietigd: beslissing {number}",
    "the trajectory has ended ({stage}); only the Council still annuls: --by council": (
        "het traject is beëindigd ({stage}); alleen de Raad vernietigt nog: --by council"
    ),
    "A provision relied on: 7-1-1 is art. 7, first paragraph, 1°; may be repeated.": (
        "Een ingeroepen bepaling: 7-1-1 is art. 7, eerste lid, 1°; mag herhaald worden."
    ),
    "Cut the period short for a risk; by another person than reported it.": (
        "De termijn inkorten wegens een risico; door een andere persoon dan wie het meldde."
    ),
    "Decide how many days the resident has to depart, before the decision is notified.": (
        "Beslissen hoeveel dagen de bewoner heeft om te vertrekken, voor de kennisgeving van "
        "de beslissing."
    ),
    "Decide on the proposal; by another person than made it.": (
        "Over het voorstel beslissen; door een andere persoon dan wie het deed."
    ),
    "Give the resident more time, as was asked; by another person than took the request in.": (
        "De bewoner meer tijd geven, zoals gevraagd; door een andere persoon dan wie het "
        "verzoek ontving."
    ),
    "How it was notified again.": "Hoe er opnieuw kennis van is gegeven.",
    "In which way, if any; may be repeated.": "In welk opzicht, zo nodig; mag herhaald worden.",
    "In which way; may be repeated.": "In welk opzicht; mag herhaald worden.",
    "On which decision; without it, whichever; may be repeated.": (
        "Over welke beslissing; zonder deze, elke; mag herhaald worden."
    ),
    "On which ground.": "Op welke grond.",
    "Propose to give the resident a right of residence, and decide on it.": (
        "Voorstellen de bewoner een verblijfsrecht te geven, en erover beslissen."
    ),
    "Propose to give the resident a right of residence.": (
        "Voorstellen de bewoner een verblijfsrecht te geven."
    ),
    "Prove when a letter arrived.": "Bewijzen wanneer een brief is aangekomen.",
    "Put a risk seen during the period to who decides.": (
        "Een risico dat tijdens de termijn werd gezien, aan de beslisser voorleggen."
    ),
    "Record a talk about voluntary return, which binds nobody.": (
        "Een gesprek over vrijwillige terugkeer registreren, dat niemand bindt."
    ),
    "Record how the resident was heard before a decision, or why not.": (
        "Registreren hoe de bewoner voor een beslissing werd gehoord, of waarom niet."
    ),
    "Record in which ways the resident is vulnerable, if any.": (
        "Registreren in welke opzichten de bewoner kwetsbaar is, zo nodig."
    ),
    "Record signs that the resident is vulnerable, and what they come to.": (
        "Tekenen van kwetsbaarheid van de bewoner registreren, en wat ervan is."
    ),
    "Record signs that the resident is vulnerable.": (
        "Tekenen van kwetsbaarheid van de bewoner registreren."
    ),
    "Record that a defective notification was done again in due form.": (
        "Registreren dat een gebrekkige kennisgeving in behoorlijke vorm is overgedaan."
    ),
    "Record that another lawyer took over.": "Registreren dat een andere advocaat het overneemt.",
    "Record that the duty to return is in the Schengen Information System.": (
        "Registreren dat de terugkeerverplichting in het Schengeninformatiesysteem staat."
    ),
    "Record that the resident asks for a lawyer.": (
        "Registreren dat de bewoner een advocaat vraagt."
    ),
    "Record that the resident refused to receive the decision: it is notified all the same.": (
        "Registreren dat de bewoner de beslissing weigerde te ontvangen: er is toch kennis van "
        "gegeven."
    ),
    "Record that the resident was asked in writing to be heard before a stay is ended.": (
        "Registreren dat de bewoner schriftelijk werd gevraagd gehoord te worden voor het "
        "einde van een verblijf."
    ),
    "Record that the resident was heard on what may be decided.": (
        "Registreren dat de bewoner werd gehoord over wat beslist kan worden."
    ),
    "Record the proof of the day on which a letter arrived.": (
        "Het bewijs registreren van de dag waarop een brief aankwam."
    ),
    "Record what is wrong with a notification.": "Het gebrek van een kennisgeving registreren.",
    "Record which lawyer stands by the resident.": (
        "Registreren welke advocaat de bewoner bijstaat."
    ),
    "Record who asked for a lawyer, and who it is.": (
        "De vraag om een advocaat registreren, en wie het is."
    ),
    "Record why the resident was not heard.": "Registreren waarom de bewoner niet werd gehoord.",
    "Set, extend or cut short the voluntary departure period.": (
        "De termijn voor vrijwillig vertrek bepalen, verlengen of inkorten."
    ),
    "Take in a request about an entry ban.": "Een verzoek over een inreisverbod ontvangen.",
    "Take in the request to have an entry ban lifted or suspended; silence refuses it.": (
        "Het verzoek tot opheffing of opschorting van een inreisverbod ontvangen; stilzwijgen "
        "weigert het."
    ),
    "Take in the resident's request for more time.": (
        "Het verzoek van de bewoner om meer tijd ontvangen."
    ),
    "Tell what is wrong with a notification, and put it right.": (
        "Zeggen wat er aan een kennisgeving schort, en ze regulariseren."
    ),
    "The alert's number.": "Het nummer van de signalering.",
    "The day on which it arrived.": "De dag waarop hij aankwam.",
    "The day the letter was received.": "De dag waarop de brief werd ontvangen.",
    "The decision's number; without it, the last notified.": (
        "Het nummer van de beslissing; zonder dit, de laatst ter kennis gebrachte."
    ),
    "The ground of an entry ban.": "De grond van een inreisverbod.",
    "The lawyer's name; sealed.": "De naam van de advocaat; verzegeld.",
    "The lawyer's number.": "Het nummer van de advocaat.",
    "The length of an entry ban.": "De duur van een inreisverbod.",
    "The new last day.": "De nieuwe laatste dag.",
    "The new last day; without it, it ends at once.": (
        "De nieuwe laatste dag; zonder deze eindigt zij meteen."
    ),
    "The request to cooperate for which the duty is explained again.": (
        "Het verzoek tot medewerking waarvoor de plicht opnieuw wordt uitgelegd."
    ),
    "The term to answer, where not the usual.": (
        "De termijn om te antwoorden, als het niet de gewone is."
    ),
    "What else shortens the appeal term; may be repeated.": (
        "Wat de beroepstermijn verder verkort; mag herhaald worden."
    ),
    "What is decided.": "Wat beslist wordt.",
    "What is wrong; may be repeated.": "Wat er schort; mag herhaald worden.",
    "What proves it; sealed.": "Wat het bewijst; verzegeld.",
    "What the resident said and proved; sealed.": "Wat de bewoner zei en bewees; verzegeld.",
    "What was decided.": "Wat beslist werd.",
    "What was found; sealed, for the medical service alone.": (
        "Wat vastgesteld werd; verzegeld, enkel voor de medische dienst."
    ),
    "What was seen; sealed, for the medical service alone.": (
        "Wat gezien werd; verzegeld, enkel voor de medische dienst."
    ),
    "What was seen; sealed.": "Wat gezien werd; verzegeld.",
    "What was tried, or why not; sealed.": "Wat geprobeerd werd, of waarom niet; verzegeld.",
    "What was weighed; may be repeated.": "Wat afgewogen werd; mag herhaald worden.",
    "What was written on it when it was refused; sealed.": (
        "De vermelding die bij de weigering werd aangebracht; verzegeld."
    ),
    "Whether a copy was handed over.": "Of een afschrift werd overhandigd.",
    "Whether it names a contact person.": "Of zij een contactpersoon noemt.",
    "Whether it states the right to translation.": "Of zij het recht op vertaling vermeldt.",
    "Whether the resident has no right to stay over three months.": (
        "Of de bewoner geen verblijfsrecht van meer dan drie maanden heeft."
    ),
    "Whether the resident was told in writing.": "Of de bewoner schriftelijk werd ingelicht.",
    "Which authority notified.": "Welke overheid de kennisgeving deed.",
    "Which risk.": "Welk risico.",
    "Why it is asked.": "Waarom het gevraagd wordt.",
    "Why it is reduced (art. 74/14 §3).": "Waarom zij verkort is (art. 74/14 §3).",
    "Why not.": "Waarom niet.",
    "a ban of more than {least} years is not for {functions}": (
        "een verbod van meer dan {least} jaar is niet voor: {functions}"
    ),
    "a lawyer is on record; record the change": (
        "er is een advocaat geregistreerd; registreer de wijziging"
    ),
    "a notification is put right only with the remedies stated": (
        "een kennisgeving wordt enkel geregulariseerd met vermelding van de beroepen"
    ),
    "a number of days from 0 to 99": "een aantal dagen van 0 tot 99",
    "a number of years from 1 to 99": "een aantal jaren van 1 tot 99",
    "a period cut short ends between {day} and the eve of {last_day}": (
        "een ingekorte termijn eindigt tussen {day} en de dag voor {last_day}"
    ),
    "a refusal to receive needs the mention made of it": (
        "een weigering van ontvangst vraagt de vermelding die ervan is gemaakt"
    ),
    "an article with its paragraph and number, as in 7-1-1": (
        "een artikel met lid en nummer, zoals 7-1-1"
    ),
    "an entry ban says its ground and its length in years": (
        "een inreisverbod vermeldt zijn grond en zijn duur in jaren"
    ),
    "an extension ends later than the period does, on {last_day}": (
        "een verlenging eindigt later dan de termijn, op {last_day}"
    ),
    "an extension is told to the resident in writing": (
        "een verlenging wordt schriftelijk aan de bewoner meegedeeld"
    ),
    "enter the return alert": "de signalering met het oog op terugkeer invoeren",
    "for a request it is the duty to cooperate that is explained again": (
        "voor een verzoek wordt de medewerkingsplicht opnieuw uitgelegd"
    ),
    "for work or study two thirds of the entry ban must be over: they are on {last_day}": (
        "voor werk of studie moet twee derde van het inreisverbod voorbij zijn: dat is op "
        "{last_day}"
    ),
    "give the information of the day of arrival": "de informatie van de dag van aankomst geven",
    "it is not known when the decision reached the resident, nor when the departure period ends": (
        "het is niet bekend wanneer de beslissing de bewoner bereikte, noch wanneer de "
        "vertrektermijn eindigt"
    ),
    "it is not known when the entry ban began, or how long it is": (
        "het begin van het inreisverbod of de duur ervan is niet bekend"
    ),
    "it is not said what is wrong with the notification": (
        "er is niet gezegd wat er aan de kennisgeving schort"
    ),
    "it is not said what kind of decision this is": "de aard van de beslissing is niet vermeld",
    "it is not said which authority of art. 62 §3 notified: say it with --by, as one of: {known}": (
        "er is niet gezegd welke overheid van art. 62 §3 de kennisgeving deed: zeg het met --by, "
        "als een van: {known}"
    ),
    "less than {full} days needs motives": "minder dan {full} dagen vraagt een motivering",
    "no decision is notified (number: {number})": (
        "er is geen beslissing ter kennis gebracht (nummer: {number})"
    ),
    "no defect of this notification is on record": (
        "er is geen gebrek van deze kennisgeving geregistreerd"
    ),
    "no entry ban is notified and in force": (
        "er is geen inreisverbod ter kennis gebracht en van kracht"
    ),
    "no lawyer is on record": "er is geen advocaat geregistreerd",
    "no letter is on record that asks what speaks against it": (
        "er is geen brief geregistreerd die vraagt wat ertegen pleit"
    ),
    "no reasoned request to extend the period is on record": (
        "er is geen gemotiveerd verzoek tot verlenging geregistreerd"
    ),
    "no risk during the voluntary departure period is on record": (
        "er is geen risico tijdens de termijn voor vrijwillig vertrek geregistreerd"
    ),
    "not weighed: {missing}": "niet afgewogen: {missing}",
    "only a letter is presumed to arrive on a given day": (
        "enkel een brief wordt vermoed op een bepaalde dag aan te komen"
    ),
    "other means need a remark on how their date is certain": (
        "een andere wijze vraagt een opmerking die zegt waarom de datum vaststaat"
    ),
    "silence refuses the request to lift the entry ban": (
        "stilzwijgen weigert het verzoek tot opheffing van het inreisverbod"
    ),
    "talk over voluntary return": "het gesprek over vrijwillige terugkeer voeren",
    "the decision to leave the territory is {state}; this needs {after}": (
        "de beslissing om het grondgebied te verlaten is: {state}; nodig is: {after}"
    ),
    "the departure period has not started: its notification is defective": (
        "de vertrektermijn is niet ingegaan: de kennisgeving is gebrekkig"
    ),
    "the draft has no motives": "het ontwerp heeft geen motivering",
    "the letter is presumed to have arrived on {day}; a later day is to be proved": (
        "de brief wordt vermoed op {day} te zijn aangekomen; een latere dag is te bewijzen"
    ),
    "the notification has a defect ({defect}) that is not put right: no term has started": (
        "de kennisgeving heeft een gebrek ({defect}) dat niet geregulariseerd is: geen enkele "
        "termijn is ingegaan"
    ),
    "the proposal to regularise is {state}; this needs {after}": (
        "het voorstel tot regularisatie is: {state}; nodig is: {after}"
    ),
    "the provision of article {article} is not stated; stated: {stated}": (
        "de bepaling van artikel {article} is niet vermeld; vermeld: {stated}"
    ),
    "the resident may answer the letter until {last_day}": (
        "de bewoner kan de brief beantwoorden tot {last_day}"
    ),
    "the resident was not heard on this ({kind}), nor is it told why not": (
        "de bewoner werd hierover niet gehoord ({kind}), en er is niet gezegd waarom"
    ),
    "the resident was not told again of the duty to cooperate for request {request}": (
        "de medewerkingsplicht werd de bewoner niet opnieuw uitgelegd voor verzoek {request}"
    ),
    "the resident was not told of the duty to cooperate": (
        "de bewoner werd niet ingelicht over de medewerkingsplicht"
    ),
    "the return alert of this decision is on record": (
        "de signalering van deze beslissing is geregistreerd"
    ),
    "the term to answer in writing ends": "de termijn om schriftelijk te antwoorden eindigt",
    "the voluntary departure period ended on {last_day}": (
        "de termijn voor vrijwillig vertrek eindigde op {last_day}"
    ),
    "the voluntary departure period ends": "de termijn voor vrijwillig vertrek eindigt",
    "the voluntary departure period runs until {last_day}": (
        "de termijn voor vrijwillig vertrek loopt tot {last_day}"
    ),
    "warning: a contact person is to be named (INF-05)": (
        "opgelet: een contactpersoon moet vermeld worden (INF-05)"
    ),
    "warning: the right to translation is to be stated (INF-03)": (
        "opgelet: het recht op vertaling moet vermeld worden (INF-03)"
    ),
    "{days} days are more than {most}; an extension is asked for and decided later": (
        "{days} dagen is meer dan {most}; een verlenging wordt later gevraagd en beslist"
    ),
    "{days} days need a ground of art. 74/14 §3": "{days} dagen vragen een grond van art. 74/14 §3",
    "{day} is no day of the calendar": "{day} is geen dag van de kalender",
    "without a right to stay over three months, {least} to {most} days: say so, or set {full}": (
        "{least} tot {most} dagen gelden voor wie geen verblijfsrecht van meer dan drie "
        "maanden heeft: zeg het, of bepaal {full}"
    ),
    "{means} gives no certain date of notification; with --means these do: {known}": (
        "{means} geeft geen vaste datum van kennisgeving; met --means doen deze dat: {known}"
    ),
    "it is not said how: with --means these give a certain date of notification: {known}": (
        "er is niet gezegd hoe: met --means geven deze een vaste datum van kennisgeving: {known}"
    ),
    "{person} prepared this decision as {account}; another person must decide": (
        "{person} bereidde deze beslissing voor als {account}; een andere persoon moet beslissen"
    ),
    "{person} took the request in as {account}; another person must decide": (
        "{person} ontving het verzoek als {account}; een andere persoon moet beslissen"
    ),
    "{person} reported the risk as {account}; another person must decide": (
        "{person} meldde het risico als {account}; een andere persoon moet beslissen"
    ),
    "{years} years; a ban for a serious threat is of more than {least}": (
        "{years} jaar; een verbod wegens een ernstige bedreiging is van meer dan {least}"
    ),
    "{years} years; at most {most} on this ground": (
        "{years} jaar; ten hoogste {most} op deze grond"
    ),
}
