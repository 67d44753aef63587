"""The texts of verifying under a policy, from a checkpoint and with the vault; English keys."""

FR: dict[str, str] = {
    "--vault looks at everything: leave --since out": (
        "--vault examine tout : ne donnez pas --since"
    ),
    "Take what is under this checkpoint as it was then, if the log still has that root.": (
        "Prendre ce que couvre ce point de contrôle tel quel, si le journal a encore cette racine."
    ),
    "nothing was altered in what was looked at": "rien n'a été altéré dans ce qui a été examiné",
    "everything was looked at: one cannot begin at {n} events": (
        "tout a été examiné : on ne peut pas commencer à {n} événements"
    ),
    "the first {n} events were taken as the checkpoint at {size} has them: neither they nor "
    "the indexes of the store were looked at": (
        "les {n} premiers événements ont été pris tels que les couvre le point de contrôle à "
        "{size} : ni eux ni les index du registre n'ont été examinés"
    ),
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
    "--vault looks at everything: leave --since out": "--vault bekijkt alles: laat --since weg",
    "Take what is under this checkpoint as it was then, if the log still has that root.": (
        "Nemen wat onder dit controlepunt valt zoals het was, als het logboek die wortel nog heeft."
    ),
    "nothing was altered in what was looked at": ("er werd niets gewijzigd in wat bekeken werd"),
    "everything was looked at: one cannot begin at {n} events": (
        "alles werd bekeken: er kan niet bij {n} gebeurtenissen begonnen worden"
    ),
    "the first {n} events were taken as the checkpoint at {size} has them: neither they nor "
    "the indexes of the store were looked at": (
        "de eerste {n} gebeurtenissen werden genomen zoals het controlepunt bij {size} ze heeft: "
        "noch zij noch de indexen van de opslag werden bekeken"
    ),
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
