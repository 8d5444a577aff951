"""`mwk bounce`: renders a recorded show to audio offline; each run gives the same bytes."""

from __future__ import annotations

import argparse

from mwk_desktop.cli.option_types import a_path
from mwk_desktop.cli.verb_options import NOT_GIVEN, add_yes, options_of

NAME = "bounce"
HELP = "render a recorded topic to audio, offline"
EXAMPLES = """\
examples:
  mwk bounce show.jsonl.zst -o show.wav                 24-bit WAV
  mwk bounce show.jsonl.zst -o show.flac --stems stems  FLAC, and each instrument by itself
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=a_path, help="the recording")
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=a_path,
        required=True,
        help="the audio file: .wav or .flac",
    )
    parser.add_argument(
        "--stems", metavar="DIR", type=a_path, default=None, help="also each instrument to a file"
    )
    parser.add_argument(
        "--format",
        choices=("pcm16", "pcm24", "float"),
        default="pcm24",
        help="sample format (default: pcm24; float only for .wav)",
    )
    parser.add_argument(
        "--topic", metavar="NAME", default=NOT_GIVEN, help="the input topic in the file"
    )
    parser.add_argument(
        "--quantize",
        choices=("beat", "bar", "loop"),
        default=NOT_GIVEN,
        help="the grid on which changes land (default: bar)",
    )
    parser.add_argument(
        "--window-ms", metavar="MS", default=NOT_GIVEN, help="length of a window (default: 30000)"
    )
    add_yes(parser)
    parser.add_argument(
        "--json", action="store_true", default=NOT_GIVEN, help="report what was written as JSON"
    )


def run(args: argparse.Namespace) -> int:
    from mwk_desktop.app.verbs.bounce_recording import bounce_recording

    return bounce_recording(
        options_of(args), args.file, args.output, stems=args.stems, sample_format=args.format
    )
