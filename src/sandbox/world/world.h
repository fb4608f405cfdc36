// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/world/access.h"
#include "sandbox/world/git_repository.h"
#include "sandbox/world/limits.h"
#include "sandbox/world/model.h"
#include "sandbox/world/pay_world.h"
#include "sandbox/world/state_log.h"

#include <QHash>
#include <QObject>

#include <map>
#include <memory>
#include <vector>

class QTemporaryDir;

namespace slipway::sandbox {

struct WorldOptions {
    QString organisation = QStringLiteral("DEFRA");
    QString login = QStringLiteral("slipway-operator"); //!< the viewer: whoever holds the token
    QString stateDirectory; //!< empty: everything is forgotten at the end
    double speed = 1; //!< divides the durations of the world, never a timestamp
    quint64 seed = 1;
    bool enterpriseServer = false; //!< how its protocols look; what happens in it is the same
};

struct RefUpdate {
    QString name; //!< full
    QString afterOid; //!< 40 zeros: delete
    QString beforeOid; //!< empty: whatever it is; 40 zeros: must not exist
    bool force = false;
};

struct BranchCommit {
    QString branch; //!< without refs/heads/
    QString expectedHeadOid;
    QString headline;
    QString body;
    QList<FileChange> changes;
};

struct NewPullRequest {
    QString title;
    QString body;
    QString head; //!< branch, also "OWNER:branch"
    QString base;
    bool draft = false;
};

struct PullRequestPatch {
    std::optional<QString> title;
    std::optional<QString> body;
    std::optional<QString> base;
    std::optional<PullState> state; //!< Open or Closed
};

struct MergeRequest {
    MergeMethod method = MergeMethod::Merge;
    QString expectedHeadOid; //!< empty: any
    QString headline; //!< empty: GitHub's usual words
    QString body;
};

struct RunFilter {
    QString headSha; //!< each one empty: any
    QString branch;
    QString event;
    QString status; //!< a status or a conclusion
    QString workflow; //!< path, file name or id
    QString actor;
    std::optional<Timestamp> createdFrom;
    std::optional<Timestamp> createdTo;
};

//! The simulated organisation: what GitHub, the portal and the people around them would know and do. The protocols
//! (rest, graphql, portal, pages, control) read and change it and are not known here.
//!
//! Refusals are Error values in GitHub's own words: `details.text` is the sentence, the code says the sort:
//! githubNotFound, githubForbidden, githubArchived, githubStaleData (expectedHeadOid of a commit), githubHeadMoved
//! (409 of a merge), githubNotMergeable (405), githubMergeMethod, githubAutoMergeClean, githubAutoMergeOff,
//! githubAlreadyExists, githubPullRequestClosed, githubConflict, githubRefused (every other 422/UNPROCESSABLE).
//! refusalText() reads the sentence.
//!
//! Lives in one thread. Pointers it hands out stay valid until the next call that changes the world. Whatever changes
//! the world must call flush() before it answers: that is when the change is written.
class World : public QObject {
    Q_OBJECT

public:
    //! Makes a new world or, where the state directory holds one, goes on with it.
    static Result<std::unique_ptr<World>> open(WorldOptions options, Clock& clock);
    ~World() override;

    // --- who and when
    const WorldOptions& options() const { return m_options; }
    const QString& organisation() const { return m_options.organisation; }
    const User& organisationUser() const { return m_organisation; }
    const User& viewer() const { return m_viewer; }
    //! Somebody else: makes commits and approvals that the viewer did not make.
    const User& colleague() const { return m_colleague; }
    const User* user(const QString& login) const;
    const QList<Team>& teams() const { return m_teams; }
    const QByteArray& token() const { return m_token; }
    //! False for a wrong token and for an expired one.
    bool accepts(const QByteArray& token) const { return token == m_token && !m_tokenExpired; }
    //! While a request of a GitHub App's installation is answered: it has no user behind it.
    void setInstallationCalls(bool calls) { m_installationCalls = calls; }
    bool installationCalls() const { return m_installationCalls; }
    Timestamp now() const { return m_clock.now(); }
    Clock& clock() const { return m_clock; }
    //! A duration of the world in real milliseconds.
    Millis span(double seconds) const;

    //! Root of the URLs that the world hands out: "http://127.0.0.1:PORT", no slash at the end.
    void setBaseUrl(const QString& url) { m_baseUrl = url; }
    const QString& baseUrl() const { return m_baseUrl; }
    //! Root of REST addresses.
    QString apiUrl() const { return m_options.enterpriseServer ? m_baseUrl + QStringLiteral("/api/v3") : m_baseUrl; }
    bool isEnterpriseServer() const { return m_options.enterpriseServer; }
    QString url(const Repository& repository) const; //!< html_url, "{base}/ORG/REPO"
    QString url(const PullRequest& pull) const;
    QString url(const WorkflowRun& run) const;

    // --- reading
    //! What the token may see; any case; null if there is none. `owner` must be the organisation.
    const Repository* repository(const QString& owner, const QString& name) const;
    const Repository* repository(const QString& name) const { return repository(organisation(), name); }
    const Repository* repositoryById(qint64 id) const;
    //! What once had that name and still answers to it.
    const Repository* formerly(const QString& owner, const QString& name) const;
    //! There, but the token was not given it: to its requests it does not exist.
    bool isHidden(const QString& repository) const;
    const Access& access() const { return m_access; }
    std::vector<const Repository*> repositories() const; //!< by name
    GitRepository& git(const Repository& repository) const;
    //! Commit of the default branch; empty for an empty repository.
    QString head(const Repository& repository) const;

    const PullRequest* pullRequest(const QString& repository, qint64 number) const;
    //! Newest first.
    std::vector<const PullRequest*> pullRequests(const QString& repository) const;
    //! By a real merge of the two branches. Unknown for a moment after head or base moved, as on GitHub.
    Mergeability mergeability(const PullRequest& pull) const;
    //! "APPROVED", "CHANGES_REQUESTED", "REVIEW_REQUIRED", or empty where no review is asked for and none was given.
    QString reviewDecision(const PullRequest& pull) const;
    //! The queue of the pull request's repository, first to merge first.
    std::vector<const PullRequest*> mergeQueue(const QString& repository) const;
    //! Real seconds until it will be merged from the queue, and what the queue does with it.
    qint64 secondsToMerge(const PullRequest& pull) const;
    QString queueState(const PullRequest& pull) const; //!< a word of GraphQL's MergeQueueEntryState
    //! Commits of the pull request, oldest first.
    QList<Commit> commits(const PullRequest& pull) const;

    const WorkflowRun* run(const QString& repository, qint64 id) const;
    const WorkflowRun* runById(qint64 id) const;
    const WorkflowRun* runBySuite(qint64 suiteId) const;
    const WorkflowRun* runByCheckRun(qint64 checkRunId) const;
    //! Newest first.
    std::vector<const WorkflowRun*> runs(const QString& repository, const RunFilter& filter = {}) const;
    RollupState rollup(const QString& repository, const QString& sha) const;
    const Workflow* workflow(const Repository& repository, const QString& fileOrPathOrId) const;

    NodeName node(const QString& nodeId) const;
    //! "REF_kw…", "C_kw…" and "B_kw…" ids of git things.
    QString refNodeId(const Repository& repository, const QString& fullName) const;
    QString commitNodeId(const Repository& repository, const QString& oid) const;
    QString blobNodeId(const Repository& repository, const QString& oid) const;

    // --- changing, as the viewer
    Result<GitRef> createRef(const QString& repository, const QString& fullName, const QString& oid);
    Result<GitRef> updateRef(const QString& repository, const QString& fullName, const QString& oid, bool force);
    //! All or none.
    Result<void> updateRefs(const QString& repository, const QList<RefUpdate>& updates);
    Result<void> deleteRef(const QString& repository, const QString& fullName);
    //! Compare-and-swap on expectedHeadOid.
    Result<Commit> commitOnBranch(const QString& repository, const BranchCommit& request);
    Result<const PullRequest*> createPullRequest(const QString& repository, const NewPullRequest& request);
    Result<const PullRequest*> updatePullRequest(
        const QString& repository, qint64 number, const PullRequestPatch& patch);
    Result<const PullRequest*> setDraft(const QString& repository, qint64 number, bool draft);
    Result<Comment> addComment(const QString& repository, qint64 number, const QString& body);
    Result<const PullRequest*> enableAutoMerge(const QString& repository, qint64 number, const MergeRequest& request);
    Result<const PullRequest*> disableAutoMerge(const QString& repository, qint64 number);
    Result<const PullRequest*> enqueuePull(const QString& repository, qint64 number, const QString& expectedHeadOid);
    Result<const PullRequest*> dequeuePull(const QString& repository, qint64 number);
    //! The commit that the base branch was moved to.
    Result<QString> merge(const QString& repository, qint64 number, const MergeRequest& request);
    //! Merges (or replays onto) the base; error githubRefused when there is nothing new, githubConflict.
    Result<const PullRequest*> updateBranch(
        const QString& repository, qint64 number, const QString& expectedHeadOid, MergeMethod method);
    //! The id of the run it made.
    Result<qint64> dispatch(const QString& repository, const QString& workflow, const QString& ref, const Json& inputs);
    Result<void> rerun(const QString& repository, qint64 runId);
    Result<void> cancelRun(const QString& repository, qint64 runId);
    //! Made from a template by POST …/generate: visible at once, content a moment later.
    Result<const Repository*> generateRepository(const QString& templateName, const QString& name);

    // --- images that the portal knows: [{"repo", "tag", "created"}]
    Json artifacts(const QString& repository) const;

    //! GOV.UK Pay's services.
    PayWorld& pay() { return *m_pay; }

    // --- trouble, other people, the ledger (words of the sandbox's contract)
    //! One world action {"do": …}. Errors: "usage" for what it does not understand, githubNotFound.
    Result<Json> control(const Json& action);
    Json ledger() const;
    Json state() const;

    // --- bookkeeping
    //! Number of the request being handled, for the ledger; 0 for what happens by itself.
    void setRequest(qint64 number) { m_request = number; }
    //! Highest request number in the ledger: numbering goes on from there after a restart.
    qint64 lastRequest() const { return m_lastRequest; }
    //! resource: "core", "graphql". The window begins anew when it is over.
    const RateLimit& rateLimit(const QString& resource);
    void spend(const QString& resource, qint64 cost);
    Limits& limits() { return m_limits; }
    //! Writes what has changed since the last flush. Error "file.unwritable".
    Result<void> flush();
    //! True if the state directory held a world that goes on, false for a new one.
    bool isRestored() const { return m_isRestored; }
    QString gitRoot() const { return m_gitRoot; } //!< holds ORG/REPO.git
    //! Numbers as the seed gives them, the same for the same seed and sequence of calls.
    quint64 random();

Q_SIGNALS:
    //! May have changed; what was told of it before says whether it has.
    void pullRequestTouched(const slipway::sandbox::PullRequest& pull);
    void workflowRunTouched(const slipway::sandbox::WorkflowRun& run);
    void repositoryTouched(const slipway::sandbox::Repository& repository);

private:
    struct Task {
        qint64 id = 0;
        Timestamp due;
        QString kind;
        Json data;
    };
    using RunKey = qint64;
    using PullKey = std::pair<QString, qint64>;
    struct MergeabilityEntry {
        QString head;
        QString base;
        bool clean = false;
    };

    World(WorldOptions options, Clock& clock);

    // seed.cpp
    Result<void> seed();
    Result<void> seedRepository(Repository repository, const QList<FileChange>& files);
    // state.cpp
    Result<void> load(const std::map<QString, Json>& objects);
    void touchMeta();
    void touch(const Repository& repository);
    void touch(const PullRequest& pull);
    void touch(const WorkflowRun& run);
    void record(const char* list, Json entry); // append to the ledger
    Json& ledgerList(const QString& name); // "commits"; "pay.services" is a list of the member "pay"
    // world.cpp
    Repository* findRepository(const QString& name);
    PullRequest* findPull(const QString& repository, qint64 number);
    WorkflowRun* findRun(qint64 id);
    Result<Repository*> writable(const QString& repository);
    Result<PullRequest*> writablePull(const QString& repository, qint64 number);
    qint64 nextId() { return ++m_lastId; }
    Signature signature(const User& user) const;
    Signature platformSignature() const; // "GitHub <noreply@github.com>"
    // tasks.cpp
    qint64 schedule(Timestamp due, const QString& kind, Json data);
    void arm();
    void runDueTasks();
    void perform(const Task& task);
    // refs.cpp
    Result<void> checkRefUpdate(const Repository& repository, const RefUpdate& update) const;
    void branchMoved(Repository& repository, const QString& branch, const QString& before, const QString& after,
        const QString& pusher);
    // reviews.cpp
    QString unmetReviews(const Repository& repository, const PullRequest& pull) const;
    void askForReviews(const Repository& repository, PullRequest& pull);
    void dismissStaleReviews(const Repository& repository, PullRequest& pull);
    void addReview(PullRequest& pull, const QString& author, const QString& state);
    // merge_queue.cpp
    void enterQueue(PullRequest& pull, const QString& actor);
    void leaveQueue(PullRequest& pull, const QString& actor, const QString& reason);
    void considerQueue(const QString& repository, qint64 number);
    void disarm(PullRequest& pull, const QString& actor, const QString& reason);
    // pulls.cpp, merging.cpp
    void pullHeadMoved(Repository& repository, PullRequest& pull, const QString& oid);
    void refreshFiles(const Repository& repository, PullRequest& pull);
    void closePull(PullRequest& pull, const QString& actor);
    bool mergesCleanly(const Repository& repository, const PullRequest& pull) const;
    Mergeability settledMergeability(const PullRequest& pull) const;
    QString unmetRequirement(const Repository& repository, const PullRequest& pull) const;
    Result<QString> performMerge(
        Repository& repository, PullRequest& pull, const MergeRequest& request, const QString& actor);
    void considerAutoMerge(const QString& repository, qint64 number);
    void considerAutoMerges(const QString& repository);
    // runs.cpp
    void startRuns(Repository& repository, const QString& event, const QString& branch, const QString& sha,
        const QString& actor, qint64 pull);
    WorkflowRun& createRun(Repository& repository, const Workflow& workflow, const QString& event,
        const QString& branch, const QString& sha, const QString& actor, qint64 pull, const Json& inputs);
    void enqueue(WorkflowRun& run);
    void begin(WorkflowRun& run);
    void complete(WorkflowRun& run, const QString& conclusion);
    void afterRun(WorkflowRun& run);
    double duration(const WorkflowRun& run) const;
    // access.cpp
    std::optional<Error> withoutPermission(const QString& permission) const;
    Result<void> rename(const QString& from, const QString& to);
    // boilerplate.cpp
    Result<Repository*> makeRepository(const QString& templateName, const QString& name);
    void fillRepository(const QString& name);
    void recordArtifact(const QString& repository, const QString& tag);
    // run_trouble.cpp
    Result<Json> actOnActions(const QString& what, const Json& action);
    Result<Json> changeRun(const QString& what, const Json& action);
    static QStringList actionsOfRuns();
    Result<Json> rewriteBranch(const Json& action);
    // trouble.cpp
    Result<Json> act(const Json& action);
    Result<Json> actOnRun(const QString& what, const Json& action);
    Result<Json> holdOrReleaseAll(const QString& what);
    Result<Json> actOnPull(const QString& what, const Json& action);
    Result<Json> actOnRepository(const QString& what, const Json& action);
    // pull_trouble.cpp
    Result<Json> actOnRules(const QString& what, const Json& action);
    Result<Json> actOnOpenPull(const QString& what, const Json& action);
    Result<Json> pushBySomeoneElse(const QString& repository, const QString& branch, const Json& files);
    PullRequest* openPullFor(const Json& action);
    Result<Json> commitBySomeoneElse(const Json& action);
    void trigger(const QString& occasion, const QString& repository, qint64 number);
    std::vector<Json> takeTriggers(const QString& occasion, const QString& repository, const QString& path);

    WorldOptions m_options;
    bool m_installationCalls = false;
    Clock& m_clock;
    QString m_baseUrl;
    QString m_gitRoot;
    std::unique_ptr<QTemporaryDir> m_temporary;
    std::unique_ptr<StateLog> m_log; // null without a state directory
    std::unique_ptr<PayWorld> m_pay;
    User m_organisation;
    User m_viewer;
    User m_colleague;
    QList<Team> m_teams;
    QByteArray m_token;
    bool m_tokenExpired = false;
    User m_robot; // GitHub Actions itself
    Access m_access;
    bool m_isRestored = false;
    quint64 m_randomState = 1;
    qint64 m_lastId = 0;
    qint64 m_lastRunId = 0;
    qint64 m_lastTask = 0;
    qint64 m_request = 0;
    qint64 m_lastRequest = 0;
    std::map<QString, double> m_durations; // by what: "checks", "boilerplate", …; seconds at speed 1
    std::map<QString, Repository> m_repositories; // by lower-case name
    mutable std::map<QString, std::unique_ptr<GitRepository>> m_gits;
    std::map<PullKey, PullRequest> m_pulls; // by repository name and number
    std::map<RunKey, WorkflowRun> m_runs; // by id
    QHash<qint64, qint64> m_runBySuite;
    QHash<qint64, qint64> m_runByCheckRun;
    QHash<QString, QList<qint64>> m_runsBySha; // oldest first
    mutable std::map<PullKey, MergeabilityEntry> m_mergeability;
    std::map<QString, Json> m_artifacts;
    std::map<qint64, Task> m_tasks;
    Timer m_timer;
    Json m_triggers = Json::array(); // actions with "next": true that wait for their occasion
    Json m_ledger;
    std::map<QString, qint64> m_ledgerCount;
    std::map<QString, RateLimit> m_rateLimits;
    Limits m_limits;
};

//! GitHub's own sentence in a refusal.
QString refusalText(const Error& error);
Error refusal(const QString& code, const QString& text);

} // namespace slipway::sandbox
