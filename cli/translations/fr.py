"""The texts in French; keys are the English ones."""

from cli.translations.regions import REGIONS

TEXTS: dict[str, str] = {
    # The sections of the first help
    "set up": "mettre en place",
    "record": "enregistrer",
    "look": "consulter",
    "control": "contrôler",
    "audit": "auditer",
    "run": "exploiter",
    # What each command does: to set up and keep running
    "Follow return trajectories, from arrival to departure or non-return.": (
        "Suivre les trajets de retour, de l'arrivée au départ ou au non-retour."
    ),
    "Make a store, private to you, with your account as its first registrar.": (
        "Créer un dépôt, accessible à vous seul, avec votre compte comme premier gestionnaire "
        "des comptes."
    ),
    "Show it all on a sample register: import, advance a dossier, replay, verify.": (
        "Montrer le tout sur un registre d'exemple : importer, faire avancer un dossier, "
        "rejouer, vérifier."
    ),
    "Take a centre's act register in; rows not understood go to FILE.rejects.csv.": (
        "Reprendre le registre des actes d'un centre ; les lignes non comprises vont dans "
        "FILE.rejects.csv."
    ),
    "Fill a new store with a fictional year, after the published figures.": (
        "Remplir un nouveau dépôt d'une année fictive, d'après les chiffres publiés."
    ),
    "How many dossiers.": "Le nombre de dossiers.",
    "The same seed makes the same year.": "La même graine donne la même année.",
    "The places, separated by commas; without it, all.": (
        "Les lieux, séparés par des virgules ; sans elle, tous."
    ),
    "The year; without it, the last whole one.": (
        "L'année ; sans elle, la dernière année complète."
    ),
    "The share of dossiers in which something goes wrong that is no breach.": (
        "La part des dossiers où survient un accroc qui n'est pas un manquement."
    ),
    "The share of dossiers in which a breach is planted, for the controls to find.": (
        "La part des dossiers où un manquement est placé, à trouver par les contrôles."
    ),
    "Plant breaches of this code only; may be repeated.": (
        "Ne placer que des manquements de ce code ; peut être répété."
    ),
    "{value} is not a share; write 0 to 1": "{value} n'est pas une part ; écrivez de 0 à 1",
    "{year} is not over; the last whole year is {last}": (
        "{year} n'est pas terminée ; la dernière année complète est {last}"
    ),
    "{centre} is not on the list of places; there are: {known}": (
        "{centre} ne figure pas sur la liste des lieux ; il y a : {known}"
    ),
    "no breach with the code {code} can be planted; there are: {known}": (
        "aucun manquement de code {code} ne peut être placé ; il y a : {known}"
    ),
    "say in which share of the dossiers, with --breaches": (
        "dites dans quelle part des dossiers, avec --breaches"
    ),
    "this store is not empty; a simulated year needs a new one": (
        "ce dépôt n'est pas vide ; une année simulée demande un nouveau dépôt"
    ),
    "everybody in {store} is fictional; record no real resident there": (
        "tout le monde dans {store} est fictif ; n'y enregistrez aucun résident réel"
    ),
    "{year}: {dossiers} dossiers, {events} events, {ended} stays ended": (
        "{year} : {dossiers} dossiers, {events} événements, {ended} séjours terminés"
    ),
    "{repeated} repeated, {refused} refused, {corrected} corrected, {late} late, "
    "{annulled} annulled, {overtaken} overtaken": (
        "répétés : {repeated}, refusés : {refused}, corrigés : {corrected}, tardifs : {late}, "
        "annulés : {annulled}, devancés : {overtaken}"
    ),
    "breaches planted: {n}": "manquements placés : {n}",
    "figure": "chiffre",
    "number": "nombre",
    "of": "sur",
    "value": "valeur",
    "published": "publié",
    "mark": "certitude",
    "source": "référence",
    "Give an account to a person, in a function; by a registrar.": (
        "Attribuer un compte à une personne, dans une fonction ; par un gestionnaire des comptes."
    ),
    "List accounts, persons and functions.": "Lister les comptes, les personnes et les fonctions.",
    "Look after the read models; they can always be made again from the journal.": (
        "Entretenir les modèles de lecture ; ils peuvent toujours être refaits à partir du journal."
    ),
    "Show how far each read model has read, and what holds it up.": (
        "Montrer jusqu'où chaque modèle de lecture a lu, et ce qui le retient."
    ),
    "Keep read models up to date until stopped (SIGTERM or Ctrl-C).": (
        "Tenir les modèles de lecture à jour jusqu'à l'arrêt (SIGTERM ou Ctrl-C)."
    ),
    "Only this one; may be repeated.": "Celui-ci seulement ; peut être répété.",
    "Apply what there is and leave.": "Appliquer ce qu'il y a, puis s'arrêter.",
    "Make every read model again from the journal, beside those that are read meanwhile.": (
        "Refaire tous les modèles de lecture à partir du journal, à côté de ceux qu'on lit "
        "entre-temps."
    ),
    "Show the procedure: its stages, steps and diagrams.": (
        "Montrer la procédure : ses étapes, ses actes et ses diagrammes."
    ),
    "List every step: from which stages, to which, and who may take it.": (
        "Lister chaque acte : à partir de quelles étapes, vers laquelle, et qui peut l'accomplir."
    ),
    "Draw a table of the procedure as a Mermaid state diagram.": (
        "Dessiner un tableau de la procédure sous forme de diagramme d'états Mermaid."
    ),
    # What each command does: to record
    "Open the dossier of a resident who was admitted to a centre.": (
        "Ouvrir le dossier d'un résident admis dans un centre."
    ),
    "Record that rights, duties and options were explained.": (
        "Enregistrer que les droits, les obligations et les options ont été expliqués."
    ),
    "Record a talk between coach and resident.": (
        "Enregistrer un entretien entre le coach et le résident."
    ),
    "Draft, edit, take, notify or annul a decision.": (
        "Rédiger, modifier, prendre, notifier ou annuler une décision."
    ),
    "Prepare a decision and put it forward.": "Rédiger un projet de décision et le soumettre.",
    "Change the draft of the running round.": "Modifier le projet du tour en cours.",
    "Decide the running round; by another person than who drafted or edited it.": (
        "Prendre la décision du tour en cours ; par une autre personne que celle qui l'a "
        "rédigée ou modifiée."
    ),
    "Record that the decision reached the resident.": (
        "Enregistrer que la décision a été notifiée au résident."
    ),
    "Record that an appeal was handed to the director of the place.": (
        "Enregistrer qu'un recours a été remis au directeur du lieu de maintien."
    ),
    "Record that a handed-in appeal was passed on to the Council.": (
        "Enregistrer qu'un recours remis a été transmis au Conseil."
    ),
    "Record that the Council registered an appeal.": (
        "Enregistrer que le Conseil a inscrit un recours au rôle."
    ),
    "Record the outcome of an appeal.": "Enregistrer l'issue d'un recours.",
    "Follow the file for assisted voluntary return with IOM (OIM).": (
        "Suivre le dossier de retour volontaire assisté auprès de l'OIM."
    ),
    "Open a file for assisted voluntary return with IOM.": (
        "Ouvrir un dossier de retour volontaire assisté auprès de l'OIM."
    ),
    "Record that IOM or Fedasil confirmed eligibility.": (
        "Enregistrer que l'OIM ou Fedasil a confirmé l'éligibilité."
    ),
    "Record that the resident signed the voluntary return declaration.": (
        "Enregistrer que le résident a signé la déclaration de retour volontaire."
    ),
    "Record that IOM booked the journey.": "Enregistrer que l'OIM a réservé le voyage.",
    "Record that the resident withdrew; possible until boarding, without sanction.": (
        "Enregistrer que le résident s'est désisté ; possible jusqu'à l'embarquement, sans "
        "sanction."
    ),
    "Record a doctor's certificate that the resident is fit to travel.": (
        "Enregistrer qu'un médecin a attesté que le résident est apte au voyage."
    ),
    "Record a doctor's finding that the resident is not fit to travel.": (
        "Enregistrer qu'un médecin a constaté que le résident n'est pas apte au voyage."
    ),
    "Prepare a removal on the strength of the notified decision.": (
        "Préparer un éloignement sur la base de la décision notifiée."
    ),
    "Record that the resident left Belgium.": "Enregistrer que le résident a quitté la Belgique.",
    "End the trajectory without a departure.": "Mettre fin au trajet sans départ.",
    "Close a dossier that has its outcome.": "Clôturer un dossier dont l'issue est connue.",
    "Take up an ended dossier again.": "Rouvrir un dossier terminé.",
    "Say what holds instead of one field of an earlier record; nothing is edited.": (
        "Indiquer ce qui vaut à la place d'un champ d'un enregistrement antérieur ; celui-ci "
        "reste inchangé."
    ),
    # What each command does: to look, control and audit
    "Show where a dossier stands: stage, decision, appeals, what blocks departure.": (
        "Montrer où en est un dossier : étape, décision, recours, ce qui bloque le départ."
    ),
    "List what is on record for a dossier: what, when, by whom, in what capacity.": (
        "Lister ce qui est enregistré pour un dossier : quoi, quand, par qui, en quelle qualité."
    ),
    "Replay a dossier step by step, in the order it happened: each act and the stage after it.": (
        "Rejouer un dossier pas à pas, dans l'ordre des faits : chaque acte et l'étape qui le suit."
    ),
    "List a centre's dossiers: stage, since when, what blocks departure, what is due.\n\nWith "
    "--as-known all is told as it could have been told then.": (
        "Lister les dossiers d'un centre : étape, depuis quand, ce qui bloque le départ, ce qui "
        "vient à échéance.\n\nAvec --as-known, tout est dit comme on aurait pu le dire alors."
    ),
    "Tell which steps would pass now, and the rules in the way of the others; records nothing.": (
        "Indiquer quels actes sont possibles maintenant, et quelles règles font obstacle aux "
        "autres ; n'enregistre rien."
    ),
    "Control the quality of decisions.": "Contrôler la qualité des décisions.",
    "Check, decision round by round, that who prepared a decision did not take it.": (
        "Vérifier, tour par tour, que la personne qui a préparé une décision ne l'a pas prise "
        "elle-même."
    ),
    "Check what was recorded, without trusting who recorded it.": (
        "Vérifier ce qui a été enregistré, sans devoir se fier à la personne qui l'a enregistré."
    ),
    "Check that nothing on record was altered, removed or put in; reads only.": (
        "Vérifier que rien d'enregistré n'a été altéré, retiré ou ajouté ; ne fait que lire."
    ),
    "Check every act against the rules of the procedure, as they stood when it happened.": (
        "Vérifier chaque acte au regard des règles de la procédure en vigueur au moment des faits."
    ),
    # Options of every command
    "Who acts.": "Qui agit.",
    "On whose behalf.": "Au nom de qui.",
    "Answer in JSON.": "Répondre en JSON.",
    "Language of labels, refusals and help.": "Langue des libellés, des refus et de l'aide.",
    "Show the version.": "Afficher la version.",
    # Options to record with
    "When it happened.": "Quand cela s'est passé.",
    "Sent twice, recorded once.": "Envoyé deux fois, enregistré une seule fois.",
    "Free text kept, sealed, with the act.": "Texte libre conservé, scellé, avec l'acte.",
    "The same, read from a file; - for standard input.": (
        "La même chose, lue dans un fichier ; - pour l'entrée standard."
    ),
    "The administrative number.": "Le numéro administratif.",
    "The centre, by code or name.": "Le centre, par son code ou son nom.",
    "The resident's first dossier, if there is one.": (
        "Le premier dossier du résident, s'il y en a un."
    ),
    "Where the resident was before.": "Où le résident se trouvait auparavant.",
    "As recorded by the centre.": "Tel qu'enregistré par le centre.",
    "The resident's name; sealed.": "Le nom du résident ; scellé.",
    "The date of birth; sealed.": "La date de naissance ; scellée.",
    "The nationality; sealed.": "La nationalité ; scellée.",
    "A language the resident understands.": "Une langue que le résident comprend.",
    "What was explained; without it, all seven.": (
        "Ce qui a été expliqué ; sans cette option, les sept points."
    ),
    "The interpreter's number.": "Le numéro de l'interprète.",
    "What the resident did.": "Ce que le résident a fait.",
    "What was said; sealed.": "Ce qui a été dit ; scellé.",
    "The annex it is written on: 13septies.": "L'annexe sur laquelle elle est rédigée : 13septies.",
    "The motives; sealed.": "La motivation ; scellée.",
    "Whether it states remedies, body, forms and terms; else the term does not start.": (
        "Si elle mentionne les voies de recours, l'instance, les formes et les délais ; sinon "
        "le délai ne court pas."
    ),
    "The appeal term as printed in the decision.": (
        "Le délai de recours tel qu'imprimé dans la décision."
    ),
    "Who took it away.": "Qui l'a annulée.",
    "Why; sealed.": "Pourquoi ; scellé.",
    "The kind of remedy.": "La nature du recours.",
    "The kind of remedy, if it was not handed in here.": (
        "La nature du recours, s'il n'a pas été remis ici."
    ),
    "What became of it.": "Ce qu'il en est advenu.",
    "The day of the journey.": "Le jour du voyage.",
    "What the doctor notes; sealed, for medical staff.": (
        "Ce que note le médecin ; scellé, pour le personnel médical."
    ),
    "How the resident left.": "Comment le résident est parti.",
    "Why there is no departure.": "Pourquoi il n'y a pas de départ.",
    "The version of the record that is wrong.": "La version de l'enregistrement erroné.",
    "The field that is wrong, or occurred_at.": "Le champ erroné, ou occurred_at.",
    "What holds instead.": "Ce qui vaut à la place.",
    # Options to look, control, audit and keep running with
    "As it was at this version.": "Tel qu'il était à cette version.",
    "What had happened by then.": "Ce qui s'était passé à ce moment-là.",
    "What had been recorded by then.": "Ce qui était enregistré à ce moment-là.",
    "Ended trajectories too.": "Les trajets terminés aussi.",
    "Only what this person did.": "Seulement ce que cette personne a fait.",
    "Recorded from then on.": "Enregistré à partir de ce moment.",
    "At most so many.": "Au plus ce nombre.",
    "An earlier tree head: a checkpoint note, or what verify --json printed.": (
        "Une tête d'arbre antérieure : la note d'un point de contrôle, ou ce que verify --json "
        "a affiché."
    ),
    "Receipts of recorded acts, as JSON.": "Des reçus d'actes enregistrés, en JSON.",
    "Which table to draw.": "Le tableau à dessiner.",
    "Keep the store here.": "Conserver le dépôt ici.",
    "The person behind your account; without it, the account.": (
        "La personne derrière votre compte ; sans cette option, le compte."
    ),
    "The centre's staff list.": "La liste du personnel du centre.",
    "The natural person behind the account.": "La personne physique derrière le compte.",
    "In what capacity.": "En quelle qualité.",
    # What was typed does not fit
    "{value} is not one of: {known}": "{value} ne figure pas parmi : {known}",
    "{value} is not a date; write 2026-03-02 or 2026-03-02T14:05": (
        "{value} n'est pas une date ; écrivez 2026-03-02 ou 2026-03-02T14:05"
    ),
    "give --{name} or --{name}-file, not both": "donnez --{name} ou --{name}-file, pas les deux",
    "{file} cannot be read as UTF-8 text": "{file} ne peut pas être lu comme texte en UTF-8",
    "missing: {name}": "il manque : {name}",
    "missing: --{name}": "il manque : --{name}",
    "no such option: {name}": "option inconnue : {name}",
    "; did you mean {near}?": " ; vouliez-vous dire {near} ?",
    "--command-id: {text} is not a UUID": "--command-id : {text} n'est pas un UUID",
    "{name}: {value} does not fit; expected {hint}": (
        "{name} : {value} ne convient pas ; attendu : {hint}"
    ),
    "a centre's code, a year and a number, as in VOT-2026-0042": (
        "le code d'un centre, une année et un numéro, comme VOT-2026-0042"
    ),
    "the number of the resident's first dossier, as in VOT-2026-0042": (
        "le numéro du premier dossier du résident, comme VOT-2026-0042"
    ),
    "two to five capitals or digits, as in VOT": "deux à cinq majuscules ou chiffres, comme VOT",
    "the number of an annex, as in 13septies": "le numéro d'une annexe, comme 13septies",
    "the two or three letters of a language, as in fr or ti": (
        "les deux ou trois lettres d'une langue, comme fr ou ti"
    ),
    "a number without spaces, as in DEC-2026-00042": "un numéro sans espaces, comme DEC-2026-00042",
    "a number without spaces, as in I-17": "un numéro sans espaces, comme I-17",
    "a number of days from 1 to 60": "un nombre de jours de 1 à 60",
    "a day, as in 2026-03-02": "un jour, comme 2026-03-02",
    "small letters, digits, dots or dashes, as in d.lambert": (
        "minuscules, chiffres, points ou tirets, comme d.lambert"
    ),
    "a code without spaces, as in P-001": "un code sans espaces, comme P-001",
    "the version of a record, from 1": "la version d'un enregistrement, à partir de 1",
    "another value": "une autre valeur",
    "{centre} is not on the list of places": "{centre} ne figure pas sur la liste des lieux",
    "there is no command {name}; there are: {known}": (
        "commande inconnue : {name} ; commandes existantes : {known}"
    ),
    "there is no command {name}; did you mean {near}? all are listed by: {help}": (
        "commande inconnue : {name} ; vouliez-vous dire {near} ? toutes sont listées par : {help}"
    ),
    "there is no command {name}; all are listed by: {help}": (
        "commande inconnue : {name} ; toutes sont listées par : {help}"
    ),
    "there is no step {step}": "il n'y a pas d'acte {step}",
    "there is no dossier {dossier}": "il n'y a pas de dossier {dossier}",
    "nothing was on record for {dossier} by then": (
        "rien n'était enregistré pour {dossier} à ce moment-là"
    ),
    "the command id {id} was used before, for another act": (
        "l'identifiant de commande {id} a déjà servi, pour un autre acte"
    ),
    "the config file {file} cannot be read": (
        "le fichier de configuration {file} ne peut pas être lu"
    ),
    # What stands in a register that cannot be taken in
    "{file} cannot be read": "{file} ne peut pas être lu",
    "{file} is empty": "{file} est vide",
    "{file} is not text in UTF-8, UTF-16 or Windows-1252": (
        "{file} n'est pas un texte en UTF-8, UTF-16 ou Windows-1252"
    ),
    "{file} line 1: missing column {missing}; found: {found}": (
        "{file} ligne 1 : colonne manquante {missing} ; trouvé : {found}"
    ),
    # What an auditor kept cannot be read
    "line {line} of the {what} cannot be read: {why}": (
        "{what} : la ligne {line} ne peut pas être lue : {why}"
    ),
    "checkpoint": "point de contrôle",
    "receipts": "reçus",
    "size is no number of leaves": "size n'est pas un nombre de feuilles",
    "root is no SHA-256 in hexadecimal": "root n'est pas un SHA-256 en hexadécimal",
    "the name of the log is missing": "le nom du registre manque",
    "the size is no decimal number": "la taille n'est pas un nombre décimal",
    "the root is no SHA-256 in base64": "la racine n'est pas un SHA-256 en base64",
    "this is no signature line": "ce n'est pas une ligne de signature",
    "this is no JSON": "ce n'est pas du JSON",
    "this is no JSON object": "ce n'est pas un objet JSON",
    "log_index is no place in a log": "log_index n'est pas une place dans un registre",
    "leaf_hash is no SHA-256 in hexadecimal": "leaf_hash n'est pas un SHA-256 en hexadécimal",
    # Who may not
    "{account} acts as {functions}; this is for {may}": (
        "{account} agit comme : {functions} ; cet acte est réservé à : {may}"
    ),
    "no delegation from {principal} to {account} is on record": (
        "aucune délégation de {principal} à {account} n'est enregistrée"
    ),
    (
        "AUT-01: the account {account} is not registered; a registrar adds it with: trajet "
        "staff add"
    ): (
        "AUT-01 : le compte {account} n'est pas inscrit ; un gestionnaire des comptes l'ajoute "
        "avec : trajet staff add"
    ),
    "AUT-02: {account} may not import a register; this is for {may}": (
        "AUT-02 : {account} ne peut pas importer de registre ; c'est réservé à : {may}"
    ),
    "AUT-02: {account} may not register people; this is for {may}": (
        "AUT-02 : {account} ne peut pas inscrire de personnes ; c'est réservé à : {may}"
    ),
    "the account {account} belongs to {person} and cannot be given to {other}": (
        "le compte {account} appartient à {person} et ne peut pas être attribué à {other}"
    ),
    "{person} {verb} this decision as {account}; another person must decide": (
        "décision {verb} par {person} sous le compte {account} ; une autre personne doit la prendre"
    ),
    "{person} made record {n}; another person must correct it": (
        "{person} a fait l'enregistrement {n} ; une autre personne doit le corriger"
    ),
    # Out of turn, or out of time
    "dossier {dossier} is already open": "le dossier {dossier} est déjà ouvert",
    "the trajectory has ended ({stage})": "le trajet est terminé ({stage})",
    "this does not follow from {stage}": "cet acte ne peut pas suivre l'étape « {stage} »",
    "{at} has not come yet": "{at} est encore à venir",
    "{at} is before {rests_on}, the act it rests on": (
        "le {at} est antérieur au {rests_on}, moment de l'acte sur lequel celui-ci repose"
    ),
    "dossier {dossier} changed meanwhile; read it again and repeat the step": (
        "le dossier {dossier} a changé entre-temps ; relisez-le et recommencez l'acte"
    ),
    # The decision
    "no decision is drafted in this round": "aucun projet de décision n'est rédigé dans ce tour",
    "no decision is taken in this round": "aucune décision n'est prise dans ce tour",
    "the decision round is {state}; this needs {after}": (
        "état de la décision de ce tour : {state} ; requis : {after}"
    ),
    "the decision of round {n} was taken and neither notified nor annulled": (
        "la décision du tour {n} a été prise, mais ni notifiée ni annulée"
    ),
    "no decision is notified and in force, and no voluntary declaration stands": (
        "aucune décision n'est notifiée et en vigueur, et aucune déclaration de retour "
        "volontaire n'est maintenue"
    ),
    "not yet given: {missing}": "informations pas encore données : {missing}",
    # Appeals and their terms
    "no appeal is open": "aucun recours n'est ouvert",
    "several appeals are open ({numbers}): say which": (
        "plusieurs recours sont ouverts ({numbers}) : précisez lequel"
    ),
    "no open appeal has the number {n}": "aucun recours ouvert ne porte le numéro {n}",
    "an appeal not handed in here needs its kind": (
        "pour un recours qui n'a pas été remis ici, il faut en indiquer la nature"
    ),
    "the appeal is {state}; this needs {after}": "état du recours : {state} ; requis : {after}",
    "appeal {n} is already on record": "le recours {n} est déjà enregistré",
    "the {kind} appeal {reference} is undecided since {since}": (
        "le recours {reference} ({kind}) est sans décision depuis le {since}"
    ),
    "the remedies were not stated, so the appeal term never started": (
        "les voies de recours n'ont pas été mentionnées : le délai de recours n'a jamais "
        "commencé à courir"
    ),
    "the means of notification is not known, nor is the appeal term": (
        "le mode de notification n'est pas connu, le délai de recours non plus"
    ),
    "the term for a suspensive appeal runs until {last_day}": (
        "le délai pour introduire un recours suspensif court jusqu'au {last_day}"
    ),
    # IOM, fitness to travel, corrections
    "the IOM file is {state}; this needs {after}": (
        "état du dossier OIM : {state} ; requis : {after}"
    ),
    "no voluntary return declaration is signed and standing": (
        "aucune déclaration de retour volontaire n'est signée et maintenue"
    ),
    "no doctor has certified fitness to travel": "aucun médecin n'a attesté l'aptitude au voyage",
    "the doctor found the resident unfit to travel on {day}": (
        "le médecin a constaté le {day} que le résident est inapte au voyage"
    ),
    "the certificate of {day} was valid for {hours} hours, until {ends}": (
        "l'attestation du {day} était valable {hours} heures, jusqu'au {ends}"
    ),
    "whether somebody is a minor, or alone, is no matter of correction; "
    "record a dispute of the age, or who has authority over the child": (
        "savoir si quelqu'un est mineur, ou seul, n'est pas affaire de correction ; "
        "enregistrez une contestation de l'âge, ou qui a autorité sur l'enfant"
    ),
    "there is no record {n} to correct": "il n'y a pas d'enregistrement {n} à corriger",
    "record {n} has no field {field}; it has: {fields}": (
        "l'enregistrement {n} n'a pas de champ {field} ; il a : {fields}"
    ),
    "{field} cannot hold that value": "{field} ne peut pas contenir cette valeur",
    # The store, its vault and its read models
    "there is no store at {file}; make one with: trajet init": (
        "aucun dépôt à l'emplacement {file} ; créez-en un avec : trajet init"
    ),
    "the store {file} cannot be made": "le dépôt {file} ne peut pas être créé",
    "the event store cannot be used: {what}": (
        "le dépôt d'événements ne peut pas être utilisé : {what}"
    ),
    "the file cannot be opened": "le fichier ne peut pas être ouvert",
    "another process has kept it locked for too long": (
        "un autre processus le verrouille depuis trop longtemps"
    ),
    "the file is not an event store": "le fichier n'est pas un dépôt d'événements",
    "the file is not an event store of this version": (
        "le fichier n'est pas un dépôt d'événements de cette version"
    ),
    "the file is damaged": "le fichier est endommagé",
    "the file may not be written": "le fichier est protégé en écriture",
    "the disk is full": "le disque est plein",
    "the disk cannot be read or written": "le disque ne peut être ni lu ni écrit",
    "it does not answer": "il ne répond pas",
    "the record {stream} version {version} cannot be read; run: trajet audit verify": (
        "l'enregistrement {stream} version {version} ne peut pas être lu ; lancez : trajet "
        "audit verify"
    ),
    "the dossier {dossier} has lines but no history": (
        "le dossier {dossier} a des lignes mais pas d'historique"
    ),
    "the sealed field {field} of {stream} version {version} was altered": (
        "le champ scellé {field} de {stream} version {version} a été altéré"
    ),
    "there is no {category} key for {subject}": "il n'y a pas de clé ({category}) pour {subject}",
    "{file} does not open this vault": "{file} n'ouvre pas ce coffre",
    "the key file {file} is missing or not a key": (
        "le fichier de clé {file} manque ou n'est pas une clé"
    ),
    "the vault {file} is missing": "le coffre {file} manque",
    "the vault cannot be used": "le coffre ne peut pas être utilisé",
    "the read models cannot be used: {what}": (
        "les modèles de lecture ne peuvent pas être utilisés : {what}"
    ),
    "another process has kept them locked for too long": (
        "un autre processus les verrouille depuis trop longtemps"
    ),
    "their file cannot be read or written; it may be deleted, nothing is lost": (
        "leur fichier ne peut être ni lu ni écrit ; il peut être supprimé, rien n'est perdu"
    ),
    "their database does not answer, or not as it should": (
        "leur base de données ne répond pas, ou pas comme elle le devrait"
    ),
    "interrupted": "interrompu",
    "what was typed holds bytes that are no letters": (
        "ce qui a été tapé contient des octets qui ne sont pas des lettres"
    ),
    (
        "something went wrong that should not have ({kind}); nothing more was recorded. Set "
        "TRAJET_DEBUG=1 and repeat to see where"
    ): (
        "une erreur inattendue s'est produite ({kind}) ; rien de plus n'a été enregistré. "
        "Définissez TRAJET_DEBUG=1 et recommencez pour voir où"
    ),
    # How a refusal is told
    "refused: {n} rule(s) stand in the way": "refusé ; règles qui font obstacle : {n}",
    "basis: {basis}": "fondement : {basis}",
    "passes from: {day}": "possible à partir du : {day}",
    "parameter": "paramètre",
    # What a command answers
    "recorded": "enregistré",
    "recorded before": "déjà enregistré",
    "receipt: {index} {leaf}": "reçu : {index} {leaf}",
    "stage: {stage}; may follow: {follow}": "étape : {stage} ; peuvent suivre : {follow}",
    "may follow: {follow}": "peuvent suivre : {follow}",
    "store made: {url}": "dépôt créé : {url}",
    "the store was there: {url}": "le dépôt existait déjà : {url}",
    "registrar: {account}": "gestionnaire des comptes : {account}",
    "keep a copy of {key} elsewhere: without it no personal content can be read again": (
        "gardez ailleurs une copie de {key} : sans elle, aucune donnée personnelle ne pourra "
        "plus être lue"
    ),
    "this store is now your usual one ({file})": (
        "ce dépôt est désormais votre dépôt habituel ({file})"
    ),
    "warning: {account} is on no staff list; its person is not known": (
        "attention : {account} ne figure sur aucune liste du personnel ; on ne sait pas de qui "
        "il s'agit"
    ),
    (
        "{rows} rows: {recorded} recorded, {duplicates} duplicates, {rejected} rejected; "
        "{dossiers} dossiers"
    ): (
        "lignes : {rows} ; enregistrées : {recorded}, doublons : {duplicates}, rejetées : "
        "{rejected} ; dossiers : {dossiers}"
    ),
    "line {line}: {reason}": "ligne {line} : {reason}",
    "rejected rows, to mend and send again: {file}": (
        "lignes rejetées, à corriger et à renvoyer : {file}"
    ),
    "registered: {account} is {person}": "inscrit : {account} est {person}",
    "it was so already": "c'était déjà le cas",
    "read models made again, up to position {n}": (
        "modèles de lecture refaits, jusqu'à la position {n}"
    ),
    "made again up to position {n}: {views}": "refait jusqu'à la position {n} : {views}",
    "following: {views}": "suivi : {views}",
    "caught up": "à jour",
    "going on: {views}": "reprise : {views}",
    "stopped": "arrêté",
    "there is no view {name}; there are: {known}": (
        "il n'y a pas de modèle {name} ; il y a : {known}"
    ),
    "done in {n} seconds": "terminé en {n} secondes",
    "[exit {code}]": "[code de sortie {code}]",
    # The sheet of a dossier
    "since {day}": "depuis le {day}",
    "centre": "centre",
    "resident": "résident(e)",
    "information given": "informations données",
    "decision round": "tour de décision",
    "edited": "modifiée",
    "appeal": "recours",
    "IOM file": "dossier OIM",
    "in the way of departure:": "font obstacle au départ :",
    "typed by {account}": "encodé par {account}",
    "[sealed: {category}]": "[scellé : {category}]",
    "[key lost, event {n}]": "[clé perdue, événement {n}]",
    "transmit the appeal to the Council": "transmettre le recours au Conseil",
    "the term for a suspensive appeal ends": "fin du délai de recours suspensif",
    "the fit-to-travel certificate ends": "fin de validité de l'attestation d'aptitude au voyage",
    # Headings of tables
    "dossier": "dossier",
    "stage": "étape",
    "since": "depuis",
    "blocked by": "bloqué par",
    "due": "échéance",
    "account": "compte",
    "person": "personne",
    "function": "fonction",
    "from": "de",
    "to": "à",
    "view": "modèle",
    "position": "position",
    "behind": "retard",
    "lag": "âge du retard",
    "yes": "oui",
    "no": "non",
    "followed": "suivi",
    "rows": "lignes",
    "at": "lu le",
    "error": "erreur",
    "step": "acte",
    "after": "après",
    "when": "si",
    "who": "qui",
    # Controls and audits
    "expected: {what}": "attendu : {what}",
    "found: {what}": "trouvé : {what}",
    "{n} events, root {root}": "{n} événements, racine {root}",
    "{n} finding(s)": "{n} constatation(s)",
    "nothing was altered": "rien n'a été altéré",
    "{dossiers} dossiers: {n} finding(s)": "{dossiers} dossiers : {n} constatation(s)",
    "{rounds} decision rounds: {breaches} breaches, {leads} leads": (
        "tours de décision : {rounds} ; manquements : {breaches}, indices : {leads}"
    ),
    "round {n}": "tour {n}",
    "breach": "manquement",
    "lead": "indice",
    # The worklist
    "List every running clock, overdue duties first: what runs out, when and by which rule.\n\n"
    "With --as-known all is told as it could have been told then.": (
        "Lister tout délai en cours, les devoirs en retard d'abord : ce qui expire, quand et selon "
        "quelle règle.\n\nAvec --as-known, tout est dit comme on aurait pu le dire alors."
    ),
    "Only what runs out so soon: 36h, 7d or 2w.": (
        "Seulement ce qui expire dans ce délai : 36h, 7d (jours) ou 2w (semaines)."
    ),
    "Only dossiers of this centre.": "Seulement les dossiers de ce centre.",
    "{value} is not a length of time; write 36h, 7d or 2w": (
        "{value} n'est pas une durée ; écrivez 36h, 7d (jours) ou 2w (semaines)"
    ),
    "overdue": "en retard",
    "what": "objet",
    # The rules
    "term": "délai",
    "how sure": "certitude",
    "in force": "en vigueur",
    "basis": "fondement",
    "rule": "règle",
    "name": "nom",
    "never acts": "n'agit jamais",
    "{least} to {most}": "{least} à {most}",
    "at least {n}": "au moins {n}",
    "at most {n}": "au plus {n}",
    "hour": "heure",
    "hours": "heures",
    "calendar day": "jour calendrier",
    "calendar days": "jours calendrier",
    "working day": "jour ouvrable",
    "working days": "jours ouvrables",
    "week": "semaine",
    "weeks": "semaines",
    "month": "mois",
    "months": "mois",
    "year": "an",
    "years": "ans",
    "List the rules: term, basis, how sure they are, and since when or until when they hold.": (
        "Lister les règles : délai, fondement, certitude, et depuis quand ou jusqu'à "
        "quand elles valent."
    ),
    "Only those in force that day, or for what was notified on it.": (
        "Seulement celles en vigueur ce jour-là, ou pour ce qui a été notifié ce jour-là."
    ),
    # How sure a rule is
    "verified": "vérifié",
    "secondary": "source secondaire",
    "unverified": "non vérifié",
    "open": "à déterminer",
    "announced": "annoncé",
    "design": "choix de conception",
    # Stages
    "arrival": "arrivée",
    "information": "information",
    "decision-notified": "décision notifiée",
    "iom-filed": "dossier OIM ouvert",
    "removal-prepared": "éloignement préparé",
    "departed": "départ confirmé",
    "not-returned": "non-retour établi",
    "closed": "clôturé",
    # States of a decision, an appeal, an IOM file; what the doctor found
    "none": "néant",
    "drafted": "rédigée",
    "taken": "prise",
    "notified": "notifiée",
    "annulled": "annulée",
    "handed-in": "remis",
    "transmitted": "transmis",
    "lodged": "introduit",
    "rejected": "rejeté",
    "granted": "accueilli",
    "withdrawn": "retiré",
    "opened": "ouvert",
    "eligible": "éligible",
    "declaration-signed": "déclaration signée",
    "booked": "voyage réservé",
    "fit": "apte au voyage",
    "unfit": "inapte au voyage",
    # Kinds of appeal, of information, of personal content
    "annulment": "annulation",
    "annulment-listed": "annulation à effet suspensif",
    "extreme-urgency": "suspension en extrême urgence",
    "asylum": "asile",
    "unknown": "nature inconnue",
    "brochure": "brochure",
    "remedies": "voies de recours",
    "legal-aid": "aide juridique",
    "complaints": "plaintes",
    "consular": "assistance consulaire",
    "return-options": "options de retour",
    "duty-to-cooperate": "obligation de coopérer",
    "identity": "identité",
    "medical": "médical",
    "protected": "protégé",
    # Functions
    "coach": "coach de retour",
    "attache-coach": "attaché coach de retour",
    "migration-assistant": "migration assistant",
    "migration-officer": "migration officer",
    "interviewer": "agent interviewer",
    "centre-director": "directeur de centre",
    "removal-director": "directeur éloignement",
    "minister-delegate": "délégué du Ministre",
    "doctor": "médecin",
    "nurse": "infirmier",
    "psychologist": "psychologue",
    "security": "sécurité",
    "educator": "éducateur",
    "transfer": "transfert",
    "supervisor": "superviseur",
    "quality-controller": "contrôleur qualité",
    "auditor": "auditeur",
    "registrar": "gestionnaire des comptes",
    "unlisted": "hors liste",
    # Where from, which sex, how notified, what was done with the paper
    "police": "police",
    "border": "frontière",
    "prison": "prison",
    "F": "F",
    "M": "M",
    "X": "X",
    "signed": "signé",
    "refused-to-sign": "refus de signer",
    "refused-to-receive": "refus de réception",
    "by-hand": "en main propre",
    "registered-with-receipt": "recommandé avec accusé de réception",
    "registered": "recommandé",
    "ordinary-mail": "courrier ordinaire",
    "fax": "fax",
    "authority": "autorité",
    "council": "Conseil du contentieux des étrangers",
    "desk": "encodé ici",
    "imported": "importé",
    # Departure and non-return
    "voluntary-iom": "volontaire avec l'OIM",
    "removal-unescorted": "éloignement sans escorte",
    "removal-escorted": "éloignement avec escorte",
    "forced": "forcé",
    "voluntary": "volontaire",
    "boarding-card": "carte d'embarquement",
    "exit-stamp": "cachet de sortie",
    "iom-confirmation": "confirmation de l'OIM",
    "escort-report": "rapport d'escorte",
    "released-by-office": "mise en liberté par l'Office des étrangers",
    "released-by-chamber": "mise en liberté par la chambre du conseil",
    "maximum-reached": "durée maximale atteinte",
    "residence-granted": "séjour accordé",
    "protection-granted": "protection internationale accordée",
    "dublin-transfer": "transfert Dublin",
    "to-prison": "transfert en prison",
    "to-hospital": "hospitalisation",
    "absconded": "disparition",
    "deceased": "décès",
    "left-independently": "départ de sa propre initiative",
    "eu-right": "droit de l'UE reconnu",
    "stateless": "apatridie reconnue",
    "victim-status": "statut de victime",
    "suspended-by-treaty-body": "suspension par un organe de traité",
    "administrative-error": "erreur administrative",
    "other": "autre",
    # --- help titles, usage and rejected rows
    "usage:": "utilisation :",
    "options": "options",
    "commands": "commandes",
    "required": "obligatoire",
    "default: {default}": "par défaut : {default}",
    "Show this help.": "Afficher cette aide.",
    "{name} lacks its value, or takes none": "{name} : une valeur manque ou est de trop",
    "the command is incomplete or has a part too many; see --help": (
        "commande incomplète ou trop longue ; voir --help"
    ),
    "{value} is not a number that fits": "{value} n'est pas un nombre qui convient",
    "until": "jusqu'au",
    "unknown act '{text}'": "acte inconnu '{text}'",
    "not a date: '{text}'": "ce n'est pas une date : '{text}'",
    "no such day: '{text}'": "ce jour n'existe pas : '{text}'",
    "not a time: '{text}'": "ce n'est pas une heure : '{text}'",
    "not on the list of places: '{text}'": "ne figure pas sur la liste des lieux : '{text}'",
    "not a dossier number: '{text}'": "ce n'est pas un numéro de dossier : '{text}'",
    "not an account: '{text}'": "ce n'est pas un compte : '{text}'",
    "not a person's code: '{text}'": "ce n'est pas un code de personne : '{text}'",
    "no dossier number": "pas de numéro de dossier",
    "no date": "pas de date",
    "no agent": "pas d'agent",
    "{file} line {line}, column {column}: {what}": "{file} ligne {line}, colonne {column} : {what}",
    "warning: without stated remedies the appeal term does not start (INF-04)": (
        "attention : sans mention des recours, le délai de recours ne court pas (INF-04)"
    ),
    "more cells than columns": "plus de cellules que de colonnes",
    "{file} line 1: column {name} is there twice": (
        "{file} ligne 1 : la colonne {name} y est deux fois"
    ),
    "{file} line {line}: a quotation mark is opened and not closed": (
        "{file} ligne {line} : un guillemet est ouvert et n'est pas fermé"
    ),
    "nothing is on record under this number": "rien n'est enregistré sous ce numéro",
    "{file} line {line}: the account {account} belongs to {person}": (
        "{file} ligne {line} : le compte {account} appartient à {person}"
    ),
    "the rows understood are recorded; the {n} others cannot be written to {file}": (
        "les lignes comprises sont enregistrées ; les {n} autres ne peuvent être écrites "
        "dans {file}"
    ),
    "the head of its log is damaged; run: trajet audit verify": (
        "la tête de son journal est endommagée ; lancez : trajet audit verify"
    ),
    "How it was notified; decides when the appeal term starts.": (
        "Mode de notification ; décide du début du délai de recours."
    ),
    "Recorded until then, a day to its end.": "Enregistré jusqu'alors, un jour jusqu'à sa fin.",
    "Only what this account did.": "Seulement ce que ce compte a fait.",
    "[cannot be opened, event {n}]": "[ne peut être ouvert, événement {n}]",
    # What a store on PostgreSQL has against us
    "{url} is not a store; a store is sqlite:///FILE or postgresql://HOST/DATABASE": (
        "{url} n'est pas un dépôt ; un dépôt s'écrit sqlite:///FICHIER ou postgresql://HÔTE/BASE"
    ),
    (
        "a password on the command line can be read by everybody on this machine; put it in "
        "~/.pgpass, or the URL in {file}"
    ): (
        "un mot de passe sur la ligne de commande peut être lu par tous sur cette machine ; "
        "mettez-le dans ~/.pgpass, ou l'URL dans {file}"
    ),
    "the URL of the PostgreSQL database cannot be read": (
        "l'URL de la base PostgreSQL ne peut pas être lue"
    ),
    "the URL of a PostgreSQL store names its database: postgresql://HOST/NAME": (
        "l'URL d'un dépôt PostgreSQL nomme sa base : postgresql://HÔTE/NOM"
    ),
    "the vault cannot be used: {what}": "le coffre ne peut pas être utilisé : {what}",
    "all connections to it are in use": "toutes les connexions sont occupées",
    (
        "the connection to the event store broke while recording, and whether the step was "
        "recorded is not known; repeat it with --command-id {id}: it is recorded once"
    ): (
        "la connexion au dépôt s'est rompue pendant l'enregistrement, et on ne sait pas si l'acte"
        " est enregistré ; répétez-le avec --command-id {id} : il n'est enregistré qu'une fois"
    ),
    (
        "the connection to the event store broke while recording; send {file} again: what is "
        "recorded already is not recorded twice"
    ): (
        "la connexion au dépôt s'est rompue pendant l'enregistrement ; envoyez {file} à nouveau :"
        " ce qui est déjà enregistré ne l'est pas deux fois"
    ),
    (
        'you may not make roles; a database administrator types: CREATE ROLE "{role}" NOLOGIN; '
        'GRANT "{role}" TO "{user}"'
    ): (
        "vous ne pouvez pas créer de rôle ; un administrateur de la base tape : CREATE ROLE "
        '"{role}" NOLOGIN; GRANT "{role}" TO "{user}"'
    ),
    "the database refuses the login": "la base refuse l'accès",
    (
        "its desk role is not there or not yours to take; an administrator runs: trajet init, and"
        " grants the role"
    ): (
        "son rôle de guichet n'existe pas ou ne vous est pas donné ; un administrateur lance : "
        "trajet init, et donne le rôle"
    ),
    "there is no such database": "cette base n'existe pas",
    "the database has no connection left": "la base n'a plus de connexion libre",
    "no server of the database takes writes": "aucun serveur de la base n'accepte d'écriture",
    "the name of the database server is not known": (
        "le nom du serveur de la base n'est pas connu"
    ),
    "the desk role lacks a right on it; an administrator runs: trajet init": (
        "il manque un droit au rôle de guichet ; un administrateur lance : trajet init"
    ),
    "there is no event store in the database; make one with: trajet init": (
        "il n'y a pas de dépôt dans la base ; créez-en un avec : trajet init"
    ),
    "it was made by another version; an administrator runs: trajet init": (
        "il a été fait par une autre version ; un administrateur lance : trajet init"
    ),
    "the disk of the database server is full": "le disque du serveur de la base est plein",
    "the database is damaged": "la base est endommagée",
    "the database server cannot be reached": "le serveur de la base est injoignable",
    "The store: sqlite:///FILE or postgresql://HOST/DATABASE.": (
        "Le dépôt : sqlite:///FICHIER ou postgresql://HÔTE/BASE."
    ),
    "name a store for the fiction, which no real resident shares: --store URL": (
        "nommez un dépôt pour la fiction, sans aucun résident réel : --store URL"
    ),
    "Judge all from the journal, whatever was found before.": (
        "Tout juger à partir du journal, quoi qu'on ait trouvé auparavant."
    ),
    # Moving a store
    "An empty PostgreSQL database.": "Une base PostgreSQL vide.",
    "Copy a store from its file to PostgreSQL, byte for byte, and check both.": (
        "Copier un dépôt de son fichier vers PostgreSQL, octet pour octet, et vérifier les deux."
    ),
    "a store is moved from a file, sqlite:///FILE, to postgresql://HOST/DATABASE": (
        "un dépôt se déplace d'un fichier, sqlite:///FICHIER, vers postgresql://HÔTE/BASE"
    ),
    "the store changed while it was moved; what was moved is no copy": (
        "le dépôt a changé pendant le déplacement ; ce qui a été déplacé n'est pas une copie"
    ),
    "{n} events and {keys} keys are now in {url}": (
        "{n} événements et {keys} clés sont maintenant dans {url}"
    ),
    "both have the root {root}": "les deux ont la racine {root}",
    "put {file} away: what is recorded in it from now on is not in the other": (
        "rangez {file} : ce qu'on y enregistre désormais n'est pas dans l'autre"
    ),
    "{url} has {n} finding(s), so it is not moved; run: trajet audit verify": (
        "{url} a {n} constatation(s), il n'est donc pas déplacé ; lancez : trajet audit verify"
    ),
    "the store to move to holds events already": (
        "le dépôt d'arrivée contient déjà des événements"
    ),
    "the head of the log to be moved does not fit its events": (
        "la tête du journal à déplacer ne correspond pas à ses événements"
    ),
    (
        "the log to be moved does not fit its events at {stream} version {version}; run: trajet "
        "audit verify"
    ): (
        "le journal à déplacer ne correspond pas à ses événements en {stream} version {version} ;"
        " lancez : trajet audit verify"
    ),
    "the vault to move to holds keys of another store": (
        "le coffre d'arrivée contient les clés d'un autre dépôt"
    ),
    "the vault to move to is in use": "le coffre d'arrivée est utilisé",
    "{file} is the key of another store": "{file} est la clé d'un autre dépôt",
}

for _region in REGIONS:
    TEXTS |= _region.FR
