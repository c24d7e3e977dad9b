"""An article is found in any page that holds one: headword, headline, deck, address and body, and nothing around."""

import base64
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.columns.articles.article import Article, recognise_article
from hanzi_column.columns.articles.reading import ArticleReading, read_article
from hanzi_column.columns.pages.page import read_page
from hanzi_column.domain.text import hanzi_only
from hanzi_column.errors import UnreadableInputError

BODY = """\
Every gate has two leaves, and every city once had gates. The character 门 (mén, door) still shows the frame of one, \
as the old form did on the bones of the Shang dynasty, and nobody who sees it can forget it.
A doorway is a 门口 (ménkǒu, doorway), a ticket is a 门票 (ménpiào, entrance ticket), and whoever is new to a subject \
stands at the 入门 (rùmén, “entering the door”), which is where all of us have stood.""".split("\n")
PLAIN = f"""On the Character: 门
Photo Credit: Sun Tong
Opening up a character

{BODY[0]}

{BODY[1]}

On the Character: 门 is a story from our issue, “Doors.” To read the entire issue, become a subscriber.
author Huang Weijia (黄伟嘉)
Related Articles
On the Character: 桥 (qiáo, bridge)
"""
PAGE = f"""<!doctype html><html><head><meta charset="utf-8"><title>On the Character: 门 | The Lantern</title>
<meta property="og:title" content="On the Character: 门"><link rel="canonical" href="https://example.org/men">
<script>var words = "剧本 (jùběn, script)";</script></head><body>
<nav><a href="/">Home 首页 (shǒuyè)</a></nav>
<div class="breadcrumbs">Language 语言 (yǔyán) » 门</div>
<div id="content"><h1>On the Character: 门</h1><p class="dek">Opening up a character</p>
<p class="byline">By Sun Tong (孙彤 Sūn Tóng)</p>
<figure><img src="a.jpg" alt="城门 (chéngmén)"><figcaption>A gate 城门 (chéngmén, city gate)</figcaption></figure>
<div class="entry"><p>{BODY[0]}</p><p>{BODY[1]}</p></div>
<div class="tags">Tags: 春节 (Chūnjié)</div>
<div class="author-bio">孙彤 (Sūn Tóng) writes about 故事 (gùshi, stories).</div>
<div class="related-posts"><h3>You may also like</h3><a href="/b">桥 (qiáo, bridge)</a></div>
<div id="comments"><p>You forgot 后门 (hòumén, back door)!</p></div></div>
<footer>关于我们 (guānyú wǒmen)</footer></body></html>"""
MARKDOWN = f"""# On the Character: 门

*Opening up a character*

{BODY[0]}

{BODY[1].replace("门口", "[**门口**](https://example.org/a)").replace("ménkǒu", "*ménkǒu*")}
"""
MAIL = (
    "From: reader@example.org\nSubject: Fwd: On the Character: =?utf-8?b?6Zeo?=\nMIME-Version: 1.0\n"
    'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n'
    + base64.encodebytes(PAGE.encode()).decode()
)


def recognise(text: str, name: str) -> Article:
    return recognise_article(read_page(text.encode(), name), name)


def read(text: str, name: str = "a.txt") -> ArticleReading:
    return read_article(recognise(text, name))


@pytest.mark.parametrize(
    ("text", "name"),
    [(PLAIN, "a.txt"), (PAGE, "a.html"), (MARKDOWN, "a.md"), (MAIL, "a.eml")],
    ids=["txt", "html", "md", "eml"],
)
def test_every_form_of_an_article_gives_the_same_words(text: str, name: str) -> None:
    article = recognise(text, name)
    assert (article.headword, article.headline, article.deck) == (
        "门",
        "On the Character: 门",
        "Opening up a character",
    )
    found = read_article(article)
    assert [(word.hanzi, word.gloss) for word in found.words] == [
        ("门口", "doorway"), ("门票", "entrance ticket"), ("入门", "entering the door")
    ]  # fmt: skip
    assert [str(syllable) for reading in found.readings for syllable in reading] == ["mén"]
    assert found.unsure == []


def test_the_address_is_the_one_that_the_page_gives() -> None:
    assert recognise(PAGE, "a.html").url == "https://example.org/men"
    assert recognise(PLAIN, "a.txt").url is None


@pytest.mark.parametrize(
    ("top", "headline", "headword"),
    [
        ("On the Character: 门\nA deck", "On the Character: 门", "门"),
        ("LANGUAGE | ON THE CHARACTER\n\nCLOSED DOORS\n\n门: where all begins", "CLOSED DOORS", "门"),
        ("ON THE CHARACTER\n“门” (mén)\nOLD DOORS OPEN SLOWLY\n\nA deck of it", "OLD DOORS OPEN SLOWLY", "门"),
        ("A character with hinges\nHow a door came to stand for a school", "A character with hinges", "门"),
        ("On the Phrase: 走后门\nA deck", "On the Phrase: 走后门", "走后门"),
    ],
)
def test_the_headline_and_the_headword(top: str, headline: str, headword: str) -> None:
    article = recognise(f"{top}\n\n{BODY[0]}\n\n{BODY[1]}\n", "a.txt")
    assert (article.headline, article.headword) == (headline, headword)


@pytest.mark.parametrize(
    ("text", "name"), [(PLAIN, "a.txt"), (PAGE, "a.html"), (MARKDOWN, "a.md")], ids=["txt", "html", "md"]
)
def test_every_word_knows_its_line_and_column_in_the_file(text: str, name: str) -> None:
    lines = text.split("\n")
    for word in read(text, name).words:
        assert lines[word.position.line - 1][word.position.column - 1 :].startswith(word.hanzi)


def test_a_word_that_stood_bare_before_is_found_where_it_is_explained() -> None:
    text = PLAIN.replace("Every gate", "There is a 门口, and every gate")
    (word, *_) = read(text).words
    line = text.split("\n")[word.position.line - 1]
    assert line[word.position.column - 1 :].startswith("门口 (")


def test_an_advertisement_in_the_middle_does_not_end_the_article() -> None:
    text = PLAIN.replace(BODY[1], f"Advertisement\n\nSubscribe to our newsletter!\n\n{BODY[1]}\n\n{BODY[1]}")
    assert [word.hanzi for word in read(text).words] == ["门口", "门票", "入门"]


def test_a_paragraph_in_chinese_beside_the_english_is_passed_over() -> None:
    chinese = "门是一个象形字，画的是两扇门。“门口”(ménkǒu, doorway)是人们进出的地方，“门户”(ménhù, gateway)也很常用。"
    assert "门户" not in [word.hanzi for word in read(PLAIN.replace(BODY[1], f"{BODY[1]}\n\n{chinese}")).words]


def test_example_sentences_and_verses_in_lines_of_their_own() -> None:
    sentence = "请你打开门。\nQǐng nǐ dǎkāi mén.\nPlease open the door."
    verse = (
        "小扣柴扉久不开，春色满园关不住\nXiǎo kòu cháifēi jiǔ bù kāi, chūnsè mǎn yuán guān bú zhù\n"
        "“Long I knocked, and no one came.”"
    )
    found = read(PLAIN.replace(BODY[1], f"{BODY[1]}\n\n{sentence}\n\n{verse}\n\n{BODY[0]}"))
    assert [(each.hanzi, each.english) for each in found.sentences] == [("请你打开门。", "Please open the door.")]
    assert [(each.hanzi, each.english) for each in found.quotations] == [
        ("小扣柴扉久不开，春色满园关不住", "Long I knocked, and no one came")
    ]
    assert [word.hanzi for word in found.words] == ["门口", "门票", "入门"]


def test_a_reading_that_is_only_spoken_of_is_one_of_the_headword() -> None:
    text = PLAIN.replace("门", "行").replace("(mén,", "(xíng,")
    text = text.replace("Every gate", "It is also read háng, not lái. Every gate")
    assert [str(syllable) for reading in read(text).readings for syllable in reading] == ["háng", "xíng"]


@pytest.mark.parametrize(
    "text", ["Hello.", "No Chinese here at all.\n" * 80, "门" * 400, "门 (mén)", "<p>门</p>" * 50, "{}" * 500]
)
def test_what_is_no_article_is_refused_with_what_to_do(text: str) -> None:
    with pytest.raises(UnreadableInputError, match=r"Save the whole page|newsletter"):
        recognise(text, "a.txt")


pieces = st.lists(
    st.sampled_from(
        ["<p>", "</p>", "<div class='comments'>", "</div>", "<h1>", "</h1>", "<ruby>门<rt>mén</rt></ruby>",
         "门 (mén, door) ", "\n", "\n\n", "门口 (ménkǒu)", "On the Character: 门\n", BODY[0], "Related Articles\n",
         "> ", "- ", "请你打开门。\n", "# ", "| ", "&#38376;"]
    ),
    max_size=30,
).map("".join)  # fmt: skip


@given(pieces | st.text(max_size=200), st.sampled_from(["a.txt", "a.html", "a.md", "a.eml"]))
def test_no_text_does_more_than_be_refused(text: str, name: str) -> None:
    try:
        found = read(text, name)
    except UnreadableInputError:
        return
    for word in found.words:
        assert word.pinyin
        assert word.position.line >= 1


@pytest.mark.parametrize(
    "begin",
    ["You might also hear", "By day she sells", "Join a gym and use the", "The author has a", "Ms Wang has a",
     "Previous: the dry", "Order the"],
)  # fmt: skip
def test_a_paragraph_with_a_word_in_it_is_kept_whatever_it_begins_with(begin: str) -> None:
    text = PLAIN.replace(f"{BODY[0]}\n", f"{BODY[0]}\n\n{begin} 门铃 (ménlíng, doorbell) in the hall.\n")
    assert [word.hanzi for word in read(text).words] == ["门铃", "门口", "门票", "入门"]


@pytest.mark.parametrize(
    "headline",
    ["Phrase of the Week: 加油 (jiāyóu)", "加油 (jiāyóu)", "How 加油 (jiāyóu) became a cheer",
     "10 Ways to Say 加油 in Chinese"],
)  # fmt: skip
def test_a_headline_may_have_its_pinyin_beside_it(headline: str) -> None:
    body = (
        "Go to any match and you will hear the word 加油 (jiāyóu, go for it) a thousand times before the whistle, from "
        "the old and the young.\n\nThe 油门 (yóumén, accelerator) is what a driver steps on to get ahead of the others."
    )
    for paragraphs in (body, f"{body[:150]} and everybody in between. {body[150:]}"):
        found = recognise(f"{headline}\n\n{paragraphs}", "a.txt")
        assert (found.headword, found.headline) == ("加油", headline)


def test_entities_in_pasted_text_are_the_characters_that_they_stand_for() -> None:
    found = read(
        PLAIN.replace("门票 (ménpiào, entrance ticket)", "&#38376;票&nbsp;(mén&nbsp;piào, &ldquo;ticket&rdquo;)")
    )
    assert ("门票", "ticket") in [(word.hanzi, word.gloss) for word in found.words]


@pytest.mark.parametrize("measure", ["characters", "columns", "bytes"])
def test_lines_that_a_mail_program_broke_are_put_together(measure: str) -> None:
    size = {"characters": len, "columns": lambda text: len(text) + len(hanzi_only(text)),
            "bytes": lambda text: len(text.encode())}[measure]  # fmt: skip
    lines: list[str] = []
    for line in PLAIN.split("\n"):
        lines.append("")
        for word in line.split():
            if size(f"{lines[-1]} {word}") > 64:
                lines.append("")
            lines[-1] = f"{lines[-1]} {word}".strip()
    found = read("\n".join(lines))
    assert [(word.hanzi, word.gloss) for word in found.words] == [
        (word.hanzi, word.gloss) for word in read(PLAIN).words
    ]


def test_a_first_paragraph_set_apart_from_the_element_of_the_others_is_kept() -> None:
    lead = (
        "Knock on any 铁门 (tiěmén, iron gate) in the old town at noon and you will hear somebody put down a bowl, and "
    )
    lead += "then the slow slippers of whoever has lived there for longest."
    page = PAGE.replace('<div id="content"><h1>On the Character: 门</h1>', '<h1>On the Character: 门</h1>'
                        f'<div class="top"><p>{lead}</p></div><div id="content">')  # fmt: skip
    assert [word.hanzi for word in read(page, "a.html").words] == ["铁门", "门口", "门票", "入门"]


def test_the_headline_may_give_the_reading() -> None:
    text = PLAIN.replace("门 (mén, door) still", "门 still").replace(
        "On the Character: 门\n", "On the Character: 门 (mén)\n", 1
    )
    assert read(text).readings == read(PLAIN).readings


def test_the_head_of_a_markdown_file_names_the_headline_and_sections_are_none() -> None:
    head = '---\ntitle: "门: Opening Up"\ndate: 2026-03-01\ntags:\n- doors\n---\n\n'
    found = recognise(f"{head}{BODY[0]}\n\n# Doors\n\n{BODY[1]}", "a.md")
    assert (found.headline, found.headword, found.date) == ("门: Opening Up", "门", "2026-03-01")
    assert [block.text for block in found.paragraphs] == [BODY[0], "Doors", BODY[1]]


def test_a_head_that_never_closes_is_given_up_at_once() -> None:
    assert recognise("---\n" + "      - doors\n" * 55 + PLAIN, "a.md").headword == "门"


def test_a_headline_may_stand_over_the_name_of_the_column() -> None:
    mail = "Subject: [Letter 37] Opening Up: 门 (mén)\nContent-Type: text/plain; charset=utf-8\n\n"
    found = recognise(mail + PLAIN.replace("On the Character: 门\n", "OPENING UP\nOn the Character: 门\n", 1), "a.eml")
    assert found.headline == "OPENING UP"
    assert found.headword == "门"


def test_of_characters_that_run_through_the_words_alike_the_first_is_the_headword() -> None:
    prose = "Whoever is careless is 马虎 (mǎhu, careless), and no Chinese parent wants that, in school or out. "
    assert recognise(prose * 3, "a.txt").headword == "马"


def test_a_megabyte_of_brackets_is_read() -> None:
    for piece in ("门 (mén) ", "门口 (ménkǒu, doorway) ", "门口 (ménkǒu, ", "((", "<div>", "<ruby>"):
        try:
            read(PLAIN + piece * (200_000 // len(piece)))
        except UnreadableInputError:
            continue


def test_the_gold_articles_lie_where_the_scorer_looks() -> None:
    assert (Path(__file__).parent.parent / "gold" / "articles" / "men.txt").exists()
