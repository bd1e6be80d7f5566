"""Is a body what Discord's official OpenAPI description asks for, and within what its text adds to it?"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker, ValidationError, validators
from jsonschema.exceptions import best_match
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

PATH = Path(__file__).resolve().parents[3] / "shared" / "discord-openapi.json"
ABSENT = f"the official description is not here: {PATH.name}"
COMPONENTS_V2 = 1 << 15
MESSAGE_PATHS = ("/messages", "/messages/{message_id}", "/{webhook_token}", "/messages/@original")
LAYOUT_TYPES = {9, 10, 11, 12, 13, 14, 17, 18, 19}

_formats = FormatChecker(())
_formats.checks("snowflake")(lambda value: not isinstance(value, str) or bool(re.fullmatch(r"\d{1,20}", value)))
_formats.checks("int32")(lambda value: not isinstance(value, int) or -(2**31) <= value < 2**31)
_formats.checks("int64")(lambda value: not isinstance(value, int) or -(2**63) <= value < 2**63)


def _is_integer(_checker: Any, value: object) -> bool:
    number = isinstance(value, int) and not isinstance(value, bool)
    return number or (isinstance(value, str) and bool(re.fullmatch(r"-?\d+", value)))


# An integer may come as digits, so that a nonce fits both branches of its oneOf: anyOf is what is meant.
_Validator = validators.extend(
    Draft202012Validator,
    {"oneOf": Draft202012Validator.VALIDATORS["anyOf"]},
    type_checker=Draft202012Validator.TYPE_CHECKER.redefine("integer", _is_integer),
)


def available() -> bool:
    return PATH.exists()


@functools.cache
def description() -> Description:
    return Description(json.loads(PATH.read_text()))


class Description:
    """The official description, asked about one body at a time."""

    def __init__(self, document: dict[str, Any]) -> None:
        document["components"]["schemas"]["SnowflakeType"]["type"] = ["string", "integer"]  # both are taken
        self._paths = document["paths"]
        self._registry = Registry().with_resource(
            "urn:discord", Resource.from_contents(document, default_specification=DRAFT202012)
        )
        self._routes = sorted(((t.count("{"), _pattern(t), t) for t in self._paths), key=lambda route: route[0])

    def template(self, method: str, path: str) -> str | None:
        """The path template that ``path`` belongs to; literal segments win over places."""
        bare = path.split("?", 1)[0]
        for _, pattern, template in self._routes:
            if pattern.fullmatch(bare) and method.lower() in self._paths[template]:
                return template
        return None

    def complaints(self, method: str, path: str, body: Any) -> list[str]:
        """What is wrong with a request's JSON body; empty where it fits."""
        template = self.template(method, path)
        if template is None:
            return [f"no such route: {method} {path}"]
        if "requestBody" not in self._paths[template][method.lower()]:
            return [] if body is None else [f"{method} {template} takes no body"]
        pointer = f"/paths/{_escape(template)}/{method.lower()}/requestBody/content/application~1json/schema"
        return [_told(error) for error in self._validator(pointer).iter_errors(body)] + beyond(template, body)

    @functools.lru_cache(maxsize=256)  # noqa: B019 - one description lives as long as the process
    def _validator(self, pointer: str) -> Any:
        return _Validator({"$ref": f"urn:discord#{pointer}"}, registry=self._registry, format_checker=_formats)


def _pattern(template: str) -> re.Pattern[str]:
    return re.compile(r"(?:/api(?:/v\d+)?)?" + re.sub(r"\\\{\w+\\\}", "[^/]+", re.escape(template)))


def _escape(template: str) -> str:
    replaced = template.replace("~", "~0").replace("/", "~1")
    return replaced.replace("{", "%7B").replace("}", "%7D").replace("@", "%40")


def _told(error: ValidationError) -> str:
    while error.context:
        branches: dict[Any, list[ValidationError]] = {}
        for inner in error.context:
            branches.setdefault(inner.schema_path[0], []).append(inner)
        error = best_match(min(branches.values(), key=_distance))
    return f"{error.json_path.replace('$', 'body', 1)}: {error.message[:160]}"


def _distance(errors: list[ValidationError]) -> tuple[bool, int]:
    other_kind = any(list(error.relative_path)[:1] == ["type"] or error.validator == "type" for error in errors)
    return other_kind, len(errors)


def beyond(template: str, body: Any) -> list[str]:
    """What Discord's prose forbids although its description lets it pass."""
    if template.endswith("/callback"):
        return message_limits(body.get("data") or {}) if body.get("type") in (4, 7) else []
    if template.endswith("/commands"):
        return [told for command in body for told in command_limits(command)]
    return message_limits(body) if template.endswith(MESSAGE_PATHS) else []


def command_limits(command: dict[str, Any]) -> Iterator[str]:
    if command.get("type", 1) != 1:
        return
    for name in (command["name"], *(command.get("name_localizations") or {}).values()):
        if not re.fullmatch(r"[-_'\w]{1,32}", name) or name != name.lower():
            yield f"command name {name!r}"


def parts(components: Any) -> Iterator[dict[str, Any]]:
    """Every component, however deep."""
    for component in components or []:
        yield component
        yield from parts(component.get("components"))
        yield from parts([component[key] for key in ("accessory", "component") if component.get(key)])


def message_limits(message: dict[str, Any]) -> list[str]:
    told = []
    every = list(parts(message.get("components")))
    if len(message.get("content") or "") > 2000:
        told.append("content over 2000 characters")
    if (message.get("flags") or 0) & COMPONENTS_V2:
        if message.get("content") or message.get("embeds"):
            told.append("content or embeds beside components V2")
        if len(every) > 40:
            told.append("more than 40 components")
        if sum(len(part.get("content") or "") for part in every if part["type"] == 10) > 4000:
            told.append("text displays over 4000 characters in all")
    elif any(part["type"] in LAYOUT_TYPES for part in every):
        told.append("a layout component without the flag for it")
    ids = [part["custom_id"] for part in every if part.get("custom_id")]
    if len(ids) != len(set(ids)):
        told.append("a custom_id twice")
    return told
