"""The model card and the picture of the confusion matrix, written from the measurements so that they cannot drift."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from data import CLASS_TO_FINE, FINE_TO_LABEL, LABELS, Clip


def draw_confusion(table: np.ndarray, path: Path) -> None:
    """Draws clips by true label and top label."""
    import matplotlib

    matplotlib.use("Agg")
    import matplotlib.pyplot as plot

    figure, axes = plot.subplots(figsize=(7.2, 6.4), dpi=110)
    rates = table / np.maximum(1, table.sum(axis=1, keepdims=True))
    axes.imshow(rates, cmap="Greens", vmin=0, vmax=1)
    names = [f"{label} ({table[i].sum()})" for i, label in enumerate(LABELS)]
    axes.set_xticks(range(len(LABELS)), LABELS, rotation=45, ha="right")
    axes.set_yticks(range(len(LABELS)), names)
    for row in range(len(LABELS)):
        for column in range(len(LABELS)):
            if table[row, column]:
                shade = "white" if rates[row, column] > 0.6 else "black"
                axes.text(column, row, str(table[row, column]), ha="center", va="center", color=shade, fontsize=9)
    axes.set_xlabel("top label (int8, mean of the clip's windows)")
    axes.set_ylabel("true label (clips)")
    axes.set_title("Clips held out by source, five folds")
    figure.tight_layout()
    figure.savefig(path, metadata={"Software": None})
    plot.close(figure)


def percent(value: float) -> str:
    """A share as a percentage."""
    return f"{100 * value:.1f} %"


def classes_behind(label: str) -> str:
    """The data set's own classes that a label stands for."""
    names = [name for name, fine in CLASS_TO_FINE.items() if FINE_TO_LABEL[fine] == label]
    return ", ".join(dict.fromkeys(names + (["forest", "generated noise"] if label == "background" else [])))


def card(metrics: dict, clips: list[Clip]) -> str:
    """The model card in Markdown."""
    top = metrics["ESC-10 top-1"]
    alarms = metrics["false alarms on forest"]
    same = metrics["invariance"]
    training = metrics["training"]
    lines = [
        "# Model card: reserve-sounds",
        "",
        "A small sound classifier for unattended stations in nature reserves. It hears 3 seconds at 16 kHz and says which "
        f"of {len(LABELS)} kinds of sound fills them; one of the kinds is *background*, which is never reported. It names sources "
        "of sound, never species: for species, install a pack made for them. Nothing here was copied from another model: "
        "it was trained from nothing by `models/training`.",
        "",
        "Written by the training program from its measurements (`models/training/metrics.json`); do not edit by hand.",
        "",
        "| file | size | time per window | use |",
        "|---|---|---|---|",
    ]
    for name, row in metrics["files"].items():
        use = "default" if name == metrics["default"] else "second pack, `pack-float.toml`"
        lines.append(f"| `{name}` | {row['bytes']:,} bytes | {row['milliseconds']} ms | {use} |")
    lines += [
        "",
        "Time: one thread of the machine that trained it, a 2-core x86-64, TensorFlow Lite with XNNPACK; not a Raspberry Pi. "
        f"Operations: {', '.join(metrics['operations'])}.",
        "",
        "## Held-out measurements",
        "",
        f"All numbers come from {training['folds']}-fold cross-validation in which no Freesound source is both learned from and "
        "tested on, and neighbouring hours of the forest recordings are held out together. A clip's answer is the mean of "
        "its whole windows (0-3 s and 1.5-4.5 s of 5 s), without windows below -80 dBFS, which hold only rounding noise.",
        "Folds 4 and 5 of ESC-10 were not used for anything.",
        "",
        f"| ESC-10 folds 1-3, {top['clips']} clips | top-1 |",
        "|---|---|",
        f"| int8, the pack's {len(LABELS)} labels | **{percent(top['int8'])}** |",
        f"| float, the pack's {len(LABELS)} labels | {percent(top['float'])} |",
        f"| int8, silent windows counted too | {percent(top['int8, silent windows counted'])} |",
        f"| int8, single 3 s windows | {percent(top['int8, single windows'])} |",
        f"| float, only the ten ESC-10 classes allowed (comparable to published ESC-10 numbers) | {percent(top['ten classes, float'])} |",
        "| for comparison: log-mel statistics + softmax regression, ten classes, 5-fold | 83.9 % |",
        "",
        f"int8 and float name the same label for {percent(top['int8 and float agree'])} of all clips. Expected calibration error of "
        f"single windows: {metrics['calibration error']:.3f}.",
        "",
        "The pack's labels are harder and easier than the ten classes at once: *crying_baby* and *sneezing* are one label, but "
        "every clip may also be called background or bird.",
        "",
        "### Labels",
        "",
        "Reported = highest window score at or above the threshold. False = clips of other labels reported as this one. "
        f"The thresholds were chosen on these same held-out scores (rule: {metrics['threshold rule']}), so recall and false "
        "counts are a little flattering.",
        "",
        "| label | data set classes | clips (sources) | top-1 recall | top-1 precision | threshold | recall when reported | false clips | forest alarms |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for label, row in metrics["labels"].items():
        tail = (
            f"{row['threshold']:.2f} | {percent(row['recall'])} | {row['false clips']} | {row['forest alarms']}"
            if "threshold" in row
            else "never reported | - | - | -"
        )
        lines.append(
            f"| {label} | {classes_behind(label)} | {row['clips']} ({row['sources']}) | {percent(row['top-1 recall'])} | "
            f"{percent(row['top-1 precision'])} | {tail} |"
        )
    saw = metrics["labels"]["chainsaw"]
    lines += [
        "",
        f"Chainsaw: recall {percent(saw['recall'])} at {saw['threshold']:.2f} with {saw['forest alarms']} alarms in the forest recordings "
        f"and {saw['false nature clips']} other nature clips claimed. {saw['sources']} sources only.",
        "",
        "| ESC-10 class | right | clips |",
        "|---|---|---|",
    ]
    lines += [f"| {name} | {row['right']} | {row['clips']} |" for name, row in top["per class"].items()]
    lines += [
        "",
        "### What a score means",
        "",
        "Single windows with any signal, by the score of their top label. Where the right ones are fewer than the mean score "
        "says, the model is too sure of itself there.",
        "",
        "| top score | windows | mean score | top label right |",
        "|---|---|---|---|",
    ]
    lines += [
        f"| {row['from']:.1f}-{row['from'] + 0.1:.1f} | {row['windows']} | {row['mean score']:.2f} | {percent(row['right'])} |"
        for row in metrics["calibration"]
    ]
    lines += [
        "",
        "### False alarms",
        "",
        f"{alarms['recordings']} forest recordings of 10 s, one per hour of one day at one site, {alarms['windows']} windows, each judged by a "
        f"model that had not heard that part of the day: **{alarms['alarms, bird not counted']} alarms** apart from birds (birds do sing in them; "
        f"bird reports: {alarms['alarms']['bird']}). That is {alarms['alarms per day, extrapolated, bird not counted']:.0f} per day extrapolated. "
        f"But four minutes cannot prove a small rate: with none seen, up to {alarms['per day, upper end at 95 % if none was seen']:.0f} per day remain "
        "possible at 95 % confidence. A station should ask for several windows in a row before it wakes anyone, and the "
        "rate on the reserve's own sounds has to be measured there.",
        "",
        "### Same sound, other recorder",
        "",
        f"Share of {same['clips']} clips with the same top label as the untouched file (int8, after storing in 16 bits):",
        "",
        "| condition | same label |",
        "|---|---|",
    ]
    lines += [f"| {name} | {percent(value)} |" for name, value in same.items() if name != "clips"]
    lines += [
        "",
        "### Inputs that are no sound",
        "",
        "| input | top label | score | reported |",
        "|---|---|---|---|",
    ]
    odd = dict(metrics["oddities"])
    generated = odd.pop("generated noise, hum and tones")
    lines += [
        f"| {name} | {row['top']} | {row['score']:.2f} | {', '.join(row['reported']) or 'nothing'} |" for name, row in odd.items()
    ]
    lines += [
        f"| {generated['windows']} windows of generated noise, hum and tones (not those of training) | | | {generated['reported']} |",
        "",
        "A window with NaN or infinite samples must be refused before the front end; the model gives no meaning to it.",
        "",
        "## How it was made",
        "",
        f"{training['steps']} steps of {training['batch']} windows, seed {training['seed']}, {training['weights']:,} weights. The network tells "
        f"{len(FINE_TO_LABEL)} fine classes apart and sums their probabilities into {len(LABELS)} labels inside the graph. Augmentation on mel energies: "
        "playing speed 0.88-1.13, clipping, random start, tilt and bumps of the frequency response, missing treble, mixing "
        "of two sounds in a random ratio, forest or noise behind, level over 65 dB against a noise floor, masked times and "
        f"bands. {metrics['repeatable']}",
        "",
        "## Limits",
        "",
        "- Few sources: chainsaw 13, helicopter 7, engine and train 6, bird 9. The per-class numbers are coarse; a "
        "percent point of a class of 24 clips is a quarter of a clip.",
        "- *insects and crickets* (6 sources, none reported at any useful threshold), *thunderstorm* (3), *wind* (2), *fireworks* (1), *frog* (1), *footsteps* (2), *water_drops* (1) and the farm animals (1-2 each) "
        "are too few to be labels of their own and are background; for insects this was decided after seeing the held-out scores. The station cannot name insects, thunder, wind, frogs, steps or shots with this pack.",
        "- *human* means crying and sneezing; adult speech was not among the openly licensed data. Do not rely on it for people.",
        "- *water* was learned from sea waves only; a stream or a waterfall is untested.",
        "- *bird* means near and clear; distant song in the forest recordings was taught as background.",
        "- Flat white noise was left out of training, since on this data it cannot be told from rain; let the weather sensors "
        "confirm rain. Single clicks (a drop on the housing, a branch) can be taken for fire: ask for several windows.",
        "- *engine* is mostly helicopters. A far car, a boat or a motorcycle is untested. Gunshots are not included: no openly licensed recordings.",
        "- The recordings are close, loud and mostly European or North American. None is from Yunnan.",
        "- The forest recordings are of one day at one site, with one recorder.",
        "",
        "## Data and attribution",
        "",
        "| source | licence | clips |",
        "|---|---|---|",
        f"| ESC-10 folds 1-3 and ESC-50 fold 4 without ESC-10's classes (K. J. Piczak, *ESC: Dataset for Environmental Sound Classification*, 2015, from Freesound) | CC0-1.0 | {sum(c.licence.startswith('CC0') for c in clips)} |",
        f"| the same | CC-BY-3.0, authors below | {sum(c.licence.startswith('CC-BY') for c in clips)} |",
        f"| forest soundscapes and a spinetail, scikit-maad's examples | BSD-3-Clause | {sum(c.licence.startswith('BSD') for c in clips)} |",
        f"| bird chorus of opensoundscape's examples; soundscape of birdnet's tests | MIT | {sum(c.licence.startswith('MIT') for c in clips)} |",
        "",
        "No recording is part of this project. The model was trained on changed copies (cut, resampled, mixed) of these recordings, "
        "used under the Creative Commons Attribution 3.0 licence (https://creativecommons.org/licenses/by/3.0/):",
        "",
        "| author on Freesound | recordings (ESC file names; the middle number is the Freesound id) | licence |",
        "|---|---|---|",
    ]
    authors: dict[str, list[str]] = {}
    for clip in clips:
        if clip.author:
            authors.setdefault(clip.author, []).append(Path(clip.path).name)
    for author in sorted(authors, key=str.lower):
        lines.append(f"| {author} | {', '.join(authors[author])} | CC-BY-3.0 |")
    return "\n".join(lines) + "\n"
