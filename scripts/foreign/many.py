"""many.py ADAPTER.py: imports a Python adapter and answers one request per line, which saves a process for each."""
import importlib.util
import json
import os
import sys

path = sys.argv[1]
sys.path.insert(0, os.path.dirname(os.path.abspath(path)))
sys.dont_write_bytecode = True
spec = importlib.util.spec_from_file_location("adapter", path)
adapter = importlib.util.module_from_spec(spec)
spec.loader.exec_module(adapter)
for line in sys.stdin.buffer:
    sys.stdout.write(json.dumps(adapter.answer(json.loads(line))) + "\n")
