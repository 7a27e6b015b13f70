"""
Turtle in: the triples of a document (W3C, RDF 1.1 Turtle).

All of the grammar but for relative IRIs against a base with dots in it; a list is read as the chain of nodes it is.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
DEEPEST = 50


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, with its language or its type."""

    text: str
    language: str = ""
    type: str = ""


Subject = str
"""An IRI, or “_:” and the name of a node without one."""
Triple = tuple[Subject, str, "Subject | Literal", int]
"""Subject, predicate, object and the line of the object."""

_TOKENS = re.compile(
    r"""
    (?P<space>[ \t\r\n]+|\#[^\r\n]*)
    |(?P<long>\"{3}(?:(?:\"|\"\")?(?:[^"\\]|\\.))*\"{3}|'{3}(?:(?:'|'')?(?:[^'\\]|\\.))*'{3})
    |(?P<string>"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
    |(?P<iri><[^\x00-\x20<>"{}|^`]*>)
    |(?P<directive>@(?:prefix|base)\b)
    |(?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    |(?P<number>[+-]?(?:\d+\.\d*[eE][+-]?\d+|\.?\d+[eE][+-]?\d+|\d*\.\d+|\d+))
    |(?P<blank>_:[\w·‿-](?:[\w·‿.-]*[\w·‿-])?)
    |(?P<name>(?:[^\W\d_][\w·.-]*)?:(?:(?:[\w:·-]|%[0-9A-Fa-f]{2}|\\.)(?:(?:[\w:·.-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:·-]|%[0-9A-Fa-f]{2}|\\.))?)?)
    |(?P<type>\^\^)
    |(?P<mark>[.;,\[\]()])
    |(?P<word>[A-Za-z]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_ESCAPED = {"t": "\t", "b": "\b", "n": "\n", "r": "\r", "f": "\f"}


class TurtleError(Exception):
    """The document breaks the grammar; `line` says where."""

    def __init__(self, why: str, line: int) -> None:
        super().__init__(why)
        self.line = line


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str
    line: int


def triples(text: str) -> Iterator[Triple]:
    """
    The triples in the order of the document.

    Raises
    ------
    TurtleError
        Where the document breaks the grammar; the triples before it have been given.

    """
    yield from _Parser(text).statements()


def _tokens(text: str) -> Iterator[_Token]:
    at, line = 0, 1
    while at < len(text):
        found = _TOKENS.match(text, at)
        if found is None:
            raise TurtleError(text[at : at + 20].split("\n", 1)[0], line)
        kind = found.lastgroup or ""
        if kind != "space":
            yield _Token(kind, found[0], line)
        line += found[0].count("\n")
        at = found.end()
    yield _Token("end", "", line)


class _Parser:
    def __init__(self, text: str) -> None:
        self._tokens = _tokens(text)
        self._now = next(self._tokens)
        self._prefixes: dict[str, str] = {}
        self._base = ""
        self._blanks = 0
        self._found: list[Triple] = []
        self._depth = 0

    def statements(self) -> Iterator[Triple]:
        while self._now.kind != "end":
            if self._directive():
                continue
            self._statement()
            yield from self._found
            self._found.clear()
            self._expect(".")

    def _next(self) -> _Token:
        token = self._now
        if token.kind != "end":
            self._now = next(self._tokens)
        return token

    def _expect(self, mark: str) -> None:
        if self._now.text != mark:
            raise TurtleError(self._now.text, self._now.line)
        self._next()

    def _directive(self) -> bool:
        word = self._now.text.lower().removeprefix("@")
        old = self._now.kind == "directive"
        if not old and not (self._now.kind == "word" and word in {"prefix", "base"}):
            return False
        self._next()
        if word == "prefix":
            name = self._next()
            if name.kind != "name" or not name.text.endswith(":"):
                raise TurtleError(name.text, name.line)
            self._prefixes[name.text.removesuffix(":")] = self._iri(self._next())
        else:
            self._base = self._iri(self._next())
        if old:
            self._expect(".")
        return True

    def _statement(self) -> None:
        if self._now.text == "[":
            subject = self._node()
            if self._now.text == ".":
                return
        else:
            subject = self._resource()
        self._predicates(subject)

    def _predicates(self, subject: str) -> None:
        while True:
            if self._now.text == "a":
                self._next()
                predicate = f"{RDF}type"
            else:
                predicate = self._resource()
            while True:
                line = self._now.line
                self._found.append((subject, predicate, self._object(), line))
                if self._now.text != ",":
                    break
                self._next()
            while self._now.text == ";":
                self._next()
            if self._now.text in {".", "]"} or self._now.kind == "end":
                return

    def _object(self) -> Subject | Literal:
        token = self._now
        if token.kind in {"string", "long"}:
            return self._literal()
        if token.kind == "number":
            self._next()
            return Literal(token.text, "", f"{XSD}decimal")
        if token.kind == "word" and token.text in {"true", "false"}:
            self._next()
            return Literal(token.text, "", f"{XSD}boolean")
        return self._resource()

    def _literal(self) -> Literal:
        token = self._next()
        quotes = 3 if token.kind == "long" else 1
        text = _unescaped(token.text[quotes:-quotes], token.line)
        if self._now.kind == "language":
            return Literal(text, self._next().text[1:])
        if self._now.kind == "type":
            self._next()
            return Literal(text, "", self._iri(self._next()))
        return Literal(text)

    def _resource(self) -> str:
        if self._now.text in {"[", "("}:
            return self._node()
        return self._iri(self._next())

    def _node(self) -> str:
        self._depth += 1
        if self._depth > DEEPEST:
            raise TurtleError(self._now.text, self._now.line)
        opening = self._next().text
        self._blanks += 1
        node = f"_:b{self._blanks}."  # a dot at its end: no name of the document's ends so
        if opening == "[":
            if self._now.text != "]":
                self._predicates(node)
            self._expect("]")
        else:
            node = self._members(node)
        self._depth -= 1
        return node

    def _members(self, node: str) -> str:
        first = node
        if self._now.text == ")":
            first = f"{RDF}nil"
        while self._now.text != ")":
            line = self._now.line
            self._found.append((node, f"{RDF}first", self._object(), line))
            self._blanks += 1
            rest = f"_:b{self._blanks}." if self._now.text != ")" else f"{RDF}nil"
            self._found.append((node, f"{RDF}rest", rest, line))
            node = rest
        self._next()
        return first

    def _iri(self, token: _Token) -> str:
        if token.kind == "iri":
            inside = _unescaped(token.text[1:-1], token.line)
            return urljoin(self._base, inside) if self._base and ":" not in inside else inside
        if token.kind == "blank":
            return token.text
        prefix, colon, local = token.text.partition(":")
        if token.kind == "name" and colon and prefix in self._prefixes:
            return self._prefixes[prefix] + re.sub(r"\\(.)", r"\1", local)
        raise TurtleError(token.text, token.line)


def _unescaped(text: str, line: int) -> str:
    def replaced(match: re.Match[str]) -> str:
        code = match[1]
        if len(code) == 1:
            return _ESCAPED.get(code, code)
        number = int(code[1:], 16)
        if number > 0x10FFFF or 0xD800 <= number < 0xE000:
            raise TurtleError(match[0], line)
        return chr(number)

    return _ESCAPE.sub(replaced, text) if "\\" in text else text
