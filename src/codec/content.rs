//! Free content: running text, blocks, and their mixture.

use super::cals;
use super::slots::{RestField, Typed, each};
use crate::model::Visitor;
use crate::model::extra::{Carried, Extra, Foreign, ForeignElement};
use crate::model::{
    Back, Block, Children, Citation, CitationForm, Datum, DatumKind, Emphasis, EmphasisKind, Flow,
    Grid, Inline, Nested, Other,
};
use crate::tree::{Element, Node, ns};

impl RestField for Vec<Inline> {
    fn read(nodes: Vec<Node>) -> Self {
        each(nodes, inline)
    }

    fn write(&self, out: &mut Vec<Node>) {
        out.extend(self.iter().map(inline_node));
    }

    fn fits(&self, left: usize) -> bool {
        self.iter().all(|inline| inline_fits(inline, left))
    }

    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        for inline in self {
            walk_inline(inline, visitor);
        }
    }
}

impl RestField for Vec<Flow> {
    fn read(nodes: Vec<Node>) -> Self {
        each(nodes, flow)
    }

    fn write(&self, out: &mut Vec<Node>) {
        out.extend(self.iter().map(|flow| match flow {
            Flow::Inline(inline) => inline_node(inline),
            Flow::Block(block) => block_node(block),
        }));
    }

    fn fits(&self, left: usize) -> bool {
        self.iter().all(|flow| match flow {
            Flow::Inline(inline) => inline_fits(inline, left),
            Flow::Block(block) => block_fits(block, left),
        })
    }

    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        for flow in self {
            match flow {
                Flow::Inline(inline) => walk_inline(inline, visitor),
                Flow::Block(block) => walk_block(block, visitor),
            }
        }
    }
}

impl RestField for Vec<Block> {
    fn read(nodes: Vec<Node>) -> Self {
        each(nodes, block)
    }

    fn write(&self, out: &mut Vec<Node>) {
        out.extend(self.iter().map(block_node));
    }

    fn fits(&self, left: usize) -> bool {
        self.iter().all(|block| block_fits(block, left))
    }

    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        for block in self {
            walk_block(block, visitor);
        }
    }
}

impl RestField for Vec<Back> {
    fn read(nodes: Vec<Node>) -> Self {
        each(nodes, |node| match node {
            Node::Comment(text) => Back::Comment(text),
            Node::Instruction(instruction) => Back::Instruction(Nested::new(instruction)),
            Node::Text(text) => Back::Foreign(Nested::new(Foreign::Text(text))),
            Node::Element(element) => Back::of_element(element)
                .unwrap_or_else(|e| Back::Foreign(Nested::new(Foreign::Element(e)))),
        })
    }

    fn write(&self, out: &mut Vec<Node>) {
        out.extend(self.iter().map(|back| {
            match back {
                Back::Comment(text) => Node::Comment(text.clone()),
                Back::Instruction(instruction) => Node::Instruction((**instruction).clone()),
                Back::Foreign(node) => (**node).clone(),
                known => known
                    .to_element()
                    .map_or_else(|| Node::Text(String::new()), Node::Element),
            }
        }));
    }

    fn fits(&self, left: usize) -> bool {
        self.iter().all(|back| match back {
            Back::Foreign(node) => foreign_fits(node, left),
            known => known.element_fits(left),
        })
    }

    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        for back in self {
            if visitor.back(back) {
                back.walk_element(visitor);
            }
        }
    }
}

fn inline(node: Node) -> Inline {
    match node {
        Node::Text(text) => Inline::Text(text),
        Node::Comment(text) => Inline::Comment(text),
        Node::Instruction(instruction) => Inline::Instruction(Nested::new(instruction)),
        Node::Element(element) => {
            known_inline(element).unwrap_or_else(|e| Inline::Other(Nested::new(other(e))))
        }
    }
}

fn flow(node: Node) -> Flow {
    let element = match node {
        Node::Element(element) => element,
        leaf => return Flow::Inline(inline(leaf)),
    };
    match known_inline(element).map(Flow::Inline) {
        Ok(inline) => inline,
        Err(element) => match known_block(element) {
            Ok(block) => Flow::Block(block),
            Err(element) => Flow::Inline(Inline::Other(Nested::new(other(element)))),
        },
    }
}

fn block(node: Node) -> Block {
    match node {
        Node::Comment(text) => Block::Comment(text),
        Node::Instruction(instruction) => Block::Instruction(Nested::new(instruction)),
        Node::Text(text) => Block::Foreign(Nested::new(Foreign::Text(text))),
        Node::Element(element) => known_block(element)
            .unwrap_or_else(|e| Block::Foreign(Nested::new(Foreign::Element(e)))),
    }
}

/// The block of an element that the model has a type for; else the element.
fn known_block(element: Element) -> Result<Block, Element> {
    match cals::unify(element) {
        Ok((table, namespace)) => {
            let mut grid = Grid::read(table);
            grid.cals = Some(namespace);
            Ok(Block::Grid(Nested::new(grid)))
        }
        Err(element) => Block::of_element(element),
    }
}

/// The inline of an element that the model has a type for; else the element.
fn known_inline(element: Element) -> Result<Inline, Element> {
    if element.name == "math" && element.namespace.as_deref() == Some(ns::MATHML) {
        return Ok(Inline::Math(Nested::new(element)));
    }
    let element = match Inline::of_element(element) {
        Ok(inline) => return Ok(inline),
        Err(element) => element,
    };
    let Some(name) = element.usual_name() else {
        return Err(element);
    };
    if let Some(kind) = EmphasisKind::from_element(&name) {
        let (content, extra) = content_and_attrs(element);
        return Ok(Inline::Emphasis(Nested::new(Emphasis {
            kind,
            content,
            extra,
        })));
    }
    if let Some(kind) = DatumKind::from_element(&name) {
        let (content, extra) = content_and_attrs(element);
        let mut datum = Datum::new(kind, "");
        datum.content = content;
        datum.extra = extra;
        return Ok(Inline::Datum(Nested::new(datum)));
    }
    match CitationForm::from_element(&name) {
        Some(form) => Ok(Inline::Citation(Nested::new(citation(form, element)))),
        None => Err(element),
    }
}

fn content_and_attrs(element: Element) -> (Vec<Inline>, Extra) {
    let extra = Extra::from(Carried {
        attrs: element.attrs,
        ..Carried::default()
    });
    (RestField::read(element.content.into_inner()), extra)
}

fn citation(form: CitationForm, element: Element) -> Citation {
    let parts = crate::model::CitationParts::read(element);
    Citation {
        form,
        id: parts.id,
        kind: parts.kind,
        parts: parts.parts,
        extra: parts.extra,
    }
}

fn other(element: Element) -> Other {
    Other {
        namespace: element.namespace,
        name: element.name,
        attrs: element.attrs,
        content: RestField::read(element.content.into_inner()),
    }
}

/// The node of a piece of running text.
pub(crate) fn inline_node(inline: &Inline) -> Node {
    match inline {
        Inline::Text(text) => Node::Text(text.clone()),
        Inline::Comment(text) => Node::Comment(text.clone()),
        Inline::Instruction(instruction) => Node::Instruction((**instruction).clone()),
        Inline::Emphasis(emphasis) => {
            named(emphasis.kind.element(), &emphasis.content, &emphasis.extra)
        }
        Inline::Datum(datum) => named(datum.kind.element(), &datum.content, &datum.extra),
        Inline::Citation(citation) => Node::Element(citation_element(citation)),
        Inline::Math(math) => Node::Element((**math).clone()),
        Inline::Other(other) => Node::Element(other_element(other)),
        known => known
            .to_element()
            .map_or_else(|| Node::Text(String::new()), Node::Element),
    }
}

/// An element whose name its kind decides.
fn named(name: &'static str, content: &Vec<Inline>, extra: &Extra) -> Node {
    let mut out = super::slots::Builder::new(name);
    RestField::write(content, out.content());
    Node::Element(out.finish(extra))
}

fn citation_element(citation: &Citation) -> Element {
    let mut out = super::slots::Builder::new(citation.form.element());
    out.attr("id", citation.id.as_deref());
    out.attr("publication-type", citation.kind.as_deref());
    RestField::write(&citation.parts, out.content());
    out.finish(&citation.extra)
}

fn other_element(other: &Other) -> Element {
    let mut element = ForeignElement {
        namespace: other.namespace.clone(),
        name: other.name.clone(),
        attrs: other.attrs.clone(),
        content: Children::new(),
    };
    RestField::write(&other.content, &mut element.content);
    element
}

/// The node of a block.
pub(crate) fn block_node(block: &Block) -> Node {
    match block {
        Block::Comment(text) => Node::Comment(text.clone()),
        Block::Instruction(instruction) => Node::Instruction((**instruction).clone()),
        Block::Foreign(node) => (**node).clone(),
        Block::Grid(grid) => Node::Element(cals::written(grid, grid.write("table"))),
        known => known
            .to_element()
            .map_or_else(|| Node::Text(String::new()), Node::Element),
    }
}

fn inline_fits(inline: &Inline, left: usize) -> bool {
    let Some(inside) = left.checked_sub(1) else {
        return matches!(
            inline,
            Inline::Text(_) | Inline::Comment(_) | Inline::Instruction(_)
        );
    };
    match inline {
        Inline::Emphasis(e) => e.content.fits(inside) && e.extra.fits(inside),
        Inline::Datum(d) => d.content.fits(inside) && d.extra.fits(inside),
        Inline::Citation(c) => c.parts.fits(inside) && c.extra.fits(inside),
        Inline::Other(o) => o.content.fits(inside),
        Inline::Math(math) => element_fits(math, left),
        known => known.element_fits(left),
    }
}

fn walk_inline<'a>(inline: &'a Inline, visitor: &mut dyn Visitor<'a>) {
    if !visitor.inline(inline) {
        return;
    }
    match inline {
        Inline::Emphasis(emphasis) => emphasis.content.walk(visitor),
        Inline::Datum(datum) => datum.content.walk(visitor),
        Inline::Citation(citation) => citation.parts.walk(visitor),
        Inline::Other(other) => other.content.walk(visitor),
        known => known.walk_element(visitor),
    }
}

fn walk_block<'a>(block: &'a Block, visitor: &mut dyn Visitor<'a>) {
    if visitor.block(block) {
        block.walk_element(visitor);
    }
}

fn block_fits(block: &Block, left: usize) -> bool {
    match block {
        Block::Foreign(node) => foreign_fits(node, left),
        known => known.element_fits(left),
    }
}

fn foreign_fits(node: &Foreign, left: usize) -> bool {
    match node {
        Foreign::Element(element) => element_fits(element, left),
        _ => true,
    }
}

fn element_fits(element: &Element, left: usize) -> bool {
    left.checked_sub(1).is_some_and(|inside| {
        element
            .content
            .iter()
            .all(|node| foreign_fits(node, inside))
    })
}

impl Extra {
    /// True when what it holds nests at most `left` elements.
    pub(crate) fn fits(&self, left: usize) -> bool {
        self.nodes
            .iter()
            .all(|placed| foreign_fits(&placed.node, left))
    }
}
