"""Who a source is: authorities, outlets, and whom a name among them means."""
