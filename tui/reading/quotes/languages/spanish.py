"""Who spoke, in Spanish."""

from __future__ import annotations

from tui.reading.quotes.languages.grammar import Grammar, alternatives, inflect, places_of, with_gender, with_polarity
from tui.reading.quotes.word_classes import word_set

_AR = "a an ó aron aba aban ará ado ando"
_ER = "e en ió ieron ía ían erá ido iendo"
_SAYING = """
    afirm declar señal asegur explic agreg apunt anunci confirm inform coment subray precis indic manifest expres destac
    recalc remarc denunci critic lament alert consider calific tach acus conden alab elogi salud celebr opin reiter
    argument relat avanz adelant aclar matiz zanj sentenci ironiz contest replic respald reproch record resalt especific
    detall not cont habl public tuite exclam proclam prometi jur amenaz rectific complet sostuv compar bautiz imagin
    aventur valor ofreci abog justific garantiz invoc evoc apel augur concret puntualiz pronunci observ constat plante
    susurr grit bromea brome cuestion enfatiz argument revel enumer not llam defin nombr repas resumi present estim
    enunci espet lanz confes apostill acot murmur insinu desliz enmend corrobor notific sugiri certific testific relativiz
    asegur descart tild
"""
_IRREGULAR = """
    dijo dijeron dice dicen decía decían dirá dicho diciendo añadió añadieron añade añaden añadía añadido sostuvo sostuvieron
    sostiene sostienen sostenía sostenido advirtió advirtieron advierte advierten advertía advertido admitió admitieron
    admite admiten admitía admitido insistió insistieron insiste insisten insistía insistido respondió respondieron responde
    responden respondía respondido escribió escribieron escribe escriben escribía escrito escribir reconoció reconocieron reconoce
    reconocen reconocía reconocido prometió prometieron promete prometen prometido concluyó concluyeron concluye concluyen
    concluido expuso expone exponen expuesto propuso propone proponen propuesto repuso repite repitió repitieron repetía
    repetido mantuvo mantiene mantienen mantenido transmitió transmite resumió resume resumen resumido apostilló defendió
    defiende defienden defendido describió describe describen describía descrito atribuyó atribuye predijo predice previno
    previene coincidió coincide coinciden prosiguió prosigue sugirió sugiere sugieren sugerido cree creen creyó creía piensa
    piensan pensó quiere quieren ve ven vio intervino contó cuenta cuentan apuntó apunta muestra mostró asiente asintió
    refirió refiere ofreció ofrece ofrecen teme temen temía espera esperan esperó esperaba agradeció agradece
    recuerda recuerdan reprueba llamó llama llaman confiesa confiesan apuesta juega comprometió comprometieron aludió alude
    difundió difunde leyó lee parafraseó tuiteó bromeó bromea plantea planteó saludó rebatió rebate convino convienen replica
    reaccionó reacciona ironizó promovió maldijo bendijo vaticinó vaticina vaticinaron auguró reivindicó reivindica
    interpretó interpreta juzga juzgó estima juró reitera ratificó ratifica enfatizó expresa expresaron aplaudió aplaude
    rehusó celebró percibe percibió ordenó ordena
"""
_CUES: dict[str, str] = {
    **with_polarity("", inflect(_SAYING, _AR) | word_set(_IRREGULAR) | inflect("cit", _AR)),
    **with_polarity("asked", inflect("pregunt interrog", _AR)),
    **with_polarity(
        "urged",
        inflect("exhort reclam demand inst suplic implor", _AR)
        | word_set("pidió pidieron pide piden pedía pedían pedido exige exigen exigió exigieron exigía exigido urgió urge"),
    ),
    **with_polarity("denied", word_set("niega niegan negó negaron negaba negado negando desmintió desmintieron desmiente desmienten desmentido desmentía")),
    **with_polarity("rejected", inflect("rechaz", _AR) | inflect("rebat", _ER) | word_set("desestimó desestima repudió repudia rehúsa")),
    **with_polarity("declined", word_set("declinó declina declinaron declinado evitó evita")),
    **with_polarity("refused", word_set("rehusó rehusaron rehúsan")),
    **with_polarity("doubted", inflect("dud", _AR) | word_set("cuestionó cuestiona cuestionaron")),
    **with_polarity("ruled out", inflect("descart", _AR) | word_set("excluyó excluye excluyen")),
}

GRAMMAR = Grammar(
    language="es",
    cues={form: polarity for form, polarity in _CUES.items() if form not in ("nota", "notas", "llamada")},
    participles=frozenset(form for form in _CUES if form.endswith(("ado", "ido"))) | word_set("dicho escrito descrito expuesto propuesto"),
    auxiliaries=word_set("ha han había habían habría habrían haber habiendo hubo"),
    citing=frozenset(inflect("cit", _AR)),
    according=(
        "según", "de acuerdo con", "de acuerdo a", "en palabras de", "en palabras del", "a juicio de", "a juicio del",
        "en opinión de", "en opinión del", "para", "a decir de", "a decir del", "al decir de", "por boca de", "por boca del",
        "conforme a", "en la cuenta de", "en la cuenta del", "en boca de", "en boca del", "a ojos de", "a ojos del",
        "según palabras de", "según palabras del", "según fuentes de", "según fuentes del", "al entender de", "en voz de",
        "según relato de", "según la versión de", "según la versión del", "con palabras de", "en versión de",
    ),
    theirs={
        "a su juicio": "", "en su opinión": "", "según sus palabras": "", "en sus palabras": "", "a su parecer": "", "a su entender": "",
    },
    impersonal=word_set("se"),
    pronouns={
        "él": "m", "ella": "f", "ellos": "mp", "ellas": "fp", "éste": "m", "ésta": "f", "este último": "m",
    },
    determiners={
        "el": "m", "la": "f", "los": "mp", "las": "fp", "un": "mi", "una": "fi", "unos": "mpi", "unas": "fpi", "su": "s",
        "sus": "sp", "nuestro": "s", "nuestra": "s", "este": "m", "esta": "f", "ese": "m", "esa": "f", "aquel": "m",
        "varios": "mpi", "varias": "fpi", "dos": "pi", "otro": "mi", "otra": "fi", "algunos": "mpi", "del": "m", "al": "mo", "lo": "",
    },
    prepositions=word_set(
        "a de del al en con sin por para desde hasta hacia contra entre sobre bajo ante tras durante mediante según salvo excepto vía"
    ),
    of=word_set("de del"),
    little=word_set(
        "y e o u ni pero sino mas que quien quienes cuyo cuya donde cuando como si aunque porque pues así también además ya aún "
        "todavía siempre nunca no más menos muy mucho poco bien mal hoy ayer mañana luego después antes entonces mientras "
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre "
        "octubre noviembre diciembre tarde noche yo tú nosotros se me te nos le les lo ha han había habían es son era eran fue "
        "fueron será está están estaba hay haber habrá sido a de del al en con sin por para desde hasta hacia contra entre "
        "sobre bajo ante tras durante el la los las un una unos unas su sus este esta esto eso ese esa qué cómo cuándo dónde quién "
        "preguntado preguntada preguntados consultado consultada interrogado citado citada entrevistado entrevistada sí tras "
        "pregunta respuesta aquí allí ahí sin embargo él ella ellos ellas solo sólo"
    ),
    joining=word_set("y e"),
    that=word_set("que"),
    not_=word_set("no nunca"),
    offices=alternatives(
        r"(?:vice|ex|copres)?president[ea]s? vicepresident[ea]s? (?:ex|vice)?ministr[oa]s? viceministr[oa]s? (?:ex|vice)?canciller(?:es)?",
        r"portavo(?:z|ces) vocer[oa]s? embajador(?:es|a|as)? prefect[oa]s? alcald(?:e|es|esa|esas) (?:ex)?diputad[oa]s? eurodiputad[oa]s?",
        r"senador(?:es|a|as)? conseller[oa]s? consejer[oa]s? comisari[oa]s? comisionad[oa]s? secretari[oa]s? subsecretari[oa]s? jef[ea]s? líder(?:es|esa)?",
        r"director(?:es|a|as)? dirigentes? general(?:es|a)? coronel(?:es|a)? capit(?:án|ana|anes) teniente comandantes? almirantes? rey(?:es)? reina",
        r"príncipes? princesa emir papa cardenal(?:es)? obisp[oa]s? arzobispo gobernador(?:es|a|as)? negociador(?:es|a|as)? mediador(?:es|a|as)?",
        r"enviad[oa]s? representantes? delegad[oa]s? cónsul(?:es|esa)? diplomátic[oa]s? responsables? funcionari[oa]s? fuentes? testig[oa]s?",
        r"analistas? expert[oa]s? investigador(?:es|a|as)? profesor(?:es|a|as)? abogad[oa]s? fiscal(?:es|a)? jue(?:z|za|ces) magistrad[oa]s?",
        r"historiador(?:es|a|as)? politólog[oa]s? economistas? activistas? opositor(?:es|a|as)? sindicalistas? periodistas? vecin[oa]s? policías?",
        r"soldados? médic[oa]s? conservador(?:es|a|as)? relator(?:es|a|as)? coordinador(?:es|a|as)? homólog[oa]s? colegas? predecesor(?:es|a|as)?",
        r"sucesor(?:es|a|as)? ministro-presidente premier mandatari[oa]s? exmandatari[oa] intendentes? concejal(?:es|a)? edil(?:es)?",
        r"candidat[oa]s? sindicatos? cargos? pescador(?:es|a)? agricultor(?:es|a)? enfermer[oa]s? estudiantes? escritor(?:es|a)? asesor(?:es|a|as)? encargad[oa]s? candidat[oa]s?",
        r"legislador(?:es|a)? congresistas? parlamentari[oa]s? procurador(?:es|a)? defensor(?:es|a)? rector(?:es|a)? patrón patrona titular(?:es)?",
        r"asistentes? participantes? observador(?:es|a|as)? ayudantes? primer primera número agregad[oa]s? inspector(?:es|a|as)? canciller",
        r"monarca jefe-negociador ingenier[oa]s? empresari[oa]s? naviero naviera decan[oa]s? presidentes?",
    ),
    bodies=alternatives(
        r"ministerios? gobiernos? presidencia embajadas? cancillería comisión consejo parlamento senado asamblea congreso cámara",
        r"ejército policía guardia estado-mayor unión onu otan ue oms oiea partido partidos oposición mayoría dirección alcaldía",
        r"ayuntamiento gabinete delegación misión agencia organización ong grupo federación sindicato corte tribunal fiscalía",
        r"diplomacia moncloa kremlin casa zarzuela pentágono banco oficina administración autoridades fuerzas? junta régimen reino",
        r"palacio liga comité coalición movimiento frente país capital región secretaría comunicado empresa compañía sociedad asociación",
        r"departamento división armada vaticano elíseo ejecutivo bloque generalitat xunta defensoría procuraduría comandancia plataforma",
    ),
    females=alternatives(r".*[^eo]a ministra presidenta reina jueza .*(?:triz|esa|ora)"),
    adjectives=alternatives(
        r".+(?:an[oa]s?|enses?|és|esas?|eñ[oa]s?|in[oa]s?|istas?|al|ales|ic[oa]s?|iv[oa]s?|ari[oa]s?|í|íes|ací|uayo|uay[oa]s?|aic[oa]s?)",
        r"rus[oa]s? turc[oa]s? grieg[oa]s? belgas? suiz[oa]s? checos? checa adjunt[oa]s? exterior(?:es)? públic[oa]s? sirio siria iraní israelí",
        r"ex antigu[oa] antigu[oa]s alt[oa]s? primer primera nuev[oa]s? segund[oa] futur[oa] principal(?:es)? joven gran retirad[oa] polac[oa]s?",
        r"encargad[oa] entonces saliente sueco sueca noruego noruega dan[eé]s(?:a)? egipci[oa] sueca croatas? serbi[oa]s? kurd[oa]s? árabes?",
        r"europe[oa]s? hebre[oa]s? guineano lus[oa]s? gal[oa]s? marroquíes? conjunt[oa] unid[oa]s? argentin[oa]s? búlgar[oa]s? eslovac[oa]s? griego",
        r"adscrit[oa] designad[oa] electo electa interino interina máxim[oa] vecino",
    ),
    courtesies=with_gender("sr señor don lord", "sra señora doña dra doctora", "dr doctor d lic ing"),
    particles=word_set("de del la las los van von der den ben bin ibn al el di da dos san"),
    complements=word_set(
        "interior defensa economía hacienda asuntos exteriores justicia sanidad salud educación trabajo ambiente energía cultura "
        "transporte transportes agricultura estado comercio deporte industria europa unión consejo onu otan ue kremlin moncloa "
        "asamblea senado congreso comisión parlamento finanzas relaciones seguridad turismo vivienda pesca minas fomento guerra "
        "casa blanca pentágono naciones gobierno"
    ),
    titles=word_set(
        "diario periódico semanario revista película novela libro ensayo buque barco ferry operación obra canción cadena programa "
        "proyecto serie cuadro plan palabra expresión término llamado llamada denominado denominada lema grupo"
    ),
    askers={"pregunta": "un periodista", "p": "un periodista", "periodista": "un periodista"},
    summing=word_set("así"),
    plural=alternatives(r".+(?:ron|an|en|ían) han habían"),
    places=places_of("es"),
)
