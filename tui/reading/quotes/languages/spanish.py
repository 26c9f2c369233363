"""Who spoke, in Spanish."""

from __future__ import annotations

import re

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

_AR = "a an ó aron aba aban ará ado ando"
_ER = "e en ió ieron ía ían erá ido iendo"
_ACCOUNTS = word_set("palabras declaraciones informaciones")  # "según palabras de"
_SAYING = """
    abog calcul aclar acot adelant afirm agreg alab alert amenaz anunci apel apostill apunt argument
    asegur augur avanz aventur bautiz brome bromea calific celebr certific coment compar complet concret
    conden confes confirm consider constat cont contest corrobor critic cuestion declar defin denunci
    descart desliz destac detall elogi enfatiz enmend enumer enunci especific espet estim evoc exclam
    explic expres garantiz grit habl imagin indic inform insinu invoc ironiz jur justific lament lanz
    llam manifest matiz murmur nombr not notific observ ofreci opin plante precis present proclam
    prometi pronunci public puntualiz recalc record rectific reiter relat relativiz remarc repas replic
    reproch resalt respald resumi revel salud sentenci señal sostuv subray sugiri susurr tach testific
    tild tuite valor zanj
"""
_IRREGULAR = """
    admite admiten admitido admitieron admitió admitía advertido advertía advierte advierten advirtieron
    advirtió agradece agradeció alude aludió aplaude aplaudió apostilló apuesta apunta apuntó asiente
    asintió atribuye atribuyó auguró añade añaden añadido añadieron añadió añadía bendijo bromea bromeó
    celebró coincide coinciden coincidió compromete comprometen comprometieron comprometió concluido concluye concluyen
    concluyeron concluyó confiesa confiesan contó convienen convino cree creen creyó creía cuenta
    cuentan decía decían defendido defendió defiende defienden describe describen describió describía
    descrito dice dicen dicho diciendo difunde difundió dijeron dijo dirá enfatizó escribe escriben
    escribieron escribir escribió escribía escrito espera esperaba esperan esperó estima expone exponen
    expresa expresaron expuesto expuso insiste insisten insistido insistieron insistió insistía
    interpreta interpretó intervino ironizó juega juró juzga juzgó lee leyó llama llaman llamó maldijo
    mantenido mantiene mantienen mantuvo mostraba mostraron mostró muestran muestra
    ofrece ofrecen ofreció ordena ordenó parafraseó
    pensó percibe percibió piensa piensan plantea planteó predice predijo previene previno promete
    prometen prometido prometieron prometió promovió propone proponen propuesto propuso prosigue
    prosiguió quiere quieren ratifica ratificó reacciona reaccionó rebate rebatió reconoce reconocen
    reconocido reconocieron reconoció reconocía recuerda recuerdan refiere refirió rehusó reitera
    reivindica reivindicó repetido repetía repite repitieron repitió replica reprueba repuso responde
    responden respondido respondieron respondió respondía resume resumen resumido resumió saludó
    sostenido sostenía sostiene sostienen sostuvieron sostuvo sugerido sugiere sugieren sugirió teme
    temen temía transmite transmitió tuiteó vaticina vaticinaron vaticinó ve ven vio
"""
_CUES: dict[str, str] = {
    **with_polarity("", inflect(_SAYING, _AR) | word_set(_IRREGULAR) | inflect("cit", _AR)),
    **with_polarity("asked", inflect("pregunt interrog", _AR)),
    **with_polarity(
        "urged",
        inflect("exhort invit reclam demand inst suplic implor", _AR)
        | word_set("""
        exige exigen exigido exigieron exigió exigía pedido pedía pedían pide piden pidieron pidió urge
        urgió
    """),
    ),
    **with_polarity(
        "denied",
        word_set("""
        desmentido desmentía desmiente desmienten desmintieron desmintió negaba negado negando negaron
        negó niega niegan
    """),
    ),
    **with_polarity(
        "rejected",
        inflect("rechaz", _AR)
        | inflect("rebat", _ER)
        | word_set("desestimó desestima repudió repudia rehúsa"),
    ),
    **with_polarity("accused", inflect("acus reproch", _AR)),
    **with_polarity("declined", word_set("declinó declina declinaron declinado evitó evita")),
    **with_polarity("refused", word_set("rehusó rehusaron rehúsan")),
    **with_polarity("doubted", inflect("dud", _AR) | word_set("cuestionó cuestiona cuestionaron")),
    **with_polarity("ruled out", inflect("descart", _AR) | word_set("excluyó excluye excluyen")),
}
GRAMMAR = Grammar(
    language="es",
    two_surnames=True,
    nouns_behind_articles=True,
    cues={form: polarity for form, polarity in _CUES.items() if form not in ("nota", "notas", "llamada")},
    participles=frozenset(form for form in _CUES if form.endswith(("ado", "ido")))
    | word_set("dicho escrito descrito expuesto propuesto"),
    auxiliaries=word_set("ha han había habían habría habrían haber habiendo hubo"),
    citing=frozenset(inflect("cit", _AR)),
    according=(
        *combined(("según", "según las"), _ACCOUNTS, ("de", "del")),
        *phrases("""
            según, de acuerdo con, de acuerdo a, en palabras de, en palabras del, a juicio de, a juicio del,
            en opinión de, en opinión del, para, a decir de, a decir del, al decir de, por boca de, por boca
            del, conforme a, en la cuenta de, en la cuenta del, en boca de, en boca del, a ojos de, a ojos
            del, según fuentes de, según fuentes del, al entender de,
            en voz de, según relato de, según la versión de, según la versión del, con palabras de, en
            versión de
        """),
    ),
    outlets=alternatives(
        "agencia diario periódico cadena radio emisora revista canal semanario portal televisión"
    ),
    cites=dict.fromkeys(
        phrases("""
        citando a, que cita a, que citó a, que citan a, que citaba a, citando, que cita, que citó, con base en
        """),
        "",
    ),
    cited_by=phrases("""
        citado por, citada por, citados por, citadas por, recogido por, recogida por, recogidos por, recogidas por,
        al que cita, a la que cita, a quien cita
    """),
    relaying=alternatives("inform(?:a|ó) recog(?:e|ió) public(?:a|ó) report(?:a|ó) recoge"),
    told=re.compile(r"al|a la|a"),
    theirs=by_mark(
        {
            "": """
            a su juicio, en su opinión, según sus palabras, en sus palabras, a su parecer, a su entender
        """
        }
    ),
    impersonal=word_set("se"),
    pronouns=by_mark({"m": "él, éste, este último", "f": "ella, ésta", "mp": "ellos", "fp": "ellas"}),
    determiners=by_mark(
        {
            "m": "el este ese aquel del",
            "f": "la esta esa",
            "mp": "los",
            "fp": "las",
            "mi": "un otro",
            "fi": "una otra",
            "mpi": "unos varios algunos",
            "fpi": "unas varias",
            "s": "su nuestro nuestra",
            "sp": "sus",
            "pi": "dos",
            "mo": "al",
            "": "lo",
        }
    ),
    prepositions=word_set("""
        a al ante bajo con contra de del desde durante en entre excepto hacia hasta mediante para por
        salvo según sin sobre tras vía
    """),
    of=word_set("de del"),
    little=word_set("""
        a abril además agosto ahí al allí ante antes aquí así aunque ayer aún bajo bien citada citado
        como con consultada consultado contra cuando cuya cuyo cuándo cómo de del desde después
        diciembre domingo donde durante dónde e el ella ellas ellos embargo en enero entonces entre
        entrevistada entrevistado era eran es esa ese eso esta estaba este esto está están febrero fue
        fueron ha haber habrá había habían hacia han hasta hay hoy interrogado jueves julio junio la las
        le les lo los luego lunes mal martes marzo mas mayo mañana me menos mientras miércoles mucho muy
        más ni no noche nos nosotros noviembre nunca o octubre para pero poco por porque pregunta
        preguntada preguntado preguntados pues que quien quienes quién qué respuesta se septiembre será
        si sido siempre sin sino sobre solo son su sus sábado sí sólo también tarde te todavía tras tú u
        un una unas unos viernes y ya yo él
    """),
    joining=word_set("y e"),
    that=word_set("que"),
    not_=word_set("no nunca"),
    telling=alternatives("""
        (?:afirm|anunci|aclar|asegur|añad|declar|explic|indic|inform|precis|señal|subray|agreg|confirm|coment)(?:ó|aron|a|an)
        dijo dijeron dice dicen añadió añadieron advirtió advirtieron reconoció reconocieron sostuvo sostuvieron escribió
    """),
    offering=alternatives("""
        ofreci(?:ó|eron|do) ofrecen? compromet(?:ió|ieron|en?|ido) promet(?:ió|ieron|en?|ido) propus(?:o|ieron) propone[n]?
    """),
    infinitives=word_set("haber haberse ser estar"),
    whether=word_set("si quién quiénes cuánto cuántos cuántas cómo cuándo dónde qué"),
    before_infinitives=word_set("a"),
    calling=word_set("llamó llama llaman llamaron llamado"),
    orders=alternatives(".{2,}(?:ar|er|ir)(?:se|los?|las?|les?)?"),
    offices=nouns(
        """
        abogad activista agregad agricultor alcald almirante analista arzobispo asesor asistente
        ayudante canciller candidat capit cardenal cargo colega comandante comisari comisionad concejal
        congresista consejer conseller conservador coordinador coronel cónsul decan defensor delegad
        diplomátic diputad director dirigente economista edil embajador emir empresari encargad enfermer
        enviad escritor estudiante eurodiputad exmandatari expert fiscal fuente funcionari general
        gobernador historiador homólog ingenier inspector intendente investigador miembr jef jefe-negociador
        jue legislador líder magistrad mandatari mediador ministr ministro-presidente monarca médic
        naviera naviero negociador número obisp observador opositor papa parlamentari participante
        patrona patrón periodista pescador politólog portavo predecesor prefect premier
        president primer princesa procurador profesor príncipe rector reina relator representante
        responsable rey secretari senador sindicalista sindicato soldado subsecretari sucesor teniente
        testig titular vecin viceministr vicepresident vocer
        """,
        "a ana anes as ces e es esa esas o os s z za án",
        before=r"(?:\w+-|vice|ex|euro|sub)?",
    ),
    bodies=nouns(
        """
        administración agencia alcaldía armada asamblea asociación autoridades ayuntamiento banco bloque
        cancillería capital casa coalición comandancia comisión comité compañía comunicado congreso
        consejo corte cámara defensoría delegación departamento diplomacia dirección división ejecutivo
        ejército elíseo embajada empresa estado-mayor federación fiscalía frente fuerza gabinete
        generalitat gobierno grupo guardia junta kremlin liga mayoría ministerio misión moncloa
        movimiento oficina oiea oms ong onu oposición organización otan palacio parlamento partido país
        pentágono plataforma policía presidencia procuraduría región reino régimen secretaría senado
        sindicato sociedad tribunal ue unión vaticano xunta zarzuela
        """,
        "s",
    ),
    seats=seats(
        {
            "ministerio": "Palacio de Santa Cruz, Itamaraty, Palacio de Itamaraty",
            "cancillería": "Palacio de San Martín, Torre Tagle, Palacio San Carlos",
            "presidencia": "Casa Rosada, Casa de Nariño, Palacio de Nariño, Palacio de Miraflores",
        }
    ),
    females=alternatives(".*[^eo]a ministra presidenta reina jueza .*(?:triz|esa|ora)"),
    males=alternatives(".*(?:o|or)"),
    male_names=re.compile(r"\S+o .*"),
    female_names=re.compile(r"\S+a .*"),
    adjectives=alternatives("""
        adjunt[oa]s? adscrit[oa] alt[oa]s?
        .+(?:an[oa]s?|enses?|és|esas?|eñ[oa]s?|in[oa]s?|istas?|al|ales|ic[oa]s?|iv[oa]s?|ari[oa]s?|í|íes|ací|uayo|uay[oa]s?|aic[oa]s?)
        antigu[oa] antigu[oa]s argentin[oa]s? belgas? búlgar[oa]s? checa checos? conjunt[oa] croatas?
        dan[eé]s(?:a)? designad[oa] egipci[oa] electa electo encargad[oa] entonces eslovac[oa]s?
        europe[oa]s? ex exterior(?:es)? futur[oa] gal[oa]s? gran grieg[oa]s? griego guineano hebre[oa]s?
        interina interino iraní israelí joven kurd[oa]s? lus[oa]s? marroquíes? máxim[oa] noruega noruego
        nuev[oa]s? polac[oa]s? primer primera principal(?:es)? públic[oa]s? retirad[oa] rus[oa]s?
        saliente segund[oa] serbi[oa]s? siria sirio sueca sueco suiz[oa]s? turc[oa]s? unid[oa]s? vecino
        árabes?
    """),
    courtesies=with_gender("sr señor don lord", "sra señora doña dra doctora", "dr doctor d lic ing"),
    particles=word_set("""
        al ben bin da de del den der di dos el ibn la las los san van von
    """),
    complements=word_set("""
        africana agricultura ambiente americana asamblea asuntos blanca casa comercio comisión congreso consejo cultura
        defensa deporte economía educación energía estado económica europa europea europeo exteriores finanzas fomento
        gobierno guerra hacienda industria interior justicia kremlin minas moncloa naciones onu otan parlamento
        pentágono pesca relaciones salud sanidad seguridad senado trabajo transporte transportes turismo
        ue unidas unidos
        unión vivienda constitucional internacional mundial nacional popular suprema supremo
    """),
    cities=word_set("""
        washington pekín ankara ottawa canberra islamabad pretoria abuya berna ginebra estrasburgo
        teherán kiev ereván bakú rabat
    """),
    titles=word_set("""
        barco buque carguero petrolero pesquero fragata portacontenedores remolcador velero yate
        granelero cadena canción cuadro denominada denominado diario ensayo expresión ferry grupo
        lema libro llamada llamado novela obra operación palabra película periódico plan programa
        proyecto revista semanario serie término
    """),
    askers={"pregunta": "un periodista", "p": "un periodista", "periodista": "un periodista"},
    answers=word_set("respuesta r"),
    summing=word_set("así"),
    plural=alternatives(".+(?:ron|an|en|ían) han habían"),
)
