"""Xcode's string catalogues: all languages in one file."""

import json
from typing import Any

import pytest

from termaccord.formats import bilingual, filling
from termaccord.formats.bilingual import State
from termaccord.formats.filling import Fill, Standing
from termaccord.formats.patching import patch
from termaccord.model import Edit, Place, Span

NAME = "Main.xcstrings"
CATALOGUE = """{
  "sourceLanguage" : "en",
  "strings" : {
    "" : {

    },
    "Boats %lld" : {
      "localizations" : {
        "en" : {
          "variations" : {
            "plural" : {
              "one" : {
                "stringUnit" : {
                  "state" : "translated",
                  "value" : "%lld boat"
                }
              },
              "other" : {
                "stringUnit" : {
                  "state" : "translated",
                  "value" : "%lld boats"
                }
              }
            }
          }
        }
      }
    },
    "Farewell" : {

    },
    "Quaylight" : {
      "shouldTranslate" : false
    },
    "Rope" : {
      "comment" : "a thing",
      "localizations" : {
        "ru" : {
          "stringUnit" : {
            "state" : "needs_review",
            "value" : "Канат\\nи"
          }
        }
      }
    },
    "Sail" : {
      "extractionState" : "stale"
    }
  },
  "version" : "1.0"
}
"""


def filled(*wanted: Fill, overwrite: bool = False, data: str = CATALOGUE) -> str:
    return filling.fill(data.encode(), NAME, wanted, overwrite=overwrite).data.decode()


def strings(data: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(data)["strings"]
    return found


def test_strings_have_the_state_that_xcode_gives_them() -> None:
    found = bilingual.parse(CATALOGUE.encode(), NAME).value

    assert [(unit.unit.id, unit.state, unit.form) for unit in found] == [
        ("Boats %lld[one]", State.UNTRANSLATED, 0),
        ("Boats %lld[few]", State.UNTRANSLATED, 1),
        ("Boats %lld[many]", State.UNTRANSLATED, 2),
        ("Boats %lld[other]", State.UNTRANSLATED, 3),
        ("Farewell", State.UNTRANSLATED, None),
        ("Quaylight", State.LOCKED, None),
        ("Rope", State.FUZZY, None),
        ("Sail", State.OBSOLETE, None),
    ]
    assert [variant.text for variant in found[6].unit.variants] == ["Rope", "Канат\nи"]


def test_with_several_languages_each_has_its_units() -> None:
    data = CATALOGUE.replace(
        '"localizations" : {\n        "ru"', '"localizations" : {\n        "de" : {}, "ru"'
    )

    assert {unit.unit.id for unit in bilingual.parse(data.encode(), NAME).value} >= {
        "Farewell@de",
        "Farewell@ru",
        "Boats %lld@ru[few]",
    }


@pytest.mark.parametrize(
    ("standing", "state"), [(Standing.TRANSLATED, "translated"), (Standing.FUZZY, "needs_review")]
)
def test_a_translation_that_is_missing_is_put_in_as_xcode_writes_it(standing: Standing, state: str) -> None:
    after = filled(Fill("Farewell", ('«Пока"',), standing))

    assert after == CATALOGUE.replace(
        """    "Farewell" : {

    },""",
        f"""    "Farewell" : {{
      "localizations" : {{
        "ru" : {{
          "stringUnit" : {{
            "state" : "{state}",
            "value" : "«Пока\\""
          }}
        }}
      }}
    }},""",
    )


def test_plural_forms_are_put_in_together() -> None:
    forms = {"one": "лодка", "few": "лодки", "many": "лодок", "other": "лодки"}

    after = filled(*(Fill(f"Boats %lld[{form}]", (word,)) for form, word in forms.items()))

    plural = strings(after)["Boats %lld"]["localizations"]["ru"]["variations"]["plural"]
    assert {form: one["stringUnit"]["value"] for form, one in plural.items()} == forms
    assert (
        strings(after)["Boats %lld"]["localizations"]["en"]
        == strings(CATALOGUE)["Boats %lld"]["localizations"]["en"]
    )


def test_a_draft_gives_way_where_that_is_asked_for() -> None:
    assert filled(Fill("Rope", ("Трос",))) == CATALOGUE
    assert filled(Fill("Rope", ("Трос",)), overwrite=True) == CATALOGUE.replace(
        "needs_review", "translated"
    ).replace("Канат\\nи", "Трос")


def test_line_ends_stay() -> None:
    after = filled(Fill("Farewell", ("Пока",)), data=CATALOGUE.replace("\n", "\r\n"))

    assert "\n" not in after.replace("\r\n", "")


@pytest.mark.parametrize("unit", ["Quaylight", "Sail"])
def test_what_is_closed_stays(unit: str) -> None:
    data = CATALOGUE.encode()

    found = filling.fill(data, NAME, [Fill(unit, ("Слово",))], overwrite=True)
    assert (found.data, len(found.findings)) == (data, 1)


def test_a_word_is_changed_where_it_stands() -> None:
    after = patch(CATALOGUE.encode(), NAME, [Edit(Place(NAME, "Rope", Span(0, 5), language="ru"), "Трос")])

    assert after.value.decode() == CATALOGUE.replace("Канат", "Трос")
