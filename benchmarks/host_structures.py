"""The structural families: a table of small generators, each making what stands before a suffix."""

from __future__ import annotations

import re

from host_families import Families, Material
from host_words import BRANDS, NAMES

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _embedded(joint: str) -> Families[str] if False else object:  # placeholder, replaced below
    raise NotImplementedError
