"""The texts of the region quality in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "Answer a finding; by another than who recorded it.": (
        "Répondre à un constat ; par un autre que son auteur."
    ),
    "Ask for another answer to a finding.": "Demander une autre réponse à un constat.",
    "How serious it is.": "Quelle en est la gravité.",
    "Record that the dossier was drawn in a sample; by who had no part in it.": (
        "Enregistrer que le dossier a été tiré dans un échantillon ; par qui n'y a pas pris part."
    ),
    "Record what a control found, answer it, and accept the answer or ask again.": (
        "Enregistrer le constat d'un contrôle, y répondre, et accepter la réponse ou la redemander."
    ),
    "Record what a control found; by who had no part in the dossier. It gets a number.": (
        "Enregistrer le constat d'un contrôle ; par qui n'a pas pris part au dossier. Il "
        "reçoit un numéro."
    ),
    "Take the answer to a finding as sufficient; by another than who answered.": (
        "Accepter la réponse à un constat ; par un autre que son auteur."
    ),
    "The number of the sample.": "Le numéro de l'échantillon.",
    "The sample the dossier was drawn in, if any.": (
        "L'échantillon dans lequel le dossier a été tiré, le cas échéant."
    ),
    "What it is about.": "Ce sur quoi il porte.",
    "What was found; sealed.": "Ce qui a été constaté ; scellé.",
    "Why the answer is not enough; sealed.": "Pourquoi la réponse ne suffit pas ; scellé.",
    "accepted": "accepté",
    "answer the finding": "répondre au constat",
    "finding": "constat",
    "reopened": "rouvert",
    "the dossier is in sample {sample} already": (
        "le dossier est déjà dans l'échantillon {sample}"
    ),
    "the dossier was not drawn in sample {sample}; drawn in: {drawn}": (
        "le dossier n'a pas été tiré dans l'échantillon {sample} ; tiré dans : {drawn}"
    ),
    "{person} acted in this dossier; another person must control it": (
        "{person} a agi dans ce dossier ; une autre personne doit le contrôler"
    ),
    "{person} answered finding {n} as {account}; another must judge the answer": (
        "{person} a répondu au constat {n} en tant que {account} ; un autre doit juger la réponse"
    ),
    "{person} recorded finding {n} as {account}; another must answer": (
        "{person} a enregistré le constat {n} en tant que {account} ; un autre doit répondre"
    ),
}

NL: dict[str, str] = {
    "Answer a finding; by another than who recorded it.": (
        "Antwoorden op een vaststelling; door een ander dan wie ze deed."
    ),
    "Ask for another answer to a finding.": "Een ander antwoord op een vaststelling vragen.",
    "How serious it is.": "Hoe ernstig het is.",
    "Record that the dossier was drawn in a sample; by who had no part in it.": (
        "Registreren dat het dossier in een steekproef is getrokken; door wie er geen deel aan had."
    ),
    "Record what a control found, answer it, and accept the answer or ask again.": (
        "De vaststelling van een controle registreren, erop antwoorden, en het antwoord "
        "aanvaarden of opnieuw vragen."
    ),
    "Record what a control found; by who had no part in the dossier. It gets a number.": (
        "De vaststelling van een controle registreren; door wie geen deel had aan het "
        "dossier. Ze krijgt een nummer."
    ),
    "Take the answer to a finding as sufficient; by another than who answered.": (
        "Het antwoord op een vaststelling aanvaarden; door een ander dan wie antwoordde."
    ),
    "The number of the sample.": "Het nummer van de steekproef.",
    "The sample the dossier was drawn in, if any.": (
        "De steekproef waarin het dossier is getrokken, als er een is."
    ),
    "What it is about.": "Waarover het gaat.",
    "What was found; sealed.": "Wat werd vastgesteld; verzegeld.",
    "Why the answer is not enough; sealed.": "Waarom het antwoord niet volstaat; verzegeld.",
    "accepted": "aanvaard",
    "answer the finding": "op de vaststelling antwoorden",
    "finding": "vaststelling",
    "reopened": "heropend",
    "the dossier is in sample {sample} already": "het dossier zit al in steekproef {sample}",
    "the dossier was not drawn in sample {sample}; drawn in: {drawn}": (
        "het dossier is niet getrokken in steekproef {sample}; wel in: {drawn}"
    ),
    "{person} acted in this dossier; another person must control it": (
        "{person} trad op in dit dossier; een andere persoon moet het controleren"
    ),
    "{person} answered finding {n} as {account}; another must judge the answer": (
        "{person} antwoordde op vaststelling {n} als {account}; een ander moet het antwoord "
        "beoordelen"
    ),
    "{person} recorded finding {n} as {account}; another must answer": (
        "{person} registreerde vaststelling {n} als {account}; een ander moet antwoorden"
    ),
}
