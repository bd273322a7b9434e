"""The first form of all that a new service needs in addition to its spec, made to be edited afterwards."""
