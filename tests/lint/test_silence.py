from termaccord.lint.rule import Rule, Scope, Silence
from termaccord.lint.silence import silenced, without
from termaccord.model import Edit, Finding, Place, Rendering, Severity, Span, Suppression


def rule(code: str, name: str = "", default: bool = True) -> Rule:
    return Rule(
        code,
        name or code.lower(),
        Scope.PASSAGE,
        Severity.ERROR,
        "",
        "",
        "",
        lambda _view: (),
        default=default,
    )


RULES = (rule("C10", "inconsistent-rendering"), rule("T01", "rejected-term"), rule("T05", default=False))


def at(file: str, start: int, unit: str = "") -> Place:
    return Place(file, unit, Span(start, start + 5))


def finding(code: str, place: Place) -> Finding:
    return Finding(code, "", place)


def asked(codes: tuple[str, ...], covers: Place) -> Suppression:
    return Suppression(codes, Place(covers.file, line=1), covers)


def conflict(*places: Place) -> Finding:
    """Two places of the preferred form, then one form a place."""
    forms = tuple(Rendering(f"Form {i}", (p,)) for i, p in enumerate(places))
    preferred = Rendering("Best", (at("best.txt", 0), at("best.txt", 50)), "preferred")
    edits = tuple(Edit(p, "Best") for p in places)
    return Finding(
        "C10", "", places[0], edits=edits, text="Form 0", preferred="Best", variants=(preferred, *forms)
    )


def kept(findings: list[Finding], *suppressions: Suppression) -> list[Finding]:
    return list(silenced(findings, suppressions, RULES, RULES)[0])


def test_a_stretch_silences_what_it_touches() -> None:
    inside, outside = finding("T01", at("a.txt", 12)), finding("T01", at("a.txt", 40))

    assert kept([inside, outside], asked(("T01",), Place("a.txt", span=Span(10, 30)))) == [outside]


def test_a_beginning_a_name_and_no_code_at_all_mean_rules_too() -> None:
    found = finding("T01", at("a.txt", 0))

    assert kept([found], asked(("T",), Place("a.txt"))) == []
    assert kept([found], asked(("rejected-term",), Place("a.txt"))) == []
    assert kept([found], asked((), Place("a.txt"))) == []
    assert kept([found], asked(("C",), Place("a.txt"))) == [found]


def test_a_unit_is_silenced_whatever_stands_in_it() -> None:
    here, there = finding("T01", at("a.po", 3, "one")), finding("T01", at("a.po", 3, "two"))

    assert kept([here, there], asked((), Place("a.po", "one"))) == [there]


def test_another_file_is_none_of_a_comments_business() -> None:
    found = finding("T01", at("b.txt", 12))

    assert kept([found], asked((), Place("a.txt"))) == [found]


def test_a_conflict_goes_when_its_own_place_is_silenced() -> None:
    assert kept([conflict(at("a.txt", 0), at("b.txt", 0))], asked(("C10",), Place("a.txt"))) == []


def test_a_silenced_place_of_a_form_is_left_out() -> None:
    (left,) = kept([conflict(at("a.txt", 0), at("b.txt", 0))], asked(("C10",), Place("b.txt")))

    assert [v.text for v in left.variants] == ["Best", "Form 0"]
    assert [e.place.file for e in left.edits] == ["a.txt"]


def test_a_conflict_needs_two_forms() -> None:
    assert kept([conflict(at("a.txt", 0))], asked((), Place("best.txt"))) == []


def test_half_of_a_forms_places_may_go() -> None:
    (left,) = kept([conflict(at("a.txt", 0))], asked((), Place("best.txt", span=Span(0, 9))))

    assert left.variants[0].places == (at("best.txt", 50),)


def test_a_conflict_whose_first_place_is_hidden_moves_to_the_next() -> None:
    moved = without(conflict(at("a.txt", 0), at("b.txt", 7)), lambda place: place.file == "a.txt")

    assert moved is not None
    assert (moved.place, moved.text) == (at("b.txt", 7), "Form 1")


def outcome(*codes: str, ran: tuple[Rule, ...] = RULES) -> Silence:
    found = [finding("T01", at("a.txt", 0))]
    return silenced(found, [asked(codes, Place("a.txt"))], ran, RULES)[1][0]


def test_a_name_that_silences_nothing_is_idle() -> None:
    assert outcome("T01", "C10").idle == ("C10",)
    assert outcome("T01").idle == ()


def test_an_unknown_name_is_told() -> None:
    assert outcome("T01", "Q99").unknown == ("Q99",)


def test_a_rule_that_did_not_run_is_not_called_idle() -> None:
    assert outcome("C10", ran=RULES[1:]).idle == ()
    assert outcome("C", "T", ran=RULES[1:]).idle == ()


def test_a_comment_without_codes_is_idle_as_a_whole() -> None:
    spoken = silenced([], [asked((), Place("a.txt"))], RULES, RULES)[1][0]

    assert spoken.idle == ("ALL",)
    assert outcome().idle == ()
