"""Phrases that tell what Chinese is: a part of the character, a form of it, a quoted line, a saying, an example."""

import re
from typing import Final

_POSITION: Final = (
    r"(?:on (?:the|its|their|each) (?:very )?(?:upper |lower )?(?:top|left|right|bottom|side|inside|"
    r"outside|left[- ]hand side|right[- ]hand side|left side|right side)"
    r"|on top|in between|between them|on either side|at (?:the|its) (?:very )?(?:top|bottom|left|right|side|base|foot|"
    r"cent(?:er|re))|(?:just |right )?(?:above|below|beneath|underneath|under it|over it)"
    r"|to (?:the|its) (?:left|right)|in the (?:middle|cent(?:er|re))|inside(?: it)?|(?:up|down) (?:top|below|there))"
)
_PART: Final = (
    r"(?:radical|component|element|part|half|phonetic|determinative|signific|side|top|bottom|left|right|base|roof|"
    r"(?:pronunciation|sound|phonetic|meaning) (?:aid|hint|clue|component|part|element|indicator|radical))s?"
)
_LINK: Final = (
    r"(?:[\s,:—–-]|\b(?:is|was|being|are|were|means|meaning|called|a|an|the|by|that is|namely|from|"
    r"with|which|it|now|today|really|looks?|like|"
    r"resembl(?:es|ed|ing)|shows?|depict(?:s|ed|ing)?|represent(?:s|ed|ing)?|simplified|as|for|comes?|"
    r"stands?|sits?|known|still|simply|just|"
    r"another|one|two|three|character|sign|symbol|written|has|had|have|in|into|of|there)\b|[“\"‘][^“”\"]{1,40}[”\"’])"
)
PART_BEFORE: Final = re.compile(
    rf"(?:\b{_PART}\b|{_POSITION}\b){_LINK}{{0,8}}(?:[a-z-]+,? ){{0,3}}[“\"‘(\[（]*$", re.IGNORECASE
)
"""Right before a part: “the radical ”, “the bottom part of the character, ”, “on top it now looks like ”."""

PART_WITH_ENGLISH: Final = re.compile(
    rf"(?:\b{_PART}\b|{_POSITION}\b){_LINK}{{0,8}}(?:[“\"‘][^“”\"]{{1,40}}[”\"’]|(?:[A-Za-z’'-]+ ){{1,3}}?)\s*[(\[（]$",
    re.IGNORECASE,
)
"""The same before a bracket, with the English of the part between: “a radical meaning “to beg” (”."""

_DOES: Final = (
    r"(?:indicat|giv|lend|provid|suppl|suggest|hint|represent|mark|carr|serv|act|work|contribut|tell|"
    r"show|play|add|function|guid|explain)\w*"
)
PART_AFTER: Final = re.compile(
    rf"^[,”’\"')\s]*(?:(?:which |that |here |is |was |as |sits |sat |stands |stood |lies |lie |lying |goes |placed |"
    rf"standing |sitting |tucked |squeezed |written |still |both |down |up |hanging |added )*"
    rf"(?:{_POSITION}\b|(?:the |a |an )?(?:radical|component|phonetic)\b)|(?:as |for |is |was |"
    rf"being )+(?:only |simply |just |merely |used |there |here |mainly |its |the |a |an |to )*"
    r"(?:sound|phonetic|semantic|meaning|radical|signific|pronunciation|hint|clue)|(?:which is |is |"
    r"it is )?there (?:only |purely |merely |just |simply )*for (?:the |its )?(?:sound|meaning|"
    r"pronunciation)|"
    r"to (?:tell|give|show|say|hint|indicate|suggest|mark)\b[^.;!?]{0,40}\b(?:sound|say it|"
    r"pronounc\w+|pronunciation|meaning|read)|"
    r"(?:standing|wrapped|balanced|sitting|bowed|perched|squatting|carried|stacked|placed|tucked|"
    r"squeezed|hidden|kneeling|leaning) (?:between|around|on|over|under|above|below|beneath|along|"
    r"atop|inside|in|next|beside|by)\b|(?:which |that |here |itself |only |merely |also |simply |"
    r"alone )*"
    rf"{_DOES}\b[^.;!?]{{0,40}}\b(?:sound|pronunciation|phonetic|meaning|component|radical|pronounced|read)"
    r"|,? ?(?:side by side|radical|component))",
    re.IGNORECASE,
)
"""Right after a part: “ radical”, “ on the left”, “ below”, “ indicates pronunciation”, “ as the sound component”."""

PART_MARKS: Final = re.compile(
    r"(?:(?:takes?|gets?|draws?|borrows?|owes?|has|with) its (?:meaning|sound|pronunciation|sense)|"
    r"consist(?:s|ing|ed)? of|compos(?:es|ed|ing) of|compris(?:es|ed|ing)(?: of)?|made up (?:of|"
    r"from)|made (?:of|from|by)|built (?:from|of|out of|up of)|"
    r"form(?:s|ed)? (?:by|from|of|with)|combin(?:es|ing|ed|ation of)|(?:split|broken?|fall|take|taken|"
    r"divide\w*) (?:apart )?(?:down |up )?into|mak(?:es?|ing) out|made out|"
    r"sees? in it|seems? to be an?|a compound of|deriv(?:es|ed|ing) (?:it |the character |"
    r"this )?from|apart into|sum of|together mak\w+|marries|fuses|fusion of)"
    r"\b[^.;!?]{0,160}$",
    re.IGNORECASE,
)
"""Somewhere before a part in its sentence, on its own enough: “consists of”."""

WEAK_PART_MARKS: Final = re.compile(
    r"\b(?:join(?:s|ed|ing)?|add(?:s|ed|ing)?|pair(?:s|ed|ing)?|plac(?:es|ed|ing)|put(?:s|ting)?|"
    r"sets?|contain(?:s|ed|ing)?|show(?:s|ed|ing)?|"
    r"depict(?:s|ed|ing)?|merg\w+|stack\w*|with|had|has|held|holding|beside|over|above|below|under|"
    r"beneath|inside|within|between|atop|next to|plus|"
    r"pictures?|enclos\w+|surround\w+|fram(?:es|ed|ing)|read as|seen as|interpret\w+ as|identif\w+ (?:as|with)|"
    r"attached|sees?|saw|seen|recipe is|"
    r"wrapped around|balanced on|bowed under|carried along by|wrote|"
    r"write|written|drew|draws?|drawn|look(?:s|ed)? like|resembl(?:es|ed|ing)|borrow(?:s|ed|ing)|"
    r"takes?|took|kept|keeps|gave|gives|lends?|lent)\b[^.;!?]{0,120}$",
    re.IGNORECASE,
)
"""Somewhere before a part in its sentence, enough where the sentence speaks of form."""

SPEAKS_OF_FORM: Final = re.compile(
    r"\b(?:radicals?|components?|phonetic|(?:above|below|beneath|under|inside) it|oracle|bones|"
    r"bronzes?|inscriptions?|recipe|"
    r"pa?l(?:a)?eograph\w+|etymolog\w+|for the sound|how to say it|seal script|clerical|glyph|graph|"
    r"pictograph|ideograph|pictogram|ideogram|drawing|strokes?|"
    r"traditional|simplified|old form|original form|earliest form|early forms?|ancient form|simplified form|"
    r"full form|form of the character|sound component|"
    r"pronunciation|left(?:-hand)? side|right(?:-hand)? side|the left|the right|on top|upper|lower|"
    r"bottom|script|scribes?|the character|was drawn|drawn as|compound)\b",
    re.IGNORECASE,
)

NO_PART: Final = re.compile(
    r"(?:\b(?:left|right|top|bottom|side|half|part|radical|component|sound|head|foot|end|inside|"
    r"middle) (?:of|in)|\b(?:on top|below|beneath|above|side|left|right|base) for|such as|as in|"
    r"including|characters? (?:like|such as|with|for)|words? (?:like|for|such as|with)|"
    r"\b(?:you (?:can |will |may )?(?:have|get)|left (?:[a-z]+ ){0,3}to|becom(?:es?|ing)|became|"
    r"turn(?:s|ed|ing)? (?:it )?(?:in)?to|chang(?:es|ed|"
    r"ing) (?:in)?to|to form|forms|makes|yields|gives (?:us|you|birth to)|for example|for instance|"
    r"call(?:s|ed)?|verbs?|nouns?|words?|synonyms?|antonyms?|opposites?|homophones?|cousins?|"
    r"siblings?|relatives?|(?:found|seen|used|hidden) in|mistaken for|confused with|distinct from|"
    r"appears in|compare|unlike|like its|instead of|replaced|means|"
    r"meaning|rhymes with|measure word|word for|term for|verb for)|"
    r"\b(?:pronounced|sounds)(?: exactly| just)? (?:like|as)|\bread like|same (?:as|sound as)|"
    r"used (?:together )?with|together with|along with|"
    r"(?:things|everything|anything)\b[^.;!?]{0,60}(?: from| to|:|,|,? and|,? or| including))"
    r"[\s,:]*(?:the |a |an |its |his |their |our |character )*[“\"‘(\[（]*$",
    re.IGNORECASE,
)
"""Right before a character that is no part of the headword: “as in ”, “such as ”, “on the left of ”, “becomes ”."""

PART_BECOMES: Final = re.compile(
    r"\b(?:half|halves|side|part|top|bottom|figure|drawing|picture|element|component|radical|"
    r"hand|foot|head|base)\b"
    r"[^.;!?]{0,50}(?<!\bit )\b(?:becom\w+|became|turn(?:s|ed) into|chang(?:es|ed) (?:in)?to|written as|"
    r"simplified (?:to|into|as)|shrunk to|reduced to)\s(?:a |an |the |mere )*[“\"‘(\[（]*$",
    re.IGNORECASE,
)
"""Right before what a part has become: “the lower half has become ”."""

ON_TOP_OF: Final = re.compile(
    r"^[\s,)]*(?:standing |sitting |placed |written )?(?:on top of|over|above|below|beneath|under|next to|beside)"
    r"(?: (?:of|a|an|the|another|one|[“\"‘][^“”\"]{1,30}[”\"’]|[a-z]+(?= [(（]))){0,3}\s*[“\"‘(\[（]*$",
    re.IGNORECASE,
)
"""Between a part and the one that it is set over: “a bamboo (竹 zhú) on top of a ”."""

FOR_SOUND: Final = re.compile(
    r"\bfor (?:the|its) (?:sound|pronunciation)\b[^.;!?]{0,40}[“\"‘(\[（]$|\b(?:shortened|abbreviated|clipped|trimmed) "
    r"[“\"‘(\[（]*(?:[^“”\"]{1,30}[”\"’] ?)?[(（]*$",
    re.IGNORECASE,
)
"""Right before a part that is there for its sound: “only there for its sound, being a shortened “boar” (”."""

MAKES_ANOTHER: Final = re.compile(r"^[^.;!?]{0,40}\b(?:and|then|to) (?:you )?(?:have|get|make|form)\b")
"""After a part that is added to the headword for another character: “ beneath it and you have 聋”."""

JOINED: Final = re.compile(
    r"(?:\w+ing (?:on|in|at|against|inside|under|over)|\b(?:placed|set|put|written|inside|"
    r"within)(?: in| on| into)?|\band|\bwith|\bplus|\+|,|\bor|\bnext to|\bbeside|\bover|\babove|"
    r"\bbelow|\bbeneath|\bunder|"
    r"\band then|\bas well as)\s*(?:the |a |an |another |one |two |three |"
    r"its )*(?:[“\"‘][^“”\"]{1,30}[”\"’]\s*|[a-z’'-]+ ){0,2}[“\"‘(\[（]*$",
    re.IGNORECASE,
)
"""Between two parts of the same character: “… and a ”."""

JOINED_AFTER: Final = re.compile(
    r"^[\s,]*(?:and|with|plus|\+|over|above|on top of|atop|beside|next to|beneath|below|under|"
    r"wrapped around|balanced on|bowed under|carried along by|carried by|standing (?:on|in|over|under|"
    r"beside|next to)|"
    r"sitting (?:on|in|over|under)|followed by|joined (?:to|with|by)|combined with|then)\b[^.;!?]{0,50}$",
    re.IGNORECASE,
)
"""Between a character and the part after it: “ plus ”, “ wrapped around ”."""

BECOMES: Final = re.compile(
    r"\b(?:becom(?:es?|ing)|became|squeez\w+ (?:itself )?into|slims? (?:down )?(?:in)?to|shrinks? (?:in)?to|turn(?:s|"
    r"ed) (?:in)?to|written(?: as)?|form(?:s)? of|reduced to|shortened to|simplified (?:as|"
    r"to))[\s,:]*(?:the |a |an )?[“\"‘(\[（]*$",
    re.IGNORECASE,
)
"""Before the shape that the headword itself takes elsewhere."""

_FORM_NOUN: Final = (
    r"(?:chinese|form|character|version|script|way|variant|simplified|traditional|spelling|shape|writing)"
)
OTHER_FORM: Final = re.compile(
    rf"\b(?:(?:traditional(?:ly)?|simplified|unsimplified)(?:[\s,-]+{_FORM_NOUN})*"
    rf"|(?:old(?:er|est)?|original(?:ly)?|ancient|complex|full|variant|modern|earlier|earliest|former|"
    rf"long)(?:[\s,-]+{_FORM_NOUN})+)"
    r"(?:[\s,:—–-]|\b(?:is|was|of|as|it|written|still|form|character|the|now|in|looks?|like|same|"
    r"shape|headword|sign|our|"
    r"this|they|are)\b)*[“\"‘(\[（]*$",
    re.IGNORECASE,
)
"""Right before another form of the headword: “in its traditional form, ”."""
TO_FORM: Final = re.compile(
    r"\b(?:to form|resulting in|giving us|giving|forming|yielding|simplified (?:from|to|into))(?: its|"
    r" the| today’s| the traditional| the modern| modern)?[\s,:]*[“\"‘(\[（]*$",
    re.IGNORECASE,
)

SAYING: Final = re.compile(
    r"\b(?:sayings?|two-part|xiehouyu|proverbs?|adages?|maxims?|idioms?|chengyu|expressions?|"
    r"as they say|people say|"
    r"motto|slogan|wisdom|phrases?|byword|catchphrase|aphorisms?|rule of thumb|the old joke|"
    r"tongue[- ]twister|folk rhyme|they say|rhymes?|"
    r"grandmothers?)\b",
    re.IGNORECASE,
)
ATTRIBUTED: Final = re.compile(
    r"\b(?:wrote|writes|writing|written by|poems?|poets?|poetry|philosophers?|verses?|lines? (?:by|"
    r"from|of)|couplets?|classics?|analects|mencius|confucius|confucian|laozi|lao tzu|zhuangzi|"
    r"argued|argues|shuowen|dictionar(?:y|ies)|dynasty|historian|scholars?|according to|quot(?:es?|ed|"
    r"ing)|defin(?:es?|ed|ition)|explains?|explained|recorded|recit\w+|lyrics?|song|novel|essay|"
    r"essayist|chapter|"
    r"in (?:his|her) words|his words|her words|said|says|letter|lament(?:s|ed)|sighed?|sighs|sang|"
    r"sings|sung|boast(?:s|ed)|advis(?:es|ed)|asked|replied|answered|declared|famous line|line)\b|"
    r"[A-Z][a-z]+ ?[(（][\u4e00-\u9fff]{2,4}[ ,)）]|\d{3,4} ?[–—-] ?\d{3,4}",
    re.IGNORECASE,
)
NAMES_SOMEBODY: Final = re.compile(
    r"》|[A-Z][a-z]+ ?[(（“\"][\u4e00-\u9fff]{2,4}[ ,)）”\"]|\d{3,4} ?[–—-] ?\d{3,4}"
    r"|\b(?:wrote|writes|poem|poet|verse|lines?)\b"
)
"""A work, a person with the name in Chinese, or the years of a life."""

ATTRIBUTED_AFTER: Final = re.compile(
    r"^[.,”’\"')\s]{0,6}(?:(?:as |so |thus )?(?:said|says|say|explains|explained|comments|argued|"
    r"argues|wrote|writes|write|asked|"
    r"asks|sighed|sighs|sang|sings|goes|reads|boasts?|boasted|laments?|lamented|advises|advised|"
    r"according to|is how|are the|runs? the|"
    r"begins|declared|declares|remarked|remarks|quipped|complained|complains|warns|warned)\b|(?:when |"
    r"so |he |she |[A-Z][a-z]+ )?(?:[A-Z][a-z]+ ){0,3}(?:[(（][^()（）]{2,40}[)）] )?(?:wrote|writes|said|"
    r"says|asked|asks|argued|sang|sighed|told|tells|sniffed|muses|mused)\b"
    r"|(?:the |a |his |her )(?:[a-z]+ ){1,3}(?:[A-Z][a-z]+ ){1,3}?[(（])"
)
SAYING_AFTER: Final = re.compile(
    r"^[.,”’\"')\s]{0,6}(?:as )?(?:says?|goes|runs|has it|as) (?:the|an|an old|one|a|they|people|"
    r"a common)\b[^.;!?]{0,20}\b(?:saying|proverb|adage|maxim|say|idiom)|^[.,”’\"')\s]{0,6}(?:people|"
    r"they|parents|teachers) (?:say|like to say)",
    re.IGNORECASE,
)
EXAMPLE: Final = re.compile(
    r"\b(?:for example|for instance|e\.g\.|such as|like|as in|say|saying|might hear|can say|could say|"
    r"you say|might say|will say|would say|ask|tell)\b[^.;!?]{0,30}$",
    re.IGNORECASE,
)
INTRODUCES: Final = re.compile(
    r"\b(?:wrote|writes|written|says?|said|sang|sings|asks?|asked|verses?|lines?|poems?|couplets?|"
    r"lyrics?|song|classic|analects|mencius|confucius|laozi|zhuangzi|shuowen|quot\w+|"
    r"recites?|answer(?:s|ed)|repl(?:ies|ied))\b[^.;!?]{0,12}$",
    re.IGNORECASE,
)
"""Right before Chinese that is quoted in the middle of a sentence."""

DEFINES: Final = re.compile(
    r"\b(?:defin|explain|gloss|describ)(?:es|ed|s)\b[^.;!?]{0,80}$|shuowen[^.;!?]{0,60}$|"
    r"dictionary[^.;!?]{0,110}$",
    re.IGNORECASE,
)
"""Before what a dictionary says."""

CLASSICAL: Final = re.compile(r"[也曰矣焉哉兮乎]")
