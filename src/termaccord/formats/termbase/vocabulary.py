"""The words of TBX: what the editions call their elements, and what kind each data category of ISO 30042 is of."""

NAMESPACE_2019 = "urn:iso:std:iso:30042:ed-2"
MODULES = {"min": "http://www.tbxinfo.net/ns/min", "basic": "http://www.tbxinfo.net/ns/basic"}

NAMES_2019 = {
    "martif": "tbx",
    "martifHeader": "tbxHeader",
    "termEntry": "conceptEntry",
    "langSet": "langSec",
    "tig": "termSec",
    "refObjectList": "refObjectSec",
}
NAMES_2008 = {new: old for old, new in NAMES_2019.items()} | {"ntig": "tig", "itemset": "itemSet"}
"""Whatever a file calls it, to the name that the reader uses."""


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_OF_KIND = {
    "termNote": "abbreviatedFormFor administrativeStatus animacy antonymTerm directionality etymology falseFriend "
    "frequency geographicalUsage grammaticalGender grammaticalNumber grammaticalValency homograph "
    "language-planningQualifier lionHotkey normativeAuthorization partOfSpeech processStatus pronunciation "
    "proprietaryRestriction register shortFormFor temporalQualifier termLocation termProvenance termStructure "
    "termType timeRestriction transferComment usageNote usageStatus",
    "descrip": "antonymConcept associatedConcept audio broaderConceptGeneric broaderConceptPartitive characteristic "
    "classificationCode conceptPosition context coordinateConceptGeneric coordinateConceptPartitive definition "
    "example explanation figure otherBinaryData quantity range relatedConcept relatedConceptBroader "
    "relatedConceptNarrower reliabilityCode sampleSentence sequentiallyRelatedConcept spatiallyRelatedConcept "
    "subjectField subordinateConceptGeneric subordinateConceptPartitive superordinateConceptGeneric "
    "superordinateConceptPartitive table temporallyRelatedConcept thesaurusDescriptor unit video",
    "admin": "annotatedNote applicationSubset businessUnitSubset conceptOrigin customerSubset databaseType "
    "domainExpert elementWorkingStatus entrySource environmentSubset indexHeading keyword originatingDatabase "
    "originatingInstitution originatingPerson productSubset projectSubset searchTerm securitySubset sortKey source "
    "sourceIdentifier subsetOwner",
    "xref": "corpusTrace externalCrossReference xAudio xGraphic xMathML xSource xVideo",
    "ref": "crossReference see",
    "transac": "transactionType",
    "transacNote": "responsibility usageCount",
    "adminNote": "noteSource sourceType",
    "descripNote": "contextType definitionType descriptionType",
}
"""ISO 30042:2008, annex A, and the modules of the 2019 edition."""
KINDS = {name: kind for kind, names in _OF_KIND.items() for name in names.split()}
"""The meta data category of each data category: what a DCT element is in DCA."""
META_CATEGORIES = frozenset(_OF_KIND)
IN_MODULE_MIN = words("administrativeStatus customerSubset externalCrossReference partOfSpeech subjectField")
OF_MIN_2013 = {"termStatus": ("termNote", "administrativeStatus"), "customer": ("admin", "customerSubset")}
"""What TBX-Min of 2013 calls two of them."""
FORM_V4, FORM_DUAL = "TBX-Basic Version 4", "TBX-Basic 1.2.1 and Version 4"
"""What our own headers say, since the root element of 1.2.1 and of Version 4 is the same."""

_FOLDED = {(kind, "".join(filter(str.isalpha, name.lower()))): name for name, kind in sorted(KINDS.items())}


def standard_type(kind: str, written: str) -> str:
    """
    A type as ISO 30042 spells it, where a file only spells it otherwise; any other type as it is.

    >>> standard_type("descrip", "Subject field"), standard_type("termNote", "Part of Speech"), standard_type("admin", "Owner")
    ('subjectField', 'partOfSpeech', 'Owner')
    """
    if KINDS.get(written) == kind:
        return written
    return _FOLDED.get((kind, "".join(filter(str.isalpha, written.lower()))), written)
