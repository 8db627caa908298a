"""The search for cycles rests while records are made, and goes on as before."""

from __future__ import annotations

import gc

import pytest

from headcount.collector import collector_at_rest


def test_it_rests_inside_and_goes_on_after_that_even_if_something_fails() -> None:
    assert gc.isenabled()
    frozen = gc.get_freeze_count()
    with collector_at_rest():
        assert not gc.isenabled()
        with collector_at_rest():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()
    with pytest.raises(ZeroDivisionError), collector_at_rest():
        raise ZeroDivisionError
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
