"""The texts of checkpoints and witnesses in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    # reading notes, proofs and policies
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
    "this is no number of streams with a root": (
        "ce n'est pas un nombre de flux suivi d'une racine"
    ),
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
    "the id in {key} is not that of the key": (
        "l'identifiant dans {key} n'est pas celui de la clé"
    ),
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
}

NL: dict[str, str] = {
    # notities, bewijzen en beleid lezen
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
}
