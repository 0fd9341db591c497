"""Where a large body waits until it is whole: a file that says nothing of it (`search.confined.sealed_file`)."""

from waitress.buffers import OverflowableBuffer, TempfileBasedBuffer

from search.confined.sealed_file import SealedFile


class _SealedFileBuffer(TempfileBasedBuffer):
    def newfile(self) -> SealedFile:
        return SealedFile()


class SealedBuffer(OverflowableBuffer):
    """A body while it arrives: in memory while it is short, then in a sealed file."""

    def _set_large_buffer(self) -> None:
        earlier = self.buf
        self.buf = _SealedFileBuffer(earlier)
        if earlier is not None:
            earlier.close()
        self.overflowed = True
