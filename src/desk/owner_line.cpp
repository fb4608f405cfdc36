// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/owner_line.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/owner_channel.h"
#include "journal/owner_lock.h"

namespace slipway::desk {

namespace {

// Another process starts and ends in real time, whatever the time scale of the runs is.
constexpr Millis kLookAgain{200};
constexpr Millis kOpenAgain{1'000}; // a store in trouble: it is read each time
constexpr Millis kGreetsWithin{5'000};
constexpr Millis kFoundWithin{10'000};
constexpr Millis kAnswersWithin{90'000}; // a start reads GitHub first
constexpr int kMostOwners = 3; // what each of them ended upon would end the next one, too

} // namespace

OwnerLine::OwnerLine(QString store, QString host, Clock& clock)
    : m_store(std::move(store))
    , m_host(std::move(host))
    , m_clock(clock)
{
    m_next = m_clock.after(Millis(0), this, [this] { look(); });
}

OwnerLine::~OwnerLine()
{
    for (const auto& waiting : m_waiting) {
        waiting.promise->addResult(Result<qint64>(unanswered()));
        waiting.promise->finish();
    }
}

QFuture<Result<qint64>> OwnerLine::submit(const Envelope& envelope)
{
    Waiting waiting{
        .number = ++m_lastNumber, .envelope = envelope, .promise = std::make_shared<QPromise<Result<qint64>>>()};
    waiting.promise->start();
    auto future = waiting.promise->future();
    if (const auto readable = OwnerChannel::check(messageOf(waiting)); !readable) {
        waiting.promise->addResult(Result<qint64>(readable.error()));
        waiting.promise->finish();
        return future;
    }
    if (m_owner)
        send(waiting);
    else
        limit(waiting, kFoundWithin);
    m_waiting.push_back(std::move(waiting));
    return future;
}

QList<OwnerLine::Undelivered> OwnerLine::takeUndelivered()
{
    QList<Undelivered> all;
    for (const auto& waiting : m_waiting)
        all.append({waiting.envelope, waiting.promise});
    m_waiting.clear();
    return all;
}

void OwnerLine::look()
{
    if (const auto descriptor = connectToOwner(m_store))
        return open(*descriptor);
    // An owner that only gives a command of its own does not listen and is gone in a moment.
    m_next = m_clock.after(kLookAgain, this, [this] { look(); });
    if (const auto owner = journal::currentOwner(m_store); owner && !*owner)
        Q_EMIT vacant(); // last: whoever hears it may destroy this
}

void OwnerLine::open(qintptr descriptor)
{
    m_channel = new OwnerChannel(descriptor, this);
    connect(m_channel, &OwnerChannel::received, this, &OwnerLine::receive);
    connect(m_channel, &OwnerChannel::closed, this, &OwnerLine::lose);
    m_greetingLimit = m_clock.after(kGreetsWithin, this, [this] { m_channel->close(); });
}

void OwnerLine::lose()
{
    m_greetingLimit.cancel();
    std::exchange(m_channel, nullptr)->deleteLater();
    m_next = m_clock.after(m_owner ? Millis(0) : kLookAgain, this, [this] { look(); });
    if (!std::exchange(m_owner, std::nullopt))
        return;
    QList<qint64> given;
    for (auto& waiting : m_waiting) {
        if (++waiting.lost >= kMostOwners)
            given.append(waiting.number);
        else
            limit(waiting, kFoundWithin);
    }
    for (const qint64 number : given)
        finish(number, unanswered());
    Q_EMIT ownerChanged();
}

void OwnerLine::receive(const Json& message)
{
    if (const Json& greeting = memberAt(message, "greeting"); greeting.is_object()) {
        m_owner = greetingFromJson(greeting);
        if (!m_owner)
            return m_channel->close();
        m_greetingLimit.cancel();
        m_whyNot.reset();
        m_trouble = troubleFromJson(memberAt(message, "trouble"));
        if (m_hasWindow)
            m_channel->send({{"window", true}});
        for (auto& waiting : m_waiting)
            send(waiting);
        Q_EMIT ownerChanged();
        return;
    }
    if (m_owner && message.contains("trouble")) {
        m_trouble = troubleFromJson(memberAt(message, "trouble"));
        Q_EMIT ownerChanged();
        return;
    }
    if (message.contains("raise")) {
        if (const auto asked = raiseFromJson(memberAt(message, "raise")); asked && m_hasWindow)
            Q_EMIT raiseAsked(*asked);
        return;
    }
    const qint64 number = integerAt(message, "number");
    if (const Json& error = memberAt(message, "error"); error.is_object())
        finish(number, errorFromJson(error));
    else if (memberAt(message, "sequence").is_number_integer())
        finish(number, integerAt(message, "sequence"));
}

void OwnerLine::offerWindow()
{
    if (std::exchange(m_hasWindow, true) || !m_owner)
        return;
    m_channel->send({{"window", true}});
}

void OwnerLine::hold()
{
    m_held = true;
    for (auto& waiting : m_waiting)
        waiting.limit.cancel();
}

void OwnerLine::resume(const Error& why)
{
    m_held = false;
    if (m_owner)
        return; // found meanwhile, and the orders were sent to it
    const bool anotherIsThere = why.code == errc::storeOwned;
    const auto before = std::exchange(m_whyNot, std::nullopt);
    if (!anotherIsThere) {
        m_whyNot = OwnerTrouble{.error = why, .since = before ? before->since : m_clock.now()};
        if (!m_channel)
            m_next = m_clock.after(kOpenAgain, this, [this] { look(); });
    }
    // What keeps the store from being opened, over and over, gives nobody more time.
    for (auto& waiting : m_waiting)
        limit(waiting, anotherIsThere ? kFoundWithin : std::max(Millis(0), waiting.due - m_clock.uptime()));
    if (m_whyNot != before)
        Q_EMIT ownerChanged();
}

void OwnerLine::limit(Waiting& waiting, Millis time)
{
    waiting.due = m_clock.uptime() + time;
    if (m_held && !m_owner)
        return;
    waiting.limit = m_clock.after(time, this, [this, number = waiting.number] { finish(number, unanswered()); });
}

Json OwnerLine::messageOf(const Waiting& waiting) const
{
    return {{"number", waiting.number}, {"host", m_host.toStdString()}, {"submit", toJson(waiting.envelope)}};
}

void OwnerLine::send(Waiting& waiting)
{
    limit(waiting, kAnswersWithin);
    m_channel->send(messageOf(waiting));
}

void OwnerLine::finish(qint64 number, const Result<qint64>& result)
{
    const auto found = std::find_if(
        m_waiting.begin(), m_waiting.end(), [number](const Waiting& waiting) { return waiting.number == number; });
    if (found == m_waiting.end())
        return;
    const auto promise = found->promise;
    m_waiting.erase(found);
    promise->addResult(result);
    promise->finish();
}

Error OwnerLine::unanswered() const
{
    if (m_whyNot)
        return m_whyNot->error;
    Error error{.code = errc::storeOwned, .args = {{"file", m_store.toStdString()}}};
    if (const auto owner = journal::currentOwner(m_store); owner && *owner) {
        error.args["pid"] = (*owner)->pid;
        error.args["program"] = (*owner)->program.toStdString();
    }
    return error;
}

} // namespace slipway::desk
