# evidence: microsoft.copilot_studio/publish-command
pac copilot publish --bot 11111111-2222-3333-4444-555555555555
# ok: microsoft.copilot_studio/publish-command
pac copilot extract-template --bot 11111111-2222-3333-4444-555555555555
