"""What it means: one file is one analysis. This page is the contents.

==============  ==========================================================================
fit             score(): how well the histories of an ensemble meet the marks of the record
forecaster      the force-ratio forecaster, the baseline that every skill is measured against
sensitivity     rank_factors(): which unknowns matter, and how much was luck
factors         those unknowns one by one, and how a point of their cube becomes a history
precision       wilson() and runs_needed(): how sure a share is, how many runs are enough
scores          CRPS, Brier, logarithmic score, Kendall's tau
votes           seats from votes, and how often a majority is right
power           who carries a coalition, and what a cause was worth
finding         Finding: a table, one plain sentence, and how sure it is
==============  ==========================================================================

Nothing is imported here: each analysis loads when it is asked for.
"""
