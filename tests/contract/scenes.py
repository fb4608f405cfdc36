# SPDX-License-Identifier: GPL-3.0-or-later
"""The scenes of the acceptance tests once more, as fast as they go, for what is said between the programs.

Each scene has a sandbox of its own that records every exchange. What comes of a scene is asserted only as far as to
know that it was played: its right outcome is the acceptance tests' matter.
"""

import sys
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "acceptance"))

import harness  # noqa: E402 (it lies in the folder named above)
from harness import Sandbox, end, finish  # noqa: E402

NAME = "contract-service"
INFRA = "tf-svc-infra"
SPEED = 200
AT_ONCE = 6  # a scene mostly waits


def expect(holds, what):
    if not holds:
        raise AssertionError(str(what))


class Scene:
    """One sandbox with its record, and what the scenes share."""

    def __init__(self, record, *options, speed=SPEED):
        self.sandbox = Sandbox("--record", str(record), *options, speed=speed)

    def __getattr__(self, name):
        return getattr(self.sandbox, name)

    def begin(self, *options, **named):
        return self.start("create", harness.WORKFLOW, f"repositoryName={NAME}",
                          "serviceType=cdp-node-backend-template", "owningTeam=fisheries", "--follow", *options,
                          **named)

    def created(self, answer):
        expect(answer.status == 0, answer)
        expect(NAME in [one["name"] for one in self.ledger()["repositories"]], "the repository was made")

    def create_whole(self):
        self.created(finish(self.begin()))

    def until_held(self, *steps):
        """A creation that stands still at the first merge, or at the step that is named."""
        self.world("hold", what="check", repository=INFRA, next=True)
        process = self.begin()
        self.until(NAME, lambda seen: seen["infra-merged"]["state"] == "waiting"
                   and all(seen[step]["state"] == "succeeded" for step in ("config-raise", "nginx-raise")),
                   "the wait for the merge")
        return process

    def release(self):
        self.world("release", repository=INFRA, what="check")


def calm(scene):
    expect(scene.run("connection", "check").status == 0, "the connection")
    expect(scene.create("looked-at", "--dry-run").status == 0, "the dry run")
    scene.create_whole()
    expect(scene.create(NAME, "--follow").status == 3, "the same name is refused")


def workflow_fails_once(scene):
    expect(finish(scene.begin()).status == 1, "the workflow fails")
    scene.created(scene.run("retry", NAME, "--follow"))


def healed(scene):
    scene.create_whole()


def closed_and_opened_again(scene):
    process = scene.until_held()
    scene.world("close", repository=INFRA)
    expect(finish(process).status == 1, "a closed pull request stops the run")
    again = scene.start("retry", NAME, "--follow")
    scene.until(NAME, lambda steps: steps["infra-merged"]["state"] in ("waiting", "succeeded"), "the new wait")
    scene.release()
    scene.created(finish(again))


def closed_and_raised_anew(scene):
    process = scene.until_held()
    scene.world("close", repository=INFRA)
    expect(finish(process).status == 1, "a closed pull request stops the run")
    branch = next(one["head"] for one in scene.ledger()["pullRequests"] if one["repository"] == INFRA)
    scene.http("DELETE", f"/repos/DEFRA/{INFRA}/git/refs/heads/{branch}")
    scene.created(scene.run("retry", NAME, "infra-raise", "--from", "--follow"))


def undone(scene):
    end(scene.until_held())
    expect(scene.run("undo", NAME, "--reason", "wrong name", "--follow").status == 1, "undone")
    expect(scene.show(NAME)["state"] == "undone", "undone")


def merged_and_undone(scene):
    """What is merged: four pull requests that revert are proposed, one with its answer lost."""
    scene.create_whole()
    scene.fault({"service": "github", "operation": "revertPullRequest"}, "apply-then-drop")
    expect(scene.run("undo", NAME, "--reason", "wrong name", "--follow").status == 1, "undone")
    proposed = [one for one in scene.ledger()["pullRequests"] if one["head"].startswith("revert-")]
    expect(len(proposed) == 4, proposed)


def reviewed(scene):
    process = scene.begin()
    scene.until(NAME, lambda steps: (steps["infra-merged"]["waitingFor"] or {}).get("what") == "review", "the review")
    scene.world("approve", repository=INFRA)
    scene.created(finish(process))


def first_build_missing(scene):
    expect(finish(scene.begin()).status == 1, "a person is asked")
    expect(scene.run("advance", NAME, "first-build", "--unverified", "--reason", "pushed by hand").status == 0,
           "advanced")


def check_suites_forbidden(scene):
    """Fine-grained tokens may not read check suites: the runs are read over REST then."""
    scene.world("hold", what="run", repository=INFRA, path="env-terraform.yml", next=True)
    process = scene.begin()
    scene.until(NAME, lambda steps: steps["infra-workflow"]["state"] == "waiting", "the wait for the workflow")
    scene.fault({"service": "github", "operation": "Watch"}, {"status": 200, "like": "forbidden"})
    scene.until(NAME, lambda _: not scene.state()["faults"], "the refusal")
    scene.world("release", repository=INFRA)
    scene.created(finish(process))


def dispatch_lost(scene):
    """The answer to the dispatch is lost, so the run is searched for."""
    scene.fault({"service": "github", "path": "*/dispatches"}, "apply-then-drop")
    scene.create_whole()
    expect(len(scene.ledger()["dispatches"]) == 1, "dispatched once")


def merged_by_request_lost(scene):
    scene.fault({"service": "github", "operation": "mergePullRequest"}, "apply-then-drop")
    scene.create_whole()


def token_expires(scene):
    process = scene.until_held()
    scene.world("expire-token", seconds=200)
    scene.until(NAME, lambda _: "RunParked" in [event["type"] for event in scene.events(NAME)], "parking")
    scene.http("POST", "/_sandbox/world", {"do": "renew-token"}, status=(200, 401))
    scene.until(NAME, lambda _: "RunUnparked" in [event["type"] for event in scene.events(NAME)], "going on")
    scene.release()
    scene.created(finish(process))


#: name: (what is played, options of the sandbox)
SCENES = {
    "calm": (calm, ()),
    "workflow-fails-once": (workflow_fails_once, ("--scenario", "workflow-fails-once")),
    "conflict": (healed, ("--scenario", "conflict")),
    "superseded-run": (healed, ("--scenario", "superseded-run")),
    "auto-merge-off": (healed, ("--scenario", "auto-merge-off")),
    "already-clean": (healed, ("--scenario", "already-clean")),
    "rate-limited": (healed, ("--scenario", "rate-limited")),
    "flaky-network": (healed, ("--scenario", "flaky-network")),
    "closed-and-opened-again": (closed_and_opened_again, ()),
    "closed-and-raised-anew": (closed_and_raised_anew, ()),
    "undone": (undone, ()),
    "merged-and-undone": (merged_and_undone, ()),
    "reviewed": (reviewed, ("--scenario", "review-required")),
    "first-build-missing": (first_build_missing, ("--scenario", "first-build-missing")),
    "check-suites-forbidden": (check_suites_forbidden, ()),
    "dispatch-lost": (dispatch_lost, ()),
    "merge-lost": (merged_by_request_lost, ("--scenario", "already-clean")),
    "token-expires": (token_expires, ()),
    "enterprise": (healed, ("--server", "ghes")),
    "enterprise-conflict": (healed, ("--server", "ghes", "--scenario", "conflict")),
    "enterprise-undone": (undone, ("--server", "ghes")),
}


def shown(name):
    """A scene that another file tells; it is loaded when it is played, for it needs this one."""
    def played(scene):
        import routes  # pylint: disable=import-outside-toplevel
        getattr(routes, name)(scene)
    return played


SCENES["every-route"] = (shown("every_route"), ())


def play(folder, names=tuple(SCENES)):
    """Plays the scenes; the records are FOLDER/SCENE.jsonl. Gives what went wrong: scene to text."""
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)

    def one(name):
        played, options = SCENES[name]
        scene = None
        record = folder / f"{name}.jsonl"
        record.unlink(missing_ok=True)
        try:
            scene = Scene(record, *options)
            played(scene)
        except Exception:  # pylint: disable=broad-except  (whatever it was, it is the scene's outcome)
            return name, traceback.format_exc()
        finally:
            if scene:
                scene.sandbox.close()
        return name, None

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return {name: trouble for name, trouble in pool.map(one, names) if trouble}


if __name__ == "__main__":
    import time
    began = time.monotonic()
    for name, trouble in play(sys.argv[1], sys.argv[2:] or tuple(SCENES)).items():
        print(f"{name}: {trouble}")
    print(f"{time.monotonic() - began:.1f} s")
