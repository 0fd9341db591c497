"""Tells what installed portals answer; run by the interpreter of an environment into which the wheel was installed."""

import json
import os
from pathlib import Path

from werkzeug.test import Client

import i18n
import matching
import search
import web
import wsgi
from search.settings import Settings

WANTED = ("de", "es", "ar")


def _answers() -> dict[str, str]:
    client = Client(wsgi.create_application(Settings.load(os.environ)))
    return {tag: client.get("/", headers={"Accept-Language": tag}).text for tag in WANTED}


def _places() -> list[str]:
    return [str(Path(str(module.__file__)).resolve()) for module in (i18n, matching, search, web, wsgi)]


if __name__ == "__main__":
    # A file and not what is printed, so that a stray line of a library cannot break it.
    Path(os.environ["ANSWERS"]).write_text(json.dumps({"places": _places(), "pages": _answers()}), encoding="utf-8")
