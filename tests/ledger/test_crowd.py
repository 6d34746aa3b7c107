"""Two processes write to a ledger and ten look at it, all at once: nobody fails, nobody waits without end."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from sayso.ledger import Where, open_ledger
from sayso.ledger.databases import WAIT
from sayso.linking.verifying import verify
from sayso.run.imported import import_sound
from tests.ledger.crowd import look, nights, write
from tests.night import lists

READERS, WRITERS = 10, ("left", "right")
HANGS = 1200  # seconds after which somebody waits without end


def test_two_writers_and_ten_readers_get_on_with_each_other(where: Where) -> None:
    open_ledger(where, create=True).close()
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.ledger.crowd"])
    with context.Manager() as manager, ProcessPoolExecutor(READERS + len(WRITERS), mp_context=context) as pool:
        done, start = manager.Event(), manager.Barrier(READERS + len(WRITERS), timeout=HANGS)
        looking = [pool.submit(look, where, start, done) for _ in range(READERS)]
        writing = [pool.submit(write, where, name, start) for name in WRITERS]
        wrote = [one.result(timeout=HANGS) for one in writing]
        done.set()
        looked = [one.result(timeout=HANGS) for one in looking]
    assert [one.wrong for one in (*wrote, *looked)] == [""] * (READERS + len(WRITERS))
    assert all(one.longest < WAIT for one in (*wrote, *looked))
    assert all(one.times > 1 for one in looked)  # they did look while the others wrote
    with open_ledger(where) as ledger:
        expected = sorted(reading.article.id for name in WRITERS for reading in nights(name))
        assert sorted(ledger.digests()) == expected
        assert [(source, count) for _, source, count in sorted(ledger.batches(), key=lambda one: one[1])] == [
            (name, len(expected) // 2) for name in WRITERS
        ]
        assert list(verify(ledger, import_sound, lists())) == []
