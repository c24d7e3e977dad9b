"""Runs the terminal program for a verb."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hanzi_column.tui.app import HanziColumnApp


def run_app(app: "HanziColumnApp") -> None:
    """Run the program until it is left. Raises the error that ended it, if one did."""
    app.run()
    if app.failure is not None:
        raise app.failure
