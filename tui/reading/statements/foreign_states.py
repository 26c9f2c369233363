"""States and their offices in French, German, Spanish and Russian: „das russische Außenministerium“ is Russia's.

A small table, as that of `tui.reading.quotes.words.offices_table` is in English: the states that the news of these languages
tell of most. A word that ends with `-` in a table stands for all words that go on with at most three letters more, which
is how adjectives and names are declined in these languages.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from tui.reading.quotes.words.word_classes import word_set

# state: names and *seats of power ; adjectives
_TABLE = """
russia: russie moscou *kremlin russland- moskau- *kreml- rusia moscú росси- рф москва москвы москве москву москвой *кремл-
 ; russe russes russisch- ruso rusa rusos rusas российск-
ukraine: ukraine- ukrainas kyjiw kiew ucrania украина украины украине украину киев киева киеву
 ; ukrainien- ukrainisch- ucraniano ucraniana украинск-
france: france frankreich- francia *élysée *elysée *elíseo *palais-de-l-élysée *matignon *hôtel-de-matignon *quai-d-orsay
 франция франции францию францией париж парижа париже
 ; français française françaises französisch- francés francesa французск-
germany: allemagne deutschland- *auswärtiges-amt *auswärtige-amt *bundesregierung *bundeskanzleramt *bundespräsidialamt
 alemania berlín германия германии германию германией фрг берлин берлина берлине
 ; allemand- deutsch- alemán alemana немецк- германск-
spain: espagne spanien- españa *moncloa испания испании испанию мадрид мадрида
 ; espagnol- spanisch- español española испанск-
italy: italie italien italiens italia *palazzo-chigi италия италии италию
 ; italienne italiennes italienisch- italiano italiana итальянск-
britain: royaume-uni grande-bretagne londres großbritannien- reino-unido великобритани- лондон лондона
 ; britannique britanniques britisch- británico británica британск-
united-states: états-unis *maison-blanche usa vereinigte-staaten vereinigten-staaten *weiße-haus *weißen-haus- *weißes-haus
 estados-unidos *casa-blanca eeuu сша вашингтон вашингтона *белый-дом *белого-дома ; américain- amerikanisch- us-
 estadounidense
 estadounidenses американск-
china: chine pékin china chinas peking pekín китай китая китаю кнр пекин пекина ; chinois- chinesisch- chino china китайск-
poland: pologne varsovie polen polens warschau- polonia varsovia польша польши польше польшу варшав-
 ; polonais- polnisch- polaco polaca польск-
turkey: turquie türkei turquía турция турции турцию анкара анкары анкаре ; turc turcs turque turques türkisch-
 turco turca турецк-
israel: israël israels израиль израиля израилю ; israélien- israelisch- israelí израильск-
iran: iran irans téhéran teheran- irán teherán иран ирана ирану тегеран тегерана ; iranien- iranisch- iraní иранск-
belarus: biélorussie bélarus weißrussland- belarus bielorrusia беларусь беларуси белоруссия белоруссии минск минска
 ; biélorusse biélorusses belarussisch- belarusisch- weißrussisch- bielorruso bielorrusa белорусск-
azerbaijan: azerbaïdjan aserbaidschan- azerbaiyán азербайджан азербайджана азербайджану баку
 ; azerbaïdjanais- azerbaïdjanaise aserbaidschanisch- azerbaiyano азербайджанск-
armenia: arménie armenien- armenia армения армении армению ереван еревана ; arménien- armenisch- armenio armenia армянск-
georgia: géorgie georgien- georgia грузия грузии грузию тбилиси ; géorgien- georgisch- georgiano georgiana грузинск-
hungary: hongrie ungarn- hungría венгрия венгрии венгрию будапешт будапешта ; hongrois- ungarisch- húngaro húngara венгерск-
romania: roumanie rumänien- rumanía румыния румынии ; roumain- rumänisch- rumano rumana румынск-
moldova: moldavie moldau moldavia молдавия молдавии молдова молдовы кишинёв кишинева
 ; moldave moldaves moldauisch- moldavo moldava молдавск-
serbia: serbie serbien- serbia сербия сербии белград белграда ; serbe serbes serbisch- serbio serbia сербск-
greece: grèce griechenland- grecia греция греции ; grec grecs grecque griechisch- griego griega греческ-
austria: autriche österreich- austria австрия австрии вена вены ; autrichien- österreichisch- austriaco austriaca австрийск-
switzerland: suisse schweiz suiza швейцария швейцарии берн берна ; helvétique schweizer- schweizerisch- suizo
 suiza швейцарск-
netherlands: pays-bas niederlande- haye países-bajos нидерланд- ; néerlandais- niederländisch- neerlandés нидерландск-
belgium: belgique belgien- bélgica бельгия бельгии ; belge belges belgisch- belga бельгийск-
sweden: suède schweden- suecia швеция швеции ; suédois- schwedisch- sueco sueca шведск-
norway: norvège norwegen- noruega норвегия норвегии ; norvégien- norwegisch- noruego noruega норвежск-
finland: finlande finnland- finlandia финляндия финляндии ; finlandais- finnisch- finlandés финск- финляндск-
denmark: danemark dänemark- dinamarca дания дании ; danois- dänisch- danés danesa датск-
estonia: estonie estland- estonia эстония эстонии таллин- ; estonien- estnisch- estonio estonia эстонск-
latvia: lettonie lettland- letonia латвия латвии ; letton- lettisch- letón letona латвийск-
lithuania: lituanie litauen- lituania литва литвы ; lituanien- litauisch- lituano lituana литовск-
czechia: tchéquie tschechien- chequia чехия чехии ; tchèque tchèques tschechisch- checo checa чешск-
slovakia: slovaquie slowakei eslovaquia словакия словакии ; slovaque slovaques slowakisch- eslovaco eslovaca словацк-
bulgaria: bulgarie bulgarien- bulgaria болгария болгарии ; bulgare bulgares bulgarisch- búlgaro búlgara болгарск-
kazakhstan: kazakhstan kasachstan- kazajistán казахстан казахстана ; kazakh- kasachisch- kazajo казахстанск- казахск-
japan: japon japans japón япония японии токио ; japonais- japanisch- japonés японск-
india: inde indien indiens индия индии дели ; indienne indiennes indisch- indio india индийск-
north-korea: corée-du-nord nordkorea- corea-del-norte кндр пхеньян- ; nord-coréen- nordkoreanisch- norcoreano северокорейск-
south-korea: corée-du-sud südkorea- corea-del-sur сеул сеула ; sud-coréen- südkoreanisch- surcoreano южнокорейск-
egypt: égypte ägypten- egipto египет египта ; égyptien- ägyptisch- egipcio egipcia египетск-
syria: syrie syrien- siria сирия сирии дамаск дамаска ; syrien syrienne syrisch- sirio siria сирийск-
iraq: irak iraks ирак ирака ; irakien- irakisch- iraquí иракск-
lebanon: liban libanon- líbano ливан ливана ; libanais- libanesisch- libanés ливанск-
saudi-arabia: arabie-saoudite saudi-arabien- arabia-saudí arabia-saudita саудовск- ; saoudien- saudisch- saudí саудовск-
qatar: qatar katar- catar катар катара ; qatari- katarisch- catarí катарск-
palestine: palestine palästina- palestina палестина палестины ; palestinien- palästinensisch- palestino палестинск-
brazil: brésil brasilien- brasil бразилия бразилии ; brésilien- brasilianisch- brasileño brasileña бразильск-
mexico: mexique mexiko- méxico мексика мексики ; mexicain- mexikanisch- mexicano mexicana мексиканск-
argentina: argentine argentinien- argentina аргентина аргентины ; argentin- argentinisch- argentino argentina аргентинск-
venezuela: venezuela- венесуэла венесуэлы ; vénézuélien- venezolanisch- venezolano венесуэльск-
canada: canada kanada- canadá канада канады ; canadien- kanadisch- canadiense канадск-
"""
_OFFICES = """
président présidente ministre ministres chancelier chancelière porte-parole ambassadeur ambassadrice émissaire représentant
représentante négociateur chef cheffe ministère gouvernement présidence diplomatie roi reine armée ambassade
präsident- kanzler- sprecher- minister- botschafter- gesandter gesandte regierung- ministerium- amt amtes ministeriums armee
chef chefin unterhändler- botschaft
presidente presidenta presidencia ministro ministra canciller cancillería portavoz vocero vocera embajador
 embajadora ministerio
gobierno jefe jefa negociador enviado rey reina ejército embajada
президент- премьер- министр- глава главы главе главу канцлер- секретар- пресс-секретар- представител- посол посла послу
посольств- спецпосланник- мид мида миде министерств- правительств- минобороны пресс-служб- администраци- армия армии король
премьер-министр- вице-премьер- замминистра госсекретар-
"""
_COMPOUNDS = (  # of German, which writes them in one: "Außenminister", "Regierungssprecherin"
    "minister", "ministerin", "ministers", "präsident", "präsidentin", "präsidenten", "kanzler", "kanzlerin", "sprecher",
    "sprecherin", "sprechers", "botschafter", "botschafterin", "ministerium", "ministeriums", "regierung",
)  # fmt: skip
# Bodies of states, by which an office goes as an outlet; people apart, of whom one is no office.
_BODIES = dict.fromkeys(
    """
ministère présidence gouvernement ambassade chancellerie ministerium- außenministerium- regierung- präsidialamt-
kanzleramt- botschaft- ministerio presidencia gobierno cancillería embajada мид министерств- минобороны правительств-
администраци- посольств- пресс-служб- канцеляри- аппарат-
""".split(),
    "body",
)
OFFICE_WORDS = word_set(
    "le la les l de du des d et à premier première chargé chargée affaires étrangères extérieures étranger défense armées"
    " intérieur finances économie justice énergie europe officiel officielle général spécial spéciale adjoint adjointe vice"
    " haut der die das dem den des und von vom für äußeres auswärtige auswärtigen auswärtiges amts verteidigung "
    "inneres stellvertretende"
    " stellvertretender neue neuer amtierende amtierender offizielle offizieller"
    " el los las del y primer exteriores asuntos defensa relaciones interior hacienda economía oficial general especial"
    " официальный официальная официального иностранных дел обороны внутренних финансов экономики и по специальный первый"
    " заместитель заместителя постоянный"
    " république republik república республики fédération föderation federación федерации"
    " conseil assemblée nationale parlement parlament parlaments"
    " parlamento парламента государственной думы сената sénat senat senats senado bundestags"
)
"""What stands in the name of an office: articles, and what it is for."""
_NOT_OF_IT = re.compile(
    r"\b(?:anciens?|anciennes?|ex|opposant\w*|opposition|journalist\w*|politologue|analyste|expert\w*|historien\w*"
    r"|ehemalig\w*|frühere\w*|oppositi\w*|exil\w*|politolog\w*|experte\w*|antigu[oa]|exilad\w*|periodista"
    r"|analista|opositor\w*"
    r"|бывш\w*|экс|оппозиц\w*|журналист\w*|политолог\w*|эксперт\w*|аналитик\w*|историк\w*)\b",
    re.IGNORECASE,
)
# What stands behind these is another's: to whom they are sent, with whom they deal.
_ELSEWHERE = word_set(
    "en à au aux auprès avec contre pour sur in im bei mit gegen nach beim ante con contra sobre para в во на "
    "при с против о об от"
)
_APPOSED = re.compile(r"(?:, | \()([^,.;:()«»“”„\"\n]+)(?=[,.;:)–—-])")
_ENGLISH = re.compile(r"\b(?:the|of|for|to)\b|['’]s\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W_](?:[\w-]*\w)?|,")
_ARTICLES = word_set("le la les l der die das den dem el los las")
_OF = word_set("de du des d del der")
_ENDING = 3  # letters
_REACH = 120  # characters
_FIRST_NAMES = 2


def _read() -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Return the states by their names, by their adjectives, and by their seats alone, which are among the names."""
    names: dict[str, str] = {}
    adjectives: dict[str, str] = {}
    seats: dict[str, str] = {}
    into, state = names, ""
    for word in _TABLE.split():
        if word.endswith(":"):
            state, into = word[:-1], names
        elif word == ";":
            into = adjectives
        else:
            into[name := word.removeprefix("*")] = state
            if name != word:
                seats[name] = state
    return names, adjectives, seats


_NAMES, _ADJECTIVES, _SEATS = _read()
_BOTH = {**_ADJECTIVES, **_NAMES}
_OFFICE_WORDS = dict.fromkeys(_OFFICES.split(), "office")


def _found(word: str, table: dict[str, str]) -> str:
    """Return what a word stands for in a table, "" for nothing."""
    if found := table.get(word):
        return found
    cut = range(len(word), max(2, len(word) - _ENDING - 1), -1)
    return next((found for end in cut if (found := table.get(f"{word[:end]}-"))), "")


def _is_office(word: str) -> bool:
    return word.endswith(_COMPOUNDS) or bool(_found(word, _OFFICE_WORDS))


def state_named(words: Sequence[str]) -> str:
    """Return the state whose name, capital or seat of power some words (lower case) are and no more, "" for none."""
    return _found(_joined(words), _NAMES)


def state_of_foreign_body(told: str) -> str:
    """Return the state of an office of state, which goes by its seat or by what it is called; "" for none."""
    return _found(_joined(_words(told)), _SEATS) or state_of_foreign_office(told)


def _joined(words: Sequence[str]) -> str:
    return "-".join(word for word in words if word not in _ARTICLES)


def state_of_foreign_office(told: str) -> str:
    """Return the state of an office or a body that is called so in another language than English, "" for none."""
    if _NOT_OF_IT.search(told) or _ENGLISH.search(told):
        return ""
    words = list(takewhile(_is_own, _words(told)))
    # a word of no office of state is a club's, a bank's or a firm's: "président du Paris FC"
    if not any(map(_is_office, words)) or not all(map(_is_part, words)):
        return ""
    states = [state for word in words if (state := _found(word, _BOTH))]
    joined = ["-".join(pair) for pair in pairwise(words)]
    joined += ["-".join(words[at : at + 3]) for at in range(len(words) - 2)]
    states += [state for word in joined if (state := _found(word, _BOTH))]
    return states[0] if len({*states}) == 1 else ""


def is_foreign_body(told: str) -> bool:
    """Tell whether a name is that of an office of state in another language than English: "Министерство обороны России".

    Behind "of" may stand whatever state: "Présidence de la République de Norland".
    """
    words, named = _words(told), [each for each in _WORD.findall(told) if each[0].isupper()]
    if _found(_joined(words), _SEATS):
        return True
    owners = {of.lower() for of in named if re.search(rf"\b(?:de|du|des|del|von|la) {re.escape(of)}$", told)}
    bodies = (word for word in words if _found(word, _BODIES) or word.endswith(("ministerium", "regierung")))
    return any(bodies) and all(_is_part(word) or word in owners or _found(word, _BODIES) for word in words)


def is_foreign(told: str) -> bool:
    """Tell whether somebody is called so in another language than English: "président du Paris FC"."""
    words = _words(told)
    return not _ENGLISH.search(told) and not _OF.isdisjoint(words) and any(map(_is_office, words))


def office_behind(text: str, at: int) -> str:
    """Return the office set off behind a name that ends at `at`, as `office_before`: "Macron, le président français,"."""
    found = _APPOSED.match(text, at, at + _REACH)
    told = found[1] if found else ""
    return told if told and all(map(_is_part, takewhile(_is_own, _words(told)))) else ""


def office_before(text: str) -> str:
    """Return the office, in another language than English, that a name behind `text` is given in it, "" for none.

    "Le ministre russe des Affaires étrangères, Sergueï": first names and one comma may stand between.
    """
    words = list(_WORD.finditer(text, max(0, len(text) - _REACH)))
    end = len(words)
    for _ in range(_FIRST_NAMES):
        name = words[end - 1][0] if end else ""
        end -= name[:1].isupper() and not _is_part(name.lower())
    apart = end > 0 and words[end - 1][0] == ","
    end -= apart
    first = end
    while first and words[first - 1][0] != ",":
        placed = first > 1 and words[first - 2][0].lower() in _ELSEWHERE  # "in Berlin"
        if not placed and not _is_part(words[first - 1][0].lower()):
            break
        first -= 1
    if first == end or re.search(r"[.;:!?\n]", text[words[first].start() : words[end - 1].end()]):
        return ""
    behind = text[words[end - 1].end() :]
    if re.search(r"[.;:!?()«»“”„\"\n]", behind):
        return ""
    before = text[words[first - 1].start() : words[first].start()] if first else ""
    former = before if _NOT_OF_IT.search(before) else ""
    return f"{former}{text[words[first].start() : words[end - 1].end()]}"


def _is_part(word: str) -> bool:
    """Tell whether a word may stand in the name of an office."""
    return word in OFFICE_WORDS or word in _ELSEWHERE or _is_office(word) or bool(_found(word, _BOTH))


def _is_own(word: str) -> bool:
    """Tell whether a word does not lead to what is another's."""
    return word not in _ELSEWHERE


def _words(told: str) -> list[str]:
    return [
        word
        for found in _WORD.findall(told.replace("’", " ").replace("'", " "))
        if (word := found.lower()) != ","
    ]
