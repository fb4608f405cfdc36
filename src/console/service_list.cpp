// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/service_list.h"

#include "base/text.h"
#include "console/input_form.h"
#include "console/safe_text.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <numeric>

namespace slipway::console {

namespace {

struct ListWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::ServiceList)
};

constexpr qsizetype kMostNamed = 8; // choices and columns in one sentence

QString titleOf(const InputDefinition& input) { return safeLine(input.title.isEmpty() ? input.id : input.title, 60); }

QString quoted(const QString& value) { return safeLine(value, 40); }

QString named(const QStringList& all)
{
    QStringList some;
    for (const QString& each : all.mid(0, kMostNamed))
        some += safeLine(each, 60);
    const QString list = some.join(ListWords::tr(", "));
    return all.size() > kMostNamed ? ListWords::tr("%1 and others").arg(list) : list;
}

//! Letters and digits alone: "owning_team" and "Owning team" are one.
QString plainOf(const QString& text)
{
    QString plain;
    for (const QChar c : text.toCaseFolded())
        if (c.isLetterOrNumber())
            plain += c;
    return plain;
}

//! The one of them that is most likely meant: it alone has the text in it, or differs by a letter or two.
QString nearest(const QString& text, const QStringList& among)
{
    const QString plain = plainOf(text);
    if (plain.size() < 3)
        return {};
    const auto isNear = [&plain](const QString& other) {
        const QString to = plainOf(other);
        if (to.contains(plain))
            return true;
        if (std::abs(to.size() - plain.size()) > 2)
            return false;
        QList<int> row(to.size() + 1), next(to.size() + 1); // letters to be changed, as Levenshtein counts them
        std::iota(row.begin(), row.end(), 0);
        for (qsizetype i = 0; i < plain.size(); ++i) {
            next[0] = int(i) + 1;
            for (qsizetype j = 0; j < to.size(); ++j)
                next[j + 1] = std::min({row[j + 1] + 1, next[j] + 1, row[j] + (plain[i] == to[j] ? 0 : 1)});
            row.swap(next);
        }
        return row.last() <= 2;
    };
    QStringList near;
    for (const QString& other : among)
        if (isNear(other))
            near += other;
    return near.size() == 1 ? near.first() : QString();
}

struct Record {
    int line = 1;
    QStringList cells;
    QString problem;
};

//! The records of a text, cell by cell.
class Cells {
public:
    explicit Cells(const QString& text)
        : m_text(text)
    { }

    bool atEnd() const { return m_at >= m_text.size(); }
    int line() const { return m_line; }

    QString restOfLine() const
    {
        const auto end = m_text.indexOf(u'\n', m_at);
        return m_text.mid(m_at, end < 0 ? -1 : end - m_at);
    }
    void skipLine()
    {
        const auto end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end + 1;
        ++m_line;
    }
    void setSeparator(QChar separator) { m_separator = separator; }

    //! The line's own where it has the list's nowhere: what is pasted comes from several places.
    Record record()
    {
        Record record{.line = m_line, .cells = {}, .problem = {}};
        const QChar separator = separatorHere();
        for (bool ended = false; !ended;)
            ended = cell(separator, record);
        return record;
    }

private:
    QChar separatorHere()
    {
        const QString line = restOfLine();
        bool inside = false;
        QString found;
        for (const QChar c : line) {
            inside ^= c == u'"';
            if (!inside && (c == u'\t' || c == u';' || c == u',') && !found.contains(c))
                found += c;
        }
        for (const QChar separator : {m_separator, QChar(u'\t'), QChar(u';'), QChar(u',')})
            if (!separator.isNull() && found.contains(separator)) {
                if (m_separator.isNull())
                    m_separator = separator;
                return separator;
            }
        return m_separator.isNull() ? QChar(u',') : m_separator;
    }

    //! True: it was the last of its record.
    bool cell(QChar separator, Record& record)
    {
        const int number = int(record.cells.size()) + 1;
        const auto blank = [&](QChar c) { return c != separator && c != u'\n' && c.isSpace(); };
        while (!atEnd() && blank(m_text[m_at]))
            ++m_at;
        if (atEnd() || m_text[m_at] != u'"') {
            const auto from = m_at;
            while (!atEnd() && m_text[m_at] != separator && m_text[m_at] != u'\n')
                ++m_at;
            record.cells += m_text.mid(from, m_at - from).trimmed();
            return end();
        }
        const auto opened = m_at++;
        QString value;
        int lines = 0;
        while (!atEnd() && (m_text[m_at] != u'"' || (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"'))) {
            m_at += m_text[m_at] == u'"' ? 1 : 0;
            lines += m_text[m_at] == u'\n' ? 1 : 0;
            value += m_text[m_at++];
        }
        if (atEnd()) { // the lines below are not part of it: they are services that somebody wants
            m_at = opened;
            const QString rest = restOfLine();
            record.cells += rest;
            record.problem =
                ListWords::tr("Column %1: the quotation mark before “%2” is never closed. Close it, or take it out.")
                    .arg(number)
                    .arg(quoted(rest.mid(1)));
            skipLine();
            return true;
        }
        ++m_at;
        m_line += lines;
        record.cells += value;
        const auto from = m_at;
        while (!atEnd() && m_text[m_at] != separator && m_text[m_at] != u'\n')
            ++m_at;
        if (const QString behind = m_text.mid(from, m_at - from).trimmed();
            !behind.isEmpty() && record.problem.isEmpty())
            record.problem =
                ListWords::tr("Column %1: “%2” stands behind the closing quotation mark. Write a quotation "
                              "mark inside a value twice, or take it out.")
                    .arg(number)
                    .arg(quoted(behind));
        return end();
    }

    bool end()
    {
        const bool ends = atEnd() || m_text[m_at] == u'\n';
        m_line += ends ? 1 : 0;
        ++m_at;
        return ends;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    QChar m_separator; //!< of the list: the first that was met
};

//! What the columns of a list are. A column that nobody knows holds nothing.
struct Heading {
    QList<const InputDefinition*> columns;
    QString problem;
};

//! Nothing where the line is no heading: none of its cells names an input.
std::optional<Heading> headingOf(const Workflow& workflow, const QStringList& cells)
{
    Heading heading;
    QStringList known, problems;
    for (const InputDefinition& input : workflow.inputs)
        if (input.type != InputType::Secret)
            known += titleOf(input);
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString plain = plainOf(cells[i]);
        const auto input =
            std::find_if(workflow.inputs.begin(), workflow.inputs.end(), [&](const InputDefinition& each) {
                return !plain.isEmpty() && (plain == plainOf(each.id) || plain == plainOf(each.title));
            });
        heading.columns += input == workflow.inputs.end() ? nullptr : &*input;
        const auto* found = heading.columns.last();
        const auto before = found ? heading.columns.indexOf(found) : i;
        if (found && found->type == InputType::Secret) {
            problems +=
                ListWords::tr("Column %1, %2: this is a secret, which must not stand in a list. Take the column "
                              "out; such services are created one at a time.")
                    .arg(i + 1)
                    .arg(titleOf(*found));
        } else if (before < i) {
            problems += ListWords::tr("Columns %1 and %2 are both “%3”. Take one of them out.")
                            .arg(before + 1)
                            .arg(i + 1)
                            .arg(titleOf(*found));
        } else if (!found && !cells[i].isEmpty()) {
            const QString meant = nearest(cells[i], known);
            problems += meant.isEmpty()
                ? ListWords::tr("Column %1: the form has no “%2”. Take the column out, or name it one of: %3.")
                      .arg(QString::number(i + 1), quoted(cells[i]), named(known))
                : ListWords::tr("Column %1: the form has no “%2”. Is it “%3”? Name it so, or take the column out.")
                      .arg(QString::number(i + 1), quoted(cells[i]), meant);
        }
    }
    if (std::none_of(heading.columns.begin(), heading.columns.end(), [](const auto* input) { return input; }))
        return std::nullopt;
    heading.problem = problems.join(u' ');
    return heading;
}

QString tooMany(const QStringList& cells, qsizetype columns)
{
    for (qsizetype i = columns; i < cells.size(); ++i)
        if (!cells[i].isEmpty())
            return ListWords::tr(
                "Column %1: “%2” is one value too many, there are %3 columns. Take it out; a value that "
                "holds a comma stands in quotation marks.")
                .arg(QString::number(i + 1), quoted(cells[i]), QString::number(columns));
    return {};
}

} // namespace

QList<ListedService> readServices(const QString& text, const Workflow& workflow, const Json& usual, int most)
{
    QList<ListedService> services;
    QList<const InputDefinition*> columns;
    for (const InputDefinition& input : workflow.inputs)
        if (input.type != InputType::Secret) // what is pasted may lie about; secrets are asked for
            columns += &input;
    QString lines = text;
    lines.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    if (lines.startsWith(QChar(0xFEFF))) // of files that spreadsheets write
        lines.remove(0, 1);
    Cells cells(lines);
    QString headingProblem;
    int headingLine = 0, count = 0;
    bool isFirst = true;
    while (!cells.atEnd()) {
        const QString line = cells.restOfLine().trimmed();
        if (line.isEmpty() || line.startsWith(u'#')) {
            cells.skipLine();
            continue;
        }
        // Excel's own word for what parts the cells.
        if (isFirst && line.size() == 5 && line.startsWith("sep="_L1, Qt::CaseInsensitive)) {
            cells.setSeparator(line.back());
            cells.skipLine();
            continue;
        }
        const Record record = cells.record();
        if (std::all_of(record.cells.begin(), record.cells.end(), [](const QString& cell) { return cell.isEmpty(); }))
            continue; // rows that a spreadsheet has below its last
        if (std::exchange(isFirst, false)) {
            if (const auto heading = headingOf(workflow, record.cells)) {
                columns = heading->columns;
                headingProblem = heading->problem;
                headingLine = record.line;
                if (!headingProblem.isEmpty())
                    services += ListedService{
                        .line = record.line, .columns = {}, .problem = headingProblem, .isService = false};
                continue;
            }
        }
        if (count++ >= most) {
            services += ListedService{.line = record.line,
                .columns = {},
                .problem = ListWords::tr("The list is longer than %1 services; what follows is left out. Create these "
                                         "first, and the others with a list of their own.")
                               .arg(most),
                .isService = false};
            break;
        }
        ListedService service{.line = record.line, .inputs = usual, .columns = {}, .problem = record.problem};
        if (service.problem.isEmpty())
            service.problem = tooMany(record.cells, columns.size());
        for (qsizetype i = 0; i < std::min(record.cells.size(), columns.size()); ++i) {
            if (!columns[i] || columns[i]->type == InputType::Secret)
                continue;
            service.columns.insert(columns[i]->id, int(i) + 1);
            if (!record.cells[i].isEmpty())
                service.inputs[columns[i]->id.toStdString()] = record.cells[i].toStdString();
        }
        // Nobody can tell what a row holds whose columns are not known: a team by the form would be a guess.
        if (service.problem.isEmpty() && !headingProblem.isEmpty())
            service.problem = ListWords::tr("The columns are not clear yet: put line %1 right first.").arg(headingLine);
        service.inputs = withDefaults(workflow, service.inputs);
        services += service;
    }
    return services;
}

QString problemOf(const ListedService& service, const Workflow& workflow, const Json& settings,
    const std::optional<QStringList>& teams)
{
    const auto problems = checkInputs(workflow, service.inputs, settings, teams);
    if (problems.isEmpty())
        return {};
    const InputProblem& problem = problems.first();
    const InputDefinition* input = workflow.input(problem.input);
    if (!input)
        return ListWords::tr("The form holds a value that this workflow does not know: “%1”. Clear the form.")
            .arg(safeLine(problem.input, 60));
    const int column = service.columns.value(input->id);
    const QString title = titleOf(*input);
    const QString place = column > 0 ? ListWords::tr("Column %1, %2").arg(column).arg(title) : title;
    const auto say = [&place](const QString& words) {
        return ListWords::tr("%1: %2", "place, what is wrong").arg(place, words);
    };
    const Json& json = memberAt(service.inputs, input->id.toUtf8().constData());
    const QString value =
        quoted(json.is_string() ? toQString(json.get_ref<const std::string&>()) : QString::fromUtf8(toBytes(json)));
    if (problem.rule == "required"_L1) {
        if (input->type == InputType::Secret)
            return say(ListWords::tr("this is a secret, and a list holds none. Create such services one at a time."));
        return column > 0
            ? say(ListWords::tr(
                "nothing stands there, nor in the form. Fill it in here, or in the form for all of them."))
            : say(ListWords::tr(
                "the list has no such column, and the form no value. Add the column, or fill in the form."));
    }
    if (problem.rule == "choice"_L1) {
        const QStringList choices = choicesOf(*input, settings, teams).value_or(QStringList());
        const QString meant = nearest(value, choices);
        return say(meant.isEmpty()
                ? ListWords::tr("“%1” is none of the choices. Write one of: %2.").arg(value, named(choices))
                : ListWords::tr("“%1” is none of the choices. Is it “%2”? Write it so.")
                      .arg(value, safeLine(meant, 60)));
    }
    if (problem.rule == "type"_L1 && input->type == InputType::Flag)
        return say(ListWords::tr("“%1” is neither yes nor no. Write yes or no.").arg(value));
    if (problem.rule == "type"_L1 && input->type == InputType::Number)
        return say(ListWords::tr("“%1” is no number. Write it in digits, with a point if need be.").arg(value));
    return say(ListWords::tr("“%1” cannot be taken. %2.", "value, the rule").arg(value, wordProblem(problem, *input)));
}

ListFile readListFile(const QByteArray& bytes)
{
    const auto sheet = [] {
        return ListFile{.text = {},
            .problem =
                ListWords::tr("This is a spreadsheet's own file, not a list. Save it as CSV (UTF-8) there, and open "
                              "that; or copy its cells and paste them here.")};
    };
    // ZIP and OLE: what LibreOffice and Excel save as their own.
    if (bytes.startsWith("PK\x03\x04") || bytes.startsWith("\xD0\xCF\x11\xE0"))
        return sheet();
    const auto code = QStringConverter::encodingForData(bytes).value_or(QStringConverter::Utf8);
    QStringDecoder decoder(code);
    const QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return {.text = {},
            .problem =
                ListWords::tr("The letters of the file are in a code that is not UTF-8. Save it as CSV (UTF-8), or "
                              "copy its cells and paste them here.")};
    if (text.contains(QChar(0)))
        return sheet();
    return {.text = text, .problem = {}};
}

} // namespace slipway::console
