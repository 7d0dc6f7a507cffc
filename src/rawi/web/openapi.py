"""The OpenAPI document of ``/api``, made from the types that the answers are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from rawi.model import Record
from rawi.web.answers import GIVEN, Asks, Gives

if TYPE_CHECKING:
    from rawi.web.room import Room

_REF = "#/components/schemas/{name}"
ERROR = {"type": "object", "required": ["error"], "properties": {"error": {"type": "string"}}}


READ_BODY = {
    "type": "object",
    "additionalProperties": False,
    "description": "Give either `text` (headline, empty line, paragraphs) or `html` (a page).",
    "properties": {
        "text": {"type": "string"},
        "html": {"type": "string"},
        "url": {"type": "string", "description": "The page's address; it is not fetched."},
        "outlet": {"type": "string"},
        "published": {"type": "string", "description": "ISO day or time, where the page tells none.", "examples": ["2025-02-12"]},
    },
    "oneOf": [{"required": ["text"]}, {"required": ["html"]}],
}
KEPT = Gives("/api/read/{id}", "The record of a text that was read on the page in the last half hour", Record, lambda c, q, i: None)


def document(room: Room) -> dict[str, Any]:
    """The document for this room."""
    given = [KEPT, *(GIVEN if room.chronicle is not None else ())]
    types = list(dict.fromkeys([Record, *(one.type for one in given)]))
    schemas, components = msgspec.json.schema_components(types, ref_template=_REF)
    by_type = dict(zip(types, schemas, strict=True))
    paths: dict[str, Any] = {one.path: {"get": _get(one, by_type[one.type])} for one in given}
    paths["/api/read"] = {"post": _post_read(by_type[Record])}
    made: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Rawi", "version": _version(), "description": "Records of Arabic news, and the chronicle made of them."},
        "paths": paths,
        "components": {"schemas": {**components, "Error": ERROR}},
    }
    if room.settings.token is not None:
        made["components"]["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
        made["security"] = [{"token": []}]
    return made


def _get(one: Gives, schema: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": schema}}
    asks = [_parameter(ask) for ask in one.asks]
    if "{id}" in one.path:
        asks.insert(0, {"name": "id", "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}})
    if one.table is not None:
        content["text/csv"] = {"schema": {"type": "string"}}
        asks.append(_parameter(Asks("format", "json, or a table as csv", {"type": "string", "enum": ["json", "csv"]})))
    answers = {"200": {"description": one.says, "content": content}, "304": {"description": "As you have it (If-None-Match)"}}
    return {"summary": one.says, "parameters": asks, "responses": {**answers, **_refusals((400, 404, 503))}}


def _parameter(ask: Asks) -> dict[str, Any]:
    return {"name": ask.name, "in": "query", "description": ask.says, "schema": ask.schema, "required": ask.required}


def _post_read(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "summary": "Read one article; nothing is stored",
        "requestBody": {"required": True, "content": {"application/json": {"schema": READ_BODY}}},
        "responses": {
            "200": {"description": "Its record", "content": {"application/json": {"schema": schema}}},
            **_refusals((400, 413, 415, 422, 429)),
        },
    }


def _refusals(codes: tuple[int, ...]) -> dict[str, Any]:
    says = {
        400: "The request cannot be understood", 404: "There is no such thing", 413: "Too large", 415: "Not JSON",
        422: "No article can be read from this", 429: "Too many at once; Retry-After says when", 503: "The chronicle cannot be read",
    }  # fmt: skip
    content = {"application/json": {"schema": {"$ref": _REF.format(name="Error")}}}
    return {str(code): {"description": says[code], "content": content} for code in codes}


def _version() -> str:
    from importlib.metadata import version

    return version("rawi")
