"""The sections of ``mwk.toml`` about schemas: the registry, and where a tweet's fields are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from mwk_desktop.messages import Message, message
from mwk_desktop.show.settings.option_field import option
from mwk_desktop.show.settings.value_kinds import any_text, number, secret_text, switch, words


@dataclass(frozen=True, slots=True)
class SchemaRegistrySettings:
    """``[schema_registry]``: where the schemas of the records are."""

    url: str = option(
        "",
        words(
            r"(?:https?://[^\s?#\x00-\x20]+)?",
            message("an address such as https://registry.example.org:8081"),
        ),
        message('Address of the Schema Registry; "" for none.'),
        label=message("Address"),
        form=message("Address of the Schema Registry. Empty: none."),
    )
    username: str = option(
        "", any_text(), message("The user of the registry, or the API key."), label=message("User")
    )
    password: str = option(
        "",
        secret_text(),
        message("Its password, or the API secret (better in a variable)."),
        label=message("Password"),
    )
    ca: str = option(
        "",
        any_text(),
        message('A file of certificates to trust; "" for the system\'s.'),
        path=True,
        edit="file",
        label=message("Trusted certificates"),
        form=message("A file of certificates to trust. Empty: the system's."),
    )
    timeout_s: float = option(
        5.0,
        number(0.1, 60),
        message("How long an answer of the registry may take."),
        label=message("Wait for an answer"),
    )
    file: str = option(
        "",
        words(
            r"(?:[^\x00-\x1f\x7f]+\.(?:avsc|proto|json))?",
            message("a file that ends with .avsc, .proto or .json"),
        ),
        message("A schema's file that is used in place of a registry."),
        path=True,
        edit="file",
        label=message("Schema file"),
    )
    framed: bool = option(
        True,
        switch(),
        message("With a file: values begin with a schema's number; false: they are bare."),
        label=message("Values have a schema number"),
        form=message("With a file: values begin with a schema's number; otherwise they are bare."),
    )
    message_name: str = option(
        "",
        words(r"[A-Za-z0-9_.]{0,200}", message("the name of a message in a .proto file")),
        message('With a file and bare values: which Protobuf message they are; "" for its first.'),
        label=message("Protobuf message"),
        form=message(
            "With a file and bare values: which Protobuf message they are. Empty: its first."
        ),
    )


def _field_path(what: Message, label: Message) -> Any:
    kind = words(
        r"(?:[^.\s\x00-\x1f\x7f]{1,100}(?:\.[^.\s\x00-\x1f\x7f]{1,100}){0,9})?",
        message("a field's name, or a path such as user.screen_name"),
    )
    return option("", kind, what, label=label)


@dataclass(frozen=True, slots=True)
class SchemaFieldsSettings:
    """``[schema_registry.fields]``: what a tweet's fields are called, where they have unusual
    names."""

    text: str = _field_path(message("The message; usually text."), label=message("Field: message"))
    screen_name: str = _field_path(
        message("The user's short name; usually user.screen_name."),
        label=message("Field: short name"),
    )
    name: str = _field_path(
        message("The user's full name; usually user.name."), label=message("Field: full name")
    )
    image_url: str = _field_path(
        message("The user's picture; usually user.profile_image_url."),
        label=message("Field: picture"),
    )
    id: str = _field_path(
        message("The message's number, which tells duplicates; usually id."),
        label=message("Field: number"),
    )
    created_at: str = _field_path(
        message("When it was written; usually created_at."), label=message("Field: time")
    )
    retweet: str = _field_path(
        message("Whether it is a retweet; usually retweet."), label=message("Field: retweet")
    )
