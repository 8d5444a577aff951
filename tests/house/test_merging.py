"""Two changes beside each other: what is compiled makes no conflict, and no sentence is lost."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=One", "-c", "user.email=one@example.org")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def test_two_new_sentences_merge_without_a_conflict(tmp_path: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    (setting,) = re.findall(r"git (config merge\.compiled\.\S+ \S+)", makefile)
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, *setting.split())
    shutil.copy(ROOT / ".gitattributes", tmp_path)
    po, compiled = tmp_path / "de.po", [tmp_path / name for name in ("de.mo", "mwk_de.qm")]

    def commit(sentences: str) -> None:
        po.write_text(sentences)
        for each in compiled:
            each.write_bytes(b"\0" + sentences.encode())
        git(tmp_path, "add", "-A")
        git(tmp_path, "commit", "-q", "-m", "more")

    commit("start\n")
    git(tmp_path, "switch", "-q", "-c", "other")
    commit("start\nother\n")
    git(tmp_path, "switch", "-q", "main")
    commit("start\nmine\n")
    git(tmp_path, "switch", "-q", "other")
    git(tmp_path, "rebase", "-q", "main")
    assert sorted(po.read_text().split()) == ["mine", "other", "start"]
