"""The record as others are shown it: plain data and pictures. No queries."""
