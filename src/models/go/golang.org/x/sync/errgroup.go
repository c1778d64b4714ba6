// Package errgroup: signatures and effects of golang.org/x/sync/errgroup.
package errgroup

import "context"

func WithContext(ctx context.Context) (*Group, context.Context)

type Group struct{}

func (g *Group) Go(f func() error) // starts f

func (g *Group) SetLimit(n int)

func (g *Group) TryGo(f func() error) bool // starts f

func (g *Group) Wait() error
