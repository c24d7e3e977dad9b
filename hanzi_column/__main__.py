"""Runs the program: ``python -m hanzi_column``."""

from hanzi_column.cli.main import run

if __name__ == "__main__":
    run()
