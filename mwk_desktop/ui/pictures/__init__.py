"""Pictures of users: fetched, examined and encoded again before a window sees them.

A user chooses the address of a picture, so the address, what answers there, and what it sends are
all hostile until shown otherwise: :mod:`.fetch_target` says where a fetch may go,
:mod:`.picture_fetching` goes there, :mod:`.picture_decoding` makes a small new picture of what
came, :mod:`.picture_cache` remembers it, and :mod:`.picture_provider` hands it to QML under a key
of ours. No address of a user ever reaches QML. Begin with :mod:`.picture_cache`.
"""
