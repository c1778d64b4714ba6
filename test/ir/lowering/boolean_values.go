package lowering

func shortCircuitValue(a, b bool) bool {
	both := a && b
	return both || !a
}

/*
func shortCircuitValue(a.0, b.1) -> (t2)
b0:
  t2 = zero
  branch a.0 ? b4 : b2
b1:
  both.3 = true
  jump b3
b2:
  both.3 = false
  jump b3
b3:
  branch both.3 ? b5 : b8
b4:
  branch b.1 ? b1 : b2
b5:
  t4 = true
  jump b7
b6:
  t4 = false
  jump b7
b7:
  t2 = t4
  return
b8:
  branch a.0 ? b6 : b5
*/

func nilComparisonValue(p *node) bool {
	empty := p == nil
	if empty {
		return !empty
	}
	return nil != p
}

/*
func nilComparisonValue(p.0) -> (t1)
b0:
  t1 = zero
  branch p.0 == nil ? b1 : b2
b1:
  empty.2 = true
  jump b3
b2:
  empty.2 = false
  jump b3
b3:
  branch empty.2 ? b4 : b5
b4:
  branch empty.2 ? b7 : b6
b5:
  branch p.0 == nil ? b11 : b10
b6:
  t3 = true
  jump b8
b7:
  t3 = false
  jump b8
b8:
  t1 = t3
  return
b10:
  t4 = true
  jump b12
b11:
  t4 = false
  jump b12
b12:
  t1 = t4
  return
*/

func comparisonValue(a, b int) bool {
	equal := a == b
	return equal
}

/*
func comparisonValue(a.0, b.1) -> (t2)
b0:
  t2 = zero
  equal.3 = == (a.0, b.1)
  t2 = equal.3
  return
*/

func shortCircuitArgument(a bool) {
	use(1, a && cond())
}

/*
func shortCircuitArgument(a.0) -> ()
b0:
  t2 = 1
  branch a.0 ? b4 : b2
b1:
  t3 = true
  jump b3
b2:
  t3 = false
  jump b3
b3:
  call lowering.use(t2, t3)
  return
b4:
  t4 = call lowering.cond()
  branch t4 ? b1 : b2
*/

func assignsItself(ok bool) bool {
	ok = ok && cond()
	return ok
}

/*
func assignsItself(ok.0) -> (t1)
b0:
  t1 = zero
  branch ok.0 ? b4 : b2
b1:
  ok.0 = true
  jump b3
b2:
  ok.0 = false
  jump b3
b3:
  t1 = ok.0
  return
b4:
  t2 = call lowering.cond()
  branch t2 ? b1 : b2
*/
