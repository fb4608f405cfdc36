// SPDX-License-Identifier: GPL-3.0-or-later
// The main window's views: the navigator, saved views, the search field and the panes.
#include "base/text.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "console/window_parts.h"

#include <QApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QToolBar>
#include <QTreeView>

namespace slipway::console {

void MainWindow::connectViews()
{
    const auto refreshViewActions = [this] {
        if (m->toolBar)
            refreshActions();
    };
    connect(m->navigator, &Navigator::viewChosen, this, [this, refreshViewActions](RunViewKind view) {
        m->list->setView(view);
        m->state.noteChosenView(int(view));
        m->state.noteChosenSavedView({});
        refreshViewActions();
    });
    connect(m->navigator, &Navigator::savedViewChosen, this, [this, refreshViewActions](const QString& name) {
        const SavedView* view = m->savedViews.named(name);
        if (!view)
            return;
        m->list->setView(view->kind);
        m->state.noteChosenView(int(view->kind));
        m->state.noteChosenSavedView(name);
        search(QString(view->search), view->everything);
        refreshViewActions();
    });
    connect(m->navigator, &Navigator::saveWanted, this, &MainWindow::saveView);
    connect(m->navigator, &Navigator::draftWanted, this, [this](const QString& workflow) { openForm(workflow, {}); });
    connect(m->navigator, &Navigator::savedViewMenuWanted, this, [this](const QPoint& at) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(m->actions[ActionSet::RenameView]);
        menu->addAction(m->actions[ActionSet::DeleteView]);
        menu->popup(m->navigator->viewport()->mapToGlobal(at));
    });

    const auto searchAnew = [this] {
        m->searching.set(m->search->text(), m->everything->isChecked());
        m->state.noteSearch(m->search->text(), m->everything->isChecked());
        refreshSearchField();
    };
    connect(m->search, &QLineEdit::textChanged, this, searchAnew);
    connect(m->everything, &QAction::toggled, this, searchAnew);
    // Escape leaves the field, and what was typed in it.
    auto* leave = new QAction(m->search);
    leave->setShortcut(Qt::Key_Escape);
    leave->setShortcutContext(Qt::WidgetShortcut);
    m->search->addAction(leave);
    connect(leave, &QAction::triggered, this, [this] {
        // A saved view keeps what it looks for.
        if (const SavedView* view = m->savedViews.named(m->navigator->chosenSaved()))
            search(QString(view->search), view->everything);
        else
            m->search->clear();
        m->list->select(m->selection.runId()); // what was hidden is not where the keyboard was any more
        m->list->table().setFocus(Qt::OtherFocusReason);
    });
    connect(m->search, &QLineEdit::returnPressed, this, [this] { m->list->table().setFocus(Qt::OtherFocusReason); });
    connect(&m->searching, &RunSearch::words, m->list, &RunListView::setSearch);
    connect(&m->searching, &RunSearch::matches, m->list, &RunListView::setMatches);
    connect(&m->searching, &RunSearch::refused, m->list, &RunListView::showSearchError);
}

void MainWindow::search(const QString& text, bool everything)
{
    m->everything->setChecked(everything);
    m->search->setText(text);
}

void MainWindow::refreshSearchField()
{
    const bool everything = m->everything->isChecked();
    const QAction* action = m->actions[everything ? ActionSet::SearchEverything : ActionSet::Search];
    m->search->setPlaceholderText(tr("%1  %2", "what the field does, keys")
                                      .arg(everything ? tr("Search everything") : tr("Search runs"),
                                          action->shortcut().toString(QKeySequence::NativeText)));
    m->everything->setIcon(icon(everything ? u"note"_s : u"search"_s));
    m->everything->setText(tr("Errors, logs and notes, too"));
    m->everything->setToolTip(everything
            ? tr("Names, errors, logs and notes are searched. Click for names only.")
            : tr("Names, teams and people are searched. Click for errors, logs and notes, too."));
    m->search->setToolTip(tr("Words must all occur. Filters: state:stuck team:… repo:… workflow:… step:… by:… error:… "
                             "note:… since:7d until:2026-11-01. Quotes keep words together."));
}

void MainWindow::restoreSearch()
{
    if (const QString name = m->state.chosenSavedView(); m->savedViews.named(name))
        m->navigator->chooseSaved(name);
    search(m->state.searchText(), m->state.searchEverything());
    refreshPanes();
}

void MainWindow::saveView()
{
    auto* ask = new QInputDialog(this);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setObjectName(u"saveView"_s);
    ask->setWindowTitle(tr("Save this view"));
    ask->setLabelText(tr("Name of the view. It keeps what is chosen at the left and what is searched for."));
    ask->setOkButtonText(tr("Save"));
    QString name = titleOf(m->navigator->chosen());
    if (!m->search->text().isEmpty())
        name = safeValue(u"%1, %2"_s.arg(name, m->search->text().simplified()), 60);
    ask->setTextValue(m->navigator->chosenSaved().isEmpty() ? name : m->navigator->chosenSaved());
    connect(ask, &QInputDialog::textValueSelected, this, [this](const QString& text) {
        const QString chosen = safeValue(text.simplified(), 60);
        if (chosen.isEmpty())
            return;
        m->savedViews.save(
            {chosen, m->navigator->chosen(), m->search->text().simplified(), m->everything->isChecked()});
        m->navigator->chooseSaved(chosen);
    });
    ask->open();
}

void MainWindow::renameView()
{
    const QString from = m->navigator->chosenSaved();
    if (from.isEmpty())
        return;
    auto* ask = new QInputDialog(this);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    ask->setObjectName(u"renameView"_s);
    ask->setWindowTitle(tr("Rename the view"));
    ask->setLabelText(tr("New name"));
    ask->setOkButtonText(tr("Rename"));
    ask->setTextValue(from);
    connect(ask, &QInputDialog::textValueSelected, this, [this, from](const QString& text) {
        const QString to = safeValue(text.simplified(), 60);
        m->savedViews.rename(from, to);
        m->navigator->chooseSaved(to);
    });
    ask->open();
}

void MainWindow::deleteView()
{
    const QString name = m->navigator->chosenSaved();
    if (name.isEmpty())
        return;
    auto* ask = plainMessage(QMessageBox::Question, tr("Delete the view?"),
        tr("The saved view “%1” is forgotten. Its runs stay.").arg(safeLine(name, 60)), this);
    auto* yes = ask->addButton(tr("Delete the view"), QMessageBox::DestructiveRole);
    yes->setObjectName(u"deleteViewConfirm"_s);
    ask->setDefaultButton(ask->addButton(QMessageBox::Cancel));
    connect(yes, &QPushButton::clicked, this, [this, name] {
        m->savedViews.remove(name);
        m->state.noteChosenSavedView({});
        refreshActions();
    });
    ask->open();
}

void MainWindow::refreshPanes()
{
    const QList<std::pair<ActionSet::Id, QWidget*>> panes{{ActionSet::ShowNavigator, m->navigator},
        {ActionSet::ShowList, m->list}, {ActionSet::ShowTimeline, m->timeline},
        {ActionSet::ShowInspector, m->inspector}};
    static constexpr std::array names{"navigator", "list", "timeline", "inspector"};
    const QStringList hidden = m->state.hiddenPanes();
    int shown = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        QAction* action = m->actions[panes[i].first];
        const bool show = !hidden.contains(QLatin1String(names[size_t(i)]));
        action->setChecked(show);
        panes[i].second->setVisible(show);
        shown += i > 0 && show ? 1 : 0;
        connect(action, &QAction::toggled, panes[i].second, [this, panes] {
            QStringList away;
            int left = 0;
            for (qsizetype j = 0; j < panes.size(); ++j) {
                const bool on = m->actions[panes[j].first]->isChecked();
                panes[j].second->setVisible(on);
                if (!on)
                    away += QLatin1String(names[size_t(j)]);
                left += j > 0 && on ? 1 : 0;
            }
            m->state.noteHiddenPanes(away);
            // The last one stays: an empty window would say nothing of the way back.
            for (qsizetype j = 1; j < panes.size(); ++j)
                m->actions.enable(panes[j].first,
                    left == 1 && m->actions[panes[j].first]->isChecked() ? std::optional(tr("One pane stays."))
                                                                         : std::nullopt);
        });
    }
    if (shown == 0)
        m->actions[ActionSet::ShowList]->setChecked(true);
    connect(m->actions[ActionSet::InspectorBeside], &QAction::toggled, this, &MainWindow::placeInspector);
}

void MainWindow::placeInspector(bool beside)
{
    const bool hidden = m->inspector->isHidden();
    m->state.flush(); // what was moved before is of the two splitters as they were
    (beside ? m->beside : m->below)->addWidget(m->inspector); // moves it where it stands elsewhere
    m->inspector->setHidden(hidden);
    m->beside->setStretchFactor(1, 1);
    // For each place its own sizes; below, the inspector shows what, why, remedy and the buttons at once.
    if (!m->state.keepAs(*m->below, beside ? u"panesAlone"_s : u"panes"_s))
        m->below->setSizes(beside ? QList<int>{230, 510} : QList<int>{160, 345, 235});
    if (!m->state.keepAs(*m->beside, beside ? u"navigatorAndInspector"_s : u"navigator"_s))
        m->beside->setSizes(beside ? QList<int>{186, 694, 400} : QList<int>{186, 1094});
    m->actions[ActionSet::InspectorBeside]->setChecked(beside);
    m->state.noteInspectorBeside(beside);
}

void MainWindow::movePane(int by)
{
    QList<QWidget*> panes;
    for (QWidget* pane : {static_cast<QWidget*>(m->navigator), static_cast<QWidget*>(&m->list->table()),
             static_cast<QWidget*>(&m->timeline->view()), static_cast<QWidget*>(m->inspector)})
        if (pane->isVisible())
            panes += pane;
    if (panes.isEmpty())
        return;
    qsizetype at = by > 0 ? -1 : 0;
    for (qsizetype i = 0; i < panes.size(); ++i)
        if (panes[i]->hasFocus() || panes[i]->isAncestorOf(QApplication::focusWidget()))
            at = i;
    panes[(at + by + panes.size()) % panes.size()]->setFocus(Qt::ShortcutFocusReason);
}

//! By area, as the eye goes: buttons and banners come and go, and Qt would append what comes last to the end.
bool MainWindow::focusNextPrevChild(bool next)
{
    if (!centralWidget()) // the window goes, and most areas went before it
        return QMainWindow::focusNextPrevChild(next);
    const QList<QWidget*> areas{
        m->toolBar, m->banner, m->navigator, m->list, m->timeline, m->inspector, m->firstRun, m->status};
    const auto areaOf = [&areas](const QWidget* widget) {
        const auto at = std::find_if(areas.begin(), areas.end(),
            [widget](const QWidget* area) { return area == widget || area->isAncestorOf(widget); });
        return at - areas.begin();
    };
    QList<QWidget*> stops;
    for (QWidget* widget = nextInFocusChain(); widget != this; widget = widget->nextInFocusChain())
        if ((widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget->focusProxy() && !widget->isWindow()
            && widget->window() == this && widget->isVisible() && widget->isEnabled())
            stops += widget;
    if (stops.isEmpty())
        return QMainWindow::focusNextPrevChild(next);
    std::stable_sort(
        stops.begin(), stops.end(), [&areaOf](const QWidget* a, const QWidget* b) { return areaOf(a) < areaOf(b); });
    qsizetype at = stops.indexOf(QApplication::focusWidget());
    if (at < 0) // what had the focus is no stop, or is gone
        at = next ? -1 : 0;
    stops[(at + (next ? 1 : stops.size() - 1)) % stops.size()]->setFocus(
        next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace slipway::console
