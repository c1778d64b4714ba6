package lowering

func closure(n int) func() int {
	total := n
	add := func(by int) int {
		total += by
		return total
	}
	add(1)
	return func() int { return add(2) }
}

/*
func closure(n.0) -> (t1)
b0:
  t1 = zero
  total.2 = n.0
  add.3 = closure closure.func1
  t8 = 1
  call add.3(t8)
  t9 = closure closure.func2
  t1 = t9
  return

func closure.func1(by.4) -> (t5)
  captures total.2
b0:
  t5 = zero
  t6 = + (total.2, by.4)
  total.2 = t6
  t5 = total.2
  return

func closure.func2() -> (t10)
  captures add.3
b0:
  t10 = zero
  t12 = 2
  t11 = call add.3(t12)
  t10 = t11
  return
*/

func nestedClosures(a int) func() {
	return func() {
		b := a
		defer func() {
			a = b
		}()
	}
}

/*
func nestedClosures(a.0) -> (t1)
b0:
  t1 = zero
  t2 = closure nestedClosures.func1
  t1 = t2
  return

func nestedClosures.func1() -> ()
  captures a.0
b0:
  b.3 = a.0
  t5 = closure nestedClosures.func1.func1
  defer t5()
  return

func nestedClosures.func1.func1() -> ()
  captures a.0, b.3
b0:
  a.0 = b.3
  return
*/

func immediatelyCalled(n *node) int {
	v := func(m *node) int { return m.value }(n)
	func() {
		n.grow(v)
	}()
	return v
}

/*
func immediatelyCalled(n.0) -> (t1)
b0:
  t1 = zero
  t3 = closure immediatelyCalled.func1
  v.2 = call t3(n.0)
  t8 = closure immediatelyCalled.func2
  call t8()
  t1 = v.2
  return

func immediatelyCalled.func1(m.4) -> (t5)
b0:
  t5 = zero
  t6 = m.4.value
  t5 = t6
  return

func immediatelyCalled.func2() -> ()
  captures n.0, v.2
b0:
  call n.0.grow(v.2)
  return
*/

func literalArgument() {
	k := 2
	apply(func(x int) int { return x * k })
}

/*
func literalArgument() -> ()
b0:
  k.0 = 2
  t2 = closure literalArgument.func1
  call lowering.apply(t2)
  return

func literalArgument.func1(x.3) -> (t4)
  captures k.0
b0:
  t4 = zero
  t5 = * (x.3, k.0)
  t4 = t5
  return
*/

func literalShadows(a int) {
	apply(func(a int) int {
		b := a
		return b
	})
	use(a)
}

/*
func literalShadows(a.0) -> ()
b0:
  t2 = closure literalShadows.func1
  call lowering.apply(t2)
  call lowering.use(a.0)
  return

func literalShadows.func1(a.3) -> (t4)
b0:
  t4 = zero
  b.5 = a.3
  t4 = b.5
  return
*/

func literalControl(values []int) {
	for range values {
		f := func() {
			for {
				break
			}
			return
		}
		f()
		continue
	}
}

/*
func literalControl(values.0) -> ()
b0:
  jump b2
b1:
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  _, _ = range values.0
  f.1 = closure literalControl.func1
  call f.1()
  jump b2

func literalControl.func1() -> ()
b0:
  jump b2
b1:
  return
b2:  // loop depth 1
  jump b3
b3:  // loop depth 1
  jump b1
*/

func recursiveLiteral() {
	var visit func(n *node)
	visit = func(n *node) {
		if n != nil {
			visit(n.next)
		}
	}
	visit(nil)
}

/*
func recursiveLiteral() -> ()
b0:
  visit.0 = zero
  visit.0 = closure recursiveLiteral.func1
  t5 = nil
  call visit.0(t5)
  return

func recursiveLiteral.func1(n.1) -> ()
  captures visit.0
b0:
  branch n.1 == nil ? b2 : b1
b1:
  t3 = n.1.next
  call visit.0(t3)
  jump b2
b2:
  return
*/

func literalResults() {
	f := func() (n int, err error) {
		n, err = two()
		return
	}
	n, err := f()
	use(n, err)
}

/*
func literalResults() -> ()
b0:
  f.0 = closure literalResults.func1
  n.3, err.4 = call f.0()
  call lowering.use(n.3, err.4)
  return

func literalResults.func1() -> (n.1, err.2)
b0:
  n.1 = zero
  err.2 = zero
  n.1, err.2 = call lowering.two()
  return
*/

var initialized = identity(&node{value: one()})

/*
var initialized.0
b0:
  t2 = call lowering.one()
  t3 = composite node {value: t2}
  t4 = address t3
  t1 = call lowering.identity(t4)
  initialized.0 = t1
  return
*/

var first, second = two()

/*
var first.0, second.1
b0:
  t2, t3 = call lowering.two()
  first.0 = t2
  second.1 = t3
  return
*/

var handler = func(n *node) { n.grow(global) }

/*
var handler.0
b0:
  t1 = closure handler.func1
  handler.0 = t1
  return

func handler.func1(n.2) -> ()
b0:
  t4 = global lowering.global
  call n.2.grow(t4)
  return
*/

var third, fourth = one(), "four"

/*
var third.0, fourth.1
b0:
  t2 = call lowering.one()
  t3 = "four"
  third.0 = t2
  fourth.1 = t3
  return
*/

func (*node) unnamedReceiver() {}

/*
func (t0) node.unnamedReceiver() -> ()
b0:
  return
*/

func (n *node) receiver(_ int, values ...string) (size int) {
	return n.value + len(values)
}

/*
func (n.0) node.receiver(_.1, values.2...) -> (size.3)
b0:
  size.3 = zero
  t4 = n.0.value
  t5 = call len(values.2)
  t6 = + (t4, t5)
  size.3 = t6
  return
*/

func unnamedParameters(int, string) {}

/*
func unnamedParameters(t0, t1) -> ()
b0:
  return
*/
