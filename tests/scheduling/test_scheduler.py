"""FSRS as we use it: whole interval lists, study days for 24-hour periods, and replays that give the same bytes."""

import pickle
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import fsrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hanzi_column.domain.day import StudyCalendar
from hanzi_column.domain.review import Memory, Phase, Rating, Review, interval_text
from hanzi_column.scheduling.scheduler import Scheduler

SCHEDULER = Scheduler()
MONDAY = date(2026, 3, 2)
MIDDLE = 0.5
"""The fuzz that leaves an interval as it is: the middle of its range."""


def review(
    rating: Rating,
    at: datetime | None = None,
    day: date = MONDAY,
    fuzz: float = MIDDLE,
    retention: float = 0.90,
) -> Review:
    return Review("li/meaning", rating, at or at_noon(day), day, 4_000, None, fuzz, retention)


def at_noon(day: date) -> datetime:
    return datetime.combine(day, time(12), tzinfo=UTC)


RATINGS = {"A": Rating.AGAIN, "H": Rating.HARD, "G": Rating.GOOD, "E": Rating.EASY}


def intervals(ratings: str, fuzz: float = MIDDLE, retention: float = 0.90) -> tuple[list[int | str], Memory]:
    """Answer a new card as ``ratings`` says, each time when it is due; steps are texts, days are numbers."""
    memory: Memory | None = None
    at = at_noon(MONDAY)
    found: list[int | str] = []
    for letter in ratings:
        memory = SCHEDULER.answer(memory, review(RATINGS[letter], at, at.date(), fuzz, retention))
        if memory.due_at is not None:
            found.append(f"{(memory.due_at - at) / timedelta(minutes=1):g} min")
            at = memory.due_at
        else:
            found.append((memory.due_day - at.date()).days)
            at = at_noon(memory.due_day)
    assert memory is not None
    return found, memory


def done(ratings: str) -> Memory:
    return intervals(ratings)[1]


@pytest.mark.parametrize(
    ("ratings", "expected"),
    [
        pytest.param("GGGGGGGG", ["10 min", 2, 11, 46, 163, 498, 1348, 3299], id="all good"),
        pytest.param("EEEE", [8, 66, 397, 1875], id="all easy"),
        pytest.param("HHHG", ["5.5 min", "5.5 min", "5.5 min", "10 min"], id="hard stays on the first step"),
        pytest.param("AAGG", ["1 min", "1 min", "10 min", 1], id="again goes back to the first step"),
        pytest.param("GAGG", ["10 min", "1 min", "10 min", 1], id="again on the second step"),
        pytest.param("GHG", ["10 min", "10 min", 2], id="hard on the second step"),
        pytest.param("GE", ["10 min", 4], id="easy on the second step"),
        pytest.param("GGGGAGGG", ["10 min", 2, 11, 46, "10 min", 3, 8, 19], id="again in the middle"),
        pytest.param(
            "GGGGGGAAGGGGG",
            ["10 min", 2, 11, 46, 163, 498, "10 min", "10 min", 2, 4, 7, 12, 21],
            id="again twice, then good again",
        ),
        pytest.param("GGGAHAG", ["10 min", 2, 11, "10 min", "15 min", "10 min", 1], id="relearning steps"),
        pytest.param("GGHHH", ["10 min", 2, 8, 19, 36], id="hard in long intervals"),
        pytest.param("GGEHG", ["10 min", 2, 19, 56, 164], id="a mixture"),
    ],
)
def test_a_sequence_of_ratings_gives_its_whole_list_of_intervals(ratings: str, expected: list[int | str]) -> None:
    assert intervals(ratings)[0] == expected


@pytest.mark.parametrize(
    ("retention", "expected"),
    [
        pytest.param(0.70, ["10 min", 21, 310], id="0.70"),
        pytest.param(0.90, ["10 min", 2, 11], id="0.90"),
        pytest.param(0.97, ["10 min", 1, 2], id="0.97"),
    ],
)
def test_a_lower_desired_retention_gives_longer_intervals(retention: float, expected: list[int | str]) -> None:
    assert intervals("GGG", retention=retention)[0] == expected


def test_a_review_is_scheduled_with_the_retention_that_it_records_and_not_with_that_of_today() -> None:
    recorded = [review(Rating.EASY, retention=0.80)]
    assert Scheduler(0.80).replay(recorded) == Scheduler(0.95).replay(recorded)
    assert Scheduler(0.95).replay(recorded) != Scheduler(0.95).replay([review(Rating.EASY, retention=0.95)])


def test_the_first_review_makes_a_memory_in_steps() -> None:
    at = datetime(2026, 3, 2, 20, 15, tzinfo=UTC)
    memory = SCHEDULER.answer(None, review(Rating.GOOD, at))
    assert memory == Memory(
        phase=Phase.LEARNING,
        step=1,
        stability=2.3065,
        difficulty=memory.difficulty,
        due_day=MONDAY,
        due_at=at + timedelta(minutes=10),
        last_day=MONDAY,
        last_at=at,
        reviews=1,
        lapses=0,
    )
    assert 1 <= memory.difficulty <= 10


def test_a_card_in_long_intervals_is_due_on_a_day_and_at_no_hour() -> None:
    memory = SCHEDULER.answer(None, review(Rating.EASY))
    assert (memory.phase, memory.step, memory.due_at) == (Phase.REVIEW, None, None)
    assert memory.due_day == MONDAY + timedelta(days=8)


def test_only_again_in_long_intervals_is_a_lapse() -> None:
    memory = None
    seen = []
    for letter in "AGGAAGA":
        memory = SCHEDULER.answer(memory, review(RATINGS[letter]))
        seen.append((letter, memory.phase.value, memory.reviews, memory.lapses))
    assert seen == [
        ("A", "learning", 1, 0),
        ("G", "learning", 2, 0),
        ("G", "review", 3, 0),
        ("A", "relearning", 4, 1),
        ("A", "relearning", 5, 1),
        ("G", "review", 6, 1),
        ("A", "relearning", 7, 2),
    ]


def test_evening_and_the_next_morning_are_one_day_apart() -> None:
    """Twelve hours are no 24-hour period; to the library alone no day has passed, and stability would not grow."""
    calendar = StudyCalendar(ZoneInfo("Europe/Berlin"))
    evening = datetime(2026, 3, 2, 20, tzinfo=ZoneInfo("Europe/Berlin")).astimezone(UTC)
    morning = evening + timedelta(hours=12)
    first = SCHEDULER.answer(None, review(Rating.GOOD, evening, calendar.day(evening)))
    second = SCHEDULER.answer(first, review(Rating.GOOD, morning, calendar.day(morning)))
    assert second.last_day - first.last_day == timedelta(days=1)
    assert second.stability == pytest.approx(7.32, abs=0.01)
    same_evening = SCHEDULER.answer(first, review(Rating.GOOD, evening + timedelta(hours=1), calendar.day(evening)))
    assert same_evening.stability == pytest.approx(2.31, abs=0.01)


def test_a_night_owl_at_three_is_still_on_the_same_day() -> None:
    calendar = StudyCalendar(UTC)
    first = SCHEDULER.answer(None, review(Rating.GOOD, datetime(2026, 3, 2, 23, tzinfo=UTC), MONDAY))
    at_three = datetime(2026, 3, 3, 3, tzinfo=UTC)
    second = SCHEDULER.answer(first, review(Rating.GOOD, at_three, calendar.day(at_three)))
    assert second.last_day == first.last_day
    assert second.due_day == MONDAY + timedelta(days=2)


def test_a_journey_west_counts_as_no_time_and_not_as_time_taken_back() -> None:
    before = done("GGG")
    same_day = SCHEDULER.answer(before, review(Rating.GOOD, before.last_at, before.last_day))
    day_earlier = SCHEDULER.answer(before, review(Rating.GOOD, before.last_at, before.last_day - timedelta(days=1)))
    assert day_earlier.stability == same_day.stability >= before.stability
    assert day_earlier.due_day - day_earlier.last_day == same_day.due_day - same_day.last_day
    assert SCHEDULER.recall(before, before.last_day - timedelta(days=1)) == 1.0


def test_previews_are_what_the_answers_give() -> None:
    at, day = datetime(2026, 5, 1, 9, tzinfo=UTC), date(2026, 5, 1)
    for memory in (None, done("G"), done("GGG"), done("GGGA")):
        previews = SCHEDULER.previews(memory, "li/meaning", at, day, 0.3)
        assert list(previews) == list(Rating)
        for rating in Rating:
            assert previews[rating] == SCHEDULER.answer(memory, review(rating, at, day, 0.3))


def test_previews_use_the_retention_of_the_scheduler() -> None:
    previews = Scheduler(0.80).previews(None, "li/meaning", at_noon(MONDAY), MONDAY, MIDDLE)
    assert previews[Rating.EASY] == SCHEDULER.answer(None, review(Rating.EASY, retention=0.80))


def test_no_reviews_replay_to_no_memory() -> None:
    assert SCHEDULER.replay([]) is None


def test_recall_is_certain_on_the_day_and_has_fallen_to_the_desired_retention_when_the_card_is_due() -> None:
    memory = done("GGGG")
    days = [memory.last_day + timedelta(days=each) for each in range(60)]
    falling = [SCHEDULER.recall(memory, day) for day in days]
    assert falling[0] == 1.0
    assert falling == sorted(falling, reverse=True)
    assert SCHEDULER.recall(memory, memory.due_day) == pytest.approx(0.90, abs=0.005)


histories = st.lists(
    st.tuples(
        st.sampled_from(Rating),
        st.integers(-1, 400),
        st.floats(0, 1, exclude_max=True),
        st.floats(0.70, 0.97),
    ),
    min_size=1,
    max_size=25,
)


def as_reviews(history: Sequence[tuple[Rating, int, float, float]]) -> list[Review]:
    found, day = [], MONDAY
    for rating, later, fuzz, retention in history:
        day += timedelta(days=later)
        found.append(review(rating, at_noon(day), day, fuzz, retention))
    return found


@given(histories)
def test_a_replay_gives_the_bytes_that_answer_after_answer_gave(
    history: Sequence[tuple[Rating, int, float, float]],
) -> None:
    reviews = as_reviews(history)
    memory = None
    for each in reviews:
        # As the store keeps it: text and floats, with nothing shared between two answers.
        memory = pickle.loads(pickle.dumps(SCHEDULER.answer(memory, each)))
    assert repr(Scheduler().replay(iter(reviews))) == repr(memory)


@given(histories)
def test_whatever_happened_a_memory_makes_sense(history: Sequence[tuple[Rating, int, float, float]]) -> None:
    reviews = as_reviews(history)
    memory = SCHEDULER.replay(reviews)
    assert memory is not None
    assert memory.stability > 0
    assert 1 <= memory.difficulty <= 10
    assert memory.reviews == len(reviews)
    assert (memory.due_at is None) == (memory.phase is Phase.REVIEW)
    assert 0 <= SCHEDULER.recall(memory, memory.last_day + timedelta(days=1)) <= 1
    if memory.phase is Phase.REVIEW:
        assert timedelta(days=1) <= memory.due_day - memory.last_day <= timedelta(days=36_500)
    else:
        assert memory.due_day == memory.last_day


@given(histories, st.integers(0, 400), st.floats(0, 1, exclude_max=True))
def test_a_better_rating_never_gives_a_shorter_interval(
    history: Sequence[tuple[Rating, int, float, float]], later: int, fuzz: float
) -> None:
    memory = SCHEDULER.replay(as_reviews(history))
    assert memory is not None
    day = memory.last_day + timedelta(days=later)
    previews = SCHEDULER.previews(memory, "li/meaning", at_noon(day), day, fuzz)
    dues = [at_noon(each.due_day) if each.due_at is None else each.due_at for each in previews.values()]
    assert dues == sorted(dues)


@given(histories)
def test_where_study_days_are_24_hour_periods_the_library_alone_gives_the_same_states(
    history: Sequence[tuple[Rating, int, float, float]],
) -> None:
    library = fsrs.Scheduler(enable_fuzzing=False)
    card = fsrs.Card(card_id=1)
    memory = None
    for each in as_reviews([(rating, abs(later), fuzz, retention) for rating, later, fuzz, retention in history]):
        card, _ = library.review_card(card, fsrs.Rating(each.rating), each.reviewed_at)
        memory = SCHEDULER.answer(memory, each)
        assert (memory.stability, memory.difficulty, memory.step) == (card.stability, card.difficulty, card.step)


def of_interval(days: int) -> Memory:
    """Return a memory that answers Good on its own day with an interval of ``days`` before fuzz."""
    return replace(done("GG"), stability=float(days), difficulty=5.0, due_day=MONDAY, last_day=MONDAY)


@pytest.mark.parametrize(
    ("days", "shortest", "longest"),
    [
        pytest.param(1, 1, 1, id="a day is not fuzzed"),
        pytest.param(2, 2, 2, id="two days are not fuzzed"),
        pytest.param(3, 2, 4, id="three days"),
        pytest.param(7, 5, 9, id="a week"),
        pytest.param(20, 17, 23, id="twenty days"),
        pytest.param(100, 93, 107, id="a hundred days"),
        pytest.param(365, 345, 385, id="a year"),
        pytest.param(36_500, 34_673, 36_500, id="the longest interval"),
    ],
)
def test_the_fuzz_of_an_interval_covers_its_range_and_no_more(days: int, shortest: int, longest: int) -> None:
    """The ranges are those that FSRS publishes: 1 day, and 15, 10 and 5 % of its parts under 7, under 20 and beyond."""
    seen = set()
    for step in range(2_000):
        memory = SCHEDULER.answer(of_interval(days), review(Rating.GOOD, fuzz=step / 2_000))
        assert memory.stability == pytest.approx(days, abs=0.06)
        seen.add((memory.due_day - memory.last_day).days)
    assert min(seen) == shortest
    assert max(seen) == longest
    assert seen == set(range(shortest, longest + 1))


@given(st.integers(3, 36_500), st.floats(0, 1, exclude_max=True), st.floats(0, 1, exclude_max=True))
def test_fuzz_is_never_under_two_days_never_over_the_longest_and_rises_with_its_argument(
    days: int, one: float, other: float
) -> None:
    low, high = sorted((one, other))
    first, second = (
        (SCHEDULER.answer(of_interval(days), review(Rating.GOOD, fuzz=fuzz)).due_day - MONDAY).days
        for fuzz in (low, high)
    )
    assert 2 <= first <= second <= 36_500


def test_the_same_fuzz_gives_the_same_day() -> None:
    assert intervals("GGGGGG", fuzz=0.123)[1] == intervals("GGGGGG", fuzz=0.123)[1]
    assert intervals("GGGGGG", fuzz=0.123)[0] != intervals("GGGGGG", fuzz=0.923)[0]


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (1, "1 day"),
        (5, "5 days"),
        (30, "30 days"),
        (31, "1 month"),
        (46, "1.5 months"),
        (91, "3 months"),
        (364, "12 months"),
        (365, "1 year"),
        (438, "1.2 years"),
        (36_500, "99.9 years"),
    ],
)
def test_an_interval_in_days_is_short_enough_for_a_button(days: int, expected: str) -> None:
    memory = replace(done("GG"), due_day=MONDAY + timedelta(days=days), last_day=MONDAY)
    assert interval_text(memory, at_noon(MONDAY)) == expected


def test_an_interval_in_steps_is_told_in_minutes() -> None:
    at = at_noon(MONDAY)
    previews = SCHEDULER.previews(None, "li/meaning", at, MONDAY, MIDDLE)
    assert [interval_text(memory, at) for memory in previews.values()] == ["1 min", "6 min", "10 min", "8 days"]
