"""One file a command: ``command(language) -> click.Command``, named as its module."""
