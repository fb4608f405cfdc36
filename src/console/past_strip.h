// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace slipway::console {

//! Says that a moment of the past is looked at, and leads back to the present.
class PastStrip : public QFrame {
    Q_OBJECT
public:
    explicit PastStrip(QWidget* parent = nullptr);
    void showMoment(const QString& moment);

Q_SIGNALS:
    void earlier();
    void later();
    void present();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QLabel* m_text;
};

} // namespace slipway::console
