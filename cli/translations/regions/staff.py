"""What is said of the people who work here: mandates, delegations, keys, signatures."""

FR = {
    "--origin goes with --require-signatures": "--origin va avec --require-signatures",
    "nobody may do this next: {step} ({rule}); see: trajet can {dossier} {step}": (
        "personne ne peut faire la suite : {step} ({rule}) ; voir : trajet can {dossier} {step}"
    ),
    "AUT-02: {account} may not look at what was refused; this is for {functions}": (
        "AUT-02 : {account} ne peut pas consulter les refus ; c'est réservé à {functions}"
    ),
    "List what was asked of the register of people and refused: by whom, under which rules.": (
        "Énumérer ce qui a été demandé au registre des personnes et refusé : par qui, selon "
        "quelles règles."
    ),
    "--require-signatures needs the name of this log: --origin NAME": (
        "--require-signatures demande le nom de ce journal : --origin NOM"
    ),
    "A duty begins: nights, weekends.": "Une garde commence : nuits, week-ends.",
    "A duty ends.": "Une garde finit.",
    "AUT-02: {account} may not do this; it is for {may}": (
        "AUT-02 : {account} ne peut pas faire cela ; c'est réservé à {may}"
    ),
    "AUT-06: {person} gave this; another person must confirm it": (
        "AUT-06 : {person} l'a donné ; une autre personne doit le confirmer"
    ),
    "AUT-07: {person} cannot give this to himself": "AUT-07 : {person} ne peut pas se donner cela",
    "AUT-08: {account} cannot delegate {act}; this is for {may}": (
        "AUT-08 : {account} ne peut pas déléguer {act} ; c'est réservé à {may}"
    ),
    "AUT-08: {account} has no function that may be delegated": (
        "AUT-08 : {account} n'a aucune fonction qui puisse être déléguée"
    ),
    "AUT-09: {account} has no key yet; give one first with: trajet staff key add": (
        "AUT-09 : {account} n'a pas encore de clé ; donnez-en une d'abord avec : trajet staff "
        "key add"
    ),
    "AUT-09: {account} must sign this, and no key at hand is {account}'s; keys on record: {keys}": (
        "AUT-09 : {account} doit signer, et aucune clé à portée n'est celle de {account} ; "
        "clés enregistrées : {keys}"
    ),
    "As the substitute of who is absent.": "Comme remplaçant de l'absent.",
    "Ask from now on that acts are signed: those named, or all where none is.": (
        "Demander dorénavant que des actes soient signés : ceux nommés, ou tous si aucun ne l'est."
    ),
    "Ask that every act is signed; your key is --key FILE, or the one of the ssh agent.": (
        "Demander que tout acte soit signé ; votre clé est --key FICHIER, ou celle de l'agent ssh."
    ),
    "At this centre only.": "Dans ce centre seulement.",
    "Confirm, as a second person, a delegation that waits.": (
        "Confirmer, comme seconde personne, une délégation en attente."
    ),
    "Confirm, as a second person, a mandate that waits.": (
        "Confirmer, comme seconde personne, un mandat en attente."
    ),
    "Confirm, as a second person, that a key is the account's.": (
        "Confirmer, comme seconde personne, qu'une clé est celle du compte."
    ),
    "Confirm, end or list delegations.": "Confirmer, terminer ou lister les délégations.",
    "End a delegation now: by the principal, the delegate or a registrar.": (
        "Mettre fin à une délégation : par le délégant, le délégué ou un registraire."
    ),
    "End a key now: by whose it is, or by a registrar.": (
        "Mettre fin à une clé : par son titulaire ou un registraire."
    ),
    "End a mandate now; the numbers are those of: trajet staff show ACCOUNT.": (
        "Mettre fin à un mandat ; les numéros sont ceux de : trajet staff show COMPTE."
    ),
    "First day.": "Premier jour.",
    "For this step; again for each one.": "Pour cette étape ; à répéter pour chacune.",
    "Give somebody a function, for a centre or all, for a time; one that decides is confirmed.": (
        "Donner une fonction, pour un centre ou tous, pour un temps ; celle qui décide est "
        "confirmée."
    ),
    "Last day.": "Dernier jour.",
    "Let DELEGATE act in the name of PRINCIPAL (par délégation, bij delegatie).": (
        "Permettre à DELEGATE d'agir au nom de PRINCIPAL (par délégation)."
    ),
    "Let a key speak for an account; another person confirms it.": (
        "Laisser une clé parler pour un compte ; une autre personne le confirme."
    ),
    "List delegations, with the steps they are for and whether they hold.": (
        "Lister les délégations, avec leurs étapes et si elles valent."
    ),
    "List the keys of everybody, or of one account.": "Lister les clés de tous, ou d'un compte.",
    "May be passed on.": "Peut être transmise.",
    "NOBODY may decide this: name another who may ({rule})": (
        "PERSONNE ne peut en décider : désignez-en une autre qui le peut ({rule})"
    ),
    "Register the people who work here, and what each may do.": (
        "Enregistrer les personnes qui travaillent ici, et ce que chacune peut faire."
    ),
    "Say which keys speak for an account.": "Dire quelles clés parlent pour un compte.",
    "Show what one account may do: mandates with their numbers, delegations, keys.": (
        "Montrer ce qu'un compte peut faire : mandats avec leurs numéros, délégations, clés."
    ),
    "Sign with this ssh key; without it, with the agent's where a signature is asked.": (
        "Signer avec cette clé ssh ; sans elle, avec celle de l'agent quand une signature est "
        "demandée."
    ),
    "The draft that was read, as show tells it; else refused.": (
        "Le projet qui a été lu, tel que show le dit ; sinon refusé."
    ),
    "The name of this log, for ever.": "Le nom de ce journal, pour toujours.",
    "The name of this log, which signatures are bound to.": (
        "Le nom de ce journal, auquel les signatures sont liées."
    ),
    "The number of the act it rests on.": "Le numéro de l'acte sur lequel il repose.",
    "The public half, as ssh-keygen writes it (ssh-ed25519).": (
        "La moitié publique, telle que ssh-keygen l'écrit (ssh-ed25519)."
    ),
    "a duty has a beginning and an end: --duty-from and --duty-to": (
        "une garde a un début et une fin : --duty-from et --duty-to"
    ),
    "delegate": "délégué",
    "for {principal}": "pour {principal}",
    "given by one person alone": "donné par une seule personne",
    "it waits for another person to confirm it: trajet {typed}": (
        "cela attend qu'une autre personne le confirme : trajet {typed}"
    ),
    "key": "clé",
    "may decide: {who}": "peut décider : {who}",
    "name somebody who may decide": "désigner quelqu'un qui peut décider",
    "no delegation {number} waits to be confirmed; waiting: {waiting}": (
        "aucune délégation {number} n'attend d'être confirmée ; en attente : {waiting}"
    ),
    "no key is at hand to sign with: --key FILE, or an ssh agent that has one": (
        "aucune clé n'est à portée pour signer : --key FICHIER, ou un agent ssh qui en a une"
    ),
    "no mandate {number} of {account} waits to be confirmed; waiting: {waiting}": (
        "aucun mandat {number} de {account} n'attend d'être confirmé ; en attente : {waiting}"
    ),
    "principal": "délégant",
    "revoked": "révoqué",
    "steps": "étapes",
    "the delegation from {principal} to {account} is for other acts: {acts}": (
        "la délégation de {principal} à {account} vaut pour d'autres actes : {acts}"
    ),
    "the draft is no longer {meant}: {account} changed it in version {version}; it is {draft}": (
        "le projet n'est plus {meant} : {account} l'a modifié à la version {version} ; c'est "
        "{draft}"
    ),
    "the key did not sign what it was given; nothing was recorded": (
        "la clé n'a pas signé ce qui lui a été donné ; rien n'a été enregistré"
    ),
    "the key {fingerprint} does not wait to be confirmed": (
        "la clé {fingerprint} n'attend pas d'être confirmée"
    ),
    "the key {fingerprint} was given to {account} before": (
        "la clé {fingerprint} a déjà été donnée à {account}"
    ),
    "the key {fingerprint} was revoked before": "la clé {fingerprint} a déjà été révoquée",
    "the register of people changed meanwhile; look again and repeat the step": (
        "le registre des personnes a changé entre-temps ; regardez à nouveau et répétez l'étape"
    ),
    "the ssh agent did not sign; nothing was recorded": (
        "l'agent ssh n'a pas signé ; rien n'a été enregistré"
    ),
    "the ssh agent does not have the key {name}": "l'agent ssh n'a pas la clé {name}",
    "there is no account {account}; see: trajet staff list": (
        "il n'y a pas de compte {account} ; voir : trajet staff list"
    ),
    "there is no delegation {number}; there are: {there}": (
        "il n'y a pas de délégation {number} ; il y a : {there}"
    ),
    "this log has no name that a signature could be bound to; a registrar gives it one with: "
    "trajet staff signatures --origin NAME": (
        "ce journal n'a pas de nom auquel lier une signature ; un registraire lui en donne un "
        "avec : trajet staff signatures --origin NOM"
    ),
    "this log is called {origin} for ever": "ce journal s'appelle {origin} pour toujours",
    "waits to be confirmed": "attend d'être confirmé",
    "{account} has no key {fingerprint}; there are: {there}": (
        "{account} n'a pas de clé {fingerprint} ; il y a : {there}"
    ),
    "{account} has no mandate {number}; there are: {there}": (
        "{account} n'a pas de mandat {number} ; il y a : {there}"
    ),
    "{account} stands in for {person}, or was stood in for": (
        "{account} remplace {person}, ou l'inverse"
    ),
    "{account} acts as {functions} at {centres}, and the dossier is elsewhere": (
        "{account} agit comme {functions} à {centres}, et le dossier est ailleurs"
    ),
    "{account} was {functions} then, and is not any more as it is recorded": (
        "{account} était {functions} alors, et ne l'est plus au moment de l'enregistrement"
    ),
    "{account} is {functions} now, and was not yet when it happened": (
        "{account} est {functions} maintenant, et ne l'était pas encore lors des faits"
    ),
    "{file} holds a private key; give the file that ends in .pub": (
        "{file} contient une clé privée ; donnez le fichier qui finit par .pub"
    ),
    "{file} holds no {kind} key": "{file} ne contient pas de clé {kind}",
    "{file} holds no {kind} public key": "{file} ne contient pas de clé publique {kind}",
    "{last} is before {first}": "{last} est avant {first}",
    "{person} needs no delegation from himself": (
        "{person} n'a pas besoin d'une délégation de soi-même"
    ),
    "{file} is locked with a passphrase; open it with: ssh-add, and give the file that ends "
    "in .pub": (
        "{file} est verrouillé par une phrase de passe ; ouvrez-le avec : ssh-add, et donnez "
        "le fichier qui finit par .pub"
    ),
    "{file} holds no OpenSSH key": "{file} ne contient pas de clé OpenSSH",
    "the draft": "le projet",
    "alert: on {moment} nobody might do this next: {step} ({rule}); see: trajet can {dossier} "
    "{step}": (
        "alerte : le {moment} personne ne pouvait faire la suite : {step} ({rule}) ; voir : "
        "trajet can {dossier} {step}"
    ),
    "AUT-06: this is the last registrar; name another first": (
        "AUT-06 : c'est le dernier registraire ; désignez-en d'abord un autre"
    ),
    "{name}: {day} is no day of the calendar": "{name} : {day} n'est pas un jour du calendrier",
    "{person} is written almost as {other}, who is registered; write it so, or choose another "
    "code": (
        "{person} s'écrit presque comme {other}, qui est enregistré ; écrivez-le ainsi, ou "
        "choisissez un autre code"
    ),
    "{dossier} was opened at the desk; record this there": (
        "{dossier} a été ouvert au bureau ; enregistrez-y ceci"
    ),
}

NL = {
    "--origin goes with --require-signatures": "--origin hoort bij --require-signatures",
    "nobody may do this next: {step} ({rule}); see: trajet can {dossier} {step}": (
        "niemand mag dit vervolgens doen: {step} ({rule}); zie: trajet can {dossier} {step}"
    ),
    "AUT-02: {account} may not look at what was refused; this is for {functions}": (
        "AUT-02: {account} mag de weigeringen niet inzien; dit is voor {functions}"
    ),
    "List what was asked of the register of people and refused: by whom, under which rules.": (
        "Oplijsten wat aan het register van personen werd gevraagd en geweigerd: door wie, "
        "volgens welke regels."
    ),
    "--require-signatures needs the name of this log: --origin NAME": (
        "--require-signatures vraagt de naam van dit logboek: --origin NAAM"
    ),
    "A duty begins: nights, weekends.": "Een wachtdienst begint: nachten, weekends.",
    "A duty ends.": "Een wachtdienst eindigt.",
    "AUT-02: {account} may not do this; it is for {may}": (
        "AUT-02: {account} mag dit niet doen; het is voor {may}"
    ),
    "AUT-06: {person} gave this; another person must confirm it": (
        "AUT-06: {person} gaf dit; een andere persoon moet het bevestigen"
    ),
    "AUT-07: {person} cannot give this to himself": (
        "AUT-07: {person} kan dit niet aan zichzelf geven"
    ),
    "AUT-08: {account} cannot delegate {act}; this is for {may}": (
        "AUT-08: {account} kan {act} niet delegeren; dit is voor {may}"
    ),
    "AUT-08: {account} has no function that may be delegated": (
        "AUT-08: {account} heeft geen functie die gedelegeerd mag worden"
    ),
    "AUT-09: {account} has no key yet; give one first with: trajet staff key add": (
        "AUT-09: {account} heeft nog geen sleutel; geef er eerst een met: trajet staff key add"
    ),
    "AUT-09: {account} must sign this, and no key at hand is {account}'s; keys on record: {keys}": (
        "AUT-09: {account} moet dit tekenen, en geen sleutel bij de hand is van {account}; "
        "geregistreerde sleutels: {keys}"
    ),
    "As the substitute of who is absent.": "Als vervanger van wie afwezig is.",
    "Ask from now on that acts are signed: those named, or all where none is.": (
        "Vanaf nu vragen dat handelingen getekend worden: die genoemd zijn, of alle als er "
        "geen genoemd is."
    ),
    "Ask that every act is signed; your key is --key FILE, or the one of the ssh agent.": (
        "Vragen dat elke handeling getekend wordt; uw sleutel is --key BESTAND, of die van de "
        "ssh-agent."
    ),
    "At this centre only.": "Enkel in dit centrum.",
    "Confirm, as a second person, a delegation that waits.": (
        "Als tweede persoon een delegatie bevestigen die wacht."
    ),
    "Confirm, as a second person, a mandate that waits.": (
        "Als tweede persoon een mandaat bevestigen dat wacht."
    ),
    "Confirm, as a second person, that a key is the account's.": (
        "Als tweede persoon bevestigen dat een sleutel van de account is."
    ),
    "Confirm, end or list delegations.": "Delegaties bevestigen, beëindigen of oplijsten.",
    "End a delegation now: by the principal, the delegate or a registrar.": (
        "Een delegatie nu beëindigen: door de delegerende, de gedelegeerde of een registerhouder."
    ),
    "End a key now: by whose it is, or by a registrar.": (
        "Een sleutel nu beëindigen: door wie hem heeft, of een registerhouder."
    ),
    "End a mandate now; the numbers are those of: trajet staff show ACCOUNT.": (
        "Een mandaat nu beëindigen; de nummers zijn die van: trajet staff show ACCOUNT."
    ),
    "First day.": "Eerste dag.",
    "For this step; again for each one.": "Voor deze stap; herhalen voor elke.",
    "Give somebody a function, for a centre or all, for a time; one that decides is confirmed.": (
        "Iemand een functie geven, voor een centrum of alle, voor een tijd; een die beslist "
        "wordt bevestigd."
    ),
    "Last day.": "Laatste dag.",
    "Let DELEGATE act in the name of PRINCIPAL (par délégation, bij delegatie).": (
        "DELEGATE laten handelen in naam van PRINCIPAL (bij delegatie)."
    ),
    "Let a key speak for an account; another person confirms it.": (
        "Een sleutel laten spreken voor een account; een andere persoon bevestigt het."
    ),
    "List delegations, with the steps they are for and whether they hold.": (
        "Delegaties oplijsten, met hun stappen en of zij gelden."
    ),
    "List the keys of everybody, or of one account.": (
        "De sleutels van allen oplijsten, of van één account."
    ),
    "May be passed on.": "Mag doorgegeven worden.",
    "NOBODY may decide this: name another who may ({rule})": (
        "NIEMAND mag dit beslissen: wijs een ander aan die mag ({rule})"
    ),
    "Register the people who work here, and what each may do.": (
        "De mensen registreren die hier werken, en wat elk mag doen."
    ),
    "Say which keys speak for an account.": "Zeggen welke sleutels voor een account spreken.",
    "Show what one account may do: mandates with their numbers, delegations, keys.": (
        "Tonen wat een account mag doen: mandaten met hun nummers, delegaties, sleutels."
    ),
    "Sign with this ssh key; without it, with the agent's where a signature is asked.": (
        "Tekenen met deze ssh-sleutel; zonder, met die van de agent waar een handtekening "
        "gevraagd is."
    ),
    "The draft that was read, as show tells it; else refused.": (
        "Het ontwerp dat gelezen is, zoals show het zegt; anders geweigerd."
    ),
    "The name of this log, for ever.": "De naam van dit logboek, voor altijd.",
    "The name of this log, which signatures are bound to.": (
        "De naam van dit logboek, waaraan handtekeningen gebonden zijn."
    ),
    "The number of the act it rests on.": "Het nummer van de akte waarop het steunt.",
    "The public half, as ssh-keygen writes it (ssh-ed25519).": (
        "De publieke helft, zoals ssh-keygen ze schrijft (ssh-ed25519)."
    ),
    "a duty has a beginning and an end: --duty-from and --duty-to": (
        "een wachtdienst heeft een begin en een einde: --duty-from en --duty-to"
    ),
    "delegate": "gedelegeerde",
    "for {principal}": "voor {principal}",
    "given by one person alone": "door één persoon alleen gegeven",
    "it waits for another person to confirm it: trajet {typed}": (
        "het wacht tot een andere persoon het bevestigt: trajet {typed}"
    ),
    "key": "sleutel",
    "may decide: {who}": "mag beslissen: {who}",
    "name somebody who may decide": "iemand aanwijzen die mag beslissen",
    "no delegation {number} waits to be confirmed; waiting: {waiting}": (
        "geen delegatie {number} wacht op bevestiging; wachtend: {waiting}"
    ),
    "no key is at hand to sign with: --key FILE, or an ssh agent that has one": (
        "geen sleutel bij de hand om te tekenen: --key BESTAND, of een ssh-agent die er een heeft"
    ),
    "no mandate {number} of {account} waits to be confirmed; waiting: {waiting}": (
        "geen mandaat {number} van {account} wacht op bevestiging; wachtend: {waiting}"
    ),
    "principal": "delegerende",
    "revoked": "ingetrokken",
    "steps": "stappen",
    "the delegation from {principal} to {account} is for other acts: {acts}": (
        "de delegatie van {principal} aan {account} is voor andere handelingen: {acts}"
    ),
    "the draft is no longer {meant}: {account} changed it in version {version}; it is {draft}": (
        "het ontwerp is niet meer {meant}: {account} wijzigde het in versie {version}; het is "
        "{draft}"
    ),
    "the key did not sign what it was given; nothing was recorded": (
        "de sleutel tekende niet wat hem gegeven werd; er is niets geregistreerd"
    ),
    "the key {fingerprint} does not wait to be confirmed": (
        "de sleutel {fingerprint} wacht niet op bevestiging"
    ),
    "the key {fingerprint} was given to {account} before": (
        "de sleutel {fingerprint} werd eerder aan {account} gegeven"
    ),
    "the key {fingerprint} was revoked before": "de sleutel {fingerprint} werd eerder ingetrokken",
    "the register of people changed meanwhile; look again and repeat the step": (
        "het personenregister is intussen gewijzigd; kijk opnieuw en herhaal de stap"
    ),
    "the ssh agent did not sign; nothing was recorded": (
        "de ssh-agent tekende niet; er is niets geregistreerd"
    ),
    "the ssh agent does not have the key {name}": "de ssh-agent heeft de sleutel {name} niet",
    "there is no account {account}; see: trajet staff list": (
        "er is geen account {account}; zie: trajet staff list"
    ),
    "there is no delegation {number}; there are: {there}": (
        "er is geen delegatie {number}; er zijn: {there}"
    ),
    "this log has no name that a signature could be bound to; a registrar gives it one with: "
    "trajet staff signatures --origin NAME": (
        "dit logboek heeft geen naam om een handtekening aan te binden; een registerhouder "
        "geeft er een met: trajet staff signatures --origin NAAM"
    ),
    "this log is called {origin} for ever": "dit logboek heet voor altijd {origin}",
    "waits to be confirmed": "wacht op bevestiging",
    "{account} has no key {fingerprint}; there are: {there}": (
        "{account} heeft geen sleutel {fingerprint}; er zijn: {there}"
    ),
    "{account} has no mandate {number}; there are: {there}": (
        "{account} heeft geen mandaat {number}; er zijn: {there}"
    ),
    "{account} stands in for {person}, or was stood in for": (
        "{account} treedt op voor {person}, of omgekeerd"
    ),
    "{account} acts as {functions} at {centres}, and the dossier is elsewhere": (
        "{account} handelt als {functions} in {centres}, en het dossier is elders"
    ),
    "{account} was {functions} then, and is not any more as it is recorded": (
        "{account} was toen {functions}, en is dat niet meer bij de registratie"
    ),
    "{account} is {functions} now, and was not yet when it happened": (
        "{account} is nu {functions}, en was dat nog niet toen het gebeurde"
    ),
    "{file} holds a private key; give the file that ends in .pub": (
        "{file} bevat een geheime sleutel; geef het bestand dat op .pub eindigt"
    ),
    "{file} holds no {kind} key": "{file} bevat geen {kind}-sleutel",
    "{file} holds no {kind} public key": "{file} bevat geen publieke {kind}-sleutel",
    "{last} is before {first}": "{last} is vóór {first}",
    "{person} needs no delegation from himself": "{person} heeft geen delegatie van zichzelf nodig",
    "{file} is locked with a passphrase; open it with: ssh-add, and give the file that ends "
    "in .pub": (
        "{file} is vergrendeld met een wachtwoordzin; open het met: ssh-add, en geef het "
        "bestand dat op .pub eindigt"
    ),
    "{file} holds no OpenSSH key": "{file} bevat geen OpenSSH-sleutel",
    "the draft": "het ontwerp",
    "alert: on {moment} nobody might do this next: {step} ({rule}); see: trajet can {dossier} "
    "{step}": (
        "alarm: op {moment} mocht niemand dit vervolgens doen: {step} ({rule}); zie: trajet "
        "can {dossier} {step}"
    ),
    "AUT-06: this is the last registrar; name another first": (
        "AUT-06: dit is de laatste registerhouder; wijs er eerst een andere aan"
    ),
    "{name}: {day} is no day of the calendar": "{name}: {day} is geen kalenderdag",
    "{person} is written almost as {other}, who is registered; write it so, or choose another "
    "code": (
        "{person} is bijna geschreven als {other}, die geregistreerd is; schrijf het zo, of "
        "kies een andere code"
    ),
    "{dossier} was opened at the desk; record this there": (
        "{dossier} werd aan de balie geopend; registreer dit daar"
    ),
}
