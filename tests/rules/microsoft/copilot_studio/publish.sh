# evidence: microsoft.copilot_studio/publish-command
pac copilot publish --bot 11111111-2222-3333-4444-555555555555
# ok: microsoft.copilot_studio/publish-command
pac copilot extract-template --bot 11111111-2222-3333-4444-555555555555
# evidence: microsoft.copilot_studio/publish-command
pac copilot push --path agents/claims
# evidence: microsoft.copilot_studio/solution-import
pac solution import --path dist/claims.zip --async false
# ok: microsoft.copilot_studio/solution-import
pac solution list
