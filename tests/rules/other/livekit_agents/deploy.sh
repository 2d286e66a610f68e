# evidence: other.livekit_agents/cloud-deploy
lk agent deploy
# ok: other.livekit_agents/cloud-deploy
lk room list
