"""The texts of the reports and their controls in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "--html: there is no folder {folder}": "--html : il n'y a pas de dossier de fichiers {folder}",
    "--html: {file} is a folder": "--html : {file} est un dossier de fichiers",
    "--html: {file} is there already; --force puts the page over it": (
        "--html : {file} existe déjà ; --force met la page à sa place"
    ),
    "--to: the period ends before it begins": "--to : la période finit avant de commencer",
    "AUT-02: {account} may not run this control; it is for {functions}": (
        "AUT-02 : {account} ne peut pas effectuer ce contrôle ; il est réservé à {functions}"
    ),
    "Find departures whose check-list was not complete, and near ones where it ought to be.": (
        "Trouver les départs dont la liste de contrôle n'était pas complète, et les départs "
        "proches où elle devrait l'être."
    ),
    "Follow appeals up: what became of them, by unit and by form, and the decisions that fell.": (
        "Suivre les recours : leur issue, par unité et par formulaire, et les décisions tombées."
    ),
    "Give the accompaniment sheet of a resident: all that matters, on one page.": (
        "Donner la fiche d'accompagnement d'un(e) résident(e) : tout ce qui compte, sur une page."
    ),
    "Give the register of mail: what waits first, then what was answered, and how quickly.": (
        "Donner le registre du courrier : d'abord ce qui attend, puis ce qui a reçu réponse, "
        "et en combien de temps."
    ),
    "List the removals of a day: flight, escort, check-list item by item, what is in the way.": (
        "Lister les éloignements d'un jour : vol, escorte, liste de contrôle point par "
        "point, obstacles."
    ),
    "Personal data: keep it locked away, and destroy it once it has served.": (
        "Données personnelles : à garder sous clé, et à détruire après usage."
    ),
    "Planned departures so near: 36h, 7d or 2w; 7d without.": (
        "Les départs prévus dans ce délai : 36h, 7d ou 2w ; sans elle, 7d."
    ),
    "Print a resident's sheet, the removals of a day, the register of mail.": (
        "Imprimer la fiche d'un(e) résident(e), les éloignements d'un jour, le registre du "
        "courrier."
    ),
    "Put the page over a file that is there.": "Mettre la page à la place d'un fichier existant.",
    "The day of departure; today without.": "Le jour du départ ; sans elle, aujourd'hui.",
    "The first day.": "Le premier jour.",
    "The last day; included.": "Le dernier jour, compris.",
    "Write a page to print into this file, private to you; - for standard output.": (
        "Écrire une page à imprimer dans ce fichier, accessible à vous seul ; - pour la "
        "sortie standard."
    ),
    "accompaniment sheet": "fiche d'accompagnement",
    "admitted late": "admis hors délai",
    "all appeals": "tous les recours",
    (
        "an appeal counts once, in the period in which it was brought, with what became of "
        "it by the moment above"
    ): (
        "un recours compte une fois, dans la période où il a été introduit, avec son issue "
        "au moment indiqué ci-dessus"
    ),
    "announced to the lawyer": "annoncé à l'avocat",
    "announced to the person": "annoncé à la personne",
    "answered, or no answer expected": "répondu, ou sans réponse attendue",
    "appeals": "recours",
    "as of {moment}, for {account}": "au {moment}, pour {account}",
    "assigned": "désigné",
    "at most until": "au plus jusqu'au",
    "attempt {n}": "tentative {n}",
    "born on": "né(e) le",
    "by": "par",
    "by form and kind of decision": "par formulaire et type de décision",
    "by kind of appeal": "par type de recours",
    "by unit: centre, drafted as, decided as": (
        "par unité : centre, projet en qualité de, décision en qualité de"
    ),
    "can be brought until {day}": "peut être introduit jusqu'au {day}",
    "check-list {done} of {all}": "liste de contrôle {done} sur {all}",
    "coercion not reviewed": "contrainte non examinée",
    "days": "jours",
    "days held": "jours de maintien",
    "decision": "décision",
    "decisions and terms": "décisions et délais",
    "decisions that fell, for the unit they came from": (
        "décisions tombées, pour l'unité dont elles viennent"
    ),
    "departs": "départ",
    "direction": "sens",
    "escort": "escorte",
    "every centre": "tous les centres",
    "expected": "attendues",
    "fate": "sort",
    "flight": "vol",
    "follow-up of appeals {period}": "suivi des recours {period}",
    "followed by": "suivi(e) par",
    "from {first} to {last}": "du {first} au {last}",
    "give --html - or --json, not both": "donnez --html - ou --json, pas les deux",
    "grounds": "motifs",
    "group": "groupe",
    "health, measures, family": "santé, mesures, famille",
    "hearing on {day}": "audience le {day}",
    "how quickly one answers": "délais de réponse",
    "in the way of departure": "ce qui fait obstacle au départ",
    "in: our answer to others; out: the answer of others to us": (
        "reçu : notre réponse aux autres ; envoyé : la réponse des autres"
    ),
    "judged as of": "jugé au",
    "language": "langue",
    "last exchanges": "derniers échanges",
    "lawyer": "avocat",
    "longest": "le plus long",
    "median days": "médiane en jours",
    "missing": "manque",
    "monitor informed": "contrôle informé",
    "nationality": "nationalité",
    "no.": "n°.",
    "not done": "pas fait",
    "note": "remarque",
    "nothing": "rien",
    "obstacles": "obstacles au retour",
    "of the dossiers you may read; ‹5: fewer than five, or it would give such a number away": (
        "parmi les dossiers que vous pouvez lire ; ‹5 : moins de cinq, ou cela révélerait un "
        "tel nombre"
    ),
    "on": "le",
    "overdue or late": "en retard ou tardives",
    (
        "pending: not decided; admitted: late and let in; suspended, annulled: granted, and "
        "the decision stands without force, or is gone"
    ): (
        "en suspens : non tranché ; admis : tardif et admis ; suspendue, annulée : accordé, "
        "et la décision reste sans effet, ou a disparu"
    ),
    "reason": "motif",
    (
        "received or sent in the period, and an answer expected; calendar days from receipt "
        "or sending to the answer"
    ): (
        "reçu ou envoyé dans la période, et une réponse attendue ; jours civils de la "
        "réception ou de l'envoi à la réponse"
    ),
    "register of mail {period}": "registre du courrier {period}",
    "remedy": "voie de recours",
    "removals of {day}": "éloignements du {day}",
    "return": "retour",
    "round": "tour",
    "running clocks": "délais en cours",
    "separated from": "séparé(e) de",
    "sex": "sexe",
    "stands": "en vigueur",
    "status": "statut",
    "stops the departure": "suspend le départ",
    "suspended": "suspendue",
    "term to appeal": "délai de recours",
    "title {n}": "titre {n}",
    "to be done at once": "à faire aussitôt",
    "unit": "unité",
    (
        "unit: the centre of the dossier and the functions of who last drafted and who took "
        "the decision; none for appeals on asylum"
    ): (
        "unité : le centre du dossier et les fonctions de l'auteur du dernier projet et de "
        "celui de la décision ; aucune pour les recours en matière d'asile"
    ),
    "until {day}": "jusqu'au {day}",
    "vulnerability": "vulnérabilité",
    "waiting": "en attente",
    "waiting, the longest overdue first": "en attente, le plus grand retard d'abord",
    "way": "manière",
    "what the figures count": "ce que comptent les chiffres",
    "what was written holds data of residents: let nobody read it who need not": (
        "ce qui a été écrit contient des données de résidents : que personne ne le lise sans "
        "nécessité"
    ),
    "why": "pourquoi",
    "{centre}, as known {moment}": "{centre}, tel que connu le {moment}",
    "{centre}, as of {moment}": "{centre}, au {moment}",
    "{days} day(s), until {end}": "{days} jour(s), jusqu'au {end}",
    "{departed} departure(s) and {planned} planned: {n} with something not done": (
        "{departed} départ(s) et {planned} prévu(s) : {n} avec un point non fait"
    ),
    "{dossier}: check-list {done} of {all}": "{dossier} : liste de contrôle {done} sur {all}",
    "{dossier}: in the way at departure": "{dossier} : ce qui ferait obstacle au départ",
    "{file} cannot be written": "{file} ne peut pas être écrit",
    (
        "{file} holds data of residents: you alone can read it; destroy it, and what was "
        "printed of it, once it has served"
    ): (
        "{file} contient des données de résidents : vous seul pouvez le lire ; détruisez-le, "
        "et ce qui en a été imprimé, après usage"
    ),
    "{n} day(s) to leave": "{n} jour(s) pour partir",
    "{n} removal(s); check-list complete: {complete}": (
        "{n} éloignement(s) ; liste de contrôle complète : {complete}"
    ),
    "{n} waiting for an answer, {late} of them overdue": (
        "{n} en attente de réponse, dont {late} en retard"
    ),
    "{state} (seen in the dossier)": "{state} (vu dans le dossier)",
}

NL: dict[str, str] = {
    "--html: there is no folder {folder}": "--html: er is geen map {folder}",
    "--html: {file} is a folder": "--html: {file} is een map",
    "--html: {file} is there already; --force puts the page over it": (
        "--html: {file} bestaat al; --force zet de pagina eroverheen"
    ),
    "--to: the period ends before it begins": "--to: de periode eindigt voor ze begint",
    "AUT-02: {account} may not run this control; it is for {functions}": (
        "AUT-02: {account} mag deze controle niet uitvoeren; ze is voor {functions}"
    ),
    "Find departures whose check-list was not complete, and near ones where it ought to be.": (
        "De vertrekken vinden waarvan de checklist niet volledig was, en nabije waar ze dat "
        "zou moeten zijn."
    ),
    "Follow appeals up: what became of them, by unit and by form, and the decisions that fell.": (
        "Beroepen opvolgen: wat ervan werd, per eenheid en per formulier, en de beslissingen "
        "die vielen."
    ),
    "Give the accompaniment sheet of a resident: all that matters, on one page.": (
        "De begeleidingsfiche van een bewoner geven: al wat telt, op één pagina."
    ),
    "Give the register of mail: what waits first, then what was answered, and how quickly.": (
        "Het postregister geven: eerst wat wacht, dan wat beantwoord werd, en hoe snel."
    ),
    "List the removals of a day: flight, escort, check-list item by item, what is in the way.": (
        "De verwijderingen van een dag tonen: vlucht, escorte, checklist punt per punt, wat "
        "in de weg staat."
    ),
    "Personal data: keep it locked away, and destroy it once it has served.": (
        "Persoonsgegevens: bewaar ze achter slot en vernietig ze na gebruik."
    ),
    "Planned departures so near: 36h, 7d or 2w; 7d without.": (
        "Geplande vertrekken binnen deze tijd: 36h, 7d of 2w; zonder, 7d."
    ),
    "Print a resident's sheet, the removals of a day, the register of mail.": (
        "De fiche van een bewoner, de verwijderingen van een dag, het postregister afdrukken."
    ),
    "Put the page over a file that is there.": "De pagina over een bestaand bestand zetten.",
    "The day of departure; today without.": "De dag van vertrek; zonder, vandaag.",
    "The first day.": "De eerste dag.",
    "The last day; included.": "De laatste dag, inbegrepen.",
    "Write a page to print into this file, private to you; - for standard output.": (
        "Een pagina om af te drukken in dit bestand schrijven, alleen voor u leesbaar; - "
        "voor de standaarduitvoer."
    ),
    "accompaniment sheet": "begeleidingsfiche",
    "admitted late": "te laat toegelaten",
    "all appeals": "alle beroepen",
    (
        "an appeal counts once, in the period in which it was brought, with what became of "
        "it by the moment above"
    ): (
        "een beroep telt één keer, in de periode waarin het werd ingesteld, met wat ervan "
        "geworden was op het moment hierboven"
    ),
    "announced to the lawyer": "aangekondigd aan de advocaat",
    "announced to the person": "aangekondigd aan de persoon",
    "answered, or no answer expected": "beantwoord, of geen antwoord verwacht",
    "appeals": "beroepen",
    "as of {moment}, for {account}": "op {moment}, voor {account}",
    "assigned": "aangewezen",
    "at most until": "hoogstens tot",
    "attempt {n}": "poging {n}",
    "born on": "geboren op",
    "by": "door",
    "by form and kind of decision": "per formulier en soort beslissing",
    "by kind of appeal": "per soort beroep",
    "by unit: centre, drafted as, decided as": "per eenheid: centrum, ontworpen als, beslist als",
    "can be brought until {day}": "kan worden ingesteld tot {day}",
    "check-list {done} of {all}": "checklist {done} van {all}",
    "coercion not reviewed": "dwang niet beoordeeld",
    "days": "dagen",
    "days held": "dagen vastgehouden",
    "decision": "beslissing",
    "decisions and terms": "beslissingen en termijnen",
    "decisions that fell, for the unit they came from": (
        "gevallen beslissingen, voor de eenheid waar ze vandaan komen"
    ),
    "departs": "vertrek",
    "direction": "richting",
    "escort": "escorte",
    "every centre": "alle centra",
    "expected": "verwacht",
    "fate": "lot",
    "flight": "vlucht",
    "follow-up of appeals {period}": "opvolging van de beroepen {period}",
    "followed by": "gevolgd door",
    "from {first} to {last}": "van {first} tot {last}",
    "give --html - or --json, not both": "geef --html - of --json, niet beide",
    "grounds": "gronden",
    "group": "groep",
    "health, measures, family": "gezondheid, maatregelen, gezin",
    "hearing on {day}": "zitting op {day}",
    "how quickly one answers": "hoe snel men antwoordt",
    "in the way of departure": "wat het vertrek in de weg staat",
    "in: our answer to others; out: the answer of others to us": (
        "ontvangen: ons antwoord aan anderen; verzonden: het antwoord van anderen aan ons"
    ),
    "judged as of": "beoordeeld op",
    "language": "taal",
    "last exchanges": "laatste uitwisselingen",
    "lawyer": "advocaat",
    "longest": "langste",
    "median days": "mediaan in dagen",
    "missing": "ontbreekt",
    "monitor informed": "toezicht ingelicht",
    "nationality": "nationaliteit",
    "no.": "nr.",
    "not done": "niet gedaan",
    "note": "opmerking",
    "nothing": "niets",
    "obstacles": "obstakels",
    "of the dossiers you may read; ‹5: fewer than five, or it would give such a number away": (
        "van de dossiers die u mag lezen; ‹5: minder dan vijf, of het zou zo'n getal verraden"
    ),
    "on": "op",
    "overdue or late": "achterstallig of laat",
    (
        "pending: not decided; admitted: late and let in; suspended, annulled: granted, and "
        "the decision stands without force, or is gone"
    ): (
        "hangende: niet beslist; toegelaten: laat en toegelaten; geschorst, vernietigd: "
        "ingewilligd, en de beslissing staat zonder gevolg, of is weg"
    ),
    "reason": "reden",
    (
        "received or sent in the period, and an answer expected; calendar days from receipt "
        "or sending to the answer"
    ): (
        "ontvangen of verzonden in de periode, en een antwoord verwacht; kalenderdagen van "
        "ontvangst of verzending tot antwoord"
    ),
    "register of mail {period}": "postregister {period}",
    "remedy": "rechtsmiddel",
    "removals of {day}": "verwijderingen van {day}",
    "return": "terugkeer",
    "round": "ronde",
    "running clocks": "lopende termijnen",
    "separated from": "gescheiden van",
    "sex": "geslacht",
    "stands": "van kracht",
    "status": "toestand",
    "stops the departure": "houdt het vertrek tegen",
    "suspended": "geschorst",
    "term to appeal": "beroepstermijn",
    "title {n}": "titel {n}",
    "to be done at once": "meteen te doen",
    "unit": "eenheid",
    (
        "unit: the centre of the dossier and the functions of who last drafted and who took "
        "the decision; none for appeals on asylum"
    ): (
        "eenheid: het centrum van het dossier en de functies van wie laatst ontwierp en van "
        "wie besliste; geen voor beroepen over asiel"
    ),
    "until {day}": "tot {day}",
    "vulnerability": "kwetsbaarheid",
    "waiting": "wachtend",
    "waiting, the longest overdue first": "wachtend, het langst te laat eerst",
    "way": "wijze",
    "what the figures count": "wat de cijfers tellen",
    "what was written holds data of residents: let nobody read it who need not": (
        "wat geschreven werd bevat gegevens van bewoners: laat het niemand lezen die het "
        "niet nodig heeft"
    ),
    "why": "waarom",
    "{centre}, as known {moment}": "{centre}, zoals bekend op {moment}",
    "{centre}, as of {moment}": "{centre}, op {moment}",
    "{days} day(s), until {end}": "{days} dag(en), tot {end}",
    "{departed} departure(s) and {planned} planned: {n} with something not done": (
        "{departed} vertrek(ken) en {planned} gepland: {n} met iets niet gedaan"
    ),
    "{dossier}: check-list {done} of {all}": "{dossier}: checklist {done} van {all}",
    "{dossier}: in the way at departure": "{dossier}: in de weg bij het vertrek",
    "{file} cannot be written": "{file} kan niet worden geschreven",
    (
        "{file} holds data of residents: you alone can read it; destroy it, and what was "
        "printed of it, once it has served"
    ): (
        "{file} bevat gegevens van bewoners: alleen u kan het lezen; vernietig het, en wat "
        "ervan gedrukt werd, na gebruik"
    ),
    "{n} day(s) to leave": "{n} dag(en) om te vertrekken",
    "{n} removal(s); check-list complete: {complete}": (
        "{n} verwijdering(en); checklist volledig: {complete}"
    ),
    "{n} waiting for an answer, {late} of them overdue": (
        "{n} wachtend op antwoord, waarvan {late} te laat"
    ),
    "{state} (seen in the dossier)": "{state} (gezien in het dossier)",
}
