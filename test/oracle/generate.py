#!/usr/bin/env python3
"""Makes cases.json: 20,000 cases with the tier that the written semantics give, evaluated apart from the TypeScript engine.
Makes vignettes.json too: the same for each of the public vignettes.

Reads rules.json (ids, tiers and conditions only, as imported). Seeded, so that a second run writes the same file.
Half the cases take most ids of one random rule and add noise, so that rules fire or nearly fire; the rest are random."""
import json, os, random

HERE = os.path.dirname(os.path.abspath(__file__))
ORDER = ["self-care", "routine", "soon", "same-day", "emergency"]
DATA = json.load(open(os.path.join(HERE, "rules.json")))
ALONE = {f["id"]: f["tierAlone"] for f in DATA["findings"]}
IDS = list(ALONE)


def compare(value, bounds):
    tests = {"gte": lambda a, b: a >= b, "gt": lambda a, b: a > b, "lte": lambda a, b: a <= b, "lt": lambda a, b: a < b}
    return value is not None and all(tests[k](value, limit) for k, limit in bounds.items())


def holds(condition, case):
    if isinstance(condition, str):
        return condition in case["present"]
    (kind, value), = condition.items()
    if kind == "all":
        return all(holds(part, case) for part in value)
    if kind == "any":
        return any(holds(part, case) for part in value)
    if kind == "atLeast":
        return sum(holds(part, case) for part in value["of"]) >= value["n"]
    if kind == "sex":
        return case["sex"] == value
    if kind == "weeks":
        return case["hours"] is not None and compare(case["hours"] / 168, value)
    return compare(case[{"age": "age", "hours": "hours", "pregnancyWeeks": "pregnancyWeeks"}[kind]], value)


def tier(case):
    complaint = case["complaint"]
    found = [ALONE[id][complaint] for id in case["present"] if ALONE[id][complaint]]
    found += [r["tier"] for r in DATA["rules"] if r["complaint"] in ("any", complaint) and holds(r["when"], case)]
    return max(found, key=ORDER.index, default="self-care")


def mentioned(condition):
    if isinstance(condition, str):
        return [condition]
    (kind, value), = condition.items()
    parts = value if kind in ("all", "any") else value["of"] if kind == "atLeast" else []
    return [id for part in parts for id in mentioned(part)]


def make(rnd):
    quiet = [id for id in IDS if not any(t in ("emergency", "same-day") for t in ALONE[id].values())]
    rule = rnd.choice(DATA["rules"])
    complaint = rnd.choice(["back", "cramp"]) if rule["complaint"] == "any" else rule["complaint"]
    present = set()
    if rnd.random() < 0.5:
        present |= {id for id in mentioned(rule["when"]) if rnd.random() < 0.45}
    present |= set(rnd.sample(quiet if rnd.random() < 0.8 else IDS, rnd.choice([0, 0, 1, 2, 3, 5, 8])))
    return {
        "complaint": complaint,
        "age": rnd.choice([None, rnd.randint(16, 95), rnd.randint(16, 95), rnd.randint(45, 95)]),
        "sex": rnd.choice([None, "female", "male"]),
        "present": sorted(present, key=IDS.index),
        "hours": rnd.choice([None, rnd.randint(0, 80), rnd.randint(0, 700), rnd.randint(300, 6000)]),
        "pregnancyWeeks": rnd.choice([None, None, rnd.randint(4, 41)]),
    }


def tiers_of_vignettes():
    with open(os.path.join(HERE, "..", "vignettes", "public.json")) as file:
        vignettes = json.load(file)["vignettes"]
    fields = lambda v: {**{k: v.get(k) for k in ("complaint", "age", "sex", "present")}, "hours": v["context"].get("hoursSinceOnset"), "pregnancyWeeks": v["context"].get("pregnancyWeeks")}
    return {v["id"]: tier(fields(v)) for v in vignettes}


def main():
    with open(os.path.join(HERE, "vignettes.json"), "w") as out:
        out.write(json.dumps(tiers_of_vignettes(), indent=1) + "\n")
    rnd = random.Random(20261123)
    cases = [make(rnd) for _ in range(20000)]
    rows = [[c["complaint"], c["age"], c["sex"], [IDS.index(id) for id in c["present"]], c["hours"], c["pregnancyWeeks"], tier(c)] for c in cases]
    with open(os.path.join(HERE, "cases.json"), "w") as out:
        out.write('{"findings":' + json.dumps(IDS, separators=(",", ":")) + ',\n"cases":[\n')
        out.write(",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]}\n")
    fired = {r["id"]: sum((r["complaint"] in ("any", c["complaint"])) and holds(r["when"], c) for c in cases) for r in DATA["rules"]}
    print({t: sum(row[-1] == t for row in rows) for t in ORDER}, "rarest rules", sorted(fired.items(), key=lambda kv: kv[1])[:4])


if __name__ == "__main__":
    main()
