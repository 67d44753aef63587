"""The texts in Dutch; keys are the English ones."""

from cli.translations.regions import REGIONS

TEXTS: dict[str, str] = {
    # The sections of the first help
    "set up": "inrichten",
    "record": "registreren",
    "look": "raadplegen",
    "control": "controleren",
    "audit": "auditeren",
    "run": "beheren",
    # What each command does: to set up and keep running
    "Follow return trajectories, from arrival to departure or non-return.": (
        "Terugkeertrajecten opvolgen, van aankomst tot vertrek of niet-terugkeer."
    ),
    "Make a store, private to you, with your account as its first registrar.": (
        "Een opslag aanmaken, alleen voor u toegankelijk, met uw account als eerste "
        "accountbeheerder."
    ),
    "Show it all on a sample register: import, advance a dossier, replay, verify.": (
        "Alles tonen op een voorbeeldregister: importeren, een dossier voortzetten, opnieuw "
        "afspelen, verifiëren."
    ),
    "Take a centre's act register in; rows not understood go to FILE.rejects.csv.": (
        "Het handelingenregister van een centrum overnemen; niet begrepen rijen gaan naar "
        "FILE.rejects.csv."
    ),
    "Fill a new store with a fictional year, after the published figures.": (
        "Een nieuwe opslag vullen met een verzonnen jaar, volgens de gepubliceerde cijfers."
    ),
    "How many dossiers.": "Het aantal dossiers.",
    "The same seed makes the same year.": "Dezelfde beginwaarde geeft hetzelfde jaar.",
    "The places, separated by commas; without it, all.": (
        "De plaatsen, gescheiden door komma's; zonder deze optie alle."
    ),
    "The year; without it, the last whole one.": (
        "Het jaar; zonder deze optie het laatste volledige jaar."
    ),
    "The share of dossiers in which something goes wrong that is no breach.": (
        "Het aandeel dossiers waarin iets misloopt dat geen inbreuk is."
    ),
    "The share of dossiers in which a breach is planted, for the controls to find.": (
        "Het aandeel dossiers waarin een inbreuk wordt gelegd, te vinden door de controles."
    ),
    "Plant breaches of this code only; may be repeated.": (
        "Alleen inbreuken met deze code leggen; mag herhaald worden."
    ),
    "{value} is not a share; write 0 to 1": "{value} is geen aandeel; schrijf 0 tot 1",
    "{year} is not over; the last whole year is {last}": (
        "{year} is niet voorbij; het laatste volledige jaar is {last}"
    ),
    "{centre} is not on the list of places; there are: {known}": (
        "{centre} staat niet op de lijst van plaatsen; er zijn: {known}"
    ),
    "no breach with the code {code} can be planted; there are: {known}": (
        "geen inbreuk met de code {code} kan worden gelegd; er zijn: {known}"
    ),
    "say in which share of the dossiers, with --breaches": (
        "zeg in welk aandeel van de dossiers, met --breaches"
    ),
    "this store is not empty; a simulated year needs a new one": (
        "deze opslag is niet leeg; een gesimuleerd jaar vraagt een nieuwe"
    ),
    "everybody in {store} is fictional; record no real resident there": (
        "iedereen in {store} is verzonnen; leg er geen echte bewoner in vast"
    ),
    "{year}: {dossiers} dossiers, {events} events, {ended} stays ended": (
        "{year}: {dossiers} dossiers, {events} gebeurtenissen, {ended} verblijven beëindigd"
    ),
    "{repeated} repeated, {refused} refused, {corrected} corrected, {late} late, "
    "{annulled} annulled, {overtaken} overtaken": (
        "herhaald: {repeated}, geweigerd: {refused}, verbeterd: {corrected}, laat: {late}, "
        "vernietigd: {annulled}, ingehaald: {overtaken}"
    ),
    "breaches planted: {n}": "inbreuken gelegd: {n}",
    "figure": "cijfer",
    "number": "aantal",
    "of": "op",
    "value": "waarde",
    "published": "gepubliceerd",
    "mark": "zekerheid",
    "source": "bron",
    "Give an account to a person, in a function; by a registrar.": (
        "Een account toekennen aan een persoon, in een functie; door een accountbeheerder."
    ),
    "List accounts, persons and functions.": "Accounts, personen en functies weergeven.",
    "Look after the read models; they can always be made again from the journal.": (
        "De leesmodellen onderhouden; ze kunnen altijd opnieuw worden gemaakt uit het journaal."
    ),
    "Show how far each read model has read, and what holds it up.": (
        "Tonen tot waar elk leesmodel heeft gelezen, en wat het tegenhoudt."
    ),
    "Keep read models up to date until stopped (SIGTERM or Ctrl-C).": (
        "De leesmodellen bijhouden tot het wordt gestopt (SIGTERM of Ctrl-C)."
    ),
    "Only this one; may be repeated.": "Alleen dit; mag worden herhaald.",
    "Apply what there is and leave.": "Toepassen wat er is en dan stoppen.",
    "Make every read model again from the journal, beside those that are read meanwhile.": (
        "Alle leesmodellen opnieuw maken uit het journaal, naast die welke ondertussen worden "
        "gelezen."
    ),
    "Show the procedure: its stages, steps and diagrams.": (
        "De procedure tonen: haar fasen, stappen en diagrammen."
    ),
    "List every step: from which stages, to which, and who may take it.": (
        "Elke stap weergeven: vanuit welke fasen, naar welke, en wie hem mag zetten."
    ),
    "Draw a table of the procedure as a Mermaid state diagram.": (
        "Een tabel van de procedure tekenen als Mermaid-toestandsdiagram."
    ),
    # What each command does: to record
    "Open the dossier of a resident who was admitted to a centre.": (
        "Het dossier openen van een bewoner die in een centrum werd opgenomen."
    ),
    "Record that rights, duties and options were explained.": (
        "Registreren dat rechten, plichten en mogelijkheden werden uitgelegd."
    ),
    "Record a talk between coach and resident.": "Een gesprek tussen coach en bewoner registreren.",
    "Draft, edit, take, notify or annul a decision.": (
        "Een beslissing opstellen, bewerken, nemen, ter kennis brengen of vernietigen."
    ),
    "Prepare a decision and put it forward.": "Een ontwerp van beslissing opstellen en voorleggen.",
    "Change the draft of the running round.": "Het ontwerp van de lopende ronde bewerken.",
    "Decide the running round; by another person than who drafted or edited it.": (
        "De beslissing van de lopende ronde nemen; door een andere persoon dan wie ze opstelde "
        "of bewerkte."
    ),
    "Record that the decision reached the resident.": (
        "Registreren dat de beslissing aan de bewoner ter kennis werd gebracht."
    ),
    "Record that an appeal was handed to the director of the place.": (
        "Registreren dat een beroep werd afgegeven aan de directeur van de plaats van vasthouding."
    ),
    "Record that a handed-in appeal was passed on to the Council.": (
        "Registreren dat een afgegeven beroep aan de Raad werd overgezonden."
    ),
    "Record that the Council registered an appeal.": (
        "Registreren dat de Raad een beroep op de rol heeft geplaatst."
    ),
    "Record the outcome of an appeal.": "De uitkomst van een beroep registreren.",
    "Follow the file for assisted voluntary return with IOM (OIM).": (
        "Het dossier voor ondersteunde vrijwillige terugkeer bij IOM opvolgen."
    ),
    "Open a file for assisted voluntary return with IOM.": (
        "Een dossier voor ondersteunde vrijwillige terugkeer bij IOM openen."
    ),
    "Record that IOM or Fedasil confirmed eligibility.": (
        "Registreren dat IOM of Fedasil bevestigde dat de bewoner in aanmerking komt."
    ),
    "Record that the resident signed the voluntary return declaration.": (
        "Registreren dat de bewoner de verklaring van vrijwillige terugkeer ondertekende."
    ),
    "Record that IOM booked the journey.": "Registreren dat IOM de reis heeft geboekt.",
    "Record that the resident withdrew; possible until boarding, without sanction.": (
        "Registreren dat de bewoner zich terugtrok; mogelijk tot aan de inscheping, zonder sanctie."
    ),
    "Record a doctor's certificate that the resident is fit to travel.": (
        "Registreren dat een arts attesteerde dat de bewoner reisgeschikt is."
    ),
    "Record a doctor's finding that the resident is not fit to travel.": (
        "Registreren dat een arts vaststelde dat de bewoner niet reisgeschikt is."
    ),
    "Prepare a removal on the strength of the notified decision.": (
        "Een verwijdering voorbereiden op grond van de ter kennis gebrachte beslissing."
    ),
    "Record that the resident left Belgium.": "Registreren dat de bewoner België heeft verlaten.",
    "End the trajectory without a departure.": "Het traject beëindigen zonder vertrek.",
    "Close a dossier that has its outcome.": "Een dossier afsluiten waarvan de uitkomst vaststaat.",
    "Take up an ended dossier again.": "Een beëindigd dossier heropenen.",
    "Say what holds instead of one field of an earlier record; nothing is edited.": (
        "Aangeven wat geldt in de plaats van één veld van een eerdere registratie; die blijft "
        "ongewijzigd."
    ),
    # What each command does: to look, control and audit
    "Show where a dossier stands: stage, decision, appeals, what blocks departure.": (
        "Tonen waar een dossier staat: fase, beslissing, beroepen, wat het vertrek blokkeert."
    ),
    "List what is on record for a dossier: what, when, by whom, in what capacity.": (
        "Weergeven wat voor een dossier geregistreerd is: wat, wanneer, door wie, in welke "
        "hoedanigheid."
    ),
    "Replay a dossier step by step, in the order it happened: each act and the stage after it.": (
        "Een dossier stap voor stap opnieuw afspelen, in de volgorde van de feiten: elke "
        "handeling en de fase erna."
    ),
    "List a centre's dossiers: stage, since when, what blocks departure, what is due.\n\nWith "
    "--as-known all is told as it could have been told then.": (
        "De dossiers van een centrum weergeven: fase, sinds wanneer, wat het vertrek blokkeert, "
        "wat vervalt.\n\nMet --as-known wordt alles gezegd zoals het toen gezegd kon worden."
    ),
    "Tell which steps would pass now, and the rules in the way of the others; records nothing.": (
        "Aangeven welke stappen nu kunnen, en welke regels de andere in de weg staan; "
        "registreert niets."
    ),
    "Control the quality of decisions.": "De kwaliteit van de beslissingen controleren.",
    "Check, decision round by round, that who prepared a decision did not take it.": (
        "Ronde per ronde nagaan dat wie een beslissing voorbereidde, ze niet zelf heeft genomen."
    ),
    "Check what was recorded, without trusting who recorded it.": (
        "Nagaan wat werd geregistreerd, zonder te moeten vertrouwen op wie het registreerde."
    ),
    "Check that nothing on record was altered, removed or put in; reads only.": (
        "Nagaan dat niets wat geregistreerd is werd gewijzigd, verwijderd of toegevoegd; leest "
        "alleen."
    ),
    "Check every act against the rules of the procedure, as they stood when it happened.": (
        "Elke handeling toetsen aan de regels van de procedure zoals ze golden op het ogenblik "
        "van de feiten."
    ),
    # Options of every command
    "Who acts.": "Wie handelt.",
    "On whose behalf.": "Namens wie.",
    "Answer in JSON.": "In JSON antwoorden.",
    "Language of labels, refusals and help.": "Taal van de opschriften, de weigeringen en de hulp.",
    "Show the version.": "De versie tonen.",
    # Options to record with
    "When it happened.": "Wanneer het gebeurde.",
    "Sent twice, recorded once.": "Twee keer verzonden, één keer geregistreerd.",
    "Free text kept, sealed, with the act.": "Vrije tekst, verzegeld bewaard bij de handeling.",
    "The same, read from a file; - for standard input.": (
        "Hetzelfde, gelezen uit een bestand; - voor de standaardinvoer."
    ),
    "The administrative number.": "Het administratieve nummer.",
    "The centre, by code or name.": "Het centrum, met code of naam.",
    "The resident's first dossier, if there is one.": (
        "Het eerste dossier van de bewoner, als dat er is."
    ),
    "Where the resident was before.": "Waar de bewoner voordien was.",
    "As recorded by the centre.": "Zoals geregistreerd door het centrum.",
    "The resident's name; sealed.": "De naam van de bewoner; verzegeld.",
    "The date of birth; sealed.": "De geboortedatum; verzegeld.",
    "The nationality; sealed.": "De nationaliteit; verzegeld.",
    "A language the resident understands.": "Een taal die de bewoner begrijpt.",
    "What was explained; without it, all seven.": (
        "Wat werd uitgelegd; zonder deze optie alle zeven punten."
    ),
    "The interpreter's number.": "Het nummer van de tolk.",
    "What the resident did.": "Wat de bewoner deed.",
    "What was said; sealed.": "Wat werd gezegd; verzegeld.",
    "The annex it is written on: 13septies.": "De bijlage waarop ze is opgesteld: 13septies.",
    "The motives; sealed.": "De motivering; verzegeld.",
    "Whether it states remedies, body, forms and terms; else the term does not start.": (
        "Of ze rechtsmiddelen, instantie, vormen en termijnen vermeldt; anders gaat de termijn "
        "niet in."
    ),
    "The appeal term as printed in the decision.": (
        "De beroepstermijn zoals gedrukt in de beslissing."
    ),
    "Who took it away.": "Wie ze heeft vernietigd.",
    "Why; sealed.": "Waarom; verzegeld.",
    "The kind of remedy.": "De aard van het beroep.",
    "The kind of remedy, if it was not handed in here.": (
        "De aard van het beroep, als het niet hier werd afgegeven."
    ),
    "What became of it.": "Wat ervan geworden is.",
    "The day of the journey.": "De dag van de reis.",
    "What the doctor notes; sealed, for medical staff.": (
        "Wat de arts noteert; verzegeld, voor het medisch personeel."
    ),
    "How the resident left.": "Hoe de bewoner vertrok.",
    "Why there is no departure.": "Waarom er geen vertrek is.",
    "The version of the record that is wrong.": "De versie van de foute registratie.",
    "The field that is wrong, or occurred_at.": "Het foute veld, of occurred_at.",
    "What holds instead.": "Wat in de plaats geldt.",
    # Options to look, control, audit and keep running with
    "As it was at this version.": "Zoals het was bij deze versie.",
    "What had happened by then.": "Wat op dat ogenblik gebeurd was.",
    "What had been recorded by then.": "Wat op dat ogenblik geregistreerd was.",
    "Ended trajectories too.": "Ook beëindigde trajecten.",
    "Only what this person did.": "Alleen wat deze persoon deed.",
    "Recorded from then on.": "Geregistreerd vanaf dat ogenblik.",
    "At most so many.": "Hoogstens zoveel.",
    "An earlier tree head: a checkpoint note, or what verify --json printed.": (
        "Een eerdere boomkop: de nota van een controlepunt, of wat verify --json afdrukte."
    ),
    "Receipts of recorded acts, as JSON.": "Bewijzen van registratie van handelingen, als JSON.",
    "Which table to draw.": "Welke tabel te tekenen.",
    "Keep the store here.": "De opslag hier bewaren.",
    "The person behind your account; without it, the account.": (
        "De persoon achter uw account; zonder deze optie het account."
    ),
    "The centre's staff list.": "De personeelslijst van het centrum.",
    "The natural person behind the account.": "De natuurlijke persoon achter het account.",
    "In what capacity.": "In welke hoedanigheid.",
    # What was typed does not fit
    "{value} is not one of: {known}": "{value} komt niet voor in: {known}",
    "{value} is not a date; write 2026-03-02 or 2026-03-02T14:05": (
        "{value} is geen datum; schrijf 2026-03-02 of 2026-03-02T14:05"
    ),
    "give --{name} or --{name}-file, not both": "geef --{name} of --{name}-file, niet allebei",
    "{file} cannot be read as UTF-8 text": "{file} kan niet als UTF-8-tekst worden gelezen",
    "missing: {name}": "ontbreekt: {name}",
    "missing: --{name}": "ontbreekt: --{name}",
    "no such option: {name}": "onbekende optie: {name}",
    "; did you mean {near}?": "; bedoelde u {near}?",
    "--command-id: {text} is not a UUID": "--command-id: {text} is geen UUID",
    "{name}: {value} does not fit; expected {hint}": "{name}: {value} past niet; verwacht: {hint}",
    "a centre's code, a year and a number, as in VOT-2026-0042": (
        "de code van een centrum, een jaar en een nummer, zoals VOT-2026-0042"
    ),
    "the number of the resident's first dossier, as in VOT-2026-0042": (
        "het nummer van het eerste dossier van de bewoner, zoals VOT-2026-0042"
    ),
    "two to five capitals or digits, as in VOT": "twee tot vijf hoofdletters of cijfers, zoals VOT",
    "the number of an annex, as in 13septies": "het nummer van een bijlage, zoals 13septies",
    "the two or three letters of a language, as in fr or ti": (
        "de twee of drie letters van een taal, zoals fr of ti"
    ),
    "a number without spaces, as in DEC-2026-00042": (
        "een nummer zonder spaties, zoals DEC-2026-00042"
    ),
    "a number without spaces, as in I-17": "een nummer zonder spaties, zoals I-17",
    "a number of days from 1 to 60": "een aantal dagen van 1 tot 60",
    "a day, as in 2026-03-02": "een dag, zoals 2026-03-02",
    "small letters, digits, dots or dashes, as in d.lambert": (
        "kleine letters, cijfers, punten of streepjes, zoals d.lambert"
    ),
    "a code without spaces, as in P-001": "een code zonder spaties, zoals P-001",
    "the version of a record, from 1": "de versie van een registratie, vanaf 1",
    "another value": "een andere waarde",
    "{centre} is not on the list of places": "{centre} staat niet op de lijst van plaatsen",
    "there is no command {name}; there are: {known}": (
        "onbekend commando: {name}; bestaande commando's: {known}"
    ),
    "there is no command {name}; did you mean {near}? all are listed by: {help}": (
        "onbekend commando: {name}; bedoelde u {near}? ze staan allemaal in: {help}"
    ),
    "there is no command {name}; all are listed by: {help}": (
        "onbekend commando: {name}; ze staan allemaal in: {help}"
    ),
    "there is no step {step}": "er is geen stap {step}",
    "there is no dossier {dossier}": "er is geen dossier {dossier}",
    "nothing was on record for {dossier} by then": (
        "voor {dossier} was op dat ogenblik niets geregistreerd"
    ),
    "the command id {id} was used before, for another act": (
        "het commandonummer {id} werd al gebruikt, voor een andere handeling"
    ),
    "the config file {file} cannot be read": (
        "het configuratiebestand {file} kan niet worden gelezen"
    ),
    # What stands in a register that cannot be taken in
    "{file} cannot be read": "{file} kan niet worden gelezen",
    "{file} is empty": "{file} is leeg",
    "{file} is not text in UTF-8, UTF-16 or Windows-1252": (
        "{file} is geen tekst in UTF-8, UTF-16 of Windows-1252"
    ),
    "{file} line 1: missing column {missing}; found: {found}": (
        "{file} regel 1: ontbrekende kolom {missing}; gevonden: {found}"
    ),
    # What an auditor kept cannot be read
    "line {line} of the {what} cannot be read: {why}": (
        "{what}: regel {line} kan niet worden gelezen: {why}"
    ),
    "checkpoint": "controlepunt",
    "receipts": "bewijzen van registratie",
    "size is no number of leaves": "size is geen aantal logbladen",
    "root is no SHA-256 in hexadecimal": "root is geen hexadecimale SHA-256",
    "the name of the log is missing": "de naam van het logboek ontbreekt",
    "the size is no decimal number": "de grootte is geen decimaal getal",
    "the root is no SHA-256 in base64": "de wortel is geen SHA-256 in base64",
    "this is no signature line": "dit is geen handtekeningregel",
    "this is no JSON": "dit is geen JSON",
    "this is no JSON object": "dit is geen JSON-object",
    "log_index is no place in a log": "log_index is geen plaats in een logboek",
    "leaf_hash is no SHA-256 in hexadecimal": "leaf_hash is geen hexadecimale SHA-256",
    # Who may not
    "{account} acts as {functions}; this is for {may}": (
        "{account} handelt als: {functions}; dit is voorbehouden aan: {may}"
    ),
    "no delegation from {principal} to {account} is on record": (
        "er is geen delegatie van {principal} aan {account} geregistreerd"
    ),
    (
        "AUT-01: the account {account} is not registered; a registrar adds it with: trajet "
        "staff add"
    ): (
        "AUT-01: het account {account} is niet ingeschreven; een accountbeheerder voegt het toe "
        "met: trajet staff add"
    ),
    "AUT-02: {account} may not import a register; this is for {may}": (
        "AUT-02: {account} mag geen register importeren; dit is voorbehouden aan: {may}"
    ),
    "AUT-02: {account} may not register people; this is for {may}": (
        "AUT-02: {account} mag geen personen inschrijven; dit is voorbehouden aan: {may}"
    ),
    "the account {account} belongs to {person} and cannot be given to {other}": (
        "het account {account} behoort toe aan {person} en kan niet aan {other} worden toegekend"
    ),
    "{person} {verb} this decision as {account}; another person must decide": (
        "{person} heeft deze beslissing {verb} als {account}; een andere persoon moet ze nemen"
    ),
    "{person} made record {n}; another person must correct it": (
        "{person} maakte registratie {n}; een andere persoon moet ze verbeteren"
    ),
    # Out of turn, or out of time
    "dossier {dossier} is already open": "dossier {dossier} is al geopend",
    "the trajectory has ended ({stage})": "het traject is beëindigd ({stage})",
    "this does not follow from {stage}": "dit kan niet volgen op de fase '{stage}'",
    "{at} has not come yet": "{at} ligt nog in de toekomst",
    "{at} is before {rests_on}, the act it rests on": (
        "{at} ligt vóór {rests_on}, het ogenblik van de handeling waarop deze steunt"
    ),
    "dossier {dossier} changed meanwhile; read it again and repeat the step": (
        "dossier {dossier} is intussen gewijzigd; lees het opnieuw en herhaal de stap"
    ),
    # The decision
    "no decision is drafted in this round": (
        "in deze ronde is geen ontwerp van beslissing opgesteld"
    ),
    "no decision is taken in this round": "in deze ronde is geen beslissing genomen",
    "the decision round is {state}; this needs {after}": (
        "stand van de beslissing in deze ronde: {state}; vereist: {after}"
    ),
    "the decision of round {n} was taken and neither notified nor annulled": (
        "de beslissing van ronde {n} werd genomen, maar niet ter kennis gebracht en niet vernietigd"
    ),
    "no decision is notified and in force, and no voluntary declaration stands": (
        "er is geen ter kennis gebrachte beslissing van kracht en er geldt geen verklaring van "
        "vrijwillige terugkeer"
    ),
    "not yet given: {missing}": "nog niet gegeven: {missing}",
    # Appeals and their terms
    "no appeal is open": "er loopt geen beroep",
    "several appeals are open ({numbers}): say which": (
        "er lopen verschillende beroepen ({numbers}): vermeld welk"
    ),
    "no open appeal has the number {n}": "geen lopend beroep heeft het nummer {n}",
    "an appeal not handed in here needs its kind": (
        "van een beroep dat niet hier werd afgegeven, moet de aard worden vermeld"
    ),
    "the appeal is {state}; this needs {after}": "stand van het beroep: {state}; vereist: {after}",
    "appeal {n} is already on record": "beroep {n} is al geregistreerd",
    "the {kind} appeal {reference} is undecided since {since}": (
        "het beroep {reference} ({kind}) is onbeslist sinds {since}"
    ),
    "the remedies were not stated, so the appeal term never started": (
        "de rechtsmiddelen werden niet vermeld: de beroepstermijn is nooit ingegaan"
    ),
    "the means of notification is not known, nor is the appeal term": (
        "de wijze van kennisgeving is niet bekend, de beroepstermijn evenmin"
    ),
    "the term for a suspensive appeal runs until {last_day}": (
        "de termijn om een schorsend beroep in te dienen loopt tot en met {last_day}"
    ),
    # IOM, fitness to travel, corrections
    "the IOM file is {state}; this needs {after}": (
        "stand van het IOM-dossier: {state}; vereist: {after}"
    ),
    "no voluntary return declaration is signed and standing": (
        "er is geen ondertekende verklaring van vrijwillige terugkeer die nog geldt"
    ),
    "no doctor has certified fitness to travel": "geen arts heeft de reisgeschiktheid geattesteerd",
    "the doctor found the resident unfit to travel on {day}": (
        "de arts stelde op {day} vast dat de bewoner niet reisgeschikt is"
    ),
    "the certificate of {day} was valid for {hours} hours, until {ends}": (
        "het attest van {day} was {hours} uur geldig, tot {ends}"
    ),
    "whether somebody is a minor, or alone, is no matter of correction; "
    "record a dispute of the age, or who has authority over the child": (
        "of iemand minderjarig is, of alleen, wordt niet met een verbetering beslist; "
        "registreer een betwisting van de leeftijd, of wie gezag heeft over het kind"
    ),
    "there is no record {n} to correct": "er is geen registratie {n} om te verbeteren",
    "record {n} has no field {field}; it has: {fields}": (
        "registratie {n} heeft geen veld {field}; wel: {fields}"
    ),
    "{field} cannot hold that value": "{field} kan die waarde niet bevatten",
    # The store, its vault and its read models
    "there is no store at {file}; make one with: trajet init": (
        "er is geen opslag op {file}; maak er een met: trajet init"
    ),
    "the store {file} cannot be made": "de opslag {file} kan niet worden aangemaakt",
    "the event store cannot be used: {what}": (
        "de gebeurtenissenopslag kan niet worden gebruikt: {what}"
    ),
    "the file cannot be opened": "het bestand kan niet worden geopend",
    "another process has kept it locked for too long": (
        "een ander proces houdt ze te lang vergrendeld"
    ),
    "the file is not an event store": "het bestand is geen gebeurtenissenopslag",
    "the file is not an event store of this version": (
        "het bestand is geen gebeurtenissenopslag van deze versie"
    ),
    "the file is damaged": "het bestand is beschadigd",
    "the file may not be written": "in het bestand mag niet worden geschreven",
    "the disk is full": "de schijf is vol",
    "the disk cannot be read or written": "de schijf kan niet worden gelezen of beschreven",
    "it does not answer": "ze antwoordt niet",
    "the record {stream} version {version} cannot be read; run: trajet audit verify": (
        "de registratie {stream} versie {version} kan niet worden gelezen; voer uit: trajet "
        "audit verify"
    ),
    "the dossier {dossier} has lines but no history": (
        "het dossier {dossier} heeft regels maar geen geschiedenis"
    ),
    "the sealed field {field} of {stream} version {version} was altered": (
        "het verzegelde veld {field} van {stream} versie {version} werd gewijzigd"
    ),
    "there is no {category} key for {subject}": "er is geen sleutel ({category}) voor {subject}",
    "{file} does not open this vault": "{file} opent deze kluis niet",
    "the key file {file} is missing or not a key": (
        "het sleutelbestand {file} ontbreekt of is geen sleutel"
    ),
    "the vault {file} is missing": "de kluis {file} ontbreekt",
    "the vault cannot be used": "de kluis kan niet worden gebruikt",
    "the read models cannot be used: {what}": "de leesmodellen kunnen niet worden gebruikt: {what}",
    "another process has kept them locked for too long": (
        "een ander proces houdt de leesmodellen te lang vergrendeld"
    ),
    "their file cannot be read or written; it may be deleted, nothing is lost": (
        "hun bestand kan niet worden gelezen of geschreven; het mag worden gewist, er gaat "
        "niets verloren"
    ),
    "their database does not answer, or not as it should": (
        "hun databank antwoordt niet, of niet zoals het hoort"
    ),
    "interrupted": "onderbroken",
    "what was typed holds bytes that are no letters": (
        "wat er getypt is, bevat bytes die geen letters zijn"
    ),
    (
        "something went wrong that should not have ({kind}); nothing more was recorded. Set "
        "TRAJET_DEBUG=1 and repeat to see where"
    ): (
        "er deed zich een onverwachte fout voor ({kind}); er werd verder niets geregistreerd. "
        "Stel TRAJET_DEBUG=1 in en herhaal om te zien waar"
    ),
    # How a refusal is told
    "refused: {n} rule(s) stand in the way": "geweigerd; regels die in de weg staan: {n}",
    "basis: {basis}": "grondslag: {basis}",
    "passes from: {day}": "mogelijk vanaf: {day}",
    "parameter": "parameter",
    # What a command answers
    "recorded": "geregistreerd",
    "recorded before": "al geregistreerd",
    "receipt: {index} {leaf}": "bewijs van registratie: {index} {leaf}",
    "stage: {stage}; may follow: {follow}": "fase: {stage}; kunnen volgen: {follow}",
    "may follow: {follow}": "kunnen volgen: {follow}",
    "store made: {url}": "opslag aangemaakt: {url}",
    "the store was there: {url}": "de opslag bestond al: {url}",
    "registrar: {account}": "accountbeheerder: {account}",
    "keep a copy of {key} elsewhere: without it no personal content can be read again": (
        "bewaar elders een kopie van {key}: zonder die sleutel kan geen persoonlijke inhoud nog "
        "worden gelezen"
    ),
    "this store is now your usual one ({file})": "dit is voortaan uw gewone opslag ({file})",
    "warning: {account} is on no staff list; its person is not known": (
        "let op: {account} staat op geen personeelslijst; de persoon erachter is niet bekend"
    ),
    (
        "{rows} rows: {recorded} recorded, {duplicates} duplicates, {rejected} rejected; "
        "{dossiers} dossiers"
    ): (
        "rijen: {rows}; geregistreerd: {recorded}, dubbel: {duplicates}, verworpen: {rejected}; "
        "dossiers: {dossiers}"
    ),
    "line {line}: {reason}": "regel {line}: {reason}",
    "rejected rows, to mend and send again: {file}": (
        "verworpen rijen, te verbeteren en opnieuw in te dienen: {file}"
    ),
    "registered: {account} is {person}": "ingeschreven: {account} is {person}",
    "it was so already": "dat was al zo",
    "read models made again, up to position {n}": "leesmodellen opnieuw gemaakt, tot positie {n}",
    "made again up to position {n}: {views}": "opnieuw gemaakt tot positie {n}: {views}",
    "following: {views}": "volgt: {views}",
    "caught up": "bijgewerkt",
    "going on: {views}": "gaat verder: {views}",
    "stopped": "gestopt",
    "there is no view {name}; there are: {known}": ("er is geen model {name}; er zijn: {known}"),
    "done in {n} seconds": "klaar in {n} seconden",
    "[exit {code}]": "[afsluitcode {code}]",
    # The sheet of a dossier
    "since {day}": "sinds {day}",
    "centre": "centrum",
    "resident": "bewoner",
    "information given": "gegeven informatie",
    "decision round": "beslissingsronde",
    "edited": "bewerkt",
    "appeal": "beroep",
    "IOM file": "IOM-dossier",
    "in the way of departure:": "staan het vertrek in de weg:",
    "typed by {account}": "ingevoerd door {account}",
    "[sealed: {category}]": "[verzegeld: {category}]",
    "[key lost, event {n}]": "[sleutel verloren, gebeurtenis {n}]",
    "transmit the appeal to the Council": "het beroep overzenden aan de Raad",
    "the term for a suspensive appeal ends": "einde van de termijn voor schorsend beroep",
    "the fit-to-travel certificate ends": "einde van het reisgeschiktheidsattest",
    # Headings of tables
    "dossier": "dossier",
    "stage": "fase",
    "since": "sinds",
    "blocked by": "geblokkeerd door",
    "due": "vervaldatum",
    "account": "account",
    "person": "persoon",
    "function": "functie",
    "from": "van",
    "to": "tot",
    "view": "model",
    "position": "positie",
    "behind": "achterstand",
    "lag": "ouderdom achterstand",
    "yes": "ja",
    "no": "neen",
    "followed": "gevolgd",
    "rows": "rijen",
    "at": "gelezen op",
    "error": "fout",
    "step": "stap",
    "after": "na",
    "when": "indien",
    "who": "wie",
    # Controls and audits
    "expected: {what}": "verwacht: {what}",
    "found: {what}": "gevonden: {what}",
    "{n} events, root {root}": "{n} gebeurtenissen, wortel {root}",
    "{n} finding(s)": "{n} vaststelling(en)",
    "nothing was altered": "er werd niets gewijzigd",
    "{dossiers} dossiers: {n} finding(s)": "{dossiers} dossiers: {n} vaststelling(en)",
    "{rounds} decision rounds: {breaches} breaches, {leads} leads": (
        "beslissingsrondes: {rounds}; inbreuken: {breaches}, aanwijzingen: {leads}"
    ),
    "round {n}": "ronde {n}",
    "breach": "inbreuk",
    "lead": "aanwijzing",
    # The worklist
    "List every running clock, overdue duties first: what runs out, when and by which rule.\n\n"
    "With --as-known all is told as it could have been told then.": (
        "Elke lopende termijn oplijsten, achterstallige plichten eerst: wat afloopt, wanneer en "
        "volgens welke regel.\n\nMet --as-known wordt alles gezegd zoals dat toen gezegd kon "
        "worden."
    ),
    "Only what runs out so soon: 36h, 7d or 2w.": (
        "Alleen wat binnen die tijd afloopt: 36h (uur), 7d (dagen) of 2w (weken)."
    ),
    "Only dossiers of this centre.": "Alleen dossiers van dit centrum.",
    "{value} is not a length of time; write 36h, 7d or 2w": (
        "{value} is geen tijdsduur; schrijf 36h (uur), 7d (dagen) of 2w (weken)"
    ),
    "overdue": "te laat",
    "what": "wat",
    # The rules
    "term": "termijn",
    "how sure": "zekerheid",
    "in force": "van kracht",
    "basis": "grondslag",
    "rule": "regel",
    "name": "naam",
    "never acts": "geldt nooit",
    "{least} to {most}": "{least} tot {most}",
    "at least {n}": "minstens {n}",
    "at most {n}": "hoogstens {n}",
    "hour": "uur",
    "hours": "uur",
    "calendar day": "kalenderdag",
    "calendar days": "kalenderdagen",
    "working day": "werkdag",
    "working days": "werkdagen",
    "week": "week",
    "weeks": "weken",
    "month": "maand",
    "months": "maanden",
    "year": "jaar",
    "years": "jaar",
    "List the rules: term, basis, how sure they are, and since when or until when they hold.": (
        "De regels oplijsten: termijn, grondslag, zekerheid, en sinds wanneer of tot "
        "wanneer ze gelden."
    ),
    "Only those in force that day, or for what was notified on it.": (
        "Alleen die welke die dag gelden, of voor wat op die dag ter kennis werd gebracht."
    ),
    # How sure a rule is
    "verified": "geverifieerd",
    "secondary": "secundaire bron",
    "unverified": "niet geverifieerd",
    "open": "nog te bepalen",
    "announced": "aangekondigd",
    "design": "ontwerpkeuze",
    # Stages
    "arrival": "aankomst",
    "information": "informatie",
    "decision-notified": "beslissing ter kennis gebracht",
    "iom-filed": "IOM-dossier geopend",
    "removal-prepared": "verwijdering voorbereid",
    "departed": "vertrek bevestigd",
    "not-returned": "niet-terugkeer vastgesteld",
    "closed": "afgesloten",
    # States of a decision, an appeal, an IOM file; what the doctor found
    "none": "geen",
    "drafted": "opgesteld",
    "taken": "genomen",
    "notified": "ter kennis gebracht",
    "annulled": "vernietigd",
    "handed-in": "afgegeven",
    "transmitted": "overgezonden",
    "lodged": "ingediend",
    "rejected": "verworpen",
    "granted": "ingewilligd",
    "withdrawn": "ingetrokken",
    "opened": "geopend",
    "eligible": "komt in aanmerking",
    "declaration-signed": "verklaring ondertekend",
    "booked": "reis geboekt",
    "fit": "reisgeschikt",
    "unfit": "niet reisgeschikt",
    # Kinds of appeal, of information, of personal content
    "annulment": "annulatie",
    "annulment-listed": "annulatie met schorsende werking",
    "extreme-urgency": "schorsing bij uiterst dringende noodzakelijkheid",
    "asylum": "asiel",
    "unknown": "onbekende aard",
    "brochure": "brochure",
    "remedies": "rechtsmiddelen",
    "legal-aid": "juridische bijstand",
    "complaints": "klachten",
    "consular": "consulaire bijstand",
    "return-options": "terugkeermogelijkheden",
    "duty-to-cooperate": "medewerkingsplicht",
    "identity": "identiteit",
    "medical": "medisch",
    "protected": "beschermd",
    # Functions
    "coach": "terugkeercoach",
    "attache-coach": "attaché terugkeercoach",
    "migration-assistant": "migration assistant",
    "migration-officer": "migration officer",
    "interviewer": "interviewer",
    "centre-director": "centrumdirecteur",
    "removal-director": "directeur verwijdering",
    "minister-delegate": "gemachtigde van de Minister",
    "doctor": "arts",
    "nurse": "verpleegkundige",
    "psychologist": "psycholoog",
    "security": "veiligheid",
    "educator": "opvoeder",
    "transfer": "overbrenging",
    "supervisor": "leidinggevende",
    "quality-controller": "kwaliteitscontroleur",
    "auditor": "auditor",
    "registrar": "accountbeheerder",
    "unlisted": "niet op de lijst",
    # Where from, which sex, how notified, what was done with the paper
    "police": "politie",
    "border": "grens",
    "prison": "gevangenis",
    "F": "V",
    "M": "M",
    "X": "X",
    "signed": "ondertekend",
    "refused-to-sign": "weigering te tekenen",
    "refused-to-receive": "weigering van ontvangst",
    "by-hand": "persoonlijk overhandigd",
    "registered-with-receipt": "aangetekend met ontvangstbewijs",
    "registered": "aangetekend",
    "ordinary-mail": "gewone post",
    "fax": "fax",
    "authority": "overheid",
    "council": "Raad voor Vreemdelingenbetwistingen",
    "desk": "hier ingevoerd",
    "imported": "geïmporteerd",
    # Departure and non-return
    "voluntary-iom": "vrijwillig met IOM",
    "removal-unescorted": "verwijdering zonder escorte",
    "removal-escorted": "verwijdering met escorte",
    "forced": "gedwongen",
    "voluntary": "vrijwillig",
    "boarding-card": "instapkaart",
    "exit-stamp": "uitreisstempel",
    "iom-confirmation": "bevestiging van IOM",
    "escort-report": "escorteverslag",
    "released-by-office": "invrijheidstelling door de Dienst Vreemdelingenzaken",
    "released-by-chamber": "invrijheidstelling door de raadkamer",
    "maximum-reached": "maximumduur bereikt",
    "residence-granted": "verblijf toegekend",
    "protection-granted": "internationale bescherming toegekend",
    "dublin-transfer": "Dublinoverdracht",
    "to-prison": "overbrenging naar de gevangenis",
    "to-hospital": "ziekenhuisopname",
    "absconded": "onderduiken",
    "deceased": "overlijden",
    "left-independently": "vertrek op eigen initiatief",
    "eu-right": "EU-recht erkend",
    "stateless": "staatloosheid erkend",
    "victim-status": "slachtofferstatuut",
    "suspended-by-treaty-body": "opschorting door een verdragsorgaan",
    "administrative-error": "administratieve fout",
    "other": "andere",
    # --- help titles, usage and rejected rows
    "usage:": "gebruik:",
    "options": "opties",
    "commands": "commando's",
    "required": "verplicht",
    "default: {default}": "standaard: {default}",
    "Show this help.": "Deze hulp tonen.",
    "{name} lacks its value, or takes none": "{name} mist een waarde, of krijgt er een te veel",
    "the command is incomplete or has a part too many; see --help": (
        "commando onvolledig of te lang; zie --help"
    ),
    "{value} is not a number that fits": "{value} is geen passend getal",
    "until": "tot en met",
    "unknown act '{text}'": "onbekende handeling '{text}'",
    "not a date: '{text}'": "geen datum: '{text}'",
    "no such day: '{text}'": "die dag bestaat niet: '{text}'",
    "not a time: '{text}'": "geen uur: '{text}'",
    "not on the list of places: '{text}'": "staat niet op de lijst van plaatsen: '{text}'",
    "not a dossier number: '{text}'": "geen dossiernummer: '{text}'",
    "not an account: '{text}'": "geen account: '{text}'",
    "not a person's code: '{text}'": "geen persoonscode: '{text}'",
    "no dossier number": "geen dossiernummer",
    "no date": "geen datum",
    "no agent": "geen medewerker",
    "{file} line {line}, column {column}: {what}": "{file} regel {line}, kolom {column}: {what}",
    "warning: without stated remedies the appeal term does not start (INF-04)": (
        "let op: zonder vermelde rechtsmiddelen loopt de beroepstermijn niet (INF-04)"
    ),
    "more cells than columns": "meer cellen dan kolommen",
    "{file} line 1: column {name} is there twice": (
        "{file} regel 1: kolom {name} staat er twee keer"
    ),
    "{file} line {line}: a quotation mark is opened and not closed": (
        "{file} regel {line}: een aanhalingsteken wordt geopend en niet gesloten"
    ),
    "nothing is on record under this number": "onder dit nummer is niets geregistreerd",
    "{file} line {line}: the account {account} belongs to {person}": (
        "{file} regel {line}: het account {account} behoort toe aan {person}"
    ),
    "the rows understood are recorded; the {n} others cannot be written to {file}": (
        "de begrepen regels zijn geregistreerd; de {n} andere kunnen niet naar {file} "
        "worden geschreven"
    ),
    "the head of its log is damaged; run: trajet audit verify": (
        "de kop van het logboek is beschadigd; voer uit: trajet audit verify"
    ),
    "How it was notified; decides when the appeal term starts.": (
        "Wijze van kennisgeving; bepaalt wanneer de beroepstermijn begint."
    ),
    "Recorded until then, a day to its end.": "Tot dan geregistreerd, een dag tot zijn einde.",
    "Only what this account did.": "Alleen wat dit account deed.",
    "[cannot be opened, event {n}]": "[kan niet worden geopend, gebeurtenis {n}]",
    # What a store on PostgreSQL has against us
    "{url} is not a store; a store is sqlite:///FILE or postgresql://HOST/DATABASE": (
        "{url} is geen opslag; een opslag schrijft men sqlite:///BESTAND of "
        "postgresql://HOST/DATABANK"
    ),
    (
        "a password on the command line can be read by everybody on this machine; put it in "
        "~/.pgpass, or the URL in {file}"
    ): (
        "een wachtwoord op de opdrachtregel kan door iedereen op deze machine gelezen worden; zet"
        " het in ~/.pgpass, of de URL in {file}"
    ),
    "the URL of the PostgreSQL database cannot be read": (
        "de URL van de PostgreSQL-databank kan niet gelezen worden"
    ),
    "the URL of a PostgreSQL store names its database: postgresql://HOST/NAME": (
        "de URL van een PostgreSQL-opslag noemt haar databank: postgresql://HOST/NAAM"
    ),
    "the vault cannot be used: {what}": "de kluis kan niet gebruikt worden: {what}",
    "all connections to it are in use": "alle verbindingen zijn in gebruik",
    (
        "the connection to the event store broke while recording, and whether the step was "
        "recorded is not known; repeat it with --command-id {id}: it is recorded once"
    ): (
        "de verbinding met de opslag brak tijdens het vastleggen, en of de stap vastgelegd is, is"
        " niet bekend; herhaal hem met --command-id {id}: hij wordt één keer vastgelegd"
    ),
    (
        "the connection to the event store broke while recording; send {file} again: what is "
        "recorded already is not recorded twice"
    ): (
        "de verbinding met de opslag brak tijdens het vastleggen; stuur {file} opnieuw: wat al "
        "vastgelegd is, wordt niet twee keer vastgelegd"
    ),
    (
        'you may not make roles; a database administrator types: CREATE ROLE "{role}" NOLOGIN; '
        'GRANT "{role}" TO "{user}"'
    ): (
        'u mag geen rollen maken; een beheerder van de databank typt: CREATE ROLE "{role}" '
        'NOLOGIN; GRANT "{role}" TO "{user}"'
    ),
    "the database refuses the login": "de databank weigert de aanmelding",
    (
        "its desk role is not there or not yours to take; an administrator runs: trajet init, and"
        " grants the role"
    ): (
        "haar loketrol bestaat niet of is u niet gegeven; een beheerder start: trajet init, en "
        "geeft de rol"
    ),
    "there is no such database": "die databank bestaat niet",
    "the database has no connection left": "de databank heeft geen verbinding meer vrij",
    "no server of the database takes writes": "geen server van de databank aanvaardt schrijven",
    "the name of the database server is not known": (
        "de naam van de databankserver is niet bekend"
    ),
    "the desk role lacks a right on it; an administrator runs: trajet init": (
        "de loketrol mist er een recht op; een beheerder start: trajet init"
    ),
    "there is no event store in the database; make one with: trajet init": (
        "er is geen opslag in de databank; maak er een met: trajet init"
    ),
    "it was made by another version; an administrator runs: trajet init": (
        "ze is door een andere versie gemaakt; een beheerder start: trajet init"
    ),
    "the disk of the database server is full": "de schijf van de databankserver is vol",
    "the database is damaged": "de databank is beschadigd",
    "the database server cannot be reached": "de databankserver is niet bereikbaar",
    "The store: sqlite:///FILE or postgresql://HOST/DATABASE.": (
        "De opslag: sqlite:///BESTAND of postgresql://HOST/DATABANK."
    ),
    "name a store for the fiction, which no real resident shares: --store URL": (
        "noem een opslag voor de fictie, zonder enige echte bewoner: --store URL"
    ),
    "Judge all from the journal, whatever was found before.": (
        "Alles vanuit het journaal beoordelen, wat er eerder ook gevonden is."
    ),
    # Moving a store
    "An empty PostgreSQL database.": "Een lege PostgreSQL-databank.",
    "Copy a store from its file to PostgreSQL, byte for byte, and check both.": (
        "Een opslag van zijn bestand naar PostgreSQL kopiëren, byte voor byte, en beide nakijken."
    ),
    "a store is moved from a file, sqlite:///FILE, to postgresql://HOST/DATABASE": (
        "een opslag wordt verplaatst van een bestand, sqlite:///BESTAND, naar "
        "postgresql://HOST/DATABANK"
    ),
    "the store changed while it was moved; what was moved is no copy": (
        "de opslag veranderde tijdens het verplaatsen; wat verplaatst is, is geen kopie"
    ),
    "{n} events and {keys} keys are now in {url}": (
        "{n} gebeurtenissen en {keys} sleutels staan nu in {url}"
    ),
    "both have the root {root}": "beide hebben de wortel {root}",
    "put {file} away: what is recorded in it from now on is not in the other": (
        "berg {file} op: wat er vanaf nu in vastgelegd wordt, staat niet in de andere"
    ),
    "{url} has {n} finding(s), so it is not moved; run: trajet audit verify": (
        "{url} heeft {n} bevinding(en) en wordt dus niet verplaatst; start: trajet audit verify"
    ),
    "the store to move to holds events already": (
        "de opslag waarheen verplaatst wordt, bevat al gebeurtenissen"
    ),
    "the head of the log to be moved does not fit its events": (
        "de kop van het te verplaatsen logboek past niet bij zijn gebeurtenissen"
    ),
    (
        "the log to be moved does not fit its events at {stream} version {version}; run: trajet "
        "audit verify"
    ): (
        "het te verplaatsen logboek past niet bij zijn gebeurtenissen op {stream} versie "
        "{version}; start: trajet audit verify"
    ),
    "the vault to move to holds keys of another store": (
        "de kluis waarheen verplaatst wordt, bevat sleutels van een andere opslag"
    ),
    "the vault to move to is in use": "de kluis waarheen verplaatst wordt, is in gebruik",
    "{file} is the key of another store": "{file} is de sleutel van een andere opslag",
}

for _region in REGIONS:
    TEXTS |= _region.NL
