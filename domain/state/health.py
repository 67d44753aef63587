"""What doctors found."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from domain.lifecycle import Fitness


class Examination(NamedTuple):
    """The doctor's last finding."""

    result: Fitness
    at: datetime
