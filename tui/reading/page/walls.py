"""Pages that stand before an article: checks for robots, consent to cookies, the end of what may be read for free.

They are told by what they say, in a few words of each language, and by saying little else: an article about cookies
says these things too, but not only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

ROBOTS = "is a check for robots and no article; open it in a browser, save the page and import that"
CONSENT = "asks for consent to cookies and is no article; agree in a browser, save the page and import that"
PAYWALL = (
    "holds only the beginning of an article for subscribers; open it where you are signed in, save the page"
    " and import that"
)

ERROR = "says that the page is not there, or not for everybody; look at its address in a browser"

_ERROR = (
    r"\baccess denied\b|you don’t have permission|\breference #|\b40[34]\b|page (?:was |could |can)?not (?:be )?found"
    r"|page you(?:’re| are) looking for|(?:could not|cannot|can’t) be found|(?:moved|deleted|removed) or (?:deleted|removed|moved|renamed)"
    r"|seite (?:wurde )?nicht gefunden|existiert nicht(?: mehr)?|page introuvable|n’existe (?:pas|plus)|página no encontrada|no existe"
    r"|страница не найдена|не существует"
)
_ROBOTS = (
    r"checking (?:if the site connection is secure|your browser)|verif\w+ (?:that )?you(?:’re| are) (?:a )?human"
    r"|(?:confirm|prove) (?:that )?you(?:’re| are) (?:human|not a (?:ro)?bot)|enable (?:javascript|js|cookies)\b.{0,40}\b(?:continue|proceed|ad ?blocker)"
    r"|access to this page has been denied|press (?:&|and) hold|\(and not a (?:ro)?bot\)|you are unable to access|security service to protect itself|automation tools to browse|review the security of your connection|are you a robot|i(?:’m| am) not a robot|unusual (?:traffic|activity) from your"
    r"|complete the (?:security check|captcha)|(?:ddos protection|security) by\b|you have been blocked|ray id"
    r"|dass sie (?:ein mensch|kein roboter) sind|überprüfung ihres browsers|que vous (?:êtes (?:bien )?(?:un )?humain|n’êtes pas un robot)"
    r"|que (?:usted )?(?:eres|es|sea) humano|que no (?:eres|es) un robot|что вы (?:не робот|человек)|проверка (?:вашего )?браузера"
)
_CONSENT = (
    r"we value your privacy|we and our (?:\d+ )?(?:partners|vendors)|information on a(?:n? (?:user|end))? ?device|personali[sz]ed ads?"
    r"|with your permission|accept all\b|consent to our\b.{0,30}processing|unique identifiers|geolocation data|legitimate interests?"
    r"|uses? cookies|wir (?:und unsere (?:\d+ )?partner|verwenden cookies)|ihre privatsphäre|auf (?:einem|ihrem) (?:end)?gerät"
    r"|personalisierte (?:anzeigen|werbung)|alle akzeptieren|ihre (?:einwilligung|zustimmung)|nous et nos (?:\d+ )?partenaires"
    r"|votre vie privée|sur (?:un|votre) (?:appareil|terminal)|publicités? (?:et (?:du |un )?contenus? )?personnalisée?s?|tout accepter"
    r"|votre consentement|utilis\w+ des cookies|nosotros y nuestros (?:\d+ )?socios|(?:tu|su) privacidad|en (?:un|el) dispositivo"
    r"|anuncios y contenido personalizados|aceptar todo|(?:tu|su) consentimiento|мы (?:и наши партнеры )?используем (?:файлы )?cookie"
    r"|вашей конфиденциальности|персонализированн\w+ реклам\w+|принять все|ваше согласие|файлы cookie"
)
_PAYWALL = (
    r"(?:article|story|content) is (?:only )?(?:for|available to|reserved for|exclusive to) (?:our |paying )*(?:subscribers|members)"
    r"|(?:for )?subscribers only|subscribe (?:now )?(?:to|for|and) \w+|already (?:a|have a) (?:subscriber|member|subscription)"
    r"|to (?:continue reading|read (?:on|the (?:full|rest)|this article))|your (?:\w+ )?free articles|(?:sign|log) in to (?:continue|read)"
    r"|unlock this article|nur für abonnent\w*|(?:bereits|schon) abonnent|jetzt (?:weiterlesen|abonnieren|abo)|weiterlesen mit|\bmit .{2,30} weiterlesen"
    r"|exklusiv für abonnent\w*|réservée?s? aux abonnés|de cet article à découvrir|déjà abonné|abonnez-vous|pour lire la suite"
    r"|(?:solo|exclusivo) para suscriptores|suscríbete|ya (?:eres|es) suscriptor|seguir leyendo|(?:только )?по подписке|только подписчикам"
    r"|оформите подписку|уже есть подписка"
)
# What servers and browsers say of themselves where a page should be: a line of that alone, or a sentence of theirs.
_STATUS = re.compile(
    r"(?:(?:http|error)\W*)*(?:[45]\d\d\W*)?(?:bad request|(?:un)?authori[sz](?:ed|ation required)|forbidden|(?:page |file )?not found"
    r"|too many requests|internal server error|bad gateway|service (?:temporarily )?unavailable|(?:gateway|request|connection) time(?:d )?-?out"
    r"|it works|(?:this|the) (?:site|page) can’t be reached|unable to connect|server not found|(?:this )?account suspended"
    r"|(?:down|closed|unavailable) for (?:scheduled )?maintenance|under (?:construction|maintenance)|index of /.*)\W*(?:[45]\d\d)?\W*",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"not found on this server|encountered an internal error|unable to (?:service|handle) (?:your|the) request"
    r"|default (?:web ?)?page for (?:this|the) \w+|web ?server is successfully installed|took too long to respond|can’t establish a connection"
    r"|\b(?:err|dns_probe)_[a-z]+_[a-z]+|error establishing a database connection|enable javascript to (?:run|use|view)"
    r"|briefly unavailable for|account has been suspended|response from the upstream server|too many requests in a given"
    r"|permission to access (?:this resource|the requested)|domain (?:name )?(?:is|may be) for sale|service to protect itself from",
    re.IGNORECASE,
)
_SIGNS = tuple(
    (re.compile(pattern, re.IGNORECASE), reason)
    for pattern, reason in ((_ROBOTS, ROBOTS), (_CONSENT, CONSENT), (_ERROR, ERROR), (_PAYWALL, PAYWALL))
)
_CURT = 50  # words of a page that says no more than that it, or the article, is not there
_FEWEST = 2  # different signs that a wall shows
LONGEST = 400  # words from which on a page is no wall, whatever else it says
_STUB = 120  # words of an article that are but its beginning


def wall(text: str, offers: str = "") -> str:
    """Return why a page whose paragraphs are `text` is no article but a wall before one, half a sentence; "" for none.

    `offers` are words beside the text that may ask a reader to subscribe before they read on.
    """
    said = text.replace("'", "’").split("\n")
    offered = offers.replace("'", "’").split("\n")
    words = len(text.split())
    if words > LONGEST:
        return ""
    for signs, reason in _SIGNS[:-1]:
        if reason is ERROR and words > _CURT:
            continue
        own = [each for each in said if signs.search(each)]
        if _words(own) * 2 >= _words(said) and _different(signs, own) >= _FEWEST:
            return reason
    if words <= _CURT and any(_STATUS.fullmatch(each.strip()) or _ANSWER.search(each) for each in said):
        return ERROR
    signs, reason = _SIGNS[-1]
    left = [each for each in said if not signs.search(each)]
    return reason if _words(left) < _STUB and _different(signs, said + offered) >= _FEWEST else ""


def _words(paragraphs: Iterable[str]) -> int:
    return sum(len(each.split()) for each in paragraphs)


def _different(signs: re.Pattern[str], paragraphs: Iterable[str]) -> int:
    return len({match[0].lower() for each in paragraphs for match in signs.finditer(each)})
