package lowering

func typeSwitch(x any) {
	switch x.(type) {
	case int, string:
		one()
	case error:
		two()
	}
	use()
}

/*
func typeSwitch(x.0) -> ()
b0:
  branch x.0 == nil ? b3 : b4
b1:
  call lowering.one()
  jump b3
b2:
  call lowering.two()
  jump b3
b3:
  call lowering.use()
  return
b4:
  choose b1 b2 b3
*/

func typeSwitchAlias(x any) int {
	switch v := x.(type) {
	case nil:
		use(v)
	case *node:
		return v.value
	case int, string:
		use(v)
	default:
		use(v)
	}
	return 0
}

/*
func typeSwitchAlias(x.0) -> (t1)
b0:
  t1 = zero
  branch x.0 == nil ? b1 : b6
b1:
  v.2 = x.0
  call lowering.use(v.2)
  jump b5
b2:
  v.4 = assertion x.0 to *node
  t5 = v.4.value
  t1 = t5
  return
b3:
  v.6 = x.0
  call lowering.use(v.6)
  jump b5
b4:
  v.8 = x.0
  call lowering.use(v.8)
  jump b5
b5:
  t10 = 0
  t1 = t10
  return
b6:
  choose b2 b3 b4
*/

func typeSwitchInitializer() {
	switch n, err := two(); v := error(err).(type) {
	case interface{ Timeout() bool }:
		use(n, v.Timeout())
	case nil:
		break
	}
}

/*
func typeSwitchInitializer() -> ()
b0:
  n.0, err.1 = call lowering.two()
  t2 = conversion err.1 to error
  branch t2 == nil ? b2 : b4
b1:
  v.3 = assertion t2 to interface{ Timeout() bool }
  t5 = call v.3.Timeout()
  call lowering.use(n.0, t5)
  jump b3
b2:
  v.6 = t2
  jump b3
b3:
  return
b4:
  choose b1 b3
*/

func typeSwitchSameName(x any) {
	switch x := x.(type) {
	case shape:
		use(x)
	}
	use(x)
}

/*
func typeSwitchSameName(x.0) -> ()
b0:
  branch x.0 == nil ? b2 : b3
b1:
  x.1 = assertion x.0 to shape
  call lowering.use(x.1)
  jump b2
b2:
  call lowering.use(x.0)
  return
b3:
  choose b1 b2
*/
