"""Words that are no names although a sentence, a heading or a form sets a capital before them."""

from sources.figures.words import CONNECTORS, DAYS, FUNCTION, INITIALS, MONTHS, SUFFIXES, TITLES

_WORDS = """
ability above abroad absence academy acceptance access accident accidents accord account accounts
accounting achieve acquisition act action activity adding addition additional adjust adjusted
administration adopt advance advanced advances advice advise adviser advisers affairs agency agenda
agent agents agreement agriculture aid aim air airline airlines airport allow alloy alloys alone
aluminium aluminum amount analysis analyse analyses ancient announce announced annual answer apart
appeal appeals applicants application applications appoint approach approval approve approved area
areas army arrange arrest article articles asked assembly assess asset assets assess assign assist
association attack attempt attract auction audit auditor auditors author authorities authority
authorise automation available average aviation avoid award awards balance ban bank banks banking
bankers bar base based basic batch battery batteries beat become begin beginning behaviour belief
benefit benefits best better bid bids big bill bills biggest billion billions blame blast block
board boards bodies body bond bonds book books boost border borders borrow borrowing bottom brand
brands break bridge bridges brief briefing bring broad broker brokers brought budget budgets build
builders building buildings built bulk bureau bus buses business businesses buy buyer buyers buying
cabinet cable cables calendar call calls campaign capacity capital car carbon care careful cargo
carrier carriers carry cars case cases cash catch category cause caution cell cells cement central
centre center century certain chain chains challenge challenges chance change changes chapter
charge charges cheap cheaper check checks chemical chemicals children choice choose circle
citizens city cities civil claim claims class classic clean clear client clients climate close
closed closing closure coal coast coastal collect college combined come comments commerce
commercial commission commissioning commit commitment committee commodities commodity common
communities community companies compare compared competition competitor competitors complete
completed complex compliance component components concern concerns conclude concrete condition
conditions conduct conference confidence confirm confirmed congress connect conservation consider
consolidate construction consult consultants consumer consumers consumption contact container
containers contents contract contracts contractor contractors contribute control controls convene
conversion convert cooperation coordinate copper core corporate corruption cost costs council
counsel count country countries county couple course court courts cover coverage create creation
credit creditors crew crews crime crisis critical critics crop crops cross crude culture currency
current customer customers customs cut cuts cutting cyber daily damage damages data date dates day
days deadline deadlines deal dealer dealers deals death deaths debate debt debts decade decide
decided decision decisions declare decline deep deepen defence defense define degree delay delays
deliver deliveries delivery demand demands democracy department departments depending deposit
deposits depth describe design designers despite detail details develop developers development
diesel digital digging directive directives disclaimer disclose discount discover discuss disease
dispatch dispute distribution district diversify dividend dividends division doctor doctors
document documents dollar dollars domestic double draft drama drill drilling drive driver drivers
drop drought dry due duties duty early earlier earn earned earning earnings earth earths east
eastern easy ecology economic economics economy edition education effect effective efficiency
effort efforts eight electric electrical electricity electronic electronics elect election
elections eleven emergency emission emissions employ employee employees employers employment end
ending enforce enforcement energy engine engineering engineers enhance ensure enterprise
enterprises entire entry environment environmental equal equipment equity error errors essential
establish estate estimate estimated estimates evaluate evening event events eventually evidence
exact examine example exceed excellent exchange exchanges executives exercise exhibition exist
expand expansion expect expected expense expensive experience experiment expert experts explain
exploration explore export exporter exporters exports express extend extension external extra
extraction extreme face facilities facility fact factories factory facts fail failure fair faith
fall falling family far farm farmer farmers farming farms fast faster fault faults feature federal
federation fee fees feel fewer fibre field fields fifteen fifty fight figure figures fill film
final finally finance finances financial financing find finding findings fine fines finish fire
firm firms first fiscal fish fisheries fishing fit five fix fixed flag fleet flight flights flood
floods floor flow flows focus fold follow followed following food foods forbid force forced forces
forecast forecasts foreign forest forests forge form formal former forty forum forward foundation
foundations four fourteen fourth framework free freight frequent fresh front fuel fuels full
function fund funding funds furnace furnaces further future gain gains gallery gap gaps gas
gather gathering general get giant give given glass global goal goals gold good goods govern
governance government governments grade grades grain grant grants great green grid gross ground
group groups grow growing growth guarantee guard guess guidance guide guidelines half halt hand
handle harbour harbor hard harvest head heading headquarters health hear hearing hearings heat
heavy heavier held help high higher highest highlight highlights highway hike hire history hold
holders holding holdings home homes hope hopes hospital hospitals hotel hour hours house
households houses housing huge human hundred hundreds hydrogen idea identify illegal image imagine
immediate impact implement import importers imports important impose improve improved improvement
incidents include included including income increase increased increases independent index
individual industrial industries industry inflation inform information infrastructure initial
initially initiative injuries innovation inquiry insolvency inspect inspection inspections
inspectors install installation institute institution institutions insurance insurers integrate
integration intelligence interest interests interim internal international internet interview
introduce introduction inventories invest investigate investigation investigators investment
investments investor investors invite iron irrigation issue issues item items job jobs join joint
journal journalists judges judging judgment justice keep key kind knowledge labour labor lack land
landlords language large larger largest late lately later latest launch law laws lawmakers lawyer
lawyers lead leader leaders leadership leading leakage learn lease leases leave left legal lend
lenders lending length let letter letters level levels licence licences license licenses life lift
light lighting limit limits line lines link liquidity list listed listen lists lithium little live
loan loans local locals logistics long longer look looking lose loss losses lost lot low
lower lowest machine machinery machines magnet magnets mail main maintain maintenance major
majority make maker makers making man manage management managers mandate manufacturer
manufacturers manufacturing map margin margins mark market marketing markets mass match material
materials matter matters maximum mean means measure measured measures measuring meat mechanics
media medical medicine medium meet meeting meetings member members memorandum men mention
merchants merge merger message metal metals meters method methods middle mid midstream military
milk mill million millions mills mine mineral minerals miners mines minimum mining minister
ministers ministry minor minority minutes mission mistakes mobile model modern modest money
monitor monitoring month monthly months morning mortgage most motion motor motors mountain move
moves movement museum music mutual name named names nation national nations natural nature naval
navy necessary need needs negotiate negotiations negotiators neighbours net network networks new
newer news newspaper newspapers next nickel night nine nineteen ninety north northern northeast
northwest note notes notice notwithstanding nuclear number numbers nurses obligations observers
obtain occasionally ocean offer offers office offices official officials offshore oil old oldest
online open opened opening operate operating operation operational operations operator operators
opinion opponents opportunities opportunity oppose opposition optimise option options orchards
order orders ordinary ore ores organic organisation organisations organization organizations
origin original originally output outlook outstanding overall overhaul owner owners ownership
oxide oxides pace package page pages paid paper papers parent parents park parliament part
partially participants participation parties partly partner partners partnership parts party pass
passenger passengers patent patents patient patients pay paying payment payments peace peak
pending pension pensions people per percent performance period permanent permission permit permits
person personal personnel petition petrol petroleum pharmacies phase phases phone photo physical
pick picture piece pilot pilots pipe pipeline pipelines pipes place placed plan plane planned
planners planning plans plant plants plastic plastics platform play players pledge plus point
points police policies policy political politicians politics poll pollution pool poor population
port ports position positive possible post posted potential poverty power powers practice prepare
prepared preparing presence present press pressure prevent previous previously price prices
pricing primary principal print priorities priority prison private probably problem problems
procedure procedures proceeds process processes processing processors procurement produce produced
producer producers product production productivity products professional profit profits program
programme programmes programs progress prohibit project projects promise promote proof
properties property proposal proposals propose prosecutors prospects protect protection protest
protesters prove provide provided provider providers province provinces provincial provision
provisions public publication publish published publisher pulp pump pumps purchase purchases
purchasing purpose push put quality quantity quarter quarterly quarters question questions quick
quite quiet quota quotas quote quotes race radio rail railway railways rain rainfall raise raised
range rank rapid rare rate rates rather rating ratings ratio raw reach reached reaction reactors
read readers ready real reality reason reasons receive received receipts recent recently recession
recommend recommendation recommendations record records recover recovery recruit recruitment
recycle recycled recycling red reduce reduced reduction reductions refer reference refine refined
refinery refining reform reforms refugees refuse regarding regime region regional regions
registration regular regulation regulations regulator regulators regulatory reinforce reject
related relations release released relief rely remain remaining remember remote remove renewable
renew rent rents repair repairs repay replace replacement report reported reportedly reporters
reporting reports republic request require required requirement requirements rescue research
researcher researchers reserve reserves reservoir resident residents resign resignation resource
resources respond response responsibility rest restaurants restore restrict restriction
restrictions restructure result results resume retail retailers retain retire return returns
reveal revenue revenues review reviews revise revised revision rice rich right rights rise rises
rising risk risks rival rivals river road roads role roll room rose rough roughly round route
routes row royalty rule rules ruling run running rural safe safety salary sale sales same sanction
sanctions satellite satellites save savings say scale scheme schemes school schools science
sciences scientist scientists scope score screen sea search season seasonal seat second secondly
secondary secret section sections sector sectors secure securities security see seek select sell
sellers selling semiconductor semiconductors send senate separate separately separation series
serious servant servants serve service services session set settle settlement seven seventeen
seventy several severe sewage shape share shared shareholder shareholders shares sharp shelf shell
shift ship shipment shipments shipping ships shop shops short shortage shortages shortly show
shows side sign signal signed signs silicon silver similar similarly simple simply single site
sites situated situation six sixteen sixty size skilled skills slow slower small smaller smart
smelter smelters smelting social societies society software soil solar soldiers solid solution
solutions solve soon sort source sources sourcing south southern southeast southwest space speak
speakers special specialist specialists specific speech speed spend spending split spokespeople
spot spread spring staff stage stages stake stakeholders standard standards start started starting
state stated statement statements states station stations statistic statistical statistics status
stay steady steel steels step steps stick stock stocks stop storage store stores storm story
strategic strategies strategy street streets strength strengthen strengthened stress strict strike
strikes strong structural structure structured struggle student students studies study subject
submit subscribe subscribers subscription subsidiary subsidiaries subsidies subsidy substance
succeed success successful sudden suffer suggest suit summary summer summit sun supervise
supervision supervisors supplier suppliers supplies supply support supporters surplus surprise
surprisingly survey surveys suspend sustainability sustainable switch system systems table tables
tackle take takeover taken talk talks target targets tariff tariffs task taskforce tax taxes
taxpayers teach teacher teachers team teams technical technologies technology telecoms telephone
television temperature temperatures temporary ten tender term terminal terms territory test
tested testing tests text textile theatre theme theory things think third thirteen thirty thousand
thousands threat threats three thursday tie tight tighten tightening tightened timber time timing
tin tip title titanium ton tonnage tons tool tools top topic total totals touch tough tour tourism
tourists tower town towns track trade traders trading tradition traditional traffic train training
trains transaction transactions transfer transition translation transmission transparency
transport travel travellers treasury treat treatment treaties treaty trend trends trial trials
tribunal trip troops trouble truck trucks true trust try tungsten tunnel turbine turbines turn
turning turnover twelve twenty twice two type types uncertainty understand undertaking union unions
unit units university universities update updated updates upgrade upgrades uranium urban urge use
user users using usual utilities utility vaccine vaccines valuation value values valued variety
vehicle vehicles venture ventures verify version vessel vessels victims video view viewed village
violations visit visitors vision volume volumes voluntary vote voted voters votes voting wage
wages wait walk want war warehouse warehouses warn warned warning warnings warrant waste watch
water watchdog way weak weakness wealth weapons weather web website week weekly weeks weigh weight
welcome welfare wells west western wheat wide wildlife win wind wine winner winter withdraw
withdrawal witness witnesses wood word words work worked workers workforce working works workshop
workshops world worldwide worries worse worst worth write writer writers writing written wrong
year yearly years yesterday yield yields young youth zero zinc zone zones
throughput anybody anyone anything everybody everyone everything somebody someone something
accelerate adapt adhere align allocate anticipate apply assemble attend bring carry cease circulate
clarify come comply compile contest continue coordinate cultivate curb defer demolish deploy
dismantle dispose divert eliminate embed empower encourage expedite file formulate foster fulfil
fulfill go goes going gone harness hasten insist instruct intensify lay leverage minimise minimize
mobilise mobilize nurture offset optimise optimize organise organize oversee preserve prioritise
prioritize rectify refrain reshape resolve safeguard scrap shorten shut simplify standardise
streamline strive summarise surpass sustain unify uphold widen worry
aftermath backlog blueprint breakthrough cluster conglomerate discipline dominance downturn flagship
freedom landmark lever mainstay milestone momentum overview roadmap rollout snapshot spotlight
takeaway turnaround upturn
aggressive ambitious capable dependent direct likely magnetic modest newsworthy notable outright
reliant scarce stable sustained swift tight unclear uncertain unlikely upper vast
mon tue tues wed thu thur thurs fri sat sun
asks ate became began bought broke brought built came caught chose dealt drew drove fell felt flew
forgot found gave got grew held kept knew led left lost made meant met paid put ran rose said sat
says sees buys pays owes saw sent set shook shut sold sought spent spoke stood taught thought told
took understood went won wore wrote ph firstly besides thereafter afterwards nowadays republic
kingdom gulf cape isle island islands bay
""".split()

ORDINARY = frozenset((*_WORDS, *MONTHS)).union(
    CONNECTORS, DAYS, FUNCTION, INITIALS, SUFFIXES, TITLES
)
_ENDINGS = (
    "ation ations ition itions ution ments ment ness ability ibility ically ously ively fully "
    "ising izing isation ization ating ifying ening ator ators ologist ologists ician icians"
).split()
_INFLECTIONS = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")
_FROM_HERE = 4  # letters of a stem


def is_ordinary(word: str) -> bool:
    """Whether a folded word is in the list, as it stands or inflected."""
    if word in ORDINARY or (word.endswith("ies") and word[:-3] + "y" in ORDINARY):
        return True
    stems = (word.removesuffix(ending) for ending in _INFLECTIONS if word.endswith(ending))
    return any(
        len(stem) >= _FROM_HERE and (stem in ORDINARY or stem + "e" in ORDINARY) for stem in stems
    )


def looks_ordinary(word: str) -> bool:
    """Whether its ending alone says so; only good enough where a sentence begins."""
    return len(word) > 6 and word.endswith(tuple(_ENDINGS))
