// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/service_list.h"

#include "base/text.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::ServiceList)
};

QChar separatorOf(const QString& line)
{
    for (const QChar separator : {u'\t', u';', u','})
        if (line.contains(separator))
            return separator;
    return u',';
}

//! The cells of a line; a quote that is not closed takes the rest of the line.
QStringList cellsOf(const QString& line, QChar separator)
{
    QStringList cells;
    QString cell;
    bool quoted = false, wasQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const QChar c = line[i];
        if (quoted && c == u'"' && i + 1 < line.size() && line[i + 1] == u'"') {
            cell += c;
            ++i;
        } else if (c == u'"' && (quoted || cell.trimmed().isEmpty())) {
            quoted = !quoted;
            wasQuoted = true;
            if (quoted)
                cell.clear();
        } else if (c == separator && !quoted) {
            cells += wasQuoted ? cell : cell.trimmed();
            cell.clear();
            wasQuoted = false;
        } else {
            cell += c;
        }
    }
    cells += wasQuoted ? cell : cell.trimmed();
    return cells;
}

const InputDefinition* inputNamed(const Workflow& workflow, const QString& cell)
{
    for (const InputDefinition& input : workflow.inputs)
        if (cell.compare(input.id, Qt::CaseInsensitive) == 0 || cell.compare(input.title, Qt::CaseInsensitive) == 0)
            return &input;
    return nullptr;
}

//! The inputs that a heading names; none where the line is no heading.
QList<const InputDefinition*> headingOf(const Workflow& workflow, const QStringList& cells)
{
    QList<const InputDefinition*> columns;
    for (const QString& cell : cells) {
        const auto* input = inputNamed(workflow, cell);
        if (!input)
            return {};
        columns += input;
    }
    return columns;
}

} // namespace

QList<ListedService> readServices(const QString& text, const Workflow& workflow, const Json& usual, int most)
{
    QList<ListedService> services;
    QList<const InputDefinition*> columns;
    for (const InputDefinition& input : workflow.inputs)
        if (input.type != InputType::Secret) // what is pasted may lie about; secrets are asked for
            columns += &input;
    int number = 0;
    bool first = true;
    for (QString line : text.split(u'\n')) {
        ++number;
        if (line.endsWith(u'\r'))
            line.chop(1);
        if (number == 1 && line.startsWith(QChar(0xFEFF))) // of files that spreadsheets write
            line.remove(0, 1);
        if (line.trimmed().isEmpty() || line.trimmed().startsWith(u'#'))
            continue;
        const QStringList cells = cellsOf(line, separatorOf(line));
        if (std::exchange(first, false)) {
            if (const auto heading = headingOf(workflow, cells); !heading.isEmpty()) {
                columns = heading;
                continue;
            }
        }
        if (services.size() >= most) {
            services.last().problem =
                ListWords::tr("The list is longer than %1 lines; what follows is left out.").arg(most);
            break;
        }
        ListedService service{.line = number, .inputs = usual};
        if (cells.size() > columns.size())
            service.problem =
                ListWords::tr("The line has %1 values, the form %2.").arg(cells.size()).arg(columns.size());
        for (qsizetype i = 0; i < std::min(cells.size(), columns.size()); ++i)
            if (!cells[i].isEmpty())
                service.inputs[columns[i]->id.toStdString()] = cells[i].toStdString();
        service.inputs = withDefaults(workflow, service.inputs);
        services += service;
    }
    return services;
}

} // namespace slipway::console
