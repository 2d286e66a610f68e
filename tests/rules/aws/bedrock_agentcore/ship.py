import subprocess

# evidence: aws.bedrock_agentcore/deployment-in-code
command = ["pnpm", "exec", "agentcore", "deploy", "-y"]
# ok: aws.bedrock_agentcore/deployment-in-code
shown = ["pnpm", "exec", "agentcore", "--version"]
subprocess.run(command, check=True)

subprocess.run([
    # evidence: aws.bedrock_agentcore/deployment-in-code
    "aws", "bedrock-agentcore-control", "update-agent-runtime",
    "--agent-runtime-id", "desk",
])
