module example.com/connections-exhausted/once

go 1.21
