package lowering

func forever() {
	for {
		one()
	}
}

/*
func forever() -> ()
b0:
  jump b2
b2:  // loop depth 1
  jump b3
b3:  // loop depth 1
  call lowering.one()
  jump b4
b4:  // loop depth 1
  jump b2
*/

func foreverUntilBreak() {
	for {
		if cond() {
			break
		}
	}
	use()
}

/*
func foreverUntilBreak() -> ()
b0:
  jump b2
b1:
  call lowering.use()
  return
b2:  // loop depth 1
  jump b3
b3:  // loop depth 1
  t0 = call lowering.cond()
  branch t0 ? b5 : b6
b4:  // loop depth 1
  jump b2
b5:  // loop depth 1
  jump b1
b6:  // loop depth 1
  jump b4
*/

func while(a int) {
	for a < 10 {
		a++
	}
}

/*
func while(a.0) -> ()
b0:
  jump b2
b1:
  return
b2:  // loop depth 1
  t1 = 10
  branch a.0 < t1 ? b3 : b1
b3:  // loop depth 1
  t2 = + (a.0)
  a.0 = t2
  jump b4
b4:  // loop depth 1
  jump b2
*/

func counted(n int) int {
	total := 0
	for i := 0; i < n; i++ {
		if i == 3 {
			continue
		}
		total += i
	}
	return total
}

/*
func counted(n.0) -> (t1)
b0:
  t1 = zero
  total.2 = 0
  i.3 = 0
  jump b2
b1:
  t1 = total.2
  return
b2:  // loop depth 1
  branch i.3 < n.0 ? b3 : b1
b3:  // loop depth 1
  t4 = 3
  branch i.3 == t4 ? b5 : b6
b4:  // loop depth 1
  t6 = + (i.3)
  i.3 = t6
  jump b2
b5:  // loop depth 1
  jump b4
b6:  // loop depth 1
  t5 = + (total.2, i.3)
  total.2 = t5
  jump b4
*/

func clauseWithoutCondition() {
	for i := 0; ; i++ {
		if i > 5 {
			return
		}
	}
}

/*
func clauseWithoutCondition() -> ()
b0:
  i.0 = 0
  jump b2
b2:  // loop depth 1
  jump b3
b3:  // loop depth 1
  t1 = 5
  branch i.0 > t1 ? b5 : b6
b4:  // loop depth 1
  t2 = + (i.0)
  i.0 = t2
  jump b2
b5:  // loop depth 1
  return
b6:  // loop depth 1
  jump b4
*/

func clauseWithoutUpdate() {
	for i := 0; i < 3; {
		i += 2
	}
}

/*
func clauseWithoutUpdate() -> ()
b0:
  i.0 = 0
  jump b2
b1:
  return
b2:  // loop depth 1
  t1 = 3
  branch i.0 < t1 ? b3 : b1
b3:  // loop depth 1
  t2 = 2
  t3 = + (i.0, t2)
  i.0 = t3
  jump b4
b4:  // loop depth 1
  jump b2
*/

func initializerShadows(i int) int {
	for i := i; i < 3; i++ {
		use(i)
	}
	return i
}

/*
func initializerShadows(i.0) -> (t1)
b0:
  t1 = zero
  i.2 = i.0
  jump b2
b1:
  t1 = i.0
  return
b2:  // loop depth 1
  t3 = 3
  branch i.2 < t3 ? b3 : b1
b3:  // loop depth 1
  call lowering.use(i.2)
  jump b4
b4:  // loop depth 1
  t5 = + (i.2)
  i.2 = t5
  jump b2
*/

func nestedLabels(n int) {
outer:
	for i := 0; i < n; i++ {
		for j := 0; j < n; j++ {
			if i == j {
				continue outer
			}
			if cond() {
				break outer
			}
		}
		use(i)
	}
}

/*
func nestedLabels(n.0) -> ()
b0:
  jump b1
b1:
  i.1 = 0
  jump b3
b2:
  return
b3:  // loop depth 1
  branch i.1 < n.0 ? b4 : b2
b4:  // loop depth 1
  j.2 = 0
  jump b7
b5:  // loop depth 1
  t6 = + (i.1)
  i.1 = t6
  jump b3
b6:  // loop depth 1
  call lowering.use(i.1)
  jump b5
b7:  // loop depth 2
  branch j.2 < n.0 ? b8 : b6
b8:  // loop depth 2
  branch i.1 == j.2 ? b10 : b11
b9:  // loop depth 2
  t4 = + (j.2)
  j.2 = t4
  jump b7
b10:  // loop depth 2
  jump b5
b11:  // loop depth 2
  t3 = call lowering.cond()
  branch t3 ? b13 : b14
b13:  // loop depth 2
  jump b2
b14:  // loop depth 2
  jump b9
*/

func constantLoopCondition() {
	for true {
		one()
	}
}

/*
func constantLoopCondition() -> ()
b0:
  jump b2
b2:  // loop depth 1
  jump b3
b3:  // loop depth 1
  call lowering.one()
  jump b4
b4:  // loop depth 1
  jump b2
*/
