"""What a project has decided about checking: the table `[lint]` and the tables `[outlet.NAME]` of its settings."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from termaccord.lint.choice import Choice, unknown
from termaccord.lint.rule import Rule
from termaccord.model import Severity, say
from termaccord.project.errors import UsageError

FAIL_ON = (*(s.value for s in Severity), "never")
OFF = "off"
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class LintSettings:
    """How texts are checked; every setting has a default."""

    choice: Choice = field(default_factory=Choice)
    fail_on: str = "error"
    """The least severity that makes a check fail, or `never`."""
    glossary: tuple[str, ...] = ()
    """Paths of glossaries from the project's folder; empty: all that the project has accepted."""


@dataclass(frozen=True, slots=True)
class Outlet:
    """What is decided for one publisher of texts."""

    style: str = ""
    """Its house spelling, as a language tag: en-GB, en-GB-oxford, en-US."""
    authority: int = 0
    """Of its documents that name none of their own; higher wins when a preferred form must be proposed."""


def lint_settings(path: Path, table: object) -> LintSettings:
    """
    The table `[lint]`.

    Raises
    ------
    UsageError
        When a setting is unknown or unusable, or a rule is named that does not exist.

    """
    readers: dict[str, Callable[[Path, str, object], object]] = {
        "select": _words,
        "extend-select": _words,
        "ignore": _words,
        "severity": _severities,
        "per-file-ignores": _by_pattern,
        "least-severity": _one_of(tuple(s.value for s in Severity)),
        "fail-on": _one_of(FAIL_ON),
        "glossary": _words,
    }
    read = _read(path, "lint", table, readers)
    choice = Choice(
        read.get("select", ()),
        read.get("extend-select", ()),
        read.get("ignore", ()),
        read.get("severity", {}),
        read.get("per-file-ignores", ()),
        Severity(read.get("least-severity", Severity.INFO)),
    )
    demand_known(choice, str(path))
    return LintSettings(choice, read.get("fail-on", "error"), read.get("glossary", ()))


def outlets(path: Path, table: object) -> Mapping[str, Outlet]:
    """
    The tables `[outlet.NAME]`, by name.

    Raises
    ------
    UsageError
        When a setting is unknown or unusable.

    """
    tables = _table(path, "outlet", table)
    readers: dict[str, Callable[[Path, str, object], object]] = {"style": _style, "authority": _whole_number}
    return {name: Outlet(**_read(path, f"outlet.{name}", one, readers)) for name, one in tables.items()}


def demand_known(choice: Choice, where: str, rules: tuple[Rule, ...] = ()) -> None:
    """
    Every rule that a choice names exists; without `rules` among all there are.

    Raises
    ------
    UsageError
        Naming the first that does not, and what looks like it.

    """
    if not choice.named:
        return
    from termaccord.lint.rules import RULES  # noqa: PLC0415  # most commands run no rules, and they load slowly

    for wanted, close in unknown(choice.named, rules or RULES):
        if close:
            message = say(
                "{where}: there is no rule “{rule}”; did you mean {close}?",
                where=where,
                rule=wanted,
                close=", ".join(close),
            )
        else:
            message = say(
                "{where}: there is no rule “{rule}”; “termaccord rules” lists them all",
                where=where,
                rule=wanted,
            )
        raise UsageError(message)


def unknown_setting(path: Path, key: str, known: Mapping[str, object]) -> UsageError:
    """One sentence about a setting that does not exist."""
    close = get_close_matches(key.replace("_", "-"), [k.replace("_", "-") for k in known], 1)
    if close:
        meant = next(k for k in known if k.replace("_", "-") == close[0])
        return UsageError(
            say(
                "{path}: unknown setting “{key}”; did you mean “{close}”?",
                path=str(path),
                key=key,
                close=meant,
            )
        )
    return UsageError(
        say(
            "{path}: unknown setting “{key}”; known are {known}",
            path=str(path),
            key=key,
            known=", ".join(known),
        )
    )


def _read(
    path: Path, name: str, table: object, readers: Mapping[str, Callable[[Path, str, object], object]]
) -> dict[str, Any]:
    found = {}
    for written, value in _table(path, name, table).items():
        key = written.replace("_", "-")
        if key not in readers:
            raise unknown_setting(path, f"{name}.{written}", {f"{name}.{k}": 0 for k in readers})
        found[key] = readers[key](path, f"{name}.{written}", value)
    return found


def _table(path: Path, key: str, value: object) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _unusable(path, key, say("a table: [{key}]", key=key))
    return value


def _words(path: Path, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
        raise _unusable(path, key, say("a list of texts in quotes"))
    return tuple(value)


def _severities(path: Path, key: str, value: object) -> dict[str, Severity | None]:
    choose = _one_of((*(s.value for s in Severity), OFF))
    rows = _table(path, key, value).items()
    chosen = {rule: choose(path, f"{key}.{rule}", severity) for rule, severity in rows}
    return {rule: None if severity == OFF else Severity(severity) for rule, severity in chosen.items()}


def _by_pattern(path: Path, key: str, value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    rows = _table(path, key, value).items()
    return tuple((pattern, _words(path, f"{key}.{pattern}", rules)) for pattern, rules in rows)


def _one_of(allowed: tuple[str, ...]) -> Callable[[Path, str, object], str]:
    def read(path: Path, key: str, value: object) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise _unusable(path, key, say("one of {allowed}", allowed=", ".join(allowed)))
        return value

    return read


def _style(path: Path, key: str, value: object) -> str:
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        raise _unusable(path, key, say("a language tag such as en-GB, en-GB-oxford or en-US"))
    return value


def _whole_number(path: Path, key: str, value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise _unusable(path, key, say("a whole number"))
    return value


def _unusable(path: Path, key: str, wanted: str) -> UsageError:
    return UsageError(say("{path}: “{key}” must be {wanted}", path=str(path), key=key, wanted=wanted))
