"""The texts of the region exception in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "{code} is not on the list {list} on {day}; there are: {known}": (
        "{code} ne figure pas sur la liste {list} le {day} ; il y a : {known}"
    ),
    "{field}: other needs a remark": ("{field} : un autre motif demande une remarque"),
    "this is no step of procedure {version}, under which the dossier is": (
        "ce n'est pas une étape de la procédure {version}, sous laquelle est le dossier"
    ),
}

NL: dict[str, str] = {
    "{code} is not on the list {list} on {day}; there are: {known}": (
        "{code} staat op {day} niet op de lijst {list}; er zijn: {known}"
    ),
    "{field}: other needs a remark": ("{field}: een andere reden vraagt een opmerking"),
    "this is no step of procedure {version}, under which the dossier is": (
        "dit is geen stap van procedure {version}, waaronder het dossier valt"
    ),
}
