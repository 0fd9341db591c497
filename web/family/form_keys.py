"""A form that is sent once more as it is, after Back or by a double press, is known again.

Every answer of ours carries its forgery token under a pad of its own (`web.masking`): which page a form was sent from
shows in it. What was typed counts too, so that whoever goes back and writes something else loses nothing of it.
"""

import hashlib
import json

from flask import request


def form_key(*typed: str) -> str:
    """What is the same each time that one form is sent from one page as it is; empty where no page of ours sent it."""
    page = request.form.get("csrf_token", "")
    said = json.dumps([request.path, page, *typed])
    return hashlib.sha256(said.encode()).hexdigest() if page else ""
