"""``hanzi-column publish``."""

import click

from hanzi_column.cli.opening import surroundings
from hanzi_column.cli.output import say
from hanzi_column.cli.places import with_places
from hanzi_column.services.places import Places
from hanzi_column.services.publish import Published, preview, publish
from hanzi_column.store.connection import Store


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@with_places
def verb(places: Places, dry_run: bool) -> int:
    """Bring the learner's catalogue up to date with the content folder.

    Opening the program does the same. No review is ever lost: cards that are gone are retired.
    Leaves with 1 where a file had to be left out.

    \b
    Example:
      hanzi-column publish --dry-run
    """
    now = surroundings().clock()
    with Store(places.database) as store:
        published = (preview if dry_run else publish)(store, places.data, now)
    _say(published, dry_run)
    return 1 if published.left_out else 0


def _say(published: Published, dry_run: bool) -> None:
    cards = published.cards
    will = "would be " if dry_run else ""
    for name, ids in (
        ("new", cards.new),
        ("corrected", cards.corrected),
        ("retired", cards.retired),
        ("taken up again", cards.returned),
    ):
        for card_id in ids:
            say(f"{name}: {card_id}")
    say(
        f"{published.read} files read; {len(cards.new)} cards {will}new, {len(cards.corrected)} corrected, "
        f"{len(cards.retired)} retired, {len(cards.returned)} taken up again; 0 histories lost."
    )
    for path, problem in published.left_out:
        say(f"Left out: {path}: {problem}")
