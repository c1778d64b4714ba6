// Package sync: signatures and effects of sync.
package sync

func NewCond(l Locker) *Cond // keeps l

func OnceFunc(f func()) func() // keeps f

func OnceValue[T any](f func() T) func() T // keeps f

func OnceValues[T1, T2 any](f func() (T1, T2)) func() (T1, T2) // keeps f

type Cond struct {
	L Locker
}

func (c *Cond) Broadcast()

func (c *Cond) Signal()

func (c *Cond) Wait()

type Locker interface {
	Lock()
	Unlock()
}

type Map struct{}

func (m *Map) Clear()

func (m *Map) CompareAndDelete(key any, old any) (deleted bool)

func (m *Map) CompareAndSwap(key any, old any, new any) (swapped bool) // keeps new

func (m *Map) Delete(key any)

func (m *Map) Load(key any) (value any, ok bool)

func (m *Map) LoadAndDelete(key any) (value any, loaded bool)

func (m *Map) LoadOrStore(key any, value any) (actual any, loaded bool) // keeps value

func (m *Map) Range(f func(key any, value any) bool) // calls f repeatedly

func (m *Map) Store(key any, value any) // keeps value

func (m *Map) Swap(key any, value any) (previous any, loaded bool) // keeps value

type Mutex struct{}

func (m *Mutex) Lock()

func (m *Mutex) TryLock() bool

func (m *Mutex) Unlock()

type Once struct{}

func (o *Once) Do(f func()) // calls f

type Pool struct {
	New func() any
}

func (p *Pool) Get() any

func (p *Pool) Put(x any) // keeps x

type RWMutex struct{}

func (rw *RWMutex) Lock()

func (rw *RWMutex) RLock()

func (rw *RWMutex) RLocker() Locker

func (rw *RWMutex) RUnlock()

func (rw *RWMutex) TryLock() bool

func (rw *RWMutex) TryRLock() bool

func (rw *RWMutex) Unlock()

type WaitGroup struct{}

func (wg *WaitGroup) Add(delta int)

func (wg *WaitGroup) Done()

func (wg *WaitGroup) Go(f func()) // starts f

func (wg *WaitGroup) Wait()
