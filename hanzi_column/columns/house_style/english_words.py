"""Small words of English, by what they tell about a phrase that may be a gloss."""

from typing import Final

# Where the English before a bracket is no longer its gloss: “is known as the blade edge (刀刃 dāorèn)”.
BOUNDARY: Final = frozenset(
    (
        "a an the this these that those its his her their our your my whose is are was were be been being am "
        "has have had having do does did can could will would shall should may might must as means mean "
        "meaning meant called calls call named known termed dubbed and or but nor with by in on at from into "
        "onto like such for than then so too say says said saying word words phrase phrases character "
        "characters term terms expression idiom idioms to about over under between among during because when "
        "where while if who whom which what how why not also often usually sometimes always never only just "
        "even still simply literally through around after before without within against across toward towards "
        "upon via per rather put go goes going make makes making it they he she we you i one's today now "
        "there here some any each every no another other others became become becomes include includes "
        "including use uses used using "
    ).split()
)
PARTS: Final = ("radical", "component", "element", "character")
PREPOSITIONS: Final = frozenset("on in at with by from into over under through for like across against without".split())
CLAUSE: Final = frozenset(
    "to who that which can will would could should must may might and or but is are was were be been being it they he "
    "she we you i as so not never when while if because than then where whose what how".split()
)
IDIOM: Final = 4
"""Hanzi of an idiom, whose gloss may be a whole clause."""

ADVERBIAL: Final = frozenset(
    (
        "in at on for from to by with after before during since as if when while because although though "
        "unlike like today now then later once here there however instead meanwhile finally first second "
        "still thus hence therefore of course usually often sometimes yet so and but or nor also too again "
        "moreover besides naturally similarly according under over through until till without within among "
        "between despite such even only perhaps maybe "
    ).split()
)
"""What begins an adverbial, which glosses nothing: “In many cities, 里弄 (lǐlòng) are …”."""
DETERMINERS: Final = frozenset("a an the this that these those its his her their our your my one’s one's".split())

OF_WHAT: Final = frozenset(
    "pair cup bowl pot glass bottle piece kind type sort game art school form way set head sheet king man woman son "
    "daughter god goddess festival day night end start top bottom bird word lack sense state act point house ministry "
    "head master matter place balance change piece peace sea love crime law language city".split()
)
"""Nouns after which “of” goes on with the same phrase: “a pair of gloves”."""
LINKING: Final = frozenset("is are was were be called comes came counted counts".split())
"""Verbs after which a phrase stands that may be restated."""

FINITE: Final = frozenset("feels feel has have had does did goes makes gets looks keeps".split())
"""Verbs that make a whole clause of what begins with an article: “a day feels like a year”."""

NUMBERS: Final = frozenset("two three four five six seven eight nine ten twelve hundred thousand".split())
GENERIC: Final = frozenset(
    "opposite name names half first second last other word words term phrase idiom expression character saying verb "
    "who which that industry kind sort one ones thing".split()
)
"""Words that no gloss has in it."""

IN_TITLES: Final = frozenset("of the under in on and for over to from a with".split())
