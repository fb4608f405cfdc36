// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/graphql/ast.h"

#include "base/text.h"

#include <algorithm>

namespace slipway::sandbox::graphql {

QString TypeReference::toText() const
{
    if (wraps.empty())
        return name;
    const QString inside = inner().toText();
    return wraps.front() == Wrap::NonNull ? inside + u'!' : u'[' + inside + u']';
}

const Fragment* Document::fragment(const QString& wanted) const
{
    const auto found =
        std::find_if(fragments.begin(), fragments.end(), [&](const Fragment& f) { return f.name == wanted; });
    return found == fragments.end() ? nullptr : &*found;
}

} // namespace slipway::sandbox::graphql
