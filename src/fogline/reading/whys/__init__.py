"""Why a claim's slots are what they are: each file tells of some, by asking anew who decided."""
