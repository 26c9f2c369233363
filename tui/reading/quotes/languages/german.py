"""Who spoke, in German."""

from __future__ import annotations

from tui.reading.quotes.languages.grammar import Grammar, alternatives, inflect, places_of, with_gender, with_polarity
from tui.reading.quotes.word_classes import word_set

_WEAK = "t te ten en"
_SAYING = """
    sag erklär beton versicher äußer bemerk erläuter kritisier berichte bericht beteuer behaupte behaupt ergänz entgegne
    mahn warn fordert forder nann nenn mein kommentier resümier konstatier klag lob begrüß verlang urteil scherz spotte höhn
    prognostizier vermute vermut bekräftig bestätig verkünde verkünd zitier twitter poste postete schätz glaub
    hoff zeig signalisier unterstrich unterstreich versprach räum teil kündig stell füg hob leg setz erinner verteidig
    würdig pranger skizzier schilder formulier definier charakterisier bezeichne titulier rechne rechn erwarte
    bilanzier präzisier korrigier argumentier bedauer verurteil attackier gratulier dank droh plädier ruf frohlock
    wunder beschwer stöhn seufz raun flüster murmel lächel jubel gab melde meld unk orakel
    antworte konter erwider schwärm referier notier protokollier resignier insistier appellier beklag
    wiederhol verweiger moser ätz frotzel lieb offenbar konkretisier vergleich verglich veranschlag
"""
_IRREGULAR = """
    sagte sagten sagt sagen gesagt sprach sprachen spricht sprechen gesprochen nannte nannten nennt nennen genannt schrieb
    schrieben schreibt schreiben geschrieben rief riefen ruft gerufen hieß heißt geheißen wies wiesen weist gewiesen
    hingewiesen widersprach widersprachen widerspricht widersprochen versprach versprachen verspricht versprochen gab gaben
    gibt angegeben bekanntgegeben wusste weiß meinte meint meinten gemeint befand befanden befindet befunden fand fanden
    findet gefunden hielt hielten hält gehalten warf warfen wirft vorgeworfen bat baten bittet gebeten hob hervor
    hervorgehoben teilte teilten teilt mitgeteilt kündigte kündigten kündigt angekündigt räumte räumten räumt eingeräumt
    fügte fügten fügt hinzugefügt stellte stellten stellt klargestellt ergänzte unterstrich unterstreicht unterstrichen
    beschrieb beschreibt beschrieben empfahl empfiehlt empfohlen schloss schließt sah sahen sieht gesehen erzählte erzählt
    erzählten erzählen versprach las liest erklärte erklärten erklärt erklären berichtete berichteten berichtet antwortete
    antworteten antwortet entgegnete entgegnet bezeichnete bezeichneten bezeichnet bezeichnen rechnete rechneten rechnet
    verkündete verkündet vermutete vermutet behauptete behaupteten behauptet meldete meldet gemeldet postete gepostet
    zitierte zitiert zitieren bedankte schlug vorgeschlagen setzte setzt legte legt nachgelegt trat tritt gestand gesteht gestanden
    pochte pocht warb wirbt geworben dachte denkt gedacht beschwor beschwört freute freut zeigte zeigt bekannte bekennt
    ließ lässt verlautete verlautet wirft nimmt nahm pries preist tönte tönt urteilte hakte spottete spottet
    bedauerte bedauert äußerte geäußert gelobt gemahnt gewarnt betont bestätigt versichert begründete begründet quittierte
    veröffentlichte veröffentlicht mutmaßte mutmaßt sprachen wertete wertet einschätzte forderte wünschte wünscht versprachen
    verglich vergleicht begann
"""
_ASKED = "fragte fragten fragt fragen gefragt wollte erkundigte erkundigt"
_URGED = """
    forderte forderten fordert fordern gefordert verlangte verlangten verlangt appellierte appelliert bat baten bittet drängte drängt
    mahnte mahnten rief
"""
_DENIED = "bestritt bestritten bestreitet bestreiten dementierte dementierten dementiert dementieren leugnete leugnet geleugnet verneinte verneint"
_REJECTED = "wies wiesen zurückgewiesen lehnte lehnten lehnt abgelehnt verwarf verwirft verworfen"
_CUES: dict[str, str] = {
    **with_polarity("", inflect(_SAYING, _WEAK) | word_set(_IRREGULAR)),
    **with_polarity("asked", set(word_set(_ASKED))),
    **with_polarity("urged", set(word_set(_URGED))),
    **with_polarity("denied", set(word_set(_DENIED))),
    **with_polarity("rejected", set(word_set(_REJECTED)) - {"wies", "wiesen"}),
    **with_polarity("doubted", set(word_set("bezweifelte bezweifelt bezweifelten zweifelte zweifelt"))),
    **with_polarity("refused", set(word_set("verweigerte verweigert weigerte weigert"))),
    **with_polarity("ruled out", set(word_set("ausgeschlossen"))),
}
_NOT_CUES = word_set("teilen gaben stellen legen rufen ruften gaben hebten teilt glauben liebt rufte reden meiner meinen")

GRAMMAR = Grammar(
    language="de",
    cues={form: polarity for form, polarity in _CUES.items() if form not in _NOT_CUES},
    participles=word_set(
        "gesagt gesprochen genannt geschrieben gerufen geheißen gewiesen hingewiesen widersprochen versprochen angegeben "
        "bekanntgegeben gemeint befunden gefunden gehalten vorgeworfen gebeten hervorgehoben mitgeteilt angekündigt eingeräumt "
        "hinzugefügt klargestellt unterstrichen beschrieben empfohlen gesehen gemeldet gepostet vorgeschlagen nachgelegt "
        "gestanden geworben gedacht geäußert gelobt gemahnt gewarnt gefragt gefordert bestritten geleugnet zurückgewiesen "
        "abgelehnt verworfen ausgeschlossen"
    ),
    auxiliaries=word_set("hat haben habe hätte hätten hatte hatten wurde wird werden sei wurden worden"),
    citing=word_set("zitiert zitierte zitierten zitieren"),
    according=(
        "laut", "nach angaben von", "nach angaben", "nach worten von", "nach worten", "nach den worten von", "nach den worten",
        "nach aussage von", "nach aussage", "nach aussagen", "nach ansicht von", "nach ansicht", "nach einschätzung von",
        "nach einschätzung", "nach auffassung von", "nach auffassung", "nach meinung von", "nach meinung", "so", "in den worten",
        "hieß es aus", "hieß es aus dem", "hieß es aus der", "hieß es in", "hieß es im", "hieß es bei", "hieß es beim",
        "heißt es aus", "heißt es aus dem", "heißt es aus der", "heißt es in", "heißt es im", "heißt es beim", "heißt es bei",
        "verlautete aus", "verlautete aus dem", "verlautete aus der", "hieß es von", "hieß es vom", "hieß es seitens",
        "nach darstellung von", "nach darstellung", "gemäß", "nach informationen von", "nach informationen", "nach überzeugung",
        "nach überzeugung von", "im namen von", "aus sicht von", "aus sicht", "für", "aus dem munde", "aus dem mund", "auf dem konto von",
        "auf dem konto", "in der darstellung", "heißt es von", "heißt es vom",
    ),
    behind=word_set("zufolge"),
    theirs={
        "nach seinen worten": "m", "nach ihren worten": "f", "seiner meinung nach": "m", "ihrer meinung nach": "f", "seiner ansicht nach": "m",
        "ihrer ansicht nach": "f", "nach seinen angaben": "m", "nach ihren angaben": "f", "nach eigenen angaben": "", "nach eigenen worten": "",
        "seinen worten zufolge": "m", "ihren worten zufolge": "f", "ihm zufolge": "m", "ihr zufolge": "f", "aus seiner sicht": "m", "aus ihrer sicht": "f",
    },
    impersonal=word_set("hieß heißt verlautete verlautet"),
    pronouns={"er": "m", "sie": "f", "dieser": "m", "diese": "f", "jener": "m", "letzterer": "m", "letztere": "f"},
    determiners={
        "der": "m", "die": "fp", "das": "n", "dem": "o", "den": "o", "des": "o", "ein": "mi", "eine": "fi", "einem": "io",
        "einen": "io", "einer": "io", "eines": "io", "sein": "s", "seine": "s", "seinem": "so", "seinen": "so", "seiner": "so",
        "seines": "so", "ihr": "s", "ihre": "s", "ihrem": "so", "ihren": "so", "ihrer": "so", "ihres": "so", "dieser": "m",
        "diese": "f", "beide": "p", "beiden": "p", "zwei": "pi", "mehrere": "pi", "unser": "s", "unsere": "s", "deren": "s", "dessen": "s",
        "einige": "pi", "kein": "i", "vom": "o", "am": "o", "im": "o", "zum": "o", "zur": "o", "beim": "o",
    },
    prepositions=word_set(
        "in im an am auf aus bei beim mit nach von vom zu zum zur über unter vor hinter neben zwischen durch für gegen ohne um "
        "seit während wegen trotz laut gegenüber bis ab per via seitens gemäß anlässlich angesichts zufolge"
    ),
    of=word_set("von vom für des der eines einer beim im"),
    little=word_set(
        "und oder aber denn sondern dass ob wenn weil da als wie so auch noch schon nur nicht kein keine nie immer wieder sehr mehr "
        "weniger heute gestern morgen dann danach davor zuvor zunächst später außerdem zudem jedoch allerdings dabei damit dort hier "
        "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz april mai juni juli august "
        "september oktober november dezember abend morgen nachmittag ich du wir es man sich mich mir uns euch ihm ihn ihnen wer was wo wann "
        "warum hat haben habe hatte hatten ist sind war waren wird werden wurde wurden sei seien sein kann können konnte soll "
        "sollen sollte muss müssen will wollen wollte darf ende anfang mitte prozent euro dollar in an auf aus bei mit nach "
        "von zu über unter vor für gegen um seit während wegen trotz im am vom zum zur beim ins ans ja nein frage antwort frau herr "
        "woche jahr jahre uhr tag tage januar laut zitat gut doch denn einst nun jetzt derweil unterdessen er sie der die das"
    ) - word_set("frau herr"),
    joining=word_set("und sowie"),
    that=word_set("dass"),
    not_=word_set("nicht nie"),
    offices=alternatives(
        r".*minister(?:in|innen|n|s)? .*kanzler(?:in|innen|n|s)? .*präsident(?:in|innen|en)? .*sprecher(?:in|innen|n|s)? .*botschafter(?:in|innen|n|s)?",
        r".*(?:bürger|ober)meister(?:in|innen|n|s)? .*senator(?:in|innen|en|s)? .*abgeordneter? .*abgeordneten .*vorsitzender? .*vorsitzenden",
        r".*chef(?:in|innen|s)? .*leiter(?:in|innen|n|s)? .*direktor(?:in|innen|en|s)? .*sekretär(?:in|innen|e|s)? .*general(?:e|s|in)? .*oberst(?:en)?",
        r".*beauftragter? .*beauftragten .*gesandter? .*gesandten .*kommissar(?:in|innen|e|en|s)? .*könig(?:in|s)? .*fürst(?:in)? .*papst .*kardinal",
        r".*bischof .*bischöfin .*gouverneur(?:in|e|s)? .+(?:s|land|stadt|gemeinde)rat .*rätin(?:nen)? .*räte .*politiker(?:in|innen|n|s)? .*diplomat(?:in|innen|en)?",
        r".*beamter? .*beamten .*beamtin .*vertreter(?:in|innen|n|s)? .*experte[n]? .*expertin(?:nen)? .*forscher(?:in|innen|n|s)? .*professor(?:in|en|s)?",
        r".*anwalt .*anwältin .*anwälte .*richter(?:in|innen|n|s)? .*historiker(?:in|innen|n|s)? .*ökonom(?:in|innen|en)? .*analyst(?:in|innen|en)?",
        r".*aktivist(?:in|innen|en)? .*journalist(?:in|innen|en)? .*unterhändler(?:in|innen|n|s)? .*vermittler(?:in|innen|n|s)? .*delegierter? .*delegierten",
        r".*konsul(?:in|n|s)? .*kollege[n]? .*kollegin(?:nen)? .*vorgänger(?:in|innen|n|s)? .*nachfolger(?:in|innen|n|s)? .*berater(?:in|innen|n|s)?",
        r".*stellvertreter(?:in|innen|n|s)? .*führer(?:in|innen|n|s)? .*kommandeur(?:in|e|s)? .*kommandant(?:in|en)? .*admiral(?:in|s|e)? .*hauptmann",
        r".*oppositioneller? .*oppositionellen quelle[n]? zeuge[n]? zeugin .*augenzeuge[n]? .*augenzeugin .*fischer(?:in|n)? .*bauer(?:n)? .*bäuerin .*arzt .*ärztin",
        r".*lehrer(?:in|innen|n)? .*soldat(?:in|en)? .*polizist(?:in|innen|en)? .*bewohner(?:in|innen|n|s)? .*sprachrohr .*mitarbeiter(?:in|innen|n|s)?",
        r".*intendant(?:in|en)? .*dekan(?:in)? .*rektor(?:in)? .*gründer(?:in)? .*autor(?:in|en)? .*schriftsteller(?:in)? .*kritiker(?:in|n)? premier",
        r".*reeder(?:in|n|s)? .*kapitän(?:in|s|e)? .*offizier(?:in|s|e|en)? .*gewerkschafter(?:in|n|s)? .*beobachter(?:in|innen|n|s)? .*amtskollege[n]?",
        r".*staatschef(?:in|s)? .*premier(?:s)? .*landrätin .*(?:fach|kauf|ob|haupt|geschäfts|amt|lands|see|wehr|staats|kamera|edel)(?:mann|frau) .*insider(?:n|s)? .*kandidat(?:in|en|innen)? .*sanitäter(?:in|n)?",
        r".*jährige[rn]? .*kenner(?:in|n|s)? .*emir .*scheich .*attaché .*staatsoberhaupt .*inspekteur(?:in)? .*händler(?:in|n)? .*unternehmer(?:in|n)?",
        r".*teilnehmer(?:in|n|innen)? .*chefin .*verhandler(?:in)? .*koordinator(?:in)? .*archäolog(?:e|in|en) .*kurator(?:in)?",
    ),
    bodies=alternatives(
        r".*ministerium(?:s)? .*ministerien .*amt(?:es|s)? .*regierung(?:en)? .*departement(?:s)? .*parlament(?:s)? bundestag bundesrat .*senat(?:s)? .*kongress",
        r".*kommission .*behörde[n]? .*polizei .*armee .*militär(?:s)? .*wehr .*partei(?:en)? opposition koalition .*fraktion .*botschaft .*kanzlei .*präsidium",
        r".*haus(?:es)? kreml(?:s)? pentagon nato eu uno .*union .*verband(?:es)? .*organisation .*gericht(?:s|shof)? .*anwaltschaft .*agentur .*bank",
        r".*verwaltung .*delegation .*mission .*stab .*kabinett(?:s)? .*führung .*palast .*bündnis(?:ses)? .*bewegung .*miliz(?:en)? .*konzern(?:s)?",
        r".*unternehmen(?:s)? .*firma .*verein(?:s)? .*gesellschaft .*institut(?:s)? .*gewerkschaft .*kirche .*vatikan .*seite .*kreise[n]? .*rathaus(?:es)?",
        r".*garde .*zentrale .*stelle .*präsidialamt(?:es)? .*dienst(?:es)? .*liga .*komitee(?:s)? .*ausschuss(?:es)? cdu csu spd fdp afd grüne[n]? linke",
        r".*mitteilung .*erklärung .*büro(?:s)? .*zentrum(?:s)? .*hauptstadt",
    ),
    females=alternatives(r".*(?:in|innen) .*frau"),
    feminine=alternatives(r".+(?:ung|heit|keit|schaft|tät|tur|ion|ei|ie|post|presse|welt)"),
    adjectives=alternatives(r"[^\W\d_A-ZÄÖÜ]+(?:e|er|en|es|em)|stellvertretend.*|früher.*|ex|vize"),
    oblique=alternatives(r".*(?:ministers|kanzlers|sprechers|präsidenten|amtes|ministeriums|botschafters|chefs|diplomaten|sprechern|ministern)"),
    courtesies=with_gender("herr herrn sir lord", "frau", "dr prof"),
    nouns_have_capitals=True,
    particles=word_set("von vom zu zur van der den de la le del di da dos ben bin ibn al el"),
    complements=word_set("ekuadors"),
    titles=word_set(
        "zeitung magazin zeitschrift film roman buch schiff operation sender stück lied sendung gruppe projekt serie wort begriff "
        "ausdruck dem der die das den der sogenannte sogenannten sogenannter titel"
    ) - word_set("dem der die das den"),
    askers={"frage": "ein Journalist", "reporter": "ein Journalist", "journalist": "ein Journalist"},
    summing=word_set("so"),
    plural=alternatives(r".+ten haben hatten .+(?:men|den|fen|hen|ßen|esen)"),
    places=places_of("de"),
)
