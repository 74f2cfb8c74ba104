//! Children that the target wants inside a wrapper: `copyright-statement` in `permissions`, `journal-title` in
//! `journal-title-group`, `grant-num` in `funding-group` …

use super::{Converter, mentions};
use crate::jats::grammar::Model;
use crate::report::Effect;
use crate::tree::{Element, Node};

/// A wrapper, what belongs into it, and whether there is one for all of them.
struct Wrapper {
    name: &'static str,
    members: &'static [&'static str],
    /// What is a member under another name where it has no place of its own: it becomes the first of the members.
    near: &'static [&'static str],
    is_single: bool,
}

const WRAPPERS: &[Wrapper] = &[
    Wrapper {
        name: "permissions",
        members: &[
            "copyright-statement",
            "copyright-year",
            "copyright-holder",
            "license",
        ],
        near: &[],
        is_single: true,
    },
    Wrapper {
        name: "journal-title-group",
        members: &[
            "journal-title",
            "journal-subtitle",
            "abbrev-journal-title",
            "trans-title-group",
        ],
        near: &[],
        is_single: true,
    },
    Wrapper {
        name: "trans-title-group",
        members: &["trans-title", "trans-subtitle"],
        near: &[],
        is_single: false,
    },
    Wrapper {
        name: "title-group",
        members: &["article-title", "subtitle", "alt-title"],
        near: &[],
        is_single: true,
    },
    Wrapper {
        name: "article-categories",
        members: &["subj-group", "series-title", "series-text"],
        near: &[],
        is_single: true,
    },
    Wrapper {
        name: "contrib-group",
        members: &["contrib"],
        near: &[],
        is_single: false,
    },
    Wrapper {
        name: "kwd-group",
        members: &["kwd", "compound-kwd"],
        near: &[],
        is_single: false,
    },
    Wrapper {
        name: "history",
        members: &["date"],
        near: &[],
        is_single: true,
    },
    Wrapper {
        name: "custom-meta-group",
        members: &["custom-meta"],
        near: &[],
        is_single: true,
    },
    Wrapper {
        name: "app-group",
        members: &["app"],
        near: &["fn-group", "notes", "sec", "bio"],
        is_single: false,
    },
    Wrapper {
        name: "fn-group",
        members: &["fn"],
        near: &[],
        is_single: false,
    },
    Wrapper {
        name: "ref-list",
        members: &["ref"],
        near: &[],
        is_single: false,
    },
];

/// Who paid, in NLM 2.x, and the number of what was paid.
const FUNDING: [(&str, &str); 4] = [
    ("contract-sponsor", "funding-source"),
    ("grant-sponsor", "funding-source"),
    ("contract-num", "award-id"),
    ("grant-num", "award-id"),
];

impl Converter<'_> {
    /// Puts children that can stand only in a wrapper into one.
    pub(super) fn gather(&mut self, element: &mut Element, model: &Model) {
        for wrapper in WRAPPERS {
            if model.mentions(wrapper.name) {
                self.rename_near(element, wrapper, model);
                let belongs = |node: &Node| is_one_of(node, wrapper.members, model);
                if element.content.iter().any(belongs) {
                    gather(element, wrapper, belongs);
                    let name = wrapper.name;
                    let detail = format!("into `{name}`: what stands there in the target");
                    self.note("jats.moved", detail);
                }
            }
        }
        if model.mentions("funding-group") {
            self.gather_funding(element, model);
        }
    }

    /// Groups of contributors without a contributor, where the target wants one: affiliations and the like stand alone.
    pub(super) fn scatter(&mut self, element: &mut Element, model: &Model) {
        let wants = self.dtd.declaration("contrib-group");
        let wants = wants.is_some_and(|group| group.model.fit(&[]).is_err());
        let opens = |group: &Element| {
            group.is("contrib-group")
                && group.child("contrib").is_none()
                && group.elements().any(|child| mentions(model, child))
                && !crate::jats::validity::has_text(group)
        };
        if !wants || !element.elements().any(opens) {
            return;
        }
        let mut content = Vec::with_capacity(element.content.len());
        for node in std::mem::take(&mut *element.content) {
            match node {
                Node::Element(group) if opens(&group) => {
                    let detail = "`contrib-group` without `contrib` is what it holds".to_owned();
                    self.say("jats.element", Effect::Flattened, detail);
                    self.lose(&group, group.attrs.iter());
                    content.extend(group.content);
                }
                other => content.push(other),
            }
        }
        element.content = content.into();
    }

    fn rename_near(&mut self, element: &mut Element, wrapper: &Wrapper, model: &Model) {
        let Some(member) = wrapper.members.first() else {
            return;
        };
        for node in &mut element.content {
            if is_one_of(node, wrapper.near, model)
                && let Node::Element(child) = node
            {
                let detail = format!("`{}` is `{member}`", child.name);
                self.say("jats.element", Effect::Approximated, detail);
                child.name = (*member).into();
            }
        }
    }

    /// NLM 2.x has sponsors and numbers beside one another: a number belongs to the sponsor before it.
    fn gather_funding(&mut self, element: &mut Element, model: &Model) {
        let mut groups: Vec<Node> = Vec::new();
        let mut content = Vec::new();
        let mut at = None;
        for node in std::mem::take(&mut element.content) {
            match node {
                Node::Element(mut child)
                    if new_name(&child).is_some() && !mentions(model, &child) =>
                {
                    let name = new_name(&child).unwrap_or_default();
                    child.name = name.into();
                    at.get_or_insert(content.len());
                    match groups.last_mut() {
                        Some(Node::Element(group))
                            if name == "award-id" && group.child("award-id").is_none() =>
                        {
                            group.content.push(Node::Element(child));
                        }
                        _ => groups.push(with("award-group", vec![Node::Element(child)])),
                    }
                }
                other => content.push(other),
            }
        }
        element.content = content.into();
        if let Some(at) = at {
            let at = at.min(element.content.len());
            element.content.insert(at, with("funding-group", groups));
            self.note(
                "jats.moved",
                "sponsors and numbers into `funding-group`".to_owned(),
            );
        }
    }
}

/// True for an element of one of these names that the model has no place for.
fn is_one_of(node: &Node, names: &[&str], model: &Model) -> bool {
    match node {
        Node::Element(e) => e
            .jats()
            .is_some_and(|name| names.contains(&name) && !model.mentions(name)),
        _ => false,
    }
}

fn new_name(element: &Element) -> Option<&'static str> {
    let name = element.jats()?;
    let row = FUNDING.iter().find(|(old, _)| *old == name)?;
    Some(row.1)
}

fn with(name: &'static str, content: Vec<Node>) -> Node {
    Node::Element(Element {
        content: content.into(),
        ..Element::new(name)
    })
}

/// Puts the members into a wrapper where the first of them stands: into the one that is there, when there is one for all.
fn gather(element: &mut Element, wrapper: &Wrapper, belongs: impl Fn(&Node) -> bool) {
    let is_wrapper = |node: &Node| matches!(node, Node::Element(e) if e.is(wrapper.name));
    let is_there = wrapper.is_single && element.content.iter().any(is_wrapper);
    let mut content: Vec<Node> = Vec::with_capacity(element.content.len());
    let mut members = Vec::new();
    let mut open = None;
    for node in std::mem::take(&mut element.content) {
        if !belongs(&node) {
            // A run of members ends at another element.
            if !wrapper.is_single && matches!(node, Node::Element(_)) {
                open = None;
            }
            content.push(node);
        } else if is_there {
            members.push(node);
        } else if let Some(Node::Element(group)) = open.and_then(|at: usize| content.get_mut(at)) {
            group.content.push(node);
        } else {
            open = Some(content.len());
            content.push(with(wrapper.name, vec![node]));
        }
    }
    let group = content.iter_mut().find_map(|node| match node {
        Node::Element(e) if e.is(wrapper.name) => Some(e),
        _ => None,
    });
    if let Some(group) = group {
        group.content.append(&mut members);
    }
    element.content = content.into();
}
