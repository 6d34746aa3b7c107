"""Numbers that count units of time: in figures, in words, and the vague ones."""

from __future__ import annotations

from collections.abc import Sequence

from sayso.lists.time_words import NUMBERS, ORDINALS

SKIPPED = frozenset({"-", "–", "—", "−", "and", "of", "the", "more", "very"})


def read_count(words: Sequence[str]) -> float | None:
    """Twenty-four, a hundred, two thousand, 2 1/2, two and a half, 90; None where no number is told ("several")."""
    total, below = 0.0, 0.0
    fraction = "/" in words
    if fraction:
        words, (over, under) = words[:-3], (words[-3], words[-1])
        total = int(over) / int(under) if over.isdigit() and under.isdigit() and 0 < int(under) < 100 else 0.0
    told = fraction
    for word in words:
        if word in SKIPPED:
            continue
        number = _number(word)
        if number is None:
            if word not in {"a", "an", "half", "couple"}:
                return None
            number = {"half": 0.5, "couple": 2.0}.get(word, 0.0)
            if word in {"a", "an"}:
                continue
        told = True
        if number in {100.0, 1000.0} and word.isalpha():
            below = max(below, 1.0) * number
            if number == 1000.0:
                total, below = total + below, 0.0
        else:
            below += number
    return total + below if told else (1.0 if words and words[0] in {"a", "an"} else None)


def read_spelled_year(words: Sequence[str]) -> int | None:
    """Nineteen ninety-seven, two thousand and three, the year two thousand; from 1100 to 2099."""
    numbers = [NUMBERS[word] for word in words if word in NUMBERS]
    if len(numbers) >= 2 and numbers[:2] == [2, 1000]:
        return 2000 + sum(numbers[2:]) if sum(numbers[2:]) < 100 else None
    if len(numbers) >= 2 and 11 <= numbers[0] <= 20 and 10 <= numbers[1] <= 90 and len(numbers) <= 3:
        rest = numbers[2] if len(numbers) == 3 else 0
        return None if rest >= 10 or (rest and numbers[1] < 20) else 100 * numbers[0] + numbers[1] + rest
    return None


def read_ordinal(word: str) -> int | None:
    """Third, 3rd, 21st."""
    return int(word[:-2]) if word[:-2].isdigit() else ORDINALS.get(word)


def _number(word: str) -> float | None:
    if word in NUMBERS:
        return float(NUMBERS[word])
    plain = word.replace(",", "")
    if plain.isdigit() and len(plain) < 8:
        return float(plain)
    whole, dot, part = plain.partition(".")
    return float(plain) if dot and whole.isdigit() and part.isdigit() and len(plain) < 8 else None
