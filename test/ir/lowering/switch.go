package lowering

func switchValue(n int) {
	switch n {
	case 1, 2:
		one()
	case one():
		two()
	default:
		use()
	}
}

/*
func switchValue(n.0) -> ()
b0:
  t1 = 1
  branch n.0 == t1 ? b1 : b5
b1:
  call lowering.one()
  jump b4
b2:
  call lowering.two()
  jump b4
b3:
  call lowering.use()
  jump b4
b4:
  return
b5:
  t2 = 2
  branch n.0 == t2 ? b1 : b6
b6:
  t3 = call lowering.one()
  branch n.0 == t3 ? b2 : b7
b7:
  jump b3
*/

func switchWithoutTag(a int, err error) int {
	switch {
	case err != nil:
		return 1
	case a > 1 && a < 4, a == 9:
		return 2
	}
	return 3
}

/*
func switchWithoutTag(a.0, err.1) -> (t2)
b0:
  t2 = zero
  branch err.1 == nil ? b4 : b1
b1:
  t6 = 1
  t2 = t6
  return
b2:
  t7 = 2
  t2 = t7
  return
b3:
  t8 = 3
  t2 = t8
  return
b4:
  t3 = 1
  branch a.0 > t3 ? b6 : b5
b5:
  t5 = 9
  branch a.0 == t5 ? b2 : b7
b6:
  t4 = 4
  branch a.0 < t4 ? b2 : b5
b7:
  jump b3
*/

func switchInitializer() {
	switch n, err := two(); n {
	case 0:
		use(err)
	}
	switch one(); {
	case cond():
		two()
	}
}

/*
func switchInitializer() -> ()
b0:
  n.0, err.1 = call lowering.two()
  t2 = 0
  branch n.0 == t2 ? b1 : b3
b1:
  call lowering.use(err.1)
  jump b2
b2:
  call lowering.one()
  t5 = call lowering.cond()
  branch t5 ? b4 : b6
b3:
  jump b2
b4:
  call lowering.two()
  jump b5
b5:
  return
b6:
  jump b5
*/

func switchFallthrough(n int) {
	switch n {
	case 0:
		one()
		fallthrough
	case 1:
		two()
	case 2:
		use()
	}
}

/*
func switchFallthrough(n.0) -> ()
b0:
  t1 = 0
  branch n.0 == t1 ? b1 : b5
b1:
  call lowering.one()
  jump b2
b2:
  call lowering.two()
  jump b4
b3:
  call lowering.use()
  jump b4
b4:
  return
b5:
  t2 = 1
  branch n.0 == t2 ? b2 : b6
b6:
  t3 = 2
  branch n.0 == t3 ? b3 : b7
b7:
  jump b4
*/

func switchDefaultInTheMiddle(n int) {
	switch n {
	case 0:
		one()
	default:
		two()
		fallthrough
	case 2:
		use()
	}
}

/*
func switchDefaultInTheMiddle(n.0) -> ()
b0:
  t1 = 0
  branch n.0 == t1 ? b1 : b5
b1:
  call lowering.one()
  jump b4
b2:
  call lowering.two()
  jump b3
b3:
  call lowering.use()
  jump b4
b4:
  return
b5:
  t2 = 2
  branch n.0 == t2 ? b3 : b6
b6:
  jump b2
*/

func switchBreak(n int) {
	switch n {
	case 0:
		if cond() {
			break
		}
		one()
	}
	two()
}

/*
func switchBreak(n.0) -> ()
b0:
  t1 = 0
  branch n.0 == t1 ? b1 : b3
b1:
  t2 = call lowering.cond()
  branch t2 ? b4 : b5
b2:
  call lowering.two()
  return
b3:
  jump b2
b4:
  jump b2
b5:
  call lowering.one()
  jump b2
*/

func switchInLoop(n int) {
loop:
	for {
		switch n {
		case 0:
			continue
		case 1:
			break
		case 2:
			break loop
		default:
			return
		}
		use()
	}
	two()
}

/*
func switchInLoop(n.0) -> ()
b0:
  jump b1
b1:
  jump b3
b2:
  call lowering.two()
  return
b3:  // loop depth 1
  jump b4
b4:  // loop depth 1
  t1 = 0
  branch n.0 == t1 ? b6 : b11
b5:  // loop depth 1
  jump b3
b6:  // loop depth 1
  jump b5
b7:  // loop depth 1
  jump b10
b8:  // loop depth 1
  jump b2
b9:  // loop depth 1
  return
b10:  // loop depth 1
  call lowering.use()
  jump b5
b11:  // loop depth 1
  t2 = 1
  branch n.0 == t2 ? b7 : b12
b12:  // loop depth 1
  t3 = 2
  branch n.0 == t3 ? b8 : b13
b13:  // loop depth 1
  jump b9
*/

func labelledSwitch(n int) {
choice:
	switch n {
	case 0:
		for {
			break choice
		}
	}
	use()
}

/*
func labelledSwitch(n.0) -> ()
b0:
  jump b1
b1:
  t1 = 0
  branch n.0 == t1 ? b2 : b4
b2:
  jump b6
b3:
  call lowering.use()
  return
b4:
  jump b3
b6:  // loop depth 1
  jump b7
b7:  // loop depth 1
  jump b3
*/

func switchNil(err error) {
	switch err {
	case nil:
		one()
	default:
		two()
	}
}

/*
func switchNil(err.0) -> ()
b0:
  branch err.0 == nil ? b1 : b4
b1:
  call lowering.one()
  jump b3
b2:
  call lowering.two()
  jump b3
b3:
  return
b4:
  jump b2
*/

func switchTrue(a bool) {
	switch true {
	case a:
		one()
	}
}

/*
func switchTrue(a.0) -> ()
b0:
  branch a.0 ? b1 : b3
b1:
  call lowering.one()
  jump b2
b2:
  return
b3:
  jump b2
*/

func switchEmpty() {
	switch one() {
	}
	switch {
	}
	use()
}

/*
func switchEmpty() -> ()
b0:
  t0 = call lowering.one()
  jump b1
b1:
  jump b2
b2:
  call lowering.use()
  return
*/

func switchClauseScope(n int) int {
	switch n {
	case 0:
		n := 5
		use(n)
	case 1:
		return n
	}
	return n
}

/*
func switchClauseScope(n.0) -> (t1)
b0:
  t1 = zero
  t2 = 0
  branch n.0 == t2 ? b1 : b4
b1:
  n.4 = 5
  call lowering.use(n.4)
  jump b3
b2:
  t1 = n.0
  return
b3:
  t1 = n.0
  return
b4:
  t3 = 1
  branch n.0 == t3 ? b2 : b5
b5:
  jump b3
*/
