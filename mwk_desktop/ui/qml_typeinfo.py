"""Writes the view-models' types for qmllint: ``qml/MwkViews/MwkViews.qmltypes``.

The types are read from the running classes, so they cannot differ from what QML will meet.
``python -m mwk_desktop.ui.qml_typeinfo`` writes the file; ``--check`` only compares (exit 1 if the
file is out of date).
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QMetaMethod, QMetaObject

from mwk_desktop.ui.assets import QML_DIR
from mwk_desktop.ui.qml_types import MODULE, VIEWS

TYPES_FILE = QML_DIR / MODULE / f"{MODULE}.qmltypes"

_QT_BASES = {"QObject", "QAbstractItemModel", "QAbstractListModel"}
_NAMES = {"PyObject": "QVariant", "void": ""}


def type_info() -> str:
    """The whole file's text."""
    parts = ["import QtQuick.tooling 1.2", "", "Module {"]
    seen: set[str] = set()
    for name, view in sorted(VIEWS.items()):
        meta: QMetaObject | None = view.staticMetaObject  # type: ignore[attr-defined]
        export = name
        while meta is not None and meta.className() not in _QT_BASES | seen:
            parts.append(_component(meta, export))
            seen.add(meta.className())
            meta, export = meta.superClass(), ""
    return "\n".join([*parts, "}", ""])


def _component(meta: QMetaObject, export: str) -> str:
    base = meta.superClass()
    lines = [
        f'        name: "{meta.className()}"',
        '        accessSemantics: "reference"',
        f'        prototype: "{base.className() if base else "QObject"}"',
    ]
    if export:
        lines += [
            f'        exports: ["{MODULE}/{export} 1.0"]',
            "        isCreatable: false",
            "        exportMetaObjectRevisions: [256]",
        ]
    for i in range(meta.propertyOffset(), meta.propertyCount()):
        prop = meta.property(i)
        kind = str(prop.typeName())
        pointer = " isPointer: true;" if kind.endswith("*") else ""
        signal = bytes(prop.notifySignal().name().data()).decode()
        lines.append(
            f'        Property {{ name: "{prop.name()!s}"; type: "{kind.rstrip("*")}";{pointer} '
            f'notify: "{signal}"; isReadonly: true }}'
        )
    for i in range(meta.methodOffset(), meta.methodCount()):
        method = meta.method(i)
        word = "Signal" if method.methodType() == QMetaMethod.MethodType.Signal else "Method"
        name = bytes(method.name().data()).decode()
        names = [bytes(n.data()).decode() for n in method.parameterNames()]
        kinds = [bytes(t.data()).decode() for t in method.parameterTypes()]
        made = str(method.typeName())
        result = _NAMES.get(made, made)
        body = f'name: "{name}"' + (f'; type: "{result}"' if result else "")
        for place, kind in enumerate(kinds):
            label = names[place] if place < len(names) and names[place] else f"a{place}"
            body += f'{" " if place else "; "}Parameter {{ name: "{label}"; type: "{kind}" }}'
        lines.append(f"        {word} {{ {body} }}")
    return "\n".join(["    Component {", *lines, "    }"])


def main() -> int:
    """Write the file, or with ``--check`` compare it."""
    text = type_info()
    if "--check" in sys.argv[1:]:
        same = TYPES_FILE.is_file() and TYPES_FILE.read_text(encoding="utf-8") == text
        if not same:
            print(
                f"{TYPES_FILE} is old: run python -m mwk_desktop.ui.qml_typeinfo", file=sys.stderr
            )
        return 0 if same else 1
    TYPES_FILE.parent.mkdir(parents=True, exist_ok=True)
    TYPES_FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
