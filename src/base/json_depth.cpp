// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_depth.h"

#include <algorithm>

namespace slipway {

int depthOf(const Json& json)
{
    if (!json.is_structured())
        return 0;
    int deepest = 0;
    for (const auto& element : json)
        deepest = std::max(deepest, depthOf(element));
    return deepest + 1;
}

} // namespace slipway
