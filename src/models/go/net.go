// Package net: signatures and effects of net.
package net

import (
	"context"
	"io"
	"net/netip"
	"os"
	"syscall"
	"time"
)

var (
	DefaultResolver *Resolver
	ErrClosed       error
)

func CIDRMask(ones int, bits int) IPMask

func Dial(network string, address string) (Conn, error)

func DialTCP(network string, laddr *TCPAddr, raddr *TCPAddr) (*TCPConn, error)

func DialTimeout(network string, address string, timeout time.Duration) (Conn, error)

func DialUDP(network string, laddr *UDPAddr, raddr *UDPAddr) (*UDPConn, error)

func DialUnix(network string, laddr *UnixAddr, raddr *UnixAddr) (*UnixConn, error)

func IPv4(a byte, b byte, c byte, d byte) IP

func InterfaceAddrs() ([]Addr, error)

func Interfaces() ([]Interface, error)

func JoinHostPort(host string, port string) string

func Listen(network string, address string) (Listener, error)

func ListenPacket(network string, address string) (PacketConn, error)

func ListenTCP(network string, laddr *TCPAddr) (*TCPListener, error)

func ListenUnix(network string, laddr *UnixAddr) (*UnixListener, error)

func LookupAddr(addr string) (names []string, err error)

func LookupCNAME(host string) (cname string, err error)

func LookupHost(host string) (addrs []string, err error)

func LookupIP(host string) ([]IP, error)

func LookupPort(network string, service string) (port int, err error)

func LookupTXT(name string) ([]string, error)

func ParseCIDR(s string) (IP, *IPNet, error)

func ParseIP(s string) IP

func Pipe() (Conn, Conn)

func ResolveTCPAddr(network string, address string) (*TCPAddr, error)

func ResolveUDPAddr(network string, address string) (*UDPAddr, error)

func ResolveUnixAddr(network string, address string) (*UnixAddr, error)

func SplitHostPort(hostport string) (host string, port string, err error)

type Addr interface {
	Network() string
	String() string
}

type AddrError struct {
	Err  string
	Addr string
}

func (e *AddrError) Error() string

func (e *AddrError) Temporary() bool

func (e *AddrError) Timeout() bool

type Buffers [][]byte

func (v *Buffers) Read(p []byte) (n int, err error)

func (v *Buffers) WriteTo(w io.Writer) (n int64, err error)

type Conn interface {
	Close() error // closes receiver
	LocalAddr() Addr
	Read(b []byte) (n int, err error) // reads receiver partly on success; reads receiver to EOF on error
	RemoteAddr() Addr
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
	Write(b []byte) (n int, err error)
}

type DNSError struct {
	UnwrapErr   error
	Err         string
	Name        string
	Server      string
	IsTimeout   bool
	IsTemporary bool
	IsNotFound  bool
}

func (e *DNSError) Error() string

func (e *DNSError) Temporary() bool

func (e *DNSError) Timeout() bool

func (e *DNSError) Unwrap() error

type Dialer struct {
	Timeout         time.Duration
	Deadline        time.Time
	LocalAddr       Addr
	DualStack       bool
	FallbackDelay   time.Duration
	KeepAlive       time.Duration
	KeepAliveConfig KeepAliveConfig
	Resolver        *Resolver
	Cancel          <-chan struct{}
	Control         func(network string, address string, c syscall.RawConn) error
	ControlContext  func(ctx context.Context, network string, address string, c syscall.RawConn) error
}

func (d *Dialer) Dial(network string, address string) (Conn, error)

func (d *Dialer) DialContext(ctx context.Context, network string, address string) (Conn, error)

func (d *Dialer) DialIP(ctx context.Context, network string, laddr netip.Addr, raddr netip.Addr) (*IPConn, error)

func (d *Dialer) DialTCP(ctx context.Context, network string, laddr netip.AddrPort, raddr netip.AddrPort) (*TCPConn, error)

func (d *Dialer) DialUDP(ctx context.Context, network string, laddr netip.AddrPort, raddr netip.AddrPort) (*UDPConn, error)

func (d *Dialer) DialUnix(ctx context.Context, network string, laddr *UnixAddr, raddr *UnixAddr) (*UnixConn, error)

func (d *Dialer) MultipathTCP() bool

func (d *Dialer) SetMultipathTCP(use bool)

type Error interface {
	error
	Temporary() bool
	Timeout() bool
}

type HardwareAddr []byte

func (a HardwareAddr) String() string

type IP []byte

func (ip IP) AppendText(b []byte) ([]byte, error)

func (ip IP) DefaultMask() IPMask

func (ip IP) Equal(x IP) bool

func (ip IP) IsGlobalUnicast() bool

func (ip IP) IsInterfaceLocalMulticast() bool

func (ip IP) IsLinkLocalMulticast() bool

func (ip IP) IsLinkLocalUnicast() bool

func (ip IP) IsLoopback() bool

func (ip IP) IsMulticast() bool

func (ip IP) IsPrivate() bool

func (ip IP) IsUnspecified() bool

func (ip IP) MarshalText() ([]byte, error)

func (ip IP) Mask(mask IPMask) IP

func (ip IP) String() string

func (ip IP) To16() IP

func (ip IP) To4() IP

func (ip *IP) UnmarshalText(text []byte) error

type IPAddr struct {
	IP   IP
	Zone string
}

func (a *IPAddr) Network() string

func (a *IPAddr) String() string

type IPMask []byte

func (m IPMask) Size() (ones int, bits int)

func (m IPMask) String() string

type IPNet struct {
	IP   IP
	Mask IPMask
}

func (n *IPNet) Contains(ip IP) bool

func (n *IPNet) Network() string

func (n *IPNet) String() string

type Interface struct {
	Index        int
	MTU          int
	Name         string
	HardwareAddr HardwareAddr
	Flags        Flags
}

func (ifi *Interface) Addrs() ([]Addr, error)

func (ifi *Interface) MulticastAddrs() ([]Addr, error)

type InvalidAddrError string

func (e InvalidAddrError) Error() string

func (e InvalidAddrError) Temporary() bool

func (e InvalidAddrError) Timeout() bool

type KeepAliveConfig struct {
	Enable   bool
	Idle     time.Duration
	Interval time.Duration
	Count    int
}

type ListenConfig struct {
	Control         func(network string, address string, c syscall.RawConn) error
	KeepAlive       time.Duration
	KeepAliveConfig KeepAliveConfig
}

func (lc *ListenConfig) Listen(ctx context.Context, network string, address string) (Listener, error)

func (lc *ListenConfig) ListenPacket(ctx context.Context, network string, address string) (PacketConn, error)

func (lc *ListenConfig) MultipathTCP() bool

func (lc *ListenConfig) SetMultipathTCP(use bool)

type Listener interface {
	Accept() (Conn, error)
	Addr() Addr
	Close() error
}

type MX struct {
	Host string
	Pref uint16
}

type NS struct {
	Host string
}

type OpError struct {
	Op     string
	Net    string
	Source Addr
	Addr   Addr
	Err    error
}

func (e *OpError) Error() string

func (e *OpError) Temporary() bool

func (e *OpError) Timeout() bool

func (e *OpError) Unwrap() error

type PacketConn interface {
	Close() error
	LocalAddr() Addr
	ReadFrom(p []byte) (n int, addr Addr, err error)
	SetDeadline(t time.Time) error
	SetReadDeadline(t time.Time) error
	SetWriteDeadline(t time.Time) error
	WriteTo(p []byte, addr Addr) (n int, err error)
}

type ParseError struct {
	Type string
	Text string
}

func (e *ParseError) Error() string

func (e *ParseError) Temporary() bool

func (e *ParseError) Timeout() bool

type Resolver struct {
	PreferGo     bool
	StrictErrors bool
	Dial         func(ctx context.Context, network string, address string) (Conn, error)
}

func (r *Resolver) LookupAddr(ctx context.Context, addr string) ([]string, error)

func (r *Resolver) LookupCNAME(ctx context.Context, host string) (string, error)

func (r *Resolver) LookupHost(ctx context.Context, host string) (addrs []string, err error)

func (r *Resolver) LookupIP(ctx context.Context, network string, host string) ([]IP, error)

func (r *Resolver) LookupIPAddr(ctx context.Context, host string) ([]IPAddr, error)

func (r *Resolver) LookupMX(ctx context.Context, name string) ([]*MX, error)

func (r *Resolver) LookupNS(ctx context.Context, name string) ([]*NS, error)

func (r *Resolver) LookupNetIP(ctx context.Context, network string, host string) ([]netip.Addr, error)

func (r *Resolver) LookupPort(ctx context.Context, network string, service string) (port int, err error)

func (r *Resolver) LookupSRV(ctx context.Context, service string, proto string, name string) (string, []*SRV, error)

func (r *Resolver) LookupTXT(ctx context.Context, name string) ([]string, error)

type SRV struct {
	Target   string
	Port     uint16
	Priority uint16
	Weight   uint16
}

type TCPAddr struct {
	IP   IP
	Port int
	Zone string
}

func (a *TCPAddr) AddrPort() netip.AddrPort

func (a *TCPAddr) Network() string

func (a *TCPAddr) String() string

type TCPConn struct{}

func (t *TCPConn) Close() error

func (c *TCPConn) CloseRead() error

func (c *TCPConn) CloseWrite() error

func (t *TCPConn) File() (f *os.File, err error)

func (t *TCPConn) LocalAddr() Addr

func (c *TCPConn) MultipathTCP() (bool, error)

func (t *TCPConn) Read(b []byte) (int, error)

func (c *TCPConn) ReadFrom(r io.Reader) (int64, error) // reads r to EOF

func (t *TCPConn) RemoteAddr() Addr

func (t *TCPConn) SetDeadline(t time.Time) error

func (c *TCPConn) SetKeepAlive(keepalive bool) error

func (c *TCPConn) SetKeepAliveConfig(config KeepAliveConfig) error

func (c *TCPConn) SetKeepAlivePeriod(d time.Duration) error

func (c *TCPConn) SetLinger(sec int) error

func (c *TCPConn) SetNoDelay(noDelay bool) error

func (t *TCPConn) SetReadBuffer(bytes int) error

func (t *TCPConn) SetReadDeadline(t time.Time) error

func (t *TCPConn) SetWriteBuffer(bytes int) error

func (t *TCPConn) SetWriteDeadline(t time.Time) error

func (c *TCPConn) SyscallConn() (syscall.RawConn, error)

func (t *TCPConn) Write(b []byte) (int, error)

func (c *TCPConn) WriteTo(w io.Writer) (int64, error)

type TCPListener struct{}

func (l *TCPListener) Accept() (Conn, error)

func (l *TCPListener) AcceptTCP() (*TCPConn, error)

func (l *TCPListener) Addr() Addr

func (l *TCPListener) Close() error

func (l *TCPListener) File() (f *os.File, err error)

func (l *TCPListener) SetDeadline(t time.Time) error

func (l *TCPListener) SyscallConn() (syscall.RawConn, error)

type UDPAddr struct {
	IP   IP
	Port int
	Zone string
}

func (a *UDPAddr) AddrPort() netip.AddrPort

func (a *UDPAddr) Network() string

func (a *UDPAddr) String() string

type UDPConn struct{}

func (u *UDPConn) Close() error

func (u *UDPConn) File() (f *os.File, err error)

func (u *UDPConn) LocalAddr() Addr

func (u *UDPConn) Read(b []byte) (int, error)

func (c *UDPConn) ReadFrom(b []byte) (int, Addr, error)

func (c *UDPConn) ReadFromUDP(b []byte) (n int, addr *UDPAddr, err error)

func (c *UDPConn) ReadFromUDPAddrPort(b []byte) (n int, addr netip.AddrPort, err error)

func (c *UDPConn) ReadMsgUDP(b []byte, oob []byte) (n int, oobn int, flags int, addr *UDPAddr, err error)

func (c *UDPConn) ReadMsgUDPAddrPort(b []byte, oob []byte) (n int, oobn int, flags int, addr netip.AddrPort, err error)

func (u *UDPConn) RemoteAddr() Addr

func (u *UDPConn) SetDeadline(t time.Time) error

func (u *UDPConn) SetReadBuffer(bytes int) error

func (u *UDPConn) SetReadDeadline(t time.Time) error

func (u *UDPConn) SetWriteBuffer(bytes int) error

func (u *UDPConn) SetWriteDeadline(t time.Time) error

func (c *UDPConn) SyscallConn() (syscall.RawConn, error)

func (u *UDPConn) Write(b []byte) (int, error)

func (c *UDPConn) WriteMsgUDP(b []byte, oob []byte, addr *UDPAddr) (n int, oobn int, err error)

func (c *UDPConn) WriteMsgUDPAddrPort(b []byte, oob []byte, addr netip.AddrPort) (n int, oobn int, err error)

func (c *UDPConn) WriteTo(b []byte, addr Addr) (int, error)

func (c *UDPConn) WriteToUDP(b []byte, addr *UDPAddr) (int, error)

func (c *UDPConn) WriteToUDPAddrPort(b []byte, addr netip.AddrPort) (int, error)

type UnixAddr struct {
	Name string
	Net  string
}

func (a *UnixAddr) Network() string

func (a *UnixAddr) String() string

type UnixConn struct{}

func (u *UnixConn) Close() error

func (c *UnixConn) CloseRead() error

func (c *UnixConn) CloseWrite() error

func (u *UnixConn) File() (f *os.File, err error)

func (u *UnixConn) LocalAddr() Addr

func (u *UnixConn) Read(b []byte) (int, error)

func (c *UnixConn) ReadFrom(b []byte) (int, Addr, error)

func (c *UnixConn) ReadFromUnix(b []byte) (int, *UnixAddr, error)

func (c *UnixConn) ReadMsgUnix(b []byte, oob []byte) (n int, oobn int, flags int, addr *UnixAddr, err error)

func (u *UnixConn) RemoteAddr() Addr

func (u *UnixConn) SetDeadline(t time.Time) error

func (u *UnixConn) SetReadBuffer(bytes int) error

func (u *UnixConn) SetReadDeadline(t time.Time) error

func (u *UnixConn) SetWriteBuffer(bytes int) error

func (u *UnixConn) SetWriteDeadline(t time.Time) error

func (c *UnixConn) SyscallConn() (syscall.RawConn, error)

func (u *UnixConn) Write(b []byte) (int, error)

func (c *UnixConn) WriteMsgUnix(b []byte, oob []byte, addr *UnixAddr) (n int, oobn int, err error)

func (c *UnixConn) WriteTo(b []byte, addr Addr) (int, error)

func (c *UnixConn) WriteToUnix(b []byte, addr *UnixAddr) (int, error)

type UnixListener struct{}

func (l *UnixListener) Accept() (Conn, error)

func (l *UnixListener) AcceptUnix() (*UnixConn, error)

func (l *UnixListener) Addr() Addr

func (l *UnixListener) Close() error

func (l *UnixListener) File() (f *os.File, err error)

func (l *UnixListener) SetDeadline(t time.Time) error

func (l *UnixListener) SetUnlinkOnClose(unlink bool)

func (l *UnixListener) SyscallConn() (syscall.RawConn, error)
