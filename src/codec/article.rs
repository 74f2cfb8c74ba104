//! The article and its parts: what stands under `article`, `sub-article` and `response`.

use super::front::{read_front, read_meta, write_front, write_meta};
use super::slots::{Builder, ChildField, Rank, RestField, Slots, Typed};
use crate::model::extra::Extra;
use crate::model::{Article, Lang, Visitor, Wrapper};
use crate::tree::{Element, Node};

impl Typed for Article {
    fn read(element: Element) -> Self {
        let is_part = !element.is("article");
        let mut article = Self::default();
        let mut slots = Slots::new(element);
        article.kind = slots.attr("article-type");
        article.id = slots.attr("id");
        article.lang = slots.attr("xml:lang").map(Lang::from);
        article.processing = ChildField::take(&mut slots, &["processing-meta"], Rank::Head);
        if let Some(front) = slots.take_if(&["front"], Rank::Head, |_| true) {
            read_front(&mut article, front);
            if is_part {
                article.wrappers.entry(Wrapper::Front).or_default();
            }
        } else if let Some(stub) = slots.take_if(&["front-stub"], Rank::Head, |_| true) {
            read_meta(&mut article, Wrapper::FrontStub, stub);
            if !is_part {
                article.wrappers.entry(Wrapper::FrontStub).or_default();
            }
        }
        article.body = ChildField::take(&mut slots, &["body"], Rank::Head);
        if let Some(back) = slots.take_if(&["back"], Rank::Head, |_| true) {
            read_back(&mut article, back);
        }
        article.floats = ChildField::take(&mut slots, &["floats-group"], Rank::Head);
        if article.floats.is_none()
            && let Some(wrap) = slots.take_if(&["floats-wrap"], Rank::Head, |_| true)
        {
            article.floats = Some(Typed::read(wrap));
            article.wrappers.entry(Wrapper::FloatsWrap).or_default();
        }
        article.parts = ChildField::take(&mut slots, &["sub-article", "response"], Rank::Head);
        article.extra = slots.finish();
        article
    }

    fn write(&self, name: &'static str) -> Element {
        let mut out = Builder::new(name);
        out.attr("article-type", self.kind.as_deref());
        out.attr("id", self.id.as_deref());
        out.attr("xml:lang", self.lang.as_ref().map(Lang::as_str));
        let has = |wrapper| self.wrappers.contains_key(&wrapper);
        self.processing.put(&mut out, &["processing-meta"]);
        let is_stub = has(Wrapper::FrontStub) || (name != "article" && !has(Wrapper::Front));
        let front = if is_stub {
            write_meta(self, Wrapper::FrontStub)
        } else {
            write_front(self)
        };
        out.push_some(front);
        self.body.put(&mut out, &["body"]);
        out.push_some(write_back(self));
        let floats = if has(Wrapper::FloatsWrap) {
            "floats-wrap"
        } else {
            "floats-group"
        };
        self.floats.put(&mut out, &[floats]);
        self.parts.put(&mut out, &["sub-article", "response"]);
        out.finish(&self.extra)
    }

    fn fits(&self, left: usize) -> bool {
        // The article, its front, the metadata and the categories or titles in it.
        let Some(inside) = left.checked_sub(4) else {
            return false;
        };
        super::front::fits(self, inside)
            && self.processing.fits(left - 1)
            && self.body.fits(left - 1)
            && RestField::fits(&self.back, left - 2)
            && self.floats.fits(left - 1)
            && self.parts.fits(left - 1)
            && self.extra.fits(left - 1)
            && self.wrappers.values().all(|extra| extra.fits(inside))
    }

    fn walk<'a>(&'a self, visitor: &mut dyn Visitor<'a>) {
        super::front::walk(self, visitor);
        self.processing.walk(visitor);
        self.body.walk(visitor);
        RestField::walk(&self.back, visitor);
        self.floats.walk(visitor);
        self.parts.walk(visitor);
    }
}

/// Its fields are read by hand, so no table has them.
#[cfg(any(test, feature = "proptest"))]
impl crate::model::mapping::Described for Article {
    const FIELDS: &'static [crate::model::mapping::Field] = &[];
}

fn read_back(article: &mut Article, element: Element) {
    let is_empty = element.attrs.is_empty() && element.content.is_empty();
    let mut slots = Slots::new(element);
    article.back = RestField::read(slots.rest());
    keep_wrapper(article, Wrapper::Back, slots.finish(), is_empty);
}

fn write_back(article: &Article) -> Option<Element> {
    let mut out = Builder::new("back");
    RestField::write(&article.back, out.content());
    finish_wrapper(article, Wrapper::Back, out)
}

/// Remembers what a wrapper holds beyond its typed content. One that holds nothing at all is remembered too: it is written
/// only because it was there.
pub(super) fn keep_wrapper(article: &mut Article, wrapper: Wrapper, extra: Extra, is_empty: bool) {
    if is_empty || !extra.is_empty() {
        article.wrappers.insert(wrapper, extra);
    }
}

/// The wrapper's element; `None` when it would be empty and was not there.
pub(super) fn finish_wrapper(article: &Article, wrapper: Wrapper, out: Builder) -> Option<Element> {
    let kept = article.wrappers.get(&wrapper);
    let element = match kept {
        Some(extra) => out.finish(extra),
        None => out.finish(&Extra::default()),
    };
    let holds_something = !element
        .content
        .iter()
        .all(|node| matches!(node, Node::Text(t) if t.is_empty()))
        || !element.attrs.is_empty();
    (holds_something || kept.is_some()).then_some(element)
}
