"""The study day: from rollover to rollover by the learner's clock, whatever clocks and journeys do."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.domain.day import StudyCalendar

BERLIN, NEW_YORK, LORD_HOWE = "Europe/Berlin", "America/New_York", "Australia/Lord_Howe"


def calendar(zone: str, rollover_hour: int = 4) -> StudyCalendar:
    return StudyCalendar(ZoneInfo(zone), rollover_hour)


def local(zone: str, text: str, fold: int = 0) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold)


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("2026-03-10 03:59:59", date(2026, 3, 9)),
        ("2026-03-10 04:00", date(2026, 3, 10)),
        ("2026-03-10 12:00", date(2026, 3, 10)),
        ("2026-03-10 23:59:59", date(2026, 3, 10)),
        ("2026-03-11 00:00", date(2026, 3, 10)),
        ("2026-03-11 03:59:59.999999", date(2026, 3, 10)),
        ("2026-01-01 02:00", date(2025, 12, 31)),
        ("2028-03-01 01:00", date(2028, 2, 29)),
    ],
)
def test_a_day_runs_from_four_to_four(clock: str, expected: date) -> None:
    assert calendar(BERLIN).day(local(BERLIN, clock)) == expected


def test_with_rollover_at_midnight_the_day_is_the_date() -> None:
    midnight = calendar(BERLIN, 0)
    assert midnight.day(local(BERLIN, "2026-03-10 23:59:59")) == date(2026, 3, 10)
    assert midnight.day(local(BERLIN, "2026-03-11 00:00")) == date(2026, 3, 11)


def test_an_instant_may_come_in_any_zone() -> None:
    instant = datetime(2026, 3, 10, 3, 30, tzinfo=UTC)  # 04:30 in Berlin, 23:30 the evening before in New York
    assert calendar(BERLIN).day(instant) == date(2026, 3, 10)
    assert calendar(NEW_YORK).day(instant) == date(2026, 3, 9)


@pytest.mark.parametrize(
    ("zone", "day", "rollover_hour", "hours"),
    [
        pytest.param(BERLIN, date(2026, 3, 28), 4, 23, id="Berlin springs forward"),
        pytest.param(BERLIN, date(2026, 10, 24), 4, 25, id="Berlin falls back"),
        pytest.param(NEW_YORK, date(2026, 3, 7), 4, 23, id="New York springs forward"),
        pytest.param(NEW_YORK, date(2026, 10, 31), 4, 25, id="New York falls back"),
        pytest.param(LORD_HOWE, date(2026, 10, 3), 4, 23.5, id="Lord Howe springs forward by half an hour"),
        pytest.param(LORD_HOWE, date(2026, 4, 4), 4, 24.5, id="Lord Howe falls back by half an hour"),
        pytest.param(BERLIN, date(2026, 3, 28), 2, 24, id="the rollover hour is jumped over"),
        pytest.param(BERLIN, date(2026, 3, 29), 2, 23, id="the day after the jump"),
        pytest.param(BERLIN, date(2026, 10, 25), 2, 25, id="the rollover hour comes twice"),
        pytest.param("Africa/Cairo", date(2026, 4, 24), 0, 23, id="midnight is jumped over"),
    ],
)
def test_a_day_with_a_clock_change_is_as_long_as_it_is(zone: str, day: date, rollover_hour: int, hours: float) -> None:
    days = calendar(zone, rollover_hour)
    assert days.start(day + timedelta(days=1)) - days.start(day) == timedelta(hours=hours)


@pytest.mark.parametrize("zone", [BERLIN, NEW_YORK, LORD_HOWE])
@pytest.mark.parametrize("rollover_hour", [0, 1, 2, 3, 4])
def test_through_both_clock_changes_the_day_never_runs_backwards(zone: str, rollover_hour: int) -> None:
    days = calendar(zone, rollover_hour)
    minutes = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(minutes=15 * each) for each in range(365 * 96)]
    met = [days.day(minute) for minute in minutes]
    assert all(later - earlier in (timedelta(0), timedelta(days=1)) for earlier, later in pairwise(met))


def test_when_clocks_are_set_back_over_the_rollover_hour_the_day_has_begun_for_good() -> None:
    days = calendar(BERLIN, 2)
    assert days.day(local(BERLIN, "2026-10-25 01:59")) == date(2026, 10, 24)
    assert days.day(local(BERLIN, "2026-10-25 02:30")) == date(2026, 10, 25)
    assert days.day(local(BERLIN, "2026-10-25 02:00", fold=1)) == date(2026, 10, 25)


def test_when_clocks_jump_over_the_rollover_hour_the_day_begins_at_the_jump() -> None:
    days = calendar(BERLIN, 2)
    assert days.day(local(BERLIN, "2026-03-29 01:59:59")) == date(2026, 3, 28)
    assert days.day(local(BERLIN, "2026-03-29 03:00")) == date(2026, 3, 29)


def test_a_journey_east_makes_the_day_shorter() -> None:
    evening = datetime(2026, 5, 1, 18, 30, tzinfo=UTC)
    assert calendar(BERLIN).day(evening) == date(2026, 5, 1)  # 20:30
    assert calendar("Asia/Tokyo").day(evening) == date(2026, 5, 1)  # 03:30 the next morning
    assert calendar("Asia/Tokyo").day(evening + timedelta(hours=1)) == date(2026, 5, 2)


def test_a_journey_west_may_give_the_day_before_once_more() -> None:
    """The calendar says what is so; that no interval runs backwards is the scheduler's business."""
    morning = datetime(2026, 5, 2, 0, 30, tzinfo=UTC)
    assert calendar("Asia/Tokyo").day(morning) == date(2026, 5, 2)  # 09:30
    assert calendar(NEW_YORK).day(morning) == date(2026, 5, 1)  # 20:30 the evening before
    assert calendar(NEW_YORK).day(morning + timedelta(hours=8)) == date(2026, 5, 2)


def test_a_zone_that_leaves_out_a_date_leaves_out_its_study_day() -> None:
    """Samoa went from 29 to 31 December 2011 at midnight."""
    days = calendar("Pacific/Apia")
    assert days.day(local("Pacific/Apia", "2011-12-29 23:59")) == date(2011, 12, 29)
    assert days.day(local("Pacific/Apia", "2011-12-31 03:59")) == date(2011, 12, 29)
    assert days.day(local("Pacific/Apia", "2011-12-31 04:00")) == date(2011, 12, 31)


@pytest.fixture
def machine_in_tokyo(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("this system cannot change the zone of a running program")
    before = os.environ.get("TZ")
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    time.tzset()
    yield
    monkeypatch.setenv("TZ", before) if before is not None else monkeypatch.delenv("TZ")
    time.tzset()


@pytest.mark.usefixtures("machine_in_tokyo")
def test_without_a_zone_the_machine_is_asked_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    days = StudyCalendar()
    instant = datetime(2026, 5, 1, 18, 59, tzinfo=UTC)
    assert days.day(instant) == date(2026, 5, 1)  # 03:59 in Tokyo
    assert days.start(date(2026, 5, 2)) == datetime(2026, 5, 1, 19, tzinfo=UTC)
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    assert days.start(date(2026, 5, 2)) == datetime(2026, 5, 2, 2, tzinfo=UTC)


zones = st.sampled_from(
    [
        "UTC",
        BERLIN,
        NEW_YORK,
        LORD_HOWE,
        "Asia/Shanghai",
        "Asia/Kathmandu",
        "Africa/Cairo",
        "America/Nuuk",
        "America/St_Johns",
        "Antarctica/Troll",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Pacific/Kwajalein",
        "Pacific/Chatham",
    ]
)
instants = st.datetimes(datetime(1990, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001


@given(zones, st.integers(0, 23), instants)
def test_an_instant_lies_in_its_day(zone: str, rollover_hour: int, instant: datetime) -> None:
    days = calendar(zone, rollover_hour)
    day = days.day(instant)
    assert days.start(day) <= instant < days.start(day + timedelta(days=1))


@given(zones, st.integers(0, 23), instants, st.timedeltas(timedelta(0), timedelta(days=3)))
def test_the_day_never_runs_backwards(zone: str, rollover_hour: int, instant: datetime, later: timedelta) -> None:
    days = calendar(zone, rollover_hour)
    assert days.day(instant) <= days.day(instant + later)


@given(zones, st.integers(0, 23), instants)
def test_a_day_starts_on_itself_unless_the_zone_leaves_it_out(zone: str, rollover_hour: int, instant: datetime) -> None:
    days = calendar(zone, rollover_hour)
    day = days.day(instant)
    assert days.start(day).tzinfo is UTC
    assert days.day(days.start(day)) == day
