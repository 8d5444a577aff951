"""A property of ``[kafka]`` that stands twice in a file is no matter of luck."""

from __future__ import annotations

from pathlib import Path

import pytest

from mwk_desktop.show.settings.load import load_settings
from mwk_desktop.show.settings.origins import SettingsError

QUOTED, BARE = '"bootstrap.servers" = "a:1"', 'bootstrap.servers = "b:2"'


@pytest.mark.parametrize(
    "lines",
    [
        [QUOTED, BARE],
        [BARE, QUOTED],
        [QUOTED, "[kafka.bootstrap]", 'servers = "b:2"'],
        ['"sasl.username" = "a"', 'sasl.username = "b"'],
    ],
)
def test_a_property_given_twice_is_named(tmp_path: Path, lines: list[str]) -> None:
    file = tmp_path / "mwk.toml"
    file.write_text("\n".join(["[kafka]", *lines]))
    with pytest.raises(SettingsError, match=r"\[kafka\] \S+: is given twice; once is right"):
        load_settings(str(file), {}, {})


def test_the_same_name_in_two_files_or_beside_a_flag_is_no_quarrel(tmp_path: Path) -> None:
    file = tmp_path / "mwk.toml"
    file.write_text("\n".join(["[kafka]", BARE, 'sasl.username = "a"']))
    given = load_settings(
        str(file), {"MWK_KAFKA__SASL_USERNAME": "b"}, {"kafka.bootstrap.servers": "c:3"}
    )
    assert given.kafka == {"bootstrap.servers": "c:3", "sasl.username": "b"}
