"""Who spoke, in French."""

from __future__ import annotations

from tui.reading.quotes.languages.grammar import Grammar, alternatives, inflect, places_of, with_gender, with_polarity
from tui.reading.quotes.word_classes import word_set

_FINITE = "e ent ait aient a èrent era ant"
_SAYING = """
    affirm ajout assur déclar expliqu précis soulign estim indiqu rappel confi not insist juge jug martel lanc lâch ironis
    nuanc résum tranch constat observ plaid prévien avanc annonç annonc confirm salu dénonc critiqu regrett déplor
    tonn gliss souffl coup corrig rétorqu répliqu objecte object clam proclam accus qualifi évoqu commen comment
    considèr considér espèr espér martèl redout craign fustig raill moqu rassur signal témoign raconte racont relat
    rapport détaill argument balay ass assèn assén balanc conseill menac jur avou admett rectifi reprenn enchaîn
    complèt complét compar répèt répét révèl révél suggèr suggér tempèr tempér trouv pens murmur grommel s'exclam exclam
    étonn alarm inquièt inquiét félicit vant remerci promett ralli analys développ interpell avert tweet publi post
    concéd concèd récapitul invoqu condamn appréci dépein présent baptis accueill compt
"""
_ASKING = "demand interrog questionn"
_URGING = "exhort réclam appel appell exig implor sommé somm press pri invit"
_DENYING = "ni contest"
_REJECTING = "rejet rejett repouss écart"
_DECLINING = "déclin"
_REFUSING = "refus"
_DOUBTING = "dout"
_IRREGULAR = """
    dit disent disait disaient dira dirait disant répond répondent répondait répondit répondaient répondant prévient
    préviennent prévenait prévint soutient soutiennent soutenait soutint écrit écrivent écrivait écrivit promet
    promettent promettait promit admet admettent admettait admit reconnaît reconnaissent reconnaissait reconnut
    conclut concluent concluait prédit prédisent prédisait avertit avertissent avertissait réagit réagissent
    réagissait poursuit poursuivent poursuivait reprend reprennent reprenait parle parlent parlait parla voit voient
    voyait croit croient croyait sait craint craignent craignait maintient maintiennent maintenait fait
    surenchérit renchérit enchérit s'insurge insurge veut souhaite souhaitent souhaitait redit redisait décrit
    décrivent décrivait dépeint retient retiennent peint tient tenait convient conviennent convenait interdit
    rit rugit glapit gémit fulmine sourit soupire résout transmet entend commente définit définissait
    définissent évoque traite traitait compte lit lire traduit rend défend défendent défendait défendit
"""
_PARTICIPLES = """
    dit répondu prévenu soutenu écrit promis admis reconnu conclu prédit averti réagi poursuivi repris parlé vu cru
    craint maintenu souhaité redit décrit surenchéri renchéri savoir valoir remarquer convenu défini défendu fait rendu traduit
"""
_REGULAR = (
    ("", _SAYING),
    ("asked", _ASKING),
    ("urged", _URGING),
    ("denied", _DENYING),
    ("rejected", _REJECTING),
    ("declined", _DECLINING),
    ("refused", _REFUSING),
    ("doubted", _DOUBTING),
)
_CITING = inflect("cit", _FINITE + " é") | word_set("rapporte rapportait")
_CUES: dict[str, str] = {
    **with_polarity("", set(word_set(_IRREGULAR + _PARTICIPLES)) | inflect("cit", _FINITE + " é")),
    **{
        form: polarity
        for polarity, stems in _REGULAR
        for form in inflect(stems, _FINITE + " é")
    },
    **with_polarity("denied", set(word_set("dément démentent démentait démentit démenti"))),
    **with_polarity("ruled out", set(word_set("exclut excluent excluait exclu"))),
}

GRAMMAR = Grammar(
    language="fr",
    cues={form: polarity for form, polarity in _CUES.items() if form not in ("note", "notes", "compta", "compte", "fait")},
    participles=word_set(_PARTICIPLES.replace(" dit ", " ").replace("écrit ", ""))
    | frozenset(inflect(" ".join(stems for _, stems in _REGULAR) + " cit", "é"))
    | word_set("démenti exclu"),
    auxiliaries=word_set("a ont avait avaient aurait auraient ayant aura est s'est sont était eut avoir fait font faisait"),
    citing=frozenset(_CITING),
    according=(
        "selon", "d' après", "de l' avis de", "de l' avis du", "aux dires de", "aux yeux de", "aux yeux du", "au dire de",
        "aux dires du", "pour", "sur le compte de", "sur le compte du", "dans les mots de", "aux mots de", "selon les mots de",
        "de l' aveu de", "de l' aveu du", "d' après les mots de", "à en croire", "sous la plume de", "par la voix de",
        "selon les termes de", "selon les termes du", "selon les propos de", "de source", "dixit",
        "selon les mots du", "selon les propos du", "sur la page de", "dans la bouche de", "dans la bouche du",
    ),
    theirs={"selon lui": "m", "selon elle": "f", "d' après lui": "m", "d' après elle": "f", "pour lui": "m", "pour elle": "f", "à son avis": "", "à ses yeux": "", "selon ses mots": "", "selon ses termes": "", "de son propre aveu": ""},
    impersonal=word_set("-on -t-on on"),
    pronouns={
        "il": "m", "elle": "f", "ils": "mp", "elles": "fp", "celui-ci": "m", "celle-ci": "f", "ce": "",
        "-il": "m", "-elle": "f", "-t-il": "m", "-t-elle": "f", "-ils": "mp", "-elles": "fp", "-t-ils": "mp", "-t-elles": "fp",
        "ce dernier": "m", "l'intéressé": "m",
    },
    determiners={
        "le": "m", "la": "f", "l'": "", "les": "p", "un": "mi", "une": "fi", "des": "pi", "son": "s", "sa": "sf", "ses": "sp",
        "leur": "s", "leurs": "sp", "notre": "s", "ce": "m", "cet": "m", "cette": "f", "ces": "p", "plusieurs": "pi",
        "deux": "pi", "certains": "pi", "du": "m", "au": "mo", "aux": "po", "l’": "",
    },
    prepositions=word_set(
        "à de d' d’ du des en dans sur sous avec sans chez contre envers vers par pour depuis pendant après avant entre au aux "
        "devant lors selon malgré face auprès jusqu jusque hors via dès"
    ),
    of=word_set("de d' d’ du des"),
    little=word_set(
        "et ou mais donc car ni que qu' qu’ qui dont où si quand lorsque lorsqu' puisque comme ainsi alors puis aussi déjà encore "
        "toujours jamais pas ne n' n’ plus moins très trop peu bien mal hier demain aujourd'hui lundi mardi mercredi jeudi "
        "vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
        "matin soir midi je tu nous vous on se s' s’ me te y ce c' c’ cela ça ceci tout tous toute toutes a ont est sont était "
        "avait avaient aurait sera seront après avant dans sur sous avec sans chez contre vers par pour depuis pendant entre "
        "lors selon malgré face à de en au aux du des le la les l' l’ un une son sa ses leur leurs cet cette ces d' d’ non oui "
        "interrogé interrogée présent présente cité citée joint jointe également notamment enfin ensuite pourtant "
        "toutefois cependant question réponse ici là voici voilà seul seule quant il elle ils elles lui"
    ),
    joining=word_set("et ainsi"),
    that=word_set("que qu' qu’"),
    not_=word_set("pas jamais"),
    offices=alternatives(
        r"(?:vice-|ex-|co-)?présidente?s? (?:ex-|vice-)?(?:premier-|premiere-)?ministres? (?:ex-|vice-)?chanceli(?:er|ère)s?",
        r"porte-paroles? ambassadeurs? ambassadrices? préfète?s? sous-préfète?s? maires? députée?s? eurodéputée?s? sénateurs? sénatrices?",
        r"conseill(?:er|ère)s? commissaires? haut-commissaires? secrétaires? chef(?:fe)?s? patron(?:ne)?s? directeurs? directrices? dirigeante?s?",
        r"généra(?:l|le|ux) colonels? capitaines? lieutenants? commandants? commandantes? amiral amiraux rois? reines? princes? princesses?",
        r"émirs? papes? cardina(?:l|ux) évêques? gouverneure?s? leaders? négociat(?:eur|rice)s? médiat(?:eur|rice)s? émissaires? envoyée?s?",
        r"représentante?s? délégué(?:e)?s? consuls? consule diplomates? responsables? fonctionnaires? officiels? sources? témoins? analystes?",
        r"expert(?:e)?s? chercheu(?:r|se)s? professeure?s? avocate?s? procureure?s? juges? magistrat(?:e)?s? historien(?:ne)?s? politologues?",
        r"économistes? militante?s? opposante?s? élue?s? syndicalistes? journalistes? habitante?s? policiers? policières? soldats? médecins?",
        r"conservat(?:eur|rice)s? rapporteure?s? coordinat(?:eur|rice)s? homologues? collègues? confrères? prédécesseure?s? successeure?s? ministre-présidente?",
        r"candidate?s? pêcheurs? agricult(?:eur|rice)s? ouvri(?:er|ère)s? infirmi(?:er|ère)s? enseignante?s? étudiante?s? écrivaine?s? adjointe?s? numéro",
        r"plénipotentiaires? attachée?s? inspect(?:eur|rice)s? spécialistes? fondat(?:eur|rice)s? gérante?s? armat(?:eur|rice)s? présentat(?:eur|rice)s?",
        r"premier première premiers premières vice-première vice-premier commissaire-priseur doyen(?:ne)? recteur rectrice député-maire",
        r"numéro-deux chancelier proche proches observat(?:eur|rice)s? participante?s? intéressée?",
    ),
    bodies=alternatives(
        r"ministères? gouvernements? présidence primature ambassades? chancellerie commission conseil parlement sénat assemblée",
        r"armée police gendarmerie état-major union onu otan ue oms aiea parti partis opposition majorité direction préfecture",
        r"mairie municipalité cabinet délégation mission agence organisation ong groupe fédération syndicat cour tribunal",
        r"parquet diplomatie élysée matignon kremlin maison-blanche maison pentagone quai banque bureau administration autorités",
        r"forces? junte régime royaume palais ligue comité coalition mouvement front chambre pays capitale région",
        r"communiqué entreprise compagnie société association collectif cellule département division",
    ),
    females=alternatives(
        r".*(?:ente|ante|trice|ère|esse|fe|ée|ine|ale|aine|cate|rate|perte|euse|enne|onne|ure|cheffe)s? première reine consule préfète"
    ),
    adjectives=alternatives(
        r".+(?:ais|aises?|iens?|iennes?|ains?|aines?|ois|oises?|iques?|al|ales?|aux|els?|elles?|ifs?|ives?|aires?|andes?|ands?|ols?)",
        r".+(?:oles?|ins|ine|ines|eux|euses?|éennes?|éens?|éenne|ier|ière|iers|ières|istes?|toires?|ines?|onaise?s?|iotes?)",
        r"russes? turcs? turques? grecs? grecques? belges? suisses? slovaques? tchèques? adjointe?s? étrang(?:er|ère)s? publi(?:c|que)s?",
        r"ex ancien ancienne anciens haut haute hauts premier première nouveau nouvelle second seconde vice-premier futur future",
        r"serbes? croates? arabes? kurdes? perses? slovènes? suédoise?s? dano?is corses? basques? catalane?s? cubaine?s? mexicaine?s?",
        r"principal principale jeune grand grande émérite retraité retraitée défunt chargée? tout sortant sortante européennes? générale?",
        r"délégué déléguée fédérale? spécial spéciale permanent permanente ouest-allemand nord-coréen(?:ne)? sud-coréen(?:ne)? sud-africain(?:e)?",
        r"malgaches? bulgares? moldaves? lettone?s? bretonne?s? gabonaise?s? sud-soudanaise?s? monégasques? allemande?s? espagnole?s? proche",
    ),
    courtesies=with_gender("m mm monsieur sir lord", "mme mmes mlle madame", "me maître dr docteur"),
    particles=word_set("de d' d’ du des la le van von der den ben bin ibn al el di da dos del ter ten"),
    complements=word_set(
        "intérieur défense économie finances affaires justice santé éducation travail environnement énergie culture transports "
        "agriculture état extérieur armées commerce mer sport recherche budget industrie étrangères europe union conseil onu "
        "otan ue kremlin élysée quai assemblée sénat commission parlement maison-blanche pentagone nations"
    ),
    titles=word_set(
        "journal quotidien hebdomadaire magazine revue film roman livre essai navire cargo ferry opération pièce chanson site "
        "émission chaîne groupe association collectif programme projet série tableau plan mot expression terme dit dite"
    ),
    askers={"question": "un journaliste", "q": "un journaliste", "journaliste": "un journaliste"},
    summing=word_set("ainsi voilà"),
    plural=alternatives(r".+(?:ent|èrent) ont avaient auraient sont"),
    places=places_of("fr"),
)
