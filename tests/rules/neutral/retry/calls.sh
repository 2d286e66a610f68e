#!/usr/bin/env bash
# evidence: neutral.retry/script-loop
for ((attempt = 1; attempt <= max_attempts; attempt++)); do
  ask && exit 0
done
# evidence: neutral.retry/script-loop
until ask || [ "$tries" -ge 5 ]; do
  sleep 5
done
# ok: neutral.retry/script-loop
for file in entries/*.json; do
  echo "$file"
done
