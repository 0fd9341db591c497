from typing import Any

from waitress.channel import HTTPChannel

class _Trigger:
    def close(self) -> None: ...

class _Dispatcher:
    def shutdown(self) -> bool: ...

class TcpWSGIServer:
    channel_class: type[HTTPChannel]
    next_channel_cleanup: float
    accepting: bool
    active_channels: dict[int, Any]
    trigger: _Trigger
    task_dispatcher: _Dispatcher
    _map: dict[int, Any]
    def __init__(self, application: Any, *arguments: Any, **named: Any) -> None: ...
    def pull_trigger(self) -> None: ...
    def handle_accept(self) -> None: ...
