"""Write what ships: int8 ONNX, vocabulary, label sets, relation weights, lemma table.

`python -m training.export CHECKPOINT` reads a checkpoint of `training.train`.
"""

from __future__ import annotations

import argparse
import json
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from fogline.reading.parser.lemmas import Lemmas
from fogline.reading.parser.pieces import CLS, PAD, SEP, UNKNOWN
from training.convert import Document, training_documents
from training.examples import Labels, Settings
from training.network import Network, base_weights, with_one
from training.train import sizes_of

OUTPUTS = ("upos", "xpos", "start", "names", "arc", "word", "head", "heard")
ONE_OFFS = frozenset({"NNP", "NNPS", "CD", "ADD", "FW", "GW", "SYM", "LS", "NFP", "UH"})
TWINS = {"VBD": "VBN", "VBN": "VBD", "VB": "VBP", "VBP": "VB"}


class SmallEmbedding(nn.Module):
    """An embedding table of int8 numbers with one scale a row."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, numbers: Tensor) -> Tensor:
        """Rows of the table as float32."""
        return self.table[numbers].float() * self.scale[numbers]


class Shipped(nn.Module):
    """The network as it ships: tags decided inside, words gathered by flat place."""

    def __init__(self, network: Network, kept: Tensor) -> None:
        super().__init__()
        self.network = network
        network.encoder.words = SmallEmbedding(network.encoder.words.weight.detach()[kept])

    def forward(self, pieces: Tensor, shapes: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """pieces, shapes [windows, pieces]; first [windows, words], flat over windows * pieces."""
        net = self.network
        x, middle = (v.reshape(-1, v.shape[-1])[first] for v in net.encoder(pieces, shapes))
        heads = torch.cat([net.root.expand(x.shape[0], 1, -1), x], 1)
        arc = with_one(net.arc_word(x)) @ net.arc @ net.arc_head(heads).transpose(1, 2)
        return (
            net.tags["upos"](x).argmax(-1).to(torch.int32),
            net.tags["xpos"](x).argmax(-1).to(torch.int32),
            net.tags["start"](x).squeeze(-1),
            net.tags["names"](x),
            arc,
            with_one(net.label_word(x)),
            with_one(net.label_head(heads)),
            net.heard(x, middle),
        )


class Relations(nn.Module):
    """The scorer of relations, run once the heads are decided; its weights are stored as fp16."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.register_buffer("table", network.label.detach().half().flatten(1))

    def forward(self, word: Tensor, head: Tensor) -> Tensor:
        """Scores [words, relations] of each word's vector [words, label + 1] with its head's."""
        wide = (word @ self.table.float()).reshape(word.shape[0], -1, head.shape[-1])
        return (wide @ head[..., None]).squeeze(-1)


def load_network(checkpoint: Path) -> tuple[Network, Labels, Settings]:
    """Network, labels and settings of a checkpoint, ready to evaluate."""
    state: dict[str, Any] = torch.load(checkpoint, weights_only=False)
    labels = Labels(**{kind: tuple(found) for kind, found in state["labels"].items()})
    network = Network(sizes_of(state["settings"], labels))
    network.load_state_dict(state["network"])
    return network.eval(), labels, state["settings"]


def kept_pieces(vocabulary: list[str], most: int) -> list[int]:
    """Numbers of the pieces that stay: special ones, then the most frequent of English text.

    The base vocabulary stands in order of frequency.
    """
    special = [vocabulary.index(piece) for piece in (PAD, UNKNOWN, CLS, SEP)]
    wanted = [
        n
        for n, piece in enumerate(vocabulary)
        if not (piece.startswith("[") and piece.endswith("]") and len(piece) > 2) and typed(piece)
    ]
    return special + sorted(wanted)[: most - len(special)]


def typed(piece: str) -> bool:
    """Whether a piece is of signs that English text holds: ASCII and common typography."""
    return all(ord(c) < 0x250 or 0x2010 <= ord(c) <= 0x20BF or c in "\u2122" for c in piece)


def write_onnx(network: Network, kept: list[int], path: Path) -> None:
    """Export with free batch, piece and word axes; float32 except for the embedding table."""
    shipped = Shipped(network, torch.tensor(kept)).eval()
    pieces = torch.randint(4, 1000, (2, 9))
    first = torch.tensor([[1, 2, 4, 5], [10, 12, 13, 14]])
    axes = {key: {0: "windows", 1: "pieces"} for key in ("pieces", "shapes")}
    axes |= {key: {0: "windows", 1: "words"} for key in ("first", *OUTPUTS)}
    names = (("pieces", "shapes", "first"), OUTPUTS)
    export(shipped, (pieces, torch.full_like(pieces, 3), first), names, axes, path)


def write_relations(network: Network, path: Path) -> None:
    """Export the scorer of relations with a free number of words."""
    vectors = torch.randn(5, network.sizes.label + 1)
    axes = {key: {0: "words"} for key in ("word", "head", "scores")}
    names = (("word", "head"), ("scores",))
    export(Relations(network).eval(), (vectors, vectors), names, axes, path)


def export(
    module: nn.Module,
    inputs: tuple[Tensor, ...],
    names: tuple[Sequence[str], Sequence[str]],
    axes: dict[str, dict[int, str]],
    path: Path,
) -> None:
    """One torch module as an ONNX file; `names` of the inputs and the outputs, `axes` the free."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            module,
            inputs,
            str(path),
            input_names=list(names[0]),
            output_names=list(names[1]),
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
            do_constant_folding=not isinstance(module, Relations),  # it would widen the fp16
        )


def quantised(source: Path, target: Path, *, heads: bool, also: Sequence[str] = ()) -> None:
    """int8 weights with one scale a column for the encoder's products; all heads if asked, and
    `also` those with such a word in their name.
    """
    graph = onnx.load(source).graph
    kept = ("/layers.", *also)
    spared = [
        n.name
        for n in graph.node
        if n.op_type == "MatMul" and not any(word in n.name for word in kept)
    ]
    quantize_dynamic(
        source,
        target,
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        reduce_range=True,  # 7 bits: processors without VNNI saturate on 8
        weight_type=QuantType.QInt8,
        nodes_to_exclude=[] if heads else spared,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},
    )


def lemma_table(documents: list[Document]) -> list[tuple[str, str, str]]:
    """(form, tag, lemma) wherever the treebanks' usual lemma differs from the rules' guess."""
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    guessed: Counter[tuple[str, str]] = Counter()
    rules = Lemmas({})
    words = [w for d in documents for s in d.sentences if s.parsed for w in s.words]
    for word in words:
        key = (word.form.lower(), word.xpos)
        seen[key][word.lemma] += 1
        guessed[key] += rules.of(word.form, word.upos, word.xpos) == word.lemma
    table = {}
    for key, lemmas in seen.items():
        lemma, count = lemmas.most_common(1)[0]
        if count > guessed[key] and kept_lemma(key, lemma, count):
            table[key] = lemma
    for base, past, participle in irregular_verbs():
        table[past, "VBD"] = table[participle, "VBN"] = base
    for (form, tag), lemma in list(table.items()):
        twin = (form, TWINS.get(tag, tag))
        if twin not in seen:
            table[twin] = lemma
    return sorted((form, tag, lemma) for (form, tag), lemma in table.items())


def irregular_verbs() -> Iterator[tuple[str, str, str]]:
    """Base, past and participle of verbs that news has and the treebanks may lack."""
    for line in Path(__file__).with_name("irregular.txt").read_text("utf-8").splitlines():
        base, past, participle = line.split()
        yield base, past, participle


def kept_lemma(key: tuple[str, str], lemma: str, count: int) -> bool:
    """Whether an exception is worth shipping: not a one-off of names, numbers or slips."""
    rare = count < 2 and key[1] in ONE_OFFS
    return lemma not in ("", "_") and not rare and "\t" not in lemma


def main() -> None:
    """Write every file of the shipped model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--pieces", type=int, default=25_000, help="word pieces to keep")
    parser.add_argument("--int8-heads", action="store_true")
    parser.add_argument("--to", type=Path)
    chosen = parser.parse_args()
    network, labels, settings = load_network(chosen.checkpoint)
    target = chosen.to or Path(settings["paths"]["model"])
    target.mkdir(parents=True, exist_ok=True)
    vocabulary = (base_weights(settings["encoder"]["package"]) / "vocab.txt").read_text("utf-8")
    pieces = vocabulary.rstrip("\n").split("\n")
    kept = kept_pieces(pieces, chosen.pieces)
    (target / "vocabulary.txt").write_text("\n".join(pieces[n] for n in kept) + "\n", "utf-8")
    write_relations(network, target / "relations.onnx")
    draft = chosen.checkpoint.with_suffix(".onnx")
    write_onnx(network, kept, draft)
    quantised(draft, target / "network.onnx", heads=chosen.int8_heads, also=("/claims/",))
    sets = {kind: getattr(labels, kind) for kind in ("upos", "xpos", "deprel", "names")}
    (target / "labels.json").write_text(json.dumps(sets, indent=1) + "\n", "utf-8")
    table = lemma_table(training_documents(Path(settings["paths"]["data"])))
    (target / "lemmas.tsv").write_text("".join("\t".join(row) + "\n" for row in table), "utf-8")
    for path in sorted(target.iterdir()):
        print(f"{path.stat().st_size:>12,} {path.name}")


if __name__ == "__main__":
    main()
