"""Words that stand for opposites: the table that ``directions`` reads with.

A row is an axis, its poles parted by "|"; what is indented goes on with the row above. Words are given once, in their
base form; phrases are joined by "_".
Words that are mostly used for something else ("over", "set", "right") are left out: they would mark what agrees.
"""

from __future__ import annotations

# What an event, a person or a figure does. A shared word must stand near.
EVENTS = """
rise increase grow growth climb soar rally rebound gain surge jump boost raise swell expand expansion escalate
    rocket skyrocket double triple quadruple hike mount spike go_up be_up put_up push_up drive_up more high great
    large big thrive accelerate inflate upturn upgrade worsen_more widen | fall decrease drop decline shrink plunge
    reduce reduction cut slash diminish dwindle slump tumble plummet contract contraction halve go_down be_down
    bring_down push_down drive_down lessen fewer less low small slide dip ease lower lose downturn shed downgrade
    narrow
accept approve approval pass adopt ratify uphold endorse support back favour favor agree welcome backing vote_for
    vote_in_favour in_favour in_favor be_for side_with embrace champion greenlight | reject rejection oppose
    opposition refuse veto block turn_down vote_down strike_down throw_out overturn disapprove disagree
    vote_against be_against condemn resist quash annul
allow permitted permit_to permits legalise legalize legal legally authorise authorize let entitle | ban forbid
    prohibit outlaw illegal illegally unlawful barred prevent disallow
impose introduce enact instate bring_in reimpose | lift abolish repeal scrap revoke rescind withdraw axe do_away
tighten strict tough harden toughen | loosen relax soften lax lenient
open reopen | close shut closure shutter
begin start launch commence | end stop halt finish cease conclude
confirm admit acknowledge concede confess own_up | deny dispute refute rebut
cause trigger provoke spark lead_to induce promote | prevent cure protect avert heal
guilty convict | innocent acquit clear exonerate not_guilty
survive alive | die dead perish kill
import importer | export exporter
hire recruit employ take_on | fire sack dismiss lay_off make_redundant
promise pledge vow | threaten
call_for demand urge | call_off cancel
enter join accede | leave quit exit abandon drop_out pull_out opt_out walk_out
advance | retreat
blame attack criticise criticize slam blast denounce lambast condemn | defend praise hail laud applaud
capture seize conquer take_over retake | lose surrender cede
arrest detain imprison jail capture | release freed
lengthen prolong extend | shorten curtail reduce
build construct erect | demolish destroy dismantle tear_down raze
create | destroy eliminate
save | waste
pass succeed success | fail failure flunk
appear emerge | disappear vanish
hide conceal cover_up | reveal disclose expose
include | exclude omit
arrive | depart
remember | forget
love | hate detest dislike
accelerate quicken speed_up | slow slow_down decelerate
improve improvement good recover benefit better | worsen deteriorate bad harm damage hurt
strengthen strong | weaken weak undermine
encourage | discourage deter
attract | repel deter
win_back regain | lose
pay_back repay | owe
hot warm heat | cold cool chill
accelerate | brake
enable | disable
connect link | disconnect sever
appoint install elect | oust remove depose dismiss resign
unite | divide split
deploy send | withdraw recall pull_out
add | remove subtract
remain stay | leave
stable unchanged flat | volatile
pardon forgive | punish condemn
praise | blame
borrow | lend
deposit | withdraw
accuse charge | clear exonerate acquit
promote | relegate demote
liberate free | besiege occupy
grow advance | melt recede thaw retreat
welcome | ban shun
sign enact | veto
expand thrive prosper boom | shut_down collapse fold go_bust bankrupt close
admit | turn_away expel
keep retain | lose
keep retain maintain preserve | scrap drop abandon abolish ditch axe
continue resume | stop halt suspend pause
reinstate restore | suspend remove
escalate inflame | de-escalate defuse calm
intensify heighten | ease abate subside
overestimate overstate exaggerate | underestimate understate
overpay | underpay
immigration | emigration
lock | unlock
load | unload
comply obey | violate breach defy flout disobey
prove verify confirm | disprove debunk contradict
believe trust | doubt distrust mistrust
hope | fear
grant award | deny withhold refuse
publish disclose | withhold conceal suppress
file bring_charges press_charges | drop drop_charges
rescue | abandon
protect | endanger
help aid assist | hinder hamper obstruct
postpone delay | bring_forward
merge combine join | split separate break_up
marry | divorce
keep honour honor fulfil fulfill | break betray
attend participate take_part | boycott skip shun
hold host stage | cancel postpone
fund finance | defund
born birth | die dead
qualify | disqualify
legalise | criminalise
land | take_off
embrace | shun
always often frequent | rarely seldom
win_power come_to_power | lose_power
flee | return
mobilise | demobilise
say_yes | say_no say_no_to
claim | deny
sink | float
inhale | exhale
overtax | undertax
"""

# Where whom is said of whom matters: "A died before B" is "B came after A died".
CONVERSE = """
before prior_to ahead_of | after following_the
win beat defeat victory triumph | lose loss be_beaten be_defeated
buy purchase acquire | sell
lead ahead | trail behind lag
give donate | receive
exceed outnumber surpass outstrip outpace overtake | lag lag_behind trail
richer_than | poorer_than
employer | employee
teacher | pupil
precede | follow
"""

# What something is like. The very word that it is said of must be shared.
QUALITIES = """
safe harmless | dangerous unsafe harmful deadly toxic risky hazardous
rich wealthy | poor
easy | hard difficult
deep | shallow
long | short
tall high | short low
wide broad | narrow
heavy | light
fast quick rapid | slow
young | old elderly
new | old
early | late
large big huge | small tiny little
strong | weak
good excellent | bad poor terrible
best | worst
most highest | least fewest lowest
more | fewer less
biggest largest | smallest
longest | shortest
oldest | youngest newest
first | last
cheap affordable | expensive costly dear
positive | negative
public state-owned publicly | private privately
domestic internal | foreign external
urban | rural
major | minor
majority most | minority
maximum | minimum
permanent | temporary interim
voluntary optional | mandatory compulsory obligatory required
military | civilian
true real genuine authentic | false fake forged bogus
healthy | unhealthy sick ill in_trouble
clean | dirty polluted
full | empty
wet | dry
male man father son brother husband boy king uncle | female woman mother daughter sister wife girl queen aunt
peaceful | violent
effective | ineffective useless
possible | impossible
likely | unlikely
common | rare
popular | unpopular
legal | illegal
visible | invisible
hot warm | cold cool
left-wing liberal | right-wing conservative
north northern | south southern | east eastern | west western
morning | afternoon | evening | night
day daytime | night nighttime
inside indoors | outside outdoors
above | below
upper | lower
internal | external
employed | unemployed jobless
married | divorced single unmarried
free | paid
online | offline
asset | liability
profit surplus | loss deficit
friend ally | enemy foe rival adversary
peace | war
tax_cut | tax_rise tax_hike tax_increase
democrat | republican
winner | loser
income revenue | expense expenditure
all every | some several | few
supporter backer | opponent critic
most many majority all | few
the_left | the_right
pro | anti
near close | far distant
full-time | part-time
simple | complex
senior | junior
sober | drunk
awake | asleep
present | absent
front | rear
top | bottom
coastal | inland
amateur | professional
northbound | southbound | eastbound | westbound
upstream | downstream
dawn sunrise | dusk sunset
supply | demand
buyer | seller
landlord | tenant
lender | borrower
sunni | shia shiite
catholic | protestant
christian | muslim | jewish | hindu
conventional | nuclear
fresh | frozen
victim | perpetrator
superior | inferior
guest away | host home
thick | thin
loud | quiet
bright | dark
red | blue | green | yellow
vegetarian | carnivorous
"""


def rows(table: str) -> list[list[list[str]]]:
    """The axes of a table, each as its poles, each as its words."""
    lines = table.strip().replace("\n    ", " ").split("\n")
    return [[pole.split() for pole in line.split("|")] for line in lines]
