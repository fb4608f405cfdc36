// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "workflow/json_pointer.h"

#include <QString>

namespace slipway {

//! What is wrong with a workflow file: all of it, so that its author mends it in one go.
class Problems {
public:
    void add(const QString& pointer, const QString& reason)
    {
        m_list.push_back({{"pointer", toJson(pointer)}, {"reason", toJson(reason)}});
    }
    bool isEmpty() const { return m_list.empty(); }
    const Json& list() const { return m_list; }

private:
    Json m_list = Json::array();
};

} // namespace slipway
