"""Numbers of claims that lie near each other; of the hash of a run of words the upper half."""

from __future__ import annotations

from sqlalchemy import Connection

from sayso.ledger.migrations.step import Step

# The half of what was kept, in rows that were there: where two of one article become one, it stands outside quotations
# if either did.
HALVES = (
    """
CREATE TEMPORARY TABLE halves AS
SELECT period, hash >> 32 AS half, article, day, MIN(quoted) AS quoted
FROM fingerprint GROUP BY period, hash >> 32, article, day
""",
    "DELETE FROM fingerprint",
    "INSERT INTO fingerprint SELECT period, half, article, day, quoted FROM halves ORDER BY period, half, article",
    "DROP TABLE halves",
)


def _apply(connection: Connection) -> None:
    for statement in (*HALVES, "DROP INDEX article_text_digest"):  # by which nothing is looked up any more
        connection.exec_driver_sql(statement)


STEP = Step("s09_near", "claims numbered without gaps, shorter fingerprints", _apply, index_anew=True)
