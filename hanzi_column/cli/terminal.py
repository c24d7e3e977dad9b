"""Runs the terminal program for a verb."""

from typing import TYPE_CHECKING, Final

_NOTICED: Final = 0.3
"""Seconds that a person waits without asking whether anything happens."""

if TYPE_CHECKING:
    from hanzi_column.tui.app import HanziColumnApp


def run_app(app: "HanziColumnApp") -> int:
    """Run the program until it is left and return its exit code. Raises the error that ended it, if one did."""
    # The first screen can then be drawn once, with its card; a long publication goes on behind an empty one.
    app.study.wait(_NOTICED)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0
