"""The texts of samples in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "--from: {file} has no line with a result": "--from : {file} n'a aucune ligne avec un résultat",
    "--{name} is empty": "--{name} est vide",
    ("Announce a sample; once others have recorded something, draw it and note it in dossiers."): (
        "Annoncer un échantillon ; dès que d'autres ont enregistré quelque chose, le tirer et"
        " le noter dans les dossiers."
    ),
    "Many at once, one item;result[;finding[;because]] a line: all or none.": (
        "Plusieurs à la fois, un item;result[;finding[;because]] par ligne : tous ou aucun."
    ),
    "Why the result is another than before.": "Pourquoi le résultat est un autre qu'avant.",
    "a line is: {columns}": "une ligne est : {columns}",
    (
        "announced, not drawn yet: its seed comes from what another person records next, "
        "whatever it is; type the same draw again after that"
    ): (
        "annoncé, pas encore tiré : sa graine vient de ce qu'une autre personne enregistrera "
        "ensuite, quoi que ce soit ; retapez alors le même tirage"
    ),
    "give an item and its result, or --from, not both": (
        "donnez un élément et son résultat, ou --from, pas les deux"
    ),
    "line {n} ({item})": "ligne {n} ({item})",
    "looked again": "revu",
    "mistyped": "faute de frappe",
    "mistyped, looked-again or new-facts": "mistyped, looked-again ou new-facts",
    "new facts": "faits nouveaux",
    "of all, {n} had another result before": "en tout, {n} avaient un autre résultat auparavant",
    "{account} recorded {result} of {item}; another result says why (--because)": (
        "{account} a enregistré {result} pour {item} ; un autre résultat dit pourquoi (--because)"
    ),
    "{item} had no other result; --because goes with one that changes": (
        "{item} n'avait pas d'autre résultat ; --because va avec un résultat qui change"
    ),
    "{item} is on line {n} already": "{item} est déjà à la ligne {n}",
    "{n} of {of} lines cannot be recorded, so none was": (
        "{n} des {of} lignes ne peuvent être enregistrées ; aucune ne l'a donc été"
    ),
    "{n} result(s) recorded; {before} were on record before": (
        "{n} résultat(s) enregistré(s) ; {before} l'étaient déjà"
    ),
    "{value} is not a day from {first} to {last}": "{value} n'est pas un jour de {first} à {last}",
    "{value} is not a percentage with two decimals at most": (
        "{value} n'est pas un pourcentage à deux décimales au plus"
    ),
    "--confidence: {least} percent is the least": (
        "--confidence : {least} pour cent est le minimum"
    ),
    "--expected must be less than --tolerable": "--expected doit être inférieur à --tolerable",
    "--{name}: {value} is not a percentage with two decimals at most": (
        "--{name} : {value} n'est pas un pourcentage à deux décimales au plus"
    ),
    "AUT-02: {account} may not look at samples; this is for {functions}": (
        "AUT-02 : {account} ne peut pas consulter les échantillons ; c'est réservé à {functions}"
    ),
    "By what the population is divided; none for not at all.": (
        "Par quoi la population est divisée ; none pour pas du tout."
    ),
    "Decided, or opened, from this day.": "Décidé, ou ouvert, à partir de ce jour.",
    "Decided, or opened, until this day.": "Décidé, ou ouvert, jusqu'à ce jour.",
    "Draw a sample again from the store, and prove that it is the one on record.": (
        "Tirer à nouveau un échantillon du dépôt, et prouver que c'est celui qui est enregistré."
    ),
    "Draw more items of a sample, by the same seed: those drawn before stay in it.": (
        "Tirer plus d'éléments d'un échantillon, par la même graine : ceux déjà tirés y restent."
    ),
    "How many are to be drawn in all.": "Combien doivent être tirés en tout.",
    "How many there are to draw from.": "Combien il y en a parmi lesquels tirer.",
    "How sure the conclusion is to be, in percent.": (
        "La certitude voulue de la conclusion, en pour cent."
    ),
    "List all samples, those announced and never drawn or concluded too.": (
        "Lister tous les échantillons, y compris ceux annoncés et jamais tirés ou conclus."
    ),
    "Of this centre alone.": "De ce centre seulement.",
    "Plan and draw samples that nobody chooses, and say what follows from them.": (
        "Planifier et tirer des échantillons que personne ne choisit, et dire ce qui en découle."
    ),
    "Record what the examination of an ITEM gave; by who had no part in its dossier.": (
        "Enregistrer ce que l'examen d'un élément (ITEM) a donné ; par qui n'a pas pris "
        "part à son dossier."
    ),
    "Say how many items to draw, and what would follow from what is found; reads no store.": (
        "Dire combien d'éléments tirer, et ce qui découlerait de ce qu'on y trouve ; ne "
        "lit aucun dépôt."
    ),
    "Say, once all items have a result, how many deviate at most and if that is tolerable.": (
        "Dire, une fois que tous les éléments ont un résultat, combien s'écartent au "
        "plus et si c'est tolérable."
    ),
    "Show a sample: what was asked, which items, what each gave, what follows.": (
        "Montrer un échantillon : ce qui était demandé, quels éléments, ce que chacun a "
        "donné, ce qui en découle."
    ),
    "The finding in the dossier.": "Le constat dans le dossier.",
    "The share of deviations one could live with, in percent.": (
        "La part d'écarts qu'on pourrait tolérer, en pour cent."
    ),
    "The share of deviations one expects now.": (
        "La part d'écarts à laquelle on s'attend à présent."
    ),
    "The share of deviations one expects, in percent.": (
        "La part d'écarts à laquelle on s'attend, en pour cent."
    ),
    "What is drawn: decisions, round by round, or dossiers.": (
        "Ce qui est tiré : des décisions, tour par tour, ou des dossiers."
    ),
    "What it was drawn from, one item and stratum a line.": (
        "Ce dont il a été tiré, un élément et sa strate par ligne."
    ),
    "[restricted]": "[restreint]",
    "a dossier or a round of one, as in VOT-2026-0042/2": (
        "un dossier ou un de ses tours, comme VOT-2026-0042/2"
    ),
    "a finding goes with an item that deviates": "un constat va avec un élément non conforme",
    "a percentage, as in 95 or 2.5": "un pourcentage, comme 95 ou 2.5",
    "all centres": "tous les centres",
    "announced {at} by {account}": "annoncé le {at} par {account}",
    (
        "at {confidence} % confidence at most {most} of {of} deviate: tolerable, the "
        "limit being {tolerable} %"
    ): (
        "avec {confidence} % de confiance, au plus {most} sur {of} s'écartent : "
        "tolérable, la limite étant de {tolerable} %"
    ),
    (
        "at {confidence} % confidence up to {most} of {of} may deviate: not shown to be "
        "tolerable, the limit being {tolerable} %"
    ): (
        "avec {confidence} % de confiance, jusqu'à {most} sur {of} peuvent s'écarter : "
        "il n'est pas montré que c'est tolérable, la limite étant de {tolerable} %"
    ),
    "concluded": "conclu",
    "concluded: {sample}": "conclu : {sample}",
    "decisions, round by round": "décisions, tour par tour",
    "deviate": "s'écartent",
    "dossier by dossier": "dossier par dossier",
    "draw {size} of {population}; {allowed} of them may deviate": (
        "tirez-en {size} sur {population} ; {allowed} peuvent s'écarter"
    ),
    "draw {size}; {allowed} of them may deviate": ("tirez-en {size} ; {allowed} peuvent s'écarter"),
    "drawn": "tiré",
    "drawn again by the first {size} events: the same {drawn} items, and {flagged} flagged": (
        "tiré à nouveau des {size} premiers événements : les mêmes {drawn} éléments, et "
        "{flagged} signalés"
    ),
    "drawn: {drawn} of {of}; the flagged, {flagged}, are examined in any case": (
        "tirés : {drawn} sur {of} ; les signalés, {flagged}, sont examinés de toute façon"
    ),
    "extended after results were known: the confidence is then overstated": (
        "étendu alors que des résultats étaient connus : la confiance est alors surestimée"
    ),
    "extended to {size} when {examined} result(s) were known": (
        "étendu à {size} alors que {examined} résultat(s) étaient connus"
    ),
    "flagged": "signalé",
    "found late": "trouvé tard",
    "give --size or --expected, one of the two": "donnez --size ou --expected, l'un des deux",
    "if all that is done so goes like these, at most {rate} % of it deviates": (
        "si tout ce qui se fait ainsi va comme ceux-ci, au plus {rate} % s'en écarte"
    ),
    "in general at most": "en général au plus",
    "this is shown if no more than {n} of those drawn deviate": (
        "c'est montré si pas plus de {n} des tirés s'écartent"
    ),
    "log: {size} events, root {root}": "journal : {size} événements, racine {root}",
    (
        "more than {most} items would have to be examined; let --tolerable be further "
        "from --expected"
    ): "plus de {most} éléments devraient être examinés ; éloignez --tolerable de --expected",
    "its items: {command}": "ses éléments : {command}",
    "next: {command}": "ensuite : {command}",
    "not noted in a dossier, refused or changed meanwhile": (
        "non noté dans un dossier, refusé ou changé entre-temps"
    ),
    "not noted in dossiers in which you acted; another controller notes it": (
        "non noté dans les dossiers où vous avez agi ; un autre contrôleur le note"
    ),
    "not noted in dossiers under the first version of the procedure": (
        "non noté dans les dossiers sous la première version de la procédure"
    ),
    "not noted in restricted dossiers you are not on the list of": (
        "non noté dans les dossiers restreints dont vous n'êtes pas sur la liste"
    ),
    "nothing was drawn yet": "rien n'a encore été tiré",
    "of the population at most": "de la population au plus",
    (
        "of {drawn} drawn, {deviations} deviate and {not_examinable} cannot be "
        "examined, which counts as deviating"
    ): (
        "sur {drawn} tirés, {deviations} s'écartent et {not_examinable} ne peuvent être "
        "examinés, ce qui compte comme un écart"
    ),
    (
        "of {flagged} flagged, all examined, {deviations} deviate and {not_examinable} "
        "cannot be examined"
    ): (
        "sur {flagged} signalés, tous examinés, {deviations} s'écartent et "
        "{not_examinable} ne peuvent être examinés"
    ),
    "result": "résultat",
    "sample": "échantillon",
    "sample {sample}": "échantillon {sample}",
    "sample {sample} is announced, not drawn": "l'échantillon {sample} est annoncé, pas tiré",
    "sample {sample} is concluded": "l'échantillon {sample} est conclu",
    "sample {sample} is {state} already; give another one a number of its own": (
        "l'échantillon {sample} est déjà {state} ; donnez à un autre son propre numéro"
    ),
    "seed: {seed}": "graine : {seed}",
    "stratum": "strate",
    "the announcement of a sample is not there": "l'annonce d'un échantillon n'est pas là",
    "the dossier has no finding {n}; record it first": (
        "le dossier n'a pas de constat {n} ; enregistrez-le d'abord"
    ),
    "the log has no {size} leaves in a row": "le journal n'a pas {size} feuilles à la suite",
    (
        "the population of sample {sample} is another than it was drawn from; run: "
        "trajet control sample check"
    ): (
        "la population de l'échantillon {sample} n'est pas celle dont il a été tiré ; "
        "lancez : trajet control sample check"
    ),
    "there is no sample {sample}": "il n'y a pas d'échantillon {sample}",
    "there is nothing to draw from: no item is as asked": (
        "il n'y a rien parmi quoi tirer : aucun élément n'est comme demandé"
    ),
    ("to be {confidence} % sure that no more than {tolerable} % deviate; {expected} % expected"): (
        "pour être sûr à {confidence} % que pas plus de {tolerable} % s'écartent ; "
        "{expected} % attendus"
    ),
    "tolerable": "tolérable",
    "too few are drawn: this cannot be shown whatever is found": (
        "trop peu sont tirés : quoi qu'on trouve, ce ne peut être montré"
    ),
    "{examined} of {items} examined": "{examined} sur {items} examinés",
    "{item} is not among what sample {sample} holds": (
        "{item} n'est pas dans l'échantillon {sample}"
    ),
    "{n} item(s) of dossiers restricted since are left out: the hash is of all": (
        "{n} élément(s) de dossiers restreints depuis sont omis : l'empreinte porte sur tous"
    ),
    "{n} item(s) of restricted dossiers are not shown to you": (
        "{n} élément(s) de dossiers restreints ne vous sont pas montrés"
    ),
    "{n} of {of}": "{n} sur {of}",
    "{n} of {of} have no result yet": "{n} sur {of} n'ont pas encore de résultat",
    "{n} of {of} items have no result yet": "{n} éléments sur {of} n'ont pas encore de résultat",
    "{size} of {of} are planned already; an extension draws more": (
        "{size} sur {of} sont déjà prévus ; une extension en tire plus"
    ),
}

NL: dict[str, str] = {
    "--from: {file} has no line with a result": "--from: {file} heeft geen regel met een resultaat",
    "--{name} is empty": "--{name} is leeg",
    ("Announce a sample; once others have recorded something, draw it and note it in dossiers."): (
        "Een steekproef aankondigen; zodra anderen iets geregistreerd hebben, ze trekken en "
        "in de dossiers noteren."
    ),
    "Many at once, one item;result[;finding[;because]] a line: all or none.": (
        "Vele ineens, één item;result[;finding[;because]] per regel: alle of geen."
    ),
    "Why the result is another than before.": "Waarom het resultaat een ander is dan voordien.",
    "a line is: {columns}": "een regel is: {columns}",
    (
        "announced, not drawn yet: its seed comes from what another person records next, "
        "whatever it is; type the same draw again after that"
    ): (
        "aangekondigd, nog niet getrokken: de kiem komt van wat een andere persoon hierna "
        "registreert, wat het ook is; typ daarna dezelfde trekking opnieuw"
    ),
    "give an item and its result, or --from, not both": (
        "geef een element en zijn resultaat, of --from, niet beide"
    ),
    "line {n} ({item})": "regel {n} ({item})",
    "looked again": "opnieuw bekeken",
    "mistyped": "verkeerd getypt",
    "mistyped, looked-again or new-facts": "mistyped, looked-again of new-facts",
    "new facts": "nieuwe feiten",
    "of all, {n} had another result before": "van alle hadden er {n} voordien een ander resultaat",
    "{account} recorded {result} of {item}; another result says why (--because)": (
        "{account} heeft {result} geregistreerd voor {item}; een ander resultaat zegt waarom "
        "(--because)"
    ),
    "{item} had no other result; --because goes with one that changes": (
        "{item} had geen ander resultaat; --because hoort bij een resultaat dat verandert"
    ),
    "{item} is on line {n} already": "{item} staat al op regel {n}",
    "{n} of {of} lines cannot be recorded, so none was": (
        "{n} van de {of} regels kunnen niet geregistreerd worden; er werd er dus geen geregistreerd"
    ),
    "{n} result(s) recorded; {before} were on record before": (
        "{n} resultaat/resultaten geregistreerd; {before} waren het al"
    ),
    "{value} is not a day from {first} to {last}": "{value} is geen dag van {first} tot {last}",
    "{value} is not a percentage with two decimals at most": (
        "{value} is geen percentage met hoogstens twee decimalen"
    ),
    "--confidence: {least} percent is the least": "--confidence: {least} procent is het minste",
    "--expected must be less than --tolerable": "--expected moet kleiner zijn dan --tolerable",
    "--{name}: {value} is not a percentage with two decimals at most": (
        "--{name}: {value} is geen percentage met hoogstens twee decimalen"
    ),
    "AUT-02: {account} may not look at samples; this is for {functions}": (
        "AUT-02: {account} mag de steekproeven niet inzien; dat is voor {functions}"
    ),
    "By what the population is divided; none for not at all.": (
        "Waarnaar de populatie wordt verdeeld; none voor helemaal niet."
    ),
    "Decided, or opened, from this day.": "Beslist, of geopend, vanaf deze dag.",
    "Decided, or opened, until this day.": "Beslist, of geopend, tot deze dag.",
    "Draw a sample again from the store, and prove that it is the one on record.": (
        "Een steekproef opnieuw uit de opslag trekken, en bewijzen dat het de geregistreerde is."
    ),
    "Draw more items of a sample, by the same seed: those drawn before stay in it.": (
        "Meer elementen van een steekproef trekken, met hetzelfde zaad: de al getrokken "
        "blijven erin."
    ),
    "How many are to be drawn in all.": "Hoeveel er in totaal te trekken zijn.",
    "How many there are to draw from.": "Uit hoeveel er te trekken valt.",
    "How sure the conclusion is to be, in percent.": (
        "Hoe zeker het besluit moet zijn, in procent."
    ),
    "List all samples, those announced and never drawn or concluded too.": (
        "Alle steekproeven oplijsten, ook die aangekondigd en nooit getrokken of besloten zijn."
    ),
    "Of this centre alone.": "Van dit centrum alleen.",
    "Plan and draw samples that nobody chooses, and say what follows from them.": (
        "Steekproeven plannen en trekken die niemand kiest, en zeggen wat eruit volgt."
    ),
    "Record what the examination of an ITEM gave; by who had no part in its dossier.": (
        "Registreren wat het onderzoek van een element (ITEM) gaf; door wie geen deel "
        "had aan het dossier."
    ),
    "Say how many items to draw, and what would follow from what is found; reads no store.": (
        "Zeggen hoeveel elementen te trekken, en wat zou volgen uit wat men vindt; "
        "leest geen opslag."
    ),
    "Say, once all items have a result, how many deviate at most and if that is tolerable.": (
        "Zeggen, zodra alle elementen een resultaat hebben, hoeveel er hoogstens "
        "afwijken en of dat duldbaar is."
    ),
    "Show a sample: what was asked, which items, what each gave, what follows.": (
        "Een steekproef tonen: wat gevraagd werd, welke elementen, wat elk gaf, wat eruit volgt."
    ),
    "The finding in the dossier.": "De vaststelling in het dossier.",
    "The share of deviations one could live with, in percent.": (
        "Het aandeel afwijkingen waarmee men kan leven, in procent."
    ),
    "The share of deviations one expects now.": "Het aandeel afwijkingen dat men nu verwacht.",
    "The share of deviations one expects, in percent.": (
        "Het aandeel afwijkingen dat men verwacht, in procent."
    ),
    "What is drawn: decisions, round by round, or dossiers.": (
        "Wat wordt getrokken: beslissingen, ronde per ronde, of dossiers."
    ),
    "What it was drawn from, one item and stratum a line.": (
        "Waaruit ze is getrokken, één element en zijn laag per regel."
    ),
    "[restricted]": "[afgeschermd]",
    "a dossier or a round of one, as in VOT-2026-0042/2": (
        "een dossier of een ronde ervan, zoals VOT-2026-0042/2"
    ),
    "a finding goes with an item that deviates": (
        "een vaststelling hoort bij een element dat afwijkt"
    ),
    "a percentage, as in 95 or 2.5": "een percentage, zoals 95 of 2.5",
    "all centres": "alle centra",
    "announced {at} by {account}": "aangekondigd op {at} door {account}",
    (
        "at {confidence} % confidence at most {most} of {of} deviate: tolerable, the "
        "limit being {tolerable} %"
    ): (
        "met {confidence} % zekerheid wijken er hoogstens {most} van {of} af: duldbaar, "
        "de grens is {tolerable} %"
    ),
    (
        "at {confidence} % confidence up to {most} of {of} may deviate: not shown to be "
        "tolerable, the limit being {tolerable} %"
    ): (
        "met {confidence} % zekerheid kunnen er tot {most} van {of} afwijken: niet "
        "aangetoond dat dit duldbaar is, de grens is {tolerable} %"
    ),
    "concluded": "besloten",
    "concluded: {sample}": "besloten: {sample}",
    "decisions, round by round": "beslissingen, ronde per ronde",
    "deviate": "wijken af",
    "dossier by dossier": "dossier per dossier",
    "draw {size} of {population}; {allowed} of them may deviate": (
        "trek er {size} van {population}; daarvan mogen er {allowed} afwijken"
    ),
    "draw {size}; {allowed} of them may deviate": (
        "trek er {size}; daarvan mogen er {allowed} afwijken"
    ),
    "drawn": "getrokken",
    "drawn again by the first {size} events: the same {drawn} items, and {flagged} flagged": (
        "opnieuw getrokken uit de eerste {size} gebeurtenissen: dezelfde {drawn} "
        "elementen, en {flagged} gemarkeerde"
    ),
    "drawn: {drawn} of {of}; the flagged, {flagged}, are examined in any case": (
        "getrokken: {drawn} van {of}; de gemarkeerde, {flagged}, worden hoe dan ook onderzocht"
    ),
    "extended after results were known: the confidence is then overstated": (
        "uitgebreid toen er resultaten bekend waren: de zekerheid wordt dan overschat"
    ),
    "extended to {size} when {examined} result(s) were known": (
        "uitgebreid tot {size} toen er {examined} resultaat/resultaten bekend waren"
    ),
    "flagged": "gemarkeerd",
    "found late": "laat gevonden",
    "give --size or --expected, one of the two": "geef --size of --expected, een van de twee",
    "if all that is done so goes like these, at most {rate} % of it deviates": (
        "als alles wat zo gebeurt gaat zoals deze, wijkt er hoogstens {rate} % van af"
    ),
    "in general at most": "in het algemeen hoogstens",
    "this is shown if no more than {n} of those drawn deviate": (
        "dit is aangetoond als er niet meer dan {n} van de getrokken afwijken"
    ),
    "log: {size} events, root {root}": "logboek: {size} gebeurtenissen, wortel {root}",
    (
        "more than {most} items would have to be examined; let --tolerable be further "
        "from --expected"
    ): (
        "er zouden meer dan {most} elementen te onderzoeken zijn; zet --tolerable "
        "verder van --expected"
    ),
    "its items: {command}": "haar elementen: {command}",
    "next: {command}": "daarna: {command}",
    "not noted in a dossier, refused or changed meanwhile": (
        "niet genoteerd in een dossier, geweigerd of intussen veranderd"
    ),
    "not noted in dossiers in which you acted; another controller notes it": (
        "niet genoteerd in dossiers waarin u optrad; een andere controleur noteert het"
    ),
    "not noted in dossiers under the first version of the procedure": (
        "niet genoteerd in dossiers onder de eerste versie van de procedure"
    ),
    "not noted in restricted dossiers you are not on the list of": (
        "niet genoteerd in afgeschermde dossiers waarvan u niet op de lijst staat"
    ),
    "nothing was drawn yet": "er is nog niets getrokken",
    "of the population at most": "van de populatie hoogstens",
    (
        "of {drawn} drawn, {deviations} deviate and {not_examinable} cannot be "
        "examined, which counts as deviating"
    ): (
        "van {drawn} getrokken wijken er {deviations} af en zijn er {not_examinable} "
        "niet te onderzoeken, wat als afwijking telt"
    ),
    (
        "of {flagged} flagged, all examined, {deviations} deviate and {not_examinable} "
        "cannot be examined"
    ): (
        "van {flagged} gemarkeerde, alle onderzocht, wijken er {deviations} af en zijn "
        "er {not_examinable} niet te onderzoeken"
    ),
    "result": "resultaat",
    "sample": "steekproef",
    "sample {sample}": "steekproef {sample}",
    "sample {sample} is announced, not drawn": (
        "steekproef {sample} is aangekondigd, niet getrokken"
    ),
    "sample {sample} is concluded": "steekproef {sample} is besloten",
    "sample {sample} is {state} already; give another one a number of its own": (
        "steekproef {sample} is al {state}; geef een andere een eigen nummer"
    ),
    "seed: {seed}": "zaad: {seed}",
    "stratum": "laag",
    "the announcement of a sample is not there": "de aankondiging van een steekproef is er niet",
    "the dossier has no finding {n}; record it first": (
        "het dossier heeft geen vaststelling {n}; registreer ze eerst"
    ),
    "the log has no {size} leaves in a row": "het logboek heeft geen {size} bladeren op rij",
    (
        "the population of sample {sample} is another than it was drawn from; run: "
        "trajet control sample check"
    ): (
        "de populatie van steekproef {sample} is een andere dan waaruit ze is "
        "getrokken; voer uit: trajet control sample check"
    ),
    "there is no sample {sample}": "er is geen steekproef {sample}",
    "there is nothing to draw from: no item is as asked": (
        "er is niets om uit te trekken: geen element is zoals gevraagd"
    ),
    ("to be {confidence} % sure that no more than {tolerable} % deviate; {expected} % expected"): (
        "om {confidence} % zeker te zijn dat niet meer dan {tolerable} % afwijkt; "
        "{expected} % verwacht"
    ),
    "tolerable": "duldbaar",
    "too few are drawn: this cannot be shown whatever is found": (
        "er zijn er te weinig getrokken: dit is niet aan te tonen, wat men ook vindt"
    ),
    "{examined} of {items} examined": "{examined} van {items} onderzocht",
    "{item} is not among what sample {sample} holds": "{item} zit niet in steekproef {sample}",
    "{n} item(s) of dossiers restricted since are left out: the hash is of all": (
        "{n} element(en) van sindsdien afgeschermde dossiers zijn weggelaten: de hash is van alle"
    ),
    "{n} item(s) of restricted dossiers are not shown to you": (
        "{n} element(en) van afgeschermde dossiers worden u niet getoond"
    ),
    "{n} of {of}": "{n} van {of}",
    "{n} of {of} have no result yet": "{n} van {of} hebben nog geen resultaat",
    "{n} of {of} items have no result yet": "{n} van {of} elementen hebben nog geen resultaat",
    "{size} of {of} are planned already; an extension draws more": (
        "{size} van {of} zijn al gepland; een uitbreiding trekt er meer"
    ),
}
