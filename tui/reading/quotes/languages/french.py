"""Who spoke, in French."""

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

_FINITE = "e ent ait aient a èrent era ant"
_SAYING = """
    accueill admett affirm ajout alarm analys annonc annonç appréci argument ass assur assèn assén
    avanc avert avou balanc balay baptis clam commen comment compar complèt complét compt concèd concéd
    condamn confi confirm conseill considèr considér constat corrig coup craign critiqu déclar dénonc
    dépein déplor détaill développ enchaîn espèr espér estim exclam expliqu fustig félicit gliss grommel
    indiqu inquièt inquiét insist interpell invoqu ironis jug juge jur lanc lâch martel martèl menac
    moqu murmur not nuanc object objecte observ pens plaid post proclam promett précis présent prévien
    publi qualifi racont raconte raill ralli rappel rapport rassur rectifi redout regrett relat remerci
    reprenn récapitul répliqu répèt répét résum rétorqu révèl révél s'exclam salu signal souffl soulign
    suggèr suggér tempèr tempér tonn tranch trouv tweet témoign vant étonn évoqu
"""
_ASKING = "demand interrog questionn"
_URGING = """
    appel appell exhort exig implor invit press pri réclam somm sommé
"""
_ACCUSING = "accus reproch"
_ACCOUNTS = word_set("mots propos termes déclarations dires informations")  # "selon les propos de"
_DENYING = "ni contest"
_REJECTING = "rejet rejett repouss écart"
_DECLINING = "déclin"
_REFUSING = "refus"
_DOUBTING = "dout"
_IRREGULAR = """
    admet admettait admettent admit avertissait avertissent avertit commente compte concluait concluent
    conclut convenait conviennent convient craignait craignent craint croient croit croyait dira dirait
    disaient disait disant disent dit décrit décrivait décrivent défend défendait défendent défendit
    définissait définissent définit dépeint enchérit entend fait fulmine glapit gémit insurge interdit
    lire lit maintenait maintiennent maintient parla parlait parle parlent peint poursuit poursuivait
    poursuivent promet promettait promettent promit prédisait prédisent prédit prévenait préviennent
    prévient prévint reconnaissait reconnaissent reconnaît reconnut redisait redit renchérit rend
    reprenait reprend reprennent retiennent retient rit rugit réagissait réagissent réagit répond
    répondaient répondait répondant répondent répondit résout s'insurge sait souhaitait souhaite
    souhaitent soupire sourit soutenait soutiennent soutient soutint surenchérit tenait tient traduit
    traitait traite transmet veut voient voit voyait écrit écrivait écrivent écrivit évoque
"""
_PARTICIPLES = """
    dite dites dits
    offert proposé engagé engagée engagés engagées engage engagent engageait engagea
    admis averti conclu convenu craint cru décrit défendu défini fait maintenu parlé poursuivi promis
    prédit prévenu reconnu redit remarquer renchéri rendu repris réagi répondu savoir souhaité soutenu
    surenchéri traduit valoir vu
"""
_REGULAR = (
    ("", _SAYING),
    ("asked", _ASKING),
    ("urged", _URGING),
    ("accused", _ACCUSING),
    ("denied", _DENYING),
    ("rejected", _REJECTING),
    ("declined", _DECLINING),
    ("refused", _REFUSING),
    ("doubted", _DOUBTING),
)
_CITING = inflect("cit", _FINITE + " é") | word_set("rapporte rapportait")
_CUES: dict[str, str] = {
    **with_polarity("", word_set(_IRREGULAR + _PARTICIPLES) | inflect("cit", _FINITE + " é")),
    **{form: polarity for polarity, stems in _REGULAR for form in inflect(stems, _FINITE + " é")},
    **with_polarity("denied", set(word_set("dément démentent démentait démentit démenti"))),
    **with_polarity("ruled out", set(word_set("exclut excluent excluait exclu"))),
}
GRAMMAR = Grammar(
    language="fr",
    nouns_behind_articles=True,
    not_stands_behind=True,
    cues={
        form: polarity
        for form, polarity in _CUES.items()
        if form not in ("note", "notes", "compta", "compte", "fait")
    },
    participles=word_set(_PARTICIPLES)
    | frozenset(inflect(" ".join((stems for _, stems in _REGULAR)) + " cit", "é"))
    | word_set("démenti exclu"),
    auxiliaries=word_set("""
        a aura auraient aurait avaient avait avoir ayant est eut faisait fait font ont s'est sont était
    """),
    citing=frozenset(_CITING),
    according=(
        *combined(("selon les", "d' après les"), _ACCOUNTS, ("de", "du", "d'", "des")),
        *phrases("""
            selon, d' après, de l' avis de, de l' avis du, aux dires de, aux yeux de, aux yeux du, au dire
            de, aux dires du, pour, sur le compte de, sur le compte du, dans les mots de, aux mots de,
            de l' aveu de, de l' aveu du, à en croire, sous la plume de, par la voix de, de source, dixit,
            sur la page de, dans la bouche de, dans la bouche du
        """),
    ),
    outlets=alternatives("agence quotidien hebdomadaire journal chaîne radio magazine site télévision revue"),
    cites=dict.fromkeys(
        phrases("""
            citant, en citant, qui cite, qui citait, qui citent, s' appuyant sur, se fondant sur,
            sur la foi de, sur la foi d'
        """),
        "",
    ),
    cited_by=phrases("""
        cité par, citée par, cités par, citées par, rapporté par, rapportés par, rapportée par, rapportées par,
        relayé par, relayés par, relayée par, repris par, que cite, que citait
    """),
    relaying=alternatives("rapporte rapportait rapportent indique"),
    told=re.compile(r"au|à la|à l'|à"),
    theirs=by_mark(
        {
            "m": "selon lui, d' après lui, pour lui",
            "f": "selon elle, d' après elle, pour elle",
            "": """
            et d' ajouter, et de préciser, et de conclure, et d' insister, et de rappeler, et de poursuivre,
            à son avis, à l' entendre, à l' en croire, à ses yeux, selon ses mots, selon ses termes, de son propre aveu
        """,
        }
    ),
    impersonal=word_set("-on -t-on on"),
    pronouns=by_mark(
        {
            "m": "il, celui-ci, -il, -t-il, ce dernier, l'intéressé",
            "f": "elle, celle-ci, -elle, -t-elle",
            "mp": "ils, -ils, -t-ils",
            "fp": "elles, -elles, -t-elles",
            "": "ce",
        }
    ),
    determiners=by_mark(
        {
            "m": "le ce cet du",
            "f": "la cette",
            "": "l' l’",
            "p": "les ces",
            "mi": "un",
            "fi": "une",
            "pi": "des plusieurs deux certains",
            "s": "son leur notre",
            "sf": "sa",
            "sp": "ses leurs",
            "mo": "au",
            "po": "aux",
        }
    ),
    prepositions=word_set("""
        après au auprès aux avant avec chez contre d' dans de depuis des devant du dès d’ en entre
        envers face hors jusqu jusque lors malgré par pendant pour sans selon sous sur vers via à
    """),
    of=word_set("de d' d’ du des"),
    little=word_set("""
        a ainsi alors août après au aujourd'hui aurait aussi aux avaient avait avant avec avril bien c'
        car ce ceci cela cependant ces cet cette chez cité citée comme contre c’ d' dans de demain
        depuis des dimanche donc dont du décembre déjà d’ elle elles en encore enfin ensuite entre est
        et face février hier ici il ils interrogé interrogée jamais janvier je jeudi joint jointe
        juillet juin l' la le les leur leurs lors lorsqu' lorsque lui lundi là l’ mai mais mal malgré
        mardi mars matin me mercredi midi moins n' ne ni non notamment nous novembre n’ octobre on ont
        ou oui où par pas pendant peu plus pour pourtant présent présente puis puisque qu' quand quant
        que question qui qu’ réponse s' sa samedi sans se selon septembre sera seront ses seul seule si
        soir son sont sous sur s’ te toujours tous tout toute toutefois toutes trop très tu un une
        vendredi vers voici voilà vous y à ça également était
    """),
    joining=word_set("et ainsi"),
    that=word_set("que qu' qu’"),
    not_=word_set("pas jamais"),
    telling=alternatives("""
        (?:affirm|ajout|annonc|annonç|argument|assur|avanc|confi|confirm|déclar|détaill|estim)(?:e|ent|ait|aient|a|èrent|é)
        (?:expliqu|indiqu|insist|jug|martel|martèl|not|précis|racont|rappel|rapport|regrett)(?:e|ent|ait|aient|a|èrent|é)
        (?:répét|souffl|soulign|tweet|témoign)(?:e|ent|ait|aient|a|èrent|é)
        dit disait écrit écrivait conclu conclut répondu répond averti avertit prévenu reconnu reconnaît poursuit poursuivi
        soutenu soutient savoir
    """),
    offering=alternatives(
        "promis promet promettent promettait offert propos(?:e|ent|ait|a|é) engag(?:e|ent|ait|ea|ée?s?)"
    ),
    infinitives=word_set("avoir être s'être n'avoir"),
    whether=word_set("si pourquoi comment combien quand"),
    before_infinitives=word_set("de d' d’ à"),
    orders=alternatives(".{2,}(?:er|ir|re|oir)"),
    offices=nouns(
        """
        adjoint agricult ambassadeur ambassadrice amiral amiraux analyste armat attaché avocat candidat
        capitaine cardina chanceli chef chercheu collègue colonel commandant commissaire
        commissaire-priseur confrère conseill conservat consul coordinat diplomate directeur directrice
        dirigeant doyen délégué député député-maire enseignant envoyé eurodéputé expert fonctionnaire
        fondat gouverneur généra gérant habitant haut-commissaire historien homologue infirmi inspect
        intéressé journaliste juge leader lieutenant magistrat maire membre militant ministr ministre-président
        médecin médiat numéro numéro-deux négociat observat officiel opposant ouvri pape participant
        patron plénipotentiaire policier policière politologue porte-parole premier première prince
        princesse proche procureur professeur prédécesseur préfet préfète présentat président pêcheur rapporteur
        recteur rectrice reine représentant responsable roi secrétaire soldat source sous-préfet sous-préfète
        spécialiste successeur syndicaliste sénateur sénatrice témoin vice-premier vice-première
        économiste écrivain élu émir émissaire étudiant évêque
        """,
        "e es er ers eur eurs fe fes l le ne nes r rice rices rs s se ses ux ère ères",
        before=r"(?:\w+-|vice|ex)?",
    ),
    bodies=nouns(
        """
        administration aéroport agence aiea ambassade armée assemblée association autorités banque bureau cabinet
        capitale cellule chambre chancellerie coalition clinique collectif comité commission communiqué compagnie
        conseil cour diplomatie direction division délégation département entourage entreprise force front
        fédération gendarmerie gouvernement groupe junte kremlin ligue mairie maison maison-blanche
        majorité matignon ministère mission mouvement municipalité oms ong onu opposition organisation
        otan palais parlement parquet parti pays pentagone police primature préfecture présidence quai
        royaume régime région société syndicat sénat tribunal ue union élysée état-major
        """,
        "s",
    ),
    seats=seats(
        {
            "ministère": """
            Quai d'Orsay, Bercy, Place Beauvau, Hôtel de Brienne, Place Vendôme, Rue de Grenelle, Rue de Valois
        """,
            "présidence": "Élysée, Palais de l'Élysée",
        }
    ),
    females=alternatives("""
        consule
        .*(?:ente|ante|trice|ère|esse|fe|ée|ine|ale|aine|cate|rate|perte|euse|enne|onne|ure|cheffe)s?
        première préfète reine
    """),
    adjectives=alternatives("""
        adjointe?s?
        .+(?:ais|aises?|iens?|iennes?|ains?|aines?|ois|oises?|iques?|al|ales?|aux|els?|elles?|ifs?|ives?|aires?|andes?|ands?|ols?)
        allemande?s? ancien ancienne anciens arabes? basques? belges? bretonne?s? bulgares? catalane?s?
        chargée? corses? croates? cubaine?s? dano?is défunt délégué déléguée espagnole?s? européennes?
        ex futur future fédérale? gabonaise?s? grand grande grecques? grecs? générale? haut haute hauts
        jeune kurdes? lettone?s? malgaches? mexicaine?s? moldaves? monégasques? nord-coréen(?:ne)?
        nouveau nouvelle
        .+(?:oles?|ins|ine|ines|eux|euses?|éennes?|éens?|éenne|ier|ière|iers|ières|istes?|toires?|ines?|onaise?s?|iotes?)
        ouest-allemand permanent permanente perses? premier première principal principale proche
        publi(?:c|que)s? retraité retraitée russes? second seconde serbes? slovaques? slovènes? sortant
        sortante spécial spéciale sud-africain(?:e)? sud-coréen(?:ne)? sud-soudanaise?s? suisses?
        suédoise?s? tchèques? tout turcs? turques? vice-premier émérite étrang(?:er|ère)s?
    """),
    courtesies=with_gender("m mm monsieur sir lord", "mme mmes mlle madame", "me maître dr docteur"),
    particles=word_set("""
        al ben bin d' da de del den der des di dos du d’ el ibn la le ten ter van von
    """),
    complements=word_set("""
        affaires agriculture armées assemblée budget commerce commission conseil culture défense
        environnement europe extérieur finances industrie intérieur justice kremlin maison-blanche mer
        nations onu otan parlement pentagone quai recherche santé sport sénat transports travail ue
        union économie éducation élysée énergie état étrangères
    """),
    cities=word_set("""
        washington pékin ankara ottawa canberra islamabad pretoria abuja berne genève new-delhi
        strasbourg téhéran kiev tel-aviv erevan bakou rabat
    """),
    titles=word_set("""
        association cargo chanson chaîne collectif dit dite essai expression ferry film groupe
        hebdomadaire journal livre magazine mot navire cargo paquebot pétrolier chalutier bateau
        voilier frégate vraquier remorqueur porte-conteneurs opération pièce plan programme projet
        quotidien revue roman site série tableau terme émission
    """),
    askers={"question": "un journaliste", "q": "un journaliste", "journaliste": "un journaliste"},
    answers=word_set("réponse r"),
    summing=word_set("ainsi voilà"),
    plural=alternatives(r"""
        (?!(?:(?:main|sou|re|con|ob|dé|entre)?tient|(?:con|pré|inter|re|de|par)?vient|(?:dé)?ment|(?:con|res)?sent)\Z).+ent
        .+èrent ont avaient auraient sont
    """),
)
