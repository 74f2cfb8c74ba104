//! Institutions, countries and other facts that stand inside text.

use crate::codec::slots::Typed;
use crate::limits::Limits;
use crate::model::credit::{Affiliation, Correspondence};
use crate::model::datum::{Datum, DatumKind};
use crate::model::flow::Flow;
use crate::model::funding::FundingSource;
use crate::model::id::{Doi, Identifier, Ror};
use crate::model::inline::{Inline, Link};
use crate::model::note::Note;
use crate::model::{Visitor, plain};

/// An institution: its names, from the whole to the part or the other way round, and its identifiers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Institution {
    /// The names in the article's order. JATS `institution`.
    pub names: Vec<String>,
    /// The identifiers with their kind as spelled: `ROR`, `FundRef`, `ISNI`, `GRID`. JATS `institution-id`.
    pub ids: Vec<Identifier>,
}

impl Institution {
    /// An institution of that name, without identifiers.
    #[must_use]
    pub fn named(name: impl Into<String>) -> Self {
        Self {
            names: vec![name.into()],
            ids: Vec::new(),
        }
    }

    /// The ROR, when there is one and its check digits are right.
    #[must_use]
    pub fn ror(&self) -> Option<Ror> {
        self.ids
            .iter()
            .filter(|id| is_kind(id, &["ror"]) || id.text.contains("ror.org/"))
            .find_map(|id| Ror::parse(id.value()?))
    }

    /// The DOI in the registry of funders, when there is one.
    #[must_use]
    pub fn funder_doi(&self) -> Option<Doi> {
        const KINDS: [&str; 4] = ["fundref", "funder-id", "open-funder-registry", "doi"];
        self.ids
            .iter()
            .filter(|id| is_kind(id, &KINDS) || id.text.contains("/10.13039/"))
            .find_map(|id| Doi::parse(id.value()?))
    }
}

fn is_kind(id: &Identifier, kinds: &[&str]) -> bool {
    let spelled = id.kind.as_deref().unwrap_or_default();
    kinds.iter().any(|kind| kind.eq_ignore_ascii_case(spelled))
}

/// A country: its name as the text has it, and its code.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Country {
    /// The name.
    pub name: String,
    /// The code as spelled, of two letters by ISO 3166. JATS `country/@country`.
    pub code: Option<String>,
}

impl Affiliation {
    /// The institutions named in it, in order.
    ///
    /// ```
    /// # #[cfg(feature = "jats")] {
    /// use separatum::jats;
    /// let xml = r#"<article><front><article-meta><aff><label>1</label><institution-wrap><institution>Polytechnic</institution>
    ///   <institution-id institution-id-type="ror">https://ror.org/05dxps055</institution-id></institution-wrap>,
    ///   <country country="NL">Netherlands</country></aff></article-meta></front></article>"#;
    /// let article = jats::from_str(xml)?.value;
    /// let affiliation = &article.affiliations[0];
    /// assert_eq!(affiliation.institutions()[0].names, ["Polytechnic"]);
    /// assert_eq!(affiliation.institutions()[0].ror().unwrap().as_str(), "05dxps055");
    /// assert_eq!(affiliation.country().unwrap().code.as_deref(), Some("NL"));
    /// # }
    /// # Ok::<(), separatum::Error>(())
    /// ```
    #[must_use]
    pub fn institutions(&self) -> Vec<Institution> {
        institutions(&self.content)
    }

    /// The country, of several the first.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        self.data(DatumKind::Country).first().map(|datum| Country {
            name: datum.text(),
            code: datum.attr("country").map(str::to_owned),
        })
    }

    /// Its label, or the mark that stands raised at its beginning.
    #[must_use]
    pub fn label(&self) -> Option<String> {
        let labels = self.data(DatumKind::Label);
        let marked = labels.first().map(|datum| datum.text());
        marked.or_else(|| {
            let first = self.content.first().filter(|first| plain::is_mark(first));
            first.map(Inline::text)
        })
    }

    /// The facts of a kind in it: cities, postal codes, departments.
    #[must_use]
    pub fn data(&self, kind: DatumKind) -> Vec<&Datum> {
        data(&self.content, kind)
    }
}

impl Correspondence {
    /// The e-mail addresses in it.
    #[must_use]
    pub fn emails(&self) -> Vec<String> {
        emails(&self.content)
    }
}

impl Note {
    /// The e-mail addresses in it.
    #[must_use]
    pub fn emails(&self) -> Vec<String> {
        let mut emails = Emails(Vec::new());
        if self.fits(Limits::DEPTH) {
            self.walk(&mut emails);
        }
        emails.0
    }
}

/// Gathers e-mail addresses.
struct Emails(Vec<String>);

impl<'a> Visitor<'a> for Emails {
    fn inline(&mut self, inline: &'a Inline) -> bool {
        match inline {
            Inline::Email(link) => self.0.push(address(link)),
            Inline::Link(link) if leads_to_mail(link) => self.0.push(address(link)),
            _ => {}
        }
        true
    }
}

impl FundingSource {
    /// The institutions named in it; the text as a whole where none is marked. What the source links to is an identifier of
    /// the only one.
    #[must_use]
    pub fn institutions(&self) -> Vec<Institution> {
        let mut found = funders(&self.content);
        if let ([only], Some(href)) = (found.as_mut_slice(), &self.href) {
            only.ids.push(Identifier {
                text: href.clone(),
                ..Identifier::default()
            });
        }
        found
    }
}

/// The givers that a text names; the text as a whole where none is marked.
pub(super) fn funders(content: &[Inline]) -> Vec<Institution> {
    // Some houses mark the identifier of the funder in the text of its name, or beside it.
    let (ids, rest): (Vec<&Inline>, Vec<&Inline>) = content
        .iter()
        .partition(|inline| matches!(inline, Inline::Datum(datum) if is_funder_id(datum)));
    let ids = ids
        .into_iter()
        .map(|inline| Identifier::new("funder-id", inline.text()));
    let mut found = institutions(content);
    if found.is_empty() {
        let name: String = rest.into_iter().map(Inline::text).collect();
        let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        found.push(Institution {
            names: name.into_iter().collect(),
            ids: Vec::new(),
        });
    }
    // Of several institutions nothing tells whose it is.
    if let [only] = found.as_mut_slice() {
        only.ids.extend(ids);
    }
    found.retain(|institution| *institution != Institution::default());
    found
}

fn is_funder_id(datum: &Datum) -> bool {
    let kind = datum.attr("content-type").unwrap_or_default();
    datum.kind == DatumKind::NamedContent
        && matches!(kind, "funder-id" | "funder-identifier" | "fundref-id")
}

/// The institutions in a text: each wrapped group is one, and each institution that stands alone.
fn institutions(content: &[Inline]) -> Vec<Institution> {
    let mut found = Vec::new();
    each(content, &mut |datum| match datum.kind {
        DatumKind::InstitutionWrap => {
            found.push(Institution {
                names: texts(&datum.content, DatumKind::Institution),
                ids: data(&datum.content, DatumKind::InstitutionId)
                    .into_iter()
                    .map(identifier)
                    .collect(),
            });
            false
        }
        DatumKind::Institution => {
            found.push(Institution {
                names: vec![datum.text()],
                ids: Vec::new(),
            });
            false
        }
        _ => true,
    });
    found
}

fn identifier(datum: &Datum) -> Identifier {
    Identifier {
        kind: datum.attr("institution-id-type").map(str::to_owned),
        text: datum.text(),
        ..Identifier::default()
    }
}

/// The facts of a kind in a text, at any depth.
pub(super) fn data(content: &[Inline], kind: DatumKind) -> Vec<&Datum> {
    let mut found = Vec::new();
    each(content, &mut |datum| {
        if datum.kind == kind {
            found.push(datum);
        }
        true
    });
    found
}

fn texts(content: &[Inline], kind: DatumKind) -> Vec<String> {
    data(content, kind).into_iter().map(Datum::text).collect()
}

/// The e-mail addresses in a text.
pub(super) fn emails(content: &[Inline]) -> Vec<String> {
    content
        .iter()
        .flat_map(|inline| match inline {
            Inline::Email(link) => vec![address(link)],
            Inline::Link(link) if leads_to_mail(link) => vec![address(link)],
            Inline::Datum(datum) => emails(&datum.content),
            Inline::Emphasis(emphasis) => emails(&emphasis.content),
            Inline::Other(other) => other.content.iter().flat_map(of_flow).collect(),
            _ => Vec::new(),
        })
        .collect()
}

fn of_flow(flow: &Flow) -> Vec<String> {
    match flow {
        Flow::Inline(inline) => emails(std::slice::from_ref(inline)),
        Flow::Block(_) => Vec::new(),
    }
}

/// True for a link to an e-mail address: some houses have no other mark for one.
pub(super) fn leads_to_mail(link: &Link) -> bool {
    let is_mail = |kind: &str| kind.eq_ignore_ascii_case("email");
    let leads = |href: &str| href.trim_start().starts_with("mailto:");
    link.kind.as_deref().is_some_and(is_mail) || link.href.as_deref().is_some_and(leads)
}

/// The address of an e-mail: its text, else what it links to.
pub(super) fn address(link: &Link) -> String {
    let text = plain::inlines(&link.content);
    match (text.trim(), &link.href) {
        ("", Some(href)) => href.trim().trim_start_matches("mailto:").to_owned(),
        (text, _) => text.to_owned(),
    }
}

/// Shows each fact in a text; the answer says whether to look into it.
fn each<'a>(content: &'a [Inline], see: &mut dyn FnMut(&'a Datum) -> bool) {
    for inline in content {
        match inline {
            Inline::Datum(datum) if see(datum) => each(&datum.content, see),
            Inline::Emphasis(emphasis) => each(&emphasis.content, see),
            Inline::Other(other) => {
                for flow in &other.content {
                    if let Flow::Inline(inline) = flow {
                        each(std::slice::from_ref(inline), see);
                    }
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests;
