"""The first form of everything that a new service needs beside its spec, made to be edited afterwards."""
