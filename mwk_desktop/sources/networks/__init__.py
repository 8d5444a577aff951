"""Networks where people write, other than X: Mastodon, Bluesky and Twitch.

Begin with :mod:`~mwk_desktop.sources.networks.network_source`: it keeps a connection, reconnects
and passes posts on. Each network is one file (``mastodon``, ``bluesky``, ``twitch``) that speaks
its protocol as a :class:`~mwk_desktop.sources.networks.network_source.Feed`; what they make is a
:class:`~mwk_desktop.sources.networks.network_post.NetworkPost`.
"""
