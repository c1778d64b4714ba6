package lowering

import "time"

func selectForever() {
	select {}
}

/*
func selectForever() -> ()
b0:
  choose
*/

func selectForms(in <-chan int, out chan<- int, n *node) {
	select {
	case v := <-in:
		use(v)
	case v, ok := <-in:
		use(v, ok)
	case n.value = <-in:
		one()
	case out <- one():
		two()
	case <-time.After(1):
		return
	}
	use()
}

/*
func selectForms(in.0, out.1, n.2) -> ()
b0:
  t3 = call lowering.one()
  t5 = 1
  t4 = call time.After(t5)
  choose b1 b2 b3 b4 b5
b1:
  v.6 = receive in.0
  call lowering.use(v.6)
  jump b6
b2:
  v.8, ok.9 = receive in.0
  call lowering.use(v.8, ok.9)
  jump b6
b3:
  t11 = receive in.0
  n.2.value = t11
  call lowering.one()
  jump b6
b4:
  send out.1 <- t3
  call lowering.two()
  jump b6
b5:
  t14 = receive t4
  return
b6:
  call lowering.use()
  return
*/

func selectDefault(ch chan error) (err error) {
	select {
	case err = <-ch:
	default:
		err = nil
	}
	return
}

/*
func selectDefault(ch.0) -> (err.1)
b0:
  err.1 = zero
  choose b1 b2
b1:
  t2 = receive ch.0
  err.1 = t2
  jump b3
b2:
  err.1 = nil
  jump b3
b3:
  return
*/

func selectBlank(ch chan int) {
	select {
	case _, ok := <-ch:
		use(ok)
	case _ = <-ch:
	}
}

/*
func selectBlank(ch.0) -> ()
b0:
  choose b1 b2
b1:
  t1, ok.2 = receive ch.0
  call lowering.use(ok.2)
  jump b3
b2:
  t4 = receive ch.0
  jump b3
b3:
  return
*/

func selectInLoop(ch chan int) {
wait:
	for {
		select {
		case <-ch:
			break
		case v := <-ch:
			if v == 0 {
				continue
			}
			break wait
		}
		one()
	}
	use()
}

/*
func selectInLoop(ch.0) -> ()
b0:
  jump b1
b1:
  jump b3
b2:
  call lowering.use()
  return
b3:  // loop depth 1
  jump b4
b4:  // loop depth 1
  choose b6 b7
b5:  // loop depth 1
  jump b3
b6:  // loop depth 1
  t1 = receive ch.0
  jump b8
b7:  // loop depth 1
  v.2 = receive ch.0
  t3 = 0
  branch v.2 == t3 ? b10 : b11
b8:  // loop depth 1
  call lowering.one()
  jump b5
b10:  // loop depth 1
  jump b5
b11:  // loop depth 1
  jump b2
*/

func selectLabelled(ch chan int) {
choice:
	select {
	case <-ch:
		for {
			break choice
		}
	}
	use()
}

/*
func selectLabelled(ch.0) -> ()
b0:
  jump b1
b1:
  choose b2
b2:
  t1 = receive ch.0
  jump b5
b3:
  call lowering.use()
  return
b5:  // loop depth 1
  jump b6
b6:  // loop depth 1
  jump b3
*/
