package claims

import "github.com/aws/aws-sdk-go-v2/service/bedrockruntime"

func (t *talk) ask(ctx context.Context) error {
	input := bedrockruntime.ConverseInput{
		ModelId:  t.model,
		// evidence: aws.bedrock_runtime/own-conversation
		Messages: t.messages,
	}
	once := bedrockruntime.ConverseInput{
		// ok: aws.bedrock_runtime/own-conversation
		Messages: question(),
	}
	return send(ctx, input, once)
}
