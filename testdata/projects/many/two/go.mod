module "example.com/two/v2"

go 1.23
