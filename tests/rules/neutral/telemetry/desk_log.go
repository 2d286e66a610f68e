package example

import (
	"github.com/prometheus/client_golang/prometheus"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
)

var calls = prometheus.NewCounterVec(prometheus.CounterOpts{
	// evidence: neutral.telemetry/metrics-go
	Name: "llm_calls_total",
}, []string{"model"})

var orders = prometheus.NewCounterVec(prometheus.CounterOpts{
	// ok: neutral.telemetry/metrics-go
	Name: "orders_total",
}, nil)

// evidence: neutral.telemetry/step-logger-typed
func LogToolCall(log zerolog.Logger, tool string) {
	// evidence: neutral.telemetry/agent-entry
	log.Info().Str("tool", tool).Msg("done")
	// ok: neutral.telemetry/agent-entry
	log.Info().Str("order", tool).Msg("done")
	// evidence: neutral.telemetry/agent-entry
	logrus.WithFields(logrus.Fields{"agent_id": tool}).Info("done")
}

// ok: neutral.telemetry/step-logger-typed
func LogOrder(tool string) {}
