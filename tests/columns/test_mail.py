"""Mail: parts, charsets and encodings as mail programs write them, and messages passed on."""

from email.message import EmailMessage
from pathlib import Path

import pytest

from hanzi_column.columns.newsletters.newsletter import Newsletter, read_newsletter
from hanzi_column.columns.pages.forwarded import date_in
from hanzi_column.columns.pages.mail import looks_like_mail
from hanzi_column.columns.pages.page import read_page
from hanzi_column.errors import UnreadableInputError

NEWSLETTERS = Path(__file__).resolve().parent.parent / "newsletters"
PLAIN = (NEWSLETTERS / "plain.txt").read_text(encoding="utf-8")
HTML = (NEWSLETTERS / "page.html").read_text(encoding="utf-8")
TITLE = "Who Builds the Snow Slides of Harbin?"


def message(subject: str = TITLE, date: str = "Fri, 19 Dec 2025 23:30:00 -0500") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "The World of Chinese <newsletter@theworldofchinese.com>"
    mail["To"] = "Lin <lin@example.org>"
    mail["Subject"] = subject
    mail["Date"] = date
    return mail


def read(mail: EmailMessage) -> Newsletter:
    return read_newsletter(mail.as_bytes(), "newsletter.eml")


def test_the_stored_mail_is_dated_and_read_from_its_html_part() -> None:
    newsletter = read_newsletter((NEWSLETTERS / "mail.eml").read_bytes(), "mail.eml")
    assert newsletter.issue.date == "2025-12-19"
    assert newsletter.issue.title == TITLE
    assert newsletter.entries[0].url == "https://www.example.org/bing"
    assert newsletter.issue.deck is not None
    assert "northeast’s ice parks" in newsletter.issue.deck


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64", "8bit"])
@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_a_plain_mail_in_any_transfer_encoding_and_charset(encoding: str, charset: str) -> None:
    mail = message()
    mail.set_content(PLAIN.replace("👇👇👇", "* * *"), charset=charset, cte=encoding)
    newsletter = read(mail)
    assert newsletter.entries[0].headline == "冰: The Character That Froze a River and Cooled a Friendship"
    assert newsletter.issue.date == "2025-12-19"  # the day on the sender's own calendar


def test_a_mail_is_known_by_its_headers_whatever_the_file_is_named() -> None:
    mail = message()
    mail.set_content(PLAIN)
    assert looks_like_mail(mail.as_bytes())
    assert read_newsletter(mail.as_bytes(), "saved.txt").issue.date == "2025-12-19"
    assert not looks_like_mail(b"Dear reader: hello\n\nSincerely: yours\n")


def test_an_empty_html_part_gives_way_to_the_plain_one() -> None:
    mail = message()
    mail.set_content(PLAIN)
    mail.add_alternative("<html><body><img src='x.png' alt=''></body></html>", subtype="html")
    assert read(mail).entries[0].headword == "冰"


def test_a_mail_without_a_title_in_its_body_takes_its_subject() -> None:
    mail = message(subject="Fwd: Re: Cats & Snow")
    mail.set_content("Dear readers,\n\n" + PLAIN.split("👇👇👇\n")[1])
    newsletter = read(mail)
    assert newsletter.issue.title == "Cats & Snow"
    assert newsletter.issue.id == "cats-snow"
    assert len(newsletter.issue.items) == 5


def test_a_subject_in_raw_or_encoded_utf_8() -> None:
    for subject in ("冰雪 Special".encode(), b"=?utf-8?b?5Yaw6Zuq?= Special"):
        content = b"From: a@example.org\nMIME-Version: 1.0\nSubject: " + subject
        content += b"\nContent-Type: text/plain; charset=utf-8\n\nhello"
        assert read_page(content, "a.eml").subject == "冰雪 Special"


def test_a_message_attached_to_another_keeps_its_own_date_and_title() -> None:
    inner = message()
    inner.set_content(PLAIN)
    outer = message(subject="look at this", date="Mon, 22 Dec 2025 08:00:00 +0000")
    outer.set_content("the trains!")
    outer.add_attachment(inner)
    newsletter = read(outer)
    assert (newsletter.issue.title, newsletter.issue.date) == (TITLE, "2025-12-19")


def test_a_message_passed_on_in_the_body_has_the_date_of_the_first_sending() -> None:
    attribution = (
        "<div>you will like the trains</div><div>---------- Forwarded message ---------<br>"
        "From: <b>The World of Chinese</b> &lt;newsletter@theworldofchinese.com&gt;<br>"
        "Date: Fri, Dec 19, 2025 at 9:30&#8239;AM<br>Subject: Who Builds the Snow Slides of Harbin?<br>"
        "To: &lt;lin@example.org&gt;<br></div>"
    )
    mail = message(subject=f"Fwd: {TITLE}", date="Mon, 22 Dec 2025 08:00:00 +0000")
    mail.set_content(HTML.replace('<body style="margin:0">', "<body>" + attribution), subtype="html")
    newsletter = read(mail)
    assert (newsletter.issue.title, newsletter.issue.date) == (TITLE, "2025-12-19")
    assert "you will like" not in str(newsletter)


def test_a_message_passed_on_twice_with_a_date_that_says_nothing_sure_has_none() -> None:
    twice = f"Begin forwarded message:\n\nFrom: A\nSubject: Fwd: x\nDate: 22/12/2025\n\n{'From: B'}\nSent: 3/4/2025\n"
    mail = message(subject="Fwd: x", date="Mon, 22 Dec 2025 08:00:00 +0000")
    mail.set_content(f"{twice}Subject: {TITLE}\n\n{PLAIN}")
    newsletter = read(mail)
    assert (newsletter.issue.title, newsletter.issue.date) == (TITLE, None)


def test_text_that_flows_is_put_together() -> None:
    mail = message()
    flowed = PLAIN.replace("By midnight the tourists", "By midnight \nthe tourists").replace("free of", "free \nof")
    mail.set_content(flowed, params={"format": "flowed"})
    assert [item.blurb for item in read(mail).issue.items][:2] == [
        item.blurb for item in read_newsletter(PLAIN.encode(), "a.txt").issue.items
    ][:2]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("Fri, 19 Dec 2025 09:30:00 +0800", "2025-12-19"),
        ("Fri, Dec 19, 2025 at 9:30 AM", "2025-12-19"),
        ("Friday, December 19, 2025 9:30 AM", "2025-12-19"),
        ("19 December 2025 at 09:30:00 CET", "2025-12-19"),
        ("2025-12-19 09:30", "2025-12-19"),
        ("2025年12月19日 09:30", "2025-12-19"),
        ("3/4/2025", None),
        ("Fri, 31 Feb 2025", None),
        ("yesterday", None),
    ],
)
def test_dates_as_mail_programs_print_them(written: str, date: str | None) -> None:
    assert date_in(written) == date


@pytest.mark.parametrize(
    "content",
    [
        b"MIME-Version: 1.0\nSubject: nothing\n\n",
        b"MIME-Version: 1.0\nFrom: a\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n",
        b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3_000)),
        b"MIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nhello",
        b"MIME-Version: 1.0\nContent-Type: " + b"a/" * 5_000 + b"\nFrom: (((((\nDate: never\n\nhello",
    ],
)
def test_mail_without_text_or_broken_on_purpose_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(UnreadableInputError, match=r"^bad\.eml is .*(mail|newsletter).+\.$"):
        read_newsletter(content, "bad.eml")
