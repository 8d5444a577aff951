"""The presenter's phone: a page of its own on a port of its own, for paired devices only.

Begin with :mod:`.remote_server` (HTTP, one thread). :mod:`.remote_devices` is who may do what,
:mod:`.remote_state` what a device is shown (both pure), ``static/`` the page.
"""
