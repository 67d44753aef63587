"""The texts of the region access in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "nobody was shown what is sealed": "personne n'a vu ce qui est scellé",
    "[confidential]": "[confidentiel]",
    "this dossier is restricted, and {account} is not on its list: as it is told this cannot be "
    "recorded; take it to the removal director": (
        "ce dossier est restreint et {account} ne figure pas sur sa liste : tel que relaté, cela "
        "ne peut être enregistré ; s'adresser au directeur éloignement"
    ),
    "restricted dossier: nothing more is told of it": (
        "dossier restreint : rien de plus n'en est dit"
    ),
    "ACC-01: this dossier is restricted, and {account} is not on its list": (
        "ACC-01 : ce dossier est restreint et {account} ne figure pas sur sa liste"
    ),
    "Close the dossier to all who are not on its list.": (
        "Fermer le dossier à tous ceux qui ne sont pas sur sa liste."
    ),
    "Confidential instructions; sealed, for those on the list and the removal director.": (
        "Instructions confidentielles ; scellées, pour la liste et le directeur éloignement."
    ),
    "confidential instructions": "instructions confidentielles",
    "{n} restricted dossier(s) are not shown to you": (
        "{n} dossier(s) restreint(s) ne vous sont pas montrés"
    ),
    "AUT-02: {account} may not ask who read; it is for {functions}": (
        "AUT-02 : {account} ne peut demander qui a lu ; c'est réservé à {functions}"
    ),
    "List who recorded what and when, in the order of the log.\n\nWhat is in restricted dossiers "
    "is told to those who may read them.": (
        "Lister qui a enregistré quoi et quand, dans l'ordre du registre.\n\nCe qui est dans des "
        "dossiers restreints est dit à ceux qui peuvent les lire."
    ),
    "List who read what is sealed in dossiers, or a restricted dossier: when, by which "
    "command.\n\nFor the auditor and the removal director; for a supervisor, of what is theirs "
    "to read.": (
        "Lister qui a lu ce qui est scellé dans des dossiers, ou un dossier restreint : quand, par "
        "quelle commande.\n\nPour l'auditeur et le directeur éloignement ; pour un superviseur, de "
        "ce qu'il peut lire."
    ),
    "Open a restricted dossier again; its list ends.": (
        "Rouvrir un dossier restreint ; sa liste prend fin."
    ),
    "Propose that only those on a list read the dossier, for another person to decide.": (
        "Proposer que seules les personnes d'une liste lisent le dossier ; une autre "
        "personne décide."
    ),
    "Put an account on the list of a restricted dossier.": (
        "Mettre un compte sur la liste d'un dossier restreint."
    ),
    "Restrict a dossier to those who need to know, keep their list, or open it again.": (
        "Restreindre un dossier à qui a besoin d'en connaître, tenir leur liste, ou le rouvrir."
    ),
    "Take an account off the list of a restricted dossier.": (
        "Retirer un compte de la liste d'un dossier restreint."
    ),
    "Who need not know any more.": "Qui n'a plus besoin d'en connaître.",
    "Who needs to know.": "Qui a besoin d'en connaître.",
    "Why only some may read it.": "Pourquoi seuls certains peuvent le lire.",
    "Why; sealed for the removal director alone.": (
        "Pourquoi ; scellé, pour le directeur éloignement seul."
    ),
    "restricted": "restreint",
    "restricted to: {listed}": "restreint à : {listed}",
    "the restriction is {state}; this needs {after}": (
        "la restriction est {state} ; il faut {after}"
    ),
    "this dossier is restricted, and {account} is not on its list": (
        "ce dossier est restreint et {account} ne figure pas sur sa liste"
    ),
    "{account} is not on the list; on it: {listed}": (
        "{account} n'est pas sur la liste ; y figurent : {listed}"
    ),
}

NL: dict[str, str] = {
    "nobody was shown what is sealed": "niemand kreeg te zien wat verzegeld is",
    "[confidential]": "[vertrouwelijk]",
    "this dossier is restricted, and {account} is not on its list: as it is told this cannot be "
    "recorded; take it to the removal director": (
        "dit dossier is beperkt toegankelijk en {account} staat niet op de lijst: zoals het gemeld "
        "wordt, kan dit niet worden opgenomen; ga ermee naar de directeur verwijdering"
    ),
    "restricted dossier: nothing more is told of it": (
        "beperkt toegankelijk dossier: verder wordt er niets over gezegd"
    ),
    "ACC-01: this dossier is restricted, and {account} is not on its list": (
        "ACC-01: dit dossier is beperkt toegankelijk en {account} staat niet op de lijst"
    ),
    "Close the dossier to all who are not on its list.": (
        "Het dossier sluiten voor al wie niet op de lijst staat."
    ),
    "Confidential instructions; sealed, for those on the list and the removal director.": (
        "Vertrouwelijke instructies; verzegeld, voor de lijst en de directeur verwijdering."
    ),
    "confidential instructions": "vertrouwelijke instructies",
    "{n} restricted dossier(s) are not shown to you": (
        "{n} beperkt toegankelijk(e) dossier(s) worden u niet getoond"
    ),
    "AUT-02: {account} may not ask who read; it is for {functions}": (
        "AUT-02: {account} mag niet vragen wie las; dit is voor {functions}"
    ),
    "List who recorded what and when, in the order of the log.\n\nWhat is in restricted dossiers "
    "is told to those who may read them.": (
        "Weergeven wie wat wanneer registreerde, in de volgorde van het logboek.\n\nWat in beperkt "
        "toegankelijke dossiers staat, wordt gezegd aan wie ze mag lezen."
    ),
    "List who read what is sealed in dossiers, or a restricted dossier: when, by which "
    "command.\n\nFor the auditor and the removal director; for a supervisor, of what is theirs "
    "to read.": (
        "Oplijsten wie las wat in dossiers verzegeld is, of een beperkt toegankelijk dossier: "
        "wanneer, met welk commando.\n\nVoor de auditor en de directeur verwijdering; voor een "
        "leidinggevende, van wat die mag lezen."
    ),
    "Open a restricted dossier again; its list ends.": (
        "Een beperkt toegankelijk dossier weer openen; de lijst vervalt."
    ),
    "Propose that only those on a list read the dossier, for another person to decide.": (
        "Voorstellen dat enkel wie op een lijst staat het dossier leest; een andere persoon "
        "beslist."
    ),
    "Put an account on the list of a restricted dossier.": (
        "Een account op de lijst van een beperkt toegankelijk dossier zetten."
    ),
    "Restrict a dossier to those who need to know, keep their list, or open it again.": (
        "Een dossier beperken tot wie ervan moet weten, hun lijst bijhouden, of het weer openen."
    ),
    "Take an account off the list of a restricted dossier.": (
        "Een account van de lijst van een beperkt toegankelijk dossier halen."
    ),
    "Who need not know any more.": "Wie er niet meer van moet weten.",
    "Who needs to know.": "Wie ervan moet weten.",
    "Why only some may read it.": "Waarom slechts sommigen het mogen lezen.",
    "Why; sealed for the removal director alone.": (
        "Waarom; verzegeld, enkel voor de directeur verwijdering."
    ),
    "restricted": "beperkt toegankelijk",
    "restricted to: {listed}": "beperkt tot: {listed}",
    "the restriction is {state}; this needs {after}": (
        "de beperking is {state}; dit vereist {after}"
    ),
    "this dossier is restricted, and {account} is not on its list": (
        "dit dossier is beperkt toegankelijk en {account} staat niet op de lijst"
    ),
    "{account} is not on the list; on it: {listed}": (
        "{account} staat niet op de lijst; wel: {listed}"
    ),
}
