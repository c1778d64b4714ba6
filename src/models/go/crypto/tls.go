// Package tls: signatures and effects of crypto/tls.
package tls

import (
	"context"
	"crypto"
	"crypto/x509"
	"io"
	"net"
	"time"
)

const (
	VersionTLS10                                    = 769
	VersionTLS11                                    = 770
	VersionTLS12                                    = 771
	VersionTLS13                                    = 772
	NoClientCert               ClientAuthType       = 0
	RequestClientCert          ClientAuthType       = 1
	RequireAnyClientCert       ClientAuthType       = 2
	VerifyClientCertIfGiven    ClientAuthType       = 3
	RequireAndVerifyClientCert ClientAuthType       = 4
	RenegotiateNever           RenegotiationSupport = 0
)

func CipherSuiteName(id uint16) string

func CipherSuites() []*CipherSuite

func Client(conn net.Conn, config *Config) *Conn // keeps conn

func Dial(network string, addr string, config *Config) (*Conn, error)

func DialWithDialer(dialer *net.Dialer, network string, addr string, config *Config) (*Conn, error)

func InsecureCipherSuites() []*CipherSuite

func Listen(network string, laddr string, config *Config) (net.Listener, error)

func LoadX509KeyPair(certFile string, keyFile string) (Certificate, error)

func NewLRUClientSessionCache(capacity int) ClientSessionCache

func NewListener(inner net.Listener, config *Config) net.Listener // keeps inner

func Server(conn net.Conn, config *Config) *Conn // keeps conn

func VersionName(version uint16) string

func X509KeyPair(certPEMBlock []byte, keyPEMBlock []byte) (Certificate, error)

type Certificate struct {
	Certificate                  [][]byte
	PrivateKey                   crypto.PrivateKey
	SupportedSignatureAlgorithms []SignatureScheme
	OCSPStaple                   []byte
	SignedCertificateTimestamps  [][]byte
	Leaf                         *x509.Certificate
}

type CertificateRequestInfo struct {
	AcceptableCAs    [][]byte
	SignatureSchemes []SignatureScheme
	Version          uint16
}

func (c *CertificateRequestInfo) Context() context.Context

func (cri *CertificateRequestInfo) SupportsCertificate(c *Certificate) error

type CipherSuite struct {
	ID                uint16
	Name              string
	SupportedVersions []uint16
	Insecure          bool
}

type ClientAuthType int

func (i ClientAuthType) String() string

type ClientHelloInfo struct {
	CipherSuites      []uint16
	ServerName        string
	SupportedCurves   []CurveID
	SupportedPoints   []uint8
	SignatureSchemes  []SignatureScheme
	SupportedProtos   []string
	SupportedVersions []uint16
	Extensions        []uint16
	Conn              net.Conn
	HelloRetryRequest bool
}

func (c *ClientHelloInfo) Context() context.Context

func (chi *ClientHelloInfo) SupportsCertificate(c *Certificate) error

type ClientSessionCache interface {
	Get(sessionKey string) (session *ClientSessionState, ok bool)
	Put(sessionKey string, cs *ClientSessionState)
}

type Config struct {
	Rand                                io.Reader
	Time                                func() time.Time
	Certificates                        []Certificate
	NameToCertificate                   map[string]*Certificate
	GetCertificate                      func(*ClientHelloInfo) (*Certificate, error)
	GetClientCertificate                func(*CertificateRequestInfo) (*Certificate, error)
	GetConfigForClient                  func(*ClientHelloInfo) (*Config, error)
	VerifyPeerCertificate               func(rawCerts [][]byte, verifiedChains [][]*x509.Certificate) error
	VerifyConnection                    func(ConnectionState) error
	RootCAs                             *x509.CertPool
	NextProtos                          []string
	ServerName                          string
	ClientAuth                          ClientAuthType
	ClientCAs                           *x509.CertPool
	InsecureSkipVerify                  bool
	CipherSuites                        []uint16
	PreferServerCipherSuites            bool
	SessionTicketsDisabled              bool
	SessionTicketKey                    [32]byte
	ClientSessionCache                  ClientSessionCache
	UnwrapSession                       func(identity []byte, cs ConnectionState) (*SessionState, error)
	WrapSession                         func(ConnectionState, *SessionState) ([]byte, error)
	MinVersion                          uint16
	MaxVersion                          uint16
	CurvePreferences                    []CurveID
	DynamicRecordSizingDisabled         bool
	Renegotiation                       RenegotiationSupport
	KeyLogWriter                        io.Writer
	EncryptedClientHelloConfigList      []byte
	EncryptedClientHelloRejectionVerify func(ConnectionState) error
	GetEncryptedClientHelloKeys         func(*ClientHelloInfo) ([]EncryptedClientHelloKey, error)
	EncryptedClientHelloKeys            []EncryptedClientHelloKey
}

func (c *Config) BuildNameToCertificate()

func (c *Config) Clone() *Config

func (c *Config) DecryptTicket(identity []byte, cs ConnectionState) (*SessionState, error)

func (c *Config) EncryptTicket(cs ConnectionState, ss *SessionState) ([]byte, error)

func (c *Config) SetSessionTicketKeys(keys [][32]byte)

type Conn struct{}

func (c *Conn) Close() error

func (c *Conn) CloseWrite() error

func (c *Conn) ConnectionState() ConnectionState

func (c *Conn) Handshake() error

func (c *Conn) HandshakeContext(ctx context.Context) error

func (c *Conn) LocalAddr() net.Addr

func (c *Conn) NetConn() net.Conn

func (c *Conn) OCSPResponse() []byte

func (c *Conn) Read(b []byte) (int, error)

func (c *Conn) RemoteAddr() net.Addr

func (c *Conn) SetDeadline(t time.Time) error

func (c *Conn) SetReadDeadline(t time.Time) error

func (c *Conn) SetWriteDeadline(t time.Time) error

func (c *Conn) VerifyHostname(host string) error

func (c *Conn) Write(b []byte) (int, error)

type ConnectionState struct {
	Version                     uint16
	HandshakeComplete           bool
	DidResume                   bool
	CipherSuite                 uint16
	CurveID                     CurveID
	NegotiatedProtocol          string
	NegotiatedProtocolIsMutual  bool
	ServerName                  string
	PeerCertificates            []*x509.Certificate
	VerifiedChains              [][]*x509.Certificate
	SignedCertificateTimestamps [][]byte
	OCSPResponse                []byte
	TLSUnique                   []byte
	ECHAccepted                 bool
	HelloRetryRequest           bool
}

func (cs *ConnectionState) ExportKeyingMaterial(label string, context []byte, length int) ([]byte, error)

type CurveID uint16

func (i CurveID) String() string

type Dialer struct {
	NetDialer *net.Dialer
	Config    *Config
}

func (d *Dialer) Dial(network string, addr string) (net.Conn, error)

func (d *Dialer) DialContext(ctx context.Context, network string, addr string) (net.Conn, error)

type RenegotiationSupport int

type SignatureScheme uint16

func (i SignatureScheme) String() string
