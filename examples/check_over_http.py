"""The whole check over HTTP, with Python's own library alone.

Run `python3 examples/check_over_http.py` while `npm start` runs; UNKNOT_URL names another address.
"""
import json
import os
import urllib.request

URL = os.environ.get("UNKNOT_URL", "http://localhost:8787") + "/api/triage"


def triage(case):
    request = urllib.request.Request(URL, json.dumps(case).encode(), {"content-type": "application/json"})
    with urllib.request.urlopen(request) as response:
        return json.load(response)


# Somebody with a sore back and no danger sign: says "none" to every gate.
case = {
    "complaint": "back", "region": "low back", "age": 41, "sex": "female",
    "absent": [], "context": {"hoursSinceOnset": 20},
}
while (answer := triage(case))["ask"]:
    for statement in answer["ask"]["statements"]:
        print(statement["text"], "No.")
        case["absent"] += [statement["id"], *statement.get("opens", [])]
print(f"{answer['tier']}: {answer['action']}")
