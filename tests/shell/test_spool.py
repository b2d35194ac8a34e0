"""Bytes that wait on the disk come back as they were put there."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notesite.shell.spool import Spool


@given(st.lists(st.tuples(st.sampled_from("abc"), st.binary(max_size=40))))
def test_a_spool_is_a_mapping(pairs: list[tuple[str, bytes]]) -> None:
    spool = Spool(Path("no such folder"))
    for key, value in pairs:
        spool[key] = value
    assert dict(spool) == dict(pairs)
    assert len(spool) == len(dict(pairs))


def test_what_is_taken_out_is_gone_and_leaves_no_file(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool["a"] = b"1"
    del spool["a"]
    assert "a" not in spool
    assert not list(tmp_path.iterdir())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
def test_a_forked_process_reads_what_was_there(tmp_path: Path) -> None:
    spool = Spool(tmp_path)
    spool["a"], spool["b"] = b"one", b"two"
    if (child := os.fork()) == 0:
        os._exit(0 if all(spool["b"] + spool["a"] == b"twoone" for _ in range(500)) else 1)
    assert all(spool["a"] + spool["b"] == b"onetwo" for _ in range(500))
    assert os.waitpid(child, 0)[1] == 0
