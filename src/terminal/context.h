// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "terminal/arguments.h"
#include "terminal/environment.h"
#include "terminal/output.h"

namespace slipway::terminal {

//! What a command has at hand.
class Context {
public:
    Context(const Arguments& arguments, Environment& environment, Output& output)
        : arguments(arguments)
        , environment(environment)
        , output(output)
    { }

    bool json() const { return arguments.global.json; }
    Result<std::unique_ptr<Session>> open(OpenMode mode) const { return environment.open(arguments.global, mode); }
    //! Tells the error on standard error and gives its exit status.
    int fail(const Error& error) const;
    //! Who looks for what is not there may mean the window, which is on its sandbox.
    void sayWhereTheWindowIs() const;
    //! A result: `object` with --json, else the sentence.
    void result(const Json& object, const QString& sentence) const;

    const Arguments& arguments;
    Environment& environment;
    Output& output;
};

//! Tells an error: what, why, remedy, or an object {"error": …}.
void tell(Output& output, bool json, const Error& error);

//! Serves the API if --listen asks for it, and prints where; null without it.
Result<std::unique_ptr<ServedApi>> serveApi(Context& context, desk::Desk& desk);

//! Listens to a relay if --relay asks for it; null without it.
Result<std::unique_ptr<RunningRelay>> listenToRelay(Context& context, desk::Desk& desk);

//! The commands in the order of the help.
const QList<CommandSpec>& commandTable();

// One function a command, one file an area: commands_create.cpp, commands_look.cpp, commands_act.cpp,
// commands_connection.cpp, commands_credential.cpp, commands_api.cpp, commands_machine.cpp.
int createRun(Context& context);
int followRuns(Context& context);
int listRuns(Context& context);
int showStatus(Context& context);
int showRun(Context& context);
int showEvents(Context& context);
int showEvidence(Context& context);
int reportRun(Context& context);
int showRecord(Context& context);
int importRecords(Context& context);
int exportRecords(Context& context);
int retryRun(Context& context);
int giveSecret(Context& context);
int lookAtRun(Context& context);
int advanceStep(Context& context);
int skipStep(Context& context);
int answerQuestion(Context& context);
int pauseRun(Context& context);
int resumeRun(Context& context);
int cancelRun(Context& context);
int undoRun(Context& context);
int addNote(Context& context);
int listWorkflows(Context& context);
int showWorkflow(Context& context);
int importWorkflow(Context& context);
int validateWorkflow(Context& context);
int checkConnection(Context& context);
int addConnection(Context& context);
int listConnections(Context& context);
int removeConnection(Context& context);
int setCredential(Context& context);
int listCredentials(Context& context);
int removeCredential(Context& context);
int runAgent(Context& context);
int addApiToken(Context& context);
int listApiTokens(Context& context);
int removeApiToken(Context& context);
int verifyJournal(Context& context);
int rebuildJournal(Context& context);
int listBackups(Context& context);
int makeBackup(Context& context);
int restoreBackup(Context& context);
int runSandbox(Context& context);
int printScript(Context& context);

} // namespace slipway::terminal
