module example.com/middlewares

go 1.26
