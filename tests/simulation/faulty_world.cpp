// SPDX-License-Identifier: GPL-3.0-or-later
#include "faulty_world.h"

#include "base/error_codes.h"

#include <QPromise>

namespace simulation {

struct FaultyWorld::Open {
    qint64 number = 0;
    http::Request request;
    QPromise<http::Exchange> promise;
    std::optional<http::Response> answer; //!< once it has taken effect
    bool isTold = false;
    bool willApply = false;
};

namespace {

http::Failure lost(const QString& code) { return {.error = {.code = code, .args = {{"host", "127.0.0.1"}}}}; }

http::Failure notSent()
{
    http::Failure failure = lost(errc::networkUnreachable);
    failure.delivery = http::Delivery::NotSent;
    return failure;
}

http::Response serverError(int status)
{
    return {.status = status, .headers = {{"Content-Type", "text/html"}}, .body = "<html>Unicorn!</html>"};
}

sandbox::HttpRequest inWorldsWords(const http::Request& request)
{
    sandbox::HttpRequest asked{.method = request.method,
        .rawPath = request.url.path(QUrl::FullyEncoded).toLatin1(),
        .rawQuery = request.url.query(QUrl::FullyEncoded).toLatin1(),
        .headers = {{"Host", "127.0.0.1:9"}, {"User-Agent", "slipway/simulation"}},
        .body = request.body};
    if (!request.bearer.isEmpty())
        asked.headers.append({"Authorization", "Bearer " + request.bearer.reveal()});
    for (const auto& header : request.headers)
        asked.headers.append({header.name, header.value});
    return asked;
}

} // namespace

FaultyWorld::FaultyWorld(sandbox::Sandbox& sandbox, Clock& clock, Dice& dice, Habits habits)
    : m_sandbox(sandbox)
    , m_clock(clock)
    , m_dice(dice)
    , m_habits(habits)
{ }

FaultyWorld::~FaultyWorld() { abandon(); }

void FaultyWorld::schedule(Millis delay, std::function<void()> call)
{
    const qint64 number = ++m_lastNumber;
    m_timers[number] = m_clock.after(delay, this, [this, number, call = std::move(call)] {
        const auto kept = m_timers.extract(number);
        call();
    });
}

FaultyWorld::OpenPointer FaultyWorld::open(http::Request request)
{
    auto open = std::make_shared<Open>();
    open->number = ++m_lastNumber;
    open->request = std::move(request);
    open->promise.start();
    m_open[open->number] = open;
    return open;
}

void FaultyWorld::apply(const OpenPointer& open)
{
    if (!std::exchange(open->willApply, false))
        return;
    m_sandbox.ask(inWorldsWords(open->request), [open](const sandbox::HttpAnswer& answer) {
        http::Response response{.status = answer.status, .body = answer.body};
        for (const auto& [name, value] : answer.headers)
            response.headers.append(http::Header{name, value});
        open->answer = std::move(response);
    });
}

void FaultyWorld::applyAfter(const OpenPointer& open, Millis delay)
{
    open->willApply = true;
    schedule(delay, [this, open] { apply(open); });
}

void FaultyWorld::tellAfter(const OpenPointer& open, Millis delay, std::optional<http::Exchange> instead)
{
    schedule(delay, [this, open, instead = std::move(instead)] {
        m_open.erase(open->number);
        if (std::exchange(open->isTold, true))
            return;
        const auto answer = [&]() -> http::Exchange {
            if (instead)
                return *instead;
            return open->answer ? http::Exchange(*open->answer) : http::Exchange(lost(errc::networkInterrupted));
        };
        open->promise.addResult(answer());
        open->promise.finish();
    });
}

QFuture<http::Exchange> FaultyWorld::read(http::Request request)
{
    const auto asked = open(std::move(request));
    auto future = asked->promise.future();
    const Millis there = m_dice.pause(20, 400);
    if (m_calm || !m_dice.falls(m_habits.readFaults)) {
        applyAfter(asked, there);
        tellAfter(asked, there * 2);
        return future;
    }
    ++faults;
    switch (m_dice.between(0, 3)) {
    case 0: tellAfter(asked, there, http::Exchange(notSent())); break;
    case 1: tellAfter(asked, there, http::Exchange(serverError(502))); break;
    case 2: tellAfter(asked, m_dice.pause(5'000, 30'000), http::Exchange(lost(errc::networkTimeout))); break;
    default: {
        applyAfter(asked, there);
        tellAfter(asked, m_dice.pause(1'000, 25'000));
    }
    }
    return future;
}

QFuture<http::Exchange> FaultyWorld::effect(http::Request request)
{
    const auto asked = open(std::move(request));
    auto future = asked->promise.future();
    if (!m_calm && diesBefore()) {
        die();
        tellAfter(asked, Millis(0), http::Exchange(notSent()));
        return future;
    }
    ++effects;
    const Millis there = m_dice.pause(20, 400);
    if (m_calm || !m_dice.falls(m_habits.effectFaults)) {
        applyAfter(asked, there);
        tellAfter(asked, there * 2);
    } else {
        ++faults;
        breakEffect(asked);
    }
    if (!m_calm && diesAfter())
        die();
    return future;
}

void FaultyWorld::breakEffect(const OpenPointer& asked)
{
    const Millis there = m_dice.pause(20, 400);
    const auto takesEffect = m_habits.onlyLate || m_dice.falls(0.6);
    switch (m_habits.onlyLate ? 3 : m_dice.between(0, 4)) {
    case 0:
        --effects;
        tellAfter(asked, there, http::Exchange(notSent()));
        return;
    case 1: // the connection is cut
        if (takesEffect)
            applyAfter(asked, there);
        if (m_habits.resends) {
            const auto again = open(asked->request);
            again->isTold = true;
            applyAfter(again, there + Millis(50));
            ++effects;
        }
        tellAfter(asked, there * 2, http::Exchange(lost(errc::networkInterrupted)));
        return;
    case 2:
        if (takesEffect)
            applyAfter(asked, there);
        tellAfter(asked, there * 2, http::Exchange(serverError(int(m_dice.between(500, 504)))));
        return;
    case 3: { // nobody waits any longer, and then it takes effect
        const Millis patience = m_dice.pause(500, 30'000);
        if (takesEffect)
            applyAfter(asked, patience + Millis(m_dice.between(1, m_habits.latest.count())));
        tellAfter(asked, patience, http::Exchange(lost(errc::networkTimeout)));
        return;
    }
    default: // slow, and well
        applyAfter(asked, there);
        tellAfter(asked, m_dice.pause(1'000, 29'000));
    }
}

void FaultyWorld::abandon()
{
    const auto gone = std::exchange(m_open, {});
    for (const auto& [number, open] : gone) {
        // What the server has of it takes effect soon or never.
        if (open->willApply)
            schedule(Millis(m_dice.between(1, m_habits.latest.count())), [this, open = open] { apply(open); });
        if (std::exchange(open->isTold, true))
            continue;
        open->promise.addResult(http::Exchange(lost(errc::networkCancelled)));
        open->promise.finish();
    }
}

} // namespace simulation
