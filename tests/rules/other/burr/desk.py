"""A claims desk as a machine of steps."""

from burr.core import ApplicationBuilder, action
from burr.core.persistence import SQLitePersister
from burr.tracking import LocalTrackingClient
from shop import ApplicationBuilder as Builder

# evidence: other.burr/persister
persister = SQLitePersister(db_path="claims.db", table_name="state")
# evidence: other.burr/tracker
tracker = LocalTrackingClient(project="claims")
application = (
    # evidence: other.burr/application, other.burr/persister, other.burr/saved-run, other.burr/tracker
    ApplicationBuilder().with_actions(assess, settle).with_tracker(tracker).with_state_persister(persister).build()
)
# evidence: other.burr/application, other.burr/saved-run
again = ApplicationBuilder().initialize_from(persister, resume_at_next_action=True, default_state={}).build()
# ok: other.burr/application, other.burr/persister, other.burr/saved-run, other.burr/tracker
house = Builder().with_walls(4).build()
