"""The texts of leads and of the separated acts in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "and {n} more, which --json names": "et {n} autres, que --json nomme",
    "in {n} months, {first} to {last}; besides the drafter {persons} decided there a month": (
        "sur {n} mois, de {first} à {last} ; outre le rédacteur, {persons} y décidaient par mois"
    ),
    "of {drafted} drafts of {drafter} and {taken} decisions of {decider}, among {decisions} that "
    "either could have had": (
        "sur {drafted} projets de {drafter} et {taken} décisions de {decider}, parmi {decisions} "
        "qui pouvaient revenir à l'un ou à l'autre"
    ),
    "({n} rounds: see control leads)": "({n} cycles : voir control leads)",
    "--to: the period ends before it begins": "--to : la période finit avant de commencer",
    "AUT-02: {account} may not look at leads; this is for {functions}": (
        "AUT-02 : {account} ne peut pas consulter les indices ; c'est réservé à {functions}"
    ),
    "Only decisions on residents of this centre.": (
        "Seulement les décisions sur des résidents de ce centre."
    ),
    "Show quick decisions and striking pairs: questions to ask, with the numbers behind them.": (
        "Montrer les décisions rapides et les paires frappantes : des questions à poser, avec "
        "leurs chiffres."
    ),
    "The first day.": "Le premier jour.",
    "The last day; included.": "Le dernier jour, compris.",
    "What share of the pairs told may be chance.": (
        "Quelle part des paires montrées peut être due au hasard."
    ),
    "absconding": "fuite",
    "access": "accès",
    "advice-override": "avis-écarté",
    "after {span}": "après {span}",
    "coercion": "contrainte",
    "decision": "décision",
    "departure-term": "délai-de-départ",
    "detention-prolongation": "prolongation-de-détention",
    "detention-title": "titre-de-détention",
    "each decided beyond chance what the one before drafted, and so round": (
        "chacun a décidé, au-delà du hasard, ce que le précédent avait rédigé, et ainsi en rond"
    ),
    "each decided the other's drafts beyond chance": (
        "chacun a décidé les projets de l'autre au-delà du hasard"
    ),
    "escort": "escorte",
    "family-separation": "séparation-de-famille",
    "fewer than 5": "moins de 5",
    "fewer than 5, not told": "moins de 5, non communiqué",
    "leads are questions to ask: none is a breach, none is a mark on anybody": (
        "les indices sont des questions à poser : aucun n'est un manquement, aucun ne note personne"
    ),
    "no pair stands out among {pairs} pairs of drafter and decider compared": (
        "aucune paire ne se détache parmi {pairs} paires de rédacteur et décideur comparées"
    ),
    "non-return": "non-retour",
    "not told": "non communiqué",
    "nothing else was there to decide, are left out; rosters and languages make pairs too": (
        "rien d'autre n'était à décider, sont écartés ; horaires et langues font aussi des paires"
    ),
    "numbers under 5, and others from which one could be worked out, are not told": (
        "les nombres sous 5, et ceux dont on pourrait en déduire un, ne sont pas communiqués"
    ),
    "regularisation": "régularisation",
    "removal": "éloignement",
    "restriction": "restriction",
    "small teams make pairs: months in which nobody else could have decided, or in which": (
        "les petites équipes font des paires : les mois où nul autre ne pouvait décider, ou où"
    ),
    "term-extension": "prolongation-du-délai",
    "term-shortening": "abrègement-du-délai",
    "the others, where the hour is known:": "les autres, quand l'heure est connue :",
    "whole house": "toute la maison",
    "{decider} decided {n} drafts of {drafter}; chance gives {expected} (p {p}, q {q})": (
        "{decider} a décidé {n} projets de {drafter} ; le hasard donne {expected} (p {p}, q {q})"
    ),
    "{level}, no more than that share is chance, on average": (
        "{level}, pas plus que cette part n'est due au hasard, en moyenne"
    ),
    "{n} d": "{n} j",
    "{n} decisions on a draft": "{n} décisions sur un projet",
    "{n} decisions, {median} in the middle; half of them between {lower} and {upper}": (
        "{n} décisions, {median} au milieu ; la moitié entre {lower} et {upper}"
    ),
    "{n} h": "{n} h",
    "{n} min": "{n} min",
    "{n} s": "{n} s",
    "{n} taken within a minute of the last word of the draft": (
        "{n} prises dans la minute du dernier mot du projet"
    ),
    "{pairs} pairs compared, {twos} of them both ways; of what is told with a q of at most": (
        "{pairs} paires comparées, dont {twos} dans les deux sens ; de ce qui est montré, avec un "
        "q d'au plus"
    ),
    "{start} or more": "{start} ou plus",
    "{start} to {end}": "{start} à {end}",
    "{value} is not a share between 0 and 1; write 0.05": (
        "{value} n'est pas une part entre 0 et 1 ; écrire 0.05"
    ),
}

NL: dict[str, str] = {
    "and {n} more, which --json names": "en {n} andere, die --json noemt",
    "in {n} months, {first} to {last}; besides the drafter {persons} decided there a month": (
        "in {n} maanden, {first} tot {last}; naast de opsteller beslisten er {persons} per maand"
    ),
    "of {drafted} drafts of {drafter} and {taken} decisions of {decider}, among {decisions} that "
    "either could have had": (
        "van {drafted} ontwerpen van {drafter} en {taken} beslissingen van {decider}, op "
        "{decisions} die elk van beiden had kunnen hebben"
    ),
    "({n} rounds: see control leads)": "({n} ronden: zie control leads)",
    "--to: the period ends before it begins": "--to: de periode eindigt voor ze begint",
    "AUT-02: {account} may not look at leads; this is for {functions}": (
        "AUT-02: {account} mag geen aanwijzingen bekijken; dit is voor {functions}"
    ),
    "Only decisions on residents of this centre.": (
        "Alleen beslissingen over bewoners van dit centrum."
    ),
    "Show quick decisions and striking pairs: questions to ask, with the numbers behind them.": (
        "Snelle beslissingen en opvallende paren tonen: vragen om te stellen, met hun cijfers."
    ),
    "The first day.": "De eerste dag.",
    "The last day; included.": "De laatste dag, inbegrepen.",
    "What share of the pairs told may be chance.": (
        "Welk deel van de getoonde paren toeval mag zijn."
    ),
    "absconding": "onderduiken",
    "access": "toegang",
    "advice-override": "advies-terzijde",
    "after {span}": "na {span}",
    "coercion": "dwang",
    "decision": "beslissing",
    "departure-term": "vertrektermijn",
    "detention-prolongation": "verlenging-opsluiting",
    "detention-title": "opsluitingstitel",
    "each decided beyond chance what the one before drafted, and so round": (
        "elk besliste meer dan toeval wat de vorige ontwierp, en zo in een kring"
    ),
    "each decided the other's drafts beyond chance": (
        "elk besliste meer dan toeval de ontwerpen van de ander"
    ),
    "escort": "escorte",
    "family-separation": "scheiding-van-gezin",
    "fewer than 5": "minder dan 5",
    "fewer than 5, not told": "minder dan 5, niet meegedeeld",
    "leads are questions to ask: none is a breach, none is a mark on anybody": (
        "aanwijzingen zijn vragen om te stellen: geen is een inbreuk, geen beoordeelt iemand"
    ),
    "no pair stands out among {pairs} pairs of drafter and decider compared": (
        "geen paar valt op tussen {pairs} vergeleken paren van opsteller en beslisser"
    ),
    "non-return": "niet-terugkeer",
    "not told": "niet meegedeeld",
    "nothing else was there to decide, are left out; rosters and languages make pairs too": (
        "niets anders te beslissen was, tellen niet mee; ook roosters en talen maken paren"
    ),
    "numbers under 5, and others from which one could be worked out, are not told": (
        "getallen onder 5, en andere waaruit er een af te leiden is, worden niet meegedeeld"
    ),
    "regularisation": "regularisatie",
    "removal": "verwijdering",
    "restriction": "beperking",
    "small teams make pairs: months in which nobody else could have decided, or in which": (
        "kleine ploegen maken paren: maanden waarin niemand anders kon beslissen, of waarin"
    ),
    "term-extension": "verlenging-termijn",
    "term-shortening": "inkorting-termijn",
    "the others, where the hour is known:": "de andere, waar het uur bekend is:",
    "whole house": "het hele huis",
    "{decider} decided {n} drafts of {drafter}; chance gives {expected} (p {p}, q {q})": (
        "{decider} besliste {n} ontwerpen van {drafter}; toeval geeft {expected} (p {p}, q {q})"
    ),
    "{level}, no more than that share is chance, on average": (
        "{level} is niet meer dan dat deel toeval, gemiddeld"
    ),
    "{n} d": "{n} d",
    "{n} decisions on a draft": "{n} beslissingen op een ontwerp",
    "{n} decisions, {median} in the middle; half of them between {lower} and {upper}": (
        "{n} beslissingen, {median} in het midden; de helft tussen {lower} en {upper}"
    ),
    "{n} h": "{n} u",
    "{n} min": "{n} min",
    "{n} s": "{n} s",
    "{n} taken within a minute of the last word of the draft": (
        "{n} genomen binnen een minuut na het laatste woord van het ontwerp"
    ),
    "{pairs} pairs compared, {twos} of them both ways; of what is told with a q of at most": (
        "{pairs} paren vergeleken, waarvan {twos} in beide richtingen; van wat getoond wordt met "
        "een q van hoogstens"
    ),
    "{start} or more": "{start} of meer",
    "{start} to {end}": "{start} tot {end}",
    "{value} is not a share between 0 and 1; write 0.05": (
        "{value} is geen deel tussen 0 en 1; schrijf 0.05"
    ),
}
