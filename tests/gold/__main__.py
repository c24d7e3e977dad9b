"""Prints how well the gold articles are read: ``python -m tests.gold [FOLDER]``; with ``-v`` each slip by name."""

import sys
from pathlib import Path

from tests.gold.scorer import ARTICLES, score


def main() -> None:
    folders = [Path(argument) for argument in sys.argv[1:] if argument != "-v"]
    for folder in folders or [ARTICLES]:
        total = score(folder)
        print("\n".join(total.table()))
        if "-v" in sys.argv:
            print("\n".join(total.slips))


if __name__ == "__main__":
    main()
