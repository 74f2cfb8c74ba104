//! Licences.

use crate::model::Article;
use crate::model::plain;
use crate::model::rights::Licence;
use crate::model::section::Paragraph;

impl Article {
    /// The licence, of several the first. Copyright statement, year and holder, and from when the article is free to read,
    /// are fields of [`Article::rights`].
    ///
    /// ```
    /// use separatum::jats;
    /// let xml = "<article><front><article-meta><permissions><copyright-holder>A. Li</copyright-holder>\
    ///   <license license-type='open-access' xlink:href='https://creativecommons.org/licenses/by/4.0/' \
    ///   xmlns:xlink='http://www.w3.org/1999/xlink'><license-p>Share and adapt.</license-p></license></permissions>\
    ///   </article-meta></front></article>";
    /// let article = jats::from_str(xml)?.value;
    /// let licence = article.licence().unwrap();
    /// assert_eq!(licence.address().as_deref(), Some("https://creativecommons.org/licenses/by/4.0/"));
    /// assert_eq!(licence.statement(), "Share and adapt.");
    /// assert_eq!(article.rights[0].holders[0].text(), "A. Li");
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn licence(&self) -> Option<&Licence> {
        self.rights
            .iter()
            .find_map(|rights| rights.licences.first())
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
