"""The network has a node for each thing and an edge for each relation."""

from __future__ import annotations

from graphkit.graph import Graph

ID = "https://w3id.org/graphkit/id/"


def test_nodes_carry_label_kind_and_code(graph: Graph) -> None:
    network = graph.to_networkx(language="kk")
    assert network.nodes[f"{ID}country/KZ"] == {
        "kind": "Country",
        "label": "Қазақстан",
        "notation": "KZ",
    }
    assert network.nodes[f"{ID}body/gb/appg-central-asia"]["kind"] == "AllPartyGroup"


def test_edges_carry_how_sure_and_how_often(graph: Graph) -> None:
    network = graph.to_networkx()
    post = f"{ID}post/kz/minister-of-foreign-affairs"
    edge = network.edges[f"{ID}person/ermek-kosherbaev", post, "org:holds"]
    assert (edge["confidence"], edge["evidence"]) == (0.9, 3)
    built_in = network.edges[
        f"{ID}body/gb/house-of-commons", f"{ID}body/gb/parliament", "org:subOrganizationOf"
    ]
    assert built_in["evidence"] == 0
