package lowering

import "sync"

func deferCall(n *node) {
	defer use(n.value, one())
	n.grow(1)
}

/*
func deferCall(n.0) -> ()
b0:
  t2 = n.0.value
  t3 = call lowering.one()
  defer lowering.use(t2, t3)
  t5 = 1
  call n.0.grow(t5)
  return
*/

func deferMethod(n *node) {
	defer n.next.grow(2)
	n = nil
}

/*
func deferMethod(n.0) -> ()
b0:
  t2 = n.0.next
  t3 = 2
  defer t2.grow(t3)
  n.0 = nil
  return
*/

func deferLiteral() (err error) {
	defer func() {
		if recover() != nil {
			err = nil
		}
	}()
	_, err = two()
	return err
}

/*
func deferLiteral() -> (err.0)
b0:
  err.0 = zero
  t2 = closure deferLiteral.func1
  defer t2()
  t4, err.0 = call lowering.two()
  return

func deferLiteral.func1() -> ()
  captures err.0
b0:
  t3 = call recover()
  branch t3 == nil ? b2 : b1
b1:
  err.0 = nil
  jump b2
b2:
  return
*/

func deferLiteralWithArgument(n *node) {
	defer func(m *node) { use(m, n) }(n)
}

/*
func deferLiteralWithArgument(n.0) -> ()
b0:
  t2 = closure deferLiteralWithArgument.func1
  defer t2(n.0)
  return

func deferLiteralWithArgument.func1(m.3) -> ()
  captures n.0
b0:
  call lowering.use(m.3, n.0)
  return
*/

func deferInLoop(n int) {
	for i := range n {
		defer use(i)
	}
}

/*
func deferInLoop(n.0) -> ()
b0:
  jump b2
b1:
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  i.1, _ = range n.0
  defer lowering.use(i.1)
  jump b2
*/

func deferForwarded(ch chan int) {
	defer close(ch)
	defer use(two())
	defer panic("late")
	one()
}

/*
func deferForwarded(ch.0) -> ()
b0:
  defer close(ch.0)
  t3, t4, t5, t6 = call lowering.two()
  defer lowering.use(t3, t4, t5, t6...)
  t8 = "late"
  defer panic(t8)
  call lowering.one()
  return
*/

func deferParenthesized(mutex *sync.Mutex) {
	mutex.Lock()
	defer (mutex.Unlock)()
}

/*
func deferParenthesized(mutex.0) -> ()
b0:
  call mutex.0.Lock()
  defer mutex.0.Unlock()
  return
*/

func deferValue(f func()) {
	g := f
	defer g()
}

/*
func deferValue(f.0) -> ()
b0:
  g.1 = f.0
  defer g.1()
  return
*/

func goCall(n *node) {
	go use(n)
	go n.grow(one())
	go func() { n.grow(2) }()
}

/*
func goCall(n.0) -> ()
b0:
  go lowering.use(n.0)
  t3, t4, t5, t6 = call lowering.one()
  go n.0.grow(t3, t4, t5, t6...)
  t8 = closure goCall.func1
  go t8()
  return

func goCall.func1() -> ()
  captures n.0
b0:
  t10 = 2
  call n.0.grow(t10)
  return
*/
