// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "sandbox/server/http_message.h"

#include <QByteArrayList>
#include <QFile>

namespace slipway::sandbox {

//! What is told of one request in the record.
struct RecordEntry {
    qint64 number = 0;
    Timestamp at; //!< when the last byte of the request was there
    QString service; //!< "github", "portal", "pay", "git", "pages", "control"
    QString operation; //!< GraphQL operation name, else its first root field; empty otherwise
    QStringList rootFields;
    HttpRequest request;
    std::optional<HttpAnswer> answer; //!< nothing if none was given
    Millis took{0};
    Json fault = nullptr;
};

//! Appends one JSON object a request to a file. Bodies that are JSON are kept as JSON, other text as text, other bytes
//! by their number. The token is replaced wherever it stands.
class Recorder {
public:
    //! Error "file.unwritable".
    Result<void> open(const QString& file);
    void addSecret(const QByteArray& token) { m_secrets.append(token); }
    bool isOpen() const { return m_file.isOpen(); }
    void write(const RecordEntry& entry);

private:
    QFile m_file;
    QByteArrayList m_secrets;
};

} // namespace slipway::sandbox
