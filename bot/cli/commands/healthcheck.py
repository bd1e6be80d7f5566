"""``mata healthcheck``: ask the running bot whether it is well; for containers."""

from __future__ import annotations

import click

from bot.cli.speech import Spoken
from bot.language import Language

SECONDS = 4.0


def command(language: Language) -> click.Command:
    """Return ``mata healthcheck``."""
    parameters = [click.Option(["--ready"], is_flag=True, help=language.say("cli-healthcheck-ready"))]
    return Spoken(
        language, "healthcheck", params=parameters, callback=lambda ready: _healthcheck(language, ready=ready)
    )


def _healthcheck(language: Language, *, ready: bool) -> int:
    from bot.settings import Settings, load

    settings = load()
    if not isinstance(settings, Settings) or settings.metrics_port is None:
        click.echo(language.say("healthcheck-off"), err=True)
        return 1
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(settings.metrics_host, settings.metrics_host)  # noqa: S104
    well = _asked(host, settings.metrics_port, "/readyz" if ready else "/healthz")
    click.echo(language.say("healthcheck-well" if well else "healthcheck-unwell"))
    return 0 if well else 1


def _asked(host: str, port: int, path: str) -> bool:
    from http.client import HTTPConnection, HTTPException

    connection = HTTPConnection(host, port, timeout=SECONDS)
    try:
        connection.request("GET", path)
        return connection.getresponse().status == 200
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()
