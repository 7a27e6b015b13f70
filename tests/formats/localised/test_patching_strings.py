"""Whatever a file of strings says, an edit is made as meant or not at all."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.localised.strings_files import ALL, Files

from termaccord.formats.patching import patch
from termaccord.formats.strings import files
from termaccord.model import Edit, Place, Span

WORDS = st.text(st.sampled_from("абв «»'\"\\\n\t<>&@?=:;#%{}$é"), max_size=8)


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
@settings(max_examples=30, deadline=None)
@given(data=st.data(), words=WORDS)
def test_an_edit_is_made_as_meant_or_not_at_all(kind: Files, data: st.DataObject, words: str) -> None:
    before = texts(kind, kind.translation)
    unit = data.draw(st.sampled_from(sorted(key for key, text in before.items() if text)))
    start = data.draw(st.integers(0, len(before[unit])))
    end = data.draw(st.integers(start, len(before[unit])))

    after = patch(kind.translation, kind.name, [Edit(Place(kind.name, unit, Span(start, end)), words)])

    meant = before[unit][:start] + words + before[unit][end:]
    if after.findings:
        assert after.value == kind.translation
    else:
        assert flat(texts(kind, after.value)) == flat({**before, unit: meant})


def texts(kind: Files, data: bytes) -> dict[str, str]:
    file = files.parse(data, kind.name).value
    assert file is not None
    return {entry.identifier: entry.text for entry in file.entries}


def flat(found: dict[str, str]) -> dict[str, str]:
    """White space that stays is not touched, so a line break may stay one."""
    return {key: " ".join(text.split()) for key, text in found.items()}
