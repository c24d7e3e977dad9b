"""Newsletters of our own writing, in every form in which one reaches an editor, and what must not pass for one."""

import textwrap
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.columns.newsletters.newsletter import EntryKind, Newsletter, headword, identifier, read_newsletter
from hanzi_column.domain.issue import Issue, Item, Term
from hanzi_column.errors import UnreadableInputError

HERE = Path(__file__).resolve().parent.parent
NEWSLETTERS = HERE / "newsletters"
SEED = HERE.parent.parent / "shared" / "seed" / "newsletter-micro-dramas.txt"

PLAIN = (NEWSLETTERS / "plain.txt").read_text(encoding="utf-8")
COLUMN_HEADLINE = "冰: The Character That Froze a River and Cooled a Friendship"
COLUMN_BLURB = "Our language column follows a few strokes of frost from the riverbank to the group chat."


def read(text: str | bytes, name: str = "newsletter.txt") -> Newsletter:
    return read_newsletter(text.encode() if isinstance(text, str) else text, name)


def read_file(name: str) -> Newsletter:
    return read_newsletter((NEWSLETTERS / name).read_bytes(), name)


def without_addresses(issue: Issue) -> Issue:
    def bare(item: Item) -> Item:
        return replace(item, url=None)

    advert = issue.magazine_issue
    return replace(
        issue, items=tuple(map(bare, issue.items)), magazine_issue=bare(advert) if advert else None, date=None
    )


def headlines(newsletter: Newsletter) -> list[tuple[str | None, str]]:
    return [(item.section, item.headline) for item in newsletter.issue.items]


EXPECTED = [
    (None, "The Night Shift: Who Carves China’s Ice Parks?"),
    (None, "Why Young People Are Taking Slow Trains Again"),
    (None, "What the Bathhouse Knows"),
    ("Chinese You Need", COLUMN_HEADLINE),
    ("What We’re Eating", "Sugar, Stick, Repeat: A Short History of Candied Hawthorn"),
]


def test_a_plain_newsletter_gives_its_issue_and_its_column() -> None:
    newsletter = read(PLAIN)
    issue = newsletter.issue
    assert issue.id == "who-builds-the-snow-slides-of-harbin"
    assert issue.title == "Who Builds the Snow Slides of Harbin?"
    assert issue.deck is not None
    assert issue.deck.startswith("Meet the night crews")
    assert issue.deck.endswith("a word for cold that means much more")
    assert issue.publisher == "The World of Chinese"
    assert (issue.date, issue.url) == (None, None)
    assert headlines(newsletter) == EXPECTED
    assert newsletter.entries[0].headword == "冰"
    assert newsletter.entries[0].kind is EntryKind.CHARACTER
    assert newsletter.entries[0].headline == COLUMN_HEADLINE
    assert newsletter.entries[0].blurb == COLUMN_BLURB
    assert newsletter.unnamed == ()


def test_the_call_to_read_on_is_no_part_of_a_blurb() -> None:
    blurbs = [item.blurb or "" for item in read(PLAIN).issue.items]
    assert blurbs[0].endswith("and asked what they do in July?")
    assert blurbs[2] == "Three generations, one pool, and all the gossip of a street."
    assert not any("Read more" in blurb for blurb in blurbs)


def test_the_advert_is_the_magazine_issue_and_no_item() -> None:
    issue = read(PLAIN).issue
    assert issue.magazine_issue is not None
    assert issue.magazine_issue.headline == "Cold Comfort: How the Northeast Became Cool"
    assert issue.magazine_issue.blurb is not None
    assert issue.magazine_issue.blurb.startswith("Factories closed")
    assert issue.magazine_issue.blurb.endswith("Order it before it thaws!")


@pytest.mark.parametrize("name", ["page.html", "mail.eml", "forwarded.txt"])
def test_one_newsletter_reads_the_same_in_every_form(name: str) -> None:
    assert without_addresses(read_file(name).issue) == without_addresses(read(PLAIN).issue)


def test_a_page_gives_the_addresses_that_it_has_and_no_others() -> None:
    issue = read_file("page.html").issue
    assert [item.url for item in issue.items] == [
        "https://www.example.org/ice",
        "https://www.example.org/trains?a=1&b=2",
        "https://www.example.org/bath",  # the headline runs a script; the button below leads to the story
        "https://www.example.org/bing",
        "https://www.example.org/sugar",
    ]
    assert issue.magazine_issue is not None
    assert issue.magazine_issue.url == "https://shop.example.org/cold"
    assert {item.url for item in read(PLAIN).issue.items} == {None}


def test_terms_outside_the_column_keep_their_pinyin_as_printed() -> None:
    assert read(PLAIN).issue.terms == (
        Term("糖葫芦", "tanghulu", "What We’re Eating"),
        Term("冻梨", "dònglí", "What We’re Eating"),
    )


@pytest.mark.parametrize(
    ("printed", "term"),
    [
        ("a bag of chaohuo (炒货) for two", Term("炒货", "chaohuo")),
        ("a bag of “chaohuo” （炒货） for two", Term("炒货", "chaohuo")),
        ("a bag of 炒货 (chǎohuò) for two", Term("炒货", "chǎohuò")),
        ("a bag of “炒货” (chaohuo, roasted nuts) for two", Term("炒货", "chaohuo")),
        ("a bag of nuts (炒货 chǎohuò, roasted) for two", Term("炒货", "chǎohuò")),
        ("a bag of nuts (chǎohuò 炒货) for two", Term("炒货", "chǎohuò")),
        ("a bag of 炒货 (roasted nuts) for two", Term("炒货", None)),
        ("a bag of 炒货 for two", Term("炒货", None)),
        ("they lie flat, tang ping (躺平), all day", Term("躺平", "tang ping")),
        ("her app, Hongguo (红果), grew", Term("红果", "Hongguo")),
        ("her new app (红果) grew", Term("红果", None)),
    ],
)
def test_each_form_of_a_term(printed: str, term: Term) -> None:
    text = PLAIN.replace("We are bricklayers in a hurry", f"We buy {printed}")
    assert read(text).issue.terms[0] == term


def test_a_term_is_named_once_with_pinyin_where_any_place_has_it_and_never_the_headword() -> None:
    text = PLAIN.replace("We are bricklayers", "We saw 冰 (bīng) by hand and eat 糖葫芦 and 冻梨; we are bricklayers")
    assert [(term.hanzi, term.pinyin) for term in read(text).issue.terms] == [
        ("糖葫芦", "tanghulu"),
        ("冻梨", "dònglí"),
    ]


@pytest.mark.parametrize(
    ("headline", "word", "kind"),
    [
        ("利: The Character That Reaps", "利", EntryKind.CHARACTER),
        ("利：The Character That Reaps", "利", EntryKind.CHARACTER),
        ("利 — The Character That Reaps", "利", EntryKind.CHARACTER),
        ("“利”: The Character That Reaps", "利", EntryKind.CHARACTER),
        ("On the Character: 吃", "吃", EntryKind.CHARACTER),
        ("The Character 联 and Its Threads", "联", EntryKind.CHARACTER),
        ("内卷: The Race That Nobody Wins", "内卷", EntryKind.WORD),
        ("「城中村」：Villages Inside the City", "城中村", EntryKind.WORD),
        ("人山人海, a Mountain and a Sea of People", "人山人海", EntryKind.PHRASE),
        ("站着说话，不腰疼: Easy for You to Say", "站着说话不腰疼", EntryKind.PHRASE),
    ],
)
def test_a_headline_names_its_headword(headline: str, word: str, kind: EntryKind) -> None:
    assert headword(headline) == word
    newsletter = read(PLAIN.replace(COLUMN_HEADLINE, headline))
    assert [(entry.headword, entry.kind, entry.headline) for entry in newsletter.entries] == [(word, kind, headline)]


def test_a_headline_without_hanzi_or_with_a_whole_sentence_names_no_headword() -> None:
    assert headword("The Character That Reaps") is None
    assert headword("一二三四五六七八九十一二三: Counting on") is None
    newsletter = read(PLAIN.replace(COLUMN_HEADLINE, "The Character That Froze a River"))
    assert newsletter.entries == ()
    assert [item.headline for item in newsletter.unnamed] == ["The Character That Froze a River"]


def test_two_items_in_the_section_are_two_entries() -> None:
    second = "内卷: The Word That Ran in Circles\nNobody wins it, and (内卷, nèijuǎn) everybody runs. Read more\n"
    newsletter = read(PLAIN.replace(f"{COLUMN_BLURB}\n", f"{COLUMN_BLURB}\n{second}"))
    assert [entry.headword for entry in newsletter.entries] == ["冰", "内卷"]
    assert newsletter.entries[1].blurb == "Nobody wins it, and (内卷, nèijuǎn) everybody runs."
    assert "内卷" not in {term.hanzi for term in newsletter.issue.terms}


def test_an_item_without_a_blurb_does_not_swallow_the_section_after_it() -> None:
    newsletter = read(PLAIN.replace(f"{COLUMN_BLURB}\n", ""))
    assert headlines(newsletter) == EXPECTED
    assert newsletter.entries[0].blurb is None


def test_a_newsletter_without_the_section_is_still_an_issue() -> None:
    newsletter = read(PLAIN.replace(f"Chinese You Need\n{COLUMN_HEADLINE}\n{COLUMN_BLURB}\n", ""))
    assert headlines(newsletter) == EXPECTED[:3] + EXPECTED[4:]
    assert newsletter.entries == ()


LINES = PLAIN.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PLAIN.replace("\n", "\r\n"), id="lines end as on Windows"),
        pytest.param(PLAIN.replace("\n", "\n\n"), id="an empty line after each"),
        pytest.param(PLAIN.replace("👇👇👇\n", ""), id="no line of emoji"),
        pytest.param(PLAIN.replace("👇👇👇", "✨ 🧊 ✨"), id="other emoji"),
        pytest.param("\n".join([LINES[0], *LINES[2:]]), id="no deck"),
        pytest.param("\n".join([LINES[0], f"{LINES[1]}.", *LINES[2:]]), id="a deck with a full stop"),
        pytest.param("\n".join([*LINES[:2], *LINES[5:]]), id="no editorial"),
        pytest.param("\n".join([LINES[0], *LINES[6:]]), id="neither deck nor editorial"),
        pytest.param(PLAIN.replace("Chinese You Need", "🧧 CHINESE YOU NEED 🧧"), id="a section with ornaments"),
        pytest.param(PLAIN.replace("We’re Eating", "We're Eating"), id="a straight apostrophe"),
        pytest.param(PLAIN.replace("Chinese You", "Chi\u00adnese\u00a0\u200bYou"), id="invisible characters"),
        pytest.param(PLAIN.replace("Buy Our Latest Issue", "Get the New Issue Today!"), id="another advert"),
        pytest.param(PLAIN.replace(" Read more", ""), id="no calls to read on"),
        pytest.param(PLAIN + "\nFollow us on Instagram\nUnsubscribe\n© 2025 Example, Street 19\n", id="a footer"),
        pytest.param("\n\n".join(textwrap.fill(line, 72) for line in LINES if line), id="wrapped at the margin"),
        pytest.param("\n".join(f">> {line}" for line in LINES), id="quoted twice"),
    ],
)
def test_the_entries_are_found_however_the_newsletter_is_set(text: str) -> None:
    found = [
        (section and section.replace("'", "’").strip("🧧 "), headline) for section, headline in headlines(read(text))
    ]
    assert [(section and section.casefold(), headline) for section, headline in found] == [
        (section and section.casefold(), headline) for section, headline in EXPECTED
    ]
    newsletter = read(text)
    assert [entry.headword for entry in newsletter.entries] == ["冰"]
    assert newsletter.issue.magazine_issue is not None
    assert newsletter.issue.magazine_issue.headline.startswith("Cold Comfort")


def test_other_sections_with_several_items_each() -> None:
    text = PLAIN.replace(
        "What We’re Eating\n",
        "Off the Rails\nThe Last Steam Engine of Jixi\nIt still runs on Sundays. Read more\n"
        "A Timetable for Dreamers\nOne train a week, and nobody minds. Read more\nWhat We’re Eating\n",
    )
    assert headlines(read(text))[4:6] == [
        ("Off the Rails", "The Last Steam Engine of Jixi"),
        ("Off the Rails", "A Timetable for Dreamers"),
    ]


def test_addresses_in_plain_text_belong_to_the_entry_before_them() -> None:
    text = PLAIN.replace("July? Read more", "July? Read more (https://www.example.org/ice)")
    text = text.replace("judgment. Read more", "judgment.\nRead more: https://www.example.org/trains")
    text = text.replace("street. Read more", "street. Read more <https://www.example.org/bath>")
    issue = read(text).issue
    assert [item.url for item in issue.items] == [
        "https://www.example.org/ice",
        "https://www.example.org/trains",
        "https://www.example.org/bath",
        None,
        None,
    ]
    assert [item.blurb for item in issue.items] == [item.blurb for item in read(PLAIN).issue.items]


def test_a_newsletter_kept_as_markdown() -> None:
    text = """
        # Who Builds the Snow Slides of Harbin?

        *Meet the night crews behind the ice parks*

        The crews start early. They finish late.

        ---

        ## [The Night Shift: Who Carves the Parks?](https://www.example.org/ice)

        By midnight the tourists have gone. [Read more](https://www.example.org/ice)

        # Chinese You Need

        ## **冰: The Character That Froze**

        Our column follows it. [Read more](https://www.example.org/bing)
    """
    newsletter = read(textwrap.dedent(text), "newsletter.md")
    assert newsletter.issue.deck == "Meet the night crews behind the ice parks"
    assert newsletter.issue.items == (
        Item(
            "The Night Shift: Who Carves the Parks?",
            None,
            "By midnight the tourists have gone.",
            "https://www.example.org/ice",
        ),
        Item(
            "冰: The Character That Froze", "Chinese You Need", "Our column follows it.", "https://www.example.org/bing"
        ),
    )


STORY = "<h2><a href='https://e.example/{0}'>{1}</a></h2><p>{2} <a href='https://e.example/{0}'>Read more</a></p>"


def html(body: str) -> str:
    return f"<html><head><title>The Cats of the Hutongs</title></head><body>{body}</body></html>"


def test_a_page_whose_sections_and_headlines_are_headings_of_one_rank() -> None:
    newsletter = read(
        html(
            "<h1>The Cats of the Hutongs</h1><p>Who feeds them, and why they stay</p><p>They sit. They watch.</p>"
            + STORY.format(1, "The Oldest Cat of Gulou", "She has a chair of her own.")
            + "<h2>Chinese You Need</h2>"
            + STORY.format(2, "猫: The Character That Purrs", "A tail on the left.")
            + "<h2>What We're Reading</h2>"
            + STORY.format(3, "Ten Books", "One is about dogs.")
            + STORY.format(4, "A Poem", "It is short.")
        ),
        "page.html",
    )
    assert headlines(newsletter) == [
        (None, "The Oldest Cat of Gulou"),
        ("Chinese You Need", "猫: The Character That Purrs"),
        ("What We're Reading", "Ten Books"),
        ("What We're Reading", "A Poem"),
    ]
    assert newsletter.issue.deck == "Who feeds them, and why they stay"


def test_a_section_drawn_as_an_image_and_a_button_as_advert() -> None:
    newsletter = read(
        html(
            "<h1>The Cats of the Hutongs</h1>"
            + STORY.format(1, "The Oldest Cat of Gulou", "She has a chair of her own.")
            + "<img alt='Chinese You Need' src='x.png'><h3>猫—A Tail on the Left</h3><p>A cat, a field.</p>"
            + "<h3>Cat Nation</h3><p>Our magazine is all fur.</p>"
            + "<a href='https://shop.example/'>Buy our latest issue</a><footer>Unsubscribe</footer>"
        ),
        "page.html",
    )
    assert [entry.headword for entry in newsletter.entries] == ["猫"]
    assert newsletter.issue.magazine_issue == Item(
        "Cat Nation", None, "Our magazine is all fur.", "https://shop.example/"
    )


def test_hidden_text_scripts_and_small_print_are_not_read() -> None:
    issue = read_file("page.html").issue
    everything = f"{issue}"
    for hidden in ("slow trains and candied", "Outlook only", "View this email", "Facebook", "mailing address", "北京"):
        assert hidden not in everything
    assert issue.deck is not None
    assert issue.deck.startswith("Meet the night crews")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It was a cold night. The lamps were lit.\n\n" * 400, id="a novel"),
        pytest.param(
            "CHAPTER ONE\n\nThe River\n\n" + "He rowed on and on, and the ice rowed with him. " * 90, id="book"
        ),
        pytest.param("# hanzi\n\nA tool.\n\n## Install\n\n    pip install hanzi\n\n## Licence\n\nMIT\n", id="a README"),
        pytest.param("import os\n\n\ndef main():\n    return os.name\n\n\nif __name__:\n    main()\n", id="a program"),
        pytest.param("id,name\n1,a\n2,b\n", id="a table"),
        pytest.param("hello", id="a word"),
        pytest.param("👇👇👇\n\n***\n", id="nothing but ornaments"),
        pytest.param(
            "Chinese You Need\n利: The Character That Cuts\nBy Lin Example\n" + "A knife is an old tool. " * 200,
            id="the column's own article",
        ),
        pytest.param(
            html(
                "<h1>The Old Mill</h1>"
                + "<p>It stands by the river, and nobody has asked it why. </p>" * 120
                + "<h3>Related</h3>"
                + STORY.format(1, "The New Mill of the Valley", "It stands elsewhere.")
                + STORY.format(2, "The River Itself", "It runs.")
            ),
            id="an article with others below it",
        ),
    ],
)
def test_what_is_no_newsletter_is_refused_in_words(text: str) -> None:
    with pytest.raises(UnreadableInputError, match=r"^some\.txt is no newsletter: .+ Save the whole newsletter"):
        read(text, "some.txt")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Are China’s Micro-Dramas Really Evolving?", "are-chinas-micro-dramas-really-evolving"),
        ("Are China's Micro-Dramas Really Evolving?", "are-chinas-micro-dramas-really-evolving"),
        ("Lǎo Gān Mā: A Sauce!", "lao-gan-ma-a-sauce"),
        ("CON", "issue-con"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_an_issue_is_identified_by_the_words_of_its_title(title: str, expected: str) -> None:
    assert identifier(title) == expected


@given(st.text())
def test_any_title_gives_an_id_that_is_a_harmless_file_name(title: str) -> None:
    made = identifier(title)
    assert made == identifier(title)
    assert made.isascii()
    assert 1 <= len(made) <= 60
    assert made.replace("-", "").isalnum()
    assert made == made.lower().strip("-")


def test_titles_without_letters_still_get_different_ids() -> None:
    assert identifier("冬天") != identifier("春天")
    assert identifier("2025").startswith("issue-")


PIECES = st.sampled_from(
    [
        *LINES,
        *(NEWSLETTERS / "page.html").read_text(encoding="utf-8").split("\n"),
        "From: a",
        "Subject: b",
        "MIME-Version: 1.0",
        "Content-Type: multipart/mixed; boundary=b",
        "--b",
        "> > >",
        "<div style='",
        "<!--",
        "[a](http://b)",
        "(",
        "炒货 (",
        "\ufeff",
    ]
)


def read_or_refuse(content: bytes, name: str) -> str:
    """Return the title that was found, or the sentence that refuses the file; anything else raised fails the test."""
    try:
        return read_newsletter(content, name).issue.title
    except UnreadableInputError as error:
        return str(error)


@given(st.lists(st.one_of(PIECES, st.text()), max_size=40), st.sampled_from(["a.txt", "a.html", "a.eml", "a.md"]))
def test_reading_any_text_gives_a_newsletter_or_one_sentence(pieces: list[str], name: str) -> None:
    assert read_or_refuse("\n".join(pieces).encode("utf-8", "replace"), name)


@given(st.binary(), st.sampled_from(["a.txt", "a.html", "a.eml"]))
def test_reading_any_bytes_gives_a_newsletter_or_one_sentence(content: bytes, name: str) -> None:
    assert "\n" not in read_or_refuse(content, name)


@pytest.mark.parametrize(
    "piece", ["(", "[", ">", "> ", "<", "<!--", "<a '", "<div>", "炒(a", "From: x\n", "\u0300\u0316"]
)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_great_deal_of_one_thing_is_refused_and_not_choked_on(piece: str, name: str) -> None:
    with pytest.raises(UnreadableInputError):
        read("x" + piece * (200_000 // len(piece)), name)


@pytest.mark.skipif(not SEED.exists(), reason="the newsletter itself is not ours to ship; it lies beside the checkout")
def test_the_real_newsletter() -> None:
    newsletter = read_newsletter(SEED.read_bytes(), SEED.name)
    issue = newsletter.issue
    assert issue.id == "are-chinas-micro-dramas-really-evolving"
    assert [item.section for item in issue.items] == [None, None, None, "Chinese You Need", "What We’re Eating"]
    assert issue.items[3].headline == "利: The Character That Reaps Everything from Crops to Profits and Wealth"
    assert [entry.headword for entry in newsletter.entries] == ["利"]
    assert issue.terms == (Term("炒货", "chaohuo", "What We’re Eating"),)
    assert issue.magazine_issue is not None
    assert issue.magazine_issue.headline.startswith("Urban Renewal")
    assert issue.publisher == "The World of Chinese"
    for item in issue.items:
        assert item.blurb
        assert not item.blurb.endswith("Read more")
    assert "Take a closer look" not in str(issue)
