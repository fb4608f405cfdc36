<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>EvidenceLines</name>
    <message numerus="yes">
        <source>%n seen</source>
        <translation>
            <numerusform>%n seen</numerusform>
            <numerusform>%n seen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message numerus="yes">
        <source>%n reverting pull requests are still open</source>
        <translation>
            <numerusform>%n reverting pull request is still open</numerusform>
            <numerusform>%n reverting pull requests are still open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pull requests still merge by themselves</source>
        <translation>
            <numerusform>%n pull request still merges by itself</numerusform>
            <numerusform>%n pull requests still merge by themselves</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UndoLook</name>
    <message numerus="yes">
        <source>; and %n more</source>
        <translation>
            <numerusform>; and %n more</numerusform>
            <numerusform>; and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::ActionSet</name>
    <message numerus="yes">
        <source>&amp;Retry in %n run(s)…</source>
        <translation>
            <numerusform>&amp;Retry in %n run…</numerusform>
            <numerusform>&amp;Retry in %n runs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resu&amp;me %n run(s)…</source>
        <translation>
            <numerusform>Resu&amp;me %n run…</numerusform>
            <numerusform>Resu&amp;me %n runs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Pause %n run(s)…</source>
        <translation>
            <numerusform>&amp;Pause %n run…</numerusform>
            <numerusform>&amp;Pause %n runs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n run(s)…</source>
        <translation>
            <numerusform>&amp;Cancel %n run…</numerusform>
            <numerusform>&amp;Cancel %n runs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n run(s)…</source>
        <translation>
            <numerusform>&amp;Export %n run…</numerusform>
            <numerusform>&amp;Export %n runs…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Mute %n run(s)</source>
        <translation>
            <numerusform>&amp;Mute %n run</numerusform>
            <numerusform>&amp;Mute %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Those are too many to be read beforehand. Select at most %n run(s).</source>
        <translation>
            <numerusform>Those are too many to be read beforehand. Select at most %n run.</numerusform>
            <numerusform>Those are too many to be read beforehand. Select at most %n runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Announcer</name>
    <message numerus="yes">
        <source>%n more change(s).</source>
        <translation>
            <numerusform>%n more change.</numerusform>
            <numerusform>%n more changes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::AuditTab</name>
    <message numerus="yes">
        <source>%1: %2 let Slipway go on after %n crash(es).</source>
        <comment>time, who</comment>
        <translation>
            <numerusform>%1: %2 let Slipway go on after %n crash.</numerusform>
            <numerusform>%1: %2 let Slipway go on after %n crashes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Banners</name>
    <message numerus="yes">
        <source>Nobody drives %n open run(s): nothing goes on until a Slipway that may is started, a window or “slipwayctl agent”.</source>
        <translation>
            <numerusform>Nobody drives %n open run: nothing goes on until a Slipway that may is started, a window or “slipwayctl agent”.</numerusform>
            <numerusform>Nobody drives %n open runs: nothing goes on until a Slipway that may is started, a window or “slipwayctl agent”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected: nobody drives %n open run(s). The history can be read and searched.</source>
        <translation>
            <numerusform>Not connected: nobody drives %n open run. The history can be read and searched.</numerusform>
            <numerusform>Not connected: nobody drives %n open runs. The history can be read and searched.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::BatchDialog</name>
    <message numerus="yes">
        <source>%n started.</source>
        <translation>
            <numerusform>%n started.</numerusform>
            <numerusform>%n started.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be created and is left out: see the last column.</source>
        <translation>
            <numerusform>%n cannot be created and is left out: see the last column.</numerusform>
            <numerusform>%n cannot be created and are left out: see the last column.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be checked.</source>
        <translation>
            <numerusform>%n could not be checked.</numerusform>
            <numerusform>%n could not be checked.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be changed by more than one of them: they are merged one after another, and where one comes first and the next no longer fits, Slipway makes that one anew on the new main.</source>
        <translation>
            <numerusform>%n file will be changed by more than one of them: they are merged one after another, and where one comes first and the next no longer fits, Slipway makes that one anew on the new main.</numerusform>
            <numerusform>%n files will be changed by more than one of them: they are merged one after another, and where one comes first and the next no longer fits, Slipway makes that one anew on the new main.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Create %n service(s)</source>
        <translation>
            <numerusform>&amp;Create %n service</numerusform>
            <numerusform>&amp;Create %n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Start %n run(s)</source>
        <translation>
            <numerusform>&amp;Start %n run</numerusform>
            <numerusform>&amp;Start %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>open %n pull request(s)</source>
        <translation>
            <numerusform>open %n pull request</numerusform>
            <numerusform>open %n pull requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::BatchModel</name>
    <message numerus="yes">
        <source>good: %n pull request(s)</source>
        <translation>
            <numerusform>good: %n pull request</numerusform>
            <numerusform>good: %n pull requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::CompareDialog</name>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translation>
            <numerusform>%n difference.</numerusform>
            <numerusform>%n differences.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Comparison</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translation>
            <numerusform>%n attempt</numerusform>
            <numerusform>%n attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::ConnectionResults</name>
    <message numerus="yes">
        <source>%n right(s) are missing. Runs stop where they are needed; you can connect all the same.</source>
        <translation>
            <numerusform>%n right is missing. Runs stop where it is needed; you can connect all the same.</numerusform>
            <numerusform>%n rights are missing. Runs stop where they are needed; you can connect all the same.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::CreateDialog</name>
    <message numerus="yes">
        <source>&amp;Create: open %n pull request(s)</source>
        <translation>
            <numerusform>&amp;Create: open %n pull request</numerusform>
            <numerusform>&amp;Create: open %n pull requests</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::DiffView</name>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Effects</name>
    <message numerus="yes">
        <source>leave %n other lane(s) as they are</source>
        <translation>
            <numerusform>leave %n other lane as they are</numerusform>
            <numerusform>leave %n other lanes as they are</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>never start %n planned step(s)</source>
        <translation>
            <numerusform>never start %n planned step</numerusform>
            <numerusform>never start %n planned steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Figures</name>
    <message numerus="yes">
        <source>Went well %n time(s).</source>
        <translation>
            <numerusform>Went well %n time.</numerusform>
            <numerusform>Went well %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are shown.</source>
        <translation>
            <numerusform>The newest %n is shown.</numerusform>
            <numerusform>The newest %n are shown.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed %n time(s).</source>
        <translation>
            <numerusform>Failed %n time.</numerusform>
            <numerusform>Failed %n times.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried again %n time(s).</source>
        <translation>
            <numerusform>Tried again %n time.</numerusform>
            <numerusform>Tried again %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::InputForm</name>
    <message numerus="yes">
        <source>%n character(s) or more</source>
        <translation>
            <numerusform>%n character or more</numerusform>
            <numerusform>%n characters or more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) or less</source>
        <translation>
            <numerusform>%n character or less</numerusform>
            <numerusform>%n characters or less</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Jobs</name>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translation>
            <numerusform>%1, and %n more</numerusform>
            <numerusform>%1, and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::MadeList</name>
    <message numerus="yes">
        <source>%n thing(s) in the world because of this run, some to look after</source>
        <translation>
            <numerusform>%n thing in the world because of this run, to look after</numerusform>
            <numerusform>%n things in the world because of this run, some to look after</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the world because of this run</source>
        <translation>
            <numerusform>%n thing in the world because of this run</numerusform>
            <numerusform>%n things in the world because of this run</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::MainWindow</name>
    <message numerus="yes">
        <source>Export %n run(s)</source>
        <translation>
            <numerusform>Export %n run</numerusform>
            <numerusform>Export %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n run(s)</source>
        <translation>
            <numerusform>Exporting %n run</numerusform>
            <numerusform>Exporting %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are half-way. Nothing of them moves on while no Slipway is open; the next start goes on where they stand.</source>
        <translation>
            <numerusform>%n run is half-way. Nothing of it moves on while no Slipway is open; the next start goes on where it stands.</numerusform>
            <numerusform>%n runs are half-way. Nothing of them moves on while no Slipway is open; the next start goes on where they stand.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::ManyActs</name>
    <message numerus="yes">
        <source>Retry in %n run(s)</source>
        <translation>
            <numerusform>Retry in %n run</numerusform>
            <numerusform>Retry in %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n run(s)</source>
        <translation>
            <numerusform>Pause %n run</numerusform>
            <numerusform>Pause %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n run(s)</source>
        <translation>
            <numerusform>Resume %n run</numerusform>
            <numerusform>Resume %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n run(s)</source>
        <translation>
            <numerusform>Cancel %n run</numerusform>
            <numerusform>Cancel %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry what failed or is stuck in %n run(s)</source>
        <translation>
            <numerusform>Retry what failed or is stuck in %n run</numerusform>
            <numerusform>Retry what failed or is stuck in %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n selected run(s)</source>
        <translation>
            <numerusform>Pause %n selected run</numerusform>
            <numerusform>Pause %n selected runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n selected run(s)</source>
        <translation>
            <numerusform>Resume %n selected run</numerusform>
            <numerusform>Resume %n selected runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n selected run(s)</source>
        <translation>
            <numerusform>Cancel %n selected run</numerusform>
            <numerusform>Cancel %n selected runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::ManyRunsDialog</name>
    <message numerus="yes">
        <source>Requested in %n run(s).</source>
        <translation>
            <numerusform>Requested in %n run.</numerusform>
            <numerusform>Requested in %n runs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused in %n run(s).</source>
        <translation>
            <numerusform>Refused in %n run.</numerusform>
            <numerusform>Refused in %n runs.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Navigator</name>
    <message numerus="yes">
        <source>%1, %n run(s)</source>
        <translation>
            <numerusform>%1, %n run</numerusform>
            <numerusform>%1, %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Notices</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) want your attention</source>
        <translation>
            <numerusform>%n run wants your attention</numerusform>
            <numerusform>%n runs want your attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::PreviewPane</name>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pull request(s)</source>
        <translation>
            <numerusform>%n pull request</numerusform>
            <numerusform>%n pull requests</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <comment>repositories and organisations</comment>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::ReasonField</name>
    <message numerus="yes">
        <source>A reason of at least %n character(s) is needed; others will read it.</source>
        <translation>
            <numerusform>A reason of at least %n character is needed; others will read it.</numerusform>
            <numerusform>A reason of at least %n characters is needed; others will read it.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s), please.</source>
        <translation>
            <numerusform>%n more character, please.</numerusform>
            <numerusform>%n more characters, please.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::StatisticsDialog</name>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled or undone</source>
        <translation>
            <numerusform>%n cancelled or undone</numerusform>
            <numerusform>%n cancelled or undone</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::TimelineModel</name>
    <message numerus="yes">
        <source>%n failed attempt(s)</source>
        <translation>
            <numerusform>%n failed attempt</numerusform>
            <numerusform>%n failed attempts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::UndoDialog</name>
    <message numerus="yes">
        <source>Take %n thing(s) back</source>
        <translation>
            <numerusform>Take %n thing back</numerusform>
            <numerusform>Take %n things back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n merged change(s): for each a pull request is proposed that reverts it. The change stays until a person has reviewed and merged that one.</source>
        <translation>
            <numerusform>%n merged change: a pull request that reverts it is proposed. The change stays until a person has reviewed and merged that one.</numerusform>
            <numerusform>%n merged changes: for each a pull request that reverts it is proposed. The changes stay until a person has reviewed and merged those.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n ticked line(s)</source>
        <translation>
            <numerusform>Undo %n ticked line</numerusform>
            <numerusform>Undo %n ticked lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) can be taken back now</source>
        <translation>
            <numerusform>%n thing can be taken back now</numerusform>
            <numerusform>%n things can be taken back now</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Propose %n pull request(s) that revert</source>
        <translation>
            <numerusform>Propose %n pull request that reverts</numerusform>
            <numerusform>Propose %n pull requests that revert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pull request(s) that revert can be proposed</source>
        <translation>
            <numerusform>%n pull request that reverts can be proposed</numerusform>
            <numerusform>%n pull requests that revert can be proposed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked line(s) cannot be taken back as it stands: the undo stops there and asks you.</source>
        <translation>
            <numerusform>%n ticked line cannot be taken back as it stands: the undo stops there and asks you.</numerusform>
            <numerusform>%n ticked lines cannot be taken back as they stand: the undo stops there and asks you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) came while this was open; what is not ticked stays.</source>
        <translation>
            <numerusform>%n line came while this was open; what is not ticked stays.</numerusform>
            <numerusform>%n lines came while this was open; what is not ticked stays.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::WhyTab</name>
    <message numerus="yes">
        <source>%1 of %n step(s) done.</source>
        <translation>
            <numerusform>%1 of %n step done.</numerusform>
            <numerusform>%1 of %n steps done.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Done after %n attempt(s).</source>
        <translation>
            <numerusform>Done after %n attempt.</numerusform>
            <numerusform>Done after %n attempts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::Wording</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
</TS>
