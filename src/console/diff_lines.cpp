// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/diff_lines.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QStringList>

namespace slipway::console {

namespace {

using Kind = DiffLine::Kind;

bool isChange(Kind kind) { return kind == Kind::Removed || kind == Kind::Added; }

//! Marks what differs between a line and its successor: what lies between their common beginning and end. Lines that
//! have little in common are not alike; a mark over nearly all of them would say nothing.
void markDifference(DiffLine& before, DiffLine& after)
{
    const QString &a = before.text, &b = after.text;
    const qsizetype shorter = std::min(a.size(), b.size());
    qsizetype head = 0;
    while (head < shorter && a[head] == b[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && a[a.size() - 1 - tail] == b[b.size() - 1 - tail])
        ++tail;
    // A character of two parts is marked as a whole.
    if (head > 0 && a[head - 1].isHighSurrogate())
        --head;
    if (tail > 0 && a[a.size() - tail].isLowSurrogate())
        --tail;
    const auto common = QStringView(a).first(head).trimmed().size() + QStringView(a).last(tail).trimmed().size();
    const auto longer = std::max(a.trimmed().size(), b.trimmed().size());
    if (common * 3 < longer)
        return;
    before.markFrom = after.markFrom = head;
    before.markLength = a.size() - tail - head;
    after.markLength = b.size() - tail - head;
}

//! The run of removed lines from `at` on, and the run of added ones behind it: their ends.
std::pair<int, int> endsOfChange(const QList<DiffLine>& lines, int at)
{
    int removed = at;
    while (removed < int(lines.size()) && lines[removed].kind == Kind::Removed)
        ++removed;
    int added = removed;
    while (added < int(lines.size()) && lines[added].kind == Kind::Added)
        ++added;
    return {removed, added};
}

//! The n-th removed line of a change is taken for what the n-th added one was.
void markChanges(QList<DiffLine>& lines)
{
    for (int i = 0; i < int(lines.size());) {
        const auto [removed, added] = endsOfChange(lines, i);
        for (int n = 0; n < std::min(removed - i, added - removed); ++n)
            markDifference(lines[i + n], lines[removed + n]);
        i = std::max(added, i + 1);
    }
}

int countOf(const QRegularExpressionMatch& match, int group)
{
    return match.captured(group).isEmpty() ? 1 : match.captured(group).toInt();
}

} // namespace

QList<DiffLine> readDiff(const QString& unified)
{
    static const QRegularExpression hunk(u"^@@ -(\\d+)(?:,(\\d+))? \\+(\\d+)(?:,(\\d+))? @@"_s);
    QStringList raw = unified.split(u'\n');
    if (raw.last().isEmpty())
        raw.removeLast();
    QList<DiffLine> lines;
    int before = 0, after = 0, leftBefore = 0, leftAfter = 0;
    for (const QString& line : std::as_const(raw)) {
        const QChar sign = line.isEmpty() ? QChar(u' ') : line.front();
        if (sign == u'\\') {
            lines += {.kind = Kind::Remark, .text = line};
            continue;
        }
        if (sign == u'-' && leftBefore > 0) {
            lines += {.kind = Kind::Removed, .before = before++, .text = line.mid(1)};
            --leftBefore;
        } else if (sign == u'+' && leftAfter > 0) {
            lines += {.kind = Kind::Added, .after = after++, .text = line.mid(1)};
            --leftAfter;
        } else if (sign == u' ' && leftBefore > 0 && leftAfter > 0) {
            lines += {.kind = Kind::Same, .before = before++, .after = after++, .text = line.mid(1)};
            --leftBefore;
            --leftAfter;
        } else if (const auto match = hunk.match(line); match.hasMatch()) {
            before = match.captured(1).toInt();
            after = match.captured(3).toInt();
            leftBefore = countOf(match, 2);
            leftAfter = countOf(match, 4);
            lines += {.kind = Kind::Hunk, .text = line};
        } else {
            lines += {.kind = Kind::Heading, .text = line};
        }
    }
    markChanges(lines);
    return lines;
}

QList<std::pair<int, int>> besideEachOther(const QList<DiffLine>& lines)
{
    QList<std::pair<int, int>> rows;
    for (int i = 0; i < int(lines.size());) {
        if (!isChange(lines[i].kind)) {
            rows.append({i, i});
            ++i;
            continue;
        }
        const auto [removed, added] = endsOfChange(lines, i);
        for (int n = 0; n < std::max(removed - i, added - removed); ++n)
            rows.append({n < removed - i ? i + n : -1, n < added - removed ? removed + n : -1});
        i = added;
    }
    return rows;
}

QList<int> changesOf(const QList<DiffLine>& lines)
{
    QList<int> changes;
    for (int i = 0; i < int(lines.size()); ++i)
        if (isChange(lines[i].kind) && (i == 0 || !isChange(lines[i - 1].kind)))
            changes += i;
    return changes;
}

} // namespace slipway::console
