"""What is exported: some articles' readings in a fixed order, and the stories that they tell."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Self

from sayso.exports.withholding import withhold_reading, withhold_story
from sayso.linking.story import LinkedStory
from sayso.records.reading import Reading


@dataclass(frozen=True, slots=True)
class Selection:
    """These readings and linked stories are to be written; without ``text``, nothing of the articles' words is.

    Both can be walked as often as is liked, in the same order each time. There are no stories where they were not
    asked for.
    """

    read: Callable[[], Iterable[Reading]]
    link: Callable[[], Iterable[LinkedStory]]
    text: bool = True

    @classmethod
    def of(cls, readings: Sequence[Reading], stories: Sequence[LinkedStory] = (), *, text: bool = True) -> Self:
        """What is at hand already."""
        return cls(lambda: readings, lambda: stories, text)

    def readings(self) -> Iterator[Reading]:
        """Every reading as it may be shown: where text is withheld, its article's text is empty."""
        for reading in self.read():
            yield reading if self.text else withhold_reading(reading)

    def stories(self) -> Iterator[LinkedStory]:
        """Every story as it may be shown."""
        for story in self.link():
            yield story if self.text else withhold_story(story)
