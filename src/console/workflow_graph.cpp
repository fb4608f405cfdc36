// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/workflow_graph.h"

#include "base/result.h"
#include "base/text.h"

#include <cmath>

namespace slipway::console {

namespace {

constexpr double kPointsOfAnInch = 72; //!< dot's, and here a point is a pixel
constexpr double kLargest = 200'000; //!< of a coordinate: what is further away nobody can scroll to

QByteArray inches(double pixels) { return QByteArray::number(pixels / kPointsOfAnInch, 'f', 4); }
QByteArray whole(double pixels) { return QByteArray::number(qRound(std::ceil(pixels))); }
QByteArray nodeOf(qsizetype step) { return 'n' + QByteArray::number(step); }
QByteArray clusterOf(qsizetype lane) { return "cluster_" + QByteArray::number(lane); }

qsizetype indexOf(const Workflow& workflow, const StepId& id)
{
    const auto found = std::find_if(
        workflow.steps.begin(), workflow.steps.end(), [&](const StepDefinition& step) { return step.id == id; });
    return found - workflow.steps.begin();
}

//! "1,2,3" with as many numbers as wanted, each finite and near enough.
std::optional<QList<double>> numbersIn(QStringView text, qsizetype wanted)
{
    QList<double> numbers;
    for (const auto part : text.split(u',')) {
        bool ok = false;
        const double number = part.toDouble(&ok);
        if (!ok || !std::isfinite(number) || std::abs(number) > kLargest)
            return std::nullopt;
        numbers += number;
    }
    return numbers.size() == wanted ? std::optional(numbers) : std::nullopt;
}

//! Reads the parts of an answer; what does not fit makes it none.
class AnswerReader {
public:
    AnswerReader(const Json& answer, const Workflow& workflow)
        : m_answer(answer)
        , m_workflow(workflow)
    { }

    std::optional<MapLayout> read()
    {
        const auto bounds = numbersIn(textAt(m_answer, "bb"), 4);
        if (!bounds)
            return std::nullopt;
        m_left = (*bounds)[0], m_top = (*bounds)[3];
        m_layout.size = QSizeF((*bounds)[2] - m_left, m_top - (*bounds)[1]);
        const bool read = readObjects() && readNeeds();
        return read ? std::optional(m_layout) : std::nullopt;
    }

private:
    //! dot counts upwards.
    QPointF at(double x, double y) const { return {x - m_left, m_top - y}; }

    bool readObjects()
    {
        const Json& objects = memberAt(m_answer, "objects");
        if (!objects.is_array())
            return false;
        for (const Json& object : objects) {
            const QString name = textAt(object, "name");
            const bool isLane = name.startsWith("cluster_"_L1);
            bool ok = false;
            const int index = name.mid(isLane ? 8 : 1).toInt(&ok);
            if (!ok || index < 0 || index >= (isLane ? m_workflow.lanes.size() : m_workflow.steps.size()))
                return false;
            const auto rect = isLane ? laneRect(object) : stepRect(object);
            if (!rect)
                return false;
            auto& boxes = isLane ? m_layout.lanes : m_layout.steps;
            if (std::any_of(boxes.begin(), boxes.end(), [index](const auto& box) { return box.index == index; }))
                return false;
            boxes.append({index, *rect});
            if (!isLane)
                m_steps.insert(integerAt(object, "_gvid", -1), index);
        }
        return m_layout.steps.size() == m_workflow.steps.size() && m_steps.size() == m_workflow.steps.size();
    }

    std::optional<QRectF> laneRect(const Json& object) const
    {
        const auto bounds = numbersIn(textAt(object, "bb"), 4);
        if (!bounds)
            return std::nullopt;
        return QRectF(at((*bounds)[0], (*bounds)[3]), at((*bounds)[2], (*bounds)[1]));
    }

    std::optional<QRectF> stepRect(const Json& object) const
    {
        const auto centre = numbersIn(textAt(object, "pos"), 2);
        const auto width = numbersIn(textAt(object, "width"), 1), height = numbersIn(textAt(object, "height"), 1);
        if (!centre || !width || !height)
            return std::nullopt;
        QRectF rect(0, 0, width->first() * kPointsOfAnInch, height->first() * kPointsOfAnInch);
        rect.moveCenter(at((*centre)[0], (*centre)[1]));
        return rect;
    }

    bool readNeeds()
    {
        const Json& edges = memberAt(m_answer, "edges");
        for (const Json& edge : edges.is_array() ? edges : Json::array()) {
            const auto from = m_steps.constFind(integerAt(edge, "tail", -1));
            const auto to = m_steps.constFind(integerAt(edge, "head", -1));
            auto need = curveIn(textAt(edge, "pos"));
            if (from == m_steps.constEnd() || to == m_steps.constEnd() || !need)
                return false;
            need->from = *from, need->to = *to;
            m_layout.needs += *need;
        }
        qsizetype wanted = 0;
        for (const auto& step : m_workflow.steps)
            wanted += step.needs.size();
        return m_layout.needs.size() == wanted;
    }

    //! "e,TIP START A B END A B END …"
    std::optional<MapLayout::Need> curveIn(const QString& text) const
    {
        MapLayout::Need need;
        bool hasTip = false;
        for (const auto part : QStringView(text).split(u' ', Qt::SkipEmptyParts)) {
            const bool isTip = part.startsWith("e,"_L1);
            const auto point = numbersIn(isTip ? part.mid(2) : part, 2);
            if (!point)
                return std::nullopt;
            const QPointF there = at((*point)[0], (*point)[1]);
            if (isTip)
                need.tip = there;
            else
                need.curve += there;
            hasTip = hasTip || isTip;
        }
        const bool isWhole = hasTip && need.curve.size() >= 4 && need.curve.size() % 3 == 1;
        return isWhole ? std::optional(need) : std::nullopt;
    }

    const Json& m_answer;
    const Workflow& m_workflow;
    MapLayout m_layout;
    QHash<qint64, int> m_steps; //!< by dot's number
    double m_left = 0, m_top = 0;
};

} // namespace

QByteArray graphOf(const Workflow& workflow, const MapSizes& sizes)
{
    QByteArray text = "digraph workflow {\n"
                      "graph [rankdir=TB, newrank=true, nodesep=0.35, ranksep=0.32, labeljust=l]\n"
                      "node [shape=box, fixedsize=true, label=\"\", width="
        + inches(sizes.step.width()) + ", height=" + inches(sizes.step.height())
        + "]\n"
          "edge [arrowsize=0.7]\n";
    for (qsizetype lane = 0; lane < workflow.lanes.size(); ++lane) {
        QByteArray nodes;
        for (qsizetype step = 0; step < workflow.steps.size(); ++step)
            if (workflow.steps[step].lane == workflow.lanes[lane].id)
                nodes += nodeOf(step) + ' ';
        if (nodes.isEmpty())
            continue;
        // An empty table of its size keeps the title's place.
        text += "subgraph " + clusterOf(lane)
            + " { margin=14 label=<<table border=\"0\" cellborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" "
              "fixedsize=\"true\" width=\""
            + whole(sizes.lanes[lane].width()) + "\" height=\"" + whole(sizes.lanes[lane].height())
            + "\"><tr><td></td></tr></table>> " + nodes + "}\n";
    }
    for (qsizetype step = 0; step < workflow.steps.size(); ++step)
        for (const auto& need : workflow.steps[step].needs) {
            const qsizetype before = indexOf(workflow, need);
            const bool sameLane = workflow.steps[before].lane == workflow.steps[step].lane;
            text += nodeOf(before) + " -> " + nodeOf(step) + (sameLane ? " [weight=8]\n" : "\n");
        }
    return text + "}\n";
}

std::optional<MapLayout> layoutFrom(const QByteArray& answer, const Workflow& workflow)
{
    const auto json = parseJson(answer);
    return json ? AnswerReader(*json, workflow).read() : std::nullopt;
}

} // namespace slipway::console
