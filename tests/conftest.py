"""What all tests share."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from sayso.reading.encoder import Encoder

# The same examples every time, and no limit of time, which a busy machine would break; "search" looks for new ones.
settings.register_profile(
    "ci", derandomize=True, deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("search", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


@pytest.fixture(scope="session")
def real_encoder() -> Encoder:
    """The weights in the package; only for tests that carry the marker ``weights``."""
    from sayso.reading.encoder import load_encoder

    return load_encoder()
