"""The texts of bundles and of their verifier in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "AUT-02: {account} may not take the whole log out; it is for {functions}": (
        "AUT-02 : {account} ne peut pas sortir tout le journal ; c'est réservé à {functions}"
    ),
    "A time stamp of the checkpoint to go with it.": (
        "Un horodatage du point de contrôle, à joindre."
    ),
    "An earlier checkpoint that you kept, or a proof that the log only grew.": (
        "Un point de contrôle antérieur que vous avez gardé, ou la preuve que le journal n'a "
        "fait que croître."
    ),
    "As of this checkpoint, cosigned or not; of the newest in the store without it.": (
        "Tel qu'à ce point de contrôle, contresigné ou non ; sans elle, au plus récent du dépôt."
    ),
    "Judge freshness as of then: 2026-11-22T15:04:05Z.": (
        "Juger de la fraîcheur à ce moment : 2026-11-22T15:04:05Z."
    ),
    "List the events of the bundle first.": "Lister d'abord les événements du lot.",
    "The whole log, instead of one dossier.": "Tout le journal, au lieu d'un seul dossier.",
    (
        "Verify a bundle, of a dossier or of a whole log; needs no store.\n\nIt says what "
        "trajet-verify says, which a stranger has as a file of its own."
    ): (
        "Vérifier un lot, d'un dossier ou de tout un journal ; sans dépôt.\n\nDit ce que dit "
        "trajet-verify, qu'un tiers possède comme fichier à part."
    ),
    "Where the verifier goes: one file, for any Python from 3.9 on.": (
        "Où placer le vérificateur : un seul fichier, pour tout Python à partir de 3.9."
    ),
    (
        "Write a dossier to be verified by a stranger, with the proofs that nothing is left out."
        "\n\nIt is as of a checkpoint, so later acts are not in it. What is sealed stays sealed."
    ): (
        "Écrire un dossier qu'un tiers peut vérifier, avec les preuves que rien n'est omis.\n\n"
        "Il est tel qu'à un point de contrôle : les actes ultérieurs n'y sont pas. Ce qui est "
        "scellé le reste."
    ),
    (
        "Write out the verifier for a stranger: one file that needs nothing of ours.\n\nWhat it "
        "prints is the SHA-256 of the file, to be compared by another way."
    ): (
        "Écrire le vérificateur destiné à un tiers : un seul fichier, qui n'a besoin de rien "
        "d'autre.\n\nCe qui est affiché est le SHA-256 du fichier, à comparer par une autre voie."
    ),
    "a bundle cannot be larger than 4 GiB": "un lot ne peut pas dépasser 4 Gio",
    "a timestamp comes with it; who gave it is checked with: openssl ts -verify": (
        "un horodatage est joint ; qui l'a donné se vérifie avec : openssl ts -verify"
    ),
    "all that was checked is as it should be": "tout ce qui a été vérifié est en ordre",
    "cosigned by no witness of the policy": "contresigné par aucun témoin de la politique",
    "cosigned by {name} at {at}": "contresigné par {name} à {at}",
    "dossier {dossier}: {n} event(s)": "dossier {dossier} : {n} événement(s)",
    "give the number of a dossier, or --whole": "donnez le numéro d'un dossier, ou --whole",
    "it is not shown that nothing is left out": "il n'est pas démontré que rien n'est omis",
    "log {origin}: {size} events, root {root}": (
        "journal {origin} : {size} événements, racine {root}"
    ),
    "no checkpoint is kept here; make one with: trajet audit checkpoint": (
        "aucun point de contrôle n'est gardé ici ; créez-en un avec : trajet audit checkpoint"
    ),
    "no signatures are asked for": "aucune signature n'est demandée",
    "nothing is left out as of then": "à ce moment, rien n'est omis",
    "signatures are asked for from #{index} on": (
        "des signatures sont demandées à partir de #{index}"
    ),
    "signed at {at}": "signé à {at}",
    "that no account is left out of the register is not shown": (
        "il n'est pas démontré qu'aucun compte ne manque au registre"
    ),
    "the checkpoint has {size} leaves, the log has fewer": (
        "le point de contrôle a {size} feuilles, le journal en a moins"
    ),
    "the whole log: {n} event(s)": "tout le journal : {n} événement(s)",
    "whether signatures were asked for is not shown: the register has no such line": (
        "il n'est pas démontré si des signatures étaient demandées : le registre n'en dit rien"
    ),
    "{dossier} has nothing on record before that checkpoint; make a new one with: trajet audit "
    "checkpoint": (
        "{dossier} n'a rien d'enregistré avant ce point de contrôle ; créez-en un nouveau avec : "
        "trajet audit checkpoint"
    ),
    "{n} checkpoint(s) given cannot be compared with this bundle": (
        "{n} point(s) de contrôle donné(s) ne peuvent être comparés avec ce lot"
    ),
    "{n} checkpoint(s) given are later; acts after that of this bundle are not in it": (
        "{n} point(s) de contrôle donné(s) sont plus récents ; les actes postérieurs à celui de ce "
        "lot n'y sont pas"
    ),
    (
        "{n} power(s) or key(s) were given by one person, who might only if there was no other "
        "registrar: that is not shown"
    ): (
        "{n} pouvoir(s) ou clé(s) ont été donnés par une seule personne, qui ne le pouvait que "
        "sans autre gestionnaire des comptes : ce n'est pas démontré"
    ),
    (
        "{n} event(s) are of kinds this verifier does not know; who might record them was not "
        "judged"
    ): (
        "{n} événement(s) sont d'un genre que ce vérificateur ne connaît pas ; qui pouvait les "
        "enregistrer n'a pas été jugé"
    ),
    "{n} event(s) as of {at} written to {file}": (
        "{n} événement(s), tels qu'à {at}, écrits dans {file}"
    ),
    "{n} later act(s) of the dossier are after the checkpoint": (
        "{n} acte(s) ultérieur(s) du dossier viennent après le point de contrôle"
    ),
    "{n} receipt(s) are of acts outside this bundle": (
        "{n} reçu(s) concernent des actes hors de ce lot"
    ),
}

NL: dict[str, str] = {
    "AUT-02: {account} may not take the whole log out; it is for {functions}": (
        "AUT-02: {account} mag niet het hele logboek meenemen; dat is voor {functions}"
    ),
    "A time stamp of the checkpoint to go with it.": (
        "Een tijdstempel van het controlepunt, om mee te geven."
    ),
    "An earlier checkpoint that you kept, or a proof that the log only grew.": (
        "Een eerder controlepunt dat u bewaarde, of het bewijs dat het logboek alleen groeide."
    ),
    "As of this checkpoint, cosigned or not; of the newest in the store without it.": (
        "Zoals op dit controlepunt, medeondertekend of niet; zonder: het nieuwste van de opslag."
    ),
    "Judge freshness as of then: 2026-11-22T15:04:05Z.": (
        "De ouderdom beoordelen zoals op dat moment: 2026-11-22T15:04:05Z."
    ),
    "List the events of the bundle first.": "Eerst de gebeurtenissen van de bundel tonen.",
    "The whole log, instead of one dossier.": "Het hele logboek, in plaats van één dossier.",
    (
        "Verify a bundle, of a dossier or of a whole log; needs no store.\n\nIt says what "
        "trajet-verify says, which a stranger has as a file of its own."
    ): (
        "Een bundel nagaan, van een dossier of van een heel logboek; zonder opslag.\n\nZegt wat "
        "trajet-verify zegt, dat een buitenstaander als een los bestand heeft."
    ),
    "Where the verifier goes: one file, for any Python from 3.9 on.": (
        "Waar de verificateur komt: één bestand, voor elke Python vanaf 3.9."
    ),
    (
        "Write a dossier to be verified by a stranger, with the proofs that nothing is left out."
        "\n\nIt is as of a checkpoint, so later acts are not in it. What is sealed stays sealed."
    ): (
        "Een dossier schrijven dat een buitenstaander kan nagaan, met het bewijs dat niets is "
        "weggelaten.\n\nHet is zoals op een controlepunt: latere handelingen staan er niet in. "
        "Wat verzegeld is, blijft verzegeld."
    ),
    (
        "Write out the verifier for a stranger: one file that needs nothing of ours.\n\nWhat it "
        "prints is the SHA-256 of the file, to be compared by another way."
    ): (
        "De verificateur voor een buitenstaander schrijven: één bestand dat niets anders nodig "
        "heeft.\n\nWat verschijnt is de SHA-256 van het bestand, om langs een andere weg te "
        "vergelijken."
    ),
    "a bundle cannot be larger than 4 GiB": "een bundel kan niet groter zijn dan 4 GiB",
    "a timestamp comes with it; who gave it is checked with: openssl ts -verify": (
        "er is een tijdstempel bij; wie die gaf, gaat u na met: openssl ts -verify"
    ),
    "all that was checked is as it should be": "alles wat is nagegaan, is in orde",
    "cosigned by no witness of the policy": "door geen getuige van het beleid medeondertekend",
    "cosigned by {name} at {at}": "medeondertekend door {name} op {at}",
    "dossier {dossier}: {n} event(s)": "dossier {dossier}: {n} gebeurtenis(sen)",
    "give the number of a dossier, or --whole": "geef het nummer van een dossier, of --whole",
    "it is not shown that nothing is left out": "het is niet aangetoond dat niets is weggelaten",
    "log {origin}: {size} events, root {root}": (
        "logboek {origin}: {size} gebeurtenissen, wortel {root}"
    ),
    "no checkpoint is kept here; make one with: trajet audit checkpoint": (
        "hier is geen controlepunt bewaard; maak er een met: trajet audit checkpoint"
    ),
    "no signatures are asked for": "er zijn geen handtekeningen gevraagd",
    "nothing is left out as of then": "op dat moment is niets weggelaten",
    "signatures are asked for from #{index} on": "handtekeningen zijn gevraagd vanaf #{index}",
    "signed at {at}": "ondertekend op {at}",
    "that no account is left out of the register is not shown": (
        "het is niet aangetoond dat geen account in het register ontbreekt"
    ),
    "the checkpoint has {size} leaves, the log has fewer": (
        "het controlepunt heeft {size} bladeren, het logboek heeft er minder"
    ),
    "the whole log: {n} event(s)": "het hele logboek: {n} gebeurtenis(sen)",
    "whether signatures were asked for is not shown: the register has no such line": (
        "het is niet aangetoond of handtekeningen gevraagd waren: het register zegt er niets van"
    ),
    "{dossier} has nothing on record before that checkpoint; make a new one with: trajet audit "
    "checkpoint": (
        "van {dossier} is voor dat controlepunt niets vastgelegd; maak een nieuw met: trajet "
        "audit checkpoint"
    ),
    "{n} checkpoint(s) given cannot be compared with this bundle": (
        "{n} gegeven controlepunt(en) kunnen niet met deze bundel worden vergeleken"
    ),
    "{n} checkpoint(s) given are later; acts after that of this bundle are not in it": (
        "{n} gegeven controlepunt(en) zijn recenter; handelingen na dat van deze bundel staan er "
        "niet in"
    ),
    (
        "{n} power(s) or key(s) were given by one person, who might only if there was no other "
        "registrar: that is not shown"
    ): (
        "{n} bevoegdheid/-heden of sleutel(s) zijn door één persoon gegeven, die dat alleen mocht "
        "als er geen andere accountbeheerder was: dat is niet aangetoond"
    ),
    (
        "{n} event(s) are of kinds this verifier does not know; who might record them was not "
        "judged"
    ): (
        "{n} gebeurtenis(sen) zijn van een soort die deze verificateur niet kent; wie ze mocht "
        "vastleggen, is niet beoordeeld"
    ),
    "{n} event(s) as of {at} written to {file}": (
        "{n} gebeurtenis(sen), zoals op {at}, geschreven naar {file}"
    ),
    "{n} later act(s) of the dossier are after the checkpoint": (
        "{n} latere handeling(en) van het dossier komen na het controlepunt"
    ),
    "{n} receipt(s) are of acts outside this bundle": (
        "{n} ontvangstbewijs/-bewijzen zijn van handelingen buiten deze bundel"
    ),
}
