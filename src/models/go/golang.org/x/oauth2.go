// Package oauth2: signatures and effects of golang.org/x/oauth2.
package oauth2

import (
	"context"
	"net/http"
	"time"
)

const (
	AuthStyleAutoDetect AuthStyle = 0
	AuthStyleInParams   AuthStyle = 1
	AuthStyleInHeader   AuthStyle = 2
)

var (
	AccessTypeOffline AuthCodeOption
	AccessTypeOnline  AuthCodeOption
	ApprovalForce     AuthCodeOption
	NoContext         context.Context
)

func GenerateVerifier() string

func NewClient(ctx context.Context, src TokenSource) *http.Client

func RegisterBrokenAuthHeaderProvider(tokenURL string)

func ReuseTokenSource(t *Token, src TokenSource) TokenSource

func ReuseTokenSourceWithExpiry(t *Token, src TokenSource, earlyExpiry time.Duration) TokenSource

func S256ChallengeFromVerifier(verifier string) string

func S256ChallengeOption(verifier string) AuthCodeOption

func SetAuthURLParam(key string, value string) AuthCodeOption

func StaticTokenSource(t *Token) TokenSource

func VerifierOption(verifier string) AuthCodeOption

type AuthCodeOption interface{}

type AuthStyle int

type Config struct {
	ClientID     string
	ClientSecret string
	Endpoint     Endpoint
	RedirectURL  string
	Scopes       []string
}

func (c *Config) AuthCodeURL(state string, opts ...AuthCodeOption) string

func (c *Config) Client(ctx context.Context, t *Token) *http.Client

func (c *Config) DeviceAccessToken(ctx context.Context, da *DeviceAuthResponse, opts ...AuthCodeOption) (*Token, error)

func (c *Config) DeviceAuth(ctx context.Context, opts ...AuthCodeOption) (*DeviceAuthResponse, error)

func (c *Config) Exchange(ctx context.Context, code string, opts ...AuthCodeOption) (*Token, error)

func (c *Config) PasswordCredentialsToken(ctx context.Context, username string, password string) (*Token, error)

func (c *Config) TokenSource(ctx context.Context, t *Token) TokenSource

type DeviceAuthResponse struct {
	DeviceCode              string
	UserCode                string
	VerificationURI         string
	VerificationURIComplete string
	Expiry                  time.Time
	Interval                int64
}

func (d DeviceAuthResponse) MarshalJSON() ([]byte, error)

func (c *DeviceAuthResponse) UnmarshalJSON(data []byte) error

type Endpoint struct {
	AuthURL       string
	DeviceAuthURL string
	TokenURL      string
	AuthStyle     AuthStyle
}

type RetrieveError struct {
	Response         *http.Response
	Body             []byte
	ErrorCode        string
	ErrorDescription string
	ErrorURI         string
}

func (r *RetrieveError) Error() string

type Token struct {
	AccessToken  string
	TokenType    string
	RefreshToken string
	Expiry       time.Time
	ExpiresIn    int64
}

func (t *Token) Extra(key string) any

func (t *Token) SetAuthHeader(r *http.Request)

func (t *Token) Type() string

func (t *Token) Valid() bool

func (t *Token) WithExtra(extra any) *Token

type TokenSource interface {
	Token() (*Token, error)
}

type Transport struct {
	Source TokenSource
	Base   http.RoundTripper
}

func (t *Transport) CancelRequest(req *http.Request)

func (t *Transport) RoundTrip(req *http.Request) (*http.Response, error)
