#!/bin/sh
# evidence: google.adk/vendor-traces-command
adk web --trace_to_cloud claims
# ok: google.adk/vendor-traces-command
adk web --log_level=info claims
