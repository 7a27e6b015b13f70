"""
A zip file with some parts replaced and every other byte copied.

After PKWARE's APPNOTE 6.3.10, sections 4.3 and 4.4; what an office program does not write (ZIP64, encryption,
something before the first part) is refused.
"""

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_LOCAL = struct.Struct("<4s5H3L2H")
_SIZES = struct.Struct("<3L")
"""CRC, packed size, size: at offset 14 of a local header, 16 of a central one, and in a data descriptor."""
_DESCRIPTOR = b"PK\x07\x08"
_ENCRYPTED, _DESCRIBED = 0x1, 0x8
_STORED, _DEFLATED = 0, 8
_LARGE = 0xFFFFFFFF


class UnusualArchiveError(ValueError):
    """A zip file that is not laid out as office programs do it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part as the directory at the end lists it."""

    name: str
    record: int
    """Where its record begins in the directory."""
    flags: int
    method: int
    packed: int
    offset: int


@dataclass(frozen=True, slots=True)
class _Directory:
    start: int
    end: int
    parts: tuple[_Part, ...]


def replaced(data: bytes, parts: Mapping[str, bytes]) -> bytes:
    """
    The archive with the content of these parts exchanged.

    Raises
    ------
    UnusualArchiveError
        When that cannot be done without touching more.

    """
    directory = _directory(data)
    in_order = sorted(directory.parts, key=lambda part: part.offset)
    if sum(part.name in parts for part in in_order) != len(parts) or (in_order and in_order[0].offset != 0):
        raise UnusualArchiveError
    records = bytearray(data[directory.start : directory.end])
    out = bytearray()
    ends = [part.offset for part in in_order[1:]] + [directory.start]
    for part, end in zip(in_order, ends, strict=True):
        at = part.record - directory.start
        struct.pack_into("<L", records, at + 42, len(out))
        if part.name in parts:
            packed, sizes = _packed(parts[part.name], part)
            out += _exchanged(data[part.offset : end], part, packed, sizes)
            records[at + 16 : at + 28] = sizes
        else:
            out += data[part.offset : end]
    tail = bytearray(data[directory.end :])
    struct.pack_into("<L", tail, 16, len(out))
    return bytes(out + records + tail)


def _packed(content: bytes, part: _Part) -> tuple[bytes, bytes]:
    if part.flags & _ENCRYPTED or part.method not in {_STORED, _DEFLATED}:
        raise UnusualArchiveError
    packed = content
    if part.method == _DEFLATED:
        packer = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = packer.compress(content) + packer.flush()
    return packed, _SIZES.pack(zlib.crc32(content), len(packed), len(content))


def _exchanged(entry: bytes, part: _Part, packed: bytes, sizes: bytes) -> bytes:
    """A part's header, its new content, and what stands behind it."""
    header = _LOCAL.unpack_from(entry)
    start = _LOCAL.size + header[-2] + header[-1]
    head, tail = bytearray(entry[:start]), entry[start + part.packed :]
    if not part.flags & _DESCRIBED:
        head[14:26] = sizes
        return bytes(head) + packed + tail
    signature = _DESCRIPTOR if tail.startswith(_DESCRIPTOR) else b""
    return bytes(head) + packed + signature + sizes + tail[len(signature) + _SIZES.size :]


def _directory(data: bytes) -> _Directory:
    at = data.rfind(b"PK\x05\x06")
    if at < 0 or len(data) < at + _END.size:
        raise UnusualArchiveError
    _, disk, _, _, count, size, start, comment = _END.unpack_from(data, at)
    if disk or start == _LARGE or start + size != at or at + _END.size + comment != len(data):
        raise UnusualArchiveError
    parts: list[_Part] = []
    record = start
    while record < at:
        if at - record < _CENTRAL.size:
            raise UnusualArchiveError
        fields = _CENTRAL.unpack_from(data, record)
        flags, method, packed, size = fields[3], fields[4], fields[8], fields[9]
        name_length, extra_length, comment_length, offset = fields[10], fields[11], fields[12], fields[16]
        if fields[0] != b"PK\x01\x02" or _LARGE in {packed, size, offset}:
            raise UnusualArchiveError
        name = data[record + _CENTRAL.size : record + _CENTRAL.size + name_length]
        encoding = "utf-8" if flags & 0x800 else "cp437"
        parts.append(_Part(name.decode(encoding, "replace"), record, flags, method, packed, offset))
        record += _CENTRAL.size + name_length + extra_length + comment_length
    if record != at or len(parts) != count:
        raise UnusualArchiveError
    return _Directory(start, at, tuple(parts))
