"""Who spoke, in German."""

from __future__ import annotations

from tui.reading.quotes.languages.grammar import (
    Grammar,
    alternatives,
    by_mark,
    combined,
    inflect,
    nouns,
    phrases,
    seats,
    with_gender,
    with_polarity,
)
from tui.reading.quotes.words.word_classes import word_set

_WEAK = "t te ten en"
_SAYING = """
    antworte appellier argumentier attackier bedauer begrüß behaupt behaupte beklag bekräftig bemerk bericht berichte
    beschwer bestätig beteuer beton bezeichne bilanzier charakterisier dank definier droh entgegne ergänz erinner erklär
    erläuter erwarte erwider flüster forder fordert formulier frohlock frotzel füg gab glaub gratulier hob hoff höhn
    insistier jubel klag kommentier konkretisier konstatier konter korrigier kritisier kündig leg lieb lob lächel mahn
    mein meld melde moser murmel nann nenn notier offenbar orakel plädier poste postete pranger prognostizier
    protokollier präzisier raun rechn rechne referier resignier resümier ruf räum sag scherz schilder schwärm schätz
    setz seufz signalisier skizzier spotte stell stöhn teil titulier twitter unk unterstreich unterstrich urteil
    veranschlag vergleich verglich verkünd verkünde verlang vermut vermute versicher versprach verteidig verurteil
    verweiger warn wiederhol wunder würdig zeig zitier ätz äußer
"""
_IRREGULAR = """
    angeboten bot boten bieten bietet angegeben angekündigt antwortet antwortete antworteten bat baten bedankte bedauert
    bedauerte befand befanden befindet befunden begann begründet begründete behauptet behauptete behaupteten bekannte
    bekanntgegeben bekennt berichtet berichtete berichteten beschreibt beschrieb beschrieben beschwor beschwört
    bestätigt betont bezeichnen bezeichnet bezeichnete bezeichneten bittet dachte denkt eingeräumt einschätzte empfahl
    empfiehlt empfohlen entgegnet entgegnete ergänzte erklären erklärt erklärte erklärten erzählen erzählt erzählte
    erzählten fand fanden findet forderte freut freute fügt fügte fügten gab gaben gebeten gedacht gefunden gehalten
    geheißen gelobt gemahnt gemeint gemeldet genannt gepostet gerufen gesagt geschrieben gesehen gesprochen gestand
    gestanden gesteht gewarnt gewiesen geworben geäußert gibt hakte heißt hervor hervorgehoben hielt hielten hieß
    hingewiesen hinzugefügt hob hält klargestellt kündigt kündigte kündigten las legt legte liest ließ lässt meint
    meinte meinten meldet meldete mitgeteilt mutmaßt mutmaßte nachgelegt nahm nannte nannten nennen nennt nimmt pocht
    pochte postete preist pries quittierte rechnet rechnete rechneten rief riefen ruft räumt räumte räumten sagen sagt
    sagte sagten sah sahen schließt schloss schlossen schlug schreiben schreibt schrieb schrieben setzt setzte sieht
    spottet spottete sprach sprachen sprechen spricht stellt stellte stellten teilt teilte teilten trat tritt tönt tönte
    unterstreicht unterstrich unterstrichen urteilte vergleicht verglich verkündet verkündete verlautet verlautete
    vermutet vermutete versichert versprach versprachen verspricht versprochen veröffentlicht veröffentlichte
    vorgeschlagen vorgeworfen warb warf warfen weist weiß wertet wertete widersprach widersprachen widerspricht
    widersprochen wies wiesen wirbt wirft wusste wünscht wünschte zeigt zeigte zitieren zitiert zitierte äußerte stritt
    stritten streitet streiten
"""
_JOINED = """
    ankündigte ankündigten bekanntgab einräumte einräumten hervorhob hinzufügte klarstellte mitteilt mitteilte mitteilten
"""  # where the verb ends its clause: "wie der Minister mitteilte"
_ASKED = """
    erkundigt erkundigte fragen fragt fragte fragten gefragt wollte
"""
_URGED = """
    appelliert appellierte auffordert aufforderte
    aufgefordert bat baten bittet gebeten drängt drängte fordern fordert forderte forderten gefordert
    mahnte mahnten rief verlangt verlangte verlangten
"""
# What words are according to: "nach Angaben von", "laut den Worten"
_BY = ("nach", "nach den", "laut", "laut den", "gemäß", "gemäß den")
_ACCOUNTS = word_set(
    "angaben worten aussage aussagen ansicht einschätzung auffassung meinung darstellung informationen überzeugung"
)
_DENIED = """
    bestreiten bestreitet bestritt bestritten dementieren dementiert dementierte dementierten geleugnet
    leugnet leugnete verneint verneinte abgestritten
"""
_REJECTED = """
    abgelehnt lehnt lehnte lehnten verwarf verwirft verworfen wies wiesen zurückgewiesen
"""
_CUES: dict[str, str] = {
    **with_polarity("", inflect(_SAYING, _WEAK) | word_set(_IRREGULAR + _JOINED)),
    **with_polarity("asked", set(word_set(_ASKED))),
    **with_polarity("urged", set(word_set(_URGED))),
    **with_polarity("denied", set(word_set(_DENIED))),
    **with_polarity("rejected", set(word_set(_REJECTED)) - {"wies", "wiesen"}),
    **with_polarity("doubted", set(word_set("bezweifelte bezweifelt bezweifelten zweifelte zweifelt"))),
    **with_polarity("refused", set(word_set("verweigerte verweigert weigerte weigert"))),
    **with_polarity("accused", set(word_set("beschuldigte beschuldigten bezichtigte vorgeworfen"))),
    **with_polarity("ruled out", set(word_set("ausgeschlossen"))),
}
_NOT_CUES = word_set("""
        gaben glauben hebten legen liebt meinen meiner reden rufen rufte ruften stellen teilen teilt
    """)
GRAMMAR = Grammar(
    language="de",
    not_stands_behind=True,
    cues={form: polarity for form, polarity in _CUES.items() if form not in _NOT_CUES},
    participles=word_set("""
        abgelehnt abgestritten angegeben angekündigt aufgefordert ausgeschlossen befunden bekanntgegeben beschrieben
        bestritten eingeräumt empfohlen gebeten gedacht gefordert gefragt gefunden gehalten geheißen geleugnet
        gelobt gemahnt gemeint gemeldet genannt gepostet gerufen gesagt geschrieben gesehen gesprochen
        gestanden gewarnt gewiesen geworben geäußert hervorgehoben hingewiesen hinzugefügt klargestellt
        mitgeteilt nachgelegt unterstrichen versprochen verworfen vorgeschlagen vorgeworfen
        widersprochen zurückgewiesen
    """),
    auxiliaries=word_set("""
        habe haben hat hatte hatten hätte hätten sei werden wird worden wurde wurden
    """),
    citing=word_set("zitiert zitierte zitierten zitieren"),
    according=(
        *combined(_BY, _ACCOUNTS, ("", "von", "aus")),
        *phrases("""
            laut, so, in den worten, hieß es aus, hieß es aus dem, hieß es aus der, hieß es in, hieß
            es im, hieß es bei, hieß es beim, heißt es aus, heißt es aus dem, heißt es aus der, heißt es in,
            heißt es im, heißt es beim, heißt es bei, verlautete aus, verlautete aus dem, verlautete aus
            der, hieß es von, hieß es vom, hieß es seitens, gemäß, im namen
            von, aus sicht von, aus sicht, für, aus dem munde, aus dem mund, auf dem konto von, auf dem
            konto, in der darstellung, heißt es von, heißt es vom
        """),
    ),
    behind=word_set("zufolge"),
    outlets=alternatives(
        "(?:.*-|nachrichten|presse|rundfunk|fernseh|radio|tages|wochen|sonntags)?(?:sender|zeitung|agentur|magazin|portal|radio|blatt|zeitschrift)s?"
    ),
    cites=by_mark(
        {
            "": """
            unter berufung auf, unter verweis auf, mit verweis auf, unter hinweis auf, mit bezug auf, unter bezugnahme auf
        """,
            "beruft berief berufen bezieht bezog stützt stützte": "der sich auf, die sich auf, das sich auf",
        }
    ),
    cited_by=phrases("""
        zitiert von, zitiert vom, zitierte ihn, zitierte sie, zitiert ihn, zitiert sie, zitieren ihn, zitieren sie
    """),
    relaying=alternatives("berichtete? berichten meldete? melden"),
    told=alternatives("der dem"),
    theirs=by_mark(
        {
            "m": """
            nach seinen worten, seiner meinung nach, seiner ansicht nach, nach seinen angaben, seinen
            worten zufolge, ihm zufolge, aus seiner sicht
        """,
            "f": """
            nach ihren worten, ihrer meinung nach, ihrer ansicht nach, nach ihren angaben, ihren worten
            zufolge, ihr zufolge, aus ihrer sicht
        """,
            "": "nach eigenen angaben, nach eigenen worten",
        }
    ),
    impersonal=word_set("hieß heißt verlautete verlautet"),
    pronouns=by_mark({"m": "er dieser jener letzterer", "f": "sie diese letztere"}),
    determiners=by_mark(
        {
            "m": "der dieser",
            "fp": "die",
            "n": "das",
            "o": "dem den des vom am im zum zur beim",
            "mi": "ein",
            "fi": "eine",
            "io": "einem einen einer eines",
            "s": "sein seine ihr ihre unser unsere deren dessen",
            "so": "seinem seinen seiner seines ihrem ihren ihrer ihres",
            "f": "diese",
            "p": "beide beiden",
            "pi": "zwei mehrere einige",
            "i": "kein",
        }
    ),
    prepositions=word_set("""
        ab am an angesichts anlässlich auf aus bei beim bis durch für gegen gegenüber gemäß hinter im in
        laut mit nach neben ohne per seit seitens trotz um unter via voller vom von vor wegen während zu
        zufolge zum zur zwischen über
    """),
    of=word_set("von vom für des der eines einer beim im"),
    little=word_set("""
        abend aber allerdings als am an anfang ans antwort april auch auf august aus außerdem bei beim
        da dabei damit danach dann darf das dass davor denn der derweil dezember die dienstag doch
        dollar donnerstag dort du einst ende er es euch euro februar frage frau freitag für gegen
        gestern gut habe haben hat hatte hatten herr heute hier ich ihm ihn ihnen im immer in ins ist ja
        jahr jahre januar jedoch jetzt juli juni kann kein keine konnte können laut mai man mehr mich
        mir mit mitte mittwoch montag morgen muss märz müssen nach nachmittag nein nicht nie noch
        november nun nur ob oder oktober prozent samstag schon sehr sei seien sein seit september sich
        sie sind so soll sollen sollte sondern sonnabend sonntag später tag tage trotz uhr um und uns
        unter unterdessen vom von vor wann war waren warum was wegen weil weniger wenn wer werden wie
        darin daran darauf daraus darüber darum darunter davon dafür dadurch daneben hierin hieran hierauf hierüber
        allein anschließend bislang bisher dagegen daher damals daraufhin dazu demnach dennoch deshalb ebenso
        einst erneut ferner gleichzeitig hierzu hingegen immerhin indes indessen inzwischen mittlerweile
        schließlich stattdessen trotzdem vielmehr weiter weiterhin zugleich zuletzt zumindest
        wieder will wir wird wo woche wollen wollte wurde wurden während zitat zu zudem zum zunächst zur
        zuvor über
    """)
    - word_set("frau herr"),
    joining=word_set("und sowie"),
    that=word_set("dass"),
    parted={
        **dict.fromkeys("warf warfen wirft werfen".split(), ("vor", "accused")),
        **dict.fromkeys("wies wiesen weist".split(), ("zurück", "rejected")),
        **dict.fromkeys("ließ ließen lässt lassen".split(), ("offen", "open")),
        **dict.fromkeys("schloss schlossen schließt".split(), ("aus", "ruled out")),
        **dict.fromkeys("stritt stritten streitet streiten".split(), ("ab", "denied")),
        **dict.fromkeys("trat traten tritt".split(), ("entgegen", "rejected")),
    },
    only_parted={
        **dict.fromkeys("bot boten bietet bieten".split(), "an"),
        **dict.fromkeys("stritt stritten streitet streiten".split(), "ab"),
    },
    opposing=word_set("widersprach widersprachen widerspricht widersprochen"),
    claims=word_set("""
        annahme ansicht anschuldigung anschuldigungen auffassung aussage aussagen behauptung behauptungen darstellung
        einschätzung gerücht gerüchten meldung meldungen these vermutung vorwurf vorwürfe vorwürfen
    """),
    offering=alternatives("bot boten bietet bieten angeboten"),
    telling=alternatives("""
        sag(?:t|te|ten|en) erklär(?:t|te|ten|en) teil(?:t|te|ten|en) beton(?:t|te|ten|en) mein(?:t|te|ten|en) schrieb
        schreibt schrieben berichte(?:t|te|ten|n) kündig(?:t|te|ten|en) füg(?:t|te|ten|en) bestätig(?:t|te|ten|en)
        warn(?:t|te|ten|en)
        versicher(?:t|te|ten|n) erläuter(?:t|te|ten|n)
    """),
    not_=word_set("nicht nie"),
    whether=word_set("ob warum wie wann wer"),
    offices=nouns(
        """
        abgeordnete admiral aktivist amtmann analyst anwalt anwälte anwältin archäolog arzt attaché
        autor bauer beamte beamtin beauftragte beobachter berater bewohner bischof bischöfin botschafter
        bundesrat bäuerin chef dekan delegierte diplomat direktor emir experte fachfrau fachmann fischer
        forscher führer fürst gemeinderat general gesandte gewerkschafter gouverneur gründer hauptmann
        historiker händler insider inspekteur intendant journalist jährige kameramann kandidat kanzler
        kapitän kardinal kauffrau kaufmann kenner kollege kommandant kommandeur kommissar konsul
        koordinator kritiker kurator könig landrat landrätin landsmann lehrer leiter meister mitglied minister
        mitarbeiter nachfolger oberst obfrau obmann offizier oppositionelle papst politiker polizist
        premier professor präsident quelle reeder rektor richter räte rätin sanitäter scheich
        schriftsteller seemann sekretär senator soldat sprachrohr sprecher staatsmann staatsoberhaupt
        staatsrat stadtrat stellvertreter teilnehmer unterhändler unternehmer verhandler vermittler
        vertreter vize vorgänger vorsitzende wehrfrau wehrmann zeuge zeugin ärztin ökonom
        """,
        "e en in innen n nen r s",
        before=r".*",
    ),
    bodies=nouns(
        """
        afd agentur amt anwaltschaft armee ausschuss bank behörde bewegung botschaft bundesrat bundestag
        bündnis büro cdu csu delegation departement dienst erklärung eu fdp firma fraktion führung garde
        gericht gesellschaft gewerkschaft grüne hauptstadt haus institut kabinett kanzlei kirche
        klinik krankenhaus kreise flughafen universität kammer umfeld
        koalition komitee kommission kongress konzern kreise kreml liga linke militär miliz ministerien
        ministerium mission mitteilung nato opposition organisation palast parlament partei pentagon
        polizei präsidialamt präsidium rathaus regierung seite senat spd stab stelle union uno
        unternehmen vatikan verband verein verwaltung wehr zentrale zentrum
        """,
        "en es n s ses shof",
        before=r".*",
    ),
    seats=seats(
        {
            "ministerium": """
            Auswärtiges Amt|Auswärtige Amt|Auswärtigen Amt|Auswärtigen Amts|Auswärtigen Amtes, Bendlerblock|Bendlerblocks
        """,
            "präsidialamt": "Bellevue, Schloss Bellevue, Élysée, Élysée-Palast",
        }
    ),
    females=alternatives(".*(?:in|innen) .*frau"),
    feminine=alternatives("""
        .+(?:ung|heit|keit|schaft|tät|tur|ion|ei|ie|post|presse|welt)
    """),
    adjectives=alternatives(r"""
        [^\W\d_A-ZÄÖÜ]+(?:e|er|en|es|em)|stellvertretend.*|früher.*|ex|vize
    """),
    oblique=alternatives("""
        .*(?:ministers|kanzlers|sprechers|präsidenten|amtes|ministeriums|botschafters|chefs|diplomaten|sprechern|ministern)
    """),
    courtesies=with_gender("herr herrn sir lord", "frau", "dr prof"),
    nouns_have_capitals=True,
    particles=word_set("""
        al ben bin da de del den der di dos el ibn la le van vom von zu zur
    """),
    complements=frozenset(),
    cities=word_set("""
        washington peking ankara ottawa canberra islamabad pretoria abuja bern genf neu-delhi straßburg
        teheran kiew jerewan baku rabat
    """),
    titles=word_set("""
        ausdruck begriff buch das dem den der die film gruppe lied magazin operation projekt roman
        schiff schiffs schiffes frachter frachters tanker tankers fähre fregatte jacht yacht trawler
        trawlers kutter kutters schlepper schleppers containerschiff containerschiffs
        kreuzfahrtschiff forschungsschiff kriegsschiff u-boot boot boots korvette segler seglers
        eisbrecher eisbrechers öltanker öltankers kreuzer kreuzers sender sendung serie sogenannte
        sogenannten sogenannter stück titel wort zeitschrift zeitung
    """)
    - word_set("dem der die das den"),
    askers=dict.fromkeys("frage zusatzfrage nachfrage reporter journalist".split(), "ein Journalist"),
    reporting=alternatives("""
        sei seien habe werde könne müsse solle wolle dürfe möge gebe gehe komme stehe bleibe liege halte nehme lasse finde
        wisse brauche sehe fehle spreche treffe trete trage führe laufe bestehe enthalte
    """),
    distant=alternatives(
        "würden? hätten? wären? könnten? müssten? sollten dürften stünden? gäben? kämen? gingen"
    ),
    plain=alternatives("""
        ist sind war waren hat hatte hatten wird wurde wurden kann konnte konnten muss musste mussten soll will wollte darf
        durfte ließ gibt gab ging kam steht stand bleibt blieb liegt lag ich wir
    """),
    answers=word_set("antwort"),
    summing=word_set("so"),
    plural=alternatives(".+ten haben hatten .+(?:men|den|fen|hen|ßen|esen)"),
)
