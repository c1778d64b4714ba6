package instructs

type inline struct{ of agent }

func (i *inline) replace(a *agent) {
	i.of.transport = a.transport // want "transport-copied: "
}

func (i *inline) idle() int {
	first := &i.of.transport
	return first.MaxIdleConns + i.of.transport.MaxIdleConnsPerHost
}
