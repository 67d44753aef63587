"""The texts of the control of motives in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "AUT-02: {account} may not read these texts; they are for {functions}": (
        "AUT-02 : {account} ne peut pas lire ces textes ; ils sont pour {functions}"
    ),
    "Control the motives of serious measures; without a word between, list what is to be done.": (
        "Contrôler la motivation des mesures graves ; sans mot entre les deux, lister ce qui reste "
        "à faire."
    ),
    "From how much on motives resemble each other; without it, by rule MOT-02.": (
        "À partir de quelle ressemblance deux motivations se ressemblent ; sinon, selon la règle "
        "MOT-02."
    ),
    "List serious measures to be examined, oldest first, and what is found of their motives.": (
        "Lister les mesures graves à examiner, la plus ancienne d'abord, et ce qui est constaté de "
        "leur motivation."
    ),
    "Only measures of this kind.": "Seulement les mesures de cette sorte.",
    "Only of this dossier; again for each one.": (
        "Seulement de ce dossier ; à répéter pour chacun."
    ),
    "Only what was decided at this centre.": "Seulement ce qui a été décidé dans ce centre.",
    "Record how the motives of a serious measure were found; by who had no part in the dossier.": (
        "Enregistrer ce que vaut la motivation d'une mesure grave ; par qui n'a pas pris part au "
        "dossier."
    ),
    "The motives themselves; that you read them is recorded.": (
        "Les motivations elles-mêmes ; que vous les lisez est enregistré."
    ),
    "Those that were examined too.": "Celles qui ont été examinées aussi.",
    "and like {n} others": "et comme {n} autres",
    "crisis measure {n} was not reported to the hierarchy by {ends}": (
        "la mesure de crise {n} n'a pas été rapportée à la hiérarchie le {ends}"
    ),
    "decided as {functions} for {hours} hours in all; it was for {may}": (
        "décidé en tant que {functions} pour {hours} heures en tout ; c'était à {may}"
    ),
    "decided as {functions}; it was for {may}": (
        "décidé en tant que {functions} ; c'était à {may}"
    ),
    "decided for {hours} hours in all, and nobody may decide more than {most}": (
        "décidé pour {hours} heures en tout, et personne ne peut en décider plus de {most}"
    ),
    "detention title": "titre de détention",
    "examined {at} by {account}: {outcome}": "examiné le {at} par {account} : {outcome}",
    "examined {at} by {account}: {outcome}; its motives changed since": (
        "examiné le {at} par {account} : {outcome} ; la motivation a changé depuis"
    ),
    "finding {n} is recorded": "le constat {n} est enregistré",
    "found: {what}": "constaté : {what}",
    "isolation": "isolement",
    "its hours ended on {ends}, and it was neither ended nor prolonged": (
        "ses heures ont pris fin le {ends}, et il n'y a été ni mis fin ni prolongé"
    ),
    "its hours ended on {ends}, and it went on until {at} without a decision": (
        "ses heures ont pris fin le {ends}, et elle a continué jusqu'au {at} sans décision"
    ),
    "motives are alike from {percent} % on ({rule})": (
        "des motivations se ressemblent à partir de {percent} % ({rule})"
    ),
    "motives in {versions}: damaged; run: trajet audit verify": (
        "motivation en {versions} : endommagée ; exécutez : trajet audit verify"
    ),
    "motives in {versions}: erased": "motivation en {versions} : effacée",
    "motives in {versions}: not readable ({what})": (
        "motivation en {versions} : non lisible ({what})"
    ),
    "motives in {versions}: {n} different word(s)": (
        "motivation en {versions} : {n} mot(s) différent(s)"
    ),
    "motives in {versions}: {n} different word(s), fewer than {least} ({rule})": (
        "motivation en {versions} : {n} mot(s) différent(s), moins que {least} ({rule})"
    ),
    "no finding is recorded yet": "aucun constat n'est encore enregistré",
    "no motives ({rule})": "aucune motivation ({rule})",
    "no serious measure to be examined is recorded there; to be examined: {versions}": (
        "aucune mesure grave à examiner n'y est enregistrée ; à examiner : {versions}"
    ),
    "nobody of the hierarchy had reviewed the report on coercion {n} by {day}": (
        "personne de la hiérarchie n'avait jugé le rapport sur la contrainte {n} le {day}"
    ),
    "not controlled: not readable for you: {not_readable}; erased: {erased}; damaged: {damaged}": (
        "non contrôlées : non lisibles pour vous : {not_readable} ; effacées : {erased} ; "
        "endommagées : {damaged}"
    ),
    "overdue since {at}: {what} ({rule})": "en retard depuis le {at} : {what} ({rule})",
    "percent": "pour cent",
    "record it as a finding, to be answered: {command}": (
        "enregistrez-le comme constat, à répondre : {command}"
    ),
    "restriction of rights": "restriction des droits",
    "review the report on the use of coercion": "juger le rapport sur l'usage de la contrainte",
    "the motives of version {n} were examined on {day}: {outcome}": (
        "la motivation de la version {n} a été examinée le {day} : {outcome}"
    ),
    "until {at}: {what} ({rule})": "jusqu'au {at} : {what} ({rule})",
    "use of coercion": "usage de la contrainte",
    "waits for the hierarchy ({rule})": "attend la hiérarchie ({rule})",
    "word": "mot",
    "words": "mots",
    "serious measures: {acts}; to be examined: {open}; without motives: {missing}; in a few words: "
    "{short}; like those of others: {alike}; not brought to the hierarchy: {late}": (
        "mesures graves : {acts} ; à examiner : {open} ; sans motivation : {missing} ; en quelques "
        "mots : {short} ; comme celles d'autres : {alike} ; non soumises à la hiérarchie : {late}"
    ),
    "{n} hours in all": "{n} heures en tout",
    "{percent} % like {dossier} v{n} (MOT-02)": "{percent} % comme {dossier} v{n} (MOT-02)",
    "{percent} % like {dossier} v{n}, of the family": (
        "{percent} % comme {dossier} v{n}, de la famille"
    ),
    "{percent} % like {dossier} v{n}, of the same resident": (
        "{percent} % comme {dossier} v{n}, du même résident"
    ),
    "{what}, prolongation {n}": "{what}, prolongation n° {n}",
}

NL: dict[str, str] = {
    "AUT-02: {account} may not read these texts; they are for {functions}": (
        "AUT-02: {account} mag deze teksten niet lezen; ze zijn voor {functions}"
    ),
    "Control the motives of serious measures; without a word between, list what is to be done.": (
        "De motivering van ernstige maatregelen controleren; zonder woord ertussen, oplijsten wat "
        "te doen blijft."
    ),
    "From how much on motives resemble each other; without it, by rule MOT-02.": (
        "Vanaf hoeveel gelijkenis motiveringen op elkaar lijken; zonder deze optie, volgens regel "
        "MOT-02."
    ),
    "List serious measures to be examined, oldest first, and what is found of their motives.": (
        "De te onderzoeken ernstige maatregelen oplijsten, de oudste eerst, en wat van hun "
        "motivering wordt vastgesteld."
    ),
    "Only measures of this kind.": "Enkel maatregelen van deze soort.",
    "Only of this dossier; again for each one.": "Enkel van dit dossier; herhaal voor elk ervan.",
    "Only what was decided at this centre.": "Enkel wat in dit centrum werd beslist.",
    "Record how the motives of a serious measure were found; by who had no part in the dossier.": (
        "Registreren hoe de motivering van een ernstige maatregel werd bevonden; door wie geen "
        "deel had aan het dossier."
    ),
    "The motives themselves; that you read them is recorded.": (
        "De motiveringen zelf; dat u ze leest, wordt geregistreerd."
    ),
    "Those that were examined too.": "Ook die al onderzocht zijn.",
    "and like {n} others": "en als {n} andere",
    "crisis measure {n} was not reported to the hierarchy by {ends}": (
        "crisismaatregel {n} werd tegen {ends} niet aan de hiërarchie gemeld"
    ),
    "decided as {functions} for {hours} hours in all; it was for {may}": (
        "beslist als {functions} voor {hours} uren in totaal; het was aan {may}"
    ),
    "decided as {functions}; it was for {may}": "beslist als {functions}; het was aan {may}",
    "decided for {hours} hours in all, and nobody may decide more than {most}": (
        "beslist voor {hours} uren in totaal, en niemand mag er meer dan {most} beslissen"
    ),
    "detention title": "titel van vasthouding",
    "examined {at} by {account}: {outcome}": "onderzocht op {at} door {account}: {outcome}",
    "examined {at} by {account}: {outcome}; its motives changed since": (
        "onderzocht op {at} door {account}: {outcome}; de motivering is sindsdien gewijzigd"
    ),
    "finding {n} is recorded": "vaststelling {n} is geregistreerd",
    "found: {what}": "vastgesteld: {what}",
    "isolation": "afzondering",
    "its hours ended on {ends}, and it was neither ended nor prolonged": (
        "haar uren liepen af op {ends}, en ze werd beëindigd noch verlengd"
    ),
    "its hours ended on {ends}, and it went on until {at} without a decision": (
        "haar uren liepen af op {ends}, en ze ging door tot {at} zonder beslissing"
    ),
    "motives are alike from {percent} % on ({rule})": (
        "motiveringen lijken op elkaar vanaf {percent} % ({rule})"
    ),
    "motives in {versions}: damaged; run: trajet audit verify": (
        "motivering in {versions}: beschadigd; voer uit: trajet audit verify"
    ),
    "motives in {versions}: erased": "motivering in {versions}: gewist",
    "motives in {versions}: not readable ({what})": (
        "motivering in {versions}: niet leesbaar ({what})"
    ),
    "motives in {versions}: {n} different word(s)": (
        "motivering in {versions}: {n} verschillend(e) woord(en)"
    ),
    "motives in {versions}: {n} different word(s), fewer than {least} ({rule})": (
        "motivering in {versions}: {n} verschillend(e) woord(en), minder dan {least} ({rule})"
    ),
    "no finding is recorded yet": "er is nog geen vaststelling geregistreerd",
    "no motives ({rule})": "geen motivering ({rule})",
    "no serious measure to be examined is recorded there; to be examined: {versions}": (
        "daar is geen te onderzoeken ernstige maatregel geregistreerd; te onderzoeken: {versions}"
    ),
    "nobody of the hierarchy had reviewed the report on coercion {n} by {day}": (
        "niemand van de hiërarchie had het verslag over dwang {n} beoordeeld op {day}"
    ),
    "not controlled: not readable for you: {not_readable}; erased: {erased}; damaged: {damaged}": (
        "niet gecontroleerd: niet leesbaar voor u: {not_readable}; gewist: {erased}; "
        "beschadigd: {damaged}"
    ),
    "overdue since {at}: {what} ({rule})": "te laat sinds {at}: {what} ({rule})",
    "percent": "procent",
    "record it as a finding, to be answered: {command}": (
        "registreer het als vaststelling, te beantwoorden: {command}"
    ),
    "restriction of rights": "beperking van rechten",
    "review the report on the use of coercion": "het verslag over het gebruik van dwang beoordelen",
    "the motives of version {n} were examined on {day}: {outcome}": (
        "de motivering van versie {n} werd onderzocht op {day}: {outcome}"
    ),
    "until {at}: {what} ({rule})": "tot {at}: {what} ({rule})",
    "use of coercion": "gebruik van dwang",
    "waits for the hierarchy ({rule})": "wacht op de hiërarchie ({rule})",
    "word": "woord",
    "words": "woorden",
    "serious measures: {acts}; to be examined: {open}; without motives: {missing}; in a few words: "
    "{short}; like those of others: {alike}; not brought to the hierarchy: {late}": (
        "ernstige maatregelen: {acts}; te onderzoeken: {open}; zonder motivering: {missing}; in "
        "enkele woorden: {short}; als die van anderen: {alike}; niet aan de hiërarchie voorgelegd: "
        "{late}"
    ),
    "{n} hours in all": "{n} uren in totaal",
    "{percent} % like {dossier} v{n} (MOT-02)": "{percent} % als {dossier} v{n} (MOT-02)",
    "{percent} % like {dossier} v{n}, of the family": (
        "{percent} % als {dossier} v{n}, van het gezin"
    ),
    "{percent} % like {dossier} v{n}, of the same resident": (
        "{percent} % als {dossier} v{n}, van dezelfde bewoner"
    ),
    "{what}, prolongation {n}": "{what}, verlenging {n}",
}
