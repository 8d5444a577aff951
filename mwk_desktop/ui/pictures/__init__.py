"""Users' pictures: fetched, checked and re-encoded before a window sees them.

Users choose their pictures' addresses, so the address, the server and its data are treated as
hostile: :mod:`.fetch_target` decides where a fetch may go, :mod:`.picture_fetching` fetches,
:mod:`.picture_decoding` makes a small new picture of the data, :mod:`.picture_cache` keeps it, and
:mod:`.picture_provider` gives it to QML under a key of ours. No address of a user ever reaches QML.
Begin with :mod:`.picture_cache`.
"""
