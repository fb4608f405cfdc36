// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/global_options.h"

#include "base/text.h"

#include <QRegularExpression>
#include <QStringList>

namespace slipway::terminal {

QString GlobalOptions::typed() const
{
    QStringList words{u"slipwayctl"_s};
    const auto add = [&words](const char* option, const QString& value) {
        if (!value.isEmpty())
            words << QString::fromLatin1(option) << quotedWord(value);
    };
    add("--profile", profile);
    add("--sandbox", sandboxFile);
    if (trySandbox)
        words << u"--try-sandbox"_s;
    add("--github-url", githubUrl);
    add("--token-file", tokenFile);
    add("--store", store);
    if (timeScale)
        add("--time-scale", QString::number(*timeScale));
    return words.join(u' ');
}

QString quotedWord(const QString& word)
{
    static const QRegularExpression harmless(uR"(\A[A-Za-z0-9_./:@%+=,-]+\z)"_s);
    return harmless.match(word).hasMatch() ? word : u'\'' + QString(word).replace(u'\'', "'\\''"_L1) + u'\'';
}

} // namespace slipway::terminal
