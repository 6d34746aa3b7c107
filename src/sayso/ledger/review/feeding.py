"""What each claim feeds, kept so that the queue can be put in order without linking."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection, delete, insert

from sayso.ledger.review.tables import fed

AT_ONCE = 500


def save_fed(
    connection: Connection, numbers: Mapping[str, int], feeds: Mapping[str, Mapping[str, tuple[int, int]]]
) -> None:
    """Puts what the claims of these articles feed in place of what was kept: articles of their point, its disputes.

    ``numbers`` gives each article's id its number, ``feeds`` what each article's claims feed. Called inside a change.
    """
    held = [numbers[article] for article in feeds if article in numbers]
    for start in range(0, len(held), AT_ONCE):
        connection.execute(delete(fed).where(fed.c.article.in_(held[start : start + AT_ONCE])))
    rows = [
        {"article": numbers[article], "claim": claim, "articles": articles, "disputes": disputes}
        for article, claims in feeds.items()
        if article in numbers
        for claim, (articles, disputes) in claims.items()
    ]
    if rows:
        connection.execute(insert(fed), rows)
