"""The closed classes of news English, its verbs of saying and its nouns for people and offices, as plain lists.

The classes themselves, one letter each, are explained in `shapes`.
"""

from __future__ import annotations

from tui.reading.media_names import IN_NAMES
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.cue_verbs import ALSO_NOUNS, CUES


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set."""
    return frozenset(text.split())


_CLOSED = {
    shapes.DETERMINER: """
        the a an this these those another each every some any many most several few both all one
        two three four five six seven eight nine ten his her their its our my your no other
        others such
    """,
    shapes.PRONOUN: "he she they it i we you everyone everybody someone somebody nobody anyone",
    shapes.OTHER_PRONOUN: """
        him them me us himself herself itself themselves myself ourselves yourself hers theirs mine
        ours
    """,
    shapes.RELATIVE: "who which that whom whose what where why how",
    shapes.CONNECTIVE: """
        of in on at by for from with without into onto over under about against between among
        during through throughout across behind beyond near toward towards upon within despite
        except via per after before since until till as like than and or but nor yet so if
        because although though while when whenever whereas unless whether to up down out off
        around amid amidst along alongside beside besides outside inside despite including
        regarding concerning unlike plus versus
    """,
    shapes.AUXILIARY: """
        is was are were be been being am has have had having do does did will would can could
        may might must shall should isn't wasn't aren't weren't hasn't haven't hadn't don't
        doesn't didn't won't wouldn't can't couldn't shouldn't cannot 've 'd 'll 're 'm he's
        she's it's they've we've i've he'd she'd
    """,
    shapes.ADVERB: """
        also later then now still again often never once twice recently soon already even just
        only ever always sometimes rather quite very too not there here instead meanwhile
        however further earlier elsewhere perhaps maybe almost first last next back away
        together ahead somewhat ago aloud afterward afterwards thus therefore moreover nevertheless nonetheless
        else simply merely well far much more less likewise otherwise anyway indeed finally
        famously reportedly long flatly underneath below above overhead
    """,
    shapes.TIME: """
        monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow
        tonight january february march april june july august september october november
        december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sept sep oct
        nov dec morning afternoon evening night week weekend month year weeks months years days
        hours minutes noon midnight a.m. p.m. am pm
    """,
    shapes.ADJECTIVE: """
        senior former top chief longtime deputy leading new old young prominent main key local
        federal national international foreign domestic public private political presidential
        vice presumptive incumbent acting interim retired late own fellow great good big
        high-ranking veteran anonymous independent official joint black white female male
        military financial economic social regional influential executive assistant associate
        general special legal chief junior liberal conservative democratic republican state-run
        unnamed unidentified initial final second third previous current several two-time
        three-time one-time outgoing incoming would-be self-described lead co-founding left-wing
        right-wing pro-government weekly daily monthly online print popular famed
    """,
}

_PAST = """
    sent took made gave got went came left won lost led met ran held kept brought bought built fell
    felt spent paid sat stood set cut hit let rose grew drew drove flew knew threw chose wore fought
    caught sold became arose awoke bore bent bound bit blew clung crept dealt dug drank ate fled
    flung forgot forgave froze hung hid hurt knelt laid lent lit rode rang sank shook shone shrank
    slept slid spun split sprang stole stuck struck strove swept swam swung tore trod undertook
    withdrew wove wept wound gone been done seen taken given driven drawn known shown beaten chosen
    broken forgotten hidden risen shaken stolen thrown written based
""".split()

# Nouns that can speak, or that name what somebody is.
_NOUNS = """
    spokesman spokeswoman spokesperson president minister premier pm chancellor secretary senator
    congressman congresswoman representative governor mayor ambassador envoy diplomat commissioner
    councilman councilwoman councilmember councillor alderman boss lawmaker legislator politician leader chief head chair
    chairman chairwoman chairperson director manager strategist adviser advisor aide consultant
    operative pollster analyst expert economist scientist professor scholar historian researcher
    author writer columnist commentator journalist reporter correspondent editor publisher host
    co-host anchor moderator broadcaster blogger producer official officer commander general admiral
    colonel sergeant soldier veteran sheriff detective agent investigator inspector prosecutor
    lawyer attorney judge justice clerk counsel plaintiff defendant suspect victim witness doctor
    physician surgeon neurosurgeon nurse psychologist psychiatrist teacher student principal
    superintendent dean coach player quarterback athlete actor actress singer musician artist
    watcher trustee consul negotiator emissary mediator rapporteur interpreter relative
    comedian filmmaker designer architect engineer businessman businesswoman entrepreneur
    billionaire millionaire mogul tycoon investor shareholder stockholder banker trader executive ceo owner founder
    co-founder cofounder partner president-elect candidate nominee front-runner frontrunner
    contender challenger hopeful incumbent rival opponent democrat republican conservative liberal
    socialist independent supporter backer donor volunteer organizer organiser activist advocate
    critic member colleague friend neighbor neighbour ally insider observer source person man woman
    boy girl kid child mother father mom dad wife husband son daughter brother sister parent uncle
    aunt cousin grandfather grandmother couple widow voter resident citizen farmer worker employee
    staffer intern driver salesman salesperson contractor priest pastor bishop pope cardinal rabbi
    imam king queen prince princess emperor monarch dictator ruler speaker whip delegate delegation
    protester demonstrator heckler fan user commenter reader viewer audience crowd narrator voice
    voice-over voiceover caller respondent participant physicist biologist native immigrant refugee
    texan vermonter floridian californian newcomer outsider pundit surrogate successor predecessor
    counterpart campaign company firm corporation bank agency department ministry office bureau
    administration government cabinet parliament congress senate house court tribunal council
    committee commission board panel jury union association organization organisation organizer
    group coalition alliance foundation institute institution university college school church party
    movement team club league federation force army navy police military regime authority presidency
    palace embassy consulate service secretariat network channel station newspaper paper magazine
    journal tabloid outlet website site blog publication daily weekly broadsheet press media news
    newswire wire statement report release letter email e-mail memo note document filing complaint
    lawsuit suit indictment affidavit brief ruling decision verdict order opinion law bill
    resolution treaty agreement constitution study survey poll research paper article story piece
    editorial column op-ed headline book memoir ad advert advertisement commercial video clip audio
    recording tape transcript readout communique communiqué announcement post tweet message text
    caption sign banner poster slogan speech address remarks testimony interview website page
    footnote passage excerpt document file account plan platform proposal guidelines list note label
    description synopsis invitation petition nation country state city town county world public
    people community family others pair duo trio two side camp wing lobby think-tank nonprofit
    non-profit watchdog regulator lender maker giant startup leadership staff crew brass heir youth
    teen teenager guy lady gentleman folk elder elite establishment strategist policymaker
    decision-maker negotiator mediator legend icon star celebrity rapper hacker whistleblower
    informant liaison undersecretary lieutenant captain major president's kremlin pontiff
    prosecution defense defence bench industry sector trade exchange fund charity hospital clinic
    lab laboratory airline operator developer retailer manufacturer nationalist populist
    skipper pilot foreman fisherman shepherd baker butcher midwife paramedic firefighter rescuer diver cook chef
    waiter barber mechanic electrician carpenter miner trucker courier shopkeeper vendor merchant landlord
    tenant pensioner pupil schoolgirl schoolboy classmate caretaker sentry gunner warlord militant fighter rebel
    insurgent adjutant cadet recruit conscript deserter defector dissident prisoner detainee hostage inmate
    captive survivor bystander passer-by onlooker motorist passenger sailor crewman seaman harbourmaster ranger
    forester geologist seismologist meteorologist volcanologist hydrologist epidemiologist virologist
    pathologist coroner chemist mathematician technician programmer sociologist anthropologist archaeologist
    linguist translator theologian philosopher poet novelist playwright composer conductor pianist sculptor
    painter curator librarian archivist photographer cameraman presenter biographer essayist satirist cartoonist
    lobbyist broker auditor accountant treasurer steward purser vicar deacon nun monk abbot mufti preacher
    missionary pilgrim worshipper sibling nephew niece duke sultan emir chieftain headmaster headmistress
    headteacher lecturer rector registrar magistrate juror barrister solicitor notary constable policeman policewoman
    warden smuggler dealer gunman attacker kidnapper villager islander herder mourner evacuee returnee migrant medic
    orderly undertaker gravedigger bureaucrat functionary apparatchik mandarin statesman stateswoman parliamentarian
    backbencher frontbencher ex-president ex-minister attendee signatory underwriter surveyor planner beekeeper
    coordinator facilitator convener arbitrator adjudicator examiner importer exporter statistician jailer logistician
    grower stevedore claimant appellant litigant peacekeeper body bloc command chancellery guard headquarters mission
    junta militia synod treasury judiciary chamber assembly inspectorate directorate garrison battalion brigade
    regiment squadron fleet consortium conglomerate subsidiary opposition diocese parish archbishop patriarch cleric
    prelate taoiseach tánaiste baroness ayatollah ombudsman attaché guest visitor interlocutor secretary-general
    director-general governor-general consul-general inspector-general auditor-general attorney-general
""".split()

_IRREGULAR_PLURALS = dict(pair.split(":") for pair in """
    man:men woman:women child:children person:people spokesman:spokesmen spokeswoman:spokeswomen
    congressman:congressmen congresswoman:congresswomen businessman:businessmen wife:wives fisherman:fishermen
    foreman:foremen crewman:crewmen seaman:seamen gunman:gunmen policeman:policemen policewoman:policewomen
    cameraman:cameramen statesman:statesmen passer-by:passers-by
""".split())  # fmt: skip

CLAUSE_JOINTS = word_set("and while whereas but")  # between what one says and another
NAME_JOINTS = word_set(
    "de da del della di du la le el al bin ibn van von der den dos das ter abu y e mac & of"
)
# Words of a name after which "of" or "for" goes on with the name.
OFFICE_WORDS = word_set("""
    secretary university department ministry house council bank institute center centre board school
    college association committee society league church federation republic president minister king
    queen prince speaker court director chief bureau academy museum library foundation campaign
    chamber city state duke kingdom states union commission office attorney organization
    organisation agency chiefs front movement coalition alliance authority army observatory network
    programme program fund congress parliament assembly directorate inspectorate tribunal
""")
TITLES = word_set("""
    mep mp msp mr mrs ms miss mx dr sir dame lord lady madam president sen senator rep representative gov
    governor secretary minister premier pm chancellor prime foreign vice chief spokesman spokeswoman
    spokesperson judge justice gen general col colonel lt maj capt captain sgt rev reverend prof
    marshal brigadier commodore major cmdr brig msgr fr
    professor king queen prince princess pope congressman congresswoman mayor ambassador speaker
    attorney chairman chairwoman director sheriff officer admiral adm former deputy first archbishop
    bishop emeritus cardinal father sister brother imam rabbi sheikh emperor detective commissioner
    councilman editor-in-chief commander-in-chief councilmember alderman secretary-general attorney-general
    solicitor-general consul-general undersecretary adviser advisor envoy
    leader candidate nominee republican democrat democratic majority minority house
    senate lieutenant superintendent editor host co-host coach
    ministers presidents premiers chancellors secretaries senators representatives governors mayors
    ambassadors envoys generals admirals commissioners republicans democrats professors commander excellency
    highness majesty honourable honorable baroness baron count countess duchess viscount ayatollah
    sens reps govs gens mullah mawlawi maulana sayyid shaikh patriarch taoiseach tánaiste ombudsman
    negotiator whip treasurer coordinator tun hon rt canon monsignor metropolitan mufti alhaji alhaja haji hajia otunba
    datuk dato seri tengku tunku eminence holiness beatitude shri smt fra fra' sergeant corporal constable inspector
    hojatoleslam hojjatoleslam dijkgraaf councillor provost abbot abbess vicar chaplain magistrate registrar
    engr barr alh fm eam hr hrvp vp sg h.e ceo cfo tem tempore
""")
SUFFIXES = word_set("jr sr ii iii iv")
ABBREVIATIONS = """
    Mr Mrs Ms Dr Sen Rep Gov Gen Col Lt Maj Capt Sgt Adm Rev Prof Sr Jr St Hon Pres Sens Reps Govs
    Messrs Fr Brig Cmdr Msgr Mt Ft vs etc No Inc Corp Co Ltd Jan Feb Aug Sept Oct Nov Dec Calif Fla Tex Mass Pa Conn
    Engr Barr Alh Ariz Ill Ind Mich Minn Wis Wash Va Md Ga Tenn Ala Ky Okla Colo Nev Ore Ark Kan Mo Del Neb Wyo
""".split()

MALE = word_set("""
    mr sir king prince emperor lord pope spokesman congressman businessman chairman councilman
    salesman actor father dad husband son brother uncle grandfather man boy guy gentleman priest
    monk himself fisherman foreman crewman gunman policeman cameraman statesman headmaster nephew
    duke sultan emir abbot archbishop rabbi imam sheikh bishop pontiff anchorman baron viscount ayatollah mullah
    mawlawi patriarch
""")
FEMALE = word_set("""
    mrs ms miss queen princess madam dame lady spokeswoman congresswoman businesswoman chairwoman
    councilwoman actress mother mom wife daughter sister aunt grandmother woman girl nun herself
    first-lady widow policewoman headmistress niece midwife abbess baroness countess duchess
""")
# Nouns for one human being, against institutions, papers and crowds.
THINGS = word_set("""
    campaign company firm corporation bank agency department ministry office bureau administration
    government cabinet parliament congress senate house court tribunal council committee commission
    board panel jury union association organization organisation group coalition alliance foundation
    institute institution university college school church party movement team club league
    federation force army navy police military regime authority presidency palace embassy consulate
    service secretariat network channel station newspaper paper magazine journal tabloid outlet
    website site blog publication daily weekly broadsheet press media news newswire wire television tv radio statement
    report release letter email e-mail memo note document filing complaint lawsuit suit indictment
    affidavit brief ruling decision verdict order opinion law bill resolution treaty agreement
    constitution study survey poll research article story piece editorial column op-ed headline book
    memoir ad advert advertisement commercial video clip audio recording tape transcript readout
    communique communiqué announcement post tweet message text caption sign banner poster slogan
    speech address remarks testimony interview page footnote passage excerpt file account plan
    platform proposal guidelines list label description synopsis invitation petition nation country
    state city town county world public people community family others pair duo trio two side camp
    wing lobby think-tank nonprofit non-profit watchdog regulator lender maker giant startup
    leadership staff crew brass establishment prosecution defense defence bench industry sector
    trade exchange fund charity hospital clinic lab laboratory airline kremlin audience crowd couple
    delegation elite folk voice operator
    body bloc command chancellery guard headquarters
    mission junta militia synod treasury judiciary chamber assembly inspectorate directorate garrison battalion
    brigade regiment squadron fleet consortium conglomerate subsidiary opposition diocese parish
""")
THINGS = THINGS | OFFICE_WORDS
# Words of the names of papers and stations.
OUTLETS = IN_NAMES | {"today"}
NEGATIONS = word_set("not n't never longer")  # as an adverb: "no longer"
OTHER_SIDE = word_set("but while whereas although though")
PAPERS = word_set("""
    statement report release letter email e-mail memo note document filing complaint lawsuit suit
    indictment affidavit brief ruling decision order opinion law bill resolution study survey poll
    article story piece editorial column op-ed headline book memoir ad advert commercial video
    transcript readout communique communiqué announcement post tweet message text caption
""")
ROLES = word_set("president minister king queen prince chancellor mayor governor emir sultan")


def _plural(noun: str) -> str:
    if noun in _IRREGULAR_PLURALS:
        return _IRREGULAR_PLURALS[noun]
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "ch", "sh", "x")) else "s")


def _classes() -> dict[str, str]:
    classes: dict[str, str] = {}
    for noun in _NOUNS:
        classes[noun] = classes[_plural(noun)] = shapes.NOUN
    for form in _PAST:
        classes[form] = shapes.PAST
    for form in CUES.keys() - ALSO_NOUNS.keys():
        classes[form] = shapes.CUE
    for letter, words in reversed(_CLOSED.items()):  # of a word in two classes the first listed counts
        for word in words.split():
            classes[word] = letter
    return classes


CLASSES = _classes()
"""Lower-case word -> its class."""
NOUNS = frozenset(_NOUNS)
# Words that are part of a house's name, and alone a human being.
_OFFICE_HOLDERS = word_set(
    "secretary president minister king queen prince speaker director chief attorney organizer"
)
KIN = word_set("""
    mother father mom dad wife husband son daughter brother sister parent uncle aunt cousin grandfather grandmother
    widow nephew niece sibling relative
""")
PEOPLE = (NOUNS - THINGS) | _OFFICE_HOLDERS
SINGULAR = {_plural(noun): noun for noun in _NOUNS}
PLURALS = frozenset(SINGULAR)


def sort_of(noun: str, otherwise: str) -> str:
    """Return what a noun in the singular names: "paper", "thing", "human", or `otherwise`."""
    return (
        "paper" if noun in PAPERS else "thing" if noun in THINGS else "human" if noun in PEOPLE else otherwise
    )


def singular(noun: str) -> str:
    """Return the singular of a noun for people in the plural; any other word as it is."""
    return SINGULAR.get(noun, noun)
