"""Controls outside the windows: MIDI controllers, OSC, the presenter's phone.

Each input turns its events into the actions of :mod:`mwk_desktop.show.actions` and sends them with
an :class:`~mwk_desktop.show.action_sender.ActionSender`; each output (lights, motor faders, OSC,
phones) shows :func:`~mwk_desktop.show.actions.feedback`. This package knows the show and nothing of
Qt.

Begin with the package of the control: :mod:`.midi`, :mod:`.osc`, or :mod:`.remote` (the presenter's
phone; the audience's page is :mod:`mwk_desktop.sources.page`). The workers that run them are
``midi_worker``, ``clock_worker``, ``osc_worker`` and ``remote_worker`` in
:mod:`mwk_desktop.app.workers`.
"""
