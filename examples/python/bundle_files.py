"""Strict JSON, and files of a bundle: what reading somebody else's bundle safely takes. Standard library only.

Names in brackets such as [json-duplicate-key] are requirements of the format; spec/text tells what is behind them.
"""
import json
import math
import os
import re
import stat

MAX_LINE, MAX_DOCUMENT, MAX_DEPTH = 64 << 20, 256 << 20, 1000  # [reader-limits]


class Refused(Exception):
    """This bundle is not read, on purpose. `code` is corrupt, unsupported or hostile."""

    def __init__(self, code, reason):
        super().__init__(reason)
        self.code = code


class NotJson(ValueError):
    """Bytes that are not one strict JSON value in UTF-8."""


def parse(data):
    """The value of a JSON text. Python's own reader takes NaN, Infinity, two equal keys and numbers that overflow."""
    try:
        text = data.decode("utf-8")  # Never with errors="replace": other bytes are not repaired. [json-encoding]
        check_depth(text)
        return json.loads(
            text, object_pairs_hook=unique, parse_constant=refuse_constant, parse_float=finite, parse_int=whole
        )
    except ValueError as error:
        raise NotJson(str(error)) from None


def unique(pairs):
    """[json-duplicate-key]. A dict inherits no keys, so `__proto__` is an ordinary one."""
    value = dict(pairs)
    if len(value) < len(pairs):
        raise ValueError("an object has the same key twice")
    return value


def refuse_constant(name):
    raise ValueError(f"{name} is not JSON")


def finite(text):
    if math.isinf(float(text)):
        raise ValueError("a number is too large")
    return float(text)


def whole(text):
    return int(text) if len(text) < 300 else finite(text)


def check_depth(text):
    """Python reads a level with a call, so it has to be known beforehand how many there are."""
    if text.count("[") + text.count("{") <= MAX_DEPTH:
        return
    # Without escapes a string ends at the next quote; without strings only brackets of arrays and objects are left.
    # None of these patterns can go back and forth: they take time in proportion to the text, whatever it is.
    without_strings = re.sub(r'"[^"]*"?', "", re.sub(r"\\.", "", text, flags=re.S))
    depth = 0
    for bracket in re.findall(r"[\[\]{}]", without_strings):
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            raise Refused("hostile", f"JSON that is nested deeper than {MAX_DEPTH} levels")


# What does not match: an empty segment, "..", a name with a slash, a backslash, a colon or a blank. This reader looks
# only for names that the format gives; one that looks for others may be more generous, but never about these.
SEGMENT = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*\Z")


def open_inside(bundle, path):
    """Opens a regular file of the bundle for bytes. None when it is not there.

    [reader-confined], [bundle-link], [bundle-special-file]: no path leads out, no link is followed, no device opened.
    """
    if not all(SEGMENT.match(segment) for segment in path.split("/")):
        raise Refused("hostile", f"the path {path!r} may lead out of the bundle")
    place = bundle
    try:
        for segment in path.split("/"):
            place = os.path.join(place, segment)
            seen = os.lstat(place)
            if stat.S_ISLNK(seen.st_mode):
                raise Refused("hostile", f"{path} is a link")
        if not stat.S_ISREG(seen.st_mode):
            raise Refused("hostile", f"{path} is not a regular file")
        # Should it become a link or a FIFO just now: do not follow the one, do not wait for the other. Windows has
        # neither flag.
        flags = os.O_RDONLY
        for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY", "O_CLOEXEC"):
            flags |= getattr(os, name, 0)
        file = os.fdopen(os.open(place, flags), "rb")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise Refused("corrupt", f"{path} cannot be read: {error.strerror}") from None
    opened = os.fstat(file.fileno())
    if (opened.st_dev, opened.st_ino) != (seen.st_dev, seen.st_ino):
        raise Refused("hostile", f"{path} was replaced while it was opened")
    return file


def read_document(bundle, path):
    """A document, whole and parsed. None when it is not there."""
    file = open_inside(bundle, path)
    if file is None:
        return None
    with file:
        data = file.read(MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        raise Refused("hostile", f"{path} is larger than {MAX_DOCUMENT} bytes")
    try:
        return parse(data)
    except NotJson as error:
        raise Refused("corrupt", f"{path}: {error}") from None


def read_lines(bundle, path):
    """Yields (number, value, None) for a good line, (number, None, reason) for a bad one. [trace-torn-tail]"""
    file = open_inside(bundle, path)
    if file is None:
        return
    with file:
        # A file that is open for bytes is split at LF alone, as it must be. [reader-lines]
        for number, line in enumerate(iter(lambda: file.readline(MAX_LINE + 1), b""), 1):
            if len(line) > MAX_LINE and not line.endswith(b"\n"):
                raise Refused("hostile", f"{path}:{number}: the line is longer than {MAX_LINE} bytes")
            try:
                if not line.endswith(b"\n"):
                    raise NotJson("the line does not end with a line feed")
                yield number, parse(line), None
            except NotJson as error:
                yield number, None, f"{path}:{number}: {error}"
