"""What research and archive software reads: the payload as an RO-Crate 1.1."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tawthiq.evidence.packages.contents import Content, Contents
from tawthiq.evidence.packages.load_file import Row, rows_of
from tawthiq.evidence.packages.numbering import file_of
from tawthiq.values.both import Both

METADATA = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_CONFORMS = "https://w3id.org/ro/crate/1.1"
Entity = dict[str, Any]


def crate_of(contents: Contents, tables: Mapping[str, tuple[int, str]]) -> bytes:
    """The file ``ro-crate-metadata.json``: an entity for every file of the payload but itself.

    Args:
        tables: The files beside the evidence, by their path below ``data``: size and SHA-256.
    """
    packed = [row for row in rows_of(contents) if isinstance(row.content, Content)]
    files = [_piece(row) for row in packed]
    files += [_table(path, size, sha256) for path, (size, sha256) in sorted(tables.items())]
    graph = [
        {
            "@id": METADATA,
            "@type": "CreativeWork",
            "about": {"@id": "./"},
            "conformsTo": {"@id": _CONFORMS},
        },
        _root(contents, files),
        {"@id": "#maker", "@type": "Organization", "name": contents.maker},
        {"@id": "#terms", "@type": "CreativeWork", "name": _TERMS},
        *files,
        *_makings(packed),
    ]
    written = {"@context": _CONTEXT, "@graph": graph}
    return (json.dumps(written, ensure_ascii=False, indent=1) + "\n").encode()


def _root(contents: Contents, files: list[Entity]) -> Entity:
    return {
        "@id": "./",
        "@type": "Dataset",
        "name": _said(contents.title),
        "description": _said(contents.question),
        "datePublished": f"{contents.made:%Y-%m-%dT%H:%M:%SZ}",
        "publisher": {"@id": "#maker"},
        "license": {"@id": "#terms"},
        "hasPart": [{"@id": file["@id"]} for file in files],
    }


def _piece(row: Row) -> Entity:
    content = row.content
    assert isinstance(content, Content)
    derivative, said = row.derivative, row.item.description
    entity: Entity = {
        "@id": file_of(row.prefix, row.item, derivative),
        "@type": "File",
        "identifier": row.number,
        "name": derivative.name if derivative else row.item.name,
        "encodingFormat": derivative.media_type if derivative else row.item.media_type,
        "contentSize": f"{content.size}",
        "sha256": f"{content.digest}",
    }
    known = {"dateCreated": said.date, "inLanguage": said.language}
    return entity | {name: value for name, value in known.items() if value}


def _table(path: str, size: int, sha256: str) -> Entity:
    return {"@id": path, "@type": "File", "contentSize": f"{size}", "sha256": sha256} | (
        {"name": _NAMES[path]} if path in _NAMES else {}
    )


def _makings(rows: list[Row]) -> list[Entity]:
    """How each derivative came about; the original is an object only where it is there."""
    packed = {row.number: file_of(row.prefix, row.item, row.derivative) for row in rows}
    made: list[Entity] = []
    for row in rows:
        if row.derivative is None:
            continue
        how, original = row.derivative.derivation, Row(row.prefix, row.item).number
        action = {
            "@id": f"#made-{row.number}",
            "@type": "CreateAction",
            "name": how.reason or how.tool,
            "description": how.parameters,
            "instrument": {"@id": f"#tool-{row.number}"},
            "agent": {"@id": f"#agent-{row.number}"},
            "endTime": f"{row.derivative.made:%Y-%m-%dT%H:%M:%SZ}",
            "result": {"@id": packed[row.number]},
        }
        if original in packed:
            action["object"] = {"@id": packed[original]}
        tool = {"@id": f"#tool-{row.number}", "@type": "SoftwareApplication", "name": how.tool}
        made += [action, tool, {"@id": f"#agent-{row.number}", "@type": "Person", "name": how.by}]
    return made


def _said(both: Both) -> list[Entity]:
    return [
        {"@value": both.en, "@language": "en"},
        {"@value": both.ar, "@language": "ar"},
    ]


_TERMS = (
    "Given for the purpose that was agreed with the people concerned, and for no other."
    " أُعطيت للغرض المتفق عليه مع أصحاب الشأن لا لغيره."
)
_NAMES = {
    "custody.csv": "Custody, step by step · الحيازة خطوة خطوة",
    "load-file.csv": "Load file · ملف التحميل",
    "load-file.dat": "Load file (Concordance) · ملف التحميل (Concordance)",
    "premis.xml": "Preservation metadata (PREMIS 3) · بيانات الحفظ (PREMIS 3)",
}
