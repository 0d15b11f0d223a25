"""The questions that the report asks of a graph: each number on the page comes from one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Draw(StrEnum):
    """How an answer is shown."""

    NUMBERS = "numbers"
    BARS = "bars"
    TABLE = "table"
    MAP = "map"
    TIMELINE = "timeline"


@dataclass(frozen=True, slots=True)
class Question:
    """A title and the query that answers it; bars take a name and a number a row."""

    title: str
    sparql: str
    draw: Draw = Draw.TABLE
    note: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Questions of one subject."""

    key: str
    title: str
    questions: tuple[Question, ...]


_READ: Final = (
    Question(
        "Releases",
        """SELECT ?releases ?first ?last {
  { SELECT (COUNT(?release) AS ?releases) { ?release a gk:Release } }
  { SELECT (MIN(?date) AS ?first) (MAX(?date) AS ?last) {
      ?release a gk:Release ; schema:datePublished ?date } }
}""",
        Draw.NUMBERS,
    ),
    Question(
        "By language",
        """SELECT ?language (COUNT(?release) AS ?releases) {
  ?release a gk:Release ; schema:inLanguage ?language
} GROUP BY ?language ORDER BY DESC(?releases) ?language""",
        Draw.BARS,
    ),
    Question(
        "By publisher",
        """SELECT ?publisher (COUNT(?release) AS ?releases) {
  ?release a gk:Release ; schema:publisher ?publisher
} GROUP BY ?publisher ORDER BY DESC(?releases) ?publisher LIMIT 15""",
        Draw.BARS,
        "The fifteen with most; releases that name no publisher are not counted.",
    ),
)
_FOUND: Final = (
    Question(
        "Things by class",
        """SELECT ?class (COUNT(?thing) AS ?things) {
  ?thing a ?class
  FILTER(STRSTARTS(STR(?class), STR(gk:)) && ?class NOT IN (gk:Assertion, gk:Passage, gk:Release))
} GROUP BY ?class ORDER BY DESC(?things) ?class""",
        Draw.BARS,
        "A thing counts for each of its classes: a ministry is a government body too.",
    ),
    Question(
        "Assertions by relation",
        """SELECT ?relation (COUNT(?assertion) AS ?assertions) {
  ?assertion a gk:Assertion ; rdf:predicate ?relation
} GROUP BY ?relation ORDER BY DESC(?assertions) ?relation""",
        Draw.BARS,
    ),
    Question(
        "Per release, by language",
        """SELECT ?language (COUNT(DISTINCT ?release) AS ?releases)
  (COUNT(DISTINCT ?assertion) AS ?assertions)
  (ROUND(10 * COUNT(DISTINCT ?assertion) / COUNT(DISTINCT ?release)) / 10 AS ?perRelease) {
  ?release a gk:Release ; schema:inLanguage ?language .
  OPTIONAL {
    ?passage schema:isPartOf ?release .
    ?assertion prov:wasDerivedFrom ?passage
  }
} GROUP BY ?language ORDER BY ?language""",
        note="A language that gives far fewer is read worse, or its releases are shorter.",
    ),
    Question(
        "Told in more than one language",
        """SELECT (COUNT(*) AS ?assertions) {
  SELECT ?assertion {
    ?assertion a gk:Assertion ;
      prov:wasDerivedFrom/schema:isPartOf/schema:inLanguage ?language
  } GROUP BY ?assertion HAVING(COUNT(DISTINCT ?language) > 1)
}""",
        Draw.NUMBERS,
    ),
)


def _lacking(title: str, things: str, lacks: str, note: str = "") -> Question:
    """Return a question for how many of some things lack something."""
    sparql = f"""SELECT (SUM(IF(?lacks, 1, 0)) AS ?lacking) (COUNT(?thing) AS ?of) {{
  {{ SELECT DISTINCT ?thing {{ {things} }} }}
  BIND(NOT EXISTS {{ {lacks} }} AS ?lacks)
}}"""
    return Question(title, sparql, Draw.NUMBERS, note)


_COVERAGE: Final = (
    _lacking(
        "Releases that say nothing",
        "?thing a gk:Release",
        "?passage schema:isPartOf ?thing . ?assertion prov:wasDerivedFrom ?passage",
        "No assertion was read from them.",
    ),
    _lacking("Releases without a date", "?thing a gk:Release", "?thing schema:datePublished ?d"),
    _lacking("Persons without a post", "?thing a schema:Person", "?thing org:holds ?post"),
    _lacking("Posts without a body", "?thing a org:Post", "?thing org:postIn ?body"),
    _lacking(
        "Posts without a country",
        "?thing a org:Post",
        "?thing gk:ofCountry|(org:postIn/org:subOrganizationOf*/gk:ofCountry) ?country",
    ),
    _lacking("Events without a day", "?thing a schema:Event", "?thing schema:startDate ?day"),
    _lacking("Events without a place", "?thing a schema:Event", "?thing schema:location ?at"),
    _lacking("Events without participants", "?thing a schema:Event", "?thing schema:attendee ?p"),
    _lacking("Quotations of nobody", "?thing a schema:Quotation", "?thing schema:creator ?p"),
)
_DOUBT: Final = (
    Question(
        "Assertions by confidence",
        """SELECT ?confidence (COUNT(?assertion) AS ?assertions) {
  ?assertion gk:confidence ?sure
  BIND(STR(FLOOR(?sure * 20) / 20) AS ?confidence)
} GROUP BY ?confidence ORDER BY ?confidence""",
        Draw.BARS,
        "Each bar begins at its confidence and is 0.05 wide.",
    ),
    Question(
        "The least sure",
        """SELECT ?confidence ?subject ?relation ?object ?sentence {
  ?assertion gk:confidence ?confidence ; rdf:subject ?subject ; rdf:predicate ?relation ;
    rdf:object ?object ; prov:wasDerivedFrom/nif:anchorOf ?sentence
} ORDER BY ?confidence ?subject ?relation ?object ?sentence LIMIT 25""",
    ),
    Question(
        "By status",
        """SELECT ?status (COUNT(?assertion) AS ?assertions) {
  ?assertion a gk:Assertion ; gk:status ?status
} GROUP BY ?status ORDER BY DESC(?assertions) ?status""",
        Draw.BARS,
        "What is told to be past, to come, provisional or not so.",
    ),
)
_TIME: Final = (
    Question(
        "Releases by month",
        """SELECT ?month (COUNT(?release) AS ?releases) {
  ?release a gk:Release ; schema:datePublished ?date
  BIND(SUBSTR(STR(?date), 1, 7) AS ?month)
} GROUP BY ?month ORDER BY ?month""",
        Draw.TIMELINE,
    ),
    Question(
        "Events by month",
        """SELECT ?month (COUNT(DISTINCT ?event) AS ?events) {
  ?event a schema:Event ; schema:startDate ?date
  FILTER(!STRSTARTS(STR(?date), "-"))
  BIND(SUBSTR(STR(?date), 1, 7) AS ?month)
} GROUP BY ?month ORDER BY ?month""",
        Draw.TIMELINE,
    ),
)
_COUNTRIES: Final = (
    Question(
        "Map of countries by releases that speak of them",
        """SELECT ?code (COUNT(DISTINCT ?release) AS ?releases) {
  ?release schema:mentions ?country .
  ?country a gk:Country ; skos:notation ?code
} GROUP BY ?code ORDER BY DESC(?releases) ?code""",
        Draw.MAP,
        "A circle's area is as its number. Circles stand where the country is, or as near as "
        "there is room; the dots are the other places of the world. There are no borders.",
    ),
    Question(
        "Countries by releases that speak of them",
        """SELECT ?code (COUNT(DISTINCT ?release) AS ?releases) {
  ?release schema:mentions ?country .
  ?country a gk:Country ; skos:notation ?code
} GROUP BY ?code ORDER BY DESC(?releases) ?code LIMIT 25""",
        Draw.BARS,
    ),
    Question(
        "Countries whose officials met",
        """SELECT ?pair (COUNT(DISTINCT ?event) AS ?events) {
  ?event schema:attendee/org:holds/gk:ofCountry/skos:notation ?one , ?other .
  FILTER(?one < ?other)
  BIND(CONCAT(?one, " – ", ?other) AS ?pair)
} GROUP BY ?pair ORDER BY DESC(?events) ?pair LIMIT 25""",
        Draw.BARS,
    ),
)
SECTIONS: Final = (
    Section("read", "What was read", _READ),
    Section("found", "What was found", _FOUND),
    Section("coverage", "What is missing", _COVERAGE),
    Section("doubt", "What is doubtful", _DOUBT),
    Section("time", "When", _TIME),
    Section("countries", "Which countries", _COUNTRIES),
)
