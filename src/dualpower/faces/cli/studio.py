"""The studio: scenarios, experiments and comparisons in a browser, on one's own machine."""

from __future__ import annotations

from pathlib import Path

import click

from dualpower.faces.cli.screen import json_option, put_json, say


@click.command("studio")
@click.argument("workspace", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option("--port", type=int, default=8017, show_default=True, help="Port to listen on; 0 for any that is free.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on. Elsewhere a token is needed."
)
@click.option("--token", default=None, envvar="DUALPOWER_TOKEN", help="What clients must show (16 characters or more).")
@click.option("--name", "names", multiple=True, help="Another host name by which it is reached; may be repeated.")
@click.option("--open/--no-open", "opens", default=True, show_default=True, help="Open the browser.")
@json_option
def command(
    workspace: Path | None,
    port: int,
    host: str,
    token: str | None,
    names: tuple[str, ...],
    opens: bool,
    as_json: bool,
) -> None:
    """\b
    For example:  dualpower studio
                  dualpower studio my-workspace --port 8020 --no-open

    Open the studio in the browser. WORKSPACE is the folder where scenarios and experiments are kept
    (default: dualpower-studio in this folder). It is made when it is not there; Ctrl-C stops the studio,
    and what was running goes on at the next start.
    """
    from dualpower.faces.studio import serve

    folder = workspace or Path("dualpower-studio")
    where = serve.address(host, port, token, names)

    def ready() -> None:
        if as_json:
            put_json({"url": where.url, "port": where.port, "token": where.token, "workspace": str(folder)})
        say(f"The studio is at {where.url}")
        say(f"It keeps everything in {folder}/ ; Ctrl-C stops it.")
        if where.token and not serve.is_local(host):
            say("Whoever has this address can use it: give it to nobody else.")
        if opens:
            import webbrowser

            webbrowser.open(where.url)

    serve.serve(folder, where, ready=ready)
