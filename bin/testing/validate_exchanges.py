"""Holds exchanges against a published contract with openapi-core, which shares nothing with us.

    validate_exchanges.py CONTRACT EXCHANGES

EXCHANGES are JSON lines: a request, its answer, and whether the answer is an output. Answers are validated, and the
requests of outputs. Prints one JSON object: what was validated, and each complaint with its line, counted from 0.
"""

import json
import sys
from urllib.parse import parse_qsl, unquote, urlsplit

from openapi_core import Config, OpenAPI
from openapi_core.datatypes import RequestParameters
from werkzeug.datastructures import Headers, ImmutableMultiDict

with open(sys.argv[1], encoding="utf-8") as file:
    contract = json.load(file)


def read_json(body, **parameters):
    """A body in JSON, whatever parameters its media type has."""
    return json.loads(body)


config = Config(extra_media_type_deserializers={"application/x-amz-json-1.1": read_json})
api = OpenAPI.from_dict(contract, config=config)
server = contract["servers"][0]["url"]
# where one path serves all operations, its keys name the header that tells them apart
header = next(iter(contract["paths"])).partition("#")[2].partition("=")[0]


class Request:
    def __init__(self, method, path, headers, body):
        url = urlsplit(path)
        fragment = f"#{header}={headers.get(header.lower(), '')}" if header else ""
        self.host_url = server
        self.path = unquote(url.path) + fragment
        self.method = method.lower()
        self.content_type = headers.get("content-type", "")
        self.body = body.encode() or None
        self.parameters = RequestParameters(
            header=Headers(headers), query=ImmutableMultiDict(parse_qsl(url.query))
        )


class Response:
    def __init__(self, status, headers, body):
        self.status_code = status
        self.headers = Headers(headers)
        self.content_type = headers.get("content-type", "")
        self.data = body.encode() or None


def words(error):
    """The innermost cause: what the schema has to say, where it was that."""
    while error.__cause__ is not None:
        error = error.__cause__
    found = getattr(error, "schema_errors", ())
    return "; ".join(f"{one.json_path}: {one.message}" for one in found) or repr(error)


report = {"answers": 0, "requests": 0, "complaints": []}


def validate(line, part, errors):
    report[part] += 1
    report["complaints"] += [{"line": line, "part": part, "words": words(one)} for one in errors]


with open(sys.argv[2], encoding="utf-8") as lines:
    for line, exchange in enumerate(map(json.loads, lines)):
        request, answer = Request(**exchange["request"]), Response(**exchange["answer"])
        validate(line, "answers", api.iter_response_errors(request, answer))
        if exchange["output"]:
            validate(line, "requests", api.iter_request_errors(request))

print(json.dumps(report))
