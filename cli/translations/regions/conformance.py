"""The texts of the control of conformance in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "of unchanged dossiers as found before; all from the events: --afresh": (
        "des dossiers inchangés, tel que trouvé avant ; tout à partir des événements : --afresh"
    ),
    "--replay goes with --as-known alone": "--replay ne va qu'avec --as-known",
    "--replay shows one dossier; name it": "--replay montre un seul dossier ; indiquez lequel",
    "Judge deadlines as they stood then; without it, now.": (
        "Juger les échéances telles qu'elles étaient alors ; sans elle, maintenant."
    ),
    "Show one dossier act by act: what was allowed, what done.": (
        "Montrer un dossier acte par acte : ce qui était permis, ce qui a été fait."
    ),
    "Tell duties that were not done in time, too.": (
        "Signaler aussi les devoirs qui n'ont pas été accomplis à temps."
    ),
    "done on {at}, too late": "fait le {at}, trop tard",
    "from {since} to {until}; done by: {acts}": "du {since} au {until} ; accompli par : {acts}",
    "no longer asked after: {acts}": "n'est plus demandé après : {acts}",
    "not done; no longer asked since {at}": "pas fait ; n'est plus demandé depuis le {at}",
    "rests on: {acts}": "repose sur : {acts}",
    "shown by: {command}": "montré par : {command}",
    "steps allowed": "étapes permises",
    "stood in the way": "faisait obstacle",
}

NL: dict[str, str] = {
    "of unchanged dossiers as found before; all from the events: --afresh": (
        "van ongewijzigde dossiers zoals eerder bevonden; alles uit de gebeurtenissen: --afresh"
    ),
    "--replay goes with --as-known alone": "--replay gaat alleen samen met --as-known",
    "--replay shows one dossier; name it": "--replay toont één dossier; noem het",
    "Judge deadlines as they stood then; without it, now.": (
        "Termijnen beoordelen zoals ze toen stonden; zonder deze optie, nu."
    ),
    "Show one dossier act by act: what was allowed, what done.": (
        "Eén dossier handeling per handeling tonen: wat toegelaten was, wat gedaan is."
    ),
    "Tell duties that were not done in time, too.": (
        "Ook plichten melden die niet op tijd zijn vervuld."
    ),
    "done on {at}, too late": "gedaan op {at}, te laat",
    "from {since} to {until}; done by: {acts}": "van {since} tot {until}; vervuld door: {acts}",
    "no longer asked after: {acts}": "niet meer gevraagd na: {acts}",
    "not done; no longer asked since {at}": "niet gedaan; niet meer gevraagd sinds {at}",
    "rests on: {acts}": "steunt op: {acts}",
    "shown by: {command}": "getoond door: {command}",
    "steps allowed": "toegelaten stappen",
    "stood in the way": "stond in de weg",
}
