// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/about_dialog.h"

#include "base/text.h"
#include "console/dialog_buttons.h"
#include "console/labels.h"
#include "desk/workflow_shelf.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QIcon>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::console {

AboutDialog::AboutDialog(const Facts& facts, QWidget* parent)
    : QDialog(parent)
    , m_form(new QFormLayout)
    , m_copy(nullptr)
{
    setObjectName(u"about"_s);
    setWindowTitle(tr("About Slipway"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    auto* mark = plainLabel();
    mark->setPixmap(QIcon(u":/icons/org.slipway.Slipway.svg"_s).pixmap(64, 64));
    auto* words = new QVBoxLayout;
    words->addWidget(headingLabel(tr("Slipway %1").arg(facts.version)));
    words->addWidget(wrappedLabel(tr("Launch new services and see every step on the way.")));
    words->addWidget(
        wrappedLabel(tr("Free software under the GNU General Public License, version 3 or later, without warranty.")));
    auto* head = new QHBoxLayout;
    head->setSpacing(16);
    head->addWidget(mark, 0, Qt::AlignTop);
    head->addLayout(words, 1);

    m_form->setContentsMargins(0, 6, 0, 0);
    m_lines += tr("Slipway %1").arg(facts.version);
    addLine(u"store"_s, tr("History"), facts.store);
    addLine(u"workflows"_s, tr("Imported workflows"), desk::WorkflowShelf::folderOf(facts.store));
    addLine(u"profile"_s, tr("Profile"), facts.profile.isEmpty() ? tr("None: nothing is connected") : facts.profile);
    addLine(u"settings"_s, tr("This window's settings"), facts.settings);
    addLine(u"terminal"_s, tr("In a terminal"), facts.terminal + u" list"_s);
    addLine(u"log"_s, tr("Log"), tr("Standard error; on a desktop with systemd: journalctl --user"));
    addLine(u"qt"_s, tr("Built on"),
        tr("Qt %1, on %2").arg(QString::fromLatin1(qVersion()), QSysInfo::prettyProductName()));

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    m_copy = buttons->addButton(tr("&Copy all"), QDialogButtonBox::ActionRole);
    m_copy->setObjectName(u"copyAbout"_s);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_lines.join(u'\n'));
        m_copy->setText(tr("Copied"));
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addLayout(head);
    column->addLayout(m_form);
    column->addStretch();
    column->addWidget(buttons);
    letTabReachAll(*buttons);
    resize(620, sizeHint().height());
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

void AboutDialog::addLine(const QString& name, const QString& title, const QString& text)
{
    auto* line = new QLineEdit(text);
    line->setObjectName(u"about-"_s + name);
    line->setAccessibleName(title);
    line->setReadOnly(true);
    line->setFrame(false);
    line->setCursorPosition(0);
    QPalette plain = line->palette();
    plain.setColor(QPalette::Base, Qt::transparent);
    line->setPalette(plain);
    auto* label = plainLabel(title);
    label->setBuddy(line);
    m_form->addRow(label, line);
    m_lines += tr("%1: %2", "title, text").arg(title, text);
}

} // namespace slipway::console
