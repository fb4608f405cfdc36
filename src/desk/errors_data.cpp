// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/error_catalogue.h"

#include <QCoreApplication>

#include <array>

namespace slipway::desk {

namespace {

constexpr std::array entries{
    ErrorEntry{"json.invalid", QT_TRANSLATE_NOOP("errors", "not valid JSON"),
        QT_TRANSLATE_NOOP("errors", "The text[ of {file}] is not valid JSON[, in record {record}]."),
        QT_TRANSLATE_NOOP("errors", "[Line {line}, column {column}: {reason}.|It does not follow the rules of JSON.]"),
        QT_TRANSLATE_NOOP("errors", "Correct the text at that place and try again.")},
    ErrorEntry{"json.tooLarge", QT_TRANSLATE_NOOP("errors", "text too large"),
        QT_TRANSLATE_NOOP("errors", "The JSON text[ of {file}] is too large to be read."),
        QT_TRANSLATE_NOOP("errors", "[It has {bytes} bytes; at most {limit} are read.|It is larger than the limit.]"),
        QT_TRANSLATE_NOOP("errors", "Check that this is the right file or address.")},
    ErrorEntry{"file.unreadable", QT_TRANSLATE_NOOP("errors", "file unreadable"),
        QT_TRANSLATE_NOOP("errors", "The file[ {file}] cannot be read."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|The system gave no reason.]"),
        QT_TRANSLATE_NOOP("errors", "Check the name of the file and that you may read it, then try again.")},
    ErrorEntry{"file.unwritable", QT_TRANSLATE_NOOP("errors", "file unwritable"),
        QT_TRANSLATE_NOOP("errors", "The file or folder[ {file}] cannot be written."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|The system gave no reason.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Check that the folder belongs to you, is writable and has space left, then try again.")},
    ErrorEntry{"file.permissions", QT_TRANSLATE_NOOP("errors", "file not private"),
        QT_TRANSLATE_NOOP("errors", "The file[ {file}] is not private enough to be used."),
        QT_TRANSLATE_NOOP("errors", "[It was refused because {reason}.|Only you should be able to read it.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Make it an ordinary file of your own with the permissions 0600 (chmod 600), then try again.")},

    ErrorEntry{"workflow.invalid", QT_TRANSLATE_NOOP("errors", "workflow not valid"),
        QT_TRANSLATE_NOOP("errors", "The workflow file[ {file}] is not valid."),
        QT_TRANSLATE_NOOP("errors", "[{problems}.|It does not follow the format of workflow files.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Correct the places named, then check the file with “slipwayctl workflow validate”.")},
    ErrorEntry{"workflow.unknown", QT_TRANSLATE_NOOP("errors", "unknown workflow"),
        QT_TRANSLATE_NOOP("errors", "There is no workflow[ named {workflow}]."),
        QT_TRANSLATE_NOOP("errors", "[The workflows known here are {known}.|No workflow file has that id.]"),
        QT_TRANSLATE_NOOP("errors", "Choose one of those that “slipwayctl workflow list” names.")},
    ErrorEntry{"template.invalid", QT_TRANSLATE_NOOP("errors", "placeholder not valid"),
        QT_TRANSLATE_NOOP("errors", "A placeholder of the workflow cannot be understood."),
        QT_TRANSLATE_NOOP("errors", "[In “{text}”: {reason}.|{reason}.|It does not follow the form of placeholders.]"),
        QT_TRANSLATE_NOOP("errors", "Correct the placeholder in the workflow file and start a new run.")},
    ErrorEntry{"template.unresolved", QT_TRANSLATE_NOOP("errors", "value missing"),
        QT_TRANSLATE_NOOP("errors", "A value that the workflow refers to is not there."),
        QT_TRANSLATE_NOOP("errors", "[Nothing stands at “{path}” yet.|A step, an input or a setting did not give it.]"),
        QT_TRANSLATE_NOOP("errors",
            "Look at the step or setting that should give it. If a step was advanced by hand without that output, "
            "retry "
            "from that step on.")},
    ErrorEntry{"input.missing", QT_TRANSLATE_NOOP("errors", "input missing"),
        QT_TRANSLATE_NOOP("errors", "The input[ {input}] is missing."),
        QT_TRANSLATE_NOOP("errors", "[{message}.|The workflow cannot start without it.]"),
        QT_TRANSLATE_NOOP("errors", "Give a value[ as {input}=VALUE| for it].")},
    ErrorEntry{"input.invalid", QT_TRANSLATE_NOOP("errors", "input not valid"),
        QT_TRANSLATE_NOOP("errors", "[The input {input}|What was given] cannot be used as it is."),
        QT_TRANSLATE_NOOP("errors", "[{problems}.|{message}.|It does not follow the workflow's rule for it.]"),
        QT_TRANSLATE_NOOP("errors", "Change the value[ (now “{value}”)] and try again.")},
    ErrorEntry{"input.unknown", QT_TRANSLATE_NOOP("errors", "unknown input"),
        QT_TRANSLATE_NOOP("errors", "The workflow has no input[ named {input}]."),
        QT_TRANSLATE_NOOP("errors", "[Its inputs are {known}.|The name may be misspelt.]"),
        QT_TRANSLATE_NOOP("errors", "Use one of the inputs that “slipwayctl workflow show” names.")},
    ErrorEntry{"setting.unknown", QT_TRANSLATE_NOOP("errors", "unknown setting"),
        QT_TRANSLATE_NOOP("errors", "The workflow has no setting[ named {setting}]."),
        QT_TRANSLATE_NOOP("errors", "[Its settings are {known}.|The name may be misspelt.]"),
        QT_TRANSLATE_NOOP("errors", "Use one of the settings that “slipwayctl workflow show” names.")},
    ErrorEntry{"setting.invalid", QT_TRANSLATE_NOOP("errors", "setting not valid"),
        QT_TRANSLATE_NOOP("errors", "The setting[ {setting}] cannot be used as it is."),
        QT_TRANSLATE_NOOP(
            "errors", "[{reason}.|It should be {expected}.|Its value does not have the type that the workflow wants.]"),
        QT_TRANSLATE_NOOP("errors", "Correct the value in the profile or in --set, then try again.")},

    ErrorEntry{"edit.shape", QT_TRANSLATE_NOOP("errors", "file has another shape"),
        QT_TRANSLATE_NOOP(
            "errors", "The file[ {path}][ in {repository}] does not have the shape that this change needs."),
        QT_TRANSLATE_NOOP("errors",
            "[At {pointer} there should be {expected}, but {found} is there.|The place to be changed is not what the "
            "workflow expects.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Look at the file on the base branch. Mend the file or the workflow, then press Retry.")},
    ErrorEntry{"edit.nameExists", QT_TRANSLATE_NOOP("errors", "name already in the file"),
        QT_TRANSLATE_NOOP("errors", "The file[ {path}][ in {repository}] already has an entry[ named {name}]."),
        QT_TRANSLATE_NOOP(
            "errors", "[It stands at {pointer}.|Someone else may have made it.] Slipway does not overwrite it."),
        QT_TRANSLATE_NOOP("errors",
            "Choose another name, or remove the old entry, then press Retry. If the entry is as it should be, advance "
            "the step by hand.")},
    ErrorEntry{"edit.notFound", QT_TRANSLATE_NOOP("errors", "place in file not found"),
        QT_TRANSLATE_NOOP("errors", "The place to be changed[ in {path}][ of {repository}] was not found."),
        QT_TRANSLATE_NOOP("errors",
            "[There is no {name} at {pointer}.|There is no {value} at {pointer}.|There is no {pointer} in it.|The file "
            "differs from what the workflow expects.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Look at the file on the base branch. Mend the file or the workflow, then press Retry.")},
    ErrorEntry{"edit.invalidJson", QT_TRANSLATE_NOOP("errors", "file is not valid JSON"),
        QT_TRANSLATE_NOOP("errors", "The file[ {path}][ in {repository}] is not valid JSON."),
        QT_TRANSLATE_NOOP("errors", "[Line {line}, column {column}: {reason}.|It does not follow the rules of JSON.]"),
        QT_TRANSLATE_NOOP("errors", "Mend the file on the base branch, then press Retry.")},
    ErrorEntry{"edit.fileExists", QT_TRANSLATE_NOOP("errors", "file exists already"),
        QT_TRANSLATE_NOOP("errors", "The file[ {path}][ in {repository}] exists already with other content."),
        QT_TRANSLATE_NOOP(
            "errors", "The workflow makes it as a new file and does not overwrite what someone else wrote."),
        QT_TRANSLATE_NOOP("errors",
            "Look at the file. Remove or rename it, then press Retry, or advance the step by hand if the file is as it "
            "should be.")},
    ErrorEntry{"edit.fileMissing", QT_TRANSLATE_NOOP("errors", "file is missing"),
        QT_TRANSLATE_NOOP("errors", "The file[ {path}] that is to be changed does not exist[ in {repository}]."),
        QT_TRANSLATE_NOOP("errors", "It was not found on the base branch."),
        QT_TRANSLATE_NOOP(
            "errors", "Check the repository and the path in the settings and the workflow, then press Retry.")},

    ErrorEntry{"command.refused", QT_TRANSLATE_NOOP("errors", "refused"),
        QT_TRANSLATE_NOOP("errors", "[“{command}”|This] does not apply[ to the step {step}] now."),
        QT_TRANSLATE_NOOP("errors", "The state of the run does not allow it."),
        QT_TRANSLATE_NOOP("errors", "Look at the run and choose what fits its state.")},
    ErrorEntry{"command.stale", QT_TRANSLATE_NOOP("errors", "run has moved on"),
        QT_TRANSLATE_NOOP("errors", "The run has moved on since you looked at it."),
        QT_TRANSLATE_NOOP(
            "errors", "[What changed: {changes}.|Something happened to it in the meantime.] Nothing was done."),
        QT_TRANSLATE_NOOP("errors", "Look at the run again, and repeat what you wanted if it still applies.")},
    ErrorEntry{"run.unknown", QT_TRANSLATE_NOOP("errors", "unknown run"),
        QT_TRANSLATE_NOOP("errors", "There is no run[ called {run}]."),
        QT_TRANSLATE_NOOP("errors", "No run of this store has that id, prefix or subject."),
        QT_TRANSLATE_NOOP("errors", "Choose one of the runs in the list, and check that this is the right store.")},
    ErrorEntry{"run.ambiguous", QT_TRANSLATE_NOOP("errors", "several runs"),
        QT_TRANSLATE_NOOP("errors", "[“{run}” means|This means] more than one run."),
        QT_TRANSLATE_NOOP("errors", "[The ids that begin so are {matches}.|Several ids begin with it.]"),
        QT_TRANSLATE_NOOP("errors", "Give more characters of the id.")},
    ErrorEntry{"step.unknown", QT_TRANSLATE_NOOP("errors", "unknown step"),
        QT_TRANSLATE_NOOP("errors", "The run has no step[ called {step}]."),
        QT_TRANSLATE_NOOP("errors", "[Its steps are {known}.|The name may be misspelt.]"),
        QT_TRANSLATE_NOOP("errors", "Use the id of a step as the run shows it.")},
    ErrorEntry{"run.subjectTaken", QT_TRANSLATE_NOOP("errors", "run is open already"),
        QT_TRANSLATE_NOOP("errors", "A run[ for {subject}] is open already."),
        QT_TRANSLATE_NOOP("errors",
            "[The run {setAside} cannot be read and is left alone, but what it began may still go on.|The run {run} "
            "has "
            "not ended.|It has not ended.] A second one beside it would do the same work twice."),
        QT_TRANSLATE_NOOP("errors",
            "[Have the run read again with Resume, or slipwayctl resume {setAside}; then go on with it, or cancel it "
            "with Cancel.|Go on with that run, or cancel it first.]")},
    ErrorEntry{"name.taken", QT_TRANSLATE_NOOP("errors", "name is taken"),
        QT_TRANSLATE_NOOP("errors", "The name[ {name}] is taken."),
        QT_TRANSLATE_NOOP("errors", "[{holder} has it already.|Something of that name exists already.]"),
        QT_TRANSLATE_NOOP("errors", "Choose another name.")},
    ErrorEntry{"preview.stale", QT_TRANSLATE_NOOP("errors", "preview out of date"),
        QT_TRANSLATE_NOOP("errors", "What would be changed is not what the preview showed[: in {repositories}]."),
        QT_TRANSLATE_NOOP("errors", "Someone changed the same files since. Nothing was started."),
        QT_TRANSLATE_NOOP("errors", "Look at the preview again; if it is right, press Create.")},
    ErrorEntry{"record.invalid", QT_TRANSLATE_NOOP("errors", "record not valid"),
        QT_TRANSLATE_NOOP("errors", "The status record[ {record}][ in line {line}][ of {file}] cannot be taken in."),
        QT_TRANSLATE_NOOP(
            "errors", "[At “{pointer}”: {reason}.|{reason}.|It does not have the form of status records.]"),
        QT_TRANSLATE_NOOP(
            "errors", "Nothing of this record was taken in. Correct the place named and import it again.")},
    ErrorEntry{"record.failed", QT_TRANSLATE_NOOP("errors", "failed before the import"),
        QT_TRANSLATE_NOOP("errors", "The imported status record says that this failed[: {part}]."),
        QT_TRANSLATE_NOOP("errors", "A status record does not say why.[ The run was {url}.]"),
        QT_TRANSLATE_NOOP("errors", "Resume the run to look at what is there and to go on from it.")},
    ErrorEntry{"record.known", QT_TRANSLATE_NOOP("errors", "record known"),
        QT_TRANSLATE_NOOP("errors", "The status record[ of {subject}] was imported before."),
        QT_TRANSLATE_NOOP("errors", "The store has the run[ {run}] for it. A record is taken in once."),
        QT_TRANSLATE_NOOP("errors", "Nothing needs to be done.")},
    ErrorEntry{"name.redirects", QT_TRANSLATE_NOOP("errors", "name leads elsewhere"),
        QT_TRANSLATE_NOOP("errors", "The name[ {name}] is free, but it is the old name of[ {to}| another repository]."),
        QT_TRANSLATE_NOOP(
            "errors", "Addresses with the old name still lead to it. A new repository of that name breaks them."),
        QT_TRANSLATE_NOOP("errors",
            "Choose another name. If nobody uses the old addresses any more, advance this step: the run goes on "
            "then.")},
    ErrorEntry{"name.unchecked", QT_TRANSLATE_NOOP("errors", "name not checked"),
        QT_TRANSLATE_NOOP("errors", "Whether the name[ {name}] is free could not be checked."),
        QT_TRANSLATE_NOOP("errors", "[{reason}.|GitHub gave no answer that tells.] The name may be free or taken."),
        QT_TRANSLATE_NOOP("errors", "Check the connection, then check the name again.")},
};

} // namespace

std::span<const ErrorEntry> dataErrors() { return entries; }

} // namespace slipway::desk
