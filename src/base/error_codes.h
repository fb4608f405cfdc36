// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

//! Every error code that Slipway makes. Codes are journaled, so a code is never renamed or given another meaning.
//! desk/error_text.cpp renders each; a test fails on a code without text.
namespace slipway::errc {

#define SLIPWAY_ERROR_CODES(X)                                                                                         \
    /* data */                                                                                                         \
    X(jsonInvalid, "json.invalid")                                                                                     \
    X(jsonTooLarge, "json.tooLarge")                                                                                   \
    X(fileUnreadable, "file.unreadable")                                                                               \
    X(fileUnwritable, "file.unwritable")                                                                               \
    X(filePermissions, "file.permissions")                                                                             \
    /* workflow files, inputs, commands */                                                                             \
    X(workflowInvalid, "workflow.invalid")                                                                             \
    X(workflowUnknown, "workflow.unknown")                                                                             \
    X(templateInvalid, "template.invalid")                                                                             \
    X(templateUnresolved, "template.unresolved")                                                                       \
    X(inputMissing, "input.missing")                                                                                   \
    X(inputInvalid, "input.invalid")                                                                                   \
    X(inputUnknown, "input.unknown")                                                                                   \
    X(settingUnknown, "setting.unknown")                                                                               \
    X(settingInvalid, "setting.invalid")                                                                               \
    X(editShape, "edit.shape")                                                                                         \
    X(editNameExists, "edit.nameExists")                                                                               \
    X(editNotFound, "edit.notFound")                                                                                   \
    X(editInvalidJson, "edit.invalidJson")                                                                             \
    X(fileExists, "edit.fileExists")                                                                                   \
    X(fileMissing, "edit.fileMissing")                                                                                 \
    X(commandRefused, "command.refused")                                                                               \
    X(commandStale, "command.stale")                                                                                   \
    X(runUnknown, "run.unknown")                                                                                       \
    X(runAmbiguous, "run.ambiguous")                                                                                   \
    X(stepUnknown, "step.unknown")                                                                                     \
    X(subjectTaken, "run.subjectTaken")                                                                                \
    X(nameTaken, "name.taken")                                                                                         \
    X(previewStale, "preview.stale")                                                                                   \
    X(nameRedirects, "name.redirects")                                                                                 \
    X(nameUnchecked, "name.unchecked")                                                                                 \
    X(recordInvalid, "record.invalid")                                                                                 \
    X(recordFailed, "record.failed")                                                                                   \
    X(recordKnown, "record.known")                                                                                     \
    /* store */                                                                                                        \
    X(storeOwned, "store.owned")                                                                                       \
    X(storeOtherHost, "store.otherHost")                                                                               \
    X(storeNewer, "store.newer")                                                                                       \
    X(storeForeign, "store.foreign")                                                                                   \
    X(storeDamaged, "store.damaged")                                                                                   \
    X(storeUnwritable, "store.unwritable")                                                                             \
    X(storeFull, "store.full")                                                                                         \
    X(storeBusy, "store.busy")                                                                                         \
    X(storeFenced, "store.fenced")                                                                                     \
    X(storeReadOnly, "store.readOnly")                                                                                 \
    X(storeFailed, "store.failed")                                                                                     \
    X(storeGuard, "store.guard")                                                                                       \
    X(storeMissing, "store.missing")                                                                                   \
    X(storeOlder, "store.older")                                                                                       \
    X(searchFilter, "search.filter")                                                                                   \
    /* transport */                                                                                                    \
    X(networkUnreachable, "network.unreachable")                                                                       \
    X(networkTls, "network.tls")                                                                                       \
    X(networkProxy, "network.proxy")                                                                                   \
    X(networkTimeout, "network.timeout")                                                                               \
    X(networkInterrupted, "network.interrupted")                                                                       \
    X(networkRedirected, "network.redirected")                                                                         \
    X(networkTooLarge, "network.tooLarge")                                                                             \
    X(networkUnsafeUrl, "network.unsafeUrl")                                                                           \
    X(networkCancelled, "network.cancelled")                                                                           \
    X(answerUnreadable, "answer.unreadable")                                                                           \
    X(serverError, "server.error")                                                                                     \
    X(httpStatus, "http.status")                                                                                       \
    X(httpConflict, "http.conflict")                                                                                   \
    X(httpAmbiguous, "http.ambiguous")                                                                                 \
    X(secretMissing, "secret.missing")                                                                                 \
    X(credentialMissing, "credential.missing")                                                                         \
    X(credentialOtherHost, "credential.otherHost")                                                                     \
    /* GitHub */                                                                                                       \
    X(githubBadCredentials, "github.badCredentials")                                                                   \
    X(githubForbidden, "github.forbidden")                                                                             \
    X(githubSso, "github.ssoRequired")                                                                                 \
    X(githubRateLimited, "github.rateLimited")                                                                         \
    X(githubNotFound, "github.notFound")                                                                               \
    X(githubRefused, "github.refused")                                                                                 \
    X(githubStaleData, "github.staleData")                                                                             \
    X(githubAlreadyExists, "github.alreadyExists")                                                                     \
    X(githubArchived, "github.archived")                                                                               \
    X(githubRuleViolation, "github.ruleViolation")                                                                     \
    X(githubTruncatedFile, "github.truncatedFile")                                                                     \
    X(githubExecutableFile, "github.executableFile")                                                                   \
    X(githubAutoMergeClean, "github.autoMergeClean")                                                                   \
    X(githubAutoMergeOff, "github.autoMergeOff")                                                                       \
    X(githubMergeMethod, "github.mergeMethod")                                                                         \
    X(githubNotMergeable, "github.notMergeable")                                                                       \
    X(githubConflict, "github.conflict")                                                                               \
    X(githubPullRequestClosed, "github.pullRequestClosed")                                                             \
    X(githubHeadMoved, "github.headMoved")                                                                             \
    X(githubDraft, "github.draft")                                                                                     \
    X(githubAutoMergeDisabled, "github.autoMergeDisabled")                                                             \
    X(githubQueueRemoved, "github.mergeQueueRemoved")                                                                  \
    X(githubChecksRed, "github.checksRed")                                                                             \
    X(githubBranchClash, "github.branchClash")                                                                         \
    X(githubNotVisible, "github.notVisible")                                                                           \
    X(githubWorkflowFailed, "github.workflowFailed")                                                                   \
    X(githubWorkflowCancelled, "github.workflowCancelled")                                                             \
    X(githubNoWorkflowRun, "github.noWorkflowRun")                                                                     \
    X(githubDispatchRefused, "github.dispatchRefused")                                                                 \
    X(githubForeignBranch, "github.foreignBranch")                                                                     \
    X(githubForeignRepository, "github.foreignRepository")                                                             \
    X(githubRepositoryInvisible, "github.repositoryInvisible")                                                         \
    X(githubRenamed, "github.repositoryRenamed")                                                                       \
    X(githubNotAFile, "github.notAFile")                                                                               \
    X(githubRunApproval, "github.runApproval")                                                                         \
    X(githubForeignPullRequest, "github.foreignPullRequest")                                                           \
    X(githubCannotRevert, "github.cannotRevert")                                                                       \
    X(githubNoToken, "github.noToken")                                                                                 \
    X(githubOtherHost, "github.otherHost")                                                                             \
    X(connectionUnknown, "connection.unknown")                                                                         \
    X(connectionNoSandbox, "connection.noSandbox")                                                                     \
    X(keychainLocked, "keychain.locked")                                                                               \
    X(keychainUnavailable, "keychain.unavailable")                                                                     \
    X(keychainSilent, "keychain.silent")                                                                               \
    X(githubImport, "github.import")                                                                                   \
    X(githubSignInEnded, "github.signInEnded")                                                                         \
    X(githubSignIn, "github.signIn")                                                                                   \
    X(githubAppRefused, "github.appRefused")                                                                           \
    X(teamUnknown, "github.teamUnknown")                                                                               \
    /* API */                                                                                                          \
    X(apiMalformed, "api.malformed")                                                                                   \
    X(apiNoToken, "api.noToken")                                                                                       \
    X(apiBadToken, "api.badToken")                                                                                     \
    X(apiRole, "api.role")                                                                                             \
    X(apiHost, "api.foreignHost")                                                                                      \
    X(apiOrigin, "api.foreignOrigin")                                                                                  \
    X(apiNoRoute, "api.noSuchPath")                                                                                    \
    X(apiMethod, "api.methodNotAllowed")                                                                               \
    X(apiMediaType, "api.mediaType")                                                                                   \
    X(apiTooLarge, "api.tooLarge")                                                                                     \
    X(apiTooMany, "api.tooManyRequests")                                                                               \
    X(apiBusy, "api.tooManyConnections")                                                                               \
    X(apiKeyMissing, "api.idempotencyKeyMissing")                                                                      \
    X(apiKeyReused, "api.idempotencyKeyReused")                                                                        \
    X(apiSlow, "api.tooSlow")                                                                                          \
    X(apiSignature, "api.badSignature")                                                                                \
    X(apiNotLoopback, "api.notLoopback")                                                                               \
    X(apiTokenExists, "api.tokenExists")                                                                               \
    X(apiTokenUnknown, "api.tokenUnknown")                                                                             \
    /* engine */                                                                                                       \
    X(effectUnknown, "effect.unknown")                                                                                 \
    X(effectAbsent, "effect.absent")                                                                                   \
    X(attemptsExhausted, "step.attemptsExhausted")                                                                     \
    X(gateWaiting, "gate.waiting")                                                                                     \
    X(runQuarantined, "run.quarantined")                                                                               \
    X(runSetAside, "run.setAside")                                                                                     \
    X(engineSafeMode, "engine.safeMode")                                                                               \
    X(internal, "internal")                                                                                            \
    X(usage, "usage")                                                                                                  \
    X(notConnected, "connection.none")

#define SLIPWAY_DECLARE_CODE(name, text) inline const QString name = QStringLiteral(text);
SLIPWAY_ERROR_CODES(SLIPWAY_DECLARE_CODE)
#undef SLIPWAY_DECLARE_CODE

} // namespace slipway::errc
