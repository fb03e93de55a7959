"""Stage 4: the words around a name that say what it is: of people, of places, of bodies."""

from typing import Final

from factsheet.extraction.lexicon import listed

SAY: Final = listed(
    "said says told added adds claimed claims announced reported reports stated states declared denied "
    "confirmed "
    "warned insisted argued noted stressed explained tweeted wrote replied estimated estimates estimate "
    "say puts "
    "put acknowledged admitted asserted alleged accused vowed pledged urged called condemned welcomed praised "
    "promised predicted testified recalled remarked observed maintained quoted hailed expressed thanked "
    "appealed "
    "demanded"
)
HUMAN: Final = listed(
    "who whose he she his her himself herself resigned fled died married born arrived travelled traveled met visited "
)
IN_PLACE: Final = listed("in at near above around outside inside throughout across into via between towards toward")
OF_PLACE: Final = listed(
    "from to of over around leaving reached entered struck hit attacked stormed overran seized captured retook "
    "liberated besieged bombed recaptured visiting entering capturing seizing attacking bombing shelling "
    "fleeing fled burned torched looted razed taken took retaken lost evacuated evacuating through beyond visited "
    "shelled"
)
PLACE_NOUNS: Final = listed(
    "province provinces region regions districts cities villages towns governorates camps states counties "
    "area areas mosque district city town village governorate border airport camp state county valley "
    "river area areas neighborhood neighbourhood suburb suburbs peninsula island islands highway road "
    "countryside "
    "capital port prison hospital base crossing checkpoint corridor municipality enclave basin forest "
    "mountains "
    "hills coast strait stadium square"
)
GROUP_NOUNS: Final = listed(
    "group groups movement militia militias faction party rebels rebel fighters militants gunmen guerrillas "
    "guerrilla forces troops insurgents network organisation organization spokesman spokeswoman spokesperson "
    "leader leaders leadership commander commanders members member officials newspaper television website "
    "agency "
    "clan tribe headquarters militant insurgency alliance coalition jihadists extremists radio channel news "
    "separatists combatants cadres delegation negotiators soldiers"
)
CALLED: Final = listed(
    "group movement party militia agency newspaper organisation organization network faction alliance "
    "coalition "
    "outfit charity broadcaster daily weekly magazine station called named company rebels umbrella wing "
    "website ngo "
)
OF_GROUP: Final = listed(
    "militants gunmen rebels guerrillas commanders branch cell members fighters supporters leader leaders "
    "spokesman commander wing behalf faction representatives member "
    "head founder fighter subsidiary "
    "workers employees engineers staff executives"
)
OF_TOWN: Final = listed(
    "post crossing settlement settlements hamlet hamlets resort "
    "cities towns villages provinces regions districts governorates counties islands areas states camps "
    "neighbourhoods neighborhoods suburbs city town village province region district capital governorate port "
    "suburb island area state county municipality airport outskirts camp prefecture neighbourhood neighborhood"
)
STATE_NOUNS: Final = listed(
    "government army military president capital parliament prime foreign defence defense interior health "
    "ministry "
    "border borders people economy civil armed northern southern eastern western ruling opposition north south "
    "east west Defence Defense Foreign Interior Health Ministry"
)
GROUP_DEEDS: Final = listed(
    "pledged claimed controls split broke operates fights seized has wants opposes rejects holds"
)
TREATIES: Final = listed(
    "accords accord agreement agreements ceasefire cease-fire pact deal protocol treaty talks process "
    "summit conference memorandum "
    "declaration truce"
)
QUARTERS: Final = listed("Sur Norte Oriental Occidental Este Oeste Orientale Occidentale Veliki Velika Mala Mare")
STATES_OF: Final = listed(
    "president king queen emir sultan minister republic envoy ambassador premier chancellor border parliament people "
    "invasion independence coast shores streets skies outskirts"
)
SITES: Final = listed("mine plant base camp field fields refinery reservoir dam factory prison bridge junction")
OUTLAWED: Final = listed("outlawed banned outlaws bans banning outlawing proscribed blacklisted disbanded dissolved")
FALLING: Final = listed("fell rained fired advanced marched closed descended")
SENT: Final = listed(
    "statement letter call message word report official spokesman spokeswoman members fighters militants"
)
ENDEAVOURS: Final = listed("operation offensive campaign exercise plan project mission sweep crackdown drill")
LED: Final = listed("led headed commanded by founded formed created")
FOLLOWERS_OF: Final = listed(
    "brigade men followers forces fighters supporters loyalists government hardliners army faction gang "
    "militia troops "
    "movement group band"
)
TRAGEDIES: Final = listed(
    "massacre massacres killings bombing bombings attack attacks ambush raid siege shooting crisis"
)
BODIES: Final = listed(
    "franchise affiliate offshoot splinter successor umbrella "
    "wing arm branch tank charity watchdog ngo daily weekly broadcaster station union firm company body"
)
BODIES_MANY: Final = listed("groups movements parties factions militias organisations organizations outfits alliances")
ATTACKS: Final = listed(
    "fire attack attacks assault assaults strike strikes airstrike airstrikes raid raids offensive shelling "
    "bombardment siege crackdown"
)
