<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="cy" sourcelanguage="en">
<context>
    <name>CreateServiceForm</name>
    <message>
        <source>New service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaeth newydd</translation>
    </message>
    <message>
        <source>What the service is</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth yw&apos;r gwasanaeth</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llif gwaith</translation>
    </message>
    <message>
        <source>Before it can be created</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyn y gellir ei greu</translation>
    </message>
    <message>
        <source>Clear the form</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Clirio&apos;r ffurflen</translation>
    </message>
    <message>
        <source>&amp;Many at once…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Llawer ar unwaith…</translation>
    </message>
    <message>
        <source>Create several services from a pasted list or a CSV file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Creu sawl gwasanaeth o restr wedi&apos;i gludo neu ffeil CSV</translation>
    </message>
    <message>
        <source>&amp;Save the dry run…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>C&amp;adw&apos;r rhediad prawf…</translation>
    </message>
    <message>
        <source>Save the preview as a report; nothing is changed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r rhagolwg fel adroddiad; does dim yn cael ei newid</translation>
    </message>
    <message>
        <source>Close</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Creu</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>GitHub</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>GitHub</translation>
    </message>
    <message>
        <source> and </source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation> a </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>verb phrase, repository</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 yn %2</translation>
    </message>
    <message>
        <source>send a request to %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>anfon cais i %1</translation>
    </message>
    <message>
        <source>send nothing now: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>anfon dim nawr: %1</translation>
    </message>
    <message>
        <source>find the work done and go on, sending nothing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>canfod bod y gwaith wedi&apos;i wneud a mynd ymlaen, heb anfon dim</translation>
    </message>
    <message>
        <source>fail again: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methu eto: %1</translation>
    </message>
    <message>
        <source>ask a person: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gofyn i berson: %1</translation>
    </message>
    <message>
        <source>take in what has changed, then decide again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>derbyn yr hyn sydd wedi newid, yna penderfynu eto</translation>
    </message>
    <message>
        <source>make everything anew, under new names</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwneud popeth o&apos;r newydd, dan enwau newydd</translation>
    </message>
    <message>
        <source>find that the last request took place, and go on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>canfod bod y cais diwethaf wedi digwydd, a mynd ymlaen</translation>
    </message>
    <message>
        <source>find that the last request did not take place, and send it again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>canfod na ddigwyddodd y cais diwethaf, a&apos;i anfon eto</translation>
    </message>
    <message>
        <source>wait: what became of the last request does not show yet</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>aros: nid yw&apos;r hyn a ddaeth o&apos;r cais diwethaf i&apos;w weld eto</translation>
    </message>
    <message>
        <source>send the last request again: nothing shows whether it took place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>anfon y cais diwethaf eto: does dim yn dangos a ddigwyddodd</translation>
    </message>
    <message>
        <source>%1 shows this step&apos;s work as done. The journal does not know it yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 yn dangos bod gwaith y cam hwn wedi&apos;i wneud. Nid yw&apos;r dyddlyfr yn gwybod hynny eto.</translation>
    </message>
    <message>
        <source>The journal counts this step as done. %1 does not show it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r dyddlyfr yn cyfrif y cam hwn fel un wedi&apos;i wneud. Nid yw %1 yn ei ddangos.</translation>
    </message>
    <message>
        <source>%1 shows something else than the journal believes.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 yn dangos rhywbeth gwahanol i&apos;r hyn y mae&apos;r dyddlyfr yn ei gredu.</translation>
    </message>
    <message>
        <source>send the last request again, which does nothing twice</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>anfon y cais diwethaf eto, nad yw&apos;n gwneud dim ddwywaith</translation>
    </message>
</context>
<context>
    <name>EvidenceLines</name>
    <message>
        <source>open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ar agor</translation>
    </message>
    <message>
        <source>closed, not merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi&apos;i gau, heb ei gyfuno</translation>
    </message>
    <message>
        <source>merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi&apos;i gyfuno</translation>
    </message>
    <message>
        <source>not needed any more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ddim ei angen mwyach</translation>
    </message>
    <message>
        <source>in the merge queue</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn y ciw cyfuno</translation>
    </message>
    <message>
        <source>on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ymlaen</translation>
    </message>
    <message>
        <source>off</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>i ffwrdd</translation>
    </message>
    <message>
        <source>Merge state</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyflwr cyfuno</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn aros: %1</translation>
    </message>
    <message>
        <source>a review</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>adolygiad</translation>
    </message>
    <message>
        <source>checks</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwiriadau</translation>
    </message>
    <message>
        <source>GitHub&apos;s auto-merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfuno awtomatig GitHub</translation>
    </message>
    <message>
        <source>the merge queue</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>y ciw cyfuno</translation>
    </message>
    <message>
        <source>the merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>y cyfuno</translation>
    </message>
    <message>
        <source>Checks</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriadau</translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 o %2 wedi pasio</translation>
    </message>
    <message>
        <source>%1 of %2 passed, failed: %3</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 o %2 wedi pasio, wedi methu: %3</translation>
    </message>
    <message>
        <source>none</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim</translation>
    </message>
    <message>
        <source>not finished</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>heb orffen</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi methu: %1</translation>
    </message>
    <message>
        <source>Reviews</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Adolygiadau</translation>
    </message>
    <message>
        <source>approved</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi&apos;i gymeradwyo</translation>
    </message>
    <message>
        <source>changes asked for by %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>newidiadau wedi&apos;u gofyn gan %1</translation>
    </message>
    <message>
        <source>changes asked for</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>newidiadau wedi&apos;u gofyn</translation>
    </message>
    <message>
        <source>missing: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ar goll: %1</translation>
    </message>
    <message>
        <source>missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ar goll</translation>
    </message>
    <message>
        <source>none needed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim angen</translation>
    </message>
    <message>
        <source>Pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cais tynnu</translation>
    </message>
    <message>
        <source>Head commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Comit blaen</translation>
    </message>
    <message>
        <source>Auto-merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfuno awtomatig</translation>
    </message>
    <message>
        <source>Merge commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Comit cyfuno</translation>
    </message>
    <message>
        <source>Merged by</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfunwyd gan</translation>
    </message>
    <message>
        <source>Closed by</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewyd gan</translation>
    </message>
    <message>
        <source>Auto-merge was switched off</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd cyfuno awtomatig ei ddiffodd</translation>
    </message>
    <message>
        <source>finished: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi gorffen: %1</translation>
    </message>
    <message>
        <source>waits for an approval</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn aros am gymeradwyaeth</translation>
    </message>
    <message>
        <source>running</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ar waith</translation>
    </message>
    <message>
        <source>queued</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mewn ciw</translation>
    </message>
    <message>
        <source>not started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>heb gychwyn</translation>
    </message>
    <message>
        <source>Commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Comit</translation>
    </message>
    <message>
        <source>Workflow %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llif gwaith %1</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llif gwaith</translation>
    </message>
    <message>
        <source>exists</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn bodoli</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ddim yn bodoli</translation>
    </message>
    <message>
        <source>Repository</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Storfa</translation>
    </message>
    <message>
        <source>First commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Comit cyntaf</translation>
    </message>
    <message>
        <source>Archived</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i archifo</translation>
    </message>
    <message>
        <source>yes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ydy</translation>
    </message>
    <message>
        <source>Branch %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cangen %1</translation>
    </message>
    <message>
        <source>Name %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enw %1</translation>
    </message>
    <message>
        <source>taken by %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi&apos;i gymryd gan %1</translation>
    </message>
    <message>
        <source>free</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn rhydd</translation>
    </message>
    <message>
        <source>Teams of %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Timau %1</translation>
    </message>
    <message numerus="yes">
        <source>%n seen</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n wedi&apos;i weld</numerusform>
            <numerusform>%n wedi&apos;i weld</numerusform>
            <numerusform>%n wedi&apos;u gweld</numerusform>
            <numerusform>%n wedi&apos;u gweld</numerusform>
            <numerusform>%n wedi&apos;u gweld</numerusform>
        </translation>
    </message>
    <message>
        <source>Later runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediadau diweddarach</translation>
    </message>
    <message>
        <source>Branch %1 holds the commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cangen %1 yn dal y comit</translation>
    </message>
    <message>
        <source>no</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nac ydy</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymhariaeth</translation>
    </message>
    <message>
        <source>%1 contains %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 yn cynnwys %2</translation>
    </message>
    <message>
        <source>Workflow run %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad llif gwaith %1</translation>
    </message>
    <message>
        <source>Message of %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Neges %1</translation>
    </message>
    <message>
        <source>Workflow file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeil llif gwaith</translation>
    </message>
    <message>
        <source>Workflow file %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeil llif gwaith %1</translation>
    </message>
    <message>
        <source>Approval</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymeradwyaeth</translation>
    </message>
    <message>
        <source>May approve it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwy gaiff ei gymeradwyo</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>method, host and path</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>answers %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn ateb %1</translation>
    </message>
    <message>
        <source>Failed job</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Swydd a fethodd</translation>
    </message>
    <message>
        <source>Failed job %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Swydd a fethodd %1</translation>
    </message>
    <message>
        <source>failed at %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd yn %1</translation>
    </message>
</context>
<context>
    <name>FirstRunForm</name>
    <message>
        <source>Welcome to Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Croeso i Slipway</translation>
    </message>
    <message>
        <source>Create a service across your repositories, and see each step until it is live.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Creu gwasanaeth ar draws eich storfeydd, a gweld pob cam nes ei fod yn fyw.</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrych o gwmpas yn gyntaf</translation>
    </message>
    <message>
        <source>The sandbox simulates GitHub with real git repositories on this machine, twenty times as fast as life. It needs no account, keeps its own store, and lets you make things fail.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r blwch tywod yn efelychu GitHub gyda storfeydd git go iawn ar y peiriant hwn, ugain gwaith yn gyflymach na bywyd. Nid oes angen cyfrif arno, mae&apos;n cadw ei gronfa ei hun, ac mae&apos;n gadael i chi wneud i bethau fethu.</translation>
    </message>
    <message>
        <source>Try the &amp;sandbox</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi c&amp;ynnig ar y blwch tywod</translation>
    </message>
    <message>
        <source>Connect to GitHub</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltu â GitHub</translation>
    </message>
    <message>
        <source>A token that may write to the infrastructure repositories. You see what it may do before it is kept in your keychain.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tocyn sy&apos;n cael ysgrifennu i&apos;r storfeydd seilwaith. Byddwch yn gweld beth a gaiff ei wneud cyn iddo gael ei gadw yn eich cadwyn allweddi.</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gwesteiwr</translation>
    </message>
    <message>
        <source>Host</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwesteiwr</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Tocyn</translation>
    </message>
    <message>
        <source>Token</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tocyn</translation>
    </message>
    <message>
        <source>&amp;Other ways to connect…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ffyrdd eraill o gysylltu…</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cysylltu</translation>
    </message>
    <message>
        <source>&amp;Not now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Nid nawr</translation>
    </message>
</context>
<context>
    <name>LeftBehind</name>
    <message>
        <source>A branch, perhaps with a pull request, in %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cangen, efallai gyda chais tynnu, yn %1</translation>
    </message>
    <message>
        <source>Pull request #%1 of %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cais tynnu #%1 yn %2</translation>
    </message>
    <message>
        <source>It changes nothing until it is merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n newid dim nes iddo gael ei gyfuno.</translation>
    </message>
    <message>
        <source>What could have done harm was mended by a later step.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd yr hyn a allai fod wedi gwneud niwed ei drwsio gan gam diweddarach.</translation>
    </message>
    <message>
        <source>The merged change of #%1 in %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid wedi&apos;i gyfuno #%1 yn %2</translation>
    </message>
    <message>
        <source>The repository %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y storfa %1</translation>
    </message>
    <message>
        <source>It stays on the base branch until #%1, which reverts it, is merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n aros ar y gangen sylfaen nes bod #%1, sy&apos;n ei wrthdroi, wedi&apos;i gyfuno.</translation>
    </message>
    <message>
        <source>It is on the base branch.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ar y gangen sylfaen.</translation>
    </message>
    <message>
        <source>It is on the base branch: %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ar y gangen sylfaen: %1.</translation>
    </message>
    <message>
        <source>Undo proposes a pull request that reverts it; it is gone once a person has merged that one.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Dadwneud yn cynnig cais tynnu sy&apos;n ei wrthdroi; bydd wedi mynd unwaith y bydd rhywun wedi cyfuno hwnnw.</translation>
    </message>
    <message>
        <source>Revert the pull request at GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthdrowch y cais tynnu ar GitHub.</translation>
    </message>
    <message>
        <source>Undo closes it and deletes its branch.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Dadwneud yn ei gau ac yn dileu ei gangen.</translation>
    </message>
    <message>
        <source>Close it at GitHub and delete its branch.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewch ef ar GitHub a dilëwch ei gangen.</translation>
    </message>
    <message>
        <source>The branch %1 of %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y gangen %1 yn %2</translation>
    </message>
    <message>
        <source>Its pull request #%1 is closed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ei chais tynnu #%1 wedi&apos;i gau.</translation>
    </message>
    <message>
        <source>Auto-merge is on: GitHub merges it by itself once its checks and reviews allow.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cyfuno awtomatig ymlaen: mae GitHub yn ei gyfuno ar ei ben ei hun unwaith y bydd ei wiriadau a&apos;i adolygiadau&apos;n caniatáu.</translation>
    </message>
    <message>
        <source>What the workflow %1 of %2 did</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yr hyn a wnaeth y llif gwaith %1 yn %2</translation>
    </message>
    <message>
        <source>Slipway started it and does not know what it changed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway a&apos;i cychwynnodd, ac nid yw&apos;n gwybod beth a newidiodd.</translation>
    </message>
    <message>
        <source>Look at its run at GitHub; only a person can take it back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar ei rediad ar GitHub; dim ond rhywun a all ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>A workflow of GitHub made it, and Slipway cannot take it back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llif gwaith GitHub a&apos;i gwnaeth, ac ni all Slipway ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>An administrator of %1 can archive or delete it at GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gall gweinyddwr %1 ei harchifo neu ei dileu ar GitHub.</translation>
    </message>
    <message>
        <source>The archived repository %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y storfa wedi&apos;i harchifo %1</translation>
    </message>
    <message>
        <source>It is read-only; nothing of it is deleted.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllen yn unig ydyw; nid oes dim ohoni wedi&apos;i ddileu.</translation>
    </message>
    <message>
        <source>An administrator can take that back on the repository&apos;s page.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gall gweinyddwr gymryd hynny&apos;n ôl ar dudalen y storfa.</translation>
    </message>
    <message>
        <source>Undo takes it back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Dadwneud yn ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>Whoever runs the service can take it back; Slipway cannot.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gall pwy bynnag sy&apos;n rhedeg y gwasanaeth ei gymryd yn ôl; ni all Slipway.</translation>
    </message>
    <message>
        <source>It was made to resolve a conflict, and nothing uses it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fe&apos;i gwnaed i ddatrys gwrthdaro, ac nid oes dim yn ei defnyddio.</translation>
    </message>
    <message>
        <source>Delete it at GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dilëwch hi ar GitHub.</translation>
    </message>
    <message>
        <source>#%1, which would have reverted it, was not merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chafodd #%1, a fyddai wedi ei wrthdroi, ei gyfuno.</translation>
    </message>
    <message>
        <source>If it is to go after all, revert it at GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os yw i fynd wedi&apos;r cwbl, gwrthdrowch ef ar GitHub.</translation>
    </message>
    <message>
        <source>Review and merge #%1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Adolygwch a chyfunwch #%1.</translation>
    </message>
    <message>
        <source>One reverting pull request is still open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae un cais tynnu sy&apos;n gwrthdroi ar agor o hyd</translation>
    </message>
    <message numerus="yes">
        <source>%n reverting pull requests are still open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Mae %n cais tynnu sy&apos;n gwrthdroi ar agor o hyd</numerusform>
            <numerusform>Mae %n cais tynnu sy&apos;n gwrthdroi ar agor o hyd</numerusform>
            <numerusform>Mae %n cais tynnu sy&apos;n gwrthdroi ar agor o hyd</numerusform>
            <numerusform>Mae %n cais tynnu sy&apos;n gwrthdroi ar agor o hyd</numerusform>
            <numerusform>Mae %n cais tynnu sy&apos;n gwrthdroi ar agor o hyd</numerusform>
        </translation>
    </message>
    <message>
        <source>#%1, which would have reverted it, is not to be seen any more; look whether it was merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw #%1, a fyddai wedi ei wrthdroi, i&apos;w weld mwyach; edrychwch a gafodd ei gyfuno.</translation>
    </message>
    <message>
        <source>Auto-merge was on when the run ended: GitHub merges it by itself once its checks and reviews allow, or has done so since.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Roedd cyfuno awtomatig ymlaen pan ddaeth y rhediad i ben: mae GitHub yn ei gyfuno ar ei ben ei hun unwaith y bydd ei wiriadau a&apos;i adolygiadau&apos;n caniatáu, neu mae wedi gwneud hynny ers hynny.</translation>
    </message>
    <message>
        <source>#%1 still merges by itself</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae #%1 yn dal i gael ei gyfuno ar ei ben ei hun</translation>
    </message>
    <message numerus="yes">
        <source>%n pull requests still merge by themselves</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Mae %n cais tynnu yn dal i gael ei gyfuno ar ei ben ei hun</numerusform>
            <numerusform>Mae %n cais tynnu yn dal i gael ei gyfuno ar ei ben ei hun</numerusform>
            <numerusform>Mae %n cais tynnu yn dal i gael eu cyfuno ar eu pennau eu hunain</numerusform>
            <numerusform>Mae %n chais tynnu yn dal i gael eu cyfuno ar eu pennau eu hunain</numerusform>
            <numerusform>Mae %n cais tynnu yn dal i gael eu cyfuno ar eu pennau eu hunain</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Sends %1 %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn anfon %1 %2.</translation>
    </message>
    <message>
        <source>At most once: it is never sent again without asking.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Unwaith ar y mwyaf: nid yw byth yn cael ei anfon eto heb ofyn.</translation>
    </message>
    <message>
        <source>If the run stops here: %1. %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os yw&apos;r rhediad yn stopio yma: %1. %2</translation>
    </message>
    <message>
        <source>If the run stops here: %1. Harmless: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os yw&apos;r rhediad yn stopio yma: %1. Diniwed: %2</translation>
    </message>
    <message>
        <source>Checks that the name is free, that the team exists and that every edit fits the files as they are.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gwirio bod yr enw&apos;n rhydd, bod y tîm yn bodoli a bod pob golygiad yn ffitio&apos;r ffeiliau fel y maent.</translation>
    </message>
    <message>
        <source>Turns on auto-merge, or merges at once where nothing is left to wait for.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn troi cyfuno awtomatig ymlaen, neu&apos;n cyfuno ar unwaith lle nad oes dim ar ôl i aros amdano.</translation>
    </message>
    <message>
        <source>Waits until the pull request is merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod y cais tynnu wedi&apos;i gyfuno.</translation>
    </message>
    <message>
        <source>Waits until the workflows have run for the commit.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod y llifoedd gwaith wedi rhedeg ar gyfer y comit.</translation>
    </message>
    <message>
        <source>Waits until the workflows of %1 have run for the commit.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod llifoedd gwaith %1 wedi rhedeg ar gyfer y comit.</translation>
    </message>
    <message>
        <source>Starts the workflow %1 of %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cychwyn llif gwaith %1 yn %2.</translation>
    </message>
    <message>
        <source>Waits until the repository %1 exists and has content.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod y storfa %1 yn bodoli a bod cynnwys ynddi.</translation>
    </message>
    <message>
        <source>Archives the repository %1: it becomes read-only.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn archifo&apos;r storfa %1: bydd yn darllen yn unig.</translation>
    </message>
    <message>
        <source>Waits until %1 knows of it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod %1 yn gwybod amdano.</translation>
    </message>
    <message>
        <source>Waits until a person confirms: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod person yn cadarnhau: %1</translation>
    </message>
    <message>
        <source>Is skipped: its condition does not hold.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cael ei hepgor: nid yw ei amod yn dal.</translation>
    </message>
    <message>
        <source>Cannot be raised: the name stands in the file already.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir ei godi: mae&apos;r enw yn y ffeil yn barod.</translation>
    </message>
    <message>
        <source>Looks for what was raised in %1 and takes it back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn chwilio am yr hyn a godwyd yn %1 ac yn ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>Takes back what the step made[ ({what})][: {method} {url}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cymryd yn ôl yr hyn a wnaeth y cam[ ({what})][: {method} {url}]</translation>
    </message>
    <message>
        <source>It carries the stored credential “%1”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n cario&apos;r cymhwyster cadw “%1”.</translation>
    </message>
    <message>
        <source>If it fails on its way there may be, besides: %1. %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os bydd yn methu ar ei ffordd, efallai y bydd hefyd: %1. %2</translation>
    </message>
    <message>
        <source>Proposes a pull request that reverts #%1 of %2, which is merged: a person reviews and merges it. Deletes its branch if it is still there.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cynnig cais tynnu sy&apos;n gwrthdroi #%1 yn %2, sydd wedi&apos;i gyfuno: mae rhywun yn ei adolygu a&apos;i gyfuno. Yn dileu ei gangen os yw yno o hyd.</translation>
    </message>
    <message>
        <source>Closes pull request #%1 of %2 and deletes its branch. If it is merged by then, a pull request that reverts it is proposed instead.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cau cais tynnu #%1 yn %2 ac yn dileu ei gangen. Os yw wedi&apos;i gyfuno erbyn hynny, cynigir cais tynnu sy&apos;n ei wrthdroi yn lle hynny.</translation>
    </message>
</context>
<context>
    <name>QAbstractSpinBox</name>
    <message>
        <source>&amp;Select All</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dewis popeth</translation>
    </message>
    <message>
        <source>&amp;Step up</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam i &amp;fyny</translation>
    </message>
    <message>
        <source>Step &amp;down</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam i &amp;lawr</translation>
    </message>
</context>
<context>
    <name>QDialogButtonBox</name>
    <message>
        <source>OK</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Iawn</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>Look in:</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrych yn:</translation>
    </message>
    <message>
        <source>Back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ôl</translation>
    </message>
    <message>
        <source>Go back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mynd yn ôl</translation>
    </message>
    <message>
        <source>Forward</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymlaen</translation>
    </message>
    <message>
        <source>Go forward</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mynd ymlaen</translation>
    </message>
    <message>
        <source>Parent Directory</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffolder uwchben</translation>
    </message>
    <message>
        <source>Go to the parent directory</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mynd i&apos;r ffolder uwchben</translation>
    </message>
    <message>
        <source>Create New Folder</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Creu ffolder newydd</translation>
    </message>
    <message>
        <source>Create a New Folder</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Creu ffolder newydd</translation>
    </message>
    <message>
        <source>List View</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Golwg rhestr</translation>
    </message>
    <message>
        <source>Change to list view mode</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid i olwg rhestr</translation>
    </message>
    <message>
        <source>Detail View</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Golwg fanwl</translation>
    </message>
    <message>
        <source>Change to detail view mode</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid i olwg fanwl</translation>
    </message>
    <message>
        <source>Sidebar</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bar ochr</translation>
    </message>
    <message>
        <source>List of places and bookmarks</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhestr o leoedd a nodau tudalen</translation>
    </message>
    <message>
        <source>Files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeiliau</translation>
    </message>
    <message>
        <source>Files of type:</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeiliau o&apos;r math:</translation>
    </message>
    <message>
        <source>Find Directory</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canfod ffolder</translation>
    </message>
    <message>
        <source>File &amp;name:</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Enw&apos;r ffeil:</translation>
    </message>
    <message>
        <source>Directory:</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffolder:</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Agor</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cadw</translation>
    </message>
    <message>
        <source>&amp;Choose</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dewis</translation>
    </message>
    <message>
        <source>Open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor</translation>
    </message>
    <message>
        <source>Save As</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw fel</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ailenwi</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dileu</translation>
    </message>
    <message>
        <source>Show &amp;hidden files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos ffeiliau &amp;cudd</translation>
    </message>
    <message>
        <source>&amp;New Folder</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffolder &amp;newydd</translation>
    </message>
    <message>
        <source>New Folder</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffolder newydd</translation>
    </message>
    <message>
        <source>All Files (*)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pob ffeil (*)</translation>
    </message>
    <message>
        <source>Directories</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffolderi</translation>
    </message>
    <message>
        <source>Recent Places</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lleoedd diweddar</translation>
    </message>
    <message>
        <source>Delete</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>Are you sure you want to delete &apos;%1&apos;?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ydych chi&apos;n siŵr eich bod am ddileu &apos;%1&apos;?</translation>
    </message>
    <message>
        <source>%1 already exists.
Do you want to replace it?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 yn bodoli&apos;n barod.
Ydych chi am ei ddisodli?</translation>
    </message>
    <message>
        <source>%1
File not found.
Please verify the correct file name was given.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1
Ni chafwyd hyd i&apos;r ffeil.
Gwiriwch fod enw cywir y ffeil wedi&apos;i roi.</translation>
    </message>
    <message>
        <source>%1
Directory not found.
Please verify the correct directory name was given.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1
Ni chafwyd hyd i&apos;r ffolder.
Gwiriwch fod enw cywir y ffolder wedi&apos;i roi.</translation>
    </message>
</context>
<context>
    <name>QFileSystemModel</name>
    <message>
        <source>Name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Size</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Maint</translation>
    </message>
    <message>
        <source>Kind</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Math</translation>
    </message>
    <message>
        <source>Type</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Math</translation>
    </message>
    <message>
        <source>Date Modified</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dyddiad newid</translation>
    </message>
    <message>
        <source>My Computer</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fy nghyfrifiadur</translation>
    </message>
    <message>
        <source>Computer</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfrifiadur</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch y bysellau</translation>
    </message>
    <message>
        <source>%1, ...</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, ...</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dadwneud</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ailwneud</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Torri</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Copïo</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gludo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>Select All</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewis popeth</translation>
    </message>
</context>
<context>
    <name>QMessageBox</name>
    <message>
        <source>Show Details...</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos manylion...</translation>
    </message>
    <message>
        <source>Hide Details...</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cuddio manylion...</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Iawn</translation>
    </message>
    <message>
        <source>Save</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>Save All</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw popeth</translation>
    </message>
    <message>
        <source>Open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Iawn</translation>
    </message>
    <message>
        <source>Yes to &amp;All</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Iawn i &amp;bopeth</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Na</translation>
    </message>
    <message>
        <source>N&amp;o to All</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>N&amp;a i bopeth</translation>
    </message>
    <message>
        <source>Abort</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi&apos;r gorau iddi</translation>
    </message>
    <message>
        <source>Retry</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anwybyddu</translation>
    </message>
    <message>
        <source>Close</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Discard</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwaredu</translation>
    </message>
    <message>
        <source>Help</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymorth</translation>
    </message>
    <message>
        <source>Apply</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gosod</translation>
    </message>
    <message>
        <source>Reset</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailosod</translation>
    </message>
    <message>
        <source>Restore Defaults</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Adfer y rhagosodiadau</translation>
    </message>
</context>
<context>
    <name>QScrollBar</name>
    <message>
        <source>Scroll here</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sgrolio yma</translation>
    </message>
    <message>
        <source>Left edge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymyl chwith</translation>
    </message>
    <message>
        <source>Right edge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymyl dde</translation>
    </message>
    <message>
        <source>Top</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Brig</translation>
    </message>
    <message>
        <source>Bottom</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwaelod</translation>
    </message>
    <message>
        <source>Page left</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tudalen i&apos;r chwith</translation>
    </message>
    <message>
        <source>Page right</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tudalen i&apos;r dde</translation>
    </message>
    <message>
        <source>Page up</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tudalen i fyny</translation>
    </message>
    <message>
        <source>Page down</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tudalen i lawr</translation>
    </message>
    <message>
        <source>Scroll left</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sgrolio i&apos;r chwith</translation>
    </message>
    <message>
        <source>Scroll right</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sgrolio i&apos;r dde</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sgrolio i fyny</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sgrolio i lawr</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Ctrl</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Shift</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Shift</translation>
    </message>
    <message>
        <source>Alt</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Meta</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Space</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofod</translation>
    </message>
    <message>
        <source>Tab</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Return</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Return</translation>
    </message>
    <message>
        <source>Enter</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Ins</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ins</translation>
    </message>
    <message>
        <source>Del</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Del</translation>
    </message>
    <message>
        <source>Esc</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Home</translation>
    </message>
    <message>
        <source>End</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>End</translation>
    </message>
    <message>
        <source>Left</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwith</translation>
    </message>
    <message>
        <source>Right</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>De</translation>
    </message>
    <message>
        <source>Up</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>I fyny</translation>
    </message>
    <message>
        <source>Down</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>I lawr</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>PgUp</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>PgDown</translation>
    </message>
</context>
<context>
    <name>QTabBar</name>
    <message>
        <source>Scroll Left</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sgrolio i&apos;r chwith</translation>
    </message>
    <message>
        <source>Scroll Right</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sgrolio i&apos;r dde</translation>
    </message>
</context>
<context>
    <name>QWidgetTextControl</name>
    <message>
        <source>&amp;Undo</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dadwneud</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ailwneud</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Torri</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Copïo</translation>
    </message>
    <message>
        <source>Copy &amp;Link Location</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo lleoliad y &amp;ddolen</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gludo</translation>
    </message>
    <message>
        <source>Delete</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dileu</translation>
    </message>
    <message>
        <source>Select All</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewis popeth</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>**What happened:** %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>**Beth ddigwyddodd:** %1</translation>
    </message>
    <message>
        <source>**Why:** %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>**Pam:** %1</translation>
    </message>
    <message>
        <source>**What to do:** %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>**Beth i&apos;w wneud:** %1</translation>
    </message>
    <message>
        <source>### Evidence, read %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>### Tystiolaeth, darllenwyd %1</translation>
    </message>
    <message>
        <source>**%1**</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>**%1**</translation>
    </message>
    <message>
        <source>journal</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dyddlyfr</translation>
    </message>
    <message>
        <source>**differs**</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>**yn wahanol**</translation>
    </message>
    <message>
        <source>same</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yr un fath</translation>
    </message>
    <message>
        <source>By this, a retry would %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ôl hyn, byddai ailgynnig yn %1.</translation>
    </message>
    <message>
        <source>- Run `%1`, workflow %2, state **%3**</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>- Rhediad `%1`, llif gwaith %2, cyflwr **%3**</translation>
    </message>
    <message>
        <source>- Started %1 by %2, ended %3 (%4)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>- Cychwynnwyd %1 gan %2, daeth i ben %3 (%4)</translation>
    </message>
    <message>
        <source>- Started %1 by %2, under way for %3</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>- Cychwynnwyd %1 gan %2, ar waith ers %3</translation>
    </message>
    <message>
        <source>## %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>## %1</translation>
    </message>
    <message>
        <source>## %1: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>## %1: %2</translation>
    </message>
    <message>
        <source>- %1, since %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>- %1, ers %2</translation>
    </message>
    <message>
        <source>### Attempts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>### Ymgeisiau</translation>
    </message>
    <message>
        <source>no.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhif.</translation>
    </message>
    <message>
        <source>started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwynnwyd</translation>
    </message>
    <message>
        <source>took</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cymerodd</translation>
    </message>
    <message>
        <source>outcome</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>canlyniad</translation>
    </message>
    <message>
        <source>error</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwall</translation>
    </message>
    <message>
        <source>## Steps</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>## Camau</translation>
    </message>
    <message>
        <source>step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cam</translation>
    </message>
    <message>
        <source>lane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>lôn</translation>
    </message>
    <message>
        <source>state</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyflwr</translation>
    </message>
    <message>
        <source>usual</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>arferol</translation>
    </message>
    <message>
        <source>attempts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ymgeisiau</translation>
    </message>
    <message>
        <source>link</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dolen</translation>
    </message>
    <message>
        <source>## Error of “%1”</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>## Gwall “%1”</translation>
    </message>
    <message>
        <source>## What people did</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>## Beth a wnaeth pobl</translation>
    </message>
    <message>
        <source># Dry run: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation># Rhediad prawf: %1</translation>
    </message>
    <message>
        <source>Read %1. Nothing was changed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllenwyd %1. Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Pull request “%1” from branch `%2` to `%3` of %4, on `%5`.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cais tynnu “%1” o gangen `%2` i `%3` yn %4, ar `%5`.</translation>
    </message>
    <message>
        <source>Every file is already as it should be.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae pob ffeil eisoes fel y dylai fod.</translation>
    </message>
    <message>
        <source>`%1` +%2 −%3</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>`%1` +%2 −%3</translation>
    </message>
    <message>
        <source>- Step “%1” in %2: **%3**</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>- Cam “%1” yn %2: **%3**</translation>
    </message>
    <message>
        <source>%1; left out by %2</source>
        <comment>outcome, person</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1; gadawyd allan gan %2</translation>
    </message>
    <message>
        <source>%1; ended by hand by %2</source>
        <comment>outcome, person</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1; gorffennwyd â llaw gan %2</translation>
    </message>
</context>
<context>
    <name>UndoLook</name>
    <message>
        <source>%1 open</source>
        <comment>pull request</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 ar agor</translation>
    </message>
    <message>
        <source>%1 closed, not merged</source>
        <comment>pull request</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 wedi&apos;i gau, heb ei gyfuno</translation>
    </message>
    <message>
        <source>%1 closed by %2, not merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 wedi&apos;i gau gan %2, heb ei gyfuno</translation>
    </message>
    <message>
        <source>%1 merged</source>
        <comment>pull request</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 wedi&apos;i gyfuno</translation>
    </message>
    <message>
        <source>%1 merged by %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 wedi&apos;i gyfuno gan %2</translation>
    </message>
    <message>
        <source>The repository is archived: GitHub refuses that until it is taken out of the archive.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r storfa wedi&apos;i harchifo: mae GitHub yn gwrthod hynny nes iddi gael ei thynnu o&apos;r archif.</translation>
    </message>
    <message>
        <source>no pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim cais tynnu</translation>
    </message>
    <message>
        <source>taken back by #%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi&apos;i gymryd yn ôl gan #%1</translation>
    </message>
    <message>
        <source>its change is gone since</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae ei newid wedi mynd ers hynny</translation>
    </message>
    <message>
        <source>its change stands</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae ei newid yn ei le o hyd</translation>
    </message>
    <message>
        <source>what it changed was changed again since</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>newidiwyd yr hyn a newidiodd eto ers hynny</translation>
    </message>
    <message>
        <source>auto-merge is on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae cyfuno awtomatig ymlaen</translation>
    </message>
    <message>
        <source>branch is there</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r gangen yno</translation>
    </message>
    <message>
        <source>branch is gone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r gangen wedi mynd</translation>
    </message>
    <message>
        <source>repository is archived</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r storfa wedi&apos;i harchifo</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between facts</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>, </translation>
    </message>
    <message>
        <source>Deletes its branch.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn dileu ei gangen.</translation>
    </message>
    <message>
        <source>Leaves its branch: the last commit there is somebody else&apos;s.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gadael ei gangen: rhywun arall biau&apos;r comit olaf yno.</translation>
    </message>
    <message>
        <source>Proposes a pull request that reverts %1 of %2, which is merged: a person reviews and merges it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cynnig cais tynnu sy&apos;n gwrthdroi %1 yn %2, sydd wedi&apos;i gyfuno: mae rhywun yn ei adolygu a&apos;i gyfuno.</translation>
    </message>
    <message>
        <source>Closes pull request %1 of %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cau cais tynnu %1 yn %2.</translation>
    </message>
    <message>
        <source>If it is merged by then, a pull request that reverts it is proposed instead.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os yw wedi&apos;i gyfuno erbyn hynny, cynigir cais tynnu sy&apos;n ei wrthdroi yn lle hynny.</translation>
    </message>
    <message>
        <source>Cannot be taken back as it stands: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir ei gymryd yn ôl fel y mae: %1</translation>
    </message>
    <message>
        <source>#%1 of %2 is open and reverts %3: a person reviews and merges it. No other is made.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae #%1 yn %2 ar agor ac yn gwrthdroi %3: mae rhywun yn ei adolygu a&apos;i gyfuno. Ni wneir un arall.</translation>
    </message>
    <message>
        <source>%1 of %2 was reverted by #%3: nothing is left of it to take back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthdrowyd %1 yn %2 gan #%3: nid oes dim ohono ar ôl i&apos;w gymryd yn ôl.</translation>
    </message>
    <message>
        <source>Somebody took back what %1 of %2 changed: nothing of it is left.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerodd rhywun yn ôl yr hyn a newidiodd %1 yn %2: nid oes dim ohono ar ôl.</translation>
    </message>
    <message>
        <source>What stands in %1 under that name is others&apos; by now: it is left alone.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Eraill biau&apos;r hyn sydd yn %1 dan yr enw hwnnw erbyn hyn: gadewir llonydd iddo.</translation>
    </message>
    <message>
        <source>Pull request %1 of %2 is closed already.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cais tynnu %1 yn %2 wedi&apos;i gau yn barod.</translation>
    </message>
    <message>
        <source>In %1 only the branch %2 is there.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn %1 dim ond y gangen %2 sydd yno.</translation>
    </message>
    <message>
        <source>Nothing that was raised in %1 is there any more.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes dim a godwyd yn %1 yno mwyach.</translation>
    </message>
    <message>
        <source>is not there</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw yno</translation>
    </message>
    <message>
        <source>is archived</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae wedi&apos;i harchifo</translation>
    </message>
    <message>
        <source>is not archived</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw wedi&apos;i harchifo</translation>
    </message>
    <message>
        <source>is there</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae yno</translation>
    </message>
    <message>
        <source>It is not to be seen any more: nothing is left to be done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw i&apos;w gweld mwyach: nid oes dim ar ôl i&apos;w wneud.</translation>
    </message>
    <message>
        <source>Somebody took it out of the archive: nothing is left to be done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tynnodd rhywun hi o&apos;r archif: nid oes dim ar ôl i&apos;w wneud.</translation>
    </message>
    <message>
        <source>%1: %2 (journal: %3)</source>
        <comment>place, what is, what the journal has</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2 (dyddlyfr: %3)</translation>
    </message>
    <message>
        <source>; </source>
        <comment>between differences</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>; </translation>
    </message>
    <message numerus="yes">
        <source>; and %n more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>; a %n arall</numerusform>
            <numerusform>; a %n arall</numerusform>
            <numerusform>; a %n arall</numerusform>
            <numerusform>; a %n arall</numerusform>
            <numerusform>; a %n arall</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 shows something else than the journal believes. %2. The lines follow %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 yn dangos rhywbeth gwahanol i&apos;r hyn y mae&apos;r dyddlyfr yn ei gredu. %2. Mae&apos;r llinellau&apos;n dilyn %1.</translation>
    </message>
    <message>
        <source>does not tell</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw&apos;n dweud</translation>
    </message>
    <message>
        <source>is not to be seen</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw i&apos;w weld</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>personal token (classic)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>tocyn personol (clasurol)</translation>
    </message>
    <message>
        <source>personal token (fine-grained)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>tocyn personol (manwl)</translation>
    </message>
    <message>
        <source>signed in through an OAuth app</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi mewngofnodi drwy ap OAuth</translation>
    </message>
    <message>
        <source>signed in through a GitHub App</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi mewngofnodi drwy GitHub App</translation>
    </message>
    <message>
        <source>installation of a GitHub App</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gosodiad o GitHub App</translation>
    </message>
    <message>
        <source>token</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>tocyn</translation>
    </message>
    <message>
        <source>The repository that a run makes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y storfa y mae rhediad yn ei gwneud</translation>
    </message>
    <message>
        <source>read files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllen ffeiliau</translation>
    </message>
    <message>
        <source>change files and merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>newid ffeiliau a chyfuno</translation>
    </message>
    <message>
        <source>raise pull requests</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>codi ceisiadau tynnu</translation>
    </message>
    <message>
        <source>change workflow files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>newid ffeiliau llif gwaith</translation>
    </message>
    <message>
        <source>watch workflows</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwylio llifoedd gwaith</translation>
    </message>
    <message>
        <source>start workflows and run them again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwyn llifoedd gwaith a&apos;u rhedeg eto</translation>
    </message>
    <message>
        <source>read teams</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllen timau</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caniateir</translation>
    </message>
    <message>
        <source>Missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar goll</translation>
    </message>
    <message>
        <source>Not known beforehand</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ddim yn hysbys ymlaen llaw</translation>
    </message>
    <message>
        <source>The token lacks the scope “%1”. Add it on GitHub&apos;s page of the token.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r cwmpas “%1” ar goll o&apos;r tocyn. Ychwanegwch ef ar dudalen y tocyn ar GitHub.</translation>
    </message>
    <message>
        <source>The token lacks the permission “%1”. Add it on GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r caniatâd “%1” ar goll o&apos;r tocyn. Ychwanegwch ef ar GitHub.</translation>
    </message>
    <message>
        <source>Whoever the token belongs to may not write there. Ask an owner for write access.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chaiff pwy bynnag biau&apos;r tocyn ysgrifennu yno. Gofynnwch i berchennog am hawl ysgrifennu.</translation>
    </message>
    <message>
        <source>It is archived: nobody can change it. Correct its name, or unarchive it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae wedi&apos;i harchifo: ni all neb ei newid. Cywirwch ei henw, neu dad-archifwch hi.</translation>
    </message>
    <message>
        <source>It does not exist, or the token may not see it: GitHub answers both alike. Check its name in the settings and the token&apos;s access.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n bodoli, neu ni chaiff y tocyn ei gweld: mae GitHub yn ateb yr un fath i&apos;r ddau. Gwiriwch ei henw yn y gosodiadau a mynediad y tocyn.</translation>
    </message>
    <message>
        <source>GitHub tells only when it is used whether this kind of token may. Check that it has “%1”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond wrth ei ddefnyddio y mae GitHub yn dweud a gaiff y math hwn o docyn. Gwiriwch fod “%1” ganddo.</translation>
    </message>
    <message>
        <source>Each run makes its own repository. The token must be good for new repositories, too, with “%1”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae pob rhediad yn gwneud ei storfa ei hun. Rhaid i&apos;r tocyn fod yn dda ar gyfer storfeydd newydd hefyd, gyda “%1”.</translation>
    </message>
    <message>
        <source>The token has expired. Make a new one and connect again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r tocyn wedi dod i ben. Gwnewch un newydd a chysylltwch eto.</translation>
    </message>
    <message>
        <source>The token ends on %1, in %2 days. Make a new one before that and connect again; runs that are open then stop until you do.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daw&apos;r tocyn i ben ar %1, ymhen %2 diwrnod. Gwnewch un newydd cyn hynny a chysylltwch eto; bydd rhediadau sydd ar agor bryd hynny&apos;n stopio nes i chi wneud.</translation>
    </message>
    <message>
        <source>GitHub will take away the version of its interface that this Slipway speaks: %1. Update Slipway before that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bydd GitHub yn tynnu&apos;n ôl y fersiwn o&apos;i ryngwyneb y mae&apos;r Slipway hwn yn ei siarad: %1. Diweddarwch Slipway cyn hynny.</translation>
    </message>
    <message>
        <source>You are %1 at %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 ydych chi ar %2.</translation>
    </message>
    <message>
        <source>Token for %1: </source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tocyn ar gyfer %1: </translation>
    </message>
    <message>
        <source>The App&apos;s key stays in %1; it is read when it is needed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae allwedd yr Ap yn aros yn %1; mae&apos;n cael ei darllen pan fydd ei hangen.</translation>
    </message>
    <message>
        <source>The token is kept in this desktop&apos;s keychain.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r tocyn yn cael ei gadw yng nghadwyn allweddi&apos;r bwrdd gwaith hwn.</translation>
    </message>
    <message>
        <source>The token is kept in the file %1, which only you can read: no keychain was used.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r tocyn yn cael ei gadw yn y ffeil %1, a dim ond chi all ei darllen: ni ddefnyddiwyd cadwyn allweddi.</translation>
    </message>
    <message>
        <source>Credential for %1: </source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymhwyster ar gyfer %1: </translation>
    </message>
    <message>
        <source>It is kept in this desktop&apos;s keychain.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cedwir ef yng nghadwyn allweddi&apos;r bwrdd gwaith hwn.</translation>
    </message>
    <message>
        <source>It is kept in the file %1, which only you can read: no keychain was used.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cedwir ef yn y ffeil %1, y gallwch chi yn unig ei darllen: ni ddefnyddiwyd cadwyn allweddi.</translation>
    </message>
    <message>
        <source>No credential was given.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni roddwyd cymhwyster.</translation>
    </message>
    <message>
        <source>The credential cannot be sent in a header.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir anfon y cymhwyster mewn pennyn.</translation>
    </message>
    <message>
        <source>It is one line, without control characters</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Un llinell ydyw, heb nodau rheoli</translation>
    </message>
    <message>
        <source>Try again. Nothing was stored.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch gynnig arall arni. Ni chadwyd dim.</translation>
    </message>
    <message>
        <source>“%1” is no header that a credential can be sent in.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw “%1” yn bennyn y gellir anfon cymhwyster ynddo.</translation>
    </message>
    <message>
        <source>A name such as Authorization or X-Api-Key is wanted, and none that says how a request is to be read</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen enw megis Authorization neu X-Api-Key, ac nid un sy&apos;n dweud sut i ddarllen cais</translation>
    </message>
    <message>
        <source>Choose another header.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch bennyn arall.</translation>
    </message>
    <message>
        <source>“%1” is no host that a credential can be bound to.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw “%1” yn westeiwr y gellir rhwymo cymhwyster wrtho.</translation>
    </message>
    <message>
        <source>It is https://HOST or https://HOST:PORT; http:// is taken for this computer only</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y ffurf yw https://HOST neu https://HOST:PORT; derbynnir http:// ar gyfer y cyfrifiadur hwn yn unig</translation>
    </message>
    <message>
        <source>Give the beginning of the service&apos;s address.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch ddechrau cyfeiriad y gwasanaeth.</translation>
    </message>
    <message>
        <source>“%1” is no name for a credential.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw “%1” yn enw ar gymhwyster.</translation>
    </message>
    <message>
        <source>Workflows name it: letters, digits, “.”, “_” and “-”, at most 64</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae llifoedd gwaith yn ei enwi: llythrennau, digidau, “.”, “_” a “-”, 64 ar y mwyaf</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch enw arall.</translation>
    </message>
    <message>
        <source>The word before the secret cannot be sent in a header.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir anfon y gair cyn y gyfrinach mewn pennyn.</translation>
    </message>
    <message>
        <source>It is a word or two of ASCII before the secret, such as Bearer</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gair neu ddau o ASCII cyn y gyfrinach ydyw, megis Bearer</translation>
    </message>
    <message>
        <source>Choose another word.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch air arall.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>An error occurred[: {code}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Digwyddodd gwall[: {code}].</translation>
    </message>
    <message>
        <source>[{text}.|This version of Slipway does not know its cause.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{text}.|Nid yw&apos;r fersiwn hwn o Slipway yn gwybod ei achos.]</translation>
    </message>
    <message>
        <source>Look at the details, mend the cause, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y manylion, trwsiwch yr achos, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>request not understood</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ddeallwyd y cais</translation>
    </message>
    <message>
        <source>The request[ {what}] cannot be understood.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir deall y cais[ {what}].</translation>
    </message>
    <message>
        <source>[{reason}.|It does not follow the description of this API.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Nid yw&apos;n dilyn disgrifiad yr API hwn.]</translation>
    </message>
    <message>
        <source>Compare it with /openapi.json, then send it again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymharwch ef â /openapi.json, yna anfonwch ef eto.</translation>
    </message>
    <message>
        <source>no token</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim tocyn</translation>
    </message>
    <message>
        <source>The request brought no token.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ddaeth y cais â thocyn.</translation>
    </message>
    <message>
        <source>This API answers nobody it does not know.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r API hwn yn ateb neb nad yw&apos;n ei adnabod.</translation>
    </message>
    <message>
        <source>Send the header “Authorization: Bearer …” with a token that “slipwayctl api-token add” printed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anfonwch y pennyn “Authorization: Bearer …” gyda thocyn a argraffodd “slipwayctl api-token add”.</translation>
    </message>
    <message>
        <source>token not known</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>tocyn anhysbys</translation>
    </message>
    <message>
        <source>The token of the request is not known here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw tocyn y cais yn hysbys yma.</translation>
    </message>
    <message>
        <source>It may have been removed, or be one of another Slipway.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Efallai ei fod wedi&apos;i dynnu, neu ei fod yn perthyn i Slipway arall.</translation>
    </message>
    <message>
        <source>Make a new one with “slipwayctl api-token add”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnewch un newydd gyda “slipwayctl api-token add”.</translation>
    </message>
    <message>
        <source>not allowed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ddim yn cael</translation>
    </message>
    <message>
        <source>The token[ {who}] may only look.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond edrych y caiff y tocyn[ {who}].</translation>
    </message>
    <message>
        <source>[{method} {path} changes something, which takes an operator&apos;s token.|This changes something, which takes an operator&apos;s token.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae {method} {path} yn newid rhywbeth, ac mae angen tocyn gweithredwr ar gyfer hynny.|Mae hyn yn newid rhywbeth, ac mae angen tocyn gweithredwr ar gyfer hynny.]</translation>
    </message>
    <message>
        <source>Use a token with the role operator.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwch docyn gyda&apos;r rôl gweithredwr.</translation>
    </message>
    <message>
        <source>foreign host name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>enw gwesteiwr dieithr</translation>
    </message>
    <message>
        <source>The request was meant for another host[, {host}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bwriadwyd y cais ar gyfer gwesteiwr arall[, {host}].</translation>
    </message>
    <message>
        <source>A web page can make a browser ask under a name of its own, so only the names of this service are answered.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gall tudalen we wneud i borwr ofyn dan ei henw ei hun, felly dim ond enwau&apos;r gwasanaeth hwn sy&apos;n cael ateb.</translation>
    </message>
    <message>
        <source>Use the address that the agent printed. Add a further name with “--host” when a proxy stands before it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwch y cyfeiriad a argraffodd yr asiant. Ychwanegwch enw arall gyda “--host” pan fo dirprwy o&apos;i flaen.</translation>
    </message>
    <message>
        <source>from a web page</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>o dudalen we</translation>
    </message>
    <message>
        <source>The request comes from a web page[ of {origin}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daw&apos;r cais o dudalen we[ o {origin}].</translation>
    </message>
    <message>
        <source>No web page may use this API.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chaiff unrhyw dudalen we ddefnyddio&apos;r API hwn.</translation>
    </message>
    <message>
        <source>Call it from a program, without the header Origin.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Galwch ef o raglen, heb y pennyn Origin.</translation>
    </message>
    <message>
        <source>no such path</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim llwybr o&apos;r fath</translation>
    </message>
    <message>
        <source>There is nothing at this path[: {path}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes dim ar y llwybr hwn[: {path}].</translation>
    </message>
    <message>
        <source>The API has only the paths that /openapi.json describes.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond y llwybrau y mae /openapi.json yn eu disgrifio sydd gan yr API.</translation>
    </message>
    <message>
        <source>Compare it with /openapi.json.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymharwch ef â /openapi.json.</translation>
    </message>
    <message>
        <source>method not allowed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dull heb ei ganiatáu</translation>
    </message>
    <message>
        <source>The method[ {method}] does not apply here[: {path}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r dull[ {method}] yn berthnasol yma[: {path}].</translation>
    </message>
    <message>
        <source>[Here one may use {known}.|This path takes other methods.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Yma gellir defnyddio {known}.|Mae&apos;r llwybr hwn yn derbyn dulliau eraill.]</translation>
    </message>
    <message>
        <source>wrong content type</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>math cynnwys anghywir</translation>
    </message>
    <message>
        <source>The body has the wrong type[: {found}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae math anghywir ar y corff[: {found}].</translation>
    </message>
    <message>
        <source>Only application/json is read.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond application/json sy&apos;n cael ei ddarllen.</translation>
    </message>
    <message>
        <source>Send the header “Content-Type: application/json” and a JSON object.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anfonwch y pennyn “Content-Type: application/json” a gwrthrych JSON.</translation>
    </message>
    <message>
        <source>request too large</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cais yn rhy fawr</translation>
    </message>
    <message>
        <source>The request is too large.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r cais yn rhy fawr.</translation>
    </message>
    <message>
        <source>[At most {limit} bytes are read.|It is above the limit.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Darllenir {limit} beit ar y mwyaf.|Mae uwchlaw&apos;r terfyn.]</translation>
    </message>
    <message>
        <source>Send less at once.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anfonwch lai ar unwaith.</translation>
    </message>
    <message>
        <source>too many requests</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gormod o geisiadau</translation>
    </message>
    <message>
        <source>There are too many requests at once.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gormod o geisiadau ar unwaith.</translation>
    </message>
    <message>
        <source>[The limit is {limit} a second for each token.|The limit is there so that one caller cannot slow down the others.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Y terfyn yw {limit} yr eiliad ar gyfer pob tocyn.|Mae&apos;r terfyn yno fel na all un galwr arafu&apos;r lleill.]</translation>
    </message>
    <message>
        <source>Wait a second, then try again. To follow a run, read its stream instead of asking again and again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch eiliad, yna rhowch gynnig arall arni. I ddilyn rhediad, darllenwch ei ffrwd yn lle gofyn dro ar ôl tro.</translation>
    </message>
    <message>
        <source>too many connections</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gormod o gysylltiadau</translation>
    </message>
    <message>
        <source>There are too many connections or streams.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gormod o gysylltiadau neu ffrydiau.</translation>
    </message>
    <message>
        <source>[At most {limit} are kept open.|The limit protects the runs from their watchers.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Cedwir {limit} ar agor ar y mwyaf.|Mae&apos;r terfyn yn amddiffyn y rhediadau rhag eu gwylwyr.]</translation>
    </message>
    <message>
        <source>Close some, then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewch rai, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>no idempotency key</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim allwedd unigryw</translation>
    </message>
    <message>
        <source>The start of a run needs the header Idempotency-Key.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen y pennyn Idempotency-Key i gychwyn rhediad.</translation>
    </message>
    <message>
        <source>Without it a start whose answer was lost could not be repeated without making a second run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hebddo ni ellid ailadrodd cychwyniad y collwyd ei ateb heb wneud ail rediad.</translation>
    </message>
    <message>
        <source>Send a new unique value with each start, and the same one when you repeat it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anfonwch werth unigryw newydd gyda phob cychwyniad, a&apos;r un gwerth pan fyddwch yn ei ailadrodd.</translation>
    </message>
    <message>
        <source>key used before</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>allwedd wedi&apos;i defnyddio o&apos;r blaen</translation>
    </message>
    <message>
        <source>The Idempotency-Key was used before for something else.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwyd yr Idempotency-Key o&apos;r blaen ar gyfer rhywbeth arall.</translation>
    </message>
    <message>
        <source>[It belongs to run {run}.|Each key stands for one act.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae&apos;n perthyn i rediad {run}.|Mae pob allwedd yn sefyll am un weithred.]</translation>
    </message>
    <message>
        <source>Send a new key for a new act.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anfonwch allwedd newydd ar gyfer gweithred newydd.</translation>
    </message>
    <message>
        <source>request too slow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cais yn rhy araf</translation>
    </message>
    <message>
        <source>The request did not arrive in time.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chyrhaeddodd y cais mewn pryd.</translation>
    </message>
    <message>
        <source>[It has to be whole within {seconds} seconds.|A request that never ends would keep others out.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Rhaid iddo fod yn gyfan o fewn {seconds} eiliad.|Byddai cais nad yw byth yn gorffen yn cadw eraill allan.]</translation>
    </message>
    <message>
        <source>Send it again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anfonwch ef eto.</translation>
    </message>
    <message>
        <source>signature does not fit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw&apos;r llofnod yn ffitio</translation>
    </message>
    <message>
        <source>The delivery is not signed with the secret that is known here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r danfoniad wedi&apos;i lofnodi â&apos;r gyfrinach sy&apos;n hysbys yma.</translation>
    </message>
    <message>
        <source>It may be forged, or the secret of the webhook may have been changed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Efallai ei fod wedi&apos;i ffugio, neu fod cyfrinach y bachyn gwe wedi&apos;i newid.</translation>
    </message>
    <message>
        <source>Compare the secret of the webhook on GitHub with the file given with “--webhook-secret-file”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymharwch gyfrinach y bachyn gwe ar GitHub â&apos;r ffeil a roddwyd gyda “--webhook-secret-file”.</translation>
    </message>
    <message>
        <source>not this computer</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid y cyfrifiadur hwn</translation>
    </message>
    <message>
        <source>The API would listen on an address that other computers reach[: {host}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Byddai&apos;r API yn gwrando ar gyfeiriad y gall cyfrifiaduron eraill ei gyrraedd[: {host}].</translation>
    </message>
    <message>
        <source>Its requests and tokens would go over the network unencrypted.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Byddai ei geisiadau a&apos;i docynnau&apos;n mynd dros y rhwydwaith heb eu hamgryptio.</translation>
    </message>
    <message>
        <source>Use 127.0.0.1, with a proxy that speaks TLS before it. If you know what you do, add “--allow-remote”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwch 127.0.0.1, gyda dirprwy sy&apos;n siarad TLS o&apos;i flaen. Os ydych yn gwybod beth rydych yn ei wneud, ychwanegwch “--allow-remote”.</translation>
    </message>
    <message>
        <source>token name taken</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>enw tocyn wedi&apos;i gymryd</translation>
    </message>
    <message>
        <source>There is a token of that name already[: {name}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae tocyn o&apos;r enw hwnnw&apos;n barod[: {name}].</translation>
    </message>
    <message>
        <source>The history tells by that name who did what, so it is given once.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hanes yn dweud wrth yr enw hwnnw pwy wnaeth beth, felly unwaith yn unig y&apos;i rhoddir.</translation>
    </message>
    <message>
        <source>Choose another name, or remove the token first with “slipwayctl api-token remove”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch enw arall, neu tynnwch y tocyn yn gyntaf gyda “slipwayctl api-token remove”.</translation>
    </message>
    <message>
        <source>no such token</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim tocyn o&apos;r fath</translation>
    </message>
    <message>
        <source>There is no token of that name[: {name}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes tocyn o&apos;r enw hwnnw[: {name}].</translation>
    </message>
    <message>
        <source>[Known are {known}.|None was made here yet.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Y rhai hysbys yw {known}.|Ni wnaed un yma eto.]</translation>
    </message>
    <message>
        <source>See “slipwayctl api-token list”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gweler “slipwayctl api-token list”.</translation>
    </message>
    <message>
        <source>not valid JSON</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ddim yn JSON dilys</translation>
    </message>
    <message>
        <source>[Line {line}, column {column}: {reason}.|It does not follow the rules of JSON.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Llinell {line}, colofn {column}: {reason}.|Nid yw&apos;n dilyn rheolau JSON.]</translation>
    </message>
    <message>
        <source>Correct the text at that place and try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch y testun yn y man hwnnw a rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>text too large</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>testun yn rhy fawr</translation>
    </message>
    <message>
        <source>The JSON text[ of {file}] is too large to be read.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r testun JSON[ o {file}] yn rhy fawr i&apos;w ddarllen.</translation>
    </message>
    <message>
        <source>[It has {bytes} bytes; at most {limit} are read.|It is larger than the limit.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae ganddo {bytes} beit; darllenir {limit} ar y mwyaf.|Mae&apos;n fwy na&apos;r terfyn.]</translation>
    </message>
    <message>
        <source>Check that this is the right file or address.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch mai hon yw&apos;r ffeil neu&apos;r cyfeiriad cywir.</translation>
    </message>
    <message>
        <source>file unreadable</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ffeil annarllenadwy</translation>
    </message>
    <message>
        <source>The file[ {file}] cannot be read.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir darllen y ffeil[ {file}].</translation>
    </message>
    <message>
        <source>[{reason}.|The system gave no reason.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Ni roddodd y system reswm.]</translation>
    </message>
    <message>
        <source>Check the name of the file and that you may read it, then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch enw&apos;r ffeil a&apos;ch bod yn cael ei darllen, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>file unwritable</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir ysgrifennu&apos;r ffeil</translation>
    </message>
    <message>
        <source>The file or folder[ {file}] cannot be written.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir ysgrifennu&apos;r ffeil neu&apos;r ffolder[ {file}].</translation>
    </message>
    <message>
        <source>Check that the folder belongs to you, is writable and has space left, then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch mai chi biau&apos;r ffolder, bod modd ysgrifennu iddo a bod lle ar ôl, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>file not private</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ffeil heb fod yn breifat</translation>
    </message>
    <message>
        <source>The file[ {file}] is not private enough to be used.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r ffeil[ {file}] yn ddigon preifat i&apos;w defnyddio.</translation>
    </message>
    <message>
        <source>[It was refused because {reason}.|Only you should be able to read it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Gwrthodwyd hi oherwydd {reason}.|Dim ond chi ddylai allu ei darllen.]</translation>
    </message>
    <message>
        <source>Make it an ordinary file of your own with the permissions 0600 (chmod 600), then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnewch hi&apos;n ffeil gyffredin o&apos;ch eiddo gyda&apos;r caniatadau 0600 (chmod 600), yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>workflow not valid</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>llif gwaith annilys</translation>
    </message>
    <message>
        <source>The workflow file[ {file}] is not valid.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r ffeil llif gwaith[ {file}] yn ddilys.</translation>
    </message>
    <message>
        <source>[{problems}.|It does not follow the format of workflow files.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{problems}.|Nid yw&apos;n dilyn fformat ffeiliau llif gwaith.]</translation>
    </message>
    <message>
        <source>Correct the places named, then check the file with “slipwayctl workflow validate”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch y mannau a enwir, yna gwiriwch y ffeil gyda “slipwayctl workflow validate”.</translation>
    </message>
    <message>
        <source>unknown workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>llif gwaith anhysbys</translation>
    </message>
    <message>
        <source>There is no workflow[ named {workflow}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes llif gwaith[ o&apos;r enw {workflow}].</translation>
    </message>
    <message>
        <source>[The workflows known here are {known}.|No workflow file has that id.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Y llifoedd gwaith sy&apos;n hysbys yma yw {known}.|Nid oes ffeil llif gwaith â&apos;r id hwnnw.]</translation>
    </message>
    <message>
        <source>Choose one of those that “slipwayctl workflow list” names.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch un o&apos;r rhai y mae “slipwayctl workflow list” yn eu henwi.</translation>
    </message>
    <message>
        <source>placeholder not valid</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dalfan annilys</translation>
    </message>
    <message>
        <source>A placeholder of the workflow cannot be understood.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir deall dalfan yn y llif gwaith.</translation>
    </message>
    <message>
        <source>[In “{text}”: {reason}.|{reason}.|It does not follow the form of placeholders.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Yn “{text}”: {reason}.|{reason}.|Nid yw&apos;n dilyn ffurf dalfannau.]</translation>
    </message>
    <message>
        <source>Correct the placeholder in the workflow file and start a new run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch y dalfan yn ffeil y llif gwaith a chychwynnwch rediad newydd.</translation>
    </message>
    <message>
        <source>value missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwerth ar goll</translation>
    </message>
    <message>
        <source>A value that the workflow refers to is not there.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw gwerth y mae&apos;r llif gwaith yn cyfeirio ato yno.</translation>
    </message>
    <message>
        <source>[Nothing stands at “{path}” yet.|A step, an input or a setting did not give it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Does dim yn “{path}” eto.|Ni roddodd cam, mewnbwn na gosodiad ef.]</translation>
    </message>
    <message>
        <source>input missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mewnbwn ar goll</translation>
    </message>
    <message>
        <source>The input[ {input}] is missing.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r mewnbwn[ {input}] ar goll.</translation>
    </message>
    <message>
        <source>[{message}.|The workflow cannot start without it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{message}.|Ni all y llif gwaith gychwyn hebddo.]</translation>
    </message>
    <message>
        <source>Give a value[ as {input}=VALUE| for it].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch werth[ fel {input}=VALUE| iddo].</translation>
    </message>
    <message>
        <source>input not valid</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mewnbwn annilys</translation>
    </message>
    <message>
        <source>[The input {input}|What was given] cannot be used as it is.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir defnyddio[ y mewnbwn {input}| yr hyn a roddwyd] fel y mae.</translation>
    </message>
    <message>
        <source>[{problems}.|{message}.|It does not follow the workflow&apos;s rule for it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{problems}.|{message}.|Nid yw&apos;n dilyn rheol y llif gwaith ar ei gyfer.]</translation>
    </message>
    <message>
        <source>Change the value[ (now “{value}”)] and try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newidiwch y gwerth[ (“{value}” nawr)] a rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>unknown input</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mewnbwn anhysbys</translation>
    </message>
    <message>
        <source>The workflow has no input[ named {input}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y llif gwaith fewnbwn[ o&apos;r enw {input}].</translation>
    </message>
    <message>
        <source>[Its inputs are {known}.|The name may be misspelt.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Ei fewnbynnau yw {known}.|Efallai fod yr enw wedi&apos;i gamsillafu.]</translation>
    </message>
    <message>
        <source>Use one of the inputs that “slipwayctl workflow show” names.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwch un o&apos;r mewnbynnau y mae “slipwayctl workflow show” yn eu henwi.</translation>
    </message>
    <message>
        <source>unknown setting</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gosodiad anhysbys</translation>
    </message>
    <message>
        <source>The workflow has no setting[ named {setting}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y llif gwaith osodiad[ o&apos;r enw {setting}].</translation>
    </message>
    <message>
        <source>[Its settings are {known}.|The name may be misspelt.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Ei osodiadau yw {known}.|Efallai fod yr enw wedi&apos;i gamsillafu.]</translation>
    </message>
    <message>
        <source>Use one of the settings that “slipwayctl workflow show” names.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwch un o&apos;r gosodiadau y mae “slipwayctl workflow show” yn eu henwi.</translation>
    </message>
    <message>
        <source>setting not valid</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gosodiad annilys</translation>
    </message>
    <message>
        <source>The setting[ {setting}] cannot be used as it is.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir defnyddio&apos;r gosodiad[ {setting}] fel y mae.</translation>
    </message>
    <message>
        <source>[{reason}.|It should be {expected}.|Its value does not have the type that the workflow wants.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Dylai fod yn {expected}.|Nid yw ei werth o&apos;r math y mae&apos;r llif gwaith ei eisiau.]</translation>
    </message>
    <message>
        <source>Correct the value in the profile or in --set, then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch y gwerth yn y proffil neu yn --set, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>file has another shape</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>siâp arall ar y ffeil</translation>
    </message>
    <message>
        <source>The file[ {path}][ in {repository}] does not have the shape that this change needs.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y ffeil[ {path}][ yn {repository}] y siâp sydd ei angen ar y newid hwn.</translation>
    </message>
    <message>
        <source>[At {pointer} there should be {expected}, but {found} is there.|The place to be changed is not what the workflow expects.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Yn {pointer} dylai fod {expected}, ond {found} sydd yno.|Nid yw&apos;r man i&apos;w newid yr hyn y mae&apos;r llif gwaith yn ei ddisgwyl.]</translation>
    </message>
    <message>
        <source>Look at the file on the base branch. Mend the file or the workflow, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y ffeil ar y gangen sylfaen. Trwsiwch y ffeil neu&apos;r llif gwaith, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>name already in the file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>enw yn y ffeil yn barod</translation>
    </message>
    <message>
        <source>The file[ {path}][ in {repository}] already has an entry[ named {name}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gan y ffeil[ {path}][ yn {repository}] gofnod[ o&apos;r enw {name}] yn barod.</translation>
    </message>
    <message>
        <source>[It stands at {pointer}.|Someone else may have made it.] Slipway does not overwrite it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae yn {pointer}.|Efallai mai rhywun arall a&apos;i gwnaeth.] Nid yw Slipway yn ei drosysgrifo.</translation>
    </message>
    <message>
        <source>Choose another name, or remove the old entry, then press Retry. If the entry is as it should be, advance the step by hand.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch enw arall, neu tynnwch yr hen gofnod, yna pwyswch Ailgynnig. Os yw&apos;r cofnod fel y dylai fod, symudwch y cam ymlaen â llaw.</translation>
    </message>
    <message>
        <source>place in file not found</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>man yn y ffeil heb ei ganfod</translation>
    </message>
    <message>
        <source>The place to be changed[ in {path}][ of {repository}] was not found.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chafwyd hyd i&apos;r man i&apos;w newid[ yn {path}][ yn {repository}].</translation>
    </message>
    <message>
        <source>[There is no {name} at {pointer}.|There is no {value} at {pointer}.|There is no {pointer} in it.|The file differs from what the workflow expects.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Nid oes {name} yn {pointer}.|Nid oes {value} yn {pointer}.|Nid oes {pointer} ynddi.|Mae&apos;r ffeil yn wahanol i&apos;r hyn y mae&apos;r llif gwaith yn ei ddisgwyl.]</translation>
    </message>
    <message>
        <source>file is not valid JSON</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw&apos;r ffeil yn JSON dilys</translation>
    </message>
    <message>
        <source>The file[ {path}][ in {repository}] is not valid JSON.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r ffeil[ {path}][ yn {repository}] yn JSON dilys.</translation>
    </message>
    <message>
        <source>Mend the file on the base branch, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trwsiwch y ffeil ar y gangen sylfaen, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>file exists already</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ffeil yn bodoli&apos;n barod</translation>
    </message>
    <message>
        <source>The file[ {path}][ in {repository}] exists already with other content.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffeil[ {path}][ yn {repository}] yn bodoli&apos;n barod gyda chynnwys arall.</translation>
    </message>
    <message>
        <source>The workflow makes it as a new file and does not overwrite what someone else wrote.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r llif gwaith yn ei gwneud fel ffeil newydd ac nid yw&apos;n trosysgrifo&apos;r hyn a ysgrifennodd rhywun arall.</translation>
    </message>
    <message>
        <source>Look at the file. Remove or rename it, then press Retry, or advance the step by hand if the file is as it should be.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y ffeil. Tynnwch neu ailenwch hi, yna pwyswch Ailgynnig, neu symudwch y cam ymlaen â llaw os yw&apos;r ffeil fel y dylai fod.</translation>
    </message>
    <message>
        <source>file is missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ffeil ar goll</translation>
    </message>
    <message>
        <source>The file[ {path}] that is to be changed does not exist[ in {repository}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r ffeil[ {path}] sydd i&apos;w newid yn bodoli[ yn {repository}].</translation>
    </message>
    <message>
        <source>It was not found on the base branch.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chafwyd hyd iddi ar y gangen sylfaen.</translation>
    </message>
    <message>
        <source>Check the repository and the path in the settings and the workflow, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y storfa a&apos;r llwybr yn y gosodiadau a&apos;r llif gwaith, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>refused</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwrthodwyd</translation>
    </message>
    <message>
        <source>[“{command}”|This] does not apply[ to the step {step}] now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw [“{command}”|hyn] yn berthnasol[ i&apos;r cam {step}] nawr.</translation>
    </message>
    <message>
        <source>The state of the run does not allow it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw cyflwr y rhediad yn caniatáu hynny.</translation>
    </message>
    <message>
        <source>Look at the run and choose what fits its state.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y rhediad a dewiswch yr hyn sy&apos;n ffitio&apos;i gyflwr.</translation>
    </message>
    <message>
        <source>run has moved on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r rhediad wedi symud ymlaen</translation>
    </message>
    <message>
        <source>The run has moved on since you looked at it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhediad wedi symud ymlaen ers i chi edrych arno.</translation>
    </message>
    <message>
        <source>[What changed: {changes}.|Something happened to it in the meantime.] Nothing was done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Beth newidiodd: {changes}.|Digwyddodd rhywbeth iddo yn y cyfamser.] Ni wnaed dim.</translation>
    </message>
    <message>
        <source>Look at the run again, and repeat what you wanted if it still applies.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y rhediad eto, ac ailadroddwch yr hyn yr oeddech ei eisiau os yw&apos;n dal yn berthnasol.</translation>
    </message>
    <message>
        <source>unknown run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhediad anhysbys</translation>
    </message>
    <message>
        <source>There is no run[ called {run}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes rhediad[ o&apos;r enw {run}].</translation>
    </message>
    <message>
        <source>No run of this store has that id, prefix or subject.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan unrhyw rediad yn y gronfa hon yr id, y rhagddodiad na&apos;r enw hwnnw.</translation>
    </message>
    <message>
        <source>Choose one of the runs in the list, and check that this is the right store.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch un o&apos;r rhediadau yn y rhestr, a gwiriwch mai hon yw&apos;r gronfa gywir.</translation>
    </message>
    <message>
        <source>several runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>sawl rhediad</translation>
    </message>
    <message>
        <source>[“{run}” means|This means] more than one run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae [“{run}” yn golygu|hyn yn golygu] mwy nag un rhediad.</translation>
    </message>
    <message>
        <source>[The ids that begin so are {matches}.|Several ids begin with it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Yr idau sy&apos;n dechrau felly yw {matches}.|Mae sawl id yn dechrau felly.]</translation>
    </message>
    <message>
        <source>Give more characters of the id.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch fwy o nodau&apos;r id.</translation>
    </message>
    <message>
        <source>unknown step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cam anhysbys</translation>
    </message>
    <message>
        <source>The run has no step[ called {step}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y rhediad gam[ o&apos;r enw {step}].</translation>
    </message>
    <message>
        <source>[Its steps are {known}.|The name may be misspelt.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Ei gamau yw {known}.|Efallai fod yr enw wedi&apos;i gamsillafu.]</translation>
    </message>
    <message>
        <source>Use the id of a step as the run shows it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwch id cam fel y mae&apos;r rhediad yn ei ddangos.</translation>
    </message>
    <message>
        <source>run is open already</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhediad ar agor yn barod</translation>
    </message>
    <message>
        <source>A run[ for {subject}] is open already.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhediad[ ar gyfer {subject}] ar agor yn barod.</translation>
    </message>
    <message>
        <source>name is taken</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>enw wedi&apos;i gymryd</translation>
    </message>
    <message>
        <source>The name[ {name}] is taken.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r enw[ {name}] wedi&apos;i gymryd.</translation>
    </message>
    <message>
        <source>[{holder} has it already.|Something of that name exists already.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{holder} sydd ag ef yn barod.|Mae rhywbeth o&apos;r enw hwnnw&apos;n bodoli&apos;n barod.]</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch enw arall.</translation>
    </message>
    <message>
        <source>preview out of date</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhagolwg wedi dyddio</translation>
    </message>
    <message>
        <source>What would be changed is not what the preview showed[: in {repositories}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yr hyn a ddangosodd y rhagolwg fyddai&apos;n cael ei newid[: yn {repositories}].</translation>
    </message>
    <message>
        <source>Someone changed the same files since. Nothing was started.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newidiodd rhywun yr un ffeiliau ers hynny. Ni chychwynnwyd dim.</translation>
    </message>
    <message>
        <source>Look at the preview again; if it is right, press Create.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y rhagolwg eto; os yw&apos;n iawn, pwyswch Creu.</translation>
    </message>
    <message>
        <source>record not valid</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cofnod annilys</translation>
    </message>
    <message>
        <source>[At “{pointer}”: {reason}.|{reason}.|It does not have the form of status records.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Yn “{pointer}”: {reason}.|{reason}.|Nid yw ar ffurf cofnodion statws.]</translation>
    </message>
    <message>
        <source>Nothing of this record was taken in. Correct the place named and import it again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni dderbyniwyd dim o&apos;r cofnod hwn. Cywirwch y man a enwir a&apos;i fewnforio eto.</translation>
    </message>
    <message>
        <source>failed before the import</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi methu cyn y mewnforio</translation>
    </message>
    <message>
        <source>The imported status record says that this failed[: {part}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r cofnod statws a fewnforiwyd yn dweud bod hyn wedi methu[: {part}].</translation>
    </message>
    <message>
        <source>A status record does not say why.[ The run was {url}.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw cofnod statws yn dweud pam.[ Y rhediad oedd {url}.]</translation>
    </message>
    <message>
        <source>Resume the run to look at what is there and to go on from it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailddechreuwch y rhediad i edrych ar yr hyn sydd yno ac i fynd ymlaen ohono.</translation>
    </message>
    <message>
        <source>record known</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cofnod hysbys</translation>
    </message>
    <message>
        <source>The status record[ of {subject}] was imported before.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd y cofnod statws[ o {subject}] ei fewnforio o&apos;r blaen.</translation>
    </message>
    <message>
        <source>The store has the run[ {run}] for it. A record is taken in once.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gan y gronfa&apos;r rhediad[ {run}] ar ei gyfer. Unwaith y derbynnir cofnod.</translation>
    </message>
    <message>
        <source>Nothing needs to be done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen gwneud dim.</translation>
    </message>
    <message>
        <source>name leads elsewhere</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>enw&apos;n arwain i rywle arall</translation>
    </message>
    <message>
        <source>The name[ {name}] is free, but it is the old name of[ {to}| another repository].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r enw[ {name}] yn rhydd, ond hen enw[ {to}| storfa arall] ydyw.</translation>
    </message>
    <message>
        <source>Addresses with the old name still lead to it. A new repository of that name breaks them.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cyfeiriadau â&apos;r hen enw yn dal i arwain ati. Byddai storfa newydd o&apos;r enw hwnnw&apos;n eu torri.</translation>
    </message>
    <message>
        <source>Choose another name. If nobody uses the old addresses any more, advance this step: the run goes on then.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch enw arall. Os nad oes neb yn defnyddio&apos;r hen gyfeiriadau mwyach, symudwch y cam hwn ymlaen: bydd y rhediad yn mynd ymlaen wedyn.</translation>
    </message>
    <message>
        <source>name not checked</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>enw heb ei wirio</translation>
    </message>
    <message>
        <source>Whether the name[ {name}] is free could not be checked.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid gwirio a yw&apos;r enw[ {name}] yn rhydd.</translation>
    </message>
    <message>
        <source>[{reason}.|GitHub gave no answer that tells.] The name may be free or taken.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Ni roddodd GitHub ateb sy&apos;n dweud.] Gall yr enw fod yn rhydd neu wedi&apos;i gymryd.</translation>
    </message>
    <message>
        <source>Check the connection, then check the name again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y cysylltiad, yna gwiriwch yr enw eto.</translation>
    </message>
    <message>
        <source>outcome unknown</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>canlyniad anhysbys</translation>
    </message>
    <message>
        <source>It is not known whether the last request[ ({effect})][ to {repository}] took place.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n hysbys a ddigwyddodd y cais diwethaf[ ({effect})][ i {repository}].</translation>
    </message>
    <message>
        <source>Look at the service. Then say that it happened, or that it did not.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y gwasanaeth. Yna dywedwch iddo ddigwydd, neu na wnaeth.</translation>
    </message>
    <message>
        <source>did not take place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ddigwyddodd</translation>
    </message>
    <message>
        <source>The last request[ ({effect})][ to {repository}] did not take place.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ddigwyddodd y cais diwethaf[ ({effect})][ i {repository}].</translation>
    </message>
    <message>
        <source>No answer had come, and looking it up showed that nothing was made.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oedd ateb wedi dod, a dangosodd chwilio amdano na wnaed dim.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: Slipway sends it again. If it has stopped trying, press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen gwneud dim: bydd Slipway yn ei anfon eto. Os yw wedi rhoi&apos;r gorau i geisio, pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>gave up</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhoddwyd y gorau iddi</translation>
    </message>
    <message>
        <source>The step was tried[ {attempts} times| several times] and did not succeed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoddwyd cynnig ar y cam[ {attempts} gwaith| sawl gwaith] ac ni lwyddodd.</translation>
    </message>
    <message>
        <source>[The last error was: {text}.|Each attempt keeps its own error.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Y gwall diwethaf oedd: {text}.|Mae pob ymgais yn cadw ei gwall ei hun.]</translation>
    </message>
    <message>
        <source>Look at the attempts&apos; errors, mend the cause, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar wallau&apos;r ymgeisiau, trwsiwch yr achos, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>needs a decision</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>angen penderfyniad</translation>
    </message>
    <message>
        <source>[{text}|The run waits here for a person&apos;s decision.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{text}|Mae&apos;r rhediad yn aros yma am benderfyniad person.]</translation>
    </message>
    <message>
        <source>The workflow goes on only when a person says so.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond pan fydd person yn dweud hynny y mae&apos;r llif gwaith yn mynd ymlaen.</translation>
    </message>
    <message>
        <source>Check what is asked, then press Advance to go on, or Cancel.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch yr hyn a ofynnir, yna pwyswch Symud ymlaen i fynd ymlaen, neu Canslo.</translation>
    </message>
    <message>
        <source>internal error</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwall mewnol</translation>
    </message>
    <message>
        <source>Slipway met a state that should not occur.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daeth Slipway ar draws cyflwr na ddylai ddigwydd.</translation>
    </message>
    <message>
        <source>[{reason}.|There are no further details.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Nid oes rhagor o fanylion.]</translation>
    </message>
    <message>
        <source>Report this with the details. The journal is unharmed; close and reopen Slipway to go on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch wybod am hyn gyda&apos;r manylion. Mae&apos;r dyddlyfr yn ddianaf; caewch ac ailagorwch Slipway i fynd ymlaen.</translation>
    </message>
    <message>
        <source>wrong usage</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>defnydd anghywir</translation>
    </message>
    <message>
        <source>[{text}|The command cannot be understood.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{text}|Ni ellir deall y gorchymyn.]</translation>
    </message>
    <message>
        <source>[{why}.|It does not have the form that the help describes.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{why}.|Nid yw ar y ffurf y mae&apos;r cymorth yn ei disgrifio.]</translation>
    </message>
    <message>
        <source>[{remedy}|Use --help to see what can be given.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{remedy}|Defnyddiwch --help i weld beth y gellir ei roi.]</translation>
    </message>
    <message>
        <source>not connected</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>heb gysylltu</translation>
    </message>
    <message>
        <source>Slipway is not connected to GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw Slipway wedi&apos;i gysylltu â GitHub.</translation>
    </message>
    <message>
        <source>[{reason}.|No connection has been set up.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Nid oes cysylltiad wedi&apos;i osod.]</translation>
    </message>
    <message>
        <source>Connect in the window, or name a profile, a sandbox or an address with its token file.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltwch yn y ffenestr, neu enwch broffil, blwch tywod neu gyfeiriad gyda&apos;i ffeil tocyn.</translation>
    </message>
    <message>
        <source>The run has ended.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhediad wedi dod i ben.</translation>
    </message>
    <message>
        <source>To do the work again, start a new run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>I wneud y gwaith eto, cychwynnwch rediad newydd.</translation>
    </message>
    <message>
        <source>The run is paused.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhediad wedi oedi.</translation>
    </message>
    <message>
        <source>Press Resume first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch Ailddechrau yn gyntaf.</translation>
    </message>
    <message>
        <source>The run is not paused.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r rhediad wedi oedi.</translation>
    </message>
    <message>
        <source>There is nothing to resume: the run goes on by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim i&apos;w ailddechrau: mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>The step has not failed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cam wedi methu.</translation>
    </message>
    <message>
        <source>Wait for it, or press Look now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch amdano, neu pwyswch Edrych nawr.</translation>
    </message>
    <message>
        <source>The step is not being worked on at present.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes neb yn gweithio ar y cam ar hyn o bryd.</translation>
    </message>
    <message>
        <source>Wait until the steps that it needs are done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch nes bod y camau sydd eu hangen arno wedi&apos;u gwneud.</translation>
    </message>
    <message>
        <source>The step is done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r cam wedi&apos;i wneud.</translation>
    </message>
    <message>
        <source>Nothing needs to be done for it. To do it again, retry from there.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen gwneud dim ar ei gyfer. I&apos;w wneud eto, ailgynigiwch o&apos;r fan honno.</translation>
    </message>
    <message>
        <source>The workflow does not allow this step to be skipped.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r llif gwaith yn caniatáu hepgor y cam hwn.</translation>
    </message>
    <message>
        <source>Press Retry, or advance the step by hand once its work is done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch Ailgynnig, neu symudwch y cam ymlaen â llaw pan fydd ei waith wedi&apos;i wneud.</translation>
    </message>
    <message>
        <source>No retry is planned for this step.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes ailgynnig wedi&apos;i gynllunio ar gyfer y cam hwn.</translation>
    </message>
    <message>
        <source>Press Retry if the step has failed, or Look now if it waits.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch Ailgynnig os yw&apos;r cam wedi methu, neu Edrych nawr os yw&apos;n aros.</translation>
    </message>
    <message>
        <source>No step of the run has failed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes cam o&apos;r rhediad wedi methu.</translation>
    </message>
    <message>
        <source>Nothing needs to be retried. Press Look now if a step waits.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen ailgynnig dim. Pwyswch Edrych nawr os yw cam yn aros.</translation>
    </message>
    <message>
        <source>A request of this step is under way, or what became of it is not known yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cais o&apos;r cam hwn ar y ffordd, neu nid yw&apos;n hysbys eto beth a ddaeth ohono.</translation>
    </message>
    <message>
        <source>Wait until the step shows what came of it, usually less than a minute, then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch nes bod y cam yn dangos beth a ddaeth ohono, llai na munud fel arfer, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>The run has been asked to stop already.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwyd i&apos;r rhediad stopio yn barod.</translation>
    </message>
    <message>
        <source>Nothing more is needed: the request under way finishes first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim mwy i&apos;w wneud: mae&apos;r cais sydd ar y ffordd yn gorffen yn gyntaf.</translation>
    </message>
    <message>
        <source>The run has made nothing that can be taken back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r rhediad wedi gwneud dim y gellir ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>The step[ {step}] has made nothing that can be taken back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cam[ {step}] wedi gwneud dim y gellir ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>Choose among what the list of the undo names.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch o blith yr hyn y mae rhestr y dadwneud yn ei enwi.</translation>
    </message>
    <message>
        <source>What the run made is being taken back already.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a wnaeth y rhediad yn cael ei gymryd yn ôl yn barod.</translation>
    </message>
    <message>
        <source>Wait until that is finished.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch nes bod hynny wedi gorffen.</translation>
    </message>
    <message>
        <source>Slipway cannot take back what this step did.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni all Slipway gymryd yn ôl yr hyn a wnaeth y cam hwn.</translation>
    </message>
    <message>
        <source>Take it back by hand where it was made, and add a note to the run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerwch ef yn ôl â llaw lle y&apos;i gwnaed, ac ychwanegwch nodyn at y rhediad.</translation>
    </message>
    <message>
        <source>The run is still open.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhediad yn dal ar agor.</translation>
    </message>
    <message>
        <source>Cancel the run first, then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslwch y rhediad yn gyntaf, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>The step asks nothing at present.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cam yn gofyn dim ar hyn o bryd.</translation>
    </message>
    <message>
        <source>Look at the run to see what it waits for.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y rhediad i weld am beth y mae&apos;n aros.</translation>
    </message>
    <message>
        <source>The service does not confirm that this is done[: {text}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r gwasanaeth yn cadarnhau bod hyn wedi&apos;i wneud[: {text}].</translation>
    </message>
    <message>
        <source>Look at the step&apos;s links. If it is done all the same, advance it without the check and give the reason.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar ddolenni&apos;r cam. Os yw wedi&apos;i wneud beth bynnag, symudwch ef ymlaen heb y gwiriad a rhowch y rheswm.</translation>
    </message>
    <message>
        <source>The step has no output[ called {output}| of that name].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y cam allbwn[ o&apos;r enw {output}| o&apos;r enw hwnnw].</translation>
    </message>
    <message>
        <source>Give only outputs that this kind of step has[: {known}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch ddim ond allbynnau sydd gan y math hwn o gam[: {known}].</translation>
    </message>
    <message>
        <source>Later steps need an output that was not given[: {output}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen allbwn na roddwyd ar gamau diweddarach[: {output}].</translation>
    </message>
    <message>
        <source>Give its value too.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch ei werth hefyd.</translation>
    </message>
    <message>
        <source>A reason is needed, because the history keeps it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen rheswm, gan fod yr hanes yn ei gadw.</translation>
    </message>
    <message>
        <source>Give the reason in a few words.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch y rheswm mewn ychydig eiriau.</translation>
    </message>
    <message>
        <source>Nothing is being waited for there.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes dim yn cael ei ddisgwyl yno.</translation>
    </message>
    <message>
        <source>Look at the run to see what it is doing.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y rhediad i weld beth y mae&apos;n ei wneud.</translation>
    </message>
    <message>
        <source>Create</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Creu</translation>
    </message>
    <message>
        <source>Retry</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig</translation>
    </message>
    <message>
        <source>Retry from here</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig o&apos;r fan hon</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig nawr</translation>
    </message>
    <message>
        <source>Look now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrych nawr</translation>
    </message>
    <message>
        <source>Advance</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symud ymlaen</translation>
    </message>
    <message>
        <source>Skip</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hepgor</translation>
    </message>
    <message>
        <source>Pause</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Oedi</translation>
    </message>
    <message>
        <source>Resume</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailddechrau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Undo</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>Add note</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ychwanegu nodyn</translation>
    </message>
    <message>
        <source>Say what happened</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dweud beth ddigwyddodd</translation>
    </message>
    <message>
        <source>token not accepted</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>tocyn heb ei dderbyn</translation>
    </message>
    <message>
        <source>GitHub does not accept the token.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub yn derbyn y tocyn.</translation>
    </message>
    <message>
        <source>It has expired, was revoked, or belongs to another host.[ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae wedi dod i ben, cafodd ei ddirymu, neu mae&apos;n perthyn i westeiwr arall.[ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>Make a new token and connect again. Runs go on by themselves after that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnewch docyn newydd a chysylltwch eto. Mae rhediadau&apos;n mynd ymlaen ar eu pennau eu hunain wedyn.</translation>
    </message>
    <message>
        <source>The token may not do this[ in {repository}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chaiff y tocyn wneud hyn[ yn {repository}].</translation>
    </message>
    <message>
        <source>[{reasonWords}.|It lacks {missing}.|A right is missing.][ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reasonWords}.|Mae {missing} ar goll.|Mae hawl ar goll.][ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>[{remedyWords}.|Give the token {missing} for that repository, then press Retry.|Give the token write access to contents, pull requests and actions of that repository, then press Retry. “Check connection” shows what is missing.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{remedyWords}.|Rhowch {missing} i&apos;r tocyn ar gyfer y storfa honno, yna pwyswch Ailgynnig.|Rhowch i&apos;r tocyn hawl ysgrifennu i gynnwys, ceisiadau tynnu a gweithredoedd y storfa honno, yna pwyswch Ailgynnig. Mae “Gwirio&apos;r cysylltiad” yn dangos beth sydd ar goll.]</translation>
    </message>
    <message>
        <source>single sign-on needed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>angen mewngofnodi sengl</translation>
    </message>
    <message>
        <source>The organisation[ {organisation}] wants the token to be authorised for single sign-on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r sefydliad[ {organisation}] am i&apos;r tocyn gael ei awdurdodi ar gyfer mewngofnodi sengl.</translation>
    </message>
    <message>
        <source>Without that GitHub hides the organisation&apos;s repositories from it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Heb hynny mae GitHub yn cuddio storfeydd y sefydliad rhagddo.</translation>
    </message>
    <message>
        <source>[Open {url} and authorise the token.|Authorise the token on GitHub under Settings, Developer settings, Tokens, Configure SSO.] Runs go on by themselves after that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Agorwch {url} ac awdurdodwch y tocyn.|Awdurdodwch y tocyn ar GitHub dan Settings, Developer settings, Tokens, Configure SSO.] Mae rhediadau&apos;n mynd ymlaen ar eu pennau eu hunain wedyn.</translation>
    </message>
    <message>
        <source>limit reached</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>terfyn wedi&apos;i gyrraedd</translation>
    </message>
    <message>
        <source>GitHub asks Slipway to wait[ until {until}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn gofyn i Slipway aros[ tan {until}].</translation>
    </message>
    <message>
        <source>The limit of requests for this token is used up.[ GitHub said: “{text}”.] Nothing was done by the refused request.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae terfyn y ceisiadau ar gyfer y tocyn hwn wedi&apos;i ddefnyddio.[ Dywedodd GitHub: “{text}”.] Ni wnaed dim gan y cais a wrthodwyd.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: runs go on by themselves.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen gwneud dim: mae rhediadau&apos;n mynd ymlaen ar eu pennau eu hunain.</translation>
    </message>
    <message>
        <source>not found</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>heb ei ganfod</translation>
    </message>
    <message>
        <source>GitHub does not find [the branch {branch} of {repository}|{path} in {repository}|{repository}|{path}|what was asked for].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub yn canfod [cangen {branch} yn {repository}|{path} yn {repository}|{repository}|{path}|yr hyn y gofynnwyd amdano].</translation>
    </message>
    <message>
        <source>It does not exist, or the token may not see it: GitHub answers both alike.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n bodoli, neu ni chaiff y tocyn ei weld: mae GitHub yn ateb yr un fath i&apos;r ddau.</translation>
    </message>
    <message>
        <source>Check the name in the settings, and that the token has access to it, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch yr enw yn y gosodiadau, a bod gan y tocyn fynediad ato, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>There is no token for GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes tocyn ar gyfer GitHub.</translation>
    </message>
    <message>
        <source>[{reason}.|None is stored for this connection.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Nid oes un wedi&apos;i gadw ar gyfer y cysylltiad hwn.]</translation>
    </message>
    <message>
        <source>Connect to GitHub, or name a file that holds a token. Runs go on by themselves after that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltwch â GitHub, neu enwch ffeil sy&apos;n dal tocyn. Mae rhediadau&apos;n mynd ymlaen ar eu pennau eu hunain wedyn.</translation>
    </message>
    <message>
        <source>works on another host</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn gweithio ar westeiwr arall</translation>
    </message>
    <message>
        <source>[This run works on {host}, and Slipway is connected to {connected}.|This run works on another GitHub than the one that is connected.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae&apos;r rhediad hwn yn gweithio ar {host}, ac mae Slipway wedi&apos;i gysylltu â {connected}.|Mae&apos;r rhediad hwn yn gweithio ar GitHub gwahanol i&apos;r un sydd wedi&apos;i gysylltu.]</translation>
    </message>
    <message>
        <source>What it still has to do is meant for that one; nothing of it is done elsewhere.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar gyfer hwnnw y mae&apos;r hyn sydd ganddo i&apos;w wneud o hyd; does dim ohono&apos;n cael ei wneud mewn man arall.</translation>
    </message>
    <message>
        <source>Connect to[ {host}| that one]: the run goes on by itself then. Or cancel it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltwch â[ {host}| hwnnw]: bydd y rhediad yn mynd ymlaen ar ei ben ei hun wedyn. Neu canslwch ef.</translation>
    </message>
    <message>
        <source>unknown team</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>tîm anhysbys</translation>
    </message>
    <message>
        <source>The organisation[ {organisation}] has no team[ {team}] that the token can see.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y sefydliad[ {organisation}] dîm[ {team}] y gall y tocyn ei weld.</translation>
    </message>
    <message>
        <source>The team is misspelt, or it is secret and the token&apos;s owner is not in it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r tîm wedi&apos;i gamsillafu, neu mae&apos;n gyfrinachol ac nid yw perchennog y tocyn ynddo.</translation>
    </message>
    <message>
        <source>Choose a team of the organisation, by its slug (as in its address).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch dîm o&apos;r sefydliad, yn ôl ei slug (fel yn ei gyfeiriad).</translation>
    </message>
    <message>
        <source>refused by GitHub</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwrthodwyd gan GitHub</translation>
    </message>
    <message>
        <source>GitHub refused the request[ to {repository}][ (status {status})].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthododd GitHub y cais[ i {repository}][ (statws {status})].</translation>
    </message>
    <message>
        <source>[GitHub said: “{text}”.|It gave no reason that Slipway knows.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dywedodd GitHub: “{text}”.|Ni roddodd reswm y mae Slipway yn ei adnabod.]</translation>
    </message>
    <message>
        <source>Mend what GitHub names, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trwsiwch yr hyn y mae GitHub yn ei enwi, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>base branch moved</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>symudodd y gangen sylfaen</translation>
    </message>
    <message>
        <source>The branch[ {branch}][ of {repository}] moved while the change was being made.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symudodd y gangen[ {branch}][ yn {repository}] tra oedd y newid yn cael ei wneud.</translation>
    </message>
    <message>
        <source>Someone else&apos;s commit came in between. Nothing was written over it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daeth comit rhywun arall yn y canol. Ni ysgrifennwyd dim drosto.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: Slipway reads again and tries again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen gwneud dim: mae Slipway yn darllen eto ac yn rhoi cynnig arall arni.</translation>
    </message>
    <message>
        <source>exists already</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn bodoli&apos;n barod</translation>
    </message>
    <message>
        <source>[{branch} exists already in {repository}.|{branch} exists already.|It exists already.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae {branch} yn bodoli&apos;n barod yn {repository}.|Mae {branch} yn bodoli&apos;n barod.|Mae&apos;n bodoli&apos;n barod.]</translation>
    </message>
    <message>
        <source>[GitHub said: “{text}”.|It may come from an earlier try.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dywedodd GitHub: “{text}”.|Efallai ei fod yn dod o gynnig cynharach.]</translation>
    </message>
    <message>
        <source>Slipway looks whether it is its own and then goes on. If it has stopped, press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Slipway yn edrych ai ei eiddo ef ydyw ac yna&apos;n mynd ymlaen. Os yw wedi stopio, pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>repository archived</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>storfa wedi&apos;i harchifo</translation>
    </message>
    <message>
        <source>The repository[ {repository}] is archived or locked.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r storfa[ {repository}] wedi&apos;i harchifo neu ei chloi.</translation>
    </message>
    <message>
        <source>[{reasonWords}.|GitHub lets nobody change it.][ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reasonWords}.|Nid yw GitHub yn gadael i neb ei newid.][ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>Unarchive it on GitHub, or correct its name in the settings, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dad-archifwch hi ar GitHub, neu cywirwch ei henw yn y gosodiadau, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>against a rule</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn erbyn rheol</translation>
    </message>
    <message>
        <source>A rule of the repository[ {repository}] forbids this.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae un o reolau&apos;r storfa[ {repository}] yn gwahardd hyn.</translation>
    </message>
    <message>
        <source>[GitHub said: “{text}”.|A branch protection or ruleset does not allow it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dywedodd GitHub: “{text}”.|Nid yw amddiffyniad cangen neu set o reolau yn ei ganiatáu.]</translation>
    </message>
    <message>
        <source>Ask an owner of the repository to allow it, or to do it, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwch i berchennog y storfa ei ganiatáu, neu ei wneud, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>file too large</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ffeil yn rhy fawr</translation>
    </message>
    <message>
        <source>The file[ {path}][ in {repository}] cannot be read whole.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir darllen y ffeil[ {path}][ yn {repository}] yn gyfan.</translation>
    </message>
    <message>
        <source>It is too large for GitHub&apos;s answer, or it is no text. Changing it could lose what was not read.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n rhy fawr i ateb GitHub, neu nid yw&apos;n destun. Gallai ei newid golli&apos;r hyn na ddarllenwyd.</translation>
    </message>
    <message>
        <source>Make the change by hand, then advance the step.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnewch y newid â llaw, yna symudwch y cam ymlaen.</translation>
    </message>
    <message>
        <source>no ordinary file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid ffeil gyffredin</translation>
    </message>
    <message>
        <source>[{path}|What should be a file][ in {repository}] is no ordinary file.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw [{path}|yr hyn a ddylai fod yn ffeil][ yn {repository}] yn ffeil gyffredin.</translation>
    </message>
    <message>
        <source>[{reasonWords}.|It is a directory, a link or a submodule.] Slipway changes files only.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reasonWords}.|Cyfeiriadur, dolen neu is-fodiwl ydyw.] Dim ond ffeiliau y mae Slipway yn eu newid.</translation>
    </message>
    <message>
        <source>Correct the path in the workflow, or make the change by hand and advance the step.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch y llwybr yn y llif gwaith, neu gwnewch y newid â llaw a symudwch y cam ymlaen.</translation>
    </message>
    <message>
        <source>repository renamed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>storfa wedi&apos;i hailenwi</translation>
    </message>
    <message>
        <source>The repository[ {repository}] has another name now[: {to}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gan y storfa[ {repository}] enw arall bellach[: {to}].</translation>
    </message>
    <message>
        <source>It was renamed or moved. GitHub still answers to the old name, but only until another repository takes it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd ei hailenwi neu ei symud. Mae GitHub yn dal i ateb i&apos;r hen enw, ond dim ond nes i storfa arall ei gymryd.</translation>
    </message>
    <message>
        <source>Put the new name[ {to}] into the settings, then start again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch yr enw newydd[ {to}] yn y gosodiadau, yna dechreuwch eto.</translation>
    </message>
    <message>
        <source>executable file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ffeil weithredadwy</translation>
    </message>
    <message>
        <source>The file[ {path}][ in {repository}] is executable or a symbolic link.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffeil[ {path}][ yn {repository}] yn weithredadwy neu&apos;n ddolen symbolaidd.</translation>
    </message>
    <message>
        <source>GitHub&apos;s API would write it as an ordinary file.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Byddai API GitHub yn ei hysgrifennu fel ffeil gyffredin.</translation>
    </message>
    <message>
        <source>someone else&apos;s branch</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cangen rhywun arall</translation>
    </message>
    <message>
        <source>The branch[ {branch}] exists already[ in {repository}] and holds someone else&apos;s work.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r gangen[ {branch}] yn bodoli&apos;n barod[ yn {repository}] ac yn dal gwaith rhywun arall.</translation>
    </message>
    <message>
        <source>Its commits are not of this run. Slipway does not touch it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw ei chomitiau&apos;n perthyn i&apos;r rhediad hwn. Nid yw Slipway yn ei chyffwrdd.</translation>
    </message>
    <message>
        <source>Look at the branch. Delete it if nobody needs it, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y gangen. Dilëwch hi os nad oes ei hangen ar neb, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>someone else&apos;s repository</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>storfa rhywun arall</translation>
    </message>
    <message>
        <source>There is a repository[ {repository}], but it is not the one that this run asked for.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae storfa[ {repository}] yn bodoli, ond nid honno y gofynnodd y rhediad hwn amdani.</translation>
    </message>
    <message>
        <source>[It was made from {template}, not from {wanted}.|It was made at {createdAt}, before this run asked for it.|Someone else made it.] The name was free when the request was checked.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Fe&apos;i gwnaed o {template}, nid o {wanted}.|Fe&apos;i gwnaed ar {createdAt}, cyn i&apos;r rhediad hwn ofyn amdani.|Rhywun arall a&apos;i gwnaeth.] Roedd yr enw&apos;n rhydd pan wiriwyd y cais.</translation>
    </message>
    <message>
        <source>Ask its owner[ ({url})]. Rename or delete it and press Retry, or cancel the run and start it with another name. If it is right after all, advance the step by hand.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwch i&apos;w pherchennog[ ({url})]. Ailenwch neu dilëwch hi a phwyswch Ailgynnig, neu canslwch y rhediad a&apos;i gychwyn gydag enw arall. Os yw&apos;n iawn wedi&apos;r cyfan, symudwch y cam ymlaen â llaw.</translation>
    </message>
    <message>
        <source>repository not visible</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>storfa ddim i&apos;w gweld</translation>
    </message>
    <message>
        <source>The workflow that makes the repository[ {repository}] has succeeded, but GitHub shows no such repository.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r llif gwaith sy&apos;n gwneud y storfa[ {repository}] wedi llwyddo, ond nid yw GitHub yn dangos storfa o&apos;r fath.</translation>
    </message>
    <message>
        <source>The token may not see it: GitHub answers that alike for what is not there and for what is hidden. A fine-grained token or an App that was given chosen repositories does not see new ones by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Efallai na chaiff y tocyn ei gweld: mae GitHub yn ateb yr un fath i&apos;r hyn nad yw yno ac i&apos;r hyn sydd wedi&apos;i guddio. Nid yw tocyn manwl nac Ap a gafodd storfeydd dethol yn gweld rhai newydd ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>Give the token access to the repository (or to all of the organisation); the run goes on by itself then. If it was not made, look at the workflow run[ ({url})] and press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch fynediad i&apos;r tocyn at y storfa (neu at y sefydliad cyfan); bydd y rhediad yn mynd ymlaen ar ei ben ei hun wedyn. Os na chafodd ei gwneud, edrychwch ar rediad y llif gwaith[ ({url})] a phwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>branch cannot be made</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir gwneud y gangen</translation>
    </message>
    <message>
        <source>The branch[ {branch}] cannot be made[ in {repository}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir gwneud y gangen[ {branch}][ yn {repository}].</translation>
    </message>
    <message>
        <source>Mostly a branch is in the way whose name is the beginning of this one, or goes on from it: “add” and “add/this” cannot both be there. A rule may also forbid the name.[ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gan amlaf mae cangen yn y ffordd y mae ei henw&apos;n ddechrau i hon, neu&apos;n mynd ymlaen ohoni: ni all “add” ac “add/this” fod yno ill dwy. Gall rheol hefyd wahardd yr enw.[ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>Delete or rename the other branch if nobody needs it, or let an owner allow the name, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dilëwch neu ailenwch y gangen arall os nad oes ei hangen ar neb, neu gadewch i berchennog ganiatáu&apos;r enw, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>someone else&apos;s pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cais tynnu rhywun arall</translation>
    </message>
    <message>
        <source>[The pull request #{number}|A pull request][ in {repository}] does the same work, but is not of this run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae [y cais tynnu #{number}|cais tynnu][ yn {repository}] yn gwneud yr un gwaith, ond nid yw&apos;n perthyn i&apos;r rhediad hwn.</translation>
    </message>
    <message>
        <source>[{reason}.|Someone else raised it.] Slipway does not take it over by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Rhywun arall a&apos;i cododd.] Nid yw Slipway yn ei gymryd drosodd ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>Look at it. Close it and press Retry, or let it merge and advance the step by hand with its number.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch arno. Caewch ef a phwyswch Ailgynnig, neu gadewch iddo gael ei gyfuno a symudwch y cam ymlaen â llaw gyda&apos;i rif.</translation>
    </message>
    <message>
        <source>nothing left to wait for</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim ar ôl i aros amdano</translation>
    </message>
    <message>
        <source>[The pull request #{number}|The pull request][ in {repository}] can be merged at once, so GitHub does not turn auto-merge on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gellir cyfuno [y cais tynnu #{number}|y cais tynnu][ yn {repository}] ar unwaith, felly nid yw GitHub yn troi cyfuno awtomatig ymlaen.</translation>
    </message>
    <message>
        <source>Auto-merge waits for checks or reviews, and none is outstanding.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cyfuno awtomatig yn aros am wiriadau neu adolygiadau, ac nid oes yr un ar ôl.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: Slipway merges it instead. If it has stopped, press Retry or merge it on GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen gwneud dim: mae Slipway yn ei gyfuno yn lle hynny. Os yw wedi stopio, pwyswch Ailgynnig neu cyfunwch ef ar GitHub.</translation>
    </message>
    <message>
        <source>auto-merge not allowed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfuno awtomatig heb ei ganiatáu</translation>
    </message>
    <message>
        <source>The repository[ {repository}] does not allow auto-merge.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r storfa[ {repository}] yn caniatáu cyfuno awtomatig.</translation>
    </message>
    <message>
        <source>[{reasonWords}.|“Allow auto-merge” is off in its settings.][ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reasonWords}.|Mae “Allow auto-merge” i ffwrdd yn ei gosodiadau.][ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>Ask an owner to turn it on and press Retry, or merge[ #{number}| the pull request] by hand on GitHub: the run goes on then.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwch i berchennog ei droi ymlaen a phwyswch Ailgynnig, neu cyfunwch[ #{number}| y cais tynnu] â llaw ar GitHub: bydd y rhediad yn mynd ymlaen wedyn.</translation>
    </message>
    <message>
        <source>merge method not allowed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dull cyfuno heb ei ganiatáu</translation>
    </message>
    <message>
        <source>The repository[ {repository}] does not allow the merge method[ {method}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r storfa[ {repository}] yn caniatáu&apos;r dull cyfuno[ {method}].</translation>
    </message>
    <message>
        <source>[GitHub said: “{text}”.|Its settings forbid it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dywedodd GitHub: “{text}”.|Mae ei gosodiadau&apos;n ei wahardd.]</translation>
    </message>
    <message>
        <source>Ask an owner to allow it, or start the run with another method. Merging by hand on GitHub lets the run go on too.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwch i berchennog ei ganiatáu, neu cychwynnwch y rhediad gyda dull arall. Mae cyfuno â llaw ar GitHub hefyd yn gadael i&apos;r rhediad fynd ymlaen.</translation>
    </message>
    <message>
        <source>cannot be merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir ei gyfuno</translation>
    </message>
    <message>
        <source>[The pull request #{number}|The pull request][ in {repository}] cannot be merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir cyfuno [y cais tynnu #{number}|y cais tynnu][ yn {repository}].</translation>
    </message>
    <message>
        <source>[{reasonWords}.|A check failed, or a requirement of the repository is not met.][ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reasonWords}.|Methodd gwiriad, neu nid yw un o ofynion y storfa wedi&apos;i fodloni.][ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>Open it on GitHub, mend what is red there, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agorwch ef ar GitHub, trwsiwch yr hyn sy&apos;n goch yno, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>conflict</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwrthdaro</translation>
    </message>
    <message>
        <source>[The pull request #{number}|The pull request][ in {repository}] conflicts with its base branch.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae [y cais tynnu #{number}|y cais tynnu][ yn {repository}] yn gwrthdaro â&apos;i gangen sylfaen.</translation>
    </message>
    <message>
        <source>[{reasonWords}.|{path} was changed there in the same place. Slipway could not make the change anew.|The same lines were changed there. Slipway could not make the change anew.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reasonWords}.|Newidiwyd {path} yno yn yr un man. Ni allai Slipway wneud y newid o&apos;r newydd.|Newidiwyd yr un llinellau yno. Ni allai Slipway wneud y newid o&apos;r newydd.]</translation>
    </message>
    <message>
        <source>Resolve the conflict on GitHub, then press Look now, or press Retry to make the change on the present base branch.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Datryswch y gwrthdaro ar GitHub, yna pwyswch Edrych nawr, neu pwyswch Ailgynnig i wneud y newid ar y gangen sylfaen bresennol.</translation>
    </message>
    <message>
        <source>pull request closed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cais tynnu wedi&apos;i gau</translation>
    </message>
    <message>
        <source>[The pull request #{number}|The pull request][ in {repository}] was closed without being merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd [y cais tynnu #{number}|y cais tynnu][ yn {repository}] ei gau heb ei gyfuno.</translation>
    </message>
    <message>
        <source>[{who} closed it on GitHub.|Someone closed it on GitHub.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{who} a&apos;i caeodd ar GitHub.|Caeodd rhywun ef ar GitHub.]</translation>
    </message>
    <message>
        <source>Press Retry to reopen it, or to raise a new one where that is not possible. Cancel the run if the service is not wanted.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch Ailgynnig i&apos;w ailagor, neu i godi un newydd lle nad yw hynny&apos;n bosibl. Canslwch y rhediad os nad oes eisiau&apos;r gwasanaeth.</translation>
    </message>
    <message>
        <source>branch was changed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>newidiwyd y gangen</translation>
    </message>
    <message>
        <source>Someone pushed to the branch[ {branch}] of [#{number}|the pull request].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwthiodd rhywun i gangen[ {branch}] [#{number}|y cais tynnu].</translation>
    </message>
    <message>
        <source>Its head is not the commit that Slipway made, so Slipway does not merge it unseen.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid y comit a wnaeth Slipway sydd ar ei blaen, felly nid yw Slipway yn ei chyfuno heb edrych.</translation>
    </message>
    <message>
        <source>Look at the new commits. If they are right, press Retry; else remove them first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y comitiau newydd. Os ydynt yn iawn, pwyswch Ailgynnig; fel arall tynnwch nhw yn gyntaf.</translation>
    </message>
    <message>
        <source>draft</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>drafft</translation>
    </message>
    <message>
        <source>[The pull request #{number}|The pull request][ in {repository}] is a draft.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Drafft yw [y cais tynnu #{number}|y cais tynnu][ yn {repository}].</translation>
    </message>
    <message>
        <source>Somebody made it a draft on GitHub, and GitHub merges no drafts. Slipway leaves that as it is.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnaeth rhywun ef yn ddrafft ar GitHub, ac nid yw GitHub yn cyfuno drafftiau. Mae Slipway yn gadael hynny fel y mae.</translation>
    </message>
    <message>
        <source>Press “Ready for review” on its page[ ({url})] when it may be merged: the run goes on by itself then.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch “Ready for review” ar ei dudalen[ ({url})] pan gaiff ei gyfuno: bydd y rhediad yn mynd ymlaen ar ei ben ei hun wedyn.</translation>
    </message>
    <message>
        <source>auto-merge switched off</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfuno awtomatig wedi&apos;i ddiffodd</translation>
    </message>
    <message>
        <source>Auto-merge of [#{number}|the pull request][ in {repository}] was switched off.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd cyfuno awtomatig [#{number}|y cais tynnu][ yn {repository}] ei ddiffodd.</translation>
    </message>
    <message>
        <source>[{who} switched it off.|Somebody, or GitHub, switched it off.][ GitHub said: “{text}”.] Slipway does not switch it on again against that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{who} a&apos;i diffoddodd.|Rhywun, neu GitHub, a&apos;i diffoddodd.][ Dywedodd GitHub: “{text}”.] Nid yw Slipway yn ei droi ymlaen eto yn erbyn hynny.</translation>
    </message>
    <message>
        <source>Ask why. Press Retry to switch it on again, or merge it on GitHub[ ({url})]: the run goes on then.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwch pam. Pwyswch Ailgynnig i&apos;w droi ymlaen eto, neu cyfunwch ef ar GitHub[ ({url})]: bydd y rhediad yn mynd ymlaen wedyn.</translation>
    </message>
    <message>
        <source>out of the merge queue</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>allan o&apos;r ciw cyfuno</translation>
    </message>
    <message>
        <source>[The pull request #{number}|The pull request][ in {repository}] was taken out of the merge queue.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd [y cais tynnu #{number}|y cais tynnu][ yn {repository}] ei dynnu o&apos;r ciw cyfuno.</translation>
    </message>
    <message>
        <source>[{who} took it out, or its checks did.|Somebody, or its checks, took it out.][ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{who} a&apos;i tynnodd, neu ei wiriadau.|Rhywun, neu ei wiriadau, a&apos;i tynnodd.][ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>Look at its page[ ({url})], mend what is red there, then press Retry to queue it again. Queued or merged by hand, the run goes on too.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar ei dudalen[ ({url})], trwsiwch yr hyn sy&apos;n goch yno, yna pwyswch Ailgynnig i&apos;w roi yn y ciw eto. Os caiff ei roi yn y ciw neu ei gyfuno â llaw, bydd y rhediad hefyd yn mynd ymlaen.</translation>
    </message>
    <message>
        <source>a check is red</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae gwiriad yn goch</translation>
    </message>
    <message>
        <source>A check of [#{number}|the pull request][ in {repository}] that is not required has failed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gwiriad o [#{number}|y cais tynnu][ yn {repository}] nad yw&apos;n ofynnol wedi methu.</translation>
    </message>
    <message>
        <source>GitHub would let it be merged all the same, but has no auto-merge for it, so it would be merged by Slipway&apos;s own hand.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Byddai GitHub yn gadael iddo gael ei gyfuno serch hynny, ond nid oes ganddo gyfuno awtomatig ar ei gyfer, felly llaw Slipway ei hun fyddai&apos;n ei gyfuno.</translation>
    </message>
    <message>
        <source>Look at the check on its page[ ({url})]. Once it is green the run goes on by itself; press Retry to merge all the same.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y gwiriad ar ei dudalen[ ({url})]. Pan fydd yn wyrdd bydd y rhediad yn mynd ymlaen ar ei ben ei hun; pwyswch Ailgynnig i gyfuno beth bynnag.</translation>
    </message>
    <message>
        <source>not visible yet</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ddim i&apos;w weld eto</translation>
    </message>
    <message>
        <source>What was made[ in {repository}] does not show on GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r hyn a wnaed[ yn {repository}] i&apos;w weld ar GitHub.</translation>
    </message>
    <message>
        <source>GitHub shows some things late, or the token may not see them.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn dangos rhai pethau&apos;n hwyr, neu efallai na chaiff y tocyn eu gweld.</translation>
    </message>
    <message>
        <source>Check that the token has access to it, then press Look now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch fod gan y tocyn fynediad ato, yna pwyswch Edrych nawr.</translation>
    </message>
    <message>
        <source>workflow failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd y llif gwaith</translation>
    </message>
    <message>
        <source>The workflow[ {workflow}][ in {repository}] failed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Methodd y llif gwaith[ {workflow}][ yn {repository}].</translation>
    </message>
    <message>
        <source>Open the workflow run[ ({url})], mend the cause, then press Retry. Retry runs its failed jobs again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agorwch rediad y llif gwaith[ ({url})], trwsiwch yr achos, yna pwyswch Ailgynnig. Mae Ailgynnig yn rhedeg ei swyddi a fethodd eto.</translation>
    </message>
    <message>
        <source>workflow cancelled</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>canslwyd y llif gwaith</translation>
    </message>
    <message>
        <source>The workflow[ {workflow}][ in {repository}] was cancelled.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslwyd y llif gwaith[ {workflow}][ yn {repository}].</translation>
    </message>
    <message>
        <source>Someone cancelled it, or a newer run took its place and did not cover this commit.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslodd rhywun ef, neu cymerodd rhediad mwy newydd ei le heb gwmpasu&apos;r comit hwn.</translation>
    </message>
    <message>
        <source>Open the workflow run[ ({url})] to see who cancelled it and why, then press Retry to run it again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agorwch rediad y llif gwaith[ ({url})] i weld pwy a&apos;i canslodd a pham, yna pwyswch Ailgynnig i&apos;w redeg eto.</translation>
    </message>
    <message>
        <source>workflow did not start</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni chychwynnodd y llif gwaith</translation>
    </message>
    <message>
        <source>No workflow[ {workflow}] started[ in {repository}] for the commit[ {sha}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chychwynnodd unrhyw lif gwaith[ {workflow}][ yn {repository}] ar gyfer y comit[ {sha}].</translation>
    </message>
    <message>
        <source>[{reasonWords}.|It may not be meant for this branch or these files (paths, branches), or be switched off, or GitHub Actions may have trouble.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reasonWords}.|Efallai nad yw wedi&apos;i fwriadu ar gyfer y gangen hon neu&apos;r ffeiliau hyn (llwybrau, canghennau), ei fod wedi&apos;i ddiffodd, neu fod trafferth gyda GitHub Actions.]</translation>
    </message>
    <message>
        <source>[{remedyWords}.|Start it by hand on the Actions page of the repository (Run workflow): the run goes on by itself then. If it is not needed, advance the step.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{remedyWords}.|Cychwynnwch ef â llaw ar dudalen Actions y storfa (Run workflow): bydd y rhediad yn mynd ymlaen ar ei ben ei hun wedyn. Os nad oes ei angen, symudwch y cam ymlaen.]</translation>
    </message>
    <message>
        <source>approval needed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>angen cymeradwyaeth</translation>
    </message>
    <message>
        <source>The workflow[ {workflow}][ in {repository}] begins only when a person approves it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond pan fydd person yn ei gymeradwyo y mae&apos;r llif gwaith[ {workflow}][ yn {repository}] yn dechrau.</translation>
    </message>
    <message>
        <source>The repository&apos;s settings want an approval before workflows of this actor run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gosodiadau&apos;r storfa am gael cymeradwyaeth cyn i lifoedd gwaith y defnyddiwr hwn redeg.</translation>
    </message>
    <message>
        <source>Open the workflow run[ ({url})] and press “Approve and run”, or ask a maintainer to: the run goes on by itself then.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agorwch rediad y llif gwaith[ ({url})] a phwyswch “Approve and run”, neu gofynnwch i gynhaliwr wneud: bydd y rhediad yn mynd ymlaen ar ei ben ei hun wedyn.</translation>
    </message>
    <message>
        <source>workflow not started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>llif gwaith heb ei gychwyn</translation>
    </message>
    <message>
        <source>GitHub refused to start the workflow[ {workflow}][ in {repository}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthododd GitHub gychwyn y llif gwaith[ {workflow}][ yn {repository}].</translation>
    </message>
    <message>
        <source>[{reasonWords}.|It takes no such inputs, does not exist on that branch, or the token may not start it.][ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reasonWords}.|Nid yw&apos;n derbyn mewnbynnau o&apos;r fath, nid yw&apos;n bodoli ar y gangen honno, neu ni chaiff y tocyn ei gychwyn.][ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>[{remedyWords}, then press Retry.|Compare the workflow&apos;s inputs on GitHub with the settings, check the token&apos;s right to actions, then press Retry.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{remedyWords}, yna pwyswch Ailgynnig.|Cymharwch fewnbynnau&apos;r llif gwaith ar GitHub â&apos;r gosodiadau, gwiriwch hawl y tocyn i weithredoedd, yna pwyswch Ailgynnig.]</translation>
    </message>
    <message>
        <source>“Allow auto-merge” is off in its settings</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae “Allow auto-merge” i ffwrdd yn ei gosodiadau</translation>
    </message>
    <message>
        <source>Its base branch has no protection rule that auto-merge could wait for</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan ei gangen sylfaen reol amddiffyn y gallai cyfuno awtomatig aros amdani</translation>
    </message>
    <message>
        <source>Somebody else pushed to its branch, and making the change anew would throw that away, so Slipway does not</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwthiodd rhywun arall i&apos;w gangen, a byddai gwneud y newid o&apos;r newydd yn taflu hynny, felly nid yw Slipway yn gwneud</translation>
    </message>
    <message>
        <source>It is locked while GitHub moves it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae wedi&apos;i chloi tra bod GitHub yn ei symud</translation>
    </message>
    <message>
        <source>It is a draft</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Drafft ydyw</translation>
    </message>
    <message>
        <source>An approving review is missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae adolygiad sy&apos;n cymeradwyo ar goll</translation>
    </message>
    <message>
        <source>A required check has not passed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw gwiriad gofynnol wedi pasio</translation>
    </message>
    <message>
        <source>The branch takes changes through its merge queue only</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond drwy ei chiw cyfuno y mae&apos;r gangen yn derbyn newidiadau</translation>
    </message>
    <message>
        <source>It may not change workflow files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chaiff newid ffeiliau llif gwaith</translation>
    </message>
    <message>
        <source>Give the token the permission for workflows (a classic token: the scope workflow), then press Retry</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch y caniatâd ar gyfer llifoedd gwaith i&apos;r tocyn (tocyn clasurol: y cwmpas workflow), yna pwyswch Ailgynnig</translation>
    </message>
    <message>
        <source>The organisation takes requests from listed addresses only, and yours is not one</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond o gyfeiriadau ar restr y mae&apos;r sefydliad yn derbyn ceisiadau, ac nid yw eich un chi yn eu plith</translation>
    </message>
    <message>
        <source>Connect from the organisation&apos;s network (a VPN, for instance): runs go on by themselves then. Or ask an owner to list your address</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltwch o rwydwaith y sefydliad (VPN, er enghraifft): mae rhediadau&apos;n mynd ymlaen ar eu pennau eu hunain wedyn. Neu gofynnwch i berchennog roi eich cyfeiriad ar y rhestr</translation>
    </message>
    <message>
        <source>GitHub may not give access to the repository for legal reasons</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chaiff GitHub roi mynediad i&apos;r storfa am resymau cyfreithiol</translation>
    </message>
    <message>
        <source>Ask the repository&apos;s owner or GitHub&apos;s support; then press Retry, or cancel the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwch i berchennog y storfa neu i gymorth GitHub; yna pwyswch Ailgynnig, neu canslwch y rhediad</translation>
    </message>
    <message>
        <source>It is a directory</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfeiriadur ydyw</translation>
    </message>
    <message>
        <source>It is a submodule</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Is-fodiwl ydyw</translation>
    </message>
    <message>
        <source>It is a symbolic link</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dolen symbolaidd ydyw</translation>
    </message>
    <message>
        <source>The commit&apos;s message tells GitHub to run nothing ([skip ci] or the like)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae neges y comit yn dweud wrth GitHub am redeg dim ([skip ci] neu debyg)</translation>
    </message>
    <message>
        <source>Start the workflow by hand on the Actions page of the repository (Run workflow): the run goes on by itself then. Or advance the step if it is not needed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwch y llif gwaith â llaw ar dudalen Actions y storfa (Run workflow): bydd y rhediad yn mynd ymlaen ar ei ben ei hun wedyn. Neu symudwch y cam ymlaen os nad oes ei angen</translation>
    </message>
    <message>
        <source>The pull request was merged by a workflow&apos;s own token, and GitHub starts nothing for what that does</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfunwyd y cais tynnu gan docyn llif gwaith ei hun, ac nid yw GitHub yn cychwyn dim ar gyfer yr hyn y mae hwnnw&apos;n ei wneud</translation>
    </message>
    <message>
        <source>The workflow is switched off</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r llif gwaith wedi&apos;i ddiffodd</translation>
    </message>
    <message>
        <source>Switch it on on the Actions page of the repository (Enable workflow) and start it there (Run workflow): the run goes on by itself then. Or advance the step if it is not needed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trowch ef ymlaen ar dudalen Actions y storfa (Enable workflow) a chychwynnwch ef yno (Run workflow): bydd y rhediad yn mynd ymlaen ar ei ben ei hun wedyn. Neu symudwch y cam ymlaen os nad oes ei angen</translation>
    </message>
    <message>
        <source>The repository has no workflow in that file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y storfa lif gwaith yn y ffeil honno</translation>
    </message>
    <message>
        <source>Correct the path in the settings for the next run, and advance the step if nothing has to run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch y llwybr yn y gosodiadau ar gyfer y rhediad nesaf, a symudwch y cam ymlaen os nad oes rhaid i ddim redeg</translation>
    </message>
    <message>
        <source>The branch was rewritten and does not hold the commit any more, so no later run covers it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailysgrifennwyd y gangen ac nid yw&apos;n dal y comit mwyach, felly nid oes rhediad diweddarach yn ei gwmpasu</translation>
    </message>
    <message>
        <source>Look at the branch. Retry from the pull request&apos;s step to make the change anew, or advance the step if the change is there</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y gangen. Ailgynigiwch o gam y cais tynnu i wneud y newid o&apos;r newydd, neu symudwch y cam ymlaen os yw&apos;r newid yno</translation>
    </message>
    <message>
        <source>Switch it on on the Actions page of the repository (Enable workflow)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trowch ef ymlaen ar dudalen Actions y storfa (Enable workflow)</translation>
    </message>
    <message>
        <source>The workflow&apos;s file on that branch has no workflow_dispatch trigger</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes sbardun workflow_dispatch yn ffeil y llif gwaith ar y gangen honno</translation>
    </message>
    <message>
        <source>Add “workflow_dispatch” to its “on”, or correct the workflow or branch in the settings</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ychwanegwch “workflow_dispatch” at ei “on”, neu cywirwch y llif gwaith neu&apos;r gangen yn y gosodiadau</translation>
    </message>
    <message>
        <source>The workflow does not have one of the inputs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y llif gwaith un o&apos;r mewnbynnau</translation>
    </message>
    <message>
        <source>Make the workflow&apos;s inputs and the step&apos;s agree</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnewch i fewnbynnau&apos;r llif gwaith a rhai&apos;r cam gytuno</translation>
    </message>
    <message>
        <source>The repository has no such branch</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y storfa gangen o&apos;r fath</translation>
    </message>
    <message>
        <source>Correct the branch in the settings for the next run, or make it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch y gangen yn y gosodiadau ar gyfer y rhediad nesaf, neu gwnewch hi</translation>
    </message>
    <message>
        <source>One of the values is not among those that the workflow takes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw un o&apos;r gwerthoedd ymhlith y rhai y mae&apos;r llif gwaith yn eu derbyn</translation>
    </message>
    <message>
        <source>Add the value to the workflow&apos;s choices, or start a run with another one</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ychwanegwch y gwerth at ddewisiadau&apos;r llif gwaith, neu cychwynnwch rediad gydag un arall</translation>
    </message>
    <message>
        <source>The workflow wants an input that the step does not give</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r llif gwaith eisiau mewnbwn nad yw&apos;r cam yn ei roi</translation>
    </message>
    <message>
        <source>GitHub does not find the workflow: the file is not on the default branch, or the token may not start it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub yn canfod y llif gwaith: nid yw&apos;r ffeil ar y gangen ragosodedig, neu ni chaiff y tocyn ei gychwyn</translation>
    </message>
    <message>
        <source>Check the workflow&apos;s name in the settings, and that the token may write to actions of the repository</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch enw&apos;r llif gwaith yn y gosodiadau, a bod y tocyn yn cael ysgrifennu i weithredoedd y storfa</translation>
    </message>
    <message>
        <source>not reachable</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir ei gyrraedd</translation>
    </message>
    <message>
        <source>[{host}|The service] cannot be reached.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir cyrraedd [{host}|y gwasanaeth].</translation>
    </message>
    <message>
        <source>[{reason}.|No connection could be made.] Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Ni ellid gwneud cysylltiad.] Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>Check the network and the address. Runs go on by themselves when the connection is back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y rhwydwaith a&apos;r cyfeiriad. Mae rhediadau&apos;n mynd ymlaen ar eu pennau eu hunain pan ddaw&apos;r cysylltiad yn ôl.</translation>
    </message>
    <message>
        <source>no safe connection</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim cysylltiad diogel</translation>
    </message>
    <message>
        <source>No safe connection[ to {host}] could be made.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid gwneud cysylltiad diogel[ â {host}].</translation>
    </message>
    <message>
        <source>[{reason}.|The service&apos;s certificate was not accepted.] Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Ni dderbyniwyd tystysgrif y gwasanaeth.] Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>Check the address, this computer&apos;s date and its certificates. A company proxy may need its certificate installed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y cyfeiriad, dyddiad y cyfrifiadur hwn a&apos;i dystysgrifau. Efallai fod angen gosod tystysgrif dirprwy cwmni.</translation>
    </message>
    <message>
        <source>stopped by the proxy</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>stopiwyd gan y dirprwy</translation>
    </message>
    <message>
        <source>[{host}|The service] cannot be reached through the proxy.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir cyrraedd [{host}|y gwasanaeth] drwy&apos;r dirprwy.</translation>
    </message>
    <message>
        <source>[{reason}.|The proxy refused.] Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Gwrthododd y dirprwy.] Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>Check the proxy&apos;s address, user and password.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch gyfeiriad, defnyddiwr a chyfrinair y dirprwy.</translation>
    </message>
    <message>
        <source>no answer in time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim ateb mewn pryd</translation>
    </message>
    <message>
        <source>[{host}|The service] did not answer[ within {seconds} seconds| in time].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid atebodd [{host}|y gwasanaeth][ o fewn {seconds} eiliad| mewn pryd].</translation>
    </message>
    <message>
        <source>The request may have been carried out all the same; Slipway looks it up before it acts again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Efallai fod y cais wedi&apos;i gyflawni serch hynny; mae Slipway yn chwilio amdano cyn gweithredu eto.</translation>
    </message>
    <message>
        <source>Wait. If it stays, check the network and the service&apos;s status page.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch. Os yw&apos;n parhau, gwiriwch y rhwydwaith a thudalen statws y gwasanaeth.</translation>
    </message>
    <message>
        <source>connection broke</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>torrodd y cysylltiad</translation>
    </message>
    <message>
        <source>The connection[ to {host}] broke before the answer was complete.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Torrodd y cysylltiad[ â {host}] cyn i&apos;r ateb fod yn gyflawn.</translation>
    </message>
    <message>
        <source>[{reason}.|It was closed on the way.] The request may have been carried out; Slipway looks it up before it acts again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Cafodd ei gau ar y ffordd.] Efallai fod y cais wedi&apos;i gyflawni; mae Slipway yn chwilio amdano cyn gweithredu eto.</translation>
    </message>
    <message>
        <source>Wait. If it stays, check the network.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch. Os yw&apos;n parhau, gwiriwch y rhwydwaith.</translation>
    </message>
    <message>
        <source>sent elsewhere</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>anfonwyd i rywle arall</translation>
    </message>
    <message>
        <source>[{host}|The service] answered that the request should go elsewhere.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Atebodd [{host}|y gwasanaeth] y dylai&apos;r cais fynd i rywle arall.</translation>
    </message>
    <message>
        <source>[It named {to}.|It named another address.] Slipway does not follow, because your token would go there too.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Enwodd {to}.|Enwodd gyfeiriad arall.] Nid yw Slipway yn dilyn, gan y byddai eich tocyn yn mynd yno hefyd.</translation>
    </message>
    <message>
        <source>answer too large</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ateb yn rhy fawr</translation>
    </message>
    <message>
        <source>The answer[ of {host}] is too large.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ateb[ {host}] yn rhy fawr.</translation>
    </message>
    <message>
        <source>[More than {limit} bytes came.|More came than Slipway takes.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Daeth mwy na {limit} beit.|Daeth mwy nag y mae Slipway yn ei dderbyn.]</translation>
    </message>
    <message>
        <source>Check that the address is the one of the service.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch mai cyfeiriad y gwasanaeth yw&apos;r cyfeiriad.</translation>
    </message>
    <message>
        <source>address not safe</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfeiriad anniogel</translation>
    </message>
    <message>
        <source>The address[ {url}] is not safe to use.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cyfeiriad[ {url}] yn ddiogel i&apos;w ddefnyddio.</translation>
    </message>
    <message>
        <source>An address must begin with https:// and hold no user name or password. http:// is taken for this computer only.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhaid i gyfeiriad ddechrau gyda https:// a pheidio â dal enw defnyddiwr na chyfrinair. Dim ond ar gyfer y cyfrifiadur hwn y derbynnir http://.</translation>
    </message>
    <message>
        <source>Correct the address and try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch y cyfeiriad a rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>stopped</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>stopiwyd</translation>
    </message>
    <message>
        <source>The request[ to {host}] was stopped before its answer came.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Stopiwyd y cais[ i {host}] cyn i&apos;w ateb ddod.</translation>
    </message>
    <message>
        <source>Slipway was closed, or the connection was changed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewyd Slipway, neu newidiwyd y cysylltiad.</translation>
    </message>
    <message>
        <source>Nothing needs to be done: it is looked up when Slipway runs again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen gwneud dim: chwilir amdano pan fydd Slipway&apos;n rhedeg eto.</translation>
    </message>
    <message>
        <source>answer unreadable</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ateb annarllenadwy</translation>
    </message>
    <message>
        <source>The answer[ of {host}] cannot be read.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir darllen ateb[ {host}].</translation>
    </message>
    <message>
        <source>[{reason}.|It is cut off, or it is not what the service should send.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Mae wedi&apos;i dorri&apos;n fyr, neu nid dyna y dylai&apos;r gwasanaeth ei anfon.]</translation>
    </message>
    <message>
        <source>Check that no proxy or sign-in page stands in between. Slipway looks again by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch nad oes dirprwy na thudalen fewngofnodi yn y canol. Mae Slipway yn edrych eto ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>service has trouble</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>trafferth gan y gwasanaeth</translation>
    </message>
    <message>
        <source>[{host}|The service] has trouble of its own[ (status {status})].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gan [{host}|y gwasanaeth] ei drafferthion ei hun[ (statws {status})].</translation>
    </message>
    <message>
        <source>[It said: “{text}”.|It gave no reason.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dywedodd: “{text}”.|Ni roddodd reswm.]</translation>
    </message>
    <message>
        <source>Wait; Slipway tries again by itself. The service&apos;s status page may say more.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch; mae Slipway yn rhoi cynnig arall arni ar ei ben ei hun. Efallai fod tudalen statws y gwasanaeth yn dweud mwy.</translation>
    </message>
    <message>
        <source>refused by the service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwrthodwyd gan y gwasanaeth</translation>
    </message>
    <message>
        <source>[{say}|{host} refused the request with status {status}.|The service refused the request.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{say}|Gwrthododd {host} y cais gyda statws {status}.|Gwrthododd y gwasanaeth y cais.]</translation>
    </message>
    <message>
        <source>belongs to another</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn perthyn i un arall</translation>
    </message>
    <message>
        <source>What is to be made exists[ at {host}] already, and this run did not make it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn sydd i&apos;w wneud yn bodoli[ yn {host}] yn barod, ac nid y rhediad hwn a&apos;i gwnaeth.</translation>
    </message>
    <message>
        <source>[The service said: “{text}”.|Looking it up showed other values than this run&apos;s.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dywedodd y gwasanaeth: “{text}”.|Dangosodd chwilio amdano werthoedd gwahanol i rai&apos;r rhediad hwn.]</translation>
    </message>
    <message>
        <source>Look at what is there. Start again with other values, or advance the step by hand if it may be used.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar yr hyn sydd yno. Dechreuwch eto gyda gwerthoedd eraill, neu symudwch y cam ymlaen â llaw os gellir ei ddefnyddio.</translation>
    </message>
    <message>
        <source>found more than once</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi&apos;i ganfod fwy nag unwaith</translation>
    </message>
    <message>
        <source>More than one thing[ at {host}] fits what this step makes.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae mwy nag un peth[ yn {host}] yn ffitio&apos;r hyn y mae&apos;r cam hwn yn ei wneud.</translation>
    </message>
    <message>
        <source>Slipway cannot tell which of them is meant, and makes no further one.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni all Slipway ddweud pa un ohonynt a olygir, ac nid yw&apos;n gwneud un arall.</translation>
    </message>
    <message>
        <source>Remove or disable those that are too many, then press Retry; or advance the step by hand.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tynnwch neu analluogwch y rhai sydd dros ben, yna pwyswch Ailgynnig; neu symudwch y cam ymlaen â llaw.</translation>
    </message>
    <message>
        <source>secret missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfrinach ar goll</translation>
    </message>
    <message>
        <source>The secret[ “{secret}”] that the next request needs is not at hand.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r gyfrinach[ “{secret}”] sydd ei hangen ar y cais nesaf wrth law.</translation>
    </message>
    <message>
        <source>Secrets are kept in the keychain only while a run is open, never in the journal, and it is not there (any more).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond tra bo rhediad ar agor y cedwir cyfrinachau yn y gadwyn allweddi, byth yn y dyddlyfr, ac nid yw yno (mwyach).</translation>
    </message>
    <message>
        <source>GitHub App not usable</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir defnyddio&apos;r GitHub App</translation>
    </message>
    <message>
        <source>Slipway cannot act as the GitHub App[ {app}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni all Slipway weithredu fel y GitHub App[ {app}].</translation>
    </message>
    <message>
        <source>[{reason}.|GitHub does not accept what its key signed.][ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Nid yw GitHub yn derbyn yr hyn a lofnododd ei allwedd.][ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>Compare the App&apos;s id, its private key and its installation with its page on GitHub, then connect again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymharwch id yr Ap, ei allwedd breifat a&apos;i osodiad â&apos;i dudalen ar GitHub, yna cysylltwch eto.</translation>
    </message>
    <message>
        <source>not signed in</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>heb fewngofnodi</translation>
    </message>
    <message>
        <source>Signing in[ to {host}] did not come about.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni lwyddwyd i fewngofnodi[ i {host}].</translation>
    </message>
    <message>
        <source>[GitHub said: “{text}”.|GitHub gave no reason that Slipway knows.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dywedodd GitHub: “{text}”.|Ni roddodd GitHub reswm y mae Slipway yn ei adnabod.]</translation>
    </message>
    <message>
        <source>Sign in again, or use a token instead.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewngofnodwch eto, neu defnyddiwch docyn yn lle hynny.</translation>
    </message>
    <message>
        <source>sign-in has ended</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r mewngofnodi wedi dod i ben</translation>
    </message>
    <message>
        <source>You are signed in[ to {host}] no longer.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid ydych wedi&apos;ch mewngofnodi[ i {host}] mwyach.</translation>
    </message>
    <message>
        <source>GitHub did not renew the token: it lasts for months only while it is used.[ GitHub said: “{text}”.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid adnewyddodd GitHub y tocyn: dim ond tra caiff ei ddefnyddio y mae&apos;n para am fisoedd.[ Dywedodd GitHub: “{text}”.]</translation>
    </message>
    <message>
        <source>Connect to GitHub and sign in again. Runs go on by themselves after that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltwch â GitHub a mewngofnodwch eto. Mae rhediadau&apos;n mynd ymlaen ar eu pennau eu hunain wedyn.</translation>
    </message>
    <message>
        <source>no token from gh</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim tocyn gan gh</translation>
    </message>
    <message>
        <source>The program gh gave no token[ for {host}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni roddodd y rhaglen gh docyn[ ar gyfer {host}].</translation>
    </message>
    <message>
        <source>Run “gh auth login”, then try again, or connect in another way.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhedwch “gh auth login”, yna rhowch gynnig arall arni, neu cysylltwch mewn ffordd arall.</translation>
    </message>
    <message>
        <source>no keychain</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim cadwyn allweddi</translation>
    </message>
    <message>
        <source>This computer has no keychain that Slipway can use.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y cyfrifiadur hwn gadwyn allweddi y gall Slipway ei defnyddio.</translation>
    </message>
    <message>
        <source>[It said: “{text}”.|No Secret Service answers on the session bus.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dywedodd: “{text}”.|Nid oes Gwasanaeth Cyfrinachau yn ateb ar fws y sesiwn.]</translation>
    </message>
    <message>
        <source>Install GNOME Keyring or KWallet, or let Slipway keep the token in a file that only you can read.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gosodwch GNOME Keyring neu KWallet, neu gadewch i Slipway gadw&apos;r tocyn mewn ffeil mai dim ond chi all ei darllen.</translation>
    </message>
    <message>
        <source>keychain does not answer</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw&apos;r gadwyn allweddi&apos;n ateb</translation>
    </message>
    <message>
        <source>The keychain of this desktop has not answered[ for {seconds} seconds].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw cadwyn allweddi&apos;r bwrdd gwaith hwn wedi ateb[ ers {seconds} eiliad].</translation>
    </message>
    <message>
        <source>It may be waiting for somebody to unlock it, in a window of its own.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Efallai ei bod yn aros i rywun ei datgloi, mewn ffenestr o&apos;i heiddo&apos;i hun.</translation>
    </message>
    <message>
        <source>keychain locked</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cadwyn allweddi ar glo</translation>
    </message>
    <message>
        <source>The keychain of this desktop is locked.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cadwyn allweddi&apos;r bwrdd gwaith hwn ar glo.</translation>
    </message>
    <message>
        <source>What it keeps[ for {credential}] can be neither read nor changed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir darllen na newid yr hyn y mae&apos;n ei gadw[ ar gyfer {credential}].</translation>
    </message>
    <message>
        <source>Unlock it, for example by signing in to the desktop again, then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Datglowch hi, er enghraifft drwy fewngofnodi i&apos;r bwrdd gwaith eto, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>unknown connection</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cysylltiad anhysbys</translation>
    </message>
    <message>
        <source>There is no connection[ named {name}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes cysylltiad[ o&apos;r enw {name}].</translation>
    </message>
    <message>
        <source>[Those that exist: {known}.|None has been made yet.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Y rhai sy&apos;n bodoli: {known}.|Ni wnaed un eto.]</translation>
    </message>
    <message>
        <source>“slipwayctl connection list” shows them, “slipwayctl connection add” makes one.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae “slipwayctl connection list” yn eu dangos, mae “slipwayctl connection add” yn gwneud un.</translation>
    </message>
    <message>
        <source>Its certificate has expired. Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ei dystysgrif wedi dod i ben. Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date. If that is right, whoever runs the service must renew the certificate.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch ddyddiad y cyfrifiadur hwn. Os yw hwnnw&apos;n gywir, rhaid i bwy bynnag sy&apos;n rhedeg y gwasanaeth adnewyddu&apos;r dystysgrif.</translation>
    </message>
    <message>
        <source>Its certificate is not valid yet. Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw ei dystysgrif yn ddilys eto. Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>Check this computer&apos;s date and time zone.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch ddyddiad a chylchfa amser y cyfrifiadur hwn.</translation>
    </message>
    <message>
        <source>Its certificate was issued for another name. Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoddwyd ei dystysgrif ar gyfer enw arall. Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>Check the address for a mistake. If it is right, someone may stand in between, or the service must be given a certificate for this name.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y cyfeiriad am gamgymeriad. Os yw&apos;n gywir, efallai fod rhywun yn sefyll yn y canol, neu rhaid rhoi tystysgrif ar gyfer yr enw hwn i&apos;r gwasanaeth.</translation>
    </message>
    <message>
        <source>Its certificate was issued by an authority that this computer does not trust. Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoddwyd ei dystysgrif gan awdurdod nad yw&apos;r cyfrifiadur hwn yn ymddiried ynddo. Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>If your company issues its own certificates, name the file with its CA certificate in the connection. Otherwise someone may stand in between: do not go on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os yw eich cwmni&apos;n rhoi ei dystysgrifau ei hun, enwch y ffeil gyda&apos;i dystysgrif CA yn y cysylltiad. Fel arall efallai fod rhywun yn sefyll yn y canol: peidiwch â mynd ymlaen.</translation>
    </message>
    <message>
        <source>Its certificate was revoked. Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd ei dystysgrif ei dirymu. Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>Do not go on. Tell whoever runs the service.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Peidiwch â mynd ymlaen. Dywedwch wrth bwy bynnag sy&apos;n rhedeg y gwasanaeth.</translation>
    </message>
    <message>
        <source>It offers only encryption that is no longer safe: Slipway wants TLS 1.2 or later. Nothing was sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond amgryptio nad yw&apos;n ddiogel mwyach y mae&apos;n ei gynnig: mae Slipway eisiau TLS 1.2 neu ddiweddarach. Ni anfonwyd dim.</translation>
    </message>
    <message>
        <source>Whoever runs the service, or the proxy before it, must turn on TLS 1.2 or 1.3.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhaid i bwy bynnag sy&apos;n rhedeg y gwasanaeth, neu&apos;r dirprwy o&apos;i flaen, droi TLS 1.2 neu 1.3 ymlaen.</translation>
    </message>
    <message>
        <source>The proxy wants a user and a password, or does not accept those it was given.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r dirprwy eisiau defnyddiwr a chyfrinair, neu nid yw&apos;n derbyn y rhai a gafodd.</translation>
    </message>
    <message>
        <source>Give both with “slipwayctl connection add … --proxy-user NAME --proxy-password-file FILE”. Tokens are not given to the proxy.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch y ddau gyda “slipwayctl connection add … --proxy-user NAME --proxy-password-file FILE”. Ni roddir tocynnau i&apos;r dirprwy.</translation>
    </message>
    <message>
        <source>The proxy cannot be reached.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir cyrraedd y dirprwy.</translation>
    </message>
    <message>
        <source>Check the network and the proxy&apos;s address: the connection&apos;s own, or else the system&apos;s (desktop settings, https_proxy).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y rhwydwaith a chyfeiriad y dirprwy: un y cysylltiad ei hun, neu fel arall un y system (gosodiadau&apos;r bwrdd gwaith, https_proxy).</translation>
    </message>
    <message>
        <source>The proxy does not let the request through.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r dirprwy&apos;n gadael y cais drwodd.</translation>
    </message>
    <message>
        <source>Ask whoever runs the proxy to allow this address.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwch i bwy bynnag sy&apos;n rhedeg y dirprwy ganiatáu&apos;r cyfeiriad hwn.</translation>
    </message>
    <message>
        <source>The request was declined on GitHub&apos;s page.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthodwyd y cais ar dudalen GitHub.</translation>
    </message>
    <message>
        <source>Sign in again and press Authorize on GitHub&apos;s page.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewngofnodwch eto a phwyswch Authorize ar dudalen GitHub.</translation>
    </message>
    <message>
        <source>The code was not entered in time: it is good for a quarter of an hour.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni roddwyd y cod mewn pryd: mae&apos;n dda am chwarter awr.</translation>
    </message>
    <message>
        <source>Sign in again; a new code will be shown.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewngofnodwch eto; bydd cod newydd yn cael ei ddangos.</translation>
    </message>
    <message>
        <source>The OAuth app or GitHub App does not allow signing in with a code.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r ap OAuth neu&apos;r GitHub App yn caniatáu mewngofnodi gyda chod.</translation>
    </message>
    <message>
        <source>Its owner must turn on “Enable Device Flow” in its settings on GitHub. Or use a token.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhaid i&apos;w berchennog droi “Enable Device Flow” ymlaen yn ei osodiadau ar GitHub. Neu defnyddiwch docyn.</translation>
    </message>
    <message>
        <source>GitHub does not know the client id.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub yn adnabod id y cleient.</translation>
    </message>
    <message>
        <source>Compare it with the App&apos;s page on that host: each GitHub host has its own Apps.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymharwch ef â thudalen yr Ap ar y gwesteiwr hwnnw: mae gan bob gwesteiwr GitHub ei Apiau ei hun.</translation>
    </message>
    <message>
        <source>GitHub named a page for the code that does not belong to the host.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enwodd GitHub dudalen ar gyfer y cod nad yw&apos;n perthyn i&apos;r gwesteiwr.</translation>
    </message>
    <message>
        <source>Do not enter the code anywhere. Check the host&apos;s address.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Peidiwch â rhoi&apos;r cod yn unman. Gwiriwch gyfeiriad y gwesteiwr.</translation>
    </message>
    <message>
        <source>The program is not installed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r rhaglen wedi&apos;i gosod.</translation>
    </message>
    <message>
        <source>Install gh and run “gh auth login”, or connect in another way.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gosodwch gh a rhedwch “gh auth login”, neu cysylltwch mewn ffordd arall.</translation>
    </message>
    <message>
        <source>It did not answer in time.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid atebodd mewn pryd.</translation>
    </message>
    <message>
        <source>It may be waiting for its keychain to be unlocked. Try again, or use a token.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Efallai ei bod yn aros i&apos;w chadwyn allweddi gael ei datgloi. Rhowch gynnig arall arni, neu defnyddiwch docyn.</translation>
    </message>
    <message>
        <source>store in use</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa ar waith</translation>
    </message>
    <message>
        <source>Another Slipway owns the store[ {file}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway arall biau&apos;r gronfa[ {file}].</translation>
    </message>
    <message>
        <source>[The process {pid} ({program}) drives its runs.|The process {pid} drives its runs.|Another process drives its runs.] Only one may, so that nothing is done twice. Reading is possible meanwhile.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae&apos;r broses {pid} ({program}) yn gyrru ei rhediadau.|Mae&apos;r broses {pid} yn gyrru ei rhediadau.|Mae proses arall yn gyrru ei rhediadau.] Dim ond un gaiff, fel na wneir dim ddwywaith. Gellir darllen yn y cyfamser.</translation>
    </message>
    <message>
        <source>Use that window or agent, or close it first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwch y ffenestr neu&apos;r asiant hwnnw, neu caewch ef yn gyntaf.</translation>
    </message>
    <message>
        <source>owner works elsewhere</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>perchennog yn gweithio mewn man arall</translation>
    </message>
    <message>
        <source>The Slipway that owns this store is connected to [{connected}|no GitHub], not to [{host}|yours].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r Slipway sy&apos;n berchen ar y gronfa hon wedi&apos;i gysylltu â [{connected}|dim GitHub], nid â [{host}|eich un chi].</translation>
    </message>
    <message>
        <source>A service started there would be made on another GitHub than the one asked for.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Byddai gwasanaeth a gychwynnwyd yno&apos;n cael ei wneud ar GitHub gwahanol i&apos;r un y gofynnwyd amdano.</translation>
    </message>
    <message>
        <source>Close that window or agent, or connect it as you want to work. Nothing was started.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewch y ffenestr neu&apos;r asiant hwnnw, neu cysylltwch ef fel yr ydych am weithio. Ni chychwynnwyd dim.</translation>
    </message>
    <message>
        <source>store is newer</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa&apos;n fwy newydd</translation>
    </message>
    <message>
        <source>The store[ {file}] was written by a newer Slipway.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ysgrifennwyd y gronfa[ {file}] gan Slipway mwy newydd.</translation>
    </message>
    <message>
        <source>[It has version {version}; this Slipway knows versions up to {known}.|This Slipway does not know its version.] It is opened for reading only.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae ganddi fersiwn {version}; mae&apos;r Slipway hwn yn adnabod fersiynau hyd at {known}.|Nid yw&apos;r Slipway hwn yn adnabod ei fersiwn.] Ar gyfer darllen yn unig yr agorir hi.</translation>
    </message>
    <message>
        <source>Update Slipway, or use another store.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Diweddarwch Slipway, neu defnyddiwch gronfa arall.</translation>
    </message>
    <message>
        <source>not a store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid cronfa</translation>
    </message>
    <message>
        <source>The file[ {file}] is not a Slipway store.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r ffeil[ {file}] yn gronfa Slipway.</translation>
    </message>
    <message>
        <source>[{reason}.|It is another kind of file, and it was left as it is.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Math arall o ffeil ydyw, a gadawyd hi fel yr oedd.]</translation>
    </message>
    <message>
        <source>Check the path, or choose a file that does not exist yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y llwybr, neu dewiswch ffeil nad yw&apos;n bodoli eto.</translation>
    </message>
    <message>
        <source>store is damaged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa wedi&apos;i difrodi</translation>
    </message>
    <message>
        <source>The journal[ in {file}] is damaged[ at run {run}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r dyddlyfr[ yn {file}] wedi&apos;i ddifrodi[ yn rhediad {run}].</translation>
    </message>
    <message>
        <source>[{reason}.|What is stored does not fit together.] Nothing was changed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Nid yw&apos;r hyn sydd wedi&apos;i gadw&apos;n ffitio gyda&apos;i gilydd.] Ni newidiwyd dim.</translation>
    </message>
    <message>
        <source>Keep a copy of the file and run “slipwayctl journal verify”. The copies made before each update stand beside the store.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadwch gopi o&apos;r ffeil a rhedwch “slipwayctl journal verify”. Mae&apos;r copïau a wnaed cyn pob diweddariad wrth ochr y gronfa.</translation>
    </message>
    <message>
        <source>store unwritable</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir ysgrifennu i&apos;r gronfa</translation>
    </message>
    <message>
        <source>The store[ {file}] cannot be written.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir ysgrifennu i&apos;r gronfa[ {file}].</translation>
    </message>
    <message>
        <source>[{reason}.|The system does not allow it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Nid yw&apos;r system yn ei ganiatáu.]</translation>
    </message>
    <message>
        <source>Check that the file and its folder belong to you and are writable, then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch mai chi biau&apos;r ffeil a&apos;i ffolder a bod modd ysgrifennu iddynt, yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>disk is full</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>disg yn llawn</translation>
    </message>
    <message>
        <source>The store[ {file}] cannot grow.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni all y gronfa[ {file}] dyfu.</translation>
    </message>
    <message>
        <source>The disk is full. Slipway does nothing that it cannot write down first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ddisg yn llawn. Nid yw Slipway&apos;n gwneud dim na all ei gofnodi&apos;n gyntaf.</translation>
    </message>
    <message>
        <source>Make space on the disk. The runs go on from where they are.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnewch le ar y ddisg. Mae&apos;r rhediadau&apos;n mynd ymlaen o&apos;r fan lle maent.</translation>
    </message>
    <message>
        <source>store is busy</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa&apos;n brysur</translation>
    </message>
    <message>
        <source>The store[ {file}] is busy.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r gronfa[ {file}] yn brysur.</translation>
    </message>
    <message>
        <source>Another program has held it for too long.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhaglen arall wedi ei dal yn rhy hir.</translation>
    </message>
    <message>
        <source>Close programs that have the file open (backups, database tools), then try again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewch raglenni sydd â&apos;r ffeil ar agor (copïau wrth gefn, offer cronfa ddata), yna rhowch gynnig arall arni.</translation>
    </message>
    <message>
        <source>run taken over</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhediad wedi&apos;i gymryd drosodd</translation>
    </message>
    <message>
        <source>The run[ {run}] was taken over by another Slipway.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerwyd y rhediad[ {run}] drosodd gan Slipway arall.</translation>
    </message>
    <message>
        <source>What this one wanted to write was refused, so that nothing is done twice.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthodwyd yr hyn yr oedd hwn am ei ysgrifennu, fel na wneir dim ddwywaith.</translation>
    </message>
    <message>
        <source>Go on in the Slipway that took it over.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ewch ymlaen yn y Slipway a&apos;i cymerodd drosodd.</translation>
    </message>
    <message>
        <source>read-only</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllen yn unig</translation>
    </message>
    <message>
        <source>The store[ {file}] is open for reading only.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar gyfer darllen yn unig y mae&apos;r gronfa[ {file}] ar agor.</translation>
    </message>
    <message>
        <source>[{reason}.|It was opened without the right to change anything.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Agorwyd hi heb yr hawl i newid dim.]</translation>
    </message>
    <message>
        <source>Use the Slipway that drives the store, or close it and open the store again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddiwch y Slipway sy&apos;n gyrru&apos;r gronfa, neu caewch ef ac agorwch y gronfa eto.</translation>
    </message>
    <message>
        <source>store failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd y gronfa</translation>
    </message>
    <message>
        <source>The database[ {file}] reported an error.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Adroddodd y gronfa ddata[ {file}] wall.</translation>
    </message>
    <message>
        <source>[{reason}.|It gave no reason.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Ni roddodd reswm.]</translation>
    </message>
    <message>
        <source>Try again. If it stays, check the disk and run “slipwayctl journal verify”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch gynnig arall arni. Os yw&apos;n parhau, gwiriwch y ddisg a rhedwch “slipwayctl journal verify”.</translation>
    </message>
    <message>
        <source>journal guard</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwarchodwr y dyddlyfr</translation>
    </message>
    <message>
        <source>The journal refused an entry[ of run {run}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthododd y dyddlyfr gofnod[ o rediad {run}].</translation>
    </message>
    <message>
        <source>[{reason}.|The entry does not follow the last one stored.] The journal is as it was.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{reason}.|Nid yw&apos;r cofnod yn dilyn yr un diwethaf a gadwyd.] Mae&apos;r dyddlyfr fel yr oedd.</translation>
    </message>
    <message>
        <source>Look at the run again. If it stays, close and reopen Slipway, and report this with the details.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y rhediad eto. Os yw&apos;n parhau, caewch ac ailagorwch Slipway, a rhowch wybod am hyn gyda&apos;r manylion.</translation>
    </message>
    <message>
        <source>no store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim cronfa</translation>
    </message>
    <message>
        <source>There is no store[ at {file}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes cronfa[ yn {file}].</translation>
    </message>
    <message>
        <source>It is made when the first run starts.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fe&apos;i gwneir pan fydd y rhediad cyntaf yn cychwyn.</translation>
    </message>
    <message>
        <source>Check the path, or start a run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y llwybr, neu cychwynnwch rediad.</translation>
    </message>
    <message>
        <source>store is older</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa&apos;n hŷn</translation>
    </message>
    <message>
        <source>The store[ {file}] was written by an older Slipway.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ysgrifennwyd y gronfa[ {file}] gan Slipway hŷn.</translation>
    </message>
    <message>
        <source>[It has version {version}; this Slipway reads versions from {known} on.|Its lists have to be made anew.] Whoever owns the store brings it up to date when it starts.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae ganddi fersiwn {version}; mae&apos;r Slipway hwn yn darllen fersiynau o {known} ymlaen.|Rhaid gwneud ei rhestri o&apos;r newydd.] Mae pwy bynnag biau&apos;r gronfa yn ei diweddaru pan fydd yn cychwyn.</translation>
    </message>
    <message>
        <source>Start the window or an agent on it once, or run “slipwayctl journal rebuild”. A copy is made.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwch y ffenestr neu asiant arni unwaith, neu rhedwch “slipwayctl journal rebuild”. Gwneir copi.</translation>
    </message>
    <message>
        <source>search not understood</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ddeallwyd y chwiliad</translation>
    </message>
    <message>
        <source>[The search cannot use “{filter}”.|The search has a filter that is not known.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Ni all y chwiliad ddefnyddio “{filter}”.|Mae gan y chwiliad hidlydd anhysbys.]</translation>
    </message>
    <message>
        <source>[It knows {known}.|There is no such filter, or not with this value.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae&apos;n adnabod {known}.|Nid oes hidlydd o&apos;r fath, neu nid gyda&apos;r gwerth hwn.]</translation>
    </message>
    <message>
        <source>Correct it, or put it into quotes to search for it as text.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cywirwch ef, neu rhowch ef mewn dyfynodau i chwilio amdano fel testun.</translation>
    </message>
    <message>
        <source>The text[ of {file}] is not valid JSON[, in record {record}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw testun[ {file}] yn JSON dilys[, yng nghofnod {record}].</translation>
    </message>
    <message>
        <source>The status record[ {record}][ in line {line}][ of {file}] cannot be taken in.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir derbyn y cofnod statws[ {record}][ yn llinell {line}][ o {file}].</translation>
    </message>
    <message>
        <source>No step waits for a secret[ called {secret}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes cam yn aros am gyfrinach[ o&apos;r enw {secret}].</translation>
    </message>
    <message>
        <source>The workflow knows no secret[ called {secret}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r llif gwaith yn adnabod cyfrinach[ o&apos;r enw {secret}].</translation>
    </message>
    <message>
        <source>Give it under the name that the step tells.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch hi dan yr enw y mae&apos;r cam yn ei ddweud.</translation>
    </message>
    <message>
        <source>Give it again: press “Give the secret…”, or use slipwayctl secret RUN, which asks for it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch hi eto: pwyswch “Rhoi&apos;r gyfrinach…”, neu defnyddiwch slipwayctl secret RUN, sy&apos;n gofyn amdani.</translation>
    </message>
    <message>
        <source>Nobody drives the run, and the secret[ {secret}] cannot be kept in the keychain until then.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes neb yn gyrru&apos;r rhediad, ac ni ellir cadw&apos;r gyfrinach[ {secret}] yn y gadwyn allweddi tan hynny.</translation>
    </message>
    <message>
        <source>Start the window or “slipwayctl agent”, then give the secret again; or give it with “--follow”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwch y ffenestr neu “slipwayctl agent”, yna rhowch y gyfrinach eto; neu rhowch hi gyda “--follow”.</translation>
    </message>
    <message>
        <source>A request was cut off, and may yet take effect[ until {until}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Torrwyd cais yn fyr, a gall ddod i rym o hyd[ tan {until}].</translation>
    </message>
    <message>
        <source>Try again[ at {until} or later| a minute after the run was terminated].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch gynnig arall arni[ am {until} neu&apos;n hwyrach| funud ar ôl terfynu&apos;r rhediad].</translation>
    </message>
    <message>
        <source>It is not known whether the request of the step[ {step}] took place.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n hysbys a ddigwyddodd cais y cam[ {step}].</translation>
    </message>
    <message>
        <source>The journal was put back from a copy, which may be older than this request, and the service offers no way to look it up.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoddwyd y dyddlyfr yn ôl o gopi, a all fod yn hŷn na&apos;r cais hwn, ac nid yw&apos;r gwasanaeth yn cynnig ffordd o&apos;i wirio.</translation>
    </message>
    <message>
        <source>If it was sent already, advance the step; if it was not, retry it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os yw wedi&apos;i anfon yn barod, symudwch y cam ymlaen; os nad yw, ailgynigiwch ef.</translation>
    </message>
    <message>
        <source>The run was taken over from its record, which does not tell whether this request was sent, and the service offers no way to look it up.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerwyd y rhediad drosodd o&apos;i gofnod, nad yw&apos;n dweud a anfonwyd y cais hwn, ac nid yw&apos;r gwasanaeth yn cynnig ffordd o&apos;i wirio.</translation>
    </message>
    <message>
        <source>Look at the service. Then say what happened: in the window with Run, Say what happened; or with slipwayctl answer[ RUN {step}] happened, or absent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y gwasanaeth. Yna dywedwch beth ddigwyddodd: yn y ffenestr gyda Rhediad, Dweud beth ddigwyddodd; neu gyda slipwayctl answer[ RUN {step}] happened, neu absent.</translation>
    </message>
    <message>
        <source>Check the address and what is sent there in the workflow and settings[, and that the stored credential “{credential}” is still good], then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y cyfeiriad a&apos;r hyn a anfonir yno yn y llif gwaith a&apos;r gosodiadau[, a bod y cymhwyster cadw “{credential}” yn dal yn dda], yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>credential missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cymhwyster ar goll</translation>
    </message>
    <message>
        <source>[A request to {host} needs it, and was not sent.|Nothing has that name.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae ei angen ar gais i {host}, ac ni anfonwyd hwnnw.|Nid oes gan ddim yr enw hwnnw.]</translation>
    </message>
    <message>
        <source>credential for another host</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cymhwyster ar gyfer gwesteiwr arall</translation>
    </message>
    <message>
        <source>A request[ to {origin}] was not sent[, because it needs “{credential}”].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni anfonwyd cais[ i {origin}][, am fod angen “{credential}” arno].</translation>
    </message>
    <message>
        <source>[That credential may only go to {hosts}.|That credential may not go there.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Dim ond i {hosts} y caiff y cymhwyster hwnnw fynd.|Ni chaiff y cymhwyster hwnnw fynd yno.]</translation>
    </message>
    <message>
        <source>Look for that window and unlock the keychain[; the step goes on when “{secret}” comes. If it does not within two minutes, press Retry, or give the secret again|, then press Retry: the request to {origin} waits for it|, then try again. Runs go on by themselves].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwiliwch am y ffenestr honno a datglowch y gadwyn allweddi[; mae&apos;r cam yn mynd ymlaen pan ddaw “{secret}”. Os na ddaw o fewn dwy funud, pwyswch Ailgynnig, neu rhowch y gyfrinach eto|, yna pwyswch Ailgynnig: mae&apos;r cais i {origin} yn aros amdani|, yna rhowch gynnig arall arni. Mae rhediadau&apos;n mynd ymlaen ohonynt eu hunain].</translation>
    </message>
    <message>
        <source>The request took place, but nobody has told what the service answered, and later steps need that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Digwyddodd y cais, ond nid oes neb wedi dweud beth atebodd y gwasanaeth, ac mae angen hynny ar gamau diweddarach.</translation>
    </message>
    <message>
        <source>Advance the step and give the outputs that the answer would have given.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symudwch y cam ymlaen a rhowch yr allbynnau y byddai&apos;r ateb wedi&apos;u rhoi.</translation>
    </message>
    <message>
        <source>What the service gave is not known, so Slipway cannot take it back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r hyn a roddodd y gwasanaeth yn hysbys, felly ni all Slipway ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>Take it back by hand.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerwch ef yn ôl â llaw.</translation>
    </message>
    <message>
        <source>The credential[ “{credential}”] is not at hand[ in the profile {profile}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cymhwyster[ “{credential}”] wrth law[ yn y proffil {profile}].</translation>
    </message>
    <message>
        <source>What is stored cannot be sent in a header: it is empty, or holds a line end.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir anfon yr hyn a gadwyd mewn pennyn: mae&apos;n wag, neu&apos;n cynnwys diwedd llinell.</translation>
    </message>
    <message>
        <source>in quarantine</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mewn cwarantin</translation>
    </message>
    <message>
        <source>Slipway crashed[ {crashes} times| several times] in a row while it worked on this run[, in the step {step}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwalodd Slipway[ {crashes} gwaith| sawl gwaith] yn olynol wrth weithio ar y rhediad hwn[, yn y cam {step}].</translation>
    </message>
    <message>
        <source>[The last time it was {signal}. ]The run is left alone so that it does not bring down the others.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Y tro diwethaf {signal} oedd hi. ]Gadewir llonydd i&apos;r rhediad fel na fydd yn tynnu&apos;r lleill i lawr.</translation>
    </message>
    <message>
        <source>Look at the run and report the crash with a copy of its report. Then press Resume to try again, or end the run with Cancel or Undo.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y rhediad a rhowch wybod am y chwalfa gyda chopi o&apos;i adroddiad. Yna pwyswch Ailddechrau i roi cynnig arall arni, neu gorffennwch y rhediad â Canslo neu Dadwneud.</translation>
    </message>
    <message>
        <source>safe mode</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>modd diogel</translation>
    </message>
    <message>
        <source>Slipway crashed[ {crashes} times| several times] within ten minutes. Everything can be read; nothing is done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwalodd Slipway[ {crashes} gwaith| sawl gwaith] o fewn deng munud. Gellir darllen popeth; ni wneir dim.</translation>
    </message>
    <message>
        <source>[The last time it was {signal}. ]No single run is to blame, so none is driven before you say so.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Y tro diwethaf {signal} oedd hi. ]Nid yw&apos;r un rhediad ar fai, felly ni yrrir yr un cyn i chi ddweud.</translation>
    </message>
    <message>
        <source>Report the crash. To go on, press Go on in the window, or use slipwayctl resume --all.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch wybod am y chwalfa. I fynd ymlaen, pwyswch Mynd ymlaen yn y ffenestr, neu defnyddiwch slipwayctl resume --all.</translation>
    </message>
    <message>
        <source>The run is in quarantine.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhediad mewn cwarantin.</translation>
    </message>
    <message>
        <source>cannot be reverted by itself</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir ei wrthdroi ar ei ben ei hun</translation>
    </message>
    <message>
        <source>What the pull request[ #{number}][ of {repository}] changed is merged, and no pull request that reverts it can be proposed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a newidiodd y cais tynnu[ #{number}][ yn {repository}] wedi&apos;i gyfuno, ac ni ellir cynnig cais tynnu sy&apos;n ei wrthdroi.</translation>
    </message>
    <message>
        <source>[The one that reverts it, #{revertNumber}, was closed without being merged.|There is a branch {branch} already, and no pull request from it.|GitHub said: “{text}”. What was changed may have been changed again since.|GitHub refused it.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Caewyd yr un sy&apos;n ei wrthdroi, #{revertNumber}, heb ei gyfuno.|Mae cangen {branch} yno yn barod, heb gais tynnu ohoni.|Dywedodd GitHub: “{text}”. Efallai bod yr hyn a newidiwyd wedi&apos;i newid eto ers hynny.|Gwrthododd GitHub ef.]</translation>
    </message>
    <message>
        <source>[Reopen it at GitHub ({revertUrl}) and press Retry.|Open a pull request from {branch} at GitHub, or delete it if nobody needs it; then press Retry.|Make a pull request by hand that takes the change back, and press Retry once it is merged.] Or skip the step: the change stays then.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Ailagorwch ef ar GitHub ({revertUrl}) a phwyswch Ailgynnig.|Agorwch gais tynnu o {branch} ar GitHub, neu dilëwch hi os nad oes ei hangen ar neb; yna pwyswch Ailgynnig.|Gwnewch gais tynnu â llaw sy&apos;n cymryd y newid yn ôl, a phwyswch Ailgynnig unwaith y bydd wedi&apos;i gyfuno.] Neu hepgorwch y cam: mae&apos;r newid yn aros wedyn.</translation>
    </message>
    <message>
        <source>[It ended as “{conclusion}”.|It did not end well.][ Job “{job}” failed at “{jobStep}”.| Job “{job}” failed.][ Its last words: “{text}”.] Its log on GitHub tells more.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Daeth i ben fel “{conclusion}”.|Ni ddaeth i ben yn dda.][ Methodd y swydd “{job}” yn “{jobStep}”.| Methodd y swydd “{job}”.][ Ei geiriau olaf: “{text}”.] Mae ei log ar GitHub yn dweud mwy.</translation>
    </message>
    <message>
        <source>The run came with a store that another computer or user made.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daeth y rhediad gyda storfa a wnaeth cyfrifiadur neu ddefnyddiwr arall.</translation>
    </message>
    <message>
        <source>Resume the run first: before that nothing of it is looked up.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailddechreuwch y rhediad yn gyntaf: cyn hynny ni chwilir am ddim ohono.</translation>
    </message>
    <message>
        <source>[Nothing tells whether a workflow run of that moment is its: {runs}.|No whole answer came, and the service offers no way to look it up.] Sending it again might do it twice.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Nid oes dim yn dweud ai ei eiddo ef yw rhediad llif gwaith o&apos;r eiliad honno: {runs}.|Ni ddaeth ateb cyfan, ac nid yw&apos;r gwasanaeth yn cynnig ffordd o&apos;i wirio.] Gallai ei anfon eto ei wneud ddwywaith.</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir ei ddarllen</translation>
    </message>
    <message>
        <source>The run[ {run}] cannot be read and is left alone. The other runs go on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir darllen y rhediad[ {run}], ac fe’i gadewir yn llonydd. Mae’r rhediadau eraill yn mynd ymlaen.</translation>
    </message>
    <message>
        <source>[Slipway crashed {crashes} times in a row while it read the run.|Its history says what Slipway does not understand: {reason}.|Its history is damaged.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Chwalodd Slipway {crashes} gwaith yn olynol wrth ddarllen y rhediad.|Mae ei hanes yn dweud rhywbeth nad yw Slipway yn ei ddeall: {reason}.|Mae ei hanes wedi’i ddifrodi.]</translation>
    </message>
    <message>
        <source>The store does not say on which computer and by whom it was used: an older Slipway noted nothing.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw’r storfa’n dweud ar ba gyfrifiadur na chan bwy y’i defnyddiwyd: ni nododd Slipway hŷn ddim.</translation>
    </message>
    <message>
        <source>Check the address. If a repository was renamed or moved, correct its name in the settings. Where a step waits for you because of this, press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y cyfeiriad. Os ailenwyd neu symudwyd ystorfa, cywirwch ei henw yn y gosodiadau. Lle mae cam yn aros amdanoch oherwydd hyn, pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>Press “Set the credential…”, or store it with “slipwayctl [--profile {profile} ]credential set [{credential}|NAME] --host [{origin}|URL]”. Then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch “Gosod y cymhwyster…”, neu cadwch ef gyda “slipwayctl [--profile {profile} ]credential set [{credential}|NAME] --host [{origin}|URL]”. Yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>Check the address in the workflow and settings. If it is right and this host may have the credential, press “Set the credential…” and name all its hosts, or store it again with “slipwayctl [--profile {profile} ]credential set” and a --host for each. Then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y cyfeiriad yn y llif gwaith a&apos;r gosodiadau. Os yw&apos;n gywir ac os caiff y gwesteiwr hwn y cymhwyster, pwyswch “Gosod y cymhwyster…” ac enwch ei holl westeiwyr, neu cadwch ef eto gyda “slipwayctl [--profile {profile} ]credential set” a --host ar gyfer pob un. Yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>Press “Set the credential…”, or store it again with “slipwayctl credential set”. Then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch “Gosod y cymhwyster…”, neu cadwch ef eto gyda “slipwayctl credential set”. Yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>Check the store with slipwayctl journal verify. Install the newest Slipway, or put a copy from before back. Then press Resume, or use slipwayctl resume[ {run}], to have the run read again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwiriwch y gronfa gyda slipwayctl journal verify. Gosodwch y Slipway diweddaraf, neu rhowch gopi cynharach yn ôl. Yna pwyswch Ailddechrau, neu defnyddiwch slipwayctl resume[ {run}], er mwyn i&apos;r rhediad gael ei ddarllen eto.</translation>
    </message>
    <message>
        <source>Look at the step or setting that should give it. If a step was advanced by hand without that output, retry from that step on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar y cam neu&apos;r gosodiad a ddylai ei roi. Os symudwyd cam ymlaen â llaw heb yr allbwn hwnnw, ailgynigiwch o&apos;r cam hwnnw ymlaen.</translation>
    </message>
    <message>
        <source>[The run {setAside} cannot be read and is left alone, but what it began may still go on.|The run {run} has not ended.|It has not ended.] A second one beside it would do the same work twice.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Ni ellir darllen rhediad {setAside}, ac fe&apos;i gadewir yn llonydd, ond gall yr hyn a ddechreuodd fynd ymlaen o hyd.|Nid yw rhediad {run} wedi dod i ben.|Nid yw wedi dod i ben.] Byddai ail un wrth ei ochr yn gwneud yr un gwaith ddwywaith.</translation>
    </message>
    <message>
        <source>[Have the run read again with Resume, or slipwayctl resume {setAside}; then go on with it, or cancel it with Cancel.|Go on with that run, or cancel it first.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Trefnwch ddarllen y rhediad eto gydag Ailddechrau, neu slipwayctl resume {setAside}; yna ewch ymlaen ag ef, neu canslwch ef gyda Canslo.|Ewch ymlaen â&apos;r rhediad hwnnw, neu canslwch ef yn gyntaf.]</translation>
    </message>
    <message>
        <source>No whole answer came, and the service may have forgotten the request&apos;s key by now. Sending it again might do it twice.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ddaeth ateb cyfan, ac efallai fod y gwasanaeth wedi anghofio allwedd y cais erbyn hyn. Gallai ei anfon eto ei wneud ddwywaith.</translation>
    </message>
    <message>
        <source>If it took place, advance the step; if it did not, retry it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os digwyddodd, symudwch y cam ymlaen; os na, ailgynigiwch ef.</translation>
    </message>
    <message>
        <source>sandbox not open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>blwch tywod heb fod ar agor</translation>
    </message>
    <message>
        <source>The window&apos;s sandbox is not open.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw blwch tywod y ffenestr ar agor.</translation>
    </message>
    <message>
        <source>Its simulated services run in a window, and end with it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ei wasanaethau wedi&apos;u hefelychu&apos;n rhedeg mewn ffenestr, ac yn gorffen gyda hi.</translation>
    </message>
    <message>
        <source>Open it: “slipway --try-sandbox”. What it has made can be read meanwhile: list, show, events.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agorwch ef: “slipway --try-sandbox”. Gellir darllen yr hyn a wnaeth yn y cyfamser: list, show, events.</translation>
    </message>
    <message>
        <source>The service answered more for the output[ “{output}”] than the journal holds: 64 KiB and 32 levels.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Atebodd y gwasanaeth fwy ar gyfer yr allbwn[ “{output}”] nag y mae&apos;r dyddlyfr yn ei ddal: 64 KiB a 32 lefel.</translation>
    </message>
    <message>
        <source>Advance the step and give the output that is needed, or name a smaller part of the answer in the workflow.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symudwch y cam ymlaen a rhowch yr allbwn sydd ei angen, neu enwch ran lai o&apos;r ateb yn y llif gwaith.</translation>
    </message>
    <message>
        <source>A secret of the run stands in what the service answered for the output[ “{output}”].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae un o gyfrinachau&apos;r rhediad yn yr hyn a atebodd y gwasanaeth ar gyfer yr allbwn[ “{output}”].</translation>
    </message>
    <message>
        <source>Advance the step and give the output, or take it as one of the workflow&apos;s secretOutputs.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symudwch y cam ymlaen a rhowch yr allbwn, neu cymerwch ef fel un o secretOutputs y llif gwaith.</translation>
    </message>
</context>
<context>
    <name>events</name>
    <message>
        <source>Looked up: the last request took place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwiliwyd: digwyddodd y cais diwethaf</translation>
    </message>
    <message>
        <source>Looked up: the last request did not take place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwiliwyd: ni ddigwyddodd y cais diwethaf</translation>
    </message>
    <message>
        <source>{actor} said that the last request took place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dywedodd {actor} i&apos;r cais diwethaf ddigwydd</translation>
    </message>
    <message>
        <source>{actor} said that the last request did not take place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dywedodd {actor} na ddigwyddodd y cais diwethaf</translation>
    </message>
    <message>
        <source>{actor} retries from here on[: {steps}][ ({reason})]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae {actor} yn ailgynnig o&apos;r fan hon ymlaen[: {steps}][ ({reason})]</translation>
    </message>
    <message>
        <source>{actor} took the run over: what is there is looked at first[ ({reason})]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerodd {actor} y rhediad drosodd: edrychir yn gyntaf ar yr hyn sydd yno[ ({reason})]</translation>
    </message>
    <message>
        <source>{actor} retries now instead of later</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae {actor} yn ailgynnig nawr yn lle yn nes ymlaen</translation>
    </message>
    <message>
        <source>{actor} retries[ {steps}][ ({reason})]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae {actor} yn ailgynnig[ {steps}][ ({reason})]</translation>
    </message>
    <message>
        <source>Not needed with these inputs and settings</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim angen gyda&apos;r mewnbynnau a&apos;r gosodiadau hyn</translation>
    </message>
    <message>
        <source>{actor} skipped the step[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hepgorodd {actor} y cam[: {reason}]</translation>
    </message>
    <message>
        <source>{actor} started the run[ for {subject}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnodd {actor} y rhediad[ ar gyfer {subject}]</translation>
    </message>
    <message>
        <source>Started to take back what the step made</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dechreuwyd cymryd yn ôl yr hyn a wnaeth y cam</translation>
    </message>
    <message>
        <source>Started, attempt {attempt}</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwyd, ymgais {attempt}</translation>
    </message>
    <message>
        <source>Started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwyd</translation>
    </message>
    <message>
        <source>About to [{effectWords}|send a request][ in {repository}][ {pull}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar fin [{effectWords}|anfon cais][ yn {repository}][ {pull}]</translation>
    </message>
    <message>
        <source>The request took place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Digwyddodd y cais</translation>
    </message>
    <message>
        <source>The request failed[: {what}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Methodd y cais[: {what}]</translation>
    </message>
    <message>
        <source>What became of the request is not known[: {what}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n hysbys beth a ddaeth o&apos;r cais[: {what}]</translation>
    </message>
    <message>
        <source>Some results of the step have changed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhai o ganlyniadau&apos;r cam wedi newid</translation>
    </message>
    <message>
        <source>Begins anew with fresh names[ (generation {generation})]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn dechrau o&apos;r newydd gydag enwau ffres[ (cenhedlaeth {generation})]</translation>
    </message>
    <message>
        <source>Done[: {noteWords}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i wneud[: {noteWords}]</translation>
    </message>
    <message>
        <source>Failed[: {what}][ It is tried again at {retryAt}.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi methu[: {what}][ Rhoddir cynnig arall arni am {retryAt}.]</translation>
    </message>
    <message>
        <source>Needs a person[: {what}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Angen person[: {what}]</translation>
    </message>
    <message>
        <source>{actor} advanced the step by hand[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symudodd {actor} y cam ymlaen â llaw[: {reason}]</translation>
    </message>
    <message>
        <source>Cancelled with the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslwyd gyda&apos;r rhediad</translation>
    </message>
    <message>
        <source>Taken back[: {noteWords}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i gymryd yn ôl[: {noteWords}]</translation>
    </message>
    <message>
        <source>{actor} asked to look now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnodd {actor} am edrych nawr</translation>
    </message>
    <message>
        <source>{actor} imported the run; it rests until somebody resumes it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewnforiodd {actor} y rhediad; mae&apos;n gorffwys nes i rywun ei ailddechrau</translation>
    </message>
    <message>
        <source>{actor} paused the run[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Oedodd {actor} y rhediad[: {reason}]</translation>
    </message>
    <message>
        <source>{actor} resumed the run[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailddechreuodd {actor} y rhediad[: {reason}]</translation>
    </message>
    <message>
        <source>Parked[ until {until}][: {what}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i barcio[ tan {until}][: {what}]</translation>
    </message>
    <message>
        <source>Goes on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn mynd ymlaen</translation>
    </message>
    <message>
        <source>{actor} asked to cancel the run[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnodd {actor} am ganslo&apos;r rhediad[: {reason}]</translation>
    </message>
    <message>
        <source>The run was cancelled[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslwyd y rhediad[: {reason}]</translation>
    </message>
    <message>
        <source>{actor} asked to take back what the run made[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnodd {actor} am gymryd yn ôl yr hyn a wnaeth y rhediad[: {reason}]</translation>
    </message>
    <message>
        <source>What the run made has been taken back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a wnaeth y rhediad wedi&apos;i gymryd yn ôl</translation>
    </message>
    <message>
        <source>{actor} noted[: {text}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nododd {actor}[: {text}]</translation>
    </message>
    <message>
        <source>raise a pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>codi cais tynnu</translation>
    </message>
    <message>
        <source>commit and open the pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>comitio ac agor y cais tynnu</translation>
    </message>
    <message>
        <source>open the pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>agor y cais tynnu</translation>
    </message>
    <message>
        <source>turn auto-merge on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>troi cyfuno awtomatig ymlaen</translation>
    </message>
    <message>
        <source>put the pull request into the merge queue</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhoi&apos;r cais tynnu yn y ciw cyfuno</translation>
    </message>
    <message>
        <source>merge the pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfuno&apos;r cais tynnu</translation>
    </message>
    <message>
        <source>make the change anew on the present base branch</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwneud y newid o&apos;r newydd ar y gangen sylfaen bresennol</translation>
    </message>
    <message>
        <source>move the branch to the new change</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>symud y gangen i&apos;r newid newydd</translation>
    </message>
    <message>
        <source>bring the branch up to date</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>diweddaru&apos;r gangen</translation>
    </message>
    <message>
        <source>reopen the pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ailagor y cais tynnu</translation>
    </message>
    <message>
        <source>close the pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cau&apos;r cais tynnu</translation>
    </message>
    <message>
        <source>delete the branch</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dileu&apos;r gangen</translation>
    </message>
    <message>
        <source>start the workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwyn y llif gwaith</translation>
    </message>
    <message>
        <source>run the workflow&apos;s failed jobs again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhedeg swyddi&apos;r llif gwaith a fethodd eto</translation>
    </message>
    <message>
        <source>archive the repository</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>archifo&apos;r storfa</translation>
    </message>
    <message>
        <source>send a request to the service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>anfon cais i&apos;r gwasanaeth</translation>
    </message>
    <message>
        <source>Someone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhywun</translation>
    </message>
    <message>
        <source>{actor} terminated the run[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Terfynodd {actor} y rhediad[: {reason}]</translation>
    </message>
    <message>
        <source>The store came from another computer or user; the run rests until somebody resumes it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daeth y storfa o gyfrifiadur neu ddefnyddiwr arall; mae&apos;r rhediad yn gorffwys nes i rywun ei ailddechrau</translation>
    </message>
    <message>
        <source>Slipway crashed[ ({signal})] while it worked on this</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwalodd Slipway[ ({signal})] wrth weithio ar hyn</translation>
    </message>
    <message>
        <source>Put into quarantine[: {what}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoddwyd mewn cwarantin[: {what}]</translation>
    </message>
    <message>
        <source>propose a pull request that reverts the merged one</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cynnig cais tynnu sy&apos;n gwrthdroi&apos;r un a gyfunwyd</translation>
    </message>
    <message>
        <source>The pull request that takes the change back was merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfunwyd y cais tynnu sy&apos;n cymryd y newid yn ôl</translation>
    </message>
    <message>
        <source>The pull request that would take the change back was closed without being merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewyd y cais tynnu a fyddai&apos;n cymryd y newid yn ôl heb ei gyfuno</translation>
    </message>
    <message>
        <source>The pull request that would take the change back is not to be seen any more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cais tynnu a fyddai&apos;n cymryd y newid yn ôl i&apos;w weld mwyach</translation>
    </message>
    <message>
        <source>The store of an older Slipway does not say where it was used; the run rests until somebody resumes it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw storfa Slipway hŷn yn dweud ble y’i defnyddiwyd; mae’r rhediad yn gorffwys nes i rywun ei ailddechrau</translation>
    </message>
    <message>
        <source>write the changed files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ysgrifennu&apos;r ffeiliau a newidiwyd</translation>
    </message>
    <message>
        <source>write the commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ysgrifennu&apos;r comit</translation>
    </message>
    <message>
        <source>raise a pull request with the commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>codi cais tynnu gyda&apos;r comit</translation>
    </message>
    <message>
        <source>After the run had ended GitHub merged the pull request by itself</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar ôl i&apos;r rhediad ddod i ben cyfunodd GitHub y cais tynnu ar ei ben ei hun</translation>
    </message>
    <message>
        <source>After the run had ended the pull request was closed without being merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar ôl i&apos;r rhediad ddod i ben caewyd y cais tynnu heb ei gyfuno</translation>
    </message>
    <message>
        <source>Auto-merge of the pull request is off: it does not merge by itself</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cyfuno awtomatig y cais tynnu i ffwrdd: ni chaiff ei gyfuno ar ei ben ei hun</translation>
    </message>
    <message>
        <source>The pull request is not to be seen any more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cais tynnu i&apos;w weld mwyach</translation>
    </message>
    <message>
        <source>{actor} leaves the pull request as it is[: {reason}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae {actor} yn gadael y cais tynnu fel y mae[: {reason}]</translation>
    </message>
    <message>
        <source>GitHub shows the pull request again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn dangos y cais tynnu eto</translation>
    </message>
    <message>
        <source>GitHub does not show the pull request at present</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub yn dangos y cais tynnu ar hyn o bryd</translation>
    </message>
</context>
<context>
    <name>links</name>
    <message>
        <source>Pull request #%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cais tynnu #%1</translation>
    </message>
    <message>
        <source>Workflow run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad llif gwaith</translation>
    </message>
    <message>
        <source>Workflow run: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad llif gwaith: %1</translation>
    </message>
    <message>
        <source>Workflow runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediadau llif gwaith</translation>
    </message>
    <message>
        <source>Repository %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Storfa %1</translation>
    </message>
    <message>
        <source>Reverting pull request #%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cais tynnu sy&apos;n gwrthdroi #%1</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Launch new services and see every step on the way.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lansio gwasanaethau newydd a gweld pob cam ar y ffordd.</translation>
    </message>
    <message>
        <source>Open the built-in sandbox: a simulated GitHub, no account needed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor y blwch tywod sydd wedi&apos;i gynnwys: GitHub wedi&apos;i efelychu, heb angen cyfrif.</translation>
    </message>
    <message>
        <source>Use this profile.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddio&apos;r proffil hwn.</translation>
    </message>
    <message>
        <source>Connect to a sandbox by what it printed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltu â blwch tywod drwy&apos;r hyn a argraffodd.</translation>
    </message>
    <message>
        <source>API address of the GitHub host.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfeiriad API y gwesteiwr GitHub.</translation>
    </message>
    <message>
        <source>File (mode 0600) that holds the token.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeil (modd 0600) sy&apos;n dal y tocyn.</translation>
    </message>
    <message>
        <source>Where the history is kept.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lle cedwir yr hanes.</translation>
    </message>
    <message>
        <source>Open a second window where one is open already.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor ail ffenestr lle mae un ar agor yn barod.</translation>
    </message>
    <message>
        <source>What to show: slipway://run/ID or slipway://run/ID/step/ID.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth i&apos;w ddangos: slipway://run/ID neu slipway://run/ID/step/ID.</translation>
    </message>
    <message>
        <source>A link reads slipway://run/ID or slipway://run/ID/step/ID.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae dolen yn darllen slipway://run/ID neu slipway://run/ID/step/ID.</translation>
    </message>
    <message>
        <source>Open the form for a new service.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor y ffurflen ar gyfer gwasanaeth newydd.</translation>
    </message>
    <message>
        <source>Show the runs that need a person.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y rhediadau sydd angen person.</translation>
    </message>
    <message>
        <source>Only one can be shown: a link, --new-service or --needs-you.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond un y gellir ei ddangos: dolen, --new-service neu --needs-you.</translation>
    </message>
    <message>
        <source>The window that is open comes to the front.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daw&apos;r ffenestr sydd ar agor i&apos;r blaen.</translation>
    </message>
</context>
<context>
    <name>phrase</name>
    <message>
        <source> and %1 more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation> a %1 arall</translation>
    </message>
    <message>
        <source>the top</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>y brig</translation>
    </message>
    <message>
        <source>a value is needed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae angen gwerth</translation>
    </message>
    <message>
        <source>the value is too short</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r gwerth yn rhy fyr</translation>
    </message>
    <message>
        <source>the value is too long</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r gwerth yn rhy hir</translation>
    </message>
    <message>
        <source>the number is too small</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r rhif yn rhy fach</translation>
    </message>
    <message>
        <source>the number is too large</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r rhif yn rhy fawr</translation>
    </message>
    <message>
        <source>the value does not have the right form</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw&apos;r gwerth ar y ffurf gywir</translation>
    </message>
    <message>
        <source>the value is not one of the choices</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid yw&apos;r gwerth yn un o&apos;r dewisiadau</translation>
    </message>
    <message>
        <source>the value has the wrong type</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae&apos;r gwerth o&apos;r math anghywir</translation>
    </message>
    <message>
        <source>the workflow has no input of that name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid oes gan y llif gwaith fewnbwn o&apos;r enw hwnnw</translation>
    </message>
    <message>
        <source>the value cannot be used</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellir defnyddio&apos;r gwerth</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 e</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 mun</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 awr %2 mun</translation>
    </message>
    <message>
        <source>%1 d %2 h</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 d %2 awr</translation>
    </message>
    <message>
        <source>%1 d</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 d</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 awr</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 mun %2 e</translation>
    </message>
    <message>
        <source>%1</source>
        <comment>a name or address in a sentence; a language that is written from the right puts U+2068 before and U+2069 after it</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>slipway::app::WindowProgram</name>
    <message>
        <source>Token kept in a file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tocyn wedi&apos;i gadw mewn ffeil</translation>
    </message>
    <message>
        <source>Opening the runs…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn agor y rhediadau…</translation>
    </message>
    <message>
        <source>The copy is in place: %1 runs, %2 of them open. Open runs look at what is there before they do anything.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r copi yn ei le: %1 rhediad, %2 ohonynt ar agor. Mae rhediadau agored yn edrych ar yr hyn sydd yno cyn gwneud dim.</translation>
    </message>
    <message>
        <source>The earlier file is kept at
%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cedwir y ffeil gynharach yn
%1</translation>
    </message>
    <message>
        <source>Copy put back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copi wedi&apos;i roi yn ôl</translation>
    </message>
    <message>
        <source>no connection</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim cysylltiad</translation>
    </message>
    <message>
        <source>the sandbox at %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>y blwch tywod yn %1</translation>
    </message>
    <message>
        <source>%1 with the token of a file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 gyda thocyn o ffeil</translation>
    </message>
    <message>
        <source>the connection “%1” at %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>y cysylltiad “%1” yn %2</translation>
    </message>
    <message>
        <source>Switch the connection?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid y cysylltiad?</translation>
    </message>
    <message>
        <source>What is kept for %1 has changed since this window was opened.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a gedwir ar gyfer %1 wedi newid ers agor y ffenestr hon.</translation>
    </message>
    <message>
        <source>Slipway was started once more, for %1. This window is on %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwyd Slipway unwaith eto, ar gyfer %1. Mae&apos;r ffenestr hon ar %2.</translation>
    </message>
    <message>
        <source>After the switch, a window with it takes this one&apos;s place. The history stays.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar ôl y newid, bydd ffenestr gydag ef yn cymryd lle hon. Mae&apos;r hanes yn aros.</translation>
    </message>
    <message>
        <source>The history stays. Runs that were started at %1 wait until it is connected again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hanes yn aros. Bydd rhediadau a gychwynnwyd yn %1 yn aros nes bod cysylltiad ag ef eto.</translation>
    </message>
    <message>
        <source>S&amp;witch</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Newid</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Aros</translation>
    </message>
    <message>
        <source>Checking the runs: they were not closed in good order the last time…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gwirio&apos;r rhediadau: ni chawsant eu cau&apos;n drefnus y tro diwethaf…</translation>
    </message>
</context>
<context>
    <name>slipway::console</name>
    <message>
        <source>Empty the field</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwagio&apos;r maes</translation>
    </message>
</context>
<context>
    <name>slipway::console::AboutDialog</name>
    <message>
        <source>About Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ynghylch Slipway</translation>
    </message>
    <message>
        <source>Slipway %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway %1</translation>
    </message>
    <message>
        <source>Launch new services and see every step on the way.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lansio gwasanaethau newydd a gweld pob cam ar y ffordd.</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later, without warranty.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Meddalwedd rydd o dan Drwydded Gyhoeddus Gyffredinol GNU, fersiwn 3 neu ddiweddarach, heb warant.</translation>
    </message>
    <message>
        <source>History</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hanes</translation>
    </message>
    <message>
        <source>Imported workflows</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llifoedd gwaith a fewnforiwyd</translation>
    </message>
    <message>
        <source>Profile</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Proffil</translation>
    </message>
    <message>
        <source>None: nothing is connected</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim: does dim wedi&apos;i gysylltu</translation>
    </message>
    <message>
        <source>This window&apos;s settings</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gosodiadau&apos;r ffenestr hon</translation>
    </message>
    <message>
        <source>Log</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Log</translation>
    </message>
    <message>
        <source>Standard error; on a desktop with systemd: journalctl --user</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwall safonol; ar fwrdd gwaith gyda systemd: journalctl --user</translation>
    </message>
    <message>
        <source>Built on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i adeiladu ar</translation>
    </message>
    <message>
        <source>Qt %1, on %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Qt %1, ar %2</translation>
    </message>
    <message>
        <source>&amp;Copy all</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Copïo popeth</translation>
    </message>
    <message>
        <source>Copied</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïwyd</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>title, text</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>In a terminal</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewn terfynell</translation>
    </message>
</context>
<context>
    <name>slipway::console::ActFooter</name>
    <message>
        <source>Close</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Requested…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gofyn…</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>It may be sent later</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caiff ei anfon yn ddiweddarach</translation>
    </message>
    <message>
        <source>%1 Tick that it may be.</source>
        <comment>why it is sent later</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 Ticiwch y caiff hynny ddigwydd.</translation>
    </message>
</context>
<context>
    <name>slipway::console::ActionSet</name>
    <message>
        <source>&amp;New service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaeth &amp;newydd</translation>
    </message>
    <message>
        <source>Create a service: fill the form, see what will change, start</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Creu gwasanaeth: llenwi&apos;r ffurflen, gweld beth fydd yn newid, cychwyn</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ailgynnig</translation>
    </message>
    <message>
        <source>Try the step again. What it has already done is looked up and not done twice</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi cynnig ar y cam eto. Chwilir am yr hyn y mae wedi&apos;i wneud yn barod ac nid yw&apos;n cael ei wneud ddwywaith</translation>
    </message>
    <message>
        <source>Retry &amp;from here</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig o&apos;r &amp;fan hon</translation>
    </message>
    <message>
        <source>Do this step and all that follow it again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwneud y cam hwn a phob un sy&apos;n ei ddilyn eto</translation>
    </message>
    <message>
        <source>Retry no&amp;w</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig na&amp;wr</translation>
    </message>
    <message>
        <source>Do not wait for the time of the planned retry</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Peidio ag aros am amser yr ailgynnig a gynlluniwyd</translation>
    </message>
    <message>
        <source>&amp;Look now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Edrych nawr</translation>
    </message>
    <message>
        <source>Ask the services now instead of at the next regular time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofyn i&apos;r gwasanaethau nawr yn lle ar yr amser rheolaidd nesaf</translation>
    </message>
    <message>
        <source>&amp;Advance…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Symud ymlaen…</translation>
    </message>
    <message>
        <source>Treat the step as done, with a reason</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trin y cam fel un wedi&apos;i wneud, gyda rheswm</translation>
    </message>
    <message>
        <source>&amp;Skip…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Hepgor…</translation>
    </message>
    <message>
        <source>Leave an optional step out, with a reason</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gadael cam dewisol allan, gyda rheswm</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Oedi</translation>
    </message>
    <message>
        <source>Start nothing further until resumed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwyn dim byd arall nes ailddechrau</translation>
    </message>
    <message>
        <source>&amp;Cancel…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Canslo…</translation>
    </message>
    <message>
        <source>Finish the request in flight, then stop the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gorffen y cais sydd ar y ffordd, yna stopio&apos;r rhediad</translation>
    </message>
    <message>
        <source>Co&amp;mpare with another run…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cy&amp;mharu â rhediad arall…</translation>
    </message>
    <message>
        <source>Two runs side by side: outcomes, durations, inputs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dau rediad ochr yn ochr: canlyniadau, hydoedd, mewnbynnau</translation>
    </message>
    <message>
        <source>Start a&amp;gain with these inputs…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dechrau e&amp;to gyda&apos;r mewnbynnau hyn…</translation>
    </message>
    <message>
        <source>Open the form for a new service, filled in as this run was; nothing starts yet</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor y ffurflen ar gyfer gwasanaeth newydd, wedi&apos;i llenwi fel yr oedd y rhediad hwn; does dim yn cychwyn eto</translation>
    </message>
    <message>
        <source>&amp;Undo…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dadwneud…</translation>
    </message>
    <message>
        <source>Take back what the run has made: its pull requests and branches</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymryd yn ôl yr hyn a wnaeth y rhediad: ei geisiadau tynnu a&apos;i ganghennau</translation>
    </message>
    <message>
        <source>&amp;Open on GitHub</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor ar &amp;GitHub</translation>
    </message>
    <message>
        <source>Open what the step is about in the browser</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor yr hyn y mae&apos;r cam yn ymwneud ag ef yn y porwr</translation>
    </message>
    <message>
        <source>Add a n&amp;ote</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ychwanegu &amp;nodyn</translation>
    </message>
    <message>
        <source>Write a note into the run&apos;s history</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ysgrifennu nodyn yn hanes y rhediad</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo&apos;r do&amp;len</translation>
    </message>
    <message>
        <source>Copy a link that opens this run and step in Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo dolen sy&apos;n agor y rhediad a&apos;r cam hwn yn Slipway</translation>
    </message>
    <message>
        <source>Copy the run&apos;s &amp;id</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo &amp;id y rhediad</translation>
    </message>
    <message>
        <source>Copy the run&apos;s id, for the terminal</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo id y rhediad, ar gyfer y derfynell</translation>
    </message>
    <message>
        <source>&amp;Export the run…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Allforio&apos;r rhediad…</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Chwilio</translation>
    </message>
    <message>
        <source>Search the runs by name, team or person, or with filters such as state:stuck</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwilio&apos;r rhediadau yn ôl enw, tîm neu berson, neu gyda hidlyddion fel state:stuck</translation>
    </message>
    <message>
        <source>Search &amp;everything</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwilio &amp;popeth</translation>
    </message>
    <message>
        <source>Search names, errors, logs and notes of all runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwilio enwau, gwallau, logiau a nodiadau pob rhediad</translation>
    </message>
    <message>
        <source>Command &amp;palette</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Palet gorchmynion</translation>
    </message>
    <message>
        <source>Find a run, a repository, a pull request or an action by its name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canfod rhediad, storfa, cais tynnu neu weithred yn ôl ei henw</translation>
    </message>
    <message>
        <source>Save this &amp;view…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r &amp;olwg hon…</translation>
    </message>
    <message>
        <source>Keep the view and what is searched for under a name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r olwg a&apos;r hyn y chwilir amdano dan enw</translation>
    </message>
    <message>
        <source>Re&amp;name the view…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ail&amp;enwi&apos;r olwg…</translation>
    </message>
    <message>
        <source>Give the chosen saved view another name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi enw arall i&apos;r olwg gadw a ddewiswyd</translation>
    </message>
    <message>
        <source>&amp;Delete the view</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dileu&apos;r olwg</translation>
    </message>
    <message>
        <source>Forget the chosen saved view; its runs stay</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anghofio&apos;r olwg gadw a ddewiswyd; mae ei rhediadau&apos;n aros</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Angen eich sylw</translation>
    </message>
    <message>
        <source>Running</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar waith</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn sownd</translation>
    </message>
    <message>
        <source>Failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi methu</translation>
    </message>
    <message>
        <source>Done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <source>All runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pob rhediad</translation>
    </message>
    <message>
        <source>Show the view “%1”</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos yr olwg “%1”</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tudalen %1</translation>
    </message>
    <message>
        <source>Show this page of the inspector</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y dudalen hon o&apos;r archwiliwr</translation>
    </message>
    <message>
        <source>&amp;Views pane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Panel &amp;golygon</translation>
    </message>
    <message>
        <source>Show or hide the views</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos neu guddio&apos;r golygon</translation>
    </message>
    <message>
        <source>&amp;Runs pane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Panel &amp;rhediadau</translation>
    </message>
    <message>
        <source>Show or hide the list of runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos neu guddio&apos;r rhestr rhediadau</translation>
    </message>
    <message>
        <source>&amp;Timeline pane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Panel &amp;llinell amser</translation>
    </message>
    <message>
        <source>Show or hide the timeline</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos neu guddio&apos;r llinell amser</translation>
    </message>
    <message>
        <source>&amp;Inspector pane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Panel &amp;archwiliwr</translation>
    </message>
    <message>
        <source>Show or hide the inspector</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos neu guddio&apos;r archwiliwr</translation>
    </message>
    <message>
        <source>Ne&amp;xt pane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Panel &amp;nesaf</translation>
    </message>
    <message>
        <source>Move the keyboard to the next pane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symud y bysellfwrdd i&apos;r panel nesaf</translation>
    </message>
    <message>
        <source>Pre&amp;vious pane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Panel &amp;blaenorol</translation>
    </message>
    <message>
        <source>Move the keyboard to the pane before</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symud y bysellfwrdd i&apos;r panel blaenorol</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Hysbysiadau</translation>
    </message>
    <message>
        <source>What has been notified, newest first</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth sydd wedi&apos;i hysbysu, y diweddaraf yn gyntaf</translation>
    </message>
    <message>
        <source>&amp;Mute this run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Tewi&apos;r rhediad hwn</translation>
    </message>
    <message>
        <source>Show no notification of this run on the desktop</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos dim hysbysiad o&apos;r rhediad hwn ar y bwrdd gwaith</translation>
    </message>
    <message>
        <source>Se&amp;ttings…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Go&amp;sodiadau…</translation>
    </message>
    <message>
        <source>Appearance, notifications, shortcuts, watching, language</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Golwg, hysbysiadau, llwybrau byr, gwylio, iaith</translation>
    </message>
    <message>
        <source>Copies of the &amp;store…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïau o&apos;r g&amp;ronfa…</translation>
    </message>
    <message>
        <source>Make a copy of the history, or put one back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwneud copi o&apos;r hanes, neu roi un yn ôl</translation>
    </message>
    <message>
        <source>Set-up &amp;checklist</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhestr &amp;wirio cychwyn</translation>
    </message>
    <message>
        <source>What is set up and what is not yet</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth sydd wedi&apos;i osod a beth sydd heb ei osod eto</translation>
    </message>
    <message>
        <source>&amp;Help and shortcuts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cymorth a llwybrau byr</translation>
    </message>
    <message>
        <source>All actions and their keys</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pob gweithred a&apos;i bysellau</translation>
    </message>
    <message>
        <source>Read the &amp;store again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllen y &amp;gronfa eto</translation>
    </message>
    <message>
        <source>Read all runs from the store again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllen pob rhediad o&apos;r gronfa eto</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nesáu &amp;i mewn</translation>
    </message>
    <message>
        <source>Show less time, larger</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos llai o amser, yn fwy</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pellhau &amp;allan</translation>
    </message>
    <message>
        <source>Show more time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos mwy o amser</translation>
    </message>
    <message>
        <source>&amp;Whole run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Rhediad cyfan</translation>
    </message>
    <message>
        <source>Show the run from its start to its end</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y rhediad o&apos;i ddechrau i&apos;w ddiwedd</translation>
    </message>
    <message>
        <source>Zoom &amp;back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nesáu&apos;n ô&amp;l</translation>
    </message>
    <message>
        <source>Back to what was shown before</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ôl i&apos;r hyn a ddangoswyd o&apos;r blaen</translation>
    </message>
    <message>
        <source>Zoom &amp;forward</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nesáu &amp;ymlaen</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymlaen eto</translation>
    </message>
    <message>
        <source>&amp;Earlier</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cynharach</translation>
    </message>
    <message>
        <source>The run as it stood when something happened before</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y rhediad fel yr oedd pan ddigwyddodd rhywbeth o&apos;r blaen</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Diweddarach</translation>
    </message>
    <message>
        <source>The run as it stood when something happened after</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y rhediad fel yr oedd pan ddigwyddodd rhywbeth wedyn</translation>
    </message>
    <message>
        <source>Back to &amp;now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ôl i &amp;nawr</translation>
    </message>
    <message>
        <source>The run as it is</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y rhediad fel y mae</translation>
    </message>
    <message>
        <source>View timeline as &amp;table</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gweld y llinell amser fel &amp;tabl</translation>
    </message>
    <message>
        <source>The timeline in words and times</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y llinell amser mewn geiriau ac amserau</translation>
    </message>
    <message>
        <source>Save timeline as &amp;picture…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r llinell amser fel ll&amp;un…</translation>
    </message>
    <message>
        <source>The timeline as PNG, SVG or PDF</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y llinell amser fel PNG, SVG neu PDF</translation>
    </message>
    <message>
        <source>&amp;Next that needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Nesaf sydd angen eich sylw</translation>
    </message>
    <message>
        <source>Go to the next run that needs a person</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mynd i&apos;r rhediad nesaf sydd angen person</translation>
    </message>
    <message>
        <source>P&amp;revious that needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Blaenorol sydd angen eich sylw</translation>
    </message>
    <message>
        <source>Go to the one before</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mynd i&apos;r un o&apos;i flaen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ga&amp;dael</translation>
    </message>
    <message>
        <source>Close Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau Slipway</translation>
    </message>
    <message>
        <source>&amp;Connection…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cysylltiad…</translation>
    </message>
    <message>
        <source>Who you are at GitHub, what is allowed, and other ways to connect</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwy ydych chi ar GitHub, beth a ganiateir, a ffyrdd eraill o gysylltu</translation>
    </message>
    <message>
        <source>&amp;About Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ynghylch Slipway</translation>
    </message>
    <message>
        <source>Version, licence, where the data is</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fersiwn, trwydded, lle mae&apos;r data</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>tooltip, keys</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Choose a run first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch rediad yn gyntaf.</translation>
    </message>
    <message>
        <source>This is the past. Go back to now first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y gorffennol yw hwn. Ewch yn ôl i nawr yn gyntaf.</translation>
    </message>
    <message>
        <source>Choose a step in the timeline first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch gam yn y llinell amser yn gyntaf.</translation>
    </message>
    <message>
        <source>Requested already; waiting for the answer.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwyd yn barod; yn aros am yr ateb.</translation>
    </message>
    <message>
        <source>This is the present.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y presennol yw hwn.</translation>
    </message>
    <message>
        <source>Resu&amp;me</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailddech&amp;rau</translation>
    </message>
    <message>
        <source>The step has nothing on GitHub yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y cam ddim ar GitHub eto.</translation>
    </message>
    <message>
        <source>Give the password or code that the step waits for</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi&apos;r cyfrinair neu&apos;r cod y mae&apos;r cam yn aros amdano</translation>
    </message>
    <message>
        <source>No step waits for a secret here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes cam yn aros am gyfrinach yma.</translation>
    </message>
    <message>
        <source>Gi&amp;ve the secret…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Rhoi&apos;r gyfrinach…</translation>
    </message>
    <message>
        <source>Save the run with its history as JSON, as a table (CSV) or as a report for a ticket</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r rhediad gyda&apos;i hanes fel JSON, fel tabl (CSV) neu fel adroddiad ar gyfer tocyn cymorth</translation>
    </message>
    <message>
        <source>&amp;Workflows…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Llifoedd gwaith…</translation>
    </message>
    <message>
        <source>What can be started: its map, what it does, and importing another one</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth y gellir ei gychwyn: ei fap, beth mae&apos;n ei wneud, a mewnforio un arall</translation>
    </message>
    <message>
        <source>&amp;Import status records…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Mewnforio cofnodion statws…</translation>
    </message>
    <message>
        <source>Take in the platform&apos;s records as runs with their history</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Derbyn cofnodion y platfform fel rhediadau gyda&apos;u hanes</translation>
    </message>
    <message>
        <source>&amp;Durations…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Hydoedd…</translation>
    </message>
    <message>
        <source>What a workflow and its steps usually take, and how often they go wrong, with plots</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth mae llif gwaith a&apos;i gamau&apos;n ei gymryd fel arfer, a pha mor aml y maent yn mynd o&apos;i le, gyda phlotiau</translation>
    </message>
    <message>
        <source>&amp;Previous attempt</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgais &amp;flaenorol</translation>
    </message>
    <message>
        <source>The chosen step&apos;s attempt before, while the timeline has the keyboard</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgais flaenorol y cam a ddewiswyd, tra bo&apos;r bysellfwrdd gan y llinell amser</translation>
    </message>
    <message>
        <source>Next &amp;attempt</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgais &amp;nesaf</translation>
    </message>
    <message>
        <source>The chosen step&apos;s attempt after it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgais nesaf y cam a ddewiswyd</translation>
    </message>
    <message>
        <source>Say what &amp;happened…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dweud beth ddigwy&amp;ddodd…</translation>
    </message>
    <message>
        <source>Say whether a request took place of which nothing else can tell what became</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dweud a ddigwyddodd cais na all dim arall ddweud beth a ddaeth ohono</translation>
    </message>
    <message>
        <source>&amp;Open a copy…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor &amp;copi…</translation>
    </message>
    <message>
        <source>Look at a copy of a history, or at an exported run, without changing anything</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrych ar gopi o hanes, neu ar rediad a allforiwyd, heb newid dim</translation>
    </message>
    <message>
        <source>A list says first what will happen to each of the selected runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhestr yn dweud yn gyntaf beth fydd yn digwydd i bob un o&apos;r rhediadau a ddewiswyd</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Retry in %n run(s)…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>&amp;Ailgynnig mewn %n rhediad…</numerusform>
            <numerusform>&amp;Ailgynnig mewn %n rhediad…</numerusform>
            <numerusform>&amp;Ailgynnig mewn %n rhediad…</numerusform>
            <numerusform>&amp;Ailgynnig mewn %n rhediad…</numerusform>
            <numerusform>&amp;Ailgynnig mewn %n rhediad…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resu&amp;me %n run(s)…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Ailddech&amp;rau %n rhediad…</numerusform>
            <numerusform>Ailddech&amp;rau %n rhediad…</numerusform>
            <numerusform>Ailddech&amp;rau %n rhediad…</numerusform>
            <numerusform>Ailddech&amp;rau %n rhediad…</numerusform>
            <numerusform>Ailddech&amp;rau %n rhediad…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Pause %n run(s)…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>&amp;Oedi %n rhediad…</numerusform>
            <numerusform>&amp;Oedi %n rhediad…</numerusform>
            <numerusform>&amp;Oedi %n rhediad…</numerusform>
            <numerusform>&amp;Oedi %n rhediad…</numerusform>
            <numerusform>&amp;Oedi %n rhediad…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Cancel %n run(s)…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>&amp;Canslo %n rhediad…</numerusform>
            <numerusform>&amp;Canslo %n rhediad…</numerusform>
            <numerusform>&amp;Canslo %n rhediad…</numerusform>
            <numerusform>&amp;Canslo %n rhediad…</numerusform>
            <numerusform>&amp;Canslo %n rhediad…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Export %n run(s)…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>&amp;Allforio %n rhediad…</numerusform>
            <numerusform>&amp;Allforio %n rhediad…</numerusform>
            <numerusform>&amp;Allforio %n rhediad…</numerusform>
            <numerusform>&amp;Allforio %n rhediad…</numerusform>
            <numerusform>&amp;Allforio %n rhediad…</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the selected runs with their history in one file: JSON, a table (CSV) or reports</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r rhediadau a ddewiswyd gyda&apos;u hanes mewn un ffeil: JSON, tabl (CSV) neu adroddiadau</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Mute %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>&amp;Tewi %n rhediad</numerusform>
            <numerusform>&amp;Tewi %n rhediad</numerusform>
            <numerusform>&amp;Tewi %n rhediad</numerusform>
            <numerusform>&amp;Tewi %n rhediad</numerusform>
            <numerusform>&amp;Tewi %n rhediad</numerusform>
        </translation>
    </message>
    <message>
        <source>Show no notification of the selected runs on the desktop</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos dim hysbysiad o&apos;r rhediadau a ddewiswyd ar y bwrdd gwaith</translation>
    </message>
    <message numerus="yes">
        <source>Those are too many to be read beforehand. Select at most %n run(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Mae hynny&apos;n ormod i&apos;w ddarllen ymlaen llaw. Dewiswch %n rhediad ar y mwyaf.</numerusform>
            <numerusform>Mae hynny&apos;n ormod i&apos;w ddarllen ymlaen llaw. Dewiswch %n rhediad ar y mwyaf.</numerusform>
            <numerusform>Mae hynny&apos;n ormod i&apos;w ddarllen ymlaen llaw. Dewiswch %n rhediad ar y mwyaf.</numerusform>
            <numerusform>Mae hynny&apos;n ormod i&apos;w ddarllen ymlaen llaw. Dewiswch %n rhediad ar y mwyaf.</numerusform>
            <numerusform>Mae hynny&apos;n ormod i&apos;w ddarllen ymlaen llaw. Dewiswch %n rhediad ar y mwyaf.</numerusform>
        </translation>
    </message>
    <message>
        <source>Several runs are selected. Choose one for this.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae sawl rhediad wedi&apos;u dewis. Dewiswch un ar gyfer hyn.</translation>
    </message>
    <message>
        <source>Set the &amp;credential…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gosod y &amp;cymhwyster…</translation>
    </message>
    <message>
        <source>Keep the credential that the step&apos;s request needs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r cymhwyster y mae ar gais y cam ei angen</translation>
    </message>
    <message>
        <source>Open what was made</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor yr hyn a wnaed</translation>
    </message>
    <message>
        <source>Open what the run has made in the browser</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor yr hyn a wnaeth y rhediad yn y porwr</translation>
    </message>
    <message>
        <source>Cancelled, undone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;u canslo, wedi&apos;u dadwneud</translation>
    </message>
    <message>
        <source>Inspector at the &amp;side</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Archwiliwr wrth yr &amp;ochr</translation>
    </message>
    <message>
        <source>Put the inspector beside the other panes, for wide screens, or below them</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi&apos;r archwiliwr wrth ochr y paneli eraill, ar gyfer sgriniau llydan, neu oddi tanynt</translation>
    </message>
    <message>
        <source>The step does not wait for a credential.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cam yn aros am gymhwyster.</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor “%1”</translation>
    </message>
    <message>
        <source>Copy the &amp;terminal command</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Co&amp;pïo gorchymyn y derfynell</translation>
    </message>
    <message>
        <source>Copy what shows this run in a terminal; in place of “show” stands what else is to be done with it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo&apos;r hyn sy&apos;n dangos y rhediad hwn mewn terfynell; yn lle “show” rhowch beth arall sydd i&apos;w wneud ag ef</translation>
    </message>
    <message>
        <source>Open “%1” in the browser</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor “%1” yn y porwr</translation>
    </message>
    <message>
        <source>The run has nothing on GitHub yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y rhediad ddim ar GitHub eto.</translation>
    </message>
    <message>
        <source>New services from a &amp;list…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaethau newydd o &amp;restr…</translation>
    </message>
    <message>
        <source>Create many services: paste a list or open a CSV file; each row is checked first</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Creu llawer o wasanaethau: gludwch restr neu agorwch ffeil CSV; caiff pob rhes ei gwirio yn gyntaf</translation>
    </message>
</context>
<context>
    <name>slipway::console::Announcer</name>
    <message>
        <source>%1: %2.</source>
        <comment>service, state</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2, %3. %4 of %5 done.</source>
        <comment>service, step, state, number of steps</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2, %3. %4 o %5 wedi&apos;u gwneud.</translation>
    </message>
    <message numerus="yes">
        <source>%n more change(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n newid arall.</numerusform>
            <numerusform>%n newid arall.</numerusform>
            <numerusform>%n newid arall.</numerusform>
            <numerusform>%n newid arall.</numerusform>
            <numerusform>%n newid arall.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::AttemptsModel</name>
    <message>
        <source>%1 (undo)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (dadwneud)</translation>
    </message>
    <message>
        <source>Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>error, what became of it</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgais</translation>
    </message>
    <message>
        <source>Result</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canlyniad</translation>
    </message>
    <message>
        <source>Started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwyd</translation>
    </message>
    <message>
        <source>Length</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hyd</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dechreuwyd gan</translation>
    </message>
    <message>
        <source>Error</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwall</translation>
    </message>
    <message>
        <source>A person&apos;s retry</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig gan berson</translation>
    </message>
</context>
<context>
    <name>slipway::console::AttemptsTab</name>
    <message>
        <source>Attempts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgeisiau</translation>
    </message>
    <message>
        <source>Error of the attempt</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwall yr ymgais</translation>
    </message>
    <message>
        <source>Attempts %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgeisiau %1</translation>
    </message>
    <message>
        <source>The attempts of the chosen step appear here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ymgeisiau&apos;r cam a ddewiswyd yn ymddangos yma.</translation>
    </message>
    <message>
        <source>This step has not been tried yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni roddwyd cynnig ar y cam hwn eto.</translation>
    </message>
    <message>
        <source>This is over: %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae hyn ar ben: %1.</translation>
    </message>
</context>
<context>
    <name>slipway::console::AuditModel</name>
    <message>
        <source>%1 (checked against GitHub)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (wedi&apos;i wirio yn erbyn GitHub)</translation>
    </message>
    <message>
        <source>%1 (not checked against GitHub)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (heb ei wirio yn erbyn GitHub)</translation>
    </message>
    <message>
        <source>Time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Amser</translation>
    </message>
    <message>
        <source>Who</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>What</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth</translation>
    </message>
    <message>
        <source>Step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Why</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pam</translation>
    </message>
</context>
<context>
    <name>slipway::console::AuditTab</name>
    <message>
        <source>Audit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Archwiliad</translation>
    </message>
    <message>
        <source>Audit %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Archwiliad %1</translation>
    </message>
    <message>
        <source>What people did to the run appears here: who, when, what and why.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a wnaeth pobl i&apos;r rhediad yn ymddangos yma: pwy, pryd, beth a pham.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 let Slipway go on after %n crash(es).</source>
        <comment>time, who</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%1: gadawodd %2 i Slipway fynd ymlaen ar ôl %n chwalfa.</numerusform>
            <numerusform>%1: gadawodd %2 i Slipway fynd ymlaen ar ôl %n chwalfa.</numerusform>
            <numerusform>%1: gadawodd %2 i Slipway fynd ymlaen ar ôl %n chwalfa.</numerusform>
            <numerusform>%1: gadawodd %2 i Slipway fynd ymlaen ar ôl %n chwalfa.</numerusform>
            <numerusform>%1: gadawodd %2 i Slipway fynd ymlaen ar ôl %n chwalfa.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Why: %2</source>
        <comment>a sentence, a reason</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 Pam: %2</translation>
    </message>
</context>
<context>
    <name>slipway::console::AvailabilityLine</name>
    <message>
        <source>Whether the name is free</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>A yw&apos;r enw&apos;n rhydd</translation>
    </message>
    <message>
        <source>Checking whether the name is free…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gwirio a yw&apos;r enw&apos;n rhydd…</translation>
    </message>
    <message>
        <source>Could not check whether the name is free. %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid gwirio a yw&apos;r enw&apos;n rhydd. %1</translation>
    </message>
    <message>
        <source>Check again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwirio eto</translation>
    </message>
    <message>
        <source>The name is free, checked at %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r enw&apos;n rhydd, gwiriwyd am %1.</translation>
    </message>
    <message>
        <source>The name is taken.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r enw wedi&apos;i gymryd.</translation>
    </message>
    <message>
        <source>The name is taken by %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r enw wedi&apos;i gymryd gan %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor</translation>
    </message>
    <message>
        <source>A run for this name is not finished: %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw rhediad ar gyfer yr enw hwn wedi gorffen: %1.</translation>
    </message>
    <message>
        <source>Show the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y rhediad</translation>
    </message>
</context>
<context>
    <name>slipway::console::BannerStrip</name>
    <message>
        <source>%1: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Notices</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hysbysiadau</translation>
    </message>
</context>
<context>
    <name>slipway::console::Banners</name>
    <message>
        <source>%1 Runs are parked and go on by themselves when that is cleared.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 Mae rhediadau wedi&apos;u parcio ac yn mynd ymlaen ar eu pennau eu hunain pan fydd hynny wedi&apos;i ddatrys.</translation>
    </message>
    <message>
        <source>Last read at %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllenwyd ddiwethaf am %1.</translation>
    </message>
    <message>
        <source>Calls are possible again at %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bydd galwadau&apos;n bosibl eto am %1.</translation>
    </message>
    <message>
        <source>Next try in %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cynnig nesaf ymhen %1.</translation>
    </message>
    <message>
        <source>GitHub&apos;s budget is low: %L1 of %L2 calls left.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cyllideb GitHub yn isel: %L1 o %L2 galwad ar ôl.</translation>
    </message>
    <message>
        <source>It is full again at %1, in %2. Watching is slower until then; the buttons still work.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bydd yn llawn eto am %1, ymhen %2. Mae gwylio&apos;n arafach tan hynny; mae&apos;r botymau&apos;n dal i weithio.</translation>
    </message>
    <message>
        <source>Another Slipway has this store; it has not answered yet. This window reads.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway arall sydd â&apos;r gronfa hon; nid yw wedi ateb eto. Darllen y mae&apos;r ffenestr hon.</translation>
    </message>
    <message>
        <source>Another Slipway (%1, process %2) watches these runs. What you do here is done through it; if it ends, this window takes over.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Slipway arall (%1, proses %2) yn gwylio&apos;r rhediadau hyn. Drwyddo ef y gwneir yr hyn a wnewch yma; os daw i ben, bydd y ffenestr hon yn cymryd drosodd.</translation>
    </message>
    <message>
        <source>Not connected: the history can be read and searched, nothing is watched.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Heb gysylltu: gellir darllen a chwilio&apos;r hanes, ond does dim yn cael ei wylio.</translation>
    </message>
    <message>
        <source>Sandbox, speed %1. The services are simulated: nothing here reaches GitHub.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Blwch tywod, cyflymder %1. Mae&apos;r gwasanaethau wedi&apos;u hefelychu: does dim yma&apos;n cyrraedd GitHub.</translation>
    </message>
    <message>
        <source>Details</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Manylion</translation>
    </message>
    <message>
        <source>Close</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Try now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ceisio nawr</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewngofnodi…</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth sydd ar goll</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lle mae</translation>
    </message>
    <message>
        <source>GitHub has trouble: since %1 it often fails to answer. Slipway goes on asking, with longer pauses; nothing is sent twice.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub mewn trafferth: ers %1 mae&apos;n methu ateb yn aml. Mae Slipway yn dal i ofyn, gyda seibiau hirach; does dim yn cael ei anfon ddwywaith.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 behind GitHub&apos;s. Set it right: times shown here are off by that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cloc y cyfrifiadur hwn %1 y tu ôl i un GitHub. Gosodwch ef yn gywir: mae&apos;r amserau a ddangosir yma&apos;n anghywir o hynny.</translation>
    </message>
    <message>
        <source>This computer&apos;s clock is %1 ahead of GitHub&apos;s. Set it right: times shown here are off by that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cloc y cyfrifiadur hwn %1 o flaen un GitHub. Gosodwch ef yn gywir: mae&apos;r amserau a ddangosir yma&apos;n anghywir o hynny.</translation>
    </message>
    <message>
        <source>A copy of the history is shown, as it was at %1. It can be read, searched and exported; nothing is watched or done from here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangosir copi o&apos;r hanes, fel yr oedd am %1. Gellir ei ddarllen, ei chwilio a&apos;i allforio; does dim yn cael ei wylio na&apos;i wneud o&apos;r fan hon.</translation>
    </message>
    <message>
        <source>Copies…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïau…</translation>
    </message>
    <message>
        <source>Back to the store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ôl i&apos;r gronfa</translation>
    </message>
    <message>
        <source>What GitHub says</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth mae GitHub yn ei ddweud</translation>
    </message>
    <message>
        <source>%1 is shown, as it was at %2. It can be read, searched and exported; nothing is watched or done from here.</source>
        <comment>file, time</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangosir %1, fel yr oedd am %2. Gellir ei ddarllen, ei chwilio a&apos;i allforio; nid oes dim yn cael ei wylio na&apos;i wneud oddi yma.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mynd ymlaen</translation>
    </message>
    <message numerus="yes">
        <source>Nobody drives %n open run(s): nothing goes on until a Slipway that may is started, a window or “slipwayctl agent”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Nid oes neb yn gyrru %n rhediad agored: nid oes dim yn mynd ymlaen nes cychwyn Slipway a gaiff wneud hynny, ffenestr neu “slipwayctl agent”.</numerusform>
            <numerusform>Nid oes neb yn gyrru %n rhediad agored: nid oes dim yn mynd ymlaen nes cychwyn Slipway a gaiff wneud hynny, ffenestr neu “slipwayctl agent”.</numerusform>
            <numerusform>Nid oes neb yn gyrru %n rhediad agored: nid oes dim yn mynd ymlaen nes cychwyn Slipway a gaiff wneud hynny, ffenestr neu “slipwayctl agent”.</numerusform>
            <numerusform>Nid oes neb yn gyrru %n rhediad agored: nid oes dim yn mynd ymlaen nes cychwyn Slipway a gaiff wneud hynny, ffenestr neu “slipwayctl agent”.</numerusform>
            <numerusform>Nid oes neb yn gyrru %n rhediad agored: nid oes dim yn mynd ymlaen nes cychwyn Slipway a gaiff wneud hynny, ffenestr neu “slipwayctl agent”.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not connected: nobody drives %n open run(s). The history can be read and searched.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Heb gysylltu: nid oes neb yn gyrru %n rhediad agored. Gellir darllen a chwilio&apos;r hanes.</numerusform>
            <numerusform>Heb gysylltu: nid oes neb yn gyrru %n rhediad agored. Gellir darllen a chwilio&apos;r hanes.</numerusform>
            <numerusform>Heb gysylltu: nid oes neb yn gyrru %n rhediad agored. Gellir darllen a chwilio&apos;r hanes.</numerusform>
            <numerusform>Heb gysylltu: nid oes neb yn gyrru %n rhediad agored. Gellir darllen a chwilio&apos;r hanes.</numerusform>
            <numerusform>Heb gysylltu: nid oes neb yn gyrru %n rhediad agored. Gellir darllen a chwilio&apos;r hanes.</numerusform>
        </translation>
    </message>
    <message>
        <source>It has been so since %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae wedi bod felly ers %1.</translation>
    </message>
</context>
<context>
    <name>slipway::console::BatchDialog</name>
    <message>
        <source>&amp;Open a CSV file…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Agor ffeil CSV…</translation>
    </message>
    <message>
        <source>Close</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Many services at once</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llawer o wasanaethau ar unwaith</translation>
    </message>
    <message>
        <source>List of services</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhestr o wasanaethau</translation>
    </message>
    <message>
        <source>One service a line: %1.
Paste them from a spreadsheet, or drop a CSV file here. What a line leaves out is taken from the form.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Un gwasanaeth i bob llinell: %1.
Gludwch nhw o daenlen, neu gollyngwch ffeil CSV yma. Cymerir yr hyn y mae llinell yn ei adael allan o&apos;r ffurflen.</translation>
    </message>
    <message>
        <source>Services of the list, checked row by row</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaethau&apos;r rhestr, wedi&apos;u gwirio fesul rhes</translation>
    </message>
    <message numerus="yes">
        <source>%n started.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n wedi&apos;i gychwyn.</numerusform>
            <numerusform>%n wedi&apos;i gychwyn.</numerusform>
            <numerusform>%n wedi&apos;u cychwyn.</numerusform>
            <numerusform>%n wedi&apos;u cychwyn.</numerusform>
            <numerusform>%n wedi&apos;u cychwyn.</numerusform>
        </translation>
    </message>
    <message>
        <source>Requested…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gofyn…</translation>
    </message>
    <message>
        <source>Open a list of services</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor rhestr o wasanaethau</translation>
    </message>
    <message>
        <source>Lists (*.csv *.tsv *.txt);;All files (*)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhestrau (*.csv *.tsv *.txt);;Pob ffeil (*)</translation>
    </message>
    <message>
        <source>The file is larger than a list of services can be.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffeil yn fwy nag y gall rhestr o wasanaethau fod.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir darllen y ffeil: %1</translation>
    </message>
    <message>
        <source>%1 of %2 started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 o %2 wedi&apos;u cychwyn</translation>
    </message>
    <message>
        <source>%1 of %2 checked</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 o %2 wedi&apos;u gwirio</translation>
    </message>
    <message>
        <source>Stop</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Stopio</translation>
    </message>
    <message>
        <source>Stop checking</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Stopio gwirio</translation>
    </message>
    <message>
        <source>Check the rest</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwirio&apos;r gweddill</translation>
    </message>
    <message>
        <source>Check again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwirio eto</translation>
    </message>
    <message numerus="yes">
        <source>%n cannot be created and is left out: see the last column.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Ni ellir creu %n, ac fe&apos;i gadewir allan: gweler y golofn olaf.</numerusform>
            <numerusform>Ni ellir creu %n, ac fe&apos;i gadewir allan: gweler y golofn olaf.</numerusform>
            <numerusform>Ni ellir creu %n, ac fe&apos;u gadewir allan: gweler y golofn olaf.</numerusform>
            <numerusform>Ni ellir creu %n, ac fe&apos;u gadewir allan: gweler y golofn olaf.</numerusform>
            <numerusform>Ni ellir creu %n, ac fe&apos;u gadewir allan: gweler y golofn olaf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be checked.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Ni ellid gwirio %n.</numerusform>
            <numerusform>Ni ellid gwirio %n.</numerusform>
            <numerusform>Ni ellid gwirio %n.</numerusform>
            <numerusform>Ni ellid gwirio %n.</numerusform>
            <numerusform>Ni ellid gwirio %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>number of pull requests, repository</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 yn %2</translation>
    </message>
    <message>
        <source>others</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>eraill</translation>
    </message>
    <message>
        <source>Pull requests: %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ceisiadau tynnu: %1.</translation>
    </message>
    <message>
        <source>, </source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) will be changed by more than one of them: they are merged one after another, and where one comes first and the next no longer fits, Slipway makes that one anew on the new main.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Bydd %n ffeil yn cael ei newid gan fwy nag un ohonynt: cyfunir hwy y naill ar ôl y llall, a lle daw un yn gyntaf ac nad yw&apos;r nesaf yn ffitio mwyach, mae Slipway yn gwneud hwnnw o&apos;r newydd ar y main newydd.</numerusform>
            <numerusform>Bydd %n ffeil yn cael ei newid gan fwy nag un ohonynt: cyfunir hwy y naill ar ôl y llall, a lle daw un yn gyntaf ac nad yw&apos;r nesaf yn ffitio mwyach, mae Slipway yn gwneud hwnnw o&apos;r newydd ar y main newydd.</numerusform>
            <numerusform>Bydd %n ffeil yn cael ei newid gan fwy nag un ohonynt: cyfunir hwy y naill ar ôl y llall, a lle daw un yn gyntaf ac nad yw&apos;r nesaf yn ffitio mwyach, mae Slipway yn gwneud hwnnw o&apos;r newydd ar y main newydd.</numerusform>
            <numerusform>Bydd %n ffeil yn cael ei newid gan fwy nag un ohonynt: cyfunir hwy y naill ar ôl y llall, a lle daw un yn gyntaf ac nad yw&apos;r nesaf yn ffitio mwyach, mae Slipway yn gwneud hwnnw o&apos;r newydd ar y main newydd.</numerusform>
            <numerusform>Bydd %n ffeil yn cael ei newid gan fwy nag un ohonynt: cyfunir hwy y naill ar ôl y llall, a lle daw un yn gyntaf ac nad yw&apos;r nesaf yn ffitio mwyach, mae Slipway yn gwneud hwnnw o&apos;r newydd ar y main newydd.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Create %n service(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>&amp;Creu %n gwasanaeth</numerusform>
            <numerusform>&amp;Creu %n gwasanaeth</numerusform>
            <numerusform>&amp;Creu %n gwasanaeth</numerusform>
            <numerusform>&amp;Creu %n gwasanaeth</numerusform>
            <numerusform>&amp;Creu %n gwasanaeth</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Start %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>&amp;Cychwyn %n rhediad</numerusform>
            <numerusform>&amp;Cychwyn %n rhediad</numerusform>
            <numerusform>&amp;Cychwyn %n rhediad</numerusform>
            <numerusform>&amp;Cychwyn %n rhediad</numerusform>
            <numerusform>&amp;Cychwyn %n rhediad</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what is created, what is opened</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>open %n pull request(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>agor %n cais tynnu</numerusform>
            <numerusform>agor %n cais tynnu</numerusform>
            <numerusform>agor %n cais tynnu</numerusform>
            <numerusform>agor %n chais tynnu</numerusform>
            <numerusform>agor %n cais tynnu</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a row to see every pull request that it will raise,
and each line that it will change.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch res i weld pob cais tynnu y bydd yn ei godi,
a phob llinell y bydd yn ei newid.</translation>
    </message>
    <message>
        <source>Line %1
%2</source>
        <comment>number, what is wrong</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell %1
%2</translation>
    </message>
    <message>
        <source>This row was not checked yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r rhes hon wedi&apos;i gwirio eto.</translation>
    </message>
    <message>
        <source>This service has a run of its own now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gan y gwasanaeth hwn ei rediad ei hun nawr.</translation>
    </message>
</context>
<context>
    <name>slipway::console::BatchModel</name>
    <message>
        <source>Line %1 has the same name, “%2”. Take one of the two out.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gan linell %1 yr un enw, “%2”. Tynnwch un o&apos;r ddwy allan.</translation>
    </message>
    <message>
        <source>Could not be checked: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid ei wirio: %1</translation>
    </message>
    <message>
        <source>Could not be checked.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid ei wirio.</translation>
    </message>
    <message>
        <source>The name is taken: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r enw wedi&apos;i gymryd: %1</translation>
    </message>
    <message>
        <source>Another run holds the name.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhediad arall yn dal yr enw.</translation>
    </message>
    <message>
        <source>Line %1 would make the same: %2. Take one of the two out.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Byddai llinell %1 yn gwneud yr un peth: %2. Tynnwch un o&apos;r ddwy allan.</translation>
    </message>
    <message>
        <source>Line</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell</translation>
    </message>
    <message>
        <source>State</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>yes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ydy</translation>
    </message>
    <message>
        <source>no</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nac ydy</translation>
    </message>
    <message>
        <source>not checked yet</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>heb ei wirio eto</translation>
    </message>
    <message>
        <source>checking…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn gwirio…</translation>
    </message>
    <message>
        <source>requested…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi gofyn…</translation>
    </message>
    <message>
        <source>started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwynnwyd</translation>
    </message>
    <message>
        <source>good</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>da</translation>
    </message>
    <message numerus="yes">
        <source>good: %n pull request(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>da: %n cais tynnu</numerusform>
            <numerusform>da: %n cais tynnu</numerusform>
            <numerusform>da: %n cais tynnu</numerusform>
            <numerusform>da: %n chais tynnu</numerusform>
            <numerusform>da: %n cais tynnu</numerusform>
        </translation>
    </message>
    <message>
        <source>. </source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>. </translation>
    </message>
</context>
<context>
    <name>slipway::console::ChoiceList</name>
    <message>
        <source>What do you want to do?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth ydych chi am ei wneud?</translation>
    </message>
    <message>
        <source>Step to retry from</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam i ailgynnig ohono</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>step, lane</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Accept %1&apos;s answer: the work is done</source>
        <comment>GitHub</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Derbyn ateb %1: mae&apos;r gwaith wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>%1 – recommended</source>
        <comment>choice</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 – argymhellir</translation>
    </message>
    <message>
        <source>%1, not possible: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, ddim yn bosibl: %2</translation>
    </message>
</context>
<context>
    <name>slipway::console::Choices</name>
    <message>
        <source>Accept the service&apos;s answer: the work is done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Derbyn ateb y gwasanaeth: mae&apos;r gwaith wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>Retry this step (attempt %1 of %2)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig y cam hwn (ymgais %1 o %2)</translation>
    </message>
    <message>
        <source>Retry from</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig o</translation>
    </message>
    <message>
        <source>Make the planned retry now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwneud yr ailgynnig a gynlluniwyd nawr</translation>
    </message>
    <message>
        <source>Look again now, and change nothing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrych eto nawr, a newid dim</translation>
    </message>
    <message>
        <source>Approve: go on</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymeradwyo: mynd ymlaen</translation>
    </message>
    <message>
        <source>Advance, with proof from the service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symud ymlaen, gyda phrawf gan y gwasanaeth</translation>
    </message>
    <message>
        <source>Advance by hand, without proof</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symud ymlaen â llaw, heb brawf</translation>
    </message>
    <message>
        <source>Skip this step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hepgor y cam hwn</translation>
    </message>
    <message>
        <source>Resume the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailddechrau&apos;r rhediad</translation>
    </message>
    <message>
        <source>Pause the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Oedi&apos;r rhediad</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslo&apos;r rhediad</translation>
    </message>
    <message>
        <source>Undo…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dadwneud…</translation>
    </message>
    <message>
        <source>Accept: it is done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Derbyn: mae wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>Retry this step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig y cam hwn</translation>
    </message>
    <message>
        <source>Retry from there</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig o&apos;r fan honno</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig nawr</translation>
    </message>
    <message>
        <source>Look now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrych nawr</translation>
    </message>
    <message>
        <source>Approve</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymeradwyo</translation>
    </message>
    <message>
        <source>Check and advance</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwirio a symud ymlaen</translation>
    </message>
    <message>
        <source>Advance without proof</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symud ymlaen heb brawf</translation>
    </message>
    <message>
        <source>Choose what to undo…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewis beth i&apos;w ddadwneud…</translation>
    </message>
    <message>
        <source>Choose a step in the timeline first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch gam yn y llinell amser yn gyntaf.</translation>
    </message>
    <message>
        <source>The service does not show the work as done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r gwasanaeth yn dangos bod y gwaith wedi&apos;i wneud.</translation>
    </message>
    <message>
        <source>The evidence is of another step.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tystiolaeth cam arall ydyw.</translation>
    </message>
    <message>
        <source>%1 does not show this step&apos;s work as done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw %1 yn dangos bod gwaith y cam hwn wedi&apos;i wneud.</translation>
    </message>
    <message>
        <source>%1 shows this step&apos;s work as done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 yn dangos bod gwaith y cam hwn wedi&apos;i wneud.</translation>
    </message>
    <message>
        <source>open the list of what this run made; nothing happens before you choose</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>agor y rhestr o&apos;r hyn a wnaeth y rhediad hwn; does dim yn digwydd cyn i chi ddewis</translation>
    </message>
    <message>
        <source>Number of the pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhif y cais tynnu</translation>
    </message>
    <message>
        <source>Commit on the base branch (40 digits)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Comit ar y gangen sylfaen (40 digid)</translation>
    </message>
    <message>
        <source>Id of the workflow run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Id y rhediad llif gwaith</translation>
    </message>
    <message>
        <source>Terminate the run at once</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Terfynu&apos;r rhediad ar unwaith</translation>
    </message>
    <message>
        <source>Terminate the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Terfynu&apos;r rhediad</translation>
    </message>
    <message>
        <source>It happened: the last request took place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fe ddigwyddodd: digwyddodd y cais diwethaf</translation>
    </message>
    <message>
        <source>It did not happen: the request did not take place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ddigwyddodd: ni chymerodd y cais le</translation>
    </message>
    <message>
        <source>It happened</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fe ddigwyddodd</translation>
    </message>
    <message>
        <source>It did not happen</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ddigwyddodd</translation>
    </message>
    <message>
        <source>Its answer&apos;s “%1”</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>“%1” ei ateb</translation>
    </message>
    <message>
        <source>%1: retry this step (attempt %2 of %3)</source>
        <comment>what it comes to</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: ailgynnig y cam hwn (cynnig %2 o %3)</translation>
    </message>
</context>
<context>
    <name>slipway::console::ClaimFields</name>
    <message>
        <source>Optional: without it, what the service shows by itself must prove it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewisol: hebddo, rhaid i&apos;r hyn y mae&apos;r gwasanaeth yn ei ddangos ohono&apos;i hun ei brofi</translation>
    </message>
    <message>
        <source>Later steps need it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ei angen ar gamau diweddarach</translation>
    </message>
    <message>
        <source>Optional</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewisol</translation>
    </message>
    <message>
        <source>Later steps need it; kept in the keychain, in no history</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ei hangen ar gamau diweddarach; fe&apos;i cedwir yn y gadwyn allweddi, nid mewn hanes</translation>
    </message>
    <message>
        <source>Optional; kept in the keychain, in no history</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewisol; fe&apos;i cedwir yn y gadwyn allweddi, nid mewn hanes</translation>
    </message>
</context>
<context>
    <name>slipway::console::CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Palet gorchmynion</translation>
    </message>
    <message>
        <source>Find a run, a repository, a pull request or an action</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canfod rhediad, storfa, cais tynnu neu weithred</translation>
    </message>
    <message>
        <source>Run, repository, #pull request or action</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad, storfa, #cais tynnu neu weithred</translation>
    </message>
    <message>
        <source>Found</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canfuwyd</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>entry, what it is</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, not now: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, nid nawr: %2</translation>
    </message>
    <message>
        <source>Nothing is called that. Ctrl+Shift+F searches errors, logs and notes, too.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim o&apos;r enw hwnnw. Mae Ctrl+Shift+F yn chwilio gwallau, logiau a nodiadau hefyd.</translation>
    </message>
    <message>
        <source>Not now: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid nawr: %1</translation>
    </message>
    <message>
        <source>Enter does it, Esc closes, the arrow keys choose.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Enter yn ei wneud, Esc yn cau, y bysellau saeth yn dewis.</translation>
    </message>
</context>
<context>
    <name>slipway::console::CompareDialog</name>
    <message>
        <source>Show &amp;differences only</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y &amp;gwahaniaethau yn unig</translation>
    </message>
    <message>
        <source>Reading the other runs of this workflow…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen rhediadau eraill y llif gwaith hwn…</translation>
    </message>
    <message>
        <source>Compare runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymharu rhediadau</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad i gymharu ag ef</translation>
    </message>
    <message>
        <source>The two runs side by side</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y ddau rediad ochr yn ochr</translation>
    </message>
    <message>
        <source>Compare &amp;with</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymharu &amp;â</translation>
    </message>
    <message>
        <source>Close</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>service, state, start</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>There is no other run of this workflow yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes rhediad arall o&apos;r llif gwaith hwn eto.</translation>
    </message>
    <message>
        <source>Run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewnbynnau</translation>
    </message>
    <message>
        <source>Steps</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Camau</translation>
    </message>
    <message>
        <source>–</source>
        <comment>nothing</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>–</translation>
    </message>
    <message>
        <source>differs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn wahanol</translation>
    </message>
    <message>
        <source>%1: %2 and %3. %4</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2 a %3. %4</translation>
    </message>
    <message numerus="yes">
        <source>%n difference(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n gwahaniaeth.</numerusform>
            <numerusform>%n gwahaniaeth.</numerusform>
            <numerusform>%n gwahaniaeth.</numerusform>
            <numerusform>%n gwahaniaeth.</numerusform>
            <numerusform>%n gwahaniaeth.</numerusform>
        </translation>
    </message>
    <message>
        <source>What</source>
        <comment>heading of what is compared</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth</translation>
    </message>
    <message>
        <source>Compared</source>
        <comment>heading of: differs</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>O gymharu</translation>
    </message>
</context>
<context>
    <name>slipway::console::Comparison</name>
    <message numerus="yes">
        <source>%n attempt(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n ymgais</numerusform>
            <numerusform>%n ymgais</numerusform>
            <numerusform>%n ymgais</numerusform>
            <numerusform>%n ymgais</numerusform>
            <numerusform>%n ymgais</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>lane, step</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaeth</translation>
    </message>
    <message>
        <source>State</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>Started by</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwyd gan</translation>
    </message>
    <message>
        <source>Started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwyd</translation>
    </message>
    <message>
        <source>Took</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerodd</translation>
    </message>
    <message>
        <source>not ended</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>heb orffen</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llif gwaith</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, fersiwn %2</translation>
    </message>
</context>
<context>
    <name>slipway::console::ConnectionDialog</name>
    <message>
        <source>&amp;Back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Yn ôl</translation>
    </message>
    <message>
        <source>Connection to GitHub</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltiad â GitHub</translation>
    </message>
    <message>
        <source>&amp;Use this connection</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Defnyddio&apos;r cysylltiad hwn</translation>
    </message>
    <message>
        <source>&amp;Check</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gwirio</translation>
    </message>
    <message>
        <source>&amp;Connect differently…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cysylltu&apos;n wahanol…</translation>
    </message>
    <message>
        <source>Close</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslo</translation>
    </message>
    <message>
        <source>Asking %1 who this is and what it may do…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gofyn i %1 pwy yw hwn a beth y caiff ei wneud…</translation>
    </message>
    <message>
        <source>Asking GitHub what this connection may do…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gofyn i GitHub beth y caiff y cysylltiad hwn ei wneud…</translation>
    </message>
    <message>
        <source>Keeping the token and connecting…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cadw&apos;r tocyn ac yn cysylltu…</translation>
    </message>
    <message>
        <source>&amp;Forget this connection…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Anghofio&apos;r cysylltiad hwn…</translation>
    </message>
    <message>
        <source>Forget this connection?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anghofio&apos;r cysylltiad hwn?</translation>
    </message>
    <message>
        <source>The token goes from this computer, and the runs wait until you connect again. It stays good: revoke it on GitHub, too.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r tocyn yn mynd o&apos;r cyfrifiadur hwn, ac mae&apos;r rhediadau&apos;n aros nes i chi gysylltu eto. Mae&apos;n dal yn dda: dirymwch ef ar GitHub hefyd.</translation>
    </message>
    <message>
        <source>&amp;Forget it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Anghofio ef</translation>
    </message>
    <message>
        <source>Forgetting the token…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn anghofio&apos;r tocyn…</translation>
    </message>
</context>
<context>
    <name>slipway::console::ConnectionForm</name>
    <message>
        <source>&amp;Further settings of the network</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Rhagor o osodiadau&apos;r rhwydwaith</translation>
    </message>
    <message>
        <source>&amp;Host</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gwesteiwr</translation>
    </message>
    <message>
        <source>github.com, NAME.ghe.com or your own server</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>github.com, NAME.ghe.com neu eich gweinydd eich hun</translation>
    </message>
    <message>
        <source>Way to connect</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffordd o gysylltu</translation>
    </message>
    <message>
        <source>Personal token</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tocyn personol</translation>
    </message>
    <message>
        <source>Sign in with a code</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewngofnodi gyda chod</translation>
    </message>
    <message>
        <source>Token of the program gh</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tocyn y rhaglen gh</translation>
    </message>
    <message>
        <source>GitHub App</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>GitHub App</translation>
    </message>
    <message>
        <source>&amp;Way</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ffordd</translation>
    </message>
    <message>
        <source>&amp;Token</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Tocyn</translation>
    </message>
    <message>
        <source>&amp;Client id</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Id y cleient</translation>
    </message>
    <message>
        <source>&amp;App&apos;s client id</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Id cleient yr &amp;Ap</translation>
    </message>
    <message>
        <source>&amp;Key file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeil a&amp;llwedd</translation>
    </message>
    <message>
        <source>private key (PEM), readable by you alone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>allwedd breifat (PEM), dim ond chi gaiff ei darllen</translation>
    </message>
    <message>
        <source>Private key of the App</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Allwedd breifat yr Ap</translation>
    </message>
    <message>
        <source>&amp;Organisation</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Sefydliad</translation>
    </message>
    <message>
        <source>whose installation</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>y mae ei osodiad</translation>
    </message>
    <message>
        <source>CA &amp;file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeil &amp;CA</translation>
    </message>
    <message>
        <source>further certificate authorities (PEM)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>awdurdodau tystysgrif ychwanegol (PEM)</translation>
    </message>
    <message>
        <source>Certificate authorities</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Awdurdodau tystysgrif</translation>
    </message>
    <message>
        <source>&amp;Proxy</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dirprwy</translation>
    </message>
    <message>
        <source>the system&apos;s; or http://HOST:PORT, or none</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>un y system; neu http://HOST:PORT, neu ddim</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewis ffeil…</translation>
    </message>
    <message>
        <source>Classic (scopes repo, workflow, read:org) or fine-grained (contents, pull requests and actions: read and write). You make it on GitHub under Settings, Developer settings.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Clasurol (cwmpasau repo, workflow, read:org) neu fanwl (cynnwys, ceisiadau tynnu a gweithredoedd: darllen ac ysgrifennu). Rydych yn ei wneud ar GitHub dan Settings, Developer settings.</translation>
    </message>
    <message>
        <source>You enter a code on GitHub&apos;s page. Needs the client id of your organisation&apos;s GitHub App or OAuth app, with device flow turned on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rydych yn rhoi cod ar dudalen GitHub. Mae angen id cleient GitHub App neu ap OAuth eich sefydliad, gyda device flow wedi&apos;i droi ymlaen.</translation>
    </message>
    <message>
        <source>If you are signed in with gh on this computer, Slipway asks it for the token, once.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Os ydych wedi mewngofnodi gyda gh ar y cyfrifiadur hwn, mae Slipway yn gofyn iddo am y tocyn, unwaith.</translation>
    </message>
    <message>
        <source>Slipway acts as the App, not as you. The key stays in its file; it is read once an hour, when a new token is asked for.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fel yr Ap y mae Slipway yn gweithredu, nid fel chi. Mae&apos;r allwedd yn aros yn ei ffeil; mae&apos;n cael ei darllen unwaith yr awr, pan ofynnir am docyn newydd.</translation>
    </message>
    <message>
        <source>Enter the address of GitHub first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch gyfeiriad GitHub yn gyntaf.</translation>
    </message>
    <message>
        <source>Enter a token first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch docyn yn gyntaf.</translation>
    </message>
    <message>
        <source>Enter the client id first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch id y cleient yn gyntaf.</translation>
    </message>
    <message>
        <source>Enter the App&apos;s client id, its key file and the organisation first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch id cleient yr Ap, ei ffeil allwedd a&apos;r sefydliad yn gyntaf.</translation>
    </message>
</context>
<context>
    <name>slipway::console::ConnectionResults</name>
    <message>
        <source>&amp;Authorise for single sign-on…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Awdurdodi ar gyfer mewngofnodi sengl…</translation>
    </message>
    <message>
        <source>Rights by repository</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hawliau fesul storfa</translation>
    </message>
    <message>
        <source>Where and what</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lle a beth</translation>
    </message>
    <message>
        <source>Right</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>De</translation>
    </message>
    <message>
        <source>Needed for</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ei angen ar gyfer</translation>
    </message>
    <message>
        <source>scopes %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cwmpasau %1</translation>
    </message>
    <message>
        <source>good until %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn dda tan %1</translation>
    </message>
    <message>
        <source>GitHub Enterprise Server %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>GitHub Enterprise Server %1</translation>
    </message>
    <message numerus="yes">
        <source>%n right(s) are missing. Runs stop where they are needed; you can connect all the same.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Mae %n hawl ar goll. Mae rhediadau&apos;n stopio lle mae eu hangen; gallwch gysylltu beth bynnag.</numerusform>
            <numerusform>Mae %n hawl ar goll. Mae rhediadau&apos;n stopio lle mae eu hangen; gallwch gysylltu beth bynnag.</numerusform>
            <numerusform>Mae %n hawl ar goll. Mae rhediadau&apos;n stopio lle mae eu hangen; gallwch gysylltu beth bynnag.</numerusform>
            <numerusform>Mae %n hawl ar goll. Mae rhediadau&apos;n stopio lle mae eu hangen; gallwch gysylltu beth bynnag.</numerusform>
            <numerusform>Mae %n hawl ar goll. Mae rhediadau&apos;n stopio lle mae eu hangen; gallwch gysylltu beth bynnag.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is known to be missing. What GitHub does not tell beforehand is marked with “?”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n hysbys bod dim ar goll. Mae&apos;r hyn nad yw GitHub yn ei ddweud ymlaen llaw wedi&apos;i nodi gyda “?”.</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim ar goll.</translation>
    </message>
</context>
<context>
    <name>slipway::console::Copying</name>
    <message>
        <source>&amp;Copy rows</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Copïo rhesi</translation>
    </message>
    <message>
        <source>Copy &amp;all</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo &amp;popeth</translation>
    </message>
</context>
<context>
    <name>slipway::console::CreateDialog</name>
    <message>
        <source>Draft of %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Drafft o %1</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Drafft wedi&apos;i gadw %1</translation>
    </message>
    <message>
        <source>Fill in the form to see every pull request that will be raised,
and each line it will change.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llenwch y ffurflen i weld pob cais tynnu a fydd yn cael ei godi,
a phob llinell y bydd yn ei newid.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>field, what is missing</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The name is being checked</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r enw&apos;n cael ei wirio</translation>
    </message>
    <message>
        <source>The name could not be checked</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid gwirio&apos;r enw</translation>
    </message>
    <message>
        <source>The name is taken</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r enw wedi&apos;i gymryd</translation>
    </message>
    <message>
        <source>Another run holds the name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhediad arall yn dal yr enw</translation>
    </message>
    <message>
        <source>The preview is being read</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhagolwg yn cael ei ddarllen</translation>
    </message>
    <message>
        <source>The preview could not be read</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid darllen y rhagolwg</translation>
    </message>
    <message>
        <source>Requested…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gofyn…</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Create: open %n pull request(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>&amp;Creu: agor %n cais tynnu</numerusform>
            <numerusform>&amp;Creu: agor %n cais tynnu</numerusform>
            <numerusform>&amp;Creu: agor %n cais tynnu</numerusform>
            <numerusform>&amp;Creu: agor %n chais tynnu</numerusform>
            <numerusform>&amp;Creu: agor %n cais tynnu</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Creu</translation>
    </message>
    <message>
        <source>Save the dry run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r rhediad prawf</translation>
    </message>
    <message>
        <source>Dry run saved</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad prawf wedi&apos;i gadw</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Inputs of another run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewnbynnau rhediad arall</translation>
    </message>
</context>
<context>
    <name>slipway::console::CredentialDialog</name>
    <message>
        <source>Set a credential</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gosod cymhwyster</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>E&amp;nw</translation>
    </message>
    <message>
        <source>As workflows name it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fel y mae llifoedd gwaith yn ei enwi.</translation>
    </message>
    <message>
        <source>&amp;Hosts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gwesteiwyr</translation>
    </message>
    <message>
        <source>The only addresses that may get it, with a space between several; http:// only for this computer.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yr unig gyfeiriadau a gaiff ef, gyda bwlch rhwng sawl un; http:// ar gyfer y cyfrifiadur hwn yn unig.</translation>
    </message>
    <message>
        <source>&amp;Secret</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>C&amp;yfrinach</translation>
    </message>
    <message>
        <source>A token or key. Once it is kept, it is shown nowhere again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tocyn neu allwedd. Wedi iddo gael ei gadw, ni ddangosir ef yn unman eto.</translation>
    </message>
    <message>
        <source>The one that is kept is not shown. What you give here takes its place.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ddangosir yr un a gedwir. Daw&apos;r hyn a rowch yma yn ei le.</translation>
    </message>
    <message>
        <source>H&amp;eader</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>P&amp;ennyn</translation>
    </message>
    <message>
        <source>What requests carry it in.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yr hyn y mae ceisiadau&apos;n ei gario ynddo.</translation>
    </message>
    <message>
        <source>&amp;Word before it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gair o&apos;i f&amp;laen</translation>
    </message>
    <message>
        <source>Such as Bearer; empty where the service wants none.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Megis Bearer; gwag lle nad yw&apos;r gwasanaeth am gael un.</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ca&amp;dw ef</translation>
    </message>
    <message>
        <source>It is kept in this desktop&apos;s keychain, or, where there is none, in a file that only you can read. It stands in no workflow, no history and no log.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cedwir ef yng nghadwyn allweddi&apos;r bwrdd gwaith hwn, neu, lle nad oes un, mewn ffeil y gallwch chi yn unig ei darllen. Nid yw mewn unrhyw lif gwaith, hanes na log.</translation>
    </message>
    <message>
        <source>It needs a name.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen enw arno.</translation>
    </message>
    <message>
        <source>Say which host may get it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dywedwch pa westeiwr a gaiff ef.</translation>
    </message>
    <message>
        <source>Type or paste the secret.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Teipiwch neu gludwch y gyfrinach.</translation>
    </message>
    <message>
        <source>Say which header it is sent in.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dywedwch ym mha bennyn yr anfonir ef.</translation>
    </message>
    <message>
        <source>Keeping it… The desktop may ask you to unlock its keychain. Closing this does not stop it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ei gadw… Efallai y bydd y bwrdd gwaith yn gofyn ichi ddatgloi ei gadwyn allweddi. Nid yw cau hwn yn ei atal.</translation>
    </message>
    <message>
        <source>The one that was kept before is gone, for it went to other hosts: runs that need it stop until it is set.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r un a gadwyd o&apos;r blaen wedi mynd, gan ei fod yn mynd at westeiwyr eraill: mae&apos;r rhediadau sydd ei angen yn stopio nes iddo gael ei osod.</translation>
    </message>
</context>
<context>
    <name>slipway::console::CredentialsPage</name>
    <message>
        <source>None is kept yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chedwir un eto.</translation>
    </message>
    <message>
        <source>&amp;Set a credential…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Go&amp;sod cymhwyster…</translation>
    </message>
    <message>
        <source>Set ane&amp;w…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gosod o&apos;r ne&amp;wydd…</translation>
    </message>
    <message>
        <source>&amp;Remove…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tynn&amp;u…</translation>
    </message>
    <message>
        <source>Credentials that are kept</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymwysterau a gedwir</translation>
    </message>
    <message>
        <source>Name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Goes only to</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn mynd i&apos;r rhain yn unig</translation>
    </message>
    <message>
        <source>Sent as</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anfonir fel</translation>
    </message>
    <message>
        <source>Credentials for services</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymwysterau ar gyfer gwasanaethau</translation>
    </message>
    <message>
        <source>Workflows name the credentials that their requests carry. Each goes only to the hosts that you say, and what is kept is never shown.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae llifoedd gwaith yn enwi&apos;r cymwysterau y mae eu ceisiadau&apos;n eu cario. Dim ond i&apos;r gwesteiwyr a ddywedwch yr â pob un, ac ni ddangosir byth yr hyn a gedwir.</translation>
    </message>
    <message>
        <source>%1: …</source>
        <comment>a header</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: …</translation>
    </message>
    <message>
        <source>%1: %2 …</source>
        <comment>a header, the word before the secret</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2 …</translation>
    </message>
    <message>
        <source>Remove the credential</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tynnu&apos;r cymhwyster</translation>
    </message>
    <message>
        <source>Runs that need “%1” stop until it is set again. It stays good at its service until it is revoked there.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bydd rhediadau y mae arnynt angen “%1” yn stopio nes iddo gael ei osod eto. Bydd yn dal yn ddilys yn ei wasanaeth nes iddo gael ei ddirymu yno.</translation>
    </message>
    <message>
        <source>&amp;Remove it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tynnwch &amp;ef</translation>
    </message>
</context>
<context>
    <name>slipway::console::DiffTab</name>
    <message>
        <source>Read again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllen eto</translation>
    </message>
    <message>
        <source>Changed files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeiliau wedi&apos;u newid</translation>
    </message>
    <message>
        <source>Diff</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwahaniaethau</translation>
    </message>
    <message>
        <source>The files that a step&apos;s pull request changes appear here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffeiliau y mae cais tynnu cam yn eu newid yn ymddangos yma.</translation>
    </message>
    <message>
        <source>This step has no pull request of its own.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y cam hwn ei gais tynnu ei hun.</translation>
    </message>
    <message>
        <source>The pull request has not been raised yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r cais tynnu wedi&apos;i godi eto.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen…</translation>
    </message>
    <message>
        <source>The change could not be read. %1 %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid darllen y newid. %1 %2</translation>
    </message>
    <message>
        <source>No file is changed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes ffeil wedi&apos;i newid.</translation>
    </message>
    <message>
        <source>%1  +%2 -%3</source>
        <comment>file, lines added, lines removed</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1  +%2 -%3</translation>
    </message>
    <message>
        <source>%1, %2 added, %3 removed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2 wedi&apos;u hychwanegu, %3 wedi&apos;u tynnu</translation>
    </message>
    <message>
        <source>GitHub does not show the text of this file.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub yn dangos testun y ffeil hon.</translation>
    </message>
</context>
<context>
    <name>slipway::console::DiffView</name>
    <message>
        <source>Changes of the file</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newidiadau&apos;r ffeil</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ochr yn ochr</translation>
    </message>
    <message>
        <source>Before at one side, after at the other</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cynt ar un ochr, wedyn ar y llall</translation>
    </message>
    <message>
        <source>Previous change</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid blaenorol</translation>
    </message>
    <message>
        <source>Go to the change before (Alt+Up)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mynd i&apos;r newid blaenorol (Alt+I fyny)</translation>
    </message>
    <message>
        <source>Next change</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid nesaf</translation>
    </message>
    <message>
        <source>Go to the change after (Alt+Down)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mynd i&apos;r newid nesaf (Alt+I lawr)</translation>
    </message>
    <message>
        <source>The file before</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y ffeil cynt</translation>
    </message>
    <message>
        <source>The file after</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y ffeil wedyn</translation>
    </message>
    <message>
        <source>No line changes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes llinell yn newid</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n newid</numerusform>
            <numerusform>%n newid</numerusform>
            <numerusform>%n newid</numerusform>
            <numerusform>%n newid</numerusform>
            <numerusform>%n newid</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1 of %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid %1 o %2</translation>
    </message>
</context>
<context>
    <name>slipway::console::DurationDistribution</name>
    <message>
        <source>How they spread</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sut y maent yn ymledu</translation>
    </message>
    <message>
        <source>Runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediadau</translation>
    </message>
</context>
<context>
    <name>slipway::console::DurationsOverTime</name>
    <message>
        <source>Durations over time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hydoedd dros amser</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>what the line is, duration</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Median</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canolrif</translation>
    </message>
    <message>
        <source>Nine in ten are no longer</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw naw o bob deg yn hirach</translation>
    </message>
    <message>
        <source>One run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Un rhediad</translation>
    </message>
</context>
<context>
    <name>slipway::console::Effects</name>
    <message>
        <source>“%1” (%2)</source>
        <comment>step, lane</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>“%1” (%2)</translation>
    </message>
    <message numerus="yes">
        <source>leave %n other lane(s) as they are</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>gadael %n lôn arall fel y mae</numerusform>
            <numerusform>gadael %n lôn arall fel y mae</numerusform>
            <numerusform>gadael %n lôn arall fel y maent</numerusform>
            <numerusform>gadael %n lôn arall fel y maent</numerusform>
            <numerusform>gadael %n lôn arall fel y maent</numerusform>
        </translation>
    </message>
    <message>
        <source>start nothing yet: what follows needs other steps too</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwyn dim eto: mae angen camau eraill hefyd ar yr hyn sy&apos;n dilyn</translation>
    </message>
    <message>
        <source>start %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwyn %1</translation>
    </message>
    <message>
        <source>read it once more, and count %1 as done if it is still so; nothing is sent for it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ei ddarllen unwaith eto, a chyfrif %1 fel un wedi&apos;i wneud os yw&apos;n dal felly; ni anfonir dim ar ei gyfer</translation>
    </message>
    <message>
        <source>count the last request, whose outcome is not known, as not sent</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfrif y cais diwethaf, nad yw ei ganlyniad yn hysbys, fel un heb ei anfon</translation>
    </message>
    <message>
        <source>look up what %1 has done already, and do again only what is missing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>chwilio am yr hyn y mae %1 wedi&apos;i wneud yn barod, a gwneud eto ddim ond yr hyn sydd ar goll</translation>
    </message>
    <message>
        <source>by what was read a moment ago: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn ôl yr hyn a ddarllenwyd eiliad yn ôl: %1</translation>
    </message>
    <message>
        <source>if this attempt fails, try no more by itself: it would be the last of %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>os yw&apos;r ymgais hon yn methu, rhoi&apos;r gorau i geisio ar ei ben ei hun: hi fyddai&apos;r olaf o %1</translation>
    </message>
    <message>
        <source>begin the attempt of %1 now instead of in %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dechrau&apos;r ymgais ar %1 nawr yn lle ymhen %2</translation>
    </message>
    <message>
        <source>if it fails, wait before the next one as planned</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>os yw&apos;n methu, aros cyn yr un nesaf fel y cynlluniwyd</translation>
    </message>
    <message>
        <source>ask the services for %1 now instead of at the next regular time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gofyn i&apos;r gwasanaethau am %1 nawr yn lle ar yr amser rheolaidd nesaf</translation>
    </message>
    <message>
        <source>go on by itself if what it waits for has come</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mynd ymlaen ar ei ben ei hun os yw&apos;r hyn y mae&apos;n aros amdano wedi dod</translation>
    </message>
    <message>
        <source>ask the service whether it is so; if it is not, change nothing and say it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gofyn i&apos;r gwasanaeth a yw hi felly; os nad yw, newid dim a dweud hynny</translation>
    </message>
    <message>
        <source>count %1 as done, by hand and checked</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfrif %1 fel un wedi&apos;i wneud, â llaw ac wedi&apos;i wirio</translation>
    </message>
    <message>
        <source>go on where the run stands: steps that are ready start</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mynd ymlaen o&apos;r fan lle mae&apos;r rhediad: mae camau sy&apos;n barod yn cychwyn</translation>
    </message>
    <message>
        <source>finish the request in flight of %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gorffen cais %1 sydd ar y ffordd</translation>
    </message>
    <message>
        <source>start nothing further until it is resumed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwyn dim byd arall nes iddo gael ei ailddechrau</translation>
    </message>
    <message>
        <source>stop nothing that runs at GitHub: what was armed may still merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>stopio dim sy&apos;n rhedeg ar GitHub: gall yr hyn a osodwyd gael ei gyfuno o hyd</translation>
    </message>
    <message>
        <source>count %1 as done, by hand and unchecked; nothing is sent to the services for it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfrif %1 fel un wedi&apos;i wneud, â llaw a heb ei wirio; ni anfonir dim i&apos;r gwasanaethau ar ei gyfer</translation>
    </message>
    <message>
        <source>leave out %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gadael %1 allan</translation>
    </message>
    <message>
        <source>stop %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>stopio %1</translation>
    </message>
    <message numerus="yes">
        <source>never start %n planned step(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>byth cychwyn %n cam arfaethedig</numerusform>
            <numerusform>byth cychwyn %n cam arfaethedig</numerusform>
            <numerusform>byth cychwyn %n cam arfaethedig</numerusform>
            <numerusform>byth cychwyn %n cham arfaethedig</numerusform>
            <numerusform>byth cychwyn %n cam arfaethedig</numerusform>
        </translation>
    </message>
    <message>
        <source>not wait for the request in flight of %1: what it makes may be left behind</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>peidio ag aros am gais %1 sydd ar y ffordd: gall yr hyn a wna gael ei adael ar ôl</translation>
    </message>
    <message>
        <source>count the last request of %1 as done, by your word; it is not sent again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfrif cais diwethaf %1 fel un wedi&apos;i wneud, ar eich gair chi; ni chaiff ei anfon eto</translation>
    </message>
    <message>
        <source>send nothing: the run has been stopped, and Undo may take back what it made</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>anfon dim: mae&apos;r rhediad wedi&apos;i stopio, a gall Dadwneud gymryd yn ôl yr hyn a wnaeth</translation>
    </message>
    <message>
        <source>look at what it made, and go on from there</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>edrych ar yr hyn a wnaeth, a mynd ymlaen oddi yno</translation>
    </message>
    <message>
        <source>ask once more, for what its answer told; what follows waits for that</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gofyn unwaith eto, am yr hyn a ddywedodd ei ateb; mae&apos;r hyn sy&apos;n dilyn yn aros am hynny</translation>
    </message>
    <message>
        <source>send it again: if it took place after all, it is done twice</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ei anfon eto: os digwyddodd wedi&apos;r cyfan, caiff ei wneud ddwywaith</translation>
    </message>
    <message>
        <source>count the last request of %1 as not done, by your word</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfrif cais diwethaf %1 fel un heb ei wneud, ar eich gair chi</translation>
    </message>
    <message>
        <source>go on where the run stands, although Slipway crashed while it worked on it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mynd ymlaen o&apos;r fan lle saif y rhediad, er i Slipway chwalu wrth weithio arno</translation>
    </message>
    <message>
        <source>leave it alone again if that happens three more times in a row</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gadael llonydd iddo eto os bydd hynny&apos;n digwydd deirgwaith arall yn olynol</translation>
    </message>
    <message>
        <source>leave open a secret that later steps need (%1): they ask for it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gadael yn agored gyfrinach y mae ei hangen ar gamau diweddarach (%1): byddant yn gofyn amdani</translation>
    </message>
    <message>
        <source>leave open what later steps need (%1): they fail without it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gadael yn agored yr hyn y mae ei angen ar gamau diweddarach (%1): byddant yn methu hebddo</translation>
    </message>
    <message>
        <source>by what was seen last: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn ôl yr hyn a welwyd ddiwethaf: %1</translation>
    </message>
    <message>
        <source>leave pull requests, branches and repositories that exist as they are; Undo tells which of them it can take back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gadael ceisiadau tynnu, canghennau a storfeydd sy&apos;n bodoli fel y maent; mae Dadwneud yn dweud pa rai y gall eu cymryd yn ôl</translation>
    </message>
    <message>
        <source>leave auto-merge on: GitHub still merges this by itself, unless Undo, or somebody at GitHub, closes it before: %1</source>
        <comment>a pull request</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gadael cyfuno awtomatig ymlaen: bydd GitHub yn dal i gyfuno hwn ar ei ben ei hun, oni bai bod Dadwneud, neu rywun ar GitHub, yn ei gau cyn hynny: %1</translation>
    </message>
    <message>
        <source>leave pull request #%1 to GitHub as it is, and look after it no more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gadael cais tynnu #%1 i GitHub fel y mae, a pheidio â gofalu amdano mwyach</translation>
    </message>
</context>
<context>
    <name>slipway::console::ErrorPanel</name>
    <message>
        <source>What happened</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth ddigwyddodd</translation>
    </message>
    <message>
        <source>Why</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pam</translation>
    </message>
    <message>
        <source>You can</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gallwch</translation>
    </message>
    <message>
        <source>The cause is not known.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r achos yn hysbys.</translation>
    </message>
    <message>
        <source>Try again, or look at the exact text.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch gynnig arall arni, neu edrychwch ar yr union destun.</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth aeth o&apos;i le</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor %1</translation>
    </message>
</context>
<context>
    <name>slipway::console::EventModel</name>
    <message>
        <source>Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>lane, step</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Amser</translation>
    </message>
    <message>
        <source>Who</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwy</translation>
    </message>
    <message>
        <source>Step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam</translation>
    </message>
    <message>
        <source>What happened</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth ddigwyddodd</translation>
    </message>
</context>
<context>
    <name>slipway::console::EvidenceView</name>
    <message>
        <source>Evidence</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tystiolaeth</translation>
    </message>
    <message>
        <source>Evidence: what the services show, beside what the journal believes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tystiolaeth: beth mae&apos;r gwasanaethau&apos;n ei ddangos, wrth ochr yr hyn y mae&apos;r dyddlyfr yn ei gredu</translation>
    </message>
    <message>
        <source>The services are being asked. Nothing is changed by that.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r gwasanaethau&apos;n cael eu holi. Does dim yn cael ei newid gan hynny.</translation>
    </message>
    <message>
        <source>Service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaeth</translation>
    </message>
    <message>
        <source>Journal</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dyddlyfr</translation>
    </message>
    <message>
        <source>–</source>
        <comment>nothing known</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>–</translation>
    </message>
    <message>
        <source>same</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yr un fath</translation>
    </message>
    <message>
        <source>DIFFERS</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>YN WAHANOL</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor %1</translation>
    </message>
    <message>
        <source>%1: %2 shows %3, the journal has %4. %5</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: mae %2 yn dangos %3, mae gan y dyddlyfr %4. %5</translation>
    </message>
    <message>
        <source>By this, a retry would %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ôl hyn, byddai ailgynnig yn %1.</translation>
    </message>
    <message>
        <source>There is nothing to look at yet: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim i edrych arno eto: %1</translation>
    </message>
    <message>
        <source>No service can show anything of this step: only people know.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni all unrhyw wasanaeth ddangos dim o&apos;r cam hwn: dim ond pobl sy&apos;n gwybod.</translation>
    </message>
    <message>
        <source>What</source>
        <comment>heading of what is compared</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth</translation>
    </message>
    <message>
        <source>Compared</source>
        <comment>heading of: same, DIFFERS</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>O gymharu</translation>
    </message>
</context>
<context>
    <name>slipway::console::ExportWords</name>
    <message>
        <source>JSON, with its whole history</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>JSON, gyda&apos;i hanes cyfan</translation>
    </message>
    <message>
        <source>Table of the steps</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tabl o&apos;r camau</translation>
    </message>
    <message>
        <source>Report for a ticket</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Adroddiad ar gyfer tocyn cymorth</translation>
    </message>
</context>
<context>
    <name>slipway::console::Figures</name>
    <message>
        <source>%1: %2</source>
        <comment>lane, step</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad cyfan</translation>
    </message>
    <message>
        <source>%1 (of an earlier version)</source>
        <comment>step</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (o fersiwn cynharach)</translation>
    </message>
    <message>
        <source>%1 and more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 a mwy</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <comment>from, to</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>It has not gone well yet, so nothing is known of its duration.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw wedi mynd yn dda eto, felly does dim yn hysbys am ei hyd.</translation>
    </message>
    <message numerus="yes">
        <source>Went well %n time(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Aeth yn dda %n gwaith.</numerusform>
            <numerusform>Aeth yn dda %n waith.</numerusform>
            <numerusform>Aeth yn dda %n gwaith.</numerusform>
            <numerusform>Aeth yn dda %n gwaith.</numerusform>
            <numerusform>Aeth yn dda %n gwaith.</numerusform>
        </translation>
    </message>
    <message>
        <source>Half of them took no longer than %1, nine in ten no longer than %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chymerodd hanner ohonynt fwy na %1, na naw o bob deg fwy na %2.</translation>
    </message>
    <message>
        <source>That is too few to say what is usual: %1 are needed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae hynny&apos;n rhy ychydig i ddweud beth sy&apos;n arferol: mae angen %1.</translation>
    </message>
    <message>
        <source>Shortest %1, longest %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Byrraf %1, hiraf %2.</translation>
    </message>
    <message numerus="yes">
        <source>The newest %n are shown.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Dangosir y %n diweddaraf.</numerusform>
            <numerusform>Dangosir y %n diweddaraf.</numerusform>
            <numerusform>Dangosir y %n diweddaraf.</numerusform>
            <numerusform>Dangosir y %n diweddaraf.</numerusform>
            <numerusform>Dangosir y %n diweddaraf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed %n time(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Methodd %n gwaith.</numerusform>
            <numerusform>Methodd %n waith.</numerusform>
            <numerusform>Methodd %n gwaith.</numerusform>
            <numerusform>Methodd %n gwaith.</numerusform>
            <numerusform>Methodd %n gwaith.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tried again %n time(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Rhoddwyd cynnig arall arni %n gwaith.</numerusform>
            <numerusform>Rhoddwyd cynnig arall arni %n waith.</numerusform>
            <numerusform>Rhoddwyd cynnig arall arni %n gwaith.</numerusform>
            <numerusform>Rhoddwyd cynnig arall arni %n gwaith.</numerusform>
            <numerusform>Rhoddwyd cynnig arall arni %n gwaith.</numerusform>
        </translation>
    </message>
    <message>
        <source>Durations: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hydoedd: %1</translation>
    </message>
    <message>
        <source>As of %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fel yr oedd %1.</translation>
    </message>
    <message>
        <source>Step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Went well</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Aeth yn dda</translation>
    </message>
    <message>
        <source>Median</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canolrif</translation>
    </message>
    <message>
        <source>Nine in ten</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Naw o bob deg</translation>
    </message>
    <message>
        <source>Longest</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hiraf</translation>
    </message>
    <message>
        <source>Failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi methu</translation>
    </message>
    <message>
        <source>Retries</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynigion</translation>
    </message>
    <message>
        <source>It usually takes %1, nine times in ten no longer than %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n cymryd %1 fel arfer, a naw gwaith o bob deg dim mwy na %2.</translation>
    </message>
    <message>
        <source>How long it takes is not known yet: that needs %1 runs that went well.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n hysbys eto faint o amser y mae&apos;n ei gymryd: mae angen %1 rhediad a aeth yn dda ar gyfer hynny.</translation>
    </message>
</context>
<context>
    <name>slipway::console::FirstRunPage</name>
    <message>
        <source>Enter the address of GitHub and a token first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch gyfeiriad GitHub a thocyn yn gyntaf.</translation>
    </message>
    <message>
        <source>Building a world of simulated repositories…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn adeiladu byd o storfeydd wedi&apos;u hefelychu…</translation>
    </message>
    <message>
        <source>Asking %1 who this token belongs to…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gofyn i %1 pwy biau&apos;r tocyn hwn…</translation>
    </message>
</context>
<context>
    <name>slipway::console::InputForm</name>
    <message>
        <source>Enter a value</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch werth</translation>
    </message>
    <message>
        <source>Choose an entry</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch gofnod</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) or more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n nod neu fwy</numerusform>
            <numerusform>%n nod neu fwy</numerusform>
            <numerusform>%n nod neu fwy</numerusform>
            <numerusform>%n nod neu fwy</numerusform>
            <numerusform>%n nod neu fwy</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) or less</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n nod neu lai</numerusform>
            <numerusform>%n nod neu lai</numerusform>
            <numerusform>%n nod neu lai</numerusform>
            <numerusform>%n nod neu lai</numerusform>
            <numerusform>%n nod neu lai</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 neu fwy</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 neu lai</translation>
    </message>
    <message>
        <source>Enter a number</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch rif</translation>
    </message>
    <message>
        <source>Enter an e-mail address</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhowch gyfeiriad e-bost</translation>
    </message>
    <message>
        <source>This is not the kind of value that is needed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid dyma&apos;r math o werth sydd ei angen</translation>
    </message>
    <message>
        <source>This value is not allowed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni chaniateir y gwerth hwn</translation>
    </message>
    <message>
        <source>%1 (optional)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (dewisol)</translation>
    </message>
    <message>
        <source>Reading the list…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen y rhestr…</translation>
    </message>
    <message>
        <source>Type the team&apos;s name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Teipiwch enw&apos;r tîm</translation>
    </message>
    <message>
        <source>The list could not be read: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid darllen y rhestr: %1</translation>
    </message>
    <message>
        <source>Use “%1”</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Defnyddio “%1”</translation>
    </message>
</context>
<context>
    <name>slipway::console::InspectorPane</name>
    <message>
        <source>Inspector</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Archwiliwr</translation>
    </message>
</context>
<context>
    <name>slipway::console::Jobs</name>
    <message>
        <source>%1: %L2 of %L3</source>
        <comment>what, how many, of how many</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %L2 o %L3</translation>
    </message>
    <message>
        <source>%1…</source>
        <comment>what goes on</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1…</translation>
    </message>
    <message numerus="yes">
        <source>%1, and %n more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%1, a %n arall</numerusform>
            <numerusform>%1, a %n arall</numerusform>
            <numerusform>%1, a %n arall</numerusform>
            <numerusform>%1, a %n arall</numerusform>
            <numerusform>%1, a %n arall</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::LanguageWords</name>
    <message>
        <source>%1 (not yet reviewed)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (heb ei hadolygu eto)</translation>
    </message>
</context>
<context>
    <name>slipway::console::Later</name>
    <message>
        <source>GitHub takes no calls before %1. This is sent after that, by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub yn derbyn galwadau cyn %1. Anfonir hyn ar ôl hynny, ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>%1 This is sent by itself once GitHub answers again.</source>
        <comment>what is the matter</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 Anfonir hyn ar ei ben ei hun unwaith y bydd GitHub yn ateb eto.</translation>
    </message>
    <message>
        <source>%1 This is done by itself once the store can be written again.</source>
        <comment>what is the matter</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 Gwneir hyn ar ei ben ei hun unwaith y gellir ysgrifennu i&apos;r storfa eto.</translation>
    </message>
</context>
<context>
    <name>slipway::console::LogTab</name>
    <message>
        <source>Only the chosen step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y cam a ddewiswyd yn unig</translation>
    </message>
    <message>
        <source>Log</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Log</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo&apos;r log</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw fel…</translation>
    </message>
    <message>
        <source>Save the log</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r log</translation>
    </message>
    <message>
        <source>Text (with tabs)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Testun (gyda thabiau)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tabl (CSV)</translation>
    </message>
    <message>
        <source>Filter the log</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hidlo&apos;r log</translation>
    </message>
    <message>
        <source>Nothing has happened to this step yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes dim wedi digwydd i&apos;r cam hwn eto.</translation>
    </message>
    <message>
        <source>Nothing that happened has these words.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes y geiriau hyn mewn dim a ddigwyddodd.</translation>
    </message>
</context>
<context>
    <name>slipway::console::MadeList</name>
    <message>
        <source>Perhaps: %1</source>
        <comment>a thing</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Efallai: %1</translation>
    </message>
    <message>
        <source>%1. Harmless: %2 %3</source>
        <comment>what, why, remedy</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1. Diniwed: %2 %3</translation>
    </message>
    <message>
        <source>%1. Look after it: %2 %3</source>
        <comment>what, why, remedy</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1. Gofalwch amdano: %2 %3</translation>
    </message>
    <message>
        <source>In the world because of this run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn y byd oherwydd y rhediad hwn</translation>
    </message>
    <message>
        <source>Show the run as a whole, with each of them</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y rhediad yn ei gyfanrwydd, gyda phob un ohonynt</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the world because of this run, some to look after</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn, a rhai i ofalu amdanynt</numerusform>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn, a rhai i ofalu amdanynt</numerusform>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn, a rhai i ofalu amdanynt</numerusform>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn, a rhai i ofalu amdanynt</numerusform>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn, a rhai i ofalu amdanynt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in the world because of this run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn</numerusform>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn</numerusform>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn</numerusform>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn</numerusform>
            <numerusform>%n peth yn y byd oherwydd y rhediad hwn</numerusform>
        </translation>
    </message>
    <message>
        <source>So it was at %1, when this run last did something. What others did since is not told here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Felly yr oedd hi am %1, pan wnaeth y rhediad hwn rywbeth ddiwethaf. Ni ddywedir yma beth a wnaeth eraill ers hynny.</translation>
    </message>
    <message>
        <source>Open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor</translation>
    </message>
    <message>
        <source>Open the page of: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor tudalen: %1</translation>
    </message>
</context>
<context>
    <name>slipway::console::MainWindow</name>
    <message>
        <source>Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway</translation>
    </message>
    <message>
        <source>Search runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwilio rhediadau</translation>
    </message>
    <message>
        <source>Choose a saved view first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch olwg gadw yn gyntaf.</translation>
    </message>
    <message>
        <source>%1, as of %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, fel yr oedd %2</translation>
    </message>
    <message>
        <source>%1, saved %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, cadwyd %2</translation>
    </message>
    <message>
        <source>The run&apos;s id is copied.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae id y rhediad wedi&apos;i gopïo.</translation>
    </message>
    <message>
        <source>The link is copied: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ddolen wedi&apos;i chopïo: %1</translation>
    </message>
    <message>
        <source>Export the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Allforio&apos;r rhediad</translation>
    </message>
    <message>
        <source>Exported to %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Allforiwyd i %1</translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ceisio nawr…</translation>
    </message>
    <message>
        <source>GitHub allows this account %L1 calls an hour; %L2 are left.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn caniatáu %L1 galwad yr awr i&apos;r cyfrif hwn; mae %L2 ar ôl.</translation>
    </message>
    <message>
        <source>The hour ends at %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daw&apos;r awr i ben am %1.</translation>
    </message>
    <message>
        <source>When the budget gets low, watching slows down. What you ask for yourself comes first, and when GitHub says stop, nothing is sent until it may.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pan fydd y gyllideb yn mynd yn isel, mae gwylio&apos;n arafu. Yr hyn yr ydych chi&apos;n gofyn amdano sy&apos;n dod gyntaf, a phan fydd GitHub yn dweud stop, ni anfonir dim nes y caniateir hynny.</translation>
    </message>
    <message>
        <source>GitHub&apos;s budget</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyllideb GitHub</translation>
    </message>
    <message>
        <source>The history is kept in
%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cedwir yr hanes yn
%1</translation>
    </message>
    <message>
        <source>This window watches its runs.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffenestr hon yn gwylio ei rhediadau.</translation>
    </message>
    <message>
        <source>Another Slipway watches its runs: %1, process %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Slipway arall yn gwylio ei rhediadau: %1, proses %2.</translation>
    </message>
    <message>
        <source>Nobody watches its runs at present.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes neb yn gwylio ei rhediadau ar hyn o bryd.</translation>
    </message>
    <message>
        <source>Where the history is</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lle mae&apos;r hanes</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor y ffolder</translation>
    </message>
    <message>
        <source>Copies…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïau…</translation>
    </message>
    <message>
        <source>&amp;Notifications (%1)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Hysbysiadau (%1)</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Hysbysiadau</translation>
    </message>
    <message>
        <source>Nobody watches the runs of this store at present.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes neb yn gwylio rhediadau&apos;r gronfa hon ar hyn o bryd.</translation>
    </message>
    <message>
        <source>This window watches the runs of this store, as long as it is open.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffenestr hon yn gwylio rhediadau&apos;r gronfa hon, cyhyd ag y mae ar agor.</translation>
    </message>
    <message>
        <source>Another Slipway watches the runs of this store: %1, process %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Slipway arall yn gwylio rhediadau&apos;r gronfa hon: %1, proses %2.</translation>
    </message>
    <message>
        <source>This is a test</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Prawf yw hwn</translation>
    </message>
    <message>
        <source>Slipway will tell you like this.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fel hyn y bydd Slipway yn dweud wrthych.</translation>
    </message>
    <message>
        <source>%1 @ %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 @ %2</translation>
    </message>
    <message>
        <source>Slipway goes on watching</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Slipway yn dal i wylio</translation>
    </message>
    <message>
        <source>The window is closed, the runs are still watched. The tray has the way back, and Quit.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffenestr wedi&apos;i chau, ond mae&apos;r rhediadau&apos;n dal i gael eu gwylio. Yn yr hambwrdd mae&apos;r ffordd yn ôl, a Gadael.</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>what the field does, keys</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>Search everything</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwilio popeth</translation>
    </message>
    <message>
        <source>Errors, logs and notes, too</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwallau, logiau a nodiadau hefyd</translation>
    </message>
    <message>
        <source>Names, errors, logs and notes are searched. Click for names only.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwilir enwau, gwallau, logiau a nodiadau. Cliciwch am enwau yn unig.</translation>
    </message>
    <message>
        <source>Names, teams and people are searched. Click for errors, logs and notes, too.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwilir enwau, timau a phobl. Cliciwch am wallau, logiau a nodiadau hefyd.</translation>
    </message>
    <message>
        <source>Words must all occur. Filters: state:stuck team:… repo:… workflow:… step:… by:… error:… note:… since:7d until:2026-11-01. Quotes keep words together.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhaid i bob gair ddigwydd. Hidlyddion: state:stuck team:… repo:… workflow:… step:… by:… error:… note:… since:7d until:2026-11-01. Mae dyfynodau&apos;n cadw geiriau gyda&apos;i gilydd.</translation>
    </message>
    <message>
        <source>Save this view</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r olwg hon</translation>
    </message>
    <message>
        <source>Name of the view. It keeps what is chosen at the left and what is searched for.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enw&apos;r olwg. Mae&apos;n cadw&apos;r hyn a ddewiswyd ar y chwith a&apos;r hyn y chwilir amdano.</translation>
    </message>
    <message>
        <source>Save</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailenwi&apos;r olwg</translation>
    </message>
    <message>
        <source>New name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enw newydd</translation>
    </message>
    <message>
        <source>Rename</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailenwi</translation>
    </message>
    <message>
        <source>Delete the view?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dileu&apos;r olwg?</translation>
    </message>
    <message>
        <source>The saved view “%1” is forgotten. Its runs stay.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r olwg gadw “%1” yn cael ei hanghofio. Mae ei rhediadau&apos;n aros.</translation>
    </message>
    <message>
        <source>Delete the view</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dileu&apos;r olwg</translation>
    </message>
    <message>
        <source>One pane stays.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae un panel yn aros.</translation>
    </message>
    <message numerus="yes">
        <source>Export %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Allforio %n rhediad</numerusform>
            <numerusform>Allforio %n rhediad</numerusform>
            <numerusform>Allforio %n rhediad</numerusform>
            <numerusform>Allforio %n rhediad</numerusform>
            <numerusform>Allforio %n rhediad</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a copy</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor copi</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn agor %1…</translation>
    </message>
    <message>
        <source>Stores and exported runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cronfeydd a rhediadau a allforiwyd</translation>
    </message>
    <message>
        <source>All files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pob ffeil</translation>
    </message>
    <message numerus="yes">
        <source>Exporting %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Yn allforio %n rhediad</numerusform>
            <numerusform>Yn allforio %n rhediad</numerusform>
            <numerusform>Yn allforio %n rhediad</numerusform>
            <numerusform>Yn allforio %n rhediad</numerusform>
            <numerusform>Yn allforio %n rhediad</numerusform>
        </translation>
    </message>
    <message>
        <source>Close Slipway?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau Slipway?</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) are half-way. Nothing of them moves on while no Slipway is open; the next start goes on where they stand.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Mae %n rhediad ar ei hanner. Nid oes dim ohono&apos;n symud ymlaen tra nad oes Slipway ar agor; bydd y cychwyniad nesaf yn mynd ymlaen o&apos;r fan lle mae.</numerusform>
            <numerusform>Mae %n rhediad ar ei hanner. Nid oes dim ohono&apos;n symud ymlaen tra nad oes Slipway ar agor; bydd y cychwyniad nesaf yn mynd ymlaen o&apos;r fan lle mae.</numerusform>
            <numerusform>Mae %n rhediad ar eu hanner. Nid oes dim ohonynt yn symud ymlaen tra nad oes Slipway ar agor; bydd y cychwyniad nesaf yn mynd ymlaen o&apos;r fan lle maent.</numerusform>
            <numerusform>Mae %n rhediad ar eu hanner. Nid oes dim ohonynt yn symud ymlaen tra nad oes Slipway ar agor; bydd y cychwyniad nesaf yn mynd ymlaen o&apos;r fan lle maent.</numerusform>
            <numerusform>Mae %n rhediad ar eu hanner. Nid oes dim ohonynt yn symud ymlaen tra nad oes Slipway ar agor; bydd y cychwyniad nesaf yn mynd ymlaen o&apos;r fan lle maent.</numerusform>
        </translation>
    </message>
    <message>
        <source>The simulated services rest as well.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r gwasanaethau wedi&apos;u hefelychu&apos;n gorffwys hefyd.</translation>
    </message>
    <message>
        <source>What runs at GitHub goes on there, and pull requests whose auto-merge is on still merge. “slipwayctl agent --standby” watches without a window.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn sy&apos;n rhedeg ar GitHub yn mynd ymlaen yno, a bydd ceisiadau tynnu â chyfuno awtomatig ymlaen yn dal i gael eu cyfuno. Mae “slipwayctl agent --standby” yn gwylio heb ffenestr.</translation>
    </message>
    <message>
        <source>&amp;Do not say this again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Peidio â dweud hyn eto</translation>
    </message>
    <message>
        <source>&amp;Close Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cau Slipway</translation>
    </message>
    <message>
        <source>&amp;Ways to go on…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ffyrdd o fynd ymlaen…</translation>
    </message>
    <message>
        <source>&amp;Stay open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Aros ar agor</translation>
    </message>
    <message>
        <source>Checking the store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gwirio&apos;r gronfa</translation>
    </message>
    <message>
        <source>Making today&apos;s copy of the store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gwneud copi heddiw o&apos;r gronfa</translation>
    </message>
    <message>
        <source>The command is copied: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïwyd y gorchymyn: %1</translation>
    </message>
</context>
<context>
    <name>slipway::console::ManyActs</name>
    <message>
        <source>%1 asks what became of a request: use Run, Say what happened</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae %1 yn gofyn beth a ddaeth o gais: defnyddiwch Rhediad, Dweud beth ddigwyddodd</translation>
    </message>
    <message>
        <source>%1 waits for a secret: use Run, Give the secret</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae %1 yn aros am gyfrinach: defnyddiwch Rhediad, Rhoi&apos;r gyfrinach</translation>
    </message>
    <message>
        <source>%1 waits for a decision: choose the run and use Advance</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>mae %1 yn aros am benderfyniad: dewiswch y rhediad a defnyddiwch Symud ymlaen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>step, what it waits for</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>retry %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ailgynnig %1</translation>
    </message>
    <message>
        <source>make the planned retry of %1 now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwneud yr ailgynnig a gynlluniwyd ar gyfer %1 nawr</translation>
    </message>
    <message>
        <source>look at %1 again now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>edrych ar %1 eto nawr</translation>
    </message>
    <message numerus="yes">
        <source>Retry in %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Ailgynnig mewn %n rhediad</numerusform>
            <numerusform>Ailgynnig mewn %n rhediad</numerusform>
            <numerusform>Ailgynnig mewn %n rhediad</numerusform>
            <numerusform>Ailgynnig mewn %n rhediad</numerusform>
            <numerusform>Ailgynnig mewn %n rhediad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Oedi %n rhediad</numerusform>
            <numerusform>Oedi %n rhediad</numerusform>
            <numerusform>Oedi %n rhediad</numerusform>
            <numerusform>Oedi %n rhediad</numerusform>
            <numerusform>Oedi %n rhediad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Ailddechrau %n rhediad</numerusform>
            <numerusform>Ailddechrau %n rhediad</numerusform>
            <numerusform>Ailddechrau %n rhediad</numerusform>
            <numerusform>Ailddechrau %n rhediad</numerusform>
            <numerusform>Ailddechrau %n rhediad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Canslo %n rhediad</numerusform>
            <numerusform>Canslo %n rhediad</numerusform>
            <numerusform>Canslo %n rhediad</numerusform>
            <numerusform>Canslo %n rhediad</numerusform>
            <numerusform>Canslo %n rhediad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Retry what failed or is stuck in %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Ailgynnig yr hyn a fethodd neu sy&apos;n sownd mewn %n rhediad</numerusform>
            <numerusform>Ailgynnig yr hyn a fethodd neu sy&apos;n sownd mewn %n rhediad</numerusform>
            <numerusform>Ailgynnig yr hyn a fethodd neu sy&apos;n sownd mewn %n rhediad</numerusform>
            <numerusform>Ailgynnig yr hyn a fethodd neu sy&apos;n sownd mewn %n rhediad</numerusform>
            <numerusform>Ailgynnig yr hyn a fethodd neu sy&apos;n sownd mewn %n rhediad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Pause %n selected run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Oedi %n rhediad a ddewiswyd</numerusform>
            <numerusform>Oedi %n rhediad a ddewiswyd</numerusform>
            <numerusform>Oedi %n rhediad a ddewiswyd</numerusform>
            <numerusform>Oedi %n rhediad a ddewiswyd</numerusform>
            <numerusform>Oedi %n rhediad a ddewiswyd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Resume %n selected run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Ailddechrau %n rhediad a ddewiswyd</numerusform>
            <numerusform>Ailddechrau %n rhediad a ddewiswyd</numerusform>
            <numerusform>Ailddechrau %n rhediad a ddewiswyd</numerusform>
            <numerusform>Ailddechrau %n rhediad a ddewiswyd</numerusform>
            <numerusform>Ailddechrau %n rhediad a ddewiswyd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cancel %n selected run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Canslo %n rhediad a ddewiswyd</numerusform>
            <numerusform>Canslo %n rhediad a ddewiswyd</numerusform>
            <numerusform>Canslo %n rhediad a ddewiswyd</numerusform>
            <numerusform>Canslo %n rhediad a ddewiswyd</numerusform>
            <numerusform>Canslo %n rhediad a ddewiswyd</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::ManyRunsDialog</name>
    <message>
        <source>Untick &amp;all</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dad-dicio &amp;popeth</translation>
    </message>
    <message>
        <source>Several runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Sawl rhediad</translation>
    </message>
    <message>
        <source>The runs, and what will happen to each</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y rhediadau, a beth fydd yn digwydd i bob un</translation>
    </message>
    <message>
        <source>Run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth fydd yn digwydd</translation>
    </message>
    <message>
        <source>Each line says what will happen to its run, or why nothing can. Nothing happens before you press the button below.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae pob llinell yn dweud beth fydd yn digwydd i&apos;w rhediad, neu pam na all dim ddigwydd. Does dim yn digwydd cyn i chi bwyso&apos;r botwm isod.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen…</translation>
    </message>
    <message>
        <source>Not possible: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ddim yn bosibl: %1</translation>
    </message>
    <message>
        <source>Requested…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwyd…</translation>
    </message>
    <message>
        <source>Requested: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwyd: %1</translation>
    </message>
    <message>
        <source>Refused: %1
Once more: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthodwyd: %1
Unwaith eto: %2</translation>
    </message>
    <message>
        <source>Refused: %1
%2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthodwyd: %1
%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>run, what will happen</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen y rhediadau…</translation>
    </message>
    <message>
        <source>What could be done is requested. Each line says what came of it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwyd am yr hyn y gellid ei wneud. Mae pob llinell yn dweud beth a ddaeth ohono.</translation>
    </message>
    <message>
        <source>It can be done in none of these runs. Each line says why.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir ei wneud yn yr un o&apos;r rhediadau hyn. Mae pob llinell yn dweud pam.</translation>
    </message>
    <message>
        <source>Tick at least one run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ticiwch o leiaf un rhediad.</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ticio &amp;popeth</translation>
    </message>
    <message numerus="yes">
        <source>Requested in %n run(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Gofynnwyd mewn %n rhediad.</numerusform>
            <numerusform>Gofynnwyd mewn %n rhediad.</numerusform>
            <numerusform>Gofynnwyd mewn %n rhediad.</numerusform>
            <numerusform>Gofynnwyd mewn %n rhediad.</numerusform>
            <numerusform>Gofynnwyd mewn %n rhediad.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Refused in %n run(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Gwrthodwyd mewn %n rhediad.</numerusform>
            <numerusform>Gwrthodwyd mewn %n rhediad.</numerusform>
            <numerusform>Gwrthodwyd mewn %n rhediad.</numerusform>
            <numerusform>Gwrthodwyd mewn %n rhediad.</numerusform>
            <numerusform>Gwrthodwyd mewn %n rhediad.</numerusform>
        </translation>
    </message>
    <message>
        <source>It could not be read; it is read again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oedd modd ei ddarllen; mae&apos;n cael ei ddarllen eto.</translation>
    </message>
</context>
<context>
    <name>slipway::console::MapPicture</name>
    <message>
        <source>Map of the workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Map o&apos;r llif gwaith</translation>
    </message>
</context>
<context>
    <name>slipway::console::Menus</name>
    <message>
        <source>&amp;Make trouble</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gwneud trafferth</translation>
    </message>
    <message>
        <source>&amp;Fail the next workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Methu&apos;r llif gwaith nesaf</translation>
    </message>
    <message>
        <source>Con&amp;flict the next pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gwrthdaro â&apos;r cais tynnu nesaf</translation>
    </message>
    <message>
        <source>&amp;Close the next pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cau&apos;r cais tynnu nesaf</translation>
    </message>
    <message>
        <source>Cancel the next &amp;run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslo&apos;r &amp;rhediad nesaf</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ffeil</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Golygu</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>G&amp;weld</translation>
    </message>
    <message>
        <source>&amp;Timeline</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell am&amp;ser</translation>
    </message>
    <message>
        <source>&amp;Inspector</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Archwiliwr</translation>
    </message>
    <message>
        <source>&amp;Panes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Paneli</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Lliwiau</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Rhediad</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Offer</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cymorth</translation>
    </message>
    <message>
        <source>Actions</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gweithredoedd</translation>
    </message>
    <message>
        <source>C&amp;olumns of the list</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>C&amp;olofnau&apos;r rhestr</translation>
    </message>
    <message>
        <source>&amp;Hold all checks</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dal pob gwiriad</translation>
    </message>
    <message>
        <source>Ticked: waits for the next one, or holds. Choose it again to let go.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i dicio: mae&apos;n aros am yr un nesaf, neu&apos;n dal. Dewiswch eto i ollwng.</translation>
    </message>
    <message>
        <source>Let auto-&amp;merge sleep in the repository of the next pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gadael i&apos;r auto-&amp;merge gysgu yn storfa&apos;r cais tynnu nesaf</translation>
    </message>
</context>
<context>
    <name>slipway::console::Navigator</name>
    <message>
        <source>Needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Angen eich sylw</translation>
    </message>
    <message>
        <source>Running</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar waith</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn sownd</translation>
    </message>
    <message>
        <source>Failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi methu</translation>
    </message>
    <message>
        <source>Done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <source>All runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pob rhediad</translation>
    </message>
    <message>
        <source>Views</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Golygon</translation>
    </message>
    <message>
        <source>Saved</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;u cadw</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>view, search</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, saved view, %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, golwg gadw, %2</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r olwg hon…</translation>
    </message>
    <message>
        <source>Keep the view and what is searched for under a name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r olwg a&apos;r hyn y chwilir amdano dan enw</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Drafftiau</translation>
    </message>
    <message>
        <source>%1, draft, %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, drafft, %2</translation>
    </message>
    <message>
        <source>No form is half filled.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes ffurflen yn hanner llawn.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%1, %n rhediad</numerusform>
            <numerusform>%1, %n rhediad</numerusform>
            <numerusform>%1, %n rhediad</numerusform>
            <numerusform>%1, %n rhediad</numerusform>
            <numerusform>%1, %n rhediad</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled, undone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;u canslo, wedi&apos;u dadwneud</translation>
    </message>
</context>
<context>
    <name>slipway::console::NotesTab</name>
    <message>
        <source>Add note</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ychwanegu nodyn</translation>
    </message>
    <message>
        <source>Notes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nodiadau</translation>
    </message>
    <message>
        <source>New note</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nodyn newydd</translation>
    </message>
    <message>
        <source>Write a note for whoever looks at this run next</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ysgrifennwch nodyn i bwy bynnag sy&apos;n edrych ar y rhediad hwn nesaf</translation>
    </message>
    <message>
        <source>Notes %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nodiadau %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <comment>time, person, note</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Nobody has left a note yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes neb wedi gadael nodyn eto.</translation>
    </message>
</context>
<context>
    <name>slipway::console::Notices</name>
    <message>
        <source>%1 needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen eich sylw ar %1</translation>
    </message>
    <message>
        <source>%1 is stuck</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 yn sownd</translation>
    </message>
    <message>
        <source>%1 has failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 wedi methu</translation>
    </message>
    <message>
        <source>%1 is done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 wedi gorffen</translation>
    </message>
    <message>
        <source>It took %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerodd %1.</translation>
    </message>
    <message>
        <source>Open</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor</translation>
    </message>
    <message>
        <source>Retry…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig…</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth i&apos;w wneud…</translation>
    </message>
    <message>
        <source>Mute this run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tewi&apos;r rhediad hwn</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>a %n arall</numerusform>
            <numerusform>a %n arall</numerusform>
            <numerusform>a %n arall</numerusform>
            <numerusform>a %n arall</numerusform>
            <numerusform>a %n arall</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) want your attention</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Mae %n rhediad am gael eich sylw</numerusform>
            <numerusform>Mae %n rhediad am gael eich sylw</numerusform>
            <numerusform>Mae %n rhediad am gael eich sylw</numerusform>
            <numerusform>Mae %n rhediad am gael eich sylw</numerusform>
            <numerusform>Mae %n rhediad am gael eich sylw</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::NoticesDialog</name>
    <message>
        <source>Notifications</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hysbysiadau</translation>
    </message>
    <message>
        <source>Notifications, newest first</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hysbysiadau, y diweddaraf yn gyntaf</translation>
    </message>
    <message>
        <source>Open the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor y rhediad</translation>
    </message>
    <message>
        <source>Remove what is resolved</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tynnu&apos;r hyn sydd wedi&apos;i ddatrys</translation>
    </message>
    <message>
        <source>Choose what is notified…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewis beth sy&apos;n cael ei hysbysu…</translation>
    </message>
    <message>
        <source>%1  %2</source>
        <comment>time, title</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>No longer so.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ddim felly mwyach.</translation>
    </message>
    <message>
        <source>Nothing has been notified yet. What needs you, gets stuck, fails for good or takes long and ends well is listed here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni hysbyswyd dim eto. Rhestrir yma&apos;r hyn sydd angen eich sylw, sy&apos;n mynd yn sownd, sy&apos;n methu am byth neu sy&apos;n cymryd amser hir ac yn gorffen yn dda.</translation>
    </message>
</context>
<context>
    <name>slipway::console::Opener</name>
    <message>
        <source>Link not opened</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dolen heb ei hagor</translation>
    </message>
    <message>
        <source>This link is not an ordinary https address, so it is not handed to the browser:
%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid cyfeiriad https cyffredin yw&apos;r ddolen hon, felly nid yw&apos;n cael ei rhoi i&apos;r porwr:
%1</translation>
    </message>
    <message>
        <source>Open another site?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor safle arall?</translation>
    </message>
    <message>
        <source>This link leads to “%1”, which is neither GitHub as you are connected nor a service of a workflow:
%2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ddolen hon yn arwain at “%1”, nad yw&apos;n GitHub fel yr ydych wedi&apos;ch cysylltu nac yn wasanaeth i lif gwaith:
%2</translation>
    </message>
    <message>
        <source>&amp;Open the link</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Agor y ddolen</translation>
    </message>
    <message>
        <source>Not opened</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Heb ei agor</translation>
    </message>
    <message>
        <source>No program of this computer could be started to open this address. Copy it, and open it elsewhere:
%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid cychwyn unrhyw raglen ar y cyfrifiadur hwn i agor y cyfeiriad hwn. Copïwch ef, ac agorwch ef yn rhywle arall:
%1</translation>
    </message>
    <message>
        <source>&amp;Copy the address</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Copïo&apos;r cyfeiriad</translation>
    </message>
</context>
<context>
    <name>slipway::console::Overtaken</name>
    <message>
        <source>failed at %1, fixed by attempt %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd am %1, trwsiwyd gan ymgais %2</translation>
    </message>
    <message>
        <source>failed at %1, attempt %2 is under way</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd am %1, mae ymgais %2 ar waith</translation>
    </message>
    <message>
        <source>failed at %1, settled by hand by %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd am %1, setlwyd â llaw gan %2</translation>
    </message>
    <message>
        <source>failed at %1, taken back since</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd am %1, cymerwyd yn ôl ers hynny</translation>
    </message>
    <message>
        <source>failed at %1, tried again since</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd am %1, rhoddwyd cynnig arall arni ers hynny</translation>
    </message>
    <message>
        <source>Attempt %1 %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgais %1 %2.</translation>
    </message>
    <message>
        <source>Fixed at %1: it was in conflict with its base branch, and the change was made anew there.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trwsiwyd am %1: roedd yn gwrthdaro â&apos;i gangen sylfaen, a gwnaed y newid o&apos;r newydd yno.</translation>
    </message>
    <message>
        <source>Fixed at %1: it was behind its base branch, and was brought up to date.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trwsiwyd am %1: roedd y tu ôl i&apos;w gangen sylfaen, ac fe&apos;i diweddarwyd.</translation>
    </message>
    <message>
        <source>Fixed at %1: the pull request had been closed, and was reopened.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trwsiwyd am %1: roedd y cais tynnu wedi&apos;i gau, ac fe&apos;i hailagorwyd.</translation>
    </message>
    <message>
        <source>Fixed at %1: auto-merge was off, and was turned on again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trwsiwyd am %1: roedd cyfuno awtomatig i ffwrdd, ac fe&apos;i trowyd ymlaen eto.</translation>
    </message>
    <message>
        <source>At %1: nothing was left for auto-merge to wait for, so it was merged directly.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Am %1: nid oedd dim ar ôl i gyfuno awtomatig aros amdano, felly fe&apos;i cyfunwyd yn uniongyrchol.</translation>
    </message>
    <message>
        <source>left out at %1 by %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gadawyd allan am %1 gan %2</translation>
    </message>
    <message>
        <source>ended by hand at %1 by %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gorffennwyd â llaw am %1 gan %2</translation>
    </message>
    <message>
        <source>failed at %1, then left out by %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>methodd am %1, yna gadawyd allan gan %2</translation>
    </message>
    <message>
        <source>%1, tried again since</source>
        <comment>failed …, settled …</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, rhoddwyd cynnig arall arni ers hynny</translation>
    </message>
    <message>
        <source>It was left out at %1 by %2, before its first attempt.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fe&apos;i gadawyd allan am %1 gan %2, cyn ei ymgais gyntaf.</translation>
    </message>
    <message>
        <source>It was treated as done at %1 by %2, before its first attempt.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fe&apos;i triniwyd fel un wedi&apos;i wneud am %1 gan %2, cyn ei ymgais gyntaf.</translation>
    </message>
</context>
<context>
    <name>slipway::console::PaletteText</name>
    <message>
        <source>%1, %2</source>
        <comment>group, keys</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Run, %1, %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad, %1, %2</translation>
    </message>
    <message>
        <source>Pull request, %1, %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cais tynnu, %1, %2</translation>
    </message>
    <message>
        <source>Repository: its runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Storfa: ei rhediadau</translation>
    </message>
    <message>
        <source>Run, found in its history</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad, wedi&apos;i ganfod yn ei hanes</translation>
    </message>
</context>
<context>
    <name>slipway::console::PastStrip</name>
    <message>
        <source>A moment of the past</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Eiliad o&apos;r gorffennol</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cynharach</translation>
    </message>
    <message>
        <source>To what happened before (Ctrl+Left)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>I&apos;r hyn a ddigwyddodd o&apos;r blaen (Ctrl+Chwith)</translation>
    </message>
    <message>
        <source>Later</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Diweddarach</translation>
    </message>
    <message>
        <source>To what happened after (Ctrl+Right)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>I&apos;r hyn a ddigwyddodd wedyn (Ctrl+De)</translation>
    </message>
    <message>
        <source>Back to now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ôl i nawr</translation>
    </message>
    <message>
        <source>As of %1. The run as it stood then; nothing can be done here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fel yr oedd %1. Y rhediad fel yr oedd bryd hynny; ni ellir gwneud dim yma.</translation>
    </message>
</context>
<context>
    <name>slipway::console::PreviewPane</name>
    <message>
        <source>Preview</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhagolwg</translation>
    </message>
    <message>
        <source>Steps and files</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Camau a ffeiliau</translation>
    </message>
    <message>
        <source>Step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Changes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newidiadau</translation>
    </message>
    <message>
        <source>reading…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn darllen…</translation>
    </message>
    <message>
        <source>Reading the present state of the repositories…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen cyflwr presennol y storfeydd…</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <comment>number, repository, step</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1  %2: %3</translation>
    </message>
    <message>
        <source>problem</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>problem</translation>
    </message>
    <message>
        <source>nothing to change</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim i&apos;w newid</translation>
    </message>
    <message>
        <source>+%1 −%2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>+%1 −%2</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n ffeil</numerusform>
            <numerusform>%n ffeil</numerusform>
            <numerusform>%n ffeil</numerusform>
            <numerusform>%n ffeil</numerusform>
            <numerusform>%n ffeil</numerusform>
        </translation>
    </message>
    <message>
        <source>auto-merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfuno awtomatig</translation>
    </message>
    <message>
        <source>no auto-merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim cyfuno awtomatig</translation>
    </message>
    <message>
        <source>new, +%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>newydd, +%1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n pull request(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n cais tynnu</numerusform>
            <numerusform>%n cais tynnu</numerusform>
            <numerusform>%n cais tynnu</numerusform>
            <numerusform>%n chais tynnu</numerusform>
            <numerusform>%n cais tynnu</numerusform>
        </translation>
    </message>
    <message>
        <source>read at %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllenwyd am %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <comment>branch, commit</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 ar %2</translation>
    </message>
    <message>
        <source>%1, on %2  ·  branch %3</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, ar %2  ·  cangen %3</translation>
    </message>
    <message>
        <source>Branch:  %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cangen:  %1</translation>
    </message>
    <message>
        <source>Commit:  %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Comit:  %1</translation>
    </message>
    <message>
        <source>What has to be allowed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yr hyn y mae&apos;n rhaid ei ganiatáu</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <comment>repositories and organisations</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n lle</numerusform>
            <numerusform>%n lle</numerusform>
            <numerusform>%n lle</numerusform>
            <numerusform>%n lle</numerusform>
            <numerusform>%n lle</numerusform>
        </translation>
    </message>
    <message>
        <source>To whom the connection belongs, or to the App</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>I bwy bynnag biau&apos;r cysylltiad, neu i&apos;r Ap</translation>
    </message>
    <message>
        <source>%1:  %2</source>
        <comment>repository, rights</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1:  %2</translation>
    </message>
    <message>
        <source>, </source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>slipway::console::RawAnswer</name>
    <message>
        <source>Copy</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo</translation>
    </message>
    <message>
        <source>Copy the exact text</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo&apos;r union destun</translation>
    </message>
    <message>
        <source>Exact text of the error</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Union destun y gwall</translation>
    </message>
    <message>
        <source>Copied</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i gopïo</translation>
    </message>
    <message>
        <source>Exact text</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Union destun</translation>
    </message>
    <message>
        <source>Raw answer, request id %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ateb crai, rhif adnabod y cais %1</translation>
    </message>
</context>
<context>
    <name>slipway::console::ReadAge</name>
    <message>
        <source>Read again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllen eto</translation>
    </message>
    <message>
        <source>Read the evidence again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllen y dystiolaeth eto</translation>
    </message>
    <message>
        <source>reading…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn darllen…</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ni ellid ei ddarllen</translation>
    </message>
    <message>
        <source>read %1 ago</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllenwyd %1 yn ôl</translation>
    </message>
</context>
<context>
    <name>slipway::console::ReasonField</name>
    <message>
        <source>&amp;Reason</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Rheswm</translation>
    </message>
    <message>
        <source>Reason, or one given lately</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rheswm, neu un a roddwyd yn ddiweddar</translation>
    </message>
    <message>
        <source>Reason</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rheswm</translation>
    </message>
    <message>
        <source>Others will read it in the history</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bydd eraill yn ei ddarllen yn yr hanes</translation>
    </message>
    <message>
        <source>Link, optional</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dolen, dewisol</translation>
    </message>
    <message>
        <source>https://… (optional)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>https://… (dewisol)</translation>
    </message>
    <message>
        <source>Lin&amp;k</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dol&amp;en</translation>
    </message>
    <message>
        <source>&amp;Reason *</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Rheswm *</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>reason, link</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>A reason of at least %n character(s) is needed; others will read it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Mae angen rheswm o %n nod o leiaf; bydd eraill yn ei ddarllen.</numerusform>
            <numerusform>Mae angen rheswm o %n nod o leiaf; bydd eraill yn ei ddarllen.</numerusform>
            <numerusform>Mae angen rheswm o %n nod o leiaf; bydd eraill yn ei ddarllen.</numerusform>
            <numerusform>Mae angen rheswm o %n nod o leiaf; bydd eraill yn ei ddarllen.</numerusform>
            <numerusform>Mae angen rheswm o %n nod o leiaf; bydd eraill yn ei ddarllen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more character(s), please.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n nod arall, os gwelwch yn dda.</numerusform>
            <numerusform>%n nod arall, os gwelwch yn dda.</numerusform>
            <numerusform>%n nod arall, os gwelwch yn dda.</numerusform>
            <numerusform>%n nod arall, os gwelwch yn dda.</numerusform>
            <numerusform>%n nod arall, os gwelwch yn dda.</numerusform>
        </translation>
    </message>
    <message>
        <source>The link must begin with https:// and be an address that can be opened.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhaid i&apos;r ddolen ddechrau gyda https:// a bod yn gyfeiriad y gellir ei agor.</translation>
    </message>
</context>
<context>
    <name>slipway::console::RecordImportDialog</name>
    <message>
        <source>Lines of mongoexport, arrays and what the Mongo shell prints are understood.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Deellir llinellau mongoexport, araeau a&apos;r hyn y mae cragen Mongo yn ei argraffu.</translation>
    </message>
    <message>
        <source>Import status records</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewnforio cofnodion statws</translation>
    </message>
    <message>
        <source>&amp;They become runs of</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dônt yn rhediadau o</translation>
    </message>
    <message>
        <source>Records taken in</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cofnodion a dderbyniwyd</translation>
    </message>
    <message>
        <source>Records that were refused</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cofnodion a wrthodwyd</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>D&amp;ewis ffeil…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Stopio</translation>
    </message>
    <message>
        <source>%1 of %2 records: %3 imported, %4 known before, %5 refused.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 o %2 cofnod: %3 wedi&apos;u mewnforio, %4 yn hysbys o&apos;r blaen, %5 wedi&apos;u gwrthod.</translation>
    </message>
    <message>
        <source>Importing records</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn mewnforio cofnodion</translation>
    </message>
</context>
<context>
    <name>slipway::console::RetryWords</name>
    <message>
        <source>Merge it now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ei gyfuno nawr</translation>
    </message>
    <message>
        <source>Update the branch</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Diweddaru&apos;r gangen</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ei agor eto</translation>
    </message>
    <message>
        <source>Queue it again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ei giwio eto</translation>
    </message>
    <message>
        <source>merge the pull request directly, if nothing is in its way; where the branch has a merge queue, put it into that</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfuno&apos;r cais tynnu yn uniongyrchol, os nad oes dim yn ei ffordd; lle mae gan y gangen giw cyfuno, ei roi yn hwnnw</translation>
    </message>
    <message>
        <source>bring the pull request&apos;s branch up to date with its base</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dod â changen y cais tynnu yn gyfredol â&apos;i sylfaen</translation>
    </message>
    <message>
        <source>open the pull request again; where GitHub refuses that, “Retry from” the step that raised it makes a new one</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>agor y cais tynnu eto; lle mae GitHub yn gwrthod hynny, mae “Ailgynnig o” y cam a&apos;i cododd yn gwneud un newydd</translation>
    </message>
    <message>
        <source>put the pull request into the merge queue again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhoi&apos;r cais tynnu yn y ciw cyfuno eto</translation>
    </message>
    <message>
        <source>make the change anew on what the base branch has by now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwneud y newid o&apos;r newydd ar yr hyn sydd gan y gangen sylfaen erbyn hyn</translation>
    </message>
    <message>
        <source>run the workflow, or its failed jobs, again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>rhedeg y llif gwaith, neu ei swyddi a fethodd, eto</translation>
    </message>
</context>
<context>
    <name>slipway::console::RunListModel</name>
    <message>
        <source>%1 (usual %2)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (%2 fel arfer)</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Team</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tîm</translation>
    </message>
    <message>
        <source>State</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>Step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Waiting for</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros am</translation>
    </message>
    <message>
        <source>Since (usual)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ers (arferol)</translation>
    </message>
    <message>
        <source>%1/%2 %3</source>
        <comment>number of the step, of how many, its title</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1/%2 %3</translation>
    </message>
</context>
<context>
    <name>slipway::console::RunListView</name>
    <message>
        <source>Runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediadau</translation>
    </message>
    <message>
        <source>No service has been started yet. Each one you create appears here, step by step.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gwasanaeth wedi&apos;i gychwyn eto. Mae pob un a grëwch yn ymddangos yma, gam wrth gam.</translation>
    </message>
    <message>
        <source>No run matches.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes rhediad yn cyfateb.</translation>
    </message>
    <message>
        <source>No run in the view “%1” matches.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes rhediad yn yr olwg “%1” yn cyfateb.</translation>
    </message>
    <message>
        <source>Nothing needs you.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim angen eich sylw.</translation>
    </message>
    <message>
        <source>No run is in the view “%1”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes rhediad yn yr olwg “%1”.</translation>
    </message>
    <message>
        <source>New service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaeth newydd</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos pob rhediad</translation>
    </message>
    <message>
        <source>Only the runs that the search finds are shown.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond y rhediadau y mae&apos;r chwiliad yn eu canfod a ddangosir.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Clirio&apos;r chwiliad</translation>
    </message>
</context>
<context>
    <name>slipway::console::Saving</name>
    <message>
        <source>%1 (*.%2)</source>
        <comment>form, ending</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (*.%2)</translation>
    </message>
</context>
<context>
    <name>slipway::console::SecretDialog</name>
    <message>
        <source>Give the secret</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi&apos;r gyfrinach</translation>
    </message>
    <message>
        <source>&amp;Give it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Rhoi</translation>
    </message>
    <message>
        <source>“%1” of %2 waits for it.</source>
        <comment>step, service</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae “%1” o %2 yn aros amdani.</translation>
    </message>
    <message>
        <source>It is kept in this desktop&apos;s keychain while the run is open. It stands in no history and in no log.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cedwir hi yng nghadwyn allweddi&apos;r bwrdd gwaith hwn tra bo&apos;r rhediad ar agor. Nid yw mewn unrhyw hanes nac mewn unrhyw log.</translation>
    </message>
</context>
<context>
    <name>slipway::console::ServiceList</name>
    <message>
        <source>, </source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 and others</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 ac eraill</translation>
    </message>
    <message>
        <source>Column %1: the quotation mark before “%2” is never closed. Close it, or take it out.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Colofn %1: nid yw&apos;r dyfynnod cyn “%2” byth yn cael ei gau. Caewch ef, neu tynnwch ef allan.</translation>
    </message>
    <message>
        <source>Column %1: “%2” stands behind the closing quotation mark. Write a quotation mark inside a value twice, or take it out.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Colofn %1: mae “%2” ar ôl y dyfynnod sy&apos;n cau. Ysgrifennwch ddyfynnod y tu mewn i werth ddwywaith, neu tynnwch ef allan.</translation>
    </message>
    <message>
        <source>Column %1, %2: this is a secret, which must not stand in a list. Take the column out; such services are created one at a time.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Colofn %1, %2: cyfrinach yw hon, na chaiff fod mewn rhestr. Tynnwch y golofn allan; caiff gwasanaethau o&apos;r fath eu creu fesul un.</translation>
    </message>
    <message>
        <source>Columns %1 and %2 are both “%3”. Take one of them out.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>“%3” yw colofnau %1 a %2 ill dwy. Tynnwch un ohonynt allan.</translation>
    </message>
    <message>
        <source>Column %1: the form has no “%2”. Take the column out, or name it one of: %3.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Colofn %1: nid oes “%2” yn y ffurflen. Tynnwch y golofn allan, neu rhowch un o&apos;r enwau hyn arni: %3.</translation>
    </message>
    <message>
        <source>Column %1: the form has no “%2”. Is it “%3”? Name it so, or take the column out.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Colofn %1: nid oes “%2” yn y ffurflen. Ai “%3” ydyw? Enwch hi felly, neu tynnwch y golofn allan.</translation>
    </message>
    <message>
        <source>Column %1: “%2” is one value too many, there are %3 columns. Take it out; a value that holds a comma stands in quotation marks.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Colofn %1: mae “%2” yn un gwerth yn ormod, gan mai %3 colofn sydd. Tynnwch ef allan; rhowch werth sy&apos;n dal coma mewn dyfynodau.</translation>
    </message>
    <message>
        <source>The list is longer than %1 services; what follows is left out. Create these first, and the others with a list of their own.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhestr yn hirach na %1 gwasanaeth; gadewir allan yr hyn sy&apos;n dilyn. Crëwch y rhain yn gyntaf, a&apos;r lleill gyda&apos;u rhestr eu hunain.</translation>
    </message>
    <message>
        <source>The columns are not clear yet: put line %1 right first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r colofnau&apos;n glir eto: cywirwch linell %1 yn gyntaf.</translation>
    </message>
    <message>
        <source>The form holds a value that this workflow does not know: “%1”. Clear the form.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffurflen yn dal gwerth nad yw&apos;r llif gwaith hwn yn ei adnabod: “%1”. Cliriwch y ffurflen.</translation>
    </message>
    <message>
        <source>Column %1, %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Colofn %1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>place, what is wrong</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>this is a secret, and a list holds none. Create such services one at a time.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfrinach yw hon, ac nid yw rhestr yn dal yr un. Crëwch wasanaethau o&apos;r fath fesul un.</translation>
    </message>
    <message>
        <source>nothing stands there, nor in the form. Fill it in here, or in the form for all of them.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid oes dim yno, nac yn y ffurflen. Llenwch ef yma, neu yn y ffurflen ar gyfer pob un ohonynt.</translation>
    </message>
    <message>
        <source>the list has no such column, and the form no value. Add the column, or fill in the form.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nid oes colofn o&apos;r fath yn y rhestr, na gwerth yn y ffurflen. Ychwanegwch y golofn, neu llenwch y ffurflen.</translation>
    </message>
    <message>
        <source>“%1” is none of the choices. Write one of: %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw “%1” yn un o&apos;r dewisiadau. Ysgrifennwch un o&apos;r rhain: %2.</translation>
    </message>
    <message>
        <source>“%1” is none of the choices. Is it “%2”? Write it so.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw “%1” yn un o&apos;r dewisiadau. Ai “%2” ydyw? Ysgrifennwch ef felly.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no. Write yes or no.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw “%1” yn “yes” (ydy) nac yn “no” (nac ydy). Ysgrifennwch “yes” neu “no”.</translation>
    </message>
    <message>
        <source>“%1” is no number. Write it in digits, with a point if need be.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw “%1” yn rhif. Ysgrifennwch ef mewn digidau, gyda phwynt os oes angen.</translation>
    </message>
    <message>
        <source>“%1” cannot be taken. %2.</source>
        <comment>value, the rule</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir cymryd “%1”. %2.</translation>
    </message>
    <message>
        <source>This is a spreadsheet&apos;s own file, not a list. Save it as CSV (UTF-8) there, and open that; or copy its cells and paste them here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeil taenlen ei hun yw hon, nid rhestr. Cadwch hi fel CSV (UTF-8) yno, ac agorwch honno; neu copïwch ei chelloedd a gludwch nhw yma.</translation>
    </message>
    <message>
        <source>The letters of the file are in a code that is not UTF-8. Save it as CSV (UTF-8), or copy its cells and paste them here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae llythrennau&apos;r ffeil mewn cod nad yw&apos;n UTF-8. Cadwch hi fel CSV (UTF-8), neu copïwch ei chelloedd a gludwch nhw yma.</translation>
    </message>
</context>
<context>
    <name>slipway::console::SetUpDialog</name>
    <message>
        <source>Set-up checklist</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhestr wirio cychwyn</translation>
    </message>
    <message>
        <source>Where your history is kept</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lle cedwir eich hanes</translation>
    </message>
    <message>
        <source>Sign in to GitHub</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewngofnodi i GitHub</translation>
    </message>
    <message>
        <source>Check access</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwirio mynediad</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hysbysiadau</translation>
    </message>
    <message>
        <source>The first service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y gwasanaeth cyntaf</translation>
    </message>
    <message>
        <source>You can close this and come back: Help, Set-up checklist.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gallwch gau hwn a dod yn ôl: Cymorth, Rhestr wirio cychwyn.</translation>
    </message>
    <message>
        <source>Done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <source>To do</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>I&apos;w wneud</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>title, done or to do</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi&apos;i wneud</translation>
    </message>
    <message>
        <source>to do</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>i&apos;w wneud</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Where it is…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lle mae…</translation>
    </message>
    <message>
        <source>The sandbox needs no account. Connect to GitHub when you want the real thing.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes angen cyfrif ar y blwch tywod. Cysylltwch â GitHub pan fyddwch eisiau&apos;r peth go iawn.</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltu…</translation>
    </message>
    <message>
        <source>Change…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid…</translation>
    </message>
    <message>
        <source>A token, a sign-in with a code, the token of gh, or a GitHub App.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tocyn, mewngofnodi gyda chod, tocyn gh, neu GitHub App.</translation>
    </message>
    <message>
        <source>Looked at. Look again after rights have changed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwyd arno. Edrychwch eto ar ôl i hawliau newid.</translation>
    </message>
    <message>
        <source>What the account may do: write, auto-merge, workflows, teams.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth y caiff y cyfrif ei wneud: ysgrifennu, cyfuno awtomatig, llifoedd gwaith, timau.</translation>
    </message>
    <message>
        <source>Check…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwirio…</translation>
    </message>
    <message>
        <source>needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>angen eich sylw</translation>
    </message>
    <message>
        <source>stuck</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn sownd</translation>
    </message>
    <message>
        <source>failed for good</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi methu am byth</translation>
    </message>
    <message>
        <source>done after over ten minutes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>wedi gorffen ar ôl dros ddeg munud</translation>
    </message>
    <message>
        <source>Nothing is notified.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim yn cael ei hysbysu.</translation>
    </message>
    <message>
        <source>You are told of: %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dywedir wrthych am: %1.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewis…</translation>
    </message>
    <message>
        <source>There are runs.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhediadau.</translation>
    </message>
    <message>
        <source>The form shows every change before anything is done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffurflen yn dangos pob newid cyn i ddim gael ei wneud.</translation>
    </message>
    <message>
        <source>New service…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaeth newydd…</translation>
    </message>
    <message>
        <source>Everything is set up.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae popeth wedi&apos;i osod.</translation>
    </message>
    <message>
        <source>%1 of %2 are done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 o %2 wedi&apos;u gwneud.</translation>
    </message>
</context>
<context>
    <name>slipway::console::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gosodiadau</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tudalennau&apos;r gosodiadau</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Golwg</translation>
    </message>
    <message>
        <source>&amp;Notifications</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Hysbysiadau</translation>
    </message>
    <message>
        <source>&amp;Shortcuts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Llwybrau byr</translation>
    </message>
    <message>
        <source>&amp;Watching</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>G&amp;wylio</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Iaith</translation>
    </message>
    <message>
        <source>Connection…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cysylltiad…</translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae pob newid yn dod i rym ar unwaith.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lliwiau</translation>
    </message>
    <message>
        <source>Every state has a word, a shape and a pattern of its own: none is told by colour alone.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gan bob cyflwr ei air, ei siâp a&apos;i batrwm ei hun: nid yw lliw yn unig yn dweud dim.</translation>
    </message>
    <message>
        <source>Tell me on the desktop when</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dweud wrthyf ar y bwrdd gwaith pan</translation>
    </message>
    <message>
        <source>a run needs &amp;you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>fydd angen eich &amp;sylw ar rediad</translation>
    </message>
    <message>
        <source>a run is s&amp;tuck: it waits longer than usual</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>fydd rhediad yn so&amp;wnd: yn aros yn hirach nag arfer</translation>
    </message>
    <message>
        <source>a run has &amp;failed, after the last automatic retry</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>fydd rhediad wedi &amp;methu, ar ôl yr ailgynnig awtomatig olaf</translation>
    </message>
    <message>
        <source>a run is &amp;done that took over ten minutes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>fydd rhediad a gymerodd dros &amp;ddeg munud wedi gorffen</translation>
    </message>
    <message>
        <source>an&amp;y run is done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>fydd &amp;unrhyw rediad wedi gorffen</translation>
    </message>
    <message>
        <source>One notification a run, replaced in place and taken back when it is resolved; four within a minute become one. None while you look at the run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Un hysbysiad i bob rhediad, wedi&apos;i ddisodli yn ei le a&apos;i dynnu&apos;n ôl pan fydd wedi&apos;i ddatrys; mae pedwar o fewn munud yn dod yn un. Dim tra eich bod yn edrych ar y rhediad.</translation>
    </message>
    <message>
        <source>This desktop offers no notifications at present. Everything is in the list of notifications (Tools menu).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r bwrdd gwaith hwn yn cynnig hysbysiadau ar hyn o bryd. Mae popeth yn y rhestr hysbysiadau (dewislen Offer).</translation>
    </message>
    <message>
        <source>Show one for a &amp;test</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos un fel &amp;prawf</translation>
    </message>
    <message>
        <source>Tray</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hambwrdd</translation>
    </message>
    <message>
        <source>Show Slipway in the t&amp;ray</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos Slipway yn yr &amp;hambwrdd</translation>
    </message>
    <message>
        <source>This desktop has no tray at present.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan y bwrdd gwaith hwn hambwrdd ar hyn o bryd.</translation>
    </message>
    <message>
        <source>Who watches the runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwy sy&apos;n gwylio&apos;r rhediadau</translation>
    </message>
    <message>
        <source>&amp;Keep watching in the tray when the window is closed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dal i wylio yn yr hambwrdd pan fydd y ffenestr wedi&apos;i chau</translation>
    </message>
    <message>
        <source>Needs the tray: see the page “Notifications”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen yr hambwrdd: gweler y dudalen “Hysbysiadau”.</translation>
    </message>
    <message>
        <source>Without a window</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Heb ffenestr</translation>
    </message>
    <message>
        <source>“slipwayctl agent --standby” watches every open run without a window, on this computer or on a server, and takes over when this window is closed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae “slipwayctl agent --standby” yn gwylio pob rhediad agored heb ffenestr, ar y cyfrifiadur hwn neu ar weinydd, ac yn cymryd drosodd pan fydd y ffenestr hon wedi&apos;i chau.</translation>
    </message>
    <message>
        <source>Language</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Iaith</translation>
    </message>
    <message>
        <source>The desktop&apos;s language</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Iaith y bwrdd gwaith</translation>
    </message>
    <message>
        <source>Taken at the next start.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daw i rym y tro nesaf y bydd yn cychwyn.</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gweithredoedd a&apos;u bysellau</translation>
    </message>
    <message>
        <source>Action</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gweithred</translation>
    </message>
    <message>
        <source>Keys</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bysellau</translation>
    </message>
    <message>
        <source>New &amp;keys</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bysellau &amp;newydd</translation>
    </message>
    <message>
        <source>New keys for the chosen action</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bysellau newydd ar gyfer y weithred a ddewiswyd</translation>
    </message>
    <message>
        <source>&amp;No keys</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dim bysellau</translation>
    </message>
    <message>
        <source>&amp;Usual keys</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bysellau &amp;arferol</translation>
    </message>
    <message>
        <source>All &amp;as usual</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Popeth fel arfer</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two shortcuts</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation> neu </translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, wedi newid</translation>
    </message>
    <message>
        <source>%1 belongs to “%2” already. Give that action other keys first, or choose others here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae %1 yn perthyn i “%2” yn barod. Rhowch fysellau eraill i&apos;r weithred honno yn gyntaf, neu dewiswch rai eraill yma.</translation>
    </message>
    <message>
        <source>“%1” has no keys now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gan “%1” fysellau nawr.</translation>
    </message>
    <message>
        <source>“%1” is %2 now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%2 yw “%1” nawr.</translation>
    </message>
    <message>
        <source>“Not yet reviewed” means: every text is translated, but no speaker of the language has read them yet. Please tell us of words that are wrong.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ystyr “heb ei hadolygu eto”: mae pob testun wedi&apos;i gyfieithu, ond nid oes siaradwr o&apos;r iaith wedi eu darllen eto. Rhowch wybod i ni am eiriau sy&apos;n anghywir.</translation>
    </message>
    <message>
        <source>&amp;Credentials</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Cymwysterau</translation>
    </message>
</context>
<context>
    <name>slipway::console::ShortcutsDialog</name>
    <message>
        <source>Run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediad</translation>
    </message>
    <message>
        <source>File</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeil</translation>
    </message>
    <message>
        <source>Search and saved views</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwilio a golygon cadw</translation>
    </message>
    <message>
        <source>Views</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Golygon</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell amser</translation>
    </message>
    <message>
        <source>Inspector</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Archwiliwr</translation>
    </message>
    <message>
        <source>Panes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Paneli</translation>
    </message>
    <message>
        <source>Tools</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Offer</translation>
    </message>
    <message>
        <source>Help</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymorth</translation>
    </message>
    <message>
        <source>Help and shortcuts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymorth a llwybrau byr</translation>
    </message>
    <message>
        <source>A run goes through the steps of its workflow by itself. Choose it in the list, choose a step in the timeline: the page “Why” says what it waits for and what you can do. Nothing is changed without a button that says so.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhediad yn mynd drwy gamau ei lif gwaith ar ei ben ei hun. Dewiswch ef yn y rhestr, dewiswch gam yn y llinell amser: mae&apos;r dudalen “Pam” yn dweud am beth y mae&apos;n aros a beth y gallwch ei wneud. Nid oes dim yn cael ei newid heb fotwm sy&apos;n dweud hynny.</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canfod gweithred</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gweithredoedd a&apos;u bysellau</translation>
    </message>
    <message>
        <source>Action</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gweithred</translation>
    </message>
    <message>
        <source>Keys</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bysellau</translation>
    </message>
    <message>
        <source>What it does</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth mae&apos;n ei wneud</translation>
    </message>
    <message>
        <source>Change the shortcuts…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newid y llwybrau byr…</translation>
    </message>
    <message>
        <source>Open the command palette</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor y palet gorchmynion</translation>
    </message>
    <message>
        <source> or </source>
        <comment>between two shortcuts</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation> neu </translation>
    </message>
    <message>
        <source>Previous attempt, next attempt</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgais flaenorol, ymgais nesaf</translation>
    </message>
    <message>
        <source>In the timeline: another attempt of the step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn y llinell amser: ymgais arall ar y cam</translation>
    </message>
    <message>
        <source>Fold and unfold a lane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Plygu a dadblygu lôn</translation>
    </message>
    <message>
        <source>Left, Right</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Chwith, De</translation>
    </message>
    <message>
        <source>In the timeline: hide or show a lane&apos;s steps</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn y llinell amser: cuddio neu ddangos camau lôn</translation>
    </message>
</context>
<context>
    <name>slipway::console::SignInPanel</name>
    <message>
        <source>&amp;Copy the code</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Copïo&apos;r cod</translation>
    </message>
    <message>
        <source>&amp;Open GitHub&apos;s page</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Agor tudalen GitHub</translation>
    </message>
    <message>
        <source>Code</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cod</translation>
    </message>
    <message>
        <source>Open %1 in your browser, enter this code, and allow access. Slipway notices by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agorwch %1 yn eich porwr, rhowch y cod hwn, a chaniatewch fynediad. Mae Slipway yn sylwi ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>The code is good until %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r cod yn dda tan %1.</translation>
    </message>
</context>
<context>
    <name>slipway::console::StateWords</name>
    <message>
        <source>Planned</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arfaethedig</translation>
    </message>
    <message>
        <source>Queued</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewn ciw</translation>
    </message>
    <message>
        <source>Running</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar waith</translation>
    </message>
    <message>
        <source>Retrying</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn ailgynnig</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Angen eich sylw</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn sownd</translation>
    </message>
    <message>
        <source>Done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <source>By hand</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Â llaw</translation>
    </message>
    <message>
        <source>Failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi methu</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i hepgor</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i ganslo</translation>
    </message>
    <message>
        <source>Undone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i ddadwneud</translation>
    </message>
    <message>
        <source>Paused</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi oedi</translation>
    </message>
    <message>
        <source>Not known</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anhysbys</translation>
    </message>
</context>
<context>
    <name>slipway::console::StatisticsDialog</name>
    <message>
        <source>–</source>
        <comment>nothing</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>–</translation>
    </message>
    <message>
        <source>Figures of the run and its steps</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffigurau&apos;r rhediad a&apos;i gamau</translation>
    </message>
    <message>
        <source>Step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Went well</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Aeth yn dda</translation>
    </message>
    <message>
        <source>Median</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canolrif</translation>
    </message>
    <message>
        <source>Nine in ten</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Naw o bob deg</translation>
    </message>
    <message>
        <source>Failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi methu</translation>
    </message>
    <message>
        <source>Retries</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynigion</translation>
    </message>
    <message>
        <source>Durations, newest first</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hydoedd, y diweddaraf yn gyntaf</translation>
    </message>
    <message>
        <source>Ended</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daeth i ben</translation>
    </message>
    <message>
        <source>Took</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerodd</translation>
    </message>
    <message>
        <source>Service</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwasanaeth</translation>
    </message>
    <message>
        <source>&amp;Copy the figures</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Copïo&apos;r ffigurau</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>C&amp;adw…</translation>
    </message>
    <message>
        <source>Durations</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hydoedd</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llif gwaith</translation>
    </message>
    <message>
        <source>Close</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cau</translation>
    </message>
    <message>
        <source>&amp;Workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Llif gwaith</translation>
    </message>
    <message>
        <source>The figures are copied as CSV.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffigurau wedi&apos;u copïo fel CSV.</translation>
    </message>
    <message>
        <source>Press Enter to show the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch Enter i ddangos y rhediad</translation>
    </message>
    <message>
        <source>Reading the history…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen yr hanes…</translation>
    </message>
    <message>
        <source>There is no run of this workflow yet. When some have ended, what they took appears here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes rhediad o&apos;r llif gwaith hwn eto. Pan fydd rhai wedi dod i ben, bydd yr hyn a gymerasant yn ymddangos yma.</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n rhediad</numerusform>
            <numerusform>%n rhediad</numerusform>
            <numerusform>%n rhediad</numerusform>
            <numerusform>%n rhediad</numerusform>
            <numerusform>%n rhediad</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n wedi gorffen</numerusform>
            <numerusform>%n wedi gorffen</numerusform>
            <numerusform>%n wedi gorffen</numerusform>
            <numerusform>%n wedi gorffen</numerusform>
            <numerusform>%n wedi gorffen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n wedi methu</numerusform>
            <numerusform>%n wedi methu</numerusform>
            <numerusform>%n wedi methu</numerusform>
            <numerusform>%n wedi methu</numerusform>
            <numerusform>%n wedi methu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cancelled or undone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n wedi&apos;i ganslo neu ei ddadwneud</numerusform>
            <numerusform>%n wedi&apos;i ganslo neu ei ddadwneud</numerusform>
            <numerusform>%n wedi&apos;u canslo neu eu dadwneud</numerusform>
            <numerusform>%n wedi&apos;u canslo neu eu dadwneud</numerusform>
            <numerusform>%n wedi&apos;u canslo neu eu dadwneud</numerusform>
        </translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>, </translation>
    </message>
    <message>
        <source>longer than nine in ten</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>hirach na naw o bob deg</translation>
    </message>
    <message>
        <source>Save the figures</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r ffigurau</translation>
    </message>
    <message>
        <source>Table</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tabl</translation>
    </message>
    <message>
        <source>JSON, with every duration</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>JSON, gyda phob hyd</translation>
    </message>
    <message>
        <source>Report</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Adroddiad</translation>
    </message>
    <message>
        <source>Picture of the plots</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llun o&apos;r plotiau</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadwyd fel %1</translation>
    </message>
</context>
<context>
    <name>slipway::console::StatusLine</name>
    <message>
        <source>Status</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Statws</translation>
    </message>
    <message>
        <source>Account</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfrif</translation>
    </message>
    <message>
        <source>Who you are and what is allowed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwy ydych chi a beth a ganiateir</translation>
    </message>
    <message>
        <source>Calls left</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Galwadau ar ôl</translation>
    </message>
    <message>
        <source>GitHub&apos;s budget for this account</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyllideb GitHub ar gyfer y cyfrif hwn</translation>
    </message>
    <message>
        <source>Age of the data</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Oed y data</translation>
    </message>
    <message>
        <source>Read the store again</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllen y gronfa eto</translation>
    </message>
    <message>
        <source>Runs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhediadau</translation>
    </message>
    <message>
        <source>Show those that need you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y rhai sydd angen eich sylw</translation>
    </message>
    <message>
        <source>Store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cronfa</translation>
    </message>
    <message>
        <source>Where the history is kept</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lle cedwir yr hanes</translation>
    </message>
    <message>
        <source>Version</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fersiwn</translation>
    </message>
    <message>
        <source>About Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ynghylch Slipway</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>part of the status bar</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Heb gysylltu</translation>
    </message>
    <message>
        <source>%1 @ %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 @ %2</translation>
    </message>
    <message>
        <source>API %L1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>API %L1</translation>
    </message>
    <message>
        <source>API %L1/%L2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>API %L1/%L2</translation>
    </message>
    <message>
        <source>store read-only</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa&apos;n darllen yn unig</translation>
    </message>
    <message>
        <source>store ok</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa&apos;n iawn</translation>
    </message>
    <message>
        <source>store of another Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa Slipway arall</translation>
    </message>
    <message>
        <source>store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cronfa</translation>
    </message>
    <message>
        <source>%1 running, %2 waiting, %3 needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 ar waith, %2 yn aros, %3 angen eich sylw</translation>
    </message>
    <message>
        <source>read %1 ago</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllenwyd %1 yn ôl</translation>
    </message>
    <message>
        <source>read at %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllenwyd am %1</translation>
    </message>
    <message>
        <source>%1, resets %2</source>
        <comment>calls left, time</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, ailosod %2</translation>
    </message>
    <message>
        <source>Under way</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar y gweill</translation>
    </message>
    <message>
        <source>What goes on in the background</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yr hyn sy&apos;n digwydd yn y cefndir</translation>
    </message>
    <message>
        <source>read %1 ago, looks every %2</source>
        <comment>duration, duration</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllenwyd %1 yn ôl, yn edrych bob %2</translation>
    </message>
</context>
<context>
    <name>slipway::console::StepDialog</name>
    <message>
        <source>%1 › %2 › %3</source>
        <comment>service, lane, step</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 › %2 › %3</translation>
    </message>
    <message>
        <source>Copy &amp;report</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo&apos;r &amp;adroddiad</translation>
    </message>
    <message>
        <source>What now?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth nawr?</translation>
    </message>
    <message>
        <source>Evidence is read for a step; none is chosen.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllenir tystiolaeth ar gyfer cam; nid oes un wedi&apos;i ddewis.</translation>
    </message>
    <message>
        <source>What this will do</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth fydd hyn yn ei wneud</translation>
    </message>
    <message>
        <source>This will</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bydd hyn yn</translation>
    </message>
    <message>
        <source>The step&apos;s name, typed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enw&apos;r cam, wedi&apos;i deipio</translation>
    </message>
    <message>
        <source>%1, since %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, ers %2.</translation>
    </message>
    <message>
        <source>It takes %1 so far; usual are %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n cymryd %1 hyd yma; %2 sy&apos;n arferol.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>place, effect</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Type “%1” to say that you mean this step.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Teipiwch “%1” i ddweud mai&apos;r cam hwn yr ydych yn ei olygu.</translation>
    </message>
    <message>
        <source>Reading the run…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen y rhediad…</translation>
    </message>
    <message>
        <source>The window shows another run by now. Select this one again, or close this.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffenestr yn dangos rhediad arall erbyn hyn. Dewiswch hwn eto, neu caewch hwn.</translation>
    </message>
    <message>
        <source>The run has moved while this was open: %1. Look at what this would do now, then press again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhediad wedi symud tra oedd hwn ar agor: %1. Edrychwch ar yr hyn y byddai hyn yn ei wneud nawr, yna pwyswch eto.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïwyd</translation>
    </message>
    <message>
        <source>wait until GitHub answers again; then</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>aros nes bod GitHub yn ateb eto; wedyn</translation>
    </message>
    <message>
        <source>Nothing is checked. Type the step&apos;s name: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes dim yn cael ei wirio. Teipiwch enw&apos;r cam: %1</translation>
    </message>
    <message>
        <source>What was read speaks against it. Type the step&apos;s name: %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a ddarllenwyd yn siarad yn ei erbyn. Teipiwch enw&apos;r cam: %1</translation>
    </message>
    <message>
        <source>This step has gone on meanwhile: %1. Choose what to do.</source>
        <comment>its state</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r cam hwn wedi mynd ymlaen yn y cyfamser: %1. Dewiswch beth i&apos;w wneud.</translation>
    </message>
    <message>
        <source>The run has gone on meanwhile: %1. Choose what to do.</source>
        <comment>its state</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r rhediad wedi mynd ymlaen yn y cyfamser: %1. Dewiswch beth i&apos;w wneud.</translation>
    </message>
    <message>
        <source>%1 Choose what to do.</source>
        <comment>why what was chosen is not to be had any more</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 Dewiswch beth i&apos;w wneud.</translation>
    </message>
    <message>
        <source>Choose what to do</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch beth i&apos;w wneud</translation>
    </message>
</context>
<context>
    <name>slipway::console::StoreCopiesDialog</name>
    <message>
        <source>made by itself, once a day</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwnaed ohono&apos;i hun, unwaith y dydd</translation>
    </message>
    <message>
        <source>made because somebody asked</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwnaed am fod rhywun wedi gofyn</translation>
    </message>
    <message>
        <source>made before the store&apos;s form changed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwnaed cyn i ffurf y gronfa newid</translation>
    </message>
    <message>
        <source>what stood there before a copy was put back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>beth oedd yno cyn i gopi gael ei roi yn ôl</translation>
    </message>
    <message>
        <source>Copies of the store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïau o&apos;r gronfa</translation>
    </message>
    <message>
        <source>Copies, newest first</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïau, y diweddaraf yn gyntaf</translation>
    </message>
    <message>
        <source>&amp;Make a copy now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Gwneud copi nawr</translation>
    </message>
    <message>
        <source>&amp;Put it back…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Ei roi yn ôl…</translation>
    </message>
    <message>
        <source>The history is kept in %1; its copies stand beside it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cedwir yr hanes yn %1; mae ei gopïau wrth ei ochr.</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>time, size, why</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>Making a copy…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gwneud copi…</translation>
    </message>
    <message>
        <source>There is no copy yet. One is made each day while the runs are watched.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes copi eto. Gwneir un bob dydd tra bo&apos;r rhediadau&apos;n cael eu gwylio.</translation>
    </message>
    <message>
        <source>Put this copy back?</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi&apos;r copi hwn yn ôl?</translation>
    </message>
    <message>
        <source>The history becomes what it was on %1. What was journaled since then is no longer in it; the file that is replaced is kept beside it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Bydd yr hanes fel yr oedd ar %1. Ni fydd yr hyn a gofnodwyd ers hynny ynddo mwyach; cedwir y ffeil a ddisodlir wrth ei ochr.</translation>
    </message>
    <message>
        <source>Put the copy back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoi&apos;r copi yn ôl</translation>
    </message>
    <message>
        <source>&amp;Look at it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Edrych arno</translation>
    </message>
    <message>
        <source>Show this copy instead of the store, for reading only</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y copi hwn yn lle&apos;r gronfa, ar gyfer darllen yn unig</translation>
    </message>
    <message>
        <source>A copy can be looked at without changing anything; this window does not watch the runs meanwhile. To put one back closes this window for a moment. What stands there now is kept, and every open run looks at what is there before it does anything.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gellir edrych ar gopi heb newid dim; nid yw&apos;r ffenestr hon yn gwylio&apos;r rhediadau yn y cyfamser. Mae rhoi un yn ôl yn cau&apos;r ffenestr hon am eiliad. Cedwir yr hyn sydd yno nawr, ac mae pob rhediad agored yn edrych ar yr hyn sydd yno cyn gwneud dim.</translation>
    </message>
    <message>
        <source>Copying the store</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn copïo&apos;r storfa</translation>
    </message>
</context>
<context>
    <name>slipway::console::Theme</name>
    <message>
        <source>As the desktop</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fel y bwrdd gwaith</translation>
    </message>
    <message>
        <source>Light</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Golau</translation>
    </message>
    <message>
        <source>Dark</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tywyll</translation>
    </message>
    <message>
        <source>High contrast, black on white</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyferbyniad uchel, du ar wyn</translation>
    </message>
    <message>
        <source>High contrast, white on black</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyferbyniad uchel, gwyn ar ddu</translation>
    </message>
</context>
<context>
    <name>slipway::console::TimeWindow</name>
    <message>
        <source>last read %1 ago</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>darllenwyd ddiwethaf %1 yn ôl</translation>
    </message>
    <message>
        <source>now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>nawr</translation>
    </message>
</context>
<context>
    <name>slipway::console::TimelineAxis</name>
    <message>
        <source>Drag to see the run as it was then</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llusgwch i weld y rhediad fel yr oedd bryd hynny</translation>
    </message>
</context>
<context>
    <name>slipway::console::TimelineModel</name>
    <message>
        <source>Not known since %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Anhysbys ers %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>steps done of all steps of a lane</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 o %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Requested</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gofyn</translation>
    </message>
    <message numerus="yes">
        <source>%n failed attempt(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n ymgais wedi methu</numerusform>
            <numerusform>%n ymgais wedi methu</numerusform>
            <numerusform>%n ymgais wedi methu</numerusform>
            <numerusform>%n ymgais wedi methu</numerusform>
            <numerusform>%n ymgais wedi methu</numerusform>
        </translation>
    </message>
    <message>
        <source>usual %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 fel arfer</translation>
    </message>
    <message>
        <source>Repository / step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Storfa / cam</translation>
    </message>
    <message>
        <source>State</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>Time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Amser</translation>
    </message>
    <message>
        <source>%1, %2, %3, since %4</source>
        <comment>lane, step, state, time</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2, %3, ers %4</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>lane, step, state</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, %2, %3</translation>
    </message>
</context>
<context>
    <name>slipway::console::TimelinePane</name>
    <message>
        <source>Fold idle time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Plygu amser segur</translation>
    </message>
    <message>
        <source>Draw long stretches in which nothing happened short, with their length beside</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lluniadu cyfnodau hir lle na ddigwyddodd dim yn fyr, gyda&apos;u hyd wrth eu hochr</translation>
    </message>
    <message>
        <source>UTC</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Show times in UTC instead of local time</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos amserau mewn UTC yn lle amser lleol</translation>
    </message>
    <message>
        <source>Times in UTC</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Amserau mewn UTC</translation>
    </message>
    <message>
        <source>Show the whole run (Ctrl+0)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dangos y rhediad cyfan (Ctrl+0)</translation>
    </message>
    <message>
        <source>Zoom out (Ctrl+-)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pellhau (Ctrl+-)</translation>
    </message>
    <message>
        <source>Zoom in (Ctrl+=)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nesáu (Ctrl+=)</translation>
    </message>
    <message>
        <source>View as table</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gweld fel tabl</translation>
    </message>
    <message>
        <source>Save the timeline as a picture</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cadw&apos;r llinell amser fel llun</translation>
    </message>
    <message>
        <source>Choose a run to see its steps.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch rediad i weld ei gamau.</translation>
    </message>
    <message>
        <source>started by %1 at %2, took %3</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwynnwyd gan %1 am %2, cymerodd %3</translation>
    </message>
    <message>
        <source>started by %1 at %2, %3 so far</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwynnwyd gan %1 am %2, %3 hyd yma</translation>
    </message>
    <message>
        <source>Picture</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llun</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lluniad</translation>
    </message>
    <message>
        <source>Page</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tudalen</translation>
    </message>
    <message>
        <source>Not in the list: show it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw yn y rhestr: ei ddangos</translation>
    </message>
    <message>
        <source>The search or the view leaves this run out; the buttons still act on it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r chwiliad neu&apos;r olwg yn gadael y rhediad hwn allan; mae&apos;r botymau&apos;n dal i weithredu arno.</translation>
    </message>
</context>
<context>
    <name>slipway::console::TimelineSheet</name>
    <message>
        <source>as of %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>fel yr oedd %1</translation>
    </message>
    <message>
        <source>made %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwnaed %1</translation>
    </message>
    <message>
        <source>times in UTC</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>amserau mewn UTC</translation>
    </message>
    <message>
        <source>local times</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>amserau lleol</translation>
    </message>
    <message>
        <source>Usual duration</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hyd arferol</translation>
    </message>
    <message>
        <source>timeline-%1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>llinell-amser-%1</translation>
    </message>
    <message>
        <source>Timeline of %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell amser %1</translation>
    </message>
</context>
<context>
    <name>slipway::console::TimelineTable</name>
    <message>
        <source>Repository</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Storfa</translation>
    </message>
    <message>
        <source>Step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam</translation>
    </message>
    <message>
        <source>State</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyflwr</translation>
    </message>
    <message>
        <source>Started</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwyd</translation>
    </message>
    <message>
        <source>Ended</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daeth i ben</translation>
    </message>
    <message>
        <source>Length</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hyd</translation>
    </message>
    <message>
        <source>Usually</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fel arfer</translation>
    </message>
    <message>
        <source>Long is over</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Hir yw dros</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ymgeisiau</translation>
    </message>
    <message>
        <source>Needs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ei angen</translation>
    </message>
    <message>
        <source>Timeline as a table</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell amser fel tabl</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo popeth</translation>
    </message>
    <message>
        <source>Timeline of %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell amser %1</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell amser</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>lane, step</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>slipway::console::TimelineView</name>
    <message>
        <source>Timeline</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llinell amser</translation>
    </message>
</context>
<context>
    <name>slipway::console::TrayIcon</name>
    <message>
        <source>&amp;Show the window</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>&amp;Dangos y ffenestr</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ga&amp;dael</translation>
    </message>
    <message>
        <source>Slipway</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway</translation>
    </message>
    <message>
        <source>Slipway: %1 needs you, %2 running, %3 waiting</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Slipway: %1 angen eich sylw, %2 ar waith, %3 yn aros</translation>
    </message>
</context>
<context>
    <name>slipway::console::UndoDialog</name>
    <message>
        <source>What is taken back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth sy&apos;n cael ei gymryd yn ôl</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i gymryd yn ôl</translation>
    </message>
    <message>
        <source>What stays</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth sy&apos;n aros</translation>
    </message>
    <message>
        <source>Tick &amp;all</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ticio &amp;popeth</translation>
    </message>
    <message>
        <source>Undo</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dadwneud</translation>
    </message>
    <message>
        <source>Undo what %1 made</source>
        <comment>service</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dadwneud yr hyn a wnaeth %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>place, what</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor %1</translation>
    </message>
    <message>
        <source>The window shows another run by now. Select this one again, or close this.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ffenestr yn dangos rhediad arall erbyn hyn. Dewiswch hwn eto, neu caewch hwn.</translation>
    </message>
    <message>
        <source>Reading what can be taken back…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn darllen beth y gellir ei gymryd yn ôl…</translation>
    </message>
    <message>
        <source>There is nothing that could be taken back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Does dim y gellid ei gymryd yn ôl.</translation>
    </message>
    <message>
        <source>Tick at least one line.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ticiwch o leiaf un llinell.</translation>
    </message>
    <message numerus="yes">
        <source>Take %n thing(s) back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Cymryd %n peth yn ôl</numerusform>
            <numerusform>Cymryd %n peth yn ôl</numerusform>
            <numerusform>Cymryd %n peth yn ôl</numerusform>
            <numerusform>Cymryd %n pheth yn ôl</numerusform>
            <numerusform>Cymryd %n peth yn ôl</numerusform>
        </translation>
    </message>
    <message>
        <source>Untick &amp;all</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dad-dicio &amp;popeth</translation>
    </message>
    <message numerus="yes">
        <source>%n merged change(s): for each a pull request is proposed that reverts it. The change stays until a person has reviewed and merged that one.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n newid wedi&apos;i gyfuno: ar gyfer pob un cynigir cais tynnu sy&apos;n ei wrthdroi. Mae&apos;r newid yn aros nes bod rhywun wedi adolygu a chyfuno hwnnw.</numerusform>
            <numerusform>%n newid wedi&apos;i gyfuno: ar gyfer pob un cynigir cais tynnu sy&apos;n ei wrthdroi. Mae&apos;r newid yn aros nes bod rhywun wedi adolygu a chyfuno hwnnw.</numerusform>
            <numerusform>%n newid wedi&apos;i gyfuno: ar gyfer pob un cynigir cais tynnu sy&apos;n ei wrthdroi. Mae&apos;r newid yn aros nes bod rhywun wedi adolygu a chyfuno hwnnw.</numerusform>
            <numerusform>%n newid wedi&apos;i gyfuno: ar gyfer pob un cynigir cais tynnu sy&apos;n ei wrthdroi. Mae&apos;r newid yn aros nes bod rhywun wedi adolygu a chyfuno hwnnw.</numerusform>
            <numerusform>%n newid wedi&apos;i gyfuno: ar gyfer pob un cynigir cais tynnu sy&apos;n ei wrthdroi. Mae&apos;r newid yn aros nes bod rhywun wedi adolygu a chyfuno hwnnw.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Undo %n ticked line(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Dadwneud %n llinell a diciwyd</numerusform>
            <numerusform>Dadwneud %n llinell a diciwyd</numerusform>
            <numerusform>Dadwneud %n linell a diciwyd</numerusform>
            <numerusform>Dadwneud %n llinell a diciwyd</numerusform>
            <numerusform>Dadwneud %n llinell a diciwyd</numerusform>
        </translation>
    </message>
    <message>
        <source>What can be taken back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yr hyn y gellir ei gymryd yn ôl</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) can be taken back now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Gellir cymryd %n peth yn ôl nawr</numerusform>
            <numerusform>Gellir cymryd %n peth yn ôl nawr</numerusform>
            <numerusform>Gellir cymryd %n peth yn ôl nawr</numerusform>
            <numerusform>Gellir cymryd %n pheth yn ôl nawr</numerusform>
            <numerusform>Gellir cymryd %n peth yn ôl nawr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Propose %n pull request(s) that revert</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Cynnig %n cais tynnu sy&apos;n gwrthdroi</numerusform>
            <numerusform>Cynnig %n cais tynnu sy&apos;n gwrthdroi</numerusform>
            <numerusform>Cynnig %n gais tynnu sy&apos;n gwrthdroi</numerusform>
            <numerusform>Cynnig %n chais tynnu sy&apos;n gwrthdroi</numerusform>
            <numerusform>Cynnig %n cais tynnu sy&apos;n gwrthdroi</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pull request(s) that revert can be proposed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Gellir cynnig %n cais tynnu sy&apos;n gwrthdroi</numerusform>
            <numerusform>Gellir cynnig %n cais tynnu sy&apos;n gwrthdroi</numerusform>
            <numerusform>Gellir cynnig %n gais tynnu sy&apos;n gwrthdroi</numerusform>
            <numerusform>Gellir cynnig %n chais tynnu sy&apos;n gwrthdroi</numerusform>
            <numerusform>Gellir cynnig %n cais tynnu sy&apos;n gwrthdroi</numerusform>
        </translation>
    </message>
    <message>
        <source>What is ticked is taken back, in this order; nothing else is touched. What is not ticked stays for good, and the run ends.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerir yn ôl yr hyn a diciwyd, yn y drefn hon; ni chyffyrddir â dim arall. Mae&apos;r hyn na thiciwyd yn aros am byth, a daw&apos;r rhediad i ben.</translation>
    </message>
    <message>
        <source>Until then the run is among those that need you.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tan hynny mae&apos;r rhediad ymhlith y rhai sydd angen eich sylw.</translation>
    </message>
    <message>
        <source>–</source>
        <comment>nothing known</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>–</translation>
    </message>
    <message>
        <source>Now</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nawr</translation>
    </message>
    <message>
        <source>Journal</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dyddlyfr</translation>
    </message>
    <message>
        <source>What stays, and why</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth sy&apos;n aros, a pham</translation>
    </message>
    <message>
        <source>%1 now</source>
        <comment>service</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 nawr</translation>
    </message>
    <message>
        <source>The services could not be asked: %1 The lines say what the journal believes; undoing looks for itself before it does anything.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellid holi&apos;r gwasanaethau: %1 Mae&apos;r llinellau&apos;n dweud yr hyn y mae&apos;r dyddlyfr yn ei gredu; mae dadwneud yn edrych drosto&apos;i hun cyn gwneud dim.</translation>
    </message>
    <message>
        <source>DIFFERS: %1</source>
        <comment>what the journal has</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>YN WAHANOL: %1</translation>
    </message>
    <message>
        <source>Branch %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cangen %1</translation>
    </message>
    <message>
        <source>%1 Lane %2. Now: %3. Journal: %4.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 Lôn %2. Nawr: %3. Dyddlyfr: %4.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <comment>what, why it stays</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>Harmless: %1 Now: %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Diniwed: %1 Nawr: %2.</translation>
    </message>
    <message>
        <source>Look after it: %1 Now: %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofalwch amdano: %1 Nawr: %2.</translation>
    </message>
    <message>
        <source>Count the run as undone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfrif y rhediad fel un wedi&apos;i ddadwneud</translation>
    </message>
    <message numerus="yes">
        <source>%n ticked line(s) cannot be taken back as it stands: the undo stops there and asks you.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Ni ellir cymryd %n llinell a diciwyd yn ôl fel y mae: mae&apos;r dadwneud yn stopio yno ac yn gofyn i chi.</numerusform>
            <numerusform>Ni ellir cymryd %n llinell a diciwyd yn ôl fel y mae: mae&apos;r dadwneud yn stopio yno ac yn gofyn i chi.</numerusform>
            <numerusform>Ni ellir cymryd %n linell a diciwyd yn ôl fel y maent: mae&apos;r dadwneud yn stopio yno ac yn gofyn i chi.</numerusform>
            <numerusform>Ni ellir cymryd %n llinell a diciwyd yn ôl fel y maent: mae&apos;r dadwneud yn stopio yno ac yn gofyn i chi.</numerusform>
            <numerusform>Ni ellir cymryd %n llinell a diciwyd yn ôl fel y maent: mae&apos;r dadwneud yn stopio yno ac yn gofyn i chi.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is left that could be taken back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes dim ar ôl y gellid ei gymryd yn ôl</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) came while this was open; what is not ticked stays.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Daeth %n llinell tra oedd hwn ar agor; mae’r hyn heb ei dicio’n aros.</numerusform>
            <numerusform>Daeth %n llinell tra oedd hwn ar agor; mae’r hyn heb ei dicio’n aros.</numerusform>
            <numerusform>Daeth %n llinell tra oedd hwn ar agor; mae’r hyn heb ei dicio’n aros.</numerusform>
            <numerusform>Daeth %n llinell tra oedd hwn ar agor; mae’r hyn heb ei dicio’n aros.</numerusform>
            <numerusform>Daeth %n llinell tra oedd hwn ar agor; mae’r hyn heb ei dicio’n aros.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>slipway::console::UndoneWords</name>
    <message>
        <source>It was undone, %1.</source>
        <comment>when</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cafodd ei ddadwneud, %1.</translation>
    </message>
    <message>
        <source>%1 undid it, %2.</source>
        <comment>who, when</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dadwnaeth %1 ef, %2.</translation>
    </message>
    <message>
        <source>%1 undid it, %2: %3.</source>
        <comment>who, when, why</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dadwnaeth %1 ef, %2: %3.</translation>
    </message>
    <message>
        <source>#%1 in %2 by #%3</source>
        <comment>pull request, lane, the one that reverts it</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>#%1 yn %2 gan #%3</translation>
    </message>
    <message>
        <source>#%1 in %2</source>
        <comment>pull request, lane</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>#%1 yn %2</translation>
    </message>
    <message>
        <source>Closed: %1.</source>
        <comment>pull requests</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewyd: %1.</translation>
    </message>
    <message>
        <source>Reverted: %1.</source>
        <comment>pull requests</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthdrowyd: %1.</translation>
    </message>
    <message>
        <source>Proposed to be reverted, but not: %1.</source>
        <comment>pull requests</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cynigiwyd eu gwrthdroi, ond heb wneud: %1.</translation>
    </message>
</context>
<context>
    <name>slipway::console::ValuesTab</name>
    <message>
        <source>Inputs and outputs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewnbynnau ac allbynnau</translation>
    </message>
    <message>
        <source>Name</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Enw</translation>
    </message>
    <message>
        <source>Value</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwerth</translation>
    </message>
    <message>
        <source>Inputs of the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewnbynnau&apos;r rhediad</translation>
    </message>
    <message>
        <source>Outputs of the step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Allbynnau&apos;r cam</translation>
    </message>
    <message>
        <source>Found by the last attempt</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canfuwyd gan yr ymgais ddiwethaf</translation>
    </message>
    <message>
        <source>Parameters of the step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Paramedrau&apos;r cam</translation>
    </message>
</context>
<context>
    <name>slipway::console::WhyTab</name>
    <message>
        <source>Choose a run, then a step in its timeline, to read what goes on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch rediad, yna cam yn ei linell amser, i ddarllen beth sy&apos;n digwydd.</translation>
    </message>
    <message>
        <source>Why</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pam</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n step(s) done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%1 o %n cam wedi&apos;u gwneud.</numerusform>
            <numerusform>%1 o %n cam wedi&apos;i wneud.</numerusform>
            <numerusform>%1 o %n cam wedi&apos;u gwneud.</numerusform>
            <numerusform>%1 o %n cham wedi&apos;u gwneud.</numerusform>
            <numerusform>%1 o %n cam wedi&apos;u gwneud.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a step in the timeline to read why it is where it is.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dewiswch gam yn y llinell amser i ddarllen pam y mae lle y mae.</translation>
    </message>
    <message>
        <source>“%1” in %2 (%3)</source>
        <comment>step, lane, state</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>“%1” yn %2 (%3)</translation>
    </message>
    <message>
        <source>It needs %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen %1 arno.</translation>
    </message>
    <message>
        <source>It holds up %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n dal %1 yn ôl.</translation>
    </message>
    <message>
        <source>“%1” (%2)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>“%1” (%2)</translation>
    </message>
    <message>
        <source>It starts in a moment.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n cychwyn mewn eiliad.</translation>
    </message>
    <message>
        <source>It starts after %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n cychwyn ar ôl %1.</translation>
    </message>
    <message>
        <source> and </source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation> a </translation>
    </message>
    <message>
        <source>It is about to start.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ar fin cychwyn.</translation>
    </message>
    <message>
        <source>Attempt %1 is at work.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ymgais %1 wrth ei gwaith.</translation>
    </message>
    <message>
        <source>It is at work.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae wrth ei waith.</translation>
    </message>
    <message>
        <source>%1, since %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, ers %2.</translation>
    </message>
    <message>
        <source>It waits.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n aros.</translation>
    </message>
    <message numerus="yes">
        <source>Done after %n attempt(s).</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>Wedi&apos;i wneud ar ôl %n ymgais.</numerusform>
            <numerusform>Wedi&apos;i wneud ar ôl %n ymgais.</numerusform>
            <numerusform>Wedi&apos;i wneud ar ôl %n ymgais.</numerusform>
            <numerusform>Wedi&apos;i wneud ar ôl %n ymgais.</numerusform>
            <numerusform>Wedi&apos;i wneud ar ôl %n ymgais.</numerusform>
        </translation>
    </message>
    <message>
        <source>Done.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i wneud.</translation>
    </message>
    <message>
        <source>It is tried again at %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhoddir cynnig arall arno am %1.</translation>
    </message>
    <message>
        <source>Treated as done by %1: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i drin fel un wedi&apos;i wneud gan %1: %2</translation>
    </message>
    <message>
        <source>Left out: it is not needed for these inputs and settings.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i adael allan: nid oes ei angen ar gyfer y mewnbynnau a&apos;r gosodiadau hyn.</translation>
    </message>
    <message>
        <source>Left out by %1: %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i adael allan gan %1: %2</translation>
    </message>
    <message>
        <source>The run was cancelled before this step ended.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslwyd y rhediad cyn i&apos;r cam hwn ddod i ben.</translation>
    </message>
    <message>
        <source>What this step had made has been taken back.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a wnaeth y cam hwn wedi&apos;i gymryd yn ôl.</translation>
    </message>
    <message>
        <source>started %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwynnodd %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cymerodd %1</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 hyd yma</translation>
    </message>
    <message>
        <source>usual duration not known yet</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>hyd arferol heb fod yn hysbys eto</translation>
    </message>
    <message>
        <source>usually %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 fel arfer</translation>
    </message>
    <message>
        <source>attempt %1 of %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ymgais %1 o %2</translation>
    </message>
    <message>
        <source>made anew, generation %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwnaed o&apos;r newydd, cenhedlaeth %1</translation>
    </message>
    <message>
        <source>Copy nudge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Copïo&apos;r nodyn atgoffa</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Agor %1</translation>
    </message>
    <message>
        <source>What it changed stays until somebody merges pull request #%1, which reverts it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a newidiodd yn aros nes bod rhywun yn cyfuno cais tynnu #%1, sy&apos;n ei wrthdroi.</translation>
    </message>
    <message>
        <source>All is done, since %1; it took %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae popeth wedi&apos;i wneud, ers %1; cymerodd %2.</translation>
    </message>
    <message>
        <source>What it changed has been taken back: pull request #%1, which reverts it, was merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerwyd yn ôl yr hyn a newidiodd: cyfunwyd cais tynnu #%1, sy&apos;n ei wrthdroi.</translation>
    </message>
    <message>
        <source>What it changed stays: pull request #%1, which would have reverted it, was not merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a newidiodd yn aros: ni chafodd cais tynnu #%1, a fyddai wedi ei wrthdroi, ei gyfuno.</translation>
    </message>
    <message>
        <source>%1. What this run had merged stays until it is reverted.</source>
        <comment>2 … are still open</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1. Mae&apos;r hyn a gyfunodd y rhediad hwn yn aros nes iddo gael ei wrthdroi.</translation>
    </message>
    <message>
        <source>This run cannot be read</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir darllen y rhediad hwn</translation>
    </message>
    <message>
        <source>Pull request #%1, which would have taken back what it changed, is not to be seen any more; look whether it was merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw cais tynnu #%1, a fyddai wedi cymryd yn ôl yr hyn a newidiodd, i&apos;w weld mwyach; edrychwch a gafodd ei gyfuno.</translation>
    </message>
    <message>
        <source>%1 cancelled it, %2. %3</source>
        <comment>who, when, how far it was</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslodd %1 ef, %2. %3</translation>
    </message>
    <message>
        <source>%1 cancelled it, %2: %3. %4</source>
        <comment>who, when, why, how far it was</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Canslodd %1 ef, %2: %3. %4</translation>
    </message>
    <message>
        <source>What it changed stays: pull request #%1, which reverts it, is left as it is.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r hyn a newidiodd yn aros: gadewir cais tynnu #%1, sy&apos;n ei wrthdroi, fel y mae.</translation>
    </message>
    <message>
        <source>Resume the run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailddechrau&apos;r rhediad</translation>
    </message>
    <message>
        <source>Leave it to GitHub</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ei adael i GitHub</translation>
    </message>
    <message>
        <source>%1. Undo closes what is open; “Leave it to GitHub” lets it merge, at %2.</source>
        <comment>#12 still merges by itself; steps</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1. Mae Dadwneud yn cau&apos;r hyn sydd ar agor; mae “Ei adael i GitHub” yn gadael iddo gael ei gyfuno, wrth %2.</translation>
    </message>
    <message>
        <source>GitHub still merges pull request #%1 by itself, although the run has ended. Undo closes it; “Leave it to GitHub” lets it merge.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn dal i gyfuno cais tynnu #%1 ar ei ben ei hun, er bod y rhediad wedi gorffen. Mae Dadwneud yn ei gau; mae “Ei adael i GitHub” yn gadael iddo gael ei gyfuno.</translation>
    </message>
    <message>
        <source>%1 (%2). Nothing is begun until it is resumed.</source>
        <comment>mia paused the run: why (when)</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (%2). Ni ddechreuir dim nes caiff ei ailddechrau.</translation>
    </message>
</context>
<context>
    <name>slipway::console::Wording</name>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n diwrnod</numerusform>
            <numerusform>%n diwrnod</numerusform>
            <numerusform>%n diwrnod</numerusform>
            <numerusform>%n diwrnod</numerusform>
            <numerusform>%n diwrnod</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n awr</numerusform>
            <numerusform>%n awr</numerusform>
            <numerusform>%n awr</numerusform>
            <numerusform>%n awr</numerusform>
            <numerusform>%n awr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n munud</numerusform>
            <numerusform>%n munud</numerusform>
            <numerusform>%n munud</numerusform>
            <numerusform>%n munud</numerusform>
            <numerusform>%n munud</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>
            <numerusform>%n eiliad</numerusform>
            <numerusform>%n eiliad</numerusform>
            <numerusform>%n eiliad</numerusform>
            <numerusform>%n eiliad</numerusform>
            <numerusform>%n eiliad</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 UTC</translation>
    </message>
</context>
<context>
    <name>slipway::console::WorkflowMap</name>
    <message>
        <source>The program “dot”, which lays the map out, took too long over this workflow and was ended. Here is the same in words.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerodd y rhaglen “dot”, sy&apos;n gosod y map, ormod o amser ar y llif gwaith hwn ac fe&apos;i terfynwyd. Dyma&apos;r un peth mewn geiriau.</translation>
    </message>
    <message>
        <source>The program “dot”, which lays the map out, gave no layout of this workflow. If it does so with every workflow, install the package “graphviz” again. Here is the same in words.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni roddodd y rhaglen “dot”, sy&apos;n gosod y map, gynllun o&apos;r llif gwaith hwn. Os gwna hynny gyda phob llif gwaith, gosodwch y pecyn “graphviz” eto. Dyma&apos;r un peth mewn geiriau.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <comment>a step</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>“%1” in %2</source>
        <comment>a step, its lane</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>“%1” yn %2</translation>
    </message>
    <message>
        <source>• %1 (needs nothing)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>• %1 (nid oes angen dim arno)</translation>
    </message>
    <message>
        <source>• %1 (needs %2)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>• %1 (mae angen %2 arno)</translation>
    </message>
    <message>
        <source>The workflow in words</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y llif gwaith mewn geiriau</translation>
    </message>
    <message>
        <source>The map is drawn with the program “dot” of Graphviz, which is not on this computer. Install the package “graphviz” (on Debian: sudo apt install graphviz), then open this page again. Until then, here is the same in words.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llunnir y map gyda&apos;r rhaglen “dot” o Graphviz, nad yw ar y cyfrifiadur hwn. Gosodwch y pecyn “graphviz” (ar Debian: sudo apt install graphviz), yna agorwch y dudalen hon eto. Tan hynny, dyma&apos;r un peth mewn geiriau.</translation>
    </message>
</context>
<context>
    <name>slipway::console::WorkflowsDialog</name>
    <message>
        <source>Workflows</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llifoedd gwaith</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Llif gwaith</translation>
    </message>
    <message>
        <source>Version</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Fersiwn</translation>
    </message>
    <message>
        <source>Steps of the workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Camau&apos;r llif gwaith</translation>
    </message>
    <message>
        <source>Step</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cam</translation>
    </message>
    <message>
        <source>Lane</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Lôn</translation>
    </message>
    <message>
        <source>Kind</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Math</translation>
    </message>
    <message>
        <source>Needs</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ei angen</translation>
    </message>
    <message>
        <source>What its runs do</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth mae ei rediadau&apos;n ei wneud</translation>
    </message>
    <message>
        <source>What</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth</translation>
    </message>
    <message>
        <source>In words</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewn geiriau</translation>
    </message>
    <message>
        <source>I&amp;mport it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ei f&amp;ewnforio</translation>
    </message>
    <message>
        <source>Map</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Map</translation>
    </message>
    <message>
        <source>Steps</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Camau</translation>
    </message>
    <message>
        <source>What it does</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Beth mae&apos;n ei wneud</translation>
    </message>
    <message>
        <source>&amp;Choose a file…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>D&amp;ewis ffeil…</translation>
    </message>
    <message>
        <source>%1 (not imported yet)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (heb ei fewnforio eto)</translation>
    </message>
    <message>
        <source>Its runs act in your name. Read what it does before you import it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ei rediadau&apos;n gweithredu yn eich enw chi. Darllenwch beth mae&apos;n ei wneud cyn i chi ei fewnforio.</translation>
    </message>
    <message>
        <source>Runs keep the version that they were started with. New ones take the newest.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhediadau&apos;n cadw&apos;r fersiwn y cawsant eu cychwyn gydag ef. Mae rhai newydd yn cymryd yr un diweddaraf.</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn mynd i</translation>
    </message>
    <message>
        <source>GitHub, as you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>GitHub, fel chi</translation>
    </message>
    <message>
        <source>Takes a secret</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cymryd cyfrinach</translation>
    </message>
    <message>
        <source>%1, sent to %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, wedi&apos;i hanfon i %2</translation>
    </message>
    <message>
        <source>Changes</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newidiadau</translation>
    </message>
    <message>
        <source>%1 (can be taken back)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (gellir ei gymryd yn ôl)</translation>
    </message>
    <message>
        <source>%1 (cannot be taken back)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (ni ellir ei gymryd yn ôl)</translation>
    </message>
    <message>
        <source>Import a workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewnforio llif gwaith</translation>
    </message>
    <message>
        <source>Workflow files (*.json)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ffeiliau llif gwaith (*.json)</translation>
    </message>
    <message>
        <source>The store is only read here, so this workflow cannot be imported now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim ond darllen y gronfa a wneir yma, felly ni ellir mewnforio&apos;r llif gwaith hwn nawr.</translation>
    </message>
    <message>
        <source>The chosen workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Y llif gwaith a ddewiswyd</translation>
    </message>
    <message>
        <source>Uses a stored credential</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn defnyddio cymhwyster cadw</translation>
    </message>
    <message>
        <source>&amp;Set the credential…</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Go&amp;sod y cymhwyster…</translation>
    </message>
    <message>
        <source>%1 (not set on this computer yet)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1 (heb ei osod ar y cyfrifiadur hwn eto)</translation>
    </message>
    <message>
        <source>&amp;Set “%1”…</source>
        <comment>a credential</comment>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Go&amp;sod “%1”…</translation>
    </message>
</context>
<context>
    <name>slipway::desk::Consent</name>
    <message>
        <source>Raises a pull request in %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn codi cais tynnu yn %1.</translation>
    </message>
    <message>
        <source>Raises a pull request in %1 that changes %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn codi cais tynnu yn %1 sy&apos;n newid %2.</translation>
    </message>
    <message>
        <source>Merges the pull request of “%1”, or lets GitHub do it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cyfuno cais tynnu “%1”, neu&apos;n gadael i GitHub wneud.</translation>
    </message>
    <message>
        <source>Starts the workflow %1 of %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn cychwyn llif gwaith %1 yn %2.</translation>
    </message>
    <message>
        <source>Archives the repository %1.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn archifo&apos;r storfa %1.</translation>
    </message>
    <message>
        <source>Sends %1 %2, once at most.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn anfon %1 %2, unwaith ar y mwyaf.</translation>
    </message>
    <message>
        <source>Sends %1 %2.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn anfon %1 %2.</translation>
    </message>
    <message>
        <source>Its runs send requests to GitHub, as you, and to these hosts:</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ei rediadau&apos;n anfon ceisiadau i GitHub, fel chi, ac i&apos;r gwesteiwyr hyn:</translation>
    </message>
    <message>
        <source>no other host</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim gwesteiwr arall</translation>
    </message>
    <message>
        <source>%1, sent to %2</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>%1, wedi&apos;i hanfon i %2</translation>
    </message>
    <message>
        <source>They ask for these secrets:</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Maent yn gofyn am y cyfrinachau hyn:</translation>
    </message>
    <message>
        <source>no secret</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim cyfrinach</translation>
    </message>
    <message>
        <source>They change this:</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Maent yn newid hyn:</translation>
    </message>
    <message>
        <source>nothing</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim</translation>
    </message>
    <message>
        <source>They use these stored credentials:</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Maent yn defnyddio&apos;r cymwysterau cadw hyn:</translation>
    </message>
    <message>
        <source>no stored credential</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim cymhwyster cadw</translation>
    </message>
</context>
<context>
    <name>slipway::desk::starting</name>
    <message>
        <source> (%1 characters or more)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation> (%1 nod neu fwy)</translation>
    </message>
    <message>
        <source> (%1 characters or less)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation> (%1 nod neu lai)</translation>
    </message>
</context>
<context>
    <name>states</name>
    <message>
        <source>merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfuno</translation>
    </message>
    <message>
        <source>Waiting for [#{number}|the pull request][ in {repository}] to be merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros i [#{number}|y cais tynnu][ yn {repository}] gael ei gyfuno</translation>
    </message>
    <message>
        <source>checks</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwiriadau</translation>
    </message>
    <message>
        <source>Waiting for the checks of [#{number}|the pull request][ in {repository}][: {failed} failed ({checkUrl})|: {failed} failed|: {missing} has not reported|: {open}|: {context}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros am wiriadau [#{number}|y cais tynnu][ yn {repository}][: methodd {failed} ({checkUrl})|: methodd {failed}|: nid yw {missing} wedi adrodd|: {open}|: {context}]</translation>
    </message>
    <message>
        <source>review</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>adolygiad</translation>
    </message>
    <message>
        <source>Waiting for a review of [#{number}|the pull request][ in {repository}][: {changesBy} asked for changes| by a code owner: {owners}| by {who}| by {approvals} of those with write access]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros am adolygiad o [#{number}|y cais tynnu][ yn {repository}][: gofynnodd {changesBy} am newidiadau| gan berchennog cod: {owners}| gan {who}| gan {approvals} o bobl â hawl ysgrifennu]</translation>
    </message>
    <message>
        <source>merge queue</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ciw cyfuno</translation>
    </message>
    <message>
        <source>Waiting in the merge queue[ of {repository}] for [#{number}|the pull request][, at place {position}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros yng nghiw cyfuno[ {repository}] am [#{number}|y cais tynnu][, yn safle {position}]</translation>
    </message>
    <message>
        <source>auto-merge</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyfuno awtomatig</translation>
    </message>
    <message>
        <source>Waiting for GitHub to merge [#{number}|the pull request][ in {repository}] by itself</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros i GitHub gyfuno [#{number}|y cais tynnu][ yn {repository}] ohono&apos;i hun</translation>
    </message>
    <message>
        <source>conflict</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwrthdaro</translation>
    </message>
    <message>
        <source>Making the change of [#{number}|the pull request][ in {repository}] anew, because its base branch has changed in the same place</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn gwneud newid [#{number}|y cais tynnu][ yn {repository}] o&apos;r newydd, am fod ei gangen sylfaen wedi newid yn yr un man</translation>
    </message>
    <message>
        <source>merge state</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cyflwr cyfuno</translation>
    </message>
    <message>
        <source>Waiting for GitHub to work out whether [#{number}|the pull request][ in {repository}] can be merged</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros i GitHub weithio allan a ellir cyfuno [#{number}|y cais tynnu][ yn {repository}]</translation>
    </message>
    <message>
        <source>workflow start</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cychwyn llif gwaith</translation>
    </message>
    <message>
        <source>Waiting for the workflow[ {workflow}][ in {repository}] to start</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros i&apos;r llif gwaith[ {workflow}][ yn {repository}] gychwyn</translation>
    </message>
    <message>
        <source>workflow</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>llif gwaith</translation>
    </message>
    <message>
        <source>Waiting for the workflow[ {workflow}][ in {repository}] to finish</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros i&apos;r llif gwaith[ {workflow}][ yn {repository}] orffen</translation>
    </message>
    <message>
        <source>approval</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>cymeradwyaeth</translation>
    </message>
    <message>
        <source>Waiting for [{who}|a person] to approve the workflow[ {workflow}][ in {repository}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros i [{who}|berson] gymeradwyo&apos;r llif gwaith[ {workflow}][ yn {repository}]</translation>
    </message>
    <message>
        <source>repository</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>storfa</translation>
    </message>
    <message>
        <source>Waiting for the repository[ {repository}] to be made</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros i&apos;r storfa[ {repository}] gael ei gwneud</translation>
    </message>
    <message>
        <source>first commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>comit cyntaf</translation>
    </message>
    <message>
        <source>Waiting for the first commit of [{repository}|the repository]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros am gomit cyntaf [{repository}|y storfa]</translation>
    </message>
    <message>
        <source>a person</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>person</translation>
    </message>
    <message>
        <source>Waiting for [{who}|a person][: {context}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros am [{who}|berson][: {context}]</translation>
    </message>
    <message>
        <source>its turn</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ei dro</translation>
    </message>
    <message>
        <source>Waiting for its turn to write[ to {repository}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros am ei dro i ysgrifennu[ i {repository}]</translation>
    </message>
    <message>
        <source>outcome</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>canlyniad</translation>
    </message>
    <message>
        <source>Waiting[ until {until}| a little] before looking up what became of the last request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros[ tan {until}| ychydig] cyn chwilio am yr hyn a ddaeth o&apos;r cais diwethaf</translation>
    </message>
    <message>
        <source>visibility</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>gwelededd</translation>
    </message>
    <message>
        <source>Waiting until GitHub shows [{context}|what was just made][ in {repository}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod GitHub yn dangos [{context}|yr hyn sydd newydd ei wneud][ yn {repository}]</translation>
    </message>
    <message>
        <source>answer</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>ateb</translation>
    </message>
    <message>
        <source>Waiting until the service answers as the workflow wants[: {context}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod y gwasanaeth yn ateb fel y mae&apos;r llif gwaith am iddo wneud[: {context}]</translation>
    </message>
    <message>
        <source>Waiting for an answer[ of {context}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros am ateb[ gan {context}]</translation>
    </message>
    <message>
        <source>Retry %1/%2 in %3</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ailgynnig %1/%2 ymhen %3</translation>
    </message>
    <message>
        <source>Done (after %1 tries)</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gorffen (ar ôl %1 cynnig)</translation>
    </message>
    <message>
        <source>Done</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi gorffen</translation>
    </message>
    <message>
        <source>Waiting[ for {context}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros[ am {context}]</translation>
    </message>
    <message>
        <source>Running</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ar waith</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Angen eich sylw</translation>
    </message>
    <message>
        <source>Failed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi methu</translation>
    </message>
    <message>
        <source>Parked</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i barcio</translation>
    </message>
    <message>
        <source>Paused</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi oedi</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i ganslo</translation>
    </message>
    <message>
        <source>Undone</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i ddadwneud</translation>
    </message>
    <message>
        <source>Planned</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arfaethedig</translation>
    </message>
    <message>
        <source>Queued</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mewn ciw</translation>
    </message>
    <message>
        <source>Stuck</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn sownd</translation>
    </message>
    <message>
        <source>By hand</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Â llaw</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Wedi&apos;i hepgor</translation>
    </message>
    <message>
        <source>not needed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>dim angen</translation>
    </message>
    <message>
        <source>Every file was already as it should be</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Roedd pob ffeil eisoes fel y dylai fod</translation>
    </message>
    <message>
        <source>No workflow ran for this commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni redodd llif gwaith ar gyfer y comit hwn</translation>
    </message>
    <message>
        <source>Done before the status record was imported</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnaed cyn i&apos;r cofnod statws gael ei fewnforio</translation>
    </message>
    <message>
        <source>What an earlier try had made was taken over</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerwyd drosodd yr hyn a wnaeth cynnig cynharach</translation>
    </message>
    <message>
        <source>The pull request was merged already</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Roedd y cais tynnu wedi&apos;i gyfuno&apos;n barod</translation>
    </message>
    <message>
        <source>Somebody else made the same change, so the pull request was withdrawn</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwnaeth rhywun arall yr un newid, felly tynnwyd y cais tynnu yn ôl</translation>
    </message>
    <message>
        <source>Merged with commits on its branch that are not of this run</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfunwyd gyda chomitiau ar ei gangen nad ydynt yn perthyn i&apos;r rhediad hwn</translation>
    </message>
    <message>
        <source>A later workflow run covers this commit</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rhediad llif gwaith diweddarach yn cwmpasu&apos;r comit hwn</translation>
    </message>
    <message>
        <source>A person merged the pull request</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfunodd person y cais tynnu</translation>
    </message>
    <message>
        <source>Not needed with these inputs and settings</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Dim angen gyda&apos;r mewnbynnau a&apos;r gosodiadau hyn</translation>
    </message>
    <message>
        <source>A conflict was resolved by making the change anew</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Datryswyd gwrthdaro drwy wneud y newid o&apos;r newydd</translation>
    </message>
    <message>
        <source>The pull request was merged and cannot be taken back by closing it; what it changed stays</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cyfunwyd y cais tynnu ac ni ellir ei gymryd yn ôl drwy ei gau; mae&apos;r hyn a newidiodd yn aros</translation>
    </message>
    <message>
        <source>What is there now was made by somebody else, so it was left as it is</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Rhywun arall a wnaeth yr hyn sydd yno nawr, felly gadawyd ef fel yr oedd</translation>
    </message>
    <message>
        <source>What the step had made was taken back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymerwyd yn ôl yr hyn a wnaeth y cam</translation>
    </message>
    <message>
        <source>The pull request was closed and its branch removed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewyd y cais tynnu a thynnwyd ei gangen</translation>
    </message>
    <message>
        <source>A pull request that reverts the merged one is proposed; a person reviews and merges it</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cynigir cais tynnu sy&apos;n gwrthdroi&apos;r un a gyfunwyd; mae rhywun yn ei adolygu a&apos;i gyfuno</translation>
    </message>
    <message>
        <source>The merged pull request was reverted by another one, which is merged, too</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthdrowyd y cais tynnu a gyfunwyd gan un arall, sydd wedi&apos;i gyfuno hefyd</translation>
    </message>
    <message>
        <source>What the merged pull request changed is not on the base branch any more</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r hyn a newidiodd y cais tynnu a gyfunwyd ar y gangen sylfaen mwyach</translation>
    </message>
    <message>
        <source>a decision</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>penderfyniad</translation>
    </message>
    <message>
        <source>Waiting for a person to merge or close #{number}, which takes the change back</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros i rywun gyfuno neu gau #{number}, sy&apos;n cymryd y newid yn ôl</translation>
    </message>
    <message>
        <source>Not reverted</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Heb ei wrthdroi</translation>
    </message>
    <message>
        <source>Revert proposed</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthdroi wedi&apos;i gynnig</translation>
    </message>
    <message>
        <source>still merges by itself</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>yn dal i gael ei gyfuno ar ei ben ei hun</translation>
    </message>
    <message>
        <source>GitHub still merges [#{number}|the pull request][ in {repository}] by itself, although the run has ended</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn dal i gyfuno [#{number}|y cais tynnu][ yn {repository}] ar ei ben ei hun, er bod y rhediad wedi dod i ben</translation>
    </message>
    <message>
        <source>Waiting until [{host}|the service] shows what the step waits for[: {context}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Yn aros nes bod [{host}|y gwasanaeth] yn dangos yr hyn y mae&apos;r cam yn aros amdano[: {context}]</translation>
    </message>
</context>
<context>
    <name>stuck</name>
    <message>
        <source>Auto-merge is on and nothing is in the way of [#{number}|the pull request][ in {repository}], but it is still open.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cyfuno awtomatig ymlaen a does dim yn ffordd [#{number}|y cais tynnu][ yn {repository}], ond mae&apos;n dal ar agor.</translation>
    </message>
    <message>
        <source>GitHub has called it ready to merge[ since {since}]. Auto-merge acts when a check or a review ends; where it was turned on after the last of them, nothing sets it off.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub wedi ei alw&apos;n barod i&apos;w gyfuno[ ers {since}]. Mae cyfuno awtomatig yn gweithredu pan ddaw gwiriad neu adolygiad i ben; lle cafodd ei droi ymlaen ar ôl yr olaf ohonynt, does dim yn ei gychwyn.</translation>
    </message>
    <message>
        <source>Auto-merge was refused for [#{number}|the pull request][ in {repository}], because it can be merged already.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gwrthodwyd cyfuno awtomatig ar gyfer [#{number}|y cais tynnu][ yn {repository}], am y gellir ei gyfuno&apos;n barod.</translation>
    </message>
    <message>
        <source>There is no check or review left for auto-merge to wait for.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid oes gwiriad nac adolygiad ar ôl i gyfuno awtomatig aros amdano.</translation>
    </message>
    <message>
        <source>[#{number}|The pull request][ in {repository}] needs a review before it can be merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae angen adolygiad ar [#{number}|y cais tynnu][ yn {repository}] cyn y gellir ei gyfuno.</translation>
    </message>
    <message>
        <source>The rules of the branch ask for one[: by a code owner, {owners}|: {who} were asked|: by {approvals} of those with write access].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rheolau&apos;r gangen yn gofyn am un[: gan berchennog cod, {owners}|: gofynnwyd i {who}|: gan {approvals} o bobl â hawl ysgrifennu].</translation>
    </message>
    <message>
        <source>Ask for the review: the text to send is behind “Copy nudge”. The run goes on by itself when it is there.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnwch am yr adolygiad: mae&apos;r testun i&apos;w anfon y tu ôl i “Copïo&apos;r nodyn atgoffa”. Mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun pan ddaw.</translation>
    </message>
    <message>
        <source>Could you please review [#{number}|the pull request][ in {repository}]? A new service waits for it.[ {url}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Allech chi adolygu [#{number}|y cais tynnu][ yn {repository}], os gwelwch yn dda? Mae gwasanaeth newydd yn aros amdano.[ {url}]</translation>
    </message>
    <message>
        <source>[{changesBy}|A reviewer] asked for changes to [#{number}|the pull request][ in {repository}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnodd [{changesBy}|adolygydd] am newidiadau i [#{number}|y cais tynnu][ yn {repository}].</translation>
    </message>
    <message>
        <source>While a review asks for changes, the rules of the branch do not let it be merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tra bo adolygiad yn gofyn am newidiadau, nid yw rheolau&apos;r gangen yn gadael iddo gael ei gyfuno.</translation>
    </message>
    <message>
        <source>Read what was asked on its page. When the reviewer approves or withdraws the review, the run goes on; where the change itself is wrong, take the run back and start again.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllenwch yr hyn a ofynnwyd ar ei dudalen. Pan fydd yr adolygydd yn cymeradwyo neu&apos;n tynnu&apos;r adolygiad yn ôl, mae&apos;r rhediad yn mynd ymlaen; lle mae&apos;r newid ei hun yn anghywir, dadwnewch y rhediad a dechreuwch eto.</translation>
    </message>
    <message>
        <source>You asked for changes to [#{number}|the pull request][ in {repository}]. Could you look at it again?[ {url}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Gofynnoch am newidiadau i [#{number}|y cais tynnu][ yn {repository}]. Allech chi edrych arno eto?[ {url}]</translation>
    </message>
    <message>
        <source>A required check of [#{number}|the pull request][ in {repository}] has never reported[: {missing}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw gwiriad gofynnol o [#{number}|y cais tynnu][ yn {repository}] erioed wedi adrodd[: {missing}].</translation>
    </message>
    <message>
        <source>The rules of the branch name it, but nothing has started it: its workflow may be switched off, be called otherwise by now, or not run for these files.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rheolau&apos;r gangen yn ei enwi, ond does dim wedi ei gychwyn: efallai fod ei lif gwaith wedi&apos;i ddiffodd, bod enw arall arno erbyn hyn, neu nad yw&apos;n rhedeg ar gyfer y ffeiliau hyn.</translation>
    </message>
    <message>
        <source>Start the check or take it off the branch&apos;s rules; the run goes on by itself. Somebody who may pass the rules can merge on the page.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cychwynnwch y gwiriad neu tynnwch ef oddi ar reolau&apos;r gangen; mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun. Gall rhywun sy&apos;n cael mynd heibio i&apos;r rheolau ei gyfuno ar y dudalen.</translation>
    </message>
    <message>
        <source>A required check[, {missing},] has not reported on [#{number}|the pull request][ in {repository}]. Is its workflow still there?[ {url}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw gwiriad gofynnol[, {missing},] wedi adrodd ar [#{number}|y cais tynnu][ yn {repository}]. A yw ei lif gwaith yn dal yno?[ {url}]</translation>
    </message>
    <message>
        <source>The checks of [#{number}|the pull request][ in {repository}] are not done yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw gwiriadau [#{number}|y cais tynnu][ yn {repository}] wedi gorffen eto.</translation>
    </message>
    <message>
        <source>[Still open: {open}.|GitHub says that they are pending.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Ar agor o hyd: {open}.|Mae GitHub yn dweud eu bod ar y gweill.]</translation>
    </message>
    <message>
        <source>Wait; the run goes on by itself. On its page you see how far they are.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch; mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun. Ar ei dudalen gwelwch pa mor bell y maent.</translation>
    </message>
    <message>
        <source>A check of [#{number}|the pull request][ in {repository}] is red[: {failed}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae gwiriad o [#{number}|y cais tynnu][ yn {repository}] yn goch[: {failed}].</translation>
    </message>
    <message>
        <source>[Its page is {checkUrl}.|GitHub does not say which one.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Ei dudalen yw {checkUrl}.|Nid yw GitHub yn dweud pa un.]</translation>
    </message>
    <message>
        <source>Read its log. Start it again there when the failure was by chance; the run goes on by itself when it is green.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllenwch ei log. Cychwynnwch ef eto yno os damwain oedd y methiant; mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun pan fydd yn wyrdd.</translation>
    </message>
    <message>
        <source>[#{number}|The pull request][ in {repository}] is a few seconds old.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ychydig eiliadau oed yw [#{number}|y cais tynnu][ yn {repository}].</translation>
    </message>
    <message>
        <source>GitHub has not started its checks yet; that takes up to a minute.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub wedi cychwyn ei wiriadau eto; mae hynny&apos;n cymryd hyd at funud.</translation>
    </message>
    <message>
        <source>Wait; nothing is wrong.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch; does dim o&apos;i le.</translation>
    </message>
    <message>
        <source>The branch of [#{number}|the pull request][ in {repository}] is behind its base and has to be updated first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae cangen [#{number}|y cais tynnu][ yn {repository}] y tu ôl i&apos;w sylfaen a rhaid ei diweddaru&apos;n gyntaf.</translation>
    </message>
    <message>
        <source>The rules of the branch ask for an up-to-date branch, and updating it has not worked yet[: {text}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae rheolau&apos;r gangen yn gofyn am gangen gyfoes, ac nid yw ei diweddaru wedi gweithio eto[: {text}].</translation>
    </message>
    <message>
        <source>[#{number}|The pull request][ in {repository}] conflicts with what its base branch has by now[, in {path}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae [#{number}|y cais tynnu][ yn {repository}] yn gwrthdaro â&apos;r hyn sydd gan ei gangen sylfaen erbyn hyn[, yn {path}].</translation>
    </message>
    <message>
        <source>Somebody changed the same place of the file. Slipway makes its change anew on the new base.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Newidiodd rhywun yr un man yn y ffeil. Mae Slipway yn gwneud ei newid o&apos;r newydd ar y sylfaen newydd.</translation>
    </message>
    <message>
        <source>Wait while that is under way. Where it failed, press Retry, or resolve the conflict on its page.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch tra bo hynny ar waith. Lle methodd, pwyswch Ailgynnig, neu datryswch y gwrthdaro ar ei dudalen.</translation>
    </message>
    <message>
        <source>[#{number}|The pull request][ in {repository}] was closed without being merged[ by {who}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caewyd [#{number}|y cais tynnu][ yn {repository}] heb ei gyfuno[ gan {who}].</translation>
    </message>
    <message>
        <source>A closed pull request is never merged by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw cais tynnu wedi&apos;i gau byth yn cael ei gyfuno ohono&apos;i hun.</translation>
    </message>
    <message>
        <source>[#{number}|The pull request][ in {repository}] is a draft.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Drafft yw [#{number}|y cais tynnu][ yn {repository}].</translation>
    </message>
    <message>
        <source>Drafts cannot be merged; somebody turned it into one.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir cyfuno drafftiau; trodd rhywun ef yn un.</translation>
    </message>
    <message>
        <source>Mark it as ready for review on its page; the run goes on by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nodwch ei fod yn barod i&apos;w adolygu ar ei dudalen; mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>Auto-merge cannot be used[ in {repository}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir defnyddio cyfuno awtomatig[ yn {repository}].</translation>
    </message>
    <message>
        <source>The repository does not allow it, or it was turned off on the pull request[ by {who}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r storfa&apos;n ei ganiatáu, neu cafodd ei ddiffodd ar y cais tynnu[ gan {who}].</translation>
    </message>
    <message>
        <source>Allow auto-merge in the repository&apos;s settings and press Retry, or merge the pull request on its page.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Caniatewch gyfuno awtomatig yng ngosodiadau&apos;r storfa a phwyswch Ailgynnig, neu cyfunwch y cais tynnu ar ei dudalen.</translation>
    </message>
    <message>
        <source>[#{number}|The pull request][ in {repository}] waits in the merge queue[, at place {position}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae [#{number}|y cais tynnu][ yn {repository}] yn aros yn y ciw cyfuno[, yn safle {position}].</translation>
    </message>
    <message>
        <source>The queue tests and merges one after another.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r ciw yn profi ac yn cyfuno un ar ôl y llall.</translation>
    </message>
    <message>
        <source>Wait; the run goes on by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch; mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>[#{number}|The pull request][ in {repository}] was taken out of the merge queue[ by {who}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Tynnwyd [#{number}|y cais tynnu][ yn {repository}] o&apos;r ciw cyfuno[ gan {who}].</translation>
    </message>
    <message>
        <source>[GitHub says: {reason}.|A check of the queue failed, or a person took it out.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae GitHub yn dweud: {reason}.|Methodd un o wiriadau&apos;r ciw, neu tynnodd person ef allan.]</translation>
    </message>
    <message>
        <source>GitHub has not worked out yet whether [#{number}|the pull request][ in {repository}] can be merged.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw GitHub wedi gweithio allan eto a ellir cyfuno [#{number}|y cais tynnu][ yn {repository}].</translation>
    </message>
    <message>
        <source>It does that when somebody asks, and takes seconds, seldom minutes.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n gwneud hynny pan fydd rhywun yn gofyn, ac yn cymryd eiliadau, anaml funudau.</translation>
    </message>
    <message>
        <source>Look again; opening its page also makes GitHub work it out.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch eto; mae agor ei dudalen hefyd yn gwneud i GitHub ei weithio allan.</translation>
    </message>
    <message>
        <source>A rule of the repository forbids the write[ in {repository}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae un o reolau&apos;r storfa&apos;n gwahardd ysgrifennu[ yn {repository}].</translation>
    </message>
    <message>
        <source>[GitHub says: {text}.|GitHub does not say which rule.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Mae GitHub yn dweud: {text}.|Nid yw GitHub yn dweud pa reol.]</translation>
    </message>
    <message>
        <source>Have the rule changed or an exception made, then press Retry.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Trefnwch i&apos;r rheol gael ei newid neu i eithriad gael ei wneud, yna pwyswch Ailgynnig.</translation>
    </message>
    <message>
        <source>The workflow[ {workflow}][ in {repository}] has not started.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r llif gwaith[ {workflow}][ yn {repository}] wedi cychwyn.</translation>
    </message>
    <message>
        <source>GitHub starts it for the commit within seconds; later than that it is switched off, has another trigger, or the commit says to skip it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn ei gychwyn ar gyfer y comit o fewn eiliadau; os yw&apos;n hwyrach na hynny mae wedi&apos;i ddiffodd, mae ganddo sbardun arall, neu mae&apos;r comit yn dweud am ei hepgor.</translation>
    </message>
    <message>
        <source>Look at the repository&apos;s Actions page. Start it by hand there, or advance the step when it is not needed.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar dudalen Actions y storfa. Cychwynnwch ef â llaw yno, neu symudwch y cam ymlaen pan nad oes ei angen.</translation>
    </message>
    <message>
        <source>The workflow[ {workflow}][ in {repository}] waits for a runner.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r llif gwaith[ {workflow}][ yn {repository}] yn aros am redwr.</translation>
    </message>
    <message>
        <source>GitHub has it in its queue; no machine has taken it yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn ei ddal yn ei giw; nid oes peiriant wedi ei gymryd eto.</translation>
    </message>
    <message>
        <source>Wait, or see whether runners are busy or offline. GitHub&apos;s status page tells of trouble with Actions.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch, neu edrychwch a yw rhedwyr yn brysur neu all-lein. Mae tudalen statws GitHub yn sôn am drafferth gydag Actions.</translation>
    </message>
    <message>
        <source>The workflow[ {workflow}][ in {repository}] is running.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r llif gwaith[ {workflow}][ yn {repository}] ar waith.</translation>
    </message>
    <message>
        <source>It is not done yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw wedi gorffen eto.</translation>
    </message>
    <message>
        <source>Wait; its page shows how far it is.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch; mae ei dudalen yn dangos pa mor bell y mae.</translation>
    </message>
    <message>
        <source>The workflow[ {workflow}][ in {repository}] waits to be approved.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r llif gwaith[ {workflow}][ yn {repository}] yn aros i gael ei gymeradwyo.</translation>
    </message>
    <message>
        <source>[{who} may let it run|Somebody has to let it run][, for {environments}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Caiff {who} adael iddo redeg|Rhaid i rywun adael iddo redeg][, ar gyfer {environments}].</translation>
    </message>
    <message>
        <source>Approve it on its page, or ask who may; the run goes on by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Cymeradwywch ef ar ei dudalen, neu gofynnwch i rywun a gaiff; mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>Could you please approve the workflow[ {workflow}][ in {repository}]?[ {url}]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Allech chi gymeradwyo&apos;r llif gwaith[ {workflow}][ yn {repository}], os gwelwch yn dda?[ {url}]</translation>
    </message>
    <message>
        <source>The workflow[ {workflow}][ in {repository}] ended badly[: {conclusion}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Daeth y llif gwaith[ {workflow}][ yn {repository}] i ben yn wael[: {conclusion}].</translation>
    </message>
    <message>
        <source>Read its log. Press Retry: it is run again. Where it was run again by hand already, look now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Darllenwch ei log. Pwyswch Ailgynnig: mae&apos;n cael ei redeg eto. Lle cafodd ei redeg eto â llaw yn barod, edrychwch nawr.</translation>
    </message>
    <message>
        <source>The new repository[ {repository}] cannot be read yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Ni ellir darllen y storfa newydd[ {repository}] eto.</translation>
    </message>
    <message>
        <source>GitHub shows new things late now and then, and says the same of what is not there and of what this token may not see.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae GitHub yn dangos pethau newydd yn hwyr weithiau, ac yn dweud yr un peth am yr hyn nad yw yno ac am yr hyn na chaiff y tocyn hwn ei weld.</translation>
    </message>
    <message>
        <source>Look again. When it stays so, see whether your token may read it.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch eto. Os yw&apos;n aros felly, gwelwch a gaiff eich tocyn ei ddarllen.</translation>
    </message>
    <message>
        <source>It is not known whether the last request took place.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;n hysbys a ddigwyddodd y cais diwethaf.</translation>
    </message>
    <message>
        <source>Its answer was lost. It is looked up before anything else is sent.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Collwyd ei ateb. Chwilir amdano cyn anfon dim arall.</translation>
    </message>
    <message>
        <source>Wait a moment, or look now.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Arhoswch eiliad, neu edrychwch nawr.</translation>
    </message>
    <message>
        <source>Other writes[ to {repository}] go first.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae ysgrifeniadau eraill[ i {repository}] yn mynd yn gyntaf.</translation>
    </message>
    <message>
        <source>One write at a time goes to a repository, and no more an hour than GitHub allows.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Un ysgrifeniad ar y tro sy&apos;n mynd i storfa, a dim mwy yr awr nag y mae GitHub yn ei ganiatáu.</translation>
    </message>
    <message>
        <source>[{host}|The service] does not answer as it should yet.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw [{host}|y gwasanaeth] yn ateb fel y dylai eto.</translation>
    </message>
    <message>
        <source>[{context}|What is waited for is not there.]</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[{context}|Nid yw&apos;r hyn y disgwylir amdano yno.]</translation>
    </message>
    <message>
        <source>Look again, or ask those who run the service.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch eto, neu gofynnwch i&apos;r rhai sy&apos;n rhedeg y gwasanaeth.</translation>
    </message>
    <message>
        <source>It waits for [{who}|a person][: {context}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;n aros am [{who}|berson][: {context}].</translation>
    </message>
    <message>
        <source>The workflow asks for a go-ahead here.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae&apos;r llif gwaith yn gofyn am ganiatâd i fynd ymlaen yma.</translation>
    </message>
    <message>
        <source>Advance the step when it may go on.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Symudwch y cam ymlaen pan gaiff fynd ymlaen.</translation>
    </message>
    <message>
        <source>“{title}” takes longer than it should.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae “{title}” yn cymryd yn hirach nag y dylai.</translation>
    </message>
    <message>
        <source>The cause is not known: nothing that was read tells of an obstacle.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw&apos;r achos yn hysbys: does dim a ddarllenwyd yn sôn am rwystr.</translation>
    </message>
    <message>
        <source>Look now, open its page, or retry the step: what is done already is not done twice.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch nawr, agorwch ei dudalen, neu ailgynigiwch y cam: nid yw&apos;r hyn sydd wedi&apos;i wneud yn barod yn cael ei wneud ddwywaith.</translation>
    </message>
    <message>
        <source>It has waited {waited}[; usually it takes {usual}, nine times in ten less than {long}][; its limit is {limit}].</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae wedi aros {waited}[; fel arfer mae&apos;n cymryd {usual}, naw gwaith o ddeg yn llai na {long}][; ei derfyn yw {limit}].</translation>
    </message>
    <message>
        <source>[Job “{job}” failed at “{jobStep}”.|Job “{job}” failed.][ Its last words: “{text}”.] Its log says more.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>[Methodd y swydd “{job}” yn “{jobStep}”.|Methodd y swydd “{job}”.][ Ei geiriau olaf: “{text}”.] Mae ei log yn dweud mwy.</translation>
    </message>
    <message>
        <source>Slipway merges it itself after a short while. To have it at once, press “Merge it now”, or merge it on its page; the run goes on by itself.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Mae Slipway yn ei gyfuno ei hun ar ôl ychydig. I&apos;w gael ar unwaith, pwyswch “Ei gyfuno nawr”, neu ei gyfuno ar ei dudalen; mae&apos;r rhediad yn mynd ymlaen ar ei ben ei hun.</translation>
    </message>
    <message>
        <source>Press “Merge it now”: it is merged directly.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch “Ei gyfuno nawr”: caiff ei gyfuno&apos;n uniongyrchol.</translation>
    </message>
    <message>
        <source>Press “Update the branch”: it is updated again. Or press “Update branch” on its page.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch “Diweddaru&apos;r gangen”: caiff ei diweddaru eto. Neu pwyswch “Update branch” ar ei dudalen.</translation>
    </message>
    <message>
        <source>Press “Open it again”, or, where that is refused, retry from the step that raised it for a new one. Or cancel the run.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Pwyswch “Ei agor eto”, neu, lle gwrthodir hynny, ailgynigiwch o&apos;r cam a&apos;i cododd i gael un newydd. Neu canslwch y rhediad.</translation>
    </message>
    <message>
        <source>Look at its page for the cause, then press “Queue it again”.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Edrychwch ar ei dudalen am yr achos, yna pwyswch “Ei giwio eto”.</translation>
    </message>
    <message>
        <source>“{title}”: [{host}|the service] is asked again and again until it shows what the step waits for.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>“{title}”: gofynnir i[ {host}|&apos;r gwasanaeth] dro ar ôl tro nes ei fod yn dangos yr hyn y mae&apos;r cam yn aros amdano.</translation>
    </message>
    <message>
        <source>It has taken no longer than it may; nothing is wrong.</source>
        <translatorcomment>Not yet reviewed by a speaker of Welsh.</translatorcomment>
        <translation>Nid yw wedi cymryd yn hirach nag y caiff; nid oes dim o&apos;i le.</translation>
    </message>
</context>
</TS>
