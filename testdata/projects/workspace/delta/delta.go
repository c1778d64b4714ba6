package delta
