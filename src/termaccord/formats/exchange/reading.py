"""TMX 1.1 to 1.4 in: units as they stand in the stream, findings where they arise."""

from collections.abc import Iterator
from typing import BinaryIO, Literal

from termaccord.formats.exchange.inline import InlineReader, joined
from termaccord.formats.exchange.names import (
    LANGUAGE,
    OF_EXTRA,
    OF_HEADER,
    OF_UNIT,
    REQUIRED,
    SHARED,
    UNDETERMINED,
)
from termaccord.formats.exchange.plain import PlainUnits
from termaccord.formats.exchange.records import NOTHING, Extras
from termaccord.formats.markup.source import LONGEST_TEXT, PIECE, Source, skipped_entity
from termaccord.model import (
    Content,
    Finding,
    Inline,
    Severity,
    TranslationUnit,
    UserEncoding,
    Variant,
    say,
)
from termaccord.model.fresh import FreshUnit, FreshVariant
from termaccord.model.memory import Memory, Pairs

VERSIONS = frozenset({"1.0", "1.1", "1.2", "1.3", "1.4"})
KNOWN = frozenset({"tmx", "header", "body", "tu", "tuv", "seg", "prop", "note", "ude", "map"})


class TmxReader:
    """
    One TMX stream being read; after the first step of `items` the header stands in `head`.

    Follows the TMX 1.4b specification (LISA OSCAR, 2005) and its DTD.
    The event handlers are written for speed; most units do not come to them at all, see `PlainUnits`.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.head = Memory(())
        self._source = Source(stream, name)
        self._parser = self._source.parser
        self._inline = InlineReader(self._source)
        self._ready: list[TranslationUnit] = []
        self._plain = PlainUnits(self._source, self._ready)
        self._languages: dict[str, str] = {}
        self._started = False
        self._header: dict[str, str] = {}
        self._unit: dict[str, str] | None = None
        self._unit_extras: Extras | None = None
        self._variants: list[Variant] = []
        self._variant: dict[str, str] | None = None
        self._extras: Extras | None = None
        self._segment: Content | None = None
        self._line = 0
        self._open: list[str | Inline] | None = None
        self._text: list[str] = []
        self._text_attributes: dict[str, str] = {}
        self._encodings: list[tuple[Pairs, list[Pairs]]] = []
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.SkippedEntityHandler = self._skipped

    def items(self) -> Iterator[TranslationUnit | Finding]:
        """Units in file order; each finding stands before the units of its stretch of the file."""
        findings = self._source.findings
        gathering: object = None
        idle = 0
        for _ in self._source.pump(self._plain.feed):
            yield from findings
            findings.clear()
            yield from self._ready
            self._ready.clear()
            now = self._open if self._open is not None else self._text
            idle = idle + 1 if now is gathering else 0
            gathering = now
            if idle * PIECE > LONGEST_TEXT and self._parser.CharacterDataHandler:
                message = say(
                    "an element of more than {limit} characters ends the reading", limit=LONGEST_TEXT
                )
                yield self._source.refuse("F004", message).finding
                return

    # -- events -----------------------------------------------------------------------------------------------

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "seg":
            content: list[str | Inline] = []
            self._open = content
            self._line = self._source.line
            self._parser.CharacterDataHandler = content.append
            if attributes:
                self._strangers("seg", attributes, frozenset())
        elif tag == "tuv":
            self._variant = attributes
            self._extras = None
            self._segment = None
        elif tag == "tu":
            self._unit = attributes
            self._unit_extras = None
            self._variants = []
        elif self._open is not None:
            self._inline.enter(tag, attributes, self._open)
        elif tag == "prop" or tag == "note":  # noqa: PLR1714 - twice as fast as a set
            text: list[str] = []
            self._text = text
            self._text_attributes = attributes
            self._parser.CharacterDataHandler = text.append
        else:
            self._start_rare(tag, attributes)

    def _end(self, tag: str) -> None:
        if tag == "seg":
            content = self._open or []
            self._parser.CharacterDataHandler = None
            self._open = None
            if self._segment is not None:
                self._tell("F206", say("a variant has a second <seg>; the first is left out"), Severity.ERROR)
            self._segment = tuple(content) if len(content) < 2 else joined(content)
        elif tag == "tuv":
            self._close_variant()
        elif tag == "tu":
            self._close_unit()
        elif self._open is not None:
            self._inline.leave(tag, self._open)
        elif tag == "prop" or tag == "note":  # noqa: PLR1714
            self._close_text("note" if tag == "note" else "prop")
        elif tag == "header":
            self._close_header()
        elif tag not in KNOWN and tag.rpartition(":")[2] in KNOWN:
            self._end(tag.rpartition(":")[2])

    def _start_rare(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(":")[2]
        if not self._started:
            self._open_root(local, attributes)
        elif tag == "header":
            self._header = attributes
        elif tag == "ude":
            self._encodings.append((tuple(attributes.items()), []))
        elif tag == "map" and self._encodings:
            self._encodings[-1][1].append(tuple(attributes.items()))
        elif local != tag and local in KNOWN:
            self._start(local, attributes)
        elif tag != "body":
            self._once("F203", say("TMX has no element <{tag}>; it is left out", tag=tag), Severity.ERROR)

    def _open_root(self, tag: str, attributes: dict[str, str]) -> None:
        self._started = True
        if tag != "tmx":
            message = say(
                "{file} holds no translation memory; a TMX file begins with <tmx>", file=self._source.name
            )
            raise self._source.refuse("F200", message)
        version = attributes.get("version", "")
        if version not in VERSIONS:
            self._tell("F202", say("TMX has no version “{version}”; it is read as 1.4", version=version))

    def _skipped(self, name: str, is_parameter: bool) -> None:
        handler = self._parser.CharacterDataHandler
        if handler is not None and not is_parameter:
            handler(skipped_entity(name))
            self._once("F008", say("the entity “{name}” is not defined in this file", name=name))

    # -- what is complete -------------------------------------------------------------------------------------

    def _close_text(self, kind: Literal["note", "prop"]) -> None:
        self._parser.CharacterDataHandler = None
        if self._variant is not None or self._unit is None:
            extras = self._extras = self._extras or Extras()
        else:
            extras = self._unit_extras = self._unit_extras or Extras()
        self._strangers(kind, self._text_attributes, OF_EXTRA[kind])
        extras.add(kind, self._text_attributes, "".join(self._text))

    def _close_header(self) -> None:
        attributes = self._header
        for missing in (name for name in REQUIRED if name not in attributes):
            self._once("F204", say("the header lacks the required attribute {attribute}", attribute=missing))
        self._strangers("header", attributes, OF_HEADER)
        source = attributes.pop("srclang", "*all*")
        source = "*all*" if source.lower() == "*all*" else self._language(source)
        encodings = tuple(UserEncoding(pairs, tuple(maps)) for pairs, maps in self._encodings)
        extras, self._extras = self._extras or Extras(), None
        self.head = Memory(
            (),
            source,
            tuple(attributes.items()),
            tuple(extras.properties),
            tuple(extras.notes),
            tuple(extras.details),
            encodings,
        )

    def _close_variant(self) -> None:
        attributes = self._variant or {}
        self._variant = None
        written = attributes.pop("xml:lang", "")
        pairs: Pairs = ()
        if attributes:
            written = written or attributes.get("lang", "")
            attributes.pop("lang", None)
            self._strangers("tuv", attributes, SHARED)
            pairs = tuple(attributes.items())
        language = self._languages.get(written) or self._language(written)
        if self._segment is None:
            self._tell("F206", say("a variant without <seg> is left out"), Severity.ERROR)
            return
        extras = self._extras.frozen() if self._extras else NOTHING
        self._variants.append(FreshVariant(language, self._segment, pairs, *extras, self._line))

    def _close_unit(self) -> None:
        attributes = self._unit or {}
        self._unit = None
        self._plain.unit_closed()
        if not attributes.keys() <= OF_UNIT:
            self._strangers("tu", attributes, OF_UNIT)
        identity = attributes.pop("tuid", "")
        if not self._variants:
            self._tell("F205", say("a unit without any segment is left out"), Severity.ERROR)
            return
        extras = self._unit_extras.frozen() if self._unit_extras else NOTHING
        self._ready.append(FreshUnit(identity, tuple(self._variants), tuple(attributes.items()), *extras))

    def _language(self, written: str) -> str:
        if not written:
            self._tell("F207", say("a variant says no language; it is read as “und”"), Severity.ERROR)
            return UNDETERMINED
        tag = written.strip().replace("_", "-") or UNDETERMINED
        if tag != written or not LANGUAGE.fullmatch(tag):
            self._once(
                "F208", say("“{written}” is no language tag; BCP 47 writes “ru” or “ru-RU”", written=written)
            )
        self._languages[written] = tag
        return tag

    # -- findings ---------------------------------------------------------------------------------------------

    def _tell(self, code: str, message: str, severity: Severity = Severity.WARNING, line: int = 0) -> None:
        self._source.report(code, message, severity, line)

    def _once(self, code: str, message: str, severity: Severity = Severity.WARNING) -> None:
        self._source.report_once(code, message, severity)

    def _strangers(self, tag: str, attributes: dict[str, str], known: frozenset[str]) -> None:
        for name in (a for a in attributes if a not in known and not a.startswith("xmlns")):
            self._once("F209", say("<{tag}> has no attribute {name}", tag=tag, name=name))
