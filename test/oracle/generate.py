#!/usr/bin/env python3
"""Makes cases.json: 20,000 cases with the tier that the specified rules give, evaluated independently of the TypeScript engine.
Makes vignettes.json too: the same for each of the public vignettes.

Reads knowledge/ itself (needs PyYAML) and shares no code with the engine or the build. Seeded, so that a second run writes the
same file. Half the cases take most parts of one random rule or combination and add noise, so that it fires or nearly fires."""
import glob, json, os, random
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
KNOWLEDGE = os.path.join(HERE, "..", "..", "knowledge")
ORDER = ["self-care", "routine", "soon", "same-day", "emergency"]
REGIONS = ["neck", "upper back", "mid back", "low back", "buttock", "ribs", "abdomen", "hand", "forearm", "front thigh", "hamstring", "inner thigh", "calf", "shin", "foot"]


def load(*path):
    with open(os.path.join(KNOWLEDGE, *path), encoding="utf-8") as file:
        return yaml.safe_load(file)


def folder(name):
    paths = sorted(glob.glob(os.path.join(KNOWLEDGE, name, "*.yaml")))
    return {os.path.basename(path)[:-5]: load(name, os.path.basename(path)) for path in paths}


FINDINGS = {id: entry for table in folder("findings").values() for id, entry in table["findings"].items()}
RULES = folder("red-flags")
COMBINATIONS = folder(os.path.join("medicines", "urgent"))
WORDS = load("conditions.yaml")
CONDITIONS = WORDS["conditions"]
MEDICINES = {
    **load("medicines", "ingredients.yaml")["ingredients"],
    **load("medicines", "recognised.yaml")["recognised"],
    **WORDS["medicines"],
}
SAID = load("interview.yaml")["said"]
IDS = list(FINDINGS)


def within(value, bounds):
    tests = {"gte": lambda a, b: a >= b, "gt": lambda a, b: a > b, "lte": lambda a, b: a <= b, "lt": lambda a, b: a < b}
    return value is not None and all(tests[k](value, limit) for k, limit in bounds.items())


def holds(condition, case, present):
    if isinstance(condition, str):
        return condition in present
    (kind, value), = condition.items()
    if kind == "all":
        return all(holds(part, case, present) for part in value)
    if kind == "any":
        return any(holds(part, case, present) for part in value)
    if kind == "atLeast":
        return sum(holds(part, case, present) for part in value["of"]) >= value["n"]
    if kind == "sex":
        return case["sex"] == value
    if kind == "weeks":
        return case["hours"] is not None and within(case["hours"] / 168, value)
    return within(case[{"age": "age", "hours": "hours", "pregnancyWeeks": "pregnancyWeeks"}[kind]], value)


def everything_present(case):
    present = set(case["present"])
    for said in SAID:
        if said.get("complaint") in (None, case["complaint"]) and (said.get("regions") is None or case["region"] in said["regions"]):
            present.add(said["finding"])
    for table, words in ((CONDITIONS, case["conditions"]), (MEDICINES, case["medicines"])):
        for word in words:
            present.update(table[word].get("findings") or [])
            present.update(table[word].get("facts") or [])
    return present


def alone(id, case):
    for exception in FINDINGS[id].get("except") or []:
        if exception.get("complaint") in (None, case["complaint"]) and (exception.get("regions") is None or case["region"] in exception["regions"]):
            return exception["tier"]
    return FINDINGS[id]["tier"]


def counts(rule, case, present):
    """Which of the rule's medicines count. No case has dates, so a start counts as long ago and nothing was stopped."""
    since = rule.get("since")
    timely = since is None or since.get("taken") or "started" in since or any(id in present for id in since.get("findings") or [])
    taken = [id for id in rule["takes"] if id in case["medicines"]] if timely else []
    beside = any(id in case["medicines"] for id in rule["alongside"]) if "alongside" in rule else "together" not in rule
    paired = any(all(id in case["medicines"] for id in pair) for pair in rule.get("together") or [])
    return (beside and len(taken) >= rule.get("count", 1)) or paired


def tier(case):
    present = everything_present(case)
    found = [alone(id, case) for id in present if id in FINDINGS]
    found += [r["tier"] for r in RULES.values() if r.get("only", {}).get("complaint") in (None, case["complaint"]) and holds(r["when"], case, present)]
    found += [r["tier"] for r in COMBINATIONS.values() if counts(r, case, present) and holds(r["when"], case, present)]
    return max((t for t in found if t), key=ORDER.index, default="self-care")


def mentioned(condition):
    if isinstance(condition, str):
        return [condition]
    (kind, value), = condition.items()
    parts = value if kind in ("all", "any") else value["of"] if kind == "atLeast" else []
    return [id for part in parts for id in mentioned(part)]


def make(rnd):
    quiet = [id for id in IDS if FINDINGS[id]["tier"] not in ("emergency", "same-day")]
    complaint = rnd.choice(["back", "cramp"])
    present, medicines, conditions = set(), set(), set()
    if rnd.random() < 0.6:
        rule = rnd.choice(list(RULES.values()) + list(COMBINATIONS.values()))
        present |= {id for id in mentioned(rule["when"]) if rnd.random() < 0.45}
        for list_ in ("takes", "alongside"):
            if list_ in rule:
                medicines |= set(rnd.sample(rule[list_], min(len(rule[list_]), rnd.choice([1, 1, 2]))))
        if rule.get("together") and rnd.random() < 0.7:
            medicines |= set(rnd.choice(rule["together"]))
    present |= set(rnd.sample(quiet if rnd.random() < 0.8 else IDS, rnd.choice([0, 0, 1, 2, 3, 5, 8])))
    if rnd.random() < 0.3:
        medicines |= set(rnd.sample(sorted(MEDICINES), rnd.choice([1, 2, 3])))
    if rnd.random() < 0.3:
        conditions |= set(rnd.sample(sorted(CONDITIONS), rnd.choice([1, 1, 2])))
    return {
        "complaint": complaint,
        "region": rnd.choice([None, *REGIONS]),
        "age": rnd.choice([None, rnd.randint(16, 95), rnd.randint(16, 95), rnd.randint(45, 95)]),
        "sex": rnd.choice([None, "female", "male"]),
        "present": sorted(present, key=IDS.index),
        "conditions": sorted(conditions),
        "medicines": sorted(medicines),
        "hours": rnd.choice([None, rnd.randint(0, 80), rnd.randint(0, 700), rnd.randint(300, 6000)]),
        "pregnancyWeeks": rnd.choice([None, None, rnd.randint(4, 41)]),
    }


def tiers_of_vignettes():
    with open(os.path.join(HERE, "..", "vignettes", "public.json")) as file:
        vignettes = json.load(file)["vignettes"]
    def case(v):
        known = {k: v.get(k) for k in ("complaint", "region", "age", "sex", "present")}
        return {**known, "conditions": [], "medicines": [], "hours": v["context"].get("hoursSinceOnset"), "pregnancyWeeks": v["context"].get("pregnancyWeeks")}
    return {v["id"]: tier(case(v)) for v in vignettes}


def main():
    with open(os.path.join(HERE, "vignettes.json"), "w") as out:
        out.write(json.dumps(tiers_of_vignettes(), indent=1) + "\n")
    rnd = random.Random(20261129)
    cases = [make(rnd) for _ in range(20000)]
    keys = ["complaint", "region", "age", "sex", "present", "conditions", "medicines", "hours", "pregnancyWeeks"]
    rows = [[[IDS.index(id) for id in c[k]] if k == "present" else c[k] for k in keys] + [tier(c)] for c in cases]
    with open(os.path.join(HERE, "cases.json"), "w") as out:
        out.write('{"findings":' + json.dumps(IDS, separators=(",", ":")) + ',\n"cases":[\n')
        out.write(",\n".join(json.dumps(row, separators=(",", ":")) for row in rows) + "\n]}\n")
    fired = {id: sum(holds(r["when"], c, everything_present(c)) for c in cases) for id, r in RULES.items()}
    print({t: sum(row[-1] == t for row in rows) for t in ORDER}, "rarest rules", sorted(fired.items(), key=lambda kv: kv[1])[:4])


if __name__ == "__main__":
    main()
