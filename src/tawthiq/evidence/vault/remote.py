"""A vault on a server that speaks S3, behind the same calls as the one on a disk.

Copies are made and hashed here first, then sent. An object is sent with the condition that nothing
bears its name (``If-None-Match: *``), and with its SHA-256 for the server to compare. Not every
server that says it speaks S3 keeps to either (measured: one ignored the condition, two accepted a
wrong checksum), so opening the vault tries the condition, and what was sent is read back.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tawthiq.evidence.vault import words
from tawthiq.evidence.vault.disk import Disk
from tawthiq.evidence.vault.layout import digest_named, place_of
from tawthiq.evidence.vault.objects import Held, Kept, ObjectRef
from tawthiq.evidence.vault.staging import Staged, Staging, disk_errors
from tawthiq.evidence.vault.store import read_checked
from tawthiq.values.digest import Digest

if TYPE_CHECKING:
    from obstore import GetResult
    from obstore.store import ObjectStore

_PART = 16 << 20  # bytes sent in one request; at most 10,000 of them make an object (S3)
_AT_ONCE = 4  # requests; bounds the memory together with the size of a part
_PIECE = 1 << 20


class RemoteStore:
    """The vault of a team; several machines may use it at once."""

    def __init__(
        self, server: ObjectStore, scratch: Path, *, reads_back: bool = True, prefix: str = ""
    ) -> None:
        """Open a vault on a server.

        Args:
            server: As ``s3_server`` makes it; any store of obstore will do.
            scratch: A folder of this machine for copies on their way.
            reads_back: Whether what was sent is read again and hashed. Leave it out only where
                the server is known to compare the checksum that it is given.

        Raises:
            StorageError: The server does not answer, or would write over what is there.
        """
        import obstore

        self._obstore, self._server = obstore, server
        self._prefix, self._reads_back = prefix, reads_back
        disk = Disk()
        with disk_errors():
            disk.make_folder(scratch)
            self._staging = Staging(disk, scratch)
        self._scratch = scratch
        self._try_the_condition()

    def close(self) -> None:
        with disk_errors():
            self._staging.close()

    def __enter__(self) -> RemoteStore:
        return self

    def __exit__(self, *_of_an_error: object) -> None:
        self.close()

    # --- keeping ------------------------------------------------------------------------------

    def stage_file(self, path: Path, *, alone: bool = False) -> Staged:
        return self._staging.stage_file(path, flush=False)

    def stage(self, chunks: Iterable[bytes], *, alone: bool = False) -> Staged:
        return self._staging.stage(chunks, flush=False)

    def discard(self, staged: Staged) -> None:
        self._staging.discard(staged)

    def publish(self, staged: Sequence[Staged]) -> tuple[Kept, ...]:
        try:
            with ThreadPoolExecutor(_AT_ONCE) as pool:
                return tuple(pool.map(self._sent, staged))
        finally:
            for one in staged:
                self.discard(one)

    def _sent(self, staged: Staged) -> Kept:
        ref = staged.fingerprint.ref
        if self.find(ref.digest) is None and self._send(staged):
            self._read_back(ref)
            return Kept(staged.fingerprint, Held.NEW)
        self._read_back(ref)
        return Kept(staged.fingerprint, Held.ALREADY)

    def _send(self, staged: Staged) -> bool:
        """Send it unless something bears its name; whether it was sent.

        In parts there is no condition to be had. That is harmless: whoever sends the same name
        at the same moment sends the same bytes.
        """
        in_parts = staged.fingerprint.ref.size > _PART
        with self._server_errors():
            try:
                self._obstore.put(
                    self._server,
                    self._key(staged.fingerprint.ref.digest),
                    staged.path,
                    mode="overwrite" if in_parts else "create",
                    use_multipart=in_parts,
                    chunk_size=_PART,
                    max_concurrency=_AT_ONCE,
                )
            except self._obstore.exceptions.AlreadyExistsError:
                return False
        return True

    def _read_back(self, ref: ObjectRef) -> None:
        """Refuse to acknowledge what the server does not hold as it was sent.

        Raises:
            IntegrityError: What it holds is something else. It stays there for you to look at.
        """
        if self._reads_back:
            for _ in read_checked(self, ref):
                pass
        elif self.find(ref.digest) != ref:
            raise words.damaged(ref)

    def _try_the_condition(self) -> None:
        key, accepted = f"{self._prefix}probe/{token_hex(8)}", True
        with self._server_errors():
            self._obstore.put(self._server, key, b"1", mode="create", use_multipart=False)
            try:
                self._obstore.put(self._server, key, b"2", mode="create", use_multipart=False)
            except self._obstore.exceptions.AlreadyExistsError:
                accepted = False
            with suppress(PermissionError, self._obstore.exceptions.PermissionDeniedError):
                self._obstore.delete(self._server, key)
        if accepted:
            raise words.server_overwrites()

    # --- reading ------------------------------------------------------------------------------

    def find(self, digest: Digest) -> ObjectRef | None:
        with self._server_errors():
            try:
                found = self._obstore.head(self._server, self._key(digest))
            except FileNotFoundError:
                return None
        return ObjectRef(digest, found["size"])

    def open(self, digest: Digest, *, past_memory: bool = False) -> io.RawIOBase:
        with self._server_errors():
            try:
                found = self._obstore.get(self._server, self._key(digest))
            except FileNotFoundError:
                raise words.missing(digest) from None
        return _Streamed(self._chunks(found))

    def _chunks(self, found: GetResult) -> Iterator[bytes]:
        with self._server_errors():
            for chunk in found.stream(min_chunk_size=_PIECE):
                yield bytes(chunk)

    @contextmanager
    def at_hand(self, digest: Digest) -> Iterator[Path]:
        found = self.find(digest)
        if found is None:
            raise words.missing(digest)
        with TemporaryDirectory(dir=self._scratch) as folder:
            path = Path(folder) / str(digest)
            with path.open("wb") as file:
                for chunk in read_checked(self, found):
                    file.write(chunk)
            yield path

    def refs(self) -> Iterator[ObjectRef]:
        with self._server_errors():
            for page in self._obstore.list(self._server, f"{self._prefix}objects"):
                for found in page:
                    if digest := digest_named(found["path"].removeprefix(self._prefix)):
                        yield ObjectRef(digest, found["size"])

    def erase(self, digest: Digest) -> bool:
        if self.find(digest) is None:
            return False
        with self._server_errors():
            self._obstore.delete(self._server, self._key(digest))
        return True

    def _key(self, digest: Digest) -> str:
        return self._prefix + place_of(digest)

    @contextmanager
    def _server_errors(self) -> Iterator[None]:
        try:
            yield
        except (self._obstore.exceptions.BaseError, OSError) as refused:
            raise words.server_refuses(refused) from refused


class _Streamed(io.RawIOBase):
    """What comes from a server in chunks of its own, read in pieces of ours."""

    def __init__(self, chunks: Iterator[bytes]) -> None:
        self._chunks, self._rest = chunks, memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        while not self._rest:
            if (chunk := next(self._chunks, None)) is None:
                return 0
            self._rest = memoryview(chunk)
        count = min(len(buffer), len(self._rest))
        buffer[:count], self._rest = self._rest[:count], self._rest[count:]
        return count


def s3_server(
    bucket: str, endpoint: str, key: str, secret: str, region: str = "us-east-1"
) -> ObjectStore:
    """The server behind an address. Plain http is taken as it is given: for a machine of one's own.

    Raises:
        StorageError: The extra ``s3`` is not installed.
    """
    try:
        from obstore.store import S3Store
    except ImportError:
        raise words.extra_missing() from None
    return S3Store(
        bucket,
        endpoint=endpoint,
        access_key_id=key,
        secret_access_key=secret,
        region=region,
        checksum_algorithm="SHA256",
        virtual_hosted_style_request=False,
        client_options={"allow_http": endpoint.startswith("http://")},
    )
