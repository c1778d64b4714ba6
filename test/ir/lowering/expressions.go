package lowering

import (
	"errors"
	"net/http"
	web "net/url"
)

func selectors(n *node) {
	use(n.next.next.value, (*n).value, (&n.value))
	use(http.DefaultClient.Timeout, web.PathEscape)
}

/*
func selectors(n.0) -> ()
b0:
  t4 = n.0.next
  t3 = t4.next
  t2 = t3.value
  t6 = indirection n.0
  t5 = t6.value
  t7 = n.0.value
  t8 = address t7
  call lowering.use(t2, t5, t8)
  t11 = global net/http.DefaultClient
  t10 = t11.Timeout
  t12 = global net/url.PathEscape
  call lowering.use(t10, t12)
  return
*/

func index(values []int, m map[string]*node, i int) {
	a := values[i]
	b, ok := m["k"]
	c := m["k"].next
	use(a, b, ok, c, values[one()])
}

/*
func index(values.0, m.1, i.2) -> ()
b0:
  a.3 = values.0[]
  t6 = "k"
  b.4, ok.5 = m.1[]
  t9 = "k"
  t8 = m.1[]
  c.7 = t8.next
  t12 = call lowering.one()
  t11 = values.0[]
  call lowering.use(a.3, b.4, ok.5, c.7, t11)
  return
*/

func slices(values []int, s string) {
	use(values[:], values[1:], values[:one()], values[1:2:3], s[1:len(s)])
}

/*
func slices(values.0, s.1) -> ()
b0:
  t3 = [:] (values.0)
  t4 = 1
  t5 = [:] (values.0, t4)
  t6 = call lowering.one()
  t7 = [:] (values.0, t6)
  t8 = 1
  t9 = 2
  t10 = 3
  t11 = [:] (values.0, t8, t9, t10)
  t12 = 1
  t13 = call len(s.1)
  t14 = [:] (s.1, t12, t13)
  call lowering.use(t3, t5, t7, t11, t14)
  return
*/

func assertions(x any) {
	a := x.(int)
	b, ok := x.(*node)
	x = x.(shape)
	use(a, b, ok, x.(error).Error())
}

/*
func assertions(x.0) -> ()
b0:
  a.1 = assertion x.0 to int
  b.2, ok.3 = assertion x.0 to *node
  x.0 = assertion x.0 to shape
  t6 = assertion x.0 to error
  t5 = call t6.Error()
  call lowering.use(a.1, b.2, ok.3, t5)
  return
*/

func conversions(b []byte, x any, n *node, i int) {
	use(string(b), []byte("s"), number(i), (number)(i), float64(i), error(nil))
	use((*node)(n), (*http.Client)(nil), http.Header(nil), interface{}(i), any(i))
	use(map[string]int(nil), (func())(nil), (<-chan int)(nil), chan int(nil), (shape)(n), [1]int{}, pair[int, string](pair[int, string]{}))
	use([]byte("forwarded"), number(one()))
}

/*
func conversions(b.0, x.1, n.2, i.3) -> ()
b0:
  t5 = conversion b.0 to string
  t7 = "s"
  t6 = conversion t7 to []byte
  t8 = call lowering.number(i.3)
  t9 = call lowering.number(i.3)
  t10 = conversion i.3 to float64
  t12 = nil
  t11 = conversion t12 to error
  call lowering.use(t5, t6, t8, t9, t10, t11)
  t14 = conversion n.2 to *node
  t16 = nil
  t15 = conversion t16 to *http.Client
  t18 = nil
  t17 = call net/http.Header(t18)
  t19 = conversion i.3 to interface{}
  t20 = conversion i.3 to any
  call lowering.use(t14, t15, t17, t19, t20)
  t23 = nil
  t22 = conversion t23 to map[string]int
  t25 = nil
  t24 = conversion t25 to (func())
  t27 = nil
  t26 = conversion t27 to (<-chan int)
  t29 = nil
  t28 = conversion t29 to chan int
  t30 = call lowering.shape(n.2)
  t31 = composite [1]int {}
  t33 = composite pair[int, string] {}
  t32 = call lowering.pair[int, string](t33)
  call lowering.use(t22, t24, t26, t28, t30, t31, t32)
  t36 = "forwarded"
  t35 = conversion t36 to []byte
  t38, t39, t40, t41 = call lowering.one()
  t37 = call lowering.number(t38, t39, t40, t41...)
  call lowering.use(t35, t37)
  return
*/

func callsThroughPointers(f *func(int) int, fs []*func(int) int, n *struct{ f *func(int) }, ch chan func(int)) {
	(*f)(1)
	(*fs[0])(2)
	(*n.f)(3)
	(<-ch)(4)
}

/*
func callsThroughPointers(f.0, fs.1, n.2, ch.3) -> ()
b0:
  t5 = indirection f.0
  t6 = 1
  call t5(t6)
  t9 = 0
  t8 = fs.1[]
  t10 = indirection t8
  t11 = 2
  call t10(t11)
  t13 = n.2.f
  t14 = indirection t13
  t15 = 3
  call t14(t15)
  t17 = receive ch.3
  t18 = 4
  call t17(t18)
  return
*/

func localTypes(i int) {
	type local struct{ value int }
	type alias = local
	type pointer *local
	use(local{i}, alias{value: i}, local(alias{}), pointer(nil), (*local)(nil))
}

/*
func localTypes(i.0) -> ()
b0:
  t2 = composite local {i.0}
  t3 = composite alias {value: i.0}
  t5 = composite alias {}
  t4 = conversion t5 to local
  t7 = nil
  t6 = conversion t7 to pointer
  t9 = nil
  t8 = conversion t9 to *local
  call lowering.use(t2, t3, t4, t6, t8)
  return
*/

func generics(s []int) {
	use(identity(1), identity[int](2), identity[[]int](s), identity[*node](nil), identity[http.Client](http.Client{}))
	use(mapped[int, string](3), mapped[string, map[string]error]("x"))
	f := identity[int]
	g := mapped[string, error]
	var target *http.ProtocolError
	use(f(4), g, pair[string, int]{"k", 1}, &pair[string, *node]{key: "k"}, errors.As(nil, &target))
	err, ok := errors.AsType[*http.ProtocolError](nil)
	use(err, ok)
}

/*
func generics(s.0) -> ()
b0:
  t3 = 1
  t2 = call lowering.identity(t3)
  t5 = 2
  t4 = call lowering.identity[int](t5)
  t6 = call lowering.identity[[]int](s.0)
  t8 = nil
  t7 = call lowering.identity[*node](t8)
  t10 = composite http.Client {}
  t9 = call lowering.identity[http.Client](t10)
  call lowering.use(t2, t4, t6, t7, t9)
  t13 = 3
  t12 = call lowering.mapped[int, string](t13)
  t15 = "x"
  t14 = call lowering.mapped[string, map[string]error](t15)
  call lowering.use(t12, t14)
  f.16 = global lowering.identity
  g.17 = global lowering.mapped
  target.18 = zero
  t21 = 4
  t20 = call f.16(t21)
  t22 = "k"
  t23 = 1
  t24 = composite pair[string, int] {t22, t23}
  t25 = "k"
  t26 = composite pair[string, *node] {key: t25}
  t27 = address t26
  t29 = nil
  t30 = address target.18
  t28 = call errors.As(t29, t30)
  call lowering.use(t20, g.17, t24, t27, t28)
  t33 = nil
  err.31, ok.32 = call errors.AsType[*http.ProtocolError](t33)
  call lowering.use(err.31, ok.32)
  return
*/

func calls(n *node, f func(int) int, fs map[string]func()) {
	one()
	n.grow(1)
	n.tail().tail().grow(2)
	f(3)
	fs["k"]()
	pair[string, int]{}.first()
	use(two())
	use(n, f)
	sum([]int{1, 2}...)
	sum(1, one(), sum())
	use(len("s"), cap([]int{}), append([]int{}, 1, 2), append([]byte{}, "s"...))
	http.Get("u")
	http.DefaultClient.Get("u")
	(use)()
}

/*
func calls(n.0, f.1, fs.2) -> ()
b0:
  call lowering.one()
  t5 = 1
  call n.0.grow(t5)
  t8 = call n.0.tail()
  t7 = call t8.tail()
  t9 = 2
  call t7.grow(t9)
  t11 = 3
  call f.1(t11)
  t14 = "k"
  t13 = fs.2[]
  call t13()
  t16 = composite pair[string, int] {}
  call t16.first()
  t18, t19, t20, t21 = call lowering.two()
  call lowering.use(t18, t19, t20, t21...)
  call lowering.use(n.0, f.1)
  t24 = 1
  t25 = 2
  t26 = composite []int {t24, t25}
  call lowering.sum(t26...)
  t28 = 1
  t29 = call lowering.one()
  t30 = call lowering.sum()
  call lowering.sum(t28, t29, t30)
  t33 = "s"
  t32 = call len(t33)
  t35 = composite []int {}
  t34 = call cap(t35)
  t37 = composite []int {}
  t38 = 1
  t39 = 2
  t36 = call append(t37, t38, t39)
  t41 = composite []byte {}
  t42 = "s"
  t40 = call append(t41, t42...)
  call lowering.use(t32, t34, t36, t40)
  t44 = "u"
  call net/http.Get(t44)
  t46 = global net/http.DefaultClient
  t47 = "u"
  call t46.Get(t47)
  call lowering.use()
  return
*/

func builtins(m map[string]int, s []int) {
	delete(m, "k")
	clear(s)
	copy(s, s[1:])
	print(min(1, 2), max(3, 4))
	use(make([]int, one()), make(map[string]int), make(chan int, 1), new(node), new([]int))
}

/*
func builtins(m.0, s.1) -> ()
b0:
  t3 = "k"
  call delete(m.0, t3)
  call clear(s.1)
  t6 = 1
  t7 = [:] (s.1, t6)
  call copy(s.1, t7)
  t10 = 1
  t11 = 2
  t9 = call min(t10, t11)
  t13 = 3
  t14 = 4
  t12 = call max(t13, t14)
  call print(t9, t12)
  t17 = call lowering.one()
  t16 = call make[[]int](t17)
  t18 = call make[map[string]int]()
  t20 = 1
  t19 = call make[chan int](t20)
  t21 = call new[node]()
  t22 = call new[[]int]()
  call lowering.use(t16, t18, t19, t21, t22)
  return
*/

func newOfExpressions(n int, err error) {
	use(new(3), new(one()), new(n), new(n+1), new(err))
}

/*
func newOfExpressions(n.0, err.1) -> ()
b0:
  t4 = 3
  t3 = address t4
  t6 = call lowering.one()
  t5 = address t6
  t7 = address n.0
  t9 = 1
  t10 = + (n.0, t9)
  t8 = address t10
  t11 = address err.1
  call lowering.use(t3, t5, t7, t8, t11)
  return
*/

func shadowedBuiltins(len func(int) int, string func(int) int) {
	print := one
	use(len(1), string(2), print())
}

/*
func shadowedBuiltins(len.0, string.1) -> ()
b0:
  t3 = global lowering.one
  print.2 = t3
  t6 = 1
  t5 = call len.0(t6)
  t8 = 2
  t7 = call string.1(t8)
  t9 = call print.2()
  call lowering.use(t5, t7, t9)
  return
*/

func methodValues(n *node, s shape) {
	grow := n.grow
	grow(1)
	defer grow(2)
	area := s.area
	use(area(), (*node).tail, node.area, shape.area(n), (*node).tail(n), http.Header.Clone(nil))
	method := (*node).grow
	method(n, 3)
}

/*
func methodValues(n.0, s.1) -> ()
b0:
  grow.2 = n.0.grow
  t4 = 1
  call grow.2(t4)
  t6 = 2
  defer grow.2(t6)
  area.7 = s.1.area
  t9 = call area.7()
  t11 = global lowering.node
  t12 = indirection t11
  t10 = t12.tail
  t14 = global lowering.node
  t13 = t14.area
  t16 = global lowering.shape
  t15 = call t16.area(n.0)
  t17 = call n.0.tail()
  t19 = global net/http.Header
  t20 = nil
  t18 = call t19.Clone(t20)
  call lowering.use(t9, t10, t13, t15, t17, t18)
  t22 = global lowering.node
  t23 = indirection t22
  method.21 = t23.grow
  t25 = 3
  call method.21(n.0, t25)
  return
*/

func operators(a, b int, p *int) {
	use(a+b*2, -a, ^b, +a, a<<1, a&^b, *p, &a, a%2 == 1, "a"+"b")
}

/*
func operators(a.0, b.1, p.2) -> ()
b0:
  t4 = 2
  t5 = * (b.1, t4)
  t6 = + (a.0, t5)
  t7 = - (a.0)
  t8 = ^ (b.1)
  t9 = + (a.0)
  t10 = 1
  t11 = << (a.0, t10)
  t12 = &^ (a.0, b.1)
  t13 = indirection p.2
  t14 = address a.0
  t15 = 2
  t16 = % (a.0, t15)
  t17 = 1
  t18 = == (t16, t17)
  t19 = "a"
  t20 = "b"
  t21 = + (t19, t20)
  call lowering.use(t6, t7, t8, t9, t11, t12, t13, t14, t18, t21)
  return
*/

func composites(n *node) {
	a := node{1, n}
	b := &node{value: 2, next: &node{}}
	c := []*node{{value: 3}, n, {4, &node{5, nil}}}
	d := map[string]node{"k": {6, nil}, "l": node{}}
	e := [...]int{2: one(), 4}
	f := map[node][]node{{value: 7}: {{value: 8}}}
	g := struct{ x, y int }{x: 1, y: one()}
	h := []func(){func() { one() }}
	i := map[int]int{a.value: 9}
	use(a, b, c, d, e, f, g, h, i, struct{}{})
}

/*
func composites(n.0) -> ()
b0:
  t2 = 1
  a.1 = composite node {t2, n.0}
  t4 = 2
  t5 = composite node {}
  t6 = address t5
  t7 = composite node {value: t4, next: t6}
  b.3 = address t7
  t9 = 3
  t10 = composite {value: t9}
  t11 = 4
  t12 = 5
  t13 = nil
  t14 = composite node {t12, t13}
  t15 = address t14
  t16 = composite {t11, t15}
  c.8 = composite []*node {t10, n.0, t16}
  t18 = "k"
  t19 = 6
  t20 = nil
  t21 = composite {t19, t20}
  t22 = "l"
  t23 = composite node {}
  d.17 = composite map[string]node {t21, t23}
  t25 = 2
  t26 = call lowering.one()
  t27 = 4
  e.24 = composite [...]int {t26, t27}
  t29 = 7
  t30 = composite {value: t29}
  t31 = 8
  t32 = composite {value: t31}
  t33 = composite {t32}
  f.28 = composite map[node][]node {t33}
  t35 = 1
  t36 = call lowering.one()
  g.34 = composite struct{ x, y int } {x: t35, y: t36}
  t38 = closure composites.func1
  h.37 = composite []func() {t38}
  t41 = a.1.value
  t42 = 9
  i.40 = composite map[int]int {t42}
  t44 = composite struct{} {}
  call lowering.use(a.1, b.3, c.8, d.17, e.24, f.28, g.34, h.37, i.40, t44)
  return

func composites.func1() -> ()
b0:
  call lowering.one()
  return
*/
