"""Who said what in French, German, Russian and Spanish: passages of our own, with invented people."""

from __future__ import annotations

import pytest

from tui.core.model import stance
from tui.core.typography import quoted
from tui.reading.language import language_of
from tui.reading.quotes import find_quotes
from tui.reading.quotes.languages.declension import nominative, nominative_name
from tui.reading.result import QuoteSpan

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


def only(text: str, language: str) -> QuoteSpan:
    """Return the one quote of a text, unmarked speech included."""
    (quote,) = find_quotes(text, language, spans="all")
    return quote


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


@pytest.mark.parametrize(
    ("language", "text", "words", "who"),
    [
        (
            "fr",
            "Le ministère a précisé lundi que la visite était reportée.",
            "la visite était reportée",
            "ministère",
        ),
        ("de", "Ida Lund erklärte, die Gespräche gingen weiter.", "die Gespräche gingen weiter", "Ida Lund"),
        ("de", "Ida Lund sagte, dass der Hafen offen bleibt.", "der Hafen offen bleibt", "Ida Lund"),
        ("ru", "Посол заявил, что порт останется открытым.", "порт останется открытым", "Посол"),
        (
            "es",
            "La alcaldesa dijo que el puerto seguirá abierto.",
            "el puerto seguirá abierto",
            "la alcaldesa",
        ),
    ],
)
def test_what_is_said_without_marks_is_found_where_that_is_asked_for(
    language: str, text: str, words: str, who: str
) -> None:
    quote = only(text, language)
    assert (quote.kind, quote.text, quote.entity) == ("indirect", words, who)
    assert find_quotes(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words", "who", "polarity"),
    [
        (
            "fr",
            "Le ministère a démenti avoir vendu le phare.",
            ["avoir vendu le phare"],
            "ministère",
            "denied",
        ),
        (
            "fr",
            "Jean Morel n'a pas nié avoir vendu le phare.",
            ["avoir vendu le phare"],
            "Jean Morel",
            "open",
        ),
        ("fr", "Selon Jean Morel, le phare est vendu.", ["le phare est vendu"], "Jean Morel", ""),
        (
            "fr",
            "Selon le gouvernement du Norland, le phare est vendu.",
            ["le phare est vendu"],
            "gouvernement du Norland",
            "",
        ),
        ("fr", "Le phare est vendu, a annoncé Jean Morel.", ["Le phare est vendu"], "Jean Morel", ""),
        ("fr", "Le phare, selon le maire, est vendu.", ["Le phare", "est vendu"], "le maire", ""),
        ("fr", "Le préfet, a rappelé Jean Morel, est parti.", ["Le préfet", "est parti"], "Jean Morel", ""),
        (
            "fr",
            "Les prix ont monté de 6 %, a dit Jean Morel, du port de Brest.",
            ["Les prix ont monté de 6 %"],
            "Jean Morel",
            "",
        ),
        (
            "de",
            "Jan Moor bestritt, Geld erhalten zu haben.",
            ["Geld erhalten zu haben"],
            "Jan Moor",
            "denied",
        ),
        ("de", "Laut Jan Moor ist der Turm verkauft.", ["ist der Turm verkauft"], "Jan Moor", ""),
        ("de", "Der Turm ist verkauft, sagte Jan Moor.", ["Der Turm ist verkauft"], "Jan Moor", ""),
        ("es", "Eva Mora negó haber vendido el faro.", ["haber vendido el faro"], "Eva Mora", "denied"),
        ("es", "Según Eva Mora, el faro está vendido.", ["el faro está vendido"], "Eva Mora", ""),
        ("ru", "По словам Ивана Мохова, маяк уже продан.", ["маяк уже продан"], "Иван Мохов", ""),
        ("ru", "Маяк уже продан, сообщил Иван Мохов.", ["Маяк уже продан"], "Иван Мохов", ""),
    ],
)
def test_what_is_denied_having_done_and_what_stands_beside_a_cue_apart_is_said(
    language: str, text: str, words: list[str], who: str, polarity: str
) -> None:
    found = find_quotes(text, language, spans="all")
    assert [one.text for one in found] == words
    assert {(one.kind, one.entity, one.polarity, one.group) for one in found} == {
        ("indirect", who, polarity, 1)
    }


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        (
            "fr",
            "Jean Morel a accusé le port d'« avoir vendu le phare ».",
            "accusé le port d': “avoir vendu le phare”",
        ),
        (
            "fr",
            "Jean Morel a accusé le port d'avoir vendu le phare.",
            "accusé le port d': avoir vendu le phare",
        ),
        ("es", "Eva Mora acusó al puerto de “vender el faro”.", "acusó al puerto de: “vender el faro”"),
        (
            "de",
            "Jan Moor warf dem Amt vor, den Turm verkauft zu haben.",
            "warf dem Amt vor: den Turm verkauft zu haben",
        ),
        ("ru", "Иван Мохов обвинил порт в «продаже маяка».", "обвинил порт в: “продаже маяка”"),
        ("fr", "« Vous avez vendu le phare », a accusé Jean Morel.", "“Vous avez vendu le phare”"),
        ("de", "Jan Moor warf ein, der Turm sei verkauft.", "der Turm sei verkauft"),
    ],
)
def test_what_another_is_accused_of_names_whom(language: str, text: str, told: str) -> None:
    found = only(text, language)
    assert quoted(found.text, found.kind, stance(found.polarity, found.cue_text, ())) == told
    assert text[found.cue_start : found.cue_end] == found.cue_text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le port a été accusé d'avoir vendu le phare."),
        ("fr", "Selon la loi, le phare doit fermer."),
        ("fr", "Jean Morel est venu, a salué la ministre et est parti."),
        ("fr", "Pour le maire, il a peint le phare."),
        ("de", "Im Namen von Jan Moor legte er Blumen nieder."),
        ("de", "Gemäß dem Gesetz bleibt der Turm offen."),
    ],
)
def test_what_nobody_says_is_not_told_as_said(language: str, text: str) -> None:
    assert find_quotes(text, language, spans="all") == []


@pytest.mark.parametrize(
    ("language", "text", "polarity"),
    [
        ("fr", "Le préfet Jean Morel a nié « toute bavure policière ».", "denied"),
        ("fr", "Le préfet Jean Morel n'a pas exclu « une autre piste ».", "open"),
        ("fr", "« Qui a signé ? », a demandé le préfet.", "asked"),
        ("fr", "« Je n'ai rien signé », a nié le préfet.", ""),
        ("de", "Minister Jan Moor bestritt „jede Absprache mit der Firma“.", "denied"),
        ("de", "Minister Jan Moor forderte „mehr Geld für alle“.", "urged"),
        ("ru", "Министр Иван Мохов опроверг «слухи об отставке».", "denied"),
        ("ru", "Министр Иван Мохов не исключил «новых переговоров».", "open"),
        ("es", "La ministra Eva Mora rechazó “las presiones del gremio”.", "rejected"),
        ("es", "La ministra Eva Mora no descartó “otras medidas”.", "open"),
    ],
)
def test_a_verb_that_does_not_assert_says_so(language: str, text: str, polarity: str) -> None:
    assert only(text, language).polarity == polarity


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("fr", "« Non », a dit la ministre de la Mer, Ida Lund.", "la ministre de la Mer"),
        ("fr", "« Non », a dit Ida Lund, maire de Brest.", "maire de Brest"),
        ("de", "„Nein“, sagte Verkehrsministerin Ida Lund.", "Verkehrsministerin"),
        ("ru", "«Нет», — сказала министр торговли Эстонии Ида Лунд.", "министр торговли Эстонии"),
        ("es", "«No», dijo el alcalde de Lugo, Iván Mora.", "el alcalde de Lugo"),
    ],
)
def test_what_the_speaker_is_stands_in_the_words_of_the_text(language: str, text: str, role: str) -> None:
    assert only(text, language).role == role


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("fr", "« La mer, prévient le pilote Luc Kervel, ne pardonne pas. »", "La mer"),
        ("fr", "— Demain, répond Luc Kervel. Avec un bateau.\n— Bien, dit Ida.", "Demain"),
        ("de", "„Das Meer“, warnt Lotse Jan Kehr, „verzeiht nicht.“", "Das Meer"),
        ("ru", "«Море, — предупредил лоцман Иван Керн, — не прощает».", "Море"),
        ("es", "—Mañana —dijo Iván Mora—. Con un barco.\n—Bien —dijo Ida.", "Mañana"),
    ],
)
def test_what_says_who_spoke_is_no_part_of_the_words(language: str, text: str, first: str) -> None:
    one, other, *_ = find_quotes(text, language)
    assert (one.text, one.entity, one.group) == (first, other.entity, other.group)
    assert one.speaker_text not in one.text + other.text


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        (
            "fr",
            "Le ministre danois des Finances, Bo Skov, salue « un pas ». Le ministre suédois parle d'« un piège tendu ».",
            ["Bo Skov", "le ministre suédois"],
        ),
        (
            "de",
            "Die Sprecherin der Polizei, Ida Lund, sprach von „Ruhe“. „Es brennt“, sagte die Sprecherin der Feuerwehr.",
            ["Ida Lund", "die Sprecherin der Feuerwehr"],
        ),
        (
            "ru",
            "Представитель МИД Иван Лунин назвал это «шуткой». «Мы ждём», — заявила представитель мэрии.",
            ["Иван Лунин", "представитель мэрии"],
        ),
        (
            "es",
            "La alcaldesa de Lugo, Ida Lund, pidió “calma”. “Es tarde”, dijo la alcaldesa de Vigo.",
            ["Ida Lund", "la alcaldesa de Vigo"],
        ),
    ],
)
def test_an_office_of_another_place_is_somebody_else(language: str, text: str, who: list[str]) -> None:
    assert [quote.entity for quote in find_quotes(text, language)] == who


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le préfet Luc Kervel a dénoncé « une rumeur absurde » et promis « une enquête »."),
        ("de", "Lotse Jan Kehr sprach von „einem Gerücht“ und versprach „eine Prüfung“."),
        ("ru", "Лоцман Иван Керн назвал это «слухами» и пообещал «полную проверку»."),
        ("es", "El alcalde Iván Mora habló de “rumores” y prometió “una investigación”."),
    ],
)
def test_two_verbs_of_one_subject_are_two_quotes_of_it(language: str, text: str) -> None:
    one, other = find_quotes(text, language)
    assert one.entity == other.entity == one.speaker_text
    assert one.group != other.group


def test_marks_within_marks_are_of_the_words() -> None:
    text = "«Мы остаёмся, — признался Лев Мохов из союза «Чайка». — Но не все»."
    assert [quote.entity for quote in find_quotes(text, "ru")] == ["Лев Мохов"] * 2


def test_what_has_no_end_is_read_all_the_same() -> None:
    text = "Ida Lund et Bo Skov, " * 3000 + "« on part », a dit Ida Lund"
    assert [quote.entity for quote in find_quotes(text, "fr")] == ["Ida Lund"]


def test_a_list_with_dashes_is_no_dialogue() -> None:
    assert find_quotes("Au programme :\n— une visite du port ;\n— un débat à la mairie.", "fr") == []


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
        ("fr", "Ida Lund a rencontré Eva Moen. « Nous restons », a-t-elle dit."),
        ("fr", "L'usine « a fait des efforts » depuis un an."),
        ("de", "Ida Lund traf Eva Moen. „Wir bleiben“, sagte sie."),
        ("de", "Für das Dorf ist es „ein schwerer Schlag“."),
        ("ru", "Анна Белова встретила Ольгу Мохову. «Мы остаёмся», — сказала она."),
        ("es", "Ida Lund recibió a Eva Moen. “Nos quedamos”, dijo."),
    ],
)
def test_what_the_text_leaves_open_is_not_told_as_sure(language: str, text: str) -> None:
    assert only(text, language).confidence < 0.75


def test_it_is_told_how_a_speaker_is_known() -> None:
    text = "« Non », a dit Ida Lund. « Jamais », a-t-elle ajouté. Selon la ministre, « tout est prêt »."
    assert [quote.why for quote in find_quotes(text, "fr")] == [
        "named right after 'dit'",
        "subject of 'ajouté'; elle → Ida Lund, the last who fits",
        "named beside 'Selon'; la ministre → Ida Lund, named last",
    ]


@pytest.mark.parametrize(
    ("genitive", "name"),
    [
        ("Сергея Лунина", "Сергей Лунин"),
        ("Анны Луниной", "Анна Лунина"),
        ("Марии Ковтун", "Мария Ковтун"),
        ("Дмитрия Островского", "Дмитрий Островский"),
        ("Льва Мохова", "Лев Мохов"),
    ],
)
def test_a_russian_name_is_put_as_it_is_called(genitive: str, name: str) -> None:
    assert nominative_name(genitive, female=False) == name
    assert only(f"По словам {genitive}, порт «почти готов».", "ru").entity == name


@pytest.mark.parametrize(
    ("words", "after", "name"),
    [
        ("Auswärtigen Amtes", "des", "Auswärtiges Amt"),
        ("Weißen Haus", "dem", "Weißes Haus"),
        ("Europäischen Kommission", "der", "Europäische Kommission"),
        ("Ministeriums", "des", "Ministerium"),
        ("einen Diplomaten", "", "ein Diplomat"),
    ],
)
def test_a_german_body_is_named_in_the_nominative(words: str, after: str, name: str) -> None:
    assert nominative(words, "de", after=after) == name


@pytest.mark.parametrize(
    ("language", "text", "who", "said"),
    [
        (
            "fr",
            "Paul Roth est venu lundi. Selon lui, l'écluse rouvrira en juin.",
            "Paul Roth",
            "l'écluse rouvrira en juin",
        ),
        (
            "fr",
            "Paul Roth est venu lundi. L'écluse rouvrira en juin, selon lui.",
            "Paul Roth",
            "L'écluse rouvrira en juin",
        ),
        (
            "ru",
            "Павел Рот приехал. По его словам, шлюз откроется в июне.",
            "Павел Рот",
            "шлюз откроется в июне",
        ),
    ],
)
def test_what_is_said_according_to_him_is_his(language: str, text: str, who: str, said: str) -> None:
    (found,) = find_quotes(text, language, spans="all")
    assert (found.entity, found.text) == (who, said)


def test_what_is_according_to_nobody_named_is_no_quote() -> None:
    assert not find_quotes("Selon lui, l'écluse rouvrira en juin.", "fr", spans="all")
