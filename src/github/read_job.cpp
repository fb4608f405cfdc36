// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/read_job.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "github/fragments.h"
#include "github/values_json.h"

namespace slipway::github {

namespace {

constexpr qsizetype mostNodeIds = 100; // of one nodes(); several of them may stand in one document
//! Against a page that names itself as its successor.
constexpr int mostTeams = 20'000;
//! Of one repository in one document. Of more the list of all that it has is read, which tells those that are not there:
//! the files that hundreds of new services would get are hardly ever there.
constexpr qsizetype mostFiles = 60;
constexpr qsizetype mostFetched = 30; // of those that are; each is a request

//! Rough shares of one document, so that none grows beyond what GitHub answers within its ten seconds.
int weightOf(const Read& read)
{
    return std::visit(Overloaded{
                          [](const ReadRepository& r) {
                              const auto files = r.files.size() > mostFiles ? 0 : r.files.size();
                              return int(3 + files * 2 + r.branches.size() * 4);
                          },
                          [](const ReadTeams&) { return 3; },
                          [](const WatchCommitRuns&) { return 2; },
                          [](const WatchRepository&) { return 3; },
                          [](const ExplainPullRequest&) { return 10; },
                          [](const WatchBranchRuns&) { return 20; },
                          [](const auto&) { return 1; },
                      },
        read);
}

//! Why a read is not asked at all.
std::optional<Error> senseless(const Read& read)
{
    const auto refuse = [](const char* reason) { return Error{.code = errc::internal, .args = {{"reason", reason}}}; };
    // An empty head_sha makes GitHub drop the filter and answer strangers' runs.
    if (const auto* runs = std::get_if<WatchCommitRuns>(&read); runs && !isSha(runs->sha))
        return refuse("the commit id of a read is no commit id");
    if (const auto* runs = std::get_if<WatchBranchRuns>(&read); runs && !isSha(runs->sha))
        return refuse("the commit id of a read is no commit id");
    if (const auto* commit = std::get_if<ReadCommit>(&read); commit && !isSha(commit->sha))
        return refuse("the commit id of a read is no commit id");
    if (const auto* pull = std::get_if<WatchPullRequest>(&read); pull && pull->nodeId.isEmpty())
        return refuse("the pull request of a read has no id");
    if (const auto* pull = std::get_if<ExplainPullRequest>(&read); pull && pull->nodeId.isEmpty())
        return refuse("the pull request of a read has no id");
    return std::nullopt;
}

constexpr int pageSize = 100, mostPages = 10; // of a filtered list: GitHub tells its first thousand

//! What was not seen whole says of nothing that it is not there.
Error tooLong(const RestRead& read, qint64 total)
{
    return {.code = errc::githubRefused,
        .args = read.args,
        .details = {{"text",
            "only the first " + std::to_string(pageSize * mostPages) + " of " + std::to_string(total)
                + " are listed"}}};
}

bool isHeavy(const Envelope& envelope)
{
    return std::any_of(envelope.errors.begin(), envelope.errors.end(), [](const GraphqlError& error) {
        return error.type.startsWith("RESOURCE_LIMIT"_L1) || error.type.startsWith("MAX_NODE_LIMIT"_L1)
            || error.type.startsWith("ARGUMENT_LIMIT"_L1);
    });
}

} // namespace

ReadJob::ReadJob(Transport& transport, std::shared_ptr<ServerTraits> traits, QList<Read> reads, Done done)
    : m_transport(transport)
    , m_traits(std::move(traits))
    , m_asked(std::move(reads))
    , m_done(std::move(done))
{
    QHash<QString, qsizetype> known;
    for (const auto& read : std::as_const(m_asked)) {
        const auto key = keyOf(read);
        if (const auto found = known.constFind(key); found != known.constEnd()) {
            m_reads[*found] = merged(m_reads.at(*found), read);
            m_readOfAsked.append(*found);
            continue;
        }
        known.insert(key, m_reads.size());
        m_readOfAsked.append(m_reads.size());
        m_reads.append(read);
    }
    m_answers.resize(m_reads.size());
    m_at.fill(m_transport.clock().now(), m_reads.size());
    m_open = m_reads.size();
}

void ReadJob::start()
{
    if (m_reads.isEmpty()) {
        m_done({});
        return;
    }
    const auto self = shared_from_this(); // the last answer() may release everybody else's hold
    QList<qsizetype> graphql;
    for (qsizetype i = 0; i < m_reads.size(); ++i) {
        const Read& read = m_reads.at(i);
        if (auto error = senseless(read))
            answer(i, *error);
        else if (const auto* compare = std::get_if<CompareCommits>(&read))
            readByRest(i, restRead(*compare));
        else if (const auto* run = std::get_if<ReadWorkflowRun>(&read))
            readByRest(i, restRead(*run));
        else if (const auto* dispatched = std::get_if<FindDispatchedRuns>(&read))
            readDispatched(i, *dispatched);
        else if (const auto* workflow = std::get_if<ReadWorkflow>(&read))
            readByRest(i, restRead(*workflow));
        else if (const auto* approvals = std::get_if<ReadPendingApprovals>(&read))
            readByRest(i, restRead(*approvals));
        else if (const auto* failed = std::get_if<ReadFailedJobs>(&read))
            readFailedJobs(i, *failed);
        else if (const auto* runs = std::get_if<WatchCommitRuns>(&read); runs && !m_traits->checkSuitesReadable)
            readByRest(i, restRead(*runs));
        else if (const auto* branch = std::get_if<WatchBranchRuns>(&read); branch && !m_traits->checkSuitesReadable)
            readBranchRuns(i, *branch);
        else
            graphql.append(i);
    }
    for (const auto& batch : batches(graphql))
        send(batch);
}

QList<ReadJob::Batch> ReadJob::batches(const QList<qsizetype>& graphql) const
{
    QList<Batch> out;
    int weight = 0;
    bool teams = false;
    for (const auto index : graphql) {
        const Read& read = m_reads.at(index);
        const bool isTeams = std::holds_alternative<ReadTeams>(read);
        const bool full = weight + weightOf(read) > m_traits->heaviestDocument || (isTeams && teams);
        if (out.isEmpty() || full) {
            out.append(Batch{});
            weight = 0;
            teams = false;
        }
        out.last().append(index);
        weight += weightOf(read);
        teams |= isTeams;
    }
    return out;
}

void ReadJob::send(const Batch& batch, const QString& teamsCursor)
{
    // Watches go by another name than the first look, so that logs and records tell them apart.
    const bool watches = std::all_of(batch.begin(), batch.end(), [&](qsizetype i) {
        const Read& read = m_reads.at(i);
        return std::holds_alternative<WatchPullRequest>(read) || std::holds_alternative<ExplainPullRequest>(read)
            || std::holds_alternative<WatchCommitRuns>(read) || std::holds_alternative<WatchBranchRuns>(read)
            || std::holds_alternative<WatchRepository>(read);
    });
    DocumentAssembler document(DocumentAssembler::Kind::Query, watches ? u"Watch"_s : u"Read"_s);
    document.field(fragments::rateLimit);
    // Asked along, because who sends a dispatch must be known before it is sent.
    if (m_traits->login.isEmpty() && !watches)
        document.field("viewer{login}");
    QList<ParseAnswer> parsers(batch.size());
    QList<WatchPullRequest> pulls, calmPulls;
    QList<qsizetype> placeOfPull, placeOfCalm;
    for (qsizetype place = 0; place < batch.size(); ++place) {
        begin(batch.at(place));
        std::visit(Overloaded{
                       [&](const WatchPullRequest& r) {
                           const bool calm = m_traits->calm.contains(r.nodeId);
                           (calm ? calmPulls : pulls).append(r);
                           (calm ? placeOfCalm : placeOfPull).append(place);
                       },
                       [&](const ReadTeams& r) { parsers[place] = add(document, r, teamsCursor); },
                       [&](const ReadRepository& r) {
                           auto asked = r;
                           if (isListed(batch.at(place)))
                               asked.files.clear();
                           parsers[place] = add(document, asked);
                       },
                       [](const CompareCommits&) {},
                       [](const ReadWorkflowRun&) {},
                       [](const FindDispatchedRuns&) {},
                       [](const ReadWorkflow&) {},
                       [](const ReadPendingApprovals&) {},
                       [](const ReadFailedJobs&) {},
                       [&](const auto& r) { parsers[place] = add(document, r); },
                   },
            m_reads.at(batch.at(place)));
    }
    const auto addPulls = [&](const QList<WatchPullRequest>& some, const QList<qsizetype>& places, const Fragment& as) {
        for (qsizetype from = 0; from < some.size(); from += mostNodeIds) {
            const auto ofPulls = add(document, some.mid(from, mostNodeIds), as);
            for (qsizetype i = 0; i < ofPulls.size(); ++i)
                parsers[places.at(from + i)] = ofPulls.at(i);
        }
    };
    addPulls(pulls, placeOfPull, fragments::pullRequest);
    addPulls(calmPulls, placeOfCalm, fragments::calmPullRequest);
    for (const auto place : std::as_const(placeOfPull))
        m_withoutHistory.remove(batch.at(place));
    for (const auto place : std::as_const(placeOfCalm))
        m_withoutHistory.insert(batch.at(place));
    m_transport.graphql(document.document(), Transport::Purpose::Read,
        [self = shared_from_this(), batch, parsers, isPage = !teamsCursor.isEmpty()](
            std::variant<Envelope, Verdict> outcome) {
            if (const auto* verdict = std::get_if<Verdict>(&outcome)) {
                // GitHub gives up after ten seconds, and what timed out once would do so each time it is asked.
                if (verdict->error.code == errc::serverError)
                    self->learnWeight(batch, true);
                for (const auto index : batch)
                    self->answer(index, verdict->error);
                return;
            }
            self->take(batch, parsers, std::get<Envelope>(outcome), isPage);
        });
}

void ReadJob::take(const Batch& batch, const QList<ParseAnswer>& parsers, const Envelope& envelope, bool isTeamsPage)
{
    m_traits->learnViewer(envelope);
    const bool heavy = isHeavy(envelope);
    learnWeight(batch, heavy);
    if (heavy && batch.size() > 1) {
        // Too much for one document at this moment: the halves may pass.
        send(batch.first(batch.size() / 2));
        send(batch.sliced(batch.size() / 2));
        return;
    }
    for (qsizetype place = 0; place < batch.size(); ++place)
        takeOne(batch.at(place), parsers.at(place)(envelope), envelope, isTeamsPage);
    if (!m_again.isEmpty())
        send(std::exchange(m_again, {}));
}

//! Halved when it was too much; a tenth more is tried after twenty that passed.
void ReadJob::learnWeight(const Batch& batch, bool tooHeavy)
{
    auto& heaviest = m_traits->heaviestDocument;
    int weight = 0;
    for (const auto index : batch)
        weight += weightOf(m_reads.at(index));
    if (tooHeavy && batch.size() > 1) {
        heaviest = std::clamp(weight / 2, ServerTraits::leastDocument, heaviest);
        m_traits->fullDocuments = 0;
    } else if (!tooHeavy && weight * 4 > heaviest * 3 && ++m_traits->fullDocuments >= 20) {
        heaviest = std::min(ServerTraits::mostDocument, heaviest + heaviest / 10 + 1);
        m_traits->fullDocuments = 0;
    }
}

void ReadJob::takeOne(qsizetype index, Result<Answer> result, const Envelope& envelope, bool isTeamsPage)
{
    const Read& read = m_reads.at(index);
    const bool forbidden = !result.ok() && result.error().code == errc::githubForbidden;
    const bool cut = !result.ok() && isCutOff(result.error());
    if (const auto* runs = std::get_if<WatchCommitRuns>(&read); runs && (forbidden || cut)) {
        m_traits->checkSuitesReadable = cut;
        readByRest(index, restRead(*runs));
        return;
    }
    if (const auto* branch = std::get_if<WatchBranchRuns>(&read); branch && (forbidden || cut)) {
        m_traits->checkSuitesReadable = cut;
        readBranchRuns(index, *branch);
        return;
    }
    if (!result.ok()) {
        answer(index, std::move(result));
        return;
    }
    if (const auto* repository = std::get_if<ReadRepository>(&read)) {
        auto snapshot = std::get<RepositorySnapshot>(std::move(*result));
        const Timestamp here = m_transport.clock().now();
        snapshot.serverAhead = m_transport.toServerClock(here) - here;
        if (isListed(index) && isSha(snapshot.baseTreeOid))
            listFiles(index, *repository, snapshot);
        else
            fetchWhole(index, *repository, std::move(snapshot));
    } else if (const auto* created = std::get_if<WatchRepository>(&read)) {
        if (std::any_of(envelope.errors.begin(), envelope.errors.end(),
                [](const GraphqlError& error) { return error.path.contains(u"checkSuites"_s); }))
            m_traits->checkSuitesReadable = false;
        readRuns(index, std::get<RepositoryState>(std::move(*result)), created->repository);
    } else if (const auto* pull = std::get_if<PullRequest>(&*result);
               pull && !m_traits->calm.take(*pull, !m_withoutHistory.contains(index))) {
        m_again.append(index);
    } else if (std::holds_alternative<ReadTeams>(read)) {
        auto& teams = m_teamPages[index];
        if (!isTeamsPage)
            teams.clear();
        teams += std::get<Teams>(*result).teams;
        const auto next = nextTeamsPage(envelope);
        if (next.isEmpty() || teams.size() > mostTeams)
            answer(index, Answer(Teams{teams}));
        else
            send({index}, next);
    } else {
        answer(index, std::move(result));
    }
}

void ReadJob::readByRest(qsizetype index, const RestRead& read)
{
    begin(index);
    ask(read, [self = shared_from_this(), index](Result<Answer> told) { self->answer(index, std::move(told)); });
}

//! One request, or one for each page of a list, and what came of it as the answer to that read.
void ReadJob::ask(const RestRead& read, std::function<void(Result<Answer>)> then, int page, Json listed)
{
    auto path = read.path;
    if (read.list)
        path.query("per_page", QString::number(pageSize));
    if (page > 1)
        path.query("page", QString::number(page));
    m_transport.rest({.path = path, .args = read.args}, Transport::Purpose::Read,
        [self = shared_from_this(), read, then = std::move(then), page, listed = std::move(listed)](
            std::variant<http::Response, Verdict> outcome, const QUrl& url) mutable {
            if (const auto* verdict = std::get_if<Verdict>(&outcome))
                return then(verdict->error);
            const auto& response = std::get<http::Response>(outcome);
            if (response.status == 404 && read.ifMissing && !leavesOut(response))
                return then(*read.ifMissing);
            if (response.status != 200)
                return then(verdictOf(response, url, read.args).error);
            auto json = parseJson(response.body, {.bytes = response.body.size()});
            if (json.ok() && read.list && memberAt(*json, read.list).is_array()) {
                auto& entries = (*json)[read.list];
                const auto count = qint64(entries.size());
                listed.insert(listed.end(), entries.begin(), entries.end());
                const bool more =
                    count >= pageSize || (count > 0 && integerAt(*json, "total_count") > qint64(listed.size()));
                if (more && page == mostPages)
                    return then(tooLong(read, integerAt(*json, "total_count")));
                if (more)
                    return self->ask(read, std::move(then), page + 1, std::move(listed));
                entries = std::move(listed);
            }
            auto parsed = json.ok() ? read.parse(*json) : std::nullopt;
            then(parsed ? Result<Answer>(std::move(*parsed)) : Result<Answer>(unreadable(response, url)));
        });
}

//! Whose runs count is known to GitHub only; its answer also tells how far its clock is from ours.
void ReadJob::readDispatched(qsizetype index, const FindDispatchedRuns& read)
{
    begin(index);
    const auto find = [self = shared_from_this(), index, read] {
        const auto& transport = self->m_transport;
        auto byServer = read;
        byServer.since = transport.toServerClock(read.since);
        if (read.until)
            byServer.until = transport.toServerClockAtLatest(*read.until);
        const auto& present = self->m_traits->login;
        if (byServer.actor.isEmpty() && !read.anybody && transport.tokenSince() <= read.since)
            byServer.actor = present; // nobody was asked before it was sent, but no other token was there
        else if (byServer.actor.compare(present, Qt::CaseInsensitive) != 0)
            byServer.actor.clear();
        self->readByRest(index, restRead(byServer));
    };
    if (!m_traits->login.isEmpty())
        return find();
    DocumentAssembler document(DocumentAssembler::Kind::Query, u"Viewer"_s);
    document.field(fragments::rateLimit);
    document.field("viewer{login}");
    m_transport.graphql(document.document(), Transport::Purpose::Read,
        [self = shared_from_this(), index, find](const std::variant<Envelope, Verdict>& outcome) {
            // As long as it is not known who we are, a stranger's run may not pass for ours: it is asked again later.
            if (const auto* verdict = std::get_if<Verdict>(&outcome))
                return self->answer(index, verdict->error);
            const auto& envelope = std::get<Envelope>(outcome);
            self->m_traits->learnViewer(envelope);
            if (self->m_traits->login.isEmpty())
                self->answer(index, errorAt(envelope, "viewer", Json::object()));
            else
                find();
        });
}

void ReadJob::readRuns(qsizetype index, RepositoryState state, const RepositoryName& repository)
{
    if (state.runsReadable || !isSha(state.info.defaultBranchOid)) {
        answer(index, Answer(std::move(state)));
        return;
    }
    ask(restRead(WatchCommitRuns{repository, state.info.defaultBranchOid}),
        [self = shared_from_this(), index, state](const Result<Answer>& told) mutable {
            if (told) {
                state.runs = std::get<CommitRuns>(*told).runs;
                state.runsReadable = true;
            }
            self->answer(index, Answer(std::move(state)));
        });
}

void ReadJob::readBranchRuns(qsizetype index, const WatchBranchRuns& read)
{
    begin(index);
    auto comparison = restRead(CompareCommits{read.repository, read.sha, read.branch});
    comparison.ifMissing = Comparison{}; // the branch does not hold what is not there
    ask(restRead(read), [self = shared_from_this(), index, comparison](const Result<Answer>& told) {
        if (!told)
            return self->answer(index, told);
        // Now whether the branch holds the commit; that read's own outcome is the last word.
        self->ask(
            comparison, [self, index, branch = std::get<BranchRuns>(*told)](const Result<Answer>& compared) mutable {
                if (!compared)
                    return self->answer(index, compared);
                branch.contained = std::get<Comparison>(*compared).headContainsBase();
                self->answer(index, Answer(std::move(branch)));
            });
    });
}

bool ReadJob::isListed(qsizetype index) const
{
    const auto* repository = std::get_if<ReadRepository>(&m_reads.at(index));
    return repository && repository->files.size() > mostFiles && !m_unlisted.contains(index);
}

//! Which of the files there are, of the commit that was read; those are then fetched. Where the list is cut off, or too
//! many are there, they are asked for one by one.
void ReadJob::listFiles(qsizetype index, const ReadRepository& read, const RepositorySnapshot& snapshot)
{
    ask(listOfFiles(read, snapshot), [self = shared_from_this(), index, read](const Result<Answer>& told) {
        if (!told)
            return self->answer(index, told);
        const auto& listed = std::get<RepositorySnapshot>(*told);
        const auto there = std::count_if(listed.files.begin(), listed.files.end(),
            [](const std::optional<FileVersion>& file) { return file && file->truncated; });
        if (listed.files.isEmpty() || there > mostFetched) {
            self->m_unlisted.insert(index);
            self->send({index});
        } else {
            self->fetchWhole(index, read, listed);
        }
    });
}

void ReadJob::fetchWhole(qsizetype index, const ReadRepository& read, RepositorySnapshot snapshot)
{
    struct Fetches {
        RepositorySnapshot snapshot;
        qsizetype open = 0;
    };
    QStringList paths;
    for (auto file = snapshot.files.cbegin(); file != snapshot.files.cend(); ++file)
        if (file.value() && file.value()->truncated)
            paths.append(file.key());
    auto fetches = std::make_shared<Fetches>(Fetches{std::move(snapshot), paths.size()});
    if (paths.isEmpty()) {
        answer(index, Answer(std::move(fetches->snapshot)));
        return;
    }
    for (const auto& path : paths) {
        Transport::RestRequest request{.path = rawFile(read.repository, path, fetches->snapshot.baseOid),
            .accept = "application/vnd.github.raw+json"};
        m_transport.rest(std::move(request), Transport::Purpose::Read,
            [self = shared_from_this(), fetches, index, path](
                std::variant<http::Response, Verdict> outcome, const QUrl&) {
                auto& file = fetches->snapshot.files[path];
                const auto* response = std::get_if<http::Response>(&outcome);
                // Only the whole file; cut off it stays marked as truncated, which nobody writes back.
                if (response && response->status == 200 && isWhole(response->body, *file)) {
                    file->bytes = response->body;
                    file->truncated = false;
                }
                if (--fetches->open == 0)
                    self->answer(index, Answer(std::move(fetches->snapshot)));
            });
    }
}

void ReadJob::begin(qsizetype index) { m_at[index] = m_transport.clock().now(); }

void ReadJob::answer(qsizetype index, Result<Answer> result)
{
    if (m_answers.at(index))
        return;
    m_answers[index] = std::move(result);
    if (--m_open > 0)
        return;
    QList<ReadAnswer> answers;
    for (qsizetype i = 0; i < m_asked.size(); ++i) {
        const auto place = m_readOfAsked.at(i);
        // What was read together answers each of those that asked for a part of it.
        answers.append(ReadAnswer{m_reads.at(place), *m_answers.at(place), m_at.at(place)});
    }
    std::exchange(m_done, nullptr)(std::move(answers));
}

} // namespace slipway::github
