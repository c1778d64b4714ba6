package vendored
