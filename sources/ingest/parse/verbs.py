"""Verbs of newsroom English by the forms that tell an order from a statement."""

ORDERS = frozenset(
    """
    abandon abide abolish absorb accelerate accept achieve actively adapt add address adhere
    adjust adopt advance align allocate answer anticipate apply appoint approve arrange ask
    assess assign assure attract audit avoid award balance ban become better block bolster boost
    bring broaden build buy cap carefully carry catch cease centralise centralize certify
    challenge change check choose clarify clean clear close closely collect combat combine come
    commit communicate compensate compete complete comply comprehensively concentrate conduct
    confront connect conserve consider consolidate construct contain continually continue
    continuously contribute control cooperate coordinate correct counter create cross cultivate
    curb cut decisively declare decrease deepen defend define delay deliver depend deploy design
    detect determine develop diligently direct disclose discuss dispose distribute diversify
    document double draft draw drive earmark earnestly effectively elevate eliminate embed
    embrace employ empower enable enact encourage enforce engage enhance enlarge enrich ensure
    enter equip eradicate establish evaluate examine exceed exclude execute exert expand
    expedite explain explore expose extend extract facilitate fast file fill finalise finalize
    finance find finish firmly fix flag focus follow forge form fortify foster freeze fulfil
    fulfill fully fund furnish further gain gather get give go grow guarantee guard halt handle
    harness help hire hold honor honour host identify implement impose improve incorporate
    increase inform initiate innovate inspect install instill insulate integrate intensify
    introduce invest investigate issue join jointly keep label launch lead learn let leverage
    levy lift limit link list localise localize locate lock look lower maintain make manage map
    mark match maximise maximize measure meet merge minimise minimize mitigate mobilise mobilize
    modernise modernize monitor move name negotiate never notify nurture observe obtain offer
    open oppose optimise optimize order organise organize outline overcome overhaul oversee pair
    participate pass pause pay penalise penalize perform phase pilot plan pool practice prepare
    preserve prevent prioritise prioritize proactively procure produce prohibit promote promptly
    propel propose protect prove provide publish punish purchase pursue push put qualify raise
    rally ramp rapidly reach realise realize rebuild recover recruit rectify recycle redouble
    reduce refine refocus reform refrain register regulate reinforce reinvest reject release
    relocate remain remedy remove render renew reopen repair repay replace report require
    reserve reshape resist resolutely resolve respect respond restore restrict restructure
    resume retain retire retrain return reuse review revise reward rigorously roll run safeguard
    save scale schedule screen seal secure seek seize select sell send separate serve set settle
    share shift shorten show shut sign simplify slash solve speak speed spend spread stabilise
    stabilize staff stand standardise standardize start stay steadily steer stem step stick
    stimulate stockpile stop streamline strengthen strictly strive study submit supervise
    support surpass suspend sustain switch synchronise synchronize tackle take tap target teach
    tell terminate test think thoroughly tie tighten trace track train transfer transform
    translate treat trim triple turn uncover understand unify unite unlock update upgrade uphold
    urge use utilise utilize verify vet vigorously wait warn watch weigh widen win withdraw work
    write yield
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
)
