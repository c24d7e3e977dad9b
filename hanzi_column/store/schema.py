"""The form of the learner's database, one migration a step; a migration that was released is never edited."""

from typing import Final

from sqlite_utils import Database, Migrations

migrations: Final = Migrations("hanzi_column")


@migrations()
def m001_catalogue_and_reviews(db: Database) -> None:
    """Make the catalogue (issues, columns, cards) and the learner's own tables (reviews, memory)."""
    db.executescript(_CATALOGUE)
    db.executescript(_LEARNER)
    db.executescript(_VIEWS)


_CATALOGUE: Final = """
CREATE TABLE catalogue (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE content_files (
    path TEXT PRIMARY KEY,          -- relative to the content folder, with forward slashes
    size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL,
    digest TEXT NOT NULL,           -- SHA-256 of the bytes
    entry TEXT,                     -- id of the issue or column, NULL where it could not be read
    problem TEXT                    -- why it was left out, NULL where it was not
);

CREATE TABLE issues (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    publisher TEXT,
    deck TEXT,
    date TEXT,                      -- YYYY-MM-DD or YYYY-MM
    url TEXT,
    magazine_issue TEXT             -- headline of the magazine issue that it advertises
);

CREATE TABLE items (
    issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    section TEXT,
    headline TEXT NOT NULL,
    blurb TEXT,
    url TEXT,
    PRIMARY KEY (issue_id, number)
);

CREATE TABLE terms (
    issue_id TEXT NOT NULL REFERENCES issues(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    hanzi TEXT NOT NULL,
    pinyin TEXT,
    section TEXT,
    PRIMARY KEY (issue_id, number)
);

CREATE TABLE columns (
    id TEXT PRIMARY KEY,
    number INTEGER NOT NULL DEFAULT 0,   -- its place in the deck
    headword TEXT NOT NULL,
    traditional TEXT,
    headline TEXT NOT NULL,
    formation TEXT NOT NULL,
    evidence TEXT NOT NULL,
    strokes TEXT NOT NULL,
    source_issue TEXT NOT NULL,          -- as the column names it
    issue_id TEXT REFERENCES issues(id) ON DELETE SET NULL,   -- NULL while no such issue is published
    source_headline TEXT,
    url TEXT
);
CREATE INDEX columns_issue ON columns(issue_id);
CREATE INDEX columns_number ON columns(number);
CREATE INDEX columns_headword ON columns(headword);

CREATE TABLE readings (
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    pinyin TEXT NOT NULL,
    gloss TEXT NOT NULL,
    PRIMARY KEY (column_id, number)
);

CREATE TABLE components (
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    part TEXT NOT NULL,
    role TEXT NOT NULL,
    pinyin TEXT,
    gloss TEXT,
    PRIMARY KEY (column_id, number)
);
CREATE INDEX components_part ON components(part);

CREATE TABLE senses (
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    sense TEXT NOT NULL,
    period TEXT NOT NULL,
    words TEXT NOT NULL,            -- the words that show it, with spaces between
    PRIMARY KEY (column_id, number)
);

CREATE TABLE lookalikes (
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    hanzi TEXT NOT NULL,
    PRIMARY KEY (column_id, number)
);

CREATE TABLE column_references (
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    entry TEXT,
    url TEXT,
    PRIMARY KEY (column_id, number)
);

CREATE TABLE paragraphs (
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (column_id, number)
);

CREATE TABLE places (               -- where a word stands in the prose
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    word TEXT NOT NULL,             -- its hanzi, and #mark where it has one
    hanzi TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    gloss TEXT,
    paragraph INTEGER NOT NULL,
    starts INTEGER NOT NULL,        -- characters into the paragraph
    ends INTEGER NOT NULL,
    PRIMARY KEY (column_id, number)
);
CREATE INDEX places_word ON places(word);

CREATE TABLE quotations (
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    hanzi TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    english TEXT,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (column_id, number)
);

CREATE TABLE sentences (
    column_id TEXT NOT NULL REFERENCES columns(id) ON DELETE CASCADE,
    mark TEXT NOT NULL,
    hanzi TEXT NOT NULL,
    pinyin TEXT NOT NULL,
    english TEXT NOT NULL,
    paragraph INTEGER NOT NULL,
    PRIMARY KEY (column_id, mark)
);

CREATE TABLE cards (                -- a card that has gone is retired, never deleted: reviews hang on it
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,          -- cards of one subject are siblings
    column_id TEXT REFERENCES columns(id) ON DELETE SET NULL,
    sentence TEXT,                  -- mark of the sentence, for a cloze
    prompt TEXT NOT NULL,
    answer TEXT NOT NULL,
    pinyin TEXT NOT NULL,           -- the readings that count as right, " / " between
    gloss TEXT NOT NULL,
    english TEXT,
    rank INTEGER NOT NULL,          -- order within the column
    paragraph INTEGER NOT NULL,
    starts INTEGER,                 -- where the answer stands in the paragraph, NULL where it does not
    ends INTEGER,
    introduced INTEGER NOT NULL DEFAULT 0,   -- 1 once it has a review that stands
    retired_at TEXT
);
CREATE INDEX cards_new ON cards(column_id, rank) WHERE introduced = 0 AND retired_at IS NULL;
CREATE INDEX cards_column ON cards(column_id);

CREATE VIRTUAL TABLE search USING fts5(
    what UNINDEXED,                 -- column, word or sentence
    reference UNINDEXED,            -- column id, word, or column id and mark
    column_id UNINDEXED,
    hanzi,                          -- every run of one to four characters, so that any part of a word is found
    pinyin,                         -- toneless, joined and in syllables
    english,
    tokenize = "unicode61 remove_diacritics 2"
);
"""

_LEARNER: Final = """
CREATE TABLE reviews (              -- append-only
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    card_id TEXT NOT NULL REFERENCES cards(id),
    rating INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 4),   -- Again, Hard, Good, Easy
    reviewed_at TEXT NOT NULL,      -- UTC
    study_day TEXT NOT NULL,        -- the learner's study day then
    duration_ms INTEGER NOT NULL,
    typed TEXT,
    fuzz REAL NOT NULL,             -- with the retention, what the interval was computed with
    desired_retention REAL NOT NULL
);
CREATE INDEX reviews_card ON reviews(card_id);
CREATE INDEX reviews_day ON reviews(study_day);

CREATE TABLE undos (                -- append-only: a review that was taken back
    review_id INTEGER PRIMARY KEY REFERENCES reviews(id),
    undone_at TEXT NOT NULL
);

CREATE TABLE tone_slips (           -- append-only: which tone was typed for which
    review_id INTEGER NOT NULL REFERENCES reviews(id),
    number INTEGER NOT NULL,
    meant INTEGER NOT NULL,
    typed INTEGER NOT NULL,
    PRIMARY KEY (review_id, number)
);

CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER reviews_unchanged BEFORE UPDATE ON reviews BEGIN SELECT RAISE(ABORT, 'reviews are append-only'); END;
CREATE TRIGGER undos_stay BEFORE DELETE ON undos BEGIN SELECT RAISE(ABORT, 'undos are append-only'); END;
CREATE TRIGGER undos_unchanged BEFORE UPDATE ON undos BEGIN SELECT RAISE(ABORT, 'undos are append-only'); END;

CREATE TABLE memory (               -- derived: replaying the reviews gives the same rows
    card_id TEXT PRIMARY KEY REFERENCES cards(id),
    phase TEXT NOT NULL,            -- learning, review or relearning
    step INTEGER,
    stability REAL NOT NULL,        -- days
    difficulty REAL NOT NULL,       -- 1 to 10
    due_day TEXT NOT NULL,
    due_at TEXT,                    -- UTC; NULL in phase review, which is due by the day
    last_day TEXT NOT NULL,
    last_at TEXT NOT NULL,
    reviews INTEGER NOT NULL,
    lapses INTEGER NOT NULL
);
CREATE INDEX memory_due_day ON memory(phase, due_day);
CREATE INDEX memory_due_at ON memory(due_at) WHERE due_at IS NOT NULL;

CREATE TABLE corrections (          -- a learnt card whose reading or meaning an editor changed
    id INTEGER PRIMARY KEY,
    card_id TEXT NOT NULL REFERENCES cards(id),
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    published_at TEXT NOT NULL,     -- UTC
    last_review_id INTEGER NOT NULL -- pending until the card has a later review that stands
);
CREATE INDEX corrections_card ON corrections(card_id);
"""

_VIEWS: Final = """
CREATE VIEW standing_reviews AS
    SELECT * FROM reviews WHERE id NOT IN (SELECT review_id FROM undos);

CREATE VIEW pending_corrections AS
    SELECT * FROM corrections c WHERE NOT EXISTS (
        SELECT 1 FROM standing_reviews r WHERE r.card_id = c.card_id AND r.id > c.last_review_id);

CREATE VIEW due_today AS
    SELECT cards.id AS card, cards.kind, cards.answer AS hanzi, cards.pinyin, cards.gloss, columns.headword AS "column",
           memory.phase, memory.due_day, memory.due_at, round(memory.stability, 1) AS stability_days
    FROM memory JOIN cards ON cards.id = memory.card_id LEFT JOIN columns ON columns.id = cards.column_id
    WHERE cards.retired_at IS NULL AND memory.due_day <= date(
        'now', 'localtime', '-' || (SELECT value FROM catalogue WHERE key = 'rollover_hour') || ' hours')
    ORDER BY memory.due_day, memory.due_at;

CREATE VIEW review_history AS
    SELECT reviews.id, reviews.reviewed_at, reviews.study_day, cards.answer AS hanzi, cards.kind,
           CASE reviews.rating WHEN 1 THEN 'Again' WHEN 2 THEN 'Hard' WHEN 3 THEN 'Good' ELSE 'Easy' END AS rating,
           reviews.typed, round(reviews.duration_ms / 1000.0, 1) AS seconds, undos.undone_at, reviews.card_id AS card
    FROM reviews JOIN cards ON cards.id = reviews.card_id LEFT JOIN undos ON undos.review_id = reviews.id
    ORDER BY reviews.id;
"""
