// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QCoreApplication;
class QHelpEvent;
class QWidget;

namespace slipway::console {

//! Shows every tool tip of the program as the text that it is. Qt guesses whether a tool tip is markup, and what stands
//! in one comes from services, files and other people.
class PlainToolTips : public QObject {
    Q_OBJECT
public:
    //! For the whole program, once however often it is called.
    static void install(QCoreApplication& application);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using QObject::QObject;
};

} // namespace slipway::console
