//! Licence and copyright.

use crate::codec::slots::Typed;
use crate::limits::Limits;
use crate::model::inline::{Inline, Link};
use crate::model::plain;
use crate::model::rights::{Licence, LooseRights};
use crate::model::section::Paragraph;
use crate::model::text::Written;
use crate::model::{Article, Visitor};

impl Article {
    /// The licence, of several the first. From when to when the article is free to read is in [`Article::rights`].
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::jats;
    /// let xml = "<article><front><article-meta><permissions><copyright-holder>A. Li</copyright-holder>\
    ///   <license license-type='open-access' xlink:href='https://creativecommons.org/licenses/by/4.0/' \
    ///   xmlns:xlink='http://www.w3.org/1999/xlink'><license-p>Share and adapt.</license-p></license></permissions>\
    ///   </article-meta></front></article>";
    /// let article = jats::from_str(xml)?.value;
    /// let licence = article.licence().unwrap();
    /// assert_eq!(licence.address().as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
    /// assert_eq!(licence.statement(), "Share and adapt.");
    /// assert_eq!(article.copyright_holder().as_deref(), Some("A. Li"));
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn licence(&self) -> Option<&Licence> {
        self.licences().next()
    }

    /// All licences, in order.
    pub fn licences(&self) -> impl Iterator<Item = &Licence> {
        let of_nlm = self.loose_rights.iter().filter_map(|rights| match rights {
            LooseRights::Licence(licence) => Some(&**licence),
            _ => None,
        });
        let all = self.rights.iter().flat_map(|rights| &rights.licences);
        all.chain(of_nlm)
    }

    /// The copyright statement, of several the first: "© 2026 The authors".
    #[must_use]
    pub fn copyright_statement(&self) -> Option<String> {
        let mut all = self.rights.iter().flat_map(|rights| &rights.statements);
        let mut of_nlm = self.loose_rights.iter().filter_map(|rights| match rights {
            LooseRights::Statement(text) => Some(&**text),
            _ => None,
        });
        all.next().or_else(|| of_nlm.next()).map(Written::text)
    }

    /// Who holds the copyright, of several the first.
    #[must_use]
    pub fn copyright_holder(&self) -> Option<String> {
        let mut all = self.rights.iter().flat_map(|rights| &rights.holders);
        let mut of_nlm = self.loose_rights.iter().filter_map(|rights| match rights {
            LooseRights::Holder(text) => Some(&**text),
            _ => None,
        });
        all.next().or_else(|| of_nlm.next()).map(Written::text)
    }

    /// The year of the copyright, of several the first, as spelled.
    #[must_use]
    pub fn copyright_year(&self) -> Option<String> {
        let mut all = self.rights.iter().flat_map(|rights| &rights.years);
        let mut of_nlm = self.loose_rights.iter().filter_map(|rights| match rights {
            LooseRights::Year(text) => Some(&**text),
            _ => None,
        });
        all.next().or_else(|| of_nlm.next()).map(Written::text)
    }
}

impl Licence {
    /// The licence's address: from its reference, else from its own address, else from its text.
    ///
    /// In the text it is the one address of Creative Commons that is linked there, else the only address of the web. Where
    /// several could be meant there is none.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let mut referred = self.references.iter().map(|r| plain::inlines(&r.content));
        referred
            .find(|text| !text.is_empty())
            .or_else(|| self.href.clone())
            .or_else(|| self.linked().map(str::to_owned))
    }

    /// What the licence says, without its address.
    #[must_use]
    pub fn statement(&self) -> String {
        let paragraphs = self.paragraphs.iter().map(Paragraph::text);
        let others = std::iter::once(plain::blocks(&self.content));
        let lines: Vec<String> = paragraphs
            .chain(others)
            .filter(|line| !line.trim().is_empty())
            .collect();
        lines.join("\n")
    }

    /// The address that the text of the licence links to as the licence: of Creative Commons or the only one of the web.
    fn linked(&self) -> Option<&str> {
        let mut links = Addresses::default();
        if self.fits(Limits::DEPTH) {
            self.walk(&mut links);
        }
        match (links.known, links.web) {
            (Found::One(address), _) | (Found::Nothing, Found::One(address)) => Some(address),
            _ => None,
        }
    }
}

/// What links lead to.
#[derive(Default)]
struct Addresses<'a> {
    /// In the web.
    web: Found<'a>,
    /// At a place known to hold licences.
    known: Found<'a>,
}

/// How many different addresses there are.
#[derive(Default)]
enum Found<'a> {
    #[default]
    Nothing,
    One(&'a str),
    Several,
}

impl<'a> Found<'a> {
    fn add(&mut self, address: &'a str) {
        *self = match self {
            Self::Nothing => Self::One(address),
            Self::One(first) if is_same(first, address) => return,
            _ => Self::Several,
        };
    }
}

impl<'a> Visitor<'a> for Addresses<'a> {
    fn inline(&mut self, inline: &'a Inline) -> bool {
        if let Inline::Link(link) | Inline::Uri(link) = inline
            && let Some(address) = link_address(link)
        {
            self.web.add(address);
            if is_known(address) {
                self.known.add(address);
            }
        }
        true
    }
}

/// Where a link leads to in the web: its address, else its text when that is nothing but an address.
fn link_address(link: &Link) -> Option<&str> {
    let said = match (&link.href, link.content.as_slice()) {
        (Some(href), _) => href.trim(),
        (None, [Inline::Text(text)]) => text.trim(),
        _ => "",
    };
    (is_web(said) && !said.contains(char::is_whitespace)).then_some(said)
}

fn is_web(address: &str) -> bool {
    without_scheme(address).is_some_and(|rest| !rest.is_empty())
}

fn without_scheme(address: &str) -> Option<&str> {
    ["https://", "http://"].iter().find_map(|scheme| {
        let head = address.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme)
            .then(|| address.get(scheme.len()..))?
    })
}

/// True for spellings of one address: with or without TLS and a slash at the end.
fn is_same(a: &str, b: &str) -> bool {
    let plain = |address| without_scheme(address).map(|rest| rest.trim_end_matches('/'));
    plain(a) == plain(b)
}

/// True for the address of a licence of Creative Commons.
fn is_known(address: &str) -> bool {
    let rest = without_scheme(address).unwrap_or_default();
    let Some((host, path)) = rest.split_once('/') else {
        return false;
    };
    let host = host.to_ascii_lowercase();
    let is_host = host.strip_prefix("www.").unwrap_or(&host) == "creativecommons.org";
    is_host && (path.starts_with("licenses/") || path.starts_with("publicdomain/"))
}
