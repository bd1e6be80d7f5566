"""A Discord object -> text: the only place that knows limits on input. Nothing but Discord's CDN is fetched."""

from __future__ import annotations

import asyncio
import zlib
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

import aiohttp
from yarl import URL

MIB = 1 << 20
CHUNK, INFLATED_CHUNK = 64 << 10, 256 << 10
DOWNLOAD_SECONDS = 20.0
CDN_HOSTS = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
READ = (".log", ".txt", ".out", ".err", ".jsonl", ".json", ".csv", ".tsv", ".md", ".gz")


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is taken at once: files, bytes of all as they come, and bytes of all unpacked."""

    files: int = 3
    size: int = 8 * MIB
    inflated: int = 16 * MIB


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an input is not read: a message id and its arguments, never the input itself."""

    id: str
    args: dict[str, Any] = field(default_factory=dict)


class File(Protocol):
    """What is known of an attachment before it is read."""

    filename: str
    size: int
    url: str
    content_type: str | None


Chunks: TypeAlias = AsyncIterator[bytes]
Fetch: TypeAlias = Callable[[str], AbstractAsyncContextManager[Chunks]]


class ForeignHost(Exception):  # noqa: N818 - the words of the house
    """An attachment that does not lie on Discord's CDN: Discord never sends one."""


class Cdn:
    """Read attachments from Discord's CDN, and from ``origin`` where one is set (a proxy; tests)."""

    def __init__(self, origin: str | None = None) -> None:
        self._origin = URL(origin).origin() if origin else None
        self._session: aiohttp.ClientSession | None = None

    def allowed(self, url: URL) -> bool:
        """Tell whether the address is one that may be fetched."""
        if self._origin is not None and url.is_absolute() and url.origin() == self._origin:
            return True
        return url.scheme == "https" and url.host in CDN_HOSTS and url.explicit_port in (None, 443) and not url.user

    @asynccontextmanager
    async def fetch(self, address: str) -> AsyncIterator[Chunks]:
        """Open an attachment for reading in chunks; redirects are not followed."""
        url = URL(address)
        if not self.allowed(url):
            raise ForeignHost
        if self._session is None:
            self._session = aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar(), auto_decompress=False)
        async with self._session.get(url, allow_redirects=False, headers={"Accept-Encoding": "identity"}) as response:
            if response.status != 200:
                raise aiohttp.ClientPayloadError(f"status {response.status}")
            yield response.content.iter_chunked(CHUNK)

    async def close(self) -> None:
        """Close the connections."""
        if self._session is not None:
            await self._session.close()


class Intake:
    """Gather what a person gave, within limits."""

    def __init__(self, fetch: Fetch, limits: Limits | None = None) -> None:
        self._fetch, self._limits = fetch, limits or Limits()

    async def gather(self, text: str, files: Sequence[File]) -> str | bytes | Refused:
        """Return the text with every readable file after it, or why it is not read."""
        readable = [file for file in files if _readable(file)]
        if not readable:
            return Refused("intake-not-text", {"endings": " ".join(READ)}) if files and not text.strip() else text
        refused = self._refused_before_download(readable)
        if refused is not None:
            return refused
        pieces = [text.encode()] if text.strip() else []
        left = self._limits.inflated
        for file in readable:
            got = await self._read(file, left)
            if isinstance(got, Refused):
                return got
            left -= len(got)
            pieces.append(got)
        return b"\n".join(pieces)

    async def _read(self, file: File, most: int) -> bytes | Refused:
        for again in (True, False):
            try:
                async with asyncio.timeout(DOWNLOAD_SECONDS), self._fetch(file.url) as chunks:
                    return await self._collect(chunks, most)
            except (aiohttp.ClientError, ConnectionError, TimeoutError):
                if not again:
                    return Refused("intake-unreachable")
            except ForeignHost:
                return Refused("intake-foreign")
        return Refused("intake-unreachable")

    def _refused_before_download(self, files: Sequence[File]) -> Refused | None:
        if len(files) > self._limits.files:
            return Refused("intake-too-many", {"count": len(files), "most": self._limits.files})
        if sum(file.size for file in files) > self._limits.size:
            return Refused("intake-too-large", {"most": self._limits.size // MIB})
        return None

    async def _collect(self, chunks: Chunks, most: int) -> bytes | Refused:
        """Read to the end, and stop at once beyond a limit: the announced size is a promise, not a fact."""
        got, raw, inflate = bytearray(), 0, None
        async for chunk in chunks:
            if raw == 0 and chunk.startswith(b"\x1f\x8b"):
                inflate = zlib.decompressobj(wbits=31)
            raw += len(chunk)
            if raw > self._limits.size:
                return Refused("intake-too-large", {"most": self._limits.size // MIB})
            if inflate is None:
                got += chunk
            elif not await _inflate(inflate, chunk, got, most):
                return Refused("intake-broken-archive")
            if len(got) > most:
                return Refused("intake-inflated", {"most": self._limits.inflated // MIB})
        return bytes(got)


def has_files(files: Iterable[File]) -> bool:
    """Tell whether any of the files would be read."""
    return any(map(_readable, files))


def _readable(file: File) -> bool:
    name, kind = file.filename.casefold(), file.content_type or ""
    return name.endswith(READ) or kind.startswith("text/") or ("." not in name and not kind.startswith("image/"))


async def _inflate(inflate: Any, chunk: bytes, got: bytearray, most: int) -> bool:
    pending = chunk
    while pending and not inflate.eof and len(got) <= most:
        try:
            got += inflate.decompress(pending, INFLATED_CHUNK)
        except zlib.error:
            return False
        pending = inflate.unconsumed_tail
        await asyncio.sleep(0)  # a small file may inflate to a large one: others have their turn meanwhile
    return True
