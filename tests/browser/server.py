"""Serves tests/samples as if it were WhatsApp Web: over TLS, under a policy stricter than WhatsApp's, on 127.0.0.1."""

from __future__ import annotations

import functools
import http.server
import pathlib
import ssl
import subprocess
import threading

SAMPLES = pathlib.Path(__file__).resolve().parent.parent / "samples"
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; worker-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types default"
)


class SamplesHandler(http.server.SimpleHTTPRequestHandler):
    """A file of tests/samples, with WhatsApp's kind of headers."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


def make_certificate(folder: pathlib.Path) -> tuple[pathlib.Path, pathlib.Path]:
    """A self-signed certificate for web.whatsapp.com and its key, valid for two days."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    names = ["-subj", "/CN=web.whatsapp.com", "-addext", "subjectAltName=DNS:web.whatsapp.com"]
    files = ["-keyout", str(key), "-out", str(certificate), "-days", "2"]
    subprocess.run([*command, *names, *files], check=True, capture_output=True)
    return certificate, key


def start_server(folder: pathlib.Path) -> tuple[http.server.ThreadingHTTPServer, int]:
    """Serve on a free port of 127.0.0.1; the second value is the port. `folder` receives the certificate."""
    certificate, key = make_certificate(folder)
    handler = functools.partial(SamplesHandler, directory=str(SAMPLES))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, server.server_address[1]
