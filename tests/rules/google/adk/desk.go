package claims

import (
	"google.golang.org/adk/v2/agent/llmagent"
	"google.golang.org/adk/v2/cmd/launcher/full"
	"google.golang.org/adk/v2/plugin/loggingplugin"
	"google.golang.org/adk/v2/plugin/retryandreflect"
	"google.golang.org/adk/v2/runner"
	"google.golang.org/adk/v2/session"
	"google.golang.org/adk/v2/session/database"
	"google.golang.org/adk/v2/tool/geminitool"
	"google.golang.org/adk/v2/tool/skilltoolset"
	"google.golang.org/adk/model/gemini"
	"google.golang.org/adk/tool/functiontool"
)

func Desk(ctx context.Context) (agent.Agent, error) {
	// evidence: google.adk/model-id
	model, err := gemini.NewModel(ctx, "gemini-2.5-flash", nil)
	// evidence: google.adk/own-tool
	lookup, err := functiontool.New(functiontool.Config{Name: "lookup"}, Lookup)
	// evidence: google.adk/own-tool
	skills, err := skilltoolset.New(ctx, skilltoolset.Config{Source: source})
	// evidence: google.adk/agent
	return llmagent.New(llmagent.Config{Name: "claims", Model: model, Tools: tools(lookup)})
}

func Other() error {
	// ok: google.adk/agent, google.adk/own-tool
	return errors.New("none")
}

func Run(ctx context.Context, root agent.Agent, dialector gorm.Dialector) error {
	// evidence: google.adk/session-service
	own, err := database.NewSessionService(dialector)
	// evidence: google.adk/session-service
	brief := session.InMemoryService()
	// evidence: google.adk/runner
	desk, err := runner.New(runner.Config{AppName: "claims", Agent: root, SessionService: own})
	// evidence: google.adk/runner
	launcher := full.NewLauncher()
	// evidence: google.adk/hosted-tool
	search := geminitool.GoogleSearch{}
	// evidence: google.adk/own-event-log
	log, err := loggingplugin.New("claims")
	// evidence: google.adk/retry-rule
	retries, err := retryandreflect.New()
	keep(brief, desk, launcher, search, log, retries)
	// ok: google.adk/runner, google.adk/session-service, google.adk/hosted-tool
	race := races.New("claims")
	// ok: google.adk/retry-rule, google.adk/own-event-log
	return own2.New(race, err)
}
