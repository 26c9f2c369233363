"""A small table of the world's capitals, demonyms and seats of power.

"The Russian president", "the president of Russia" and a president who was introduced in Moscow's name
have a country in common; this table says so. No office holder is in it.
"""

from __future__ import annotations

from itertools import pairwise

from tui.reading.quotes.words.word_classes import word_set

_TABLE = """
afghanistan: afghan kabul | albania: albanian tirana | algeria: algerian algiers | angola: angolan
luanda | argentina: argentine argentinian buenos-aires casa-rosada | armenia: armenian yerevan |
australia: australian canberra | austria: austrian vienna | azerbaijan: azerbaijani azeri baku |
bahamas: bahamian | bahrain: bahraini manama | bangladesh: bangladeshi dhaka | barbados: barbadian |
belarus: belarusian belarussian minsk | belgium: belgian brussels | benin: beninese | bhutan:
bhutanese | bolivia: bolivian la-paz sucre | bosnia: bosnian sarajevo | botswana: botswanan gaborone | brazil: brazilian
brasilia itamaraty planalto brasília | britain: british uk u.k. london downing-street united-kingdom english
whitehall | brunei: bruneian bandar-seri-begawan | bulgaria: bulgarian sofia | burkina-faso: burkinabe burkinabé
ouagadougou burkina | burundi: burundian gitega bujumbura | cambodia: cambodian phnom-penh | cameroon: cameroonian yaoundé
yaounde | canada: canadian ottawa | chile: chilean santiago | china: chinese beijing | colombia:
colombian bogota bogotá | congo: congolese kinshasa brazzaville | costa-rica: costa-rican | croatia:
croatian zagreb | cuba: cuban havana | cyprus: cypriot nicosia | czechia: czech prague | denmark:
danish copenhagen | djibouti: djiboutian | dominican-republic: dominican santo-domingo | ecuador:
ecuadorian ecuadorean quito | egypt: egyptian cairo | el-salvador: salvadoran | emirates: emirati
uae abu-dhabi united-arab-emirates | eritrea: eritrean asmara | estonia: estonian tallinn |
ethiopia: ethiopian addis-ababa | fiji: fijian suva | finland: finnish helsinki | france: french
paris elysee élysée elysée | gabon: gabonese libreville | gambia: gambian banjul | georgia: georgian
tbilisi | germany: german berlin | ghana: ghanaian accra | greece: greek athens | guatemala:
guatemalan guatemala-city | guinea: guinean conakry | guyana: guyanese georgetown | haiti: haitian port-au-prince | honduras:
honduran tegucigalpa | hungary: hungarian budapest | iceland: icelandic reykjavik | india: indian
new-delhi delhi | indonesia: indonesian jakarta | iran: iranian tehran | iraq: iraqi baghdad |
ireland: irish dublin | israel: israeli jerusalem | italy: italian rome quirinale | ivory-coast:
ivorian abidjan | jamaica: jamaican kingston | japan: japanese tokyo | jordan: jordanian amman | kazakhstan:
kazakh astana | kenya: kenyan nairobi | kosovo: kosovar pristina | kuwait: kuwaiti | kyrgyzstan:
kyrgyz bishkek | laos: laotian vientiane | latvia: latvian riga | lebanon: lebanese beirut beyrouth |
liberia: liberian monrovia | libya: libyan tripoli | lithuania: lithuanian vilnius | luxembourg:
luxembourgish | madagascar: malagasy antananarivo | malawi: malawian lilongwe | malaysia: malaysian
kuala-lumpur | maldives: maldivian | mali: malian bamako | malta: maltese valletta | mauritania:
mauritanian nouakchott | mauritius: mauritian | mexico: mexican mexico-city | moldova: moldovan chisinau
chişinău chișinău | mongolia: mongolian ulaanbaatar | montenegro: montenegrin podgorica | morocco:
moroccan rabat | mozambique: mozambican maputo | myanmar: burmese naypyidaw | namibia: namibian
windhoek | nepal: nepalese nepali kathmandu | netherlands: dutch hague | new-zealand: wellington |
nicaragua: nicaraguan managua | niger: nigerien niamey | nigeria: nigerian abuja | north-korea:
north-korean pyongyang dprk korean-people korean-central |
north-macedonia: north-macedonian macedonian skopje | norway: norwegian oslo | oman:
omani muscat | pakistan: pakistani islamabad | palestine: palestinian ramallah | panama: panamanian panama-city
| papua-new-guinea: papuan port-moresby | paraguay: paraguayan asunción | peru: peruvian lima | philippines: philippine
filipino manila | poland: polish warsaw | portugal: portuguese lisbon | qatar: qatari doha |
romania: romanian bucharest cotroceni | russia: russian moscow kremlin russian-federation | rwanda:
rwandan kigali | saudi-arabia: saudi riyadh | senegal: senegalese dakar | serbia: serbian belgrade |
sierra-leone: freetown | singapore: singaporean | slovakia: slovak bratislava | slovenia: slovenian
ljubljana | somalia: somali mogadishu | south-africa: south-african pretoria | south-korea:
south-korean korean seoul | south-sudan: south-sudanese juba | spain: spanish madrid | sri-lanka:
sri-lankan colombo | sudan: sudanese khartoum port-sudan | suriname: surinamese | sweden: swedish stockholm |
switzerland: swiss bern | syria: syrian damascus | taiwan: taiwanese taipei | tajikistan: tajik
dushanbe | tanzania: tanzanian | chad: chadian tchad n'djamena ndjamena | thailand: thai bangkok | togo: togolese
lomé lome | tunisia: tunisian tunis | turkey: turkish turkiye türkiye ankara | turkmenistan: turkmen
ashgabat | uganda: ugandan kampala | ukraine: ukrainian kyiv kiev | united-states: american u.s. us
washington white-house usa u.s.a. america pentagon | uruguay: uruguayan montevideo | uzbekistan:
uzbek tashkent | vatican: holy-see | venezuela: venezuelan caracas | vietnam: vietnamese hanoi |
yemen: yemeni sanaa | zambia: zambian lusaka | zimbabwe: zimbabwean harare
| samoa: samoan apia | tonga: tongan nuku'alofa | vanuatu: vanuatuan port-vila | kiribati: tarawa | solomon-islands:
honiara | tuvalu: tuvaluan funafuti | east-timor: timorese dili timor-leste | lesotho: basotho maseru | eswatini:
swazi mbabane | cape-verde: praia | guinea-bissau: bissau | comoros: comorian moroni | belize: belizean belmopan |
trinidad: trinidadian port-of-spain | central-african-republic: bangui | equatorial-guinea: malabo | greenland:
greenlandic nuuk | scotland: scottish edinburgh | wales: welsh cardiff | catalonia: catalan barcelona | bavaria:
bavarian munich | quebec: quebecois | transnistria: transnistrian tiraspol | abkhazia: abkhaz sukhumi | somaliland:
hargeisa | kurdistan: kurdish erbil | hong-kong: hong-kong | chechnya: chechen grozny | faroes: faroese torshavn
tórshavn | eu: european european-union european-commission | nato: alliance | un: united-nations u.n.
"""


def _read(table: str) -> dict[str, str]:
    countries: dict[str, str] = {}
    country = ""
    for word in table.replace("|", " ").split():
        if word.endswith(":"):
            country = word[:-1]
            countries[country] = country
        else:
            countries[word] = country
    return countries


COUNTRIES = _read(_TABLE)
"""Demonym, capital or seat of power, lower case with hyphens -> country."""

_FIRST_OF_TWO = frozenset(word.partition("-")[0] for word in COUNTRIES if "-" in word)

# First words of the table that are no adjectives.
_PLACES = word_set(
    "tarawa honiara praia bissau bangui malabo alliance holy-see united-nations wellington freetown hargeisa"
)


def _adjectives() -> dict[str, str]:
    words = _TABLE.replace("|", " ").split()
    first = {word: nxt for word, nxt in pairwise(words) if word.endswith(":") and not nxt.endswith(":")}
    return {country[:-1]: word for country, word in first.items() if word not in _PLACES}


ADJECTIVES = _adjectives()
"""Country -> its adjective, lower case."""


# People of a state, called by a noun that is not its adjective.
_PERSONS = """
sweden: swede | denmark: dane | finland: finn | poland: pole | turkey: turk | britain: briton englishman englishwoman
scot scotsman | france: frenchman frenchwoman | spain: spaniard | netherlands: dutchman dutchwoman | ireland: irishman
irishwoman | serbia: serb | croatia: croat | slovenia: slovene | slovakia: slovak | czechia: czech | iceland: icelander |
new-zealand: new-zealander | luxembourg: luxembourger | afghanistan: afghan | kosovo: kosovan | philippines: filipino |
nepal: nepali | argentina: argentinian | azerbaijan: azeri | north-macedonia: macedonian | botswana: motswana
"""
PERSONS = {word: state for word, state in COUNTRIES.items() if word in ADJECTIVES.values()} | _read(_PERSONS)
"""What somebody of a state is called, lower case -> country: "the Swede", "the American"."""


def _demonyms() -> frozenset[str]:
    return frozenset(ADJECTIVES.values()) | word_set(
        "argentinian azeri belarussian english emirati macedonian nepali u.s. us uk"
    )


DEMONYMS = _demonyms()
"""Adjectives of states, lower case: what comes from there, and nobody by itself before a noun."""

# Titles of which one stands for another.
SAME_ROLE = {
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "sen": "senator",
    "rep": "representative", "gov": "governor", "congressman": "representative",
    "congresswoman": "representative", "businesswoman": "businessman", "chairwoman": "chairman",
    "chair": "chairman", "chairperson": "chairman", "advisor": "adviser", "lawmaker": "representative",
    "actress": "actor", "prof": "professor", "gen": "general", "dr": "doctor", "physician": "doctor",
    "attorney": "lawyer", "ceo": "executive", "frontrunner": "candidate", "front-runner": "candidate",
    "hopeful": "candidate", "contender": "candidate", "nominee": "candidate", "rev": "pastor",
    "reverend": "pastor", "premier": "minister", "pm": "minister", "secretary": "minister", "mogul": "businessman",
    "tycoon": "businessman", "billionaire": "businessman", "entrepreneur": "businessman",
    "pontiff": "pope", "monarch": "king", "ambassador": "envoy", "analyst": "expert",
    "pollster": "expert", "aide": "adviser", "scholar": "expert", "strategist": "adviser",
    "consultant": "adviser", "head": "leader", "chief": "leader", "taoiseach": "minister",
    "adm": "admiral", "col": "colonel", "capt": "captain", "sgt": "sergeant", "cmdr": "commander",
    "hr/vp": "representative", "hrvp": "representative",
}  # fmt: skip
# A "leader" may be any of these.
LEADERS = word_set("president chancellor king queen prime leader pope secretary-general")
# Words for somebody whose office has another name.
WIDER = {
    "leader": LEADERS, "diplomat": word_set("envoy consul negotiator emissary mediator"),
    "officer": word_set("general colonel admiral commander lieutenant captain major brigadier marshal commodore"),
    "cleric": word_set("bishop archbishop cardinal pope pastor imam rabbi ayatollah patriarch mullah sheikh"),
    "head of state": word_set("president king queen emir sultan emperor"),
    "head of government": word_set("prime chancellor"),
    "prelate": word_set("bishop archbishop cardinal patriarch"),
    "politician": word_set("senator representative legislator minister president mayor governor"),
    "commander-in-chief": word_set("president king"), "lawyer": word_set("counsel prosecutor"),
}  # fmt: skip
# Words that tell one minister, secretary or adviser from another.
PORTFOLIOS = word_set("""
    prime foreign defense defence finance interior justice economy economic energy education health
    labor labour agriculture transport environment trade culture security press state treasury
    commerce home external internal european europe first water climate fisheries industry research science tourism
    infrastructure housing migration immigration refugees digital oil petroleum mines employment pensions welfare social
    youth women family sport sports maritime budget railways works lands
""")
# What ministries are for, and nobody's name.
FIELDS = word_set("""
    affairs relations cooperation co-operation policy development integration intelligence rights industry science technology
    communications planning operations reintegration reconstruction sanctions nations economy economic finance
    education security defense defence transport agriculture trade health work pensions labour labor social
    climate energy environment environmental family youth women sport sports tourism culture research
    innovation infrastructure housing urban rural welfare community communities forestry fisheries
    mines petroleum customs citizenship immigration refugees emergencies emergency homeland digital
    digitalisation consumer nuclear space aerospace construction food telecommunications budget tax
    taxes revenue justice equality privatisation investment commerce employment migration asylum training situations action
    resources supplies information broadcasting antiquities heritage endowments sanitation settlements protection studies
""")
MATTERS = FIELDS | PORTFOLIOS
# What somebody is "who chairs" it, or "has chaired" it; who "chaired" it may be it no longer.
HELD_BY = {
    "chairs": "chair", "heads": "head", "leads": "leader", "commands": "commander", "directs": "director",
    "coordinates": "coordinator", "runs": "head", "has chaired": "chair", "has headed": "head", "has led": "leader",
    "has run": "head",
}  # fmt: skip
# Words without which an office is another one.
RANKS = word_set("shadow former ex-president vice deputy acting outgoing incoming late")
QUALIFYING = PORTFOLIOS | RANKS | {"crown", "high"}
"""What may stand before the noun of an office: "the Deputy Prime Minister", "the High Representative"."""
# Generals of no army: "the attorney general".
GENERALS = word_set("secretary attorney solicitor consul inspector director auditor surgeon prosecutor")
# Heads of government, called by one word.
PREMIERS = word_set("premier taoiseach pm")
# Other spellings of an office, for which it has no other name.
SPELLINGS = PREMIERS | word_set(
    "gov sen rep gen adm col capt sgt cmdr dr prof rev reverend ceo chair chairperson advisor spokesperson"
)
PEERS = word_set("counterpart colleague host guest interlocutor")
LAWMAKERS = word_set("senator representative lawmaker legislator politician")


_BEHIND_OFFICE = ("elect", "designate")
_BEFORE_OFFICE = {"ex": "former", "vice": "vice", "deputy": "deputy", "under": "deputy"}


def ranked(word: str) -> tuple[str, str, str]:
    """Return what is hyphened to an office, the rank it gives, and the office: "ex", "former", "president"."""
    before, hyphen, office = word.partition("-")
    if office in _BEHIND_OFFICE:
        return office, "incoming", before
    return (before, _BEFORE_OFFICE[before], office) if hyphen and before in _BEFORE_OFFICE else ("", "", word)


def role_of(noun: str) -> str:
    """Return the plain form of a role: "spokeswoman" and "spokesman" are one."""
    return SAME_ROLE.get(noun, noun)


def country_of(words: list[str]) -> str:
    """Return the country that lower-case words of a phrase point to, or ""."""
    last = len(words) - 1
    for number, word in enumerate(words):
        if (
            number < last
            and word in _FIRST_OF_TWO
            and (found := COUNTRIES.get(f"{word}-{words[number + 1]}"))
        ):
            return found
        if found := COUNTRIES.get(word):
            return found
        # "u.s" is what a name keeps of "U.S."
        if "." in word and (found := COUNTRIES.get(word.rstrip(".")) or COUNTRIES.get(f"{word}.")):
            return found
    return ""
