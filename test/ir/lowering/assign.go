package lowering

func shortDeclaration() {
	a, b := 1, "two"
	n, err := two()
	m, err := two()
	use(a, b, n, m, err)
}

/*
func shortDeclaration() -> ()
b0:
  t2 = 1
  t3 = "two"
  a.0 = t2
  b.1 = t3
  n.4, err.5 = call lowering.two()
  m.6, err.5 = call lowering.two()
  call lowering.use(a.0, b.1, n.4, m.6, err.5)
  return
*/

func shortDeclarationInBlock(err error) error {
	n, err := two()
	{
		m, err := two()
		use(m, err)
	}
	use(n)
	return err
}

/*
func shortDeclarationInBlock(err.0) -> (t1)
b0:
  t1 = zero
  n.2, err.0 = call lowering.two()
  m.3, err.4 = call lowering.two()
  call lowering.use(m.3, err.4)
  call lowering.use(n.2)
  t1 = err.0
  return
*/

func swap(a, b int) (int, int) {
	a, b = b, a
	return a, b
}

/*
func swap(a.0, b.1) -> (t2, t3)
b0:
  t2 = zero
  t3 = zero
  t4 = b.1
  t5 = a.0
  a.0 = t4
  b.1 = t5
  t6 = a.0
  t7 = b.1
  t2 = t6
  t3 = t7
  return
*/

func rotate(n *node, values []int, i int) {
	n, n.next = n.next, nil
	i, values[i] = 1, 2
	values[0], values[i] = values[i], values[0]
	n.value, n.next.value = 1, 2
}

/*
func rotate(n.0, values.1, i.2) -> ()
b0:
  t3 = n.0
  t4 = n.0.next
  t5 = nil
  n.0 = t4
  t3.next = t5
  t6 = 1
  t7 = 2
  i.2 = t6
  values.1[] = t7
  t8 = 0
  t9 = values.1[]
  t11 = 0
  t10 = values.1[]
  values.1[] = t9
  values.1[] = t10
  t12 = n.0.next
  t13 = 1
  t14 = 2
  n.0.value = t13
  t12.value = t14
  return
*/

func assignOperator(n *node, values []int, p *int) {
	global += 2
	n.value *= 3
	values[one()] -= 4
	*p &^= 5
	n.tail().value <<= 6
}

/*
func assignOperator(n.0, values.1, p.2) -> ()
b0:
  t3 = global lowering.global
  t4 = 2
  t5 = + (t3, t4)
  global lowering.global = t5
  t6 = n.0.value
  t7 = 3
  t8 = * (t6, t7)
  n.0.value = t8
  t9 = call lowering.one()
  t10 = values.1[]
  t11 = 4
  t12 = - (t10, t11)
  values.1[] = t12
  t13 = indirection p.2
  t14 = 5
  t15 = &^ (t13, t14)
  p.2[] = t15
  t16 = call n.0.tail()
  t17 = t16.value
  t18 = 6
  t19 = << (t17, t18)
  t16.value = t19
  return
*/

func incrementDecrement(n *node, values map[string]int, p *int) {
	global++
	n.value--
	values["k"]++
	*p++
}

/*
func incrementDecrement(n.0, values.1, p.2) -> ()
b0:
  t3 = global lowering.global
  t4 = + (t3)
  global lowering.global = t4
  t5 = n.0.value
  t6 = - (t5)
  n.0.value = t6
  t7 = "k"
  t8 = values.1[]
  t9 = + (t8)
  values.1[] = t9
  t10 = indirection p.2
  t11 = + (t10)
  p.2[] = t11
  return
*/

func assignToPlaces(n *node, values []int, m map[string]*node, p **node) {
	n.next.value = 1
	values[2] = 3
	m["k"] = n
	m["k"].value = 4
	*p = n
	(*p).value = 5
	(n.value) = 6
	global = 7
}

/*
func assignToPlaces(n.0, values.1, m.2, p.3) -> ()
b0:
  t4 = n.0.next
  t5 = 1
  t4.value = t5
  t6 = 2
  t7 = 3
  values.1[] = t7
  t8 = "k"
  m.2[] = n.0
  t10 = "k"
  t9 = m.2[]
  t11 = 4
  t9.value = t11
  p.3[] = n.0
  t12 = indirection p.3
  t13 = 5
  t12.value = t13
  t14 = 6
  n.0.value = t14
  t15 = 7
  global lowering.global = t15
  return
*/

func blank() {
	_ = one()
	_, err := two()
	_, _ = two()
	var _ = global
	var _, e = two()
	use(err, e)
}

/*
func blank() -> ()
b0:
  t0 = call lowering.one()
  t2, err.1 = call lowering.two()
  t3, t4 = call lowering.two()
  t5 = global lowering.global
  t7, e.6 = call lowering.two()
  call lowering.use(err.1, e.6)
  return
*/

func variables() {
	var a int
	var b, c string
	var d = one()
	var e, f int = 1, 2
	var g, h = two()
	var (
		i = a
		j []int
	)
	use(a, b, c, d, e, f, g, h, i, j)
}

/*
func variables() -> ()
b0:
  a.0 = zero
  b.1 = zero
  c.2 = zero
  d.3 = call lowering.one()
  t6 = 1
  t7 = 2
  e.4 = t6
  f.5 = t7
  g.8, h.9 = call lowering.two()
  i.10 = a.0
  j.11 = zero
  call lowering.use(a.0, b.1, c.2, d.3, e.4, f.5, g.8, h.9, i.10, j.11)
  return
*/

func shadows(a int) int {
	if cond() {
		a := a + 1
		a++
	}
	{
		var a = a
		use(a)
	}
	return a
}

/*
func shadows(a.0) -> (t1)
b0:
  t1 = zero
  t2 = call lowering.cond()
  branch t2 ? b1 : b2
b1:
  t4 = 1
  a.3 = + (a.0, t4)
  t5 = + (a.3)
  a.3 = t5
  jump b2
b2:
  a.6 = a.0
  call lowering.use(a.6)
  t1 = a.0
  return
*/

func constants() {
	const a = 1
	const (
		b = iota + 1
		c
		d, e = "d", 'e'
		f, g
	)
	use(a, b, c, d, e, f, g)
}

/*
func constants() -> ()
b0:
  a.0 = 1
  t2 = ? ()
  t3 = 1
  b.1 = + (t2, t3)
  t5 = ? ()
  t6 = 1
  c.4 = + (t5, t6)
  t9 = "d"
  t10 = 101
  d.7 = t9
  e.8 = t10
  t13 = "d"
  t14 = 101
  f.11 = t13
  g.12 = t14
  call lowering.use(a.0, b.1, c.4, d.7, e.8, f.11, g.12)
  return
*/

func literals() {
	use(0x1F, 0o17, 017, 0b11, 1_000, 1.5e3, 'a', '\n', '\x41', 2i, `raw\n`, "esc\t\u00e9\"", nil, true, false)
}

/*
func literals() -> ()
b0:
  t1 = 31
  t2 = 15
  t3 = 15
  t4 = 3
  t5 = 1000
  t6 = 1500
  t7 = 97
  t8 = 10
  t9 = 65
  t10 = ? ()
  t11 = "raw\\n"
  t12 = "esc\té\""
  t13 = nil
  t14 = true
  t15 = false
  call lowering.use(t1, t2, t3, t4, t5, t6, t7, t8, t9, t10, t11, t12, t13, t14, t15)
  return
*/

func globalsShadowedLater() {
	global = 1
	global := global
	use(global)
}

/*
func globalsShadowedLater() -> ()
b0:
  t0 = 1
  global lowering.global = t0
  t2 = global lowering.global
  global.1 = t2
  call lowering.use(global.1)
  return
*/

func sendReceive(ch chan int) {
	ch <- one()
	v := <-ch
	w, ok := <-ch
	<-ch
	use(v, w, ok, <-ch)
}

/*
func sendReceive(ch.0) -> ()
b0:
  t1 = call lowering.one()
  send ch.0 <- t1
  v.2 = receive ch.0
  w.3, ok.4 = receive ch.0
  t5 = receive ch.0
  t7 = receive ch.0
  call lowering.use(v.2, w.3, ok.4, t7)
  return
*/
