"""The texts of checkpoints and witnesses in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "signed note": "note signée",
    "proof": "preuve",
    "request": "demande",
    "policy": "politique",
    "it is longer than any note": "plus longue que toute note",
    "there is a control character in it": "il s'y trouve un caractère de commande",
    "this is no text": "ce n'est pas du texte",
    "there is no blank line with signatures below it": (
        "il n'y a pas de ligne vide suivie de signatures"
    ),
    "the last line does not end": "la dernière ligne n'est pas terminée",
    "there are more signatures than any note has": (
        "il y a plus de signatures que n'en porte une note"
    ),
    "this signature stands there twice": "cette signature s'y trouve deux fois",
    "this line is empty": "cette ligne est vide",
    "this stands there twice": "cela s'y trouve deux fois",
    "this is no instant in UTC": "ce n'est pas un instant en UTC",
    "this is no number of streams with a root": "ce n'est pas un nombre de flux suivi d'une racine",
    "it does not say which size it begins at: old and a number": (
        "la taille de départ n'est pas dite : old et un nombre"
    ),
    "this is not how a proof begins": "une preuve ne commence pas ainsi",
    "the text of the leaf is missing": "le texte de la feuille manque",
    "the index is no decimal number": "l'indice n'est pas un nombre décimal",
    "there is no checkpoint below it": "il n'y a pas de point de contrôle en dessous",
    "this is no SHA-256 in base64": "ce n'est pas un SHA-256 en base64",
    "there are more hashes than any proof has": "il y a plus d'empreintes que dans toute preuve",
    "{key} is no public key of a log or a witness": (
        "{key} n'est pas une clé publique de registre ou de témoin"
    ),
    "the id in {key} is not that of the key": "l'identifiant dans {key} n'est pas celui de la clé",
    "log is followed by a public key": "log est suivi d'une clé publique",
    "this key stands there twice": "cette clé s'y trouve deux fois",
    "witness is followed by a name and a public key": (
        "witness est suivi d'un nom et d'une clé publique"
    ),
    "group is followed by a name, how many must agree, and members": (
        "group est suivi d'un nom, du nombre de membres qui doivent être d'accord, et des membres"
    ),
    "a member is named that no line above it tells of": (
        "un membre est nommé dont aucune ligne au-dessus ne parle"
    ),
    "a member is named twice": "un membre est nommé deux fois",
    "how many must agree is all, any, or a number of the members": (
        "le nombre de membres qui doivent être d'accord est all, any, ou un nombre d'entre eux"
    ),
    "quorum is followed by one name, or by none": "quorum est suivi d'un seul nom, ou de none",
    "a quorum is named that no line above it tells of": (
        "un quorum est nommé dont aucune ligne au-dessus ne parle"
    ),
    "fresh is followed by an age such as 36h, 7d or 90m": (
        "fresh est suivi d'un âge tel que 36h, 7d ou 90m"
    ),
    "this name is taken": "ce nom est déjà pris",
    "it begins with none of log, witness, group, quorum, fresh": (
        "elle ne commence par aucun des mots log, witness, group, quorum, fresh"
    ),
    "it is longer than any policy": "plus longue que toute politique",
    "no log is named": "aucun registre n'est nommé",
    "no quorum is named; without witnesses write: quorum none": (
        "aucun quorum n'est nommé ; sans témoins, écrivez : quorum none"
    ),
    "this is no public key, or its id is not its own": (
        "ce n'est pas une clé publique, ou son identifiant n'est pas le sien"
    ),
    "a key of a log stands for a witness, or the other way round": (
        "une clé de registre est donnée pour celle d'un témoin, ou l'inverse"
    ),
    "--check goes with --policy and --from alone": "--check ne va qu'avec --policy et --from",
    "--from goes with the proof that a log only grew": (
        "--from va avec la preuve qu'un registre n'a fait que croître"
    ),
    "--of goes with --timestamp-query or --timestamp-reply": (
        "--of va avec --timestamp-query ou --timestamp-reply"
    ),
    "--policy goes with --add": "--policy va avec --add",
    "--policy goes with --check": "--policy va avec --check",
    "A copy of one checkpoint that a witness cosigned; may be repeated.": (
        "Une copie d'un même point de contrôle, cosignée par un témoin ; peut être répété."
    ),
    "A key to stand witness with, not that of a log.": (
        "Une clé de témoin, et non celle d'un registre."
    ),
    "Go on and sign every so often: 90s, 5m, 1h, 1d.": (
        "Continuer et signer à intervalle régulier : 90s, 5m, 1h, 1d."
    ),
    "Keep what a time stamping authority answered.": (
        "Conserver la réponse d'une autorité d'horodatage."
    ),
    "Look at a proof again; needs no store.": "Revoir une preuve ; ne demande pas de dépôt.",
    (
        "Make a key, and print its public half for policies.\n\nA log's key has the name of the "
        "log."
    ): (
        "Créer une clé et afficher sa partie publique, pour les politiques.\n\nLa clé d'un "
        "registre porte le nom du registre."
    ),
    "Make the keys that sign checkpoints; they are kept apart from the store.": (
        "Créer les clés qui signent les points de contrôle ; elles sont gardées hors du dépôt."
    ),
    "Print the public half of a key again.": "Afficher de nouveau la partie publique d'une clé.",
    "Prove by this checkpoint; without it by the newest that is kept in the store.": (
        "Prouver par ce point de contrôle ; à défaut, par le plus récent conservé dans le dépôt."
    ),
    (
        "Prove that an act is in the log, which was the last, or that the log only "
        "grew.\n\nWhoever has the proof needs no store and none of our programs."
    ): (
        "Prouver qu'un acte est dans le registre, lequel était le dernier, ou que le registre "
        "n'a fait que croître.\n\nQui a la preuve n'a besoin ni du dépôt ni d'aucun de nos "
        "programmes."
    ),
    "Prove that the log begins with an older one: its size, or a checkpoint of it.": (
        "Prouver que le registre commence par un plus ancien : sa taille, ou un de ses points de "
        "contrôle."
    ),
    "Prove which act was the last of the dossier by then.": (
        "Prouver quel était alors le dernier acte du dossier."
    ),
    (
        "Sign what the log is now, if it goes on from what was signed last.\n\nWhoever has the "
        "key of the log may: no function is asked for. What was signed last is kept beside the "
        "key."
    ): (
        "Signer l'état actuel du registre, s'il continue ce qui a été signé en "
        "dernier.\n\nQuiconque a la clé du registre le peut : aucune fonction n'est demandée. Ce "
        "qui a été signé en dernier est gardé à côté de la clé."
    ),
    (
        "Stand witness: cosign a checkpoint if the log goes on from what you cosigned "
        "last.\n\nSign with the key you name with --key. Needs no store. The request is made by "
        "those who keep the log, with: trajet audit prove --from."
    ): (
        "Être témoin : cosigner un point de contrôle si le registre continue ce que vous avez "
        "cosigné en dernier.\n\nVous signez avec la clé nommée par --key. Ne demande pas de "
        "dépôt. La demande est faite par ceux qui tiennent le registre, avec : trajet audit "
        "prove --from."
    ),
    "The key of the log; without it that of TRAJET_LOG_KEY.": (
        "La clé du registre ; à défaut, celle de TRAJET_LOG_KEY."
    ),
    "The public key of the log.": "La clé publique du registre.",
    "Where the key is kept, private.": "Où la clé est gardée, à l'abri des autres.",
    "Where you keep what you cosigned last; without it beside your key.": (
        "Où vous gardez ce que vous avez cosigné en dernier ; à défaut, à côté de votre clé."
    ),
    "With --add: take lines of its witnesses only.": (
        "Avec --add : ne prendre que les lignes de ses témoins."
    ),
    "With --check: whom to believe.": "Avec --check : qui croire.",
    "With a time stamp: of this checkpoint, not the last.": (
        "Avec un horodatage : de ce point de contrôle, non du dernier."
    ),
    "Write it into this file.": "L'écrire dans ce fichier.",
    "Write what a time stamping authority is asked about the last checkpoint.": (
        "Écrire ce qu'on demande à une autorité d'horodatage au sujet du dernier point de contrôle."
    ),
    "a line of {name} is false": "une ligne de {name} est fausse",
    "another process cosigns for {folder} at this moment; nothing was signed": (
        "un autre processus cosigne en ce moment pour {folder} ; rien n'a été signé"
    ),
    "another process signs with {file} at this moment; nothing was signed": (
        "un autre processus signe en ce moment avec {file} ; rien n'a été signé"
    ),
    "fewer witnesses agree than the policy asks for": (
        "moins de témoins sont d'accord que la politique n'en demande"
    ),
    "give one of {options}, not several": "donnez une seule des options {options}",
    "have {file} stamped by your authority": "faites horodater {file} par votre autorité",
    "it holds: leaf {index} is in {origin} with {size} leaves": (
        "elle tient : la feuille {index} est dans {origin}, qui a {size} feuilles"
    ),
    "it holds: the last act of {stream} was version {version}, in {origin} with {size} leaves": (
        "elle tient : le dernier acte de {stream} était la version {version}, dans {origin}, qui "
        "a {size} feuilles"
    ),
    "it holds: {origin} with {size} leaves begins with the {old} from before": (
        "elle tient : {origin}, qui a {size} feuilles, commence par les {old} d'avant"
    ),
    (
        "it holds: {stream} version {version} ({topic}, {state}) is leaf {index} of {origin} "
        "with {size} leaves"
    ): (
        "elle tient : {stream} version {version} ({topic}, {state}) est la feuille {index} de "
        "{origin}, qui a {size} feuilles"
    ),
    "name a dossier with a version, a dossier with --last, or --from alone; see --help": (
        "nommez un dossier avec une version, un dossier avec --last, ou --from seul ; voir --help"
    ),
    "name the checkpoint of {old} leaves with --from": (
        "nommez avec --from le point de contrôle de {old} feuilles"
    ),
    "name the key of the log with --log-key or TRAJET_LOG_KEY": (
        "nommez la clé du registre avec --log-key ou TRAJET_LOG_KEY"
    ),
    "name your key as a witness with --key": "nommez votre clé de témoin avec --key",
    "no checkpoint is kept in the store; make one with: trajet audit checkpoint": (
        "aucun point de contrôle n'est conservé dans le dépôt ; faites-en un avec : trajet audit "
        "checkpoint"
    ),
    "nothing was on record for {stream} by that checkpoint": (
        "rien n'était enregistré pour {stream} à ce point de contrôle"
    ),
    "nothing was signed with {file} yet; sign with: trajet audit checkpoint": (
        "rien n'a encore été signé avec {file} ; signez avec : trajet audit checkpoint"
    ),
    "signed: {n} events, root {root}": "signé : {n} événements, racine {root}",
    "stamped at {at}; kept in {file}": "horodaté à {at} ; conservé dans {file}",
    "the authority did not stamp it: status {status}": (
        "l'autorité ne l'a pas horodaté : statut {status}"
    ),
    "the checkpoint has {size} leaves, fewer than {old}": (
        "le point de contrôle a {size} feuilles, moins que {old}"
    ),
    "the checkpoint is older than the policy allows, or of a day to come": (
        "le point de contrôle est plus ancien que la politique ne le permet, ou d'un jour à venir"
    ),
    "the checkpoint may be relied on": "on peut se fier au point de contrôle",
    "the checkpoint says it was signed at {at}, which is not yet": (
        "le point de contrôle se dit signé à {at}, ce qui n'est pas encore"
    ),
    (
        "the first {before} leaves of the log are not those that were signed: history was "
        "rewritten, or this is another log; nothing was signed"
    ): (
        "les {before} premières feuilles du registre ne sont pas celles qui ont été signées : "
        "l'histoire a été réécrite, ou c'est un autre registre ; rien n'a été signé"
    ),
    "the key of the log did not sign this checkpoint": (
        "la clé du registre n'a pas signé ce point de contrôle"
    ),
    "the key of {name} did not sign this": "la clé de {name} n'a pas signé ceci",
    (
        "the log has {size} leaves, and {before} were signed: acts are gone, or an old copy was "
        "put in its place; nothing was signed"
    ): (
        "le registre a {size} feuilles, et {before} ont été signées : des actes ont disparu, ou "
        "une ancienne copie a été mise à sa place ; rien n'a été signé"
    ),
    "the log of the store is damaged; run: trajet audit verify": (
        "le registre du dépôt est endommagé ; lancez : trajet audit verify"
    ),
    "the newest checkpoint in the store cannot be read; give one with --checkpoint": (
        "le point de contrôle le plus récent du dépôt ne peut pas être lu ; donnez-en un avec "
        "--checkpoint"
    ),
    "the policy does not name this log": "la politique ne nomme pas ce registre",
    "the proof does not hold": "la preuve ne tient pas",
    (
        "the proof does not lead from the {before} leaves you cosigned to {size}: history was "
        "rewritten, or the proof is damaged; nothing was signed"
    ): (
        "la preuve ne mène pas des {before} feuilles que vous avez cosignées à {size} : "
        "l'histoire a été réécrite, ou la preuve est abîmée ; rien n'a été signé"
    ),
    (
        "the request begins at {old} leaves, and you cosigned {origin} at {size}; have it made "
        "with: trajet audit prove --from {size}"
    ): (
        "la demande commence à {old} feuilles, et vous avez cosigné {origin} à {size} ; "
        "faites-la faire avec : trajet audit prove --from {size}"
    ),
    "the stamp is on something else than this checkpoint": (
        "l'horodatage porte sur autre chose que ce point de contrôle"
    ),
    (
        "the store does not hold what the checkpoint of {size} leaves says; run: trajet audit "
        "verify --checkpoint"
    ): (
        "le dépôt ne contient pas ce que dit le point de contrôle de {size} feuilles ; lancez : "
        "trajet audit verify --checkpoint"
    ),
    "there is no folder {folder}": "il n'y a pas de dossier de fichiers {folder}",
    "this checkpoint does not say where each dossier stood": (
        "ce point de contrôle ne dit pas où en était chaque dossier"
    ),
    "this is a checkpoint of {origin}, and you stand witness to {name}": (
        "c'est un point de contrôle de {origin}, et vous êtes témoin de {name}"
    ),
    "this is no reply of a time stamping authority": (
        "ce n'est pas la réponse d'une autorité d'horodatage"
    ),
    "this is the key of {name}, and the log of this store is {origin}": (
        "c'est la clé de {name}, et le registre de ce dépôt est {origin}"
    ),
    "who signed the checkpoint was not judged; give --policy": (
        "on n'a pas jugé qui a signé le point de contrôle ; donnez --policy"
    ),
    "witness: {name}, {at}": "témoin : {name}, {at}",
    "{file} cannot be written; nothing was signed": (
        "{file} ne peut pas être écrit ; rien n'a été signé"
    ),
    (
        "{file} does not hold the last checkpoint signed with this key, and without it nobody "
        "can tell what was signed; put it back from a copy"
    ): (
        "{file} ne contient pas le dernier point de contrôle signé avec cette clé, et sans lui "
        "personne ne peut dire ce qui a été signé ; remettez-le d'après une copie"
    ),
    (
        "{file} does not hold what you cosigned last, and without it you cannot stand witness; "
        "put it back from a copy"
    ): (
        "{file} ne contient pas ce que vous avez cosigné en dernier, et sans cela vous ne pouvez "
        "être témoin ; remettez-le d'après une copie"
    ),
    "{file} holds a line of {name} that is false, or of no witness of the policy": (
        "{file} contient une ligne de {name} qui est fausse, ou qui n'est d'aucun témoin de la "
        "politique"
    ),
    "{file} holds a line of {name} that is no witness's": (
        "{file} contient une ligne de {name} qui n'est pas celle d'un témoin"
    ),
    "{file} holds another line of {name}, which signed already": (
        "{file} contient une autre ligne de {name}, qui a déjà signé"
    ),
    "{file} holds no key that signs checkpoints; make one with: trajet audit key new": (
        "{file} ne contient pas de clé qui signe des points de contrôle ; faites-en une avec : "
        "trajet audit key new"
    ),
    "{file} holds the key of a log, not of a witness": (
        "{file} contient la clé d'un registre, non d'un témoin"
    ),
    "{file} holds the key of a witness, not of a log": (
        "{file} contient la clé d'un témoin, non d'un registre"
    ),
    "{file} is a copy of another checkpoint": "{file} est la copie d'un autre point de contrôle",
    "{file} is a folder": "{file} est un dossier de fichiers",
    "{file} is longer than any such file": "{file} est plus long que tout fichier de ce genre",
    "{file} is not signed by the key of {name}": "{file} n'est pas signé par la clé de {name}",
    "{file} is there already, and holds no checkpoint or proof": (
        "{file} existe déjà, et ne contient ni point de contrôle ni preuve"
    ),
    "{file} is there already; no key is put over it": (
        "{file} existe déjà ; aucune clé n'est mise à sa place"
    ),
    "{key} is no public key of a log": "{key} n'est pas une clé publique de registre",
    (
        "{name} is no name for a key; a name has letters, neither blanks nor +: "
        "trajet.example.be/holsbeek"
    ): (
        "{name} n'est pas un nom de clé ; un nom a des lettres, ni blancs ni + : "
        "trajet.example.be/holsbeek"
    ),
    (
        "{origin} had {before} leaves when you cosigned it and says it has {size}: it was cut, "
        "or you are shown another; nothing was signed"
    ): (
        "{origin} avait {before} feuilles quand vous l'avez cosigné et dit en avoir {size} : il "
        "a été coupé, ou l'on vous en montre un autre ; rien n'a été signé"
    ),
    (
        "{origin} shows two histories of {size} leaves; nothing was signed: keep both notes, "
        "they prove it"
    ): (
        "{origin} montre deux histoires de {size} feuilles ; rien n'a été signé : gardez les "
        "deux notes, elles le prouvent"
    ),
    "{stream} has no version {version}": "{stream} n'a pas de version {version}",
    (
        "{stream} version {version} came after that checkpoint; make a new one with: trajet "
        "audit checkpoint"
    ): (
        "{stream} version {version} est venu après ce point de contrôle ; faites-en un nouveau "
        "avec : trajet audit checkpoint"
    ),
    "{value} is no interval; write 90s, 5m, 1h or 1d": (
        "{value} n'est pas un intervalle ; écrivez 90s, 5m, 1h ou 1d"
    ),
}

NL: dict[str, str] = {
    "signed note": "ondertekende notitie",
    "proof": "bewijs",
    "request": "verzoek",
    "policy": "vertrouwensbeleid",
    "it is longer than any note": "langer dan eender welke notitie",
    "there is a control character in it": "er staat een stuurteken in",
    "this is no text": "dit is geen tekst",
    "there is no blank line with signatures below it": (
        "er is geen lege regel met handtekeningen eronder"
    ),
    "the last line does not end": "de laatste regel eindigt niet",
    "there are more signatures than any note has": (
        "er zijn meer handtekeningen dan een notitie er heeft"
    ),
    "this signature stands there twice": "deze handtekening staat er twee keer",
    "this line is empty": "deze regel is leeg",
    "this stands there twice": "dit staat er twee keer",
    "this is no instant in UTC": "dit is geen tijdstip in UTC",
    "this is no number of streams with a root": "dit is geen aantal stromen met een wortel",
    "it does not say which size it begins at: old and a number": (
        "er staat niet bij welke grootte het begint: old en een getal"
    ),
    "this is not how a proof begins": "zo begint een bewijs niet",
    "the text of the leaf is missing": "de tekst van het blad ontbreekt",
    "the index is no decimal number": "de index is geen decimaal getal",
    "there is no checkpoint below it": "er staat geen controlepunt onder",
    "this is no SHA-256 in base64": "dit is geen SHA-256 in base64",
    "there are more hashes than any proof has": "er zijn meer hashes dan een bewijs er heeft",
    "{key} is no public key of a log or a witness": (
        "{key} is geen publieke sleutel van een logboek of een getuige"
    ),
    "the id in {key} is not that of the key": "het kenmerk in {key} is niet dat van de sleutel",
    "log is followed by a public key": "na log komt een publieke sleutel",
    "this key stands there twice": "deze sleutel staat er twee keer",
    "witness is followed by a name and a public key": (
        "na witness komen een naam en een publieke sleutel"
    ),
    "group is followed by a name, how many must agree, and members": (
        "na group komen een naam, hoeveel leden het eens moeten zijn, en de leden"
    ),
    "a member is named that no line above it tells of": (
        "er wordt een lid genoemd waarover geen regel erboven iets zegt"
    ),
    "a member is named twice": "een lid wordt twee keer genoemd",
    "how many must agree is all, any, or a number of the members": (
        "hoeveel leden het eens moeten zijn is all, any, of een aantal van hen"
    ),
    "quorum is followed by one name, or by none": "na quorum komt één naam, of none",
    "a quorum is named that no line above it tells of": (
        "er wordt een quorum genoemd waarover geen regel erboven iets zegt"
    ),
    "fresh is followed by an age such as 36h, 7d or 90m": (
        "na fresh komt een ouderdom, zoals 36h, 7d of 90m"
    ),
    "this name is taken": "deze naam is al in gebruik",
    "it begins with none of log, witness, group, quorum, fresh": (
        "het begin is geen van log, witness, group, quorum, fresh"
    ),
    "it is longer than any policy": "langer dan eender welk vertrouwensbeleid",
    "no log is named": "er wordt geen logboek genoemd",
    "no quorum is named; without witnesses write: quorum none": (
        "er wordt geen quorum genoemd; schrijf zonder getuigen: quorum none"
    ),
    "this is no public key, or its id is not its own": (
        "dit is geen publieke sleutel, of het kenmerk is niet het hare"
    ),
    "a key of a log stands for a witness, or the other way round": (
        "een sleutel van een logboek staat er voor een getuige, of omgekeerd"
    ),
    "--check goes with --policy and --from alone": (
        "--check gaat alleen samen met --policy en --from"
    ),
    "--from goes with the proof that a log only grew": (
        "--from hoort bij het bewijs dat een logboek alleen groeide"
    ),
    "--of goes with --timestamp-query or --timestamp-reply": (
        "--of hoort bij --timestamp-query of --timestamp-reply"
    ),
    "--policy goes with --add": "--policy hoort bij --add",
    "--policy goes with --check": "--policy hoort bij --check",
    "A copy of one checkpoint that a witness cosigned; may be repeated.": (
        "Een door een getuige medeondertekende kopie van één controlepunt; mag herhaald worden."
    ),
    "A key to stand witness with, not that of a log.": (
        "Een sleutel om te getuigen, niet die van een logboek."
    ),
    "Go on and sign every so often: 90s, 5m, 1h, 1d.": (
        "Doorgaan en telkens na zo lang ondertekenen: 90s, 5m, 1h, 1d."
    ),
    "Keep what a time stamping authority answered.": (
        "Bewaren wat een tijdstempelautoriteit antwoordde."
    ),
    "Look at a proof again; needs no store.": "Een bewijs opnieuw bekijken; vraagt geen opslag.",
    (
        "Make a key, and print its public half for policies.\n\nA log's key has the name of the "
        "log."
    ): (
        "Een sleutel maken en het publieke deel tonen, voor het vertrouwensbeleid.\n\nDe sleutel "
        "van een logboek draagt de naam van het logboek."
    ),
    "Make the keys that sign checkpoints; they are kept apart from the store.": (
        "De sleutels maken die controlepunten ondertekenen; ze worden buiten de opslag bewaard."
    ),
    "Print the public half of a key again.": "Het publieke deel van een sleutel opnieuw tonen.",
    "Prove by this checkpoint; without it by the newest that is kept in the store.": (
        "Bewijzen met dit controlepunt; zonder: met het nieuwste dat in de opslag bewaard is."
    ),
    (
        "Prove that an act is in the log, which was the last, or that the log only "
        "grew.\n\nWhoever has the proof needs no store and none of our programs."
    ): (
        "Bewijzen dat een handeling in het logboek staat, welke de laatste was, of dat het "
        "logboek alleen groeide.\n\nWie het bewijs heeft, heeft geen opslag en geen van onze "
        "programma's nodig."
    ),
    "Prove that the log begins with an older one: its size, or a checkpoint of it.": (
        "Bewijzen dat het logboek met een ouder begint: de grootte ervan, of een controlepunt."
    ),
    "Prove which act was the last of the dossier by then.": (
        "Bewijzen welke handeling toen de laatste van het dossier was."
    ),
    (
        "Sign what the log is now, if it goes on from what was signed last.\n\nWhoever has the "
        "key of the log may: no function is asked for. What was signed last is kept beside the "
        "key."
    ): (
        "Ondertekenen wat het logboek nu is, als het voortgaat op wat het laatst ondertekend "
        "werd.\n\nWie de sleutel van het logboek heeft, mag dat: er wordt geen functie gevraagd. "
        "Wat het laatst ondertekend werd, wordt naast de sleutel bewaard."
    ),
    (
        "Stand witness: cosign a checkpoint if the log goes on from what you cosigned "
        "last.\n\nSign with the key you name with --key. Needs no store. The request is made by "
        "those who keep the log, with: trajet audit prove --from."
    ): (
        "Getuigen: een controlepunt medeondertekenen als het logboek voortgaat op wat u het "
        "laatst medeondertekende.\n\nU tekent met de sleutel die u met --key noemt. Vraagt geen "
        "opslag. Het verzoek wordt gemaakt door wie het logboek bijhoudt, met: trajet audit "
        "prove --from."
    ),
    "The key of the log; without it that of TRAJET_LOG_KEY.": (
        "De sleutel van het logboek; zonder: die van TRAJET_LOG_KEY."
    ),
    "The public key of the log.": "De publieke sleutel van het logboek.",
    "Where the key is kept, private.": "Waar de sleutel bewaard wordt, voor anderen afgeschermd.",
    "Where you keep what you cosigned last; without it beside your key.": (
        "Waar u bewaart wat u het laatst medeondertekende; zonder: naast uw sleutel."
    ),
    "With --add: take lines of its witnesses only.": (
        "Met --add: alleen regels van de getuigen ervan nemen."
    ),
    "With --check: whom to believe.": "Met --check: wie te geloven.",
    "With a time stamp: of this checkpoint, not the last.": (
        "Met een tijdstempel: van dit controlepunt, niet van het laatste."
    ),
    "Write it into this file.": "Het in dit bestand schrijven.",
    "Write what a time stamping authority is asked about the last checkpoint.": (
        "Schrijven wat een tijdstempelautoriteit over het laatste controlepunt gevraagd wordt."
    ),
    "a line of {name} is false": "een regel van {name} is vals",
    "another process cosigns for {folder} at this moment; nothing was signed": (
        "een ander proces medeondertekent op dit ogenblik voor {folder}; er werd niets ondertekend"
    ),
    "another process signs with {file} at this moment; nothing was signed": (
        "een ander proces ondertekent op dit ogenblik met {file}; er werd niets ondertekend"
    ),
    "fewer witnesses agree than the policy asks for": (
        "minder getuigen zijn het eens dan het vertrouwensbeleid vraagt"
    ),
    "give one of {options}, not several": "geef één van {options}, niet meer",
    "have {file} stamped by your authority": (
        "laat {file} door uw autoriteit van een tijdstempel voorzien"
    ),
    "it holds: leaf {index} is in {origin} with {size} leaves": (
        "het klopt: blad {index} staat in {origin}, met {size} logbladen"
    ),
    "it holds: the last act of {stream} was version {version}, in {origin} with {size} leaves": (
        "het klopt: de laatste handeling van {stream} was versie {version}, in {origin} met "
        "{size} logbladen"
    ),
    "it holds: {origin} with {size} leaves begins with the {old} from before": (
        "het klopt: {origin}, met {size} logbladen, begint met de {old} van voorheen"
    ),
    (
        "it holds: {stream} version {version} ({topic}, {state}) is leaf {index} of {origin} "
        "with {size} leaves"
    ): (
        "het klopt: {stream} versie {version} ({topic}, {state}) is blad {index} van {origin}, "
        "met {size} logbladen"
    ),
    "name a dossier with a version, a dossier with --last, or --from alone; see --help": (
        "noem een dossier met een versie, een dossier met --last, of --from alleen; zie --help"
    ),
    "name the checkpoint of {old} leaves with --from": (
        "noem met --from het controlepunt van {old} logbladen"
    ),
    "name the key of the log with --log-key or TRAJET_LOG_KEY": (
        "noem de sleutel van het logboek met --log-key of TRAJET_LOG_KEY"
    ),
    "name your key as a witness with --key": "noem uw sleutel als getuige met --key",
    "no checkpoint is kept in the store; make one with: trajet audit checkpoint": (
        "er is geen controlepunt in de opslag bewaard; maak er een met: trajet audit checkpoint"
    ),
    "nothing was on record for {stream} by that checkpoint": (
        "bij dat controlepunt was er voor {stream} niets geregistreerd"
    ),
    "nothing was signed with {file} yet; sign with: trajet audit checkpoint": (
        "met {file} werd nog niets ondertekend; onderteken met: trajet audit checkpoint"
    ),
    "signed: {n} events, root {root}": "ondertekend: {n} gebeurtenissen, wortel {root}",
    "stamped at {at}; kept in {file}": "tijdstempel van {at}; bewaard in {file}",
    "the authority did not stamp it: status {status}": (
        "de autoriteit gaf geen tijdstempel: status {status}"
    ),
    "the checkpoint has {size} leaves, fewer than {old}": (
        "het controlepunt heeft {size} logbladen, minder dan {old}"
    ),
    "the checkpoint is older than the policy allows, or of a day to come": (
        "het controlepunt is ouder dan het vertrouwensbeleid toelaat, of van een dag die nog komt"
    ),
    "the checkpoint may be relied on": "op het controlepunt kan men voortgaan",
    "the checkpoint says it was signed at {at}, which is not yet": (
        "het controlepunt zegt ondertekend te zijn op {at}, en dat is nog niet"
    ),
    (
        "the first {before} leaves of the log are not those that were signed: history was "
        "rewritten, or this is another log; nothing was signed"
    ): (
        "de eerste {before} bladen van het logboek zijn niet die welke ondertekend werden: de "
        "geschiedenis werd herschreven, of dit is een ander logboek; er werd niets ondertekend"
    ),
    "the key of the log did not sign this checkpoint": (
        "de sleutel van het logboek heeft dit controlepunt niet ondertekend"
    ),
    "the key of {name} did not sign this": "de sleutel van {name} heeft dit niet ondertekend",
    (
        "the log has {size} leaves, and {before} were signed: acts are gone, or an old copy was "
        "put in its place; nothing was signed"
    ): (
        "het logboek heeft {size} bladen, en er werden er {before} ondertekend: er zijn "
        "handelingen weg, of er werd een oude kopie in de plaats gezet; er werd niets ondertekend"
    ),
    "the log of the store is damaged; run: trajet audit verify": (
        "het logboek van de opslag is beschadigd; voer uit: trajet audit verify"
    ),
    "the newest checkpoint in the store cannot be read; give one with --checkpoint": (
        "het nieuwste controlepunt in de opslag kan niet worden gelezen; geef er een met "
        "--checkpoint"
    ),
    "the policy does not name this log": "het vertrouwensbeleid noemt dit logboek niet",
    "the proof does not hold": "het bewijs klopt niet",
    (
        "the proof does not lead from the {before} leaves you cosigned to {size}: history was "
        "rewritten, or the proof is damaged; nothing was signed"
    ): (
        "het bewijs leidt niet van de {before} logbladen die u medeondertekende naar {size}: de "
        "geschiedenis werd herschreven, of het bewijs is beschadigd; er werd niets ondertekend"
    ),
    (
        "the request begins at {old} leaves, and you cosigned {origin} at {size}; have it made "
        "with: trajet audit prove --from {size}"
    ): (
        "het verzoek begint bij {old} logbladen, en u medeondertekende {origin} bij {size}; laat "
        "het maken met: trajet audit prove --from {size}"
    ),
    "the stamp is on something else than this checkpoint": (
        "de tijdstempel staat op iets anders dan dit controlepunt"
    ),
    (
        "the store does not hold what the checkpoint of {size} leaves says; run: trajet audit "
        "verify --checkpoint"
    ): (
        "de opslag bevat niet wat het controlepunt van {size} logbladen zegt; voer uit: trajet "
        "audit verify --checkpoint"
    ),
    "there is no folder {folder}": "er is geen map {folder}",
    "this checkpoint does not say where each dossier stood": (
        "dit controlepunt zegt niet hoe ver elk dossier stond"
    ),
    "this is a checkpoint of {origin}, and you stand witness to {name}": (
        "dit is een controlepunt van {origin}, en u getuigt voor {name}"
    ),
    "this is no reply of a time stamping authority": (
        "dit is geen antwoord van een tijdstempelautoriteit"
    ),
    "this is the key of {name}, and the log of this store is {origin}": (
        "dit is de sleutel van {name}, en het logboek van deze opslag is {origin}"
    ),
    "who signed the checkpoint was not judged; give --policy": (
        "wie het controlepunt ondertekende, werd niet beoordeeld; geef --policy"
    ),
    "witness: {name}, {at}": "getuige: {name}, {at}",
    "{file} cannot be written; nothing was signed": (
        "{file} kan niet worden geschreven; er werd niets ondertekend"
    ),
    (
        "{file} does not hold the last checkpoint signed with this key, and without it nobody "
        "can tell what was signed; put it back from a copy"
    ): (
        "{file} bevat niet het laatste controlepunt dat met deze sleutel ondertekend werd, en "
        "zonder dat kan niemand zeggen wat er ondertekend werd; zet het terug van een kopie"
    ),
    (
        "{file} does not hold what you cosigned last, and without it you cannot stand witness; "
        "put it back from a copy"
    ): (
        "{file} bevat niet wat u het laatst medeondertekende, en zonder dat kunt u niet "
        "getuigen; zet het terug van een kopie"
    ),
    "{file} holds a line of {name} that is false, or of no witness of the policy": (
        "{file} bevat een regel van {name} die vals is, of van geen getuige van het "
        "vertrouwensbeleid"
    ),
    "{file} holds a line of {name} that is no witness's": (
        "{file} bevat een regel van {name} die niet van een getuige is"
    ),
    "{file} holds another line of {name}, which signed already": (
        "{file} bevat een andere regel van {name}, die al ondertekend heeft"
    ),
    "{file} holds no key that signs checkpoints; make one with: trajet audit key new": (
        "{file} bevat geen sleutel die controlepunten ondertekent; maak er een met: trajet audit "
        "key new"
    ),
    "{file} holds the key of a log, not of a witness": (
        "{file} bevat de sleutel van een logboek, niet van een getuige"
    ),
    "{file} holds the key of a witness, not of a log": (
        "{file} bevat de sleutel van een getuige, niet van een logboek"
    ),
    "{file} is a copy of another checkpoint": "{file} is een kopie van een ander controlepunt",
    "{file} is a folder": "{file} is een map",
    "{file} is longer than any such file": "{file} is langer dan eender welk bestand van die soort",
    "{file} is not signed by the key of {name}": (
        "{file} is niet ondertekend met de sleutel van {name}"
    ),
    "{file} is there already, and holds no checkpoint or proof": (
        "{file} bestaat al, en bevat geen controlepunt of bewijs"
    ),
    "{file} is there already; no key is put over it": (
        "{file} bestaat al; er wordt geen sleutel overheen gezet"
    ),
    "{key} is no public key of a log": "{key} is geen publieke sleutel van een logboek",
    (
        "{name} is no name for a key; a name has letters, neither blanks nor +: "
        "trajet.example.be/holsbeek"
    ): (
        "{name} is geen naam voor een sleutel; een naam heeft letters, geen spaties en geen +: "
        "trajet.example.be/holsbeek"
    ),
    (
        "{origin} had {before} leaves when you cosigned it and says it has {size}: it was cut, "
        "or you are shown another; nothing was signed"
    ): (
        "{origin} had {before} bladen toen u het medeondertekende en zegt er {size} te hebben: "
        "het werd ingekort, of u krijgt een ander te zien; er werd niets ondertekend"
    ),
    (
        "{origin} shows two histories of {size} leaves; nothing was signed: keep both notes, "
        "they prove it"
    ): (
        "{origin} toont twee geschiedenissen van {size} logbladen; er werd niets ondertekend: "
        "bewaar beide notities, ze bewijzen het"
    ),
    "{stream} has no version {version}": "{stream} heeft geen versie {version}",
    (
        "{stream} version {version} came after that checkpoint; make a new one with: trajet "
        "audit checkpoint"
    ): (
        "{stream} versie {version} kwam na dat controlepunt; maak een nieuw met: trajet audit "
        "checkpoint"
    ),
    "{value} is no interval; write 90s, 5m, 1h or 1d": (
        "{value} is geen tussentijd; schrijf 90s, 5m, 1h of 1d"
    ),
}
