// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/shell_scripts.h"

#include "base/text.h"

#include <array>

namespace slipway::terminal {

namespace {

struct Script {
    const char* shell;
    const char* text;
};

// bash takes a word apart at "=" and ":": it is put together again, and of an answer only what bash looks for is given.
constexpr const char* bashScript = R"(# bash completion for slipwayctl
_slipwayctl() {
    local i rest=$COMP_LINE word prefix line
    local -a words=() lines=()
    for ((i = 0; i <= COMP_CWORD; i++)); do
        if ((i == 0)) || [[ $rest == [[:space:]]* ]]; then
            words+=("")
            rest=${rest#"${rest%%[![:space:]]*}"}
        fi
        words[-1]+=${COMP_WORDS[i]}
        rest=${rest#"${COMP_WORDS[i]}"}
    done
    word=${COMP_WORDS[COMP_CWORD]}
    [[ $word == [=:] ]] && word=
    prefix=${words[-1]%"$word"}
    mapfile -t lines < <("$1" __complete "${words[@]:1}" 2>/dev/null)
    COMPREPLY=()
    for line in "${lines[@]}"; do
        if [[ $line == :files ]]; then
            compopt -o filenames 2>/dev/null
            mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$word")
        else
            line=${line%%$'\t'*}
            COMPREPLY+=("${line#"$prefix"}")
        fi
    done
    if ((${#COMPREPLY[@]} == 1)) && [[ ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -F _slipwayctl slipwayctl)";

constexpr const char* zshScript = R"(#compdef slipwayctl
_slipwayctl() {
    local line text
    local -a lines whole begun
    lines=("${(@f)$("${(Q)words[1]}" __complete "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    for line in $lines; do
        [[ -n $line ]] || continue
        if [[ $line == :files ]]; then
            _files
            continue
        fi
        text=${${line%%$'\t'*}//:/\\:}
        [[ $line == *$'\t'* ]] && text+=:${line#*$'\t'}
        if [[ ${line%%$'\t'*} == *= ]]; then begun+=("$text"); else whole+=("$text"); fi
    done
    (($#whole)) && _describe -t words slipwayctl whole
    (($#begun)) && _describe -t words slipwayctl begun -S ''
    return 0
}
if [[ $funcstack[1] == _slipwayctl ]]; then
    _slipwayctl "$@"
else
    compdef _slipwayctl slipwayctl
fi)";

constexpr const char* fishScript = R"(# fish completion for slipwayctl
function __slipwayctl_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    for line in (command $before[1] __complete $before[2..-1] "$word" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$word"
        else
            printf '%s\n' $line
        end
    end
end
complete -c slipwayctl -f -a '(__slipwayctl_complete)')";

constexpr std::array scripts{Script{"bash", bashScript}, Script{"fish", fishScript}, Script{"zsh", zshScript}};

} // namespace

QStringList shells()
{
    QStringList names;
    for (const auto& script : scripts)
        names << QString::fromLatin1(script.shell);
    return names;
}

std::optional<QString> completionScript(const QString& shell)
{
    for (const auto& script : scripts)
        if (shell == QLatin1StringView(script.shell))
            return QString::fromLatin1(script.text);
    return std::nullopt;
}

} // namespace slipway::terminal
