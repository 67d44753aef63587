"""The texts of the region custody in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    # Functions and states
    "minister": "ministre",
    "not-held": "non détenu",
    "held": "détenu",
    "family-unit": "lieu d'hébergement",
    "hospital": "hôpital",
    "in-transfer": "en transfèrement",
    "released": "mis en liberté",
    "proposed": "proposé",
    "imposed": "imposé",
    "breached": "non respecté",
    "lifted": "levé",
    "over": "terminé",
    "seized": "saisie",
    "ruled": "tranchée",
    "appealed": "en appel",
    "presumed": "présumé",
    "established": "établi",
    "found": "retrouvé",
    # Groups and commands
    "Propose, issue or prolong a detention title; record steps towards removal; release.": (
        "Proposer, délivrer ou prolonger un titre de détention ; enregistrer les démarches "
        "d'éloignement ; mettre en liberté."
    ),
    "Prepare a detention title and say why nothing less coercive would do.": (
        "Préparer un titre de détention et dire pourquoi rien de moins coercitif ne suffirait."
    ),
    "Decide the detention title that was proposed; by another person than who prepared it.": (
        "Décider le titre de détention proposé ; par une autre personne que celle qui l'a préparé."
    ),
    "Prepare a prolongation of the title that runs.": (
        "Préparer une prolongation du titre en cours."
    ),
    "Decide the prolongation that was proposed; after the first, the Minister alone.": (
        "Décider la prolongation proposée ; après la première, le ministre seul."
    ),
    "Record a step taken towards removal.": "Enregistrer une démarche d'éloignement.",
    "Record that the resident was set free.": ("Enregistrer que le résident a été mis en liberté."),
    "Record a prison, a hospital and the way back; review the stay of a family.": (
        "Enregistrer une prison, un hôpital et le retour ; réexaminer le séjour d'une famille."
    ),
    "Record that the resident went to a prison or a hospital, or came back.": (
        "Enregistrer que le résident est parti en prison ou à l'hôpital, ou en est revenu."
    ),
    "Record that the prison or the hospital lets the resident go.": (
        "Enregistrer que la prison ou l'hôpital laisse partir le résident."
    ),
    "Record that the prison told the Immigration Office that it holds the resident.": (
        "Enregistrer que la prison a signalé à l'Office des étrangers qu'elle détient le résident."
    ),
    "Record that it was asked again whether the family must stay.": (
        "Enregistrer que l'on s'est redemandé si la famille doit rester."
    ),
    "Record the control of a detention by the council chamber.": (
        "Enregistrer le contrôle d'une détention par la chambre du conseil."
    ),
    "Record that the council chamber was asked to control the detention.": (
        "Enregistrer que la chambre du conseil a été saisie du contrôle de la détention."
    ),
    "Record what the council chamber, or the indictment chamber, ruled.": (
        "Enregistrer ce que la chambre du conseil, ou la chambre des mises en accusation, a décidé."
    ),
    "Record an appeal against a ruling of the council chamber.": (
        "Enregistrer un appel contre une ordonnance de la chambre du conseil."
    ),
    "Propose, impose or lift a preventive or less coercive measure; record a breach.": (
        "Proposer, imposer ou lever une mesure préventive ou moins coercitive ; enregistrer un "
        "manquement."
    ),
    "Prepare a preventive or less coercive measure.": (
        "Préparer une mesure préventive ou moins coercitive."
    ),
    "Decide a restriction that was proposed; by another person than who prepared it.": (
        "Décider une restriction proposée ; par une autre personne que celle qui l'a préparée."
    ),
    "Record that the resident did not keep to a restriction.": (
        "Enregistrer que le résident n'a pas respecté une restriction."
    ),
    "End a restriction.": "Mettre fin à une restriction.",
    "Presume, establish or refute that the resident absconded.": (
        "Présumer, établir ou démentir la fuite du résident."
    ),
    "Say why the resident is presumed to have absconded, and since when.": (
        "Dire pourquoi le résident est présumé en fuite, et depuis quand."
    ),
    "Decide that the resident absconded; by another person than who proposed it.": (
        "Décider que le résident est en fuite ; par une autre personne que celle qui l'a proposé."
    ),
    "Record that a resident presumed to have absconded is there again.": (
        "Enregistrer qu'un résident présumé en fuite est de nouveau là."
    ),
    # Options
    "The legal basis.": "La base légale.",
    "The legal basis, as proposed.": "La base légale, telle que proposée.",
    "A less coercive measure that was weighed; repeat it for each.": (
        "Une mesure moins coercitive qui a été examinée ; à répéter pour chacune."
    ),
    "Why none of them is enough.": "Pourquoi aucune ne suffit.",
    "Where the resident is held, by code or name.": (
        "Où le résident est détenu, par code ou par nom."
    ),
    "The day detention began, if before the title; for art. 74/8 the warrant's end.": (
        "Le jour où la détention a commencé, si c'est avant le titre ; pour l'art. 74/8, la levée "
        "du mandat."
    ),
    "The refusal to board after which the clock starts again.": (
        "Le refus d'embarquer après lequel le délai recommence."
    ),
    "The last day it covers; without it, as long as the law allows.": (
        "Le dernier jour couvert ; sans lui, aussi longtemps que la loi le permet."
    ),
    "The prospect of removal it rests on.": (
        "La perspective d'éloignement sur laquelle elle repose."
    ),
    "For public order or national security: a month at a time.": (
        "Pour l'ordre public ou la sécurité nationale : un mois à la fois."
    ),
    "What was done towards removal.": "Ce qui a été fait en vue de l'éloignement.",
    "Why the resident is free.": "Pourquoi le résident est libre.",
    "Where the resident goes.": "Où va le résident.",
    "What was found.": "Ce qui a été constaté.",
    "Who asked.": "Qui a introduit la requête.",
    "It lies at the registry, in time or not.": "Déposé au greffe, dans le délai ou non.",
    "What was ruled.": "Ce qui a été décidé.",
    "Which court ruled.": "Quelle juridiction a décidé.",
    "Who appealed.": "Qui a fait appel.",
    "What the resident must do.": "Ce que le résident doit faire.",
    "Which restriction; without it, the latest.": "Quelle restriction ; sans lui, la dernière.",
    "What happened; sealed.": "Ce qui s'est passé ; scellé.",
    "What raised the presumption.": "Ce qui a fait naître la présomption.",
    "The day on which it was raised.": "Le jour où elle est née.",
    # Titles and prolongations refused
    "say which less coercive measures were weighed and why they are not enough": (
        "dites quelles mesures moins coercitives ont été examinées et pourquoi elles ne suffisent "
        "pas"
    ),
    "a title for a family leads to a family site; {place} is a closed centre": (
        "un titre pour une famille mène à un lieu d'hébergement ; {place} est un centre fermé"
    ),
    "no length is known of a title on the ground {ground} that counts from {day}": (
        "aucune durée n'est connue pour un titre fondé sur {ground} qui court depuis le {day}"
    ),
    "detention that counts from {first} ended by {last} at the latest": (
        "une détention qui court depuis le {first} a pris fin le {last} au plus tard"
    ),
    "a title that counts from {first} lasts until {last} at most": (
        "un titre qui court depuis le {first} dure jusqu'au {last} au plus"
    ),
    "{day} is before the day of the title": "le {day} précède le jour du titre",
    "{day} has not come yet": "le {day} n'est pas encore venu",
    "{day} is no day of the calendar": "{day} n'est pas un jour du calendrier",
    "say on which day the warrant was lifted": "dites quel jour le mandat a été levé",
    "on {day} no earlier title was refused boarding under": (
        "le {day}, aucun titre antérieur n'a donné lieu à un refus d'embarquer"
    ),
    "the title proposed is on the ground {ground}": "le titre proposé est fondé sur {ground}",
    "the resident has absconded and was not found": (
        "le résident est en fuite et n'a pas été retrouvé"
    ),
    "no detention title runs": "aucun titre de détention n'est en cours",
    "the title ran out on {day}: what has ended is not prolonged": (
        "le titre a pris fin le {day} : ce qui a pris fin n'est pas prolongé"
    ),
    "detention lasts until {last} at most, and the title already does": (
        "la détention dure jusqu'au {last} au plus, et le titre court déjà jusque-là"
    ),
    "for public order a title is prolonged once it lasts until {last}, not before": (
        "pour l'ordre public, un titre est prolongé une fois qu'il court jusqu'au {last}, pas avant"
    ),
    "a title on the ground {ground} is not prolonged again in this way": (
        "un titre fondé sur {ground} n'est plus prolongé de cette manière"
    ),
    "this prolongation lasts until {last} at most": (
        "cette prolongation dure jusqu'au {last} au plus"
    ),
    "the title already lasts until {day}": "le titre court déjà jusqu'au {day}",
    "no step towards removal was taken by {day}": (
        "aucune démarche d'éloignement n'a été entreprise au plus tard le {day}"
    ),
    "{account} acts as {functions}; this prolongation is for the Minister alone": (
        "{account} agit comme {functions} ; cette prolongation relève du ministre seul"
    ),
    "the prolongation until {day} was decided as {functions}; it is for the Minister alone": (
        "la prolongation jusqu'au {day} a été décidée comme {functions} ; elle relève du ministre "
        "seul"
    ),
    "nothing is proposed that could be decided": "rien n'est proposé qui puisse être décidé",
    "{person} prepared this as {account}; another person must decide": (
        "{person} l'a préparé comme {account} ; une autre personne doit décider"
    ),
    # Release
    "the detention title ran out on {day}, without prolongation or release": (
        "le titre de détention a pris fin le {day}, sans prolongation ni mise en liberté"
    ),
    "the maximum of detention was reached on {day}; release is mandatory": (
        "le maximum de la détention a été atteint le {day} ; la mise en liberté est obligatoire"
    ),
    "the Minister did not seize the council chamber by {day}; release is mandatory": (
        "le ministre n'a pas saisi la chambre du conseil au plus tard le {day} ; la mise en "
        "liberté est obligatoire"
    ),
    "the council chamber did not rule by {day}; release is mandatory": (
        "la chambre du conseil n'a pas statué au plus tard le {day} ; la mise en liberté est "
        "obligatoire"
    ),
    "release was ordered on {day}; release is mandatory": (
        "la mise en liberté a été ordonnée le {day} ; elle est obligatoire"
    ),
    "release: the maximum of detention is reached": (
        "mise en liberté : le maximum de la détention est atteint"
    ),
    "prolong or release: the detention title ends": (
        "prolonger ou mettre en liberté : le titre de détention prend fin"
    ),
    "the Minister seizes the council chamber": "le ministre saisit la chambre du conseil",
    "the council chamber rules, or release": (
        "la chambre du conseil statue, sinon mise en liberté"
    ),
    "release: the court ordered it": "mise en liberté : le juge l'a ordonnée",
    "take a step towards removal": "entreprendre une démarche d'éloignement",
    "review the stay in the family unit": "réexaminer le séjour au lieu d'hébergement",
    "the prison's notice to the Immigration Office": (
        "l'avis de la prison à l'Office des étrangers"
    ),
    # Where the resident is
    "the resident is in {state} since {day}, without release order or discharge": (
        "le résident est en {state} depuis le {day}, sans ordre de libération ni sortie"
    ),
    "the resident has absconded since {day}": "le résident est en fuite depuis le {day}",
    "nobody is held: {state}": "personne n'est détenu : {state}",
    "the resident is {state}": "état du résident : {state}",
    "the resident is {state}; this needs {after}": (
        "état du résident : {state} ; il faut : {after}"
    ),
    "no detention title covers {day}": "aucun titre de détention ne couvre le {day}",
    # The council chamber
    "the resident was not held at that moment": "le résident n'était pas détenu à ce moment",
    "a request is inadmissible before {day}; say if it was deposited all the same": (
        "une requête est irrecevable avant le {day} ; dites si elle a tout de même été déposée"
    ),
    "no request to the chamber waits for this": "aucune requête à la chambre n'attend cela",
    "several requests wait ({numbers}): say which": (
        "plusieurs requêtes sont en attente ({numbers}) : dites laquelle"
    ),
    "the term to appeal ended at {ends}; say if the appeal was deposited all the same": (
        "le délai d'appel a pris fin le {ends} ; dites si l'appel a tout de même été déposé"
    ),
    "a request to the council chamber becomes admissible": (
        "une requête à la chambre du conseil devient recevable"
    ),
    "the term to appeal to the indictment chamber": (
        "le délai d'appel à la chambre des mises en accusation"
    ),
    # Restrictions and absconding
    "restriction {n} is {state}; this needs {after}": (
        "état de la restriction {n} : {state} ; il faut : {after}"
    ),
    "no departure period runs: no decision to leave is notified": (
        "aucun délai de départ ne court : aucune décision de départ n'est notifiée"
    ),
    "the departure period ended on {day}": "le délai de départ a pris fin le {day}",
    "the resident was not informed of the duty to cooperate": (
        "le résident n'a pas été informé de l'obligation de coopérer"
    ),
    "no language is on record in which the duties were explained": (
        "aucune langue n'est enregistrée dans laquelle les obligations ont été expliquées"
    ),
    "the resident may give an address or a reason in writing until {last}": (
        "le résident peut donner une adresse ou un motif par écrit jusqu'au {last}"
    ),
    "the term for an address or a reason in writing ends": (
        "le délai pour une adresse ou un motif par écrit prend fin"
    ),
    "held since {day} without a detention title on record; release is mandatory": (
        "maintenu depuis le {day} sans titre de détention enregistré ; la mise en liberté est "
        "obligatoire"
    ),
    "{account} acts as {functions}; a title that continues a prolonged detention is for the "
    "Minister alone": (
        "{account} agit comme {functions} ; un titre qui continue une détention prolongée relève "
        "du ministre seul"
    ),
    "no attempt is on record that failed on {day} because the resident did not board": (
        "aucune tentative n'est enregistrée qui ait échoué le {day} parce que le résident n'a "
        "pas embarqué"
    ),
    "the resident may not stay in this place since {day}, and was not moved": (
        "le résident ne peut rester dans ce lieu depuis le {day}, et n'a pas été déplacé"
    ),
    "MUST BE RELEASED since {day}: {why} ({rule})": (
        "À METTRE EN LIBERTÉ depuis le {day} : {why} ({rule})"
    ),
    "MAY NOT STAY HERE since {day}: {what} ({rule})": (
        "NE PEUT RESTER ICI depuis le {day} : {what} ({rule})"
    ),
    "at once: {what} ({rule})": ("sans délai : {what} ({rule})"),
    "The prospect of removal, of a title that prolongs the detention it continues.": (
        "La perspective d'éloignement, pour un titre qui prolonge la détention qu'il continue."
    ),
    "{account} acts as {functions}; a title that prolongs a detention is for {may}": (
        "{account} agit comme {functions} ; un titre qui prolonge une détention relève de {may}"
    ),
    "beyond {last} this title prolongs the detention: say with which prospect of removal": (
        "au-delà du {last}, ce titre prolonge la détention : dites avec quelle perspective "
        "d'éloignement"
    ),
    "say that the own dwelling of the family, under a convention, was weighed": (
        "dites que l'habitation propre de la famille, sous convention, a été envisagée"
    ),
    "the resident is held in {place}; a title for {other} waits for the transfer": (
        "le résident est détenu à {place} ; un titre pour {other} attend le transfèrement"
    ),
    "a title was given already after the refusal of {day}; it starts the clock once": (
        "un titre a déjà été délivré après le refus du {day} ; il ne fait repartir le "
        "délai qu'une fois"
    ),
    "the resident is {state}: a detention that does not go on is not prolonged": (
        "le résident est {state} : une détention qui ne se poursuit pas n'est pas prolongée"
    ),
    "let go by the prison on {day} and kept there beyond {last}; release is mandatory": (
        "libéré par la prison le {day} et gardé là au-delà du {last} ; la mise en liberté "
        "est obligatoire"
    ),
    "bring to a centre or release: a former prisoner waits no longer": (
        "amener dans un centre ou libérer : un ancien détenu n'attend pas plus longtemps"
    ),
    "the detention ended on {day}: it was prolonged without a step towards removal in time": (
        "la détention a pris fin le {day} : elle a été prolongée sans démarche "
        "d'éloignement à temps"
    ),
    "so corrected the detention would last until {day}; it may until {last} at most": (
        "ainsi corrigée, la détention durerait jusqu'au {day} ; elle le peut jusqu'au "
        "{last} au plus tard"
    ),
}

NL: dict[str, str] = {
    # Functions and states
    "minister": "minister",
    "not-held": "niet vastgehouden",
    "held": "vastgehouden",
    "family-unit": "woonunit",
    "hospital": "ziekenhuis",
    "in-transfer": "in overbrenging",
    "released": "in vrijheid gesteld",
    "proposed": "voorgesteld",
    "imposed": "opgelegd",
    "breached": "niet nageleefd",
    "lifted": "opgeheven",
    "over": "afgelopen",
    "seized": "aanhangig",
    "ruled": "beslist",
    "appealed": "in hoger beroep",
    "presumed": "vermoed",
    "established": "vastgesteld",
    "found": "teruggevonden",
    # Groups and commands
    "Propose, issue or prolong a detention title; record steps towards removal; release.": (
        "Een vasthoudingstitel voorstellen, afgeven of verlengen; stappen voor verwijdering "
        "registreren; in vrijheid stellen."
    ),
    "Prepare a detention title and say why nothing less coercive would do.": (
        "Een vasthoudingstitel voorbereiden en zeggen waarom niets minder dwingends volstaat."
    ),
    "Decide the detention title that was proposed; by another person than who prepared it.": (
        "De voorgestelde vasthoudingstitel beslissen; door een andere persoon dan wie hem "
        "voorbereidde."
    ),
    "Prepare a prolongation of the title that runs.": (
        "Een verlenging van de lopende titel voorbereiden."
    ),
    "Decide the prolongation that was proposed; after the first, the Minister alone.": (
        "De voorgestelde verlenging beslissen; na de eerste alleen de minister."
    ),
    "Record a step taken towards removal.": "Een stap voor verwijdering registreren.",
    "Record that the resident was set free.": (
        "Registreren dat de bewoner in vrijheid werd gesteld."
    ),
    "Record a prison, a hospital and the way back; review the stay of a family.": (
        "Een gevangenis, een ziekenhuis en de terugkeer registreren; het verblijf van een gezin "
        "opnieuw bekijken."
    ),
    "Record that the resident went to a prison or a hospital, or came back.": (
        "Registreren dat de bewoner naar een gevangenis of een ziekenhuis ging, of terugkwam."
    ),
    "Record that the prison or the hospital lets the resident go.": (
        "Registreren dat de gevangenis of het ziekenhuis de bewoner laat gaan."
    ),
    "Record that the prison told the Immigration Office that it holds the resident.": (
        "Registreren dat de gevangenis aan de Dienst Vreemdelingenzaken meldde dat zij de bewoner "
        "vasthoudt."
    ),
    "Record that it was asked again whether the family must stay.": (
        "Registreren dat opnieuw werd gevraagd of het gezin moet blijven."
    ),
    "Record the control of a detention by the council chamber.": (
        "De controle van een vasthouding door de raadkamer registreren."
    ),
    "Record that the council chamber was asked to control the detention.": (
        "Registreren dat de raadkamer werd gevraagd de vasthouding te controleren."
    ),
    "Record what the council chamber, or the indictment chamber, ruled.": (
        "Registreren wat de raadkamer, of de kamer van inbeschuldigingstelling, besliste."
    ),
    "Record an appeal against a ruling of the council chamber.": (
        "Een hoger beroep tegen een beschikking van de raadkamer registreren."
    ),
    "Propose, impose or lift a preventive or less coercive measure; record a breach.": (
        "Een preventieve of minder dwingende maatregel voorstellen, opleggen of opheffen; een "
        "niet-naleving registreren."
    ),
    "Prepare a preventive or less coercive measure.": (
        "Een preventieve of minder dwingende maatregel voorbereiden."
    ),
    "Decide a restriction that was proposed; by another person than who prepared it.": (
        "Een voorgestelde beperking beslissen; door een andere persoon dan wie ze voorbereidde."
    ),
    "Record that the resident did not keep to a restriction.": (
        "Registreren dat de bewoner een beperking niet naleefde."
    ),
    "End a restriction.": "Een beperking beëindigen.",
    "Presume, establish or refute that the resident absconded.": (
        "Vermoeden, vaststellen of weerleggen dat de bewoner onderdook."
    ),
    "Say why the resident is presumed to have absconded, and since when.": (
        "Zeggen waarom de bewoner vermoed wordt onder te duiken, en sinds wanneer."
    ),
    "Decide that the resident absconded; by another person than who proposed it.": (
        "Beslissen dat de bewoner onderdook; door een andere persoon dan wie het voorstelde."
    ),
    "Record that a resident presumed to have absconded is there again.": (
        "Registreren dat een bewoner die vermoed werd onder te duiken er weer is."
    ),
    # Options
    "The legal basis.": "De rechtsgrond.",
    "The legal basis, as proposed.": "De rechtsgrond, zoals voorgesteld.",
    "A less coercive measure that was weighed; repeat it for each.": (
        "Een minder dwingende maatregel die werd afgewogen; te herhalen voor elke."
    ),
    "Why none of them is enough.": "Waarom geen enkele volstaat.",
    "Where the resident is held, by code or name.": (
        "Waar de bewoner wordt vastgehouden, met code of naam."
    ),
    "The day detention began, if before the title; for art. 74/8 the warrant's end.": (
        "De dag waarop de vasthouding begon, indien vóór de titel; voor art. 74/8 de opheffing van "
        "het bevel."
    ),
    "The refusal to board after which the clock starts again.": (
        "De weigering in te schepen waarna de termijn opnieuw begint."
    ),
    "The last day it covers; without it, as long as the law allows.": (
        "De laatste gedekte dag; zonder deze, zo lang de wet het toelaat."
    ),
    "The prospect of removal it rests on.": ("Het vooruitzicht op verwijdering waarop zij steunt."),
    "For public order or national security: a month at a time.": (
        "Voor de openbare orde of de nationale veiligheid: een maand per keer."
    ),
    "What was done towards removal.": "Wat voor de verwijdering werd gedaan.",
    "Why the resident is free.": "Waarom de bewoner vrij is.",
    "Where the resident goes.": "Waar de bewoner heen gaat.",
    "What was found.": "Wat werd vastgesteld.",
    "Who asked.": "Wie het vroeg.",
    "It lies at the registry, in time or not.": "Neergelegd ter griffie, tijdig of niet.",
    "What was ruled.": "Wat werd beslist.",
    "Which court ruled.": "Welk gerecht besliste.",
    "Who appealed.": "Wie hoger beroep instelde.",
    "What the resident must do.": "Wat de bewoner moet doen.",
    "Which restriction; without it, the latest.": "Welke beperking; zonder dit, de laatste.",
    "What happened; sealed.": "Wat er gebeurde; verzegeld.",
    "What raised the presumption.": "Wat het vermoeden deed ontstaan.",
    "The day on which it was raised.": "De dag waarop het ontstond.",
    # Titles and prolongations refused
    "say which less coercive measures were weighed and why they are not enough": (
        "zeg welke minder dwingende maatregelen werden afgewogen en waarom zij niet volstaan"
    ),
    "a title for a family leads to a family site; {place} is a closed centre": (
        "een titel voor een gezin leidt naar een woonunit; {place} is een gesloten centrum"
    ),
    "no length is known of a title on the ground {ground} that counts from {day}": (
        "er is geen duur gekend van een titel op grond van {ground} die loopt vanaf {day}"
    ),
    "detention that counts from {first} ended by {last} at the latest": (
        "een vasthouding die loopt vanaf {first} eindigde uiterlijk op {last}"
    ),
    "a title that counts from {first} lasts until {last} at most": (
        "een titel die loopt vanaf {first} duurt hoogstens tot {last}"
    ),
    "{day} is before the day of the title": "{day} ligt vóór de dag van de titel",
    "{day} has not come yet": "{day} is nog niet gekomen",
    "{day} is no day of the calendar": "{day} is geen dag van de kalender",
    "say on which day the warrant was lifted": "zeg op welke dag het bevel werd opgeheven",
    "on {day} no earlier title was refused boarding under": (
        "op {day} werd onder geen eerdere titel geweigerd in te schepen"
    ),
    "the title proposed is on the ground {ground}": (
        "de voorgestelde titel is op grond van {ground}"
    ),
    "the resident has absconded and was not found": (
        "de bewoner is ondergedoken en werd niet teruggevonden"
    ),
    "no detention title runs": "er loopt geen vasthoudingstitel",
    "the title ran out on {day}: what has ended is not prolonged": (
        "de titel liep af op {day}: wat geëindigd is, wordt niet verlengd"
    ),
    "detention lasts until {last} at most, and the title already does": (
        "de vasthouding duurt hoogstens tot {last}, en de titel doet dat al"
    ),
    "for public order a title is prolonged once it lasts until {last}, not before": (
        "voor de openbare orde wordt een titel verlengd zodra hij tot {last} loopt, niet eerder"
    ),
    "a title on the ground {ground} is not prolonged again in this way": (
        "een titel op grond van {ground} wordt zo niet nog eens verlengd"
    ),
    "this prolongation lasts until {last} at most": "deze verlenging duurt hoogstens tot {last}",
    "the title already lasts until {day}": "de titel loopt al tot {day}",
    "no step towards removal was taken by {day}": (
        "er werd uiterlijk op {day} geen stap voor verwijdering ondernomen"
    ),
    "{account} acts as {functions}; this prolongation is for the Minister alone": (
        "{account} treedt op als {functions}; deze verlenging is voor de minister alleen"
    ),
    "the prolongation until {day} was decided as {functions}; it is for the Minister alone": (
        "de verlenging tot {day} werd beslist als {functions}; zij is voor de minister alleen"
    ),
    "nothing is proposed that could be decided": (
        "er is niets voorgesteld waarover beslist kan worden"
    ),
    "{person} prepared this as {account}; another person must decide": (
        "{person} bereidde dit voor als {account}; een andere persoon moet beslissen"
    ),
    # Release
    "the detention title ran out on {day}, without prolongation or release": (
        "de vasthoudingstitel liep af op {day}, zonder verlenging of invrijheidstelling"
    ),
    "the maximum of detention was reached on {day}; release is mandatory": (
        "het maximum van de vasthouding werd bereikt op {day}; invrijheidstelling is verplicht"
    ),
    "the Minister did not seize the council chamber by {day}; release is mandatory": (
        "de minister maakte de zaak niet uiterlijk op {day} aanhangig bij de raadkamer; "
        "invrijheidstelling is verplicht"
    ),
    "the council chamber did not rule by {day}; release is mandatory": (
        "de raadkamer besliste niet uiterlijk op {day}; invrijheidstelling is verplicht"
    ),
    "release was ordered on {day}; release is mandatory": (
        "de invrijheidstelling werd bevolen op {day}; zij is verplicht"
    ),
    "release: the maximum of detention is reached": (
        "invrijheidstelling: het maximum van de vasthouding is bereikt"
    ),
    "prolong or release: the detention title ends": (
        "verlengen of in vrijheid stellen: de vasthoudingstitel eindigt"
    ),
    "the Minister seizes the council chamber": (
        "de minister maakt de zaak aanhangig bij de raadkamer"
    ),
    "the council chamber rules, or release": ("de raadkamer beslist, anders invrijheidstelling"),
    "release: the court ordered it": "invrijheidstelling: de rechter beval ze",
    "take a step towards removal": "een stap voor verwijdering ondernemen",
    "review the stay in the family unit": "het verblijf in de woonunit opnieuw bekijken",
    "the prison's notice to the Immigration Office": (
        "de melding van de gevangenis aan de Dienst Vreemdelingenzaken"
    ),
    # Where the resident is
    "the resident is in {state} since {day}, without release order or discharge": (
        "verblijf van de bewoner sinds {day}: {state}, zonder bevel tot vrijlating of ontslag"
    ),
    "the resident has absconded since {day}": "de bewoner is ondergedoken sinds {day}",
    "nobody is held: {state}": "niemand wordt vastgehouden: {state}",
    "the resident is {state}": "toestand van de bewoner: {state}",
    "the resident is {state}; this needs {after}": (
        "toestand van de bewoner: {state}; dit vraagt: {after}"
    ),
    "no detention title covers {day}": "geen vasthoudingstitel dekt {day}",
    # The council chamber
    "the resident was not held at that moment": (
        "de bewoner werd op dat ogenblik niet vastgehouden"
    ),
    "a request is inadmissible before {day}; say if it was deposited all the same": (
        "een verzoek is niet ontvankelijk vóór {day}; zeg of het toch werd neergelegd"
    ),
    "no request to the chamber waits for this": "geen verzoek aan de raadkamer wacht hierop",
    "several requests wait ({numbers}): say which": (
        "meerdere verzoeken wachten ({numbers}): zeg welk"
    ),
    "the term to appeal ended at {ends}; say if the appeal was deposited all the same": (
        "de beroepstermijn eindigde op {ends}; zeg of het beroep toch werd neergelegd"
    ),
    "a request to the council chamber becomes admissible": (
        "een verzoek aan de raadkamer wordt ontvankelijk"
    ),
    "the term to appeal to the indictment chamber": (
        "de beroepstermijn bij de kamer van inbeschuldigingstelling"
    ),
    # Restrictions and absconding
    "restriction {n} is {state}; this needs {after}": (
        "toestand van beperking {n}: {state}; dit vraagt: {after}"
    ),
    "no departure period runs: no decision to leave is notified": (
        "er loopt geen vertrektermijn: geen beslissing tot vertrek is ter kennis gebracht"
    ),
    "the departure period ended on {day}": "de vertrektermijn eindigde op {day}",
    "the resident was not informed of the duty to cooperate": (
        "de bewoner werd niet over de medewerkingsplicht ingelicht"
    ),
    "no language is on record in which the duties were explained": (
        "er is geen taal geregistreerd waarin de plichten werden uitgelegd"
    ),
    "the resident may give an address or a reason in writing until {last}": (
        "de bewoner kan tot {last} schriftelijk een adres of een reden geven"
    ),
    "the term for an address or a reason in writing ends": (
        "de termijn voor een schriftelijk adres of een schriftelijke reden eindigt"
    ),
    "held since {day} without a detention title on record; release is mandatory": (
        "vastgehouden sinds {day} zonder geregistreerde vasthoudingstitel; invrijheidstelling is "
        "verplicht"
    ),
    "{account} acts as {functions}; a title that continues a prolonged detention is for the "
    "Minister alone": (
        "{account} handelt als {functions}; een titel die een verlengde vasthouding voortzet is "
        "voor de minister alleen"
    ),
    "no attempt is on record that failed on {day} because the resident did not board": (
        "er is geen poging geregistreerd die op {day} mislukte omdat de bewoner niet instapte"
    ),
    "the resident may not stay in this place since {day}, and was not moved": (
        "de bewoner mag sinds {day} niet op deze plaats blijven en werd niet verplaatst"
    ),
    "MUST BE RELEASED since {day}: {why} ({rule})": (
        "IN VRIJHEID TE STELLEN sinds {day}: {why} ({rule})"
    ),
    "MAY NOT STAY HERE since {day}: {what} ({rule})": (
        "MAG HIER NIET BLIJVEN sinds {day}: {what} ({rule})"
    ),
    "at once: {what} ({rule})": ("onmiddellijk: {what} ({rule})"),
    "The prospect of removal, of a title that prolongs the detention it continues.": (
        "Het vooruitzicht op verwijdering, voor een titel die de vasthouding die hij "
        "voortzet verlengt."
    ),
    "{account} acts as {functions}; a title that prolongs a detention is for {may}": (
        "{account} treedt op als {functions}; een titel die een vasthouding verlengt is voor {may}"
    ),
    "beyond {last} this title prolongs the detention: say with which prospect of removal": (
        "voorbij {last} verlengt deze titel de vasthouding: zeg met welk vooruitzicht op "
        "verwijdering"
    ),
    "say that the own dwelling of the family, under a convention, was weighed": (
        "zeg dat de eigen woning van het gezin, onder overeenkomst, overwogen werd"
    ),
    "the resident is held in {place}; a title for {other} waits for the transfer": (
        "de bewoner wordt vastgehouden in {place}; een titel voor {other} wacht op de overbrenging"
    ),
    "a title was given already after the refusal of {day}; it starts the clock once": (
        "er is al een titel gegeven na de weigering van {day}; die laat de termijn één "
        "keer herbeginnen"
    ),
    "the resident is {state}: a detention that does not go on is not prolonged": (
        "de bewoner is {state}: een vasthouding die niet voortduurt wordt niet verlengd"
    ),
    "let go by the prison on {day} and kept there beyond {last}; release is mandatory": (
        "vrijgelaten door de gevangenis op {day} en daar gehouden voorbij {last}; "
        "invrijheidstelling is verplicht"
    ),
    "bring to a centre or release: a former prisoner waits no longer": (
        "naar een centrum brengen of vrijlaten: een ex-gedetineerde wacht niet langer"
    ),
    "the detention ended on {day}: it was prolonged without a step towards removal in time": (
        "de vasthouding eindigde op {day}: zij werd verlengd zonder tijdige stap voor verwijdering"
    ),
    "so corrected the detention would last until {day}; it may until {last} at most": (
        "zo verbeterd zou de vasthouding duren tot {day}; dat mag tot uiterlijk {last}"
    ),
}
