import { describe, expect, test } from 'vitest';
import { auditProject } from '../../src/audit/audit.ts';
import { projectFrom } from '../support/project.ts';

/** The levels of what transport-per-call finds in a command with these declarations, whose dependencies are not at hand. */
async function levels(declarations: string): Promise<string[]> {
  const imports = [
    'context',
    'io',
    'net/http',
    'sync',
    'example.com/sdk',
    'example.com/pb',
    'sigs.k8s.io/controller-runtime',
    'sigs.k8s.io/controller-runtime/pkg/webhook/admission',
    'github.com/crossplane/crossplane-runtime/pkg/resource',
    'github.com/openshift/library-go/pkg/controller/factory',
    'github.com/prometheus/client_golang/prometheus',
  ];
  const names = new Map([['sigs.k8s.io/controller-runtime', 'ctrl']]);
  const nameOf = (path: string) => names.get(path) ?? path.split('/').at(-1) ?? '';
  const used = imports.filter((path) => new RegExp(`\\b${nameOf(path)}\\.`).test(declarations));
  const list = used.map((path) => `\t${names.has(path) ? 'ctrl ' : ''}"${path}"`).join('\n');
  const source = `package main\n\nimport (\n${list}\n)\n\nfunc main() {}\n\n${declarations}\n`;
  const { findings } = await auditProject(projectFrom({ 'main.go': source }), {});
  return findings.flatMap(({ rule, level }) => (rule === 'transport-per-call' ? [level] : []));
}

const inHandler = (body: string) => `
func handle(w http.ResponseWriter, r *http.Request) {
	client := &http.Client{Transport: &http.Transport{}}
	${body}
}
`;

describe('a transport in the hands of code that is not at hand', () => {
  test.each([
    [
      'is dropped with the only value that holds it',
      'c := sdk.New(client)\n\tc.List(r.Context())',
      ['warning'],
    ],
    [
      'is dropped when data that was got over it is passed on',
      'c, err := sdk.New(sdk.WithClient(client))\n\tif err != nil {\n\t\treturn\n\t}\n\titems, err := c.List()\n\tsdk.Render(w, items, err)',
      ['warning'],
    ],
    [
      'is dropped with options that are set field by field',
      'o := sdk.NewOptions()\n\to.Client = client\n\tsdk.Open(o).List(r.Context())',
      ['warning'],
    ],
    [
      'is dropped with a builder',
      'b := sdk.NewBuilder()\n\tb.SetClient(client)\n\tb.Build().List(r.Context())',
      ['warning'],
    ],
    [
      'is dropped with a chain of setters',
      'c := sdk.New(sdk.NewConfig().WithRegion("r").WithClient(client).WithRetries(3))\n\tc.List(r.Context())',
      ['warning'],
    ],
    [
      'is dropped with a context that carries it',
      'token, err := sdk.Exchange(context.WithValue(r.Context(), sdk.Key, client), "code")\n\tprintln(token, err)',
      ['warning'],
    ],
    ['is closed by what has a Close', 'c := sdk.New(client)\n\tdefer c.Close()\n\tc.List(r.Context())', []],
    ['may be kept by a function without results', 'sdk.Register(client)\n\tsdk.List(r.Context())', []],
    [
      'is dropped after a function whose name says that it only asks for something',
      'if err := sdk.FetchAll("http://localhost", client); err != nil {\n\t\treturn\n\t}',
      ['warning'],
    ],
    [
      'is dropped after a function that is given a context and gives an error',
      'if err := sdk.Distribute(r.Context(), sdk.Args{Client: client}); err != nil {\n\t\treturn\n\t}',
      ['warning'],
    ],
    [
      'may be used again and again by what is given a function that uses it',
      'if err := sdk.Poll(r.Context(), func() error { _, err := client.Get("http://localhost"); return err }); err != nil {\n\t\treturn\n\t}',
      [],
    ],
    [
      'may be kept by a function that sets something up, context or not',
      'if err := sdk.RegisterAll(r.Context(), client); err != nil {\n\t\treturn\n\t}',
      [],
    ],
    [
      'may be kept by a function that gives an error',
      'if err := sdk.Register(client); err != nil {\n\t\treturn\n\t}',
      [],
    ],
    ['may be kept by what others use', 'sdk.Default.Add(client)\n\tsdk.Default.List()', []],
    ['is kept where what holds it is installed', 'c := sdk.New(client)\n\tc.Install(sdk.Default, "/")', []],
    ['is kept in the background', 'c := sdk.New(client)\n\tc.List()\n\tgo c.Run()', []],
    ['is kept in a package variable', 'c := sdk.New(client)\n\tc.List()\n\tkept = c', []],
    ['is kept with a part of what holds it', 'c := sdk.New(client)\n\tc.List()\n\tkept = c.Bucket("b")', []],
    ['is of no interest without any use', 'c := sdk.New(client)\n\t_ = c', []],
  ])('%s', async (_, body, expected) => {
    expect(await levels(`var kept any\n${inHandler(body)}`)).toEqual(expected);
  });

  test('is a note where only others can tell how often it is made', async () => {
    const library = `
func List(ctx context.Context) error {
	c := sdk.New(&http.Client{Transport: &http.Transport{}})
	return c.Each(ctx)
}
`;
    const source = `package lib\n\nimport (\n\t"context"\n\t"net/http"\n\n\t"example.com/sdk"\n)\n${library}`;
    const { findings } = await auditProject(projectFrom({ 'lib.go': source }), {});
    expect(findings.map(({ rule, level }) => [rule, level])).toEqual([['transport-per-call', 'note']]);
  });
});

const SENDS = `client := &http.Client{Transport: &http.Transport{}}
	resp, err := client.Get("http://127.0.0.1:1/")
	if err != nil {
		panic(err)
	}
	defer resp.Body.Close()
	io.Copy(io.Discard, resp.Body)`;

describe('a transport for each call that a framework makes', () => {
  test.each([
    [
      'of a gRPC server',
      `type server struct{ pb.UnimplementedThingsServer }

func (s *server) Get(ctx context.Context, in *pb.In) (*pb.Out, error) {
	${SENDS}
	return nil, nil
}`,
      ['error'],
    ],
    [
      'of a gRPC server by pointer',
      `type server struct {
	*pb.UnimplementedThingsServer
}

func (s *server) Get(ctx context.Context, in *pb.In) (*pb.Out, error) {
	${SENDS}
	return nil, nil
}`,
      ['error'],
    ],
    [
      'of a controller that gets no context',
      `type reconciler struct{}

func (r *reconciler) Reconcile(in ctrl.Request) (ctrl.Result, error) {
	${SENDS}
	return ctrl.Result{}, nil
}`,
      ['error'],
    ],
    [
      'of an admission webhook',
      `type checker struct{}

func (c *checker) Handle(ctx context.Context, in admission.Request) admission.Response {
	${SENDS}
	return admission.Allowed("")
}`,
      ['error'],
    ],
    [
      'of a provider of managed resources',
      `type external struct{}

func (e *external) Delete(ctx context.Context, managed resource.Managed) error {
	${SENDS}
	return nil
}`,
      ['error'],
    ],
    [
      'of a factory of controllers',
      `type syncer struct{}

func (s *syncer) sync(ctx context.Context, in factory.SyncContext) error {
	${SENDS}
	return nil
}`,
      ['error'],
    ],
    [
      'of a controller',
      `type reconciler struct{}

func (r *reconciler) Reconcile(ctx context.Context, in ctrl.Request) (ctrl.Result, error) {
	${SENDS}
	return ctrl.Result{}, nil
}`,
      ['error'],
    ],
    [
      'of a collector',
      `type exporter struct{}

func (e *exporter) Collect(metrics chan<- prometheus.Metric) {
	${SENDS}
}`,
      ['error'],
    ],
    [
      'of no framework that is known',
      `type other struct{}

func (o *other) Get(ctx context.Context, in *pb.In) (*pb.Out, error) {
	${SENDS}
	return nil, nil
}`,
      [],
    ],
  ])('%s', async (_, declarations, expected) => {
    expect(await levels(declarations)).toEqual(expected);
  });
});
