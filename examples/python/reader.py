#!/usr/bin/env python3
"""A reader of flow run bundles in Python 3.9, with nothing but its standard library.

    python3 reader.py BUNDLE         prints the view-model of a bundle
    python3 reader.py < REQUEST      answers a request of the conformance suite

It is meant to be read: first bundle_files.py (strict JSON, safe files), then this file (which bundle is it, which of
its lines count, the adapter), then fold.py (what the events add up to). Names such as [trace-torn-tail] are
requirements; spec/text has them.
Exit code 0: answered, 1: refused.
"""
import json
import re
import sys

from bundle_files import MAX_DEPTH, Refused, read_document, read_lines
from fold import Fold, need

# Python's functions for JSON call themselves for each level; indenting takes several calls.
sys.setrecursionlimit(10 * MAX_DEPTH)


def read_manifest(bundle):
    """[reader-manifest-first]: what is it, and may it be read? Returns the manifest, and the version to read it as."""
    manifest = read_document(bundle, "manifest.json")
    if manifest is None:
        raise Refused("corrupt", "there is no manifest.json")
    for key, known in (("schema", "acpx.flow-run-bundle.v1"), ("traceSchema", "acpx.flow-trace-event.v1")):
        if need(manifest, key, str) != known:
            raise Refused("unsupported", f"{key} is {manifest[key]!r} and not {known!r}")
    version = manifest.get("specVersion", "1.0")
    if not isinstance(version, str) or not re.match(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\Z", version):
        raise Refused("corrupt", f"specVersion is {version!r}")
    if not version.startswith("1."):
        raise Refused("unsupported", f"the version is {version}, and this reader knows 1.0 and 1.1")
    for key in ("runId", "flowName", "startedAt", "status"):
        need(manifest, key, str)
    return manifest, "1.0" if version == "1.0" else "1.1"  # What is newer is read as 1.1. [manifest-newer-minor]


def read(bundle, up_to_seq=None):
    """The state of the run after its last event, or after the one with the given `seq`, and what was left out of the
    trace: None, or why the end of it is torn. [trace-torn-tail]"""
    manifest, version = read_manifest(bundle)
    fold, bad = Fold(manifest, version), None
    for _, event, reason in read_lines(bundle, "trace.ndjson"):  # No trace: the run has just begun. [trace-empty]
        if reason is not None:
            bad = bad or reason
        elif bad is not None:
            raise Refused("corrupt", bad)  # A good line comes after it, so it is no tail.
        elif up_to_seq is not None and need(event, "seq", (int, float)) > up_to_seq:
            break
        else:
            fold.apply(event)
    if bad is not None and manifest["status"] not in ("running", "waiting"):
        raise Refused("corrupt", bad)
    return fold, bad


def answer(request):
    """The adapter: a request of the conformance suite, and what to answer."""
    if request["role"] != "reader":
        return {"unsupported": "this is a reader"}
    try:
        fold, torn = read(request["bundle"], request.get("upToSeq"))
    except Refused as refused:
        return {"refused": {"code": refused.code, "reason": str(refused)}}
    return {"view": fold.view, "torn": True} if torn else {"view": fold.view}


def main(arguments):
    if not arguments:
        sys.stdout.write(json.dumps(answer(json.loads(sys.stdin.buffer.read()))))
        return 0
    try:
        fold, torn = read(arguments[0])
    except Refused as refused:
        print(f"{refused.code}: {ascii(str(refused))}", file=sys.stderr)
        return 1
    print(json.dumps(fold.view, indent=2))  # All but ASCII is escaped, so nothing in it can steer a terminal.
    if torn:
        print(f"Left out, the end of the trace: {ascii(torn)}", file=sys.stderr)  # [reader-says-what-is-missing]
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
