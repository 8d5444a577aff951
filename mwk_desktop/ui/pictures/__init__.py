"""Pictures of users: fetched, examined and made anew before a window sees them.

A user chooses the address of a picture, so the address, what answers there, and what it sends are
all hostile until shown otherwise: :mod:`.address` says where a fetch may go, :mod:`.fetch` goes
there, :mod:`.decode` makes a small new picture of what came, :mod:`.store` remembers it, and
:mod:`.provider` hands it to QML under a key of ours. No address of a user ever reaches QML.
"""
