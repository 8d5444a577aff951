"""A show: votes counted in windows, scenes that land on the beat, and the presenter's overrides.

Begin with :mod:`.core` (counting, conducting and the log behind a few calls) and :mod:`.conductor`
(which clips sound when). No Qt here, and no network.

* From a control to the show: ``actions`` (all of them, by name, with ``strip_actions``,
  ``desk_actions``, ``stage_actions``...) make commands (``commands``, ``desk_commands``,
  ``sound_commands``...), which ``presenter`` carries out and remembers for undo, with
  ``sound_controls`` and ``desk_operations``.
* What sounds: ``conductor`` and ``arranger`` over ``strip_launches``, ``strip_gains`` and
  ``gates``, on the musical ``grid``; ``crowd_scenes`` is what the crowd chose, ``overrides`` what
  the presenter has set.
* What others see: ``snapshot`` (the show at one moment, made by ``snapshot_builder``, in parts:
  ``strip_state``, ``desk_state``, ``stage_state``, ``workers_state``...) and ``audience_snapshot``
  (the same, after ``moderation``).
* Packages: :mod:`.drivers` runs the core on a clock (live, replay, offline, results), :mod:`.log`
  records a show's decisions and reads them back, :mod:`.settings` reads ``mwk.toml``,
  :mod:`.spare` decides which of two laptops is heard.

An *action* is what a key, knob or phone can do; a *command* is what it asks of the show; a
*request* (``control_requests``, ``setting_commands``...) is for a worker beside the show. *Pure*
modules have no thread; the others say on which thread they are used.
"""
