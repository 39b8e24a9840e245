"""Names that stand for each other, so that one for the other is no difference: countries with their people and
capitals, organisations whose short form is not made of first letters, spellings that no rule would join, nicknames.
"""

from __future__ import annotations

from factcheck_tui.matching.differences.word_lists import listed

# Country: its other names and its people | what speaks for it in the news. The first word is the name of the group.
_COUNTRIES = """
usa,united states,united states of america,us,america,american,americans|white house,washington dc,uncle sam
uk,united kingdom,great britain,britain,british,briton,britons|london,downing street,whitehall,england
england,english
scotland,scottish,scots|edinburgh
wales,welsh|cardiff
ireland,irish|dublin
france,french|paris,elysee
germany,german,germans|berlin
italy,italian,italians|rome
spain,spanish,spaniard,spaniards|madrid
portugal,portuguese|lisbon
netherlands,dutch,holland|amsterdam,the hague
belgium,belgian,belgians|brussels
european union,eu|brussels
switzerland,swiss|bern
austria,austrian,austrians|vienna
poland,polish,poles|warsaw
czech republic,czechia,czech,czechs|prague
slovakia,slovak,slovaks|bratislava
hungary,hungarian,hungarians|budapest
romania,romanian,romanians|bucharest
bulgaria,bulgarian|sofia
greece,greek,greeks|athens
turkey,turkiye,turkish,turks|ankara
cyprus,cypriot|nicosia
serbia,serbian,serbs|belgrade
croatia,croatian|zagreb
bosnia,bosnian,bosnia and herzegovina|sarajevo
albania,albanian|tirana
ukraine,ukrainian,ukrainians|kyiv,kiev
russia,russian,russians,russian federation|moscow,kremlin
soviet union,ussr,soviet,soviets
belarus,belarusian|minsk
georgia,georgian|tbilisi
armenia,armenian|yerevan
azerbaijan,azerbaijani|baku
sweden,swedish,swedes|stockholm
norway,norwegian,norwegians|oslo
denmark,danish,danes|copenhagen
finland,finnish,finns|helsinki
iceland,icelandic|reykjavik
estonia,estonian|tallinn
latvia,latvian|riga
lithuania,lithuanian|vilnius
china,chinese,people's republic of china,prc|beijing,peking
taiwan,taiwanese|taipei
hong kong
japan,japanese|tokyo
south korea,south korean,south koreans,republic of korea|seoul
north korea,north korean,north koreans,dprk|pyongyang
india,indian,indians|new delhi,delhi
pakistan,pakistani,pakistanis|islamabad
bangladesh,bangladeshi|dhaka
sri lanka,sri lankan,ceylon|colombo
nepal,nepalese|kathmandu
afghanistan,afghan,afghans|kabul
iran,iranian,iranians,persia|tehran,teheran
iraq,iraqi,iraqis|baghdad
syria,syrian,syrians|damascus
lebanon,lebanese|beirut
israel,israeli,israelis|jerusalem,tel aviv
palestine,palestinian,palestinians|ramallah
gaza,gaza strip
jordan,jordanian|amman
saudi arabia,saudi,saudis,saudi arabian|riyadh
yemen,yemeni,yemenis|sanaa
oman,omani|muscat
qatar,qatari|doha
kuwait,kuwaiti|kuwait city
bahrain,bahraini|manama
united arab emirates,uae,emirati|abu dhabi
egypt,egyptian,egyptians|cairo
libya,libyan,libyans|tripoli
tunisia,tunisian|tunis
algeria,algerian|algiers
morocco,moroccan|rabat
sudan,sudanese|khartoum
south sudan,south sudanese|juba
ethiopia,ethiopian|addis ababa
eritrea,eritrean|asmara
somalia,somali,somalis|mogadishu
kenya,kenyan,kenyans|nairobi
uganda,ugandan|kampala
tanzania,tanzanian|dodoma
rwanda,rwandan|kigali
congo,congolese,drc,democratic republic of congo,democratic republic of the congo|kinshasa
nigeria,nigerian,nigerians|abuja
niger,nigerien|niamey
mali,malian|bamako
ghana,ghanaian|accra
senegal,senegalese|dakar
liberia,liberian|monrovia
sierra leone|freetown
ivory coast,cote d'ivoire,ivorian
south africa,south african,south africans|pretoria
zimbabwe,zimbabwean|harare
zambia,zambian|lusaka
angola,angolan|luanda
mozambique,mozambican|maputo
malawi,malawian
canada,canadian,canadians|ottawa
mexico,mexican,mexicans|mexico city
guatemala,guatemalan
honduras,honduran
nicaragua,nicaraguan|managua
panama,panamanian
cuba,cuban,cubans|havana
haiti,haitian,haitians|port-au-prince
jamaica,jamaican|kingston
colombia,colombian,colombians|bogota
venezuela,venezuelan,venezuelans|caracas
ecuador,ecuadorian|quito
peru,peruvian,peruvians|lima
bolivia,bolivian|la paz
brazil,brazilian,brazilians|brasilia
chile,chilean,chileans|santiago
argentina,argentine,argentinian,argentines|buenos aires
uruguay,uruguayan|montevideo
paraguay,paraguayan|asuncion
australia,australian,australians|canberra
new zealand,new zealander,kiwi|wellington
philippines,filipino,filipinos|manila
indonesia,indonesian|jakarta
malaysia,malaysian|kuala lumpur
singapore,singaporean
thailand,thai,thais|bangkok
vietnam,vietnamese|hanoi
cambodia,cambodian|phnom penh
laos,lao|vientiane
myanmar,burma,burmese|naypyidaw
mongolia,mongolian
kazakhstan,kazakh|astana,nur-sultan
"""
_GROUPS = """
kyiv,kiev
islamic state,isis,isil,daesh,is,islamic state of iraq and the levant,islamic state of iraq and syria
mumbai,bombay
chennai,madras
kolkata,calcutta
yangon,rangoon
ho chi minh city,saigon
st petersburg,saint petersburg,leningrad
volkswagen,vw
facebook,meta
twitter,x
google,alphabet
democrats,democrat,democratic party,democratic
republicans,republican,republican party,gop
conservatives,conservative,conservative party,tories,tory
labour,labour party
federal reserve,fed
who,world health organization,world health organisation
nato,north atlantic treaty organization,north atlantic treaty organisation
uno,united nations,un
covid-19,covid,coronavirus,sars-cov-2
ebola,ebola virus
world war ii,second world war,world war two,wwii,ww2
world war i,first world war,world war one,wwi,ww1
new york,new york city,nyc
los angeles,la
washington,washington dc
koran,quran
muslim,moslem,islam,islamic,muslims
jew,jewish,jews
christian,christianity,christians
bob dylan,robert zimmerman
pope francis,francis,jorge bergoglio
"""
_NICKNAMES = """
robert bob rob bobby|william bill will billy|james jim jimmy jamie|richard dick rick ricky|joseph joe joey|
michael mike mick|thomas tom tommy|john jack johnny jon|edward ed ted eddie|elizabeth liz beth betty|
margaret maggie peggy meg|charles charlie chuck|anthony tony|andrew andy drew|daniel dan danny|david dave|
donald don donnie|steven stephen steve|alexander alex sasha|alexandria alexandra|
katherine catherine kate kathy cathy katie|samuel sam|matthew matt|christopher chris|nicholas nick|
patrick pat paddy|gregory greg|timothy tim|kenneth ken|ronald ron|lawrence larry|benjamin ben|
vladimir volodymyr wladimir|mohammed muhammad mohamed mohammad muhammed|yusuf yousef youssef|ayman aiman|
osama usama|hillary hilary|bernard bernie|rudolph rudy|theodore ted|jeffrey jeff geoffrey|susan sue|
deborah debbie|barack barry|nancy nan|jennifer jen jenny|jacob jake|zachary zach|abraham abe|
frederick fred|gerald gerry
"""

NICKNAMES = {name: group.split()[0] for group in _NICKNAMES.replace("\n", "").split("|") for name in group.split()}
# Before or behind a name and no part of it.
TITLES = listed(
    "mr mrs ms miss dr doctor prof professor sir dame lord lady president vice prime minister premier chancellor "
    "pm mp senator sen rep representative congressman congresswoman governor gov mayor king queen prince princess "
    "pope cardinal bishop archbishop imam sheikh ayatollah general gen colonel col captain capt lieutenant "
    "sergeant major judge justice attorney secretary chairman chief ceo director commissioner officer jr sr ii "
    "iii iv duke duchess emperor sultan emir st saint the former ex late ambassador first"
)
PARTICLES = listed("al el ez as ad ar az bin ibn abu de la le van von der den di da dos du of for the and und y")


def _known() -> dict[str, frozenset[str]]:
    """A name, folded -> the groups that it belongs to."""
    found: dict[str, set[str]] = {}
    for line in _COUNTRIES.strip().split("\n"):
        named, _, speaks = line.partition("|")
        country = named.split(",")[0]
        for name in named.split(","):
            found.setdefault(name, set()).add(country)
        for name in filter(None, speaks.split(",")):
            found.setdefault(name, set()).update({country, name})
    for line in _GROUPS.strip().split("\n"):
        names = line.split(",")
        for name in names:
            found.setdefault(name, set()).add(names[0])
    return {name: frozenset(groups) for name, groups in found.items()}


KNOWN = _known()
