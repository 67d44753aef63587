"""The texts of the region costs in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "Keep what a return costs.": "Tenir ce que coûte un retour.",
    "Record what something cost, or will cost, for the return.": (
        "Enregistrer ce qu'une chose a coûté, ou coûtera, pour le retour."
    ),
    "List what the return of a dossier cost, and the sum.": (
        "Lister ce qu'a coûté le retour d'un dossier, et la somme."
    ),
    "What it was for.": "À quoi cela a servi.",
    "How much, in euro.": "Combien, en euros.",
    "{value} is not an amount; write 1234.50": "{value} n'est pas un montant ; écrivez 1234.50",
    "an amount of up to a million euros, as in 1234.50": (
        "un montant jusqu'à un million d'euros, comme 1234.50"
    ),
    "{kind} {reference} is already on record": "{kind} {reference} est déjà enregistré",
    "kind": "nature",
    "amount": "montant",
    "reference": "référence",
    "sum": "somme",
}

NL: dict[str, str] = {
    "Keep what a return costs.": "Bijhouden wat een terugkeer kost.",
    "Record what something cost, or will cost, for the return.": (
        "Registreren wat iets gekost heeft, of zal kosten, voor de terugkeer."
    ),
    "List what the return of a dossier cost, and the sum.": (
        "Tonen wat de terugkeer van een dossier kostte, en de som."
    ),
    "What it was for.": "Waarvoor het diende.",
    "How much, in euro.": "Hoeveel, in euro.",
    "{value} is not an amount; write 1234.50": "{value} is geen bedrag; schrijf 1234.50",
    "an amount of up to a million euros, as in 1234.50": (
        "een bedrag tot een miljoen euro, zoals 1234.50"
    ),
    "{kind} {reference} is already on record": "{kind} {reference} is al geregistreerd",
    "kind": "soort",
    "amount": "bedrag",
    "reference": "kenmerk",
    "sum": "som",
}
