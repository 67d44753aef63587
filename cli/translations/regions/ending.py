"""The texts of the region ending in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "no other State is known to have accepted the transfer": (
        "aucun autre État n'est connu pour avoir accepté le transfert"
    ),
    "no detention title is on record": "aucun titre de détention n'est enregistré",
    "it is not known how long this title may last": (
        "on ne sait pas combien de temps ce titre peut durer"
    ),
    "the longest detention is reached on {last_day}": (
        "la durée maximale de détention est atteinte le {last_day}"
    ),
    "no decision is notified and in force": "aucune décision n'est notifiée et en vigueur",
    "the term to transfer ended on {last_day}; the other State is no longer responsible": (
        "le délai de transfert a pris fin le {last_day} ; l'autre État n'est plus responsable"
    ),
    # What each command does
    "End the trajectory without a departure, or propose to; without a word between, end it.": (
        "Mettre fin au trajet sans départ, ou le proposer ; sans autre mot, y mettre fin."
    ),
    "Propose to end the trajectory without a departure, for another person to decide.": (
        "Proposer de mettre fin au trajet sans départ ; une autre personne décide."
    ),
    "Record that services were told that the resident did not return.": (
        "Enregistrer que des services ont été avertis que le résident n'est pas rentré."
    ),
    "Record what points to where the resident is.": (
        "Enregistrer ce qui indique où se trouve le résident."
    ),
    # Options
    "Who was alerted; may be repeated.": "Qui a été averti ; peut être répété.",
    "What kind of lead it is.": "La sorte de piste.",
    "What it says; sealed.": "Ce qu'elle dit ; scellé.",
    "The resident's trajectory that ended before this one.": (
        "Le trajet du résident qui s'est terminé avant celui-ci."
    ),
    # What stands in the way
    "dossier {dossier} does not follow on itself": (
        "le dossier {dossier} ne fait pas suite à lui-même"
    ),
    "{reason} is proposed before it is decided": "{reason} se propose avant d'être décidé",
    "{person} proposed this as {account}; another person must decide": (
        "{person} l'a proposé avec le compte {account} ; une autre personne doit décider"
    ),
    "no granted protection is on record; say in a remark where it is": (
        "aucune protection accordée n'est enregistrée ; dites dans une remarque où elle l'est"
    ),
    "no absconding is established on record": "aucune fuite n'est établie au dossier",
    "say whether there is proof: left-with-proof or left-without-proof": (
        "dites s'il y a une preuve : left-with-proof ou left-without-proof"
    ),
    "say which services were alerted": "dites quels services ont été avertis",
    "{kind} {n} is open": "{kind} {n} : pas encore clos",
    "incident {n} ({kind}) is open": "l'incident {n} ({kind}) est ouvert",
    "measure {n} ({kind}) has not ended": "la mesure {n} ({kind}) n'a pas pris fin",
    "the {kind} appeal {reference} was handed in and not transmitted": (
        "le recours {reference} ({kind}) a été remis et n'a pas été transmis"
    ),
    "why there is no departure is unknown; this could stand until {last_day}": (
        "le motif de non-départ est inconnu ; il ne pouvait le rester que jusqu'au {last_day}"
    ),
    "no service was alerted that the resident is gone ({reason})": (
        "aucun service n'a été averti que le résident est parti ({reason})"
    ),
    "{person} ended this trajectory as {account}; another person closes or reopens it": (
        "{person} a mis fin à ce trajet comme {account} ; une autre personne le clôture ou le "
        "rouvre"
    ),
    "measure {n} ({kind}) is neither decided nor refused": (
        "la mesure {n} ({kind}) n'est ni décidée ni refusée"
    ),
    "property is kept under {reference} and was not given back": (
        "des biens sont conservés sous {reference} et n'ont pas été rendus"
    ),
    "a medical objection is not resolved": "une objection médicale n'est pas tranchée",
    "no release is on record, and the resident was held": (
        "aucune libération n'est au dossier, et le résident était détenu"
    ),
    "no release is on record": "aucune libération n'est au dossier",
    "the resident is held ({state}); a release is recorded first": (
        "le résident est détenu ({state}) ; une libération est d'abord enregistrée"
    ),
    "no right of residence is on record as granted": (
        "aucun droit de séjour accordé n'est au dossier"
    ),
    "the resident is {state} on record; this needs {after}": (
        "selon le dossier, le résident est {state} ; il faut {after}"
    ),
    "no interim measure of a treaty body stands on record": (
        "aucune mesure provisoire d'un organe de traité n'est en vigueur au dossier"
    ),
    "no release from this detention by the council or indictment chamber is on record": (
        "aucune libération de cette détention par la chambre du conseil ou des mises en "
        "accusation n'est au dossier"
    ),
    "an appeal is brought against the release; the indictment chamber rules first": (
        "un appel est formé contre la libération ; la chambre des mises en accusation statue "
        "d'abord"
    ),
}

NL: dict[str, str] = {
    "no other State is known to have accepted the transfer": (
        "van geen andere staat is bekend dat hij de overdracht aanvaardde"
    ),
    "no detention title is on record": "er is geen titel van vasthouding geregistreerd",
    "it is not known how long this title may last": (
        "het is niet bekend hoelang deze titel mag duren"
    ),
    "the longest detention is reached on {last_day}": (
        "de maximumduur van de vasthouding is bereikt op {last_day}"
    ),
    "no decision is notified and in force": (
        "er is geen beslissing ter kennis gebracht en van kracht"
    ),
    "the term to transfer ended on {last_day}; the other State is no longer responsible": (
        "de termijn voor de overdracht eindigde op {last_day}; de andere staat is niet meer "
        "verantwoordelijk"
    ),
    "End the trajectory without a departure, or propose to; without a word between, end it.": (
        "Het traject zonder vertrek beëindigen, of dat voorstellen; zonder ander woord: beëindigen."
    ),
    "Propose to end the trajectory without a departure, for another person to decide.": (
        "Voorstellen het traject zonder vertrek te beëindigen; een andere persoon beslist."
    ),
    "Record that services were told that the resident did not return.": (
        "Registreren dat diensten verwittigd zijn dat de bewoner niet terugkeerde."
    ),
    "Record what points to where the resident is.": (
        "Registreren wat erop wijst waar de bewoner is."
    ),
    "Who was alerted; may be repeated.": "Wie verwittigd werd; mag herhaald worden.",
    "What kind of lead it is.": "De soort spoor.",
    "What it says; sealed.": "Wat het zegt; verzegeld.",
    "The resident's trajectory that ended before this one.": (
        "Het traject van de bewoner dat vóór dit eindigde."
    ),
    "dossier {dossier} does not follow on itself": "dossier {dossier} volgt niet op zichzelf",
    "{reason} is proposed before it is decided": (
        "{reason} wordt voorgesteld voor het beslist wordt"
    ),
    "{person} proposed this as {account}; another person must decide": (
        "{person} stelde dit voor met account {account}; een andere persoon moet beslissen"
    ),
    "no granted protection is on record; say in a remark where it is": (
        "er is geen toegekende bescherming geregistreerd; zeg in een opmerking waar wel"
    ),
    "no absconding is established on record": "er is geen onderduiken vastgesteld in het dossier",
    "say whether there is proof: left-with-proof or left-without-proof": (
        "zeg of er bewijs is: left-with-proof of left-without-proof"
    ),
    "say which services were alerted": "zeg welke diensten verwittigd zijn",
    "{kind} {n} is open": "{kind} {n} staat open",
    "incident {n} ({kind}) is open": "incident {n} ({kind}) staat open",
    "measure {n} ({kind}) has not ended": "maatregel {n} ({kind}) is niet beëindigd",
    "the {kind} appeal {reference} was handed in and not transmitted": (
        "het beroep {reference} ({kind}) is afgegeven en niet overgemaakt"
    ),
    "why there is no departure is unknown; this could stand until {last_day}": (
        "waarom er geen vertrek is, is onbekend; dat kon zo blijven tot {last_day}"
    ),
    "no service was alerted that the resident is gone ({reason})": (
        "er is geen dienst verwittigd dat de bewoner weg is ({reason})"
    ),
    "{person} ended this trajectory as {account}; another person closes or reopens it": (
        "{person} beëindigde dit traject als {account}; een andere persoon sluit of heropent het"
    ),
    "measure {n} ({kind}) is neither decided nor refused": (
        "maatregel {n} ({kind}) is beslist noch geweigerd"
    ),
    "property is kept under {reference} and was not given back": (
        "er zijn bezittingen bewaard onder {reference} die niet zijn teruggegeven"
    ),
    "a medical objection is not resolved": "over een medisch bezwaar is niet beslist",
    "no release is on record, and the resident was held": (
        "er staat geen vrijlating in het dossier, en de bewoner werd vastgehouden"
    ),
    "no release is on record": "er staat geen vrijlating in het dossier",
    "the resident is held ({state}); a release is recorded first": (
        "de bewoner wordt vastgehouden ({state}); eerst wordt een vrijlating geregistreerd"
    ),
    "no right of residence is on record as granted": (
        "er staat geen toegekend verblijfsrecht in het dossier"
    ),
    "the resident is {state} on record; this needs {after}": (
        "volgens het dossier is de bewoner {state}; dit vergt {after}"
    ),
    "no interim measure of a treaty body stands on record": (
        "er staat geen voorlopige maatregel van een verdragsorgaan in het dossier"
    ),
    "no release from this detention by the council or indictment chamber is on record": (
        "er staat geen vrijlating uit deze vasthouding door de raadkamer of de kamer van "
        "inbeschuldigingstelling in het dossier"
    ),
    "an appeal is brought against the release; the indictment chamber rules first": (
        "er is hoger beroep ingesteld tegen de vrijlating; eerst beslist de kamer van "
        "inbeschuldigingstelling"
    ),
}
