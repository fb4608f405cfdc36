// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

//! A small valid workflow that uses nearly every member; the validation tests break it in one place each.
inline QByteArray demoWorkflow()
{
    return R"({
  "$schema": "slipway-workflow.schema.json",
  "id": "demo", "version": 3, "title": "Demo", "subject": "{{ inputs.name }}",
  "settings": {
    "org": {"type": "text", "default": "DEFRA", "title": "Organisation"},
    "environments": {"type": "list", "default": ["dev", "prod"]},
    "types": {"type": "map", "default": {"a": {"zone": "public"}}},
    "portal": {"type": "url", "default": ""}
  },
  "inputs": [
    {"id": "name", "type": "text", "title": "Name", "help": "Why", "minLength": 2, "maxLength": 32, "pattern": "[a-z]*",
     "messages": {"pattern": "letters"}},
    {"id": "kind", "type": "choice", "title": "Kind", "choices": "settings.types", "default": "a"},
    {"id": "password", "type": "secret", "title": "Password", "required": false},
    {"id": "count", "type": "number", "title": "Count", "minimum": 1, "maximum": 9, "default": 2}
  ],
  "lets": {"type": "{{ settings.types[inputs.kind] }}"},
  "lanes": [{"id": "one", "title": "{{ settings.org }} {{ type.zone }}"}],
  "steps": [
    {"id": "validate", "lane": "one", "kind": "request.validate",
     "with": {"organisation": "{{ settings.org }}", "pullRequests": ["raise"]}},
    {"id": "raise", "lane": "one", "kind": "github.pull-request", "title": "Raise", "needs": ["validate"],
     "with": {"repository": "{{ settings.org }}/x", "base": "main", "branch": "b-{{ run.stamp }}-{{ run.generation }}",
              "title": "{{ inputs.name }}", "files": [
       {"forEach": "settings.environments", "as": "env", "path": "e/{{ env }}.json",
        "edit": [{"insertMember": "/0", "only": true, "name": "{{ inputs.name }}", "value": {"zone": "{{ type.zone }}"}}]},
       {"path": "list.json", "edit": [{"appendUnlessMatch": "", "member": "n", "value": {"n": 1}}]},
       {"path": "new.txt", "content": "{{ inputs.name }}"},
       {"path": "old.txt", "remove": true}]}},
    {"id": "auto", "lane": "one", "kind": "github.auto-merge", "needs": ["raise"], "with": {"pullRequest": "raise"}},
    {"id": "merged", "lane": "one", "kind": "github.merged", "needs": ["auto"], "with": {"pullRequest": "raise"},
     "limit": "24h"},
    {"id": "watch", "lane": "one", "kind": "github.workflow-run", "needs": ["merged"], "optional": true,
     "with": {"repository": "{{ settings.org }}/x", "sha": "{{ steps.merged.mergedSha }}", "noneAfter": "3m"},
     "retry": {"attempts": 7, "first": "1s", "most": "1m"}},
    {"id": "record", "lane": "one", "kind": "http.wait", "needs": ["watch"], "when": "{{ settings.portal }}",
     "with": {"url": "{{ settings.portal }}/x", "nonEmpty": "", "outputs": {"tag": "/0/tag"}}},
    {"id": "ask", "lane": "one", "kind": "gate", "needs": ["record"],
     "with": {"message": "{{ steps.record.tag }} #{{ steps.raise.number }} {{ run.id }}"}}
  ]
})";
}
