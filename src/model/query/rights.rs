//! Licence and copyright.

use crate::model::Article;
use crate::model::plain;
use crate::model::rights::{Licence, LooseRights};
use crate::model::section::Paragraph;
use crate::model::text::Written;

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
