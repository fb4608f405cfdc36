// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/saving.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace slipway::console {

namespace {

struct Saving {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Saving)
};

const SaveForm* formOf(const QString& file, const QList<SaveForm>& forms)
{
    for (const SaveForm& form : forms)
        if (file.endsWith(u'.' + form.ending, Qt::CaseInsensitive))
            return &form;
    return nullptr;
}

} // namespace

void askWhereToSave(QWidget* parent, const QString& objectName, const QString& title, const QString& name,
    const QList<SaveForm>& forms, std::function<void(const QString& file, const QString& ending)> save)
{
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QStringList filters;
    for (const SaveForm& form : forms)
        filters += Saving::tr("%1 (*.%2)", "form, ending").arg(form.title, form.ending);
    dialog->setNameFilters(filters);
    dialog->setDefaultSuffix(forms.first().ending);
    dialog->selectFile(name + u'.' + forms.first().ending);
    // Whoever chooses another form means the name to go with it.
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog, forms, filters](const QString& filter) {
        const qsizetype at = filters.indexOf(filter);
        if (at < 0)
            return;
        dialog->setDefaultSuffix(forms[at].ending);
        const QStringList chosen = dialog->selectedFiles();
        const SaveForm* before = chosen.isEmpty() ? nullptr : formOf(chosen.first(), forms);
        if (before && before->ending != forms[at].ending) {
            QString file = QFileInfo(chosen.first()).fileName();
            file.chop(before->ending.size());
            dialog->selectFile(file + forms[at].ending);
        }
    });
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent, [dialog, forms, save = std::move(save)](const QString& file) {
            const SaveForm* form = formOf(file, forms);
            save(file, form ? form->ending : dialog->defaultSuffix());
        });
    dialog->open();
}

} // namespace slipway::console
