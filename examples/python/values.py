"""Which values may stand in a bundle of version 1.1, and how they are written. Names in brackets are requirements."""
import json

SAFE = 2**53 - 1


def compact(value):
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def clean(value):
    """What JSON of a bundle can hold: no lone surrogates [json-lone-surrogate], no 1.0 where 1 is meant."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, list):
        return [clean(one) for one in value]
    if isinstance(value, dict):
        return {clean(key): clean(one) for key, one in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() and abs(value) <= SAFE else value


def fits(value, levels=32):
    """Whether a value may stand in a trace line and in projections. [trace-large-values], [json-number-range]"""
    if isinstance(value, (list, dict)):
        return levels > 0 and all(fits(one, levels - 1) for one in (value if isinstance(value, list) else value.values()))
    return not isinstance(value, (int, float)) or abs(value) <= SAFE


def small(value):
    """Whether projections repeat a value. [projection-large-values]"""
    return len(compact(value).encode()) <= 16 << 10


def cut(text, limit=16 << 10):
    """[trace-text-size]: the text, or its beginning and an ellipsis."""
    data = text.encode("utf-8")
    return text if len(data) <= limit else data[: limit - 3].decode("utf-8", "ignore") + "…"
