package lowering

import "os"

func returnNothing() {
	if cond() {
		return
	}
	one()
}

/*
func returnNothing() -> ()
b0:
  t0 = call lowering.cond()
  branch t0 ? b1 : b2
b1:
  return
b2:
  call lowering.one()
  return
*/

func returnNaked(a int) (n int, err error) {
	n = a
	if a > 0 {
		return
	}
	n, err = two()
	return
}

/*
func returnNaked(a.0) -> (n.1, err.2)
b0:
  n.1 = zero
  err.2 = zero
  n.1 = a.0
  t3 = 0
  branch a.0 > t3 ? b1 : b2
b1:
  return
b2:
  n.1, err.2 = call lowering.two()
  return
*/

func returnNamed() (n int, err error) {
	return 1, nil
}

/*
func returnNamed() -> (n.0, err.1)
b0:
  n.0 = zero
  err.1 = zero
  t2 = 1
  t3 = nil
  n.0 = t2
  err.1 = t3
  return
*/

func returnSwapped() (a, b int) {
	a, b = 1, 2
	return b, a
}

/*
func returnSwapped() -> (a.0, b.1)
b0:
  a.0 = zero
  b.1 = zero
  t2 = 1
  t3 = 2
  a.0 = t2
  b.1 = t3
  t4 = b.1
  t5 = a.0
  a.0 = t4
  b.1 = t5
  return
*/

func returnForwarded() (int, error) {
	return two()
}

/*
func returnForwarded() -> (t0, t1)
b0:
  t0 = zero
  t1 = zero
  t2, t3 = call lowering.two()
  t0 = t2
  t1 = t3
  return
*/

func returnShadowed() (err error) {
	if _, err := two(); err != nil {
		return err
	}
	return
}

/*
func returnShadowed() -> (err.0)
b0:
  err.0 = zero
  t2, err.1 = call lowering.two()
  branch err.1 == nil ? b2 : b1
b1:
  err.0 = err.1
  return
b2:
  return
*/

func panics(a int) int {
	if a > 0 {
		panic("positive")
	}
	one()
	panic(a)
}

/*
func panics(a.0) -> (t1)
b0:
  t1 = zero
  t2 = 0
  branch a.0 > t2 ? b1 : b2
b1:
  t4 = "positive"
  call panic(t4)
  stop
b2:
  call lowering.one()
  call panic(a.0)
  stop
*/

func exits() int {
	os.Exit(1)
	return 1
}

/*
func exits() -> (t0)
b0:
  t0 = zero
  t2 = 1
  call os.Exit(t2)
  t3 = 1
  t0 = t3
  return
*/

func blankResult() (_ int, _ error) {
	return two()
}

/*
func blankResult() -> (_.0, _.1)
b0:
  _.0 = zero
  _.1 = zero
  t2, t3 = call lowering.two()
  _.0 = t2
  _.1 = t3
  return
*/
