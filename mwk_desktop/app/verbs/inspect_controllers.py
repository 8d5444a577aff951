"""`mwk controllers`: lists MIDI ports, prints what arrives, tests lights, checks a map file."""

from __future__ import annotations

import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from mwk_desktop.app.report_lines import print_json
from mwk_desktop.app.run_options import BadInput, Options
from mwk_desktop.app.stderr_lines import presenter_text, print_stderr
from mwk_desktop.app.workers.midi_worker import own_maps_folder
from mwk_desktop.controls.midi.control_map import ControlMap, Light, MapError, control_words
from mwk_desktop.controls.midi.control_reader import ControlReader
from mwk_desktop.controls.midi.device_maps import DeviceMaps
from mwk_desktop.controls.midi.map_files import read_map
from mwk_desktop.controls.midi.midi_lights import light_message
from mwk_desktop.controls.midi.midi_messages import MidiParser
from mwk_desktop.controls.midi.midi_ports import MidiPortError, RtMidiSystem, device_name
from mwk_desktop.messages import Message, message, plural_message, verbatim

LIT_S: Final = 1.0
"""How long a test shows the lights."""
POLL_S: Final = 0.005

BAD: Final = 2


def list_controllers(options: Options) -> int:
    """Print every input port, its device and its map, or why there are none."""
    maps = DeviceMaps(own_maps_folder(options))
    with ExitStack() as stack:
        system = _system(options, stack)
        ports = system.input_names()
        for port in ports:
            control_map = _map_of(maps, port)
            if options.json:
                row = {
                    "type": "controller",
                    "port": port,
                    "device": device_name(port),
                    "map": control_map.name if control_map else None,
                    "file": control_map.origin if control_map else None,
                }
                print_json(options, row)
            else:
                words = presenter_text(message("no map: teach it with Ctrl+L in the console"))
                if control_map is not None:
                    words = f"{control_map.name} ({control_map.origin})"
                options.lines.print_line(f"{port}  {words}")
        if not ports:
            print_stderr(_why_none(system))
    for fault in maps.faults:
        print_stderr(fault)
    return 0


def _map_of(maps: DeviceMaps, port: str) -> ControlMap | None:
    """The map that a console would give a port's device."""
    found = maps.map_of(device_name(port), port)
    return found if found.origin else None


def check_map(options: Options, file: str) -> int:
    """Print a line for every fault of a map file; 2 if there is any."""
    try:
        control_map = read_map(Path(file))
    except MapError as error:
        for fault in error.faults:
            print_stderr(fault)
        return BAD
    count = len(control_map.entries)
    if options.json:
        row = {"type": "map", "name": control_map.name, "controls": count}
        print_json(options, row)
    else:
        good = plural_message(
            "{name}: good, 1 control",
            "{name}: good, {count} controls",
            count,
            name=control_map.name,
        )
        options.lines.print_line(presenter_text(good))
    return 0


def flash_lights(options: Options, name: str) -> int:
    """Switch every light of the devices with this name on, and off again."""
    maps = DeviceMaps(own_maps_folder(options))
    with ExitStack() as stack:
        system = _system(options, stack)
        names = system.output_names()
        if not names:
            problem = _why_none(system)
            raise BadInput(message("{what}: {problem}", what=f"--lights {name}", problem=problem))
        ports = [port for port in names if name.casefold() in port.casefold()]
        if not ports:
            raise BadInput(
                message(
                    "--lights {name}: no such device; there are: {names}",
                    name=name,
                    names=", ".join(names),
                )
            )
        for port in ports:
            control_map = _map_of(maps, port)
            if control_map is None:
                print_stderr(message("{port}: no map, so no lights are known", port=port))
                continue
            output = system.open_output(port)
            stack.callback(output.close)
            for data in control_map.init:
                output.send(data)
            time.sleep(POLL_S * 20)  # a device needs a moment to change its mode
            lights = _lights(control_map)
            for is_on in (True, False):
                for light in lights:
                    output.send(light_message(light, light.on if is_on else light.off))
                time.sleep(LIT_S)
            for data in control_map.close:
                output.send(data)
            text = plural_message(
                "{port}: 1 light was on", "{port}: {count} lights were on", len(lights), port=port
            )
            options.lines.print_line(presenter_text(text))
    return 0


def _lights(control_map: ControlMap) -> list[Light]:
    """The lights of a map, without motors."""
    lights = (entry.light for entry in control_map.entries)
    return [light for light in lights if light is not None and light.type != "pitchbend"]


def watch_messages(options: Options) -> int:
    """Print every message of every port, and the action that it does, until Ctrl+C or
    ``--exit-after``."""
    maps = DeviceMaps(own_maps_folder(options))
    with ExitStack() as stack:
        system = _system(options, stack)
        watched = []
        for port in system.input_names():
            try:
                source = system.open_input(port)
            except MidiPortError as error:
                print_stderr(verbatim(str(error)))
                continue
            stack.callback(source.close)
            control_map = _map_of(maps, port)
            entries = control_map.entries if control_map else ()
            watched.append(
                (port, source, MidiParser(), ControlReader(e.key for e in entries), entries)
            )
            print_stderr(message("listening to {port}", port=port))
        if not watched:
            print_stderr(_why_none(system))
            return 0
        ends_s = time.monotonic() + (options.exit_after_s or float("inf"))
        while time.monotonic() < ends_s:
            for port, source, parser, reader, entries in watched:
                for data in source.receive():
                    for heard in parser.feed(data):
                        reading = reader.read(heard)
                        if reading is None:
                            continue
                        actions = [each.action for each in entries if each.key == reading.key]
                        _print_heard(
                            options, port, data, control_words(reading.key), reading.raw, actions
                        )
            time.sleep(POLL_S)
    return 0


def _print_heard(
    options: Options, port: str, data: bytes, control: str, value: int, actions: list[str]
) -> None:
    if options.json:
        row = {
            "type": "midi",
            "port": port,
            "bytes": data.hex(" "),
            "control": control,
            "value": value,
            "actions": actions,
        }
        print_json(options, row)
        return
    does = ", ".join(actions) or "-"
    options.lines.print_line(f"{device_name(port)}  {data.hex(' ')}  {control} = {value}  {does}")


def _system(options: Options, stack: ExitStack) -> RtMidiSystem:
    system = RtMidiSystem(options.settings.midi.system)
    stack.callback(system.close)
    return system


def _why_none(system: RtMidiSystem) -> Message:
    return system.problem or message("no MIDI controller is plugged in")
