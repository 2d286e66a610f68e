# ok: other.mastra/hosted-deployment
npx mastra build
# evidence: other.mastra/hosted-deployment
npx mastra deploy
