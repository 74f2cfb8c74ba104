#!/usr/bin/env python3
"""Writes the table of the named entities of JATS: src/xml/entities/table.txt.

    npm install --no-audit --no-fund @jats4r/dtds@0.0.10
    python3 tools/entities.py node_modules/@jats4r/dtds/schema > src/xml/entities/table.txt

The names and values are those a DTD processor binds (the first declaration wins), taken by letting one, expat, read
the Archiving DTD and expand each name. The DTDs are in the public domain. Versions 1.3 and 1.4 must agree.

A line: the name, the characters as hexadecimal numbers, and "h" when HTML gives the name the same value.
"""

import html.entities
import pathlib
import sys
import xml.parsers.expat as expat

DRIVERS = ["1.3/JATS-archivearticle1-3.dtd", "1.4/JATS-archivearticle1-4.dtd"]


def parser(driver):
    """An expat parser that reads external entities beside the file that names them."""
    p = expat.ParserCreate()
    p.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_ALWAYS)
    base = [driver.parent]

    def external(context, _base, system, _public):
        path = base[-1] / system
        sub = stack[-1].ExternalEntityParserCreate(context)
        stack.append(sub)
        base.append(path.parent)
        sub.Parse(path.read_bytes(), True)
        base.pop()
        stack.pop()
        return 1

    stack = [p]
    p.ExternalEntityRefHandler = external
    return p


def names(driver):
    """The names of all general entities of characters. The five of XML are declared too, but expat does not tell."""
    found = ["amp", "apos", "gt", "lt", "quot"]

    def declared(name, is_parameter, value, *_):
        if not is_parameter and value is not None and name not in found:
            found.append(name)

    p = parser(driver)
    p.EntityDeclHandler = declared
    p.Parse(f'<!DOCTYPE article SYSTEM "{driver.name}"><article/>', True)
    return found


def values(driver, wanted):
    """Each name with the text it expands to."""
    result, current = {}, []

    def start(name, attrs):
        current.append(attrs.get("n", ""))

    def text(data):
        if current[-1]:
            result[current[-1]] = result.get(current[-1], "") + data

    def end(_name):
        current.pop()

    p = parser(driver)
    p.StartElementHandler, p.EndElementHandler, p.CharacterDataHandler = start, end, text
    body = "".join(f'<e n="{n}">&{n};</e>' for n in wanted)
    p.Parse(f'<!DOCTYPE article SYSTEM "{driver.name}"><article>{body}</article>', True)
    return result


def main():
    kit = pathlib.Path(sys.argv[1])
    tables = [values(kit / d, names(kit / d)) for d in DRIVERS]
    if tables[0] != tables[1]:
        sys.exit("versions differ")
    for name, value in sorted(tables[0].items(), key=lambda pair: pair[0].encode()):
        characters = " ".join(f"{ord(c):X}" for c in value)
        same = html.entities.html5.get(name + ";") == value
        print(f"{name}\t{characters}" + ("\th" if same else ""))


main()
