// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace slipway::terminal {

//! A colour by what it means; it never carries the meaning alone.
enum class Tone { Plain, Quiet, Good, Bad, Attention, Strong };

//! Where a command's results (standard output) and its progress and diagnostics (standard error) go. Whatever is
//! written passes one place that removes control characters, so that no text from outside can steer the terminal.
class Output {
public:
    using Sink = std::function<void(const QByteArray&)>;

    //! What became of a stream: the number of the first error (errno) that writing to it met; 0: none.
    using Fate = std::shared_ptr<int>;

    struct Stream {
        Sink sink;
        bool coloured = false; //!< a terminal that shows colours
        Fate fate = std::make_shared<int>(0);
        int columns = 0; //!< of the terminal; 0: there is none, nothing need be fitted
    };
    Output(Stream results, Stream diagnostics)
        : m_results(std::move(results))
        , m_diagnostics(std::move(diagnostics))
    { }

    //! Standard output and standard error of this process; colours only on a terminal and without NO_COLOR.
    static Output standard();

    void line(const QString& text = {}) { write(m_results, text); }
    void json(const Json& json) { m_results.sink(toBytes(json) + '\n'); }
    void say(const QString& text) { write(m_diagnostics, text); }
    void sayJson(const Json& json) { m_diagnostics.sink(toBytes(json) + '\n'); }

    //! Of the terminal that results go to; 0: they go elsewhere.
    int columns() const { return m_results.columns; }
    //! Whoever read results or diagnostics has closed the pipe ("| head").
    bool isReaderGone() const;
    //! Results that could not be written, as on a full disk; a reader that has gone wanted no more. "file.unwritable".
    std::optional<Error> lost() const;

private:
    static void write(const Stream& stream, const QString& text);

    Stream m_results, m_diagnostics;
};

//! The text with marks that Output turns into colour where the stream has some.
QString toned(Tone tone, const QString& text);

//! Columns that line up. Cells are plain text; trailing spaces are left off.
class Table {
public:
    struct Cell {
        QString text;
        Tone tone = Tone::Plain;
    };
    void add(QList<Cell> cells) { m_rows.append(std::move(cells)); }
    //! A line of its own between the rows; it widens no column.
    void addLine(const QString& text) { m_rows.append(QList<Cell>{}), m_lines.insert(m_rows.size() - 1, text); }
    QStringList lines(const QString& indent = {}) const;

private:
    QList<QList<Cell>> m_rows;
    QHash<qsizetype, QString> m_lines; //!< by row
};

} // namespace slipway::terminal
