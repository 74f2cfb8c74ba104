//! Licence and copyright.

use crate::codec::slots::Typed;
use crate::limits::Limits;
use crate::model::inline::Inline;
use crate::model::rights::{Licence, LooseRights};
use crate::model::section::Paragraph;
use crate::model::text::Written;
use crate::model::{Article, Visitor, plain};

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
    /// The licence's address: from its reference, else from its own address, else the first link to a licence of Creative
    /// Commons in what it says, since many houses state it nowhere else.
    #[must_use]
    pub fn address(&self) -> Option<String> {
        let mut referred = self.references.iter().map(|r| plain::inlines(&r.content));
        referred
            .find(|text| !text.is_empty())
            .or_else(|| self.href.clone())
            .or_else(|| self.linked())
    }

    /// The licence of Creative Commons that the text links to.
    fn linked(&self) -> Option<String> {
        let mut links = Links(Vec::new());
        if self.fits(Limits::DEPTH) {
            self.walk(&mut links);
        }
        let is_licence = |address: &String| {
            ["/licenses/", "/publicdomain/"]
                .iter()
                .any(|path| address.contains(&format!("creativecommons.org{path}")))
        };
        links.0.into_iter().find(is_licence)
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
}

/// Gathers where links lead.
struct Links(Vec<String>);

impl<'a> Visitor<'a> for Links {
    fn inline(&mut self, inline: &'a Inline) -> bool {
        if let Inline::Link(link) | Inline::Uri(link) = inline {
            let text = || plain::inlines(&link.content);
            let address = link.href.clone().unwrap_or_else(text);
            self.0.push(address.trim().to_owned());
        }
        true
    }
}
