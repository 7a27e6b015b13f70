import gc

import pytest

from termaccord.extract.resting import resting


@resting()
def go_wrong() -> None:
    assert not gc.isenabled()
    raise ValueError("wrong")


def test_the_collector_goes_on_after_its_rest_even_when_something_went_wrong() -> None:
    with pytest.raises(ValueError, match="wrong"):
        go_wrong()

    assert gc.isenabled()


def test_a_collector_that_somebody_else_has_stopped_stays_so() -> None:
    gc.disable()
    try:
        with resting():
            pass

        assert not gc.isenabled()
    finally:
        gc.enable()
