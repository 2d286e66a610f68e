#!/bin/sh
cat > policy.json <<EOF
{
  "Action": [
    "bedrock:InvokeAgent",
    "bedrock:InvokeModel"
  ]
}
EOF
