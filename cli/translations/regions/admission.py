"""The texts of the region admission in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "The resident is of age.": "Le résident est majeur.",
    "say one of --adult, --minor and --age-disputed": (
        "dites une seule chose : --adult, --minor ou --age-disputed"
    ),
    "said to be of age, and by the birth that is said a minor": (
        "dit majeur, et mineur d'après la naissance qui est dite"
    ),
    (
        "by the birth recorded {dossier} is a minor, or may be, and is not on record as one; "
        "record the doubt with: family age dispute {dossier}"
    ): (
        "d'après la naissance enregistrée, {dossier} est mineur, ou peut l'être, et n'est pas "
        "enregistré comme tel ; enregistrez le doute par : family age dispute {dossier}"
    ),
    "On which occasion; another one needs a remark.": (
        "À quelle occasion ; une autre demande une remarque."
    ),
    "Record a safety search, by an agent of the resident's sex.": (
        "Enregistrer une fouille de sécurité, par un agent du sexe du résident."
    ),
    "Record another name under which the resident is or was known.": (
        "Enregistrer un autre nom sous lequel le résident est ou était connu."
    ),
    "Record that the resident's property was taken in custody by a list, or given back.": (
        "Enregistrer que les biens du résident ont été mis en dépôt selon un inventaire, ou rendus."
    ),
    "Record who a source says the resident is, beside what was recorded before.": (
        "Enregistrer qui est le résident selon une source, à côté de ce qui l'a déjà été."
    ),
    "Record who the resident is, and other names.": (
        "Enregistrer qui est le résident, et d'autres noms."
    ),
    "The dossier in which that name is used.": "Le dossier dans lequel ce nom est utilisé.",
    "The number of the document; sealed.": "Le numéro du document ; scellé.",
    "The number of the inventory.": "Le numéro de l'inventaire.",
    "The other name; sealed.": "L'autre nom ; scellé.",
    "Whether the resident is a minor without a parent here.": (
        "Si le résident est un mineur sans parent ici."
    ),
    "The resident is a minor.": "Le résident est mineur.",
    "The sex of the agent who searched.": "Le sexe de l'agent qui a fouillé.",
    "What is on it was given back.": "Ce qui y figure a été rendu.",
    "What is on it was taken in custody.": "Ce qui y figure a été mis en dépôt.",
    "Whether the resident is a minor is in dispute.": "La minorité du résident est contestée.",
    "Which agent the resident asked for, where the sex on record does not say it.": (
        "Quel agent le résident a demandé, quand le sexe enregistré ne le dit pas."
    ),
    "Who or what says so.": "Qui ou quoi le dit.",
    "nothing is kept under {reference}; kept are: {kept}": (
        "rien n'est en dépôt sous {reference} ; sont en dépôt : {kept}"
    ),
    "say at least a name, a birth, a nationality or the number of a document": (
        "dites au moins un nom, une naissance, une nationalité ou le numéro d'un document"
    ),
    "the agent is recorded as {what}, the resident as {kind}": (
        "l'agent est enregistré comme {what}, le résident comme {kind}"
    ),
    "the resident asked for an agent recorded as {kind}, not {what}": (
        "le résident a demandé un agent enregistré comme {kind}, pas {what}"
    ),
    "the sex on record does not say who may search; say which agent the resident asked for": (
        "le sexe enregistré ne dit pas qui peut fouiller ; dites quel agent le résident a demandé"
    ),
    "the sex of the agent who searched is not said": (
        "le sexe de l'agent qui a fouillé n'est pas dit"
    ),
    (
        "by the birth recorded {dossier} is a minor, or may be: the age is in dispute from "
        "now on, until it is settled with: family age establish {dossier}"
    ): (
        "d'après la naissance enregistrée, {dossier} est mineur, ou peut l'être : l'âge "
        "est contesté à partir de maintenant, jusqu'à ce qu'il soit tranché par : family "
        "age establish {dossier}"
    ),
    "tell the dossiers of the family with: family age dispute {dossier}": (
        "dites-le aux dossiers de la famille par : family age dispute {dossier}"
    ),
}

NL: dict[str, str] = {
    "The resident is of age.": "De bewoner is meerderjarig.",
    "say one of --adult, --minor and --age-disputed": (
        "zeg één ervan: --adult, --minor of --age-disputed"
    ),
    "said to be of age, and by the birth that is said a minor": (
        "meerderjarig genoemd, en minderjarig volgens de geboorte die genoemd is"
    ),
    (
        "by the birth recorded {dossier} is a minor, or may be, and is not on record as one; "
        "record the doubt with: family age dispute {dossier}"
    ): (
        "volgens de geregistreerde geboorte is {dossier} minderjarig, of misschien, en niet als "
        "zodanig geregistreerd; registreer de twijfel met: family age dispute {dossier}"
    ),
    "On which occasion; another one needs a remark.": (
        "Bij welke gelegenheid; een andere vraagt een opmerking."
    ),
    "Record a safety search, by an agent of the resident's sex.": (
        "Een veiligheidsfouillering vastleggen, door een agent van het geslacht van de bewoner."
    ),
    "Record another name under which the resident is or was known.": (
        "Een andere naam vastleggen waaronder de bewoner bekend is of was."
    ),
    "Record that the resident's property was taken in custody by a list, or given back.": (
        "Vastleggen dat goederen van de bewoner volgens een lijst bewaard of teruggegeven zijn."
    ),
    "Record who a source says the resident is, beside what was recorded before.": (
        "Vastleggen wie de bewoner volgens een bron is, naast wat al vastgelegd was."
    ),
    "Record who the resident is, and other names.": (
        "Vastleggen wie de bewoner is, en andere namen."
    ),
    "The dossier in which that name is used.": "Het dossier waarin die naam gebruikt wordt.",
    "The number of the document; sealed.": "Het nummer van het document; verzegeld.",
    "The number of the inventory.": "Het nummer van de inventaris.",
    "The other name; sealed.": "De andere naam; verzegeld.",
    "Whether the resident is a minor without a parent here.": (
        "Of de bewoner een minderjarige zonder ouder hier is."
    ),
    "The resident is a minor.": "De bewoner is minderjarig.",
    "The sex of the agent who searched.": "Het geslacht van de agent die fouilleerde.",
    "What is on it was given back.": "Wat erop staat is teruggegeven.",
    "What is on it was taken in custody.": "Wat erop staat is in bewaring genomen.",
    "Whether the resident is a minor is in dispute.": (
        "De minderjarigheid van de bewoner wordt betwist."
    ),
    "Which agent the resident asked for, where the sex on record does not say it.": (
        "Welke agent de bewoner vroeg, als het vastgelegde geslacht het niet zegt."
    ),
    "Who or what says so.": "Wie of wat dat zegt.",
    "nothing is kept under {reference}; kept are: {kept}": (
        "onder {reference} wordt niets bewaard; bewaard worden: {kept}"
    ),
    "say at least a name, a birth, a nationality or the number of a document": (
        "zeg minstens een naam, een geboorte, een nationaliteit of het nummer van een document"
    ),
    "the agent is recorded as {what}, the resident as {kind}": (
        "de agent is vastgelegd als {what}, de bewoner als {kind}"
    ),
    "the resident asked for an agent recorded as {kind}, not {what}": (
        "de bewoner vroeg een agent vastgelegd als {kind}, niet {what}"
    ),
    "the sex on record does not say who may search; say which agent the resident asked for": (
        "het vastgelegde geslacht zegt niet wie mag fouilleren; zeg welke agent de bewoner vroeg"
    ),
    "the sex of the agent who searched is not said": (
        "het geslacht van de agent die fouilleerde is niet gezegd"
    ),
    (
        "by the birth recorded {dossier} is a minor, or may be: the age is in dispute from "
        "now on, until it is settled with: family age establish {dossier}"
    ): (
        "volgens de geregistreerde geboorte is {dossier} minderjarig, of misschien: de "
        "leeftijd is vanaf nu betwist, tot hij vastgesteld is met: family age establish "
        "{dossier}"
    ),
    "tell the dossiers of the family with: family age dispute {dossier}": (
        "meld het in de dossiers van het gezin met: family age dispute {dossier}"
    ),
}
