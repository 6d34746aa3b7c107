"""The little of SVG that the pictures need; nothing that an article holds is put in unescaped."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from sayso.exports.escapes import escape_acting, on_one_line


def element(name: str, *inside: Markup | str, **attributes: object) -> Markup:
    """``element("text", "12", x=4, class_="n")``: an element with its attributes and contents, escaped."""
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(_quiet(value))}"' for key, value in attributes.items()
    )
    held = "".join(escape(_quiet(part)) for part in inside)
    return Markup(f"<{name}{given}>{held}</{name}>")  # by hand: Markup's own `format` takes five times as long


def _quiet(value: object) -> object:
    """A number without its last zeros; words with nothing in them that acts on the screen."""
    if isinstance(value, float):
        return f"{value:.1f}".rstrip("0").rstrip(".")
    return escape_acting(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def drawing(width: float, height: float, says: str, parts: Iterable[Markup], css: str) -> Markup:
    """A picture of so many units, with what it says in words for those who do not see it."""
    return element(
        "svg",
        element("title", says),
        *parts,
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        class_=f"drawing {css}",
        role="img",
        aria_label=says,
        width=width,
        height=height,
    )


def linked_drawing(width: float, height: float, says: str, parts: Iterable[Markup], css: str) -> Markup:
    """A picture that holds links: a group, since an image would hide them from a screen reader."""
    return element(
        "svg", *parts, viewBox=f"0 0 {width:.0f} {height:.0f}", class_=f"drawing {css}", role="group", aria_label=says,
        width=width, height=height,
    )  # fmt: skip


def shorten(words: str, most: int) -> str:
    """Words on one line, cut where they are longer than ``most`` characters."""
    whole = on_one_line(words)
    return whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…"
