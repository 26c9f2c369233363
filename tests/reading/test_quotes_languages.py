"""Who said what in French, German, Russian and Spanish: passages of our own, with invented people."""

from __future__ import annotations

import pytest

from tui.reading.language import language_of
from tui.reading.quotes import find_quotes

# A passage, and the speakers of its quotes in order: "" for nobody, "A + B" for both.
FRENCH = [
    # inversion
    (
        "« Le pont rouvrira en mai », a annoncé mardi le maire de Vernègues, Baptiste Loriol. « "
        "Nous tiendrons les délais », a-t-il promis.",
        ["Baptiste Loriol", "Baptiste Loriol"],
    ),
    (
        "« C'est une honte », s'est indignée Maryvonne Kerdoncuff, présidente du syndicat. « Une "
        "honte nationale. »",
        ["Maryvonne Kerdoncuff", "Maryvonne Kerdoncuff"],
    ),
    ("« On nous a menti ! » s'emporte Jeanne, 34 ans, infirmière à Douai.", ["Jeanne"]),
    ("« Tout va bien », a voulu rassurer le commandant du navire, Édern Le Guennec.", ["Édern Le Guennec"]),
    (
        "« Un mur ne protège personne », écrit l'historienne Apolline Guérande dans une tribune.",
        ["Apolline Guérande"],
    ),
    # before the quote
    (
        "Le président sénégalais Ousmane Diatta a appelé à « un cessez-le-feu sans condition ». "
        "Son homologue malien, Bakary Sanogo, a parlé d'« un vœu pieux ».",
        ["Ousmane Diatta", "Bakary Sanogo"],
    ),
    ("L'Élysée a réagi dans un communiqué : « La France ne cédera pas. »", ["Élysée"]),
    (
        "Le ministère turc des Affaires étrangères a qualifié le rapport de « partial et infondé ».",
        ["ministère turc des Affaires étrangères"],
    ),
    (
        "Le patron du FMI, Ruben Achterberg, met en garde contre « une spirale dangereuse ».",
        ["Ruben Achterberg"],
    ),
    ("Vienne n'exclut pas « un nouveau format ».", ["Vienne"]),
    # according to
    (
        "Selon une source diplomatique, les pourparlers ont été « francs mais difficiles ».",
        ["une source diplomatique"],
    ),
    (
        "Pour l'ancien ministre Régis Maucombe, la réforme est « un coup d'épée dans l'eau ».",
        ["Régis Maucombe"],
    ),
    ("D'après le général Aubin Lestrade, l'opération « se poursuivra jusqu'à l'été ».", ["Aubin Lestrade"]),
    ("À en croire le sénateur Auguste Rivoire, « rien n'est perdu ».", ["Auguste Rivoire"]),
    ("Comme l'a souligné Mme Duchesnois, « rien n'est joué ».", ["Duchesnois"]),
    # titles and appositions
    (
        "Le procureur de la République de Lorient, Yann Kermarrec, évoque « une piste criminelle "
        "». Selon lui, « tout porte à croire » à un règlement de comptes.",
        ["Yann Kermarrec", "Yann Kermarrec"],
    ),
    (
        "« Les otages sont vivants », a confirmé à la télévision le porte-parole de l'armée, le "
        "contre-amiral Doron Shalev.",
        ["Doron Shalev"],
    ),
    ("Le vice-président Edmond Sabatier : « Nous n'avons pas le choix. »", ["Edmond Sabatier"]),
    (
        "Thibaud Orsini et la sénatrice Lucienne Brac ont jugé le projet « inutile ».",
        ["Thibaud Orsini + Lucienne Brac"],
    ),
    (
        "Le député européen Matteo Bellandi, rapporteur du texte, salue « un compromis solide », "
        "tandis que les Verts regrettent « une occasion manquée ».",
        ["Matteo Bellandi", "Verts"],
    ),
    # bodies and places
    ("« Aucune décision n'a été prise », assure-t-on à Matignon.", ["Matignon"]),
    (
        "Moscou a dénoncé « une provocation ». Kiev, de son côté, parle de « légitime défense ».",
        ["Moscou", "Kiev"],
    ),
    ("À Berlin, on juge l'offre « prématurée ».", ["Berlin"]),
    (
        "Pékin « s'oppose fermement » à cette visite, a fait savoir le ministère chinois des "
        "Affaires étrangères.",
        ["ministère chinois des Affaires étrangères"],
    ),
    # who is meant
    (
        "« Nous ne ferons pas marche arrière », a insisté M. Perrault lundi. La veille, le "
        "ministre Arsène Perrault avait rencontré les syndicats.",
        ["Arsène Perrault"],
    ),
    (
        "L'ambassadeur de Russie à Paris, Guennadi Sorokine, a été convoqué. Il a assuré n'avoir "
        "« rien à cacher ».",
        ["Guennadi Sorokine"],
    ),
    (
        "« Nous n'irons pas à Genève », a affirmé Ali Rezvani. Le négociateur iranien a dénoncé "
        "« un diktat ».",
        ["Ali Rezvani", "Ali Rezvani"],
    ),
    (
        "Solveig Marchais présentait mardi son programme. La candidate promet « un choc de confiance ».",
        ["Solveig Marchais"],
    ),
    (
        "« Je pars », a lâché Clovis Renaudot. « Et je ne reviendrai pas », a complété le Marseillais.",
        ["Clovis Renaudot", "Clovis Renaudot"],
    ),
    (
        "« Le président a raison », note Le Temps du Rhône. Le quotidien ajoute que « le plus "
        "dur commence ».",
        ["Temps du Rhône", "Temps du Rhône"],
    ),
    # dashes
    (
        "– Avez-vous peur ?\n– Non, réplique Sidonie Vauclair. Nous avons l'habitude.",
        ["", "Sidonie Vauclair", "Sidonie Vauclair"],
    ),
    # several
    (
        "Emma Tavernier et Louis Bréchard ont salué ensemble « un accord historique ».",
        ["Emma Tavernier + Louis Bréchard"],
    ),
    # nobody's words
    (
        "Le navire « Étoile du Nord » a quitté Brest. « Il reviendra », espère le capitaine Goulven Abalain.",
        ["Goulven Abalain"],
    ),
    (
        "Dans un entretien au journal « Le Phare », Ludivine Sarrazin accuse le gouvernement de "
        "« laisser mourir les ports ».",
        ["Ludivine Sarrazin"],
    ),
]
GERMAN = [
    # inversion
    ("„Die Brücke bleibt gesperrt“, teilte die Polizei am Mittwoch mit.", ["Polizei"]),
    (
        "„Das ist ein guter Tag für Europa“, freute sich EU-Kommissarin Brigida Castellani.",
        ["Brigida Castellani"],
    ),
    (
        "„Niemand hat uns gefragt“, klagt Bürgermeisterin Hedda Kleinschmidt. Ihr Stellvertreter "
        "Uwe Darr ergänzt: „Wie immer.“",
        ["Hedda Kleinschmidt", "Uwe Darr"],
    ),
    ("„Ihr habt uns verraten!“, schrie ein Demonstrant.", ["ein Demonstrant"]),
    ("„Das Wetter spielt nicht mit“, sagt Landwirt Enno Behrends aus Aurich.", ["Enno Behrends"]),
    # before the quote
    (
        "Verteidigungsministerin Almut Rohwedder hat den Vorwurf als „absurd und ehrenrührig“ "
        "zurückgewiesen.",
        ["Almut Rohwedder"],
    ),
    ("Am Abend schrieb der Präsident auf Truth Social: „Der Deal ist tot.“", ["der Präsident"]),
    ("In Warschau kündigte Vizepremier Zbigniew Orłowski „eine harte Antwort“ an.", ["Zbigniew Orłowski"]),
    (
        "Die Ministerin nannte die Reise „eine Chance“. Hanna Vollrath war am Montag nach Kiew aufgebrochen.",
        ["die Ministerin"],
    ),
    (
        "Auch Österreichs Außenminister Severin Kogler kritisierte den Schritt als „nicht hilfreich“.",
        ["Severin Kogler"],
    ),
    # according to
    ("Laut Bundeskanzler Jost Wiedenhaupt ist die Lage „ernst, aber beherrschbar“.", ["Jost Wiedenhaupt"]),
    (
        "Nach den Worten von Finanzminister Ottokar Brandis ist der Haushalt „auf Kante genäht“.",
        ["Ottokar Brandis"],
    ),
    ("Dem Innenminister zufolge handelt es sich um „Einzelfälle“.", ["Innenminister"]),
    ("Nach Ansicht der Völkerrechtlerin Anneke de Boer ist der Einsatz „klar illegal“.", ["Anneke de Boer"]),
    ("„Wir werden nicht nachgeben“, so der CSU-Politiker Xaver Hintermoser.", ["Xaver Hintermoser"]),
    ("Aus Regierungskreisen verlautete, die Gespräche seien „auf der Zielgeraden“.", ["Regierungskreisen"]),
    # titles and appositions
    ("Norwegens Ministerpräsidentin Sunniva Aasheim sieht darin „keine Bedrohung“.", ["Sunniva Aasheim"]),
    (
        "Der Botschafter der Ukraine in Wien, Bohdan Rymarenko, zeigte sich „tief enttäuscht“.",
        ["Bohdan Rymarenko"],
    ),
    (
        "„Es war ein offenes Gespräch“, resümierte der Gastgeber, Luxemburgs Premier Guy Reuland.",
        ["Guy Reuland"],
    ),
    (
        "Der Ministerpräsident von Sachsen, Bernd Oelschlägel (CDU), sagte der Deutschen "
        "Presse-Agentur: „Das geht so nicht.“",
        ["Bernd Oelschlägel"],
    ),
    ("Der Historiker Falk Reimann hält den Vergleich für „historisch falsch“.", ["Falk Reimann"]),
    # bodies and places
    (
        "Ein Sprecher des Auswärtigen Amts sprach von „ermutigenden Signalen“.",
        ["ein Sprecher des Auswärtigen Amts"],
    ),
    ("„Das Angebot liegt auf dem Tisch“, heißt es aus dem Élysée-Palast.", ["Élysée-Palast"]),
    (
        "Das US-Verteidigungsministerium sprach von einem „bedauerlichen Irrtum“.",
        ["US-Verteidigungsministerium"],
    ),
    ("Peking verurteilte den Besuch als „Provokation“.", ["Peking"]),
    # who is meant
    (
        "Der russische Außenminister Arkadi Sobolew warf dem Westen „Heuchelei“ vor. „Man spielt "
        "mit dem Feuer“, sagte er in Moskau.",
        ["Arkadi Sobolew", "Arkadi Sobolew"],
    ),
    (
        "Ahlers sagte: „Wir bleiben.“ Zuvor hatte Oberst Malte Ahlers die Lage in Gao geschildert.",
        ["Malte Ahlers"],
    ),
    (
        "Volker Trautwein, Sprecher der Bundeswehr, bestätigte den Einsatz. „Er läuft seit "
        "Dienstag“, so Trautwein.",
        ["Volker Trautwein"],
    ),
    (
        "Gunda Marquardt, Vorsitzende des Verbands, nennt das Gesetz ein „Bürokratiemonster“. "
        "Marquardt fordert „einen Neustart“.",
        ["Gunda Marquardt", "Gunda Marquardt"],
    ),
    # gapped
    (
        "Staatspräsidentin Ilinca Dragomir bezeichnete die Wahl als „frei und fair“, "
        "Oppositionsführer Horia Nistor als „Farce“.",
        ["Ilinca Dragomir", "Horia Nistor"],
    ),
    # several
    (
        "Paris und Berlin forderten in einer gemeinsamen Erklärung „eine sofortige Waffenruhe“.",
        ["Paris + Berlin"],
    ),
    (
        "Frankreichs Präsident Étienne Delorme und der polnische Premier Wojciech Zalewski "
        "sprachen von einem „Wendepunkt“.",
        ["Étienne Delorme + Wojciech Zalewski"],
    ),
    # nobody's words
    (
        "In dem Film „Die letzte Fähre“ spielt er die Hauptrolle. „Ein Traum“, sagt Regisseurin "
        "Jule Petersdorf.",
        ["Jule Petersdorf"],
    ),
    ("Im Gespräch mit der „Küstenpost“ räumte Reeder Hauke Thomsen „schwere Fehler“ ein.", ["Hauke Thomsen"]),
    # a surname behind the verb, of one of two
    (
        "Anna Keller und Paul Roth trafen sich im Keller. „Der Damm ist sicher“, sagte Roth. „Das stimmt nicht“, "
        "erwiderte Keller.",
        ["Paul Roth", "Anna Keller"],
    ),
    (
        "Eva Schmidt und Jonas Lund sprachen über den Hafen. „Wann öffnet er?“, fragte Lund. „Wir bauen im Herbst“, "
        "kündigte Schmidt an.",
        ["Jonas Lund", "Eva Schmidt"],
    ),
    ("Tom Dahl und Eva Lund trafen sich. Laut Dahl sagte Lund: „Wir bauen im Herbst.“", ["Eva Lund"]),
    ("Tom Dahl und Eva Lund trafen sich. „Das stimmt nicht“, riefen Anwohner.", ["Anwohner"]),
    ("Tom Dahl und Eva Lund trafen sich. „Das stimmt nicht“, sagte Anna.", ["Anna"]),
]
RUSSIAN = [
    # inversion
    (
        "«Мост откроют в мае», — сообщил мэр Верхнеозёрска Денис Колыванов. «Сроки не "
        "изменятся», — добавил он.",
        ["Денис Колыванов", "Денис Колыванов"],
    ),
    ("«Это провокация», — считают в Минобороны.", ["Минобороны"]),
    (
        "«Мы не уйдём», — заявил командующий ВМС Украины вице-адмирал Остап Нечипоренко.",
        ["Остап Нечипоренко"],
    ),
    ("«Где деньги?» — поинтересовалась у министра депутат Роза Тимербаева.", ["Роза Тимербаева"]),
    (
        "«Не верю ни единому слову», — прокомментировала сообщение мать задержанного Раиса Кудинова.",
        ["Раиса Кудинова"],
    ),
    # before the quote
    (
        "Официальный представитель МИД России Ксения Берестова назвала обвинения «голословными».",
        ["Ксения Берестова"],
    ),
    (
        "Президент Франции Этьен Делорм заявил о «новой странице» в отношениях. Его польский "
        "коллега Войцех Залевский говорил об «осторожном оптимизме».",
        ["Этьен Делорм", "Войцех Залевский"],
    ),
    ("Премьер-министр Венгрии Золтан Баркоци пообещал заблокировать «любые санкции».", ["Золтан Баркоци"]),
    ("Белый дом назвал публикацию «фейком».", ["Белый дом"]),
    ("Глава комитета Госдумы Пётр Ярыгин уверен, что закон «заработает с января».", ["Пётр Ярыгин"]),
    # according to
    ("По данным пресс-службы ведомства, пожар «локализован полностью».", ["пресс-служба ведомства"]),
    ("По словам Марины Ковтун, школа «почти готова».", ["Марина Ковтун"]),
    ("По мнению экономиста Льва Бахтина, рубль «переоценён».", ["Лев Бахтин"]),
    ("Как отметил пресс-секретарь президента Глеб Чалый, решение «ещё не принято».", ["Глеб Чалый"]),
    (
        "Замминистра иностранных дел Фёдор Лутовинов напомнил о «красных линиях». По его словам, "
        "они «никуда не делись».",
        ["Фёдор Лутовинов", "Фёдор Лутовинов"],
    ),
    # titles and appositions
    (
        "Госсекретарь США Клейтон Харвик предупредил о «серьёзных последствиях». «Время "
        "истекает», — сказал Харвик.",
        ["Клейтон Харвик", "Клейтон Харвик"],
    ),
    (
        "Верховный комиссар ООН по правам человека Амина Диалло потребовала «независимого расследования».",
        ["Амина Диалло"],
    ),
    (
        "Постоянный представитель России при ООН Василий Небогатов назвал резолюцию «пустой бумагой».",
        ["Василий Небогатов"],
    ),
    ("Жительница села Агафья Нестерова вспоминает: «Горело всё».", ["Агафья Нестерова"]),
    ("Генсек НАТО Марит Сольберг: «Мы не сторона конфликта».", ["Марит Сольберг"]),
    # bodies and places
    ("В МИД Белоруссии заявили, что шаги Варшавы «недружественны».", ["МИД Белоруссии"]),
    ("В Пентагоне назвали инцидент «досадной ошибкой».", ["Пентагон"]),
    ("Минфин США пояснил, что ограничения «носят временный характер».", ["Минфин США"]),
    ("«Дорога закрыта», — предупредили в МЧС Дагестана.", ["МЧС Дагестана"]),
    ("По словам источника Reuters, стороны «топчутся на месте».", ["источник Reuters"]),
    # who is meant
    (
        "По словам Берестовой, ответ «не заставит себя ждать». Ксения Берестова выступила на брифинге.",
        ["Ксения Берестова"],
    ),
    ("Министр финансов Инга Саулите представила бюджет. «Денег нет», — призналась она.", ["Инга Саулите"]),
    (
        "«Россия открыта к переговорам, — заявил Песцов. — Но не любой ценой». Дмитрий Песцов "
        "отвечал на вопросы прессы.",
        ["Дмитрий Песцов", "Дмитрий Песцов"],
    ),
    ("Зеленин обвинил Москву в «терроре». Тарас Зеленин записал обращение ночью.", ["Тарас Зеленин"]),
    # dashes
    (
        "— Вы боитесь?\n— Нет, — сказала Марфа Игнатьевна. — Мы привыкли.",
        ["", "Марфа Игнатьевна", "Марфа Игнатьевна"],
    ),
    (
        "«Нам нечего скрывать, — сказала депутат Алевтина Громыхина. — Пусть приезжают».",
        ["Алевтина Громыхина", "Алевтина Громыхина"],
    ),
    (
        "«Мы ждали этого дня двадцать лет, — говорит Екатерина, учительница из Мурманска. — И "
        "вот он пришёл».",
        ["Екатерина", "Екатерина"],
    ),
    # gapped
    (
        "Сопредседатель фракции Вера Охлопкова назвала бюджет «дырявым», а её коллега Марат "
        "Сафин — «честным».",
        ["Вера Охлопкова", "Марат Сафин"],
    ),
    # several
    ("Израиль и Египет в совместном заявлении приветствовали «важный шаг».", ["Израиль + Египет"]),
    (
        "Глава МИД ФРГ Ульрика Зандман и её французский коллега Жером Виларе осудили «акт агрессии».",
        ["Ульрика Зандман + Жером Виларе"],
    ),
    # nobody's words
    (
        "«Северный поток» не работает. Об этом рассказал эксперт Юлий Кац. «И не заработает», — уверен он.",
        ["Юлий Кац"],
    ),
    (
        "Посол России в Великобритании Никита Оболенцев заявил в эфире «Радио Север», что Лондон "
        "«играет с огнём».",
        ["Никита Оболенцев"],
    ),
    ("Лидер партии «Наш край» Захар Полозков призвал сторонников «выйти на площадь».", ["Захар Полозков"]),
]
SPANISH = [
    # inversion
    (
        "«El puente abrirá en mayo», anunció el martes el alcalde de Valdehuesa, Isidro Pedrosa. "
        "«Cumpliremos los plazos», prometió.",
        ["Isidro Pedrosa", "Isidro Pedrosa"],
    ),
    (
        "“Es una victoria de todos”, celebró la ministra de Trabajo, Paloma Iriarte, tras la votación.",
        ["Paloma Iriarte"],
    ),
    ("“Nos mintieron”, se quejó Julia, de 34 años, enfermera en Rosario.", ["Julia"]),
    ("“Váyanse”, les gritó un guardia.", ["un guardia"]),
    (
        "“Estamos dispuestos a dialogar, pero no a rendirnos”, ha manifestado este lunes la "
        "vicepresidenta segunda, Celia Aranguren.",
        ["Celia Aranguren"],
    ),
    # before the quote
    (
        "La portavoz del Gobierno, Nuria Castellví, calificó las acusaciones de “absolutamente falsas”.",
        ["Nuria Castellví"],
    ),
    (
        "El canciller chileno Rodrigo Llanquihue advirtió que habrá “consecuencias serias”. "
        "Añadió que Chile “no está solo”.",
        ["Rodrigo Llanquihue", "Rodrigo Llanquihue"],
    ),
    (
        "El presidente ucraniano, Bohdán Rymarenko, insistió en que su país “no regalará territorio”.",
        ["Bohdán Rymarenko"],
    ),
    ("Sobre el canal, el general Abel Muñiz fue tajante: “Es nuestro”.", ["Abel Muñiz"]),
    (
        "El expresidente Néstor Caballero, en declaraciones a la prensa, tachó la sentencia de “vergonzosa”.",
        ["Néstor Caballero"],
    ),
    # according to
    ("Según fuentes diplomáticas, la reunión fue “tensa pero útil”.", ["fuentes diplomáticas"]),
    ("En opinión del exministro Tadeo Carmona, el plan es “papel mojado”.", ["Tadeo Carmona"]),
    ("Para la eurodiputada Mireia Solans, Bruselas actúa “con doble rasero”.", ["Mireia Solans"]),
    ("De acuerdo con la policía, se trata de “un hecho aislado”.", ["policía"]),
    ("Según explicó el director de la OMS, Kofi Adjei, el brote está “bajo control”.", ["Kofi Adjei"]),
    # titles and appositions
    (
        "El jefe de la diplomacia europea, Kristof Vandenberghe, se mostró “profundamente preocupado”.",
        ["Kristof Vandenberghe"],
    ),
    (
        "“Los rehenes están vivos”, confirmó a la televisión el portavoz militar, el coronel Doron Shalev.",
        ["Doron Shalev"],
    ),
    (
        "Petra Lindqvist, comisaria europea de Energía, considera que el plan es “insuficiente”.",
        ["Petra Lindqvist"],
    ),
    (
        "“No hay plan B”, dijo Ernesto Villalba, jefe de la misión, al diario «La Brújula».",
        ["Ernesto Villalba"],
    ),
    (
        "El presidente de Honduras, Wilmer Zelaya Funes, no descartó “medidas recíprocas”.",
        ["Wilmer Zelaya Funes"],
    ),
    # bodies and places
    (
        "Washington acusó a Caracas de “jugar con fuego”. Caracas respondió que se trata de “una "
        "fábula imperial”.",
        ["Washington", "Caracas"],
    ),
    (
        "El Ministerio de Exteriores de Perú expresó su “profunda preocupación”.",
        ["Ministerio de Exteriores de Perú"],
    ),
    (
        "“Sin justicia no hay paz”, se lee en el comunicado de la Conferencia Episcopal.",
        ["comunicado de la Conferencia Episcopal"],
    ),
    ("Fuentes de La Moncloa hablan de “cordialidad”.", ["Fuentes de La Moncloa"]),
    # who is meant
    (
        "“No comento rumores”, zanjó Aurelio Montesdeoca. El ministro se declaró “centrado en su trabajo”.",
        ["Aurelio Montesdeoca", "Aurelio Montesdeoca"],
    ),
    (
        "“No iremos a Ginebra”, afirmó Alí Rezvaní. El negociador iraní denunció “un dictado”.",
        ["Alí Rezvaní", "Alí Rezvaní"],
    ),
    ("“Todo es mentira”, sostuvo la abogada. “Una mentira muy cara”, agregó.", ["la abogada", "la abogada"]),
    (
        "Zelaya dijo que su país “no es patio de nadie”. El presidente Wilmer Zelaya habló en Tegucigalpa.",
        ["Wilmer Zelaya"],
    ),
    (
        "“No habrá amnistía”, reiteró Carmen Ulloa, vocera del Ejecutivo, en rueda de prensa. "
        "“Es una línea roja”, insistió.",
        ["Carmen Ulloa", "Carmen Ulloa"],
    ),
    (
        "CARACAS, 4 mar. La reunión terminó de madrugada. “Hemos avanzado”, resumió el mediador "
        "noruego Anders Foss a su salida.\n\nEl jefe de la delegación opositora, Blas Urdaneta, "
        "evitó el optimismo. “Falta lo más difícil”, dijo.",
        ["Anders Foss", "Blas Urdaneta"],
    ),
    # dashes
    (
        "—¿Tienen miedo?\n—No —contesta Rosario Benavides—. Ya estamos acostumbrados.",
        ["", "Rosario Benavides", "Rosario Benavides"],
    ),
    # gapped
    ("La Casa Blanca habló de “progresos”; el Kremlin, de “pasos tímidos”.", ["Casa Blanca", "Kremlin"]),
    # several
    (
        "Los cancilleres Hugo Baldivieso y Marcela Troncoso celebraron “un paso histórico”.",
        ["Hugo Baldivieso + Marcela Troncoso"],
    ),
    (
        "El embajador ante la ONU, Teodoro Lima, y su colega brasileña Jussara Prado pidieron “contención”.",
        ["Teodoro Lima + Jussara Prado"],
    ),
    # nobody's words
    (
        "El barco “Virgen del Puerto” zarpó ayer. “Volverá pronto”, confía el capitán Damián Otero.",
        ["Damián Otero"],
    ),
]

PASSAGES = [
    pytest.param(language, text, who, id=f"{language}-{number}")
    for language, passages in (("fr", FRENCH), ("de", GERMAN), ("ru", RUSSIAN), ("es", SPANISH))
    for number, (text, who) in enumerate(passages)
]


@pytest.mark.parametrize(("language", "text", "who"), PASSAGES)
def test_a_quote_has_its_speaker(language: str, text: str, who: list[str]) -> None:
    found = find_quotes(text, language)
    assert [" + ".join(quote.speakers) or quote.entity for quote in found] == who
    for quote in found:
        assert text[quote.start : quote.end] == quote.text
        assert quote.speaker_start < 0 or text[quote.speaker_start : quote.speaker_end] == quote.speaker_text


@pytest.mark.parametrize(("language", "text"), [(each.values[0], each.values[1]) for each in PASSAGES])
def test_a_short_passage_tells_its_language(language: str, text: str) -> None:
    assert language_of(text) == language


def test_a_statement_in_two_languages_is_read_in_each() -> None:
    english = (
        "The harbour board of Velmora closed the quay on Tuesday after cracks were found in its wall.\n\n“We will not open"
        " it before the divers have been down,” harbour master Ida Lund said. The repairs will take until autumn and be"
        " paid by the board alone, she said."
    )
    french = (
        "Le conseil du port de Velmora a fermé le quai mardi après la découverte de fissures dans le mur.\n\n« Nous ne"
        " l'ouvrirons pas avant que les plongeurs soient descendus », a déclaré la capitaine du port Ida Lund. Les travaux"
        " dureront jusqu'à l'automne et le conseil paiera tout, a-t-elle ajouté."
    )
    for first, second, language in (
        (english, french, "en"),
        (french, english, "en"),
        (english, french, "fr"),
    ):
        found = find_quotes(text := f"{first}\n\n{second}", language, spans="all")
        assert [text[one.start : one.end] for one in found] == [one.text for one in found]
        assert {one.entity for one in found} == {"Ida Lund"}
        assert sum(one.kind == "direct" for one in found) == 2 and len(found) == 4


def test_marks_within_marks_are_of_the_words() -> None:
    text = "«Мы остаёмся, — признался Лев Мохов из союза «Чайка». — Но не все»."
    assert [quote.entity for quote in find_quotes(text, "ru")] == ["Лев Мохов"] * 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "« On part », a dit Ida Lund. La"),
        ("de", "„Wir gehen“, sagte Ida Lund. Die"),
        ("es", "«Nos vamos», dijo Ida Lund. El"),
        ("ru", "«Мы уходим», — сказала Ида Лунд. Этот"),
    ],
)
def test_a_text_that_was_cut_off_behind_an_article_is_read_all_the_same(language: str, text: str) -> None:
    assert len(find_quotes(text, language, spans="all")) == 1


def test_what_has_no_end_is_read_all_the_same() -> None:
    text = "Ida Lund et Bo Skov, " * 3000 + "« on part », a dit Ida Lund"
    assert [quote.entity for quote in find_quotes(text, "fr")] == ["Ida Lund"]


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("fr", "Question : Partez-vous ?\n\nIda Lund : Non. Je reste.", ["un journaliste", "Ida Lund"]),
        ("de", "Frage: Reisen Sie ab?\n\nIda Lund: Nein. Ich bleibe.", ["ein Journalist", "Ida Lund"]),
        ("ru", "Вопрос: Вы уезжаете?\n\nИда Лунд: Нет. Я остаюсь.", ["журналист", "Ида Лунд"]),
        ("es", "Pregunta: ¿Se va?\n\nIda Lund: No. Me quedo.", ["un periodista", "Ida Lund"]),
    ],
)
def test_the_turns_of_an_interview_are_their_speakers(language: str, text: str, who: list[str]) -> None:
    found = find_quotes(text, language, spans="all")
    assert [quote.entity for quote in found] == who
    assert [quote.polarity for quote in found] == ["asked", ""]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "es",
            "Madrid, 4 de marzo de 2031. El ministro de Puertos, Jan Roth, exigió una salida «inmediata» del barco.",
        ),
        (
            "de",
            "Riga, im März 2031. Der Hafenminister Jan Roth nannte die Schleuse „ein Denkmal ohne Wasser“.",
        ),
    ],
)
def test_a_sentence_ends_with_a_year(language: str, text: str) -> None:
    (found,) = find_quotes(text, language)
    assert found.entity == "Jan Roth"
