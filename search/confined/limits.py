"""How much a confined child may use."""

from dataclasses import asdict, dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`cpu_seconds` are of its processor, `wall_seconds` of the clock; bytes of memory, bytes in, bytes out."""

    memory_bytes: int = 1536 * _MEGABYTE
    cpu_seconds: int = 60
    wall_seconds: float = 90.0
    input_bytes: int = 20 * _MEGABYTE
    output_bytes: int = 256 * _MEGABYTE

    def plain(self) -> dict[str, float]:
        """For the child, as what JSON can hold."""
        return asdict(self)
