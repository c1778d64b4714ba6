module example.com/ownreaders

go 1.22
