// SPDX-License-Identifier: GPL-3.0-or-later
// Precompiled for every floor: what nearly every file includes, chosen because parsing it is most of a build's time.
#pragma once
#include <nlohmann/json.hpp>

#include <QByteArray>
#include <QDateTime>
#include <QFuture>
#include <QHash>
#include <QList>
#include <QMap>
#include <QObject>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>
