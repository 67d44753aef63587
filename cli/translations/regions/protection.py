"""The texts of the region protection in French and Dutch; keys are the English ones."""

FR: dict[str, str] = {
    "{day} is before {asked}, when the application was made": (
        "{day} précède le {asked}, jour de la demande"
    ),
    "on {day} the resident was not held, by what is on record": (
        "le {day}, d'après ce qui est enregistré, le résident n'était pas maintenu"
    ),
    "a subsequent application notes the declarations of the applicant": (
        "une demande ultérieure consigne les déclarations du demandeur"
    ),
    "a subsequent application says in which language the declarations were made": (
        "une demande ultérieure indique dans quelle langue les déclarations ont été faites"
    ),
    "a subsequent application says that the declarations were signed, or refused": (
        "une demande ultérieure indique que les déclarations ont été signées, ou que cela a "
        "été refusé"
    ),
    "since the application nobody found that there is no risk of refoulement: the advice of "
    "the asylum commissioner comes first": (
        "depuis la demande, personne n'a constaté qu'il n'y a pas de risque de refoulement : "
        "l'avis du commissaire général vient d'abord"
    ),
    "on this ground the term ends on {last} at the latest": (
        "pour ce motif, le délai expire au plus tard le {last}"
    ),
    # Commands
    "Follow an asylum application, from the wish to the decision.": (
        "Suivre une demande de protection internationale, du souhait à la décision."
    ),
    "Record that the resident said to want international protection; removal stops at once.": (
        "Enregistrer que le résident a dit vouloir une protection internationale ; "
        "l'éloignement s'arrête aussitôt."
    ),
    "Record that the asylum application was lodged and its declarations noted.": (
        "Enregistrer que la demande de protection internationale a été introduite et ses "
        "déclarations notées."
    ),
    "How many applications came before, here or elsewhere in Belgium; then it is subsequent.": (
        "Combien de demandes ont précédé, ici ou ailleurs en Belgique ; elle est alors ultérieure."
    ),
    "When the last of them was finally refused.": "Quand la dernière a été définitivement refusée.",
    "The accelerated procedure is followed.": "La procédure accélérée est suivie.",
    "The border procedure is followed.": "La procédure à la frontière est suivie.",
    "Whether the resident was in detention then.": "Si le résident était alors maintenu.",
    "The language of the procedure.": "La langue de la procédure.",
    "The declarations; sealed.": "Les déclarations ; scellées.",
    "Record that the declarations were sent to the asylum commissioner.": (
        "Enregistrer que les déclarations ont été transmises au commissaire général."
    ),
    "Record what the asylum commissioner decided, and when it was notified.": (
        "Enregistrer ce que le commissaire général a décidé, et quand cela a été notifié."
    ),
    "What the asylum commissioner decided.": "Ce que le commissaire général a décidé.",
    "No remedy is left against it.": "Aucun recours n'est plus ouvert contre elle.",
    "When it was notified; the appeal term needs it.": (
        "Quand elle a été notifiée ; le délai de recours en dépend."
    ),
    "How it was notified.": "Comment elle a été notifiée.",
    "Decide that a subsequent application gives no right to remain.": (
        "Décider qu'une demande ultérieure ne donne pas le droit de rester."
    ),
    "The case of article 39/70 it rests on.": "Le cas de l'article 39/70 sur lequel elle repose.",
    "The reasons; sealed, and needed.": "Les motifs ; scellés, et nécessaires.",
    "What is told; sealed.": "Ce qui est dit ; scellé.",
    "Record a risk of refoulement, the advice on it, and its end.": (
        "Enregistrer un risque de refoulement, l'avis à ce sujet et sa fin."
    ),
    "Record that removal would expose the resident to a risk.": (
        "Enregistrer que l'éloignement exposerait le résident à un risque."
    ),
    "Decide that the risk of refoulement is gone.": (
        "Décider que le risque de refoulement a disparu."
    ),
    "Record the asylum commissioner's advice on a risk of refoulement.": (
        "Enregistrer l'avis du commissaire général sur un risque de refoulement."
    ),
    "Whether the advice sees a risk.": "Si l'avis voit un risque.",
    "Propose to set the commissioner's advice of a risk aside.": (
        "Proposer d'écarter l'avis de risque du commissaire général."
    ),
    "Set the commissioner's advice aside; by another person than who proposed it.": (
        "Écarter l'avis du commissaire général ; par une autre personne que celle qui l'a proposé."
    ),
    "Put the removal off up to and including a day.": (
        "Reporter l'éloignement jusqu'à un jour inclus."
    ),
    "The last day of it.": "Le dernier jour.",
    "Why.": "Pourquoi.",
    "How the resident was told.": "Comment le résident en a été informé.",
    "Record that a judge or the prosecution keeps the resident in the country, or no longer.": (
        "Enregistrer qu'un juge ou le parquet retient le résident dans le pays, ou ne le "
        "retient plus."
    ),
    "Record that a judge or the prosecution keeps the resident in the country.": (
        "Enregistrer qu'un juge ou le parquet retient le résident dans le pays."
    ),
    "Who keeps the resident in the country.": "Qui retient le résident dans le pays.",
    "Record that a judicial hold was lifted.": (
        "Enregistrer que la mise à disposition de la justice est levée."
    ),
    "Record a status that protects from removal; what is told of it is for very few.": (
        "Enregistrer un statut qui protège de l'éloignement ; ce qui en est dit n'est lu que "
        "de très peu."
    ),
    "Which status; confidential for a witness or an informant.": (
        "Quel statut ; confidentiel pour un témoin ou un informateur."
    ),
    "Record that a status which protects from removal is examined or granted.": (
        "Enregistrer qu'un statut qui protège de l'éloignement est examiné ou accordé."
    ),
    "Record that a protected status ended or was refused.": (
        "Enregistrer qu'un statut protégé a pris fin ou a été refusé."
    ),
    "Follow the transfer to the State responsible for the asylum application.": (
        "Suivre le transfert vers l'État responsable de la demande de protection internationale."
    ),
    "Record that another State accepted to examine the asylum application.": (
        "Enregistrer qu'un autre État a accepté d'examiner la demande de protection internationale."
    ),
    "Extend the term to transfer the resident to the State responsible.": (
        "Prolonger le délai de transfert du résident vers l'État responsable."
    ),
    "Follow a change of place of reception, and the exception asked to it.": (
        "Suivre un changement de lieu d'accueil, et l'exception qui y est demandée."
    ),
    "Record that the resident was told to move to another place of reception.": (
        "Enregistrer que le résident doit rejoindre un autre lieu d'accueil."
    ),
    "Where to move.": "Où se rendre.",
    "Record that the resident asked not to move to the place assigned.": (
        "Enregistrer que le résident a demandé de ne pas rejoindre le lieu désigné."
    ),
    "Answer the request not to move to the place assigned.": (
        "Répondre à la demande de ne pas rejoindre le lieu désigné."
    ),
    "What was answered.": "Ce qui a été répondu.",
    "a number from 0 to 20": "un nombre de 0 à 20",
    # States
    "wish": "souhait exprimé",
    "subsequent-pending": "demande ultérieure en cours",
    "final-negative": "définitivement refusée",
    # Refusals
    "an asylum application is under way since {day}: {state}": (
        "une demande de protection internationale est en cours depuis le {day} : {state}"
    ),
    "international protection was granted on {day}": (
        "la protection internationale a été accordée le {day}"
    ),
    "the asylum application is at: {state}; this needs: {after}": (
        "la demande de protection internationale est à l'état « {state} » ; il faut : {after}"
    ),
    "{n} earlier application(s) are on record; say at least so many": (
        "demandes antérieures enregistrées : {n} ; indiquez-en au moins autant"
    ),
    "the declarations were sent on {day}": "les déclarations ont été transmises le {day}",
    "nothing was lodged yet: a wish can only be withdrawn": (
        "rien n'a encore été introduit : un souhait ne peut qu'être retiré"
    ),
    "the application was refused: only that this is final may follow": (
        "la demande a été refusée : seul son caractère définitif peut suivre"
    ),
    "the right to remain was ended before": "le droit de rester a déjà pris fin",
    "a first application always gives the right to remain": (
        "une première demande donne toujours le droit de rester"
    ),
    "this is not known to be a first subsequent application made while held": (
        "on ne sait pas si c'est une première demande ultérieure introduite en maintien"
    ),
    "it is not known to be made within a year of the final decision": (
        "on ne sait pas si elle a été introduite dans l'année de la décision définitive"
    ),
    "article 39/70 applied until {day}; this is under the law that followed": (
        "l'article 39/70 s'appliquait jusqu'au {day} ; ceci relève de la loi qui a suivi"
    ),
    "this is no further subsequent application": "ce n'est pas une nouvelle demande ultérieure",
    "a risk of refoulement was found on {day} and not lifted": (
        "un risque de refoulement a été constaté le {day} et n'est pas levé"
    ),
    "the asylum commissioner advised on {day} that there is a risk; nobody set it aside": (
        "le commissaire général a rendu le {day} un avis de risque ; personne ne l'a écarté"
    ),
    "the removal is put off until {day} included": (
        "l'éloignement est reporté jusqu'au {day} inclus"
    ),
    "a risk of refoulement is on record already": "un risque de refoulement est déjà enregistré",
    "no risk of refoulement stands": "aucun risque de refoulement n'est constaté",
    "no advice of the asylum commissioner on a risk stands": (
        "aucun avis de risque du commissaire général ne tient"
    ),
    "nobody proposed, with reasons, to set the advice aside": (
        "personne n'a proposé, avec motifs, d'écarter l'avis"
    ),
    "{day} was over when this was decided": "le {day} était passé quand ceci a été décidé",
    "a judicial hold stands since {day}: {authority} {reference}": (
        "le résident est à la disposition de la justice depuis le {day} : {authority} {reference}"
    ),
    "this hold is on record already": "cette mise à disposition est déjà enregistrée",
    "no such hold stands": "aucune mise à disposition de ce genre n'est en cours",
    "several holds stand ({numbers}): say which": (
        "plusieurs mises à disposition sont en cours ({numbers}) : dites laquelle"
    ),
    "a status that protects from removal is on record since {day}": (
        "un statut qui protège de l'éloignement est enregistré depuis le {day}"
    ),
    "a right of residence was granted on {day}": ("un droit de séjour a été accordé le {day}"),
    "this status is on record already": "ce statut est déjà enregistré",
    "no such status is on record": "aucun statut de ce genre n'est enregistré",
    "no acceptance of the transfer is on record": (
        "aucune acceptation du transfert n'est enregistrée"
    ),
    "{day} is not after {last}, the last day of the term": (
        "le {day} n'est pas postérieur au {last}, dernier jour du délai"
    ),
    "no place of reception was assigned": "aucun lieu d'accueil n'a été désigné",
    "an exception is asked already": "une exception est déjà demandée",
    "no exception is asked": "aucune exception n'est demandée",
    # What falls due
    "have the asylum application lodged": (
        "faire introduire la demande de protection internationale"
    ),
    "send the declarations to the asylum commissioner": (
        "transmettre les déclarations au commissaire général"
    ),
    "the postponement of the removal ends": "fin du report de l'éloignement",
    "the term to transfer to the State responsible ends": (
        "fin du délai de transfert vers l'État responsable"
    ),
    "the term to move to the place of reception assigned ends": (
        "fin du délai pour rejoindre le lieu d'accueil désigné"
    ),
    "the term to ask for an exception to the place of reception ends": (
        "fin du délai pour demander une exception au lieu d'accueil"
    ),
}

NL: dict[str, str] = {
    "{day} is before {asked}, when the application was made": (
        "{day} ligt vóór {asked}, de dag van het verzoek"
    ),
    "on {day} the resident was not held, by what is on record": (
        "op {day} werd de bewoner volgens het dossier niet vastgehouden"
    ),
    "a subsequent application notes the declarations of the applicant": (
        "een volgend verzoek noteert de verklaringen van de verzoeker"
    ),
    "a subsequent application says in which language the declarations were made": (
        "een volgend verzoek zegt in welke taal de verklaringen werden afgelegd"
    ),
    "a subsequent application says that the declarations were signed, or refused": (
        "een volgend verzoek zegt dat de verklaringen werden ondertekend, of dat dit werd geweigerd"
    ),
    "since the application nobody found that there is no risk of refoulement: the advice of "
    "the asylum commissioner comes first": (
        "sinds het verzoek stelde niemand vast dat er geen risico op refoulement is: het "
        "advies van de commissaris-generaal komt eerst"
    ),
    "on this ground the term ends on {last} at the latest": (
        "op deze grond eindigt de termijn uiterlijk op {last}"
    ),
    # Commands
    "Follow an asylum application, from the wish to the decision.": (
        "Een verzoek om internationale bescherming volgen, van de wens tot de beslissing."
    ),
    "Record that the resident said to want international protection; removal stops at once.": (
        "Vastleggen dat de bewoner zei internationale bescherming te willen; de verwijdering "
        "stopt meteen."
    ),
    "Record that the asylum application was lodged and its declarations noted.": (
        "Vastleggen dat het verzoek om internationale bescherming is ingediend en de "
        "verklaringen genoteerd."
    ),
    "How many applications came before, here or elsewhere in Belgium; then it is subsequent.": (
        "Hoeveel verzoeken voorafgingen, hier of elders in België; dan is het een volgend verzoek."
    ),
    "When the last of them was finally refused.": "Wanneer het laatste definitief is geweigerd.",
    "The accelerated procedure is followed.": "De versnelde procedure wordt gevolgd.",
    "The border procedure is followed.": "De grensprocedure wordt gevolgd.",
    "Whether the resident was in detention then.": "Of de bewoner toen werd vastgehouden.",
    "The language of the procedure.": "De taal van de procedure.",
    "The declarations; sealed.": "De verklaringen; verzegeld.",
    "Record that the declarations were sent to the asylum commissioner.": (
        "Vastleggen dat de verklaringen naar de commissaris-generaal zijn gestuurd."
    ),
    "Record what the asylum commissioner decided, and when it was notified.": (
        "Vastleggen wat de commissaris-generaal heeft beslist, en wanneer dat ter kennis is "
        "gebracht."
    ),
    "What the asylum commissioner decided.": "Wat de commissaris-generaal heeft beslist.",
    "No remedy is left against it.": "Er staat geen beroep meer tegen open.",
    "When it was notified; the appeal term needs it.": (
        "Wanneer ze ter kennis is gebracht; de beroepstermijn hangt ervan af."
    ),
    "How it was notified.": "Hoe ze ter kennis is gebracht.",
    "Decide that a subsequent application gives no right to remain.": (
        "Beslissen dat een volgend verzoek geen recht geeft om te blijven."
    ),
    "The case of article 39/70 it rests on.": "Het geval van artikel 39/70 waarop ze steunt.",
    "The reasons; sealed, and needed.": "De redenen; verzegeld, en nodig.",
    "What is told; sealed.": "Wat wordt gezegd; verzegeld.",
    "Record a risk of refoulement, the advice on it, and its end.": (
        "Een risico op refoulement vastleggen, het advies erover en het einde ervan."
    ),
    "Record that removal would expose the resident to a risk.": (
        "Vastleggen dat de verwijdering de bewoner aan een risico zou blootstellen."
    ),
    "Decide that the risk of refoulement is gone.": (
        "Beslissen dat het risico op refoulement verdwenen is."
    ),
    "Record the asylum commissioner's advice on a risk of refoulement.": (
        "Het advies van de commissaris-generaal over een risico op refoulement vastleggen."
    ),
    "Whether the advice sees a risk.": "Of het advies een risico ziet.",
    "Propose to set the commissioner's advice of a risk aside.": (
        "Voorstellen om van het risicoadvies van de commissaris-generaal af te wijken."
    ),
    "Set the commissioner's advice aside; by another person than who proposed it.": (
        "Van het advies van de commissaris-generaal afwijken; door een andere persoon dan wie "
        "het voorstelde."
    ),
    "Put the removal off up to and including a day.": (
        "De verwijdering uitstellen tot en met een dag."
    ),
    "The last day of it.": "De laatste dag ervan.",
    "Why.": "Waarom.",
    "How the resident was told.": "Hoe de bewoner op de hoogte is gebracht.",
    "Record that a judge or the prosecution keeps the resident in the country, or no longer.": (
        "Vastleggen dat een rechter of het parket de bewoner in het land houdt, of niet langer."
    ),
    "Record that a judge or the prosecution keeps the resident in the country.": (
        "Vastleggen dat een rechter of het parket de bewoner in het land houdt."
    ),
    "Who keeps the resident in the country.": "Wie de bewoner in het land houdt.",
    "Record that a judicial hold was lifted.": (
        "Vastleggen dat de terbeschikkingstelling van het gerecht is opgeheven."
    ),
    "Record a status that protects from removal; what is told of it is for very few.": (
        "Een statuut vastleggen dat tegen verwijdering beschermt; wat ervan wordt gezegd, "
        "lezen zeer weinigen."
    ),
    "Which status; confidential for a witness or an informant.": (
        "Welk statuut; vertrouwelijk voor een getuige of een informant."
    ),
    "Record that a status which protects from removal is examined or granted.": (
        "Vastleggen dat een statuut dat tegen verwijdering beschermt, onderzocht wordt of "
        "toegekend is."
    ),
    "Record that a protected status ended or was refused.": (
        "Vastleggen dat een beschermd statuut is geëindigd of geweigerd."
    ),
    "Follow the transfer to the State responsible for the asylum application.": (
        "De overdracht volgen aan de lidstaat die voor het verzoek verantwoordelijk is."
    ),
    "Record that another State accepted to examine the asylum application.": (
        "Vastleggen dat een andere lidstaat aanvaardt het verzoek om internationale "
        "bescherming te behandelen."
    ),
    "Extend the term to transfer the resident to the State responsible.": (
        "De termijn verlengen om de bewoner aan de verantwoordelijke lidstaat over te dragen."
    ),
    "Follow a change of place of reception, and the exception asked to it.": (
        "Een wijziging van opvangplaats volgen, en de uitzondering die erop wordt gevraagd."
    ),
    "Record that the resident was told to move to another place of reception.": (
        "Vastleggen dat de bewoner naar een andere opvangplaats moet."
    ),
    "Where to move.": "Waarheen.",
    "Record that the resident asked not to move to the place assigned.": (
        "Vastleggen dat de bewoner vroeg niet naar de toegewezen plaats te moeten."
    ),
    "Answer the request not to move to the place assigned.": (
        "Antwoorden op het verzoek om niet naar de toegewezen plaats te moeten."
    ),
    "What was answered.": "Wat er is geantwoord.",
    "a number from 0 to 20": "een getal van 0 tot 20",
    # States
    "wish": "wens geuit",
    "subsequent-pending": "volgend verzoek hangende",
    "final-negative": "definitief geweigerd",
    # Refusals
    "an asylum application is under way since {day}: {state}": (
        "een verzoek om internationale bescherming loopt sinds {day}: {state}"
    ),
    "international protection was granted on {day}": (
        "de internationale bescherming is toegekend op {day}"
    ),
    "the asylum application is at: {state}; this needs: {after}": (
        'het verzoek om internationale bescherming is in de staat "{state}"; dit vraagt: {after}'
    ),
    "{n} earlier application(s) are on record; say at least so many": (
        "vroegere verzoeken vastgelegd: {n}; vermeld er minstens zoveel"
    ),
    "the declarations were sent on {day}": "de verklaringen zijn doorgestuurd op {day}",
    "nothing was lodged yet: a wish can only be withdrawn": (
        "er is nog niets ingediend: een wens kan alleen worden ingetrokken"
    ),
    "the application was refused: only that this is final may follow": (
        "het verzoek is geweigerd: alleen dat dit definitief is, kan nog volgen"
    ),
    "the right to remain was ended before": "het recht om te blijven was al beëindigd",
    "a first application always gives the right to remain": (
        "een eerste verzoek geeft altijd het recht om te blijven"
    ),
    "this is not known to be a first subsequent application made while held": (
        "het is niet bekend of dit een eerste volgend verzoek is dat in vasthouding is ingediend"
    ),
    "it is not known to be made within a year of the final decision": (
        "het is niet bekend of het binnen het jaar na de definitieve beslissing is ingediend"
    ),
    "article 39/70 applied until {day}; this is under the law that followed": (
        "artikel 39/70 gold tot {day}; dit valt onder de wet die volgde"
    ),
    "this is no further subsequent application": "dit is geen nieuw volgend verzoek",
    "a risk of refoulement was found on {day} and not lifted": (
        "een risico op refoulement is vastgesteld op {day} en niet opgeheven"
    ),
    "the asylum commissioner advised on {day} that there is a risk; nobody set it aside": (
        "de commissaris-generaal adviseerde op {day} dat er een risico is; niemand is ervan "
        "afgeweken"
    ),
    "the removal is put off until {day} included": "de verwijdering is uitgesteld tot en met {day}",
    "a risk of refoulement is on record already": "een risico op refoulement is al vastgelegd",
    "no risk of refoulement stands": "er is geen risico op refoulement vastgesteld",
    "no advice of the asylum commissioner on a risk stands": (
        "er geldt geen risicoadvies van de commissaris-generaal"
    ),
    "nobody proposed, with reasons, to set the advice aside": (
        "niemand heeft met redenen voorgesteld van het advies af te wijken"
    ),
    "{day} was over when this was decided": "{day} was voorbij toen dit werd beslist",
    "a judicial hold stands since {day}: {authority} {reference}": (
        "de bewoner staat ter beschikking van het gerecht sinds {day}: {authority} {reference}"
    ),
    "this hold is on record already": "deze terbeschikkingstelling is al vastgelegd",
    "no such hold stands": "zo'n terbeschikkingstelling loopt niet",
    "several holds stand ({numbers}): say which": (
        "er lopen meerdere terbeschikkingstellingen ({numbers}): zeg welke"
    ),
    "a status that protects from removal is on record since {day}": (
        "een statuut dat tegen verwijdering beschermt, is vastgelegd sinds {day}"
    ),
    "a right of residence was granted on {day}": "een verblijfsrecht is toegekend op {day}",
    "this status is on record already": "dit statuut is al vastgelegd",
    "no such status is on record": "zo'n statuut is niet vastgelegd",
    "no acceptance of the transfer is on record": (
        "geen aanvaarding van de overdracht is vastgelegd"
    ),
    "{day} is not after {last}, the last day of the term": (
        "{day} ligt niet na {last}, de laatste dag van de termijn"
    ),
    "no place of reception was assigned": "er is geen opvangplaats toegewezen",
    "an exception is asked already": "een uitzondering is al gevraagd",
    "no exception is asked": "er is geen uitzondering gevraagd",
    # What falls due
    "have the asylum application lodged": (
        "het verzoek om internationale bescherming laten indienen"
    ),
    "send the declarations to the asylum commissioner": (
        "de verklaringen naar de commissaris-generaal sturen"
    ),
    "the postponement of the removal ends": "einde van het uitstel van de verwijdering",
    "the term to transfer to the State responsible ends": (
        "einde van de termijn voor de overdracht aan de verantwoordelijke lidstaat"
    ),
    "the term to move to the place of reception assigned ends": (
        "einde van de termijn om naar de toegewezen opvangplaats te gaan"
    ),
    "the term to ask for an exception to the place of reception ends": (
        "einde van de termijn om een uitzondering op de opvangplaats te vragen"
    ),
}
