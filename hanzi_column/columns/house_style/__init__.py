"""The house style: English prose with Chinese inline, read by one grammar wherever such prose stands."""
