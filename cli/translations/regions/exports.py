"""The texts of exports for analysis in French and Dutch; keys are the English ones."""

_HELP = (
    "Write what happened in dossiers out for analysis, under pseudonyms.\n\n"
    "What is sealed stays sealed: it is in no export. Formats: xes, ocel-json and ocel-sqlite for "
    "process mining, csv, jsonl (CloudEvents); pnml is the procedure itself, as a net."
)

FR: dict[str, str] = {
    _HELP: (
        "Écrire ce qui s'est passé dans les dossiers pour analyse, sous pseudonymes.\n\n"
        "Ce qui est scellé le reste : aucune exportation ne le contient. Formats : xes, ocel-json "
        "et ocel-sqlite pour la fouille de processus, csv, jsonl (CloudEvents) ; pnml est la "
        "procédure elle-même, en réseau."
    ),
    "How it is written.": "Comment c'est écrit.",
    "The file to write, private to you.": "Le fichier à écrire, lisible par vous seul.",
    "Put it over a file that is there.": "Le mettre à la place d'un fichier existant.",
    "Real numbers and names instead of pseudonyms.": (
        "De vrais numéros et noms au lieu de pseudonymes."
    ),
    "The key of the pseudonyms, made if it is not there: exports with one key can be joined.": (
        "La clé des pseudonymes, créée si elle n'existe pas : des exportations d'une même clé "
        "peuvent être reliées."
    ),
    "The version of the procedure a net is made of; the newest without it.": (
        "La version de la procédure dont on fait un réseau ; sans elle, la plus récente."
    ),
    "--procedure goes with --format pnml": "--procedure va avec --format pnml",
    "--{option} goes with the log, not with a net": (
        "--{option} va avec le journal, pas avec un réseau"
    ),
    "--until: the period ends before it begins": ("--until : la période finit avant de commencer"),
    "--pseudonym-key: there is no folder {folder}": (
        "--pseudonym-key : il n'y a pas de dossier {folder} sur le disque"
    ),
    "--output: there is no folder {folder}": (
        "--output : il n'y a pas de dossier {folder} sur le disque"
    ),
    "--output: {file} is a folder": "--output : {file} est un dossier du disque",
    "--output: {file} is no file that could be written over": (
        "--output : {file} n'est pas un fichier que l'on puisse remplacer"
    ),
    "--output: {file} is of the store, or a key": (
        "--output : {file} appartient au registre, ou est une clé"
    ),
    "--output: {file} is there already; --force puts it over it": (
        "--output : {file} existe déjà ; --force l'écrit par-dessus"
    ),
    "give --plain or --pseudonym-key, not both": (
        "donnez --plain ou --pseudonym-key, pas les deux"
    ),
    "AUT-02: {account} may not take the log out; it is for {functions}": (
        "AUT-02 : {account} ne peut pas exporter le journal ; c'est réservé à {functions}"
    ),
    "AUT-02: {account} may not take real names out; they are for {functions}": (
        "AUT-02 : {account} ne peut pas exporter de vrais noms ; c'est réservé à {functions}"
    ),
    "{file} is a new key: who has it can tell who is who in the export": (
        "{file} est une nouvelle clé : qui la possède peut dire qui est qui dans l'exportation"
    ),
    "{file} cannot be read or made": "{file} ne peut être ni lu ni créé",
    "{file} is no key of pseudonyms as this program makes them": (
        "{file} n'est pas une clé de pseudonymes telle que ce programme les crée"
    ),
    "there is no procedure {version}; there are: {known}": (
        "il n'y a pas de procédure {version} ; il y a : {known}"
    ),
    "procedure {version} written to {file}": "procédure {version} écrite dans {file}",
    "{events} events of {dossiers} dossiers written to {file}": (
        "{events} événements de {dossiers} dossiers écrits dans {file}"
    ),
    "the log {origin} at size {size}, newest checkpoint {checkpoint}": (
        "le journal {origin} à la taille {size}, dernier point de contrôle {checkpoint}"
    ),
    "{n} act(s) whose moment tells a birth are left out": (
        "{n} acte(s) dont le moment révèle une naissance sont laissés de côté"
    ),
    "{file} holds the numbers of residents and the names of staff: you alone can read it; "
    "destroy it once it has served": (
        "{file} contient les numéros des résidents et les noms du personnel : vous seul pouvez le "
        "lire ; détruisez-le quand il a servi"
    ),
    "{file} holds personal data under pseudonyms: who knows a dossier well may still know it "
    "again; destroy it once it has served": (
        "{file} contient des données personnelles sous pseudonymes : qui connaît bien un dossier "
        "peut encore le reconnaître ; détruisez-le quand il a servi"
    ),
    "the record {stream} version {version} is no act of a dossier; run: trajet audit verify": (
        "l'enregistrement {stream} version {version} n'est pas un acte d'un dossier ; lancez : "
        "trajet audit verify"
    ),
    "the record {stream} version {version} stands outside of the log; run: trajet audit verify": (
        "l'enregistrement {stream} version {version} est en dehors du journal ; lancez : trajet "
        "audit verify"
    ),
}

NL: dict[str, str] = {
    _HELP: (
        "Schrijf wat in dossiers gebeurd is uit voor analyse, onder pseudoniemen.\n\n"
        "Wat verzegeld is blijft verzegeld: het staat in geen export. Formaten: xes, ocel-json en "
        "ocel-sqlite voor process mining, csv, jsonl (CloudEvents); pnml is de procedure zelf, "
        "als net."
    ),
    "How it is written.": "Hoe het geschreven wordt.",
    "The file to write, private to you.": "Het te schrijven bestand, alleen door u te lezen.",
    "Put it over a file that is there.": "Zet het over een bestand dat er al is.",
    "Real numbers and names instead of pseudonyms.": (
        "Echte nummers en namen in plaats van pseudoniemen."
    ),
    "The key of the pseudonyms, made if it is not there: exports with one key can be joined.": (
        "De sleutel van de pseudoniemen, gemaakt als hij er niet is: exports met één sleutel "
        "kunnen gekoppeld worden."
    ),
    "The version of the procedure a net is made of; the newest without it.": (
        "De versie van de procedure waarvan een net gemaakt wordt; zonder, de nieuwste."
    ),
    "--procedure goes with --format pnml": "--procedure hoort bij --format pnml",
    "--{option} goes with the log, not with a net": (
        "--{option} hoort bij het log, niet bij een net"
    ),
    "--until: the period ends before it begins": "--until: de periode eindigt voor ze begint",
    "--pseudonym-key: there is no folder {folder}": "--pseudonym-key: er is geen map {folder}",
    "--output: there is no folder {folder}": "--output: er is geen map {folder}",
    "--output: {file} is a folder": "--output: {file} is een map",
    "--output: {file} is no file that could be written over": (
        "--output: {file} is geen bestand dat overschreven kan worden"
    ),
    "--output: {file} is of the store, or a key": (
        "--output: {file} hoort bij het register, of is een sleutel"
    ),
    "--output: {file} is there already; --force puts it over it": (
        "--output: {file} is er al; --force schrijft eroverheen"
    ),
    "give --plain or --pseudonym-key, not both": "geef --plain of --pseudonym-key, niet beide",
    "AUT-02: {account} may not take the log out; it is for {functions}": (
        "AUT-02: {account} mag het log niet uitvoeren; dat is voor {functions}"
    ),
    "AUT-02: {account} may not take real names out; they are for {functions}": (
        "AUT-02: {account} mag geen echte namen uitvoeren; dat is voor {functions}"
    ),
    "{file} is a new key: who has it can tell who is who in the export": (
        "{file} is een nieuwe sleutel: wie hem heeft kan zeggen wie wie is in de export"
    ),
    "{file} cannot be read or made": "{file} kan niet gelezen of gemaakt worden",
    "{file} is no key of pseudonyms as this program makes them": (
        "{file} is geen sleutel van pseudoniemen zoals dit programma ze maakt"
    ),
    "there is no procedure {version}; there are: {known}": (
        "er is geen procedure {version}; er zijn: {known}"
    ),
    "procedure {version} written to {file}": "procedure {version} geschreven in {file}",
    "{events} events of {dossiers} dossiers written to {file}": (
        "{events} gebeurtenissen van {dossiers} dossiers geschreven in {file}"
    ),
    "the log {origin} at size {size}, newest checkpoint {checkpoint}": (
        "het log {origin} op grootte {size}, nieuwste checkpoint {checkpoint}"
    ),
    "{n} act(s) whose moment tells a birth are left out": (
        "{n} handeling(en) waarvan het tijdstip een geboorte verraadt, zijn weggelaten"
    ),
    "{file} holds the numbers of residents and the names of staff: you alone can read it; "
    "destroy it once it has served": (
        "{file} bevat de nummers van bewoners en de namen van personeel: u alleen kunt het lezen; "
        "vernietig het zodra het gediend heeft"
    ),
    "{file} holds personal data under pseudonyms: who knows a dossier well may still know it "
    "again; destroy it once it has served": (
        "{file} bevat persoonsgegevens onder pseudoniemen: wie een dossier goed kent, kan het nog "
        "herkennen; vernietig het zodra het gediend heeft"
    ),
    "the record {stream} version {version} is no act of a dossier; run: trajet audit verify": (
        "de registratie {stream} versie {version} is geen handeling in een dossier; voer uit: "
        "trajet audit verify"
    ),
    "the record {stream} version {version} stands outside of the log; run: trajet audit verify": (
        "de registratie {stream} versie {version} staat buiten het log; voer uit: trajet audit "
        "verify"
    ),
}
