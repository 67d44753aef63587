"""The texts of the region access in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "ACC-01: this dossier is restricted, and {account} is not on its list": (
        "ACC-01 : ce dossier est restreint et {account} ne figure pas sur sa liste"
    ),
    "Close the dossier to all who are not on its list.": (
        "Fermer le dossier à tous ceux qui ne sont pas sur sa liste."
    ),
    "Confidential instructions; sealed for the removal director alone.": (
        "Instructions confidentielles ; scellées, pour le directeur éloignement seul."
    ),
    "List who read restricted dossiers: when, by which command.": (
        "Lister qui a lu des dossiers restreints : quand, par quelle commande."
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
    "ACC-01: this dossier is restricted, and {account} is not on its list": (
        "ACC-01: dit dossier is beperkt toegankelijk en {account} staat niet op de lijst"
    ),
    "Close the dossier to all who are not on its list.": (
        "Het dossier sluiten voor al wie niet op de lijst staat."
    ),
    "Confidential instructions; sealed for the removal director alone.": (
        "Vertrouwelijke instructies; verzegeld, enkel voor de directeur verwijdering."
    ),
    "List who read restricted dossiers: when, by which command.": (
        "Oplijsten wie beperkt toegankelijke dossiers las: wanneer, met welk commando."
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
