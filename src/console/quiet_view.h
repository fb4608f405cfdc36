// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>

namespace slipway::console {

//! A view whose current row may change while somebody is elsewhere. Qt tells screen readers that the row has the keyboard
//! then, too, and they would leave what is being read; here only the view that has it tells.
template <class View>
class QuietView : public View {
public:
    using View::View;

protected:
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override
    {
        if (this->hasFocus()) {
            View::currentChanged(current, previous);
            return;
        }
        QAbstractItemView::currentChanged(current, previous);
        for (const QModelIndex& index : {current, previous}) // the whole rows, as its frame goes around them
            if (const QRect place = this->visualRect(index); !place.isEmpty())
                this->viewport()->update(QRect(0, place.y(), this->viewport()->width(), place.height()));
    }
};

} // namespace slipway::console
