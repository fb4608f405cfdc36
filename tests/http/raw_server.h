// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

//! A server on bare sockets: what it counts is what really came over the wire, whatever the client believes.
class RawServer : public QTcpServer {
    Q_OBJECT
public:
    struct Received {
        QByteArray method, path, head, body;
        qint64 connection = 0;

        QByteArray header(const QByteArray& name) const;
    };
    enum class Behaviour {
        Answer, //!< 200 "{}"
        FinBeforeAnswer,
        RstBeforeAnswer,
        FinInStatusLine,
        TruncatedBody,
        TruncatedChunks,
        Silence,
        Trickle, //!< a byte of an endless header now and then
        EndlessHeaders, //!< as many and as fast as they are taken
    };

    explicit RawServer(QObject* parent = nullptr);

    QUrl url(const QString& path) const;
    //! All requests received so far whose path begins so, whole or not.
    int count(const QByteArray& pathPrefix) const;

    Behaviour behaviour = Behaviour::Answer; //!< for every path but /warm, which is always answered
    //! If set, answers instead of `behaviour`: the bytes to send, the connection stays open.
    std::function<QByteArray(const Received&)> script;
    QList<Received> received;
    qint64 connections = 0;

private:
    void read(QTcpSocket* socket);
    void act(QTcpSocket* socket, const Received& request);

    QHash<QTcpSocket*, QByteArray> m_buffers;
};

QByteArray httpAnswer(int status, const QByteArray& body, const QList<QByteArray>& headers = {});
