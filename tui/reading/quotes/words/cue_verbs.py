"""The verbs of saying of news English, in all their forms."""

from __future__ import annotations


def _split(text: str) -> list[str]:
    return text.split()


# Verbs that can carry speech. Regular ones are inflected by rule, the others written out.
_REGULAR = _split("""
    accuse acknowledge add address admit admonish advise advocate affirm agree allege allow announce
    answer apologize appeal applaud argue ask assail assert assess assure attack attest back bark
    begin believe bemoan berate blame blast bluster boast brag caution celebrate challenge chant
    characterize charge chastise chide chime chuckle cite claim clarify coin command comment commend
    compare complain compliment concede conclude condemn confess confide confirm congratulate
    consider contend continue counter credit criticize cry cheer dare decide declare decline decry
    deem defend define demand demur denounce deny deride describe detail disagree disclose discuss
    dismiss dispute doubt dub echo elaborate email emphasize encourage endorse equate estimate
    exclaim explain express extol figure forecast fret fume gasp guess gush hail hint holler hope
    imply implore include indicate inform inquire insist instruct interject interrupt intone invoke
    joke judge label lambaste lament laud laugh lecture liken list maintain marvel mention mock
    mourn moan mumble murmur mutter muse name narrate note object observe offer opine order outline
    pledge plead point portray praise pray preach predict press proclaim profess project promise
    pronounce propose protest push quip question quote rail rant reaffirm reason reassure rebuke
    recall recite recommend recount refer reflect refuse regret reiterate reject rejoice relate
    relay remark remember remind repeat reply report request respond retort reveal ridicule roar
    rule scoff scold scream shout shriek sigh slam slug smile sneer snap snarl sound speculate state
    stress suggest summarize surmise suspect swear tease testify text thank theorize threaten
    refute rebuff disavow repudiate debunk
    thunder title tout trumpet tweet type underline underscore urge utter vent voice volunteer vow
    warn welcome whisper wonder worry yell post sign entitle call conclude cast want consider view
    reason recollect retweet assume anticipate accept acclaim allude beg belittle bellow blog blurt
    boom bristle cable chortle chorus contest convey counsel crow croon denigrate deplore disparage
    divulge drawl enquire enthuse envisage exhort expand expect fire foresee gloat greet grimace
    groan grouse growl grumble grunt hiss howl insinuate insult jest lash mandate mouth nod notify
    persist plug ponder posit postulate prophesy provoke query quaver quibble ramble rasp rattle
    rebut reckon recognize rehash resolve riff scrawl seethe shrug signal smirk sob spew spout
    stammer stipulate stutter sum taunt thump tick trash tut vouch wail whine wink wisecrack
    hypothesize emote specify
    demonize vilify rank rate brand deliver issue publish release conclude pen trot
""")

_IRREGULAR = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "write": "write writes wrote written writing",
    "speak": "speak speaks spoke spoken speaking",
    "think": "think thinks thought thinking",
    "know": "know knows knew known knowing",
    "feel": "feel feels felt feeling",
    "find": "find finds found finding",
    "hold": "hold holds held holding",
    "hear": "hear hears heard",
    "mean": "mean means meant meaning",
    "read": "read reads reading",
    "swear": "swear swears swore sworn swearing",
    "sing": "sing sings sang sung singing",
    "put": "put puts putting",
    "cast": "cast casts casting",
    "go": "went goes",
    "begin": "began begins",
    "shoot": "shot shoots",
    "foresee": "foresaw foresees",
    "break": "broke",
    "plead": "pled",
    "see": "see sees saw seeing",
    "show": "show shows showed showing",
    "give": "gave gives",
    "make": "made makes making",
    "use": "used uses using",
    "seek": "sought seeks seeking",
    "talk": "talk talks talked talking",
    "quoth": "quoth",
    "prefer": "prefer prefers preferred",
    "retell": "retold",
    "point": "pointed pointing",
    "forbid": "forbade",
    "understand": "understood understands",
    "teach": "taught",
    "tell_apart": "",
    "accord": "according",
    "signal": "signalled signalling",
    "label": "labelled labelling",
}

# Verbs written with "s" too, which are one with those in "z".
_WITH_Z = _split("emphasize criticize characterize recognize apologize summarize theorize")

# Forms that are nouns or adjectives more often than verbs of saying.
_NOT_CUES = frozenset(
    _split("""
    back sound address post text state order plan hope point list name title rule voice type press
    object sign smile laugh offer object figure doubt dare file report note tick list post blog
    brand rank rate plug signal riff plug nod email cable trash pen blog rule charge charges claim
    praise demand view views comment comments title titles names pledge protest press remark remarks
    points lists signs appeal appeals attack attacks posts orders offers rules hopes voices types
    texts addresses figures backs sounds worry cry cries plug fire fires challenge challenges
    contest counsel credit credits estimate estimates forecast guess joke jokes label labels lecture
    request requests response question questions vow shout chant chants quote quotes project
    projects issue issues release releases reason reasons rate rates query promise promises push
    welcome account whine dub boom wonder tout trot wink sum judge judges want cheer cheers answer
    answers approach reading meaning feeling finding findings meeting ruling including cast objects
    threat concern concerns call calls
""")
)


def inflect(verb: str) -> list[str]:
    """Return the forms of a regular verb: base, -s, -ed, -ing."""
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb[:-1] + "ing"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    if verb in {
        "admit",
        "demur",
        "refer",
        "rebut",
        "quip",
        "snap",
        "tut",
        "sob",
        "nod",
        "slam",
        "plug",
        "chat",
    } | {"brag", "slug", "confer", "dub", "beg", "allot", "trot", "sum"}:
        return [verb, third, verb + verb[-1] + "ed", verb + verb[-1] + "ing"]
    return [verb, third, verb + "ed", verb + "ing"]


def _cues() -> dict[str, str]:
    forms: dict[str, str] = {}
    for verb in _REGULAR:
        for form in inflect(verb):
            if form not in _NOT_CUES:
                forms.setdefault(form, verb)
    for verb in _WITH_Z:
        forms |= dict.fromkeys(inflect(verb.replace("iz", "is")), verb)
    for verb, written in _IRREGULAR.items():
        for form in written.split():
            if form not in _NOT_CUES or form in {"read", "reading"}:
                forms[form] = verb
    return forms


ALSO_NOUNS = {"hopes": "hope", "fears": "fear"}
"""Forms that are verbs of saying only where what stands around them shows it; else nouns."""
CUES = _cues() | ALSO_NOUNS
"""Form of a verb of saying -> its lemma."""
