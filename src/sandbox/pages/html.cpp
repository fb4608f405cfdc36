// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/pages/html.h"

#include "base/text.h"

namespace slipway::sandbox {

namespace {

const char* const style = R"(
:root { color-scheme: light dark; --ink:#1f2328; --paper:#ffffff; --soft:#f3f5f8; --line:#d0d7de; --link:#0a58ca;
  --good:#1a7f37; --bad:#c0262d; --busy:#9a6700; --done:#6f42c1; --idle:#57606a; --add:#dafbe1; --del:#ffebe9; --hunk:#ddf4ff; }
@media (prefers-color-scheme: dark) { :root { --ink:#e6edf3; --paper:#0d1117; --soft:#161b22; --line:#3d444d; --link:#6cb0ff;
  --good:#3fb950; --bad:#ff7b72; --busy:#d29922; --done:#bc8cff; --idle:#9198a1; --add:#12341d; --del:#481a1d; --hunk:#0c2d4d; } }
* { box-sizing:border-box } body { margin:0; font:15px/1.5 system-ui,sans-serif; color:var(--ink); background:var(--paper) }
header { padding:.6rem 1.2rem; background:var(--soft); border-bottom:1px solid var(--line) }
main { max-width:70rem; margin:0 auto; padding:1rem 1.2rem 3rem } a { color:var(--link) }
h1 { font-size:1.5rem; margin:.6rem 0 } h2 { font-size:1.1rem; margin:1.6rem 0 .4rem }
table { border-collapse:collapse; width:100% } td,th { text-align:left; padding:.35rem .6rem; border-bottom:1px solid var(--line); vertical-align:top }
.badge { display:inline-block; padding:0 .55rem; border-radius:1rem; border:1px solid currentColor; font-size:.85rem; font-weight:600; color:var(--idle) }
.good { color:var(--good) } .bad { color:var(--bad) } .busy { color:var(--busy) } .done { color:var(--done) }
.note { padding:.6rem .9rem; border-left:4px solid var(--busy); background:var(--soft) }
.muted { color:var(--idle) } form { display:inline-block; margin:0 .4rem .4rem 0 }
button { font:inherit; padding:.35rem .9rem; border:1px solid var(--line); border-radius:.4rem; background:var(--soft); color:var(--ink); cursor:pointer }
button:disabled { opacity:.5; cursor:default } button.primary { background:var(--good); border-color:var(--good); color:var(--paper) }
pre { margin:0; overflow-x:auto; border:1px solid var(--line); border-radius:.4rem; font:13px/1.45 ui-monospace,monospace; background:var(--soft) }
pre span { display:block; padding:0 .7rem; white-space:pre } .add { background:var(--add) } .del { background:var(--del) } .hunk { background:var(--hunk) }
)";

} // namespace

QString escaped(const QString& text) { return text.toHtmlEscaped().replace(u'\'', u"&#39;"_s); }

QString link(const QString& url, const QString& text)
{
    return u"<a href=\""_s + escaped(url) + u"\">"_s + escaped(text) + u"</a>"_s;
}

HttpAnswer htmlPage(int status, const QString& title, const QString& content)
{
    const QString page = u"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"_s
        + escaped(title) + u" - sandbox</title>\n<style>"_s + QString::fromLatin1(style)
        + u"</style>\n</head>\n<body>\n<header><a href=\"/\">Sandbox</a> "
          "<span class=\"muted\">a simulated GitHub: nothing here is real</span></header>\n<main>\n<h1>"_s
        + escaped(title) + u"</h1>\n"_s + content + u"\n</main>\n</body>\n</html>\n"_s;
    HttpAnswer answer = HttpAnswer::html(status, page.toUtf8());
    answer.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'");
    answer.set("Referrer-Policy", "no-referrer");
    answer.set("X-Content-Type-Options", "nosniff");
    answer.set("Cache-Control", "no-store");
    return answer;
}

QString diffHtml(const QString& patch)
{
    QString html = u"<pre>"_s;
    for (const QString& line : patch.split(u'\n')) {
        if (line.isEmpty())
            continue;
        const QString kind = line.startsWith(u'+') ? u"add"_s
            : line.startsWith(u'-')                ? u"del"_s
            : line.startsWith(u'@')                ? u"hunk"_s
                                                   : u"same"_s;
        html += u"<span class=\""_s + kind + u"\">"_s + escaped(line) + u"</span>"_s;
    }
    return html + u"</pre>"_s;
}

QString badge(const QString& word)
{
    const QString kind = word == u"success" || word == u"open" ? u"good"_s
        : word == u"failure" || word == u"closed"              ? u"bad"_s
        : word == u"merged"                                    ? u"done"_s
        : word == u"cancelled" || word.isEmpty()               ? u"idle"_s
                                                               : u"busy"_s;
    return u"<span class=\"badge "_s + kind + u"\">"_s + escaped(word.isEmpty() ? u"none"_s : word) + u"</span>"_s;
}

} // namespace slipway::sandbox
