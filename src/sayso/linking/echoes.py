"""Articles with one text, to the letter: what is judged of the first is judged of its echoes, and nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.linking.prepared import Prepared


def find_echoes(members: Sequence[Prepared]) -> dict[str, str]:
    """Each article that has another's text, with that other: the earliest that has it.

    Of those without a time it is one whose page names its outlet, if there is any.
    """
    first: dict[str, str] = {}
    for member in sorted(members, key=_standing):
        first.setdefault(member.text, member.id)
    return {member.id: first[member.text] for member in members if first[member.text] != member.id}


def _standing(member: Prepared) -> tuple[str, bool, str]:
    article = member.reading.article
    return (article.published.time if article.published else "~", article.outlet is None, article.id)
