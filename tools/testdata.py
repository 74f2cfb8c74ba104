#!/usr/bin/env python3
"""Writes what the tests' own XML comparer knows of JATS, from the DTDs and apart from the library's tables.

    npm pack @jats4r/dtds@0.0.10 && tar xzf jats4r-dtds-0.0.10.tgz
    tools/testdata.py package/schema tests/data

tests/data/entities.tsv  each entity name of Archiving 1.4 and the text that libxml2 expands it to
tests/data/content.tsv   each element and whether any tag set lets it hold text: mixed, else element
"""

import sys
from pathlib import Path

from lxml import etree


def entities(dtd):
    names = sorted({entity.name for entity in etree.DTD(str(dtd)).iterentities()})
    uses = "".join(f"<x>&{name};</x>" for name in names)
    document = f'<!DOCTYPE article SYSTEM "{dtd}"><article>{uses}</article>'
    # Some names are those of parameter entities only: libxml2 leaves their element empty.
    parser = etree.XMLParser(load_dtd=True, resolve_entities=True, no_network=True, recover=True)
    root = etree.fromstring(document.encode(), parser)
    for name, use in zip(names, root, strict=True):
        if use.text:
            yield name, " ".join(f"{ord(char):04X}" for char in use.text)


def contents(schema):
    mixed = {}
    for dtd in schema.glob("*/JATS-*.dtd"):
        for element in etree.DTD(str(dtd)).iterelements():
            if not element.prefix:
                mixed[element.name] = mixed.get(element.name, False) or element.type == "mixed"
    return sorted((name, "mixed" if holds_text else "element") for name, holds_text in mixed.items())


def write(path, rows):
    path.write_text("".join(f"{key}\t{value}\n" for key, value in rows))


def main():
    schema, out = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
    write(out / "entities.tsv", entities(schema / "1.4" / "JATS-archivearticle1-4.dtd"))
    write(out / "content.tsv", contents(schema))


main()
