"""The standing phrases of a newsletter: what is a call to read on, an advert, a section, a footer, a title."""

import re
import unicodedata
from typing import Final

from hanzi_column.columns.pages.blocks import Block

COLUMN_SECTION: Final = "Chinese You Need"
"""The section that holds the language column."""

PUBLISHER: Final = "The World of Chinese"

_APOSTROPHES: Final = str.maketrans("‘’ʼ`´“”", "'''''\"\"")

_THING: Final = r"(?:story|article|piece|column|feature|issue|interview|review|essay|report|post|episode|video)"
_CALL_WORDS: Final = (
    rf"(?:read|see|view|watch|hear)(?: the)?(?: full| whole| rest of the)? {_THING}|full {_THING}"
    r"|(?:read|learn|see|view|discover|find out|hear|watch|listen|explore|know|tell me)(?: it)? (?:more|on|now|here)"
    r"|(?:continue|keep) reading|read|more|watch|listen|click(?: here)?|shop|subscribe|download|register|sign up"
    r"|join us|listen to the (?:podcast|episode)|watch the (?:video|film)|(?:see|view|read) all"
    r"|(?:buy|order|pre-?order|subscribe|download|register|sign up|book|shop)(?: it)? (?:now|today|here|online)"
    r"|(?:buy|get|order|grab) (?:your(?:s| copy)|a copy|the issue|this issue|one)(?: now| today| here| online)?"
    r"|visit (?:our|the) (?:store|shop|website|site)|open in (?:app|browser)"
)
_CALL = re.compile(rf"(?:{_CALL_WORDS})(?: here| now| today)?", re.IGNORECASE)
_CLOSING_CALL = re.compile(
    r"(?:(?P<open>[\[(（])|(?<=[.!?…。！？”’\"')\]]) ?|^)"
    rf"(?P<call>(?:{_CALL_WORDS})(?: here| now)?)(?P<end>[\s.:：…→➔»>›↗⟶)\]）]*)$",
    re.IGNORECASE,
)
_LONGEST_CALL: Final = 60
_ORNAMENT: Final = " .:：…→➔»>›↗⟶•·|[]()（）*_-–—!"

_ADVERT = re.compile(
    r"(?:out now )?"
    r"(?:(?:buy|get|order|pre-?order|shop|purchase|grab|pick up|read|see|check out|explore|discover|inside|in) )?"
    r"(?:(?:our|the|twoc's|your copy of our|your copy of the|a copy of our|a copy of the) )?"
    r"(?:(?:latest|new|newest|current)(?: print| magazine)? (?:issue|magazine|edition)"
    r"|(?<=buy )our magazine|(?<=buy )the magazine|(?<=get )the magazine|(?<=get )our magazine)"
    r"(?: of the magazine| of our magazine| of twoc)?(?: is)?(?: out)?(?: now| here| today)?",
    re.IGNORECASE,
)
_MAGAZINE_SECTION = re.compile(
    r"what (?:we're|we are) \w+(?: (?:to|at|about|on|for))?|beyond twoc|twoc recommends"
    r"|(?:more|also) (?:from|on) (?:twoc|the world of chinese)",
    re.IGNORECASE,
)
_SECTION = re.compile(
    r"from (?:the|our) (?:archives?|magazine|vault|shelf)"
    r"|(?:our )?editor'?s'? (?:picks?|choice)|trending(?: now)?|viral week|most read|most popular|in case you missed it"
    r"|photo (?:story|essay)|video of the week|podcast|from the web|off the shelf|further reading"
    r"|(?:upcoming )?events|around the web",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"unsubscribe\b|(?:click here to )?unsubscribe|(?:copyright )?©|copyright (?:\(c\)|\d{4})|all rights reserved"
    r"|you(?:'re| are| have)? ?receiv(?:ing|ed) th|this (?:e-?mail|newsletter|message) was sent|our mailing address"
    r"|(?:manage|update|change) (?:your )?(?:e-?mail )?(?:subscription|preferences|profile)|want to change how"
    r"|why did i get this|(?:don't|no longer) want (?:to receive|these)|if you no longer|sent to \S+@\S+",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?:view|read|open|see)(?: this| it| the)?(?: e-?mail| newsletter| message)? (?:in|on) (?:your|the|a|our)? ?"
    r"(?:web ?)?(?:browser|app|site|website|online)|(?:view|read) online|having trouble (?:viewing|reading)"
    r"|(?:was )?(?:this )?(?:e-?mail |newsletter )?forwarded (?:this|to you|by)|forward (?:this|to a friend)"
    r"|share (?:this|on|with|via)\b|follow us|connect with us|find us on|add us to your|(?:our )?privacy policy"
    r"|powered by (?:mailchimp|substack|beehiiv|ghost|sendgrid|buttondown)"
    r"|thanks for reading|subscribe to (?:our|the|this)"
    r"|(?:photo|image|cover) (?:credit|by|from|courtesy)|image:|\d{1,2} min(?:ute)?s? read",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"[Bb]y [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3}(?: and [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){1,3})?")
_SOCIAL: Final = frozenset(
    (
        "facebook twitter x instagram weibo wechat linkedin youtube tiktok douyin website web email e-mail bilibili "
        "substack spotify rss like comment comments restack share tweet forward pin pinterest threads bluesky mastodon "
        "app store and on"
    ).split()
)
_LONGEST_NOISE: Final = 400

_MASTHEAD = re.compile(
    r"(?:the )?(?:world of chinese|twoc)(?: weekly| magazine)?(?:'s)?(?: newsletter)?|(?:the )?[\w' ]{0,30}newsletter"
    r"|(?:newsletter )?(?:issue|no|vol|volume|edition)\.? ?#?\d+.{0,40}|(?:weekly|monthly) (?:digest|newsletter|update)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?=.{0,30}\d).{0,30}"
    r"|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}(?:,? \d{4})?"
    r"|\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?|\d{1,2} \w{3,9} \d{4}",
    re.IGNORECASE,
)
_GREETING = re.compile(r"(?:dear|hi|hello|hey|greetings|welcome|happy|good (?:morning|day))\b", re.IGNORECASE)
_PUBLISHER = re.compile(r"theworldofchinese\.com|\bTWOC\b|\bThe World of Chinese\b", re.IGNORECASE)

_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]{0,3} +(?=[\"“‘(\[]?[A-Z0-9\u4e00-\u9fff])")
_ABBREVIATION = re.compile(r"(?:^|[\s(“\"])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|No|vs|etc|e\.g|i\.e|U\.S|U\.K|a\.m|p\.m)\.$")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_SMALL: Final = frozenset(
    "from with into onto over upon than that when while amid near like about after before".split()
)
_TITLED: Final = 0.6
"""Share of a headline's longer words that begin with a capital where headlines are set in title case."""


def normal(text: str) -> str:
    """Return ``text`` for comparing: straight quotes, folded case, no ornaments around it."""
    return stripped(text).translate(_APOSTROPHES).casefold()


def stripped(text: str) -> str:
    """Return ``text`` without emoji, rules and other ornaments before and after it."""
    start, end = 0, len(text)
    while start < end and _is_ornament(text[start]):
        start += 1
    while end > start and _is_ornament(text[end - 1]):
        end -= 1
    return text[start:end].strip()


def _is_ornament(char: str) -> bool:
    return char in "*_#|•·-–—=~:：› \ufe0f" or unicodedata.category(char) in ("So", "Sk", "Cn")


def is_call(text: str) -> bool:
    """Whether the whole of ``text`` calls to read on or to buy (“Read more →”)."""
    return len(text) <= _LONGEST_CALL and _CALL.fullmatch(text.strip(_ORNAMENT)) is not None


def without_call(block: Block) -> tuple[str, bool]:
    """Return the text of ``block`` without a call at its end, and whether there was one."""
    text = block.text
    for link in block.links:
        if link.text and is_call(link.text):
            cut = text.rstrip(_ORNAMENT)
            ending = link.text.rstrip(_ORNAMENT)
            if cut.endswith(ending):
                return cut[: len(cut) - len(ending)].rstrip(" [(（→>»|-–—"), True
    tail_at = max(len(text) - _LONGEST_CALL, 0)
    # Only what follows the end of a sentence is a call: in “where to read more” it is part of the sentence.
    found = _CLOSING_CALL.search(text[tail_at:])
    if found is None or (found.start() == 0 and tail_at > 0 and not found["open"]):
        return text, False
    if not found["open"] and not found["call"][0].isupper():
        return text, False
    return text[: tail_at + found.start()].rstrip(), True


def is_advert(text: str) -> bool:
    """Whether ``text`` heads the advert for an issue of the magazine (“Buy Our Latest Issue”)."""
    return len(text) <= _LONGEST_CALL and _ADVERT.fullmatch(normal(text).strip(_ORNAMENT).replace(":", "")) is not None


def is_column_section(text: str | None) -> bool:
    """Whether ``text`` names the section of the language column."""
    return text is not None and len(text) <= _LONGEST_CALL and normal(text) == COLUMN_SECTION.casefold()


def is_magazine_section(text: str | None) -> bool:
    """Whether ``text`` names a section that only this magazine's newsletters have."""
    if text is None or len(text) > _LONGEST_CALL:
        return False
    return is_column_section(text) or _MAGAZINE_SECTION.fullmatch(normal(text)) is not None


def is_known_section(text: str) -> bool:
    """Whether ``text`` is a section's name wherever it stands."""
    return is_magazine_section(text) or (len(text) <= _LONGEST_CALL and _SECTION.fullmatch(normal(text)) is not None)


def is_footer(text: str) -> bool:
    """Whether ``text`` belongs to the small print at the foot."""
    return len(text) <= 4 * _LONGEST_NOISE and _FOOTER.match(normal(text)) is not None


def is_noise(text: str) -> bool:
    """Whether ``text`` is furniture: the way to the browser, to friends and social networks, a byline."""
    if len(text) > _LONGEST_NOISE:
        return False
    plain = normal(text)
    words = re.split(r"[\s|/,·•&+]+", plain)
    if _NOISE.match(plain) or _BYLINE.fullmatch(text):
        return True
    return all(word in _SOCIAL for word in words if word)


def is_masthead(text: str) -> bool:
    """Whether ``text`` may stand over the title without being it: the paper's name, a number, a date."""
    return len(text) <= 2 * _LONGEST_CALL and _MASTHEAD.fullmatch(normal(text)) is not None


def is_greeting(text: str) -> bool:
    """Whether ``text`` begins as a letter does."""
    return _GREETING.match(text) is not None


def names_publisher(text: str) -> bool:
    """Whether ``text`` shows that The World of Chinese publishes it."""
    return _PUBLISHER.search(text) is not None


def is_one_sentence(text: str) -> bool:
    """Whether no sentence ends inside ``text``."""
    return all(
        _ABBREVIATION.search(text[max(end.start() - 12, 0) : end.start() + 1]) for end in _SENTENCE_END.finditer(text)
    )


def has_stop(text: str) -> bool:
    """Whether ``text`` ends as sentences do, not as headlines do; an abbreviation (“in the U.S.”) is no stop."""
    bare = text.rstrip("\"”’')]） ")
    return bare.endswith((".", ",", ";", ":", "…", "。", "，", "：", "；")) and not _ABBREVIATION.search(bare[-12:])


def is_titled(text: str) -> bool:
    """Whether ``text`` is set in title case: most of its longer words begin with a capital."""
    words = [word for word in _WORD.findall(text[:400]) if word.lower() not in _SMALL]
    longer = [word for word in words if len(word) >= 4] or words
    return bool(longer) and sum(word[0].isupper() for word in longer) >= _TITLED * len(longer)
