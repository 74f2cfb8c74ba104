#!/usr/bin/env python3
"""Writes src/jats/grammar/table.txt, what each DTD of JATS 1.2, 1.3 and 1.4 allows, from the DTDs.

    npm pack @jats4r/dtds@0.0.10 && tar xzf jats4r-dtds-0.0.10.tgz
    tools/grammar.py package/schema > src/jats/grammar/table.txt

The table has four parts, one line an entry, in this order:

    D tag-set version tables mathml public-id<TAB>system-id    a DTD; entries of elements name DTDs by their bits
    S base +names -names                                       a set of names: that of an earlier set, more and less
    M model                                                    a content model
    E name model,attributes,bits ...                           an element: its model and its set of attributes per DTD

Sets and models are numbered from 0. A model is `-` (empty), `#n` (text and the elements of set n), else an expression of
names, `@n` (one of set n), `,` `|` `?` `*` `+` and brackets. An attribute is a name with `!` when it is required, then a
type: none for text, `~id ~ref ~refs ~token ~tokens`, `=a/b/c` for the values of a closed list, one when it is fixed.
Declarations of namespaces are left out.
"""

import ctypes
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

VERSIONS = ["1.2", "1.3", "1.4"]
NAMES = {"archiving": ["archivearticle", "archive-oasis-article"],
         "publishing": ["journalpublishing", "journalpublishing-oasis-article"],
         "authoring": ["articleauthoring"]}
NAME = r"[\w:.-]+"
TYPES = {"CDATA": "", "ID": "~id", "IDREF": "~ref", "IDREFS": "~refs", "NMTOKEN": "~token", "NMTOKENS": "~tokens"}


def dtds(schema):
    """Tag set, version, tables, MathML, identifiers and file of each DTD."""
    public_ids = {}
    for public in ElementTree.parse(schema / "catalog.xml").iter("{urn:oasis:names:tc:entity:xmlns:xml:catalog}public"):
        public_ids.setdefault(public.get("uri"), public.get("publicId"))
    for tag_set, stems in NAMES.items():
        for version in VERSIONS:
            number = "1" if version == "1.2" else version.replace(".", "-")
            for stem in stems:
                for mathml in "2", "3":
                    system = f"JATS-{stem}{number}{'-mathml3' if mathml == '3' else ''}.dtd"
                    tables = "cals" if "oasis" in stem else "xhtml"
                    public = public_ids[f"{version}/{system}"]
                    yield f"{tag_set} {version} {tables} {mathml} {public}\t{system}", schema / version / system


def declarations(path):
    """The declarations of a DTD as libxml2 prints them, parameter entities resolved; elements and attributes of each."""
    lib = ctypes.CDLL("libxml2.so.2")
    lib.xmlParseDTD.restype = lib.xmlBufferCreate.restype = ctypes.c_void_p
    lib.xmlParseDTD.argtypes = [ctypes.c_char_p] * 2
    lib.xmlNodeDump.argtypes = [ctypes.c_void_p] * 3 + [ctypes.c_int] * 2
    lib.xmlBufferContent.restype, lib.xmlBufferContent.argtypes = ctypes.c_char_p, [ctypes.c_void_p]
    buffer = lib.xmlBufferCreate()
    lib.xmlNodeDump(buffer, None, lib.xmlParseDTD(None, str(path).encode()), 0, 0)
    text = re.sub(r"<!--.*?-->", "", lib.xmlBufferContent(buffer).decode(), flags=re.S)
    elements = {name: (model, []) for name, model in re.findall(r"<!ELEMENT (\S+) (.*?)>", text, re.S)}
    for name, attribute, kind, default in re.findall(r"<!ATTLIST (\S+) (\S+) (\([^)]*\)|NOTATION \([^)]*\)|\S+) (.*?)>", text):
        if name in elements and not attribute.startswith("xmlns"):
            elements[name][1].append((attribute, kind, default))
    return elements


class Sets:
    """Sets of names, each written as what differs from the earlier set that is most like it."""

    def __init__(self):
        self.sets, self.lines, self.known = [], [], {}

    def number(self, names):
        names = frozenset(names)
        if names not in self.known:
            self.known[names] = len(self.sets)
            base = min(range(len(self.sets)), key=lambda n: len(self.sets[n] ^ names), default=None)
            if base is None or len(self.sets[base] ^ names) >= len(names):
                words, before = ["-"], frozenset()
            else:
                words, before = [str(base)], self.sets[base]
            words += [f"+{name}" for name in sorted(names - before)] + [f"-{name}" for name in sorted(before - names)]
            self.lines.append("S " + " ".join(words))
            self.sets.append(names)
        return self.known[names]


def members(text, sets):
    """A content model in short: alternatives of more than two names become a set."""
    if not text.startswith("("):
        return text
    # The innermost brackets first, each replaced by a mark until all are known.
    known = []
    while found := re.search(r"\(([^()]*)\)", text):
        known.append(alternatives(found[1], sets))
        text = f"{text[:found.start()]}<{len(known) - 1}>{text[found.end():]}"
    while found := re.search(r"<(\d+)>", text):
        text = text[:found.start()] + known[int(found[1])] + text[found.end():]
    return text.replace(" ", "")


def alternatives(text, sets):
    parts = [part.strip() for part in re.split(r"[|,]", text)]
    names = [part for part in parts if re.fullmatch(NAME, part)]
    if "|" in text and len(names) > 2:
        number = sets.number(names)
        rest = [part for part in parts if part not in names]
        return f"@{number}" if not rest else f"(@{number}|{'|'.join(rest)})"
    return f"({text})"


def model(text, sets):
    if text in ("EMPTY", "ANY"):
        return {"EMPTY": "-", "ANY": "any"}[text]
    if "#PCDATA" in text:
        names = re.findall(NAME, text.replace("#PCDATA", ""))
        return f"#{sets.number(names)}"
    return members(text, sets)


def attribute(name, kind, default):
    name += "!" if default == "#REQUIRED" else ""
    if default.startswith("#FIXED"):
        return f"{name}={default.split(' ', 1)[1].strip(chr(34))}"
    if kind.endswith(")"):
        values = re.findall(NAME, kind.removeprefix("NOTATION"))
        return f"{name}={'/'.join(values)}"
    return name + TYPES[kind]


def main():
    sets, models, elements, heads = Sets(), {}, {}, []
    for bit, (head, path) in enumerate(dtds(Path(sys.argv[1]))):
        heads.append(head)
        for name, (content, attributes) in declarations(path).items():
            number = models.setdefault(model(content, sets), len(models))
            attrs = sets.number(attribute(*attr) for attr in attributes)
            rows = elements.setdefault(name, {})
            rows[number, attrs] = rows.get((number, attrs), 0) | 1 << bit
    print("# Generated by tools/grammar.py from the JATS DTDs, which are in the public domain; do not edit.")
    print("\n".join("D " + head for head in heads))
    print("\n".join(sets.lines))
    print("\n".join(f"M {text}" for text in models))
    for name, rows in sorted(elements.items()):
        print("E", name, *(f"{number},{attrs},{bits:x}" for (number, attrs), bits in rows.items()))


main()
