"""Reference model hotline-B on SimPy: python3 simpy-hotline.py PARAMETERS_JSON REQUESTS SEED prints one line of JSON.

Written as a SimPy user would: a process per request, a Resource per unit, a timer process that is interrupted.
"""

import json
import random
import resource
import sys
import time

import simpy


class Hotline:
    def __init__(self, parameters, requests, seed):
        self.p = parameters
        self.requests = requests
        self.warm_up = int(requests * parameters["warmUpShare"])
        self.rng = random.Random(seed)
        self.env = simpy.Environment()
        self.units = [simpy.Resource(self.env, parameters["servers"]) for _ in range(parameters["units"])]
        self.shares = [tier["share"] for tier in parameters["tiers"]]
        self.events = 0
        self.measured = 0
        self.sums = dict.fromkeys(["wait", "warned", "late", "resolved", "satisfied"], 0.0)

    def arrivals(self):
        rate = self.p["units"] * self.p["arrivalsPerUnit"]
        for number in range(self.requests):
            yield self.env.timeout(self.rng.expovariate(rate))
            self.events += 1
            self.env.process(self.request(number >= self.warm_up))

    def timer(self, limit, state):
        try:
            yield self.env.timeout(self.p["warnAt"] * limit)
            self.events += 1
            state["warned"] = True
            yield self.env.timeout((1 - self.p["warnAt"]) * limit)
            self.events += 1
            state["late"] = True
        except simpy.Interrupt:
            self.events += 1

    def request(self, is_measured):
        rng, env = self.rng, self.env
        arrived_at = env.now
        tier = rng.choices(self.p["tiers"], self.shares)[0]
        state = {"warned": False, "late": False}
        timer = env.process(self.timer(tier["limit"], state))
        with rng.choice(self.units).request() as claim:
            yield claim
            wait = env.now - arrived_at
            yield env.timeout(rng.expovariate(1 / self.p["serviceMean"]))
        self.events += 1
        if timer.is_alive:
            timer.interrupt()
        yield env.timeout(rng.expovariate(1 / self.p["callbackMean"]))
        self.events += 1
        resolved = rng.random() < self.p["resolved"]["late" if state["late"] else "onTime"]
        satisfied = rng.random() < self.p["satisfied"]["resolved" if resolved else "unresolved"]
        if is_measured:
            self.measured += 1
            values = {"wait": wait, "resolved": resolved, "satisfied": satisfied, **state}
            for name, value in values.items():
                self.sums[name] += value


def main():
    parameters, requests, seed = json.loads(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    started, cpu_started = time.perf_counter(), time.process_time()
    model = Hotline(parameters, requests, seed)
    model.env.process(model.arrivals())
    model.env.run()
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started
    print(json.dumps({
        "requests": requests,
        "seconds": seconds,
        "cpuSeconds": cpu_seconds,
        "events": model.events,
        "peakMib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "version": simpy.__version__,
        "means": {name: total / model.measured for name, total in model.sums.items()},
    }))


main()
