"""The texts of verifying under a policy, from a checkpoint and with the vault; English keys."""

FR: dict[str, str] = {
    "Check also that what is sealed has its key and opens; nothing of it is shown.": (
        "Vérifier aussi que ce qui est scellé a sa clé et s'ouvre ; rien n'en est montré."
    ),
    "the key file does not open the vault: only that keys are there is checked": (
        "le fichier de clé n'ouvre pas le coffre : seule la présence des clés est vérifiée"
    ),
    "Whose checkpoints count: keys of the log and of witnesses, quorum, age.": (
        "Quels points de contrôle comptent : clés du journal et des témoins, quorum, âge."
    ),
}

NL: dict[str, str] = {
    "Check also that what is sealed has its key and opens; nothing of it is shown.": (
        "Ook nagaan dat wat verzegeld is zijn sleutel heeft en opengaat; niets wordt getoond."
    ),
    "the key file does not open the vault: only that keys are there is checked": (
        "het sleutelbestand opent de kluis niet: enkel of er sleutels zijn, wordt nagegaan"
    ),
    "Whose checkpoints count: keys of the log and of witnesses, quorum, age.": (
        "Welke controlepunten tellen: sleutels van het logboek en van getuigen, quorum, leeftijd."
    ),
}
