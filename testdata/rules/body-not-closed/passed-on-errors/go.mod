module example.com/passedonerrors

go 1.22
