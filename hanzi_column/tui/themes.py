"""The program's own two themes: ink on paper, with one red seal."""

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

_PAPER: Final = {
    "ground": "#f7f2e7",
    "surface": "#efe7d6",
    "text": "#231f1b",
    "quiet": "#6f665a",
    "cinnabar": "#b3321f",
    "jade": "#2f7a63",
    "ochre": "#8f6110",
    "indigo": "#2f4b7c",
}
_INK: Final = {
    "ground": "#16171b",
    "surface": "#1f2127",
    "text": "#e8e1d2",
    "quiet": "#9a9283",
    "cinnabar": "#e5604a",
    "jade": "#6cbf9f",
    "ochre": "#d9a441",
    "indigo": "#8fb0e0",
}

_ROLES: Final = ("quiet", "cinnabar", "jade", "ochre", "indigo")
"""Colours that other themes do not name: in style sheets and content ``$quiet``, ``$cinnabar`` and so on."""

_STAND_INS: Final = {
    "quiet": "foreground-muted",
    "cinnabar": "primary",
    "jade": "success",
    "ochre": "warning",
    "indigo": "secondary",
}
"""What the roles are in the themes that Textual brings."""


def _theme(name: str, colours: Mapping[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        primary=colours["cinnabar"],
        secondary=colours["indigo"],
        accent=colours["cinnabar"],
        success=colours["jade"],
        warning=colours["ochre"],
        error=colours["cinnabar"],
        foreground=colours["text"],
        background=colours["ground"],
        surface=colours["surface"],
        panel=colours["surface"],
        dark=dark,
        variables={
            **{role: colours[role] for role in _ROLES},
            "input-selection-background": f"{colours['indigo']} 35%",
        },
    )


PAPER: Final = _theme("paper", _PAPER, dark=False)
INK: Final = _theme("ink", _INK, dark=True)


def roles_of(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the roles for a theme that does not name them, from its CSS variables."""
    return {role: variables.get(stand_in, variables["foreground"]) for role, stand_in in _STAND_INS.items()}
