"""Twenty happenings, each as an English, a French and a German outlet reports it. All names are invented."""

from __future__ import annotations

from typing import NamedTuple


class Happening(NamedTuple):
    """The day in March 2025, and headline and text in each language."""

    day: int
    en: tuple[str, str]
    fr: tuple[str, str]
    de: tuple[str, str]


HAPPENINGS = (
    Happening(
        3,
        (
            "Holm and Sorokin talk about the grain corridor",
            "President Erik Holm spoke with Viktor Sorokin by telephone on Monday for 75 minutes "
            "about the grain corridor, his office said. They agreed to exchange 120 prisoners.",
        ),
        (
            "Holm et Sorokine discutent du corridor céréalier",
            "Le président Erik Holm s’est entretenu lundi pendant 75 minutes avec Viktor Sorokine au "
            "sujet du corridor céréalier, selon ses services. Ils ont convenu d’échanger 120 "
            "prisonniers.",
        ),
        (
            "Holm und Sorokin sprechen über den Getreidekorridor",
            "Präsident Erik Holm hat am Montag 75 Minuten mit Viktor Sorokin über den "
            "Getreidekorridor telefoniert, wie sein Büro mitteilte. Sie vereinbarten, 120 Gefangene "
            "auszutauschen.",
        ),
    ),
    Happening(
        3,
        (
            "Ferry runs aground off Tessel",
            "The ferry Aurora ran aground off Tessel on Monday with 214 people on board. Captain Jens"
            " Brandt said the rudder had failed; all were brought ashore.",
        ),
        (
            "Un ferry s’échoue au large de Tessel",
            "Le ferry Aurora s’est échoué lundi au large de Tessel avec 214 personnes à bord. Le "
            "capitaine Jens Brandt a évoqué une panne de gouvernail ; tous ont été ramenés à terre.",
        ),
        (
            "Fähre läuft vor Tessel auf Grund",
            "Die Fähre Aurora ist am Montag mit 214 Menschen an Bord vor Tessel auf Grund gelaufen. "
            "Kapitän Jens Brandt sagte, das Ruder habe versagt; alle wurden an Land gebracht.",
        ),
    ),
    Happening(
        4,
        (
            "Norland raises its key rate to 4.25 percent",
            "The central bank of Norland raised its key rate to 4.25 percent on Tuesday. Governor "
            "Marta Lind spoke of prices that rise by 6.1 percent.",
        ),
        (
            "Le Norland relève son taux directeur à 4,25 %",
            "La banque centrale du Norland a porté mardi son taux directeur à 4,25 %. Sa gouverneure "
            "Marta Lind a rappelé que les prix augmentent de 6,1 %.",
        ),
        (
            "Norland erhöht den Leitzins auf 4,25 Prozent",
            "Die Zentralbank von Norland hat den Leitzins am Dienstag auf 4,25 Prozent angehoben. "
            "Gouverneurin Marta Lind verwies auf eine Teuerung von 6,1 Prozent.",
        ),
    ),
    Happening(
        4,
        (
            "Holm receives Ortiz in Norrey",
            "President Erik Holm received the Sudland fisheries minister Lena Ortiz in Norrey on "
            "Tuesday. They signed a treaty on 38 fishing grounds.",
        ),
        (
            "Holm reçoit Ortiz à Norrey",
            "Le président Erik Holm a reçu mardi à Norrey la ministre sudlandaise de la Pêche, Lena "
            "Ortiz. Ils ont signé un traité sur 38 zones de pêche.",
        ),
        (
            "Holm empfängt Ortiz in Norrey",
            "Präsident Erik Holm hat am Dienstag die Fischereiministerin von Sudland, Lena Ortiz, in "
            "Norrey empfangen. Sie unterzeichneten einen Vertrag über 38 Fanggründe.",
        ),
    ),
    Happening(
        5,
        (
            "Quake of 5.8 shakes Karlby",
            "A quake of magnitude 5.8 shook Karlby on Wednesday and killed 17 people, said Eva Roth "
            "of the rescue office. The old market hall fell in.",
        ),
        (
            "Un séisme de 5,8 secoue Karlby",
            "Un séisme de magnitude 5,8 a secoué Karlby mercredi et fait 17 morts, a indiqué Eva "
            "Roth, des services de secours. La vieille halle s’est effondrée.",
        ),
        (
            "Beben der Stärke 5,8 erschüttert Karlby",
            "Ein Beben der Stärke 5,8 hat am Mittwoch Karlby erschüttert und 17 Menschen getötet, "
            "sagte Eva Roth vom Rettungsamt. Die alte Markthalle stürzte ein.",
        ),
    ),
    Happening(
        5,
        (
            "Sorokin dismisses defence minister Barsky",
            "Viktor Sorokin dismissed his defence minister Anton Barsky on Wednesday. His successor "
            "is Oleg Dimov, who led the navy for 9 years.",
        ),
        (
            "Sorokine limoge son ministre de la Défense Barsky",
            "Viktor Sorokine a limogé mercredi son ministre de la Défense, Anton Barsky. Oleg Dimov, "
            "qui dirigeait la marine depuis 9 ans, lui succède.",
        ),
        (
            "Sorokin entlässt Verteidigungsminister Barski",
            "Viktor Sorokin hat am Mittwoch seinen Verteidigungsminister Anton Barski entlassen. "
            "Nachfolger ist Oleg Dimow, der 9 Jahre die Marine führte.",
        ),
    ),
    Happening(
        6,
        (
            "Teachers of Hovden strike over pay",
            "Some 3,400 teachers stopped work in Hovden on Thursday. Their union’s head Pia Lunde "
            "wants 8 percent more pay.",
        ),
        (
            "Grève des enseignants à Hovden",
            "Quelque 3.400 enseignants ont cessé le travail jeudi à Hovden. Pia Lunde, à la tête de "
            "leur syndicat, réclame 8 % d’augmentation.",
        ),
        (
            "Lehrer in Hovden streiken für mehr Lohn",
            "Rund 3400 Lehrer haben am Donnerstag in Hovden die Arbeit niedergelegt. Ihre "
            "Gewerkschaftschefin Pia Lunde fordert 8 Prozent mehr Lohn.",
        ),
    ),
    Happening(
        6,
        (
            "Court in Brenn jails banker Falk",
            "A court in Brenn sentenced the banker Jonas Falk to 7 years in prison on Thursday for a "
            "fraud of 46 million crowns.",
        ),
        (
            "Le banquier Falk condamné à Brenn",
            "Un tribunal de Brenn a condamné jeudi le banquier Jonas Falk à 7 ans de prison pour une "
            "fraude de 46 millions de couronnes.",
        ),
        (
            "Gericht in Brenn verurteilt Bankier Falk",
            "Ein Gericht in Brenn hat den Bankier Jonas Falk am Donnerstag wegen Betrugs um 46 "
            "Millionen Kronen zu 7 Jahren Haft verurteilt.",
        ),
    ),
    Happening(
        7,
        (
            "Fire at the Ruden refinery",
            "A fire broke out at the Ruden refinery on Friday and was put out after 11 hours. Fire "
            "chief Tor Aske said 52 men had been at work.",
        ),
        (
            "Incendie à la raffinerie de Ruden",
            "Un incendie s’est déclaré vendredi à la raffinerie de Ruden et a été éteint après 11 "
            "heures. Selon le chef des pompiers Tor Aske, 52 hommes étaient à l’œuvre.",
        ),
        (
            "Brand in der Raffinerie von Ruden",
            "In der Raffinerie von Ruden ist am Freitag ein Brand ausgebrochen, der nach 11 Stunden "
            "gelöscht war. Feuerwehrchef Tor Aske sprach von 52 Mann im Einsatz.",
        ),
    ),
    Happening(
        7,
        (
            "Sorokin and Holm speak again, of prisoners this time",
            "Viktor Sorokin and Erik Holm spoke by telephone on Friday for 40 minutes. The talk "
            "turned on 64 prisoners, the palace in Ostgrad said.",
        ),
        (
            "Nouvel entretien entre Sorokine et Holm, sur les prisonniers",
            "Viktor Sorokine et Erik Holm se sont parlé vendredi pendant 40 minutes. L’entretien a "
            "porté sur 64 prisonniers, selon le palais d’Ostgrad.",
        ),
        (
            "Sorokin und Holm telefonieren erneut",
            "Viktor Sorokin und Erik Holm haben am Freitag 40 Minuten telefoniert. Es ging um 64 "
            "Gefangene, teilte der Palast in Ostgrad mit.",
        ),
    ),
    Happening(
        10,
        (
            "Mossel elects Ida Brandt as mayor",
            "Ida Brandt was elected mayor of Mossel on Monday with 57 percent of the votes, ahead of "
            "Rolf Eide.",
        ),
        (
            "Ida Brandt élue maire de Mossel",
            "Ida Brandt a été élue lundi maire de Mossel avec 57 % des voix, devant Rolf Eide.",
        ),
        (
            "Mossel wählt Ida Brandt zur Bürgermeisterin",
            "Ida Brandt ist am Montag mit 57 Prozent der Stimmen vor Rolf Eide zur Bürgermeisterin "
            "von Mossel gewählt worden.",
        ),
    ),
    Happening(
        10,
        (
            "Sund Line orders 12 electric ferries",
            "The shipping company Sund Line ordered 12 electric ferries from the Kaldvik yard on "
            "Monday, for 930 million crowns, said its head Nils Aune.",
        ),
        (
            "Sund Line commande 12 ferries électriques",
            "La compagnie Sund Line a commandé lundi 12 ferries électriques au chantier de Kaldvik "
            "pour 930 millions de couronnes, a annoncé son patron Nils Aune.",
        ),
        (
            "Sund Line bestellt 12 Elektrofähren",
            "Die Reederei Sund Line hat am Montag bei der Werft Kaldvik 12 Elektrofähren für 930 "
            "Millionen Kronen bestellt, sagte ihr Chef Nils Aune.",
        ),
    ),
    Happening(
        11,
        (
            "Ostland expels two diplomats of Norland",
            "Ostland expelled two diplomats of Norland on Tuesday. The envoy Karin Moe was given 72 "
            "hours, said the spokesman Dmitri Golubev.",
        ),
        (
            "L’Ostland expulse deux diplomates du Norland",
            "L’Ostland a expulsé mardi deux diplomates du Norland. L’émissaire Karin Moe dispose de "
            "72 heures, a déclaré le porte-parole Dmitri Goloubev.",
        ),
        (
            "Ostland weist zwei Diplomaten Norlands aus",
            "Ostland hat am Dienstag zwei Diplomaten Norlands ausgewiesen. Die Gesandte Karin Moe hat"
            " 72 Stunden Zeit, sagte Sprecher Dmitri Golubew.",
        ),
    ),
    Happening(
        11,
        (
            "Avalanche near Fennby buries skiers",
            "An avalanche near Fennby buried six skiers on Tuesday. Mountain rescuer Lars Hagen said "
            "that the slope was 38 degrees steep at 1,900 metres.",
        ),
        (
            "Une avalanche ensevelit des skieurs près de Fennby",
            "Une avalanche a enseveli mardi six skieurs près de Fennby. Selon le secouriste Lars "
            "Hagen, la pente atteignait 38 degrés à 1.900 mètres.",
        ),
        (
            "Lawine bei Fennby verschüttet Skifahrer",
            "Eine Lawine hat am Dienstag bei Fennby sechs Skifahrer verschüttet. Bergretter Lars "
            "Hagen sagte, der Hang sei in 1900 Metern Höhe 38 Grad steil.",
        ),
    ),
    Happening(
        12,
        (
            "Holm vetoes the port law",
            "President Erik Holm vetoed the port law on Wednesday. Parliament had passed it by 91 "
            "votes to 78, against the will of Speaker Greta Sand.",
        ),
        (
            "Holm oppose son veto à la loi sur les ports",
            "Le président Erik Holm a opposé mercredi son veto à la loi sur les ports. Le parlement "
            "l’avait adoptée par 91 voix contre 78, contre l’avis de sa présidente Greta Sand.",
        ),
        (
            "Holm legt Veto gegen das Hafengesetz ein",
            "Präsident Erik Holm hat am Mittwoch sein Veto gegen das Hafengesetz eingelegt. Das "
            "Parlament hatte es gegen den Willen von Präsidentin Greta Sand mit 91 zu 78 Stimmen "
            "beschlossen.",
        ),
    ),
    Happening(
        12,
        (
            "Drones hit the depot at Belorek",
            "Drones hit a fuel depot at Belorek in Ostland on Wednesday. Governor Pavel Orlov spoke "
            "of 14 tanks on fire.",
        ),
        (
            "Des drones frappent le dépôt de Belorek",
            "Des drones ont frappé mercredi un dépôt de carburant à Belorek, en Ostland. Le "
            "gouverneur Pavel Orlov a évoqué 14 cuves en feu.",
        ),
        (
            "Drohnen treffen Lager in Belorek",
            "Drohnen haben am Mittwoch ein Treibstofflager im ostländischen Belorek getroffen. "
            "Gouverneur Pawel Orlow sprach von 14 brennenden Tanks.",
        ),
    ),
    Happening(
        13,
        (
            "Museum of Arn gets a painting back",
            "The museum of Arn got a painting by Hedda Vik back on Thursday that had been stolen 31 "
            "years ago. Director Olav Stein thanked the police of Ostgrad.",
        ),
        (
            "Le musée d’Arn retrouve un tableau",
            "Le musée d’Arn a récupéré jeudi un tableau de Hedda Vik volé il y a 31 ans. Son "
            "directeur Olav Stein a remercié la police d’Ostgrad.",
        ),
        (
            "Museum von Arn bekommt Gemälde zurück",
            "Das Museum von Arn hat am Donnerstag ein Gemälde von Hedda Vik zurückerhalten, das vor "
            "31 Jahren gestohlen wurde. Direktor Olav Stein dankte der Polizei von Ostgrad.",
        ),
    ),
    Happening(
        13,
        (
            "Sorokin visits the front at Belorek",
            "Viktor Sorokin visited troops near Belorek on Thursday and gave out 25 medals, with the "
            "new defence minister Oleg Dimov at his side.",
        ),
        (
            "Sorokine en visite sur le front à Belorek",
            "Viktor Sorokine a rendu visite jeudi aux troupes près de Belorek et remis 25 médailles, "
            "aux côtés du nouveau ministre de la Défense Oleg Dimov.",
        ),
        (
            "Sorokin besucht die Front bei Belorek",
            "Viktor Sorokin hat am Donnerstag Truppen bei Belorek besucht und 25 Orden verliehen, "
            "begleitet vom neuen Verteidigungsminister Oleg Dimow.",
        ),
    ),
    Happening(
        14,
        (
            "Power cut in Alsund lasts nine hours",
            "A cable fault cut the power of 86,000 homes in Alsund on Friday. Grid manager Silje Dahl"
            " said the cable at Tolna was 44 years old.",
        ),
        (
            "Panne de courant à Alsund",
            "Un câble défectueux a privé de courant 86.000 foyers vendredi à Alsund. Selon Silje "
            "Dahl, responsable du réseau, le câble de Tolna avait 44 ans.",
        ),
        (
            "Stromausfall in Alsund",
            "Ein Kabelfehler hat am Freitag 86.000 Haushalte in Alsund vom Strom getrennt. Netzchefin"
            " Silje Dahl sagte, das Kabel bei Tolna sei 44 Jahre alt.",
        ),
    ),
    Happening(
        14,
        (
            "Holm calls an election for May",
            "President Erik Holm called an early election on Friday, for 18 May. Opposition leader "
            "Greta Sand welcomed it; 169 seats are at stake.",
        ),
        (
            "Holm convoque des élections en mai",
            "Le président Erik Holm a convoqué vendredi des élections anticipées pour le 18 mai. La "
            "cheffe de l’opposition Greta Sand s’en est félicitée ; 169 sièges sont en jeu.",
        ),
        (
            "Holm ruft Wahlen im Mai aus",
            "Präsident Erik Holm hat am Freitag vorgezogene Wahlen für den 18. Mai ausgerufen. "
            "Oppositionsführerin Greta Sand begrüßte das; es geht um 169 Sitze.",
        ),
    ),
)
