"""One file per kind of evidence, each with the face of `levels.Comparison`, and the one table of them all.

Whatever the engine must know of a comparison beside its own file stands in its row here; nothing else lists them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate, pairwise

from matching.comparisons.age import AgeComparison
from matching.comparisons.birth import BirthComparison
from matching.comparisons.community import CommunityComparison
from matching.comparisons.companions import CompanionsComparison
from matching.comparisons.documents import DocumentsComparison
from matching.comparisons.effects import EffectsComparison
from matching.comparisons.elapsed import ElapsedComparison
from matching.comparisons.height import HeightComparison
from matching.comparisons.home import HomeComparison
from matching.comparisons.languages import LanguagesComparison
from matching.comparisons.levels import Comparison, Family, layout_of
from matching.comparisons.marks import MarksComparison
from matching.comparisons.names import NamesComparison
from matching.comparisons.nationality import NationalityComparison
from matching.comparisons.origin import OriginComparison
from matching.comparisons.parents import ParentsComparison
from matching.comparisons.phones import PhonesComparison
from matching.comparisons.place import PlaceComparison
from matching.comparisons.sex import SexComparison
from matching.comparisons.together import TogetherComparison
from matching.comparisons.traits import TraitsComparison


class Learning(Enum):
    """How a comparison's weights are estimated."""

    # m and u of each level.
    LEVELS = auto()
    # A curve over what two names share, from the shares of pairs around each of its steps.
    CURVE = auto()
    # m and u of each level, u being what two other comparisons lead to expect: their sum is corrected.
    CORRECTION = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonSpec:
    """A row of the table of comparisons.

    `same_side` says that it speaks of the person whoever says it, so that two reports of one side are compared by it
    too. `costly` says that it compares names, which takes most of the time; what it comes to at the most is known at
    once. `tells_place` says that its weight moves with the place of the finding, which of the living nobody is told.
    What it is made of, which levels are estimated apart and which pairs it learns from, the class itself says
    (`of`, `families`, `observed`).
    """

    kind: type[Comparison]
    same_side: bool
    costly: bool = False
    tells_place: bool = False
    learning: Learning = Learning.LEVELS

    @property
    def code(self) -> str:
        """The comparison's code, by which parameters, evidence and words know it."""
        return self.kind.code

    @property
    def families(self) -> tuple[Family, ...]:
        """The levels that are estimated, in families of which a pair shows one."""
        return self.kind.families()

    @property
    def estimated(self) -> tuple[str, ...]:
        """The levels that are estimated, in the order of the positions that `observed` gives."""
        return tuple(level for family in self.families for level in family)

    @property
    def stretches(self) -> tuple[tuple[Family, slice], ...]:
        """Each family with its stretch of the estimated levels."""
        bounds = pairwise(accumulate(map(len, self.families), initial=0))
        return tuple((family, slice(*at)) for family, at in zip(self.families, bounds, strict=True))


Table = tuple[ComparisonSpec, ...]

# In the order of evidence on every card. Not `same_side`: phones and companions, because one relative seeks several who
# travelled together and gives the same ones for each; and whatever tells when and where, which no two reports share.
COMPARISONS: Table = (
    ComparisonSpec(kind=NamesComparison, same_side=True, costly=True, learning=Learning.CURVE),
    ComparisonSpec(kind=ParentsComparison, same_side=True, costly=True),
    ComparisonSpec(kind=BirthComparison, same_side=True),
    ComparisonSpec(kind=AgeComparison, same_side=True),
    ComparisonSpec(kind=SexComparison, same_side=True),
    ComparisonSpec(kind=NationalityComparison, same_side=True),
    ComparisonSpec(kind=LanguagesComparison, same_side=True),
    ComparisonSpec(kind=CommunityComparison, same_side=True),
    ComparisonSpec(kind=HomeComparison, same_side=True),
    ComparisonSpec(kind=ElapsedComparison, same_side=False),
    ComparisonSpec(kind=PlaceComparison, same_side=False, tells_place=True),
    ComparisonSpec(kind=TogetherComparison, same_side=False, tells_place=True, learning=Learning.CORRECTION),
    ComparisonSpec(kind=OriginComparison, same_side=False, tells_place=True),
    ComparisonSpec(kind=PhonesComparison, same_side=False),
    ComparisonSpec(kind=DocumentsComparison, same_side=True),
    ComparisonSpec(kind=HeightComparison, same_side=True),
    ComparisonSpec(kind=MarksComparison, same_side=True),
    ComparisonSpec(kind=EffectsComparison, same_side=True),
    ComparisonSpec(kind=TraitsComparison, same_side=True),
    ComparisonSpec(kind=CompanionsComparison, same_side=False, costly=True),
)
# The codes in the order of the card.
ORDER = tuple(spec.code for spec in COMPARISONS)
# Those whose weight moves with the place of the finding.
PLACING = tuple(spec.code for spec in COMPARISONS if spec.tells_place)
# The levels that have m and u, by comparison.
LEVELS: Mapping[str, tuple[str, ...]] = {
    spec.code: spec.estimated for spec in COMPARISONS if spec.learning is not Learning.CURVE
}


def layouts(table: Iterable[ComparisonSpec] = COMPARISONS) -> dict[str, str]:
    """By code what a parameters file has to name: digests of the levels that its weights were estimated for."""
    return {spec.code: layout_of(spec.kind) for spec in table}
