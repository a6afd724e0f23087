"""The figures of an evaluation."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from itertools import pairwise

import numpy as np
from matplotlib.figure import Figure
from sklearn.metrics import average_precision_score, precision_recall_curve

from etle_guard.model.weights import CLASSES
from etle_guard.training.evaluate import Evaluation, Share

_COLOURS = {"scam": "#b3261e", "report": "#1f5fa8", "other": "#4a6b2a"}
_MARGINS = (0.0, 0.25, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0)  # where the bars of the reliability plot begin, in logits
_FEWEST = 8  # messages that must hold a concept to be drawn
_MOST_CONCEPTS = 15  # at either end


def precision_recall(result: Evaluation) -> Figure:
    """Each class that is among the messages against the rest."""
    figure = Figure(figsize=(6, 4), layout="constrained")
    axes = figure.subplots()
    logits = np.array([each.logits for each in result.judged])
    labels = np.array([each.example.label for each in result.judged])
    for place, label in enumerate(CLASSES):
        if label not in labels:
            continue
        score = logits[:, place] - np.delete(logits, place, axis=1).max(axis=1)
        precision, recall, _ = precision_recall_curve(labels == label, score)
        area = average_precision_score(labels == label, score)
        axes.plot(recall, precision, label=f"{label} (average precision {area:.3f})", color=_COLOURS[label])
    axes.set(xlabel="recall", ylabel="precision", xlim=(0, 1.01), ylim=(0, 1.02))
    axes.legend(loc="lower left")
    axes.grid(alpha=0.3)
    return figure


def confusion(result: Evaluation) -> Figure:
    """Counts, shaded by their share of the row."""
    figure = Figure(figsize=(5, 3.6), layout="constrained")
    axes = figure.subplots()
    counts = np.array([[result.confusion(label, other) for other in CLASSES] for label in CLASSES])
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    axes.pcolormesh(shares, cmap="Blues", vmin=0, vmax=1)  # drawn as shapes: the page's policy lets no picture in
    for row, line in enumerate(counts):
        for column, count in enumerate(line):
            ink = "white" if shares[row, column] > 0.5 else "black"
            axes.text(column + 0.5, row + 0.5, str(count), ha="center", va="center", color=ink)
    middles = [place + 0.5 for place in range(len(CLASSES))]
    axes.set_xticks(middles, CLASSES)
    axes.set_yticks(middles, CLASSES)
    axes.invert_yaxis()
    axes.set(xlabel="taken for", ylabel="is")
    return figure


def reliability(result: Evaluation) -> Figure:
    """Of the messages within each range of the margin, the share that was read as labelled, with its interval."""
    figure = Figure(figsize=(6, 3.6), layout="constrained")
    axes = figure.subplots()
    edges = [*_MARGINS, float("inf")]
    for place, (low, high) in enumerate(pairwise(edges)):
        held = [each for each in result.judged if low <= each.margin < high]
        share = Share(sum(each.predicted == each.example.label for each in held), len(held))
        if not held:
            continue
        mean, (least, most) = share.count / share.total, share.interval()
        axes.errorbar(place, mean, yerr=[[mean - least], [most - mean]], fmt="o", capsize=4, color=_COLOURS["report"])
        axes.annotate(str(share.total), (place, 0.02), ha="center", fontsize=8)
    axes.set_xticks(range(len(_MARGINS)), [f"from {low:g}" for low in _MARGINS], rotation=30)
    axes.set(xlabel="margin over the next class, logits (below: messages)", ylabel="read as labelled", ylim=(0, 1.02))
    axes.grid(alpha=0.3)
    return figure


def concept_lean(result: Evaluation) -> Figure:
    """How far messages that hold a concept lean to scam: the mean lead of its logit, all messages' mean taken off."""
    leads: dict[str, list[float]] = defaultdict(list)
    everything = []
    for each in result.judged:
        lead = each.logits[0] - max(each.logits[1:])
        everything.append(lead)
        for concept in set(each.concepts):
            leads[concept].append(lead)
    middle = float(np.mean(everything)) if everything else 0.0
    means = sorted((float(np.mean(found)) - middle, name) for name, found in leads.items() if len(found) >= _FEWEST)
    shown = means if len(means) <= 2 * _MOST_CONCEPTS else means[:_MOST_CONCEPTS] + means[-_MOST_CONCEPTS:]
    figure = Figure(figsize=(6, 1.2 + 0.22 * len(shown)), layout="constrained")
    axes = figure.subplots()
    colours = [_COLOURS["scam" if mean > 0 else "other"] for mean, _ in shown]
    axes.barh([name for _, name in shown], [mean for mean, _ in shown], color=colours)
    axes.set(xlabel="lead of scam in logits, less the mean of all")
    axes.grid(alpha=0.3, axis="x")
    return figure


# Title → figure, in the order of the page.
PLOTS: Mapping[str, Callable[[Evaluation], Figure]] = {
    "Precision and recall at every threshold": precision_recall,
    "What was taken for what": confusion,
    "How often it is right, by how sure it is": reliability,
    "Which concepts go with a scam": concept_lean,
}
