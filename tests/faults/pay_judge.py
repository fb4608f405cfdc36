# SPDX-License-Identifier: GPL-3.0-or-later
"""GOV.UK Pay's part of the judge: what adminusers and connector hold because of each run, and whether what dangles is
told. Whose something is, is read from the request that made it, as the sandbox recorded it."""
import collections

ONE_CALL = "pay-create-service-one-call"
INSIDE = "adminusers"  # the user agent of adminusers, where it calls connector by itself
STEPS = {"service": "service", "account": "account", "user": "user"}  # what → the step of option A that makes it


def is_inner(line):
    """adminusers' own call of connector: no request of the program's."""
    return line.get("requestHeaders", {}).get("user-agent") == INSIDE


class Made:
    """Something that exists: a service, an account or a user that is neither archived nor disabled."""

    def __init__(self, what, entry, line, linked):
        self.what, self.ids, self.body = what, {entry["externalId"], str(entry["id"])}, line.get("requestBody") or {}
        self.name = "%s %s" % (what, entry["externalId"] if what != "account" else entry["id"])
        self.in_service = what != "account" or str(entry["id"]) in linked
        self.inner = is_inner(line)

    def belongs_to(self, run):
        if self.what == "account":
            return self.body.get("service_name") == run["inputs"]["serviceName"]
        if self.body.get("email"):
            return self.body["email"] == run["inputs"]["email"]
        return self.body.get("service_name", {}).get("en") == "slipway" + run["id"]


def made_in(pay, state, record):
    """Everything that exists, by the ledger; state tells what has been taken back."""
    lines = {line["number"]: line for line in record}
    linked = {account for service in state["services"] for account in service["accounts"]}
    gone = {service["externalId"] for service in state["services"] if service["archived"]}
    gone |= {user["externalId"] for user in state["users"] if user["disabled"]}
    gone_accounts = {account["id"] for account in state["accounts"] if account["disabled"]}
    return [Made(what, entry, lines.get(entry["request"], {}), linked)
            for what in STEPS for entry in pay[what + "s"]
            if entry["externalId"] not in gone and not (what == "account" and entry["id"] in gone_accounts)]


def is_listed(thing, run):
    """By its id where the run knows it, otherwise as something that is perhaps there."""
    for entry in run["leftBehind"]:
        known = {str(value) for value in (entry.get("outputs") or {}).values()}
        if run["workflow"] == ONE_CALL:
            if not thing.in_service:
                if not entry["certain"] and "without a service" in entry["what"]:
                    return True
            elif thing.ids & known or not entry["certain"] and "without a service" not in entry["what"]:
                return True
            elif thing.what == "account" and entry["certain"]:
                return True  # the account in the service that is listed
        elif entry["step"] == STEPS[thing.what] and (thing.ids & known or not entry["certain"] and not known):
            return True
    return False


def judge_dangling(verdict, pay, state, record, runs):
    """Every dangler is listed: what is there because of a run that did not succeed, and what is in no service although
    its run succeeded. `runs`: as `show` tells them."""
    for thing in made_in(pay, state, record):
        owners = [run for run in runs if thing.belongs_to(run)]
        if not owners:
            verdict.wrong.append("%s belongs to no run" % thing.name)
        for run in owners:
            if run["state"] == "succeeded" and thing.in_service:
                continue
            if not is_listed(thing, run):
                verdict.wrong.append("%s of %s (%s) dangles and is not listed" % (thing.name, run["subject"], run["state"]))
    there = {one for thing in made_in(pay, state, record) for one in thing.ids}
    for run in runs:
        for entry in run["leftBehind"]:
            for value in (entry.get("outputs") or {}).values():
                if entry["certain"] and str(value) not in there:
                    verdict.wrong.append("%s lists %s of %s, which is not there" % (run["subject"], value, entry["step"]))


def judge_pay(verdict, pay, state, record, names, runs):
    """The services of `names` are complete and there once, each run's danglers are listed. What runs that were stopped
    have made is no duplicate; nor is the account that option B's inner call left, which must be listed."""
    stopped = [run for run in runs if run["state"] != "succeeded"]
    lines = {line["number"]: line for line in record}

    def counts(what, entry):
        thing = Made(what, entry, lines.get(entry["request"], {}), linked)
        return not (thing.inner and not thing.in_service) and not any(thing.belongs_to(run) for run in stopped)

    linked = {account for service in state["services"] for account in service["accounts"]}
    kept = {what: [entry for entry in pay[what + "s"] if counts(what, entry)] for what in STEPS}
    for what in STEPS:
        verdict.count(what + "s", len(kept[what]), len(names))
    of_services = {entry["externalId"] for entry in kept["service"]}
    for what in ("links", "roles"):
        verdict.count(what, sum(1 for entry in pay[what] if entry["service"] in of_services), len(names))
    named = collections.Counter(service["name"] for service in state["services"])
    users = collections.Counter(user["email"] for user in pay["users"])
    for name in names:
        verdict.count("services named " + name, named[name], 1)
        verdict.count("users of " + name, users[name + "@dept.gov.uk"], 1)
    judge_dangling(verdict, pay, state, record, runs)
