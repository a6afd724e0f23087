"""A proxy that passes nothing on and writes down what was asked of it: what would have left the browser."""

from __future__ import annotations

import contextlib
import http.server
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

# Firefox looks for updates and settings there, whatever it is told; no extension of ours would.
_OF_FIREFOX = ("mozilla.com", "mozilla.net", "mozilla.org", "firefox.com", "mozgcp.net")


def _is_of_firefox(path: str) -> bool:
    host = (urlsplit(path).hostname if "://" in path else path.rpartition(":")[0]) or ""
    return any(host == own or host.endswith("." + own) for own in _OF_FIREFOX)


@dataclass
class Proxy:
    """The port on 127.0.0.1, and the first line of every request, in the order of asking; not Firefox's own."""

    port: int = 0
    asked: list[str] = field(default_factory=list)


@contextlib.contextmanager
def logging_proxy() -> Iterator[Proxy]:
    """Listen until the block ends."""
    proxy = Proxy()

    class Handler(http.server.BaseHTTPRequestHandler):
        def _refuse(self) -> None:
            if not _is_of_firefox(self.path):
                proxy.asked.append(self.requestline)
            self.send_error(502)

        do_CONNECT = do_GET = do_HEAD = do_POST = do_PUT = do_OPTIONS = _refuse  # noqa: N815 (the library's names)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    proxy.port = server.server_address[1]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield proxy
    finally:
        server.shutdown()
        server.server_close()
