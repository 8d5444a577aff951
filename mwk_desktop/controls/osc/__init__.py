"""OSC in and out: every action has an address, state is sent on change.

Begin with :mod:`.osc_server` (sockets, one thread). :mod:`.osc_addresses` and :mod:`.osc_state` are
pure; :mod:`.slip` frames messages on TCP; :mod:`.open_stage_control` makes a layout of the
actions.
"""
