# SPDX-License-Identifier: GPL-3.0-or-later
"""Status records of the platform, of every shape that its tools have written: early and late, canonical and relaxed."""

import json
import random

LANES = ("tf-svc", "tf-svc-infra", "cdp-app-config", "cdp-nginx-upstreams")
EARLY = ("not-requested", "raised", "pr_open", "pr_closed", "merged", "in-progress", "workflow_completed", "failure")
LATE = ("not-requested", "raised", "pr_closed", "merged", "in-progress", "success", "failure")

SAMPLE = """{
  "_id": {"$oid": "650c470f3c29d8fc4347ed35"},
  "repositoryName": "ct-sso-test-2",
  "started": {"$date": "2023-09-21T13:37:19.352Z"},
  "createRepository": {"status": "not-requested",
    "payload": {"repositoryName": "ct-sso-test-2", "serviceType": "cdp-node-backend-template", "owningTeam": "fisheries"}},
  "tf-svc": {"status": "raised",
    "pr": {"number": 540, "sha": "fb1cb158d305cca536352f9b8a5732eab51d50e9",
           "ref": "deploy-ct-sso-test-2-0.1.0-1695303447036",
           "html_url": "https://github.com/DEFRA/tf-svc/pull/540", "node_id": "PR_kwDOI7fMPc5a5CD7"}},
  "tf-svc-infra": {"status": "workflow_completed",
    "pr": {"number": 225, "sha": "523efa0ccb344b9a7ae057fb7f0bb9a2edda39a3",
           "ref": "add-ct-sso-test-2-to-tenant-services-1695303440080",
           "html_url": "https://github.com/DEFRA/tf-svc-infra/pull/225", "node_id": "PR_kwDOJVWcQM5a5CAy"},
    "merged_sha": "7081cc038ec7050fe4e25f8c0544420a01f43e79",
    "workflow": {"name": "Terraform - env", "id": 6262496892,
           "html_url": "https://github.com/DEFRA/tf-svc-infra/actions/runs/6262496892",
           "created_at": "2023-09-21T13:39:14Z", "updated_at": "2023-09-21T13:41:16Z",
           "path": ".github/workflows/env-terraform.yml"}},
  "cdp-app-config": {"status": "raised",
    "pr": {"number": 101, "sha": "1111111111111111111111111111111111111111",
           "ref": "add-ct-sso-test-2-config-1695303443001",
           "html_url": "https://github.com/DEFRA/cdp-app-config/pull/101", "node_id": "PR_kwDOI8NGDg101"}},
  "cdp-nginx-upstreams": {"status": "raised",
    "pr": {"number": 102, "sha": "2222222222222222222222222222222222222222",
           "ref": "add-ct-sso-test-2-config-1695303443777",
           "html_url": "https://github.com/DEFRA/cdp-nginx-upstreams/pull/102", "node_id": "PR_kwDOI8NGEQ102"}}
}"""


class Generator:
    def __init__(self, seed=1):
        self.dice = random.Random(seed)
        self.count = 0

    def sha(self):
        return f"{self.dice.getrandbits(160):040x}"

    def number(self, value, canonical):
        return {"$numberLong": str(value)} if canonical else value

    def date(self, ms, canonical):
        if canonical:
            return {"$date": {"$numberLong": str(ms)}}
        return {"$date": f"2023-{1 + ms // 2_592_000_000 % 12:02d}-{1 + ms // 86_400_000 % 28:02d}T"
                         f"{ms // 3_600_000 % 24:02d}:{ms // 60_000 % 60:02d}:{ms // 1000 % 60:02d}.{ms % 1000:03d}Z"}

    def workflow(self, lane, canonical):
        made = {"name": self.dice.choice(["Terraform - env", "Publish", "Déployer ☃ 🤖"]),
                "id": self.number(6_262_496_892 + self.count, canonical),
                "html_url": f"https://github.com/DEFRA/{lane}/actions/runs/{6_262_496_892 + self.count}",
                "created_at": "2023-09-21T13:39:14Z", "updated_at": "2023-09-21T13:41:16Z",
                "path": ".github/workflows/env-terraform.yml"}
        if self.dice.random() < 0.3:
            made["conclusion"] = "success"
        return made

    def part(self, lane, name, status, late, canonical):
        part = {"status": status}
        if status == "not-requested":
            return part
        part["pr"] = {"number": self.number(self.count + 1, canonical), "sha": self.sha(),
                      "ref": f"add-{name}-config-{1_695_303_440_080 + self.count}",
                      "html_url": f"https://github.com/DEFRA/{lane}/pull/{self.count + 1}",
                      "node_id": f"PR_{lane}_{self.count}"}
        if status in ("merged", "in-progress", "workflow_completed", "success") or self.dice.random() < 0.1:
            part["merged_sha"] = self.sha()
        if status in ("workflow_completed", "success", "failure") or (status == "in-progress" and late):
            run = self.workflow(lane, canonical)
            if late:
                part["main"] = {"workflow": run}
                if self.dice.random() < 0.5:
                    part["pr"]["workflow"] = self.workflow(lane, canonical)
            else:
                part["workflow"] = run
        if self.dice.random() < 0.1:
            part["unknownToSlipway"] = {"nested": [1, 2.5, None, True, {"deep": "ä"}]}
        return part

    def record(self):
        self.count += 1
        late, canonical = self.dice.random() < 0.5, self.dice.random() < 0.5
        name = f"service-{self.count}" if self.dice.random() < 0.9 else f"Old_Service-{self.count}-{'x' * 40}"
        record = {}
        if self.dice.random() < 0.95:
            record["_id"] = {"$oid": f"{self.dice.getrandbits(96):024x}"}
        record["repositoryName"] = name
        if self.dice.random() < 0.95:
            record["started"] = self.date(1_695_303_439_352 + self.count * 61_001, canonical)
        ends_well = self.dice.random() < 0.4
        done = "success" if late else "workflow_completed"
        payload = {"repositoryName": name, "serviceType": self.dice.choice(
            ["cdp-node-frontend-template", "cdp-node-backend-template"]), "owningTeam": "fisheries"}
        record["createRepository"] = {"status": "success" if ends_well else self.dice.choice(
            ["not-requested", "requested", "success", "failure"]), "payload": payload}
        if late:
            record.update(kind="microservice", org="DEFRA", portalVersion=2, serviceTypeTemplate=payload["serviceType"],
                          team={"teamId": f"{self.dice.getrandbits(128):032x}", "name": "fisheries"}, zone="protected")
        lanes = list(LANES)
        self.dice.shuffle(lanes)
        for lane in lanes:
            key = f"cdp-{lane}" if late and lane.startswith("tf-") and self.dice.random() < 0.5 else lane
            status = done if ends_well else self.dice.choice(LATE if late else EARLY)
            record[key] = self.part(key, name, status, late, canonical)
        if late:
            words = {part["status"] for key, part in record.items() if isinstance(part, dict) and "status" in part}
            record["status"] = "failure" if "failure" in words else "success" if words <= {"success"} else "in-progress"
        return record


def shell(value, indent=0):
    """As the Mongo shell prints it."""
    pad = " " * indent
    if isinstance(value, dict):
        if set(value) == {"$oid"}:
            return f'ObjectId("{value["$oid"]}")'
        if set(value) == {"$date"} and isinstance(value["$date"], str):
            return f'ISODate("{value["$date"]}")'
        if set(value) == {"$numberLong"}:
            return f'NumberLong("{value["$numberLong"]}")'
        if not value:
            return "{ }"
        inner = ",\n".join(f"{pad}  {json.dumps(name, ensure_ascii=False)} : {shell(member, indent + 2)}"
                           for name, member in value.items())
        return "{\n" + inner + "\n" + pad + "}"
    if isinstance(value, list):
        return "[ " + ", ".join(shell(element, indent + 2) for element in value) + " ]"
    return json.dumps(value, ensure_ascii=False)
