"""What a notebook is made of: frozen data and date arithmetic, standard library only."""
