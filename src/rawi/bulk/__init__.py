"""Reading a crawl: web archives and JSON Lines in parts, on all cores of a machine or on a cluster.

    inputs ─▶ parts ─▶ [ quick filter ─▶ read() ─▶ output of the part ] on workers ─▶ manifest and account

A part is a stretch of one file (:mod:`rawi.pages.ranges`). Its output is written whole or not at all and named after file and offset, so a
run that was stopped goes on where it was, and the output of any number of workers is the same, byte for byte.
"""
