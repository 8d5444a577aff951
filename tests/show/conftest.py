"""The JACK server and the waiting that the engine's tests have, for whole shows."""

from tests.engine.conftest import _children_start_like_the_app, jack_of, wait_until

__all__ = ["_children_start_like_the_app", "jack_of", "wait_until"]
