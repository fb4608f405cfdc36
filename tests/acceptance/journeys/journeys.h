// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace slipway::journeys {

class Scene;

// Each is a story with a beginning and an end, told in the file of its name. It judges its outcome by the world (the
// sandbox's ledger, git, the store), not only by what the window says.
void firstRun(Scene& scene);
void create(Scene& scene);
void batch(Scene& scene);
void failedStep(Scene& scene);
void stuckAutoMerge(Scene& scene);
void advanceWithEvidence(Scene& scene);
void conflictHealed(Scene& scene);
void undo(Scene& scene);
void search(Scene& scene);
void offline(Scene& scene);
void tokenExpired(Scene& scene);
void secondInstance(Scene& scene);

} // namespace slipway::journeys
