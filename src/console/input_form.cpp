// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/input_form.h"

#include "base/text.h"
#include "console/field_hint.h"
#include "console/labels.h"
#include "console/primary_button.h"
#include "console/safe_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

constexpr const char* kOffered = "offered";

//! Of small letters, digits and single hyphens between them.
QString slugOf(const QString& typed, std::optional<int> maxLength)
{
    QString slug;
    for (const QChar c : typed.normalized(QString::NormalizationForm_KD).toLower()) {
        if ((c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9'))
            slug += c;
        else if (!c.isMark() && !slug.isEmpty() && !slug.endsWith(u'-'))
            slug += u'-';
    }
    if (maxLength)
        slug.truncate(*maxLength);
    while (slug.endsWith(u'-'))
        slug.chop(1);
    return slug;
}

} // namespace

QString wordProblem(const InputProblem& problem, const InputDefinition& input)
{
    if (!problem.message.isEmpty())
        return safeText(problem.message, 300);
    if (problem.rule == u"required")
        return InputForm::tr("Enter a value");
    if (problem.rule == u"choice")
        return InputForm::tr("Choose an entry");
    if (problem.rule == u"minLength")
        return InputForm::tr("%n character(s) or more", nullptr, input.minLength.value_or(0));
    if (problem.rule == u"maxLength")
        return InputForm::tr("%n character(s) or less", nullptr, input.maxLength.value_or(0));
    if (problem.rule == u"minimum")
        return InputForm::tr("%1 or more").arg(QLocale().toString(input.minimum.value_or(0)));
    if (problem.rule == u"maximum")
        return InputForm::tr("%1 or less").arg(QLocale().toString(input.maximum.value_or(0)));
    if (problem.rule == u"type")
        return input.type == InputType::Number ? InputForm::tr("Enter a number")
            : input.type == InputType::Email   ? InputForm::tr("Enter an e-mail address")
                                               : InputForm::tr("This is not the kind of value that is needed");
    return InputForm::tr("This value is not allowed");
}

InputForm::InputForm(std::shared_ptr<const Workflow> workflow, const Json& settings, QWidget* parent)
    : QWidget(parent)
    , m_workflow(std::move(workflow))
    , m_settings(settings)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(14);
    for (const InputDefinition& input : m_workflow->inputs) {
        Field field{input, makeEditor(input, settings), new FieldHint, nullptr, new QVBoxLayout};
        field.column->setSpacing(4);
        const QString title = safeLine(input.title.isEmpty() ? input.id : input.title, 80);
        if (input.type != InputType::Flag) {
            auto* label = plainLabel(input.required ? title : tr("%1 (optional)").arg(title));
            label->setBuddy(field.editor);
            field.column->addWidget(label);
        }
        field.editor->setObjectName(u"input-"_s + input.id);
        field.editor->setAccessibleName(title);
        field.editor->setAccessibleDescription(safeText(input.help, 300));
        field.column->addWidget(field.editor);
        field.column->addWidget(field.hint);
        field.hint->explain(input.help);
        if (auto* line = qobject_cast<QLineEdit*>(field.editor); line && input.type == InputType::Text) {
            field.offer = new QPushButton;
            field.offer->setObjectName(u"offer-"_s + input.id);
            field.offer->setFlat(true);
            field.offer->setAutoDefault(false);
            field.offer->hide();
            makeLink(field.offer);
            field.column->addWidget(field.offer, 0, Qt::AlignLeft);
            connect(field.offer, &QPushButton::clicked, line, [line, offer = field.offer] {
                line->setFocus(Qt::OtherFocusReason); // the button goes
                line->setText(offer->property(kOffered).toString());
            });
        }
        column->addLayout(field.column);
        m_fields += field;
    }
}

QWidget* InputForm::makeEditor(const InputDefinition& input, const Json& settings)
{
    const QString id = input.id;
    switch (input.type) {
    case InputType::Flag: {
        auto* box = new QCheckBox(safeLine(input.title.isEmpty() ? input.id : input.title, 80).replace(u'&', u"&&"_s));
        box->setChecked(input.defaultValue.is_boolean() && input.defaultValue.get<bool>());
        connect(box, &QCheckBox::toggled, this, [this, id] { edited(id); });
        return box;
    }
    case InputType::Choice: {
        auto* combo = new QComboBox;
        const auto choices = choicesOf(input, settings, std::nullopt);
        if (choices) {
            for (const QString& choice : *choices)
                combo->addItem(safeLine(choice, 120), choice);
        } else { // teams: to be asked for; until then any text may be typed
            combo->setEditable(true);
            combo->setInsertPolicy(QComboBox::NoInsert);
            combo->completer()->setFilterMode(Qt::MatchContains);
            combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
            combo->lineEdit()->setPlaceholderText(tr("Reading the list…"));
            combo->lineEdit()->setAccessibleName(safeLine(input.title, 80));
        }
        combo->setPlaceholderText(tr("Choose an entry"));
        combo->setCurrentIndex(-1);
        combo->setMinimumContentsLength(16);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        if (combo->isEditable())
            connect(combo, &QComboBox::editTextChanged, this, [this, id] { edited(id); });
        else
            connect(combo, &QComboBox::currentIndexChanged, this, [this, id] { edited(id); });
        return combo;
    }
    case InputType::Text:
    case InputType::Number:
    case InputType::Email:
    case InputType::Secret: break;
    }
    auto* line = new QLineEdit;
    if (input.type == InputType::Secret)
        line->setEchoMode(QLineEdit::Password);
    if (input.defaultValue.is_string())
        line->setText(toQString(input.defaultValue.get_ref<const std::string&>()));
    else if (input.defaultValue.is_number())
        line->setText(QString::fromUtf8(toBytes(input.defaultValue)));
    line->setMaxLength(4'000);
    connect(line, &QLineEdit::textChanged, this, [this, id] { edited(id); });
    return line;
}

void InputForm::edited(const QString& input)
{
    m_touched.insert(input);
    Q_EMIT changed();
}

InputForm::Field* InputForm::field(const QString& input)
{
    const auto it =
        std::find_if(m_fields.begin(), m_fields.end(), [&](const Field& f) { return f.definition.id == input; });
    return it == m_fields.end() ? nullptr : &*it;
}

Json InputForm::valueOf(const Field& field) const
{
    if (const auto* box = qobject_cast<const QCheckBox*>(field.editor))
        return Json(box->isChecked());
    QString text;
    if (const auto* combo = qobject_cast<const QComboBox*>(field.editor))
        text = combo->isEditable() ? combo->currentText() : combo->currentData().toString();
    else if (const auto* line = qobject_cast<const QLineEdit*>(field.editor))
        text = line->text();
    if (text.isEmpty())
        return {};
    if (field.definition.type == InputType::Number) {
        bool whole = false, any = false;
        const qint64 integer = text.trimmed().toLongLong(&whole);
        const double number = QLocale::c().toDouble(text.trimmed(), &any);
        if (whole)
            return Json(integer);
        if (any)
            return Json(number);
    }
    return toJson(text);
}

Json InputForm::values() const
{
    Json values = Json::object();
    for (const Field& field : m_fields)
        if (Json value = valueOf(field); !value.is_null())
            values[field.definition.id.toStdString()] = std::move(value);
    return values;
}

Json InputForm::keepable() const
{
    Json values = this->values();
    for (const Field& field : m_fields)
        if (field.definition.type == InputType::Secret)
            values.erase(field.definition.id.toStdString());
    return values;
}

void InputForm::setValues(const Json& values)
{
    for (const Field& field : std::as_const(m_fields)) {
        const Json& value = memberAt(values, field.definition.id.toUtf8().constData());
        if (value.is_null())
            continue;
        const QString text =
            value.is_string() ? toQString(value.get_ref<const std::string&>()) : QString::fromUtf8(toBytes(value));
        if (auto* box = qobject_cast<QCheckBox*>(field.editor))
            box->setChecked(value.is_boolean() && value.get<bool>());
        else if (auto* combo = qobject_cast<QComboBox*>(field.editor)) {
            combo->setCurrentIndex(combo->findData(text));
            if (combo->isEditable())
                combo->setEditText(text);
        } else if (auto* line = qobject_cast<QLineEdit*>(field.editor))
            line->setText(text);
    }
}

void InputForm::setTeams(const QStringList& teams)
{
    m_teams = teams;
    for (const Field& field : std::as_const(m_fields)) {
        auto* combo = qobject_cast<QComboBox*>(field.editor);
        if (!combo || !combo->isEditable())
            continue;
        const QString typed = combo->currentText();
        const QSignalBlocker quiet(combo);
        combo->clear();
        for (const QString& team : teams)
            combo->addItem(safeValue(team, 120), team);
        combo->setCurrentIndex(combo->findText(typed));
        combo->setEditText(typed);
        combo->lineEdit()->setPlaceholderText(tr("Choose an entry"));
    }
    Q_EMIT changed();
}

void InputForm::setTeamsUnknown(const QString& why)
{
    for (const Field& field : std::as_const(m_fields))
        if (auto* combo = qobject_cast<QComboBox*>(field.editor); combo && combo->isEditable()) {
            combo->lineEdit()->setPlaceholderText(tr("Type the team's name"));
            field.hint->say(ShownState::Unknown, tr("The list could not be read: %1").arg(why));
        }
}

void InputForm::showProblems(const QList<InputProblem>& problems)
{
    m_problems = problems;
    for (const Field& field : std::as_const(m_fields)) {
        const auto problem = std::find_if(
            problems.begin(), problems.end(), [&](const InputProblem& p) { return p.input == field.definition.id; });
        showOffer(field, problem != problems.end() && m_touched.contains(field.definition.id));
        if (!m_touched.contains(field.definition.id) && problem != problems.end())
            field.hint->explain(field.definition.help);
        else if (problem != problems.end())
            field.hint->say(ShownState::NeedsYou, wordProblem(*problem, field.definition));
        else
            field.hint->explain(field.definition.help);
    }
}

void InputForm::showOffer(const Field& field, bool isWrong)
{
    if (!field.offer)
        return;
    const QString typed = qobject_cast<const QLineEdit*>(field.editor)->text();
    const QString slug = slugOf(typed, field.definition.maxLength);
    const auto isRight = [&] {
        const auto left =
            checkInputs(*m_workflow, Json{{field.definition.id.toStdString(), slug.toStdString()}}, m_settings);
        return std::none_of(
            left.begin(), left.end(), [&](const InputProblem& p) { return p.input == field.definition.id; });
    };
    const bool isOffered = isWrong && !slug.isEmpty() && slug != typed && isRight();
    field.offer->setProperty(kOffered, slug);
    field.offer->setText(isOffered ? tr("Use “%1”").arg(slug) : QString());
    field.offer->setVisible(isOffered);
}

void InputForm::touchAll()
{
    for (const Field& field : std::as_const(m_fields))
        m_touched.insert(field.definition.id);
    showProblems(m_problems);
}

void InputForm::focusField(const QString& input)
{
    if (Field* found = field(input)) {
        m_touched.insert(input);
        found->editor->setFocus(Qt::OtherFocusReason);
        showProblems(m_problems);
    }
}

void InputForm::addBelow(const QString& input, QWidget* widget)
{
    if (Field* found = field(input))
        found->column->addWidget(widget);
}

} // namespace slipway::console
