"""Turns: hosts side by side, one request of a host at a time, and nobody waits for a slow one."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from itertools import pairwise

import pytest

from fogline.intake.turns import Turns


def stamped(log: list[tuple[str, float]], host: str, seconds: float = 0.0) -> Callable[[], str]:
    def job() -> str:
        log.append((host, time.monotonic()))
        time.sleep(seconds)
        return host

    return job


def test_a_host_is_asked_with_pauses_and_others_meanwhile() -> None:
    log: list[tuple[str, float]] = []
    jobs = [(host, stamped(log, host)) for host in "aaaabbc"]
    assert sorted(Turns[str](4, 0.3).run(jobs, 60)) == list("aaaabbc")
    times = [at for host, at in log if host == "a"]
    assert all(later - earlier >= 0.3 for earlier, later in pairwise(times))
    assert {host for host, _ in log[:3]} == {"a", "b", "c"}


def test_one_host_is_never_asked_twice_at_once() -> None:
    busy, most = 0, 0
    lock = threading.Lock()

    def job() -> int:
        nonlocal busy, most
        with lock:
            busy += 1
            most = max(most, busy)
        time.sleep(0.01)
        with lock:
            busy -= 1
        return 1

    assert sum(Turns[int](8, 0.0).run([("a", job)] * 20, 10)) == 20
    assert most == 1


def test_a_slow_host_delays_no_other() -> None:
    log: list[tuple[str, float]] = []
    others_done = threading.Event()

    def slow() -> str:
        assert others_done.wait(60)
        return "slow"

    jobs = [("slow", slow)]
    jobs += [(f"h{n}", stamped(log, f"h{n}", 0.005)) for n in range(40)]
    found = []
    for host in Turns[str](3, 0.0).run(jobs, 120):
        found.append(host)
        if len(found) == 40:
            others_done.set()
    assert len(found) == 41 and found[-1] == "slow"


def test_what_does_not_come_to_its_turn_is_left_for_the_next_round() -> None:
    turns = Turns[str](2, 0.2)
    log: list[tuple[str, float]] = []
    turns.hold("held", 60)
    jobs = [("held", stamped(log, "held")), *[("a", stamped(log, "a"))] * 50]
    began = time.monotonic()
    done = list(turns.run(jobs, 1.0))
    assert time.monotonic() - began < 9  # all fifty would take ten
    assert "held" not in done and 2 <= len(done) < 50


def test_a_consumer_that_stops_ends_the_round() -> None:
    log: list[tuple[str, float]] = []
    found = Turns[str](4, 0.0).run([(f"h{n}", stamped(log, "x")) for n in range(1000)], 60)
    assert next(found) == "x"
    found.close()  # type: ignore[attr-defined]
    assert len(log) < 100


def test_a_fault_in_a_job_is_raised() -> None:
    def fault() -> str:
        raise RuntimeError("a fault of ours")

    with pytest.raises(RuntimeError):
        list(Turns[str](2, 0.0).run([("a", fault), ("b", lambda: "b")], 5))
    assert list(Turns[str](2, 0.0).run([], 5)) == []
