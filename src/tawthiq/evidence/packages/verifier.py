"""The file ``verify.py``: the modules of ``evidence.bare`` joined into one.

It is made from the modules that are tested, and not written a second time. Imports of each
other fall away, those of the standard library stand once at the top, and everything else is
copied as it is, comments included, because it is there to be read before it is run.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

_PACKAGE = "tawthiq.evidence.bare"

# In the order in which they need each other.
PARTS = (
    "said",
    "ed25519",
    "public_keys",
    "der",
    "certificates",
    "stamps",
    "merkle",
    "notes",
    "proofs",
    "entries",
    "tables",
    "folders",
    "manifests",
    "report",
    "lists",
    "sealing",
    "signatures",
    "pieces",
    "times",
    "looking",
    "telling",
    "command",
)

_HEAD = '''\
#!/usr/bin/env python3
"""Checks a package of evidence, offline: what holds, what does not, what this does not prove.

يفحص حزمة أدلة من دون شبكة: ما الثابت منها وما لا يثبت وما لا يثبته هذا الفحص.

    python3 verify.py [FOLDER] --key KEY        python3 verify.py --help

Python 3.8 or later and its standard library; nothing is written, nothing is fetched. Ends with
0 if everything that was asked holds, 1 if something does not, 2 if it was called wrongly, 3 if
something could not be found out. Licensed under Apache-2.0 with the project that made it.
"""
'''


_TOO_OLD = """\
if sys.version_info < (3, 8):
    sys.stderr.write("Python 3.8 or later is needed, nothing was looked at\\n")
    sys.exit(3)
"""


@cache
def verifier() -> bytes:
    """The whole file; the same bytes from the same version of Tawthiq."""
    sources = {part: _source(part) for part in PARTS}
    trees = {part: ast.parse(source) for part, source in sources.items()}
    refuse_twice(trees.values())
    imports = sorted({line for tree in trees.values() for line in _imports(tree)})
    bodies = [_body(part, sources[part], trees[part]) for part in PARTS]
    end = 'if __name__ == "__main__":\n    main()\n'
    head = [_HEAD, "from __future__ import annotations\n", "\n".join(imports) + "\n", _TOO_OLD]
    return "\n".join([*head, *bodies, "", end]).encode()


def refuse_twice(trees: Iterable[ast.Module]) -> None:
    """Return if no name is defined twice: in one file the later would take the earlier's place.

    Raises:
        ValueError: One is.
    """
    names = [name for tree in trees for name in set(_names(tree))]
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise ValueError(f"parts of the verifier define these names twice: {twice}")


def _names(tree: ast.Module) -> Iterable[str]:
    """What a part defines at its top."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            inside = (one for one in ast.walk(node) if isinstance(one, ast.Name))
            yield from (one.id for one in inside if isinstance(one.ctx, ast.Store))


def _source(part: str) -> str:
    return files(_PACKAGE).joinpath(f"{part}.py").read_text("utf-8")


def _imports(tree: ast.Module) -> Iterable[str]:
    """The imports of the standard library, each name on a line of its own."""
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (f"import {one.name}" for one in node.names)
        elif isinstance(node, ast.ImportFrom) and not _is_ours(node):
            yield from (f"from {node.module} import {one.name}" for one in node.names)


def _is_ours(node: ast.ImportFrom) -> bool:
    """Whether it falls away: another part, or what stands once at the top.

    Raises:
        ValueError: It brings in something of Tawthiq that is no part, or under another name.
    """
    module = node.module or ""
    renamed = any(one.asname for one in node.names)
    if renamed or (
        module.startswith("tawthiq") and module.removeprefix(f"{_PACKAGE}.") not in PARTS
    ):
        raise ValueError(f"a part of the verifier cannot import this: {ast.unparse(node)}")
    return module.startswith(_PACKAGE) or module == "__future__"


def _body(part: str, source: str, tree: ast.Module) -> str:
    """A part without its docstring and imports, under a heading made of the docstring."""
    lines = source.splitlines()
    first, *rest = tree.body
    for node in [first, *(one for one in rest if isinstance(one, ast.Import | ast.ImportFrom))]:
        assert node.end_lineno is not None
        for at in range(node.lineno - 1, node.end_lineno):
            lines[at] = ""
    said = (ast.get_docstring(tree) or "").splitlines()
    heading = [f"# {'-' * 96}", *(f"# {line}".rstrip() for line in said), f"# {'-' * 96}"]
    body = "\n".join(lines).strip("\n")
    return "\n".join([f"\n# {part}", *heading, "", body, ""])
