"""Verbs of newsroom English by the forms that tell an order from a statement."""

ORDERS = frozenset(
    """
    abandon abide abolish absorb accelerate accept achieve actively adapt add address adhere
    adjust adopt advance align allocate answer anticipate apply appoint approve arrange ask
    assess assign assure attract audit avoid award balance ban bank become better block bolster
    boost brief bring broaden build bundle buy calibrate cancel cap carefully carry catch cease
    centralise centralize certify challenge change check choose clarify clean clear close
    closely collect combat combine come commission commit communicate compensate compete compile
    complete comply comprehensively concentrate conduct confront connect conserve consider
    consolidate construct consult contain continually continue continuously contribute control
    convene cooperate coordinate correct count counter create cross cultivate curb cut
    decisively declare decrease dedicate deepen defend define delay deliver demolish depend
    deploy deposit design detect determine develop dig diligently direct disclose discontinue
    discuss dismantle dismiss dispatch dispose distribute diversify divert divest document
    double draft draw drill drive earmark earnestly effectively elevate eliminate embed embrace
    employ empower enable enact enclose encourage enforce engage enhance enlarge enlist enrich
    enrol enroll ensure enter equip eradicate escalate establish evacuate evaluate examine
    exceed exchange exclude execute exempt exert exit expand expedite expel explain explore
    expose extend extract facilitate fast file fill finalise finalize finance find finish firmly
    fix flag focus follow forge form fortify foster freeze fulfil fulfill fully fund furnish
    further gain gather get give go grow guarantee guard halt handle harness harvest help
    hire hold honor honour host identify idle implement impose improve incentivise incentivize
    incorporate increase inform initiate innovate inspect install instill insulate insure
    integrate intensify introduce invest investigate isolate issue join jointly justify keep
    label launch lay lead learn lease let leverage levy liaise lift limit link list load
    localise localize locate lock lodge log look lower maintain make manage map mark match
    maximise maximize measure meet merge minimise minimize mitigate mobilise mobilize modernise
    modernize monitor move name negotiate never nominate notify nurture observe obtain offer
    open operate oppose optimise optimize order organise organize outline outsource overcome
    overhaul oversee pack pair participate pass patrol pause pay penalise penalize perform
    petition phase pick pilot plan pool postpone pour practice prepare preserve prevent
    print prioritise prioritize proactively probe procure produce prohibit promote
    promptly propel propose protect prove provide publicise publicize publish punish purchase
    pursue push put qualify quarantine quote raise rally ramp rapidly ration reach realise
    realize rebuild recall reclaim reconcile recover recruit rectify recycle redirect
    redouble reduce refer refill refine refocus reform refrain refund refurbish refuse register
    regulate reinforce reinstate reinvest reject relaunch relay release relinquish relocate
    remain remedy remit remove render renew rent reopen repair repay repeal repeat replace
    replenish report require reroute rescind reserve reset reshape resist resolutely resolve
    respect respond restore restrict restructure resubmit resume retain retire retrain retrofit
    return reuse revert review revise revoke reward rewrite rigorously roll route run safeguard
    save scale schedule scrap screen scrutinise scrutinize seal secure seek seize select
    sell send separate serve set settle share shelve shift ship shorten show shut sign simplify
    simulate slash solve speak speed spend spread stabilise stabilize staff stand standardise
    standardize start stay steadily steer stem step stick stimulate stockpile stop store
    streamline strengthen strictly strive study submit subsidise subsidize subtract supervise
    support surpass surrender suspend sustain swap switch synchronise synchronize tackle
    take tap target teach tell tender terminate test think thoroughly tie tighten trace track
    train transfer transform translate transmit transport treat trim triple turn uncover
    understand unify unite unload unlock unwind update upgrade uphold urge use utilise utilize
    vacate validate ventilate verify vet vigorously wait warn wash watch weigh weld whitelist
    widen win withdraw withhold work write yield
    """.split()
)
"""Bare forms, and the adverbs before them, that open an order."""

AUXILIARIES = (
    r"is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|does|did|do|cannot"
    r"|isn['’]t|aren['’]t|won['’]t|doesn['’]t|didn['’]t"
)
# Forms that can be nothing but a finite verb.
FINITE = (
    r"achieves|adds|allows|announces|appears|argues|became|becomes|began|begins|believes|brings|came"
    r"|comes|confirms|contains|continues|depends|describes|emphasi[sz]es|employs|enables|ensures|enters"
    r"|establishes|expands|expects|explains|fell|follows|gave|gets|gives|goes|got|grew|grows|improves"
    r"|includes|indicates|intends|introduces|invests|joins|keeps|kept|lacks|launches|leaves|lets|lies"
    r"|loses|maintains|makes|opens|operates|outlines|owns|pays|predicts|prepares|presents|produces"
    r"|provides|publishes|pushes|raises|reaches|receives|reduces|reflects|rejects|relies|remains"
    r"|represents|requires|reveals|rose|said|saw|says|secures|seeks|sees|sells|sends|shows|showed|speeds"
    r"|spends|strengthens|suggests|takes|tells|tightens|told|took|underscores|unveils|urges|wants|warns"
    r"|went|widens|won|appear|argue|become|depend|expect|indicate|reflect|rely|remain|represent|require|seem|suggest"
)
# Forms that may be plural nouns or participles: verbs only where an object follows.
MAYBE_FINITE = (
    r"aims|builds|calls|claims|closes|cuts|deepens|delivers|demands|develops|drives|faces|gains|helps"
    r"|holds|hopes|increases|leads|looks|marks|means|meets|moves|needs|offers|plans|plays|puts|reports"
    r"|runs|sets|signals|signs|starts|stops|supplies|supports|targets|tests|turns|uses|works"
    r"|accelerated|added|approved|bought|brought|built|completed|confirmed|cut|delivered|expanded"
    r"|finished|hit|increased|introduced|launched|led|lost|made|met|moved|opened|ordered|outlined|paid"
    r"|planned|posted|produced|pushed|raised|reached|received|recorded|rejected|reported|secured|sent|set"
    r"|shipped|signed|sold|started|topped|unveiled|urged|won|face|gain|give|hold|keep|lose|make|need|seek|take"
    r"|buy|get|pay|receive|sell|want|win"
)
