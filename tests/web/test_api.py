"""What programs read is what `/api/openapi.json` says they will."""

from __future__ import annotations

import json
import re
from typing import Any

import jsonschema  # type: ignore[import-untyped]  # its types are a package of their own
import pytest
from starlette.testclient import TestClient

from tests.web.rooms import everything

METHODS = {"get"}
VERSION = "https://json-schema.org/draft/2020-12/schema"


@pytest.fixture(scope="module")
def described(night: TestClient) -> dict[str, Any]:
    answer = night.get("/api/openapi.json")
    assert answer.status_code == 200
    result = answer.json()
    assert isinstance(result, dict)
    return result


def schema_of(described: dict[str, Any], path: str) -> dict[str, Any]:
    """The schema of what a GET of this path answers, with all that it refers to."""
    (answer,) = described["paths"][path]["get"]["responses"]["200"]["content"].values()
    return {"$schema": VERSION, **answer["schema"], "components": described["components"]}


def path_of(described: dict[str, Any], address: str) -> str:
    """The described path to which an address belongs: the one with most words of its own."""
    parts = address.partition("?")[0].split("/")
    fits = [
        path
        for path in described["paths"]
        if len(path.split("/")) == len(parts)
        and all(a == b or (a.startswith("{") and b) for a, b in zip(path.split("/"), parts, strict=True))
    ]
    return str(min(fits, key=lambda path: str(path).count("{")))


def test_the_description_is_openapi_and_its_schemas_are_schemas(described: dict[str, Any]) -> None:
    assert described["openapi"].startswith("3.1")
    assert described["info"]["title"] == "Sayso"
    for name, schema in described["components"]["schemas"].items():
        jsonschema.Draft202012Validator.check_schema(schema)
        assert name
    for path in described["paths"]:
        jsonschema.Draft202012Validator.check_schema(schema_of(described, path))


def test_every_reference_leads_somewhere(described: dict[str, Any]) -> None:
    whole = json.dumps(described)
    for name in {part.partition('"')[0] for part in whole.split("#/components/schemas/")[1:]}:
        assert name in described["components"]["schemas"]


def test_only_looking_is_described_and_every_path_says_what_it_is(described: dict[str, Any]) -> None:
    for path, methods in described["paths"].items():
        assert path.startswith("/api/")
        assert set(methods) == METHODS
        assert methods["get"]["summary"]


def test_no_answer_is_left_open(described: dict[str, Any]) -> None:
    assert [path for path in described["paths"] if len(schema_of(described, path)) <= 2] == []


def test_every_answer_matches_its_schema(night: TestClient, described: dict[str, Any]) -> None:
    checked = set()
    for address, got, _ in everything(night, "/"):
        if address.startswith("/api/") and "format=csv" not in address and "openapi" not in address:
            path = path_of(described, address)
            assert isinstance(got, bytes)
            answer = got.decode() if address.endswith(".jsonl") else json.loads(got)
            jsonschema.Draft202012Validator(schema_of(described, path)).validate(answer)
            checked.add(path)
    for more in ("/api/ledgers", "/api/L/night/search?q=engines", "/api/L/night/search?q=engines&where=texts"):
        path = path_of(described, more)
        jsonschema.Draft202012Validator(schema_of(described, path)).validate(night.get(more).json())
        checked.add(path)
    reached = (address.partition("?")[0] for address, _, _ in everything(night, "/"))
    story = next(address for address in reached if re.fullmatch("/api/L/night/s/[0-9a-f]+", address))
    for more in ("/api/L/night/news?since=0", f"{story}/matrix", f"{story}/news?since=0"):
        path = path_of(described, more)
        jsonschema.Draft202012Validator(schema_of(described, path)).validate(night.get(more).json())
        checked.add(path)
    assert checked == set(described["paths"])


def test_an_article_comes_as_the_reading_that_sayso_read_prints(night: TestClient) -> None:
    from sayso.exports.reading_json import export_json
    from tests.night import NIGHT, read_simply

    address = next(one for one, _, _ in everything(night, "/") if one.startswith("/api/L/night/a/"))
    reading = night.get(address.partition("?")[0]).json()["reading"]
    (same,) = [one for one in NIGHT if one.id == reading["id"]]
    assert reading == json.loads(export_json(read_simply(same)))


def test_nothing_of_the_description_loads_from_elsewhere(night: TestClient) -> None:
    for address in ("/docs", "/redoc", "/openapi.json", "/api/docs"):
        assert night.get(address).status_code == 404
