package gamma
