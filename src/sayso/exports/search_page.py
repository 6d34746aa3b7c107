"""One page of what a search finds in a ledger."""

from __future__ import annotations

from sayso.exports.search_hits import SearchPage, claim_hit, text_hit
from sayso.ledger import Ledger
from sayso.search import finding
from sayso.search.parsing import parse_query
from sayso.search.query import phrases_of


def look_up(
    ledger: Ledger, words: str, *, sort: str = finding.Order.NEWEST, page: int = 1, texts: bool = False
) -> SearchPage:
    """The matches of a page, counted from 1: claims, or with ``texts`` whole articles. Raises BadQuery."""
    query = parse_query(words, of_texts=texts)
    match, whole, make = (
        (finding.match_texts, finding.whole_texts, text_hit)
        if texts
        else (finding.match_claims, finding.whole_claims, claim_hit)
    )
    matches = match(ledger.connection, query, finding.Order(sort))
    rows = whole(ledger.connection, matches.of_page(page, finding.ON_PAGE))
    phrases = phrases_of(query.part)
    return SearchPage(
        query=words.encode("utf-8", "replace").decode(),  # what a terminal sent may be no text
        where="texts" if texts else "claims",
        sort=sort,
        total=matches.total,
        more=matches.more,
        page=page,
        pages=matches.pages(finding.ON_PAGE),
        notes=query.notes,
        hits=tuple(make(row, phrases) for row in rows),
    )
