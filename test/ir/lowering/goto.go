package lowering

func gotoForward(a int) {
	if a > 0 {
		goto done
	}
	one()
done:
	use()
}

/*
func gotoForward(a.0) -> ()
b0:
  t1 = 0
  branch a.0 > t1 ? b1 : b2
b1:
  jump b3
b2:
  call lowering.one()
  jump b3
b3:
  call lowering.use()
  return
*/

func gotoBackward(a int) {
again:
	a++
	if a < 3 {
		goto again
	}
	use(a)
}

/*
func gotoBackward(a.0) -> ()
b0:
  jump b1
b1:
  t1 = + (a.0)
  a.0 = t1
  t2 = 3
  branch a.0 < t2 ? b2 : b3
b2:
  jump b1
b3:
  call lowering.use(a.0)
  return
*/

func gotoOutOfLoop() {
	for {
		for {
			if cond() {
				goto done
			}
		}
	}
done:
	use()
}

/*
func gotoOutOfLoop() -> ()
b0:
  jump b2
b2:  // loop depth 1
  jump b3
b3:  // loop depth 1
  jump b6
b6:  // loop depth 2
  jump b7
b7:  // loop depth 2
  t0 = call lowering.cond()
  branch t0 ? b9 : b10
b8:  // loop depth 2
  jump b6
b9:  // loop depth 2
  jump b11
b10:  // loop depth 2
  jump b8
b11:
  call lowering.use()
  return
*/

func gotoIntoLabelledLoop() {
loop:
	for cond() {
		if cond() {
			goto loop
		}
		continue loop
	}
}

/*
func gotoIntoLabelledLoop() -> ()
b0:
  jump b1
b1:
  jump b3
b2:
  return
b3:  // loop depth 1
  t0 = call lowering.cond()
  branch t0 ? b4 : b2
b4:  // loop depth 1
  t1 = call lowering.cond()
  branch t1 ? b6 : b7
b5:  // loop depth 1
  jump b3
b6:  // loop depth 1
  jump b1
b7:  // loop depth 1
  jump b5
*/

func labelledBlock() {
	one()
block:
	{
		if cond() {
			goto block
		}
	}
	use()
}

/*
func labelledBlock() -> ()
b0:
  call lowering.one()
  jump b1
b1:
  t1 = call lowering.cond()
  branch t1 ? b2 : b3
b2:
  jump b1
b3:
  call lowering.use()
  return
*/

func labelAtTheEnd() {
	if cond() {
		goto end
	}
	one()
end:
}

/*
func labelAtTheEnd() -> ()
b0:
  t0 = call lowering.cond()
  branch t0 ? b1 : b2
b1:
  jump b3
b2:
  call lowering.one()
  jump b3
b3:
  return
*/
