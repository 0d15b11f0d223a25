"""Processes that answer tasks: started as needed, and killed when their time is over."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import struct
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

Gone = Callable[[], Awaitable[None]]
# After this many seconds a task is a slow one: it goes on with a lower priority.
PATIENCE: Final = 0.5
_LOWER: Final = 10
# Seconds of processor time: a task that has used less is not slow, only kept waiting.
_COSTLY: Final = 0.2
_STEP: Final = 0.25


class PoolError(Exception):
    """Base of what can happen to a task besides an answer."""


class BusyError(PoolError):
    """There is no process free for it."""


class TimeoverError(PoolError):
    """Its time is over, and its process has been killed."""


class DiedError(PoolError):
    """Its process has died, most likely for want of memory."""


class GoneError(PoolError):
    """Whoever asked has gone, and the process has been killed."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer to a task: what the process says of it, and its bytes."""

    head: dict[str, Any]
    body: bytes


class Worker:
    """One process with its pipes."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, command: list[str], first: dict[str, Any]) -> Worker:
        """Start a process, tell it what to open, and wait until it has.

        :raises DiedError: if it cannot.
        """
        pipe, null = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        process = await asyncio.create_subprocess_exec(
            *command, stdin=pipe, stdout=pipe, stderr=null
        )
        worker = cls(process)
        try:
            await worker.ask(first)
        except BaseException:
            await worker.kill()
            raise
        return worker

    @property
    def is_alive(self) -> bool:
        """Say whether it can take a task."""
        return self._process.returncode is None

    async def _send(self, task: dict[str, Any]) -> None:
        text = json.dumps(task).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(struct.pack(">I", len(text)) + text)
        await self._process.stdin.drain()

    async def ask(self, task: dict[str, Any]) -> Reply:
        """Give it a task and return the answer.

        :raises DiedError: if it dies over it.
        """
        stdout = self._process.stdout
        assert stdout is not None
        try:
            await self._send(task)
            (length,) = struct.unpack(">I", await stdout.readexactly(4))
            head = json.loads(await stdout.readexactly(length))
            return Reply(head, await stdout.readexactly(head["size"]))
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise DiedError from error

    @property
    def cost(self) -> float:
        """The seconds of processor time that it has used; endless where nobody can tell."""
        try:
            text = Path(f"/proc/{self._process.pid}/stat").read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError):
            return float("inf")
        # proc(5): the 14th and 15th field, counted behind the name in brackets.
        user, system = text.rpartition(")")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")

    def lower(self) -> None:
        """Let quick tasks of other processes come first."""
        with contextlib.suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self._process.pid, _LOWER)

    async def kill(self) -> None:
        """End it now."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        await self._process.wait()
        # Without this the pipes are closed by the garbage collector, with a warning.
        transport = getattr(self._process, "_transport", None)
        if transport is not None:
            transport.close()


class Pool:
    """At most ``size`` processes, of which at most ``slow`` are busy with slow tasks.

    So however many slow queries come, ``size - slow`` processes stay for quick ones.
    """

    def __init__(
        self,
        command: list[str],
        first: dict[str, Any],
        *,
        size: int,
        slow: int,
        patience: float = PATIENCE,
    ) -> None:
        self._command, self._first, self._patience = command, first, patience
        self._places = asyncio.Semaphore(size)
        self._most_slow, self._slow = slow, 0
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()

    async def ask(self, task: dict[str, Any], *, seconds: float, gone: Gone | None = None) -> Reply:
        """Return the answer to a task.

        :raises PoolError: if there is none: see the classes above.
        """
        try:
            await asyncio.wait_for(self._places.acquire(), seconds)
        except TimeoutError as error:
            raise BusyError from error
        try:
            return await self._ask(await self._take(), task, seconds, gone)
        finally:
            self._places.release()

    async def warm(self) -> None:
        """Start one process, so that the first task need not wait for it."""
        if not self._idle:
            self._idle.append(await Worker.start(self._command, self._first))

    async def _take(self) -> Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.is_alive:
                return worker
            await worker.kill()
        try:
            return await Worker.start(self._command, self._first)
        except OSError as error:
            raise DiedError from error

    async def _ask(
        self, worker: Worker, task: dict[str, Any], seconds: float, gone: Gone | None
    ) -> Reply:
        self._busy.add(worker)
        cost = worker.cost
        answer = asyncio.ensure_future(worker.ask(task))
        is_kept = False
        try:
            await asyncio.wait({answer}, timeout=min(self._patience, seconds))
            is_kept = answer.done()
            if not is_kept:
                left = seconds - self._patience
                left = await self._wait_turn(worker, answer, left, cost)
                is_kept = answer.done()
                if not is_kept:
                    await self._wait_long(worker, answer, left, gone)
            reply = answer.result()
        except DiedError:
            is_kept = False
            raise
        finally:
            self._busy.discard(worker)
            # One that was slow keeps its low priority and maybe much memory: it is not reused.
            if is_kept and worker.is_alive:
                self._idle.append(worker)
            else:
                await self._drop(worker, answer)
        return reply

    async def _drop(self, worker: Worker, answer: asyncio.Future[Reply]) -> None:
        answer.cancel()
        await worker.kill()
        with contextlib.suppress(asyncio.CancelledError, PoolError):
            await answer

    async def _wait_turn(
        self, worker: Worker, answer: asyncio.Future[Reply], seconds: float, before: float
    ) -> float:
        """Wait until a task may be a slow one, and return the seconds that it has left.

        :raises BusyError: if there are enough of them already and it is really slow.
        """
        while self._slow >= self._most_slow and not answer.done() and seconds > 0:
            # Where all processes wait for the processor, a quick task looks slow.
            if worker.cost - before >= _COSTLY:
                raise BusyError
            await asyncio.wait({answer}, timeout=_STEP)
            seconds -= _STEP
        return seconds

    async def _wait_long(
        self, worker: Worker, answer: asyncio.Future[Reply], seconds: float, gone: Gone | None
    ) -> None:
        self._slow += 1
        worker.lower()
        leaving = asyncio.ensure_future(gone()) if gone else None
        waited: set[asyncio.Future[Any]] = {answer, leaving} if leaving else {answer}
        try:
            await asyncio.wait(waited, timeout=max(seconds, 0), return_when=asyncio.FIRST_COMPLETED)
            if answer.done():
                return
            raise GoneError if leaving and leaving.done() else TimeoverError
        finally:
            self._slow -= 1
            if leaving:
                leaving.cancel()

    async def close(self) -> None:
        """Kill all processes."""
        for worker in [*self._idle, *self._busy]:
            await worker.kill()
        self._idle.clear()
