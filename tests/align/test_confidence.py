"""What a score means."""

from tests.align.worlds import document, sentences, translated, understand

from termaccord.align.path import align


def test_a_doubtful_bead_scores_below_a_plain_one() -> None:
    source = sentences(20)
    target = [translated(s) for s in source]
    target[9] = translated("The beekeeper visits the moon and forgets the sun.")

    beads = align(document(source), document(target, "xx"), understand).beads

    doubtful = [b.score for b in beads if 9 in b.source or 9 in b.target]
    plain = [b.score for b in beads if 9 not in b.source and 9 not in b.target]
    assert max(doubtful) < min(plain)


def test_faithful_beads_are_believed() -> None:
    source = sentences(20)

    beads = align(document(source), document([translated(s) for s in source], "xx"), understand).beads

    assert all(b.score > 0.9 for b in beads)
