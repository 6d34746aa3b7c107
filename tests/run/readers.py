"""Readers for worker processes that need no weights: what the text says decides what becomes of it."""

from __future__ import annotations

import os
import signal
import sys
import time

from sayso.errors import BadModel, EmptyInput
from sayso.records.article import Article
from sayso.records.reading import Model, Reading
from sayso.run.workers import ReadOne


def load_obedient() -> ReadOne:
    """A reader that refuses, dies, is killed or takes its time where the text says so."""
    return read_obediently


def load_unhurried() -> ReadOne:
    """The obedient one, who takes ten times as long where it is slow."""
    return read_unhurriedly


def load_other_model() -> ReadOne:
    return lambda article: _reading(article, Model("fake", "2", "2222"))


def load_bad_model() -> ReadOne:
    raise BadModel("the weights are missing")


def load_and_die() -> ReadOne:
    sys.exit(9)


def read_unhurriedly(article: Article) -> Reading:
    if "slow" in article.text:
        time.sleep(0.45)
    return read_obediently(article)


def read_obediently(article: Article) -> Reading:
    if "refuse" in article.text:
        raise EmptyInput(article.id, "was told to refuse")
    if "die" in article.text:
        os._exit(7)
    if "killed" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "slow" in article.text:
        time.sleep(0.05)
    return _reading(article, Model("fake", "1", "1111"))


def _reading(article: Article, model: Model) -> Reading:
    return Reading(article, model, (), (), (), (), (), ())
