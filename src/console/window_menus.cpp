// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/window_menus.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/labels.h"
#include "console/ports.h"
#include "console/theme.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QToolBar>
#include <QToolButton>

namespace slipway::console {

namespace {

struct Menus {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Menus)
};

void addActions(QMenu& menu, const QList<QAction*>& actions)
{
    for (QAction* action : actions) {
        if (action) {
            menu.addAction(action);
            action->setIconVisibleInMenu(!action->isCheckable()); // it would stand where the tick is seen
        } else {
            menu.addSeparator();
        }
    }
    menu.setToolTipsVisible(true); // a disabled action says why
}

void addThemes(QMenu& view, Theme& theme)
{
    auto* group = new QActionGroup(&view);
    for (const Theme::Choice choice : Theme::all) {
        QAction* action = view.addAction(Theme::titleOf(choice));
        action->setCheckable(true);
        action->setChecked(theme.choice() == choice);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, &theme, [&theme, choice] { theme.choose(choice); });
        QObject::connect(&theme, &Theme::changed, action,
            [&theme, choice, action] { action->setChecked(theme.choice() == choice); });
    }
}

void addTrouble(QMenuBar& bar, Troublemaker& troublemaker)
{
    QMenu* menu = bar.addMenu(Menus::tr("&Make trouble"));
    menu->setObjectName(u"trouble"_s);
    const QList<std::pair<QString, QString>> kinds{
        {Menus::tr("&Fail the next workflow"), u"fail-next-workflow"_s},
        {Menus::tr("Con&flict the next pull request"), u"conflict-next-pull-request"_s},
        {Menus::tr("&Close the next pull request"), u"close-next-pull-request"_s},
        {Menus::tr("Cancel the next &run"), u"cancel-next-run"_s},
        {Menus::tr("Let auto-&merge sleep in the repository of the next pull request"), u"auto-merge-sleeps"_s},
        {},
        {Menus::tr("&Hold all checks"), u"hold"_s},
    };
    for (const auto& [text, kind] : kinds) {
        if (kind.isEmpty()) {
            menu->addSeparator();
            continue;
        }
        QAction* action = menu->addAction(text); // without an icon: it would stand where the tick is seen
        action->setCheckable(true);
        action->setData(kind);
        QObject::connect(
            action, &QAction::triggered, menu, [&troublemaker, kind = kind](bool on) { troublemaker.make(kind, on); });
    }
    menu->addSeparator();
    // A tick is what waits for its occasion or is held; what has happened since has none.
    QAction* legend =
        menu->addAction(Menus::tr("Ticked: waits for the next one, or holds. Choose it again to let go."));
    legend->setEnabled(false);
    QObject::connect(menu, &QMenu::aboutToShow, menu, [menu, &troublemaker] {
        whenDone(troublemaker.inForce(), menu, [menu](const QStringList& inForce) {
            for (QAction* action : menu->actions())
                if (action->isCheckable())
                    action->setChecked(inForce.contains(action->data().toString()));
        });
    });
}

} // namespace

void buildWindowMenus(
    QMenuBar& bar, ActionSet& actions, Theme& theme, const QList<QAction*>& columns, Troublemaker* troublemaker)
{
    const auto group = [](QMenu& menu, const QString& title, const QList<QAction*>& list) {
        QMenu* sub = menu.addMenu(title);
        addActions(*sub, list);
    };
    addActions(*bar.addMenu(Menus::tr("&File")), actions.fileActions());
    addActions(*bar.addMenu(Menus::tr("&Edit")), actions.editActions());
    QMenu* view = bar.addMenu(Menus::tr("&View"));
    addActions(*view, actions.viewActions());
    view->addSeparator();
    group(*view, Menus::tr("&Timeline"), actions.timelineActions());
    group(*view, Menus::tr("&Inspector"), actions.tabActions());
    group(*view, Menus::tr("&Panes"), actions.paneActions());
    group(*view, Menus::tr("C&olumns of the list"), columns);
    group(*view, Menus::tr("&Colours"), {});
    addThemes(*view->actions().last()->menu(), theme);
    QMenu* run = bar.addMenu(Menus::tr("&Run"));
    addActions(*run, actions.runActions());
    addActions(*bar.addMenu(Menus::tr("&Tools")), actions.toolActions());
    if (troublemaker)
        addTrouble(bar, *troublemaker);
    QMenu* help = bar.addMenu(Menus::tr("&Help"));
    addActions(*help, actions.helpActions());
}

QToolBar* buildWindowToolBar(QMainWindow& window, ActionSet& actions, QWidget* search)
{
    auto* bar = new QToolBar(Menus::tr("Actions"), &window);
    bar->setObjectName(u"actions"_s);
    bar->setMovable(false);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->setIconSize({16, 16});
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->addAction(actions[ActionSet::NewService]);
    bar->addSeparator();
    for (const auto id : {ActionSet::Retry, ActionSet::Look, ActionSet::Advance, ActionSet::Skip, ActionSet::Pause,
             ActionSet::Cancel, ActionSet::Undo})
        bar->addAction(actions[id]);
    bar->addSeparator();
    bar->addAction(actions[ActionSet::OpenLink]);
    auto* spacer = new QWidget;
    spacer->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(spacer);
    bar->addWidget(search);
    for (QAction* action : bar->actions())
        if (auto* button = qobject_cast<QToolButton*>(bar->widgetForAction(action))) {
            nameAnew(*button, action->text().remove(u'&'));
            button->setFocusPolicy(Qt::TabFocus);
            QObject::connect(action, &QAction::changed, button,
                [button, action] { nameAnew(*button, action->text().remove(u'&')); });
        }
    window.addToolBar(bar);
    return bar;
}

QMenu* makeRunMenu(ActionSet& actions, QWidget* parent)
{
    auto* menu = new QMenu(parent);
    addActions(*menu, actions.runActions());
    return menu;
}

} // namespace slipway::console
