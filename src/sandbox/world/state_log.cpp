// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/state_log.h"

#include "base/error_codes.h"
#include "base/json.h"
#include "base/text.h"

#include <QSaveFile>

namespace slipway::sandbox {

namespace {

Error unwritable(const QFileDevice& file)
{
    return {errc::fileUnwritable,
        Json::object({{"file", file.fileName().toStdString()}, {"reason", file.errorString().toStdString()}}),
        Json::object()};
}

} // namespace

Result<std::unique_ptr<StateLog>> StateLog::open(const QString& file)
{
    std::unique_ptr<StateLog> log(new StateLog(file));
    if (const auto read = log->readAll(); !read)
        return read.error();
    if (const auto written = log->rewrite(); !written)
        return written.error();
    return log;
}

Result<void> StateLog::readAll()
{
    if (!m_file.exists())
        return {};
    if (!m_file.open(QIODevice::ReadOnly))
        return Error{errc::fileUnreadable,
            Json::object({{"file", m_file.fileName().toStdString()}, {"reason", m_file.errorString().toStdString()}}),
            Json::object()};
    const JsonLimits limits{.depth = 64, .bytes = 512LL * 1024 * 1024};
    while (!m_file.atEnd()) {
        const QByteArray line = m_file.readLine();
        if (!line.endsWith('\n'))
            break; // the process ended while it wrote this: nobody was told of the change
        const auto objects = parseJson(line, limits);
        if (!objects || !objects->is_object()) {
            m_file.close();
            return Error{errc::fileUnreadable,
                Json::object({{"file", m_file.fileName().toStdString()}, {"reason", "damaged line"}}), Json::object()};
        }
        for (const auto& [name, value] : objects->items()) {
            if (value.is_null())
                m_objects.erase(QString::fromStdString(name));
            else
                m_objects[QString::fromStdString(name)] = value;
        }
    }
    m_file.close();
    return {};
}

Result<void> StateLog::rewrite()
{
    QSaveFile fresh(m_file.fileName());
    if (!fresh.open(QIODevice::WriteOnly))
        return unwritable(fresh);
    for (const auto& [name, value] : m_objects) {
        Json line = Json::object();
        line[name.toStdString()] = value;
        fresh.write(toBytes(line) + '\n');
    }
    if (!fresh.commit())
        return unwritable(fresh);
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append))
        return unwritable(m_file);
    return {};
}

Result<void> StateLog::flush()
{
    if (m_changed.empty())
        return {};
    Json line = Json::object();
    for (auto& [name, value] : m_changed)
        line[name.toStdString()] = std::move(value);
    m_changed.clear();
    const QByteArray bytes = toBytes(line) + '\n';
    if (m_file.write(bytes) != bytes.size() || !m_file.flush())
        return unwritable(m_file);
    return {};
}

} // namespace slipway::sandbox
