from secondunit.adapters.formats.fdx.tree import Node


def test_a_node_gives_its_children_by_name_and_its_paragraphs_as_rows() -> None:
    rows = [
        Node("Paragraph", {}, children=[Node("Text", {}, "One "), Node("Text", {}, "row.")]),
        Node("Paragraph", {}),
        Node("Paragraph", {}, children=[Node("Text", {}, "Another.")]),
    ]
    node = Node("Alt", {"Id": "8"}, children=[*rows, Node("Odd", {})])
    assert node.text == "One row.\nAnother."
    assert len(node.each("Paragraph")) == 3
    assert node.first("Odd").name == "Odd"
    assert node.first("None").children == []
