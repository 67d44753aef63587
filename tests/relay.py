"""
A line to a server that can be cut: between a request and its answer, or before either.

It listens on 127.0.0.1, so that what is said through it goes over TCP.
"""

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from postgres import Cluster

APPENDING = b"trajet.append"
"""What stands in a request to append, the first times it is sent over a connection."""


class Relay:
    """
    Carries bytes to and from a server; the next appends may be lost on the way.

    Of so many of them the request never arrives (``lose_requests``), the answer does not
    (``lose_answers``), or the line is cut while the server is at work (``cut_behind``).
    ``held`` are the connections that are carried now.
    """

    def __init__(self, server: Cluster) -> None:
        self.lose_requests = 0
        self.lose_answers = 0
        self.cut_behind = 0
        self.open = True
        self.held: set[socket.socket] = set()
        self._socket = str(server.folder / ".s.PGSQL.5432")
        self._door = socket.create_server(("127.0.0.1", 0))
        self._threads = [threading.Thread(target=self._admit)]
        self._ended = False
        self._threads[0].start()

    def url(self, database: str) -> str:
        """Name a database at the other end of the line."""
        return f"postgresql://postgres@127.0.0.1:{self._door.getsockname()[1]}/{database}"

    def close(self) -> None:
        """Let nobody in any more and cut every line."""
        self._ended = True
        for thread in self._threads:
            thread.join()
        self._door.close()

    def _admit(self) -> None:
        self._door.settimeout(0.05)
        while not self._ended:
            with suppress(TimeoutError):
                client, _ = self._door.accept()
                carrier = threading.Thread(target=self._carry, args=(client,))
                self._threads.append(carrier)
                carrier.start()

    def _carry(self, client: socket.socket) -> None:
        self.held.add(client)
        self._carry_on(client)
        self.held.remove(client)

    def _carry_on(self, client: socket.socket) -> None:
        with client, socket.socket(socket.AF_UNIX) as server, suppress(OSError):
            server.connect(self._socket)
            lost = False
            while self.open and not self._ended:
                for end in select.select([client, server], [], [], 0.05)[0]:
                    said = end.recv(1 << 20)
                    if not said or (lost and end is server):
                        return
                    if end is client and APPENDING in said:
                        if self.lose_requests:
                            self.lose_requests -= 1
                            return
                        if self.cut_behind:
                            self.cut_behind -= 1
                            server.sendall(said)
                            return
                        if self.lose_answers:
                            self.lose_answers -= 1
                            lost = True
                    (server if end is client else client).sendall(said)


@contextmanager
def relay(server: Cluster) -> Iterator[Relay]:
    """Lay a line to a server for a while."""
    one = Relay(server)
    try:
        yield one
    finally:
        one.close()
