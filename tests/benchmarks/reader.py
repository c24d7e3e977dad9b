"""How fast prose is read: 1,000 articles of 5,000 characters, and texts of brackets that grow tenfold.

    python -m tests.benchmarks.reader

The project asks for the thousand articles in under 20 s on one core with flat memory, and for time that is linear in
the length of any text: each step of ten then takes about ten times as long. Articles are put together anew from the
paragraphs of the gold articles, each with other numbers in it, so that none is read twice.
"""

import random
import resource
import time
from collections.abc import Iterator
from itertools import pairwise

from hanzi_column.columns.articles.article import recognise_article
from hanzi_column.columns.articles.reading import read_article
from hanzi_column.columns.pages.page import read_page
from tests.gold.scorer import ARTICLES

_ARTICLES = 1_000
_LENGTH = 5_000
_HEAPS = ("(", "((刀 dāo) ", "刀 (dāo, knife), ", "“a” (刀 dāo)", "刀，", "the radical 刀 on ")


HEAD = "On the Character: 里\n\nThe character 里 (lǐ, village) is a 田 (tián, field) over a 土 (tǔ, soil).\n\n"


def paragraphs() -> list[str]:
    """Return the paragraphs of the gold articles that are plain text."""
    found = []
    for path in sorted(ARTICLES.glob("*.txt")):
        found += [line for line in path.read_text(encoding="utf-8").split("\n") if len(line) > 200]
    return found


def articles(count: int) -> Iterator[bytes]:
    """Yield articles of about 5,000 characters."""
    chance = random.Random(3)
    stock = paragraphs()
    for number in range(count):
        text = f"On the Character: 里\nA deck\n\nThe character 里 (lǐ, village) is number {number}.\n"
        while len(text) < _LENGTH:
            text += chance.choice(stock).replace(" is ", f" is {number} ", 1) + "\n"
        yield text[:_LENGTH].encode()


def memory() -> float:
    """Return the most memory that was in use so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    before = memory()
    begin, worked = time.perf_counter(), time.process_time()
    words = 0
    for number, content in enumerate(articles(_ARTICLES), start=1):
        words += len(read_article(recognise_article(read_page(content, "a.txt"), "a.txt")).words)
        if number == _ARTICLES // 10:
            before = memory()
    took, worked = time.perf_counter() - begin, time.process_time() - worked
    grown = memory() - before
    print(f"{_ARTICLES} articles of {_LENGTH} characters, {words} words: {worked:.1f} s of a core, {took:.1f} s in all")
    print(f"memory grew by {grown:.1f} MB from the hundredth article on")
    print(f"{'heap of':24} {'10 KB':>8} {'100 KB':>8} {'1 MB':>8}   time of each step over the one before")
    for piece in _HEAPS:
        seconds = []
        for length in (10_000, 100_000, 1_000_000):
            content = HEAD + (piece * (length // len(piece) + 1))[:length]
            begin = time.perf_counter()
            read_article(recognise_article(read_page(content.encode(), "a.txt"), "a.txt"))
            seconds.append(time.perf_counter() - begin)
        steps = " ".join(f"{after / earlier:.1f}" for earlier, after in pairwise(seconds))
        print(f"{piece!r:24} {seconds[0]:>7.2f}s {seconds[1]:>7.2f}s {seconds[2]:>7.2f}s   {steps}")


if __name__ == "__main__":
    main()
