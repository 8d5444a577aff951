"""Counting against a naive model: any order, any batches, saved and restored anywhere."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from conftest import ALIASES, CLIPS, make_batch, make_tweet
from hypothesis import given, settings
from hypothesis import strategies as st

from mwk_desktop.topology.counting import Counting, Rules
from mwk_desktop.topology.matching import Matcher
