# SPDX-License-Identifier: GPL-3.0-or-later
"""Every route of the sandbox's REST API once, and its usual refusals: also what Slipway itself never asks for must be
answered as GitHub would, because other programs ask for it."""

import json
import re
import urllib.error
import urllib.request
from pathlib import Path

from scenes import INFRA, NAME, expect

ORG = "/orgs/DEFRA"
REPO = f"/repos/DEFRA/{INFRA}"
#: As the scene of a whole creation leaves the world; "{…}" is looked up.
READS = (
    "/", "/versions", "/user", "/rate_limit", ORG, f"{ORG}/teams?per_page=2", f"{ORG}/repos?per_page=3&page=2",
    REPO, f"/repos/DEFRA/{NAME}", f"{REPO}/rules/branches/main", f"{REPO}/branches/main",
    f"{REPO}/contents/environments", f"{REPO}/contents/README.md", f"{REPO}/git/blobs/{{blob}}",
    f"{REPO}/git/trees/{{sha}}?recursive=1", f"{REPO}/git/ref/heads/main", f"{REPO}/git/matching-refs/heads/m",
    f"{REPO}/git/commits/{{sha}}", f"{REPO}/commits?per_page=1", f"{REPO}/commits/{{sha}}/check-runs",
    f"{REPO}/commits/main", f"{REPO}/compare/{{first}}...main", f"{REPO}/pulls?state=all&direction=asc",
    f"{REPO}/pulls/1", f"{REPO}/pulls/1/merge", f"{REPO}/pulls/1/files", f"{REPO}/pulls/1/commits",
    f"{REPO}/actions/workflows", f"{REPO}/actions/workflows/env-terraform.yml",
    f"{REPO}/actions/runs/{{run}}/pending_deployments", f"{REPO}/actions/workflows/env-terraform.yml/runs?event=push",
    f"{REPO}/actions/runs?status=success&per_page=1", f"{REPO}/actions/runs/{{run}}",
    f"{REPO}/actions/runs/{{run}}/jobs", f"{REPO}/actions/runs/{{run}}/artifacts",
    f"{REPO}/check-runs/{{check}}/annotations",
)


ASKED = set()
ROUTES = Path(__file__).resolve().parents[2] / "src/sandbox/rest/rest_api.cpp"


def never_asked():
    """Routes of the sandbox that nobody asked for: METHOD pattern."""
    known = re.findall(r'add\("(\w+)", "([^"]*)"', ROUTES.read_text())
    expect(len(known) > 40, f"{ROUTES.name} has its table of routes")
    known.remove(("GET", "repos/{}/{}/contents"))  # GitHub answers it, too, but describes no path that is empty
    # The more exact first, as "…/commits/main" is "commits/{*}" and "…/check-runs" is not.
    forms = sorted(known, key=lambda one: one[1].count("{"))
    left = set(known)
    for method, path in ASKED:
        for form in forms:
            fits = re.escape(form[1]).replace(r"\{\*\}", ".+").replace(r"\{\}", "[^/]+")
            if form[0] == method and re.fullmatch(fits, path):
                left.discard(form)
                break
    return sorted(f"{method} {pattern}" for method, pattern in left)


def ask(scene, method, path, body=None, status=200, headers=()):
    """The answer's JSON; whether it is of the right form is judged from the record."""
    ASKED.add((method, path.lstrip("/").split("?")[0]))
    request = urllib.request.Request(scene.url + path, method=method,
                                     data=None if body is None else json.dumps(body).encode())
    for name, value in (("Authorization", f"Bearer {scene.token}"), ("User-Agent", "slipway-contract"),
                        ("Accept", "application/vnd.github+json"), *headers):
        request.add_header(name, value)
    if body is not None:
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            code, text = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        code, text = error.code, error.read()
    expect(code == status, f"{method} {path}: {code}, not {status}: {text[:300]!r}")
    try:
        return json.loads(text) if text else None
    except ValueError:
        return text


def reads(scene):
    head = ask(scene, "GET", f"{REPO}/commits?per_page=100")
    runs = ask(scene, "GET", f"{REPO}/actions/runs")["workflow_runs"]
    known = {
        "sha": head[0]["sha"], "first": head[-1]["sha"],
        "blob": ask(scene, "GET", f"{REPO}/contents/README.md")["sha"],
        "run": runs[0]["id"],
        "check": ask(scene, "GET", f"{REPO}/actions/runs/{runs[0]['id']}/jobs")["jobs"][0]["id"],
    }
    for path in READS:
        ask(scene, "GET", path.format(**known), status=204 if path.endswith("/merge") else 200)
    ask(scene, "GET", f"{REPO}/contents/README.md", headers=(("Accept", "application/vnd.github.raw+json"),))
    return known


def writes(scene, known):
    """A pull request made piece by piece, merged, and what belongs to runs."""
    base = ask(scene, "GET", f"{REPO}/git/commits/{known['sha']}")
    blob = ask(scene, "POST", f"{REPO}/git/blobs", {"content": "aGVsbG8K", "encoding": "base64"}, 201)
    tree = ask(scene, "POST", f"{REPO}/git/trees", {"base_tree": base["tree"]["sha"], "tree": [
        {"path": "docs/hello.sh", "mode": "100755", "type": "blob", "sha": blob["sha"]},
        {"path": "docs/words.txt", "mode": "100644", "type": "blob", "content": "words\n"}]}, 201)
    commit = ask(scene, "POST", f"{REPO}/git/commits",
                 {"message": "Say hello", "tree": tree["sha"], "parents": [known["sha"]]}, 201)
    ask(scene, "POST", f"{REPO}/git/refs", {"ref": "refs/heads/hello", "sha": known["sha"]}, 201)
    ask(scene, "PATCH", f"{REPO}/git/refs/heads/hello", {"sha": commit["sha"], "force": False})
    pull = ask(scene, "POST", f"{REPO}/pulls",
               {"title": "Hello", "head": "hello", "base": "main", "body": "It greets."}, 201)["number"]
    ask(scene, "PATCH", f"{REPO}/pulls/{pull}", {"title": "Hello there"})
    ask(scene, "GET", f"{REPO}/pulls?head=DEFRA:hello")
    ask(scene, "GET", f"{REPO}/pulls/{pull}/merge", status=404)
    ask(scene, "PUT", f"{REPO}/pulls/{pull}/merge", {"merge_method": "squash"}, 405)  # its checks are under way
    ask(scene, "PUT", f"{REPO}/pulls/{pull}/merge", {"sha": known["first"]}, 409)
    ask(scene, "PUT", f"{REPO}/pulls/{pull}/update-branch", {"expected_head_sha": commit["sha"]}, 422)
    scene.world("commit", repository=INFRA, tenant="somebody-elses-service", message="Something else")
    ask(scene, "PUT", f"{REPO}/pulls/{pull}/update-branch", {"expected_head_sha": commit["sha"]}, 202)
    ask(scene, "PATCH", f"{REPO}/pulls/{pull}", {"state": "closed"})
    ask(scene, "DELETE", f"{REPO}/git/refs/heads/hello", status=204)
    ask(scene, "POST", "/repos/DEFRA/cdp-node-backend-template/generate",
        {"owner": "DEFRA", "name": "made-over-rest", "private": True}, 201)
    ask(scene, "PATCH", "/repos/DEFRA/made-over-rest", {"archived": True})
    inputs = {"repositoryName": "made-by-dispatch", "serviceType": "cdp-node-backend-template",
              "owningTeam": "fisheries"}
    runs = "/repos/DEFRA/cdp-boilerplate/actions"
    made = ask(scene, "POST", f"{runs}/workflows/create_repo.yml/dispatches",
               {"ref": "main", "inputs": inputs, "return_run_details": True})
    ask(scene, "POST", f"{runs}/runs/{made['workflow_run_id']}/cancel", status=202)
    ask(scene, "POST", f"{runs}/runs/{made['workflow_run_id']}/rerun", status=201)
    ask(scene, "POST", f"{runs}/runs/{made['workflow_run_id']}/cancel", status=202)
    ask(scene, "POST", f"{runs}/runs/{made['workflow_run_id']}/rerun-failed-jobs", status=201)
    ask(scene, "POST", f"{runs}/workflows/create_repo.yml/dispatches",
        {"ref": "main", "inputs": {**inputs, "repositoryName": "made-without-id"}}, 204)


def refusals(scene, known):
    ask(scene, "GET", "/repos/DEFRA/no-such-repository", status=404)
    ask(scene, "GET", f"{REPO}/branches/no-such-branch", status=404)
    ask(scene, "GET", f"{REPO}/contents/no-such-file", status=404)
    ask(scene, "GET", f"{REPO}/compare/main...{'0' * 40}", status=404)
    ask(scene, "POST", f"{REPO}/git/refs", {"ref": "refs/heads/main", "sha": known["sha"]}, 422)
    ask(scene, "POST", f"{REPO}/pulls", {"title": "Nothing", "head": "main", "base": "main"}, 422)
    ask(scene, "POST", f"{REPO}/actions/workflows/check-pull-request.yml/dispatches", {"ref": "main"}, 422)
    ask(scene, "GET", "/user", headers=(("Authorization", "Bearer nobody"),), status=401)


def every_route(scene):
    scene.create_whole()
    known = reads(scene)
    refusals(scene, known)
    writes(scene, known)
    expect(not never_asked(), f"routes that are judged by nobody: {never_asked()}")
