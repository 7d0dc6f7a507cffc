"""Countries beside two sources that are not ours: CLDR's names and codes, the United Nations' members."""

from __future__ import annotations

import re
import unicodedata

import pytest
from babel import Locale
from babel.core import get_global

from rawi.arabic.letters import fold
from rawi.lore import load
from rawi.lore.schema import Country

UN_MEMBERS = frozenset(
    re.findall(
        r"[A-Z]{3}",
        """
        AFG ALB DZA AND AGO ATG ARG ARM AUS AUT AZE BHS BHR BGD BRB BLR BEL BLZ BEN BTN BOL BIH BWA
        BRA BRN BGR BFA BDI CPV KHM CMR CAN CAF TCD CHL CHN COL COM COG CRI CIV HRV CUB CYP CZE PRK
        COD DNK DJI DMA DOM ECU EGY SLV GNQ ERI EST SWZ ETH FJI FIN FRA GAB GMB GEO DEU GHA GRC GRD
        GTM GIN GNB GUY HTI HND HUN ISL IND IDN IRN IRQ IRL ISR ITA JAM JPN JOR KAZ KEN KIR KWT KGZ
        LAO LVA LBN LSO LBR LBY LIE LTU LUX MDG MWI MYS MDV MLI MLT MHL MRT MUS MEX FSM MDA MCO MNG
        MNE MAR MOZ MMR NAM NRU NPL NLD NZL NIC NER NGA MKD NOR OMN PAK PLW PAN PNG PRY PER PHL POL
        PRT QAT KOR ROU RUS RWA KNA LCA VCT WSM SMR STP SAU SEN SRB SYC SLE SGP SVK SVN SLB SOM ZAF
        SSD ESP LKA SDN SUR SWE CHE SYR TJK TZA THA TLS TGO TON TTO TUN TUR TKM TUV UGA UKR ARE GBR
        USA URY UZB VUT VEN VNM YEM ZMB ZWE
        """,
    )
)
UN_OBSERVERS = frozenset(("PSE", "VAT"))

ARABIC_DIFFERS = {  # code: CLDR's name, which no newspaper writes
    "HKG": "هونغ كونغ الصينية (منطقة إدارية خاصة)",  # the status is put into the name
    "MMR": "ميانمار (بورما)",  # two names at once, both of which we have
    "PSE": "الأراضي الفلسطينية",  # names the territory; the state is فلسطين
}
LATIN_DIFFERS = {  # code: CLDR's name, where ours is the one that the English-language press writes
    "COD": "Congo - Kinshasa",
    "COG": "Congo - Brazzaville",
    "CPV": "Cape Verde",  # Cabo Verde since 2013, at its own wish
    "GMB": "Gambia",  # The Gambia, formally and in the press
    "HKG": "Hong Kong SAR China",
    "MAC": "Macao SAR China",
    "MMR": "Myanmar (Burma)",
    "PSE": "Palestinian Territories",
    "VCT": "St. Vincent & Grenadines",  # … and the Grenadines
}
ZONE_ELSEWHERE = {"XKX": "RS"}  # Kosovo has no zone of its own in the IANA database
COUNTRIES = [pytest.param(country, id=country.iso3) for country in load.countries()]


@pytest.mark.parametrize("country", COUNTRIES)
def test_codes_belong_together(country: Country) -> None:
    expected = ["XK"] if country.iso3 == "XKX" else get_global("territory_aliases").get(country.iso3)
    assert expected == [country.iso2]


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_arabic_name_of_cldr_is_known(country: Country) -> None:
    name = Locale("ar").territories[country.iso2]
    known = {_key(n) for n in (country.name, *country.also, country.formal or country.name)}
    assert (_key(name) in known) != (ARABIC_DIFFERS.get(country.iso3) == name), f"{name}: {country.name}"


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_latin_name_is_that_of_cldr(country: Country) -> None:
    name = Locale("en").territories[country.iso2]
    assert (_plain(name) == _plain(country.latin)) != (LATIN_DIFFERS.get(country.iso3) == name)


@pytest.mark.parametrize("country", COUNTRIES)
def test_the_zone_lies_in_the_country(country: Country) -> None:
    territory = get_global("zone_territories")[country.zone or ""]
    assert territory == ZONE_ELSEWHERE.get(country.iso3, country.iso2), country.zone


def test_every_member_and_observer_of_the_united_nations_is_there() -> None:
    by_status = {status: {c.iso3 for c in load.countries() if c.status == status} for status in ("member", "observer")}
    assert len(UN_MEMBERS) == 193
    assert by_status["member"] == UN_MEMBERS
    assert by_status["observer"] == UN_OBSERVERS


def _key(name: str) -> str:
    return re.sub(r"[\s\"'-]", "", fold(name))


def _plain(name: str) -> str:
    """English names without what only typography decides: St., &, accents, dots."""
    name = name.replace("St.", "Saint").replace("&", "and").replace("’", "'")
    bare = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return bare.replace(".", "").lower()
