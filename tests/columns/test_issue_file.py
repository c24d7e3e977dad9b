"""Issue files: what is written reads back, and every slip of an editor is named with its line."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.columns.issue_file import read_issue, write_issue
from hanzi_column.domain.issue import Issue, Item, Term
from hanzi_column.errors import UnreadableInputError

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)
URL = st.text(string.ascii_letters + string.digits + "/?=&%-._~", min_size=1, max_size=40).map("https://{}".format)
HANZI = st.text("利炒货内卷人山海〇𠀀", min_size=1, max_size=6)
DATE = st.dates().map(lambda day: day.isoformat()) | st.dates().map(lambda day: day.isoformat()[:7])


def maybe(strategy: st.SearchStrategy[str]) -> st.SearchStrategy[str | None]:
    return st.none() | strategy


ITEMS = st.builds(Item, TEXT, maybe(TEXT), maybe(TEXT), maybe(URL))
ISSUES = st.builds(
    Issue,
    id=st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,3}", fullmatch=True),
    title=TEXT,
    publisher=maybe(TEXT),
    deck=maybe(TEXT),
    date=maybe(DATE),
    url=maybe(URL),
    items=st.lists(ITEMS, max_size=4).map(tuple),
    magazine_issue=st.none() | ITEMS,
    terms=st.lists(st.builds(Term, HANZI, maybe(TEXT), maybe(TEXT)), max_size=3).map(tuple),
)


@given(ISSUES)
def test_any_issue_reads_back_as_it_was_written(issue: Issue) -> None:
    written = write_issue(issue)
    assert read_issue(written, "a.toml") == issue
    assert written == write_issue(issue)
    written.encode("utf-8")


def test_a_file_looks_as_the_format_shows_it_and_leaves_out_what_is_not_known() -> None:
    issue = Issue(
        "winter",
        "A Winter “Issue”",
        date="2025-12",
        items=(Item("刀: The Edge", "Chinese You Need"),),
        terms=(Term("炒货", "chaohuo"),),
    )
    assert write_issue(issue) == (
        'id = "winter"\ntitle = "A Winter “Issue”"\ndate = "2025-12"\n\n'
        '[[items]]\nsection = "Chinese You Need"\nheadline = "刀: The Edge"\n\n'
        '[[terms]]\nhanzi = "炒货"\npinyin = "chaohuo"\n'
    )


def test_hostile_text_cannot_leave_its_string() -> None:
    title = 'a"\n[[items]]\nheadline = "b\x1b[31m\x00\r\n\u2028'
    written = write_issue(Issue("a", title))
    assert read_issue(written, "a.toml") == Issue("a", title)
    assert "\x1b" not in written
    assert "\x00" not in written


def test_a_byte_order_mark_and_windows_lines_do_no_harm() -> None:
    assert read_issue('\ufeffid = "a"\r\ntitle = "b"\r\n', "a.toml") == Issue("a", "b")


GOOD = 'id = "winter"\ntitle = "A Winter Issue"\n'


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (f"{GOOD}date = \n", 3, "this is no TOML"),
        (f"{GOOD}[[items]\n", 3, "this is no TOML"),
        (f"{GOOD}id = 'twice'\n", 3, "this is no TOML"),
        (f"{GOOD}author = 'x'\n", 3, "“author” is no key. Use id, title"),
        ('title = "A"\n', 1, "“id” is missing. Add id ="),
        ('id = "a"\n', 1, "“title” is missing"),
        ('id = "a b"\ntitle = "A"\n', 1, "“a b” is no id. Write letters"),
        ('id = "../a"\ntitle = "A"\n', 1, "is no id"),
        ('id = "a"\ntitle = ""\n', 2, "“title” is empty"),
        ('id = "a"\ntitle = 7\n', 2, "“title” is not in quotes. Write title ="),
        (f"{GOOD}date = 2025-12-01\n", 3, "“date” is not in quotes"),
        (f'{GOOD}date = "Dec 2025"\n', 3, "is no date. Write YYYY-MM-DD or YYYY-MM"),
        (f'{GOOD}date = "2025-13"\n', 3, "is no date"),
        (f'{GOOD}date = "2025-02-30"\n', 3, "is no date"),
        (f'{GOOD}url = "javascript:alert(1)"\n', 3, "is no web address"),
        (f'{GOOD}url = "https://a b"\n', 3, "is no web address"),
        (f'{GOOD}items = "none"\n', 3, "“items” is no list of tables. Write [[items]]"),
        (f'{GOOD}\n[[items]]\nheadline = "a"\n\n[[items]]\nsection = "b"\n', 7, "“headline” is missing"),
        (f'{GOOD}\n[[items]]\nheadline = "a"\n\n[[items]]\nheadline = "b"\nlink = "c"\n', 9, "is no key in [items]"),
        (f'{GOOD}\n[[items]]\nheadline = "a"\nurl = "ftp://b"\n', 6, "is no web address"),
        (f'{GOOD}\n[magazine_issue]\nblurb = "a"\n', 4, "“headline” is missing"),
        (f'{GOOD}\n[[terms]]\nhanzi = "chaohuo"\n', 5, "is not hanzi alone"),
    ],
)
def test_a_slip_is_named_with_its_line_and_what_to_write(text: str, line: int, says: str) -> None:
    with pytest.raises(UnreadableInputError) as refused:
        read_issue(text, "winter.toml")
    sentence = str(refused.value)
    assert sentence.startswith(f"winter.toml, line {line}: ")
    assert says in sentence
    assert sentence.endswith(".")


@given(st.text())
def test_reading_any_text_gives_an_issue_or_one_sentence(text: str) -> None:
    try:
        issue = read_issue(GOOD + text, "a.toml")
    except UnreadableInputError as error:
        sentence = str(error)
    else:
        sentence = f"a.toml gives {issue.title}"
    assert sentence.startswith("a.toml")


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(UnreadableInputError, match=r"^a\.toml"):
        read_issue(f"{GOOD}deck = {'[' * 50_000}", "a.toml")
