// Package atomic: signatures and effects of sync/atomic.
package atomic

func AddInt32(addr *int32, delta int32) (new int32)

func AddInt64(addr *int64, delta int64) (new int64)

func AddUint32(addr *uint32, delta uint32) (new uint32)

func AddUint64(addr *uint64, delta uint64) (new uint64)

func CompareAndSwapInt32(addr *int32, old int32, new int32) (swapped bool)

func CompareAndSwapInt64(addr *int64, old int64, new int64) (swapped bool)

func LoadInt32(addr *int32) (val int32)

func LoadInt64(addr *int64) (val int64)

func LoadUint32(addr *uint32) (val uint32)

func LoadUint64(addr *uint64) (val uint64)

func StoreInt32(addr *int32, val int32)

func StoreInt64(addr *int64, val int64)

func StoreUint32(addr *uint32, val uint32)

func StoreUint64(addr *uint64, val uint64)

func SwapInt32(addr *int32, new int32) (old int32)

func SwapInt64(addr *int64, new int64) (old int64)

type Bool struct{}

func (x *Bool) CompareAndSwap(old bool, new bool) (swapped bool)

func (x *Bool) Load() bool

func (x *Bool) Store(val bool)

func (x *Bool) Swap(new bool) (old bool)

type Int32 struct{}

func (x *Int32) Add(delta int32) (new int32)

func (x *Int32) And(mask int32) (old int32)

func (x *Int32) CompareAndSwap(old int32, new int32) (swapped bool)

func (x *Int32) Load() int32

func (x *Int32) Or(mask int32) (old int32)

func (x *Int32) Store(val int32)

func (x *Int32) Swap(new int32) (old int32)

type Int64 struct{}

func (x *Int64) Add(delta int64) (new int64)

func (x *Int64) And(mask int64) (old int64)

func (x *Int64) CompareAndSwap(old int64, new int64) (swapped bool)

func (x *Int64) Load() int64

func (x *Int64) Or(mask int64) (old int64)

func (x *Int64) Store(val int64)

func (x *Int64) Swap(new int64) (old int64)

type Pointer[T any] struct{}

func (x *Pointer[T]) CompareAndSwap(old *T, new *T) (swapped bool) // keeps new

func (x *Pointer[T]) Load() *T

func (x *Pointer[T]) Store(val *T) // keeps val

func (x *Pointer[T]) Swap(new *T) (old *T) // keeps new

type Uint32 struct{}

func (x *Uint32) Add(delta uint32) (new uint32)

func (x *Uint32) And(mask uint32) (old uint32)

func (x *Uint32) CompareAndSwap(old uint32, new uint32) (swapped bool)

func (x *Uint32) Load() uint32

func (x *Uint32) Or(mask uint32) (old uint32)

func (x *Uint32) Store(val uint32)

func (x *Uint32) Swap(new uint32) (old uint32)

type Uint64 struct{}

func (x *Uint64) Add(delta uint64) (new uint64)

func (x *Uint64) And(mask uint64) (old uint64)

func (x *Uint64) CompareAndSwap(old uint64, new uint64) (swapped bool)

func (x *Uint64) Load() uint64

func (x *Uint64) Or(mask uint64) (old uint64)

func (x *Uint64) Store(val uint64)

func (x *Uint64) Swap(new uint64) (old uint64)

type Uintptr struct{}

func (x *Uintptr) Add(delta uintptr) (new uintptr)

func (x *Uintptr) And(mask uintptr) (old uintptr)

func (x *Uintptr) CompareAndSwap(old uintptr, new uintptr) (swapped bool)

func (x *Uintptr) Load() uintptr

func (x *Uintptr) Or(mask uintptr) (old uintptr)

func (x *Uintptr) Store(val uintptr)

func (x *Uintptr) Swap(new uintptr) (old uintptr)

type Value struct{}

func (v *Value) CompareAndSwap(old any, new any) (swapped bool) // keeps new

func (v *Value) Load() (val any)

func (v *Value) Store(val any) // keeps val

func (v *Value) Swap(new any) (old any) // keeps new
