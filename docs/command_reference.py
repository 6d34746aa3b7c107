"""The command reference, out of the commands themselves."""

from __future__ import annotations

import inspect
from collections.abc import Iterator

import click

from sayso.cli import main


def find_commands() -> Iterator[tuple[str, click.Command]]:
    """``("sayso", ...)`` and then every command below it, by name, each followed by those below it."""
    root = main
    assert isinstance(root, click.Command)
    yield from _below("sayso", root)


def _below(name: str, command: click.Command) -> Iterator[tuple[str, click.Command]]:
    yield name, command
    if isinstance(command, click.Group):
        for part in sorted(command.commands):
            yield from _below(f"{name} {part}", command.commands[part])


def find_options(command: click.Command) -> list[click.Option]:
    return [param for param in command.params if isinstance(param, click.Option) and not param.hidden]


def export_command(name: str, command: click.Command) -> str:
    """A heading, the usage line, the help text and a table of options."""
    context = click.Context(command, info_name=name)
    usage = " ".join([name, *command.collect_usage_pieces(context)])
    parts = [f"## `{name}`", f"```text\n{usage}\n```", export_help(command.help or "")]
    options = find_options(command)
    if options:
        rows = [f"| {export_names(option)} | {export_note(option, context)} |" for option in options]
        parts.append("\n".join(["| Option | What it does |", "| --- | --- |", *rows]))
    return "\n\n".join(part for part in parts if part)


def export_help(text: str) -> str:
    """The help text; paragraphs that click is told to leave as they are (``\\b``) become blocks of code."""
    paragraphs = inspect.cleandoc(text.split("\f", maxsplit=1)[0]).split("\n\n")
    return "\n\n".join(
        "```text\n" + inspect.cleandoc(paragraph[1:].strip("\n")) + "\n```" if paragraph.startswith("\b") else paragraph
        for paragraph in paragraphs
    )


def export_names(option: click.Option) -> str:
    value = "" if option.is_flag or option.count else f" {option.metavar or export_choices(option)}"
    return ", ".join(f"`{name}{value}`" for name in [*option.opts, *option.secondary_opts])


def export_choices(option: click.Option) -> str:
    if isinstance(option.type, click.Choice):
        return "\\|".join(str(choice) for choice in option.type.choices)
    return option.type.name.upper()


def export_note(option: click.Option, context: click.Context) -> str:
    note = " ".join((option.help or "").split()).replace("|", "\\|")
    extra = option.get_help_extra(context)
    if "default" in extra:
        note += f" (default: {extra['default']})"
    return note


def export_reference() -> str:
    """All commands as Markdown."""
    return "\n\n".join(export_command(name, command) for name, command in find_commands()) + "\n"
