"""The tables, by room."""

from tawthiq.store.models.cases import Case as Case
from tawthiq.store.models.claims import Claim as Claim
from tawthiq.store.models.claims import PeriodClaim as PeriodClaim
from tawthiq.store.models.claims import Toll as Toll
from tawthiq.store.models.counts import NamedCount as NamedCount
from tawthiq.store.models.incidents import GradeDecision as GradeDecision
from tawthiq.store.models.incidents import Grouping as Grouping
from tawthiq.store.models.incidents import Incident as Incident
from tawthiq.store.models.journal import ImportBatch as ImportBatch
from tawthiq.store.models.journal import JournalEntry as JournalEntry
from tawthiq.store.models.ledger import ActorSalt as ActorSalt
from tawthiq.store.models.ledger import KeptCheckpoint as KeptCheckpoint
from tawthiq.store.models.ledger import LedgerEntry as LedgerEntry
from tawthiq.store.models.ledger import LedgerHash as LedgerHash
from tawthiq.store.models.ledger import LedgerHead as LedgerHead
from tawthiq.store.models.ledger import SealedPart as SealedPart
from tawthiq.store.models.ledger import SealedSalts as SealedSalts
from tawthiq.store.models.places import Boundary as Boundary
from tawthiq.store.models.places import Place as Place
from tawthiq.store.models.sources import Document as Document
from tawthiq.store.models.sources import Source as Source
from tawthiq.store.models.statements import Statement as Statement
