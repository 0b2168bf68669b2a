"""What arrivals change of origins and voices, found by the ledger's postings."""
