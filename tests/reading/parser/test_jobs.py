"""Jobs come out in order and once, whoever did them, and what they raise comes out as well."""

from __future__ import annotations

from threading import Event, Thread, get_ident

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fogline.reading.parser.jobs import Jobs

ALONE, BOTH = Jobs(1), Jobs(2)
EITHER = pytest.mark.parametrize("jobs", [ALONE, BOTH], ids=["alone", "both"])


@EITHER
@given(numbers=st.lists(st.integers()))
def test_results_come_in_order_whoever_did_them(jobs: Jobs, numbers: list[int]) -> None:
    offered = [jobs.offer(lambda n=n: n, lambda n: n + 1) for n in numbers]
    assert jobs.finish(offered) == [n + 1 for n in numbers]


@EITHER
def test_each_is_done_once_when_two_threads_want_theirs(jobs: Jobs) -> None:
    done: list[int] = []
    offered = [jobs.offer(lambda n=n: done.append(n), lambda _: None) for n in range(200)]
    other = Thread(target=jobs.finish, args=(offered[1::2],))
    other.start()
    jobs.finish(offered[::2])
    other.join()
    assert sorted(done) == [*range(200)]


def test_alone_nothing_is_done_before_it_is_wanted() -> None:
    done: list[int] = []
    offered = [ALONE.offer(lambda n=n: done.append(n), lambda _: None) for n in range(3)]
    assert not done
    ALONE.finish(offered)
    assert sorted(done) == [0, 1, 2]


@EITHER
def test_what_a_job_raises_is_raised_where_it_is_wanted(jobs: Jobs) -> None:
    job = jobs.offer(lambda: 1 // 0, str)
    with pytest.raises(ZeroDivisionError):
        jobs.finish([job])
    assert jobs.finish([jobs.offer(lambda: 2, str)]) == ["2"]


def test_while_another_thread_is_at_it_the_one_that_waits_does_what_was_offered_last() -> None:
    begun, end = Event(), Event()

    def held() -> bool:
        begun.set()
        return end.wait(10)

    def last() -> int:
        end.set()
        return get_ident()

    under_way = BOTH.offer(held, bool)
    assert begun.wait(10)
    offered = BOTH.offer(last, int)
    assert BOTH.finish([under_way]) == [True]
    assert BOTH.finish([offered]) == [get_ident()]


def test_what_is_withdrawn_no_other_thread_begins() -> None:
    jobs, begun, end, done = Jobs(2), Event(), Event(), list[int]()

    def held() -> bool:
        begun.set()
        return end.wait(10)

    under_way = jobs.offer(held, bool)
    assert begun.wait(10)
    offered = jobs.offer(lambda: done.append(get_ident()), str)
    jobs.withdraw()
    end.set()
    assert jobs.finish([under_way]) == [True]
    assert not done
    jobs.finish([offered])
    assert done == [get_ident()]
