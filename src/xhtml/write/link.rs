//! Links: references within the article, and addresses that are safe to follow.

use crate::present::Shown;
use crate::tree::{Element, Node, ns};
use crate::xhtml::{BACK, OPS, mark};

use super::Writer;
use super::element::{Context, retag};

/// What an element links to.
#[derive(Debug)]
pub(super) struct Link {
    href: String,
    role: Option<(&'static str, &'static str)>,
    /// Whether the address is ours and not the article's to the letter.
    is_derived: bool,
}

impl Link {
    /// Makes the element the link.
    pub(super) fn on(self, out: &mut Element) {
        retag(out, "a");
        out.set("href", self.href);
        if let Some((role, epub_type)) = self.role {
            out.set("role", role);
            out.set_ns(Some(OPS), "type", epub_type);
        }
        if self.is_derived {
            out.set(mark::LINK, "derived");
        }
    }

    /// The id of the note that it calls.
    fn note(&self) -> Option<&str> {
        self.role.filter(|(role, _)| *role == NOTE)?;
        self.href.strip_prefix('#')
    }
}

/// The role of a link that calls a note.
const NOTE: &str = "doc-noteref";

impl<'a> Writer<'a, '_> {
    /// Makes the element the link. The first call of a note gets an id, so that the note can lead back to it.
    pub(super) fn link_on(&mut self, link: Link, out: &mut Element) {
        let note = link.note().map(str::to_owned);
        link.on(out);
        if let Some(note) = note.filter(|note| !self.calls.contains_key(note)) {
            let known = out.attr("id").map(str::to_owned);
            let id = known.unwrap_or_else(|| {
                let own = self.ids.own("c");
                out.set("id", own.clone());
                own
            });
            self.calls.insert(note, id);
        }
    }

    /// The way back from a note to where it is called, in its last paragraph; ours, and no part of the article.
    pub(super) fn link_back(&self, out: &mut Element) {
        let call = out.attr("id").and_then(|id| self.calls.get(id));
        let Some(call) = call.filter(|_| out.name == "aside") else {
            return;
        };
        let mut back = crate::xhtml::html("a")
            .with("href", format!("#{call}"))
            .with("role", "doc-backlink")
            .with(mark::GEN, BACK)
            .holding(vec![Node::Text("↩".to_owned())]);
        back.set_ns(Some(OPS), "type", "backlink");
        let last = out.content.iter_mut().rev().find_map(|node| match node {
            Node::Element(element) => Some(element),
            _ => None,
        });
        let place = match last {
            Some(last) if last.name == "p" && last.attr("hidden").is_none() => &mut last.content,
            _ => &mut out.content,
        };
        place.push(Node::Element(back));
    }

    /// What an element links to, where it stands.
    pub(super) fn link(&mut self, shown: &Shown<'a>, context: Context<'a>) -> Option<Link> {
        let element = shown.element;
        if context.slot.is_some() {
            return None;
        }
        let link = match element.jats()? {
            "xref" => self.reference(element),
            "ext-link"
            | "uri"
            | "self-uri"
            | "related-article"
            | "related-object"
            | "inline-supplementary-material" => self.address(element),
            "email" => mail(element),
            "contrib-id" | "institution-id" => identity(element),
            "pub-id" | "article-id" if element.attr("pub-id-type") == Some("doi") => doi(element),
            _ => None,
        };
        link.filter(|_| !context.in_link)
    }

    /// A reference to an element of the article: the first of its targets that is there.
    fn reference(&mut self, element: &Element) -> Option<Link> {
        let rids = element.attr("rid")?;
        let Some(id) = rids
            .split_ascii_whitespace()
            .find_map(|rid| self.ids.target(rid))
        else {
            let detail = format!(
                "no element has the id of the reference to {rids:?}; it is written without a link"
            );
            self.note("epub.dangling-reference", detail);
            return None;
        };
        let role = match element.attr("ref-type") {
            Some("fn" | "table-fn" | "author-notes" | "corresp") => Some((NOTE, "noteref")),
            Some("bibr") => Some(("doc-biblioref", "biblioref")),
            _ => None,
        };
        Some(Link {
            href: format!("#{id}"),
            role,
            is_derived: false,
        })
    }

    /// The address of an element, when it is one to follow.
    fn address(&mut self, element: &Element) -> Option<Link> {
        let href = element.attr_ns(Some(ns::XLINK), "href")?;
        let link = if is_safe(href) {
            Some((href.to_owned(), false))
        } else {
            Some(encoded(href))
                .filter(|href| is_safe(href))
                .map(|href| (href, true))
        };
        let Some((href, is_derived)) = link else {
            self.note(
                "epub.link-scheme",
                format!("{href:?} is no absolute address of a scheme to follow; it is kept and not written as a link"),
            );
            return None;
        };
        Some(Link {
            href,
            role: None,
            is_derived,
        })
    }
}

fn mail(element: &Element) -> Option<Link> {
    let href = match element.attr_ns(Some(ns::XLINK), "href") {
        Some(href) => href.to_owned(),
        None => format!("mailto:{}", element.text().trim()),
    };
    let is_derived = element.attr_ns(Some(ns::XLINK), "href").is_none();
    is_safe(&href).then_some(Link {
        href,
        role: None,
        is_derived,
    })
}

fn doi(element: &Element) -> Option<Link> {
    let text = element.text();
    let text = text.trim();
    let href = encoded(&format!("https://doi.org/{text}"));
    (text.starts_with("10.") && is_safe(&href)).then_some(Link {
        href,
        role: None,
        is_derived: true,
    })
}

/// An identifier that is an address, as those of people and institutions are.
fn identity(element: &Element) -> Option<Link> {
    let text = element.text();
    let href = text.trim();
    let is_address = href.starts_with("https://") || href.starts_with("http://");
    (is_address && is_safe(href)).then(|| Link {
        href: href.to_owned(),
        role: None,
        is_derived: true,
    })
}

/// True for an absolute address, well formed, of a scheme that does no harm.
pub(crate) fn is_safe(href: &str) -> bool {
    let Some((scheme, rest)) = href.split_once(':') else {
        return false;
    };
    let is_address =
        rest.bytes().all(is_plain) && are_escapes_sound(rest) && rest.matches('#').count() <= 1;
    is_address
        && match scheme.to_ascii_lowercase().as_str() {
            "http" | "https" | "ftp" => rest.strip_prefix("//").is_some_and(has_sound_host),
            "mailto" => {
                let (name, host) = rest.split_once('@').unwrap_or_default();
                !name.is_empty() && is_host(host.split('?').next().unwrap_or_default())
            }
            _ => false,
        }
}

/// Characters that may stand in an address. Brackets may only in rare places, and so are left out.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte)
}

fn are_escapes_sound(text: &str) -> bool {
    text.split('%').skip(1).all(|rest| {
        let mut digits = rest.chars();
        let mut is_hex = || digits.next().is_some_and(|c| c.is_ascii_hexdigit());
        is_hex() && is_hex()
    })
}

fn has_sound_host(rest: &str) -> bool {
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    match authority.split_once(':') {
        Some((host, port)) => is_host(host) && port.parse::<u16>().is_ok(),
        None => is_host(authority),
    }
}

/// True for a name of a host; addresses in figures are none, as too many of them are misspelled.
fn is_host(host: &str) -> bool {
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() < 64
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    host.len() < 254
        && host.split('.').all(is_label)
        && host
            .rsplit('.')
            .next()
            .is_some_and(|last| last.starts_with(|c: char| c.is_ascii_alphabetic()))
}

/// An address with every character that may not stand in one escaped.
fn encoded(href: &str) -> String {
    use std::fmt::Write as _;
    let mut out = String::with_capacity(href.len());
    for (at, byte) in href.trim().bytes().enumerate() {
        let is_stray = byte == b'%'
            && !href
                .trim()
                .get(at..)
                .is_some_and(|rest| are_escapes_sound(head(rest)));
        if is_plain(byte) && !is_stray {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// A percent sign and what stands directly after it.
fn head(rest: &str) -> &str {
    rest.get(..3).unwrap_or(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sound_addresses_of_harmless_schemes_are_links() {
        for href in [
            "https://example.org/a?b=c#d",
            "http://a.b.example:8080/",
            "mailto:a@b.example",
            "ftp://example.org/x%20y",
        ] {
            assert!(is_safe(href), "{href}");
        }
        for href in [
            "javascript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "fig1.tif",
            "http:///x",
            "http://a b/",
            "https://example.org/[1]",
            "http://1.2.3/",
            "http://-a.example/",
            "https://example.org/%zz",
            "mailto:nobody",
            "http://user@example.org/",
        ] {
            assert!(!is_safe(href), "{href}");
        }
    }

    #[test]
    fn addresses_are_mended_for_the_link() {
        assert_eq!(
            encoded("https://example.org/a b<c>%zz%20é"),
            "https://example.org/a%20b%3Cc%3E%25zz%20%C3%A9"
        );
        assert!(is_safe(&encoded("https://example.org/a b%")));
    }
}
