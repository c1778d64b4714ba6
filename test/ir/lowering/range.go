package lowering

import "iter"

func rangeSlice(values []int) int {
	total := 0
	for i, v := range values {
		total += i * v
	}
	return total
}

/*
func rangeSlice(values.0) -> (t1)
b0:
  t1 = zero
  total.2 = 0
  jump b2
b1:
  t1 = total.2
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  i.3, v.4 = range values.0
  t5 = * (i.3, v.4)
  t6 = + (total.2, t5)
  total.2 = t6
  jump b2
*/

func rangeMapKeys(values map[string]int) {
	for key := range values {
		use(key)
	}
}

/*
func rangeMapKeys(values.0) -> ()
b0:
  jump b2
b1:
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  key.1, _ = range values.0
  call lowering.use(key.1)
  jump b2
*/

func rangeBlankKey(values []int) {
	for _, v := range values {
		use(v)
	}
}

/*
func rangeBlankKey(values.0) -> ()
b0:
  jump b2
b1:
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  _, v.1 = range values.0
  call lowering.use(v.1)
  jump b2
*/

func rangeInteger(n int) {
	for i := range n {
		use(i)
	}
	for range 3 {
		one()
	}
}

/*
func rangeInteger(n.0) -> ()
b0:
  jump b2
b1:
  t3 = 3
  jump b5
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  i.1, _ = range n.0
  call lowering.use(i.1)
  jump b2
b4:
  return
b5:  // loop depth 1
  choose b6 b4
b6:  // loop depth 1
  _, _ = range t3
  call lowering.one()
  jump b5
*/

func rangeString(s string) {
	for i, r := range s {
		use(i, r)
	}
}

/*
func rangeString(s.0) -> ()
b0:
  jump b2
b1:
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  i.1, r.2 = range s.0
  call lowering.use(i.1, r.2)
  jump b2
*/

func rangeChannel(ch <-chan *node) {
	for n := range ch {
		use(n)
	}
	for range ch {
		one()
	}
}

/*
func rangeChannel(ch.0) -> ()
b0:
  jump b2
b1:
  jump b5
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  n.1, _ = range ch.0
  call lowering.use(n.1)
  jump b2
b4:
  return
b5:  // loop depth 1
  choose b6 b4
b6:  // loop depth 1
  _, _ = range ch.0
  call lowering.one()
  jump b5
*/

func rangeFunction(all iter.Seq2[int, error], walk func(yield func() bool)) error {
	for _, err := range all {
		if err != nil {
			return err
		}
	}
	for range walk {
		one()
	}
	return nil
}

/*
func rangeFunction(all.0, walk.1) -> (t2)
b0:
  t2 = zero
  jump b2
b1:
  jump b8
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  _, err.3 = range all.0
  branch err.3 == nil ? b5 : b4
b4:  // loop depth 1
  t2 = err.3
  return
b5:  // loop depth 1
  jump b2
b7:
  t5 = nil
  t2 = t5
  return
b8:  // loop depth 1
  choose b9 b7
b9:  // loop depth 1
  _, _ = range walk.1
  call lowering.one()
  jump b8
*/

func rangeAssigns(values []int, n *node) {
	var i int
	for i, n.value = range values {
		use()
	}
	for global = range values {
	}
	use(i)
}

/*
func rangeAssigns(values.0, n.1) -> ()
b0:
  i.2 = zero
  jump b2
b1:
  jump b5
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  t3, t4 = range values.0
  i.2 = t3
  n.1.value = t4
  call lowering.use()
  jump b2
b4:
  call lowering.use(i.2)
  return
b5:  // loop depth 1
  choose b6 b4
b6:  // loop depth 1
  t6, _ = range values.0
  global lowering.global = t6
  jump b5
*/

func rangeEvaluatesOnce() {
	for i := range sum(one()) {
		if i == 1 {
			continue
		}
		break
	}
}

/*
func rangeEvaluatesOnce() -> ()
b0:
  t1, t2, t3, t4 = call lowering.one()
  t0 = call lowering.sum(t1, t2, t3, t4...)
  jump b2
b1:
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  i.5, _ = range t0
  t6 = 1
  branch i.5 == t6 ? b4 : b5
b4:  // loop depth 1
  jump b2
b5:  // loop depth 1
  jump b1
*/

func rangeShadows(values []int) {
	for _, values := range [][]int{values} {
		use(values)
	}
}

/*
func rangeShadows(values.0) -> ()
b0:
  t1 = composite [][]int {values.0}
  jump b2
b1:
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  _, values.2 = range t1
  call lowering.use(values.2)
  jump b2
*/

func rangeLabels(values []int, ch chan int) {
next:
	for range values {
		for v := range ch {
			if v == 1 {
				continue next
			}
			break next
		}
	}
}

/*
func rangeLabels(values.0, ch.1) -> ()
b0:
  jump b1
b1:
  jump b3
b2:
  return
b3:  // loop depth 1
  choose b4 b2
b4:  // loop depth 1
  _, _ = range values.0
  jump b6
b5:  // loop depth 1
  jump b3
b6:  // loop depth 2
  choose b7 b5
b7:  // loop depth 2
  v.2, _ = range ch.1
  t3 = 1
  branch v.2 == t3 ? b8 : b9
b8:  // loop depth 2
  jump b3
b9:  // loop depth 2
  jump b2
*/

func rangeWithFunctionLiteral(values []int) {
	for _, v := range values {
		go func() { use(v) }()
	}
}

/*
func rangeWithFunctionLiteral(values.0) -> ()
b0:
  jump b2
b1:
  return
b2:  // loop depth 1
  choose b3 b1
b3:  // loop depth 1
  _, v.1 = range values.0
  t3 = closure rangeWithFunctionLiteral.func1
  go t3()
  jump b2

func rangeWithFunctionLiteral.func1() -> ()
  captures v.1
b0:
  call lowering.use(v.1)
  return
*/
