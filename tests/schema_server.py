"""A small Schema Registry on loopback: real HTTP, in the shapes of the documented REST calls."""

from __future__ import annotations

import base64
import json
import ssl
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from mwk_desktop.records.schema_types import Schema, SchemaId
from tests.framed import guid_of

TYPE = "application/vnd.schemaregistry.v1+json"


class SchemaServer:
    """Serves schemas; what they refer to stands under subjects of the reference's name.

    Parameters
    ----------
    schemas
        May change while it runs.
    login
        "user:password" that must be given; empty: none.
    certificate
        A file with key and certificate; None: plain HTTP.
    """

    def __init__(
        self,
        schemas: Mapping[SchemaId, Schema],
        login: str = "",
        certificate: Path | None = None,
        port: int = 0,
    ) -> None:
        self.schemas = dict(schemas)
        self.login = login
        self.asked: list[str] = []
        self.fails = 0
        """The status of every answer; 0: as it should be."""
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, answer = outer.answer(self.path, self.headers.get("Authorization", ""))
                body = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header("Content-Type", TYPE)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                """Say nothing on stderr."""

        self._server = ThreadingHTTPServer(("127.0.0.1", port), Handler)
        self._server.daemon_threads = True
        self.port: int = self._server.server_address[1]
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            self._server.socket = context.wrap_socket(self._server.socket, server_side=True)
        self.url = f"http{'s' if certificate else ''}://127.0.0.1:{self.port}"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.02,), daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """End it: connections are refused from now on."""
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def answer(self, path: str, authorization: str) -> tuple[int, Any]:
        """Status and body of one request."""
        self.asked.append(path)
        wanted = "Basic " + base64.b64encode(self.login.encode()).decode()
        if self.login and authorization != wanted:
            return 401, {"error_code": 401, "message": "Unauthorized"}
        if self.fails:
            return self.fails, {"error_code": 50001, "message": "Error in the backend data store"}
        parts = [unquote(part) for part in urlsplit(path).path.strip("/").split("/")]
        if parts == ["subjects"]:
            return 200, sorted(self._subjects())
        if parts[:2] == ["schemas", "ids"] and parts[2].isdigit():
            schema = self.schemas.get(int(parts[2]))
            if schema is not None:
                return 200, self._schema(schema)
            return 404, {"error_code": 40403, "message": f"Schema {parts[2]} not found"}
        if parts[:2] == ["schemas", "guids"]:
            found = [each for each in self.schemas.values() if guid_of(each.id) == parts[2]]
            if found:
                return 200, {**self._schema(found[0]), "guid": parts[2]}
            return 404, {"error_code": 40403, "message": f"Schema {parts[2]} not found"}
        if parts[0] == "subjects" and parts[2] == "versions" and parts[1] in self._subjects():
            return 200, {"subject": parts[1], "version": 1, **self._subjects()[parts[1]]}
        return 404, {"error_code": 40401, "message": "Subject not found"}

    def _schema(self, schema: Schema) -> dict[str, Any]:
        answer: dict[str, Any] = {"schema": schema.schema}
        if schema.kind != "AVRO":  # left out for Avro, as the real one does
            answer["schemaType"] = schema.kind
        if schema.references:
            answer["references"] = [
                {"name": each.name, "subject": f"of/{each.name}", "version": 1}
                for each in schema.references
            ]
        return answer

    def _subjects(self) -> dict[str, dict[str, Any]]:
        return {
            f"of/{each.name}": {"schema": each.schema}
            for schema in self.schemas.values()
            for each in schema.references
        }
