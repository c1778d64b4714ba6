package part

// Name is a name.
const Name = "part"
