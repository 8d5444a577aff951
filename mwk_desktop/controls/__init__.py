"""Every hand besides keyboard and mouse: MIDI controllers, OSC, the presenter's phone.

Each input turns its events into the actions of :mod:`mwk_desktop.show.actions` and sends them with
an :class:`~mwk_desktop.show.action_sender.ActionSender`; each output (lights, motor faders, OSC,
phones) shows :func:`~mwk_desktop.show.actions.feedback`. This room knows the show and nothing of
Qt. :mod:`.midi` holds MIDI, :mod:`.osc` OSC, :mod:`.remote` the presenter's phone; the workers that
run them are in :mod:`mwk_desktop.app.workers`.
"""
