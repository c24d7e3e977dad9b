"""The standing phrases around an article: credits and bylines over it, subscriptions and biographies under it."""

import re
from typing import Final

from hanzi_column.columns.pages import wording
from hanzi_column.columns.pages.wording import has_stop

_LONGEST: Final = 400

_ABOVE = re.compile(
    r"(?:photo(?:graph)?s?|image|illustration|picture|cover|text|words|story|video|translation|design|"
    r"additional reporting|research)s? "
    r"?(?:credits?|by|courtesy|from|provided|:).{0,120}"
    r"|(?:photo|image|illustration|picture|text|words) ?[:|].{0,120}"
    r"|(?:by|text by|words by|written by|author[:s]?|editor[:s]?|translated by|posted by|posted on|"
    r"published|updated|last updated|date)\b.{0,140}"
    r"|- ?- ?[A-Z][A-Z .'’-]{3,60}(?:[(（].{1,20}[)）].{0,80})?"
    r"|\d{1,3} (?:min(?:ute)?s?)(?: read)?|print mail large.{0,60}|(?:language|culture|chinese|"
    r"learn chinese|on the character|characters?|column|blog|home)"
    r"|(?:share|tweet|email|print|save|bookmark|listen|like|subscribe|log ?in|sign ?up|menu|search|"
    r"home|skip to (?:main )?content).{0,30}"
    r"|(?:\w+ [|·»>/›] ){1,6}\w[\w :]{0,60}|.{0,80}\b(?:min read|comments?|views)"
    r"|dear \w.{0,60},|hi \w.{0,60},|hello.{0,60},",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r".{0,400}(?:\[photo/.{1,40}\]|[(（]photo(?:graph)?(?:s| credit)?:? .{1,60}[)）]|photos? provided to .{1,60})\.?",
    re.IGNORECASE,
)
_END = re.compile(
    r"[←‹«] ?\S.{0,200}|.{0,120} [→›»]$|"
    r"(?:this is )?subscriber[- ]exclusive|become a (?:subscriber|member)|create a free account|"
    r"already have an account|to (?:read|continue) (?:the (?:entire|full|rest)|this|reading)"
    r"|.{0,120}\bis a story from our (?:issue|magazine)|.{0,160}\b(?:first|originally) (?:appeared|"
    r"published|ran|printed) (?:in|on|by)\b.{0,200}"
    r"|share(?: this)?(?: article| story| post| page)?:?$|(?:about the )?authors?\b:?(?:$| [A-Z])|"
    r"about (?:the (?:author|writer|editor|translator)s?|us|me)\b"
    r"|(?:related|recommended|more|other|similar|popular|latest|further|previous|next|"
    r"read more)(?: \w+)? (?:articles?|stories|posts?|reading|columns?|from)\b.{0,80}"
    r"|(?:related|recommended|read more|read next|read also|also read|see also|more like this|up next|"
    r"next:|previous:|next (?:post|article|story)|previous (?:post|article|story))[:.]?.{0,100}$"
    r"|you (?:may|might|could) (?:also|like|enjoy).{0,60}|if you (?:liked|enjoyed).{0,120}|(?:tags?|"
    r"topics?|filed under|categor(?:y|ies)|keywords)\s?[:：].{0,300}"
    r"|(?:\d+ |leave a |post a |add a |no )?(?:comments?|responses?|repl(?:y|ies))(?: on.{0,120}|"
    r" \(\d+\)|:|$)|leave a (?:reply|message|comment)|\d+ (?:responses?|thoughts?) (?:to|on)\b.{0,160}"
    r"|(?:subscribe|sign up|join|follow us|get (?:our|the|more)|want (?:more|to read)|"
    r"enjoy(?:ed)? this|support (?:us|our)|like what you|never miss|stay up to date|don.t miss|"
    r"love what).{0,200}"
    r"|scan to follow.{0,80}|or add:.{0,40}|(?:copyright|©|\(c\) \d{4}|all rights reserved).{0,200}|"
    r"(?:© ).{0,160}|buy (?:this|the|our).{0,80}|order (?:this|the|our) .{0,60}"
    r"|(?:sources?|references|works cited|footnotes?|notes|glossary|bibliography|further reading|"
    r"credits)\s?:?$|-{2} ?$|--\s.{0,80}"
    r"|(?:dr|prof|professor|mr|mrs|ms)\.? [A-Z].{3,80} (?:is|was|has|teaches|works|lives) .{0,400}"
    r"|(?:the )?(?:author|writer|columnist) (?:is|lives|works|teaches|has) .{0,300}"
    r"|(?:you(?:’re|'re| are)? (?:receiv|got)|to unsubscribe|unsubscribe|view (?:this|in)|sent (?:to|"
    r"from)|this (?:e-?mail|newsletter|message)).{0,200}"
    r"|print (?:this|e-?mail)\b.{0,60}|back to (?:top|the top).{0,30}|download (?:our|the) app.{0,60}|"
    r"advertisement.{0,30}|editor.s note:.{0,200}|word count.{0,40}",
    re.IGNORECASE,
)
_BIO = re.compile(
    r"^[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]*){0,3}(?: ?[(（][^()（）]{1,60}[)）])? (?:is|writes|was born|"
    r"teaches|works|lives|grew up|has (?:written|taught|worked|been|authored))\b",
    re.DOTALL,
)
_BIO_WORDS = re.compile(
    r"\b(?:lecturer|professor|editor|editorial|translator|columnist|freelance|contributing|writer|"
    r"journalist|researcher|fellow|textbooks?|her cat|his cat|lives in|based in|university|"
    r"correspondent|teaches|teacher|writes about|author of)\b",
    re.IGNORECASE,
)


def stands_above(text: str) -> bool:
    """Whether ``text`` is furniture over an article: a credit, a byline, a date, a way through the site."""
    if len(text) > _LONGEST or _teaches(text):
        return False
    return (
        _ABOVE.fullmatch(text) is not None
        or _CAPTION.fullmatch(text) is not None
        or wording.is_masthead(text)
        or wording.is_noise(text)
    )


def is_caption(text: str) -> bool:
    """Whether ``text`` credits a picture."""
    return len(text) <= _LONGEST and (
        _CAPTION.fullmatch(text) is not None
        or re.match(
            r"(?:photo|image|illustration|picture)s? (?:credit|by|courtesy|from)\b|(?:photo|image): ",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def ends_article(text: str) -> bool:
    """Whether ``text`` stands under an article and ends it: a subscription, a biography, more stories."""
    if _END.match(text[:_LONGEST]) is None or (_teaches(text) and not ends_all(text)):
        return False
    return len(text) <= _LONGEST or wording.is_footer(text)


def _teaches(text: str) -> bool:
    """Whether ``text`` is a sentence with a word and its pinyin in it, as furniture seldom is."""
    return _WORD.search(text) is not None and has_stop(text)


_WORD = re.compile(
    r"[\u3400-\u9fff][”’\"']?\s?[(（][^()（）]{0,40}[\u00e0-\u00fc\u0101-\u01dc]"
    r"|[(（][\u3400-\u9fff]{1,12},?\s[^()（）]{0,40}[\u00e0-\u00fc\u0101-\u01dc]"
)


def ends_all(text: str) -> bool:
    """Whether ``text`` stands under an article and nowhere else."""
    return _LAST.match(text[:_LONGEST]) is not None


_LAST = re.compile(
    r"related (?:articles?|stories|posts?)|you (?:may|might) also (?:like|enjoy)|(?:\d+ )?comments?$|"
    r"leave a (?:reply|comment)|about the author|.{0,120}\bis a story from our issue"
    r"|-{2} ?$|← .{0,200}|.{0,120} →$|tags?\s?[:：]|copyright|©|all rights reserved",
    re.IGNORECASE,
)


def is_biography(text: str) -> bool:
    """Whether ``text`` says who wrote the article."""
    return _BIO.match(text) is not None and not _teaches(text) and len(_BIO_WORDS.findall(text)) >= 2
