"""What the sources' tests share: a served page, and a Twitter to follow."""

from tests.sources.page_stand import stand
from tests.sources.twitter_following import api, arrived, follow

__all__ = ["api", "arrived", "follow", "stand"]
