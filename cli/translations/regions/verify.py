"""The texts of verifying under a policy, from a checkpoint and with the vault; English keys."""

FR: dict[str, str] = {
    "Whose checkpoints count: keys of the log and of witnesses, quorum, age.": (
        "Quels points de contrôle comptent : clés du journal et des témoins, quorum, âge."
    ),
}

NL: dict[str, str] = {
    "Whose checkpoints count: keys of the log and of witnesses, quorum, age.": (
        "Welke controlepunten tellen: sleutels van het logboek en van getuigen, quorum, leeftijd."
    ),
}
