"""MIDI controllers: their messages become actions, what the show does becomes lights and motors.

Begin with :mod:`.midi_controls` (all devices) and :mod:`.midi_device` (one). :mod:`.control_map` is
the format of a map, :mod:`.map_files` finds them; :mod:`.midi_messages`, :mod:`.control_reader`,
:mod:`.soft_takeover` and :mod:`.midi_lights` are pure; :mod:`.midi_ports` alone knows the library.
"""
