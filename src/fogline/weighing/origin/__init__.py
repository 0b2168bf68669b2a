"""Where information enters, on whose word a claim stands, how many origins are independent."""
