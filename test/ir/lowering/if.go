package lowering

func ifOnly(a int) {
	if a > 1 {
		one()
	}
	two()
}

/*
func ifOnly(a.0) -> ()
b0:
  t1 = 1
  branch a.0 > t1 ? b1 : b2
b1:
  call lowering.one()
  jump b2
b2:
  call lowering.two()
  return
*/

func ifElse(a int) int {
	if a < 1 {
		return 1
	} else if a == 2 {
		one()
	} else {
		two()
	}
	return 3
}

/*
func ifElse(a.0) -> (t1)
b0:
  t1 = zero
  t2 = 1
  branch a.0 < t2 ? b1 : b3
b1:
  t3 = 1
  t1 = t3
  return
b2:
  t7 = 3
  t1 = t7
  return
b3:
  t4 = 2
  branch a.0 == t4 ? b5 : b7
b5:
  call lowering.one()
  jump b6
b6:
  jump b2
b7:
  call lowering.two()
  jump b6
*/

func ifInitializer() error {
	if n, err := two(); err != nil {
		return err
	} else if n != 0 {
		use(n, err)
	}
	return nil
}

/*
func ifInitializer() -> (t0)
b0:
  t0 = zero
  n.1, err.2 = call lowering.two()
  branch err.2 == nil ? b3 : b1
b1:
  t0 = err.2
  return
b2:
  t5 = nil
  t0 = t5
  return
b3:
  t3 = 0
  branch n.1 == t3 ? b6 : b5
b5:
  call lowering.use(n.1, err.2)
  jump b6
b6:
  jump b2
*/

func ifShadows(err error) error {
	if err := error(nil); err == nil {
		use(err)
	}
	return err
}

/*
func ifShadows(err.0) -> (t1)
b0:
  t1 = zero
  t3 = nil
  err.2 = conversion t3 to error
  branch err.2 == nil ? b1 : b2
b1:
  call lowering.use(err.2)
  jump b2
b2:
  t1 = err.0
  return
*/

func shortCircuit(a, b, c bool) {
	if a && (b || !c) {
		one()
	}
}

/*
func shortCircuit(a.0, b.1, c.2) -> ()
b0:
  branch a.0 ? b3 : b2
b1:
  call lowering.one()
  jump b2
b2:
  return
b3:
  branch b.1 ? b1 : b4
b4:
  branch c.2 ? b2 : b1
*/

func negated(a, b bool) {
	if !(a || b) {
		one()
	}
}

/*
func negated(a.0, b.1) -> ()
b0:
  branch a.0 ? b2 : b3
b1:
  call lowering.one()
  jump b2
b2:
  return
b3:
  branch b.1 ? b2 : b1
*/

func comparesNil(p *node, err error) {
	if p == nil {
		one()
	}
	if nil != err {
		two()
	}
	if (p) != (nil) && nil == err {
		use()
	}
}

/*
func comparesNil(p.0, err.1) -> ()
b0:
  branch p.0 == nil ? b1 : b2
b1:
  call lowering.one()
  jump b2
b2:
  branch err.1 == nil ? b4 : b3
b3:
  call lowering.two()
  jump b4
b4:
  branch p.0 == nil ? b6 : b7
b5:
  call lowering.use()
  jump b6
b6:
  return
b7:
  branch err.1 == nil ? b5 : b6
*/

func compares(a, b int) {
	if a != b {
		one()
	}
	if a+1 >= len("two") {
		two()
	}
}

/*
func compares(a.0, b.1) -> ()
b0:
  branch a.0 == b.1 ? b2 : b1
b1:
  call lowering.one()
  jump b2
b2:
  t3 = 1
  t4 = + (a.0, t3)
  t6 = "two"
  t5 = call len(t6)
  branch t4 >= t5 ? b3 : b4
b3:
  call lowering.two()
  jump b4
b4:
  return
*/

func callsInConditions(n *node) {
	if cond() && n.area() == one() {
		use()
	}
}

/*
func callsInConditions(n.0) -> ()
b0:
  t1 = call lowering.cond()
  branch t1 ? b3 : b2
b1:
  call lowering.use()
  jump b2
b2:
  return
b3:
  t2 = call n.0.area()
  t3 = call lowering.one()
  branch t2 == t3 ? b1 : b2
*/

func constantConditions() {
	if true || cond() {
		one()
	}
	if false {
		two()
	}
}

/*
func constantConditions() -> ()
b0:
  jump b1
b1:
  call lowering.one()
  jump b2
b2:
  jump b5
b5:
  return
*/
