"""What it means: one file is one analysis. This page is the contents.

==============  ==========================================================================
histories       load(), simulate(), score(): from a scenario's name to its many histories
comparison      compare(): a scenario and its alternatives, pair by pair on common luck
alternatives    alternative histories by name, from a file, or several at once
pairs           difference(), unchanged(): what is known from pairs, and how many would settle it
parting         part(): the first event in which the two runs of a pair differ
fit             score_marks(): how well the histories of an ensemble meet the marks of the record
forecaster      the force-ratio forecaster, the baseline that every skill is measured against
sensitivity     rank_factors(): which unknowns matter, and how much was luck
factors         those unknowns one by one, and how a point of their cube becomes a history
calibration     calibrate(): what the record says about the universal parameters
summaries       what each history says about the marks, as a row of numbers
rates           the rates of generated coups for each row of parameters, as something to learn from
scales          the universal parameters on one scale
inference       history matching, then regression ABC, on a bank of prior histories
coverage        how far such a fit may be trusted: truths of the model's own, fitted in turn
foresight       how good a forecast was, mark by mark, beside the force-ratio forecaster
precision       wilson() and runs_needed(): how sure a share is, how many runs are enough
pivots          find_pivots(): which decisions mattered, each undone on the same luck
flip            flip(): the cheapest changes of decisions that make another outcome likely
changes         sets of changed decisions, and the search for the cheapest that will do
levers          quantities that may move too when an outcome is to be flipped
otherwise       histories lived again with some decisions taken otherwise
necessity       how far a choice was necessary and sufficient, with the limits of Tian and Pearl
ranking         which shifts are larger, and which cannot be told apart
coalitions      all ways to keep some decisions and undo the others
portions        Shapley's portions of a change, and what two decisions add together
country         score_country(): when the towns of a country went over, beside the record
grains          open_town(): a town of a country run as a city and handed up
passage         when each town went over in each history, and who held how many day by day
yardsticks      what a plain table, and a constant, would have said of each town
elections       elect(): votes from the stands that men obey by, seats from the votes
ballots         the tables of an election, and what does not fit in them
coups           coups(): generated coups by the rank of their leaders, beside the rates of real ones
scores          CRPS, Brier, logarithmic score, Kendall's tau
votes           seats from votes, and how often a majority is right
power           who carries a coalition, and what a cause was worth
grounds         evidence(): what the numbers of a scenario rest on, one of them opened to its claims
works           cite(): the works that a scenario or a result rests on
finding         Finding: a table, one plain sentence, and how sure it is
==============  ==========================================================================

Nothing is imported here: each analysis loads when it is asked for.
"""
