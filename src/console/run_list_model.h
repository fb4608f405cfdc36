// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/state_style.h"
#include "desk/values.h"

#include <QAbstractTableModel>
#include <QCollator>
#include <QStringMatcher>

namespace slipway::console {

//! What the list says about an open run beyond its summary; comes a moment later.
struct RunDetail {
    ShownState state = ShownState::Unknown;
    QString stateWord;
    QString step; //!< "2/6 Wait for the merge"
    QString waitingFor; //!< "The checks of #12"
    std::optional<Timestamp> since;
    std::optional<Millis> usual;
    bool operator==(const RunDetail&) const = default;
};

//! "2/6 Wait for the merge", when one of six is done.
QString placeText(int done, int steps, const QString& title);

//! All runs the console knows. Fed by upsert(); rows change and are added in place, the model is never reset.
class RunListModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, TeamColumn, StateColumn, StepColumn, WaitingColumn, SinceColumn, ColumnCount };
    enum Role { RunIdRole = Qt::UserRole + 1, StateRole, OpenRole };
    Q_ENUM(Role)

    explicit RunListModel(Clock& clock, QObject* parent = nullptr);

    void upsert(const QList<desk::RunSummary>& runs);
    void setDetail(const RunId& run, const RunDetail& detail);
    //! Ids of the inputs that name a team, by workflow. Rows that are known keep their team until they are upserted again.
    void setTeamInputs(const QHash<QString, QString>& inputs);
    //! Ages grow: only the rows of open runs are touched.
    void tick();

    const desk::RunSummary* run(const RunId& id) const;
    //! Without its inputs: of ten thousand runs only the teams are kept.
    const desk::RunSummary& at(int row) const { return m_rows[row].summary; }
    ShownState stateAt(int row) const;
    //! Whether all that there is to know of an open run is known: it was read in full since its state changed, or nobody can
    //! read it.
    bool isKnown(int row) const { return m_rows[row].detail || isSetAside(m_rows[row].summary); }
    //! It cannot be read; all that is known of it is its summary.
    static bool isSetAside(const desk::RunSummary& run);
    int rowOf(const RunId& id) const { return m_places.value(id, -1); }
    //! Below 0 where the first row comes before the second in that column. Ten thousand rows are compared a hundred
    //! thousand times, which is why neither this nor mentions() goes through data().
    int compare(int left, int right, int column) const;
    //! Whether each of the words is somewhere in what names the run.
    bool mentions(int row, const QList<QStringMatcher>& words) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        desk::RunSummary summary;
        QString team;
        std::shared_ptr<const RunDetail> detail; //!< of open runs only, which are few
    };
    Row rowFrom(const desk::RunSummary& run);
    QString text(const Row& row, int column) const;

    Clock& m_clock;
    QCollator m_collator;
    QList<Row> m_rows;
    QHash<RunId, int> m_places;
    QHash<QString, QString> m_teamInputs;
    QSet<QString> m_teams; //!< each once, whoever names it
};

//! What the navigator offers. Done: what ended well; what was cancelled or undone stands by itself.
enum class RunViewKind { NeedsYou, Running, Waiting, Stuck, Failed, Done, Stopped, All };
inline constexpr std::array allRunViews{RunViewKind::NeedsYou, RunViewKind::Running, RunViewKind::Waiting,
    RunViewKind::Stuck, RunViewKind::Failed, RunViewKind::Done, RunViewKind::Stopped, RunViewKind::All};
bool belongs(ShownState state, RunViewKind view);

} // namespace slipway::console
