"""Golden numbers for src/trials/pool.ts, computed another way: brute force over mu and tau on a fine grid, each theta
integrated on its own grid, no conjugate formula. Needs numpy and some minutes. Run: python3 test/trials/pool.py > test/trials/pool.json"""

import json

import numpy as np

CASES = {
    "six people, points": {"prior": 2.5, "trials": [[-2.58, 0.55], [-1.1, 0.7], [-0.4, 0.6], [-1.9, 0.9], [0.3, 0.8], [-1.4, 0.5]]},
    "two people who disagree": {"prior": 2.5, "trials": [[-2.0, 0.5], [1.5, 0.6]]},
    "counts, four alike": {"prior": 1.0, "trials": [[-0.3, 0.35], [-0.35, 0.4], [-0.25, 0.3], [-0.4, 0.45]]},
}


def normal(x, mean, sd):
    return np.exp(-0.5 * ((x - mean) / sd) ** 2) / (sd * np.sqrt(2 * np.pi))


def solve(prior, trials):
    mu = np.linspace(-6 * prior, 6 * prior, 1201)
    tau = np.linspace(1e-4, 3 * prior, 1201)
    theta = np.linspace(-6 * prior, 6 * prior, 1601)
    like = []  # of each trial: its posterior over its prior, as a function of theta
    for mean, sd in trials:
        like.append(normal(theta, mean, sd) / normal(theta, 0, prior))
    joint = normal(mu, 0, prior)[:, None] * np.exp(-0.5 * (tau / (prior / 2)) ** 2)[None, :]
    parts = []
    width = theta[1] - theta[0]
    for one in like:
        # integral over theta of likelihood x N(theta; mu, tau), for every mu and tau
        out = np.empty((len(mu), len(tau)))
        first = np.empty_like(out)
        for j, t in enumerate(tau):
            if t < 4 * width:  # too narrow for the grid: theta is mu
                out[:, j] = np.interp(mu, theta, one)
                first[:, j] = out[:, j] * mu
            else:
                kernel = normal(theta[None, :], mu[:, None], t)
                out[:, j] = kernel @ one * width
                first[:, j] = kernel @ (one * theta) * width
        parts.append((out, first))
        joint = joint * out / out.max()
    joint /= joint.sum()
    by_mu, by_tau = joint.sum(1), joint.sum(0)
    mean = float(by_mu @ mu)
    return {
        "group": {"mean": mean, "sd": float(np.sqrt(by_mu @ mu**2 - mean**2)), "p_lt_0": float(by_mu[mu < 0].sum() + 0.5 * by_mu[mu == 0].sum())},
        "tau": {"mean": float(by_tau @ tau)},
        "people": [float((joint * first / out).sum()) for out, first in parts],
    }


json.dump({name: {**case, **solve(**case)} for name, case in CASES.items()}, __import__("sys").stdout, indent=1)
