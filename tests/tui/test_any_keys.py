"""A cat on the keyboard: whatever is pressed, at whatever size, the program stands and the database is whole."""

import random

import pytest

from hanzi_column.services.learner import open_learner
from hanzi_column.services.places import Places
from hanzi_column.services.surroundings import Surroundings
from hanzi_column.settings import Settings
from hanzi_column.tui.app import HanziColumnApp, Start
from tests.conftest import ask_database

KEYS = ["enter", "space", "1", "2", "3", "4", "left", "right", "u", "o", "question_mark", "up", "down", "tab"]
KEYS += [
    "d",
    "a",
    "o",
    "3",
    "backspace",
    "home",
    "end",
    "pageup",
    "pagedown",
    "ctrl+a",
    "f1",
    "刀",
    "，",
    "[",
    "escape",
]
SIZES = [(80, 24), (120, 40), (50, 20), (20, 5), (7, 3)]


@pytest.mark.parametrize("seed", range(4))
async def test_any_keys(places: Places, surroundings: Surroundings, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("webbrowser.open", lambda _: True)
    chance = random.Random(seed)
    app = HanziColumnApp(places, surroundings, Settings(), Start.HOME)
    async with app.run_test(size=SIZES[seed], notifications=True) as pilot:
        await pilot.pause(0.3)
        for _ in range(120):
            key = chance.choice(KEYS)
            # On the home screen escape ends the program, as it should.
            if key == "escape" and len(app.screen_stack) == 1:
                continue
            await pilot.press(key)
            if chance.random() < 0.05:
                await pilot.resize_terminal(*chance.choice(SIZES))
                await pilot.pause()
        assert app.is_running
    assert not app.return_code
    assert ask_database(places.database, "PRAGMA integrity_check") == [("ok",)]
    assert ask_database(places.database, "PRAGMA foreign_key_check") == []
    memory = ask_database(places.database, "SELECT * FROM memory ORDER BY card_id")
    with open_learner(places, surroundings) as learner:
        learner.replay_all()
    assert ask_database(places.database, "SELECT * FROM memory ORDER BY card_id") == memory
