"""Times functions of TA-Lib's C library, as its Python wheel gives them.

The first argument is a file with columns of float64 one after the other; the second names them.
Every line of standard input asks for one call, as JSON: function, inputs, parameters. The answer
is a line with the seconds it took, or the message of an error; that to {} is the version.
"""

import gc
import json
import sys
import time

import numpy
import talib

gc.disable()
names = sys.argv[2].split(",")
table = numpy.fromfile(sys.argv[1]).reshape(len(names), -1)
columns = dict(zip(names, table))


def answer(ask):
    if not ask:
        return {"version": talib.__ta_version__.decode().split(" ")[0]}
    function = getattr(talib, ask["function"])
    inputs = [columns[name] for name in ask["inputs"]]
    # A whole number in JSON is an int here, as the wheel asks for periods.
    try:
        begun = time.perf_counter()
        result = function(*inputs, **ask["params"])
        seconds = time.perf_counter() - begun
        return {"seconds": seconds} if result is not None else {"error": "no result"}
    except Exception as error:
        return {"error": str(error)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
