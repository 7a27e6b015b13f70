"""Names made like sentences, numbered names, names in apposition, ordinals: found whole; what only looks so stays silent."""

import pytest
from tests.extract.test_candidates import named

WHOLE = [
    ("The union declared Operation Below the Ridge.", "Below the Ridge", "operation"),
    ("Lantern in a Barrel will visit the schools.", "Lantern in a Barrel", "concept"),
    ("This year Miller at the Gate will stay at home.", "Miller at the Gate", "concept"),
    ("The campaign To the Furthest Hive ended on Friday.", "To the Furthest Hive", "programme"),
    ("The campaign Clean Up Your Hive ended on Friday.", "Clean Up Your Hive", "programme"),
    ("They hung up a banner, Keep It by Showing It, over the gate.", "Keep It by Showing It", "concept"),
    ("They consulted the Handbook on Training Young Beekeepers.", "Handbook on Training Young Beekeepers", "document"),
    ("Second Ambrel Charter in hand, they went home.", "Second Ambrel Charter", "document"),
    ("The charity evening called A Loaf for Two raised money.", "A Loaf for Two", "concept"),
    ("Crews came home from Sworn Sentinel-2031.", "Sworn Sentinel-2031", "exercise"),
    ("Helpline 404 took 300 calls.", "Helpline 404", "body"),
    ("Whisper, a practice alarm, began at noon.", "Whisper", "exercise"),
    ("The Whisper alert ended at one.", "Whisper", "exercise"),
    ("Honey and Amber, its main exhibition, opened.", "Honey and Amber", "event"),
    ("They saw the exhibition Honey and Amber on Friday.", "Honey and Amber", "event"),
    ("Maria Vetlova, chair of the Council of Beekeepers, opened the session.", "Maria Vetlova", "person"),
    ("Ruvim Tasholdin, chairman of the board of the Union, smiled.", "chairman of the board", "position"),
]  # fmt: skip

SILENT = [
    ("The Institute reported that nothing happened.", "reported"),
    ("Figures from the Border Wool Council show it.", "Figures"),
    ("Amendments to the Charter failed.", "Amendments"),
    ("It rained, and She said that You were right.", "She"),
    ("In Ambrel they met His Majesty.", "His Majesty"),
    ("The exhibitions Honey and Amber opened.", "Honey and Amber"),
    ("They went to Ambrel and Halden, a town in the north.", "Ambrel and Halden"),
    ("They saw Room 11 people strong.", "Room 11"),
    ("He came on April 5 and left.", "April 5"),
]


@pytest.mark.parametrize(("text", "name", "category"), WHOLE)
def test_a_name_made_like_a_sentence_is_found_whole(text: str, name: str, category: str) -> None:
    assert named(text, "en").get(name) == category


@pytest.mark.parametrize(("text", "words"), SILENT)
def test_what_only_looks_like_such_a_name_stays_silent(text: str, words: str) -> None:
    assert not [name for name in named(text, "en") if words in name]
