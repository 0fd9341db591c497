"""The SQL that both engines share: which reports are compared with a request.

It adds up the rarity of shared keys as `search.records.key_digests` does for one record, and breaks ties by the
report's pseudonym. Tables: `request_keys` and `report_keys` (key, record); `followed` (key, bits); `asked` (request,
key, bits).
"""

from matching.candidate_index import CANDIDATES, MOST_HOLDERS
from search.records.key_digests import weights_by_holders

# Keys that at least one and not too many reports are kept under.
FOLLOWED = f"""
SELECT key, {weights_by_holders()} AS bits
FROM (SELECT key, count(*) AS holders FROM report_keys GROUP BY key) AS counted
WHERE holders <= {MOST_HOLDERS}
"""  # noqa: S608 - put together from constants
ASKED = """
SELECT request_keys.record AS request, request_keys.key AS key, followed.bits AS bits
FROM request_keys JOIN followed ON followed.key = request_keys.key
"""
BEST = f"""
SELECT request, report FROM (
    SELECT request, report, row_number() OVER (PARTITION BY request ORDER BY bits DESC, report) AS place FROM (
        SELECT asked.request AS request, report_keys.record AS report, sum(asked.bits) AS bits
        FROM asked JOIN report_keys ON report_keys.key = asked.key
        GROUP BY asked.request, report_keys.record
    ) AS shared
) AS ranked WHERE place <= {CANDIDATES}
"""  # noqa: S608 - put together from constants
